//! Training the tagger.

use sortie::syntax_model::Tag;
use sortie::syntax_model::lexicon::Lexicon;
use sortie::syntax_model::table::{PLACE_BITS, Table};
use sortie::syntax_model::tagger::{PAD, TAG_COLUMNS, Tagger, features, look_up};
use sortie::syntax_model::tags::TAG_COUNT;

use crate::corpus::Sentence;
use crate::learner::{Learner, quantised, select};
use crate::{Item, Random, epoch};

/// How long to train.
pub(crate) struct Plan {
    first: usize,
    again: usize,
    runs: u64,
}

/// For the taggers that tag the parser's training sentences.
pub(crate) const QUICK: Plan = Plan { first: 4, again: 0, runs: 1 };
/// For the tagger that is kept.
pub(crate) const FULL: Plan = Plan { first: 5, again: 10, runs: 3 };

/// Rows kept.
const ROWS: usize = 22_000;
/// Weights below this part of 127 are left out.
const CUT: f64 = 6.0;
/// Percentage of features left out at random in training.
const DROP: u64 = 20;
/// The right tag must win by so much.
const MARGIN: i32 = 1;

/// Trained rows.
pub(crate) type Rows = Vec<(u32, [i8; TAG_COLUMNS])>;

/// Trains a tagger: once to find the rows worth keeping, then again with those
/// alone, several times over with the sentences in other orders.
pub(crate) fn train(items: &[&Item], lexicon: &Lexicon, plan: &Plan, seed: u64) -> Rows {
    let mut learner = Learner::new(u32::MAX);
    run(&mut learner, items, lexicon, plan.first, seed);
    let keys = select(&learner, ROWS, 33 - PLACE_BITS, 2);
    if plan.again == 0 {
        let mut rows = quantised(&[learner], CUT, false);
        let keep: std::collections::BTreeSet<u32> = keys.into_iter().collect();
        rows.retain(|r| keep.contains(&r.0));
        return rows;
    }
    drop(learner);
    let runs: Vec<_> = (0..plan.runs)
        .map(|seed| {
            let mut learner = Learner::closed(u32::MAX, &keys);
            run(&mut learner, items, lexicon, plan.again, seed + 10);
            learner
        })
        .collect();
    quantised(&runs, CUT, false)
}

fn run(learner: &mut Learner<TAG_COLUMNS>, items: &[&Item], lexicon: &Lexicon, epochs: usize, seed: u64) {
    let mut random = Random::new(seed);
    let (mut words, mut found) = (Vec::new(), Vec::new());
    for _ in 0..epochs {
        let (mut wrong, mut total) = (0usize, 0usize);
        for (item, form) in epoch(items, &mut random) {
            let sentence = &items[item].forms[form];
            let casing = look_up(&sentence.forms, lexicon, &mut words);
            let mut before = [100u8, 101];
            for (i, &gold) in sentence.tags.iter().enumerate() {
                let word = &words[i + PAD];
                let tag = if sentence.names[i] {
                    Tag::Nnp.index()
                } else if word.certain {
                    usize::from(word.hint)
                } else {
                    found.clear();
                    features(&words, i + PAD, before, casing, &mut found);
                    random.thin(&mut found, DROP);
                    let scores = learner.scores(&found);
                    let best = |skip: usize| (0..TAG_COUNT).filter(|&t| t != skip).rev().max_by_key(|&t| scores[t]).unwrap_or(0);
                    let rival = best(gold.index());
                    let tag = if scores[rival] > scores[gold.index()] { rival } else { gold.index() };
                    total += 1;
                    wrong += usize::from(tag != gold.index());
                    if scores[gold.index()] - scores[rival] <= MARGIN {
                        learner.update(&found, gold.index(), rival);
                    }
                    tag
                };
                before = [tag as u8, before[0]];
            }
        }
        eprint!(" {:.2}", 100.0 - 100.0 * wrong as f64 / total.max(1) as f64);
    }
    eprintln!();
}

/// A tagger of trained rows.
pub(crate) fn tagger(rows: &Rows) -> Tagger {
    let mut table = Table::empty();
    for (key, row) in rows {
        assert!(table.insert(*key, row.map(i16::from)));
    }
    Tagger { table }
}

/// Tags a sentence.
pub(crate) fn tag(tagger: &Tagger, sentence: &Sentence, lexicon: &Lexicon) -> Vec<Tag> {
    let (mut words, mut tags) = (Vec::new(), Vec::new());
    let casing = look_up(&sentence.forms, lexicon, &mut words);
    tagger.tag(&words, &sentence.names, casing, &mut tags);
    tags
}
