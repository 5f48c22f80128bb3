//! Who says what: speakers, cues, and the span of what is said.

mod content;

use crate::actors::{Who, who};
use crate::coreference;
use crate::doc::Doc;
use crate::lexicon::{Verb, VerbClass, verb};
use crate::span::Span;
use crate::syntax::{Rel, Tag, Tree};
use VerbClass::*;

/// A statement attributed to somebody.
#[derive(Debug, Clone)]
pub(crate) struct Statement {
    /// The speaker, or nobody where the cue names none ("was quoted as saying").
    pub(crate) speaker: Option<Who>,
    /// Who relayed it, nearest first: "Interfax quoted X", "X told Interfax".
    pub(crate) relays: Vec<Who>,
    /// The word of saying.
    pub(crate) cue: Span,
    /// What is said.
    pub(crate) content: Span,
}

/// Verbs of saying whose subject is a source of what they govern.
fn speaks(verb: &Verb) -> bool {
    (verb.is(Say) && !matches!(verb.lemma, "agree" | "find" | "brief" | "voice" | "charge" | "point")) || matches!(verb.lemma, "threaten" | "order" | "direct" | "instruct" | "quote" | "rule" | "reject")
}

/// The statements of the sentence with index `index`.
pub(crate) fn statements(doc: &Doc<'_>, index: usize) -> Vec<Statement> {
    let Some(tree) = &doc.trees[index] else { return Vec::new() };
    let mut found = Vec::new();
    for word in 0..tree.len() {
        let low = tree.low(word);
        if low == "according" {
            found.extend(according_to(doc, tree, word));
            continue;
        }
        if low == "reports" || low == "report" {
            found.extend(reports(doc, tree, word));
        }
        if tree.tag(word).is_noun() && CUE_NOUNS.contains(&low) {
            found.extend(noun_cue(doc, tree, word));
            continue;
        }
        let Some(verb) = verb(low).filter(|verb| speaks(verb)) else { continue };
        if !tree.tag(word).is_verb() {
            continue;
        }
        found.extend(verb_cue(doc, tree, word, &verb));
    }
    if found.is_empty() {
        found.extend(colon_headline(doc, tree));
    }
    found
}

/// Nouns of saying.
const CUE_NOUNS: &[&str] = &["announcement", "statement", "claim", "claims", "allegation", "allegations", "warning", "threat", "threats", "pledge", "promise", "denial", "vow", "declaration", "assertion", "insistence", "accusation", "accusations", "admission"];

fn negated(tree: &Tree<'_>, word: usize) -> bool {
    tree.children(word).any(|c| matches!(tree.low(c), "not" | "n't" | "n’t" | "never" | "neither")) || tree.rel(word) == Rel::Xcomp && tree.head(word).is_some_and(|head| verb(tree.low(head)).is_some_and(|verb| verb.is_any(&[Refuse, Fail])))
}

fn verb_cue(doc: &Doc<'_>, tree: &Tree<'_>, word: usize, verb: &Verb) -> Vec<Statement> {
    if negated(tree, word) {
        return Vec::new();
    }
    let cue = tree.word_span(word);
    let quoting = verb.is(Quote);
    let object = tree.child(word, Rel::Obj);
    // "Interfax quoted Konashenkov as saying", ", citing a ministry official": the object speaks.
    if quoting {
        if tree.is_passive(word) && tree.tag(word) != Tag::Vbg {
            let speaker = tree.passive_subject(word).map(|s| first_who(doc, tree, s));
            let relays = tree.prepositional(word).filter(|(case, _)| matches!(*case, "by" | "in")).map(|(_, c)| first_who(doc, tree, c)).collect();
            let noun = tree.passive_subject(word).map_or(word..word + 1, |s| tree.noun_phrase(s));
            return content::of_saying(tree, word, noun).into_iter().map(|content| Statement { speaker: speaker.clone(), relays: Vec::clone(&relays), cue, content }).collect();
        }
        let Some(object) = object else { return Vec::new() };
        let speaker = first_who(doc, tree, object);
        // "Interfax quoted X as saying" hangs on nothing; ", citing X" on the saying before it.
        let gerund = tree.tag(word) == Tag::Vbg;
        let relay = tree.subject(word).or_else(|| gerund.then(|| tree.head(word)).flatten().and_then(|head| speaker_of(doc, tree, head))).filter(|s| *s != object);
        let noun = tree.noun_phrase(object);
        let start = if gerund { word } else { relay.map_or(word, |r| tree.noun_phrase(r).start.min(word)) };
        let saying = (noun.end..tree.len().min(noun.end + 2)).find(|w| tree.low(*w) == "saying").map_or(noun.end, |w| w + 1);
        let found = if gerund && let Some((head, subject)) = relay.and_then(|subject| Some((tree.head(word)?, subject))) {
            content::of_saying(tree, head, tree.noun_phrase(subject))
        } else {
            content::of_saying(tree, word, start..saying)
        };
        return found.into_iter().map(|content| Statement { speaker: Some(speaker.clone()), relays: relay.iter().map(|r| first_who(doc, tree, *r)).collect(), cue, content }).collect();
    }
    // "record" is saying in the passive alone: "recorded by monitors".
    if tree.is_passive(word) && tree.child(word, Rel::Nsubj).is_none_or(|s| s < word && tree.is_passive(word)) {
        // "was told", "is said to": hearsay; "announced by the army" has its speaker.
        let by = tree.prepositional(word).find(|(case, _)| *case == "by").map(|(_, c)| c);
        let Some(by) = by.filter(|by| speaker_like(doc, tree, *by)) else { return Vec::new() };
        let content = match tree.rel(word) {
            Rel::Acl => tree.head(word).map(|head| tree.bytes(tree.noun_phrase(head))),
            _ => tree.passive_subject(word).map(|s| tree.bytes(tree.subtree(s))).or_else(|| content::of_object(tree, word)),
        };
        return content.map(|content| Statement { speaker: Some(first_who(doc, tree, by)), relays: Vec::new(), cue, content }).into_iter().collect();
    }
    if verb.lemma == "record" || verb.lemma == "rule" && !tree.children(word).any(|c| tree.low(c) == "out") {
        return Vec::new();
    }
    let Some(subject) = speaker_of(doc, tree, word) else { return Vec::new() };
    let named_behind = word.checked_sub(2).filter(|w| *w > subject && tree.tag(word - 1) == Tag::Comma && tree.tag(*w).is_proper() && tree.words[*w].name == 0);
    let mut contents = if matches!(verb.lemma, "accuse" | "blame") { accusation(tree, word).into_iter().collect() } else { content::of_saying(tree, word, tree.noun_phrase(subject)) };
    // "X said:" says what follows in the next sentences.
    if contents.is_empty() && tree.low(tree.len() - 1) == ":" {
        contents.push(Span::new(tree.span.end, tree.span.end));
    }
    let speakers = if coreference::is_reference(tree, subject) { first_who(doc, tree, subject) } else { whole_who(doc, tree, subject) };
    let mut speakers = speakers;
    if let Some(name) = named_behind {
        speakers.span = Span::new(speakers.span.start, tree.words[name].end as usize);
    }
    // "X told Interfax that ...": the outlet relays it.
    let mut relays: Vec<Who> = Vec::new();
    if matches!(verb.lemma, "tell" | "inform") {
        let listener = object.or_else(|| tree.child(word, Rel::Iobj));
        relays.extend(listener.filter(|o| relays_it(doc, tree, *o)).map(|o| first_who(doc, tree, o)));
    }
    relays.extend(tree.prepositional(word).filter(|(case, c)| matches!(*case, "to" | "with") && relays_it(doc, tree, *c)).map(|(_, c)| first_who(doc, tree, c)));
    contents.into_iter().map(|content| Statement { speaker: Some(speakers.clone()), relays: relays.clone(), cue, content }).collect()
}

/// "accused Israel of bombing Aleppo": what the accusation is.
fn accusation(tree: &Tree<'_>, word: usize) -> Option<Span> {
    let of = (word + 1..tree.len().min(word + 12)).find(|w| matches!(tree.low(*w), "of" | "for"))?;
    (of + 1 < tree.len()).then(|| tree.bytes(of + 1..tree.len()))
}

/// The subject of a verb of saying, before or (inverted: "said Petrov") right after it.
fn speaker_of(doc: &Doc<'_>, tree: &Tree<'_>, word: usize) -> Option<usize> {
    let own = tree.child(word, Rel::Nsubj);
    if let Some(own) = own {
        let subject = if tree.is_relative_pronoun(own) { tree.subject(word)? } else { own };
        return speaker_like(doc, tree, subject).then_some(subject);
    }
    // "..., the rebel-run agency said.": the phrase right before, whatever the parser made of it.
    let before = word.checked_sub(1).filter(|w| tree.is_nominal(*w) && speaker_like(doc, tree, *w));
    if before.is_some() {
        return before;
    }
    let after = tree.chunk(word + 1).map(|(head, _)| head).filter(|head| speaker_like(doc, tree, *head) && (word == 0 || tree.tag(word - 1).is_punct()));
    after.or_else(|| tree.subject(word).filter(|s| speaker_like(doc, tree, *s)))
}

/// Whether a phrase can be a source: somebody who acts, or a document.
fn speaker_like(doc: &Doc<'_>, tree: &Tree<'_>, head: usize) -> bool {
    const DOCUMENTS: &[&str] = &["statement", "report", "reports", "document", "documents", "letter", "email", "emails", "tweet", "post", "article", "communique", "communiqué", "note", "memo", "filing", "footage", "video", "figures", "data", "source", "sources", "witnesses", "residents", "media", "study", "survey", "announcement", "release", "readout", "broadcast", "website", "officer", "man", "woman", "some", "many", "others", "one", "neighbours", "neighbors", "relatives", "family", "eyewitnesses", "analysts", "experts", "critics"];
    crate::actors::can_act(doc, tree, head) || DOCUMENTS.contains(&tree.low(head))
}

/// Whether an outlet relays what it is told: another than the one that publishes the article.
fn relays_it(doc: &Doc<'_>, tree: &Tree<'_>, head: usize) -> bool {
    let named = doc.hit(tree, head).filter(|hit| hit.kind() == crate::gazetteer::NameKind::Media);
    named.is_some_and(|hit| {
        let name = hit.actor.map_or("", |actor| actor.name());
        !doc.publisher.is_some_and(|publisher| publisher.contains(hit.span.of(doc.text)) || publisher.contains(name)) && !doc.sentences.iter().filter_map(|s| s.dateline).any(|line| line.of(doc.text).contains(hit.span.of(doc.text)))
    })
}

/// A speaker's whole phrase, conjuncts included: "residents and officials".
fn whole_who(doc: &Doc<'_>, tree: &Tree<'_>, head: usize) -> Who {
    let mut found = first_who(doc, tree, head);
    // "A Russian lawmaker on the committee, Andrey Krasov, told ...": the name is part of it.
    if let Some(name) = tree.children_by(head, Rel::Appos).find(|c| *c > head && tree.tag(*c).is_proper()) {
        found.span = Span::new(found.span.start, tree.bytes(tree.noun_phrase(name)).end.max(found.span.end));
    }
    if let Some(last) = tree.conjuncts(head).into_iter().max().filter(|last| *last > head && *last < head + 12) {
        found.span = Span::new(found.span.start, tree.bytes(tree.noun_phrase(last)).end.max(found.span.end));
    }
    found
}

fn according_to(doc: &Doc<'_>, tree: &Tree<'_>, word: usize) -> Option<Statement> {
    // "according to X": in the treebanks `according` is the case of X; some parses hang X on it.
    let speaker = match tree.rel(word) {
        Rel::Case => tree.head(word),
        _ => tree.prepositional(word).map(|(_, c)| c).next().or_else(|| tree.head(word).filter(|head| *head > word)),
    }?;
    let end = tree.noun_phrase(speaker).end.max(word + 1);
    let content = content::around(tree, word, end)?;
    let cue_end = if word + 1 < tree.len() && tree.low(word + 1) == "to" { word + 2 } else { word + 1 };
    Some(Statement { speaker: Some(whole_who(doc, tree, speaker)), relays: Vec::new(), cue: tree.bytes(word..cue_end), content })
}

/// "reports of an air strike", "reports that ...": the reports are the source.
fn reports(doc: &Doc<'_>, tree: &Tree<'_>, word: usize) -> Option<Statement> {
    if !tree.tag(word).is_noun() || doc.hit(tree, word).is_some() {
        return None;
    }
    let content = tree.children(word).find(|c| *c > word && (matches!(tree.rel(*c), Rel::Acl | Rel::Ccomp) && !tree.tag(*c).is_noun() || tree.rel(*c) == Rel::Nmod && tree.case(*c) == "of"))?;
    let span = tree.word_span(word);
    Some(Statement { speaker: Some(Who { span, code: None, name: None, certainty: crate::actors::Certainty::Noun }), relays: Vec::new(), cue: span, content: tree.bytes(tree.subtree(content)) })
}

/// "Trump's announcement that ...", "a statement by the army that ...".
fn noun_cue(doc: &Doc<'_>, tree: &Tree<'_>, word: usize) -> Option<Statement> {
    let speaker = tree.child(word, Rel::NmodPoss).or_else(|| tree.prepositional(word).find(|(case, _)| matches!(*case, "by" | "from")).map(|(_, c)| c))?;
    let clause = tree.children(word).find(|c| *c > word && (matches!(tree.rel(*c), Rel::Acl | Rel::Ccomp) || tree.rel(*c) == Rel::Nmod && matches!(tree.case(*c), "of" | "on" | "about"))).map(|c| tree.subtree(c));
    // Where the tree lost the clause: from "that" to the end.
    let content = clause.or_else(|| (word + 1..tree.len().min(word + 6)).find(|w| tree.low(*w) == "that").map(|that| that..tree.len()))?;
    Some(Statement { speaker: Some(first_who(doc, tree, speaker)), relays: Vec::new(), cue: tree.word_span(word), content: tree.bytes(content) })
}

/// Headlines: "UN: truce holds in Hodeidah", "Rebels quit town: monitor".
fn colon_headline(doc: &Doc<'_>, tree: &Tree<'_>) -> Option<Statement> {
    let text = tree.span.of(tree.text);
    if text.ends_with(['.', '”', '"', '!', '?']) {
        return None;
    }
    let colon = (1..tree.len().saturating_sub(1)).find(|i| matches!(tree.low(*i), ":" | "-" | "–" | "—") && (tree.low(*i) == ":" || tree.words[*i].start > tree.words[*i - 1].end))?;
    let (before, after) = (0..colon, colon + 1..tree.len());
    let short = |range: &std::ops::Range<usize>| range.len() <= 4;
    let source = |range: &std::ops::Range<usize>| range.clone().rev().find(|i| crate::actors::can_act(doc, tree, *i) && !tree.tag(*i).is_pronoun());
    let (speaker, content) = if short(&after) { (source(&after)?, before) } else if short(&before) { (source(&before)?, after) } else { return None };
    Some(Statement { speaker: Some(first_who(doc, tree, speaker)), relays: Vec::new(), cue: tree.word_span(colon), content: tree.bytes(content) })
}

/// The speaker as who they are; a pronoun takes the name of the sentence before.
fn first_who(doc: &Doc<'_>, tree: &Tree<'_>, head: usize) -> Who {
    let fallback = || Who { span: tree.bytes(tree.noun_phrase(head)), code: None, name: None, certainty: crate::actors::Certainty::Thing };
    let mut found = who(doc, tree, head).into_iter().next().unwrap_or_else(fallback);
    if matches!(tree.low(head), "he" | "she" | "it" | "they") {
        let at = tree.words[head].start as usize;
        if let Some(span) = antecedent_span(doc, at) {
            found.span = span;
        }
    }
    found
}

/// The name that a pronoun at `at` stands for, in the sentence before.
fn antecedent_span(doc: &Doc<'_>, at: usize) -> Option<Span> {
    let own = doc.sentence_at(at);
    let code = coreference::person_before(doc, at)?.0;
    let window = Span::new(doc.sentences[own.saturating_sub(1)].span.start, at);
    doc.hits_in(window).iter().rev().find(|hit| hit.is_person() && hit.code.as_ref() == Some(&code)).map(|hit| hit.span)
}

/// How many sentences after "X said:" without quotation marks are still X's.
const COLON_REACH: usize = 12;

/// The statements of a whole article: those of each sentence, and quotations that run on over sentences.
pub(crate) fn all_statements(doc: &Doc<'_>) -> Vec<Statement> {
    let mut all: Vec<Statement> = Vec::new();
    // The last statement with a speaker: theirs is a quotation that runs on.
    let mut running: Option<Statement> = None;
    let mut last_sentence = 0;
    let mut open = false;
    // How many sentences more belong to whoever said them before a colon.
    let mut after_colon = 0;
    for index in 0..doc.sentences.len() {
        let sentence = doc.sentences[index];
        let text = sentence.span.of(doc.text);
        let starts_open = open;
        for c in text.chars() {
            match c {
                '“' | '«' => open = true,
                '”' | '»' => open = false,
                '"' => open = !open,
                _ => {}
            }
        }
        if sentence.kind == crate::text::SentenceKind::Furniture {
            continue;
        }
        let mut own = if doc.trees[index].is_some() { statements(doc, index) } else { Vec::new() };
        // "He added": the name, if it stands in the sentence before.
        if let Some(before) = running.as_ref().and_then(|statement| statement.speaker.as_ref()).filter(|_| index > 0 && last_sentence + 1 == index) {
            for statement in &mut own {
                if let Some(speaker) = statement.speaker.as_mut().filter(|speaker| matches!(speaker.span.of(doc.lower), "he" | "she" | "it" | "they")) {
                    *speaker = before.clone();
                }
            }
        }
        let quoted = starts_open || text.starts_with(['“', '"', '«']);
        if own.is_empty() && (quoted || after_colon > 0) {
            if let Some(speaker) = &running {
                all.push(Statement { content: sentence.span, ..speaker.clone() });
                last_sentence = index;
            }
            after_colon = if quoted && !open { 0 } else { usize::saturating_sub(after_colon, 1) };
            continue;
        }
        after_colon = 0;
        let last = own.iter().rev().find(|statement| statement.speaker.is_some()).cloned();
        all.extend(own);
        if last.is_some() {
            if text.ends_with(':') {
                after_colon = COLON_REACH;
            }
            last_sentence = index;
            running = last;
        } else if !quoted {
            running = None;
        }
    }
    all
}
