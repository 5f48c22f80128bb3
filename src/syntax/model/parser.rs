//! The parser: greedy arc-hybrid moves, each arc labelled as it is made, so
//! that labels help with the moves that follow.

use super::features::{Sink, atom, f1, f2, f3, f4, f5};
use super::habits::{Habits, move_keys, rel_keys};
use super::relations::{REL_COUNT, Rel};
use super::state::{MOVES, Move, State, Token};
use super::table::{Scores, SmallScores, SmallTable, Table};

/// Columns of a relation row: the relations, filled up to whole registers.
pub const REL_COLUMNS: usize = 48;

#[inline(always)]
fn distance(from: u32, to: u32) -> u64 {
    match to.wrapping_sub(from) {
        n @ 0..=4 => u64::from(n),
        5..=6 => 5,
        7..=10 => 6,
        11..=20 => 7,
        _ => 8,
    }
}

/// Commas, coordinators and verbs between two places.
#[inline(always)]
fn between(a: &Token, b: &Token) -> u64 {
    let commas = b.commas.wrapping_sub(a.commas).min(3);
    let verbs = b.verbs.wrapping_sub(a.verbs).min(3);
    u64::from(commas * 4 + verbs)
}

#[inline(always)]
fn valency(token: &Token) -> u64 {
    u64::from(token.left_count.min(3)) * 4 + u64::from(token.right_count.min(3))
}

/// Names the features of the next move.
#[inline(always)]
pub fn move_features(state: &State, sink: &mut impl Sink) {
    let (i0, i1) = (state.on_stack(0), state.on_stack(1));
    let (s0, s1, s2) = (state.token(i0), state.token(i1), state.token(state.on_stack(2)));
    let j0 = state.upcoming(0);
    let (b0, b1) = (state.token(j0), state.token(state.upcoming(1)));
    let b2 = state.token(state.upcoming(2));
    let d0 = atom(distance(i0, j0));
    let d1 = atom(distance(i1, i0));
    let (s0l, s0r) = (state.token(s0.left[0]), state.token(s0.right[0]));
    let (s1l, s1r) = (state.token(s1.left[0]), state.token(s1.right[0]));
    let (b0l, b0l2) = (state.token(b0.left[0]), state.token(b0.left[1]));
    let phrase0 = state.token(b0.phrase);
    let ahead = atom(u64::from(b0.ahead));
    let span0 = atom(between(s0, b0));
    let span1 = atom(between(s1, s0));
    let s0rel = atom(u64::from(s0r.rel));

    // Single words.
    sink.put(f2(1, s0.word, s0.tag));
    sink.put(f1(2, s0.stem));
    sink.put(f2(3, s1.word, s1.tag));
    sink.put(f1(4, s1.stem));
    sink.put(f2(5, b0.word, b0.tag));
    sink.put(f1(6, b0.stem));
    sink.put(f2(7, b1.word, b1.tag));
    sink.put(f2(8, b2.word, b2.tag));
    // Pairs.
    sink.put(f2(9, s0.stem, b0.stem));
    sink.put(f2(10, s0.stem, b0.tag));
    sink.put(f2(11, s0.tag, b0.stem));
    sink.put(f3(12, s0.tag, b0.tag, d0));
    sink.put(f2(13, s1.stem, s0.stem));
    sink.put(f2(14, s1.tag, s0.stem));
    sink.put(f2(15, s1.stem, s0.tag));
    sink.put(f3(16, s1.tag, s0.tag, d1));
    sink.put(f3(17, s1.stem, s0.tag, b0.word));
    sink.put(f2(18, b0.tag, b1.tag));
    sink.put(f2(19, b0.word, b1.tag));
    sink.put(f2(20, b0.tag, b1.word));
    // Three and four tags.
    sink.put(f4(26, s2.class, s1.class, s0.class, b0.class));
    // Dependents: number, kinds, outermost.
    sink.put(f3(27, s0.tag, b0.tag, atom(valency(s0))));
    sink.put(f3(28, s1.tag, s0.tag, atom(valency(s1))));
    sink.put(f3(29, b0.tag, s0.tag, atom(valency(b0))));
    sink.put(f4(35, s1.tag, s0.tag, b0.tag, atom(s0.left_rels)));
    sink.put(f4(36, s0.tag, s0r.tag, b0.tag, s0rel));
    sink.put(f3(37, s0.tag, s0l.tag, b0.tag));
    sink.put(f3(38, s1.tag, s1r.tag, s0.tag));
    sink.put(f3(39, s1.tag, s1l.tag, s0.tag));
    sink.put(f3(40, s0.tag, b0.tag, b0l.tag));
    sink.put(f4(41, s0.tag, b0.tag, b0l.tag, b0l2.tag));
    sink.put(f3(42, s0.stem, b0.tag, s0r.stem));
    sink.put(f3(43, s1.stem, s0.tag, s0.marker));
    sink.put(f3(44, s1.tag, s0.stem, s0.marker));
    sink.put(f4(45, s1.tag, s0.tag, b0.tag, s0.marker));
    // Where a preposition goes, with the noun it brings.
    sink.put(f3(51, s0.tag, b0.tag, phrase0.tag));
    sink.put(f3(52, s0.word, b0.word, s1.tag));
    // Breaks and verbs between and to come.
    sink.put(f4(53, s0.tag, b0.tag, span0, ahead));
    sink.put(f4(54, s1.tag, s0.tag, span1, b0.tag));
    sink.put(f3(55, s1.tag, s0.tag, ahead));
    sink.put(f4(56, s0.tag, b0.word, ahead, s1.tag));
    sink.put(f3(57, s1.marker, s1.tag, b0.tag));
    sink.put(f4(58, s2.tag, s1.tag, s0.tag, ahead));
    sink.put(f3(59, s0.stem, b0.tag, d0));
    sink.put(f3(60, b0.stem, s0.tag, d0));
    sink.put(f4(61, s1.tag, s0.tag, b0.word, b1.word));
    // Punctuation around.
    let gap0 = atom(u64::from(b0.gap));
    let gap1 = atom(u64::from(s0.gap));
    let after = atom(u64::from(state.token(i0.wrapping_add(1)).gap));
    let gap2 = atom(u64::from(b1.gap));
    sink.put(f3(62, s0.tag, b0.tag, gap0));
    sink.put(f4(63, s1.tag, s0.tag, gap1, gap0));
    sink.put(f4(64, s0.tag, b0.tag, gap2, gap0));
    sink.put(f4(65, s0.tag, b0.tag, after, gap0));
    sink.put(f3(66, s1.tag, s0.tag, gap1));
    sink.put(f3(67, s0.stem, b0.tag, gap0));
    sink.put(f3(68, s0.tag, b0.stem, gap0));
    sink.put(f4(69, s1.class, s0.class, b0.class, b1.class));
    sink.put(f4(70, s2.class, s1.word, s0.class, b0.class));
    sink.put(f4(71, s2.stem, s1.word, s0.class, b0.class));
    sink.put(f5(72, s1.class, s0.class, b0.class, ahead, gap0));
    sink.put(f4(74, s1.class, s0.class, b0.class, atom(b0.left_rels)));
    sink.put(f4(75, s1.class, s0.class, b0.class, atom(s0.right_rels)));
    sink.put(f4(76, s1.class, s0.class, b0.class, atom(s1.right_rels)));
    sink.put(f4(77, s1.class, s0.class, b0.class, atom(s1.left_rels)));
    sink.put(f4(78, s2.class, s1.class, s0.class, atom(s1.left_rels)));
    sink.put(f4(79, s0.class, b0.class, atom(s0.left_rels), atom(s0.right_rels)));
    sink.put(f4(80, s0.class, b0.class, atom(s0.left_rels), atom(b0.left_rels)));
    sink.put(f4(81, s1.class, s0.class, atom(s1.right_rels), atom(s0.left_rels)));
    sink.put(f4(73, s1.word, s0.class, b0.class, gap0));
}

/// Names the features of the relation between two words about to be joined.
#[inline(always)]
pub fn rel_features(state: &State, head: u32, child: u32, sink: &mut impl Sink) {
    let (h, c) = (state.token(head), state.token(child));
    let before = state.token(child.wrapping_sub(1));
    let after = state.token(child.wrapping_add(1));
    let head_after = state.token(head.wrapping_add(1));
    let left = u64::from(child < head);
    let side = if left == 1 { distance(child, head) } else { 16 + distance(head, child) };
    let side = atom(side);
    let left = atom(left);
    let h_rels = atom(h.left_rels);
    let h_right = atom(h.right_rels);
    let c_rels = atom(c.left_rels);
    sink.put(f3(1, h.tag, c.tag, left));
    sink.put(f3(2, h.tag, c.tag, side));
    sink.put(f2(3, c.word, left));
    sink.put(f2(4, c.stem, h.tag));
    sink.put(f3(5, h.word, c.tag, left));
    sink.put(f3(6, h.stem, c.tag, left));
    sink.put(f2(7, h.stem, c.stem));
    sink.put(f3(8, c.marker, c.tag, h.tag));
    sink.put(f3(9, c.marker, h.stem, left));
    sink.put(f3(10, c.marker, c.stem, left));
    sink.put(f4(11, h.tag, c.tag, left, h_rels));
    sink.put(f4(12, h.tag, c.tag, left, h_right));
    sink.put(f4(13, h.tag, c.tag, left, c_rels));
    sink.put(f4(14, h.tag, c.tag, c_rels, atom(c.right_rels)));
    sink.put(f4(15, h.tag, c.tag, before.tag, left));
    sink.put(f4(16, h.tag, c.tag, after.tag, left));
    sink.put(f3(17, before.word, c.tag, left));
    sink.put(f3(18, after.word, c.tag, left));
    sink.put(f4(19, h.tag, c.tag, state.token(c.left[0]).tag, left));
    sink.put(f3(20, c.tag, state.token(c.left[0]).word, left));
    sink.put(f4(21, h.stem, c.tag, left, h_right));
    sink.put(f4(22, h.stem, c.tag, left, c_rels));
    sink.put(f4(23, h.tag, c.tag, atom(between(c, h)), atom(between(h, c))));
    sink.put(f3(24, h.marker, h.tag, c.tag));
    sink.put(f3(25, h.word, head_after.tag, c.tag));
    sink.put(f3(26, state.token(h.right[0]).tag, h.tag, c.tag));
    sink.put(f3(27, c.word, c.tag, before.word));
    let gaps = atom(u64::from(c.gap) * 256 + u64::from(after.gap));
    sink.put(f4(28, h.tag, c.tag, left, gaps));
    sink.put(f4(29, h.stem, c.tag, left, gaps));
}

/// The parser's weights.
#[derive(Debug)]
pub struct Parser {
    /// Rows of move weights.
    pub moves: SmallTable,
    /// Rows of relation weights.
    pub rels: Table<REL_COLUMNS>,
    /// Moves that need no decision.
    pub move_habits: Habits,
    /// Relations that need no decision.
    pub rel_habits: Habits,
}

impl Parser {
    /// Parses the sentence `state` was prepared with.
    pub fn parse(&self, state: &mut State) {
        // Every word is pushed once and attached once.
        while !state.is_finished() {
            let step = self.choose(state);
            let rel = match state.arc(step) {
                Some((head, child)) => self.label(state, head, child),
                None => Rel::Dep,
            };
            state.make(step, rel);
        }
    }

    /// The best move allowed.
    #[inline(always)]
    pub fn choose(&self, state: &State) -> Move {
        let may = MOVES.map(|m| state.allows(m));
        // Often there is no choice: nothing on the stack, or nothing left.
        match may {
            [true, false, false] => return Move::Shift,
            [false, true, false] => return Move::Left,
            [false, false, true] => return Move::Right,
            _ => {}
        }
        let habit = self.move_habits.get(move_keys(state)).map(usize::from);
        if let Some(step) = habit.filter(|&m| may.get(m) == Some(&true)) {
            return MOVES[step];
        }
        let mut scores = SmallScores::new(&self.moves);
        move_features(state, &mut scores);
        best_move(scores.sums(), may)
    }

    /// The best relation for an arc.
    #[inline(always)]
    pub fn label(&self, state: &State, head: u32, child: u32) -> Rel {
        if head as usize == state.len {
            return Rel::Root;
        }
        let habit = self.rel_habits.get(rel_keys(state, head, child));
        if let Some(rel) = habit.and_then(|r| Rel::from_index(usize::from(r))) {
            return rel;
        }
        let mut scores = Scores::new(&self.rels);
        rel_features(state, head, child, &mut scores);
        Rel::from_index(scores.best(REL_COUNT)).unwrap_or(Rel::Dep)
    }
}

/// The allowed move with the highest score; the first of equals.
#[inline(always)]
pub fn best_move(scores: [u32; 3], may: [bool; 3]) -> Move {
    let mut best = None;
    for (i, &step) in MOVES.iter().enumerate() {
        let score = scores[i];
        if may[i] && best.is_none_or(|(s, _)| score > s) {
            best = Some((score, step));
        }
    }
    best.map_or(Move::Shift, |(_, step)| step)
}
