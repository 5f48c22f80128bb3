//! Who passed on what somebody said: "told Interfax", "in an interview with X", "in a statement carried by Y".

use std::ops::Range;

use super::Scene;
use super::speaker::{Phrase, phrase_after, who_is};
use crate::actors::Who;
use crate::gazetteer::NameKind;
use crate::lexicon::Verb;
use crate::syntax::Tree;

/// Words that bring in an outlet, each with the prepositions that may stand between.
const LINKS: &[(&[&str], &[&str])] = &[
    (&["interview", "interviews"], &["with", "to", "for", "on"]),
    (&["interviewed", "quoted", "cited", "carried", "published", "broadcast", "aired", "relayed", "distributed", "printed", "reported"], &["by", "on", "in"]),
    (&["speaking", "talking", "remarks", "comments", "statement", "statements", "email", "message"], &["to", "with", "on"]),
];

/// How many words around a saying may name who passed it on.
const NEAR: usize = 12;

/// Whoever passed on what the verb at `word` says; `speaker` is the phrase for its subject.
pub(super) fn relays(scene: &Scene<'_, '_>, word: usize, verb: &Verb, speaker: &Range<usize>) -> Vec<Who> {
    let tree = scene.tree;
    let mut found: Vec<Phrase> = Vec::new();
    if matches!(verb.lemma, "tell" | "inform") {
        found.extend(outlet_at(scene, word + 1));
    }
    let through = tree.prepositional(word).filter(|(case, c)| matches!(*case, "to" | "with") && relays_it(scene, *c));
    found.extend(through.map(|(_, c)| Phrase { head: c, range: tree.noun_phrase(c) }));
    if found.is_empty() {
        let open = speaker.start.min(word);
        let behind = word.max(speaker.end.saturating_sub(1)) + 1;
        let before = || opening(tree, open).and_then(|range| linked(scene, range));
        let amid = || linked(scene, speaker.end.min(word)..word);
        let after = || linked(scene, behind..clause_start(tree, behind));
        found.extend(amid().or_else(before).or_else(after));
    }
    found.iter().map(|phrase| who_is(scene, phrase)).collect()
}

/// The outlet that the words at `at` name, if a phrase for one starts there: of "told AFP troops had left" the first.
pub(super) fn outlet_at(scene: &Scene<'_, '_>, at: usize) -> Option<Phrase> {
    let tree = scene.tree;
    let phrase = phrase_after(tree, at)?;
    if relays_it(scene, phrase.head) {
        return Some(phrase);
    }
    let first = (phrase.range.start..phrase.range.end).find(|w| relays_it(scene, *w))?;
    let name = tree.words[first].name;
    let end = (first..phrase.range.end).find(|w| tree.words[*w].name != name).unwrap_or(phrase.range.end);
    // "a BBC correspondent" is no outlet; a verb behind the phrase makes what follows the name its subject.
    let clause = phrase.range.end < tree.len() && tree.tag(phrase.range.end).is_finite() && first == at;
    clause.then_some(Phrase { head: first, range: at..end })
}

/// "Speaking to X, the mayor said": the words before the comma before the speaker.
fn opening(tree: &Tree<'_>, speaker: usize) -> Option<Range<usize>> {
    let comma = speaker.checked_sub(1).filter(|w| tree.low(*w) == ",")?;
    let start = comma.saturating_sub(NEAR);
    let start = (start..comma).rev().find(|w| tree.low(*w) == "," || tree.tag(*w).is_finite()).map_or(start, |w| w + 1);
    Some(start..comma)
}

/// Where what is said begins behind a saying, at the latest.
fn clause_start(tree: &Tree<'_>, from: usize) -> usize {
    (from..tree.len().min(from + NEAR)).find(|w| tree.low(*w) == "that" || tree.tag(*w).is_punct() && tree.low(*w) != ",").unwrap_or(tree.len().min(from + NEAR))
}

/// The outlet that a word of the table brings in.
fn linked(scene: &Scene<'_, '_>, range: Range<usize>) -> Option<Phrase> {
    let tree = scene.tree;
    range.clone().find_map(|w| {
        let low = tree.low(w);
        if scene.quoted(w) {
            return None;
        }
        // "whom X quoted"
        if low == "whom" {
            return outlet_at(scene, w + 1);
        }
        let (_, cases) = LINKS.iter().find(|(words, _)| words.contains(&low))?;
        let case = w + 1;
        (case + 1 < tree.len() && cases.contains(&tree.low(case))).then(|| outlet_at(scene, case + 1)).flatten()
    })
}

/// Whether an outlet relays what it is told: another than the one that publishes the article.
fn relays_it(scene: &Scene<'_, '_>, head: usize) -> bool {
    let (doc, tree) = (scene.doc, scene.tree);
    let Some(hit) = doc.hit(tree, head).filter(|hit| hit.kind() == NameKind::Media) else { return nameless(tree, head) };
    let name = hit.actor.map_or("", |actor| actor.name());
    !doc.publisher.is_some_and(|publisher| publisher.contains(hit.span.of(doc.text)) || publisher.contains(name)) && !doc.datelines.iter().any(|line| line.of(doc.text).contains(hit.span.of(doc.text)))
}

/// "state television", "a local newspaper", not "this newspaper".
fn nameless(tree: &Tree<'_>, head: usize) -> bool {
    let start = tree.chunk_start(head);
    let own = (start..head).any(|w| matches!(tree.low(w), "this" | "our" | "that"));
    let state = head > start && tree.low(head - 1) == "state";
    let agency = head > start && tree.low(head - 1) == "news" && tree.low(head) == "agency";
    !own && (agency || state && tree.low(head) == "media" || matches!(tree.low(head), "television" | "tv" | "radio" | "newspaper" | "broadcaster" | "channel"))
}
