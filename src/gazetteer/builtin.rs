//! The names that ship with the crate: the files of `data/`, embedded.

use once_cell::sync::OnceCell;

use super::Gazetteer;
use crate::GazetteerError;

macro_rules! data {
    ($($file:literal),+ $(,)?) => {
        &[$((include_str!(concat!("../../data/", $file)), $file)),+]
    };
}

/// Tables of actors, each with its file's name.
pub(super) static ACTORS: &[(&str, &str)] = data![
    "states.tsv", "institutions.tsv", "organisations.tsv", "groups.tsv", "media.tsv", "people/africa.tsv", "people/americas.tsv", "people/asia.tsv", "people/eurasia.tsv", "people/europe.tsv",
    "people/middle-east.tsv", "people/organisations.tsv",
];

pub(super) static PLACES: &str = include_str!("../../data/places.tsv");

static BUILTIN: OnceCell<Gazetteer> = OnceCell::new();

/// The gazetteer of all of them, built at first use.
pub(super) fn gazetteer() -> Result<Gazetteer, GazetteerError> {
    BUILTIN.get_or_try_init(|| Gazetteer::builder().with_builtin().build()).cloned()
}
