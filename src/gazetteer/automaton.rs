//! The Aho-Corasick index: walked anchored from word starts.
//!
//! A leftmost-longest search with a filter for word boundaries afterwards loses names for good: a longer hit inside a word
//! hides the true, shorter one. So the automaton is built with standard semantics and walked by hand from a word's start,
//! remembering the last pattern that ended where a word ends. The walk folds characters as it goes, so nothing is copied.

use std::collections::HashMap;

use aho_corasick::automaton::Automaton as _;
use aho_corasick::nfa::contiguous::NFA;
use aho_corasick::{Anchored, MatchKind};

use super::entry::NameRef;
use crate::GazetteerError;
use crate::text::fold::{fold, fold_char, is_word_char};

#[derive(Debug)]
pub(crate) struct Automaton {
    nfa: NFA,
    patterns: Vec<Pattern>,
    /// The names of all patterns, each pattern's in a row.
    names: Vec<NameRef>,
}

#[derive(Debug)]
struct Pattern {
    spelling: Box<str>,
    first: u32,
    count: u32,
    /// Found only when the text has it in capitals: "US", not "us".
    capitals: bool,
}

impl Pattern {
    /// Short acronyms are found in capitals alone ("US", not "Us"); longer ones also as British papers write them ("Nato").
    fn fits_case(&self, found: &str) -> bool {
        !self.capitals || !found.chars().any(char::is_lowercase) || self.spelling.len() >= 4 && !self.spelling.contains('.') && found.starts_with(char::is_uppercase)
    }
}

/// A spelling on its way into the automaton. A later layer hides what earlier layers say of the same spelling.
#[derive(Debug, Clone)]
pub(crate) struct Spelling {
    pub(crate) text: Box<str>,
    pub(crate) name: NameRef,
    pub(crate) layer: u32,
}

impl Automaton {
    pub(crate) fn build(spellings: Vec<Spelling>) -> Result<Automaton, GazetteerError> {
        let mut by_text: HashMap<String, usize> = HashMap::with_capacity(spellings.len());
        let mut groups: Vec<(Box<str>, u32, Vec<NameRef>)> = Vec::new();
        for spelling in spellings {
            let folded = fold(&spelling.text);
            if folded.is_empty() {
                continue;
            }
            let group = *by_text.entry(folded).or_insert_with(|| {
                groups.push((spelling.text.clone(), spelling.layer, Vec::new()));
                groups.len() - 1
            });
            let (_, layer, names) = &mut groups[group];
            if spelling.layer > *layer {
                *layer = spelling.layer;
                names.clear();
            }
            if spelling.layer == *layer && !names.iter().any(|n| n.entry == spelling.name.entry && n.form == spelling.name.form) {
                names.push(spelling.name);
            }
        }
        let mut patterns = Vec::with_capacity(groups.len());
        let mut names = Vec::new();
        for (spelling, _, group) in groups {
            let letters = spelling.chars().filter(|c| c.is_alphabetic()).count();
            let capitals = letters <= 5 && letters > 0 && !spelling.chars().any(char::is_lowercase);
            patterns.push(Pattern { spelling, first: names.len() as u32, count: group.len() as u32, capitals });
            names.extend(group);
        }
        let nfa = NFA::builder().match_kind(MatchKind::Standard).prefilter(false).build(patterns.iter().map(|p| fold(&p.spelling))).map_err(|error| GazetteerError::too_large(&error.to_string()))?;
        Ok(Automaton { nfa, patterns, names })
    }

    /// The end of the longest pattern that starts at `at` and ends at a word's end, and its names.
    pub(crate) fn longest(&self, text: &str, at: usize) -> Option<(usize, &[NameRef])> {
        let mut state = self.nfa.start_state(Anchored::Yes).ok()?;
        let mut best = None;
        let mut length = 0;
        let mut blank = false;
        let mut chars = text[at..].char_indices().peekable();
        while let Some((offset, c)) = chars.next() {
            let Some(folded) = fold_char(c) else { continue };
            // Runs of space (a line break within a name) are one blank.
            if folded == ' ' {
                if blank {
                    continue;
                }
                blank = true;
            } else {
                blank = false;
            }
            let mut buffer = [0; 4];
            for byte in folded.encode_utf8(&mut buffer).bytes() {
                state = self.nfa.next_state(Anchored::Yes, state, byte);
                length += 1;
            }
            if self.nfa.is_dead(state) {
                break;
            }
            if self.nfa.is_match(state) {
                // An anchored state also lists patterns that end here but start later: only one as long as the walk counts,
                // and it is the first.
                let pattern = self.nfa.match_pattern(state, 0);
                let end = at + offset + c.len_utf8();
                if self.nfa.pattern_len(pattern) == length {
                    let next = chars.peek().map(|(_, c)| *c);
                    let pattern = &self.patterns[pattern.as_usize()];
                    if ends_word(c, next) && pattern.fits_case(&text[at..end]) {
                        best = Some((end, pattern));
                    }
                }
            }
        }
        best.map(|(end, pattern)| (end, &self.names[pattern.first as usize..(pattern.first + pattern.count) as usize]))
    }

    /// How many spellings it holds.
    pub(crate) fn len(&self) -> usize {
        self.patterns.len()
    }

    pub(crate) fn spellings(&self) -> impl Iterator<Item = &str> {
        self.patterns.iter().map(|p| &*p.spelling)
    }
}

/// Whether a word ends between `last` and `next`.
pub(crate) fn ends_word(last: char, next: Option<char>) -> bool {
    next.is_none_or(|next| !is_word_char(next) || !is_word_char(last))
}
