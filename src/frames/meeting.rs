//! Meetings: people who act for states, groups or organisations coming together to talk.

use super::{Frame, Need, Slot, Via};
use crate::event::{EventKind, Role};
use crate::lexicon::VerbClass::{Attend, Hold};

pub(super) static FRAME: Frame = Frame {
    kind: EventKind::Meeting,
    nouns: &[
        (Need::Nothing, "summit|summit meeting|talks|peace conference|peace talks|negotiations|tête-à-tête|sit-down|donor conference|donors conference|mini-summit|peace congress|peace summit"),
        (
            Need::Session,
            "meeting|conference|negotiation|ministerial|consultations|consultation|discussion|exchange of views|session|congress|dialogue|roundtable|encounter|get-together|huddle|forum|parley|gathering|conclave|jirga|powwow",
        ),
    ],
    verbs: &[(Need::Conferring, "meet|sit down|confer|reconvene|convene|assemble|huddle|parley|get together"), (Need::Guests, "receive|host|welcome|convene|assemble|summon")],
    noun_slots: &[
        Slot { role: Role::Participant, via: Via::Modifier },
        Slot { role: Role::Participant, via: Via::Possessor },
        Slot { role: Role::Participant, via: Via::Preposition(&["between", "with", "among", "of", "involving", "including", "amongst"]) },
        Slot { role: Role::Participant, via: Via::ParticipleBy(&[Hold, Attend]) },
        Slot { role: Role::Participant, via: Via::SupportSubject(&[Hold, Attend]) },
        Slot { role: Role::Participant, via: Via::ClauseSubject(&["for", "at", "in", "during", "after", "following", "before", "from", "by", "via", "through", "over", "with"]) },
        Slot { role: Role::Participant, via: Via::Gathered },
        Slot { role: Role::Participant, via: Via::Hyphen(&["led", "chaired", "hosted"]) },
        Slot { role: Role::Participant, via: Via::SupportBy(&[Hold, Attend]) },
        Slot { role: Role::Participant, via: Via::SupportPreposition(&[Hold, Attend], &["with", "between", "among", "alongside"]) },
    ],
    verb_slots: &[
        Slot { role: Role::Participant, via: Via::Subject },
        Slot { role: Role::Participant, via: Via::Object },
        Slot { role: Role::Participant, via: Via::PassiveSubject },
        Slot { role: Role::Participant, via: Via::Preposition(&["with", "between", "alongside"]) },
        Slot { role: Role::Participant, via: Via::By },
    ],
    not_with: &[
        "news", "press", "town", "prayer", "campaign", "trade", "church", "family", "school", "track", "athletics", "swap", "annual", "taking", "parliamentary", "mass", "public", "staff", "party",
        "cabinet", "video", "telephone", "phone", "court", "trading", "jam", "question", "training", "photo", "board", "shareholders", "media", "hall", "editorial", "scientific", "academic",
        "therapy", "practice", "sales", "user", "developer",
    ],
    not_of: &[
        "resistance", "criticism", "demand", "demands", "need", "needs", "objective", "objectives", "goal", "goals", "target", "targets", "requirement", "requirements", "standard", "standards",
        "condition", "conditions", "deadline", "deadlines", "expectation", "expectations", "obligation", "obligations", "commitment", "commitments", "challenge", "challenges", "threat", "end",
        "death", "fate", "cost", "costs", "test", "approval", "disapproval", "success", "failure", "scepticism", "skepticism", "silence", "force", "fire", "eye", "eyes", "gaze", "bill", "criteria",
        "terms", "response", "derision", "anger", "outrage", "applause", "protest", "protests", "quota", "schedule", "pledge", "promise", "promises", "aim", "aims", "budget", "spending", "violence",
        "suspicion", "opposition", "contempt",
    ],
};
