//! Event frames: what triggers an event of each kind, where its arguments stand, and what disqualifies a trigger.
//!
//! Each kind is a table in a file of its own; [`engine`] reads them all. A new kind is a new table and a new variant of `EventKind`.

mod across;
mod again;
mod air;
mod airstrike;
mod arguments;
mod cast;
mod cease_fire;
mod engine;
mod fallback;
mod forces;
mod governor;
mod meeting;
mod modality;
mod nearby;
mod needs;
mod operators;
mod phase;
mod place;
mod place_names;
mod reference;
mod referred;
mod scope;
mod site;
mod slots;
mod triggers;
mod verb_group;
mod video_conference;
mod withdrawal;

use crate::event::{EventKind, Role};
use crate::lexicon::VerbClass;

pub(crate) use engine::{RawMention, mentions};
pub(crate) use place_names::breadth;
pub(crate) use reference::Reference;
pub(crate) use triggers::TriggerScan;

/// The last mention of a kind in an article, for tests of single rules.
#[cfg(all(test, feature = "builtin"))]
pub(crate) fn last_mention<'a>(article: impl Into<crate::Article<'a>>, kind: EventKind) -> crate::Mention {
    let article = article.into();
    let text = article.text().to_string();
    let mentions = crate::parse_article(article).unwrap().into_iter().filter(|event| event.kind == kind).flat_map(|event| event.mentions);
    mentions.max_by_key(|mention| mention.trigger.span.start).unwrap_or_else(|| panic!("no {kind} in {text}"))
}

/// A kind's table.
#[derive(Debug)]
pub(crate) struct Frame {
    pub(crate) kind: EventKind,
    /// Nouns that trigger it, several words where need be: `|`-separated, plurals are added.
    pub(crate) nouns: &'static [(Need, &'static str)],
    /// Verbs that trigger it, as lemmas, with their particle where they need one ("pull out").
    pub(crate) verbs: &'static [(Need, &'static str)],
    /// Where the arguments of a noun stand.
    pub(crate) noun_slots: &'static [Slot],
    /// Where the arguments of a verb stand.
    pub(crate) verb_slots: &'static [Slot],
    /// Words which, as modifiers or complements of a noun trigger, make it something else ("dock strike").
    pub(crate) not_with: &'static [&'static str],
    /// Nouns which, as the object or complement of a verb trigger, make it something else ("met demands").
    pub(crate) not_of: &'static [&'static str],
}

/// What an ambiguous trigger needs to count.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Need {
    /// Nothing: the words say it.
    Nothing,
    /// The article speaks of attacks from the air, and nothing nearby says otherwise.
    AirArticle,
    /// Aircraft, or air power, in the clause itself.
    AirClause,
    /// Aircraft or their bombs as its own subject: "destroyed", "killed".
    Aircraft,
    /// Aircraft in its phrase: "an attack by helicopters", "a missile from a plane".
    FromAircraft,
    /// Bombs, missiles or drones as its object, from aircraft or a state.
    Ordnance,
    /// Somebody who can confer.
    Conferring,
    /// Somebody who confers over video.
    OverVideo,
    /// Somebody in office as its object: "received the foreign minister", "convened the ministers".
    Guests,
    /// A definite or modified phrase, or a partner: a bare or possessive standing body does not count.
    Session,
    /// Fighting that stops: "a halt to the fighting", "ceased fire".
    Hostilities,
    /// Armed forces that leave, or a place left in an article about armed forces.
    Forces,
    /// Armed forces that move away, or are moved away: "rolled out of", "flew home".
    Leaving,
    /// Armed forces as its object: "cut", "recalled".
    Reduced,
    /// Fighters as its subject, and a place as its object.
    Fighters,
    /// A mention of its kind shortly before: it is never the first.
    Told,
}

/// One place where an argument of a role can stand.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Slot {
    pub(crate) role: Role,
    pub(crate) via: Via,
}

/// How an argument is tied to its trigger.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Via {
    /// "Russia's airstrikes", "its withdrawal".
    Possessor,
    /// "Russian airstrikes", "coalition strikes".
    Modifier,
    /// "U.S.-brokered": the word before the hyphen, with one of these participles.
    Hyphen(&'static [&'static str]),
    /// A preposition after the trigger.
    Preposition(&'static [&'static str]),
    /// A participle after the noun with a `by` phrase: "strikes carried out by X".
    ParticipleBy(&'static [VerbClass]),
    /// The subject of a verb.
    Subject,
    /// The object of a verb.
    Object,
    /// The subject of a passive verb.
    PassiveSubject,
    /// The `by` phrase of a passive verb.
    By,
    /// The subject of a support verb that governs the noun: "Russia carried out airstrikes".
    SupportSubject(&'static [VerbClass]),
    /// The subject of the verb on which the trigger hangs with one of these prepositions: "flew to Oslo for talks".
    ClauseSubject(&'static [&'static str]),
    /// The `by` phrase of a passive support verb: "talks hosted by X".
    SupportBy(&'static [VerbClass]),
    /// A preposition after the support verb: "held talks with X".
    SupportPreposition(&'static [VerbClass], &'static [&'static str]),
    /// The object of a verb of harm whose subject the trigger is: "airstrikes killed ten men".
    Harmed,
    /// The object of a verb of harm that follows a verb trigger: "bombed the base, killing ten men".
    Harming,
    /// The object of a verb of gathering with the trigger as subject: "talks that brought together A and B".
    Gathered,
    /// Whoever agrees on something about it: "agreed on measures to strengthen the truce".
    AgreedBy,
    /// Whoever calls for it, through nouns of calling: "stressed the need for a ceasefire".
    CalledBy,
    /// What bombs and missiles are dropped or fired on.
    Dropped,
    /// The object of an accusation: "accused Israel of air strikes".
    Accused,
    /// The subject of a passive verb of harm with the trigger behind it: "ten men were killed in an airstrike".
    Victim,
}

/// Verbs of harm.
pub(crate) const HARM: &[&str] = &[
    "kill", "wound", "injure", "hit", "destroy", "strike", "target", "damage", "maim", "level", "flatten", "demolish", "displace", "bomb", "devastate", "die", "hurt", "engage", "ruin", "shatter",
    "crush", "raze", "claim",
];

/// All kinds' tables.
pub(crate) static FRAMES: &[&Frame] = &[&airstrike::FRAME, &video_conference::FRAME, &meeting::FRAME, &cease_fire::FRAME, &withdrawal::FRAME];
