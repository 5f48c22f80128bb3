//! Training the parser with a dynamic oracle: it makes its own moves, errors
//! included, and learns at each state which moves lose no further gold arc.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use sortie::syntax_model::Rel;
use sortie::syntax_model::habits::{Habits, move_keys, rel_keys};
use sortie::syntax_model::lexicon::Lexicon;
use sortie::syntax_model::parser::{Parser, REL_COLUMNS, move_features, rel_features};
use sortie::syntax_model::relations::REL_COUNT;
use sortie::syntax_model::state::{MOVES, Move, State};
use sortie::syntax_model::table::{PLACE_BITS, SMALL_PLACE_BITS, SmallTable, Table};
use sortie::syntax_model::tagger::{PAD, look_up};
use sortie::syntax_model::weights::MOVE_KEY_SHIFT;
use sortie::syntax_model::words::Word;

use crate::learner::{Learner, quantised, select};
use crate::{Item, Random, epoch};

/// Epochs for finding the rows worth keeping, and for training them.
const FIRST: usize = 5;
const AGAIN: usize = 16;
/// Times the kept rows are trained, for the average.
const RUNS: u64 = 6;
/// Rows kept.
const MOVE_ROWS: usize = 132_000;
const REL_ROWS: usize = 16_000;
/// Relation weights below this part of 127 are left out.
const REL_CUT: f64 = 4.0;
/// Percentages of features left out at random in training.
const MOVE_DROP: u64 = 10;
const REL_DROP: u64 = 20;
/// The right class must win by so much.
const MARGIN: i32 = 20;

/// A trained parser.
pub(crate) struct Trained {
    pub(crate) moves: Vec<(u32, [i8; 3])>,
    pub(crate) rels: Vec<(u32, [i8; REL_COLUMNS])>,
    pub(crate) move_habits: Habits,
    pub(crate) rel_habits: Habits,
}

struct Pair {
    moves: Learner<3>,
    rels: Learner<REL_COLUMNS>,
}

/// Trains once to find the rows worth keeping, then again with those alone.
pub(crate) fn train(items: &[&Item], lexicon: &Lexicon) -> Trained {
    let mask = u32::MAX << MOVE_KEY_SHIFT;
    let mut first = Pair { moves: Learner::new(mask), rels: Learner::new(u32::MAX) };
    run(&mut first, items, lexicon, FIRST, 2);
    let move_keys = select(&first.moves, MOVE_ROWS, 32 - SMALL_PLACE_BITS, 1);
    let rel_keys = select(&first.rels, REL_ROWS, 33 - PLACE_BITS, 2);
    drop(first);
    let (mut moves, mut rels) = (Vec::new(), Vec::new());
    for seed in 0..RUNS {
        let mut pair = Pair { moves: Learner::closed(mask, &move_keys), rels: Learner::closed(u32::MAX, &rel_keys) };
        run(&mut pair, items, lexicon, AGAIN, seed + 20);
        moves.push(pair.moves);
        rels.push(pair.rels);
    }
    let moves = quantised(&moves, 0.5, true);
    let rels = quantised(&rels, REL_CUT, false);
    let mut parser = Parser { moves: SmallTable::empty(), rels: Table::empty(), move_habits: Habits::empty(), rel_habits: Habits::empty() };
    for (key, row) in &moves {
        assert!(parser.moves.insert(*key, *row));
    }
    for (key, row) in &rels {
        assert!(parser.rels.insert(*key, row.map(i16::from)));
    }
    let (move_habits, rel_habits) = watch(&parser, items, lexicon);
    Trained { moves, rels, move_habits, rel_habits }
}

/// A situation becomes a habit from so many occurrences on ...
const HABIT_FROM: u32 = 20;
/// ... of which at most one in so many is decided otherwise.
const HABIT_SHARE: u32 = 150;

/// Decisions made in situations that may become habits.
#[derive(Default)]
struct Diary {
    counts: [BTreeMap<u32, BTreeMap<u8, u32>>; 2],
    situations: Vec<[u32; 2]>,
}

impl Diary {
    fn note(&mut self, keys: [u32; 2], decision: u8) {
        for (counts, key) in self.counts.iter_mut().zip(keys) {
            *counts.entry(key).or_default().entry(decision).or_default() += 1;
        }
        self.situations.push(keys);
    }

    /// The habits; frequent and coarse ones first, where places clash.
    fn habits(&self, what: &str) -> Habits {
        let mut habits = Habits::empty();
        for counts in &self.counts {
            let mut found: Vec<(u32, u32, u8)> = Vec::new();
            for (&key, decisions) in counts {
                let total: u32 = decisions.values().sum();
                for (&decision, count) in decisions {
                    if total >= HABIT_FROM && (total - count) * HABIT_SHARE <= total {
                        found.push((total, key, decision));
                    }
                }
            }
            found.sort_by_key(|&(total, key, _)| (Reverse(total), key));
            for (_, key, decision) in found {
                if habits.get([key; 2]).is_none() {
                    habits.insert(key, decision);
                }
            }
        }
        let covered = self.situations.iter().filter(|k| habits.get(**k).is_some()).count();
        let (kept, all) = (habits.iter().count(), self.situations.len());
        eprintln!("{kept} habits spare {covered} of {all} decisions on {what}");
        habits
    }
}

/// Watches the trained parser for situations it always decides alike.
fn watch(parser: &Parser, items: &[&Item], lexicon: &Lexicon) -> (Habits, Habits) {
    let (mut moves, mut rels) = (Diary::default(), Diary::default());
    let (mut state, mut words) = (State::default(), Vec::new());
    for item in items {
        prepare(&mut state, item, 0, 0, lexicon, &mut words);
        while !state.is_finished() {
            let step = parser.choose(&state);
            if MOVES.iter().filter(|m| state.allows(**m)).count() > 1 {
                moves.note(move_keys(&state), step as u8);
            }
            let rel = state.arc(step).map_or(Rel::Dep, |(head, child)| {
                let rel = parser.label(&state, head, child);
                if rel != Rel::Root {
                    rels.note(rel_keys(&state, head, child), rel as u8);
                }
                rel
            });
            state.make(step, rel);
        }
    }
    (moves.habits("moves"), rels.habits("relations"))
}

/// A sentence's gold tree without the words tagged as punctuation: what hangs
/// on such a word goes to the next head above.
struct Gold {
    heads: Vec<u32>,
    rels: Vec<Rel>,
    children: Vec<Vec<u32>>,
}

fn prepare(state: &mut State, item: &Item, form: usize, version: usize, lexicon: &Lexicon, words: &mut Vec<Word>) -> Gold {
    let sentence = &item.forms[form];
    let tags = &item.predicted[version][form];
    look_up(&sentence.forms, lexicon, words);
    state.prepare(words, PAD, tags);
    let mut place = vec![state.len as u32; tags.len() + 1];
    for (i, &p) in state.places.iter().enumerate() {
        place[p as usize] = i as u32;
    }
    let mut gold = Gold { heads: Vec::new(), rels: Vec::new(), children: vec![Vec::new(); state.len + 1] };
    for (child, &p) in state.places.iter().enumerate() {
        let mut head = sentence.heads[p as usize];
        for _ in 0..9 {
            if tags.get(head as usize).is_some_and(|t| t.is_punct()) {
                head = sentence.heads[head as usize];
            }
        }
        let head = place[head as usize];
        gold.heads.push(head);
        gold.rels.push(sentence.rels[p as usize]);
        gold.children[head as usize].push(child as u32);
    }
    gold
}

fn run(pair: &mut Pair, items: &[&Item], lexicon: &Lexicon, epochs: usize, seed: u64) {
    let mut random = Random::new(seed);
    let (mut state, mut words, mut found) = (State::default(), Vec::new(), Vec::new());
    for _ in 0..epochs {
        let (mut wrong, mut total) = (0usize, 0usize);
        for (item, form) in epoch(items, &mut random) {
            let version = random.next() as usize % items[item].predicted.len();
            let sentence = prepare(&mut state, items[item], form, version, lexicon, &mut words);
            while !state.is_finished() {
                let may = MOVES.map(|m| state.allows(m));
                let step = if may.iter().filter(|m| **m).count() == 1 {
                    MOVES[may.iter().position(|m| *m).unwrap_or(0)]
                } else {
                    found.clear();
                    move_features(&state, &mut found);
                    random.thin(&mut found, MOVE_DROP);
                    let scores = pair.moves.scores(&found);
                    let costs = MOVES.map(|m| if may[m as usize] { cost(&state, &sentence, m) } else { u32::MAX });
                    let least = costs.into_iter().min().unwrap_or(0);
                    let best = |right: bool| (0..3).rev().filter(|&m| may[m] && (costs[m] == least) == right).max_by_key(|&m| scores[m]);
                    match (best(true), best(false)) {
                        (Some(good), Some(bad)) => {
                            let chosen = if scores[bad] > scores[good] { bad } else { good };
                            if scores[good] - scores[bad] <= MARGIN {
                                pair.moves.update(&found, good, bad);
                            }
                            MOVES[chosen]
                        }
                        (Some(good), None) => MOVES[good],
                        _ => Move::Shift,
                    }
                };
                let rel = match state.arc(step) {
                    None => Rel::Dep,
                    Some((head, _)) if head as usize == state.len => Rel::Root,
                    Some((head, child)) => {
                        found.clear();
                        rel_features(&state, head, child, &mut found);
                        random.thin(&mut found, REL_DROP);
                        let scores = pair.rels.scores(&found);
                        let best = |but: usize| (0..REL_COUNT).rev().filter(|&r| r != but).max_by_key(|&r| scores[r]).unwrap_or(0);
                        // A wrong arc has no right relation to learn.
                        if sentence.heads[child as usize] == head {
                            let gold = sentence.rels[child as usize].index();
                            let rival = best(gold);
                            if scores[gold] - scores[rival] <= MARGIN {
                                pair.rels.update(&found, gold, rival);
                            }
                        }
                        Rel::ALL[best(usize::MAX)]
                    }
                };
                state.make(step, rel);
            }
            total += sentence.heads.len();
            wrong += (0..sentence.heads.len())
                .filter(|&i| {
                    let t = &state.tokens[i];
                    t.head != sentence.heads[i] || usize::from(t.rel) != sentence.rels[i].index()
                })
                .count();
        }
        eprint!(" {:.2}", 100.0 - 100.0 * wrong as f64 / total.max(1) as f64);
    }
    eprintln!();
}

/// How many gold arcs a move makes impossible.
fn cost(state: &State, sentence: &Gold, step: Move) -> u32 {
    let next = state.next as u32;
    let s0 = state.on_stack(0);
    let head = |w: u32| sentence.heads.get(w as usize).copied().unwrap_or(u32::MAX);
    match step {
        Move::Shift => {
            let stack = &state.stack[3..];
            let h = head(next);
            let lost_head = stack.iter().rev().skip(1).any(|&s| s == h);
            let lost = stack.iter().filter(|&&s| head(s) == next).count() as u32;
            lost + u32::from(lost_head)
        }
        Move::Left | Move::Right => {
            let lost = sentence.children[s0 as usize].iter().filter(|&&c| c >= next).count() as u32;
            let h = head(s0);
            let lost_head = if step == Move::Left { h != next && (h > next || (state.depth() >= 2 && h == state.on_stack(1))) } else { h >= next };
            lost + u32::from(lost_head)
        }
    }
}
