//! The word that governs a trigger, or a verb above it: the tree's, unless the words around say better.
//!
//! The tree loses the verb of a long subject, the verb that an infinitive or a clause completes, the noun before an "of".

use super::operators::{self, Force};
use super::site::{Governor, Site};
use super::verb_group::{Group, NEGATIONS};
use crate::lexicon::{Verb, VerbClass, verb};
use crate::syntax::{Rel, Tag, Tree};
use VerbClass::*;

/// How far from its subject a verb is looked for.
const REACH: usize = 30;

/// The word above, and how `at` hangs on it. Where words right before tell better than the tree, those.
pub(super) fn of_word(tree: &Tree<'_>, site: &Site, at: usize) -> Option<(usize, Rel)> {
    let top = outermost(tree, *site.words.last().unwrap_or(&at));
    if !site.is_verb && (site.words.contains(&at) || at == top) {
        return of_noun(tree, site).map(|governor| (governor.word, governor.rel));
    }
    if tree.tag(at).is_verb()
        && let Some(to) = Group::of(tree, at).to
        && let Some(governor) = before_infinitive(tree, to)
    {
        return Some(governor);
    }
    let head = tree.head(at)?;
    Some((head, tree.rel(at)))
}

/// The first conjunct of a noun trigger. Deeds are joined to deeds: in "the release of prisoners and talks" to the release, not the prisoners.
pub(super) fn outermost(tree: &Tree<'_>, word: usize) -> usize {
    let mut top = tree.first_conjunct(word);
    if top != word {
        for _ in 0..3 {
            let above = tree.head(top).filter(|head| tree.rel(top) == Rel::Nmod && tree.tag(*head).is_noun() && operators::noun(tree.low(*head)).is_none());
            let Some(above) = above else { break };
            top = tree.first_conjunct(above);
        }
    }
    top
}

/// Whether the subject of a verb is a text that provides for things: "the accord requires", "a deal allowing".
pub(super) fn deal(tree: &Tree<'_>, verb: usize) -> bool {
    let subject = tree.children(verb).find(|c| tree.rel(*c).is_subject() && *c < verb);
    let by_clause = matches!(tree.rel(verb), Rel::Acl | Rel::AclRelcl) && subject.is_none_or(|subject| tree.is_relative_pronoun(subject)) && tree.tag(verb) != Tag::Vbn;
    let subject = if by_clause { tree.head(verb) } else { subject };
    subject.is_some_and(|subject| operators::deal(tree.low(subject)))
}

/// The word that governs a noun trigger, and how. The tree's word, unless the words around say better.
pub(super) fn of_noun(tree: &Tree<'_>, site: &Site) -> Option<Governor> {
    let top = outermost(tree, *site.words.last()?);
    let from_tree = tree.head(top).map(|head| Governor { word: head, rel: tree.rel(top), through: top });
    if from_tree.is_some_and(|governor| governor.rel.is_subject() && governor.word > top && participle(tree, site) != Some(governor.word)) {
        return from_tree;
    }
    // "denied reports of a withdrawal": the noun before the preposition, whatever the parser made of it.
    let start = site.words.iter().map(|word| tree.chunk_start(*word)).min()?;
    if let Some(noun) = start.checked_sub(2).filter(|noun| tree.tag(*noun).is_noun() || tree.tag(*noun) == Tag::Jj) {
        let case = tree.low(start - 1);
        let governs = operators::noun(tree.low(noun)).is_some_and(|force| force != Force::Through || case == "of");
        if governs && matches!(case, "of" | "for" | "on" | "to") && tree.rel(top) != Rel::Conj {
            return Some(Governor { word: noun, rel: Rel::Nmod, through: top });
        }
    }
    // "hoped talks would", but "declared a truce the day after the wave struck"
    let object = |verb: Verb| verb.is(Announce) && from_tree.is_some_and(|governor| governor.rel == Rel::Obj);
    let clause_verb = |word: usize| verb(tree.low(word)).is_some_and(|verb| verb.is_any(&[Say, Suppose]) && !object(verb));
    // "despite the thaw, talks have not": no coordination.
    let lost = tree.tag(start.saturating_sub(1)) == Tag::Comma && site.words.last().is_some_and(|word| tree.rel(*word) == Rel::Conj && tree.child(*word, Rel::Cc).is_none());
    let opens = start == 0 || lost || matches!(tree.tag(start - 1), Tag::OpenQuote | Tag::Colon) || tree.low(start - 1) == "that" || clause_verb(start - 1);
    // "ceasefire violations": the phrase goes on.
    let whole = site.words.iter().copied().max().is_some_and(|last| last + 1 < tree.len() && !tree.tag(last + 1).is_noun() && tree.tag(last + 1) != Tag::Hyph);
    if opens
        && whole
        && let Some(word) = after(tree, site.words.iter().copied().max()?, participle(tree, site))
    {
        let passive = tree.tag(word) == Tag::Vbn && tree.children(word).any(|c| tree.rel(c) == Rel::AuxPass || matches!(tree.low(c), "was" | "were" | "been" | "be" | "is" | "are"));
        return Some(Governor { word, rel: if passive { Rel::NsubjPass } else { Rel::Nsubj }, through: top });
    }
    if top != tree.first_conjunct(*site.words.last()?) {
        return from_tree;
    }
    site.governor.or(from_tree)
}

/// What governs an infinitive: the operator right before its "to", or the verb before the noun phrase there ("ordered the army to").
fn before_infinitive(tree: &Tree<'_>, to: usize) -> Option<(usize, Rel)> {
    let before = to.checked_sub(1)?;
    let before = if tree.low(before) == "not" { before.checked_sub(1)? } else { before };
    let low = tree.low(before);
    let governs = |word: usize| verb(tree.low(word)).is_some_and(|verb| operators::over_infinitive(verb) != Force::Through);
    if tree.tag(before).is_verb() && governs(before) || operators::predicate(low).is_some() && !tree.tag(before).is_noun() {
        return Some((before, Rel::Xcomp));
    }
    if tree.tag(before).is_noun() && operators::noun(low).is_some_and(|force| force != Force::Through) {
        return Some((before, Rel::Acl));
    }
    if tree.tag(before) == Tag::Comma {
        // "its readiness, in principle, to meet"
        let opened = (before.saturating_sub(6)..before).find(|word| tree.tag(*word) == Tag::Comma).and_then(|comma| comma.checked_sub(1));
        if let Some(noun) = opened.filter(|noun| tree.tag(*noun).is_noun() && operators::noun(tree.low(*noun)).is_some_and(|force| force != Force::Through)) {
            return Some((noun, Rel::Acl));
        }
        // "urged the general, who has refused before, to withdraw"
        let asks = |word: usize| verb(tree.low(word)).is_some_and(|verb| verb.is_any(&[CallFor, Order]) && operators::over_infinitive(verb) != Force::Through);
        return (before.saturating_sub(15)..before).find(|word| tree.tag(*word).is_verb() && asks(*word)).map(|word| (word, Rel::Xcomp));
    }
    let start = tree.chunk_start(before);
    let above = start.checked_sub(1).filter(|_| tree.is_nominal(before))?;
    let above = if matches!(tree.low(above), "both" | "all" | "either") && above > 0 { above - 1 } else { above };
    // "provides for all units to withdraw"
    if tree.low(above) == "for" && above > 0 && verb(tree.low(above - 1)).is_some_and(|verb| operators::verb_preposition(verb.lemma, "for").is_some()) {
        return Some((above - 1, Rel::Xcomp));
    }
    (tree.tag(above).is_verb() && governs(above)).then_some((above, Rel::Xcomp))
}

/// The predicate of the subject that ends with word `last`: a verb, adjective or noun. Phrases, appositions and relative clauses
/// between them are passed over.
fn after(tree: &Tree<'_>, last: usize, participle: Option<usize>) -> Option<usize> {
    let mut at = last + 1;
    let end = tree.len().min(last + REACH);
    let mut relative = false;
    while at < end {
        let tag = tree.tag(at);
        if tag == Tag::Comma || tag == Tag::Lrb {
            // Up to the comma that closes what this one opens.
            let close = (at + 1..end).find(|w| matches!(tree.tag(*w), Tag::Comma | Tag::Rrb))?;
            at = close + 1;
        } else if matches!(tag, Tag::Wdt | Tag::Wp) {
            relative = true;
            at += 1;
        } else if participle == Some(at) {
            at += 1;
        } else if tag.is_finite() || matches!(tree.low(at), "is" | "are" | "was" | "were" | "will" | "would" | "has" | "have" | "had") {
            let word = content(tree, at)?;
            if !relative {
                return Some(word);
            }
            relative = false;
            at = word + 1;
        } else if matches!(tag, Tag::Vbn | Tag::Vbg | Tag::Cc | Tag::In | Tag::InSconj | Tag::To | Tag::Rb | Tag::Pos) || relative {
            at += 1;
        } else {
            at = tree.chunk(at)?.1;
        }
    }
    None
}

/// The word that a verb group ending in or starting at `at` is about: "will not be | held", "is | likely", "is on the | agenda".
fn content(tree: &Tree<'_>, mut at: usize) -> Option<usize> {
    let start = at;
    while at + 1 < tree.len() && at < start + REACH {
        let low = tree.low(at);
        let auxiliary = tree.tag(at) == Tag::Md || tree.tag(at).is_aux() || matches!(low, "is" | "are" | "was" | "were" | "be" | "been" | "has" | "have" | "had" | "will" | "would" | "to");
        // "was over": the last word is what is said, an adverb too.
        let between = (matches!(tree.tag(at), Tag::Rb | Tag::Not) || NEGATIONS.contains(&low)) && !tree.tag(at + 1).is_punct();
        if !auxiliary && !between {
            break;
        }
        at += 1;
    }
    if matches!(tree.tag(at), Tag::In | Tag::Dt) {
        return tree.chunk(if tree.tag(at) == Tag::In { at + 1 } else { at }).map(|(head, _)| head);
    }
    (!tree.tag(at).is_punct()).then_some(at)
}

/// A participle that describes a noun trigger: "a truce for Chechnya signed on Thursday", "the summit, scheduled for May, ..."
pub(super) fn participle(tree: &Tree<'_>, site: &Site) -> Option<usize> {
    let last = site.words.iter().copied().max()?;
    let mut at = last + 1;
    while at + 1 < tree.len() && at < last + REACH && matches!(tree.tag(at), Tag::In | Tag::InSconj) {
        let Some((_, end)) = tree.chunk(at + 1) else { break };
        at = end;
        while at + 1 < tree.len() && at < last + REACH && tree.tag(at) == Tag::Cc {
            let Some((_, end)) = tree.chunk(at + 1) else { break };
            at = end;
        }
    }
    if at < tree.len() && tree.tag(at) == Tag::Comma {
        at += 1;
    }
    if at + 1 >= tree.len() || !matches!(tree.tag(at), Tag::Vbn | Tag::Vbd) {
        return None;
    }
    // It has no subject of its own: "negotiations over a truce resumed".
    if tree.children(at).any(|c| tree.rel(c).is_subject() && !site.words.contains(&c)) {
        return None;
    }
    // No object follows, and it is a verb that takes one.
    let known = verb(tree.low(at)).is_some_and(|verb| verb.is_any(&[Agree, Broker, Schedule, Announce, Reject]) && verb.lemma != "call");
    (known && matches!(tree.tag(at + 1), Tag::In | Tag::InSconj | Tag::To | Tag::Rb | Tag::Comma)).then_some(at)
}
