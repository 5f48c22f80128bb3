//! Weight rows found by feature hash.
//!
//! A place holds a check of further hash bits, so that a feature without
//! weights seldom picks up those of another.

use super::features::Sink;

/// Rows of `C` weights behind an index of 2^16 places.
///
/// The index is small enough to stay in the second-level cache, and a feature
/// without a row is known to have none before any row is touched.
#[derive(Debug)]
pub struct Table<const C: usize> {
    index: Vec<u32>,
    rows: Vec<[i16; C]>,
}

/// Log of the number of places of a [`Table`].
pub const PLACE_BITS: u32 = 16;

impl<const C: usize> Table<C> {
    /// A table in which no feature has weights.
    pub fn empty() -> Table<C> {
        Table { index: vec![0; 1 << PLACE_BITS], rows: vec![[0; C]] }
    }

    /// Gives a feature (the high half of its hash) a row; false if both its
    /// places are taken or the table is full.
    pub fn insert(&mut self, key: u32, row: [i16; C]) -> bool {
        let at = (key >> (32 - PLACE_BITS)) as usize;
        let number = self.rows.len() as u32;
        let Some(place) = [at, at ^ 1].into_iter().find(|&p| self.index[p] == 0) else {
            return false;
        };
        if number > 0xFFFF {
            return false;
        }
        self.index[place] = (key & 0xFFFF) << 16 | number;
        self.rows.push(row);
        true
    }

    /// The row of a feature.
    #[inline(always)]
    fn row(&self, feature: u64) -> Option<&[i16; C]> {
        let at = (feature >> (64 - PLACE_BITS)) as usize;
        let check = (feature >> 32) as u32 & 0xFFFF;
        let first = *self.index.get(at)?;
        if first >> 16 == check {
            return self.rows.get((first & 0xFFFF) as usize);
        }
        let second = *self.index.get(at ^ 1)?;
        if second >> 16 == check {
            return self.rows.get((second & 0xFFFF) as usize);
        }
        None
    }

    /// Bytes of heap in use.
    pub fn heap_size(&self) -> usize {
        self.index.len() * 4 + self.rows.len() * C * 2
    }
}

/// Adds up the rows of the features it is given.
pub struct Scores<'t, const C: usize> {
    table: &'t Table<C>,
    /// The sums so far.
    pub sums: [i16; C],
}

impl<'t, const C: usize> Scores<'t, C> {
    /// Sums of no features yet.
    #[inline(always)]
    pub fn new(table: &'t Table<C>) -> Scores<'t, C> {
        Scores { table, sums: [0; C] }
    }

    /// The best of the first `count` classes; the first of equals.
    #[inline(always)]
    pub fn best(&self, count: usize) -> usize {
        let mut best = 0;
        for (i, &score) in self.sums.iter().enumerate().take(count) {
            if score > self.sums[best] {
                best = i;
            }
        }
        best
    }
}

impl<const C: usize> Sink for Scores<'_, C> {
    #[inline(always)]
    fn put(&mut self, feature: u64) {
        if let Some(row) = self.table.row(feature) {
            for (sum, weight) in self.sums.iter_mut().zip(row) {
                *sum = sum.wrapping_add(*weight);
            }
        }
    }
}

/// Log of the number of places of a [`SmallTable`].
pub const SMALL_PLACE_BITS: u32 = 18;

const SMALL_PLACES: usize = 1 << SMALL_PLACE_BITS;

/// Rows of three weights, each packed with its check into four bytes: the
/// parser asks for these most often, and they must stay in the cache.
#[derive(Debug)]
pub struct SmallTable {
    // Of fixed size, so that a masked hash needs no bounds check.
    rows: Box<[u32; SMALL_PLACES]>,
}

/// A row without weights: the three weights are kept with 128 added.
const NO_ROW: u32 = 0x8080_8000;

impl SmallTable {
    /// A table in which no feature has weights.
    pub fn empty() -> SmallTable {
        let rows = vec![NO_ROW; SMALL_PLACES].into_boxed_slice();
        // The length is that of the type; the fallback is never built.
        SmallTable { rows: rows.try_into().unwrap_or_else(|_| Box::new([NO_ROW; SMALL_PLACES])) }
    }

    /// Gives a feature (the high half of its hash) a row; false if its place
    /// is taken.
    pub fn insert(&mut self, key: u32, row: [i8; 3]) -> bool {
        let at = (key >> (32 - SMALL_PLACE_BITS)) as usize;
        let check = key >> (24 - SMALL_PLACE_BITS) & 0xFF;
        if self.rows[at] != NO_ROW {
            return false;
        }
        let [a, b, c] = row.map(|w| u32::from(w as u8 ^ 0x80));
        self.rows[at] = c << 24 | b << 16 | a << 8 | check;
        true
    }

    /// Bytes of heap in use.
    pub fn heap_size(&self) -> usize {
        self.rows.len() * 4
    }
}

/// Adds up the rows of a [`SmallTable`].
pub struct SmallScores<'t> {
    table: &'t SmallTable,
    middle: u32,
    outer: u32,
}

impl<'t> SmallScores<'t> {
    /// Sums of no features yet.
    #[inline(always)]
    pub fn new(table: &'t SmallTable) -> SmallScores<'t> {
        SmallScores { table, middle: 0, outer: 0 }
    }

    /// The three sums, each with the same number added.
    #[inline(always)]
    pub fn sums(&self) -> [u32; 3] {
        [self.outer & 0xFFFF, self.middle >> 16, self.outer >> 16]
    }
}

impl Sink for SmallScores<'_> {
    #[inline(always)]
    fn put(&mut self, feature: u64) {
        let at = (feature >> (64 - SMALL_PLACE_BITS)) as usize;
        let row = self.table.rows[at % SMALL_PLACES];
        let check = (feature >> (56 - SMALL_PLACE_BITS)) as u32 & 0xFF;
        // Another feature's row counts as nothing for all three classes.
        let row = if row & 0xFF == check { row } else { 0 };
        // Two 16-bit sums in one number: fewer than 250 features cannot carry.
        self.middle = self.middle.wrapping_add(row & 0x00FF_0000);
        self.outer = self.outer.wrapping_add(row >> 8 & 0x00FF_00FF);
    }
}
