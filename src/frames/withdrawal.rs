//! Withdrawals: armed forces or fighters leaving a place.

use super::{Frame, Need, Slot, Via};
use crate::event::{EventKind, Role};
use crate::lexicon::VerbClass::{Complete, Launch};

pub(super) static FRAME: Frame = Frame {
    kind: EventKind::Withdrawal,
    nouns: &[
        (
            Need::Nothing,
            "troop withdrawal|troop pullout|troop pull-out|troop drawdown|military withdrawal|military pullout|pullback|pull-back|troop reduction|troop cut|force reduction|drawdown|draw-down|draw down",
        ),
        (Need::Forces, "withdrawal|pullout|pull-out|retreat|redeployment|evacuation|departure|disengagement|exit|exodus|repatriation|removal"),
    ],
    verbs: &[
        (Need::Forces, "withdraw|pull out|pull back|retreat|redeploy|pull|vacate|evacuate|pull away|disengage"),
        (
            Need::Leaving,
            "roll out|slip out|march out|stream out|drive out|walk out|sail out|fly out|ship out|file out|trickle out|pour out|sneak out|move out|go out|get out|come out|take out|bring out|send out|bus out|lift out|airlift out|clear out|rotate out|head out|\
             melt away|slip away|move away|fade away|sail away|march away|drive away|steal away|\
             fly home|sail home|send home|bring home|come home|go home|return home|head home|ship home|march home|take home|airlift home|order home|call home|\
             fall back|step back|draw back|drop back|move back|go back|bring back|cross back|head back|sail back|stream back|trek back|march back|fly back|\
             pull off|move off|slip off|sail|relocate|reposition|retire|decamp|return",
        ),
        (Need::Reduced, "draw down|cut|reduce|trim|slash|halve|scale back|scale down|wind down|downsize|thin out|thin|recall|repatriate|extricate|remove"),
        (Need::Fighters, "leave|quit|abandon|depart|exit"),
    ],
    noun_slots: &[
        Slot { role: Role::Agent, via: Via::Preposition(&["of", "by"]) },
        Slot { role: Role::Agent, via: Via::Modifier },
        Slot { role: Role::Agent, via: Via::Possessor },
        Slot { role: Role::Agent, via: Via::Hyphen(&["led"]) },
        Slot { role: Role::Agent, via: Via::SupportBy(&[Complete, Launch]) },
    ],
    verb_slots: &[Slot { role: Role::Agent, via: Via::Object }, Slot { role: Role::Agent, via: Via::PassiveSubject }, Slot { role: Role::Agent, via: Via::Subject }],
    not_with: &["cash", "bank", "drug", "opioid", "alcohol", "nicotine", "money", "medical", "treaty", "troika", "patient", "tax", "pension", "strategic", "spiritual", "religious", "writing"],
    not_of: &[
        "treaty", "deal", "agreement", "accord", "accords", "pact", "talks", "negotiations", "race", "contest", "election", "bid", "candidacy", "bill", "charge", "charges", "remark", "remarks",
        "statement", "support", "funding", "funds", "money", "cash", "aid", "investment", "savings", "application", "appeal", "complaint", "lawsuit", "request", "offer", "proposal", "resolution",
        "motion", "ambassador", "envoy", "diplomats", "diplomat", "staff", "licence", "license", "permission", "accreditation", "consent", "nomination", "endorsement", "membership", "council",
        "union", "court", "organisation", "organization", "committee", "convention", "partnership", "market", "markets", "project", "programme", "program", "conference", "summit", "meeting",
        "coalition", "government", "parliament", "convention", "protocol", "statute", "games", "olympics", "championship", "tournament", "cup", "league", "match", "office", "post", "job", "cabinet",
        "dialogue", "process", "services", "jcpoa", "paris", "nuclear", "inf", "who", "brexit", "eu", "unesco", "nafta", "tpp", "school", "university", "stage", "hospital", "ballot", "tribunal",
        "nafta", "pact", "contract", "consortium", "venture", "advertising", "currency", "notes", "products", "product", "service", "conversation", "room", "floor", "home", "house", "church",
        "power", "recommendation", "threat", "claim", "accusation", "allegation", "concession", "subsidies", "recognition", "invitation",
    ],
};
