//! What is said of a noun phrase, read off the words that follow it, for where the tree lost the verb of a long subject.

use super::operators::{self, Force};
use super::site::{Governor, Site};
use super::verb_group::NEGATIONS;
use crate::lexicon::{VerbClass, verb};
use crate::syntax::{Rel, Tag, Tree};

/// How far from its subject a verb is looked for.
const REACH: usize = 30;

/// The word that governs a noun trigger, and how. The tree's word, unless the words around say better.
pub(super) fn governor(tree: &Tree<'_>, site: &Site) -> Option<Governor> {
    let top = tree.first_conjunct(*site.words.last()?);
    let from_tree = tree.head(top).map(|head| Governor { word: head, rel: tree.rel(top), through: top });
    if from_tree.is_some_and(|governor| governor.rel.is_subject() && governor.word > top && participle(tree, site) != Some(governor.word)) {
        return from_tree;
    }
    // "denied reports of a withdrawal": the noun before the preposition, whatever the parser made of it.
    let start = site.words.iter().map(|word| tree.chunk_start(*word)).min()?;
    let governs = |force| force != Force::Through || tree.low(start - 1) == "of";
    if start >= 2 && matches!(tree.low(start - 1), "of" | "for" | "on" | "to") && (tree.tag(start - 2).is_noun() || tree.tag(start - 2) == Tag::Jj) && operators::noun(tree.low(start - 2)).is_some_and(governs) && tree.rel(top) != Rel::Conj {
        return Some(Governor { word: start - 2, rel: Rel::Nmod, through: top });
    }
    let clause_verb = |word: usize| verb(tree.low(word)).is_some_and(|verb| verb.is_any(&[VerbClass::Say, VerbClass::Suppose]));
    let opens = start == 0 || matches!(tree.tag(start - 1), Tag::OpenQuote | Tag::Colon) || tree.low(start - 1) == "that" || clause_verb(start - 1);
    // "ceasefire violations": the phrase goes on.
    let whole = site.words.iter().copied().max().is_some_and(|last| last + 1 < tree.len() && !tree.tag(last + 1).is_noun() && tree.tag(last + 1) != Tag::Hyph);
    if opens && whole && let Some(word) = after(tree, site.words.iter().copied().max()?, participle(tree, site)) {
        let passive = tree.tag(word) == Tag::Vbn && tree.children(word).any(|c| tree.rel(c) == Rel::AuxPass || matches!(tree.low(c), "was" | "were" | "been" | "be" | "is" | "are"));
        return Some(Governor { word, rel: if passive { Rel::NsubjPass } else { Rel::Nsubj }, through: top });
    }
    site.governor.or(from_tree)
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
    // No object follows, and it is a verb that takes one.
    let known = verb(tree.low(at)).is_some_and(|verb| verb.is_any(&[VerbClass::Agree, VerbClass::Broker, VerbClass::Schedule, VerbClass::Announce, VerbClass::Reject]) && verb.lemma != "call");
    (known && matches!(tree.tag(at + 1), Tag::In | Tag::InSconj | Tag::To | Tag::Rb | Tag::Comma)).then_some(at)
}
