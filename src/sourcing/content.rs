//! What is said: read off the words around a saying, since the tree is weakest where clauses meet.

use std::ops::Range;

use crate::lexicon::verb;
use crate::span::Span;
use crate::syntax::{Rel, Tag, Tree};

/// Verbs whose mere object is what is said: "announced a withdrawal", "denied the strikes".
const OF_OBJECTS: &[&str] = &["announce", "deny", "confirm", "report", "declare", "threaten", "promise", "pledge", "claim", "allege", "reveal", "disclose", "rule", "reject", "acknowledge", "admit", "record", "order", "characterise", "characterize"];

/// Verbs that say with an infinitive: "threatened to bomb", "ordered troops to leave".
const OF_INFINITIVES: &[&str] = &["threaten", "order", "direct", "instruct", "promise", "pledge", "vow", "swear", "tell", "claim"];

/// The content of a saying with verb `word` by a speaker in `noun`.
pub(super) fn of_saying(tree: &Tree<'_>, word: usize, noun: Range<usize>) -> Vec<Span> {
    let lemma = verb(tree.low(word)).map_or("", |verb| verb.lemma);
    let from = noun.start.min(word);
    let to = after_saying(tree, noun.end.max(word + 1));
    let before = before_saying(tree, from);
    let after = to..end_of_saying(tree, word, to);
    let closes = to >= tree.len() || matches!(tree.tag(to), Tag::Comma | Tag::Period) || matches!(tree.low(to), ";" | "–" | "—" | "-" | "…");
    // "truce that Beijing said it had secured": the noun before is part of what is said.
    if tree.rel(word) == Rel::AclRelcl
        && let Some(head) = tree.head(word).filter(|head| *head < from)
    {
        return vec![tree.bytes(head..after.end.max(head + 1))];
    }
    if !before.is_empty() && closes && (has_clause(tree, &before) || quoted(tree, from)) {
        let mut found = vec![tree.bytes(before)];
        // "X, the army said, breaching the truce": a participle goes on with it.
        if to + 1 < tree.len() && tree.tag(to) == Tag::Comma && tree.tag(to + 1) == Tag::Vbg {
            found.push(tree.bytes(to + 1..after.end));
        }
        return found;
    }
    // "The pace of the drawdown, he said, depends on ...": the clause goes on behind.
    if !before.is_empty() && closes && to + 1 < after.end {
        return vec![tree.bytes(before.start..after.end)];
    }
    if OF_INFINITIVES.contains(&lemma) && after.clone().any(|w| tree.low(w) == "to" && tree.tag(w) == Tag::To) || has_clause(tree, &after) || to < tree.len() && matches!(tree.low(to), "that" | ":" | "“" | "\"") {
        return if after.is_empty() { Vec::new() } else { vec![tree.bytes(after)] };
    }
    of_object(tree, word).into_iter().collect()
}

/// The mere object of a verb that announces, denies or reports.
pub(super) fn of_object(tree: &Tree<'_>, word: usize) -> Option<Span> {
    let lemma = verb(tree.low(word)).map_or("", |verb| verb.lemma);
    let object = tree.child(word, Rel::Obj).filter(|o| *o > word && OF_OBJECTS.contains(&lemma))?;
    Some(tree.bytes(tree.subtree(object)))
}

/// What a source phrase without a verb says ("according to X"): the sentence before it, or after it.
pub(super) fn around(tree: &Tree<'_>, from: usize, to: usize) -> Option<Span> {
    let before = before_saying(tree, from);
    if before.len() >= 2 {
        return Some(tree.bytes(before));
    }
    // A pause belongs to the phrase: "According to X, ..."
    let to = if to < tree.len() && tree.tag(to) == Tag::Comma { to + 1 } else { to };
    let after = to..end_of_saying(tree, from, to);
    (after.len() > 1).then(|| tree.bytes(after))
}

/// The words before a parenthesis that starts at `from`, back to a semicolon.
fn before_saying(tree: &Tree<'_>, from: usize) -> Range<usize> {
    let parenthesis = from > 0 && (tree.tag(from - 1).is_punct() || matches!(tree.low(from - 1), "according" | "and"));
    let start = (0..from).rev().find(|w| tree.low(*w) == ";").map_or(0, |w| w + 1);
    let end = if parenthesis || from > 0 && tree.low(from) == "according" { from } else { start };
    let end = (start..end).rev().find(|w| !(tree.tag(*w) == Tag::Comma || matches!(tree.low(*w), "–" | "—" | "-"))).map_or(start, |w| w + 1);
    start..end
}

/// Where a saying ends that starts before `to`: past listeners, days and the like ("told reporters in Doha on Friday").
fn after_saying(tree: &Tree<'_>, mut to: usize) -> usize {
    while to < tree.len() {
        let low = tree.low(to);
        let listener = matches!(low, "reporters" | "journalists" | "lawmakers" | "parliament" | "state" | "news" | "agency" | "television" | "later" | "earlier" | "also" | "too" | "today" | "yesterday" | "here") || is_day(low);
        if listener || tree.tag(to) == Tag::Rb && !matches!(low, "not" | "n't") {
            to += 1;
        } else if tree.tag(to) == Tag::In && low != "that" && low != "as" {
            match tree.chunk(to + 1) {
                // A phrase that is followed by its verb is the subject's: "said in January they would".
                Some((_, end)) if end < tree.len() && !tree.tag(end).is_finite() => to = end,
                Some((_, end)) if end >= tree.len() => to = end,
                _ => return to,
            }
        } else if tree.words[to].name > 0 && to + 1 < tree.len() && (tree.low(to + 1) == "that" || tree.tag(to + 1).is_punct() || tree.low(to + 1) == "on") && tree.tag(to - 1).is_verb() {
            // "told Interfax that"
            to += 1;
        } else {
            return to;
        }
    }
    to
}

fn is_day(low: &str) -> bool {
    matches!(low, "monday" | "tuesday" | "wednesday" | "thursday" | "friday" | "saturday" | "sunday")
}

/// Where what follows a saying ends: at a semicolon, or where somebody else begins to speak in a clause of their own.
fn end_of_saying(tree: &Tree<'_>, word: usize, to: usize) -> usize {
    (to..tree.len())
        .find(|w| {
            let other = *w > word && tree.rel(*w) == Rel::Conj && tree.tag(*w).is_verb() && verb(tree.low(*w)).is_some_and(|verb| verb.is(crate::lexicon::VerbClass::Say)) && tree.under(*w, word);
            tree.low(*w) == ";" || other
        })
        .map_or(tree.len(), |w| {
            if tree.low(w) == ";" {
                return w;
            }
            // Back to the conjunction before the other speaker.
            (to..w).rev().find(|c| matches!(tree.tag(*c), Tag::Cc | Tag::Comma) || matches!(tree.low(*c), "while" | "but")).unwrap_or(w)
        })
}

fn has_clause(tree: &Tree<'_>, range: &Range<usize>) -> bool {
    range.clone().any(|w| tree.tag(w).is_finite()) || range.len() > 2 && range.clone().any(|w| matches!(tree.tag(w), Tag::Vbn | Tag::Vbg)) && range.start == 0
}

/// Whether a quotation closes right before `from`.
fn quoted(tree: &Tree<'_>, from: usize) -> bool {
    from > 0 && (matches!(tree.low(from - 1), "”" | "\"" | "’") || from > 1 && matches!(tree.low(from - 2), "”" | "\""))
}
