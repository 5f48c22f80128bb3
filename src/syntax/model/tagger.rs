//! The tagger: left to right, one linear decision per word.

use super::features::{Sink, atom, f1, f2, f3};
use super::lexicon::Lexicon;
use super::table::{Scores, Table};
use super::tags::{TAG_COUNT, Tag};
use super::words::Word;

/// Columns of a tag row: the tags, filled up to whole vector registers.
pub const TAG_COLUMNS: usize = 56;

/// Words of padding before and after a sentence, so that looking around needs
/// no bounds.
pub const PAD: usize = 2;

/// How a sentence is cased, which decides what a capital letter tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub enum Casing {
    /// Ordinary text.
    Sentence,
    /// Nearly every longer word is capitalised.
    Title,
    /// No lower-case letter.
    Capitals,
}

/// Analyses the words of a sentence into `words`, with padding.
pub fn look_up<S: AsRef<str>>(forms: &[S], lexicon: &Lexicon, words: &mut Vec<Word>) -> Casing {
    words.clear();
    words.resize(PAD, Word { hint: 200, ..Word::default() });
    let (mut lower, mut lower_long, mut capital) = (0usize, 0usize, 0usize);
    for form in forms {
        let form = form.as_ref();
        let word = Word::new(form, lexicon);
        let is_lower = word.shape & 7 == 1;
        lower += usize::from(is_lower);
        lower_long += usize::from(is_lower && form.len() > 4);
        capital += usize::from(word.is_capitalised());
        words.push(word);
    }
    words.resize(words.len() + PAD, Word { hint: 201, ..Word::default() });
    if capital < 3 || capital < lower_long * 4 {
        Casing::Sentence
    } else if lower == 0 && words.iter().all(|w| matches!(w.shape & 7, 0 | 3)) {
        Casing::Capitals
    } else if lower < capital {
        Casing::Title
    } else {
        Casing::Sentence
    }
}

/// Names the features of the tag of `words[at]`; `before` are the tags of the
/// last word and the one before it (numbers past the tags mean "none").
#[inline(always)]
pub fn features(words: &[Word], at: usize, before: [u8; 2], casing: Casing, sink: &mut impl Sink) {
    let (Some(w), Some(p), Some(pp)) = (words.get(at), words.get(at - 1), words.get(at - 2)) else {
        return;
    };
    let (Some(n), Some(nn)) = (words.get(at + 1), words.get(at + 2)) else { return };
    let t1 = atom(u64::from(before[0]));
    let t2 = atom(u64::from(before[1]));
    let suffix2 = atom(u64::from(w.suffix >> 16));
    let suffix3 = atom(u64::from(w.suffix >> 8));
    let suffix4 = atom(u64::from(w.suffix));
    let hint = atom(u64::from(w.hint));
    let next_hint = atom(u64::from(n.hint));
    let shape = atom(u64::from(w.shape) * 4 + casing as u64);
    sink.put(f1(1, w.lower));
    sink.put(f1(2, suffix2));
    sink.put(f1(3, suffix3));
    sink.put(f1(4, suffix4));
    sink.put(f1(5, atom(u64::from(w.prefix & 0xFF_FFFF))));
    sink.put(f2(6, shape, suffix2));
    sink.put(f2(7, shape, t1));
    sink.put(f2(8, t1, t2));
    sink.put(f2(9, t1, suffix3));
    sink.put(f2(10, t1, w.lower));
    sink.put(f1(11, n.lex));
    sink.put(f2(12, t1, n.lex));
    sink.put(f1(13, atom(u64::from(n.suffix >> 8))));
    sink.put(f2(14, t1, next_hint));
    sink.put(f2(15, w.lower, next_hint));
    sink.put(f1(16, p.lex));
    sink.put(f2(17, p.lex, suffix3));
    sink.put(f2(18, p.lex, hint));
    sink.put(f3(19, t1, hint, next_hint));
    sink.put(f3(20, hint, next_hint, atom(u64::from(nn.hint))));
    sink.put(f2(21, hint, n.lex));
    sink.put(f2(22, t1, hint));
    sink.put(f1(23, pp.lex));
    sink.put(f1(24, nn.lex));
    sink.put(f3(25, t2, t1, hint));
    sink.put(f3(26, shape, next_hint, atom(u64::from(n.shape))));
    sink.put(f2(27, w.stem, atom(u64::from(w.suffix >> 24))));
    sink.put(f3(28, hint, shape, atom(u64::from(p.shape))));
    sink.put(f2(29, p.lex, w.lower));
    sink.put(f2(30, w.lower, n.lex));
    sink.put(f2(31, w.lower, shape));
}

/// The tagger's weights.
#[derive(Debug)]
pub struct Tagger {
    /// Rows of tag weights.
    pub table: Table<TAG_COLUMNS>,
}

impl Tagger {
    /// Tags analysed words. Words flagged in `names` are proper nouns; words
    /// with a certain tag get it without being scored.
    pub fn tag(&self, words: &[Word], names: &[bool], casing: Casing, tags: &mut Vec<Tag>) {
        tags.clear();
        let mut before = [100u8, 101];
        for (i, word) in words.iter().enumerate().take(words.len().saturating_sub(PAD)).skip(PAD) {
            let tag = if names.get(i - PAD).copied().unwrap_or(false) {
                Tag::Nnp
            } else if word.certain {
                Tag::from_index(usize::from(word.hint)).unwrap_or(Tag::Nn)
            } else {
                let mut scores = Scores::new(&self.table);
                features(words, i, before, casing, &mut scores);
                match Tag::from_index(scores.best(TAG_COUNT)).unwrap_or(Tag::Nn) {
                    // Only the "to" of an infinitive has that tag: "vowed not to retreat".
                    Tag::Nn if before[0] == Tag::To as u8 => Tag::Vb,
                    tag => tag,
                }
            };
            tags.push(tag);
            before = [tag as u8, before[0]];
        }
    }
}
