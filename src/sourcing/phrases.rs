//! Sayings without a verb: "according to X", "X's announcement that", "reports of", headlines with a colon.

use std::ops::Range;

use super::speaker::{Phrase, before_helpers, is_time, issuer, phrase_after, phrase_before, phrases_end, speaker_like, who_is};
use super::{SIGHT, Scene, Statement, content};
use crate::actors::{Certainty, Who};
use crate::span::Span;
use crate::syntax::{Tag, Tree};

/// Nouns of saying.
const CUE_NOUNS: &[&str] = &[
    "announcement", "announcements", "statement", "statements", "claim", "claims", "allegation", "allegations", "warning", "warnings", "threat", "threats", "pledge", "promise", "promises", "denial",
    "denials", "vow", "declaration", "assertion", "assertions", "insistence", "accusation", "accusations", "admission", "tweet", "suggestion", "acknowledgement", "acknowledgment", "confirmation",
    "assurance", "assurances",
];

/// What people are who hold that something is so.
const CONVICTIONS: &[&str] = &[
    "adamant", "certain", "clear", "confident", "convinced", "sure", "doubtful", "sceptical", "skeptical", "hopeful", "optimistic", "pessimistic", "concerned", "worried", "afraid", "fearful",
    "insistent", "emphatic", "categorical", "unconvinced",
];

/// Phrases that bring a source, as their words, longest first.
const SOURCE_PHRASES: &[&[&str]] = &[&["in", "the", "words", "of"], &["in", "the", "view", "of"], &["in", "the", "opinion", "of"], &["according", "to"], &["as", "per"]];

/// The saying that a phrase starting at `word` makes.
pub(super) fn statement(scene: &Scene<'_, '_>, word: usize) -> Option<(Statement, Phrase)> {
    let tree = scene.tree;
    if scene.quoted(word) {
        return None;
    }
    if let Some(words) = SOURCE_PHRASES.iter().find(|words| word + words.len() < tree.len() && words.iter().enumerate().all(|(i, own)| tree.low(word + i) == *own)) {
        return source_phrase(scene, word..word + words.len());
    }
    let low = tree.low(word);
    if CONVICTIONS.contains(&low) {
        return conviction(scene, word);
    }
    if !tree.tag(word).is_noun() || tree.words[word].name > 0 {
        return None;
    }
    if low == "reports" || low == "report" {
        return reports(scene, word);
    }
    CUE_NOUNS.contains(&low).then(|| noun(scene, word)).flatten()
}

/// "diplomats are sceptical that ...": whoever holds it is its source; "it is clear that" is nobody's.
fn conviction(scene: &Scene<'_, '_>, word: usize) -> Option<(Statement, Phrase)> {
    let tree = scene.tree;
    if word + 2 >= tree.len() || tree.low(word + 1) != "that" {
        return None;
    }
    let mut end = before_helpers(tree, word);
    if end > 0 && matches!(tree.low(end - 1), "remain" | "remains" | "remained" | "seem" | "seems" | "seemed" | "sounded" | "sound" | "sounds") {
        end = before_helpers(tree, end - 1);
    }
    let denied = (end..word).any(|w| tree.tag(w) == Tag::Not || matches!(tree.low(w), "never" | "hardly" | "if"));
    let phrase = phrase_before(tree, end).filter(|phrase| !denied && end < word && speaker_like(scene.doc, tree, phrase.head) && tree.low(phrase.head) != "it")?;
    let content = tree.bytes(word + 1..content::end_of_saying(scene, word, word + 1));
    Some((Statement { speaker: Some(who_is(scene, &phrase)), relays: Vec::new(), cue: tree.word_span(word), content, aside: None }, phrase))
}

fn source_phrase(scene: &Scene<'_, '_>, cue: Range<usize>) -> Option<(Statement, Phrase)> {
    let tree = scene.tree;
    let phrase = phrase_after(tree, cue.end)?;
    let end = after_source(tree, phrase.range.end);
    let content = content::around(scene, cue.start, end)?;
    Some((Statement { speaker: Some(who_is(scene, &phrase)), relays: Vec::new(), cue: tree.bytes(cue), content, aside: None }, phrase))
}

/// Past what hangs on a source: ", who led the mission," and "seen by Le Monde".
fn after_source(tree: &Tree<'_>, end: usize) -> usize {
    let comma = end < tree.len() && tree.tag(end) == Tag::Comma;
    let relative = comma && end + 1 < tree.len() && matches!(tree.low(end + 1), "who" | "which" | "whose");
    if relative {
        return (end + 2..tree.len()).take(SIGHT).find(|w| tree.tag(*w) == Tag::Comma).unwrap_or(end);
    }
    if end < tree.len() && matches!(tree.tag(end), Tag::Vbn | Tag::Vbd | Tag::Wp | Tag::Wdt | Tag::Jj | Tag::In) {
        return (end..tree.len()).take(SIGHT).find(|w| tree.tag(*w).is_punct()).unwrap_or(end);
    }
    end
}

/// "reports of an air strike", "reports that ...": the reports are the source.
fn reports(scene: &Scene<'_, '_>, word: usize) -> Option<(Statement, Phrase)> {
    let tree = scene.tree;
    if scene.doc.hit(tree, word).is_some() || word + 2 >= tree.len() || !matches!(tree.low(word + 1), "of" | "that") {
        return None;
    }
    let end = match tree.low(word + 1) {
        "of" => phrases_end(tree, word + 2)?,
        _ => (word..tree.len()).take(SIGHT).find(|w| tree.tag(*w) == Tag::Comma).unwrap_or(tree.len()),
    };
    let span = tree.word_span(word);
    let speaker = Who { span, code: None, name: None, certainty: Certainty::Noun };
    Some((Statement { speaker: Some(speaker), relays: Vec::new(), cue: span, content: tree.bytes(word + 2..end), aside: None }, Phrase { head: word, range: word..word + 1 }))
}

/// "Trump's announcement that ...", "a statement by the army that ...", "a warning from the mayor of ...".
fn noun(scene: &Scene<'_, '_>, word: usize) -> Option<(Statement, Phrase)> {
    let tree = scene.tree;
    let mut at = word + 1;
    let possessor = (word.saturating_sub(4)..word).rev().find(|w| tree.tag(*w) == Tag::Pos).and_then(|s| phrase_before(tree, s)).or_else(|| {
        // "his announcement"
        (word.saturating_sub(3)..word).rev().find(|w| tree.tag(*w) == Tag::PrpPoss && !matches!(tree.low(*w), "our" | "my" | "your")).map(|w| Phrase { head: w, range: w..w + 1 })
    });
    // "Minister Ellwood statement on", in headlines.
    let named = || {
        word.checked_sub(1)
            .filter(|w| (tree.tag(*w).is_proper() || tree.words[*w].name > 0) && at < tree.len() && matches!(tree.low(at), "on" | "about" | "that"))
            .and_then(|_| phrase_before(tree, word))
    };
    let mut speaker = possessor.or_else(named);
    // Times and places stand between: "his announcement late last week that".
    while at < tree.len() && at < word + 12 {
        let low = tree.low(at);
        if matches!(low, "by" | "from") && speaker.is_none() {
            let phrase = phrase_after(tree, at + 1)?;
            at = phrase.range.end;
            speaker = Some(phrase);
        } else if matches!(low, "late" | "early" | "last" | "this" | "week" | "month" | "year" | "earlier") || is_time(low) {
            at += 1;
        } else if matches!(low, "at" | "in") || low == "on" && tree.chunk(at + 1).is_some_and(|(head, _)| is_time(tree.low(head))) {
            at = tree.chunk(at + 1)?.1;
        } else {
            break;
        }
    }
    let phrase = speaker.filter(|phrase| speaker_like(scene.doc, tree, phrase.head) || tree.tag(phrase.head) == Tag::PrpPoss)?;
    if at >= tree.len() {
        return None;
    }
    let content = match tree.low(at) {
        "that" | "to" => at..clause_end(tree, at + 1),
        "of" | "on" | "about" => at + 1..phrases_end(tree, at + 1)?,
        _ if tree.tag(at) == Tag::Vbg => at + 1..clause_end(tree, at + 1),
        _ => return None,
    };
    Some((Statement { speaker: Some(who_is(scene, &phrase)), relays: Vec::new(), cue: tree.word_span(word), content: tree.bytes(content), aside: None }, phrase))
}

/// Where a clause behind a noun ends: at the next comma or semicolon, or with the sentence.
fn clause_end(tree: &Tree<'_>, from: usize) -> usize {
    (from..tree.len()).take(SIGHT).find(|w| matches!(tree.low(*w), ";" | ",")).unwrap_or(tree.len())
}

/// "X made the following statement:", "the ministry issued this message:": whoever issues it says what follows the colon.
pub(super) fn issued(scene: &Scene<'_, '_>) -> Option<(Statement, Phrase)> {
    let tree = scene.tree;
    if tree.low(tree.len() - 1) != ":" {
        return None;
    }
    let (noun, phrase) = (1..tree.len())
        .filter(|w| {
            matches!(
                tree.low(*w),
                "statement" | "statements" | "message" | "remarks" | "comments" | "declaration" | "letter" | "appeal" | "communique" | "communiqué" | "tweet" | "post" | "announcement"
            )
        })
        .find_map(|w| {
            let document = Phrase { head: w, range: tree.chunk_start(w)..w + 1 };
            Some((w, issuer(tree, &document)?))
        })?;
    let end = tree.span.end;
    Some((Statement { speaker: Some(who_is(scene, &phrase)), relays: Vec::new(), cue: tree.word_span(noun), content: Span::new(end, end), aside: None }, phrase))
}

/// Headlines: "UN: truce holds in Hodeidah", "Rebels quit town: monitor".
pub(super) fn headline(scene: &Scene<'_, '_>) -> Option<(Statement, Phrase)> {
    let tree = scene.tree;
    let text = tree.span.of(tree.text);
    if text.ends_with(['.', '”', '"', '!', '?', ':']) {
        return None;
    }
    let divides = |i: usize| tree.low(i) == ":" || matches!(tree.low(i), "-" | "–" | "—") && tree.words[i].start > tree.words[i - 1].end;
    let colon = (1..tree.len().saturating_sub(1)).rev().find(|i| divides(*i) && !scene.quoted(*i))?;
    let first = (1..colon).find(|i| divides(*i) && !scene.quoted(*i)).unwrap_or(colon);
    let source = |range: Range<usize>| {
        let fits = range.len() <= 4 && range.clone().all(|i| !tree.tag(i).is_finite() || i + 1 == range.end && tree.tag(i).is_verb());
        let head = range.clone().rev().find(|i| speaker_like(scene.doc, tree, *i) && !tree.tag(*i).is_pronoun());
        head.filter(|_| fits).map(|head| Phrase { head, range })
    };
    let (phrase, content, cue) = match source(colon + 1..tree.len()) {
        Some(phrase) => (phrase, 0..colon, colon),
        None => (source(0..first)?, first + 1..tree.len(), first),
    };
    Some((Statement { speaker: Some(who_is(scene, &phrase)), relays: Vec::new(), cue: tree.word_span(cue), content: tree.bytes(content), aside: None }, phrase))
}
