//! The index of actors and of users' own names: an Aho-Corasick automaton of first words, and behind each the names that start so.
//!
//! A leftmost-longest search with a filter for word boundaries afterwards loses names for good: a longer hit inside a word
//! hides the true, shorter one. So the automaton is built with standard semantics and walked from a word's start, and the last
//! name that ended where a word ends counts. Tens of thousands of names share some thousand first words: an automaton of those is built
//! in a fraction of the time that whole names take. The names behind a first word are sorted, and every further character narrows
//! them down.

use std::borrow::Cow;

use aho_corasick::automaton::Automaton as _;
use aho_corasick::nfa::contiguous::NFA;
use aho_corasick::{Anchored, MatchKind};

use super::entry::{Entry, NameRef};
use super::known::{Known, finish, hash_word};
use super::meanings::{Spelling, meanings};
use super::walk::{Start, first_word, partition_point, push_folded};
use crate::GazetteerError;

#[derive(Debug)]
pub(super) struct Automaton {
    /// The distinct first words, folded.
    first_words: NFA,
    known: Known,
    buckets: Vec<Bucket>,
    /// Sorted by first word, then by tail.
    patterns: Vec<Pattern>,
    /// What follows the first word in each name, folded, one after the other.
    tails: String,
    /// Where each name's tail starts, and behind the last one, where it ends.
    tail_starts: Vec<u32>,
    /// The first four bytes of each tail.
    heads: Vec<u32>,
    /// What the names mean, in their order.
    meanings: Vec<NameRef>,
}

/// The names with one first word.
#[derive(Debug)]
struct Bucket {
    from: u32,
    to: u32,
}

#[derive(Debug)]
struct Pattern {
    spelling: Cow<'static, str>,
    first: u32,
    count: u32,
    case: Case,
    /// Whether its places hide the built-in ones of that name.
    hides_places: bool,
}

/// How a text has to write a name.
#[derive(Debug, Clone, Copy)]
enum Case {
    Any,
    /// A long acronym, which British papers write like a name: "NATO" or "Nato".
    Capital,
    /// A short acronym: "US", not "Us".
    Capitals,
}

impl Case {
    fn of(spelling: &str) -> Case {
        let letters = spelling.chars().filter(|c| c.is_alphabetic()).count();
        if letters == 0 || letters > 5 || spelling.chars().any(char::is_lowercase) {
            Case::Any
        } else if spelling.len() >= 4 && !spelling.contains('.') {
            Case::Capital
        } else {
            Case::Capitals
        }
    }

    fn fits(self, found: &str) -> bool {
        match self {
            Case::Any => true,
            Case::Capital => found.starts_with(char::is_uppercase) || !found.chars().any(char::is_lowercase),
            Case::Capitals => !found.chars().any(char::is_lowercase),
        }
    }
}

/// The longest name at some place of a text.
#[derive(Debug, Clone, Copy)]
pub(super) struct Found<'a> {
    pub(super) end: usize,
    pub(super) names: &'a [NameRef],
    pub(super) hides_places: bool,
}

impl Automaton {
    /// `weak_place` says whether the built-in places know a (folded) spelling as weak alone.
    pub(super) fn build(spellings: &[Spelling], entries: &[Entry], weak_place: impl Fn(&str) -> bool) -> Result<Automaton, GazetteerError> {
        let mut folded = String::with_capacity(spellings.iter().map(|spelling| spelling.text.len() + 1).sum());
        let mut keys = Vec::with_capacity(spellings.len());
        for (i, spelling) in spellings.iter().enumerate() {
            let start = folded.len();
            push_folded(&spelling.text, &mut folded);
            if folded.len() > u32::MAX as usize || i >= u32::MAX as usize {
                return Err(GazetteerError::too_large("all names together may have 4 GiB"));
            }
            if folded.len() > start {
                keys.push(Key::new(&folded, start, i));
            }
        }
        keys.sort_unstable_by(|a, b| a.prefix.cmp(&b.prefix).then_with(|| a.parts(&folded).cmp(&b.parts(&folded))).then(a.spelling.cmp(&b.spelling)));

        let mut words: Vec<&str> = Vec::new();
        let mut buckets: Vec<Bucket> = Vec::new();
        let mut patterns = Vec::with_capacity(keys.len());
        let mut tails = String::with_capacity(folded.len());
        let mut heads = Vec::with_capacity(keys.len());
        let mut tail_starts = Vec::with_capacity(keys.len() + 1);
        let mut names = Vec::with_capacity(keys.len());
        for group in keys.chunk_by(|a, b| a.prefix == b.prefix && a.parts(&folded) == b.parts(&folded)) {
            let (word, tail) = group[0].parts(&folded);
            if words.last() != Some(&word) {
                words.push(word);
                buckets.push(Bucket { from: patterns.len() as u32, to: 0 });
            }
            if let Some(bucket) = buckets.last_mut() {
                bucket.to = patterns.len() as u32 + 1;
            }
            let spellings = group.iter().map(|key| &spellings[key.spelling as usize]);
            let first = names.len();
            let hides_places = meanings(spellings.clone(), entries, || weak_place(&folded[group[0].start as usize..group[0].end as usize]), &mut names);
            // Of several spellings that fold alike, that of the first meaning tells how a text has to write it.
            let spelling = spellings.clone().find(|spelling| names.get(first).is_some_and(|name| name.entry == spelling.name.entry)).map_or(Cow::Borrowed(""), |spelling| spelling.text.clone());
            patterns.push(Pattern { case: Case::of(&spelling), spelling, first: first as u32, count: (names.len() - first) as u32, hides_places });
            heads.push(head(tail));
            tail_starts.push(tails.len() as u32);
            tails.push_str(tail);
        }
        tail_starts.push(tails.len() as u32);
        let first_words = NFA::builder().match_kind(MatchKind::Standard).prefilter(false).build(&words).map_err(|error| GazetteerError::too_large(&error.to_string()))?;
        let known = Known::new(words.iter().map(|word| finish(hash_word(word))), words.len());
        Ok(Automaton { first_words, known, buckets, patterns, tails, tail_starts, heads, meanings: names })
    }

    /// The longest name that starts there and ends at a word's end.
    pub(super) fn longest(&self, start: &Start<'_, '_>) -> Option<Found<'_>> {
        if !self.known.may_hold(finish(start.hash)) {
            return None;
        }
        let bucket = self.bucket(start.word)?;
        let (mut from, mut to) = (bucket.from as usize, bucket.to as usize);
        let mut best = None;
        let mut depth = 0;
        let mut walk = start.walk();
        let mut last = None;
        'walk: loop {
            // Of sorted names, the one that is complete stands first.
            if self.tail_starts[from + 1] - self.tail_starts[from] == depth {
                if last.is_none_or(|last| walk.ends_word(last)) && self.patterns[from].case.fits(&start.text[start.start..walk.at()]) {
                    best = Some((walk.at(), &self.patterns[from]));
                }
                from += 1;
                if from == to {
                    break;
                }
            }
            let Some(c) = walk.next() else { break };
            for byte in c.encode_utf8(&mut [0; 4]).bytes() {
                (from, to) = self.narrow(from, to, depth, byte);
                depth += 1;
                if from == to {
                    break 'walk;
                }
            }
            last = Some(c);
        }
        best.map(|(end, pattern)| Found { end, names: &self.meanings[pattern.first as usize..(pattern.first + pattern.count) as usize], hides_places: pattern.hides_places })
    }

    /// The names that start with that (folded) word.
    fn bucket(&self, word: &str) -> Option<&Bucket> {
        let mut state = self.first_words.start_state(Anchored::Yes).ok()?;
        for byte in word.bytes() {
            state = self.first_words.next_state(Anchored::Yes, state, byte);
            if self.first_words.is_dead(state) {
                return None;
            }
        }
        if !self.first_words.is_match(state) {
            return None;
        }
        // An anchored state also lists words that end here but start later: only one as long as the walk counts, and it is the first.
        let pattern = self.first_words.match_pattern(state, 0);
        (self.first_words.pattern_len(pattern) == word.len()).then(|| &self.buckets[pattern.as_usize()])
    }

    /// Those of the names `from..to` whose tails have `byte` at `depth`; all of them are longer, and equal up to there.
    fn narrow(&self, from: usize, to: usize, depth: u32, byte: u8) -> (usize, usize) {
        let (first, count) = if depth < 4 {
            equal(&self.heads[from..to], byte, |head| (head >> (24 - 8 * depth)) as u8)
        } else {
            equal(&self.tail_starts[from..to], byte, |start| self.tails.as_bytes()[(start + depth) as usize])
        };
        (from + first, from + first + count)
    }

    /// How many spellings it holds.
    pub(super) fn len(&self) -> usize {
        self.patterns.len()
    }

    pub(super) fn spellings(&self) -> impl Iterator<Item = &str> {
        self.patterns.iter().map(|pattern| &*pattern.spelling)
    }
}

/// Which of sorted things have that byte: how many stand before them, and how many they are.
fn equal(sorted: &[u32], byte: u8, byte_of: impl Fn(u32) -> u8) -> (usize, usize) {
    if let (Some(first), Some(last)) = (sorted.first(), sorted.last())
        && byte_of(*first) == byte
        && byte_of(*last) == byte
    {
        return (0, sorted.len());
    }
    let first = partition_point(sorted, |thing| byte_of(*thing) < byte);
    (first, partition_point(&sorted[first..], |thing| byte_of(*thing) == byte))
}

/// The first four bytes, as a number in their order.
fn head(tail: &str) -> u32 {
    tail.bytes().chain([0; 4]).take(4).fold(0, |head, byte| head << 8 | u32::from(byte))
}

/// A folded spelling: where it stands, and its first bytes, with which most comparisons are over.
struct Key {
    prefix: u64,
    start: u32,
    word: u32,
    end: u32,
    spelling: u32,
}

impl Key {
    /// Of the spelling that starts at `start` and is the last of `folded`.
    fn new(folded: &str, start: usize, spelling: usize) -> Key {
        let word = start + first_word(&folded[start..]);
        let mut prefix = [0; 8];
        let length = (word - start).min(8);
        prefix[..length].copy_from_slice(&folded.as_bytes()[start..start + length]);
        Key { prefix: u64::from_be_bytes(prefix), start: start as u32, word: word as u32, end: folded.len() as u32, spelling: spelling as u32 }
    }

    fn parts<'f>(&self, folded: &'f str) -> (&'f str, &'f str) {
        (&folded[self.start as usize..self.word as usize], &folded[self.word as usize..self.end as usize])
    }
}
