//! What a withdrawal needs: forces that leave, a place left.

use super::arguments::Argument;
use super::place::Place;
use super::site::Site;
use super::triggers::{Reading, TriggerScan};
use crate::actors::agent_noun;
use crate::doc::Doc;
use crate::event::LocationRole;
use crate::gazetteer::{NameForm, NameKind};
use crate::lexicon::{Agent, AgentKind};
use crate::syntax::{Rel, Tag, Tree};

/// Nouns for armed forces that the table of agents leaves out because they say nothing of whose they are.
const FORCES: &[&str] = &[
    "men", "units", "unit", "convoy", "convoys", "column", "columns", "artillery", "weapons", "guns", "boots", "armour", "armor", "tanks", "contingent", "contingents", "personnel", "mission",
    "reinforcements", "garrison", "garrisons", "brigades", "battalions", "divisions", "detachment", "detachments", "defenders", "armies", "occupiers", "invaders", "legionnaires", "helmets", "truck",
    "trucks",
];

/// What is cut down when forces are.
const STRENGTH: &[&str] = &["presence", "footprint", "numbers", "levels", "strength", "deployment", "force", "contingent", "garrison", "size"];

/// Places without a name that forces leave.
const PLACES: &[&str] = &[
    "it", "city", "cities", "town", "towns", "area", "areas", "village", "villages", "country", "position", "positions", "base", "bases", "territory", "territories", "camp", "camps", "enclave",
    "province", "region", "checkpoint", "checkpoints", "outpost", "outposts", "post", "posts", "airport", "airfield", "port", "ports", "district", "districts", "valley", "mountains", "capital",
    "island", "hill", "hills", "ridge", "line", "lines", "front", "trenches", "stronghold", "strongholds", "soil", "zone", "fort", "fortress", "bunkers", "heights", "peninsula", "garrison", "strip",
    "border", "north", "south", "east", "west", "bank", "site", "sites", "quarter", "suburb", "suburbs", "neighborhoods", "neighbourhoods", "ground", "there", "bridgehead", "sector", "corridor",
];

/// Where the parser ties a number or part to forces: "the last of its troops".
const PARTS: &[&str] =
    &["last", "rest", "most", "all", "first", "bulk", "number", "half", "hundreds", "thousands", "dozens", "many", "remainder", "majority", "some", "part", "remnants", "none", "few"];

/// Whether forces withdraw: the text says so, or it is about armed forces and a place is left.
pub(super) fn withdraw(doc: &Doc<'_>, scan: &TriggerScan, tree: &Tree<'_>, reading: &Reading, site: &Site, arguments: &[Argument], places: &[Place]) -> bool {
    let fighting = fights(doc, tree, site) || reading.verb && tree.low(site.trigger()).starts_with("disengag") && tree.child(site.trigger(), Rel::Obj).is_none();
    let low = tree.low(site.trigger());
    // "helicopters evacuated the wounded"
    let evacuated = tree.child(site.trigger(), Rel::Obj).filter(|_| reading.verb && low.starts_with("evacuat"));
    if evacuated.is_some_and(|o| !is_force(doc, tree, o) && !PLACES.contains(&tree.low(o)) && doc.hit(tree, o).is_none()) {
        return false;
    }
    // "their personnel were told to evacuate" is no retreat of forces unless they fight.
    if ["evacuat", "departure", "exit", "exodus", "redeployment", "disengagement", "return", "removal", "repatriation"].iter().any(|stem| low.starts_with(stem)) {
        // In an article about a withdrawal, "the U.S. departure" is that one.
        let same = matches!(low, "departure" | "exit" | "disengagement") && scan.withdrawals > 2 && arguments.iter().any(|a| a.who.code.as_ref().is_some_and(|code| code.is_state()));
        return fighting || same;
    }
    // "gathered for a retreat in the hills"
    if low == "retreat" && !reading.verb && !fighting && matches!(tree.case(site.trigger()), "for" | "at" | "to") && tree.children(site.trigger()).any(|c| tree.low(c) == "a") {
        return false;
    }
    // "withdrew the pledge": what is withdrawn is forces, or their arms; what is evacuated may be a place.
    let object = tree.child(site.trigger(), Rel::Obj).or_else(|| tree.child(site.trigger(), Rel::NsubjPass)).filter(|_| low.starts_with("withdr") || low.starts_with("pull"));
    if object.is_some_and(|o| !fighting && !withdrawn(doc, tree, o)) {
        return false;
    }
    let state = arguments.iter().any(|a| a.who.code.is_some());
    // "the United States is to finish its withdrawal from Afghanistan" needs no word of soldiers.
    let withdraws = !reading.verb || low.starts_with("withdr") || low.starts_with("pull");
    let from_country = withdraws && state && places.iter().any(|place| place.role == LocationRole::From);
    let told_before = scan.withdrawals > 2 && low.starts_with("withdr") && !arguments.is_empty();
    // "due to pull out of neighbouring Afghanistan": a place behind it, whatever the parser made of it.
    let behind = || reading.verb && (site.trigger() + 2..tree.len().min(site.trigger() + 6)).any(|w| doc.hit(tree, w).is_some_and(|hit| hit.place.is_some()));
    fighting
        || scan.forces > 0 && !reading.particle.is_empty() && behind()
        || from_country
        || scan.forces > 0 && (state && (!places.is_empty() || scan.forces > 2) || !reading.verb && (scan.forces > 2 || matches!(low, "withdrawal" | "pullout")) || !places.is_empty() || told_before)
}

/// What armies withdraw besides men.
const ARMS: &[&str] = &[
    "equipment", "missiles", "batteries", "systems", "hardware", "weaponry", "gear", "planes", "aircraft", "ships", "fleet", "jets", "warships", "advisers", "advisors", "trainers", "police", "staff",
    "bases", "forces",
];

fn withdrawn(doc: &Doc<'_>, tree: &Tree<'_>, object: usize) -> bool {
    let low = tree.low(object);
    ARMS.contains(&low)
        || STRENGTH.contains(&low)
        || PARTS.contains(&low)
        || tree.tag(object).is_pronoun()
        || tree.tag(object).is_proper()
        || tree.tag(object) == Tag::Cd
        || agent_noun(tree, object).is_some()
        || doc.hit(tree, object).is_some()
}

/// Whether forces move away, or somebody moves them: "rolled out of", "flew home", "shipped the last troops out".
pub(super) fn moved_away(doc: &Doc<'_>, tree: &Tree<'_>, reading: &Reading, site: &Site, places: &[Place]) -> bool {
    let verb = site.trigger();
    let object = tree.child(verb, Rel::Obj).or_else(|| tree.child(verb, Rel::NsubjPass));
    let forces = match object {
        // "cleared the fighters out": they were driven out.
        Some(_) if ["clear", "dr"].iter().any(|stem| tree.low(verb).starts_with(stem)) => false,
        Some(object) => is_force(doc, tree, object) || matches!(tree.low(object), "us" | "boys" | "home"),
        None => tree.subject(verb).is_some_and(|s| is_force(doc, tree, s)),
    };
    if !forces || to_attack(tree, verb) {
        return false;
    }
    let from = |word: usize| word < tree.len() && matches!(tree.low(word), "of" | "from");
    let leaves = places.iter().any(|place| place.role == LocationRole::From) || tree.prepositional(verb).any(|(case, _)| matches!(case, "from" | "out" | "off"));
    let ahead = tree.phrases_after(verb).first().copied();
    match reading.particle {
        "home" | "away" | "off" => true,
        // "went back to war"
        "back" => !places.is_empty() || ["fall", "fell", "step", "draw", "drew", "drop", "mov"].iter().any(|stem| tree.low(verb).starts_with(stem)),
        "" if tree.low(verb).starts_with("return") => ahead.is_some_and(|(case, c)| case == "to" && matches!(tree.low(c), "barracks" | "base" | "bases" | "garrisons")),
        "" if tree.low(verb).starts_with("retir") => object.is_none() && ahead.is_some_and(|(case, _)| matches!(case, "to" | "across" | "behind" | "from")),
        "" => leaves && tree.prepositional(verb).any(|(case, _)| matches!(case, "from" | "out")),
        particle => {
            let at = (verb + 1..tree.len().min(verb + 9)).find(|w| tree.low(*w) == particle);
            // "move out", "get out": what else follows tells what for.
            leaves
                || at.is_some_and(|at| from(at + 1) || at + 1 >= tree.len() || tree.tag(at + 1).is_punct() || matches!(tree.low(at + 1), "on" | "at" | "before" | "by" | "overnight" | "under" | "in"))
        }
    }
}

/// "moved out of their camp to attack the rebels"
fn to_attack(tree: &Tree<'_>, verb: usize) -> bool {
    const ATTACK: &[&str] = &["attack", "fight", "confront", "engage", "seize", "capture", "meet", "storm", "assault", "intercept", "join", "reinforce", "help", "hunt", "pursue", "take"];
    (verb + 1..tree.len().min(verb + 14)).any(|w| ATTACK.contains(&tree.low(w)) && tree.low(w - 1) == "to")
}

/// Whether it is forces that are cut down or called home: "cut its force by 2,000", "recalled its soldiers".
pub(super) fn reduced(doc: &Doc<'_>, tree: &Tree<'_>, site: &Site) -> bool {
    let verb = site.trigger();
    let object = tree.child(verb, Rel::Obj).or_else(|| tree.child(verb, Rel::NsubjPass));
    let calls = ["recall", "repatriat", "extricat", "remov"].iter().any(|stem| tree.low(verb).starts_with(stem));
    // "draw down to 8,600 troops"
    let object = object.or_else(|| tree.low(verb).starts_with("dr").then(|| tree.prepositional(verb).find(|(case, _)| *case == "to").map(|(_, c)| c)).flatten());
    // "the army was reduced to 6,000 by its losses"
    if tree.is_passive(verb) && !calls && !object.is_some_and(|o| STRENGTH.contains(&tree.low(o))) {
        return false;
    }
    object.is_some_and(|o| {
        // "removed Ethiopian forces from the posts": by others.
        if tree.low(verb).starts_with("remov") && tree.child(o, Rel::NmodPoss).is_none() {
            return false;
        }
        let strength = STRENGTH.contains(&tree.low(o)) && !calls;
        let whose = tree.children(o).any(|c| matches!(tree.low(c), "troop" | "military" | "force" | "its" | "their") || doc.hit(tree, c).is_some());
        strength && whose || is_force(doc, tree, o) && !tree.children(verb).any(|c| matches!(tree.low(c), "off" | "down") && tree.low(verb).starts_with("cut"))
    })
}

/// Whether fighters leave a place, for verbs that people of all kinds do ("leave", "abandon").
pub(super) fn fighters_leave(doc: &Doc<'_>, tree: &Tree<'_>, site: &Site, places: &[Place]) -> bool {
    let verb = site.trigger();
    let low = tree.low(verb);
    // "the left flank"
    if tree.is_passive(verb)
        || verb + 1 < tree.len() && matches!(tree.low(verb + 1), "by" | "behind" | "flank" | "wing" | "bank" | "side" | "-")
        || !tree.subject(verb).is_some_and(|s| is_force(doc, tree, s))
    {
        return false;
    }
    leaves_place(doc, tree, verb, places, matches!(low, "leave" | "leaves" | "left" | "leaving" | "depart" | "departs" | "departed" | "departing" | "quit" | "exit" | "exited"))
}

/// Whether the verb's object is a place, or it has none and needs none. "left the army", "left five dead", "left for the front" are no
/// withdrawals.
pub(super) fn leaves_place(doc: &Doc<'_>, tree: &Tree<'_>, verb: usize, places: &[Place], alone: bool) -> bool {
    let object = tree.child(verb, Rel::Obj);
    // "pulled out, leaving the enclave to its fate"
    if tree.low(verb) == "leaving" && tree.rel(verb) == Rel::Advcl && object.is_some() {
        return false;
    }
    let behind = tree.children(verb).any(|c| matches!(tree.low(c), "behind" | "dead" | "open" | "unanswered") || matches!(tree.rel(c), Rel::Xcomp) && !tree.tag(c).is_verb());
    let place = |o: usize| doc.hit(tree, o).is_some_and(|hit| hit.place.is_some()) || PLACES.contains(&tree.low(o)) || !places.is_empty() && agent_noun(tree, o).is_none();
    let onward = verb + 1 < tree.len() && matches!(tree.low(verb + 1), "for" | "on" | "off");
    !behind && object.map_or(!places.is_empty() || alone && !onward, place)
}

/// Whether the agent or object of the trigger is somebody who fights.
pub(super) fn fights(doc: &Doc<'_>, tree: &Tree<'_>, site: &Site) -> bool {
    let mut words: Vec<usize> = Vec::new();
    // "the withdrawing armies"
    words.extend(tree.head(site.trigger()).filter(|_| site.is_verb && tree.is_premodifier(site.trigger())));
    for word in &site.words {
        words.extend(tree.children(*word).filter(|c| matches!(tree.rel(*c), Rel::Obj | Rel::Nsubj | Rel::NsubjPass | Rel::Nmod | Rel::NmodPoss | Rel::Compound | Rel::Amod | Rel::Obl)));
    }
    words.extend(tree.subject(site.trigger()));
    words.into_iter().any(|word| is_force(doc, tree, word))
}

/// Whether a noun phrase is armed forces, or part of them.
pub(super) fn is_force(doc: &Doc<'_>, tree: &Tree<'_>, word: usize) -> bool {
    tree.conjuncts(word).into_iter().any(|word| {
        let low = tree.low(word);
        let market = low == "forces" && tree.children(word).any(|c| tree.low(c) == "market");
        // One general who goes home is no withdrawal; "the Mahdi Army" is forces by its last word.
        let many = |noun: &Agent| noun.fights() && (noun.plural || noun.kind != AgentKind::Person || tree.children(word).any(|c| matches!(tree.low(c), "last" | "every" | "no" | "single")));
        let noun = agent_noun(tree, word).or_else(|| low.rsplit_once(' ').and_then(|(_, last)| tree.agents.get(last))).is_some_and(|noun| many(&noun) && !market);
        let hit = doc.hit(tree, word);
        let group = hit.is_some_and(|hit| hit.kind() == NameKind::Group);
        // "the Russians", "the Chinese": a people as a noun.
        let people = hit.is_some_and(|hit| hit.kind() == NameKind::State && matches!(hit.form(), NameForm::Demonym | NameForm::Adjective))
            && !tree.is_premodifier(word)
            && (matches!(tree.tag(word), Tag::Nnps | Tag::Nns) || tree.children(word).any(|c| tree.low(c) == "the"));
        let part = PARTS.contains(&low) && tree.children_by(word, Rel::Nmod).any(|c| agent_noun(tree, c).is_some_and(|noun| noun.fights()) || FORCES.contains(&tree.low(c)));
        noun || group || people || part || FORCES.contains(&low)
    })
}
