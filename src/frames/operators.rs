//! Words that bear on whether an event happened: what each makes of what stands in its scope.
//!
//! Verbs stand in the lexicon by their scope (over an infinitive, a clause, an object); here stand nouns, adjectives, determiners,
//! prepositions and particles, and how two operators compose.

use crate::event::Modality;
use crate::lexicon::{Verb, VerbClass, verb};
use VerbClass::*;

/// What a word makes of the event in its scope.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Force {
    Planned,
    Hypothetical,
    Negated,
    /// Nothing of itself: the event is as real as what the word belongs to.
    Through,
    /// The event is referred to as there, whatever is said above.
    Fact,
}

impl Force {
    /// The outer operator applied to what the inner ones left.
    pub(super) fn over(self, inner: Modality) -> Modality {
        match (inner, self) {
            (_, Force::Through | Force::Fact) => inner,
            // "did not rule out strikes"
            (Modality::Negated, Force::Negated) => Modality::Hypothetical,
            (_, Force::Negated) | (Modality::Negated, _) => Modality::Negated,
            (_, Force::Hypothetical) | (Modality::Hypothetical, _) => Modality::Hypothetical,
            (_, Force::Planned) => Modality::Planned,
        }
    }
}

type Table = &'static [(Force, &'static [&'static str])];

fn find(table: Table, word: &str) -> Option<Force> {
    table.iter().find(|(_, words)| words.contains(&word)).map(|(force, _)| *force)
}

/// Adjectives and determiners on a noun trigger.
const MODIFIERS: Table = &[
    (
        Force::Planned,
        &[
            "planned", "upcoming", "scheduled", "forthcoming", "coming", "next", "imminent", "impending", "future", "pending", "postponed", "delayed", "promised", "announced", "pledged", "looming",
            "intended", "phased", "rescheduled",
        ],
    ),
    (
        Force::Hypothetical,
        &[
            "possible", "potential", "proposed", "threatened", "hypothetical", "eventual", "any", "likely", "permanent", "lasting", "conditional", "would-be", "prospective", "whatever", "mooted",
            "suggested", "unlikely", "premature", "durable", "rumoured", "rumored", "contemplated", "ultimate",
        ],
    ),
    (Force::Negated, &["no", "cancelled", "canceled", "aborted", "rejected", "neither", "abortive", "scrapped", "nor", "non-existent", "imaginary", "supposed", "fictitious"]),
    (
        Force::Fact,
        &[
            "recent", "previous", "past", "earlier", "ongoing", "continuing", "continued", "current", "latest", "deadly", "fatal", "relentless", "repeated", "subsequent", "overnight", "initial",
            "botched", "preliminary",
        ],
    ),
];

/// Nouns that govern a trigger ("plans for a withdrawal", "orders to bomb", "the withdrawal timetable").
const NOUNS: Table = &[
    (
        Force::Planned,
        &[
            "plan", "plans", "decision", "order", "orders", "pledge", "promise", "announcement", "timetable", "schedule", "timeline", "preparation", "preparations", "deadline", "agenda", "run-up",
            "eve", "intention", "commitment", "vow", "arrangements", "date", "invitation", "declaration", "agreement", "deal", "countdown", "roadmap", "instructions", "directive", "intent",
            "blueprint", "accord", "undertaking", "itinerary", "venue", "invitations", "vote", "period", "window",
        ],
    ),
    (
        Force::Hypothetical,
        &[
            "call", "calls", "demand", "demands", "appeal", "appeals", "proposal", "proposals", "request", "requests", "push", "idea", "offer", "offers", "threat", "threats", "possibility",
            "prospect", "prospects", "fear", "fears", "hope", "hopes", "risk", "chance", "chances", "need", "option", "options", "effort", "efforts", "bid", "condition", "conditions", "likelihood",
            "desire", "case", "attempt", "attempts", "pressure", "suggestion", "suggestions", "question", "goal", "readiness", "willingness", "warning", "warnings", "debate", "way", "path",
            "opportunity", "hint", "hints", "draft", "resolution", "speculation", "support", "ultimatum", "plea", "pleas", "motion", "alternative", "precondition", "wish", "insistence", "initiative",
            "terms", "permission", "authority", "drive", "obstacle", "obstacles", "step", "steps", "negotiations", "talks", "capacity", "ability", "potential", "danger", "right", "urge", "aim",
            "aims", "objective", "discussion", "discussions", "scenario", "event", "temptation", "opening", "formula", "basis", "prelude", "aspiration", "campaign", "petition", "criteria", "merits",
            "rumours", "rumors", "lobbying", "freedom", "mandate", "issue", "position", "stance", "platform", "purpose", "priority", "move", "moves",
        ],
    ),
    (
        Force::Negated,
        &[
            "refusal", "lack", "absence", "failure", "rejection", "denial", "cancellation", "opposition", "reluctance", "inability", "avoidance", "prevention", "aversion", "unwillingness", "denials",
            "ban",
        ],
    ),
    (
        Force::Through,
        &[
            "series", "wave", "waves", "round", "rounds", "number", "dozens", "hundreds", "scores", "thousands", "spate", "string", "session", "sessions", "phase", "phases", "barrage", "start",
            "beginning", "resumption", "continuation", "launch", "couple", "pair", "flurry", "sort", "kind", "type", "form", "sequence", "majority", "part", "most", "many", "some", "one", "two",
            "three", "half", "rest", "remainder", "bulk", "process", "completion", "evidence", "sign", "signs", "indication", "indications", "report", "reports", "kinds", "sorts", "forms", "host",
            "all", "none", "agreements", "campaign", "stage", "all", "each", "none", "opening", "implementation", "use", "renewal", "extension", "day", "days", "week", "weeks",
        ],
    ),
];

/// Adjectives and participles said of an event, or with an infinitive ("is likely", "due to open", "ready to meet").
const PREDICATES: Table = &[
    (
        Force::Planned,
        &[
            "due", "set", "scheduled", "expected", "imminent", "slated", "planned", "poised", "going", "about", "supposed", "forthcoming", "ahead", "near", "postponed", "bound", "determined",
            "committed", "obliged", "booked", "upcoming", "delayed", "certain", "sure",
        ],
    ),
    (
        Force::Hypothetical,
        &[
            "likely", "possible", "conceivable", "unlikely", "needed", "necessary", "ready", "willing", "able", "prepared", "keen", "eager", "inevitable", "free", "desirable", "vital", "essential",
            "crucial", "open", "anxious", "entitled", "welcome", "thinkable", "premature", "better", "hopeful", "feasible", "impractical", "inclined", "desperate", "urgent", "wise", "right", "easy",
            "hard", "good", "unwise", "dangerous", "reasonable", "ripe", "conducive",
        ],
    ),
    (Force::Negated, &["impossible", "off", "unthinkable", "unwilling", "unable", "reluctant", "yet", "cancelled", "canceled", "dead", "hesitant", "loath", "afraid", "powerless"]),
];

/// Prepositions between a verb and the event. What comes after, during or despite an event refers to it as there.
const PREPOSITIONS: Table = &[
    (
        Force::Fact,
        &[
            "after", "following", "before", "since", "during", "despite", "amid", "amidst", "over", "about", "on", "under", "from", "because", "of", "as", "than", "like", "throughout", "between",
            "upon", "due", "including", "amongst", "among", "within",
        ],
    ),
    (Force::Planned, &["ahead", "until", "pending", "till"]),
    (Force::Negated, &["without", "instead", "rather", "barring", "absent", "sans"]),
    (Force::Through, &["for", "to", "into", "at", "in", "with", "by", "via", "through", "towards", "toward", "against", "out"]),
];

/// Verbs with a particle, by what they do to their object.
const PHRASAL: &[(&str, &str, Force)] = &[
    ("call", "off", Force::Negated),
    ("turn", "down", Force::Negated),
    ("put", "off", Force::Planned),
    ("hold", "off", Force::Fact),
    ("push", "back", Force::Planned),
    ("pull", "off", Force::Through),
    ("set", "up", Force::Through),
    ("put", "forward", Force::Hypothetical),
    ("shrug", "off", Force::Fact),
    ("play", "down", Force::Fact),
    ("broke", "off", Force::Fact),
    ("break", "off", Force::Fact),
    ("call", "for", Force::Hypothetical),
    ("draw", "up", Force::Through),
    ("work", "out", Force::Through),
];

/// Verbs that pull a preposition's noun into doubt or into the future ("hoped for talks", "agreed on a summit").
const VERB_PREPOSITIONS: &[(Force, &[&str], &[&str])] = &[
    (
        Force::Hypothetical,
        &[
            "call", "hope", "wait", "push", "press", "appeal", "ask", "aim", "argue", "look", "work", "plead", "beg", "lobby", "vote", "campaign", "negotiate", "wish", "pray", "clamour", "clamor",
            "move", "strive", "opt", "speak", "talk",
        ],
        &["for", "towards", "toward"],
    ),
    (Force::Hypothetical, &["threaten", "warn", "dream", "think", "talk", "speak"], &["with", "of", "against"]),
    (Force::Hypothetical, &["insist", "urge", "call", "depend"], &["on", "upon"]),
    (
        Force::Planned,
        &["plan", "agree", "prepare", "schedule", "arrange", "set", "slate", "invite", "decide", "commit", "settle", "book", "consent", "vote", "provide", "fix"],
        &["for", "on", "to", "upon"],
    ),
    (Force::Planned, &["leave", "depart", "embark"], &["for"]),
    (Force::Negated, &["refrain", "abstain", "back", "pull", "withdraw", "walk", "shy", "stop", "prevent", "bow", "drop", "stay"], &["from", "of", "out"]),
];

pub(super) fn modifier(word: &str) -> Option<Force> {
    find(MODIFIERS, word)
}

pub(super) fn noun(word: &str) -> Option<Force> {
    find(NOUNS, word)
}

pub(super) fn predicate(word: &str) -> Option<Force> {
    find(PREDICATES, word)
}

pub(super) fn preposition(word: &str) -> Option<Force> {
    find(PREPOSITIONS, word)
}

pub(super) fn phrasal(lemma: &str, particle: &str) -> Option<Force> {
    PHRASAL.iter().find(|(verb, p, _)| *verb == lemma && *p == particle).map(|(_, _, force)| *force)
}

pub(super) fn verb_preposition(lemma: &str, preposition: &str) -> Option<Force> {
    VERB_PREPOSITIONS.iter().find(|(_, verbs, prepositions)| verbs.contains(&lemma) && prepositions.contains(&preposition)).map(|(force, _, _)| *force)
}

/// What a verb makes of its infinitive or gerund.
pub(super) fn over_infinitive(verb: Verb) -> Force {
    if verb.is_any(&[Refuse, Fail, Deny]) && verb.lemma != "rule" {
        // "stopped bombing": it had been bombing.
        return if matches!(verb.lemma, "stop" | "cease" | "halt") { Force::Fact } else { Force::Negated };
    }
    // "allowed them to retreat": and so they did.
    if verb.is_any(&[Threaten, Wish]) && !lets(verb.lemma) {
        return Force::Hypothetical;
    }
    if verb.is(Aspect) && verb.lemma != "go" {
        return Force::Through;
    }
    if verb.is(Plan) { Force::Planned } else { Force::Through }
}

/// What a verb makes of its finite clause; `past` where the clause tells of the past, `future` where it says what will be.
pub(super) fn over_clause(verb: Verb, past: bool, future: bool) -> Force {
    if verb.is(Deny) && verb.lemma != "dismiss" {
        return Force::Negated;
    }
    // "suggested that they would", but "suggested that they meet"
    if future && matches!(verb.lemma, "suggest" | "insist") {
        return Force::Through;
    }
    if verb.is(Suppose) && (!past || matches!(verb.lemma, "doubt" | "wonder" | "demand" | "urge")) {
        return Force::Hypothetical;
    }
    Force::Through
}

/// What a verb makes of its object.
pub(super) fn over_object(verb: Verb) -> Force {
    if verb.is(Reject) {
        return Force::Negated;
    }
    if verb.is(Schedule) {
        return Force::Planned;
    }
    if verb.is_any(&[Weigh, Threaten]) {
        return Force::Hypothetical;
    }
    if verb.is_any(&[Launch, Hold, Attend, Aspect, Complete, Agree, Broker, TakeEffect, Happen]) { Force::Through } else { Force::Fact }
}

/// Whether a word says of its subject that it takes place, or that it does not.
pub(super) fn happens(word: &str) -> bool {
    verb(word).is_some_and(|verb| verb.is_any(&[Happen, Aspect])) || matches!(word, "under" | "underway" | "way" | "place")
}

/// Small classes: the name of a test, what it is for, and its words.
macro_rules! classes {
    ($($name:ident $doc:literal $words:expr;)*) => { $(#[doc = $doc] pub(super) fn $name(word: &str) -> bool { $words.contains(&word) })* };
}

classes! {
    breach "Nouns for the breaking of a truce." ["violation", "violations", "breach", "breaches", "infringement", "infringements", "violators"];
    term "Nouns for the time that one is given to do something." ["hours", "day", "days", "week", "weeks", "month", "months"];
    runs "Verbs that say how an event went." ["go", "turn", "degenerate", "descend", "unfold", "proceed", "last"];
    breaks "Verbs for the breaking of a truce." ["violate", "break", "breach", "flout", "shatter", "infringe", "contravene"];
    keeps "Verbs whose object, a truce, is there." ["strengthen", "preserve", "save", "salvage", "cement", "consolidate"];
    orders "Verbs after which a truce is still to come." ["order", "command", "instruct", "direct", "promise", "pledge"];
    stops "Verbs that stop what has begun." ["end", "stop", "halt", "cease", "suspend", "pause", "interrupt"];
    goes_on "Verbs that carry on what has begun." ["complete", "finish", "continue", "accelerate", "speed", "slow"];
    of_what_is "Verbs of doubt that as often speak of what is there." ["discuss", "support", "back", "oppose", "favour", "favor", "debate", "allow", "welcome", "justify", "study", "provoke", "examine", "explore", "mean"];
    lets "Verbs that leave to somebody what they then do." ["allow", "enable", "permit"];
    doubts_without "Nouns of doubt that \"no\" leaves as they are (\"no alternative to talks\")." ["alternative", "basis", "obstacle", "obstacles", "condition", "conditions", "precondition", "opposition", "question"];
    timing "Nouns for the time of an event: without one it is in doubt." ["date", "timetable", "schedule", "timeline", "deadline"];
    topic "Nouns for what is spoken of: as much in doubt as its article says (\"the issue of a truce\")." ["issue", "position", "stance", "move", "moves", "way"];
    stipulates "Verbs by which a deal provides for an event." ["provide", "require", "stipulate", "specify", "oblige", "call", "bind", "commit", "envisage", "foresee", "demand", "set", "include", "contain", "allow", "permit", "mandate", "order", "give", "speak"];
    deal "Texts that provide for an event." ["accord", "accords", "agreement", "agreements", "deal", "pact", "treaty", "protocol", "memorandum", "truce", "ceasefire", "cease-fire", "armistice", "document"];
    provides "What provides for an event (\"under the accord\")." ["accord", "agreement", "deal", "pact", "plan", "terms", "treaty", "order", "timetable", "arrangement"];
    carries_out "Participles that say that an event took place (\"strikes launched on Sunday\")." ["launch", "carry", "conduct", "hold", "stage", "mount", "execute", "unleash"];
}
