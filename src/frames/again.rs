//! What an article has told of already: there "the attack", "they left", "two sites were hit" need less to count.

use std::collections::HashSet;

use super::Need;
use super::air::from_the_ground;
use super::arguments::Argument;
use super::engine::RawMention;
use super::forces::{fights, is_force, leaves_place};
use super::needs::{Draft, in_name};
use crate::actors::can_act;
use crate::code::ActorCode;
use crate::event::{EventKind, Role};
use crate::lexicon::VerbClass;
use crate::syntax::Rel;

/// The mentions that need no others to count.
pub(super) struct Told<'m> {
    found: &'m [RawMention],
    /// Who strikes and who leaves in them.
    agents: HashSet<(EventKind, &'m ActorCode)>,
}

impl<'m> Told<'m> {
    pub(super) fn new(found: &'m [RawMention]) -> Told<'m> {
        let agents = found.iter().flat_map(|m| m.arguments.iter().filter(|a| a.role == Role::Agent).filter_map(|a| Some((m.kind, a.who.code.as_ref()?)))).collect();
        Told { found, agents }
    }

    /// How many sentences back the last mention of a kind lies; none in a later sentence counts.
    fn back(&self, kind: EventKind, sentence: usize) -> Option<usize> {
        let to = self.found.partition_point(|m| m.sentence <= sentence);
        // Bounded: a dozen mentions of other kinds between are as good as none.
        self.found[..to].iter().rev().take(12).find(|m| m.kind == kind).map(|m| sentence - m.sentence)
    }

    fn within(&self, kind: EventKind, sentence: usize, reach: usize) -> bool {
        self.back(kind, sentence).is_some_and(|back| back <= reach)
    }

    fn any(&self, kind: EventKind) -> bool {
        self.found.iter().take(200).any(|m| m.kind == kind)
    }

    fn known_agent(&self, kind: EventKind, arguments: &[Argument]) -> bool {
        arguments.iter().any(|a| a.role == Role::Agent && a.who.code.as_ref().is_some_and(|code| self.agents.contains(&(kind, code))))
    }
}

/// Whether a trigger that lacks what it needs is one of what was told before.
pub(super) fn told_again(told: &Told<'_>, draft: &Draft<'_>) -> bool {
    let (kind, need, sentence) = (draft.reading.frame.kind, draft.reading.need, draft.sentence);
    match kind {
        EventKind::Airstrike => struck_again(told, draft),
        EventKind::Withdrawal => left_again(told, draft),
        EventKind::Meeting => met_again(told, draft),
        // A pause or violation of the truce told of before, which the sentence itself does not name.
        EventKind::CeaseFire => need == Need::Told && told.within(kind, sentence, 3) && !told.within(kind, sentence, 0),
        EventKind::VideoConference => need == Need::Told && told.within(kind, sentence, 3) && definite(draft),
    }
}

fn definite(draft: &Draft<'_>) -> bool {
    draft.site.words.iter().any(|word| draft.tree.children(*word).any(|c| matches!(draft.tree.low(c), "the" | "this" | "these" | "those" | "that" | "such" | "their" | "its")))
}

/// "Two sites were hit"; "Israel also hit Sidon"; "Israel's attack".
fn struck_again(told: &Told<'_>, draft: &Draft<'_>) -> bool {
    let Draft { tree, site, sentence, .. } = *draft;
    let near = |reach| told.within(EventKind::Airstrike, sentence, reach);
    let known = told.known_agent(EventKind::Airstrike, draft.arguments);
    let trigger = site.trigger();
    match draft.reading.need {
        _ if from_the_ground(tree, site) => false,
        Need::AirClause => {
            let low = tree.low(trigger);
            let passive =
                matches!(low, "hit" | "struck" | "pounded" | "engaged") && tree.child(trigger, Rel::NsubjPass).is_some() && !tree.prepositional(trigger).any(|(case, _)| matches!(case, "by" | "with"));
            let strikes = ["strike", "struck", "hit", "target", "pound"].iter().any(|stem| low.starts_with(stem));
            // Armies and navies attack too.
            let state = tree.subject(trigger).is_some_and(|s| !is_force(draft.doc, tree, s));
            passive && near(2) || known && strikes && state && tree.child(trigger, Rel::Obj).is_some() && (!draft.places.is_empty() || near(2))
        }
        Need::Aircraft => known && near(1) && tree.child(trigger, Rel::Obj).is_some() && ["crater", "flatten", "level"].iter().any(|stem| tree.low(trigger).starts_with(stem)),
        Need::FromAircraft if tree.is_premodifier(trigger) => false,
        Need::FromAircraft => {
            let the = tree.children(trigger).any(|c| matches!(tree.low(c), "the" | "such" | "these" | "those")) && tree.prepositional(trigger).any(|(case, _)| matches!(case, "on" | "against"));
            tree.low(trigger).starts_with("a") && (known && near(3) || the && near(2) && !draft.arguments.iter().any(|a| a.role == Role::Agent))
        }
        _ => false,
    }
}

/// "The withdrawal cost us jeeps"; "They left at night"; "They have started to withdraw".
fn left_again(told: &Told<'_>, draft: &Draft<'_>) -> bool {
    let Draft { doc, tree, site, sentence, reading, .. } = *draft;
    let near = |reach| told.within(EventKind::Withdrawal, sentence, reach);
    let trigger = site.trigger();
    let low = tree.low(trigger);
    let known = told.known_agent(EventKind::Withdrawal, draft.arguments);
    if !reading.verb {
        let named = reading.need == Need::Forces && !matches!(low, "exodus" | "evacuations" | "departures" | "removal" | "repatriation");
        // "the evacuation of foreigners"
        let others = tree.prepositional(trigger).any(|(case, c)| case == "of" && !is_force(doc, tree, c) && doc.hit(tree, c).is_none());
        let plain = ["withdr", "pull", "retreat", "redeploy", "disengage"].iter().any(|stem| low.starts_with(stem));
        return named && (plain && told.any(EventKind::Withdrawal) && (definite(draft) || known) || !others && (known || definite(draft) && near(1) && draft.arguments.is_empty()));
    }
    let subject = tree.subject(trigger).or_else(|| tree.child(trigger, Rel::NsubjPass));
    let pronoun = subject.is_some_and(|s| matches!(tree.low(s), "they" | "we" | "none" | "nobody" | "many" | "some" | "most" | "all" | "both" | "it"));
    let who = pronoun || known || fights(doc, tree, site);
    let at = tree.child(trigger, Rel::Obj).is_some_and(|o| matches!(tree.low(o), "line" | "lines"));
    match reading.need {
        _ if at || low.starts_with("return") => false,
        Need::Forces if low.starts_with("evacuat") && !fights(doc, tree, site) => false,
        // "We're coming home!"
        Need::Leaving if reading.particle == "home" && pronoun && tree.child(trigger, Rel::Obj).is_none() => near(4) || tree.subject(trigger).is_some_and(|s| tree.low(s) == "we"),
        Need::Leaving if tree.child(trigger, Rel::Obj).is_some_and(|o| tree.low(o) == "them") => near(2) && !reading.particle.is_empty(),
        Need::Forces if tree.is_passive(trigger) => told.any(EventKind::Withdrawal) && who || near(3) && draft.scan.forces > 2,
        Need::Forces => {
            (who || draft.scan.forces > 2)
                && (near(2) || known && told.any(EventKind::Withdrawal))
                && tree.child(trigger, Rel::Obj).is_none_or(|o| doc.hit(tree, o).is_some_and(|hit| hit.place.is_some()))
        }
        Need::Fighters | Need::Leaving => (pronoun && near(2) || known && near(3)) && leaves_place(doc, tree, trigger, draft.places, true) && !tree.is_passive(trigger),
        _ => false,
    }
}

/// "The two had met in secret"; "A session was cancelled"; "The discussions ended".
fn met_again(told: &Told<'_>, draft: &Draft<'_>) -> bool {
    let Draft { doc, tree, site, sentence, reading, .. } = *draft;
    let near = |reach| told.within(EventKind::Meeting, sentence, reach);
    let trigger = site.trigger();
    match reading.need {
        Need::Session => {
            let held = site.support(tree, &[VerbClass::Hold, VerbClass::Attend, VerbClass::Happen, VerbClass::Schedule, VerbClass::Reject]).is_some();
            let bare = tree.low(trigger) == "discussion" && tree.child(trigger, Rel::Det).is_none();
            near(4) && (definite(draft) || held) && !in_name(draft) && !bare
        }
        Need::Conferring => {
            let subject = tree.subject(trigger);
            let pronoun = subject.is_some_and(|s| matches!(tree.low(s), "they" | "he" | "she" | "two" | "pair" | "men" | "both" | "leaders" | "sides"));
            let object = tree.child(trigger, Rel::Obj).is_none_or(|o| tree.tag(o).is_proper() && can_act(doc, tree, o));
            pronoun && object && near(2)
        }
        _ => false,
    }
}
