//! What an ambiguous trigger needs to count: "strike" aircraft, "withdraw" forces, "meet" somebody who confers.

use super::arguments::Argument;
use super::place::Place;
use super::site::Site;
use super::triggers::{Reading, TriggerScan};
use super::{Need, air, forces};
use crate::actors::{Certainty, agent_noun, can_act};
use crate::doc::Doc;
use crate::lexicon::{AgentKind, VerbClass, verb};
use crate::syntax::{Rel, Tag, Tree};

/// A trigger read so far: what decides whether it counts.
#[derive(Clone, Copy)]
pub(super) struct Draft<'d> {
    pub(super) doc: &'d Doc<'d>,
    pub(super) scan: &'d TriggerScan,
    pub(super) tree: &'d Tree<'d>,
    pub(super) sentence: usize,
    pub(super) reading: &'d Reading,
    pub(super) site: &'d Site,
    pub(super) arguments: &'d [Argument],
    pub(super) places: &'d [Place],
}

/// Whether an ambiguous trigger has what it needs.
pub(super) fn satisfied(draft: &Draft<'_>) -> bool {
    let Draft { doc, scan, tree, reading, site, arguments, places, .. } = *draft;
    match reading.need {
        Need::Nothing => true,
        Need::Told => false,
        Need::AirArticle => air::in_air_article(doc, scan, tree, site, arguments),
        Need::AirClause => air::struck(doc, tree, site, arguments, places),
        Need::Aircraft => air::harmed(tree, site),
        Need::FromAircraft => air::from_aircraft(tree, site),
        Need::Ordnance => air::ordnance(tree, site, arguments),
        Need::Conferring => conferring(draft),
        Need::OverVideo => over_video(tree, site) && conferring(draft),
        Need::Guests => guests(draft),
        Need::Session => session(draft),
        Need::Hostilities => hostilities(tree, site),
        Need::Forces => forces::withdraw(doc, scan, tree, reading, site, arguments, places),
        Need::Leaving => forces::moved_away(doc, tree, reading, site, places),
        Need::Reduced => forces::reduced(doc, tree, site),
        Need::Fighters => forces::fighters_leave(doc, tree, site, places),
    }
}

/// People and bodies that confer, whoever they are.
const CONFERRING: &[&str] = &[
    "participants", "delegations", "delegation", "sides", "parties", "teams", "representatives", "delegates", "negotiators", "envoys", "mediators", "committees", "committee", "commission", "council",
    "group", "leaders", "ministers", "commanders", "chiefs", "elders", "foes", "enemies", "rivals", "factions", "presidents", "counterparts", "diplomats", "generals", "troika", "quartet", "panel",
    "heads", "members", "clans", "counterpart", "adversaries", "belligerents", "powers", "allies", "governments",
];

/// Whether those who meet are people who act for states, groups or organisations.
fn conferring(draft: &Draft<'_>) -> bool {
    let Draft { doc, tree, site, arguments, .. } = *draft;
    let trigger = site.trigger();
    let object = tree.child(trigger, Rel::Obj).filter(|o| tree.low(*o) != "face");
    if !object.is_none_or(|o| can_act(doc, tree, o)) {
        return false;
    }
    // "a meeting convened by", "huddled into camps"
    let gathers = ["conven", "assembl", "huddl"].iter().any(|stem| tree.low(trigger).starts_with(stem));
    let by = tree.prepositional(trigger).any(|(case, _)| case == "by");
    let troops = tree.subject(trigger).is_some_and(|s| forces::is_force(doc, tree, s));
    if gathers && (by || troops || object.is_some() || tree.rel(trigger) == Rel::AclRelcl || tree.is_passive(trigger) && !tree.low(trigger).starts_with("conven")) {
        return false;
    }
    let coded = arguments.iter().any(|a| a.who.code.is_some());
    let office = |word: usize| agent_noun(tree, word).is_some_and(|noun| matches!(noun.sector, "government" | "envoys" | "officials" | "military")) || CONFERRING.contains(&tree.low(word));
    let subject = tree.subject(trigger).or_else(|| tree.child(trigger, Rel::NsubjPass));
    let official = || arguments.iter().any(|a| tree.words_in(a.who.span).any(office)) || subject.is_some_and(|s| tree.conjuncts(s).into_iter().any(office));
    // "Lee met Grant": two people of note, whom the article need not introduce.
    let named = || arguments.iter().filter(|a| a.who.certainty == Certainty::Name && tree.words_in(a.who.span).any(|w| tree.tag(w).is_proper())).count() > 1;
    coded || official() && object.is_none_or(|o| agent_noun(tree, o).is_some() || office(o)) || subject.is_some_and(|s| tree.tag(s).is_proper()) && named()
}

/// Whether somebody in office is received, or called together.
fn guests(draft: &Draft<'_>) -> bool {
    let Draft { doc, tree, site, arguments, .. } = *draft;
    let trigger = site.trigger();
    let passive = tree.is_passive(trigger);
    let guest = if passive { tree.child(trigger, Rel::NsubjPass) } else { tree.child(trigger, Rel::Obj) };
    let Some(guest) = guest else { return false };
    let person = |word: usize| doc.hit(tree, word).is_some_and(|hit| hit.is_person());
    let official = agent_noun(tree, guest).is_some_and(|noun| noun.kind == AgentKind::Person && matches!(noun.sector, "government" | "envoys"))
        || tree.low(trigger).starts_with("conven") && CONFERRING.contains(&tree.low(guest))
        || matches!(tree.low(guest), "cabinet" | "successor" | "predecessor" | "counterpart" | "counterparts" | "delegation" | "delegations" | "negotiators" | "elders");
    let members = matches!(tree.low(guest), "heads" | "members" | "leaders" | "representatives" | "chiefs") && tree.prepositional(guest).any(|(case, _)| case == "of");
    // "General Haftar", whom no list of names need know.
    let titled = tree.tag(guest).is_proper() && tree.children_by(guest, Rel::NmodDesc).any(|c| agent_noun(tree, c).is_some_and(|noun| noun.acts_for_state()));
    let guested = official || members || titled || person(guest) || tree.children(guest).any(|c| tree.rel(c) == Rel::Flat && person(c));
    let host = if passive { tree.prepositional(trigger).any(|(case, c)| case == "by" && can_act(doc, tree, c)) } else { tree.subject(trigger).is_none_or(|s| can_act(doc, tree, s)) };
    // "summoned the ambassador" is no meeting; "summoned the leaders" is.
    let many = !tree.low(trigger).starts_with("summon") || matches!(tree.tag(guest), Tag::Nns | Tag::Nnps);
    guested && host && many && (members || official || arguments.iter().any(|a| a.who.code.is_some()))
}

/// Whether a "meeting" or "conference" is one of people who act: it has participants, or it is one told before.
fn session(draft: &Draft<'_>) -> bool {
    let Draft { doc, tree, site, arguments, .. } = *draft;
    let trigger = site.trigger();
    // "a meeting with rebel leaders": whoever those are.
    let with = |word: usize| tree.prepositional(word).any(|(case, c)| case == "with" && can_act(doc, tree, c));
    let coded = arguments.iter().any(|a| a.who.code.is_some() || a.who.certainty == Certainty::Noun) || site.support(tree, &[VerbClass::Hold]).is_some_and(|(held, _)| with(held));
    let low = tree.low(trigger);
    if in_name(draft) {
        return false;
    }
    if matches!(low, "meeting" | "meetings") {
        let held = site.support(tree, &[VerbClass::Hold, VerbClass::Attend]).is_some();
        let told = ["the", "this", "next", "their", "first", "last", "that", "these", "no", "such", "another", "any", "second", "third", "secret", "closed-door", "planned"];
        return coded || held || tree.children(trigger).any(|c| told.contains(&tree.low(c))) || doc.hits_in(tree.span).len() > 1;
    }
    // "the Bandung conference", "an international conference on Sudan"; not the International Conference on the Great Lakes.
    let common = tree.raw(trigger).starts_with(char::is_lowercase);
    let premodifier = |c: usize| doc.hit(tree, c).is_some_and(|hit| hit.place.is_some()) || common && matches!(tree.low(c), "international" | "national" | "regional" | "peace" | "reconciliation");
    let convened = matches!(low, "conference" | "congress" | "forum") && tree.children(trigger).any(|c| c < trigger && tree.is_premodifier(c) && premodifier(c));
    coded || convened
}

/// "Attorney General Sessions", "the U.S. Congress", "the Mechanism for Consultation": capitals where a meeting has none. A "Syrian
/// Congress" is one.
pub(super) fn in_name(draft: &Draft<'_>) -> bool {
    let Draft { doc, tree, site, .. } = *draft;
    let trigger = site.trigger();
    let capital = tree.raw(trigger).starts_with(char::is_uppercase) && tree.words[trigger].start as usize > tree.span.start;
    let foreign = |c: usize| doc.hit(tree, c).is_some_and(|hit| hit.country().is_some_and(|country| country.as_str() != "USA"));
    let congress = tree.low(trigger) == "congress" && tree.children(trigger).any(|c| c < trigger && foreign(c));
    capital && !congress && !matches!(tree.low(trigger), "meeting" | "meetings" | "conference" | "roundtable" | "encounter")
}

/// What stops, and what else stops with "military" before it.
const FIGHTING: &[&str] = &["hostilities", "fighting", "fire", "firing", "shooting", "combat", "gunfire", "bloodshed", "shelling"];
const ACTIONS: &[&str] = &["operations", "operation", "activities", "activity", "action", "actions", "offensive", "offensives", "attacks"];

fn is_fighting(tree: &Tree<'_>, word: usize) -> bool {
    let military = || tree.children(word).any(|c| matches!(tree.low(c), "military" | "offensive" | "combat" | "armed" | "hostile"));
    FIGHTING.contains(&tree.low(word)) || ACTIONS.contains(&tree.low(word)) && military()
}

/// Whether it is fighting that stops: "a halt to the fighting", "agreed to cease fire", "the guns fell silent".
fn hostilities(tree: &Tree<'_>, site: &Site) -> bool {
    let trigger = site.trigger();
    let low = tree.low(trigger);
    if !site.is_verb {
        return tree.phrases_after(trigger).first().is_some_and(|(case, c)| {
            matches!(*case, "of" | "to" | "in" | "on") && is_fighting(tree, *c) && !matches!(tree.low(*c), "shelling" | "bloodshed" | "combat") && !(low == "end" && *case == "of")
        });
    }
    let object = tree.child(trigger, Rel::Obj).or_else(|| tree.child(trigger, Rel::NsubjPass));
    let guns = |word: usize| matches!(tree.low(word), "guns" | "weapons" | "cannons" | "artillery");
    let starts = |stems: &[&str]| stems.iter().any(|stem| low.starts_with(stem));
    if starts(&["fall", "fell", "silenc"]) {
        return object.or_else(|| tree.subject(trigger)).is_some_and(guns);
    }
    if starts(&["hold", "held"]) {
        return object.is_some_and(|o| tree.low(o) == "fire");
    }
    // "stop fighting": not "never stopped fighting for their rights".
    let next = trigger + 1;
    let fighting = starts(&["stop", "ceas"])
        && next < tree.len()
        && matches!(tree.low(next), "fighting" | "shooting" | "firing" | "fire")
        && !(next + 1 < tree.len() && matches!(tree.low(next + 1), "for" | "with" | "against" | "over"));
    let ceased = starts(&["ceas"]) && object.is_none() && tree.subject(trigger).is_some_and(|s| is_fighting(tree, s));
    // "ended combat operations": a mission that is over.
    let mission = |o: usize| starts(&["end"]) && ACTIONS.contains(&tree.low(o));
    fighting || ceased || object.is_some_and(|o| is_fighting(tree, o) && !mission(o) && !matches!(tree.low(o), "fire" | "shelling" | "bloodshed" | "combat"))
}

/// Whether people speak over video: "by video", "over Zoom", "virtually".
pub(super) fn over_video(tree: &Tree<'_>, site: &Site) -> bool {
    let video = |word: usize| tree.low(word).split(['-', ' ']).any(|part| matches!(part, "video" | "zoom" | "skype" | "webex" | "videolink"));
    let remote = |word: usize| matches!(tree.low(word), "virtually" | "remotely" | "online" | "virtual" | "remote") || video(word);
    let clause = site.clause(tree);
    // "followed the summit by video link": only one of them was far away.
    let held = clause.is_some_and(|c| site.is_verb || verb(tree.low(c)).is_some_and(|verb| verb.is_any(&[VerbClass::Hold, VerbClass::Happen])));
    site.words.iter().copied().chain(clause).any(|word| {
        // "a meeting held via video link"
        tree.children_by(word, Rel::Acl).any(|c| matches!(tree.low(c), "held" | "conducted") && tree.prepositional(c).any(|(case, c)| matches!(case, "by" | "via" | "over") && video(c)))
            || tree.children(word).any(|c| matches!(tree.rel(c), Rel::Advmod | Rel::Amod | Rel::Compound) && remote(c))
            || held && tree.prepositional(word).any(|(case, c)| matches!(case, "by" | "via" | "over" | "on" | "through") && (video(c) || tree.low(c) == "link" && tree.children(c).any(video)))
    })
}
