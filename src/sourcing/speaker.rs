//! Whose words they are: the phrase before or after a word of saying, and who that is.
//!
//! The phrases are read off tags, since the parser is weak where a saying hangs on what is said.

use std::ops::Range;

use super::{SIGHT, Scene};
use crate::actors::{Certainty, Who, agent_noun, can_act, who};
use crate::doc::Doc;
use crate::gazetteer::NameKind;
use crate::lexicon::{AgentKind, VerbClass, is_day, verb};
use crate::span::Span;
use crate::syntax::{Rel, Tag, Tree};

/// A noun phrase: its head and its words, phrases behind it included ("an aide | to Lebed").
#[derive(Debug, Clone)]
pub(super) struct Phrase {
    pub(super) head: usize,
    pub(super) range: Range<usize>,
}

/// Nouns for documents and pictures, which say or show what is in them.
const DOCUMENTS: &[&str] = &[
    "statement", "statements", "report", "reports", "document", "documents", "letter", "email", "emails", "tweet", "tweets", "post", "posts", "article", "articles", "communique", "communiqué",
    "note", "memo", "memorandum", "cable", "cables", "filing", "filings", "papers", "record", "records", "indictment", "verdict", "ruling", "resolution", "text", "footage", "video", "videos",
    "image", "images", "imagery", "photo", "photos", "photograph", "photographs", "picture", "pictures", "figures", "data", "statistics", "map", "maps", "study", "survey", "poll", "analysis",
    "assessment", "evidence", "announcement", "release", "readout", "broadcast", "website", "newspaper", "magazine", "inquiry", "investigation", "probe", "inspection", "autopsy", "source", "sources",
    "file", "files", "transcript", "message", "leaflet", "notice", "summary", "results",
];

/// Nouns for people that the table of agents leaves out, since they say nothing of whom these act for.
const PEOPLE: &[&str] = &[
    "witnesses", "residents", "media", "officer", "man", "woman", "men", "women", "some", "many", "others", "one", "neighbours", "neighbors", "relatives", "family", "families", "eyewitnesses",
    "analysts", "experts", "critics", "people", "locals", "court", "tribunal", "mediator", "mediators", "survivor", "survivors", "nurse", "priest", "bishop", "widow", "television", "radio", "tv",
    "agency", "channel", "broadcaster", "station", "outlet", "outlets", "press", "student", "students", "elder", "elders", "girl", "boy", "mother", "father", "another", "both", "several", "most",
    "few", "two", "three", "half", "all", "everyone", "everybody", "head", "heads", "chair", "assistant", "assistants", "colleague", "colleagues", "friend", "friends", "cousin", "brother", "sister",
    "son", "daughter", "uncle", "aunt", "wife", "husband", "parents", "surgeon", "physician", "imam", "monk", "monks", "nun", "nuns", "cleric", "clerics", "rabbi", "refugee", "refugees", "veteran",
    "veterans", "prosecutors", "delegate", "delegates",
];

/// Words that open a clause, so that a phrase behind them is no object of theirs.
const OPENERS: &[&str] =
    &["that", "while", "whereas", "as", "after", "before", "because", "when", "if", "whether", "though", "although", "since", "until", "where", "and", "but", "or", "than", "once", "unless"];

/// Whether a phrase can be a source: somebody who acts, or a document.
pub(super) fn speaker_like(doc: &Doc<'_>, tree: &Tree<'_>, head: usize) -> bool {
    let low = tree.low(head);
    let ending = ["er", "or", "ist", "man", "ers", "ors", "ists", "men"].iter().any(|ending| low.len() > 4 && low.ends_with(ending)) && tree.tag(head).is_noun();
    can_act(doc, tree, head) || ending || is_document(tree, head) || PEOPLE.contains(&low)
}

pub(super) fn is_document(tree: &Tree<'_>, head: usize) -> bool {
    DOCUMENTS.contains(&tree.low(head))
}

/// Whether a phrase can be the subject of a verb that only people, bodies and documents do: anything but a pronoun that stands for a clause, a time or a question word.
pub(super) fn can_say(tree: &Tree<'_>, head: usize) -> bool {
    let low = tree.low(head);
    !(tree.is_relative_pronoun(head)
        || is_time(low)
        || matches!(low, "this" | "that" | "these" | "what" | "there" | "which" | "whose" | "week" | "month" | "year" | "day" | "morning" | "night" | "evening"))
}

pub(super) fn is_time(low: &str) -> bool {
    is_day(low) || low == "tonight"
}

/// Whether a noun phrase can end with word `i`. The tagger takes "representative" and "official" for adjectives.
pub(super) fn ends_phrase(tree: &Tree<'_>, i: usize) -> bool {
    tree.is_nominal(i) && !matches!(tree.tag(i), Tag::Wdt | Tag::Wp)
        || tree.tag(i) == Tag::Jj && (agent_noun(tree, i).is_some() || i > 0 && (tree.tag(i - 1).is_proper() || tree.words[i - 1].name > 0))
}

fn is_preposition(tree: &Tree<'_>, i: usize) -> bool {
    matches!(tree.tag(i), Tag::In | Tag::InSconj | Tag::To) && !OPENERS.contains(&tree.low(i))
}

/// Back over auxiliaries and adverbs that stand before word `end`.
pub(super) fn before_helpers(tree: &Tree<'_>, mut end: usize) -> usize {
    while end > 0
        && (tree.tag(end - 1).is_aux()
            || matches!(tree.tag(end - 1), Tag::Rb | Tag::Rbr | Tag::Not)
            || matches!(tree.low(end - 1), "also" | "both" | "too" | "then" | "later" | "earlier" | "separately"))
    {
        end -= 1;
    }
    // "last week ordered": a time between subject and verb.
    if end > 2 && matches!(tree.low(end - 1), "week" | "month" | "year" | "night") && matches!(tree.low(end - 2), "last" | "this" | "that") && ends_phrase(tree, end - 3) {
        end -= 2;
    }
    end
}

/// The head of a chunk: its last noun, or the word that a name hangs on ("General | Sok Pheap").
fn head_of(tree: &Tree<'_>, range: &Range<usize>) -> usize {
    let last = range.clone().rev().find(|w| ends_phrase(tree, *w) && !matches!(tree.tag(*w), Tag::Dt | Tag::Pdt | Tag::PrpPoss));
    let mut head = last.unwrap_or(range.end - 1);
    while let Some(outer) = tree.head(head).filter(|outer| tree.rel(head) == Rel::Flat && range.contains(outer)) {
        head = outer;
    }
    head
}

/// The noun phrase that ends right before word `end`, with the phrases that hang on it.
pub(super) fn phrase_before(tree: &Tree<'_>, end: usize) -> Option<Phrase> {
    phrase_ending(tree, end, 6)
}

/// As [`phrase_before`]; `depth` bounds how many brackets, participles and conjuncts it may hold.
fn phrase_ending(tree: &Tree<'_>, end: usize, depth: usize) -> Option<Phrase> {
    let outer = |end: usize| depth.checked_sub(1).and_then(|depth| phrase_ending(tree, end, depth));
    // "Southern African Development Community (SADC)": a bracket behind a phrase is passed over.
    let close = end.checked_sub(1)?;
    if tree.low(close) == ")" {
        let open = (close.saturating_sub(6)..close).rev().find(|i| tree.low(*i) == "(")?;
        return outer(open).map(|phrase| Phrase { head: phrase.head, range: phrase.range.start..end });
    }
    let last = Some(close).filter(|i| ends_phrase(tree, *i))?;
    let mut chunk = start_of(tree, last)..end;
    let nearest = chunk.clone();
    while chunk.start >= 2 && chunk.start + SIGHT > end && is_preposition(tree, chunk.start - 1) && ends_phrase(tree, chunk.start - 2) {
        let to = chunk.start - 1;
        chunk = start_of(tree, to - 1)..to;
    }
    // "In the east rebels said": what a preposition governs from outside is no subject, unless a participle or adjective brings it ("documents seen by").
    if chunk.start > 0 && is_preposition(tree, chunk.start - 1) {
        let at = chunk.start - 1;
        if at >= 2 && matches!(tree.tag(at - 1), Tag::Vbn | Tag::Vbg | Tag::Jj | Tag::Rb | Tag::Vbd) && ends_phrase(tree, at - 2) {
            return outer(at - 1).map(|phrase| Phrase { head: phrase.head, range: phrase.range.start..end });
        }
        chunk = nearest;
    }
    // "residents and officials", "the army and the police": one phrase, as long as no verb of its own stands before.
    let mut start = chunk.start;
    let mut head = head_of(tree, &chunk);
    if start >= 2
        && matches!(tree.low(start - 1), "and" | "or" | "nor")
        && let Some(joined) = outer(start - 1)
    {
        let earlier = joined.range.start;
        // "the strike hit a bridge and officials said": an object is no conjunct of a subject.
        let says = |w: usize| verb(tree.low(w)).is_some_and(|verb| verb.is(VerbClass::Say));
        if earlier == 0 || !(tree.tag(earlier - 1).is_verb() && !says(earlier - 1) || is_preposition(tree, earlier - 1)) {
            start = earlier;
            head = joined.head;
        }
    }
    Some(Phrase { head, range: start..end })
}

/// Where the noun phrase that ends with `last` starts, days before it left out ("On Monday police said").
fn start_of(tree: &Tree<'_>, last: usize) -> usize {
    let mut start = tree.chunk_start(last);
    while start < last && is_time(tree.low(start)) {
        start += 1;
    }
    start
}

/// The noun phrase that starts at word `from`, with what hangs on it by "of", "for" and the like.
pub(super) fn phrase_after(tree: &Tree<'_>, from: usize) -> Option<Phrase> {
    let (head, mut end) = tree.chunk(from).or_else(|| {
        // "an unnamed official", all adjectives to the tagger
        let end = (from..tree.len()).find(|w| !matches!(tree.tag(*w), Tag::Dt | Tag::Jj))?;
        (end > from && agent_noun(tree, end - 1).is_some()).then(|| (end - 1, end))
    })?;
    let first = from..end;
    // "a report by X"
    let by = is_document(tree, head);
    while end + 1 < tree.len() && end < from + SIGHT && (matches!(tree.low(end), "of" | "for" | "from" | "in" | "at" | "with") || by && tree.low(end) == "by") {
        match tree.chunk(end + 1) {
            // "said the mayor in a post"
            Some((inner, to)) if !is_time(tree.low(inner)) && (by || !is_document(tree, inner)) => end = to,
            _ => break,
        }
    }
    // "by Russia and Turkey", unless a verb follows: then a clause begins.
    while end + 1 < tree.len() && end < from + SIGHT && tree.low(end) == "and" {
        match tree.chunk(end + 1) {
            Some((inner, to)) if (to >= tree.len() || !tree.tag(to).is_finite()) && !is_time(tree.low(inner)) => end = to,
            _ => break,
        }
    }
    let mut start = from;
    while start < head && is_time(tree.low(start)) {
        start += 1;
    }
    Some(Phrase { head: head_of(tree, &first), range: start..end })
}

/// Where the noun phrase that starts at `from` and the prepositional phrases behind it end, at most five of them.
pub(super) fn phrases_end(tree: &Tree<'_>, from: usize) -> Option<usize> {
    let (_, mut end) = tree.chunk(from)?;
    for _ in 0..5 {
        match tree.chunk(end + 1) {
            Some((_, next)) if matches!(tree.tag(end), Tag::In | Tag::InSconj | Tag::To) => end = next,
            _ => break,
        }
    }
    Some(end)
}

/// The subject of the word of saying at `word`, where it stands before it.
pub(super) fn subject_before(tree: &Tree<'_>, word: usize) -> Option<Phrase> {
    let end = before_helpers(tree, word);
    let before = end.checked_sub(1)?;
    if tree.is_relative_pronoun(before) || tree.low(before) == "who" {
        let at = if before > 0 && tree.tag(before - 1) == Tag::Comma { before - 1 } else { before };
        return phrase_before(tree, at);
    }
    if let Some(near) = phrase_before(tree, end) {
        return Some(beyond_relative(tree, &near).unwrap_or(near));
    }
    // "X, a spokesman for Y, said": the phrase before what is set off by commas.
    if tree.tag(before) == Tag::Comma || matches!(tree.low(before), "–" | "—" | ")") {
        let opener = (before.saturating_sub(SIGHT)..before).rev().find(|i| if tree.low(before) == ")" { tree.low(*i) == "(" } else { tree.tag(*i) == tree.tag(before) })?;
        let near = phrase_before(tree, opener).map(|phrase| with_name(tree, phrase, opener + 1..before));
        let own = tree.child(word, Rel::Nsubj).filter(|s| *s < opener && tree.is_nominal(*s) && !tree.is_relative_pronoun(*s)).map(|own| Phrase { head: own, range: tree.noun_phrase(own) });
        // The tree's subject, if a comma sets off what follows it.
        let set_off = own.clone().filter(|own| own.range.end < tree.len() && tree.tag(own.range.end) == Tag::Comma && !near.as_ref().is_some_and(|near| near.range.contains(&own.head)));
        return set_off.or(near).or(own);
    }
    // "Footage posted online showed": a participle and its adverbs stand between.
    if matches!(tree.tag(before), Tag::Vbn | Tag::Vbd)
        && let Some(phrase) = phrase_before(tree, before)
    {
        return Some(Phrase { head: phrase.head, range: phrase.range.start..end });
    }
    // What the tree has, if only words of the subject's own stand between.
    let own = tree.child(word, Rel::Nsubj).filter(|s| *s < word && tree.is_nominal(*s) && !tree.is_relative_pronoun(*s))?;
    Some(Phrase { head: own, range: tree.noun_phrase(own).start..end })
}

/// "the deputy mayor, Olena Bondar, said": a name set off behind a phrase belongs to it.
fn with_name(tree: &Tree<'_>, phrase: Phrase, behind: Range<usize>) -> Phrase {
    let named = !behind.is_empty() && behind.clone().all(|w| tree.is_nominal(w) || tree.tag(w) == Tag::Hyph) && (tree.tag(behind.end - 1).is_proper() || tree.words[behind.end - 1].name > 0);
    if !named {
        return phrase;
    }
    // "of the mission in Ukraine, Ambassador Grau": what stands before the comma may be only the end of the description.
    let start = if phrase.range.start > 0 && is_preposition(tree, phrase.range.start - 1) { behind.start } else { phrase.range.start };
    Phrase { head: if start == behind.start { head_of(tree, &behind) } else { phrase.head }, range: start..behind.end }
}

/// "the head of the hospital, Dr. Ali Nur,": a phrase with the name that commas set off behind it.
pub(super) fn set_off_name(tree: &Tree<'_>, phrase: Phrase) -> Phrase {
    let comma = phrase.range.end;
    let closes = |end: usize| end >= tree.len() || tree.tag(end).is_punct();
    match tree.chunk(comma + 1) {
        Some((_, end)) if comma < tree.len() && tree.tag(comma) == Tag::Comma && closes(end) && !tree.tag(phrase.head).is_proper() => with_name(tree, phrase, comma + 1..end),
        _ => phrase,
    }
}

/// Whoever issued the document that a phrase names: the subject of "put out", "issued" and the like.
pub(super) fn issuer(tree: &Tree<'_>, document: &Phrase) -> Option<Phrase> {
    let mut before = document.range.start.checked_sub(1).filter(|_| is_document(tree, document.head))?;
    while before > 0 && matches!(tree.tag(before), Tag::Dt | Tag::Jj | Tag::Rb | Tag::Rbr) {
        before -= 1;
    }
    let at = if matches!(tree.low(before), "out" | "up") { before.checked_sub(1)? } else { before };
    let issued = matches!(
        tree.low(at),
        "issued"
            | "issues"
            | "put"
            | "puts"
            | "released"
            | "releases"
            | "published"
            | "publishes"
            | "sent"
            | "sends"
            | "posted"
            | "posts"
            | "made"
            | "makes"
            | "wrote"
            | "signed"
            | "circulated"
            | "gave"
            | "delivered"
            | "read"
    );
    if issued { subject_before(tree, at) } else { None }
}

/// "People who fled Shan State said": the phrase before the verb is the object of a relative clause; whoever that describes speaks.
fn beyond_relative(tree: &Tree<'_>, near: &Phrase) -> Option<Phrase> {
    let mut at = near.range.start;
    let mut verb = false;
    for _ in 0..8 {
        at = at.checked_sub(1)?;
        let tag = tree.tag(at);
        if matches!(tree.low(at), "who" | "which") || tree.low(at) == "that" && verb && matches!(tag, Tag::Wdt | Tag::Wp) {
            return phrase_before(tree, at).filter(|_| verb);
        }
        if tag.is_punct() || tag == Tag::Cc {
            return None;
        }
        verb |= tag.is_verb();
    }
    None
}

/// The subject that the word of saying at `word` shares with the clause that it hangs on.
pub(super) fn shared_subject(tree: &Tree<'_>, word: usize) -> Option<Phrase> {
    // The verb that governs it, past other participles.
    let governor = tree.ancestors(word).take(SIGHT).find(|w| *w < word && (tree.tag(*w).is_finite() || tree.tag(*w) == Tag::Vbn || tree.tag(*w) == Tag::Vb));
    let own = governor.and_then(|verb| tree.passive_subject(verb).filter(|_| tree.is_passive(verb)).or_else(|| tree.subject(verb)));
    let fallback = || (word.saturating_sub(SIGHT)..word).find(|w| tree.rel(*w).is_subject() && !tree.is_relative_pronoun(*w));
    let head = own.filter(|s| *s < word && !tree.is_relative_pronoun(*s)).or_else(fallback)?;
    Some(Phrase { head, range: tree.noun_phrase(head) })
}

/// Who a phrase is. A pronoun takes the name that stands in its sentence or the one before.
pub(super) fn who_is(scene: &Scene<'_, '_>, phrase: &Phrase) -> Who {
    let (doc, tree) = (scene.doc, scene.tree);
    let head = phrase.head;
    let span = tree.bytes(phrase.range.clone());
    let fallback = || Who { span, code: None, name: None, certainty: Certainty::Thing };
    let mut found = who(doc, tree, head).into_iter().next().unwrap_or_else(fallback);
    found.span = span;
    if is_pronoun(tree.low(head))
        && let Some((named, span)) = antecedent(scene, head)
    {
        found.span = span;
        found.code = named.code.or(found.code);
        found.name = named.name.or(found.name);
    }
    found
}

/// Whether a speaker is a pronoun that a name may stand for.
pub(super) fn is_pronoun(low: &str) -> bool {
    matches!(low, "he" | "she" | "it" | "they" | "his" | "her" | "its" | "their")
}

/// Whom a speaking pronoun stands for, if that is named in its own sentence or the one before.
fn antecedent(scene: &Scene<'_, '_>, pronoun: usize) -> Option<(Who, Span)> {
    let doc = scene.doc;
    let low = scene.tree.low(pronoun);
    let own = named_before(doc, scene.tree, low, pronoun);
    let (tree, head) = match own {
        Some(head) => (scene.tree, head),
        None => {
            let previous = doc.previous_sentence(scene.index)?;
            let tree = doc.trees[previous].as_ref()?;
            // Whoever spoke there goes on, if the pronoun can mean them.
            let spoke = scene.spoke_before.iter().map(|phrase| phrase.head).find(|head| *head < tree.len() && fits(doc, tree, *head, low));
            (tree, spoke.or_else(|| named_before(doc, tree, low, tree.len()))?)
        }
    };
    let phrase = set_off_name(tree, Phrase { head, range: tree.noun_phrase(head) });
    let named = who(doc, tree, phrase.head).into_iter().next()?;
    Some((named, tree.bytes(phrase.range)))
}

/// The subject before word `end` that the pronoun `low` fits, the first one first.
fn named_before(doc: &Doc<'_>, tree: &Tree<'_>, low: &str, end: usize) -> Option<usize> {
    let person = matches!(low, "he" | "she" | "his" | "her");
    let from = end.saturating_sub(SIGHT);
    let subject = (from..end).find(|w| tree.rel(*w).is_subject() && fits(doc, tree, *w, low));
    subject.or_else(|| person.then(|| (from..end).find(|w| doc.hit(tree, *w).is_some_and(|hit| hit.is_person()))).flatten())
}

/// Whether the pronoun `low` can mean the phrase with head `w`.
fn fits(doc: &Doc<'_>, tree: &Tree<'_>, w: usize, low: &str) -> bool {
    if tree.tag(w).is_pronoun() {
        return false;
    }
    let noun = agent_noun(tree, w);
    let hit = doc.hit(tree, w);
    let person = hit.is_some_and(|hit| hit.is_person())
        || noun.is_some_and(|noun| noun.kind == AgentKind::Person && !noun.plural)
        || (tree.tag(w) == Tag::Nnp || tree.children_by(w, Rel::Flat).any(|c| tree.tag(c) == Tag::Nnp)) && hit.is_none()
        || PEOPLE.contains(&tree.low(w)) && tree.tag(w) == Tag::Nn;
    let body = hit.is_some_and(|hit| matches!(hit.kind(), NameKind::State | NameKind::Group | NameKind::Organisation | NameKind::Institution | NameKind::Media))
        || noun.is_some_and(|noun| noun.kind == AgentKind::Body)
        || is_document(tree, w);
    match low {
        "he" | "she" | "his" | "her" => person,
        "it" | "its" => body && !person,
        _ => noun.is_some_and(|noun| noun.plural) || tree.tag(w) == Tag::Nnps || hit.is_some_and(|hit| hit.kind() == NameKind::Group) || tree.children_by(w, Rel::Conj).next().is_some(),
    }
}
