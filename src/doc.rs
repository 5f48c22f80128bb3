//! An article under analysis: what every room above the text has found so far.

use std::collections::HashMap;

use chrono::NaiveDate;

use crate::code::{ActorCode, CountryCode};
use crate::gazetteer::{NameForm, NameKind};
use crate::names::Hit;
use crate::span::Span;
use crate::syntax::Tree;
use crate::text::Sentence;

/// The article with its sentences, names and trees.
pub(crate) struct Doc<'a> {
    pub(crate) text: &'a str,
    pub(crate) lower: &'a str,
    pub(crate) published: Option<NaiveDate>,
    pub(crate) publisher: Option<&'a str>,
    pub(crate) sentences: Vec<Sentence>,
    /// Names in text order.
    pub(crate) hits: Vec<Hit<'a>>,
    /// The trees of the sentences that were worth parsing.
    pub(crate) trees: Vec<Option<Tree<'a>>>,
    /// People whom only this article introduces, in text order.
    pub(crate) locals: Vec<LocalPerson>,
    /// The country that the article is about, if one stands out.
    pub(crate) theatre: Option<CountryCode>,
}

/// A person whom the gazetteer does not know and the article describes: "Andrey Krasov, a Russian lawmaker".
#[derive(Debug, Clone)]
pub(crate) struct LocalPerson {
    /// The name where it is introduced.
    pub(crate) span: Span,
    /// The last word of the name, in lower case.
    pub(crate) surname: String,
    pub(crate) code: Option<ActorCode>,
}

impl<'a> Doc<'a> {
    /// The names that lie in `span`.
    pub(crate) fn hits_in(&self, span: Span) -> &[Hit<'a>] {
        let from = self.hits.partition_point(|hit| hit.span.start < span.start);
        let to = self.hits.partition_point(|hit| hit.span.start < span.end);
        &self.hits[from..to.max(from)]
    }

    /// The hit that a word of a tree is or holds.
    pub(crate) fn hit(&self, tree: &Tree<'a>, word: usize) -> Option<&Hit<'a>> {
        (tree.words[word].name as usize).checked_sub(1).and_then(|i| self.hits.get(i))
    }

    /// The index of the sentence that holds byte `at`.
    pub(crate) fn sentence_at(&self, at: usize) -> usize {
        self.sentences.partition_point(|sentence| sentence.span.end <= at).min(self.sentences.len().saturating_sub(1))
    }

    /// The sentence before, unless it is a headline or furniture.
    pub(crate) fn previous_sentence(&self, index: usize) -> Option<usize> {
        let previous = index.checked_sub(1)?;
        (self.sentences[previous].kind == crate::text::SentenceKind::Body).then_some(previous)
    }
}

/// The country in which most of what the article tells takes place, if it names one.
///
/// Places after "in", "near" and the like say where a war is; adjectives and subjects say whose it is, and count only where nothing else does.
pub(crate) fn theatre(lower: &str, hits: &[Hit<'_>]) -> Option<CountryCode> {
    let mut counts: HashMap<CountryCode, (usize, usize)> = HashMap::new();
    for (i, hit) in hits.iter().enumerate() {
        let named = hit.form() == NameForm::Name;
        let before = lower[..hit.span.start].trim_end().rsplit(' ').next().unwrap_or("");
        let located = matches!(
            before,
            "in" | "near"
                | "across"
                | "around"
                | "into"
                | "from"
                | "over"
                | "inside"
                | "outside"
                | "throughout"
                | "at"
                | "eastern"
                | "western"
                | "northern"
                | "southern"
                | "central"
                | "northwest"
                | "northeast"
                | "southeast"
                | "southwest"
                | "north-west"
                | "north-east"
        );
        let (country, weight) = match hit.kind() {
            NameKind::Place => (hit.country(), if located { 4 } else { 2 }),
            // Capitals stand for governments too often to tell where a war is.
            // "talks on Sudan"
            NameKind::State if named => (hit.country(), if located || matches!(before, "on" | "about") { 6 } else { 1 }),
            NameKind::State if hit.is_adjective() => (hit.actor.and_then(|actor| actor.country()), 1),
            _ => (None, 0),
        };
        if let Some(country) = country {
            counts.entry(country).or_insert((0, i)).0 += weight;
        }
    }
    counts.into_iter().max_by_key(|(country, (count, first))| (*count, std::cmp::Reverse(*first), *country)).map(|(country, _)| country)
}
