//! What an attack needs to be one from the air: aircraft that strike, their bombs and missiles, or an air war around it.

use super::arguments::Argument;
use super::place::Place;
use super::site::Site;
use super::triggers::TriggerScan;
use crate::actors::agent_noun;
use crate::code::ActorCode;
use crate::doc::Doc;
use crate::event::Role;
use crate::gazetteer::NameKind;
use crate::lexicon::{AgentKind, VerbClass, verb};
use crate::syntax::{Rel, Tag, Tree};

/// What aircraft drop and fire.
const ORDNANCE: &[&str] = &["bomb", "bombs", "missile", "missiles", "munitions", "explosives", "rockets", "ordnance", "barrels", "napalm", "bomblets", "grenades", "device", "devices", "warheads"];

/// Weapons that fly themselves.
const DRONES: &[&str] = &["drone", "drones", "uav", "uavs", "quadcopter", "quadcopters", "munition", "munitions", "shahed", "shaheds"];

const AIRCRAFT: &[&str] = &[
    "warplane", "warplanes", "jet", "jets", "plane", "planes", "aircraft", "drone", "drones", "helicopter", "helicopters", "gunship", "gunships", "bomber", "bombers", "airpower", "uav", "uavs",
    "quadcopter", "quadcopters", "fighter-bombers", "sorties",
];

/// Makes of aircraft, and forces that fly.
const MAKES: &[&str] = &[
    "mig", "migs", "sukhoi", "sukhois", "mirage", "mirages", "rafale", "rafales", "apache", "apaches", "predator", "predators", "reaper", "reapers", "kfir", "kfirs", "antonov", "antonovs", "stuka",
    "stukas", "shahed", "shaheds", "bayraktar", "bayraktars", "jaguar", "jaguars", "luftwaffe", "raf", "usaf", "phantoms", "skyhawks", "superfortresses",
];

/// Weapons of aircraft and attacks by them, which a verb of striking can have as its subject.
const WEAPONS: &[&str] = &["missile", "missiles", "bomb", "bombs", "airstrike", "airstrikes", "strike", "strikes", "raid", "raids", "air"];

/// Whether "strike", "bombing", "bombed" is from the air: the article speaks of air power, or a power does it that has one.
pub(super) fn in_air_article(doc: &Doc<'_>, scan: &TriggerScan, tree: &Tree<'_>, site: &Site, arguments: &[Argument]) -> bool {
    if from_the_ground(tree, site) {
        return false;
    }
    if scan.air > 0 {
        return true;
    }
    let low = tree.low(site.trigger());
    let state = arguments.iter().any(|a| a.role == Role::Agent && a.who.code.as_ref().is_some_and(power));
    if site.is_verb || low.starts_with("bomb") {
        // "the bombing of Laos"
        let country = low.starts_with("bomb") && tree.prepositional(site.trigger()).any(|(case, c)| case == "of" && doc.hit(tree, c).is_some_and(|hit| hit.kind() == NameKind::State));
        return state || country;
    }
    // "strikes on Iranian territory": workers strike on nobody.
    let on = tree.prepositional(site.trigger()).any(|(case, c)| matches!(case, "on" | "against") && tree.tag(c).is_noun() && !crate::lexicon::is_day(tree.low(c)));
    low.starts_with("strike") && on && (state || low == "strikes")
}

fn power(code: &ActorCode) -> bool {
    code.is_state() || matches!(code.to_string().as_str(), "nato" | "us-led-coalition" | "saudi-led-coalition" | "un")
}

/// Whether what is dropped, fired or sent comes from the air.
pub(super) fn ordnance(tree: &Tree<'_>, site: &Site, arguments: &[Argument]) -> bool {
    let trigger = site.trigger();
    let object = tree.child(trigger, Rel::Obj).or_else(|| tree.child(trigger, Rel::NsubjPass));
    let objects: Vec<usize> = object.into_iter().flat_map(|o| tree.conjuncts(o)).collect();
    let with = |o: usize, words: &[&str]| tree.children(o).any(|c| words.contains(&tree.low(c)));
    let bomb = |o: &usize| ORDNANCE.contains(&tree.low(*o)) && !with(*o, &["petrol", "ballistic", "barrel", "anti-aircraft", "test", "grad"]);
    let low = tree.low(trigger);
    let drops = low.starts_with("drop");
    if !low.starts_with("se") && objects.iter().any(bomb) && (flown(tree, site) || drops && !objects.iter().any(|o| tree.low(*o).starts_with("grenade") || tree.low(*o).starts_with("device"))) {
        return true;
    }
    let behind = objects.last().is_some_and(|o| tree.phrases_after(*o).first().is_some_and(|(case, _)| matches!(*case, "at" | "on" | "against")));
    let aimed = behind
        || tree.prepositional(trigger).chain(objects.iter().flat_map(|o| tree.prepositional(*o))).any(|(case, _)| matches!(case, "at" | "on" | "against" | "toward" | "towards" | "into" | "over"));
    let state = arguments.iter().any(|a| a.role == Role::Agent && a.who.code.as_ref().is_some_and(ActorCode::is_state));
    let sent = |o: &usize| DRONES.contains(&tree.low(*o)) || low.starts_with("se") && AIRCRAFT.contains(&tree.low(*o));
    let cruise = |o: &usize| matches!(tree.low(*o), "missile" | "missiles" | "tomahawks") && with(*o, &["cruise", "tomahawk", "kalibr", "kinzhal", "guided", "hellfire", "air-launched"]);
    !drops && aimed && objects.iter().any(|o| sent(o) || state && cruise(o))
}

/// Whether a verb of attack ("hit", "pounded") is done by aircraft.
pub(super) fn struck(doc: &Doc<'_>, tree: &Tree<'_>, site: &Site, arguments: &[Argument], places: &[Place]) -> bool {
    if from_the_ground(tree, site) {
        return false;
    }
    let trigger = site.trigger();
    // In an article about an air war a state that strikes somebody does so from the air.
    if matches!(tree.low(trigger), "strike" | "strikes" | "struck" | "striking") {
        let state = arguments.iter().any(|a| a.role == Role::Agent && a.who.code.is_some());
        let target = arguments.iter().any(|a| a.role == Role::Target && a.who.code.is_some()) || !places.is_empty();
        if state && target {
            return true;
        }
    }
    let from_air = in_subject(tree, site) || instrument(tree, site);
    let whole = tree.child(trigger, Rel::Obj).is_some() || tree.is_passive(trigger) || !places.is_empty();
    pronoun_for_aircraft(doc, tree, site) || from_air && (whole || tree.child(trigger, Rel::Nsubj).is_some())
}

/// Whether a verb of harm that names no attack ("destroyed", "killed") has aircraft or their bombs as its own subject.
pub(super) fn harmed(tree: &Tree<'_>, site: &Site) -> bool {
    let trigger = site.trigger();
    let low = tree.low(trigger);
    let starts = |stems: &[&str]| stems.iter().any(|stem| low.starts_with(stem));
    let subject = tree.child(trigger, Rel::Nsubj).filter(|s| tree.tag(*s).is_noun());
    let by = tree.prepositional(trigger).find(|(case, _)| *case == "by").map(|(_, c)| c).filter(|_| tree.is_passive(trigger));
    let aims = |cases: &[&str]| tree.prepositional(trigger).any(|(case, _)| cases.contains(&case)) || tree.phrases_after(trigger).first().is_some_and(|(case, _)| cases.contains(case));
    let whole = tree.child(trigger, Rel::Obj).is_some() || tree.is_passive(trigger);
    let doers: Vec<usize> = subject.or(by).into_iter().flat_map(|s| tree.conjuncts(s)).collect();
    // "a drone crashed into the refinery", "bombs fell on the shelter"
    if starts(&["crash", "slam", "smash", "plough", "plow", "rain", "fall", "fell", "land", "pierc", "explod"]) {
        let bombs = |word: usize| matches!(tree.low(word), "bombs" | "missiles") || matches!(tree.low(word), "bomb" | "missile") && tree.children(word).any(|c| GUIDED.contains(&tree.low(c)));
        let flies = |word: usize| {
            DRONES.contains(&tree.low(word)) || starts(&["rain", "fall", "fell", "land", "pierc"]) && bombs(word) || starts(&["slam", "smash"]) && matches!(tree.low(word), "missile" | "missiles")
        };
        return doers.into_iter().any(flies) && (whole || aims(&["on", "onto", "into", "at", "over", "near", "in", "through"]));
    }
    let overhead = tree.prepositional(trigger).any(|(case, c)| case == "from" && tree.low(c) == "air");
    if starts(&["go", "went"]) {
        return tree.phrases_after(trigger).first().is_some_and(|(_, c)| tree.low(*c) == "action") && doers.into_iter().any(|word| is_aircraft(tree, word));
    }
    if starts(&["open", "tak", "took"]) {
        return doers.into_iter().any(|word| is_aircraft(tree, word)) && (aims(&["on", "at", "over", "against"]) || whole && starts(&["tak", "took"]));
    }
    let bombs = !starts(&["kill", "wound", "injur"]);
    whole && (overhead || doers.into_iter().any(|word| is_aircraft(tree, word) || bombs && guided(tree, word)))
}

/// What tells the bombs of aircraft from those in cars.
const GUIDED: &[&str] = &["guided", "laser-guided", "glide", "cruise", "aerial", "gravity", "cluster", "incendiary", "tomahawk", "hellfire", "atomic", "phosphorus", "dumb", "air-dropped"];

fn guided(tree: &Tree<'_>, word: usize) -> bool {
    matches!(tree.low(word), "bomb" | "bombs" | "missile" | "missiles" | "munitions") && tree.children(word).any(|c| GUIDED.contains(&tree.low(c)))
}

/// Whether a noun that names no attack from the air on its own ("attack", "missile") is said to come from aircraft.
pub(super) fn from_aircraft(tree: &Tree<'_>, site: &Site) -> bool {
    let trigger = site.trigger();
    let low = tree.low(trigger);
    let sky = |c: usize| is_aircraft(tree, c) || matches!(tree.low(c), "air" | "sky");
    let behind = |word: usize| tree.prepositional(word).any(|(case, c)| (case == "by" || case == "from") && tree.conjuncts(c).into_iter().any(sky));
    let launched = tree.children(trigger).filter(|c| matches!(tree.low(*c), "fired" | "launched" | "dropped" | "carried" | "staged" | "mounted" | "delivered")).any(behind);
    if matches!(low, "missile" | "missiles" | "rocket" | "rockets" | "bomb" | "bombs") {
        // Only where it hits: "a missile from a plane killed him".
        let hits = site.governor.is_some_and(|g| matches!(g.rel, Rel::Nsubj | Rel::OblAgent | Rel::Obl)) || tree.rel(trigger) == Rel::Appos;
        return hits && (behind(trigger) || launched);
    }
    // "jets carried out attacks", "used drones in attacks"; not an attack helicopter.
    let sent = site.governor.is_some_and(|g| {
        g.rel != Rel::Nsubj
            && tree.subject(g.word).into_iter().chain(tree.child(g.word, Rel::Obj)).any(|c| c != trigger && is_aircraft(tree, c))
            && verb(tree.low(g.word)).is_some_and(|verb| verb.is(VerbClass::Launch))
    });
    if tree.is_premodifier(trigger) {
        return false;
    }
    let modifier = tree.children(trigger).any(|c| c < trigger && matches!(tree.rel(c), Rel::Compound | Rel::Amod | Rel::NmodPoss) && is_aircraft(tree, c));
    let next = tree.phrases_after(trigger).first().is_some_and(|(case, c)| matches!(*case, "by" | "from") && sky(*c));
    (modifier || sent || behind(trigger) || launched || next) && !from_the_ground(tree, site)
}

/// Weapons of the ground in the trigger's own phrase or clause.
pub(super) fn from_the_ground(tree: &Tree<'_>, site: &Site) -> bool {
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

/// Aircraft, their weapons or an attack from the air as subject.
fn in_subject(tree: &Tree<'_>, site: &Site) -> bool {
    tree.subject(site.trigger()).is_some_and(|s| tree.conjuncts(s).into_iter().any(|word| is_air(tree, word)))
}

/// Aircraft as subject: who drops what they drop.
fn flown(tree: &Tree<'_>, site: &Site) -> bool {
    in_subject(tree, site) || instrument(tree, site)
}

fn instrument(tree: &Tree<'_>, site: &Site) -> bool {
    let with = tree.prepositional(site.trigger()).filter(|(case, _)| matches!(*case, "by" | "with" | "from" | "in"));
    with.flat_map(|(_, word)| tree.conjuncts(word)).any(|word| is_air(tree, word))
}

/// Whether a noun names aircraft, their weapons, an attack by them, or a force that flies.
fn is_air(tree: &Tree<'_>, word: usize) -> bool {
    if tree.children(word).any(|c| tree.low(c) == "ballistic") {
        return false;
    }
    let noun = matches!(tree.low(word), "force" | "forces" | "fighters" | "strikes" | "attacks" | "campaign" | "raids");
    let modifier = tree.children(word).any(|c| WEAPONS.contains(&tree.low(c)) || names_aircraft(tree.low(c)) || noun && matches!(tree.low(c), "aerial"));
    WEAPONS.contains(&tree.low(word)) || modifier || is_aircraft(tree, word)
}

/// Whether a noun names aircraft or a force that flies.
fn is_aircraft(tree: &Tree<'_>, word: usize) -> bool {
    // "air force", "Iraqi Air Force": one name or two words.
    let low = tree.low(word);
    let force = matches!(low, "force" | "forces") && tree.children(word).any(|c| tree.low(c) == "air") || low.ends_with("air force");
    let noun = agent_noun(tree, word).is_some_and(|noun| noun.kind == AgentKind::Vehicle && noun.sector == "military" && AIRCRAFT.contains(&low));
    names_aircraft(low) || force || noun || low == "fighters" && tree.children(word).any(|c| tree.low(c) == "jet")
}

/// Whether a word, or a part of a name of several, names aircraft: "jets", "Su-25s", "MQ-9 Reaper".
fn names_aircraft(low: &str) -> bool {
    low.split(' ').any(|part| AIRCRAFT.contains(&part) || MAKES.contains(&part) || designation(part))
}

/// "MiG-29s", "B-52", "AC-130", "Mi-24", "Su-25".
fn designation(word: &str) -> bool {
    const FAMILIES: &[&str] = &["b", "f", "ac", "ah", "av", "an", "mi", "mig", "mq", "rq", "tu", "uh", "ov", "jf", "il", "ka", "bf", "ju", "su", "pc", "a", "tb", "yak"];
    let Some((family, number)) = word.split_once(['-', '\u{2011}']) else { return false };
    FAMILIES.contains(&family) && number.starts_with(|c: char| c.is_ascii_digit()) && number.len() < 7
}

/// "Jets took off at dawn. They struck two villages": a pronoun for the aircraft that the sentence before is about.
fn pronoun_for_aircraft(doc: &Doc<'_>, tree: &Tree<'_>, site: &Site) -> bool {
    let pronoun = tree.subject(site.trigger()).is_some_and(|s| tree.tag(s) == Tag::Prp && matches!(tree.low(s), "they" | "it"));
    let before = doc.sentence_at(tree.span.start).checked_sub(1).and_then(|i| doc.trees[i].as_ref());
    pronoun && before.is_some_and(|before| (0..before.len()).any(|w| before.rel(w).is_subject() && is_aircraft(before, w)))
}
