//! How far a cease-fire has come.

use super::site::Site;
use crate::event::{Modality, Phase};
use crate::lexicon::{VerbClass, verb};
use crate::syntax::{Rel, Tree};
use VerbClass::*;

/// Nouns that govern a cease-fire ("violations of the truce").
const NOUNS: &[(Phase, &[&str])] = &[
    (Phase::Violated, &["violation", "violations", "breach", "breaches", "breakdown", "infringement", "infringements"]),
    (Phase::Ended, &["end", "collapse", "expiry", "expiration", "failure", "termination", "demise", "death"]),
    (Phase::Proposed, &["call", "calls", "demand", "demands", "appeal", "appeals", "proposal", "proposals", "offer", "talks", "negotiations", "request", "plea", "pleas", "push", "effort", "efforts", "hope", "hopes", "prospect", "prospects", "draft", "resolution", "terms", "details", "possibility", "idea", "discussions", "chances", "need", "attempts", "plan", "bid"]),
    (Phase::Agreed, &["agreement", "announcement", "declaration", "signing", "deal"]),
    (Phase::InForce, &["monitors", "monitoring", "observance", "implementation", "enforcement", "respect", "compliance", "start", "beginning", "hours", "day", "days", "extension", "renewal", "despite", "under", "since", "during"]),
];

/// Adjectives on it.
const ADJECTIVES: &[(Phase, &[&str])] = &[
    (Phase::InForce, &["fragile", "tenuous", "shaky", "current", "existing", "ongoing", "uneasy", "temporary", "frayed", "hard-won", "relative", "faltering"]),
    (Phase::Proposed, &["proposed", "possible", "potential", "lasting", "permanent", "immediate", "unconditional", "comprehensive", "mooted"]),
    (Phase::Ended, &["failed", "collapsed", "expired", "former", "defunct", "short-lived"]),
    (Phase::Violated, &["broken", "violated", "crumbling"]),
];

/// The phase of a cease-fire mention, given its modality.
pub(crate) fn phase(tree: &Tree<'_>, site: &Site, modality: Modality) -> Phase {
    let by_words = of_governor(tree, site).or_else(|| of_noun(tree, site)).or_else(|| of_participle(tree, site)).or_else(|| of_adjective(tree, site));
    match (by_words, modality) {
        // What is broken or ended has been there, also where the breaking is denied.
        (Some(phase @ (Phase::Violated | Phase::Ended)), _) => phase,
        (Some(Phase::Agreed), Modality::Planned) => Phase::InForce,
        (_, Modality::Hypothetical) => Phase::Proposed,
        (Some(phase), _) => phase,
        (None, Modality::Negated) => Phase::Proposed,
        (None, _) => Phase::InForce,
    }
}

fn of_governor(tree: &Tree<'_>, site: &Site) -> Option<Phase> {
    let governor = site.governor?;
    let verb = verb(tree.low(governor.word))?;
    let subject = matches!(governor.rel, Rel::Nsubj) && !tree.is_passive(governor.word);
    let object = matches!(governor.rel, Rel::Obj | Rel::NsubjPass | Rel::Xcomp);
    let case = tree.case(governor.through);
    if subject {
        return match verb.lemma {
            _ if verb.is(End) && verb.lemma != "fall" => Some(Phase::Ended),
            "fall" => Some(Phase::Ended),
            _ if verb.is_any(&[Last, TakeEffect]) => Some(Phase::InForce),
            _ => None,
        };
    }
    if object {
        return match verb.lemma {
            "threaten" | "test" | "ignore" => Some(Phase::InForce),
            _ if verb.is(Violate) => Some(Phase::Violated),
            "end" | "abandon" | "scrap" | "cancel" | "terminate" | "rescind" | "abrogate" | "renounce" | "revoke" | "suspend" => Some(Phase::Ended),
            "hold" | "observe" | "respect" | "honour" | "honor" | "maintain" | "keep" | "uphold" | "extend" | "renew" | "prolong" | "implement" | "monitor" | "start" | "begin" | "enforce" | "verify" | "preserve" | "break" => Some(Phase::InForce),
            "broker" | "agree" | "sign" | "reach" | "declare" | "announce" | "mediate" | "arrange" | "secure" | "conclude" | "accept" | "strike" | "order" | "ink" | "seal" | "approve" | "establish" | "make" => Some(Phase::Agreed),
            "negotiate" | "propose" | "demand" | "urge" | "seek" | "request" | "offer" | "want" | "discuss" | "reject" | "refuse" | "consider" | "push" | "support" | "back" | "welcome" => if verb.lemma == "welcome" { Some(Phase::Agreed) } else { Some(Phase::Proposed) },
            _ => None,
        };
    }
    match (verb.lemma, case) {
        ("call" | "push" | "press" | "appeal" | "ask" | "plead" | "argue" | "work" | "aim" | "hope", "for" | "on" | "toward" | "towards") => Some(Phase::Proposed),
        ("agree" | "sign" | "commit", "to" | "on" | "up") => Some(Phase::Agreed),
        ("stick" | "adhere" | "abide" | "comply" | "withdraw", "to" | "by" | "with" | "from") => if verb.lemma == "withdraw" { Some(Phase::Ended) } else { Some(Phase::InForce) },
        ("pull" | "walk", "of" | "from" | "out") => Some(Phase::Ended),
        ("accuse" | "blame", "of" | "for") => Some(Phase::Violated),
        ("lead", "to") => Some(Phase::Agreed),
        _ => None,
    }
}

fn of_noun(tree: &Tree<'_>, site: &Site) -> Option<Phase> {
    // Along the chain of nouns and gerunds above: "accused of violating the truce" is the governor's; "violations of the truce" is here.
    let top = *site.words.last()?;
    let mut at = tree.first_conjunct(top);
    for word in site.words.iter().skip(1) {
        if let Some(phase) = phase_of_noun(tree.low(*word)) {
            return Some(phase);
        }
    }
    // As a modifier: "cease-fire violations", "ceasefire talks", "truce monitors".
    while let Some(head) = tree.head(at) {
        if !tree.tag(head).is_noun() {
            return None;
        }
        let rel = tree.rel(at);
        let tied = matches!(rel, Rel::Compound | Rel::Amod | Rel::NmodPoss) || rel == Rel::Nmod && matches!(tree.case(at), "of" | "for" | "to" | "on" | "in");
        if !tied {
            return None;
        }
        if let Some(phase) = phase_of_noun(tree.low(head)) {
            return Some(phase);
        }
        at = head;
    }
    None
}

fn phase_of_noun(low: &str) -> Option<Phase> {
    NOUNS.iter().find(|(_, nouns)| nouns.contains(&low)).map(|(phase, _)| *phase)
}

/// "a truce brokered by Qatar", "the ceasefire agreed in May", "the cease-fire signed".
fn of_participle(tree: &Tree<'_>, site: &Site) -> Option<Phase> {
    site.words.iter().flat_map(|word| tree.children(*word)).filter(|c| matches!(tree.rel(*c), Rel::Acl | Rel::AclRelcl)).find_map(|c| {
        let verb = verb(tree.low(c))?;
        if verb.is(TakeEffect) || matches!(verb.lemma, "hold" | "last" | "expire") {
            return Some(if verb.lemma == "expire" { Phase::Ended } else { Phase::InForce });
        }
        (verb.is_any(&[Agree, Announce, Broker]) && tree.tag(c) == crate::syntax::Tag::Vbn).then_some(Phase::Agreed)
    })
}

fn of_adjective(tree: &Tree<'_>, site: &Site) -> Option<Phase> {
    site.words.iter().flat_map(|word| tree.children(*word)).find_map(|c| ADJECTIVES.iter().find(|(_, words)| words.contains(&tree.low(c))).map(|(phase, _)| *phase))
}
