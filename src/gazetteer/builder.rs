//! Making a gazetteer.

use std::borrow::Cow;
use std::sync::Arc;

use chrono::NaiveDate;

use super::automaton::Automaton;
use super::entry::{Entry, NameForm, NameKind, NameRef};
use super::load::{self, NameSource};
use super::meanings::Spelling;
use super::report::LoadReport;
use super::table;
use super::{Gazetteer, Inner};
use crate::GazetteerError;
use crate::code::{ActorCode, CountryCode};
use crate::lexicon::AgentTable;

/// Makes a [`Gazetteer`] from names of every origin.
///
/// # What hides what
///
/// Each call of a method is one layer. What is added later hides what was added before under the same spelling: a later actor
/// earlier actors, a later place earlier places. Actors and places do not hide each other, for a text tells them apart ("Moscow
/// said", "in Moscow"). Within one layer a spelling may mean several things, and the context decides. The built-in names are the
/// lowest layer, whenever they are added. Spellings are compared without regard to case.
///
/// Dictionaries and GeoNames tell neither which form of a name a spelling is nor which spellings are ordinary words as well. So a
/// [loaded](GazetteerBuilder::load) name that says the same as one that it would hide leaves that in place, and one whose spelling
/// was known as [weak](crate::Name::is_weak) is weak.
///
/// ```
/// use sortie::{ActorEntry, Gazetteer, PlaceEntry};
///
/// let gazetteer = Gazetteer::builder()
///     .with_builtin()
///     .actor(ActorEntry::new("Valley Front", "valley-front".parse()?).alias("VF"))
///     .place(PlaceEntry::new("Camp Nowhere", "SYR".parse()?).coordinates(36.5, 40.7))
///     .build()?;
/// assert_eq!(gazetteer.find_iter("The Valley Front left Camp Nowhere.").count(), 2);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, Default)]
pub struct GazetteerBuilder {
    entries: Vec<Entry>,
    spellings: Vec<Spelling>,
    layer: u32,
    agents: AgentTable,
    places: Option<&'static str>,
    failed: Option<String>,
}

impl GazetteerBuilder {
    /// Adds the built-in names below everything that is added by hand.
    ///
    /// ```
    /// let gazetteer = sortie::Gazetteer::builder().with_builtin().build()?;
    /// assert_eq!(gazetteer.len(), sortie::Gazetteer::builtin()?.len());
    /// # Ok::<(), sortie::GazetteerError>(())
    /// ```
    #[cfg(feature = "builtin")]
    pub fn with_builtin(mut self) -> GazetteerBuilder {
        for (text, file) in super::builtin::ACTORS {
            if let Err(error) = self.embedded(text, file) {
                // Builders chain: the error waits for `build`.
                self.failed.get_or_insert(error.to_string());
            }
        }
        self.places = Some(super::builtin::PLACES);
        self
    }

    #[cfg(feature = "builtin")]
    fn embedded(&mut self, text: &'static str, file: &'static str) -> Result<(), GazetteerError> {
        // The built-in files are one layer, the lowest: their names do not hide each other.
        for row in table::rows(text, file, Cow::Borrowed)? {
            let row = row?;
            self.push(row.entry, row.spellings, 0, false);
        }
        Ok(())
    }

    /// Adds an actor.
    ///
    /// ```
    /// use sortie::{ActorEntry, Gazetteer};
    ///
    /// let gazetteer = Gazetteer::builder().actor(ActorEntry::new("Ada Okoro", "NGA".parse()?).office("envoy")).build()?;
    /// assert_eq!(gazetteer.len(), 1);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn actor(mut self, actor: ActorEntry) -> GazetteerBuilder {
        self.layer += 1;
        let layer = self.layer;
        self.push(actor.entry, actor.spellings, layer, false);
        self
    }

    /// Adds a place.
    ///
    /// ```
    /// use sortie::{Gazetteer, PlaceEntry};
    ///
    /// let gazetteer = Gazetteer::builder().place(PlaceEntry::new("Hill 402", "KOR".parse()?)).build()?;
    /// assert_eq!(gazetteer.find_iter("on Hill 402").next().unwrap().text(), "Hill 402");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn place(mut self, place: PlaceEntry) -> GazetteerBuilder {
        self.layer += 1;
        let layer = self.layer;
        self.push(place.entry, place.spellings, layer, false);
        self
    }

    /// Adds the rows of a table in the crate's own format: tab-separated, the first line (`#name<TAB>...`) names the columns.
    ///
    /// Columns, all but `name` optional: `name, code, country, kind, office, since, until, short, aliases, other_names, adjectives,
    /// demonyms, capital, metonyms, latitude, longitude, population`. Lists in a cell are separated by `|`, a leading `?` marks a
    /// spelling that needs support from its context. `file` is named in errors.
    ///
    /// ```
    /// let table = "#name\tcode\tkind\taliases\nRiver Guard\triver-guard\tmilitias\tRG|River Guards\n";
    /// let gazetteer = sortie::Gazetteer::builder().read_tsv(table, "guards.tsv")?.build()?;
    /// assert_eq!(gazetteer.len(), 3);
    /// # Ok::<(), sortie::GazetteerError>(())
    /// ```
    pub fn read_tsv(mut self, text: &str, file: &str) -> Result<GazetteerBuilder, GazetteerError> {
        self.layer += 1;
        let layer = self.layer;
        for row in table::rows(text, file, table::owned)? {
            let row = row?;
            self.push(row.entry, row.spellings, layer, false);
        }
        Ok(self)
    }

    /// Adds the names of a file, as one layer, and adds to `report` what it read and what it had to skip.
    ///
    /// Fails if reading fails, or if there were lines and none could be read: the file is in another format.
    ///
    /// ```
    /// use sortie::{Gazetteer, LoadReport, NameSource};
    ///
    /// let mut report = LoadReport::default();
    /// let gazetteer = Gazetteer::builder()
    ///     .load(NameSource::phoenix("BLUE_BRIGADE_ [SDNREBBLU]\n+BLUES_\n".as_bytes(), "mine.actors.txt"), &mut report)?
    ///     .load(NameSource::tsv("#name\tcountry\nKarsin\tSDN\n".as_bytes(), "places.tsv"), &mut report)?
    ///     .build()?;
    /// assert_eq!((gazetteer.len(), report.names()), (3, 3));
    ///
    /// let error = Gazetteer::builder().load(NameSource::geonames("BLUES_ [SDNREB]".as_bytes(), "cities15000.txt"), &mut report);
    /// assert!(error.unwrap_err().to_string().contains("expected 19 columns"));
    /// # Ok::<(), sortie::GazetteerError>(())
    /// ```
    pub fn load(mut self, source: NameSource<'_>, report: &mut LoadReport) -> Result<GazetteerBuilder, GazetteerError> {
        load::load(&mut self, source, report)?;
        Ok(self)
    }

    fn push(&mut self, entry: Entry, spellings: Vec<(Cow<'static, str>, NameForm, bool)>, layer: u32, bare: bool) {
        let index = self.entries.len() as u32;
        self.entries.push(entry);
        self.spellings.extend(spellings.into_iter().map(|(text, form, weak)| Spelling { text, name: NameRef { entry: index, form, weak }, layer, bare }));
    }

    /// Builds the gazetteer.
    ///
    /// ```
    /// assert!(sortie::Gazetteer::builder().build()?.is_empty());
    /// # Ok::<(), sortie::GazetteerError>(())
    /// ```
    pub fn build(self) -> Result<Gazetteer, GazetteerError> {
        if let Some(message) = self.failed {
            return Err(GazetteerError::malformed("built-in data", 0, 0, message, ""));
        }
        let places = self.places.map(super::places::PlaceTable::new);
        let automaton = Automaton::build(&self.spellings, &self.entries, |spelling| places.as_ref().is_some_and(|places| places.is_weak(spelling)))?;
        Ok(Gazetteer { inner: Arc::new(Inner { entries: self.entries, automaton, places, agents: self.agents }) })
    }
}

/// A layer of a builder, as a loader fills it.
pub(super) struct Names<'b> {
    builder: &'b mut GazetteerBuilder,
    bare: bool,
}

impl<'b> Names<'b> {
    /// Opens a layer; `bare` says that its format tells neither forms nor weak spellings.
    pub(super) fn new(builder: &'b mut GazetteerBuilder, bare: bool) -> Names<'b> {
        builder.layer += 1;
        Names { builder, bare }
    }

    pub(super) fn push(&mut self, entry: Entry, spellings: Vec<(Cow<'static, str>, NameForm, bool)>) {
        let layer = self.builder.layer;
        self.builder.push(entry, spellings, layer, self.bare);
    }

    pub(super) fn agents(&mut self) -> &mut AgentTable {
        &mut self.builder.agents
    }
}

/// An actor to add to a [`GazetteerBuilder`].
///
/// ```
/// use sortie::ActorEntry;
///
/// let actor = ActorEntry::new("Ada Okoro", "NGA".parse()?).office("envoy").short("Okoro");
/// assert!(format!("{actor:?}").contains("Okoro"));
/// # Ok::<(), sortie::ActorCodeError>(())
/// ```
#[derive(Debug, Clone)]
pub struct ActorEntry {
    entry: Entry,
    spellings: Vec<(Cow<'static, str>, NameForm, bool)>,
}

impl ActorEntry {
    /// An actor of that name and code.
    ///
    /// ```
    /// let actor = sortie::ActorEntry::new("Sunrise Movement", "sunrise-movement".parse()?);
    /// # Ok::<(), sortie::ActorCodeError>(())
    /// ```
    pub fn new(name: impl Into<String>, code: ActorCode) -> ActorEntry {
        let name: Cow<'static, str> = Cow::Owned(name.into());
        let (kind, country) = match &code {
            ActorCode::State(country) => (NameKind::State, Some(*country)),
            ActorCode::Sector(country, _) => (NameKind::Group, Some(*country)),
            ActorCode::Group(_) => (NameKind::Group, None),
        };
        let entry = Entry { name: name.clone(), kind, detail: Cow::Borrowed(""), code: Some(code), country, since: None, until: None, coordinates: None, population: 0 };
        ActorEntry { entry, spellings: vec![(name, NameForm::Name, false)] }
    }

    /// Another spelling.
    ///
    /// ```
    /// let actor = sortie::ActorEntry::new("Blue Brigade", "blue-brigade".parse()?).alias("Blues");
    /// # Ok::<(), sortie::ActorCodeError>(())
    /// ```
    pub fn alias(mut self, spelling: impl Into<String>) -> ActorEntry {
        self.spellings.push((Cow::Owned(spelling.into()), NameForm::Name, false));
        self
    }

    /// What a person is called at second mention.
    ///
    /// ```
    /// let actor = sortie::ActorEntry::new("Ada Okoro", "NGA".parse()?).short("Okoro");
    /// # Ok::<(), sortie::ActorCodeError>(())
    /// ```
    pub fn short(mut self, spelling: impl Into<String>) -> ActorEntry {
        self.spellings.push((Cow::Owned(spelling.into()), NameForm::Short, false));
        self
    }

    /// Makes it a person with an office.
    ///
    /// ```
    /// let actor = sortie::ActorEntry::new("Ada Okoro", "NGA".parse()?).office("prime-minister");
    /// # Ok::<(), sortie::ActorCodeError>(())
    /// ```
    pub fn office(mut self, office: impl Into<String>) -> ActorEntry {
        self.entry.kind = NameKind::Person;
        self.entry.detail = Cow::Owned(office.into());
        self
    }

    /// The first and last day in office, or of a group's existence, where known.
    ///
    /// ```
    /// use chrono::NaiveDate;
    ///
    /// let since = NaiveDate::from_ymd_opt(2019, 5, 29);
    /// let actor = sortie::ActorEntry::new("Ada Okoro", "NGA".parse()?).office("envoy").dates(since, None);
    /// # Ok::<(), sortie::ActorCodeError>(())
    /// ```
    pub fn dates(mut self, since: Option<NaiveDate>, until: Option<NaiveDate>) -> ActorEntry {
        self.entry.since = since;
        self.entry.until = until;
        self
    }

    /// What kind of name it is.
    ///
    /// ```
    /// let actor = sortie::ActorEntry::new("Peace Talks Forum", "peace-talks-forum".parse()?).kind(sortie::NameKind::Organisation);
    /// # Ok::<(), sortie::ActorCodeError>(())
    /// ```
    pub fn kind(mut self, kind: NameKind) -> ActorEntry {
        self.entry.kind = kind;
        self
    }
}

/// A place to add to a [`GazetteerBuilder`].
///
/// ```
/// let place = sortie::PlaceEntry::new("Camp Nowhere", "SYR".parse()?).coordinates(36.5, 40.7);
/// assert!(format!("{place:?}").contains("Nowhere"));
/// # Ok::<(), sortie::ActorCodeError>(())
/// ```
#[derive(Debug, Clone)]
pub struct PlaceEntry {
    entry: Entry,
    spellings: Vec<(Cow<'static, str>, NameForm, bool)>,
}

impl PlaceEntry {
    /// A place of that name in that country.
    ///
    /// ```
    /// let place = sortie::PlaceEntry::new("Hill 402", "KOR".parse()?);
    /// # Ok::<(), sortie::ActorCodeError>(())
    /// ```
    pub fn new(name: impl Into<String>, country: CountryCode) -> PlaceEntry {
        let name: Cow<'static, str> = Cow::Owned(name.into());
        let entry = Entry { name: name.clone(), kind: NameKind::Place, detail: Cow::Borrowed("place"), code: None, country: Some(country), since: None, until: None, coordinates: None, population: 0 };
        PlaceEntry { entry, spellings: vec![(name, NameForm::Name, false)] }
    }

    /// Another spelling.
    ///
    /// ```
    /// let place = sortie::PlaceEntry::new("Dayr Hafir", "SYR".parse()?).alias("Deir Hafer");
    /// # Ok::<(), sortie::ActorCodeError>(())
    /// ```
    pub fn alias(mut self, spelling: impl Into<String>) -> PlaceEntry {
        self.spellings.push((Cow::Owned(spelling.into()), NameForm::Name, false));
        self
    }

    /// Degrees north and east.
    ///
    /// ```
    /// let place = sortie::PlaceEntry::new("Hill 402", "KOR".parse()?).coordinates(38.2, 127.1);
    /// # Ok::<(), sortie::ActorCodeError>(())
    /// ```
    pub fn coordinates(mut self, latitude: f64, longitude: f64) -> PlaceEntry {
        self.entry.coordinates = Some((latitude, longitude));
        self
    }

    /// How many people live there: the larger of two namesakes is meant where nothing else decides.
    ///
    /// ```
    /// let place = sortie::PlaceEntry::new("Kula", "SRB".parse()?).population(17_000);
    /// # Ok::<(), sortie::ActorCodeError>(())
    /// ```
    pub fn population(mut self, people: u64) -> PlaceEntry {
        self.entry.population = people;
        self
    }
}
