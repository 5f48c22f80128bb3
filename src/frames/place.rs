//! Where an event happened.

use super::site::Site;
use super::arguments::is_place;
use crate::doc::Doc;
use crate::event::{EventKind, LocationRole};
use crate::gazetteer::{NameForm, NameKind};
use crate::names::Hit;
use crate::span::Span;
use crate::syntax::{Rel, Tree};

/// A place, found.
#[derive(Debug, Clone)]
pub(crate) struct Place {
    pub(crate) role: LocationRole,
    pub(crate) span: Span,
    /// Index into the article's names.
    pub(crate) hit: usize,
}

/// Prepositions before the place of an event, by kind.
fn locatives(kind: EventKind) -> &'static [&'static str] {
    match kind {
        EventKind::Meeting | EventKind::VideoConference => &["in", "at", "near", "outside", "inside"],
        EventKind::CeaseFire => &["in", "at", "near", "around", "across", "throughout", "along", "for", "over", "within", "inside"],
        _ => &["in", "at", "near", "on", "over", "around", "across", "outside", "inside", "throughout", "along", "of", "against", "within", "above", "upon", "into", "targeting", "south", "north", "east", "west", "northwest", "northeast", "southeast", "southwest"],
    }
}
const FROM: &[&str] = &["from", "out", "of", "in", "off", "outside", "around", "near", "at", "across", "inside"];
const TO: &[&str] = &["to", "into", "toward", "towards", "onto", "for"];

/// The places of a trigger, the one it is tied to first.
pub(crate) fn places(doc: &Doc<'_>, tree: &Tree<'_>, kind: EventKind, site: &Site) -> Vec<Place> {
    let mut found: Vec<Place> = Vec::new();
    let mut add = |role: LocationRole, word: usize| {
        for c in tree.conjuncts(word) {
            if let Some((hit, span)) = place_of(doc, tree, c)
                && !found.iter().any(|p| p.span == span)
            {
                found.push(Place { role, span, hit });
            }
        }
    };
    let withdrawal = kind == EventKind::Withdrawal;
    let mut anchors = site.words.clone();
    anchors.extend(site.clause(tree));
    if let Some(governor) = site.governor {
        anchors.push(governor.word);
    }
    anchors.dedup();
    // A truce applies where it holds, not where it was signed.
    if kind == EventKind::CeaseFire {
        anchors.retain(|anchor| !crate::lexicon::verb(tree.low(*anchor)).is_some_and(|verb| matches!(verb.lemma, "sign" | "agree" | "reach" | "announce" | "broker" | "say" | "tell" | "negotiate" | "discuss" | "call" | "urge" | "declare" | "mediate" | "welcome")));
    }
    // "flew to Oslo for talks"
    let travels = matches!(kind, EventKind::Meeting) && site.governor.is_some_and(|g| matches!(tree.case(g.through), "for"));
    // A place before the trigger: "the Geneva talks", "Damascus airport raid".
    for word in &site.words {
        for c in tree.children(*word).filter(|c| *c < *word && matches!(tree.rel(*c), Rel::Compound | Rel::Amod | Rel::NmodPoss | Rel::NmodUnmarked)) {
            let hit = doc.hit(tree, c);
            let meeting_place = matches!(kind, EventKind::Meeting | EventKind::VideoConference) && hit.is_some_and(|hit| hit.form() == NameForm::Capital || hit.kind() == NameKind::Place);
            let only_place = hit.is_some_and(|hit| hit.actor.is_none() && hit.place.is_some());
            if meeting_place || only_place {
                add(LocationRole::At, c);
            }
        }
    }
    let last = site.words.iter().copied().max().unwrap_or(site.trigger());
    let behind = tree.phrases_after(last).into_iter().map(|(case, c)| (last, case, c));
    let governed = anchors.iter().flat_map(|anchor| tree.prepositional(*anchor).map(|(case, c)| (*anchor, case, c)));
    for (anchor, case, c) in behind.chain(governed).collect::<Vec<_>>() {
        {
            let anchor = &anchor;
            if withdrawal && TO.contains(&case) && *anchor == site.trigger() {
                add(LocationRole::To, c);
            } else if withdrawal && FROM.contains(&case) {
                add(if site.words.contains(anchor) || case == "from" || case == "out" { LocationRole::From } else { LocationRole::At }, c);
            } else if !withdrawal && (locatives(kind).contains(&case) || travels && matches!(case, "to" | "into")) {
                add(LocationRole::At, c);
            }
        }
    }
    if site.is_verb {
        // "bombed Kilinochchi", "left Grozny"
        let role = if withdrawal { LocationRole::From } else { LocationRole::At };
        for c in tree.children(site.trigger()).filter(|c| matches!(tree.rel(*c), Rel::Obj | Rel::NsubjPass)) {
            add(role, c);
        }
    }
    // The most exact first: a town before its country; the place that is left before the one reached.
    found.sort_by_key(|place| (place.role == LocationRole::To, breadth(&doc.hits[place.hit])));
    found
}

/// How wide a place is: 0 for a town, 2 for a state.
pub(crate) fn breadth(hit: &Hit<'_>) -> u8 {
    if hit.form() == NameForm::Capital {
        return 0;
    }
    match hit.place.map(|place| (place.kind(), place.office())) {
        Some((NameKind::State, _)) => 2,
        Some((_, "region" | "area" | "sea")) => 1,
        _ => 0,
    }
}

/// The place that a phrase names: its head, or a name in it ("the town of X", "X province", "X airport").
fn place_of(doc: &Doc<'_>, tree: &Tree<'_>, head: usize) -> Option<(usize, Span)> {
    if let Some(found) = exact(doc, tree, head) {
        return Some(found);
    }
    // "Idlib province", "Damascus International Airport": the place before the head.
    let noun = tree.low(head);
    if PLACE_NOUNS.contains(&noun) || tree.tag(head).is_proper() {
        let inner = tree.children(head).filter(|c| *c < head && matches!(tree.rel(*c), Rel::Compound | Rel::Nmod | Rel::NmodUnmarked | Rel::NmodPoss | Rel::Flat | Rel::NmodDesc | Rel::Amod)).find_map(|c| exact(doc, tree, c).map(|found| (c, found)));
        if let Some((c, (hit, span))) = inner {
            let whole = if tree.tag(head).is_proper() || matches!(noun, "province" | "governorate" | "region" | "district" | "airport" | "oblast" | "county") { tree.bytes(c..head + 1) } else { span };
            return Some((hit, whole));
        }
    }
    // "the town of X", "parts of X", "the border with X"
    tree.prepositional(head).filter(|(case, _)| matches!(*case, "of" | "in" | "with" | "near")).find_map(|(_, c)| exact(doc, tree, c)).or_else(|| tree.child(head, Rel::Appos).and_then(|c| exact(doc, tree, c))).or_else(|| tree.child(head, Rel::NmodPoss).filter(|_| PLACE_NOUNS.contains(&noun)).and_then(|c| exact(doc, tree, c)))
}

/// Whether a phrase is a place: its head is one, or a noun for places with one before it ("the rebel-held Ghouta district").
pub(super) fn names_place(doc: &Doc<'_>, tree: &Tree<'_>, head: usize) -> bool {
    is_place(doc, tree, head) || exact(doc, tree, head).is_some() && doc.hit(tree, head).is_some_and(|hit| hit.kind() == NameKind::Place) || matches!(tree.low(head), "province" | "region" | "district" | "governorate" | "city" | "town" | "county" | "area" | "areas" | "village" | "suburb" | "suburbs" | "neighbourhood" | "neighborhood" | "enclave" | "countryside" | "outskirts" | "border" | "parts") && place_of(doc, tree, head).is_some()
}

const PLACE_NOUNS: &[&str] = &[
    "province", "region", "district", "governorate", "city", "airport", "town", "county", "oblast", "state", "valley", "river", "village", "camp", "suburb", "suburbs", "area", "areas", "front", "border", "peninsula", "island", "coast", "capital", "countryside", "outskirts", "port", "base", "airbase", "enclave", "neighbourhood", "neighborhood", "hospital", "palace", "crossing", "parts", "territory", "zone",
    "strip", "north", "south", "east", "west", "northeast", "northwest", "southeast", "southwest", "soil", "side", "headquarters", "bridge", "road", "lines",
];

fn exact(doc: &Doc<'_>, tree: &Tree<'_>, word: usize) -> Option<(usize, Span)> {
    let index = (tree.words[word].name as usize).checked_sub(1)?;
    let hit = &doc.hits[index];
    // "at the White House": there it is a building.
    if hit.form() == NameForm::Metonym && matches!(tree.case(word), "at" | "in" | "inside" | "outside") {
        return Some((index, hit.span));
    }
    (hit.place.is_some() && hit.form() != NameForm::Adjective && hit.form() != NameForm::Demonym).then_some((index, hit.span))
}

/// A place elsewhere in the sentence: after a locative preposition, nearest to the trigger.
pub(crate) fn nearby(doc: &Doc<'_>, tree: &Tree<'_>, kind: EventKind, site: &Site) -> Option<Place> {
    let trigger = site.trigger();
    if kind == EventKind::CeaseFire {
        return where_it_applies(doc, tree);
    }
    (0..tree.len())
        .filter(|word| {
            let governor = tree.head(*word);
            // "the crisis in Syria" is what a meeting is about.
            let of_topic = kind == EventKind::Meeting && governor.is_some_and(|g| !tree.tag(g).is_verb());
            let locative = matches!(tree.case(*word), "in" | "at" | "near" | "around" | "outside" | "inside" | "across" | "throughout" | "within" | "on");
            locative && !of_topic
        })
        .filter_map(|word| exact(doc, tree, word).or_else(|| place_of(doc, tree, word)).map(|found| (word, found)))
        .min_by_key(|(word, (hit, _))| (breadth(&doc.hits[*hit]) == 2, word.abs_diff(trigger)))
        .map(|(_, (hit, span))| Place { role: LocationRole::At, span, hit })
}

/// For a truce that names no place: the country of the war, where the sentence names it.
fn where_it_applies(doc: &Doc<'_>, tree: &Tree<'_>) -> Option<Place> {
    let theatre = doc.theatre?;
    let names = doc.hits_in(tree.span);
    let index = names.iter().position(|hit| hit.kind() == NameKind::State && hit.form() == NameForm::Name && hit.country() == Some(theatre))?;
    let first = doc.hits.partition_point(|hit| hit.span.start < tree.span.start);
    Some(Place { role: LocationRole::At, span: names[index].span, hit: first + index })
}
