//! Places that a mention takes from other words of the text: "the city", "there", "flew to Oslo and met".

use super::place::{FROM, locatives};
use super::place_names::{breadth, exact, place_of};
use super::site::Site;
use crate::doc::Doc;
use crate::event::EventKind;
use crate::gazetteer::NameForm;
use crate::lexicon::TRAVEL;
use crate::span::Span;
use crate::syntax::{Rel, Tree};

/// The place that "the city", "the country" or "there" means: the last of that size that is named, in this sentence or the one before.
pub(super) fn referred(doc: &Doc<'_>, tree: &Tree<'_>, kind: EventKind, site: &Site, anchors: &[usize]) -> Option<usize> {
    let governed = anchors.iter().flat_map(|anchor| tree.children(*anchor)).filter(|c| {
        let located = locatives(kind).contains(&tree.case(*c)) || kind == EventKind::Withdrawal && FROM.contains(&tree.case(*c));
        located || site.is_verb && tree.rel(*c) == Rel::Obj || tree.rel(*c) == Rel::Advmod
    });
    // "bombed a factory here": where the report was written.
    if anchors.iter().flat_map(|anchor| tree.children(*anchor)).any(|c| tree.low(c) == "here" && tree.rel(c) == Rel::Advmod) {
        return doc.dateline_place();
    }
    let (word, widest) = governed
        .filter_map(|c| {
            let the = tree.children(c).any(|d| matches!(tree.low(d), "the" | "this" | "that"));
            let widest = match tree.low(c) {
                "there" if tree.rel(c) == Rel::Advmod => {
                    if kind == EventKind::Meeting {
                        1
                    } else {
                        2
                    }
                }
                "it" if kind == EventKind::Withdrawal && tree.rel(c) == Rel::Obj => 1,
                "city" | "town" | "village" | "capital" | "enclave" | "port" | "settlement" if the => 0,
                "area" | "province" | "region" | "district" | "territory" if the => 1,
                "country" if the => 2,
                _ => return None,
            };
            Some((c, widest))
        })
        .min()?;
    let sentence = doc.sentence_at(tree.span.start);
    let from = doc.previous_sentence(sentence).map_or(tree.span.start, |previous| doc.sentences[previous].span.start);
    let before = doc.hits.partition_point(|hit| hit.span.start < tree.word_span(word).start);
    let country = tree.low(word) == "country";
    let mut named = (0..before).rev().take_while(|i| doc.hits[*i].span.start >= from);
    // "the Congolese capital"
    let adjective = tree.children(word).filter(|_| tree.low(word) == "capital").filter_map(|c| doc.hit(tree, c)).find(|hit| hit.is_adjective());
    if let Some(whose) = adjective.and_then(|hit| hit.actor?.country()) {
        return named.find(|i| doc.hits[*i].form() == NameForm::Capital && doc.hits[*i].country() == Some(whose));
    }
    named.find(|i| {
        let hit = &doc.hits[*i];
        // "US airstrikes there": who strikes is not where.
        let modifies = hit.actor.is_some() && tree.word_at(hit.span.start).is_some_and(|word| tree.is_premodifier(word));
        let place = !modifies && hit.place.is_some() && matches!(hit.form(), NameForm::Name | NameForm::Capital);
        place && if country { breadth(hit) == 2 } else { breadth(hit) <= widest }
    })
}

/// The place before the "where" of the clause: "flew to Naypyitaw on Monday, where talks began".
pub(super) fn where_clause(doc: &Doc<'_>, tree: &Tree<'_>, kind: EventKind, site: &Site) -> Option<(usize, Span)> {
    if kind == EventKind::CeaseFire {
        return None;
    }
    let mut at = site.clause(tree)?;
    for _ in 0..4 {
        if let Some(opener) = tree.children(at).find(|c| tree.low(*c) == "where") {
            return (opener.saturating_sub(8)..opener).rev().find_map(|word| exact(doc, tree, word));
        }
        at = tree.head(at).filter(|_| matches!(tree.rel(at), Rel::Conj | Rel::Xcomp))?;
    }
    None
}

/// Where somebody went to meet: "flew to Cairo and met the president", "travelled to Oslo to meet rebels".
pub(super) fn journey(doc: &Doc<'_>, tree: &Tree<'_>, kind: EventKind, site: &Site) -> Option<(usize, Span)> {
    if kind != EventKind::Meeting {
        return None;
    }
    let clause = site.clause(tree)?;
    for verb in std::iter::once(clause).chain(tree.ancestors(clause).take(2)) {
        if TRAVEL.contains(&tree.low(verb)) && verb < site.trigger() {
            return tree.prepositional(verb).filter(|(case, c)| matches!(*case, "to" | "in" | "into") && *c < site.trigger()).find_map(|(_, c)| place_of(doc, tree, c));
        }
        if !matches!(tree.rel(verb), Rel::Conj | Rel::Xcomp | Rel::Advcl) {
            break;
        }
    }
    // The verb right before, whatever the parser joined: "flew to Israel and on Thursday met".
    let trigger = site.trigger();
    let verb = (trigger.saturating_sub(10)..trigger).rev().find(|word| tree.tag(*word).is_verb() && !matches!(tree.rel(*word), Rel::Aux | Rel::AuxPass))?;
    let joined = site.is_verb && TRAVEL.contains(&tree.low(verb)) && (verb..trigger).any(|word| matches!(tree.low(word), "and" | "to"));
    (verb..trigger).filter(|word| joined && matches!(tree.case(*word), "to" | "in")).find_map(|word| exact(doc, tree, word))
}
