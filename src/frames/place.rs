//! Where an event happened.

use super::arguments::is_place;
use super::site::Site;
use crate::doc::Doc;
use crate::event::{EventKind, LocationRole};
use crate::gazetteer::{NameForm, NameKind};
use crate::lexicon::{PLACE_NOUNS, VerbClass, verb};
use crate::names::Hit;
use crate::span::Span;
use crate::syntax::{Rel, Tag, Tree};

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
        _ => &[
            "in", "at", "near", "on", "over", "around", "across", "outside", "inside", "throughout", "along", "of", "against", "within", "above", "upon", "into", "targeting", "south", "north",
            "east", "west", "northwest", "northeast", "southeast", "southwest",
        ],
    }
}
const FROM: &[&str] = &["from", "out", "of", "in", "off", "outside", "around", "near", "at", "across", "inside"];
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
            let meeting_place = kind.confers() && hit.is_some_and(|hit| matches!(hit.form(), NameForm::Capital | NameForm::Metonym) || hit.kind() == NameKind::Place);
            let only_place = hit.is_some_and(|hit| hit.actor.is_none() && hit.place.is_some());
            if meeting_place || only_place {
                add(LocationRole::At, c);
            }
        }
    }
    // "Sochi will be the sixth meeting", "Geneva is to host the talks".
    if let Some(subject) = place_as_subject(doc, tree, site) {
        add(LocationRole::At, subject);
    }
    // "flew to Oslo for talks"
    let travels = meeting && site.governor.is_some_and(|g| tree.case(g.through) == "for");
    let last = site.words.iter().copied().max().unwrap_or(site.trigger());
    let behind = tree.phrases_after(last).into_iter().map(|(case, c)| (last, case, c));
    let governed = anchors.iter().flat_map(|anchor| tree.prepositional(*anchor).map(|(case, c)| (*anchor, case, c)));
    for (anchor, case, c) in behind.chain(governed) {
        if withdrawal && TO.contains(&case) && anchor == site.trigger() {
            add(LocationRole::To, c);
        } else if withdrawal && FROM.contains(&case) {
            add(if site.words.contains(&anchor) || case == "from" || case == "out" { LocationRole::From } else { LocationRole::At }, c);
        } else if !withdrawal && (locatives(kind).contains(&case) || travels && matches!(case, "to" | "into")) && (!meeting || holds_at(doc, tree, site, anchor, last, c)) {
            add(LocationRole::At, c);
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
    found.sort_by_key(|(place, beside)| (place.role == LocationRole::To, breadth(&doc.hits[place.hit]) == 2, *beside));
    let mut found: Vec<Place> = found.into_iter().map(|(place, _)| place).collect();
    if found.is_empty() {
        found.extend(referred(doc, tree, kind, site, &anchors).map(|hit| Place { role, span: doc.hits[hit].span, hit }));
    }
    found
}

/// The words on which the place of an event may hang: its trigger, those that carry it, and the verb of its clause.
fn anchors(tree: &Tree<'_>, kind: EventKind, site: &Site) -> Vec<usize> {
    let mut anchors = site.words.clone();
    anchors.extend(site.clause(tree));
    anchors.extend(site.governor.map(|governor| governor.word));
    anchors.dedup();
    if kind == EventKind::CeaseFire {
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

/// Whether a place stands in what a meeting is about: "talks on the situation in Aleppo". A town elsewhere is where they talk: "talks on Sudan in Jeddah".
fn of_topic(doc: &Doc<'_>, tree: &Tree<'_>, trigger: usize, place: usize) -> bool {
    let topic = (trigger + 1..place).any(|word| {
        matches!(tree.low(word), "on" | "about" | "over" | "regarding" | "concerning" | "discuss" | "discussing" | "end" | "ending" | "resolve" | "resolving" | "ease" | "easing")
            && !tree.low(word + 1).ends_with("day")
            && tree.tag(word + 1) != Tag::Cd
            && crate::date::Month::ALL.iter().all(|month| month.to_string() != tree.low(word + 1))
    });
    topic && place_of(doc, tree, place).is_some_and(|(hit, _)| breadth(&doc.hits[hit]) > 0 || doc.hits[hit].country() == doc.theatre)
}

/// The place that "the city", "the country" or "there" means: the last of that size that is named, in this sentence or the one before.
fn referred(doc: &Doc<'_>, tree: &Tree<'_>, kind: EventKind, site: &Site, anchors: &[usize]) -> Option<usize> {
    let governed = anchors.iter().flat_map(|anchor| tree.children(*anchor)).filter(|c| {
        let located = locatives(kind).contains(&tree.case(*c)) || kind == EventKind::Withdrawal && FROM.contains(&tree.case(*c));
        located || site.is_verb && tree.rel(*c) == Rel::Obj || tree.rel(*c) == Rel::Advmod
    });
    // "who met here": where the report was written.
    if site.trigger() + 1 < tree.len() && tree.low(site.trigger() + 1) == "here" {
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
    (0..before).rev().take_while(|i| doc.hits[*i].span.start >= from).find(|i| {
        let hit = &doc.hits[*i];
        let place = hit.place.is_some() && matches!(hit.form(), NameForm::Name | NameForm::Capital);
        place && if country { breadth(hit) == 2 } else { breadth(hit) <= widest }
    })
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
    // "the capital Damascus", "the resort town, Sochi"
    let noun = tree.low(head);
    if place_noun(noun)
        && let Some(found) = (head + 1..tree.len().min(head + 3)).take_while(|word| *word == head + 1 || tree.tag(head + 1) == Tag::Comma).find_map(|word| exact(doc, tree, word))
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
    // "the town of X", "parts of X", "the border with X"
    tree.prepositional(head)
        .filter(|(case, _)| matches!(*case, "of" | "in" | "with" | "near"))
        .find_map(|(_, c)| exact(doc, tree, c))
        .or_else(|| tree.child(head, Rel::Appos).and_then(|c| exact(doc, tree, c)))
        .or_else(|| tree.child(head, Rel::NmodPoss).filter(|_| place_noun(noun)).and_then(|c| exact(doc, tree, c)))
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
fn place_noun(word: &str) -> bool {
    const OF_A_PLACE: &[&str] = &[
        "hospital", "palace", "crossing", "parts", "zone", "strip", "north", "south", "east", "west", "northeast", "northwest", "southeast", "southwest", "soil", "side", "headquarters", "bridge",
        "road", "lines",
    ];
    PLACE_NOUNS.contains(&word) || OF_A_PLACE.contains(&word)
}

fn exact(doc: &Doc<'_>, tree: &Tree<'_>, word: usize) -> Option<(usize, Span)> {
    let index = doc.hit_index(tree, word)?;
    let hit = &doc.hits[index];
    // "at the White House": there it is a building.
    if hit.form() == NameForm::Metonym && (matches!(tree.case(word), "at" | "in" | "inside" | "outside") || tree.is_premodifier(word)) {
        return Some((index, hit.span));
    }
    (hit.place.is_some() && hit.form() != NameForm::Adjective && hit.form() != NameForm::Demonym).then_some((index, hit.span))
}

/// A place elsewhere in the sentence: after a locative preposition, nearest to the trigger; for strikes, any town or region.
pub(crate) fn nearby(doc: &Doc<'_>, tree: &Tree<'_>, kind: EventKind, site: &Site) -> Option<Place> {
    let trigger = site.trigger();
    if kind == EventKind::CeaseFire {
        return where_it_applies(doc, tree);
    }
    // A name in front of another noun ("the UK-France summit") is no place.
    let alone = |word: usize| word + 1 == tree.len() || !tree.tag(word + 1).is_noun() || !tree.is_premodifier(word) || place_noun(tree.low(word + 1)) || tree.words[word + 1].name > 0;
    let nearest = |fits: &dyn Fn(usize) -> bool| {
        // Few words are places, and that is the cheapest to see.
        let named = (0..tree.len()).filter_map(|word| exact(doc, tree, word).map(|found| (word, found))).filter(|(word, _)| alone(*word) && fits(*word));
        named.min_by_key(|(word, (hit, _))| (breadth(&doc.hits[*hit]) == 2, word.abs_diff(trigger))).map(|(_, (hit, span))| Place { role: LocationRole::At, span, hit })
    };
    match kind {
        // "flew to Oslo for talks"
        EventKind::Meeting => nearest(&|word| (located(tree, word) || travelled(tree, word, trigger)) && meets_there(doc, tree, trigger, word)),
        EventKind::Airstrike => nearest(&|word| located(tree, word)).or_else(|| {
            nearest(&|word| {
                doc.hit(tree, word).is_some_and(|hit| hit.actor.is_none())
                    && preposition(tree, word).is_none_or(|at| !(matches!(tree.low(at), "from" | "to" | "by") || at > 0 && tree.low(at - 1) == "direction"))
            })
        }),
        _ => nearest(&|word| located(tree, word)),
    }
}

/// Whether something is said to be at a name: "in the northern city of Aleppo", "parts of Khartoum"; but nobody fights where a pact was "signed in Geneva".
fn located(tree: &Tree<'_>, word: usize) -> bool {
    let Some(at) = preposition(tree, word) else { return false };
    let before = at.checked_sub(1).map_or("", |before| tree.low(before));
    let signed = verb(before).is_some_and(|verb| verb.is_any(&[VerbClass::Say, VerbClass::Announce, VerbClass::Agree]) || verb.lemma == "sign");
    matches!(tree.low(at), "parts" | "outskirts" | "suburbs" | "areas")
        || !signed && matches!(tree.low(at), "in" | "at" | "near" | "around" | "outside" | "inside" | "across" | "throughout" | "within" | "on" | "over")
}

fn travelled(tree: &Tree<'_>, word: usize, trigger: usize) -> bool {
    preposition(tree, word).is_some_and(|at| matches!(tree.low(at), "to" | "into")) && (word..trigger).any(|at| tree.low(at) == "for")
}

/// The word before the phrase that a name heads, read off the words: "in" of "in the city of Aleppo", "parts" of "parts of Khartoum".
fn preposition(tree: &Tree<'_>, word: usize) -> Option<usize> {
    let mut before = tree.chunk_start(word).checked_sub(1)?;
    while tree.low(before) == "of" && before > 0 && place_noun(tree.low(before - 1)) {
        if matches!(tree.low(before - 1), "parts" | "outskirts" | "suburbs" | "areas") {
            return Some(before - 1);
        }
        before = tree.chunk_start(before - 1).checked_sub(1)?;
    }
    Some(before)
}

/// Whether people meet at a place named elsewhere in their sentence: nothing between the two opens another clause or a topic.
fn meets_there(doc: &Doc<'_>, tree: &Tree<'_>, trigger: usize, place: usize) -> bool {
    let behind = place > trigger;
    // "a summit which Angola convened in Luanda"
    let hangs = |word: usize| tree.head(word) == Some(trigger) && matches!(tree.rel(word), Rel::Acl | Rel::AclRelcl);
    if behind && tree.head(place).is_some_and(hangs) {
        return true;
    }
    let between = trigger.min(place) + 1..trigger.max(place);
    let open = between.clone().all(|word| {
        let low = tree.low(word);
        if tree.tag(word).is_verb() && !tree.is_premodifier(word) {
            return hangs(word)
                || matches!(low, "be" | "been" | "is" | "are" | "was" | "were" | "take" | "took" | "taken" | "taking" | "due" | "expected" | "scheduled" | "set" | "planned")
                || verb(low).is_some_and(|verb| verb.lemma != "keep" && verb.is_any(&[VerbClass::Hold, VerbClass::Attend, VerbClass::Aspect, VerbClass::Last]));
        }
        !matches!(low, "that" | "which" | "who" | "whose" | "because" | "while" | "but" | ";" | ":") && !matches!(low, "since" | "after" | "before") && (behind || low != "ahead")
    });
    open && !(behind && of_topic(doc, tree, trigger, place))
}

/// For a truce that names no place: the country of the war, where the sentence names it.
fn where_it_applies(doc: &Doc<'_>, tree: &Tree<'_>) -> Option<Place> {
    let theatre = doc.theatre?;
    let names = doc.hits_in(tree.span);
    let index = names.iter().position(|hit| hit.kind() == NameKind::State && hit.form() == NameForm::Name && hit.country() == Some(theatre))?;
    let first = doc.hits.partition_point(|hit| hit.span.start < tree.span.start);
    Some(Place { role: LocationRole::At, span: names[index].span, hit: first + index })
}

#[cfg(all(test, feature = "builtin"))]
mod tests {
    use crate::event::{EventKind, LocationRole};

    /// The place of the last mention of that kind.
    fn place(text: &str, kind: EventKind) -> Option<String> {
        let events = crate::parse_article(text).unwrap();
        let mentions = events.iter().filter(|event| event.kind == kind).flat_map(|event| &event.mentions);
        mentions
            .max_by_key(|mention| mention.trigger.span.start)
            .unwrap_or_else(|| panic!("no {kind} in {text}"))
            .locations
            .iter()
            .find(|place| place.role != LocationRole::To)
            .map(|place| place.text.clone())
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
