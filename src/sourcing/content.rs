//! What is said: read off the words around a saying, since the tree is weakest where clauses meet.

use std::ops::Range;

use super::outlets::outlet_at;
use super::speaker::{before_helpers, is_document, is_time, phrase_before, phrases_end, subject_before};
use super::{SIGHT, Scene, verbs};
use crate::lexicon::verb;
use crate::span::Span;
use crate::syntax::{Rel, Tag, Tree};

/// Verbs whose mere object is what is said: "announced a withdrawal", "denied the strikes".
const OF_OBJECTS: &[&str] = &[
    "announce", "deny", "confirm", "report", "declare", "threaten", "promise", "pledge", "claim", "allege", "reveal", "disclose", "rule", "reject", "acknowledge", "admit", "record", "order",
    "characterise", "characterize", "describe", "dismiss", "cite", "dispute", "refute",
];

/// Verbs that say with an infinitive: "threatened to bomb", "ordered troops to leave".
const OF_INFINITIVES: &[&str] = &["threaten", "order", "direct", "instruct", "promise", "pledge", "vow", "swear", "tell", "claim"];

/// Words that bring in somebody else's saying, or the same speaker's next one.
const TURNS: &[&str] = &["while", "whereas", "but", "though", "although", "and", "yet"];

/// What is said, and the saying that stands in its midst, if it does.
#[derive(Debug, Clone, Copy)]
pub(super) struct Extent {
    pub(super) content: Span,
    pub(super) aside: Option<Span>,
}

impl From<Span> for Extent {
    fn from(content: Span) -> Extent {
        Extent { content, aside: None }
    }
}

/// The content of the saying with verb `word`; `block` holds the verb and its speaker.
pub(super) fn of_saying(scene: &Scene<'_, '_>, word: usize, block: Range<usize>) -> Option<Extent> {
    let tree = scene.tree;
    let lemma = verb(tree.low(word)).map_or("", |verb| verb.lemma);
    let to = after_saying(scene, word, block.end);
    let before = before_saying(scene, block.start);
    let to = own_clause(tree, word, to).or_else(|| past_aside(tree, to)).unwrap_or(to);
    let after = to..subordinate_end(scene, word, block.start, to).min(end_of_saying(scene, word, to));
    let end = to >= tree.len() || tree.tag(to) == Tag::Period;
    let pause = end || is_pause(tree, to);
    // "truce that Beijing said it had secured": the noun before is part of what is said.
    if tree.rel(word) == Rel::AclRelcl
        && let Some(head) = tree.head(word).filter(|head| *head < block.start && !pause)
    {
        return Some(tree.bytes(head..after.end.max(head + 1)).into());
    }
    // "K, the army said, K": the saying stands in what it says.
    let midst = |before: &Range<usize>| Extent { content: tree.bytes(before.start..after.end), aside: Some(tree.bytes(block.start..to.max(block.end))) };
    let quote_before = !before.is_empty() && scene.quoted(before.end - 1) && !scene.quoted(block.start);
    // "..., X quoted Y as saying, under a truce": a phrase behind goes on with it.
    let phrase_behind = pause && !end && to + 1 < tree.len() && tree.tag(to + 1) == Tag::In && !matches!(tree.low(to + 1), "as" | "in" | "like" | "via" | "on" | "according");
    if before.len() > 1 && end || !before.is_empty() && (pause || quote_before) && (quote_before || has_clause(tree, &before)) {
        let next = to + 1;
        if pause && next < after.end && (tree.tag(next).is_finite() || scene.quoted(next)) {
            return Some(midst(&before));
        }
        // "X, the army said, breaching the truce": a participle goes on with it, unless the words are quoted.
        let goes_on = next < after.end && tree.tag(to) == Tag::Comma && (tree.tag(next) == Tag::Vbg && !quote_before || phrase_behind);
        return Some(if goes_on { midst(&before) } else { tree.bytes(before).into() });
    }
    // "The pace of the drawdown, he said, depends on ...": the clause goes on behind.
    if !before.is_empty() && pause && to + 1 < after.end {
        return Some(midst(&before));
    }
    // "Army says jets bombed camp": the tagger takes the verb for a participle.
    let short = lemma == "say" && tree.chunk(to).is_some_and(|(_, end)| end < after.end && tree.tag(end) == Tag::Vbn);
    let opens = short || to < tree.len() && (matches!(tree.low(to), "that" | ":") || scene.quoted(to) || to + 1 < tree.len() && pause && scene.quoted(to + 1));
    if !after.is_empty() && (opens || has_clause(tree, &after) || OF_INFINITIVES.contains(&lemma) && after.clone().take(SIGHT).any(|w| tree.low(w) == "to" && tree.tag(w) == Tag::To)) {
        let start = if pause || tree.low(to) == ":" { (to + 1).min(after.end - 1) } else { to };
        return Some(tree.bytes(start..after.end).into());
    }
    // "denied ordering the raid"
    let gerund = to < after.end && to == word + 1 && tree.tag(to) == Tag::Vbg && OF_OBJECTS.contains(&lemma);
    // "a charge Quito denies": the noun before, of a relative clause without its pronoun.
    let bare = || (word + 1 >= tree.len() || tree.tag(word + 1).is_punct()) && OF_OBJECTS.contains(&lemma);
    let noun = || phrase_before(tree, block.start).filter(|_| bare()).map(|phrase| tree.bytes(phrase.range));
    let shown = lemma == "show" && after.clone().take(SIGHT).any(|w| tree.tag(w) == Tag::Vbg);
    if gerund || shown { Some(tree.bytes(after).into()) } else { of_object(tree, word).or_else(noun).map(Extent::from) }
}

/// The mere object of a verb that announces, denies or reports.
pub(super) fn of_object(tree: &Tree<'_>, word: usize) -> Option<Span> {
    let lemma = verb(tree.low(word)).map_or("", |verb| verb.lemma);
    if !OF_OBJECTS.contains(&lemma) {
        return None;
    }
    if let Some(object) = tree.child(word, Rel::Obj).filter(|o| *o > word) {
        return Some(tree.bytes(tree.subtree(object)));
    }
    // Where the tree lost the object: the phrases behind the verb.
    let Some(end) = phrases_end(tree, word + 1) else {
        // Tags go astray too: up to the next pause then.
        let plain = word + 2 < tree.len() && tree.tag(word).is_finite() && !matches!(tree.tag(word + 1), Tag::In | Tag::InSconj | Tag::Rb | Tag::Cc) && !tree.tag(word + 1).is_punct();
        let end = (word + 1..tree.len().min(word + SIGHT)).find(|w| tree.tag(*w).is_punct()).unwrap_or(tree.len());
        return (plain && end > word + 1).then(|| tree.bytes(word + 1..end));
    };
    Some(tree.bytes(word + 1..end))
}

/// What a source phrase without a verb says ("according to X"): the sentence before it, or after it.
pub(super) fn around(scene: &Scene<'_, '_>, from: usize, to: usize) -> Option<Span> {
    let tree = scene.tree;
    let before = before_saying(scene, from);
    let pause = to < tree.len() && tree.tag(to) == Tag::Comma;
    let after = to..end_of_saying(scene, from, to);
    // "X said that, according to Y, ..."
    let dangling = before.clone().next_back().is_some_and(|last| matches!(tree.low(last), "that" | "and" | "but" | "while"));
    if before.len() >= 2 && !dangling {
        if pause && to + 1 < after.end && !has_clause(tree, &before) {
            return Some(tree.bytes(before.start..after.end));
        }
        return Some(tree.bytes(before));
    }
    // A pause belongs to the phrase: "According to X, ..."
    let after = if pause { to + 1..after.end.max(to + 1) } else { after };
    (after.len() > 1).then(|| tree.bytes(after))
}

/// Where the clause that is said begins, if a subordinator of the verb's own clause stands behind `to`: "said in a speech before leaving that".
fn own_clause(tree: &Tree<'_>, word: usize, to: usize) -> Option<usize> {
    if to < tree.len() && matches!(tree.tag(to), Tag::In | Tag::InSconj | Tag::Rb) && tree.low(to) != "that" {
        // Where the tree lost it: the first "that" before any verb with a tense. The tagger takes it for a relative pronoun behind a noun.
        let conjunction = |w: usize| tree.tag(w) == Tag::InSconj || w + 1 < tree.len() && tree.tag(w + 1) == Tag::Prp;
        let that = (to..tree.len().min(to + SIGHT)).take_while(|w| !tree.tag(*w).is_finite() && !tree.tag(*w).is_punct()).find(|w| tree.low(*w) == "that" && conjunction(*w));
        if that.is_some() {
            return that;
        }
    }
    let clause = tree.child(word, Rel::Ccomp).filter(|c| *c > to && tree.low(to) != "that")?;
    tree.children_by(clause, Rel::Mark).find(|m| *m > to && tree.low(*m) == "that")
}

fn is_pause(tree: &Tree<'_>, at: usize) -> bool {
    tree.tag(at) == Tag::Comma || matches!(tree.low(at), ";" | "–" | "—" | "-" | "…")
}

/// "reported, citing two officials, that": where "that" stands behind what commas set off.
fn past_aside(tree: &Tree<'_>, to: usize) -> Option<usize> {
    if to >= tree.len() || tree.tag(to) != Tag::Comma {
        return None;
    }
    let close = (to + 1..tree.len().min(to + 16)).find(|w| tree.tag(*w) == Tag::Comma)?;
    (close + 1 < tree.len() && tree.low(close + 1) == "that").then_some(close + 1)
}

/// "After X told Y that ..., the army left", "X, who said ..., left": where the main clause goes on, if the saying stands in a clause before it.
fn subordinate_end(scene: &Scene<'_, '_>, word: usize, start: usize, to: usize) -> usize {
    let tree = scene.tree;
    let subject = before_helpers(tree, word);
    if subject > 1 && matches!(tree.low(subject - 1), "who" | "which") && tree.tag(subject - 2) == Tag::Comma {
        let goes_on = |w: usize| tree.tag(w) == Tag::Comma && !scene.quoted(w) && (tree.tag(w + 1).is_finite() || tree.tag(w + 1).is_aux());
        return (to..tree.len().min(to + SIGHT).saturating_sub(1)).find(|w| goes_on(*w)).unwrap_or(tree.len());
    }
    let opens = start == 1 && tree.low(to.saturating_sub(1)) != "it" && matches!(tree.low(0), "after" | "before" | "when" | "because" | "although" | "though" | "since" | "while" | "once" | "as");
    if !opens {
        return tree.len();
    }
    (to..tree.len().min(to + SIGHT)).find(|w| tree.tag(*w) == Tag::Comma && !scene.quoted(*w)).unwrap_or(tree.len())
}

/// The words before a parenthesis that starts at `from`, back to a semicolon or to where somebody else's saying ends.
fn before_saying(scene: &Scene<'_, '_>, from: usize) -> Range<usize> {
    let tree = scene.tree;
    if from == 0 || !(tree.tag(from - 1).is_punct() || matches!(tree.low(from), "according" | "citing" | "quoting") || tree.low(from - 1) == "as") {
        return 0..0;
    }
    let mut start = (from.saturating_sub(SIGHT)..from).rev().find(|w| tree.low(*w) == ";").map_or(0, |w| w + 1);
    if let Some(cue) = (start.max(from.saturating_sub(SIGHT))..from).rev().find(|w| verbs::is_cue(scene, *w)) {
        start = (cue..from).rev().find(|w| TURNS.contains(&tree.low(*w)) && !scene.quoted(*w)).map_or(start, |w| w + 1);
    }
    let pause = |w: usize| tree.tag(w) == Tag::Comma || matches!(tree.low(w), "–" | "—" | "-");
    let from = if tree.low(from - 1) == "as" { from - 1 } else { from };
    let end = (start..from).rev().find(|w| !pause(*w)).map_or(start, |w| w + 1);
    start..end
}

/// Where a saying ends whose verb and speaker end at `to`: past listeners, days and the like ("told reporters in Doha on Friday").
fn after_saying(scene: &Scene<'_, '_>, word: usize, mut to: usize) -> usize {
    let tree = scene.tree;
    if tree.low(word) == "put" && to < tree.len() && tree.low(to) == "it" {
        to += 1;
    }
    if matches!(tree.low(word), "told" | "tells" | "tell" | "telling" | "informed" | "assured" | "reminded" | "warned")
        && let Some((head, end)) = tree.chunk(to).filter(|(head, _)| *head < tree.len())
    {
        // The one who is told, unless a verb follows: then it is the clause's subject.
        let outlet = outlet_at(scene, to);
        let listener = end >= tree.len() || !tree.tag(end).is_finite() || tree.tag(head).is_pronoun() && matches!(tree.low(head), "him" | "her" | "them" | "us" | "me");
        if let Some(outlet) = outlet {
            to = outlet.range.end;
        } else if listener {
            to = end;
        } else if let Some(first) = (to..end).find(|w| *w > to && tree.tag(*w) == Tag::Dt || is_listener(tree.low(*w))) {
            // "told parliament the army had halted": two phrases in a row.
            to = if is_listener(tree.low(first)) { first + 1 } else { first };
        }
    }
    while to < tree.len() {
        let low = tree.low(to);
        if is_listener(low) || is_time(low) || matches!(low, "later" | "earlier" | "also" | "too" | "here") || tree.tag(to) == Tag::Rb && !matches!(low, "not" | "n't") {
            to += 1;
        } else if matches!(low, "last" | "this") && to + 1 < tree.len() && matches!(tree.low(to + 1), "week" | "month" | "year" | "night" | "morning") {
            to += 2;
        } else if matches!(tree.tag(to), Tag::In | Tag::To) && low != "that" && low != "as" && !scene.quoted(to) {
            match tree.chunk(to + 1) {
                // A phrase that is followed by its verb is the subject's: "said in January they would".
                Some((head, end)) if end >= tree.len() || !tree.tag(end).is_finite() || is_document(tree, head) && tree.tag(end) == Tag::Vbd => {
                    // "in a statement carried by the state agency"
                    let participle = is_document(tree, head) && end < tree.len() && matches!(tree.tag(end), Tag::Vbn | Tag::Vbd);
                    to = end + usize::from(participle);
                    to += usize::from(participle && to < tree.len() && tree.low(to) == "out");
                }
                _ => return to,
            }
        } else {
            return to;
        }
    }
    to
}

fn is_listener(low: &str) -> bool {
    matches!(low, "reporters" | "journalists" | "lawmakers" | "parliament" | "state" | "news" | "agency" | "television")
}

/// Where what follows a saying ends: at a semicolon, or where somebody else, or the same speaker anew, begins to speak.
pub(super) fn end_of_saying(scene: &Scene<'_, '_>, word: usize, to: usize) -> usize {
    let tree = scene.tree;
    let turn = |at: usize| at.checked_sub(1).filter(|w| *w >= to && TURNS.contains(&tree.low(*w))).map(|w| if w > to && tree.tag(w - 1) == Tag::Comma { w - 1 } else { w });
    for w in to..tree.len().min(to + SIGHT) {
        if scene.quoted(w) {
            continue;
        }
        if tree.low(w) == ";" {
            return w;
        }
        if w == word || !verbs::is_cue(scene, w) {
            continue;
        }
        if tree.tag(w) == Tag::Vbg {
            if w > to && tree.tag(w - 1) == Tag::Comma {
                return w - 1;
            }
            continue;
        }
        if let Some(end) = turn(w) {
            return end;
        }
        if let Some(end) = subject_before(tree, w).filter(|phrase| phrase.range.start > to).and_then(|phrase| turn(phrase.range.start)) {
            return end;
        }
    }
    // The full stop is nobody's word, unless it stands in a quotation.
    let stop = tree.len().checked_sub(1).filter(|last| *last > to && tree.tag(*last) == Tag::Period && !scene.quoted(*last));
    stop.unwrap_or(tree.len())
}

fn has_clause(tree: &Tree<'_>, range: &Range<usize>) -> bool {
    range.clone().take(SIGHT).any(|w| tree.tag(w).is_finite()) || range.len() > 2 && range.clone().take(SIGHT).any(|w| matches!(tree.tag(w), Tag::Vbn | Tag::Vbg)) && range.start == 0
}
