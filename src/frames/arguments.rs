//! Reading a frame's slots over the tree: who stands where an argument can stand.

use super::place_names::names_place;
use super::site::Site;
use super::slots::{heads, is_dash};
use super::{Frame, Slot, Via};
use crate::actors::{Certainty, Who, agent_noun, can_act, coordinated, everybody, who};
use crate::coreference::{is_capital, is_sides, mediates};
use crate::doc::Doc;
use crate::event::{EventKind, Role};
use crate::gazetteer::NameKind;
use crate::lexicon::{AgentKind, is_day};
use crate::syntax::{Rel, Tag, Tree};

/// An argument, found.
#[derive(Debug, Clone)]
pub(crate) struct Argument {
    pub(crate) role: Role,
    pub(crate) who: Who,
}

/// The arguments of a trigger, in the order of the frame's slots; nobody twice in one role.
pub(crate) fn arguments(doc: &Doc<'_>, tree: &Tree<'_>, frame: &Frame, site: &Site) -> Vec<Argument> {
    let slots = if site.is_verb { frame.verb_slots } else { frame.noun_slots };
    let mut found: Vec<Argument> = Vec::new();
    for slot in slots {
        for head in heads(doc, tree, frame.kind, site, slot) {
            for who in everybody_acceptable(doc, tree, frame.kind, site, slot, head) {
                let known = found.iter().any(|a| {
                    // One who strikes or meets stands once; what is struck is listed one by one.
                    let same_code = a.who.code.is_some() && a.who.code == who.code && slot.role != Role::Target;
                    a.role == slot.role && (same_code || a.who.span == who.span && a.who.code == who.code)
                        || a.who.span.overlaps(who.span) && slot.role == Role::Target && a.role == Role::Target
                        || a.who.span == who.span && a.role != slot.role && !matches!(slot.role, Role::Participant)
                });
                if !known {
                    found.push(Argument { role: slot.role, who });
                }
            }
        }
    }
    if frame.kind.confers() {
        partner(doc, tree, frame.kind, site, &mut found);
    }
    match frame.kind {
        EventKind::Withdrawal if site.is_verb => prefer_forces(tree, site, &mut found),
        EventKind::Airstrike => not_themselves(tree, &mut found),
        EventKind::CeaseFire => guarantors(doc, tree, &mut found),
        _ => {}
    }
    found
}

/// In "Trump ordered troops to withdraw" and "Russia withdrew its forces" the forces leave; who has them withdrawn lends the code.
fn prefer_forces(tree: &Tree<'_>, site: &Site, found: &mut Vec<Argument>) {
    let object = tree.child(site.trigger(), Rel::Obj).map(|o| tree.bytes(tree.noun_phrase(o)));
    let Some(object) = object else { return };
    let Some(forces) = found.iter().position(|a| a.who.span == object) else { return };
    // "Trump's decision to withdraw troops": bare troops are those of whoever withdraws them.
    let bare = found[forces].who.certainty == Certainty::Noun && !tree.words_in(object).any(|w| tree.words[w].name > 0);
    let owner = found.iter().enumerate().find(|(i, a)| *i != forces && a.who.code.as_ref().is_some_and(|code| code.sector().is_none())).and_then(|(_, a)| a.who.code.clone());
    if bare && owner.is_some() {
        found[forces].who.code = owner;
    }
    if found[forces].who.code.is_none()
        && let Some(code) = found.iter().find_map(|a| a.who.code.clone())
    {
        found[forces].who.code = Some(code);
    }
    let keep = found.swap_remove(forces);
    found.clear();
    found.push(keep);
}

/// Nobody meets alone: where the text names one side, the other is the subject of the clause, or of a clause above it.
fn partner(doc: &Doc<'_>, tree: &Tree<'_>, kind: EventKind, site: &Site, found: &mut Vec<Argument>) {
    let mut codes: Vec<_> = found.iter().filter_map(|a| a.who.code.clone()).collect();
    codes.dedup();
    let with = site.words.iter().any(|word| tree.prepositional(*word).any(|(case, _)| case == "with")) || site.is_verb;
    if codes.len() > 1 || codes.is_empty() && site.governor.is_none() || codes.len() == 1 && !with {
        return;
    }
    let slot = Slot { role: Role::Participant, via: Via::Subject };
    for verb in std::iter::once(site.trigger()).chain(tree.ancestors(site.trigger())).filter(|w| tree.tag(*w).is_verb()).take(if codes.is_empty() { 1 } else { 3 }) {
        let subject = if tree.is_passive(verb) { tree.passive_subject(verb) } else { tree.subject(verb) };
        let Some(subject) = subject.filter(|s| !site.words.contains(s) && !tree.under(site.trigger(), *s)) else { continue };
        for who in everybody_acceptable(doc, tree, kind, site, &slot, subject) {
            if who.code.is_some() && !found.iter().any(|a| a.who.code == who.code) {
                found.push(Argument { role: Role::Participant, who });
            }
        }
        if found.iter().filter(|a| a.who.code.is_some()).count() > 1 {
            return;
        }
    }
}

/// "their positions" under fire are not those of who fires.
fn not_themselves(tree: &Tree<'_>, found: &mut [Argument]) {
    let agents: Vec<_> = found.iter().filter(|a| a.role == Role::Agent).filter_map(|a| a.who.code.clone()).collect();
    for target in found.iter_mut().filter(|a| a.role == Role::Target) {
        let possessed = tree.words_in(target.who.span).any(|w| matches!(tree.low(w), "their" | "his" | "its"));
        if possessed && target.who.code.as_ref().is_some_and(|code| agents.contains(code)) {
            target.who.code = None;
        }
    }
}

/// Two states that agree on a truce in a third country's war stand surety for it, and organisations do not fight.
fn guarantors(doc: &Doc<'_>, tree: &Tree<'_>, found: &mut [Argument]) {
    let are_sides = |a: &Argument| tree.words_in(a.who.span).next_back().is_some_and(|word| is_sides(tree, word));
    for argument in found.iter_mut() {
        if argument.role == Role::Party && argument.who.code.as_ref().is_some_and(mediates) {
            argument.role = Role::Broker;
        } else if are_sides(argument) {
            argument.role = Role::Party;
        }
    }
    let Some(theatre) = doc.theatre else { return };
    let foreign = |a: &Argument| a.who.code.as_ref().is_some_and(|code| code.is_state() && code.country() != Some(theatre.as_str()));
    let parties = found.iter().filter(|a| a.role == Role::Party).count();
    let sides = found.iter().any(are_sides);
    if parties >= 2 && !sides && found.iter().filter(|a| a.role == Role::Party).all(foreign) {
        for argument in found.iter_mut().filter(|a| a.role == Role::Party) {
            argument.role = Role::Broker;
        }
    }
}

fn everybody_acceptable(doc: &Doc<'_>, tree: &Tree<'_>, kind: EventKind, site: &Site, slot: &Slot, head: usize) -> Vec<Who> {
    if is_time(tree, head) || matches!(slot.via, Via::Preposition(_)) && stands_apart(tree, head) {
        return Vec::new();
    }
    let modifier = matches!(slot.via, Via::Modifier);
    if slot.role == Role::Target {
        // A town struck is a place; people, things and bodies are targets.
        return coordinated(doc, tree, head, site.clause(tree), true)
            .into_iter()
            .filter(|c| !names_place(doc, tree, *c) && !is_country(doc, tree, *c) && !is_time(tree, *c) && !WEAPONS.contains(&tree.low(*c)))
            .flat_map(|c| who(doc, tree, c))
            .collect();
    }
    if modifier {
        let hit = doc.hit(tree, head);
        let placed = hit.is_some_and(|hit| is_capital(hit) || hit.actor.is_none() || hit.kind() == NameKind::Media);
        // "a drone strike", "helicopter attacks": what with, not who.
        let craft = hit.is_none() && agent_noun(tree, head).is_some_and(|noun| noun.kind == AgentKind::Vehicle) && !tree.children(head).any(|c| tree.rel(c) != Rel::Det && !tree.tag(c).is_punct());
        // "Syrian talks", "the Sudan truce" say where; two names ("Israel-Hamas truce") say who.
        let state = hit.is_some_and(|hit| hit.kind() == NameKind::State && (kind == EventKind::CeaseFire || kind.confers() && hit.is_adjective()));
        let hyphen = |word: usize| word < tree.len() && is_dash(tree, word);
        let paired = hyphen(head + 1) || head > 0 && hyphen(head - 1) || tree.child(head, Rel::Conj).is_some() || tree.rel(head) == Rel::Conj;
        let alone = state && !paired;
        if placed || alone || craft || hit.is_none() && (agent_noun(tree, head).is_none() || !tree.tag(head).is_noun() && !matches!(tree.low(head), "rebel" | "military" | "opposition")) {
            return Vec::new();
        }
    }
    if !can_act(doc, tree, head) {
        return Vec::new();
    }
    // A capital after "in" is no actor; in the other positions it stands for its government.
    everybody(doc, tree, head, site.clause(tree)).into_iter().filter(|who| who.certainty != Certainty::Thing || who.code.is_some()).filter(|_| !is_place(doc, tree, head)).collect()
}

/// What is dropped and fired is no target.
const WEAPONS: &[&str] = &["bomb", "bombs", "missile", "missiles", "rocket", "rockets", "munitions", "explosives", "barrels", "ordnance", "napalm", "strikes", "raids", "shells"];

/// Whether a phrase stands only for where it was, for whose sake, or with whom somebody else has to do: "across parts of Syria", "an air
/// campaign in support of Kabul", "groups not linked to the Taliban". Read off the words: such phrases hang anywhere in the tree.
pub(super) fn stands_apart(tree: &Tree<'_>, word: usize) -> bool {
    const SAKE: &[&str] = &["support", "favour", "favor", "behalf", "defence", "defense", "parts", "swathes", "areas", "opponents", "enemies", "critics"];
    const TIED: &[&str] = &["linked", "tied", "allied", "affiliated", "loyal", "opposed", "close", "sympathetic"];
    let start = tree.chunk_start(word);
    let (Some(preposition), Some(before)) = (start.checked_sub(1), start.checked_sub(2)) else { return false };
    match tree.low(preposition) {
        "of" => SAKE.contains(&tree.low(before)),
        "to" | "with" => TIED.contains(&tree.low(before)),
        _ => false,
    }
}

/// Whether a word is a bare country or capital: struck, it is the place.
pub(super) fn is_country(doc: &Doc<'_>, tree: &Tree<'_>, word: usize) -> bool {
    doc.hit(tree, word).is_some_and(|hit| hit.place.is_some() && !hit.is_adjective() && hit.form() != crate::gazetteer::NameForm::Demonym)
}

/// Whether a word is only a place.
pub(super) fn is_place(doc: &Doc<'_>, tree: &Tree<'_>, word: usize) -> bool {
    doc.hit(tree, word).is_some_and(|hit| {
        hit.place.is_some() && (hit.actor.is_none() || matches!(tree.case(word), "in" | "at" | "near" | "over" | "around" | "across" | "outside" | "inside" | "into" | "throughout" | "on"))
    })
}

fn is_time(tree: &Tree<'_>, word: usize) -> bool {
    const TIMES: &[&str] = &[
        "week", "month", "year", "day", "night", "morning", "evening", "weekend", "hour", "hours", "days", "weeks", "months", "years", "time", "january", "february", "march", "april", "june", "july",
        "august", "september", "october", "november", "december",
    ];
    is_day(tree.low(word))
        || TIMES.contains(&tree.low(word))
        || tree.tag(word) == Tag::Cd && tree.words[word].name == 0 && !matches!(tree.low(word), "two" | "three" | "both" | "one" | "four" | "five" | "six" | "seven" | "ten" | "dozens" | "hundreds")
}
