//! The records that the library returns.
//!
//! Field names and values are stable in JSON; an absent value is `null`, never left out. Later versions may add fields.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use thiserror::Error;

use crate::code::{ActorCode, CountryCode};
use crate::date::{DateExpression, Precision};
use crate::span::Span;

/// A text that names no variant of an enum of the records.
///
/// ```
/// let error = "earthquake".parse::<sortie::EventKind>().unwrap_err();
/// assert_eq!(error.to_string(), "\"earthquake\" is no event kind");
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("{text:?} is no {what}")]
pub struct UnknownName {
    pub(crate) text: Box<str>,
    pub(crate) what: &'static str,
}

/// A unit enum with its snake_case names, a list of all, `Display` and `FromStr`.
macro_rules! unit_enum {
    ($(#[$meta:meta])* $name:ident, $what:literal { $($(#[$doc:meta])* $variant:ident = $text:literal,)+ }) => {
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, serde::Serialize, serde::Deserialize)]
        #[non_exhaustive]
        pub enum $name {
            $($(#[$doc])* #[serde(rename = $text)] $variant,)+
        }

        impl $name {
            /// Every variant, in order.
            ///
            /// ```
            /// # #[allow(unused_imports)] use sortie::{*, date::*};
            #[doc = concat!("assert!(!", stringify!($name), "::ALL.is_empty());")]
            /// ```
            pub const ALL: &'static [$name] = &[$($name::$variant),+];

            /// The name that `Display` and JSON write.
            ///
            /// ```
            /// # #[allow(unused_imports)] use sortie::{*, date::*};
            #[doc = concat!("for x in ", stringify!($name), "::ALL {")]
            #[doc = concat!("    assert_eq!(x.as_str().parse::<", stringify!($name), ">().as_ref(), Ok(x));")]
            /// }
            /// ```
            pub fn as_str(&self) -> &'static str {
                match self {
                    $($name::$variant => $text,)+
                }
            }
        }

        impl ::std::fmt::Display for $name {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                f.pad(self.as_str())
            }
        }

        impl ::std::str::FromStr for $name {
            type Err = $crate::event::UnknownName;

            fn from_str(s: &str) -> Result<$name, $crate::event::UnknownName> {
                match s {
                    $($text => Ok($name::$variant),)+
                    _ => Err($crate::event::UnknownName { text: s.into(), what: $what }),
                }
            }
        }
    };
}

pub(crate) use unit_enum;

unit_enum! {
    /// What happened.
    ///
    /// ```
    /// use sortie::EventKind;
    ///
    /// assert_eq!(EventKind::CeaseFire.to_string(), "cease_fire");
    /// assert_eq!("airstrike".parse::<EventKind>().unwrap(), EventKind::Airstrike);
    /// ```
    EventKind, "event kind" {
        /// An attack delivered from the air.
        Airstrike = "airstrike",
        /// People conferring over video.
        VideoConference = "video_conference",
        /// People who act for states, groups or organisations coming together to talk.
        Meeting = "meeting",
        /// Fighting that stops by agreement or declaration.
        CeaseFire = "cease_fire",
        /// Armed forces or fighters leaving a place.
        Withdrawal = "withdrawal",
    }
}

impl EventKind {
    /// Whether people confer in it.
    pub(crate) fn confers(self) -> bool {
        matches!(self, EventKind::Meeting | EventKind::VideoConference)
    }

    /// Whether a mention of one kind may tell of an event of the other: a meeting over video is spoken of as a meeting too.
    pub(crate) fn goes_with(self, other: EventKind) -> bool {
        self == other || self.confers() && other.confers()
    }
}

unit_enum! {
    /// Whether it happened.
    ///
    /// ```
    /// assert_eq!(sortie::Modality::Planned.to_string(), "planned");
    /// ```
    Modality, "modality" {
        /// It happened, is happening or is in force, as the article or its source tells it.
        Actual = "actual",
        /// Announced, ordered, agreed or scheduled, and not yet happened.
        Planned = "planned",
        /// Called for, threatened, considered, conditional or possible.
        Hypothetical = "hypothetical",
        /// Did not happen, denied, ruled out or refused.
        Negated = "negated",
    }
}

unit_enum! {
    /// How far a cease-fire has come.
    ///
    /// ```
    /// assert_eq!(sortie::Phase::InForce.to_string(), "in_force");
    /// ```
    Phase, "cease-fire phase" {
        /// Offered, called for or negotiated.
        Proposed = "proposed",
        /// Agreed, announced or signed.
        Agreed = "agreed",
        /// In force or holding.
        InForce = "in_force",
        /// Broken by a party.
        Violated = "violated",
        /// Expired or called off.
        Ended = "ended",
    }
}

unit_enum! {
    /// What an actor does in an event.
    ///
    /// ```
    /// assert_eq!(sortie::Role::Broker.to_string(), "broker");
    /// ```
    Role, "role" {
        /// Who struck, or whose forces leave.
        Agent = "agent",
        /// Who or what was struck.
        Target = "target",
        /// Who met.
        Participant = "participant",
        /// Whose fighting stops.
        Party = "party",
        /// Who mediates, guarantees or calls for a cease-fire.
        Broker = "broker",
    }
}

unit_enum! {
    /// How a place belongs to an event.
    ///
    /// ```
    /// assert_eq!(sortie::LocationRole::From.to_string(), "from");
    /// ```
    LocationRole, "location role" {
        /// Where it happened, or where a cease-fire applies.
        At = "at",
        /// The place that withdrawing forces leave.
        From = "from",
        /// The place to which withdrawing forces go.
        To = "to",
    }
}

/// An event that an article reports, merged from all its mentions.
///
/// `modality` is that of the strongest mention (`actual` before `negated` before `planned` before `hypothetical`), `phase` that of the
/// mention latest in time, else last in the text; locations stand most exact first; every actor and source stands once.
///
/// ```
/// use sortie::{EventKind, Role};
///
/// let events = sortie::parse_article("Turkish jets bombed PKK fighters near Zap. The strikes killed nine.")?;
/// assert_eq!(events.len(), 1);
/// assert_eq!(events[0].kind, EventKind::Airstrike);
/// assert_eq!(events[0].mentions.len(), 2);
/// assert_eq!(events[0].actors[0].role, Role::Agent);
/// # Ok::<(), sortie::ParseError>(())
/// ```
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Event {
    /// What happened.
    pub kind: EventKind,
    /// Whether it happened.
    pub modality: Modality,
    /// How far it has come, for a cease-fire.
    pub phase: Option<Phase>,
    /// Who took part.
    pub actors: Vec<Actor>,
    /// Where, most exact first.
    pub locations: Vec<Location>,
    /// When, the most exact date of the mentions.
    pub date: Option<EventDate>,
    /// Who says so.
    pub sources: Vec<Source>,
    /// The places in the text that tell of it, in order.
    pub mentions: Vec<Mention>,
}

impl Event {
    /// The first, most exact location.
    ///
    /// ```
    /// let events = sortie::parse_article("Sudanese army jets bombed Nyala.")?;
    /// assert_eq!(events[0].location().unwrap().text, "Nyala");
    /// # Ok::<(), sortie::ParseError>(())
    /// ```
    pub fn location(&self) -> Option<&Location> {
        self.locations.first()
    }
}

/// One place in the text that refers to an event.
///
/// ```
/// let events = sortie::parse_article("Kerry met Lavrov in Geneva.")?;
/// let mention = &events[0].mentions[0];
/// assert_eq!(mention.trigger.text, "met");
/// assert_eq!(mention.sentence.start, 0);
/// # Ok::<(), sortie::ParseError>(())
/// ```
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Mention {
    /// The word or phrase that names the event.
    pub trigger: Trigger,
    /// The sentence it stands in.
    pub sentence: Span,
    /// Whether it happened.
    pub modality: Modality,
    /// How far it has come, for a cease-fire.
    pub phase: Option<Phase>,
    /// Who took part, as this place tells it.
    pub actors: Vec<Actor>,
    /// Where.
    pub locations: Vec<Location>,
    /// When.
    pub date: Option<EventDate>,
    /// Who says so, innermost speaker first.
    pub sources: Vec<Source>,
}

/// The word or phrase that names an event.
///
/// ```
/// let events = sortie::parse_article("The truce held in Hodeidah.")?;
/// assert_eq!(events[0].mentions[0].trigger.text, "truce");
/// # Ok::<(), sortie::ParseError>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Trigger {
    /// The words as they stand in the text.
    pub text: String,
    /// Where they stand.
    pub span: Span,
}

/// Someone who takes part in an event.
///
/// ```
/// let events = sortie::parse_article("Israeli jets struck Hezbollah positions in southern Lebanon.")?;
/// let agent = &events[0].actors[0];
/// assert_eq!(agent.text, "Israeli jets");
/// assert_eq!(agent.code.as_ref().unwrap().to_string(), "ISR");
/// # Ok::<(), sortie::ParseError>(())
/// ```
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Actor {
    /// What they do in it.
    pub role: Role,
    /// The noun phrase as it stands in the text.
    pub text: String,
    /// Where it stands.
    pub span: Span,
    /// The usual name of who that is.
    pub name: Option<String>,
    /// The code of who that is.
    pub code: Option<ActorCode>,
}

/// A place of an event.
///
/// ```
/// let events = sortie::parse_article("Syrian troops withdrew from Palmyra.")?;
/// let place = events[0].location().unwrap();
/// assert_eq!(place.role, sortie::LocationRole::From);
/// assert_eq!(place.country.as_ref().unwrap().as_str(), "SYR");
/// # Ok::<(), sortie::ParseError>(())
/// ```
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Location {
    /// How it belongs to the event.
    pub role: LocationRole,
    /// The name as it stands in the text.
    pub text: String,
    /// Where it stands.
    pub span: Span,
    /// The usual name.
    pub name: Option<String>,
    /// The country it lies in.
    pub country: Option<CountryCode>,
    /// Degrees north.
    pub latitude: Option<f64>,
    /// Degrees east.
    pub longitude: Option<f64>,
}

/// Who says that an event happened.
///
/// ```
/// let events = sortie::parse_article("Sudanese jets bombed Nyala, Interfax quoted a rebel commander as saying.")?;
/// let sources = &events[0].sources;
/// assert_eq!(sources[0].text, "a rebel commander");
/// assert_eq!((sources[1].text.as_str(), sources[1].depth), ("Interfax", 1));
/// # Ok::<(), sortie::ParseError>(())
/// ```
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Source {
    /// The noun phrase as it stands in the text.
    pub text: String,
    /// Where it stands.
    pub span: Span,
    /// The usual name of who that is.
    pub name: Option<String>,
    /// The code of who that is.
    pub code: Option<ActorCode>,
    /// The word of saying, "said" or "according to".
    pub cue: Option<String>,
    /// 0 for the speaker, 1 for who relayed it, and so on.
    pub depth: u32,
}

/// When an event happened, or is to happen.
///
/// ```
/// use chrono::NaiveDate;
/// use sortie::Article;
///
/// let published = NaiveDate::from_ymd_opt(2023, 8, 4).unwrap();
/// let events = sortie::parse_article(Article::new("The ceasefire began on Thursday.").published(published))?;
/// let date = events[0].date.as_ref().unwrap();
/// assert_eq!(date.text, "Thursday");
/// assert_eq!(date.start, NaiveDate::from_ymd_opt(2023, 8, 3));
/// # Ok::<(), sortie::ParseError>(())
/// ```
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct EventDate {
    /// The expression as it stands in the text.
    pub text: String,
    /// Where it stands.
    pub span: Span,
    /// What it means, to be resolved against any publication date.
    pub expression: DateExpression,
    /// The first day.
    pub start: Option<NaiveDate>,
    /// The last day, inclusive.
    pub end: Option<NaiveDate>,
    /// How exact it is.
    pub precision: Precision,
}
