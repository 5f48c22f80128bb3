//! Where an event happened.

use super::nearby::{inner, meets_there, of_topic};
use super::place_names::{breadth, place_of};
use super::referred::{journey, referred, where_clause};
use super::site::{Governor, Site};
use crate::doc::Doc;
use crate::event::{EventKind, LocationRole};
use crate::gazetteer::{NameForm, NameKind};
use crate::lexicon::verb;
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
pub(super) fn locatives(kind: EventKind) -> &'static [&'static str] {
    match kind {
        EventKind::Meeting | EventKind::VideoConference => &["in", "at", "near", "outside", "inside"],
        EventKind::CeaseFire => &["in", "at", "near", "around", "across", "throughout", "along", "for", "over", "within", "inside"],
        _ => &[
            "in", "at", "near", "on", "over", "around", "across", "outside", "inside", "throughout", "along", "of", "against", "within", "above", "upon", "into", "targeting", "south", "north",
            "east", "west", "northwest", "northeast", "southeast", "southwest",
        ],
    }
}
/// Prepositions before a place that is left.
pub(super) const FROM: &[&str] = &["from", "out", "of", "in", "off", "outside", "around", "near", "at", "across", "inside"];
const TO: &[&str] = &["to", "into", "toward", "towards", "onto", "for"];

/// What strikes do to the place that is their verb's object.
const STRIKES: &[&str] = &[
    "hit", "hits", "struck", "strike", "strikes", "shook", "shake", "shakes", "rocked", "rock", "rocks", "pounded", "pound", "pounds", "pummeled", "pummelled", "targeted", "target", "targets",
    "battered", "devastated", "levelled", "leveled", "flattened", "destroyed", "damaged", "rattled", "wrecked", "ravaged", "blasted",
];

/// The places of a trigger, the one it is tied to first.
pub(crate) fn places(doc: &Doc<'_>, tree: &Tree<'_>, kind: EventKind, site: &Site) -> Vec<Place> {
    let mut found: Vec<(Place, bool)> = Vec::new();
    let mut add = |role: LocationRole, word: usize| {
        for c in tree.conjuncts(word) {
            if let Some((hit, span)) = place_of(doc, tree, c)
                && !found.iter().any(|(p, _)| p.span == span)
            {
                // "the district near Damascus": what lies beside comes last.
                found.push((Place { role, span, hit }, matches!(tree.case(c), "near" | "outside")));
            }
        }
    };
    let withdrawal = kind == EventKind::Withdrawal;
    let meeting = kind == EventKind::Meeting;
    let anchors = anchors(tree, kind, site);
    // A place before the trigger: "the Geneva talks", "Damascus airport raid".
    for word in &site.words {
        for c in tree.children(*word).filter(|c| *c < *word && matches!(tree.rel(*c), Rel::Compound | Rel::Amod | Rel::NmodPoss | Rel::NmodUnmarked)) {
            let hit = doc.hit(tree, c);
            // "Beirut strike": the capital of the country where the war is.
            let capital = |hit: &Hit<'_>| hit.form() == NameForm::Capital && hit.place.is_some() && hit.country() == doc.theatre;
            let struck = kind == EventKind::Airstrike && tree.rel(c) == Rel::Compound && hit.is_some_and(capital);
            let meeting_place = kind.confers() && hit.is_some_and(|hit| matches!(hit.form(), NameForm::Capital | NameForm::Metonym) || hit.kind() == NameKind::Place);
            let only_place = hit.is_some_and(|hit| hit.actor.is_none() && hit.place.is_some());
            if meeting_place || only_place || struck {
                add(LocationRole::At, c);
            }
        }
    }
    // "Sochi will be the sixth meeting", "Geneva is to host the talks".
    if let Some(subject) = place_as_subject(doc, tree, site) {
        add(LocationRole::At, subject);
    }
    let happens = happens(tree, site);
    let last = site.words.iter().copied().max().unwrap_or(site.trigger());
    let behind = tree.phrases_after(last).into_iter().map(|(case, c)| (last, case, c));
    let governed = anchors.iter().flat_map(|anchor| tree.prepositional(*anchor).map(|(case, c)| (*anchor, case, c)));
    for (anchor, case, c) in behind.chain(governed) {
        if withdrawal && TO.contains(&case) && anchor == site.trigger() {
            add(LocationRole::To, c);
        } else if withdrawal && FROM.contains(&case) {
            add(if site.words.contains(&anchor) || case == "from" || case == "out" { LocationRole::From } else { LocationRole::At }, c);
        } else if !withdrawal && locatives(kind).contains(&case) {
            let own = || happens.contains(&anchor) && matches!(case, "in" | "at");
            if !meeting || own() || holds_at(doc, tree, site, anchor, last, c) {
                add(LocationRole::At, c);
            }
        }
    }
    let role = if withdrawal { LocationRole::From } else { LocationRole::At };
    if site.is_verb {
        // "bombed Kilinochchi", "left Grozny", "Stepanakert, which drones had struck"
        let trigger = site.trigger();
        let mut objects: Vec<usize> = tree.children(trigger).filter(|c| matches!(tree.rel(*c), Rel::Obj | Rel::NsubjPass)).collect();
        let relative = objects.iter().all(|c| tree.is_relative_pronoun(*c)) && tree.subject(trigger).is_none_or(|s| tree.head(trigger) != Some(s));
        objects.extend(tree.head(trigger).filter(|_| relative && matches!(tree.rel(trigger), Rel::AclRelcl | Rel::Acl)));
        for c in objects {
            add(role, c);
        }
    }
    // "an airstrike hit Tarhuna"
    if let Some(governor) = site.governor.filter(|g| kind == EventKind::Airstrike && g.rel == Rel::Nsubj && STRIKES.contains(&tree.low(g.word))) {
        for c in tree.children_by(governor.word, Rel::Obj) {
            add(role, c);
        }
    }
    // The most exact first: a town before its country; the place that is left before the one reached.
    let width = |place: &Place| breadth(&doc.hits[place.hit]);
    found.sort_by_key(|(place, beside)| (place.role == LocationRole::To, width(place) == 2, *beside, width(place)));
    let mut found: Vec<Place> = found.into_iter().map(|(place, _)| place).collect();
    if let Some(first) = found.first().map(|place| place.role)
        && let Some((hit, span)) = inner(doc, tree, found[0].span)
        && !found.iter().any(|place| place.span == span)
    {
        found.insert(0, Place { role: first, span, hit });
    }
    if found.iter().all(|place| place.role == LocationRole::To || width(place) == 2)
        && let Some((hit, span)) = where_clause(doc, tree, kind, site).or_else(|| journey(doc, tree, kind, site))
    {
        found.insert(0, Place { role, span, hit });
    }
    if found.is_empty() {
        found.extend(referred(doc, tree, kind, site, &anchors).map(|hit| Place { role, span: doc.hits[hit].span, hit }));
    }
    found
}

/// The words on which the place of an event may hang: its trigger, those that carry it, and the verb of its clause.
fn anchors(tree: &Tree<'_>, kind: EventKind, site: &Site) -> Vec<usize> {
    let mut anchors = site.words.clone();
    anchors.extend(site.clause(tree));
    anchors.extend(happens(tree, site));
    anchors.dedup();
    if kind == EventKind::Airstrike {
        // "hit an army post at Tyre": where the target is.
        let strikes = |governor: &Governor| governor.rel == Rel::Nsubj && STRIKES.contains(&tree.low(governor.word));
        let verb = if site.is_verb { Some(site.trigger()) } else { site.governor.filter(strikes).map(|governor| governor.word) };
        anchors.extend(verb.and_then(|verb| tree.child(verb, Rel::Obj)));
    }
    if kind == EventKind::CeaseFire {
        // "came into force in Kyiv"
        let phrases = site.governor.into_iter().flat_map(|governor| tree.prepositional(governor.word)).map(|(_, c)| c);
        anchors.extend(phrases.filter(|c| matches!(tree.low(*c), "force" | "effect" | "place")));
        // A truce applies where it holds, not where it was signed or is talked about.
        let talked = tree.head(site.trigger()).is_some_and(|head| matches!(tree.low(head), "talks" | "negotiations" | "meeting" | "discussions" | "summit" | "conference"));
        anchors.retain(|anchor| {
            site.words.contains(anchor)
                || !talked
                    && !verb(tree.low(*anchor)).is_some_and(|verb| {
                        matches!(verb.lemma, "sign" | "agree" | "reach" | "announce" | "broker" | "say" | "tell" | "negotiate" | "discuss" | "call" | "urge" | "declare" | "mediate" | "welcome")
                    })
        });
    }
    anchors
}

/// The verbs whose subject a noun trigger is, down to what is due to happen: "talks are supposed to follow in Bangui".
fn happens(tree: &Tree<'_>, site: &Site) -> Vec<usize> {
    let Some(governor) = site.governor.filter(|g| matches!(g.rel, Rel::Nsubj | Rel::NsubjPass)) else { return Vec::new() };
    let mut verbs = vec![governor.word];
    verbs.extend(tree.children_by(governor.word, Rel::Xcomp));
    verbs
}

/// The subject of a meeting that is a place: of "be", or a town that hosts it.
fn place_as_subject(doc: &Doc<'_>, tree: &Tree<'_>, site: &Site) -> Option<usize> {
    let trigger = site.trigger();
    let town = |word: &usize| doc.hit(tree, *word).is_some_and(|hit| hit.place.is_some() && breadth(hit) < 2);
    let copular = tree.child(trigger, Rel::Cop).and_then(|_| tree.child(trigger, Rel::Nsubj));
    let host = site.governor.filter(|g| g.rel == Rel::Obj && verb(tree.low(g.word)).is_some_and(|verb| matches!(verb.lemma, "host" | "see" | "declare"))).and_then(|g| tree.child(g.word, Rel::Nsubj));
    copular.into_iter().chain(host).find(town)
}

/// Whether a meeting is at a place that its words or its verb govern.
fn holds_at(doc: &Doc<'_>, tree: &Tree<'_>, site: &Site, anchor: usize, last: usize, place: usize) -> bool {
    let own = site.words.contains(&anchor) || place < last;
    !of_topic(doc, tree, last, place) && (own || meets_there(doc, tree, last, place))
}

#[cfg(all(test, feature = "builtin"))]
mod tests {
    use crate::event::{EventKind, LocationRole};
    use crate::frames::last_mention;

    /// The place of the last mention of that kind.
    fn place(text: &str, kind: EventKind) -> Option<String> {
        last_mention(text, kind).locations.iter().find(|place| place.role != LocationRole::To).map(|place| place.text.clone())
    }

    macro_rules! places {
        ($($name:ident: $kind:ident, $text:expr => $place:expr;)*) => {
            $(#[test]
            fn $name() {
                assert_eq!(place($text, EventKind::$kind).as_deref(), $place);
            })*
        };
    }

    places! {
        struck: Airstrike, "Ethiopian jets bombed Mekelle on Monday." => Some("Mekelle");
        town_before_country: Airstrike, "Airstrikes in Libya hit the town of Tarhuna." => Some("Tarhuna");
        beside: Airstrike, "Airstrikes on the town of Avdiivka near Donetsk killed four." => Some("Avdiivka");
        parts_of: Airstrike, "Warplanes carried out air strikes on parts of Omdurman." => Some("Omdurman");
        ship: Airstrike, "Airstrikes launched from the USS Florida began." => None;
        inherited: Airstrike, "Jets carried out airstrikes on Mekelle. The strikes killed nine people." => Some("Mekelle");
        the_city: Airstrike, "Rebels hold Tskhinvali. Georgian jets bombed the city on Friday." => Some("Tskhinvali");
        met_somebody_there: Meeting, "Kenyan ministers met President Salva Kiir in Juba last Tuesday." => Some("Juba");
        talks_before: Meeting, "The Geneva talks between the Syrian government and the opposition resumed." => Some("Geneva");
        travelled: Meeting, "Russian Foreign Minister Sergei Lavrov flew to Baku for talks with Azerbaijani President Ilham Aliyev." => Some("Baku");
        topic: Meeting, "Russian and Turkish officials held talks on the situation in Idlib." => None;
        topic_elsewhere: Meeting, "Envoys of the army and the rebels held talks on Sudan in Jeddah." => Some("Jeddah");
        fronted: Meeting, "In Ankara, talks between Russian and Turkish officers continued." => Some("Ankara");
        purpose: Meeting, "President Obama agreed at a meeting with his generals to keep troops in Iraq." => None;
        video: VideoConference, "The leaders of France and Germany held a video conference from Paris with President Putin." => None;
        left: Withdrawal, "Chadian troops withdrew from Kidal to Gao." => Some("Kidal");
        left_not_reached: Withdrawal, "Rebels pulled back to Kisangani." => None;
        not_where_it_was_signed: CeaseFire, "A ceasefire signed in Lusaka by the two sides took effect." => None;
        where_it_holds: CeaseFire, "A truce took effect in Hodeidah on Tuesday." => Some("Hodeidah");
    }
}
