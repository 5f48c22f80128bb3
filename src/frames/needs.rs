//! What an ambiguous trigger needs to count: "strike" aircraft, "withdraw" forces, "meet" somebody who confers.

use super::Need;
use super::arguments::Argument;
use super::place::Place;
use super::site::Site;
use super::triggers::{Reading, TriggerScan};
use crate::actors::{Certainty, agent_noun, can_act};
use crate::doc::Doc;
use crate::event::Role;
use crate::lexicon::{AgentKind, VerbClass};
use crate::syntax::{Rel, Tree};

/// Whether an ambiguous trigger has what it needs.
pub(super) fn satisfied(doc: &Doc<'_>, scan: &TriggerScan, tree: &Tree<'_>, reading: &Reading, site: &Site, arguments: &[Argument], places: &[Place]) -> bool {
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
    // "a meeting with rebel leaders": whoever those are.
    let coded = arguments.iter().any(|a| a.who.code.is_some() || a.who.certainty == Certainty::Noun);
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
