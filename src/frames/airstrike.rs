//! Airstrikes: attacks delivered from the air.

use super::{Frame, Need, Slot, Via};
use crate::event::{EventKind, Role};
use crate::lexicon::VerbClass::Launch;

pub(super) static FRAME: Frame = Frame {
    kind: EventKind::Airstrike,
    nouns: &[
        (
            Need::Nothing,
            "airstrike|air strike|air-strike|air raid|air-raid|airraid|air attack|air assault|air bombardment|air bombing|aerial attack|aerial bombardment|aerial bombing|aerial strike|aerial raid|aerial assault|aerial campaign|aerial offensive|air campaign|air offensive|air war|air blitz|drone strike|drone attack|drone raid|\
             drone assault|missile strike|cruise missile attack|missile raid|barrel bombing|barrel bomb|bombing raid|bombing run|bombing campaign|bombing sortie|helicopter attack|helicopter strike|helicopter raid|carpet bombing|carpet-bombing|saturation bombing|strafing run|jet strike|rocket strike|cluster bombing|dive bombing|strategic bombing|aerial shelling|air onslaught|uav strike|precision strike|double-tap strike|dronestrike|air operation|aerial operation|guided missile attack|terror bombing",
        ),
        (Need::FromAircraft, "attack|assault|destruction|missile|rocket|bomb|rocket attack"),
        (Need::AirArticle, "strike|raid|bombing|bombardment|missile attack|sortie|blitz"),
    ],
    verbs: &[
        (Need::Nothing, "airstrike|carpet-bomb|barrel-bomb|dive-bomb|firebomb from|strafe"),
        (Need::AirArticle, "bomb|bombard"),
        (Need::Ordnance, "drop|fire|launch|unleash|unload|release|send"),
        (Need::AirClause, "strike|hit|attack|pound|raid|target|pummel|hammer|blast|shell|blitz|rocket"),
        (
            Need::Aircraft,
            "destroy|flatten|level|demolish|raze|crater|sink|kill|wound|injure|neutralise|neutralize|eliminate|obliterate|pulverise|pulverize|incinerate|wreck|devastate|engage|slam|smash|plough|plow|crash|pierce|rain|fall|land|explode|firebomb|open fire|take on|take out|go into",
        ),
    ],
    noun_slots: &[
        Slot { role: Role::Agent, via: Via::Modifier },
        Slot { role: Role::Agent, via: Via::Possessor },
        Slot { role: Role::Agent, via: Via::Hyphen(&["led"]) },
        Slot { role: Role::Agent, via: Via::Preposition(&["by", "from"]) },
        Slot { role: Role::Agent, via: Via::ParticipleBy(&[Launch]) },
        Slot { role: Role::Agent, via: Via::SupportSubject(&[Launch]) },
        Slot { role: Role::Agent, via: Via::SupportBy(&[Launch]) },
        Slot { role: Role::Agent, via: Via::Accused },
        Slot { role: Role::Target, via: Via::Preposition(&["on", "against", "targeting", "at", "of", "upon"]) },
        Slot { role: Role::Target, via: Via::SupportPreposition(&[Launch], &["on", "against", "at", "targeting"]) },
        Slot { role: Role::Target, via: Via::Harmed },
        Slot { role: Role::Target, via: Via::Victim },
    ],
    verb_slots: &[
        Slot { role: Role::Agent, via: Via::Subject },
        Slot { role: Role::Agent, via: Via::By },
        Slot { role: Role::Target, via: Via::Object },
        Slot { role: Role::Target, via: Via::PassiveSubject },
        Slot { role: Role::Target, via: Via::Harming },
        Slot { role: Role::Target, via: Via::Victim },
        Slot { role: Role::Target, via: Via::Preposition(&["at", "against"]) },
        Slot { role: Role::Target, via: Via::Dropped },
    ],
    not_with: &[
        "hunger", "dock", "rail", "labor", "labour", "general", "teacher", "teachers", "worker", "workers", "train", "bus", "truckers", "nurses", "doctors", "pilots", "union", "unions", "pay",
        "student", "students", "school", "sympathy", "solidarity", "wildcat", "suicide", "car", "truck", "roadside", "vehicle", "mosque", "market", "embassy", "police", "ground", "commando",
        "cattle", "cross-border", "dawn", "night", "drug", "tax", "house", "pre-dawn", "artillery", "mortar", "tank", "rocket", "letter", "nail", "mail", "pipe", "petrol", "marathon", "lightning",
        "first-strike", "nuclear", "bus-driver", "climate", "rent", "naval", "one-day", "24-hour", "security", "immigration", "ice", "commandos", "ship", "lorry", "motorcycle", "town", "subway",
        "metro", "insurgent", "insurgents", "chlorine", "twin", "knife", "terror", "terrorist", "arson", "cyber", "bank",
    ],
    not_of: &["deal", "agreement", "chord", "balance", "bargain", "record", "note", "compromise", "pose", "tone", "blow", "accord", "milestone", "peak", "snag", "headlines", "box", "jackpot"],
};
