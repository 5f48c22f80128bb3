//! From bytes to sentences and tokens.
//!
//! [`sentences`] cuts an article into sentences, [`tokens`] cuts a sentence into words, [`furniture`] tells which
//! lines are not part of the story, [`fold`] is the one place that says which characters count as equal.

pub(crate) mod abbreviations;
pub(crate) mod fold;
pub(crate) mod furniture;
pub(crate) mod sentences;
pub(crate) mod tokens;

pub(crate) use sentences::{Sentence, SentenceKind, sentences};
pub(crate) use tokens::tokenize;
