//! Cease-fires: fighting that stops by agreement or declaration.

use super::{Frame, Need, Slot, Via};
use crate::event::{EventKind, Role};
use crate::lexicon::VerbClass::{Agree, Broker, CallFor, Violate};

pub(super) static FRAME: Frame = Frame {
    kind: EventKind::CeaseFire,
    nouns: &[
        (Need::Hostilities, "cessation|suspension|halt|end|stop|ending|pause|break|lull|freeze|moratorium"),
        (Need::Told, "pause|lull|violation"),
        (
            Need::Nothing,
            "cease-fire|ceasefire|cease fire|truce|armistice|cessation of hostilities|cessation of fighting|cessation of violence|cessation of fire|suspension of hostilities|suspension of fighting|halt to hostilities|halt to fighting|halt to the fighting|halt in fighting|halt in hostilities|end to hostilities|pause in fighting|pause in the fighting|pause in hostilities|humanitarian pause|humanitarian pauses|tactical pause|lull in fighting|period of calm|de-escalation zone|deescalation zone|de-escalation area|de-escalation agreement|de-escalation deal|regime of silence|regime of calm|silence regime|cessation of the fighting|ceasefires|standstill agreement|non-aggression pact",
        ),
    ],
    verbs: &[(Need::Hostilities, "cease|stop|halt|suspend|end|pause|freeze|hold|silence|fall silent")],
    noun_slots: &[
        Slot {
            role: Role::Broker,
            via: Via::Hyphen(&["brokered", "mediated", "sponsored", "negotiated", "led", "backed", "arranged", "imposed", "guaranteed", "proposed", "supervised", "monitored", "drafted"]),
        },
        Slot { role: Role::Broker, via: Via::ParticipleBy(&[Broker]) },
        Slot { role: Role::Broker, via: Via::SupportSubject(&[CallFor]) },
        Slot { role: Role::Broker, via: Via::SupportSubject(&[Broker]) },
        Slot { role: Role::Broker, via: Via::SupportBy(&[Broker]) },
        Slot { role: Role::Broker, via: Via::CalledBy },
        Slot { role: Role::Party, via: Via::Preposition(&["between", "with", "among", "by", "involving"]) },
        Slot { role: Role::Party, via: Via::Modifier },
        Slot { role: Role::Party, via: Via::Possessor },
        Slot { role: Role::Party, via: Via::Accused },
        Slot { role: Role::Party, via: Via::ParticipleBy(&[Agree, Violate]) },
        Slot { role: Role::Party, via: Via::SupportSubject(&[Agree, Violate]) },
        Slot { role: Role::Party, via: Via::AgreedBy },
        Slot { role: Role::Party, via: Via::SupportBy(&[Agree, Violate]) },
        Slot { role: Role::Party, via: Via::SupportPreposition(&[Agree, Violate], &["with", "between"]) },
    ],
    verb_slots: &[Slot { role: Role::Party, via: Via::Subject }],
    not_with: &["trade", "tariff", "line", "price", "political", "media", "twitter", "marital", "legal", "patent", "corporate", "streaming", "litigation", "campaign"],
    not_of: &[],
};
