//! Decisions that are no decisions: situations of tags alone in which the
//! trained parser nearly always does the same. They are looked up instead of
//! scored, which spares the parser about half of its work.

use super::features::{atom, f4, f5};
use super::state::State;

const PLACE_BITS: u32 = 14;

/// Bits of a place that hold the decision; the others hold the key.
const DECISION: u32 = 63;

/// A free place, and a decision that is none.
const FREE: u32 = DECISION;

/// Situations with the decision always made in them.
#[derive(Debug)]
pub struct Habits {
    places: Vec<u32>,
}

impl Habits {
    /// No situation decides anything.
    pub fn empty() -> Habits {
        Habits { places: vec![FREE; 1 << PLACE_BITS] }
    }

    /// Fixes the decision of a situation; false if its place is taken or the
    /// decision too large.
    pub fn insert(&mut self, key: u32, decision: u8) -> bool {
        let place = &mut self.places[(key >> (32 - PLACE_BITS)) as usize];
        let fits = *place & DECISION == FREE && u32::from(decision) < FREE;
        if fits {
            *place = key & !DECISION | u32::from(decision);
        }
        fits
    }

    /// The decision of the first of two situations that has one.
    #[inline(always)]
    pub fn get(&self, keys: [u32; 2]) -> Option<u8> {
        keys.into_iter().find_map(|key| {
            let place = *self.places.get((key >> (32 - PLACE_BITS)) as usize)?;
            let found = (place ^ key) & !DECISION == 0 && place & DECISION != FREE;
            found.then_some((place & DECISION) as u8)
        })
    }

    /// Situations with their decisions, by ascending key.
    pub fn iter(&self) -> impl Iterator<Item = (u32, u8)> {
        // Places ascend with the keys in them.
        let taken = self.places.iter().filter(|p| **p & DECISION != FREE);
        taken.map(|p| (p & !DECISION, (p & DECISION) as u8))
    }

    /// Bytes of heap in use.
    pub fn heap_size(&self) -> usize {
        self.places.len() * 4
    }
}

fn key(feature: u64) -> u32 {
    (feature >> 32) as u32 & !DECISION
}

/// The situation before a move, coarse and fine: the words it may join and
/// their neighbours, by tag.
#[inline(always)]
pub fn move_keys(state: &State) -> [u32; 2] {
    let (s0, s1) = (state.token(state.on_stack(0)), state.token(state.on_stack(1)));
    let (b0, b1) = (state.token(state.upcoming(0)), state.token(state.upcoming(1)));
    let gaps = atom(u64::from(b0.gap) << 8 | u64::from(b1.gap));
    [f4(201, s0.tag, b0.tag, b1.tag, gaps), f5(200, s1.tag, s0.tag, b0.tag, b1.tag, gaps)].map(key)
}

/// The situation of a word that gets its head, coarse and fine: both tags, the
/// side, and what hangs on them already.
#[inline(always)]
pub fn rel_keys(state: &State, head: u32, child: u32) -> [u32; 2] {
    let (h, c) = (state.token(head), state.token(child));
    let left = child < head;
    let siblings = if left { h.left_rels } else { h.right_rels };
    let side = atom(u64::from(left));
    let inner = atom(c.left_rels);
    [f4(202, h.tag, c.tag, side, inner), f5(203, h.tag, c.tag, side, inner, atom(siblings))].map(key)
}
