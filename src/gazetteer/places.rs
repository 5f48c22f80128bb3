//! The table of built-in places.
//!
//! Building an automaton over a hundred thousand place names would cost more than reading an article. Here names are only hashed, and
//! sorted by the hash of their first word. A row is read (from the embedded text) when a name hits it.

use std::cmp::Reverse;

use crate::code::CountryCode;
use crate::text::fold::is_word_char;

use super::known::{Known, finish, hash_word};
use super::walk::{Start, Walk, first_word, partition_point, push_folded};

#[derive(Debug)]
pub(super) struct PlaceTable {
    text: &'static str,
    /// Sorted by the hash of the first word, then by that of the name, then by population, largest first.
    rows: Vec<PlaceRow>,
    /// The first row whose first word's hash has at least these top bits.
    buckets: Vec<u32>,
    /// The first words.
    known: Known,
}

/// A name of a place.
#[derive(Debug, Clone, Copy)]
pub(super) struct PlaceRow {
    /// Of the whole name.
    hash: u64,
    /// Of the first word.
    first: u32,
    /// Where it stands in the text.
    at: u32,
    /// How texts go on where names with that first word stand.
    onward: u32,
    /// How many bytes the longest name with that first word has.
    longest: u16,
    weak: bool,
}

/// A row, read.
#[derive(Debug, Clone, Copy)]
pub(super) struct Place<'a> {
    pub(super) name: &'a str,
    pub(super) kind: &'a str,
    pub(super) country: Option<CountryCode>,
    pub(super) coordinates: Option<(f64, f64)>,
    pub(super) population: u64,
    pub(super) weak: bool,
}

/// Hashes on. One step of FNV-1a, a public-domain hash.
fn hash(seed: u64, bytes: &[u8]) -> u64 {
    bytes.iter().fold(seed, |hash, byte| (hash ^ u64::from(*byte)).wrapping_mul(0x0000_0100_0000_01b3))
}

const BUCKET_BITS: u32 = 16;

impl PlaceTable {
    /// Reads the columns `name, country, kind, latitude, longitude, population, aliases`; the first line is the header.
    pub(super) fn new(text: &'static str) -> PlaceTable {
        let mut rows = Vec::with_capacity(text.len() / 24);
        let mut folded = String::new();
        let mut at = text.find('\n').map_or(text.len(), |i| i + 1);
        for row in text[at..].split_inclusive('\n') {
            let mut cells = row.trim_end().split('\t');
            let name = cells.next().unwrap_or("");
            let population = cells.nth(4).unwrap_or("").parse().unwrap_or(0);
            let first = rows.len();
            for spelling in std::iter::once(name).chain(aliases(cells.next())) {
                let (weak, spelling) = spelling.strip_prefix('?').map_or((false, spelling), |rest| (true, rest));
                folded.clear();
                push_folded(spelling, &mut folded);
                let Some((word, name)) = hashes(&folded) else { continue };
                let twice = rows[first..].iter().any(|(row, _): &(PlaceRow, u64)| row.hash == name);
                if !twice {
                    // The spelling lies within the row.
                    let at = at + (spelling.as_ptr() as usize - row.as_ptr() as usize);
                    let longest = folded.len().min(u16::MAX.into()) as u16;
                    rows.push((PlaceRow { hash: name, first: word, at: at as u32, onward: onward_of(&folded[first_word(&folded)..]), longest, weak }, population));
                }
            }
            at += row.len();
        }
        let (mut rows, buckets) = into_buckets(rows);
        for bucket in buckets.windows(2) {
            rows[bucket[0] as usize..bucket[1] as usize].sort_unstable_by_key(|(row, population)| (row.first, row.hash, Reverse(*population), row.at));
        }
        let mut rows: Vec<PlaceRow> = rows.into_iter().map(|(row, _)| row).collect();
        for group in rows.chunk_by_mut(|a, b| a.first == b.first) {
            let onward = group.iter().fold(0, |onward, row| onward | row.onward);
            let longest = group.iter().map(|row| row.longest).max().unwrap_or(0);
            group.iter_mut().for_each(|row| (row.onward, row.longest) = (onward, longest));
        }
        let known = Known::new(rows.iter().map(|row| u64::from(row.first) << 32), rows.len());
        PlaceTable { text, rows, buckets, known }
    }

    pub(super) fn len(&self) -> usize {
        self.rows.len()
    }

    pub(super) fn spellings(&self) -> impl Iterator<Item = &str> {
        self.text.lines().skip(1).flat_map(|line| {
            let mut cells = line.split('\t');
            let name = cells.next().unwrap_or("");
            std::iter::once(name).chain(aliases(cells.nth(5))).map(|s| s.trim_start_matches('?'))
        })
    }

    /// Whether this (folded) spelling is known, and always as weak.
    pub(super) fn is_weak(&self, spelling: &str) -> bool {
        let Some((first, name)) = hashes(spelling) else { return false };
        let rows = named(self.starting_with(first), first, name);
        !rows.is_empty() && rows.iter().all(|row| row.weak)
    }

    /// The rows of the names with that first word, and those of some more behind them.
    fn starting_with(&self, first: u32) -> &[PlaceRow] {
        let bucket = (first >> (32 - BUCKET_BITS)) as usize;
        let rows = &self.rows[self.buckets[bucket] as usize..self.buckets[bucket + 1] as usize];
        &rows[partition_point(rows, |row| row.first < first)..]
    }

    /// The end of the longest place name that starts there and ends at a word's end, and its rows.
    pub(super) fn longest(&self, start: &Start<'_, '_>) -> Option<(usize, &[PlaceRow])> {
        let mut state = start.hash;
        if !self.known.may_hold(finish(state)) {
            return None;
        }
        let first = first_hash(state);
        let group = self.starting_with(first);
        let PlaceRow { onward, longest, .. } = *group.first().filter(|row| row.first == first)?;
        let mut length = start.word.len();
        let mut best = None;
        let mut walk = start.walk();
        let mut last = None;
        loop {
            if last.is_none_or(|last| last != ' ' && walk.ends_word(last)) {
                let rows = named(group, first, finish(state));
                // Equal hashes are not yet equal names.
                if rows.first().is_some_and(|row| self.spells(row, &start.text[start.start..walk.at()])) {
                    best = Some((walk.at(), rows));
                }
            }
            if length >= usize::from(longest) || last.is_none() && onward & onward_bit(start.walk()) == 0 {
                break;
            }
            let Some(c) = walk.next() else { break };
            state = hash(state, c.encode_utf8(&mut [0; 4]).as_bytes());
            length += c.len_utf8();
            last = Some(c);
        }
        best
    }

    /// Whether the row's name is `found`.
    fn spells(&self, row: &PlaceRow, found: &str) -> bool {
        let mut name = Walk::new(self.text, row.at as usize);
        Walk::new(found, 0).all(|c| name.next() == Some(c)) && self.text[name.at()..].trim_start_matches(' ').chars().next().is_none_or(|c| matches!(c, '\t' | '|' | '\r' | '\n'))
    }

    /// Reads a row, if its name is `found`.
    pub(super) fn read(&self, row: &PlaceRow, found: &str) -> Option<Place<'_>> {
        if !self.spells(row, found) {
            return None;
        }
        let line = self.text[..row.at as usize].rfind('\n').map_or(0, |i| i + 1);
        let mut cells = self.text[line..].lines().next()?.split('\t');
        let name = cells.next()?;
        let country = cells.next()?.parse().ok();
        let kind = cells.next()?;
        let latitude: Option<f64> = cells.next()?.parse().ok();
        let longitude: Option<f64> = cells.next()?.parse().ok();
        let population = cells.next()?.parse().unwrap_or(0);
        Some(Place { name: name.trim_start_matches('?'), kind, country, coordinates: latitude.zip(longitude), population, weak: row.weak })
    }
}

/// The rows of one name, among those with its first word and later ones.
fn named(rows: &[PlaceRow], first: u32, hash: u64) -> &[PlaceRow] {
    let from = partition_point(rows, |row| (row.first, row.hash) < (first, hash));
    let count = rows[from..].iter().take_while(|row| (row.first, row.hash) == (first, hash)).count();
    &rows[from..from + count]
}

/// Sorts rows by the top bits of their first words' hashes; returns where those of each value start.
fn into_buckets(rows: Vec<(PlaceRow, u64)>) -> (Vec<(PlaceRow, u64)>, Vec<u32>) {
    let bucket = |(row, _): &(PlaceRow, u64)| (row.first >> (32 - BUCKET_BITS)) as usize;
    let mut buckets = vec![0u32; (1 << BUCKET_BITS) + 1];
    for row in &rows {
        buckets[bucket(row) + 1] += 1;
    }
    for i in 1..buckets.len() {
        buckets[i] += buckets[i - 1];
    }
    let mut next = buckets.clone();
    let mut sorted = rows.clone();
    for row in rows {
        let place = &mut next[bucket(&row)];
        sorted[*place as usize] = row;
        *place += 1;
    }
    (sorted, buckets)
}

fn aliases(cell: Option<&str>) -> impl Iterator<Item = &str> {
    cell.unwrap_or("").split('|').filter(|alias| !alias.is_empty())
}

/// A bit for the second and third character behind a first word (the first is mostly a blank).
fn onward_bit(mut behind: impl Iterator<Item = char>) -> u32 {
    let mut next = || behind.next().map_or(0, u32::from);
    let (_, second, third) = (next(), next(), next());
    1 << ((second * 31 + third) % 32)
}

/// The bits with which a text has to go on for a name with that (folded) tail to stand there. A set of names has all of theirs: most
/// texts are told from most sets by them.
fn onward_of(tail: &str) -> u32 {
    match tail.chars().take(3).count() {
        0 => 0,
        3 => onward_bit(tail.chars()),
        // "U." goes on with anything.
        _ => u32::MAX,
    }
}

fn first_hash(state: u64) -> u32 {
    (finish(state) >> 32) as u32
}

/// The hashes of a folded name's first word and of all of it; none without a word.
fn hashes(folded: &str) -> Option<(u32, u64)> {
    let (first, rest) = folded.split_at(first_word(folded));
    let state = hash_word(first);
    first.contains(is_word_char).then(|| (first_hash(state), finish(hash(state, rest.as_bytes()))))
}

#[cfg(test)]
mod tests {
    use super::*;

    const PLACES: &str = "name\tcountry\tkind\tlatitude\tlongitude\tpopulation\taliases
Karsin\tSDN\ttown\t12.5\t30.25\t52000\tQarsin|Karsin al-Kubra (East)
Karsin\tTCD\ttown\t\t\t90000\t?Qarsin
?Hope\tSDN\tarea\t\t\t\t
";

    fn find(text: &str) -> Option<(&str, Vec<u64>)> {
        let table = PlaceTable::new(PLACES);
        let mut word = String::new();
        let (end, rows) = table.longest(&Start::read(text, 0, &mut word))?;
        let read = |row: &PlaceRow| table.read(row, &text[..end]).map(|place| place.population);
        Some((&text[..end], rows.iter().filter_map(read).collect()))
    }

    #[test]
    fn the_longest_name_is_found_with_all_its_places() {
        assert_eq!(find("Karsin’s"), Some(("Karsin", vec![90000, 52000])));
        assert_eq!(find("Karsin al\u{2011}Kubra\n(East), he said"), Some(("Karsin al\u{2011}Kubra\n(East)", vec![52000])));
        assert_eq!(find("Karsin al-Kubra (Easter)"), Some(("Karsin", vec![90000, 52000])));
        assert_eq!(find("Karsinia"), None);
    }

    #[test]
    fn weak_is_what_all_its_places_are() {
        let table = PlaceTable::new(PLACES);
        assert_eq!(table.len(), 6);
        assert!(table.is_weak("hope"));
        assert!(!table.is_weak("qarsin") && !table.is_weak("nowhere") && !table.is_weak(""));
    }
}
