//! What the gazetteer knows of an actor or place.

use std::borrow::Cow;

use chrono::NaiveDate;

use crate::code::{ActorCode, CountryCode};
use crate::event::unit_enum;

unit_enum! {
    /// What a name stands for.
    ///
    /// ```
    /// assert_eq!(sortie::NameKind::Group.to_string(), "group");
    /// ```
    NameKind, "kind of name" {
        /// A state or territory.
        State = "state",
        /// A part of a state: ministry, army, agency, parliament.
        Institution = "institution",
        /// A person in office, or the leader of a group.
        Person = "person",
        /// An armed group, movement, party.
        Group = "group",
        /// An international organisation, alliance, mission, NGO.
        Organisation = "organisation",
        /// A news agency, paper, broadcaster.
        Media = "media",
        /// A place.
        Place = "place",
    }
}

unit_enum! {
    /// Which form of a name a spelling is.
    ///
    /// ```
    /// assert_eq!(sortie::NameForm::Demonym.to_string(), "demonym");
    /// ```
    NameForm, "form of name" {
        /// The name itself, or another name.
        Name = "name",
        /// An adjective: "Russian".
        Adjective = "adjective",
        /// Its people: "Russians".
        Demonym = "demonym",
        /// Its capital, which also stands for its government: "Moscow".
        Capital = "capital",
        /// A building or office that stands for its government: "the Kremlin".
        Metonym = "metonym",
        /// The short form of a person's name: "Putin".
        Short = "short",
    }
}

/// One actor or place of the data.
#[derive(Debug, Clone)]
pub(crate) struct Entry {
    pub(crate) name: Cow<'static, str>,
    pub(crate) kind: NameKind,
    /// A person's office, or a group's or place's kind, as the data say it.
    pub(crate) detail: Cow<'static, str>,
    pub(crate) code: Option<ActorCode>,
    pub(crate) country: Option<CountryCode>,
    pub(crate) since: Option<NaiveDate>,
    pub(crate) until: Option<NaiveDate>,
    pub(crate) coordinates: Option<(f64, f64)>,
    pub(crate) population: u64,
}

/// One spelling of one entry.
#[derive(Debug, Clone, Copy)]
pub(crate) struct NameRef {
    pub(crate) entry: u32,
    pub(crate) form: NameForm,
    pub(crate) weak: bool,
}
