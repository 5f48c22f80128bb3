//! An article under analysis: what every room above the text has found so far.

use std::collections::HashMap;

use chrono::NaiveDate;

use crate::code::{ActorCode, CountryCode};
use crate::gazetteer::{NameForm, NameKind};
use crate::lexicon::{AgentTable, LOCATING};
use crate::names::Hit;
use crate::sourcing::Quotes;
use crate::span::Span;
use crate::syntax::Tree;
use crate::text::Sentence;

/// The article with its sentences, names and trees.
pub(crate) struct Doc<'a> {
    pub(crate) text: &'a str,
    pub(crate) lower: &'a str,
    /// Where the first of several lines ends; 0 for a text of one line.
    pub(crate) headline_end: usize,
    /// Nouns for those who act: the crate's, and the user's own.
    pub(crate) agents: &'a AgentTable,
    pub(crate) published: Option<NaiveDate>,
    pub(crate) publisher: Option<&'a str>,
    pub(crate) sentences: Vec<Sentence>,
    pub(crate) quotes: Quotes,
    /// Names in text order.
    pub(crate) hits: Vec<Hit<'a>>,
    /// The trees of the sentences that were worth parsing.
    pub(crate) trees: Vec<Option<Tree<'a>>>,
    /// People and acronyms that only this article introduces.
    pub(crate) locals: Vec<LocalPerson>,
    /// The country that the article is about, if one stands out.
    pub(crate) theatre: Option<CountryCode>,
    /// The state whose government publishes the article, if one does: "the Prime Minister" is its.
    pub(crate) home: Option<CountryCode>,
    /// The armed group that the article is about, if one stands out: bare "rebels" are its.
    pub(crate) rebels: Option<ActorCode>,
    /// Names of groups that stand before a word for fighters ("Huthi rebels"), as indices into `hits`.
    pub(crate) fighters: Vec<usize>,
    /// Where its reports say where and by whom they were written.
    pub(crate) datelines: Vec<Span>,
}

/// Somebody whom the gazetteer does not know and the article introduces: "Andrey Krasov, a Russian lawmaker", "the Arakan Army (AA)".
#[derive(Debug, Clone)]
pub(crate) struct LocalPerson {
    /// The name where it is introduced.
    pub(crate) span: Span,
    /// The last word of the name, or the acronym, in lower case.
    pub(crate) surname: String,
    pub(crate) code: Option<ActorCode>,
    /// Whether it is the acronym of a body.
    pub(crate) body: bool,
}

impl<'a> Doc<'a> {
    /// The names that lie in `span`.
    pub(crate) fn hits_in(&self, span: Span) -> &[Hit<'a>] {
        let from = self.hits.partition_point(|hit| hit.span.start < span.start);
        let to = self.hits.partition_point(|hit| hit.span.start < span.end);
        &self.hits[from..to.max(from)]
    }

    /// The index of the hit that a word of a tree is or holds.
    pub(crate) fn hit_index(&self, tree: &Tree<'_>, word: usize) -> Option<usize> {
        (tree.words[word].name as usize).checked_sub(1).filter(|i| *i < self.hits.len())
    }

    /// The hit that a word of a tree is or holds.
    pub(crate) fn hit(&self, tree: &Tree<'_>, word: usize) -> Option<&Hit<'a>> {
        self.hit_index(tree, word).map(|i| &self.hits[i])
    }

    /// The place where the report was written, as an index into `hits`.
    pub(crate) fn dateline_place(&self) -> Option<usize> {
        let line = *self.datelines.first()?;
        let from = self.hits.partition_point(|hit| hit.span.start < line.start);
        self.hits_in(line).iter().position(|hit| line.contains(hit.span) && hit.place.is_some()).map(|i| from + i)
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

/// Where the first of several lines ends; 0 for a text of one line.
pub(crate) fn headline_end(text: &str) -> usize {
    let story = text.trim_start();
    story.find('\n').map_or(0, |line| text.len() - story.len() + line)
}

/// The names of groups that the article calls by their fighters ("Huthi rebels"), as indices.
pub(crate) fn fighters(lower: &str, hits: &[Hit<'_>], agents: &AgentTable) -> Vec<usize> {
    let called = |hit: &Hit<'_>| {
        let after = lower[hit.span.end..].trim_start_matches([' ', '-']);
        let word = after.split(|c: char| !c.is_alphabetic()).next().unwrap_or("");
        agents.get(word).is_some_and(|noun| noun.fights() && !noun.acts_for_state())
    };
    (0..hits.len()).filter(|i| hits[*i].kind() == NameKind::Group && called(&hits[*i])).collect()
}

/// The one armed group of the theatre that the article names most, at least twice as often as any other.
pub(crate) fn rebels(hits: &[Hit<'_>], theatre: Option<CountryCode>) -> Option<ActorCode> {
    let mut counts: HashMap<&ActorCode, usize> = HashMap::new();
    for hit in hits.iter().filter(|hit| hit.kind() == NameKind::Group && hit.actor.is_some_and(|actor| actor.country() == theatre)) {
        if let Some(code) = hit.code.as_ref().filter(|code| code.sector().is_none() && !code.is_state()) {
            *counts.entry(code).or_default() += 1;
        }
    }
    let mut ranked: Vec<_> = counts.into_iter().collect();
    ranked.sort_unstable_by(|a, b| b.1.cmp(&a.1).then(a.0.cmp(b.0)));
    match ranked.as_slice() {
        [(first, _)] => Some((*first).clone()),
        [(first, most), (_, next), ..] if *most >= 2 * next => Some((*first).clone()),
        _ => None,
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
        let located = LOCATING.contains(&before);
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
