//! Sayings by a verb: "the army said", "said the minister", "adding that", "was announced by", "Interfax quoted X as saying".

use super::content::Extent;
use super::speaker::{Phrase, before_helpers, can_say, is_document, issuer, phrase_after, phrase_before, set_off_name, shared_subject, speaker_like, subject_before, who_is};
use super::{SIGHT, Scene, Statement, content, outlets};
use crate::actors::Who;
use crate::lexicon::{Verb, VerbClass, verb};
use crate::span::Span;
use crate::syntax::{Rel, Tag, Tree};
use VerbClass::*;

/// Verbs that nothing but a speaker can be the subject of.
const STRONG: &[&str] = &[
    "say", "tell", "claim", "insist", "deny", "announce", "accuse", "allege", "tweet", "vow", "complain", "retort", "recall", "explain", "shout", "write", "declare", "warn", "state", "admit",
    "acknowledge", "argue", "pledge", "add", "reply", "assert", "testify", "contend", "concede", "lament", "promise", "threaten",
];

/// Verbs that show as much as say: of documents, and of people only with a clause.
const EVIDENCE: &[&str] = &["show", "reveal", "suggest", "indicate", "find", "conclude", "demonstrate", "note", "stipulate"];

/// Verbs of the list that take no content, or whose object is seldom what is said.
const SILENT: &[&str] = &["agree", "brief", "voice", "charge", "point", "comment", "detail", "express", "counter", "mention"];

/// Verbs that say only in front of a quotation.
const QUOTING: &[&str] = &["ask", "call", "read", "respond", "shout", "answer", "caution"];

/// What can be rejected as untrue; whoever rejects an offer says nothing of it.
const CLAIMS: &[&str] = &[
    "claim", "claims", "charge", "charges", "accusation", "accusations", "allegation", "allegations", "report", "reports", "suggestion", "suggestions", "idea", "notion", "assertion", "assertions",
    "account", "version",
];

/// Verbs of belief: sayings, unless somebody else says that they believe it.
const BELIEF: &[&str] = &["believe", "think", "hope", "fear", "reckon", "expect", "speculate", "predict"];

/// Verbs whose objects are listeners, so that what follows them is no speaker.
const ADDRESSED: &[&str] = &["order", "direct", "instruct", "tell", "inform", "assure", "remind", "brief", "accuse", "blame", "advise"];

/// Verbs before an infinitive that leave it said: "went on to say".
const LEAVE_SAID: &[&str] = &["go", "continue", "appear", "seem", "begin", "come", "manage", "proceed"];

/// Whether a verb can be a word of saying.
fn speaks(verb: &Verb) -> bool {
    verb.is(Say) && !SILENT.contains(&verb.lemma)
        || matches!(verb.lemma, "threaten" | "order" | "direct" | "instruct" | "quote" | "rule" | "reject" | "ask" | "call" | "dismiss" | "dispute" | "refute")
}

/// Whether word `w` is a verb that can introduce somebody's words, outside quotations.
pub(super) fn is_cue(scene: &Scene<'_, '_>, w: usize) -> bool {
    let tree = scene.tree;
    let Some(verb) = said(scene, w) else { return false };
    if QUOTING.contains(&verb.lemma) || BELIEF.contains(&verb.lemma) || matches!(verb.lemma, "order" | "direct" | "record" | "rule") {
        return false;
    }
    // "the disputed sea"
    let premodifier = tree.tag(w) == Tag::Vbn && tree.rel(w) == Rel::Amod;
    !premodifier && !scene.quoted(w) && !is_passive(tree, w)
}

/// The verb of saying that word `w` is. The tagger takes some for names ("Kyiv blamed Minsk").
fn said(scene: &Scene<'_, '_>, w: usize) -> Option<Verb> {
    let tree = scene.tree;
    let found = verb(tree.low(w))?;
    if !speaks(&found) {
        // "as the president put it"
        let put = tree.low(w) == "put" && w + 1 < tree.len() && tree.low(w + 1) == "it";
        return Some(found).filter(|_| put && subject_before(tree, w).is_some_and(|phrase| phrase.range.start > 0 && tree.low(phrase.range.start - 1) == "as"));
    }
    if tree.tag(w).is_verb() {
        return Some(found);
    }
    let unnamed = tree.words[w].name == 0;
    let name = unnamed && tree.tag(w).is_proper() && tree.raw(w).starts_with(char::is_lowercase);
    // "The statement read:"
    let before_words = || unnamed && w > 0 && w + 1 < tree.len() && tree.tag(w).is_noun() && tree.tag(w - 1).is_noun() && (tree.low(w + 1) == ":" || scene.quoted(w + 1));
    (name || before_words()).then_some(found)
}

/// The statement that the verb at `word` makes; `earlier` are those of the same sentence before it.
pub(super) fn statement(scene: &Scene<'_, '_>, word: usize, earlier: &[(Statement, Phrase)]) -> Option<(Statement, Phrase)> {
    let verb = said(scene, word).filter(|_| !scene.quoted(word))?;
    let tree = scene.tree;
    if unsaid(tree, word) {
        return None;
    }
    if verb.is(Quote) {
        return quoting(scene, word, earlier);
    }
    // "said by telephone" names a means, no speaker.
    let agent = || agent_of(tree, word).is_some_and(|phrase| speaker_like(scene.doc, tree, phrase.head));
    if is_passive(tree, word) && (before_helpers(tree, word) < word || agent()) {
        return passive(scene, word, &verb);
    }
    // "record" is saying in the passive alone: "recorded by monitors".
    if verb.lemma == "record" || verb.lemma == "rule" && !tree.children(word).any(|c| tree.low(c) == "out") {
        return None;
    }
    active(scene, word, &verb, earlier)
}

/// Whether a verb is passive: with a form of "be", or as a participle before "by". The tree takes too many pasts for participles.
fn is_passive(tree: &Tree<'_>, word: usize) -> bool {
    if !matches!(tree.tag(word), Tag::Vbn | Tag::Vbd) {
        return false;
    }
    let helpers = before_helpers(tree, word)..word;
    if helpers.clone().any(|w| matches!(tree.low(w), "be" | "been" | "being" | "is" | "are" | "was" | "were" | "'s" | "’s" | "got")) {
        return true;
    }
    let by = word + 1 < tree.len() && tree.low(word + 1) == "by" || word + 2 < tree.len() && tree.low(word + 2) == "by" && !tree.is_nominal(word + 1);
    by && !helpers.clone().any(|w| matches!(tree.low(w), "have" | "has" | "had"))
}

/// Whether it was not said: negated, refused, still to come.
fn unsaid(tree: &Tree<'_>, word: usize) -> bool {
    let mut from = before_helpers(tree, word);
    let words = |from: usize| (from..word).any(|w| matches!(tree.low(w), "not" | "n't" | "n’t" | "never" | "neither" | "nor" | "cannot" | "hardly") || tree.tag(w) == Tag::Not);
    if words(from) || (from..word).any(|w| matches!(tree.low(w), "may" | "might" | "could" | "should" | "must" | "can")) {
        return true;
    }
    // "declined to say", "has yet to announce"; "went on to say" was said.
    if from > 0 && tree.tag(from - 1) == Tag::To && from == word {
        let governor = before_helpers(tree, from - 1);
        let low = |w: usize| verb(tree.low(w)).map_or("", |verb| verb.lemma);
        return governor == 0 || !LEAVE_SAID.contains(&low(governor - 1));
    }
    // "without saying", "stopped short of announcing", "as saying"
    if from > 0 && tree.tag(word) == Tag::Vbg && tree.tag(from - 1).is_verb() && from == word {
        return true;
    }
    if from > 0 && tree.tag(word) == Tag::Vbg && matches!(tree.low(from - 1), "of" | "without" | "as" | "from" | "than" | "not" | "avoid" | "avoided") {
        return true;
    }
    // "no one claimed", "neither government has acknowledged", "if Moscow announces"; but "no strike was reported" was said.
    if !is_passive(tree, word)
        && let Some(subject) = phrase_before(tree, from)
    {
        from = subject.range.start;
        let none = |w: usize| matches!(tree.low(w), "no" | "neither" | "nobody" | "none" | "nor");
        if none(from) || from > 0 && none(from - 1) {
            return true;
        }
    }
    from > 0 && matches!(tree.low(from - 1), "if" | "unless" | "until" | "whether" | "nor" | "neither")
}

fn active(scene: &Scene<'_, '_>, word: usize, verb: &Verb, earlier: &[(Statement, Phrase)]) -> Option<(Statement, Phrase)> {
    let (doc, tree) = (scene.doc, scene.tree);
    let (phrase, block) = speaker_of(scene, word, verb, earlier)?;
    // A participle without its "have" is no saying of things: "the truce announced on Friday".
    let participle = tree.tag(word) == Tag::Vbn && before_helpers(tree, word) == word;
    let like = speaker_like(doc, tree, phrase.head) && !(is_document(tree, phrase.head) && matches!(verb.lemma, "post" | "publish" | "broadcast"));
    if !(like || STRONG.contains(&verb.lemma) && can_say(tree, phrase.head) && !participle) || scene.quoted(phrase.head) && tree.tag(phrase.head).is_pronoun() {
        return None;
    }
    let cue = tree.word_span(word);
    // Belief inside what somebody says is theirs to tell.
    if BELIEF.contains(&verb.lemma) && earlier.iter().rev().take(SIGHT).any(|(statement, _)| statement.content.contains(cue)) {
        return None;
    }
    let relative = relative_object(tree, &block);
    let mut extent: Option<Extent> = match (verb.lemma, relative) {
        ("accuse" | "blame", _) => accusation(tree, word).map(Extent::from),
        (_, Some(start)) => Some(tree.bytes(start..content::end_of_saying(scene, word, word + 1)).into()),
        ("call", None) => called(scene, word).map(Extent::from),
        _ => content::of_saying(scene, word, block.clone()).or_else(|| called(scene, word).map(Extent::from)),
    };
    if verb.lemma == "reject" && !tree.words_in(extent.map_or(cue, |extent| extent.content)).take(4).any(|w| CLAIMS.contains(&tree.low(w))) {
        return None;
    }
    let clause = word + 1 < tree.len() && tree.low(word + 1) == "that";
    if QUOTING.contains(&verb.lemma) && verb.lemma != "call" && relative.is_none() && !clause {
        extent =
            extent.filter(|Extent { content, .. }| scene.doc.quotes.first_in(Span::new(content.start.max(block_end(tree, &block, content)), content.end)).is_some() || tree.low(tree.len() - 1) == ":");
    }
    if EVIDENCE.contains(&verb.lemma) && relative.is_none() {
        let shown = verb.lemma == "show";
        extent = extent.filter(|extent| tree.words_in(extent.content).take(SIGHT).any(|w| tree.tag(w).is_finite() || shown && tree.tag(w) == Tag::Vbg) && (is_document(tree, phrase.head) || !shown));
    }
    // "X said:" says what follows in the next sentences.
    if extent.is_none() && tree.low(tree.len() - 1) == ":" && !EVIDENCE.contains(&verb.lemma) {
        extent = Some(Span::new(tree.span.end, tree.span.end).into());
    }
    let Extent { content, aside } = extent?;
    Some((Statement { speaker: Some(who_is(scene, &phrase)), relays: outlets::relays(scene, word, verb, &phrase.range), cue, content, aside }, phrase))
}

/// "called the bombing “a massacre”", "warned of “a long war”": the words behind, if some are quoted.
fn called(scene: &Scene<'_, '_>, word: usize) -> Option<Span> {
    let tree = scene.tree;
    let open = (word + 1..tree.len().min(word + 12)).find(|w| scene.quoted(*w))?;
    if (word + 1..open).any(|w| tree.tag(w).is_punct() || tree.tag(w).is_finite()) || matches!(tree.low(word + 1), "for" | "on" | "off") {
        return None;
    }
    let end = (open..tree.len()).take(SIGHT).find(|w| !scene.quoted(*w)).unwrap_or(tree.len());
    Some(tree.bytes(word + 1..end))
}

/// Where to look for quotation marks in a content: behind the saying, if the content is.
fn block_end(tree: &Tree<'_>, block: &std::ops::Range<usize>, content: &Span) -> usize {
    let end = tree.bytes(block.clone()).end;
    if content.start >= end { content.start.saturating_sub(4) } else { content.start }
}

/// "a charge that Thai officers rejected": the noun that is said, where a relative pronoun stands before the saying; after a comma, "which"
/// may mean the whole clause.
fn relative_object(tree: &Tree<'_>, block: &std::ops::Range<usize>) -> Option<usize> {
    let pronoun = block.start.checked_sub(1).filter(|w| matches!(tree.low(*w), "that" | "which"))?;
    let end = if pronoun > 0 && tree.tag(pronoun - 1) == Tag::Comma { pronoun - 1 } else { pronoun };
    let Some(phrase) = phrase_before(tree, end) else {
        return (tree.low(pronoun) == "which" && end < pronoun).then_some(0);
    };
    // "the claim that Kampala denied it": with an object of its own, the clause is the claim.
    let conjunction = tree.tag(pronoun) == Tag::InSconj || tree.rel(pronoun) == Rel::Mark;
    let bare = block.end >= tree.len() || tree.tag(block.end).is_punct();
    (!conjunction || bare).then_some(phrase.range.start)
}

/// The speaker of the verb at `word`, and the words of the saying: verb and speaker.
fn speaker_of(scene: &Scene<'_, '_>, word: usize, verb: &Verb, earlier: &[(Statement, Phrase)]) -> Option<(Phrase, std::ops::Range<usize>)> {
    let tree = scene.tree;
    let helped = before_helpers(tree, word) < word;
    if tree.tag(word) == Tag::Vbg && !helped {
        let last = earlier
            .iter()
            .rev()
            .take(SIGHT)
            .find(|(statement, _)| statement.cue.end < tree.words[word].start as usize && !statement.content.contains(tree.word_span(word)))
            .map(|(_, phrase)| phrase.clone());
        // "a statement saying that": a participle right behind its noun; whoever issued it speaks ("put out a statement saying").
        let near = phrase_before(tree, word).filter(|phrase| is_document(tree, phrase.head) || speaker_like(scene.doc, tree, phrase.head));
        let issuer = near.as_ref().and_then(|phrase| issuer(tree, phrase));
        let first = || phrase_after(tree, 0).filter(|phrase| phrase.range.end < word && speaker_like(scene.doc, tree, phrase.head));
        let phrase = issuer.or(near).or(last).or_else(|| shared_subject(tree, word)).or_else(first)?;
        return Some((phrase, word..word + 1));
    }
    let free = !ADDRESSED.contains(&verb.lemma) || word > 0 && scene.quoted(word - 1);
    if free && let Some(found) = inverted(scene, word) {
        return Some(found);
    }
    if let Some(phrase) = subject_before(tree, word) {
        let start = phrase.range.start;
        // A relative clause's own words are no part of the speaker.
        return Some((phrase, start..word + 1));
    }
    // "confirmed the strike and said": the subject of the clause before.
    let behind = word.checked_sub(1)?;
    let joined = tree.rel(word) == Rel::Conj || tree.tag(behind) == Tag::Cc;
    let phrase = shared_subject(tree, word).filter(|_| joined || tree.subject(word).is_some_and(|s| s < word))?;
    Some((phrase, word..word + 1))
}

/// "..., said the minister": the phrase behind the verb.
fn inverted(scene: &Scene<'_, '_>, word: usize) -> Option<(Phrase, std::ops::Range<usize>)> {
    let tree = scene.tree;
    let before = word.checked_sub(1)?;
    let quoted = scene.quoted(before) || tree.tag(before) == Tag::Comma && before > 0 && scene.quoted(before - 1);
    if !quoted && !tree.tag(before).is_punct() {
        return None;
    }
    let phrase = set_off_name(tree, phrase_after(tree, word + 1)?);
    let next = phrase.range.end;
    let closes = next >= tree.len() || tree.tag(next).is_punct() || matches!(tree.tag(next), Tag::In | Tag::InSconj | Tag::Wp | Tag::Wdt | Tag::Cc);
    let strong = verb(tree.low(word)).is_some_and(|verb| STRONG.contains(&verb.lemma));
    let like = speaker_like(scene.doc, tree, phrase.head) || quoted && strong && can_say(tree, phrase.head);
    // After a mere comma, a clause must stand before: "X, a spokesman, said troops" has none.
    let clause = || {
        (before.saturating_sub(SIGHT)..before).any(|w| tree.tag(w).is_finite()) && !tree.children(word).any(|c| c < word && tree.rel(c) == Rel::Nsubj && !tree.is_relative_pronoun(c) && c + 12 > word)
    };
    // "..., says mediator" ends a headline.
    let last = next >= tree.len() && tree.tag(before) == Tag::Comma;
    (closes && like && (quoted || last || clause())).then(|| (phrase.clone(), word..phrase.range.end))
}

/// "accused Israel of bombing Aleppo": what the accusation is.
fn accusation(tree: &Tree<'_>, word: usize) -> Option<Span> {
    // "blamed the shooting on rebels"
    if let Some((_, end)) = tree.chunk(word + 1).filter(|(_, end)| verb(tree.low(word)).is_some_and(|verb| verb.lemma == "blame") && *end < tree.len() && tree.low(*end) == "on") {
        return Some(tree.bytes(word + 1..end));
    }
    let of = (word + 1..tree.len().min(word + 12)).find(|w| matches!(tree.low(*w), "of" | "for"))?;
    (of + 1 < tree.len() && !tree.tag(of + 1).is_punct()).then(|| tree.bytes(of + 1..tree.len()))
}

/// The phrase after "by" behind a participle.
fn agent_of(tree: &Tree<'_>, word: usize) -> Option<Phrase> {
    let by = (word + 1..tree.len().min(word + 8)).find(|w| tree.low(*w) == "by")?;
    if (word + 1..by).any(|w| tree.tag(w).is_finite() || tree.tag(w) == Tag::Comma) {
        return None;
    }
    phrase_after(tree, by + 1)
}

/// "announced by the army": the agent says it. "was told", "is said to" have no speaker.
fn passive(scene: &Scene<'_, '_>, word: usize, verb: &Verb) -> Option<(Statement, Phrase)> {
    let (doc, tree) = (scene.doc, scene.tree);
    let phrase = agent_of(tree, word)?;
    // "claimed by China as its own" is no saying.
    let owned = phrase.range.end < tree.len() && tree.low(phrase.range.end) == "as";
    if owned || QUOTING.contains(&verb.lemma) || !speaker_like(doc, tree, phrase.head) || scene.quoted(phrase.head) {
        return None;
    }
    let content = if matches!(verb.lemma, "accuse" | "blame") {
        accusation(tree, phrase.range.end - 1)
    } else if word > 0 && tree.low(word - 1) == "as" {
        // "The envoys met, as reported by X"
        content::around(scene, word, phrase.range.end)
    } else {
        let end = before_helpers(tree, word);
        let subject = tree.passive_subject(word).filter(|s| *s < word).map(|s| tree.subtree(s).start.min(s)..word);
        let behind = phrase_before(tree, if end > 0 && tree.tag(end - 1) == Tag::Comma { end - 1 } else { end }).map(|phrase| phrase.range);
        // "The pause in fighting, announced by X,": what the participle hangs on.
        let noun = || tree.head(word).filter(|head| *head < word && tree.is_nominal(*head)).map(|head| tree.noun_phrase(head));
        behind.or(subject).or_else(noun).map(|range| tree.bytes(range))
    }?;
    Some((Statement { speaker: Some(who_is(scene, &phrase)), relays: Vec::new(), cue: tree.word_span(word), content, aside: None }, phrase))
}

/// "Interfax quoted Konashenkov as saying", ", citing a ministry official", "was quoted as saying": whoever is quoted speaks.
fn quoting(scene: &Scene<'_, '_>, word: usize, earlier: &[(Statement, Phrase)]) -> Option<(Statement, Phrase)> {
    let tree = scene.tree;
    let cue = tree.word_span(word);
    let gerund = tree.tag(word) == Tag::Vbg;
    let made = |phrase: Phrase, relays: Vec<Who>, Extent { content, aside }: Extent| (Statement { speaker: Some(who_is(scene, &phrase)), relays, cue, content, aside }, phrase);
    // The word behind which the quoted words stand: "quoted X as saying".
    let saying = |from: usize, reach: usize| (from..tree.len().min(from + reach)).find(|w| tree.tag(*w) == Tag::Vbg && verb(tree.low(*w)).is_some_and(|verb| verb.is(Say)));
    if !gerund && is_passive(tree, word) {
        let phrase = subject_before(tree, word)?;
        let relays = tree.phrases_after(word).into_iter().filter(|(case, _)| matches!(*case, "by" | "in")).map(|(_, head)| who_is(scene, &Phrase { head, range: tree.noun_phrase(head) })).collect();
        let saying = saying(word, 10).unwrap_or(word);
        let extent = content::of_saying(scene, saying, phrase.range.start..saying + 1)?;
        return Some(made(phrase, relays, extent));
    }
    let phrase = phrase_after(tree, word + 1)?;
    if !speaker_like(scene.doc, tree, phrase.head) {
        // "The documents cited a meeting": the citing phrase is the source of what it cites.
        let subject = subject_before(tree, word).filter(|subject| !gerund && speaker_like(scene.doc, tree, subject.head))?;
        return Some(made(subject, Vec::new(), tree.bytes(word + 1..content::end_of_saying(scene, word, word + 1)).into()));
    }
    // "quoted a diplomat who said": the saying behind speaks for itself.
    if phrase.range.end < tree.len() && tree.low(phrase.range.end) == "who" {
        return None;
    }
    if gerund {
        // ", citing X" backs what the clause before says, and whoever says it relays it.
        let before = earlier.iter().rev().take(SIGHT).find(|(statement, _)| !statement.content.contains(cue)).cloned();
        // "X, citing Y, said"
        let comma = phrase.range.end;
        let next = || (comma + 1..tree.len().min(comma + 4)).find(|w| tree.tag(comma) == Tag::Comma && is_cue(scene, *w) && tree.tag(*w) != Tag::Vbg);
        let Some((statement, relay)) = before.or_else(|| statement(scene, next()?, earlier)) else {
            return content::around(scene, word, phrase.range.end).map(|content| made(phrase, Vec::new(), content.into()));
        };
        let relays = vec![who_is(scene, &relay)];
        return Some(made(phrase, relays, Extent { content: statement.content, aside: statement.aside }));
    }
    let relay = subject_before(tree, word);
    let start = relay.as_ref().map_or(word, |relay| relay.range.start);
    let saying = saying(phrase.range.end, 3);
    let relays = relay.iter().map(|relay| who_is(scene, relay)).collect();
    let extent = content::of_saying(scene, saying.unwrap_or(word), start..saying.map_or(phrase.range.end, |saying| saying + 1))?;
    Some(made(phrase, relays, extent))
}
