//! Names of places in a tree: which one a phrase means, and how wide it is.

use super::arguments::is_place;
use crate::doc::Doc;
use crate::gazetteer::{NameForm, NameKind};
use crate::lexicon::PLACE_NOUNS;
use crate::names::Hit;
use crate::span::Span;
use crate::syntax::{Rel, Tag, Tree};

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
pub(super) fn place_of(doc: &Doc<'_>, tree: &Tree<'_>, head: usize) -> Option<(usize, Span)> {
    if let Some(found) = exact(doc, tree, head) {
        return Some(found);
    }
    // "the capital Damascus", "the resort town, Sochi"
    let noun = tree.low(head);
    if place_noun(noun)
        && let Some(found) = (head + 1..tree.len().min(head + 3)).take_while(|word| *word == head + 1 || tree.tag(head + 1) == Tag::Comma).find_map(|word| exact(doc, tree, word))
    {
        return Some(found);
    }
    // "the Black Sea resort of Sochi": the town, not what it is at.
    if matches!(noun, "resort" | "town" | "city" | "village" | "port" | "suburb" | "capital")
        && let Some(found) = tree.prepositional(head).filter(|(case, _)| *case == "of").find_map(|(_, c)| exact(doc, tree, c)).filter(|(hit, _)| breadth(&doc.hits[*hit]) == 0)
    {
        return Some(found);
    }
    // "Idlib province", "Damascus International Airport": the place before the head.
    if place_noun(noun) || tree.tag(head).is_proper() {
        let inner = tree
            .children(head)
            .filter(|c| *c < head && matches!(tree.rel(*c), Rel::Compound | Rel::Nmod | Rel::NmodUnmarked | Rel::NmodPoss | Rel::Flat | Rel::NmodDesc | Rel::Amod))
            .find_map(|c| exact(doc, tree, c).map(|found| (c, found)));
        if let Some((c, (hit, span))) = inner {
            let whole = if tree.tag(head).is_proper() || matches!(noun, "province" | "governorate" | "region" | "district" | "airport" | "oblast" | "county") { tree.bytes(c..head + 1) } else { span };
            return Some((hit, whole));
        }
    }
    // "the town of X", "parts of X"
    tree.prepositional(head).filter(|(case, _)| matches!(*case, "of" | "in")).find_map(|(_, c)| exact(doc, tree, c))
}

/// Whether a phrase is a place: its head is one, or a noun for places with one before it ("the rebel-held Ghouta district").
pub(super) fn names_place(doc: &Doc<'_>, tree: &Tree<'_>, head: usize) -> bool {
    is_place(doc, tree, head)
        || exact(doc, tree, head).is_some() && doc.hit(tree, head).is_some_and(|hit| hit.kind() == NameKind::Place)
        || matches!(
            tree.low(head),
            "province"
                | "region"
                | "district"
                | "governorate"
                | "city"
                | "town"
                | "county"
                | "area"
                | "areas"
                | "village"
                | "suburb"
                | "suburbs"
                | "neighbourhood"
                | "neighborhood"
                | "enclave"
                | "countryside"
                | "outskirts"
                | "border"
                | "parts"
        ) && place_of(doc, tree, head).is_some()
}

/// Nouns that a place's name can stand beside, and what is measured from one: "parts of Aleppo", "the Turkish side".
pub(super) fn place_noun(word: &str) -> bool {
    const OF_A_PLACE: &[&str] = &[
        "hospital", "palace", "crossing", "parts", "zone", "strip", "north", "south", "east", "west", "northeast", "northwest", "southeast", "southwest", "soil", "side", "headquarters", "bridge",
        "road", "lines", "outpost", "post", "airfield", "garrison", "barracks", "checkpoint", "junction", "airstrip", "hill", "hills", "ridge", "heights", "pass", "plateau", "prison", "refinery",
        "plant", "station", "reactor", "market", "dam", "university", "triangle", "pocket", "corridor", "plain", "gorge", "mountains", "forest", "desert", "jungle", "jungles", "islands",
    ];
    PLACE_NOUNS.contains(&word) || OF_A_PLACE.contains(&word)
}

/// The place that a word names by itself.
pub(super) fn exact(doc: &Doc<'_>, tree: &Tree<'_>, word: usize) -> Option<(usize, Span)> {
    let index = doc.hit_index(tree, word)?;
    let hit = &doc.hits[index];
    // "at the White House": there it is a building; the "Obama administration" is none.
    let building = hit.form() == NameForm::Metonym && hit.span.of(doc.text).rsplit(' ').next().is_some_and(|last| last.starts_with(char::is_uppercase));
    if building && (matches!(tree.case(word), "at" | "in" | "inside" | "outside") || tree.is_premodifier(word)) {
        return Some((index, hit.span));
    }
    (hit.place.is_some() && hit.form() != NameForm::Adjective && hit.form() != NameForm::Demonym).then_some((index, hit.span))
}
