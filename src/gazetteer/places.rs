//! The table of built-in places.
//!
//! Building an automaton over a hundred thousand place names would cost more than reading an article. Here only hashes are
//! built: of every name, and of every name's first word with the number of words that names starting with it can have. A row is read
//! (from the embedded text) when a name hits it.

use std::collections::HashMap;

use crate::code::CountryCode;
use crate::text::fold::{fold, fold_char, is_word_char};

use super::automaton::ends_word;

#[derive(Debug)]
pub(crate) struct PlaceTable {
    text: &'static str,
    /// Sorted by hash, then by population, largest first.
    rows: Vec<PlaceRow>,
    /// The first row whose hash has at least these top bits.
    buckets: Vec<u32>,
    /// By the hash of a name's first word: how many words names that start with it have at most.
    first_words: HashMap<u64, u8, BuildIdentity>,
    names: usize,
}

/// A name of a place: where its row starts in the text.
#[derive(Debug, Clone, Copy)]
pub(crate) struct PlaceRow {
    hash: u64,
    offset: u32,
    weak: bool,
}

/// A row, read.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Place<'a> {
    pub(crate) name: &'a str,
    pub(crate) kind: &'a str,
    pub(crate) country: Option<CountryCode>,
    pub(crate) coordinates: Option<(f64, f64)>,
    pub(crate) population: u64,
    pub(crate) weak: bool,
}

/// The keys are hashes already.
#[derive(Debug, Clone, Copy, Default)]
struct BuildIdentity;

#[derive(Debug, Default)]
struct Identity(u64);

impl std::hash::BuildHasher for BuildIdentity {
    type Hasher = Identity;
    fn build_hasher(&self) -> Identity {
        Identity::default()
    }
}

impl std::hash::Hasher for Identity {
    fn finish(&self) -> u64 {
        self.0
    }
    fn write(&mut self, bytes: &[u8]) {
        self.0 = bytes.iter().fold(self.0, |hash, byte| step(hash, *byte));
    }
    fn write_u64(&mut self, value: u64) {
        self.0 = value;
    }
}

const SEED: u64 = 0xcbf2_9ce4_8422_2325;

/// One step of FNV-1a, a public-domain hash.
fn step(hash: u64, byte: u8) -> u64 {
    (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3)
}

fn step_char(hash: u64, c: char) -> u64 {
    if c.is_ascii() { step(hash, c as u8) } else { c.encode_utf8(&mut [0; 4]).bytes().fold(hash, step) }
}

/// Spreads the bits, so that the top ones can choose a bucket.
fn finish(hash: u64) -> u64 {
    (hash ^ (hash >> 29)).wrapping_mul(0x9e37_79b9_7f4a_7c15)
}

const BUCKET_BITS: u32 = 15;

impl PlaceTable {
    /// Reads the columns `name, country, kind, latitude, longitude, population, aliases`; the first line is the header.
    pub(crate) fn new(text: &'static str) -> PlaceTable {
        let mut rows = Vec::with_capacity(text.len() / 24);
        let mut first_words: HashMap<u64, u8, BuildIdentity> = HashMap::with_capacity_and_hasher(text.len() / 64, BuildIdentity);
        let mut populations = Vec::with_capacity(text.len() / 40);
        let mut offset = text.find('\n').map_or(text.len(), |i| i + 1);
        for line in text[offset..].split_inclusive('\n') {
            let mut cells = line.trim_end().split('\t');
            let name = cells.next().unwrap_or("");
            let population: u64 = cells.nth(4).unwrap_or("").parse().unwrap_or(0);
            populations.push((offset as u32, population));
            let aliases = cells.next().unwrap_or("").split('|').filter(|alias| !alias.is_empty());
            for spelling in std::iter::once(name).chain(aliases) {
                let (weak, spelling) = spelling.strip_prefix('?').map_or((false, spelling), |rest| (true, rest));
                let (hash, first, words) = hash_name(spelling);
                if words > 0 {
                    rows.push(PlaceRow { hash, offset: offset as u32, weak });
                    let most = first_words.entry(first).or_default();
                    *most = (*most).max(words);
                }
            }
            offset += line.len();
        }
        let population = |row: &PlaceRow| populations.binary_search_by_key(&row.offset, |(offset, _)| *offset).map_or(0, |i| populations[i].1);
        rows.sort_by_cached_key(|row| (row.hash, std::cmp::Reverse(population(row)), row.offset));
        rows.dedup_by_key(|row| (row.hash, row.offset));
        let mut buckets = vec![0u32; (1 << BUCKET_BITS) + 1];
        for row in &rows {
            buckets[(row.hash >> (64 - BUCKET_BITS)) as usize + 1] += 1;
        }
        for i in 1..buckets.len() {
            buckets[i] += buckets[i - 1];
        }
        let names = rows.len();
        PlaceTable { text, rows, buckets, first_words, names }
    }

    pub(crate) fn len(&self) -> usize {
        self.names
    }

    pub(crate) fn spellings(&self) -> impl Iterator<Item = &str> {
        self.text.lines().skip(1).flat_map(|line| {
            let mut cells = line.split('\t');
            let name = cells.next().unwrap_or("");
            std::iter::once(name).chain(cells.nth(5).unwrap_or("").split('|').filter(|alias| !alias.is_empty())).map(|s| s.trim_start_matches('?'))
        })
    }

    /// The rows of one hash.
    fn rows_of(&self, hash: u64) -> &[PlaceRow] {
        let bucket = (hash >> (64 - BUCKET_BITS)) as usize;
        let rows = &self.rows[self.buckets[bucket] as usize..self.buckets[bucket + 1] as usize];
        let from = rows.partition_point(|row| row.hash < hash);
        let count = rows[from..].iter().take_while(|row| row.hash == hash).count();
        &rows[from..from + count]
    }

    /// The end of the longest place name that starts at `at` and ends at a word's end, and its rows.
    pub(crate) fn longest(&self, text: &str, at: usize) -> Option<(usize, &[PlaceRow])> {
        let mut hash = SEED;
        let mut best = None;
        let (mut words, mut most) = (0u8, u8::MAX);
        let mut blank = false;
        let mut chars = text[at..].char_indices().peekable();
        while let Some((offset, c)) = chars.next() {
            let Some(folded) = fold_char(c) else { continue };
            if folded == ' ' {
                if blank {
                    continue;
                }
                blank = true;
            } else {
                blank = false;
            }
            hash = step_char(hash, folded);
            let next = chars.peek().map(|(_, c)| *c);
            if !ends_word(c, next) || folded == ' ' {
                continue;
            }
            if is_word_char(c) {
                words += 1;
                if words == 1 {
                    most = *self.first_words.get(&finish(hash))?;
                }
            }
            let rows = self.rows_of(finish(hash));
            let end = at + offset + c.len_utf8();
            // Equal hashes are not yet equal names.
            if !rows.is_empty() && self.read(&rows[0], &fold(&text[at..end])).is_some() {
                best = Some((end, rows));
            }
            if words >= most && next != Some('.') {
                break;
            }
        }
        best
    }

    /// Reads a row, if one of its names is `spelling` (folded).
    pub(crate) fn read(&self, row: &PlaceRow, spelling: &str) -> Option<Place<'_>> {
        let line = self.text[row.offset as usize..].lines().next()?;
        let mut cells = line.split('\t');
        let name = cells.next()?;
        let country = cells.next()?.parse().ok();
        let kind = cells.next()?;
        let latitude: Option<f64> = cells.next()?.parse().ok();
        let longitude: Option<f64> = cells.next()?.parse().ok();
        let population = cells.next()?.parse().unwrap_or(0);
        let mut spellings = std::iter::once(name).chain(cells.next().unwrap_or("").split('|')).map(|s| s.trim_start_matches('?'));
        if !spellings.any(|s| fold(s) == spelling) {
            return None;
        }
        Some(Place { name: name.trim_start_matches('?'), kind, country, coordinates: latitude.zip(longitude), population, weak: row.weak })
    }
}

/// The hashes of a name and of its first word, and how many words it has.
fn hash_name(name: &str) -> (u64, u64, u8) {
    let folded = fold(name);
    let (mut hash, mut first, mut words) = (SEED, 0, 0u8);
    let mut chars = folded.chars().peekable();
    while let Some(c) = chars.next() {
        hash = step_char(hash, c);
        if is_word_char(c) && ends_word(c, chars.peek().copied()) {
            words = words.saturating_add(1);
            if words == 1 {
                first = finish(hash);
            }
        }
    }
    (finish(hash), first, words)
}
