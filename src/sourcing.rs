//! Who says what: speakers, cues, and the span of what is said.

use crate::actors::{Who, who};
use crate::coreference;
use crate::doc::Doc;
use crate::lexicon::{Verb, VerbClass, agent, verb};
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

/// Verbs of saying whose subject is no source of what they govern.
fn speaks(verb: &Verb) -> bool {
    (verb.is(Say) && !matches!(verb.lemma, "agree" | "find" | "record" | "brief" | "voice" | "charge" | "point" | "see" | "argue?")) || matches!(verb.lemma, "threaten" | "order" | "quote")
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
            return content_of(tree, word).into_iter().map(|content| Statement { speaker: speaker.clone(), relays: Vec::clone(&relays), cue, content }).collect();
        }
        let Some(object) = object else { return Vec::new() };
        let speaker = first_who(doc, tree, object);
        let relay = tree.subject(word).filter(|s| *s != object).map(|s| first_who(doc, tree, s));
        // The content of "citing" is that of the saying that it hangs on.
        let content = content_of(tree, word).or_else(|| tree.head(word).and_then(|head| content_of(tree, head).or_else(|| Some(clause_without(tree, head, word)))));
        return content.map(|content| Statement { speaker: Some(speaker), relays: relay.into_iter().collect(), cue, content }).into_iter().collect();
    }
    if tree.is_passive(word) && tree.child(word, Rel::Nsubj).is_none() {
        // "was told", "is said to": hearsay; "announced by the army" has its speaker.
        let by = tree.prepositional(word).find(|(case, _)| *case == "by").map(|(_, c)| c);
        let Some(by) = by else { return Vec::new() };
        let content = match tree.rel(word) {
            Rel::Acl => tree.head(word).map(|head| tree.bytes(tree.noun_phrase(head))),
            _ => tree.passive_subject(word).map(|s| tree.bytes(tree.subtree(s))).or_else(|| content_of(tree, word)),
        };
        return content.map(|content| Statement { speaker: Some(first_who(doc, tree, by)), relays: Vec::new(), cue, content }).into_iter().collect();
    }
    let Some(subject) = speaker_of(tree, word) else { return Vec::new() };
    let Some(content) = content_of(tree, word).or_else(|| inserted(tree, word, subject)) else { return Vec::new() };
    let speakers: Vec<Who> = tree.conjuncts(subject).into_iter().map(|s| first_who(doc, tree, s)).collect();
    // "X told Interfax that ...": the outlet relays it.
    let mut relays: Vec<Who> = Vec::new();
    if matches!(verb.lemma, "tell" | "inform") {
        let listener = object.or_else(|| tree.child(word, Rel::Iobj));
        relays.extend(listener.filter(|o| is_outlet(doc, tree, *o)).map(|o| first_who(doc, tree, o)));
    }
    relays.extend(tree.prepositional(word).filter(|(case, c)| matches!(*case, "to" | "on" | "in" | "with") && is_outlet(doc, tree, *c)).map(|(_, c)| first_who(doc, tree, c)));
    speakers.into_iter().map(|speaker| Statement { speaker: Some(speaker), relays: relays.clone(), cue, content }).collect()
}

/// The subject of a verb of saying; after an inversion ("said Petrov") the parser may call it an object.
fn speaker_of(tree: &Tree<'_>, word: usize) -> Option<usize> {
    tree.subject(word).or_else(|| {
        let inverted = matches!(tree.rel(word), Rel::Parataxis | Rel::Root | Rel::Ccomp | Rel::Dep) && tree.children_by(word, Rel::Obj).any(|o| o == word + 1 || tree.noun_phrase(o).start == word + 1);
        inverted.then(|| tree.child(word, Rel::Obj)).flatten()
    })
}

/// Whether a phrase is a news outlet: by name, or by its noun ("the agency", "state television").
fn is_outlet(doc: &Doc<'_>, tree: &Tree<'_>, head: usize) -> bool {
    doc.hit(tree, head).is_some_and(|hit| hit.kind() == crate::gazetteer::NameKind::Media) || agent(tree.low(head)).is_some_and(|noun| noun.sector == "media" && noun.kind == crate::lexicon::AgentKind::Body)
}

/// What a verb of saying governs: its clause, an infinitive, or what it announces.
fn content_of(tree: &Tree<'_>, word: usize) -> Option<Span> {
    let clause = tree.children(word).filter(|c| matches!(tree.rel(*c), Rel::Ccomp | Rel::Xcomp) || tree.rel(*c) == Rel::Parataxis && *c > word || tree.rel(*c) == Rel::Advcl && tree.low(*c) == "saying").max_by_key(|c| tree.subtree(*c).len());
    if let Some(clause) = clause {
        if tree.low(clause) == "saying" {
            return content_of(tree, clause);
        }
        return Some(tree.bytes(tree.subtree(clause)));
    }
    let object = tree.child(word, Rel::Obj).filter(|o| *o > word && !matches!(tree.low(*o), "reporters" | "journalists"))?;
    let range = tree.subtree(object);
    // "told reporters" has no content in its object.
    (!tree.tag(object).is_pronoun() && agent(tree.low(object)).is_none()).then(|| tree.bytes(range.start..range.end))
}

/// The clause around an inserted "X said": all of what it hangs on, without itself.
fn inserted(tree: &Tree<'_>, word: usize, subject: usize) -> Option<Span> {
    let head = tree.head(word);
    match (tree.rel(word), head) {
        (Rel::Parataxis | Rel::Ccomp | Rel::Dep | Rel::Advcl | Rel::Conj, Some(head)) => Some(clause_without(tree, head, word)),
        _ => {
            // The parser took "said" as the root: the quotation before or after it is the content.
            let range = tree.subtree(word);
            let clause_start = tree.noun_phrase(subject).start.min(word);
            if clause_start > range.start + 1 {
                Some(tree.bytes(range.start..clause_start))
            } else {
                let after = tree.subtree(subject).end.max(word + 1);
                (after + 2 < range.end).then(|| tree.bytes(after..range.end))
            }
        }
    }
}

/// The subtree of `head`, cut where the subtree of `inner` begins or ends, whichever leaves more.
fn clause_without(tree: &Tree<'_>, head: usize, inner: usize) -> Span {
    let (whole, cut) = (tree.subtree(head), tree.subtree(inner));
    if cut.start.saturating_sub(whole.start) >= whole.end.saturating_sub(cut.end) {
        // An inserted clause ("K, X said, K") has content on both sides.
        let end = if whole.end.saturating_sub(cut.end) > 3 { whole.end } else { cut.start };
        tree.bytes(whole.start..end.max(whole.start + 1))
    } else {
        tree.bytes(cut.end.min(whole.end - 1)..whole.end)
    }
}

fn according_to(doc: &Doc<'_>, tree: &Tree<'_>, word: usize) -> Option<Statement> {
    // "according to X": in the treebanks `according` is the case of X; some parses hang X on it.
    let speaker = match tree.rel(word) {
        Rel::Case => tree.head(word),
        _ => tree.prepositional(word).map(|(_, c)| c).next().or_else(|| tree.head(word).filter(|head| *head > word)),
    }?;
    let anchor = tree.head(speaker).unwrap_or(word);
    let content = clause_without(tree, anchor.min(tree.len() - 1), speaker);
    Some(Statement { speaker: Some(first_who(doc, tree, speaker)), relays: Vec::new(), cue: Span::new(tree.words[word].start as usize, tree.words[word].end as usize + 3).min_end(tree), content })
}

/// "reports of an air strike", "reports that ...": the reports are the source.
fn reports(doc: &Doc<'_>, tree: &Tree<'_>, word: usize) -> Option<Statement> {
    if !tree.tag(word).is_noun() || doc.hit(tree, word).is_some() {
        return None;
    }
    let content = tree.children(word).find(|c| *c > word && (matches!(tree.rel(*c), Rel::Acl | Rel::Ccomp) && !tree.tag(*c).is_noun() || tree.rel(*c) == Rel::Nmod && tree.case(*c) == "of"))?;
    let span = tree.word_span(word);
    Some(Statement { speaker: Some(first_who(doc, tree, word)), relays: Vec::new(), cue: span, content: tree.bytes(tree.subtree(content)) })
}

/// "Trump's announcement that ...", "a statement by the army that ...".
fn noun_cue(doc: &Doc<'_>, tree: &Tree<'_>, word: usize) -> Option<Statement> {
    let speaker = tree.child(word, Rel::NmodPoss).or_else(|| tree.prepositional(word).find(|(case, _)| matches!(*case, "by" | "from")).map(|(_, c)| c))?;
    let content = tree.children(word).find(|c| *c > word && (matches!(tree.rel(*c), Rel::Acl | Rel::Ccomp) || tree.rel(*c) == Rel::Nmod && matches!(tree.case(*c), "of" | "on" | "about")))?;
    Some(Statement { speaker: Some(first_who(doc, tree, speaker)), relays: Vec::new(), cue: tree.word_span(word), content: tree.bytes(tree.subtree(content)) })
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

impl Span {
    /// The span, cut at the end of the tree's sentence and at the last whole character.
    fn min_end(self, tree: &Tree<'_>) -> Span {
        let end = self.end.min(tree.span.end);
        if tree.text.is_char_boundary(end) { Span::new(self.start, end) } else { Span::new(self.start, end - 1) }
    }
}

/// The statements of a whole article: those of each sentence, and quotations that run on over sentences.
pub(crate) fn all_statements(doc: &Doc<'_>) -> Vec<Statement> {
    let mut all: Vec<Statement> = Vec::new();
    // The speaker of the quotation that is open or was closed last.
    let mut running: Option<Statement> = None;
    let mut open = false;
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
        let own = if doc.trees[index].is_some() { statements(doc, index) } else { Vec::new() };
        let quoted = starts_open || text.starts_with(['“', '"', '«']);
        if own.is_empty() && quoted && !(starts_open && !open && text.ends_with(['”', '"']) && false) {
            if let Some(speaker) = &running {
                all.push(Statement { content: sentence.span, ..speaker.clone() });
            }
            continue;
        }
        let last = own.iter().rev().find(|statement| statement.speaker.is_some()).cloned();
        all.extend(own);
        if last.is_some() {
            running = last;
        } else if !quoted {
            running = None;
        }
    }
    all
}
