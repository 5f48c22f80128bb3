//! Names of actors and places: what they are called, who they are, and where they stand in a text.
//!
//! A [`Gazetteer`] holds two indexes behind one interface: an Aho-Corasick automaton of first words ([`automaton`]) for actors and
//! for users' own names, and a hashed table ([`places`]) for the mass of built-in place names, which needs no building. Both report
//! the longest name that starts at a word's start and ends at a word's end.

mod actors;
mod agent_file;
mod automaton;
mod builder;
#[cfg(feature = "builtin")]
mod builtin;
mod cameo;
mod case;
mod country;
mod entry;
mod found;
mod geonames;
mod known;
mod lines;
mod load;
mod meanings;
mod phoenix;
mod places;
mod report;
mod scan;
mod table;
mod walk;

use std::sync::Arc;

use crate::lexicon::AgentTable;

pub use builder::{ActorEntry, GazetteerBuilder, PlaceEntry};
pub use entry::{NameForm, NameKind};
pub use found::{Name, NameMatch};
pub use load::NameSource;
pub use report::{LoadReport, Remark};
pub use scan::FindIter;

use automaton::Automaton;
use entry::Entry;
use places::PlaceTable;

/// Names of actors and places, and the search for them.
///
/// Cheap to clone and shared between threads. [`Gazetteer::builtin`] is the one that ships with the crate;
/// [`Gazetteer::builder`] makes others.
///
/// ```
/// use sortie::{ActorEntry, Gazetteer};
///
/// let gazetteer = Gazetteer::builder()
///     .actor(ActorEntry::new("Blue Brigade", "blue-brigade".parse()?).alias("Blues"))
///     .build()?;
/// let found: Vec<_> = gazetteer.find_iter("The Blue Brigade left; the Blues won.").map(|m| m.text().to_string()).collect();
/// assert_eq!(found, ["Blue Brigade", "Blues"]);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone)]
pub struct Gazetteer {
    inner: Arc<Inner>,
}

#[derive(Debug)]
struct Inner {
    entries: Vec<Entry>,
    automaton: Automaton,
    places: Option<PlaceTable>,
    /// Users' nouns for people and bodies that act.
    agents: AgentTable,
}

impl Gazetteer {
    /// The names that ship with the crate; built at the first call, shared by all.
    ///
    /// Fails only if the embedded data are damaged.
    ///
    /// ```
    /// let gazetteer = sortie::Gazetteer::builtin()?;
    /// let name = gazetteer.find_iter("in Kramatorsk").next().unwrap();
    /// assert_eq!(name.text(), "Kramatorsk");
    /// # Ok::<(), sortie::GazetteerError>(())
    /// ```
    #[cfg(feature = "builtin")]
    pub fn builtin() -> Result<Gazetteer, crate::GazetteerError> {
        builtin::gazetteer()
    }

    /// A builder that starts from nothing; see [`GazetteerBuilder::with_builtin`] to start from the built-in names.
    ///
    /// ```
    /// let gazetteer = sortie::Gazetteer::builder().build()?;
    /// assert_eq!(gazetteer.find_iter("Damascus").count(), 0);
    /// # Ok::<(), sortie::GazetteerError>(())
    /// ```
    pub fn builder() -> GazetteerBuilder {
        GazetteerBuilder::default()
    }

    /// The names in `text`, leftmost longest, without overlaps, on word boundaries.
    ///
    /// Names start with a capital, a digit or an article such as `al-`; an all-capital acronym is found only in capitals.
    /// Every name that stands there is reported, also those that are ordinary words elsewhere: see [`Name::is_weak`].
    ///
    /// ```
    /// # let gazetteer = sortie::Gazetteer::builtin()?;
    /// let text = "Hamas and Israel agreed in Doha.";
    /// let codes: Vec<_> = gazetteer.find_iter(text).filter_map(|m| m.names().next()?.code().map(|c| c.to_string())).collect();
    /// assert_eq!(codes, ["hamas", "ISR", "QAT"]);
    /// # Ok::<(), sortie::GazetteerError>(())
    /// ```
    pub fn find_iter<'g, 't>(&'g self, text: &'t str) -> FindIter<'g, 't> {
        FindIter::new(self, text)
    }

    /// How many names (spellings, each counted once per entry) it holds.
    ///
    /// ```
    /// assert!(sortie::Gazetteer::builtin()?.len() > 10_000);
    /// # Ok::<(), sortie::GazetteerError>(())
    /// ```
    pub fn len(&self) -> usize {
        self.inner.automaton.len() + self.inner.places.as_ref().map_or(0, PlaceTable::len)
    }

    /// Whether it holds no name.
    ///
    /// ```
    /// assert!(sortie::Gazetteer::builder().build()?.is_empty());
    /// # Ok::<(), sortie::GazetteerError>(())
    /// ```
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Every spelling that it searches for, as it stands in the data: what a plain multi-pattern search would be built from.
    ///
    /// ```
    /// assert!(sortie::Gazetteer::builtin()?.spellings().any(|name| name == "Mogadishu"));
    /// # Ok::<(), sortie::GazetteerError>(())
    /// ```
    pub fn spellings(&self) -> impl Iterator<Item = String> + '_ {
        let places = self.inner.places.iter().flat_map(PlaceTable::spellings);
        self.inner.automaton.spellings().map(str::to_string).chain(places.map(str::to_string))
    }

    pub(crate) fn agents(&self) -> &AgentTable {
        &self.inner.agents
    }
}
