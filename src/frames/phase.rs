//! How far a cease-fire has come.
//!
//! The strongest words decide: a verb that says of the truce that it broke, ended, began or held; then a participle on it ("signed in
//! Pretoria"), a noun above it ("violations of"), any other verb above it, and last its adjectives.

use super::governor;
use super::operators;
use super::site::{Governor, Site};
use super::verb_group::Group;
use crate::event::{Modality, Phase};
use crate::lexicon::{Verb, VerbClass, verb};
use crate::syntax::{Rel, Tag, Tree};
use VerbClass::*;

type Table = &'static [(Phase, &'static [&'static str])];

/// Nouns that govern a cease-fire ("violations of the truce", "truce monitors").
const NOUNS: Table = &[
    (Phase::Violated, &["violation", "violations", "breach", "breaches", "breakdown", "infringement", "infringements", "violators", "disregard"]),
    (Phase::Ended, &["end", "collapse", "expiry", "expiration", "failure", "termination", "demise", "death", "unravelling", "unraveling"]),
    (
        Phase::Proposed,
        &[
            "call", "calls", "demand", "demands", "appeal", "appeals", "proposal", "proposals", "offer", "offers", "talks", "negotiations", "request", "requests", "plea", "pleas", "push", "effort",
            "efforts", "hope", "hopes", "prospect", "prospects", "draft", "resolution", "terms", "details", "possibility", "idea", "discussions", "chances", "need", "attempts", "plan", "plans",
            "bid", "pressure", "initiative", "roadmap", "issue", "position", "stance",
        ],
    ),
    (Phase::Agreed, &["agreement", "announcement", "declaration", "signing", "deal", "accord", "pact", "acceptance"]),
    (
        Phase::InForce,
        &[
            "monitors", "monitoring", "observance", "implementation", "enforcement", "respect", "compliance", "start", "beginning", "hours", "day", "days", "extension", "renewal", "observers",
            "adherence", "monitor", "commission", "line", "mission", "resumption", "onset",
        ],
    ),
];

/// Adjectives on it.
const ADJECTIVES: Table = &[
    (Phase::InForce, &["fragile", "tenuous", "shaky", "current", "existing", "ongoing", "uneasy", "temporary", "frayed", "hard-won", "relative", "faltering", "brittle", "patchy"]),
    (Phase::Proposed, &["proposed", "possible", "potential", "lasting", "permanent", "immediate", "unconditional", "comprehensive", "mooted", "durable"]),
    (Phase::Ended, &["failed", "collapsed", "expired", "former", "defunct", "short-lived"]),
    (Phase::Violated, &["broken", "violated", "crumbling"]),
];

/// Verbs whose object it is.
const OBJECTS: Table = &[
    (Phase::Ended, &["end", "abandon", "scrap", "cancel", "terminate", "rescind", "abrogate", "renounce", "revoke", "suspend", "dissolve", "repudiate"]),
    (Phase::Violated, &["violate", "break", "breach", "shatter", "flout", "contravene", "infringe", "ignore"]),
    (
        Phase::InForce,
        &[
            "hold", "observe", "respect", "honour", "honor", "maintain", "keep", "uphold", "extend", "renew", "prolong", "implement", "monitor", "start", "begin", "enforce", "verify", "preserve",
            "threaten", "test", "undermine", "jeopardise", "jeopardize", "strain", "endanger", "strengthen", "save", "salvage", "consolidate", "supervise", "oversee", "resume", "restore",
        ],
    ),
    (
        Phase::Agreed,
        &[
            "broker", "agree", "sign", "reach", "declare", "announce", "mediate", "arrange", "secure", "conclude", "accept", "strike", "ink", "seal", "approve", "establish", "make", "welcome",
            "impose", "proclaim", "guarantee", "hail", "ratify", "obtain", "achieve", "clinch", "forge", "produce", "yield",
        ],
    ),
    (
        Phase::Proposed,
        &[
            "negotiate", "propose", "demand", "urge", "seek", "request", "offer", "want", "discuss", "reject", "refuse", "consider", "push", "support", "back", "order", "draw", "draft", "advocate",
            "oppose", "suggest", "debate", "rule",
        ],
    ),
];

/// Verbs on which it hangs with a preposition.
const PREPOSITIONS: &[(Phase, &[&str], &[&str])] = &[
    (Phase::Proposed, &["call", "push", "press", "appeal", "ask", "plead", "argue", "work", "aim", "hope", "beg", "campaign", "lobby"], &["for", "on", "toward", "towards"]),
    (Phase::Agreed, &["agree", "sign", "commit", "consent", "lead", "settle", "force"], &["to", "on", "up", "into"]),
    (Phase::InForce, &["stick", "adhere", "abide", "comply"], &["to", "by", "with"]),
    (Phase::Ended, &["withdraw", "pull", "walk", "back"], &["from", "of", "out", "away"]),
    (Phase::Violated, &["accuse", "blame"], &["of", "for"]),
];

fn find(table: Table, word: &str) -> Option<Phase> {
    table.iter().find(|(_, words)| words.contains(&word)).map(|(phase, _)| *phase)
}

/// The phase of a cease-fire mention, given its modality.
pub(crate) fn phase(tree: &Tree<'_>, site: &Site, modality: Modality) -> Phase {
    let governor = governor::of_noun(tree, site);
    if governor.is_some_and(|governor| governor.rel.is_subject() && matches!(tree.low(governor.word), "over" | "dead" | "finished")) {
        return Phase::Ended;
    }
    let governor = governor.filter(|governor| tree.tag(governor.word).is_verb() || tree.tag(governor.word).is_aux());
    let of_verb = governor.and_then(|governor| Some((of_governor(tree, governor, verb(tree.low(governor.word))?, modality)?, is_subject(tree, governor))));
    let decisive = of_verb.filter(|(phase, subject)| *subject || matches!(phase, Phase::Violated | Phase::Ended)).map(|(phase, _)| phase);
    let noun = of_noun(tree, site);
    let broken = noun.filter(|phase| matches!(phase, Phase::Violated | Phase::Ended));
    let by_words = decisive.or(broken).or_else(|| of_participle(tree, site)).or(noun).or(of_verb.map(|(phase, _)| phase)).or_else(|| of_adjective(tree, site));
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

fn is_subject(tree: &Tree<'_>, governor: Governor) -> bool {
    governor.rel == Rel::Nsubj && !tree.is_passive(governor.word)
}

fn of_governor(tree: &Tree<'_>, governor: Governor, verb: Verb, modality: Modality) -> Option<Phase> {
    let next = (governor.word + 1 < tree.len()).then(|| tree.low(governor.word + 1));
    if matches!((verb.lemma, next), ("call" | "break", Some("off")) | ("break", Some("down" | "apart"))) {
        return Some(Phase::Ended);
    }
    if is_subject(tree, governor) {
        let group = Group::of(tree, governor.word);
        // "The truce lasted two days", "does not hold"
        let over = verb.lemma == "last" && tree.tag(governor.word) == Tag::Vbd;
        let object = tree.child(governor.word, Rel::Obj).is_some();
        return match verb.lemma {
            _ if over => Some(Phase::Ended),
            "hold" if group.negated => Some(Phase::Violated),
            "last" | "survive" | "endure" if group.negated => Some(Phase::Ended),
            // "ended two years of war"
            _ if verb.is(End) && !object => Some(Phase::Ended),
            _ if verb.is(Last) || verb.is(TakeEffect) && verb.lemma != "follow" => Some(Phase::InForce),
            _ => None,
        };
    }
    if operators::stipulates(verb.lemma) && governor::deal(tree, governor.word) {
        return Some(Phase::Agreed);
    }
    if matches!(governor.rel, Rel::Obj | Rel::Nsubj | Rel::NsubjPass | Rel::Xcomp) {
        let group = Group::of(tree, governor.word);
        // "is not respected"
        if governor.rel != Rel::Obj && group.negated && verb.is(Last) && find(OBJECTS, verb.lemma) == Some(Phase::InForce) {
            return Some(if matches!(verb.lemma, "extend" | "renew" | "prolong") { Phase::Ended } else { Phase::Violated });
        }
        // "had negotiated truces", "a truce negotiated by"
        if verb.lemma == "negotiate" && modality == Modality::Actual && group.told() {
            return Some(Phase::Agreed);
        }
        return find(OBJECTS, verb.lemma);
    }
    let case = tree.case(governor.through);
    PREPOSITIONS.iter().find(|(_, verbs, cases)| verbs.contains(&verb.lemma) && cases.contains(&case)).map(|(phase, _, _)| *phase)
}

/// Along the chain of nouns above: "violations of the truce", "cease-fire violations", "talks on a ceasefire".
fn of_noun(tree: &Tree<'_>, site: &Site) -> Option<Phase> {
    // "violations of the truce", whatever the parser made of it.
    let start = tree.chunk_start(site.trigger());
    if start >= 2
        && tree.low(start - 1) == "of"
        && let Some(phase) = find(NOUNS, tree.low(start - 2))
    {
        return Some(phase);
    }
    // "truce in tatters"
    if tree.children_by(site.trigger(), Rel::Nmod).any(|c| matches!(tree.low(c), "tatters" | "ruins" | "shreds" | "pieces")) {
        return Some(Phase::Violated);
    }
    let carried = site.words.iter().skip(1).find_map(|word| find(NOUNS, tree.low(*word)));
    let mut at = tree.first_conjunct(*site.words.last()?);
    let mut found = carried;
    while let Some(head) = tree.head(at).filter(|_| found.is_none()) {
        // "declared the enclave a de-escalation zone"
        if tree.rel(at) == Rel::Appos && tree.head(head).is_some_and(|above| matches!(verb(tree.low(above)), Some(verb) if matches!(verb.lemma, "declare" | "proclaim" | "announce"))) {
            return Some(Phase::Agreed);
        }
        let tied = matches!(tree.rel(at), Rel::Compound | Rel::Amod | Rel::NmodPoss)
            || tree.rel(at) == Rel::Nmod && matches!(tree.case(at), "of" | "for" | "to" | "on" | "in" | "over" | "about" | "toward" | "towards");
        if !tied || !tree.tag(head).is_noun() {
            break;
        }
        found = find(NOUNS, tree.low(head));
        at = head;
    }
    found
}

/// "a truce brokered by Qatar", "the ceasefire, agreed in May", "a cease-fire that holds".
fn of_participle(tree: &Tree<'_>, site: &Site) -> Option<Phase> {
    let clauses = site.words.iter().flat_map(|word| tree.children(*word)).filter(|c| matches!(tree.rel(*c), Rel::Acl | Rel::AclRelcl));
    let by_tree = clauses.filter_map(|c| {
        let verb = verb(tree.low(c))?;
        if verb.is(TakeEffect) || matches!(verb.lemma, "hold" | "last" | "expire") {
            return Some(if verb.lemma == "expire" { Phase::Ended } else { Phase::InForce });
        }
        let phase = if verb.lemma == "negotiate" { Some(Phase::Agreed) } else { find(OBJECTS, verb.lemma) };
        phase.filter(|_| tree.tag(c) == Tag::Vbn && verb.is_any(&[Agree, Announce, Broker]))
    });
    by_tree.chain(governor::participle(tree, site).and_then(|word| find(OBJECTS, verb(tree.low(word))?.lemma))).next()
}

fn of_adjective(tree: &Tree<'_>, site: &Site) -> Option<Phase> {
    site.words.iter().flat_map(|word| tree.children(*word)).find_map(|c| find(ADJECTIVES, tree.low(c)))
}
