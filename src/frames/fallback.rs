//! Who it was where no slot of the frame says so: the nearest words that can.
//!
//! A noun that names an event often stands alone ("halted the bombing", "a timetable for withdrawal"). Then whoever governs it in a verb
//! that only those can do who take part, or the only forces that the sentence names, did it.

use super::arguments::{Argument, is_country, is_place};
use super::cast::core;
use super::site::Site;
use super::slots::subject_of;
use crate::actors::{Certainty, Who, agent_noun, everybody, who};
use crate::code::ActorCode;
use crate::coreference::{is_sides, mediates, sides};
use crate::doc::Doc;
use crate::event::{EventKind, LocationRole, Role};
use crate::frames::place::Place;
use crate::lexicon::{AgentKind, VerbClass, verb};
use crate::syntax::{Rel, Tag, Tree};
use VerbClass::*;

/// How many words or names around a trigger are looked at.
const REACH: usize = 80;

/// Verbs by which one governs only what is one's own, by kind.
fn own(kind: EventKind) -> (&'static [VerbClass], &'static [&'static str]) {
    match kind {
        EventKind::Airstrike => (
            &[Launch, Threaten],
            &[
                "halt", "stop", "suspend", "pause", "cease", "end", "plan", "vow", "consider", "refuse", "resume", "approve", "oversee", "deny", "hit", "respond", "retaliate", "reply", "strike",
                "attack", "pound", "react",
            ],
        ),
        EventKind::Withdrawal => (&[Order, Announce, Plan, Complete, Refuse, Reject, Aspect], &["consider", "halt", "stop", "suspend", "pause", "reverse", "set", "justify", "rule"]),
        EventKind::CeaseFire => (&[Agree, Violate, Announce, Refuse, Reject], &["consider", "decree", "weigh"]),
        _ => (&[Hold, Attend], &["suspend", "quit", "reject", "refuse", "agree", "cancel", "postpone", "break"]),
    }
}

/// Adds those whom the slots did not find.
pub(super) fn fill(doc: &Doc<'_>, tree: &Tree<'_>, kind: EventKind, site: &Site, found: &mut Vec<Argument>, places: &[Place]) {
    let role = core(kind);
    let (classes, lemmas) = own(kind);
    if kind == EventKind::Withdrawal {
        not_from_home(doc, tree, site, found, places);
    }
    if found.iter().any(|a| a.role == role && a.who.code.is_some()) {
        return;
    }
    let governed = || governing(tree, site, classes, lemmas).into_iter().flat_map(|subject| everybody(doc, tree, subject, site.clause(tree))).filter(acts).collect::<Vec<_>>();
    let forces = || forces(doc, tree, kind, site).into_iter().collect::<Vec<_>>();
    let who = match kind {
        EventKind::Airstrike => first(&[&governed, &forces, &|| above(doc, tree, site)]),
        EventKind::Withdrawal => first(&[&forces, &governed, &|| above(doc, tree, site)]),
        EventKind::CeaseFire => {
            let fights = |who: &Who| who.code.as_ref().is_some_and(|code| !mediates(code));
            let governed = || governed().into_iter().chain(stance(doc, tree, site)).filter(fights).collect::<Vec<_>>();
            first(&[&governed, &|| both_sides(doc, tree, site)])
        }
        _ => first(&[&governed, &|| together(doc, tree, site)]),
    };
    // Who brokers a truce is found as such.
    let new = |who: &Who| !found.iter().any(|a| a.role != role && a.who.code == who.code);
    let who: Vec<Who> = who.into_iter().filter(|who| kind != EventKind::CeaseFire || new(who)).collect();
    if !who.is_empty() {
        found.retain(|a| a.role != role || a.who.code.is_some());
        found.extend(who.into_iter().map(|who| Argument { role, who }));
    }
}

fn first(ways: &[&dyn Fn() -> Vec<Who>]) -> Vec<Who> {
    ways.iter().map(|way| way()).find(|who| !who.is_empty()).unwrap_or_default()
}

/// Whether somebody can act who is found this way: a state, group or coalition.
fn acts(who: &Who) -> bool {
    who.certainty >= Certainty::Reference && who.code.as_ref().is_some_and(|code| code.sector().is_none_or(|sector| !matches!(sector, "civilians" | "media")))
}

/// The subject of the nearest verb above the trigger, if the verb is one of those.
fn governing(tree: &Tree<'_>, site: &Site, classes: &[VerbClass], lemmas: &[&str]) -> Option<usize> {
    if site.is_verb {
        return None;
    }
    let mut through = site.words.last().copied()?;
    for at in tree.ancestors(through).take(6) {
        if tree.tag(at).is_verb() {
            let low = tree.low(at);
            let fits = verb(low).is_some_and(|verb| verb.is_any(classes) || lemmas.contains(&verb.lemma)) || lemmas.iter().any(|lemma| low.starts_with(lemma.trim_end_matches('e')));
            // "decreed that a truce would begin"
            let said = tree.rel(at) == Rel::Ccomp && tree.rel(through).is_subject();
            let announces = |word: usize| tree.low(word).starts_with("decree") || verb(tree.low(word)).is_some_and(|verb| verb.is(Announce));
            if said
                && classes.contains(&Announce)
                && let Some(above) = tree.head(at).filter(|above| announces(*above))
            {
                return subject_of(tree, above).filter(|s| *s != through);
            }
            let complement = !tree.rel(through).is_subject() && !matches!(tree.rel(through), Rel::Advcl | Rel::AclRelcl | Rel::Parataxis);
            if !(fits && complement) {
                return None;
            }
            return subject_of(tree, at).filter(|s| *s != through);
        }
        if !tree.tag(at).is_noun() {
            return None;
        }
        through = at;
    }
    None
}

/// Whose stance on the event it is: "Khomeini's position on a truce".
fn stance(doc: &Doc<'_>, tree: &Tree<'_>, site: &Site) -> Vec<Who> {
    const STANCES: &[&str] = &[
        "position", "stance", "view", "views", "condition", "conditions", "offer", "proposal", "acceptance", "rejection", "refusal", "decision", "pledge", "commitment", "promise", "respect",
        "violation", "violations", "breach", "breaches", "terms",
    ];
    let above = site.words.last().and_then(|word| tree.head(*word)).filter(|noun| STANCES.contains(&tree.low(*noun)));
    let owner = above.and_then(|noun| tree.child(noun, Rel::NmodPoss));
    owner.into_iter().flat_map(|owner| who(doc, tree, owner)).filter(acts).collect()
}

/// Those whom the sentence speaks of as the sides: "neither side", "the parties".
fn together(doc: &Doc<'_>, tree: &Tree<'_>, site: &Site) -> Vec<Who> {
    let near = site.trigger().saturating_sub(REACH)..tree.len().min(site.trigger() + REACH);
    let sides = near.filter(|word| is_sides(tree, *word)).min_by_key(|word| word.abs_diff(site.trigger()));
    sides.into_iter().flat_map(|word| who(doc, tree, word)).filter(acts).collect()
}

/// Those who fight each other, where the sentence speaks of them together ("neither side") or names both.
fn both_sides(doc: &Doc<'_>, tree: &Tree<'_>, site: &Site) -> Vec<Who> {
    let found = together(doc, tree, site);
    if !found.is_empty() {
        return found;
    }
    let Some(sides) = sides(doc) else { return Vec::new() };
    let named = |code: &ActorCode| {
        let hits = doc.hits_in(tree.span).iter().take(REACH).filter(|hit| hit.code.as_ref() == Some(code));
        let words = hits.filter_map(|hit| tree.word_at(hit.span.start)).filter(|word| !is_place(doc, tree, *word));
        words.flat_map(|word| who(doc, tree, word)).find(|who| who.code.as_ref() == Some(code) && acts(who))
    };
    sides.iter().map(named).collect::<Option<Vec<_>>>().unwrap_or_default()
}

/// Whoever does what the clause above a participle says: "Iraq attacked 65 cities in 42 days, bombing schools".
fn above(doc: &Doc<'_>, tree: &Tree<'_>, site: &Site) -> Vec<Who> {
    if !site.is_verb || tree.tag(site.trigger()) != Tag::Vbg {
        return Vec::new();
    }
    let verb = tree.ancestors(site.trigger()).take(4).find(|w| tree.tag(*w).is_finite());
    verb.and_then(|verb| tree.children(verb).find(|c| tree.rel(*c) == Rel::Nsubj)).into_iter().flat_map(|subject| everybody(doc, tree, subject, None)).filter(acts).collect()
}

/// The forces of a known side that the sentence names nearest to the trigger, with their own name before them.
fn forces(doc: &Doc<'_>, tree: &Tree<'_>, kind: EventKind, site: &Site) -> Option<Who> {
    let trigger = site.trigger();
    let fits = |word: usize| {
        let Some(noun) = agent_noun(tree, word) else { return false };
        let kind_fits = if kind == EventKind::Airstrike { noun.kind == AgentKind::Vehicle && noun.sector == "military" } else { noun.fights() };
        let opposed = matches!(tree.case(word), "against" | "on" | "from" | "to" | "with");
        let named = tree.words_in(tree.bytes(tree.noun_phrase(word))).any(|w| tree.words[w].name > 0 && (!is_country(doc, tree, w) || tree.is_premodifier(w)));
        kind_fits && named && !opposed && !tree.is_premodifier(word)
    };
    let word = (0..tree.len()).filter(|w| fits(*w)).min_by_key(|w| w.abs_diff(trigger))?;
    who(doc, tree, word).into_iter().find(acts)
}

/// Bare "troops" that leave a country are not that country's own: they are those of whoever has them leave.
fn not_from_home(doc: &Doc<'_>, tree: &Tree<'_>, site: &Site, found: &mut [Argument], places: &[Place]) {
    let left: Vec<_> = places.iter().filter(|place| place.role == LocationRole::From && super::breadth(&doc.hits[place.hit]) == 2).filter_map(|place| doc.hits[place.hit].country()).collect();
    for agent in found.iter_mut().filter(|a| a.role == Role::Agent && a.who.certainty == Certainty::Noun) {
        let named = tree.words_in(agent.who.span).any(|w| tree.words[w].name > 0);
        let home = matches!(&agent.who.code, Some(ActorCode::State(state)) if left.contains(state));
        if named || !home {
            continue;
        }
        let above = tree.ancestors(site.trigger()).filter(|w| tree.tag(*w).is_verb()).find_map(|verb| subject_of(tree, verb));
        let owner = above.and_then(|subject| who(doc, tree, subject).into_iter().find_map(|who| who.code)).filter(|code| matches!(code, ActorCode::State(state) if !left.contains(state)));
        agent.who.code = owner;
    }
}
