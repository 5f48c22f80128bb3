//! From triggers to mentions: one engine reads every kind's table.

use std::collections::HashSet;

use super::arguments::{Argument, arguments};
use super::modality::{Reality, reality};
use super::phase::phase;
use super::place::{Place, nearby, places};
use super::site::Site;
use super::triggers::{Candidate, Reading, TriggerScan};
use super::{Frame, Need};
use crate::actors::{agent_noun, can_act};
use crate::doc::Doc;
use crate::event::{EventKind, LocationRole, Modality, Phase, Role};
use crate::gazetteer::NameForm;
use crate::lexicon::{AgentKind, VerbClass};
use crate::span::Span;
use crate::syntax::{Rel, Tag, Tree};

/// A mention before dates and sources are tied to it.
#[derive(Debug, Clone)]
pub(crate) struct RawMention {
    pub(crate) kind: EventKind,
    pub(crate) trigger: Span,
    pub(crate) sentence: usize,
    pub(crate) site: Site,
    pub(crate) modality: Modality,
    pub(crate) phase: Option<Phase>,
    pub(crate) arguments: Vec<Argument>,
    pub(crate) places: Vec<Place>,
    /// "the strikes", "the talks": a mention of something told before.
    pub(crate) definite: bool,
    /// Whether its own words say that it took place.
    pub(crate) firm: bool,
}

/// The mentions of an article, in text order.
pub(crate) fn mentions(doc: &Doc<'_>, scan: &TriggerScan) -> Vec<RawMention> {
    let mut found: Vec<RawMention> = Vec::new();
    for candidate in &scan.candidates {
        let index = doc.sentence_at(candidate.span.start);
        let Some(tree) = doc.trees.get(index).and_then(Option::as_ref) else { continue };
        if !tree.span.contains(candidate.span) {
            continue;
        }
        if let Some(mention) = mention(doc, scan, tree, index, candidate) {
            found.push(mention);
        }
    }
    drop_doubles(doc, &mut found);
    video_mentions(doc, &mut found);
    inherit_arguments(doc, &mut found);
    inherit_places(doc, &mut found);
    found
}

fn mention(doc: &Doc<'_>, scan: &TriggerScan, tree: &Tree<'_>, index: usize, candidate: &Candidate) -> Option<RawMention> {
    let words = tree.words_in(candidate.span);
    let last = words.end.checked_sub(1)?;
    let first = words.start;
    let verbal = tree.tag(first).is_verb();
    for reading in candidate.readings {
        let frame = reading.frame;
        if reading.verb != (verbal && words.len() == 1) {
            // Several words ("air strikes") are a noun whatever the tagger says; a bare verb form is none.
            let plain_noun = !reading.verb && (words.len() > 1 || tree.tag(last).is_noun());
            if !plain_noun {
                continue;
            }
        }
        if !reading.verb && words.len() == 1 && !tree.tag(last).is_noun() && reading.need != Need::Nothing {
            continue;
        }
        // "cessation of hostilities": the head is the word that hangs on none of the others.
        let head = words.clone().find(|w| tree.is_nominal(*w) && tree.head(*w).is_none_or(|h| !words.contains(&h))).unwrap_or(last);
        let site = if reading.verb { Site::of_verb(first) } else { Site::of_noun(tree, head) };
        let trigger = match trigger_span(tree, reading, &site, candidate.span) {
            Some(trigger) => trigger,
            None => continue,
        };
        if disqualified(tree, frame, &site, words.clone()) {
            continue;
        }
        let mut arguments = arguments(doc, tree, frame, &site);
        let mut places = places(doc, tree, frame.kind, &site);
        // "had left Kunduz": a place right behind the verb, whatever the parser called it.
        if reading.verb && frame.kind == EventKind::Withdrawal && places.is_empty() {
            places.extend(place_behind(doc, tree, first));
        }
        if !satisfied(doc, scan, tree, reading, &site, &arguments, &places) {
            continue;
        }
        if frame.kind == EventKind::Airstrike {
            people_of_the_place(doc, tree, &mut arguments, &places);
        }
        let Reality { modality, firm } = reality(tree, frame.kind, &site);
        let phase = (frame.kind == EventKind::CeaseFire).then(|| phase(tree, &site, modality));
        let definite = !reading.verb && site.words.iter().any(|word| tree.children(*word).any(|c| matches!(tree.low(c), "the" | "this" | "these" | "those" | "both") && tree.rel(c) == Rel::Det));
        let firm = !matches!(frame.kind, EventKind::Meeting | EventKind::Withdrawal | EventKind::VideoConference) || firm;
        let mut mention = RawMention { kind: frame.kind, trigger, sentence: index, site, modality, phase, arguments, places, definite, firm };
        if frame.kind == EventKind::VideoConference {
            mention.places.clear();
        } else if mention.places.is_empty() {
            mention.places.extend(nearby(doc, tree, frame.kind, &mention.site));
        }
        return Some(mention);
    }
    None
}

/// People struck whom the text calls by no nation ("two villagers", "14 civilians") are those of the place.
fn people_of_the_place(doc: &Doc<'_>, tree: &Tree<'_>, arguments: &mut [Argument], places: &[Place]) {
    let Some(country) = places.iter().find_map(|place| doc.hits[place.hit].country()) else { return };
    for target in arguments.iter_mut().filter(|a| a.role == Role::Target && a.who.certainty == crate::actors::Certainty::Noun) {
        let words = tree.words_in(target.who.span);
        let named = words.clone().any(|w| tree.words[w].name > 0 || matches!(tree.low(w), "their" | "its" | "his" | "our"));
        let noun = words.rev().find_map(|w| agent_noun(tree, w));
        let of_group = matches!(target.who.code, Some(crate::code::ActorCode::Group(_)));
        let of_place = |noun: &crate::lexicon::Agent| noun.kind == AgentKind::Person && (noun.acts_for_state() || !noun.fights());
        if let Some(noun) = noun.filter(|noun| !named && !of_group && of_place(noun)) {
            target.who.code = Some(crate::actors::combine(&crate::code::ActorCode::State(country), Some(noun)));
        }
    }
}

fn place_behind(doc: &Doc<'_>, tree: &Tree<'_>, verb: usize) -> Option<Place> {
    let (head, _) = tree.chunk(verb + 1)?;
    let index = doc.hit_index(tree, head)?;
    let hit = Some(&doc.hits[index]).filter(|hit| hit.place.is_some() && !hit.is_adjective())?;
    Some(Place { role: LocationRole::From, span: hit.span, hit: index })
}

/// The span of the trigger: a verb takes in its particle where that follows at once ("pulled out", but "pull troops out").
fn trigger_span(tree: &Tree<'_>, reading: &Reading, site: &Site, span: Span) -> Option<Span> {
    if reading.particle.is_empty() {
        // "pull" alone needs its particle.
        if reading.verb && tree.low(site.trigger()).starts_with("pull") {
            return tree.children(site.trigger()).any(|c| matches!(tree.low(c), "out" | "back" | "away")).then_some(span);
        }
        return Some(span);
    }
    let verb = site.trigger();
    let word = (verb + 1..tree.len().min(verb + 8)).find(|i| tree.low(*i) == reading.particle)?;
    // "pull his brigades out of Goma": nothing but the object between.
    let own = word == verb + 1 || tree.head(word).is_some_and(|head| head == verb || tree.head(head) == Some(verb)) || (verb + 1..word).all(|w| !tree.tag(w).is_verb() && !tree.tag(w).is_punct());
    if !own {
        return None;
    }
    Some(if word == verb + 1 { Span::new(span.start, tree.words[word].end as usize) } else { span })
}

fn disqualified(tree: &Tree<'_>, frame: &Frame, site: &Site, words: std::ops::Range<usize>) -> bool {
    let trigger = site.trigger();
    if site.is_verb {
        let objects = tree
            .children(trigger)
            .filter(|c| matches!(tree.rel(*c), Rel::Obj | Rel::NsubjPass) || matches!(tree.rel(*c), Rel::Obl | Rel::Nmod) && matches!(tree.case(*c), "from" | "with" | "of" | "out" | "by"));
        return objects.flat_map(|o| tree.conjuncts(o)).any(|o| frame.not_of.contains(&tree.low(o)));
    }
    // Modifiers, the word right before (across a hyphen), and what it is part of ("strike force", "ceasefire line").
    let modified = tree.children(trigger).filter(|c| *c < words.start).any(|c| frame.not_with.contains(&tree.low(c)));
    let before = words.start.checked_sub(1).is_some_and(|b| frame.not_with.contains(&tree.low(b)) || tree.low(b) == "-" && b > 0 && frame.not_with.contains(&tree.low(b - 1)));
    let part_of = tree.is_premodifier(trigger)
        && tree.head(trigger).is_some_and(|head| {
            frame.not_with.contains(&tree.low(head))
                || matches!(tree.low(head), "force" | "group" | "room" | "rooms" | "place" | "hall" | "table" | "points" | "line" | "lines" | "capability" | "aircraft")
        });
    let complement = tree
        .prepositional(trigger)
        .filter(|(case, _)| matches!(*case, "from" | "of" | "over" | "in"))
        .any(|(_, c)| tree.conjuncts(c).into_iter().any(|c| frame.not_of.contains(&tree.low(c))) && frame.kind == EventKind::Withdrawal);
    // "the High Negotiations Committee": part of a name.
    let named = tree.is_premodifier(trigger)
        && tree.raw(trigger).starts_with(char::is_uppercase)
        && tree.head(trigger).is_some_and(|head| tree.raw(head).starts_with(char::is_uppercase))
        && tree.words[trigger].start as usize > tree.span.start
        && frame.kind != EventKind::CeaseFire;
    // "on strike", "called off a strike": workers.
    let idle = frame.kind == EventKind::Airstrike
        && matches!(tree.low(trigger), "strike")
        && (trigger > 0 && tree.low(trigger - 1) == "on"
            || site.governor.is_some_and(|g| matches!(tree.low(g.word), "called" | "calls" | "calling" | "ended" | "staged" | "joined") && !tree.children(trigger).any(|c| tree.low(c) == "air")));
    modified || before || part_of || complement || named || idle
}

/// Whether an ambiguous trigger has what it needs.
fn satisfied(doc: &Doc<'_>, scan: &TriggerScan, tree: &Tree<'_>, reading: &Reading, site: &Site, arguments: &[Argument], places: &[Place]) -> bool {
    match reading.need {
        Need::Nothing => true,
        // A state's bombing is one from the air.
        Need::AirArticle if scan.air == 0 && (site.is_verb || tree.low(site.trigger()).starts_with("bomb")) => {
            let power = |code: &crate::code::ActorCode| code.is_state() || matches!(code.to_string().as_str(), "nato" | "us-led-coalition" | "saudi-led-coalition" | "un");
            !from_the_ground(tree, site) && arguments.iter().any(|a| a.role == Role::Agent && a.who.code.as_ref().is_some_and(power))
        }
        Need::AirArticle => scan.air > 0 && !from_the_ground(tree, site),
        Need::Ordnance => {
            const ORDNANCE: &[&str] = &["bomb", "bombs", "missile", "missiles", "munitions", "explosives", "rockets", "ordnance", "barrels", "napalm"];
            let object = tree.child(site.trigger(), Rel::Obj).or_else(|| tree.child(site.trigger(), Rel::NsubjPass));
            let bombs = object.is_some_and(|o| {
                tree.conjuncts(o)
                    .into_iter()
                    .any(|o| ORDNANCE.contains(&tree.low(o)) && !tree.children(o).any(|c| matches!(tree.low(c), "petrol" | "ballistic" | "barrel" | "anti-aircraft" | "test" | "grad")))
            });
            bombs && (air_in_subject(tree, site) || tree.low(site.trigger()).starts_with("drop"))
        }
        Need::AirClause if scan.air > 2 && matches!(tree.low(site.trigger()), "strike" | "strikes" | "struck" | "striking") => {
            // In an article about an air war a state that strikes somebody does so from the air.
            let state = arguments.iter().any(|a| a.role == Role::Agent && a.who.code.is_some());
            let struck = arguments.iter().any(|a| a.role == Role::Target && a.who.code.is_some()) || !places.is_empty();
            !from_the_ground(tree, site) && (state && struck || air_in_clause(tree, site))
        }
        Need::AirClause if pronoun_for_aircraft(doc, tree, site) => !from_the_ground(tree, site),
        Need::AirClause => air_in_clause(tree, site) && !from_the_ground(tree, site) && (tree.child(site.trigger(), Rel::Obj).is_some() || tree.is_passive(site.trigger()) || !places.is_empty()),
        Need::Conferring => {
            let partners = arguments.len();
            let coded = arguments.iter().filter(|a| a.who.code.is_some()).count();
            let object = tree.child(site.trigger(), Rel::Obj).filter(|o| tree.low(*o) != "face");
            let object_fits = object.is_none_or(|o| can_act(doc, tree, o));
            // Without a code, people in office: "Participants will meet in Tunis".
            let official = arguments.iter().any(|a| {
                tree.words_in(a.who.span).any(|w| {
                    agent_noun(tree, w).is_some_and(|noun| matches!(noun.sector, "government" | "envoys" | "officials" | "military"))
                        || matches!(tree.low(w), "participants" | "delegations" | "sides" | "parties" | "teams" | "representatives")
                })
            });
            partners > 0 && (coded > 0 || official && object.is_none_or(|o| agent_noun(tree, o).is_some())) && object_fits
        }
        Need::Guests => tree.child(site.trigger(), Rel::Obj).is_some_and(|guest| {
            let person = doc.hit(tree, guest).is_some_and(|hit| hit.is_person()) || tree.children(guest).any(|c| tree.rel(c) == Rel::Flat && doc.hit(tree, c).is_some_and(|hit| hit.is_person()));
            let official =
                agent_noun(tree, guest).is_some_and(|noun| noun.kind == AgentKind::Person && matches!(noun.sector, "government" | "envoys")) || matches!(tree.low(guest), "counterpart" | "delegation");
            (person || official) && arguments.iter().any(|a| a.who.code.is_some()) && !tree.is_passive(site.trigger())
        }),
        Need::Session => session(doc, tree, site, arguments),
        Need::Forces => forces(doc, scan, tree, reading, site, arguments, places),
        Need::Fighters => fighters(doc, scan, tree, site, arguments, places),
    }
}

/// Weapons of the ground in the trigger's own phrase or clause.
fn from_the_ground(tree: &Tree<'_>, site: &Site) -> bool {
    const GROUND: &[&str] = &[
        "artillery", "mortar", "mortars", "suicide", "car", "truck", "roadside", "bomber", "shells", "shelling", "howitzers", "tank", "tanks", "gunmen", "bus", "explosives", "ied", "vest", "hunger",
        "strikers", "commandos", "roadside-bomb", "gunners",
    ];
    /// Those who go on strike.
    const WORKERS: &[&str] = &["workers", "union", "unions", "drivers", "dockers", "teachers", "nurses", "doctors", "staff", "miners", "farmers", "pilots", "crews", "employees", "strikers"];
    let strike = matches!(tree.low(site.trigger()), "strike" | "strikes") && !site.is_verb;
    let near = |word: usize| GROUND.contains(&tree.low(word)) || strike && WORKERS.contains(&tree.low(word));
    let struck = |c: usize| site.is_verb && matches!(tree.rel(c), Rel::Obj | Rel::NsubjPass);
    let clause_of_its_own = |c: usize| matches!(tree.rel(c), Rel::Parataxis | Rel::Advcl | Rel::Conj | Rel::AclRelcl | Rel::Ccomp);
    let own = site.words.iter().flat_map(|word| tree.children(*word)).filter(|c| !struck(*c) && !clause_of_its_own(*c)).any(|c| near(c) || tree.children(c).any(near));
    let behind = tree.phrases_after(site.words.iter().copied().max().unwrap_or(0)).into_iter().take(1).any(|(case, c)| case == "by" && (near(c) || tree.children(c).any(near)));
    // What is struck may be a bus: only who strikes, and with what, counts.
    own || behind || site.clause(tree).is_some_and(|clause| tree.children(clause).any(|c| near(c) && !matches!(tree.rel(c), Rel::Obj | Rel::NsubjPass)))
}

/// Aircraft and their weapons.
const AIR: &[&str] = &[
    "warplane", "warplanes", "jet", "jets", "plane", "planes", "aircraft", "drone", "drones", "helicopter", "helicopters", "gunship", "gunships", "bomber", "bombers", "missile", "missiles", "bomb",
    "bombs", "airstrike", "airstrikes", "strike", "strikes", "raid", "raids", "air", "airpower", "f-16", "f-16s", "f-15", "f-35", "mig", "sukhoi", "mirage", "tornado", "typhoon", "rafale", "b-52",
    "b-52s", "uav", "uavs", "quadcopter", "apache", "predator", "reaper", "fighters",
];

/// Aircraft or their weapons as subject or instrument of the verb.
fn air_in_clause(tree: &Tree<'_>, site: &Site) -> bool {
    air_in_subject(tree, site) || air_instrument(tree, site)
}

fn air_in_subject(tree: &Tree<'_>, site: &Site) -> bool {
    tree.subject(site.trigger()).is_some_and(|s| tree.conjuncts(s).into_iter().any(|word| is_air(tree, word)))
}

fn air_instrument(tree: &Tree<'_>, site: &Site) -> bool {
    let trigger = site.trigger();
    let mut arguments: Vec<usize> = Vec::new();
    arguments.extend(tree.prepositional(trigger).filter(|(case, _)| matches!(*case, "by" | "with" | "from" | "in")).map(|(_, c)| c));
    arguments.into_iter().flat_map(|word| tree.conjuncts(word)).any(|word| is_air(tree, word))
}

/// Whether a noun names aircraft, their weapons, or a force with one of those before it.
fn is_air(tree: &Tree<'_>, word: usize) -> bool {
    let low = tree.low(word);
    let own = (AIR.contains(&low) || AIR.contains(&low.trim_end_matches('s'))) && low != "fighters";
    let noun = matches!(low, "force" | "forces" | "fighters" | "strikes" | "attacks" | "campaign" | "raids");
    let child = tree.children(word).any(|c| AIR.contains(&tree.low(c)) && (!matches!(tree.low(c), "fighters")) || noun && matches!(tree.low(c), "air" | "aerial" | "jet"));
    own || child || agent_noun(tree, word).is_some_and(|noun| noun.kind == AgentKind::Vehicle && noun.sector == "military" && AIR.contains(&low))
}

/// "Jets took off at dawn. They struck two villages": a pronoun for the aircraft that the sentence before is about.
fn pronoun_for_aircraft(doc: &Doc<'_>, tree: &Tree<'_>, site: &Site) -> bool {
    let pronoun = tree.subject(site.trigger()).is_some_and(|s| matches!(tree.low(s), "they" | "it"));
    let before = doc.sentence_at(tree.span.start).checked_sub(1).and_then(|i| doc.trees[i].as_ref());
    pronoun
        && before.is_some_and(|before| {
            (0..before.len())
                .any(|w| before.rel(w).is_subject() && agent_noun(before, w).is_some_and(|noun| noun.kind == AgentKind::Vehicle && noun.sector == "military") && AIRCRAFT.contains(&before.low(w)))
        })
}

const AIRCRAFT: &[&str] = &["warplane", "warplanes", "jet", "jets", "plane", "planes", "aircraft", "drone", "drones", "helicopter", "helicopters", "gunship", "gunships", "bomber", "bombers"];

/// Whether a "meeting" or "conference" is one of people who act: it has participants, or it is one told before.
fn session(doc: &Doc<'_>, tree: &Tree<'_>, site: &Site, arguments: &[Argument]) -> bool {
    let coded = arguments.iter().any(|a| a.who.code.is_some());
    let low = tree.low(site.trigger());
    if matches!(low, "meeting" | "meetings") {
        let held = site.support(tree, &[VerbClass::Hold, VerbClass::Attend]).is_some();
        let definite = tree.children(site.trigger()).any(|c| matches!(tree.low(c), "the" | "this" | "next" | "their" | "first" | "last"));
        return coded || held || definite || doc.hits_in(tree.span).len() > 1;
    }
    coded
}

/// Whether forces leave: the text says so, or it is about armed forces and a place is left.
fn forces(doc: &Doc<'_>, scan: &TriggerScan, tree: &Tree<'_>, reading: &Reading, site: &Site, arguments: &[Argument], places: &[Place]) -> bool {
    let fighting = fights(doc, tree, site);
    let low = tree.low(site.trigger());
    // "their personnel were told to evacuate" is no retreat of forces unless they fight.
    if matches!(
        low,
        "evacuation" | "evacuations" | "departure" | "departures" | "exit" | "exodus" | "evacuated" | "evacuate" | "evacuates" | "evacuating" | "redeployment" | "returned" | "disengagement"
    ) {
        // In an article about a withdrawal, "the U.S. departure" is that one.
        let same = matches!(low, "departure" | "exit" | "disengagement") && scan.withdrawals > 2 && arguments.iter().any(|a| a.who.code.as_ref().is_some_and(|code| code.is_state()));
        return fighting || same;
    }
    if reading.verb
        && !reading.particle.is_empty()
        && matches!(
            low,
            "bring"
                | "brings"
                | "brought"
                | "bringing"
                | "come"
                | "comes"
                | "came"
                | "coming"
                | "go"
                | "goes"
                | "going"
                | "went"
                | "gone"
                | "return"
                | "returns"
                | "returning"
                | "fall"
                | "falls"
                | "fell"
                | "draw"
                | "drew"
                | "drawn"
                | "move"
                | "moved"
                | "moving"
        )
    {
        return fighting || matches!(low, "coming" | "come" | "going") && scan.forces > 2 && scan.withdrawals > 2 && !arguments.is_empty();
    }
    let state = arguments.iter().any(|a| a.who.code.is_some());
    // "the United States is to finish its withdrawal from Afghanistan" needs no word of soldiers.
    let withdraws = !reading.verb || low.starts_with("withdr") || low.starts_with("pull");
    let from_country = withdraws && state && places.iter().any(|place| place.role == crate::event::LocationRole::From);
    let told_before = scan.withdrawals > 2 && low.starts_with("withdr") && !arguments.is_empty();
    fighting || from_country || scan.forces > 0 && (state && (!places.is_empty() || scan.forces > 2) || !reading.verb && scan.forces > 2 || !places.is_empty() || told_before)
}

/// Whether the agent or object of the verb is somebody who fights.
fn fights(doc: &Doc<'_>, tree: &Tree<'_>, site: &Site) -> bool {
    let trigger = site.trigger();
    let mut words: Vec<usize> = Vec::new();
    for word in &site.words {
        words.extend(tree.children(*word).filter(|c| matches!(tree.rel(*c), Rel::Obj | Rel::Nsubj | Rel::NsubjPass | Rel::Nmod | Rel::NmodPoss | Rel::Compound | Rel::Amod | Rel::Obl)));
    }
    words.extend(tree.subject(trigger));
    words.into_iter().flat_map(|word| tree.conjuncts(word)).any(|word| {
        let noun = agent_noun(tree, word).is_some_and(|noun| noun.fights() && !matches!(tree.low(word), "forces" if tree.children(word).any(|c| matches!(tree.low(c), "market"))));
        let group = doc.hit(tree, word).is_some_and(|hit| hit.kind() == crate::gazetteer::NameKind::Group);
        noun || group
            || matches!(tree.low(word), "men" | "units" | "convoy" | "convoys" | "columns" | "artillery" | "weapons" | "boots" | "armour" | "armor" | "tanks" | "contingent" | "personnel" | "mission")
    })
}

fn fighters(doc: &Doc<'_>, scan: &TriggerScan, tree: &Tree<'_>, site: &Site, arguments: &[Argument], places: &[Place]) -> bool {
    let trigger = site.trigger();
    let low = tree.low(trigger);
    let agent: bool = arguments.iter().any(|a| a.role == Role::Agent);
    let subject_fights = fights(doc, tree, site);
    let left = !places.is_empty()
        || tree.child(trigger, Rel::Obj).is_some_and(|o| {
            matches!(tree.low(o), "it" | "city" | "town" | "area" | "areas" | "village" | "country" | "positions" | "base" | "bases" | "territory" | "camp" | "enclave" | "province" | "region")
        });
    if tree.is_passive(trigger) && matches!(low, "left" | "abandoned") {
        return false;
    }
    // "left the army", "left five dead" are no withdrawals.
    let object = tree.child(trigger, Rel::Obj);
    let object_is_place = object.is_none_or(|o| doc.hit(tree, o).is_some_and(|hit| hit.place.is_some()) || left && agent_noun(tree, o).is_none());
    let transitive = matches!(low, "bring" | "brings" | "brought" | "bringing" | "take" | "takes" | "took" | "taking" | "extricate" | "remove" | "removed" | "removing");
    if transitive {
        return object.is_some_and(|o| agent_noun(tree, o).is_some_and(|noun| noun.fights()) || matches!(tree.low(o), "boys" | "us" | "them"))
            && (tree.children(trigger).any(|c| matches!(tree.low(c), "home" | "out" | "back")) || tree.prepositional(trigger).any(|(case, _)| matches!(case, "from" | "out")));
    }
    // "the troops would leave in weeks", in an article about a withdrawal.
    let told = object.is_none() && scan.withdrawals > 0 && low.starts_with("le");
    agent && subject_fights && object_is_place && (left || told)
}

/// How many triggers away a double can be.
const NEIGHBOURS: usize = 12;

/// One event in one clause has one trigger: the noun that names it ("will gather for talks", "summit meeting").
fn drop_doubles(doc: &Doc<'_>, found: &mut Vec<RawMention>) {
    let mut drop = vec![false; found.len()];
    // Mentions stand in text order: those of one sentence are neighbours.
    for i in 0..found.len() {
        let sentence = found[i].sentence;
        let (first, last) = (i.saturating_sub(NEIGHBOURS), found.len().min(i + NEIGHBOURS));
        let from = found[first..i].iter().rposition(|m| m.sentence != sentence).map_or(first, |at| first + at + 1);
        let to = found[i..last].iter().position(|m| m.sentence != sentence).map_or(last, |at| i + at);
        for j in from..to {
            if i == j || drop[i] || drop[j] {
                continue;
            }
            let Some(tree) = doc.trees[found[i].sentence].as_ref() else { continue };
            let (a, b) = (&found[i], &found[j]);
            if a.trigger.overlaps(b.trigger) {
                drop[if a.trigger.len() >= b.trigger.len() { j } else { i }] = true;
                continue;
            }
            // A noun trigger that governs or modifies another of its kind: "summit meeting", "a round of talks".
            let same = a.kind.goes_with(b.kind);
            if same && !a.site.is_verb && !b.site.is_verb && tree.is_premodifier(a.site.trigger()) && tree.head(a.site.trigger()) == Some(b.site.trigger()) {
                drop[if a.kind == EventKind::VideoConference { j } else { i }] = true;
                continue;
            }
            // "an air strike hit the port": the noun names it.
            if a.kind == EventKind::Airstrike
                && b.kind == a.kind
                && a.site.is_verb
                && !b.site.is_verb
                && b.site.governor.is_some_and(|g| g.word == a.site.trigger() && matches!(g.rel, Rel::Nsubj | Rel::OblAgent))
            {
                drop[i] = true;
                continue;
            }
            if same && a.site.is_verb && !b.site.is_verb && b.site.governor.is_some_and(|g| g.word == a.site.trigger()) {
                let case = tree.case(b.site.trigger());
                let object = b.site.governor.is_some_and(|g| g.rel == Rel::Obj) && case.is_empty();
                // "X met Y at the summit": two meetings; "they met for talks": one.
                let partner = tree.child(a.site.trigger(), Rel::Obj).is_some_and(|o| o != b.site.trigger()) || tree.prepositional(a.site.trigger()).any(|(case, _)| case == "with");
                let named = match a.kind {
                    EventKind::Airstrike => matches!(case, "in" | "with" | "by"),
                    _ => object || matches!(case, "for" | "by" | "via" | "over" | "through") || matches!(case, "in" | "at" | "on") && !partner,
                };
                drop[i] |= named;
            }
        }
    }
    let mut index = 0;
    found.retain(|_| {
        index += 1;
        !drop[index - 1]
    });
}

/// Once it is said that they met over video, a bare "the meeting" or "the talks" later means that one.
fn video_mentions(doc: &Doc<'_>, found: &mut [RawMention]) {
    // The sentence of the last of them, unless another meeting was told of since.
    let mut last: Option<usize> = None;
    for mention in found.iter_mut() {
        if mention.kind == EventKind::VideoConference {
            last = Some(mention.sentence);
        } else if mention.kind == EventKind::Meeting {
            let virtual_verb = doc.trees[mention.sentence].as_ref().is_some_and(|tree| {
                let trigger = mention.site.trigger();
                let virtually = |word: usize| tree.children(word).any(|c| matches!(tree.low(c), "virtually" | "remotely" | "online" | "virtual"));
                virtually(trigger) || mention.site.clause(tree).is_some_and(virtually)
            });
            let bare = mention.definite && mention.arguments.is_empty() && mention.places.is_empty();
            if virtual_verb || bare && last.is_some_and(|sentence| mention.sentence - sentence <= 6) {
                mention.kind = EventKind::VideoConference;
                mention.places.clear();
            } else {
                last = None;
            }
        }
    }
}

/// A mention without a place takes one that its kind has elsewhere in the article and that is named beside it, that of the mention in the
/// sentence before, or what else tells where.
fn inherit_places(doc: &Doc<'_>, found: &mut [RawMention]) {
    let known: HashSet<(EventKind, &str)> =
        found.iter().flat_map(|m| m.places.iter().filter(|place| place.role != LocationRole::To).filter_map(|place| Some((m.kind, doc.hits[place.hit].place?.name())))).collect();
    for i in 0..found.len() {
        if !found[i].places.is_empty() || found[i].kind == EventKind::VideoConference {
            continue;
        }
        let (before, rest) = found.split_at_mut(i);
        let mention = &mut rest[0];
        let own = doc.sentences[mention.sentence].span;
        if let Some(hit) = named_again(doc, mention.kind, &known, own) {
            mention.places.push(Place { role: LocationRole::At, span: doc.hits[hit].span, hit });
            continue;
        }
        let theirs = doc.trees[mention.sentence].as_ref().is_some_and(|tree| mention.site.words.iter().any(|word| tree.children(*word).any(|c| tree.tag(c) == Tag::PrpPoss)));
        let told = matches!(mention.modality, Modality::Actual | Modality::Planned) || mention.definite || theirs;
        let elsewhere = doc.hits_in(own).iter().any(|hit| hit.place.is_some() && hit.actor.is_none());
        let previous = recent(before, mention.sentence).find(|m| m.kind == mention.kind && !m.places.is_empty());
        if let Some(previous) = previous.filter(|_| told && !elsewhere || mention.definite || mention.kind == EventKind::Withdrawal) {
            mention.places = previous.places.clone();
            continue;
        }
        let previous = doc.previous_sentence(mention.sentence).and_then(|previous| named_again(doc, mention.kind, &known, doc.sentences[previous].span));
        if let Some(hit) = previous.filter(|_| told && !elsewhere) {
            mention.places.push(Place { role: LocationRole::At, span: doc.hits[hit].span, hit });
            continue;
        }
        // "the talks" in a report from Beijing are those in Beijing.
        if mention.kind == EventKind::Meeting
            && mention.definite
            && mention.modality == Modality::Actual
            && let Some(hit) = doc.dateline_place()
        {
            mention.places.push(Place { role: LocationRole::At, span: doc.hits[hit].span, hit });
        }
    }
}

/// The mentions of a sentence and the one before, last first.
fn recent(before: &[RawMention], sentence: usize) -> impl Iterator<Item = &RawMention> {
    before.iter().rev().take_while(move |mention| sentence - mention.sentence <= 1)
}

/// A name in `span` of a place where the article has events of that kind.
fn named_again(doc: &Doc<'_>, kind: EventKind, known: &HashSet<(EventKind, &str)>, span: Span) -> Option<usize> {
    let from = doc.hits.partition_point(|hit| hit.span.start < span.start);
    let again = |hit: &crate::names::Hit<'_>| {
        // A state acts too: only that of the war is a place without more ado.
        let stands = hit.actor.is_none() || kind != EventKind::Meeting && hit.form() == NameForm::Name && hit.country() == doc.theatre;
        stands && hit.place.is_some_and(|place| known.contains(&(kind, place.name())))
    };
    doc.hits_in(span).iter().position(again).map(|i| from + i)
}

/// A mention that names nobody takes the actors of the mention of its kind before it, in its own sentence or the one before.
fn inherit_arguments(doc: &Doc<'_>, found: &mut [RawMention]) {
    for i in 1..found.len() {
        let (before, rest) = found.split_at_mut(i);
        let mention = &mut rest[0];
        let Some(previous) = recent(before, mention.sentence).find(|m| m.kind == mention.kind) else { continue };
        if doc.sentences[previous.sentence].kind == crate::text::SentenceKind::Furniture {
            continue;
        }
        let roles: &[Role] = match mention.kind {
            EventKind::Airstrike => &[Role::Agent, Role::Target],
            EventKind::CeaseFire => &[Role::Party],
            EventKind::Withdrawal => &[Role::Agent],
            _ => &[Role::Participant],
        };
        if mention.arguments.iter().any(|a| roles.contains(&a.role)) || !(mention.definite || mention.site.is_verb) {
            continue;
        }
        mention.arguments.extend(previous.arguments.iter().filter(|a| roles.contains(&a.role)).cloned());
        if mention.places.is_empty() {
            mention.places.extend(previous.places.iter().cloned());
        }
    }
}
