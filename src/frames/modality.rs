//! Whether an event happened: read off its own words, its verb group, and the verbs and nouns that govern it.

use super::site::Site;
use crate::event::{EventKind, Modality};
use crate::lexicon::{Verb, VerbClass, verb};
use crate::syntax::{Rel, Tag, Tree};
use VerbClass::*;

/// Adjectives on a noun trigger.
const ADJECTIVES: &[(Modality, &[&str])] = &[
    (Modality::Planned, &["planned", "upcoming", "scheduled", "forthcoming", "coming", "next", "imminent", "impending", "future", "pending", "postponed", "delayed", "promised", "announced", "phased", "pledged", "looming", "intended", "agreed-upon"]),
    (Modality::Hypothetical, &["possible", "potential", "proposed", "threatened", "hypothetical", "eventual", "any", "likely", "permanent", "lasting", "conditional", "would-be", "prospective", "whatever", "unilateral?", "mooted", "suggested"]),
    (Modality::Negated, &["no", "cancelled", "canceled", "aborted", "failed", "rejected", "neither", "abortive", "scrapped"]),
];

/// Nouns that govern a trigger ("plans for a withdrawal", "the decision to meet").
const NOUNS: &[(Modality, &[&str])] = &[
    (Modality::Planned, &["plan", "plans", "decision", "order", "orders", "pledge", "promise", "announcement", "timetable", "schedule", "timeline", "preparation", "preparations", "deadline", "agenda", "run-up", "eve", "ahead", "intention", "commitment", "vow", "arrangements", "date", "invitation", "declaration", "agreement", "deal", "countdown", "roadmap"]),
    (
        Modality::Hypothetical,
        &[
            "call", "calls", "demand", "demands", "appeal", "appeals", "proposal", "proposals", "request", "requests", "push", "idea", "offer", "offers", "threat", "threats", "possibility", "prospect", "prospects", "fear", "fears", "hope", "hopes", "risk", "chance", "chances", "need", "option", "options", "effort", "efforts", "bid", "condition", "conditions", "talk", "likelihood", "desire", "case", "attempt", "attempts", "pressure",
            "suggestion", "suggestions", "question", "goal", "readiness", "willingness", "warning", "warnings", "debate", "way", "path", "opportunity", "hint", "hints", "draft", "resolution", "speculation", "support", "ultimatum", "plea", "pleas", "motion", "alternative", "precondition", "wish", "insistence", "initiative", "terms", "permission", "authority", "drive", "obstacle", "obstacles", "step", "steps", "negotiations", "talks", "capacity", "ability", "potential",
        ],
    ),
    (Modality::Negated, &["refusal", "lack", "absence", "failure", "rejection", "denial", "cancellation", "opposition", "reluctance", "inability"]),
];

/// The modality of a trigger.
pub(crate) fn modality(tree: &Tree<'_>, kind: EventKind, site: &Site) -> Modality {
    let mut state = Modality::Actual;
    let mut at = site.trigger();
    if !site.is_verb {
        for word in &site.words {
            for c in tree.children(*word).filter(|c| *c < *word || tree.rel(*c) == Rel::Amod) {
                let low = tree.low(c);
                if let Some((modality, _)) = ADJECTIVES.iter().find(|(_, words)| words.contains(&low)) {
                    // "no new talks": absent, whatever else it is; "the next round": still to come.
                    state = apply(state, *modality);
                }
            }
        }
        // "a summit to be held in Tehran", "talks set to resume", "the strikes already launched"
        for c in site.words.iter().flat_map(|word| tree.children(*word)).filter(|c| matches!(tree.rel(*c), Rel::Acl | Rel::AclRelcl)) {
            let to = tree.children_by(c, Rel::Mark).any(|mark| tree.low(mark) == "to");
            if to && happens(tree, c) || matches!(tree.low(c), "scheduled" | "planned" | "expected" | "set" | "due" | "slated") {
                state = apply(state, Modality::Planned);
            } else if tree.tag(c) == Tag::Vbn && matches!(tree.low(c), "proposed" | "demanded" | "suggested") {
                state = apply(state, Modality::Hypothetical);
            } else if tree.tag(c) == Tag::Vbn && tree.rel(c) == Rel::Acl && matches!(tree.low(c), "launched" | "carried" | "conducted" | "held" | "signed") {
                return state;
            }
        }
        at = *site.words.last().unwrap_or(&at);
        at = tree.first_conjunct(at);
    }
    let mut steps = 0;
    loop {
        if tree.tag(at).is_verb() || tree.tag(at).is_aux() || tree.children(at).any(|c| tree.rel(c) == Rel::Cop) {
            state = verb_group(tree, site, at, state);
        }
        let Some(head) = tree.head(at) else { break };
        steps += 1;
        if steps > 12 {
            break;
        }
        let rel = tree.rel(at);
        if tree.tag(head).is_verb() || tree.tag(head).is_aux() {
            let Some(next) = under_verb(tree, kind, site, at, rel, head, state) else { break };
            state = next;
        } else if tree.tag(head).is_noun() || tree.tag(head) == Tag::Jj {
            match under_noun(tree, at, rel, head, state) {
                Some(next) => state = next,
                None => break,
            }
        }
        at = head;
    }
    state
}

/// What an operator makes of what stands in its scope.
fn apply(state: Modality, operator: Modality) -> Modality {
    match (state, operator) {
        (Modality::Negated, Modality::Negated) => Modality::Hypothetical,
        (_, Modality::Negated) => Modality::Negated,
        (Modality::Negated, _) => Modality::Negated,
        (_, Modality::Hypothetical) => Modality::Hypothetical,
        (Modality::Actual, other) => other,
        (state, _) => state,
    }
}

/// Auxiliaries, negation and subordinators of one verb.
fn verb_group(tree: &Tree<'_>, site: &Site, at: usize, mut state: Modality) -> Modality {
    // What is said of an event that is there ("the strikes could be a sign") does not make it less real: only verbs that say that
    // it takes place carry its modality.
    let about = !site.is_verb && site.governor.is_some_and(|g| g.word == at && matches!(g.rel, Rel::Nsubj | Rel::NsubjPass | Rel::Csubj) && !happens(tree, at));
    let mut negated = false;
    let mut operator = None;
    let perfect = tree.children(at).any(|c| matches!(tree.low(c), "have" | "has" | "had" | "having"));
    for c in tree.children(at) {
        let low = tree.low(c);
        match tree.rel(c) {
            Rel::Advmod | Rel::Dep | Rel::Det if matches!(low, "not" | "n't" | "n’t" | "never" | "hardly" | "neither" | "nor" | "nowhere") => negated = true,
            Rel::Aux | Rel::AuxPass | Rel::Cop => match low {
                "will" | "'ll" | "’ll" | "shall" | "wo" | "'d" | "’d" => operator = operator.or(Some(Modality::Planned)),
                "would" => operator = operator.or(Some(if under_saying(tree, at) { Modality::Planned } else { Modality::Hypothetical })),
                "may" | "might" | "could" | "can" | "should" | "must" | "ca" | "ought" => operator = Some(Modality::Hypothetical),
                _ => {}
            },
            Rel::Mark if matches!(low, "if" | "unless" | "whether" | "until" | "till" | "lest") => operator = Some(Modality::Hypothetical),
            Rel::Advmod if matches!(low, "possibly" | "perhaps" | "maybe") => operator = operator.or(Some(Modality::Hypothetical)),
            // "No strike hit", "neither side withdrew", "nobody met"
            Rel::Nsubj | Rel::NsubjPass => {
                // The trigger's own "no" has been counted.
                let own = site.words.iter().any(|word| tree.under(*word, c));
                negated |= !own && (matches!(low, "nobody" | "none" | "neither" | "nothing") || tree.children(c).any(|d| matches!(tree.low(d), "no" | "neither") && matches!(tree.rel(d), Rel::Det | Rel::Advmod | Rel::Cc)));
            }
            _ => {}
        }
        // "is to meet", "are to open": an infinitive under a form of "be".
        if tree.rel(c) == Rel::Mark && low == "to" && tree.rel(at) == Rel::Xcomp && tree.head(at).is_some_and(|head| matches!(tree.low(head), "is" | "are" | "was" | "were" | "due" | "set" | "scheduled" | "expected" | "going" | "slated" | "supposed" | "about" | "poised" | "ready" | "likely")) {
            operator = operator.or(Some(Modality::Planned));
        }
    }
    if perfect && operator == Some(Modality::Planned) {
        operator = None;
    }
    if about {
        let would = tree.children(at).any(|c| tree.low(c) == "would");
        return if would || operator == Some(Modality::Hypothetical) && tree.children(at).any(|c| matches!(tree.low(c), "if" | "unless" | "whether")) { apply(state, Modality::Hypothetical) } else { state };
    }
    if let Some(operator) = operator {
        state = apply(state, operator);
    }
    if negated { apply(state, Modality::Negated) } else { state }
}

/// Verbs which say of their subject that it takes place, or that it does not.
pub(super) fn happens(tree: &Tree<'_>, word: usize) -> bool {
    const HAPPENING: &[&str] = &["take", "happen", "occur", "begin", "start", "open", "resume", "come", "go", "proceed", "follow", "continue", "hold", "last", "end", "schedule", "plan", "expect", "cancel", "postpone", "delay", "call", "carry", "launch", "conduct", "report", "record", "stage", "convene", "arrange", "organise", "organize", "set", "prepare", "rule", "suspend", "exist", "materialise", "materialize", "agree", "announce", "reach", "complete", "finish", "commence", "kick", "be", "mount", "make", "do", "sign", "declare", "impose", "extend", "renew", "break", "collapse", "expire", "propose", "reject", "discuss", "host", "abandon", "require", "involve"];
    verb(tree.low(word)).is_some_and(|verb| HAPPENING.contains(&verb.lemma)) || matches!(tree.low(word), "staged" | "convened" | "due" | "likely" | "possible" | "imminent" | "scheduled" | "under" | "place")
}

/// Whether a clause is reported: "said it would".
fn under_saying(tree: &Tree<'_>, at: usize) -> bool {
    tree.ancestors(at).take(4).any(|head| verb(tree.low(head)).is_some_and(|verb| verb.is_any(&[Say, Announce, Plan]))) || tree.children_by(at, Rel::Parataxis).any(|c| verb(tree.low(c)).is_some_and(|verb| verb.is(Say)))
}

/// The step from `at` to the verb `head` above it; `None` where nothing above matters.
fn under_verb(tree: &Tree<'_>, kind: EventKind, site: &Site, at: usize, rel: Rel, head: usize, state: Modality) -> Option<Modality> {
    let governing = verb(tree.low(head));
    let is = |class| governing.is_some_and(|verb: Verb| verb.is(class));
    let any = |classes: &[VerbClass]| governing.is_some_and(|verb| verb.is_any(classes));
    let infinitive = tree.children_by(at, Rel::Mark).any(|mark| tree.low(mark) == "to");
    let lemma = governing.map_or("", |verb| verb.lemma);
    match rel {
        Rel::Xcomp | Rel::Ccomp | Rel::Advcl if infinitive || rel == Rel::Xcomp => {
            // Purpose ("flew to Oslo to meet"): as the main verb says.
            if is(Threaten) || lemma == "call" || matches!(lemma, "urge" | "demand" | "want" | "ask" | "push" | "press" | "seek" | "try" | "attempt" | "hope" | "like" | "wish" | "consider" | "advise" | "recommend" | "need" | "appeal" | "allow" | "let" | "enable" | "pressure" | "lobby" | "encourage" | "offer" | "invite") {
                return Some(apply(state, Modality::Hypothetical));
            }
            if any(&[Refuse, Fail, Deny]) {
                return Some(apply(state, Modality::Negated));
            }
            if is(Aspect) {
                return Some(state);
            }
            if any(&[Plan, Announce, Agree, Order]) || matches!(tree.low(head), "due" | "set" | "scheduled" | "expected" | "going") {
                return Some(apply(state, Modality::Planned));
            }
            Some(state)
        }
        Rel::Ccomp => {
            if is(Deny) {
                return Some(apply(state, Modality::Negated));
            }
            if is(Threaten) && lemma == "threaten" || matches!(lemma, "demand" | "urge" | "fear" | "hope" | "suggest" | "propose" | "insist" | "wish" | "speculate" | "wonder" | "doubt" | "predict" | "expect") {
                let finite_past = matches!(tree.tag(at), Tag::Vbd) || tree.children(at).any(|c| matches!(tree.low(c), "had" | "has" | "have" | "was" | "were"));
                return Some(if finite_past && !matches!(lemma, "demand" | "urge") { state } else { apply(state, Modality::Hypothetical) });
            }
            Some(state)
        }
        Rel::Obj | Rel::Nsubj | Rel::NsubjPass | Rel::Obl | Rel::Nmod | Rel::Xcomp | Rel::Advcl | Rel::Csubj => {
            let object = matches!(rel, Rel::Obj | Rel::NsubjPass | Rel::Xcomp | Rel::Csubj);
            let prepositional = rel == Rel::Obl || rel == Rel::Nmod;
            let case = tree.case(at);
            // A truce that is to be respected, watched or prolonged is there.
            if kind == EventKind::CeaseFire && object && any(&[Last, Violate, End]) && !matches!(lemma, "break") || kind == EventKind::CeaseFire && matches!(lemma, "strengthen" | "preserve" | "save" | "salvage" | "cement" | "verify" | "enforce" | "police" | "break") {
                return None;
            }
            if object && any(&[Refuse, Cancel, Deny]) && lemma != "put" && lemma != "reverse" || object && matches!(lemma, "avoid" | "avert" | "prevent" | "reject" | "rule" | "block") {
                return Some(apply(state, Modality::Negated));
            }
            if object && is(Postpone) && !matches!(lemma, "put" | "push" | "suspend") {
                return Some(apply(state, Modality::Planned));
            }
            if object && matches!(lemma, "plan" | "schedule" | "prepare" | "slate" | "expect" | "announce" | "order" | "promise" | "pledge") && (kind != EventKind::CeaseFire || matches!(lemma, "plan" | "order" | "schedule" | "expect")) {
                return Some(apply(state, Modality::Planned));
            }
            if object && (is(CallFor) && lemma != "welcome" && lemma != "invite" || is(Threaten) || matches!(lemma, "consider" | "discuss" | "weigh" | "debate" | "fear" | "contemplate" | "await" | "favour" | "favor" | "oppose" | "allow" | "justify" | "negotiate" | "expect" | "support" | "back" | "mull" | "predict" | "rumour" | "want" | "suggest")) {
                // A call for talks; but what one supports or discusses may well be there.
                let vague = matches!(lemma, "discuss" | "support" | "back" | "oppose" | "favour" | "favor" | "debate" | "expect" | "allow");
                let there = vague && site.words.iter().any(|word| tree.children(*word).any(|c| matches!(tree.low(c), "the" | "this" | "these" | "its" | "their")));
                return Some(if there { state } else { apply(state, Modality::Hypothetical) });
            }
            if prepositional && (is(CallFor) && matches!(case, "for" | "on") || matches!(lemma, "hope" | "wait" | "push" | "press" | "appeal" | "ask" | "aim" | "argue" | "look" | "work") && matches!(case, "for" | "towards" | "toward")) {
                return Some(apply(state, Modality::Hypothetical));
            }
            if prepositional && is(Threaten) && matches!(case, "with" | "of" | "against") {
                return Some(apply(state, Modality::Hypothetical));
            }
            if prepositional && matches!(case, "without") {
                return Some(apply(state, Modality::Negated));
            }
            // What an event comes after or before has its own time: "after the talks he will return".
            if prepositional && matches!(case, "after" | "following" | "since" | "despite" | "before" | "during" | "amid" | "over" | "about" | "on" | "in" | "at" | "from" | "under") && !matches!(lemma, "agree" | "call" | "decide" | "plan") && !(matches!(case, "at" | "in") && tree.children(head).any(|c| matches!(tree.low(c), "will" | "'ll" | "'ll" | "would"))) {
                return None;
            }
            if prepositional && matches!(lemma, "plan" | "agree" | "prepare" | "schedule" | "arrange" | "set" | "slate" | "invite") && matches!(case, "for" | "on" | "to") && kind != EventKind::CeaseFire {
                return Some(apply(state, Modality::Planned));
            }
            Some(state)
        }
        Rel::Parataxis | Rel::Conj => None,
        _ => Some(state),
    }
}

/// The step from `at` to the noun or adjective `head` above it.
fn under_noun(tree: &Tree<'_>, at: usize, rel: Rel, head: usize, state: Modality) -> Option<Modality> {
    let low = tree.low(head);
    // "Talks are due to resume", "a meeting is likely"
    if matches!(rel, Rel::Nsubj | Rel::NsubjPass) {
        let operator = match low {
            "due" | "set" | "scheduled" | "expected" | "imminent" | "slated" | "planned" => Modality::Planned,
            "likely" | "possible" | "conceivable" | "unlikely" | "needed" | "necessary" => Modality::Hypothetical,
            "impossible" | "off" | "unthinkable" => Modality::Negated,
            _ => return None,
        };
        return Some(apply(state, operator));
    }
    let infinitive = rel == Rel::Acl || matches!(rel, Rel::Xcomp | Rel::Ccomp | Rel::Advcl);
    let phrase = rel == Rel::Nmod && matches!(tree.case(at), "for" | "of" | "on" | "to" | "about" | "against");
    if !(infinitive || phrase) {
        return if matches!(rel, Rel::AclRelcl | Rel::Appos | Rel::Conj | Rel::Parataxis) { None } else { Some(state) };
    }
    if rel == Rel::Acl && !tree.children_by(at, Rel::Mark).any(|mark| tree.low(mark) == "to") && matches!(tree.tag(at), Tag::Vbg | Tag::Vbn) && !matches!(tree.case(at), "for" | "of") && tree.children_by(at, Rel::Mark).next().is_none() {
        // "rebels withdrawing", "the truce agreed": a description, not a complement.
        return None;
    }
    let mut state = state;
    if let Some((modality, _)) = NOUNS.iter().find(|(_, nouns)| nouns.contains(&low)) {
        state = apply(state, *modality);
        // "no plans to withdraw"
        if tree.children(head).any(|c| matches!(tree.low(c), "no" | "any")) {
            state = apply(state, Modality::Negated);
        }
    }
    if matches!(low, "ready" | "willing" | "able" | "likely" | "prepared" | "unlikely" | "possible" | "keen" | "eager") {
        state = apply(state, Modality::Hypothetical);
    }
    if matches!(low, "unwilling" | "unable" | "reluctant" | "impossible") {
        state = apply(state, Modality::Negated);
    }
    if matches!(low, "due" | "set" | "scheduled" | "expected" | "poised") {
        state = apply(state, Modality::Planned);
    }
    Some(state)
}
