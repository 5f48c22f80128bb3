//! Names of actors and places: what they are called, who they are, and where they stand in a text.
//!
//! A [`Gazetteer`] holds two indexes behind one interface: an Aho-Corasick automaton, walked anchored from word starts
//! ([`automaton`]), for actors and for users' own names, and a hashed table ([`places`]) for the mass of built-in place names,
//! which needs no building. Both report the longest name that starts at a word's start and ends at a word's end.

mod automaton;
mod builder;
#[cfg(feature = "builtin")]
mod builtin;
mod entry;
mod places;
mod table;

use std::sync::Arc;

use chrono::NaiveDate;

use crate::code::{ActorCode, CountryCode};
use crate::span::Span;
use crate::text::fold::{fold_char, is_word_char};

pub use builder::{ActorEntry, GazetteerBuilder, PlaceEntry};
pub use entry::{NameForm, NameKind};

use automaton::Automaton;
use entry::{Entry, NameRef};
use places::{PlaceRow, PlaceTable};

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
        FindIter { gazetteer: self, text, at: 0 }
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

    /// The match that starts at byte `at`, which must be a word's start.
    fn match_at<'g, 't>(&'g self, text: &'t str, at: usize) -> Option<NameMatch<'g, 't>> {
        let actors = self.inner.automaton.longest(text, at);
        let places = self.inner.places.as_ref().and_then(|places| places.longest(text, at));
        let end = actors.map_or(0, |(end, _)| end).max(places.map_or(0, |(end, _)| end));
        if end == 0 {
            return None;
        }
        let names = actors.filter(|(e, _)| *e == end).map_or(&[][..], |(_, names)| names);
        let rows = places.filter(|(e, _)| *e == end).map_or(&[][..], |(_, rows)| rows);
        Some(NameMatch { gazetteer: self, text, span: Span::new(at, end), names, rows })
    }
}

/// The iterator of [`Gazetteer::find_iter`].
///
/// ```
/// let gazetteer = sortie::Gazetteer::builtin()?;
/// let mut names = gazetteer.find_iter("NATO and Serbia");
/// assert_eq!(names.next().unwrap().text(), "NATO");
/// # Ok::<(), sortie::GazetteerError>(())
/// ```
#[derive(Debug, Clone)]
pub struct FindIter<'g, 't> {
    gazetteer: &'g Gazetteer,
    text: &'t str,
    at: usize,
}

impl<'g, 't> Iterator for FindIter<'g, 't> {
    type Item = NameMatch<'g, 't>;

    fn next(&mut self) -> Option<NameMatch<'g, 't>> {
        while let Some(start) = next_name_start(self.text, self.at) {
            if let Some(found) = self.gazetteer.match_at(self.text, start) {
                self.at = found.span.end;
                return Some(found);
            }
            self.at = word_end(self.text, start);
        }
        self.at = self.text.len();
        None
    }
}

/// Where the word that holds byte `at` ends (at least one character on).
fn word_end(text: &str, at: usize) -> usize {
    let rest = &text[at..];
    let first = rest.chars().next().map_or(1, char::len_utf8);
    at + rest[first..].find(|c| !is_word_char(c)).map_or(rest.len(), |i| first + i)
}

/// Articles with which names in small letters start.
const ARTICLES: &[&str] = &["al", "el", "an", "ar", "as", "ash", "at", "ad", "az", "ul", "bin", "ibn", "de", "la", "le"];

/// The next place from `at` on where a name can start: a word that begins with a capital or digit, or an article with a hyphen.
fn next_name_start(text: &str, mut at: usize) -> Option<usize> {
    let bytes = text.as_bytes();
    let mut inside = text[..at].chars().next_back().is_some_and(is_word_char);
    while at < bytes.len() {
        let byte = bytes[at];
        if byte.is_ascii() {
            if byte.is_ascii_alphanumeric() {
                if !inside && (byte.is_ascii_uppercase() || byte.is_ascii_digit() || starts_with_article(text, at)) {
                    return Some(at);
                }
                inside = true;
            } else {
                // A name may start with an apostrophe ("'Ain Abid"), but never within a word.
                inside = false;
            }
            at += 1;
        } else {
            let c = text[at..].chars().next()?;
            if is_word_char(c) {
                if !inside && c.is_uppercase() {
                    return Some(at);
                }
                inside = true;
            } else if fold_char(c).is_some() {
                inside = false;
            }
            at += c.len_utf8();
        }
    }
    None
}

fn starts_with_article(text: &str, at: usize) -> bool {
    let rest = &text.as_bytes()[at..];
    if !matches!(rest[0], b'a' | b'e' | b'u' | b'b' | b'i' | b'd' | b'l') {
        return false;
    }
    let letters = rest.iter().take(4).take_while(|b| b.is_ascii_lowercase()).count();
    let word = &text[at..at + letters];
    ARTICLES.contains(&word) && text[at + letters..].starts_with(['-', '\u{2011}', '\u{2010}', ' ', '–'])
}

/// A place in a text where a name stands, with everybody and everything of that name.
///
/// ```
/// let gazetteer = sortie::Gazetteer::builtin()?;
/// let found = gazetteer.find_iter("Tripoli").next().unwrap();
/// // The capital of Libya, and a city in Lebanon.
/// assert!(found.names().count() > 1);
/// # Ok::<(), sortie::GazetteerError>(())
/// ```
#[derive(Debug, Clone, Copy)]
pub struct NameMatch<'g, 't> {
    gazetteer: &'g Gazetteer,
    text: &'t str,
    span: Span,
    names: &'g [NameRef],
    rows: &'g [PlaceRow],
}

impl<'g, 't> NameMatch<'g, 't> {
    /// Where it stands.
    ///
    /// ```
    /// let gazetteer = sortie::Gazetteer::builtin()?;
    /// assert_eq!(gazetteer.find_iter("in Oslo").next().unwrap().span().start, 3);
    /// # Ok::<(), sortie::GazetteerError>(())
    /// ```
    pub fn span(&self) -> Span {
        self.span
    }

    /// The words as they stand in the text.
    ///
    /// ```
    /// let gazetteer = sortie::Gazetteer::builtin()?;
    /// assert_eq!(gazetteer.find_iter("the U.N. said").next().unwrap().text(), "U.N.");
    /// # Ok::<(), sortie::GazetteerError>(())
    /// ```
    pub fn text(&self) -> &'t str {
        self.span.of(self.text)
    }

    /// Everybody and everything of that name: actors in the order of the data (later loaded first), then places by population.
    ///
    /// ```
    /// let gazetteer = sortie::Gazetteer::builtin()?;
    /// let found = gazetteer.find_iter("Moscow").next().unwrap();
    /// assert!(found.names().any(|name| name.code().is_some_and(|code| code.to_string() == "RUS")));
    /// # Ok::<(), sortie::GazetteerError>(())
    /// ```
    pub fn names(&self) -> impl Iterator<Item = Name<'g>> + use<'g> {
        let gazetteer = self.gazetteer;
        let entries = self.names.iter().map(move |name| Name { inner: NameInner::Entry(&gazetteer.inner.entries[name.entry as usize], *name) });
        let table = gazetteer.inner.places.as_ref();
        let spelling = (!self.rows.is_empty()).then(|| crate::text::fold::fold(self.text()));
        let rows = self.rows.iter().filter_map(move |row| Some(Name { inner: NameInner::Place(table?.read(row, spelling.as_deref()?)?) }));
        entries.chain(rows)
    }
}

/// Somebody or something that a name can mean.
///
/// ```
/// let gazetteer = sortie::Gazetteer::builtin()?;
/// let found = gazetteer.find_iter("Bashar al-Assad").next().unwrap();
/// let name = found.names().next().unwrap();
/// assert_eq!(name.name(), "Bashar al-Assad");
/// assert_eq!(name.kind(), sortie::NameKind::Person);
/// # Ok::<(), sortie::GazetteerError>(())
/// ```
#[derive(Debug, Clone, Copy)]
pub struct Name<'g> {
    inner: NameInner<'g>,
}

#[derive(Debug, Clone, Copy)]
enum NameInner<'g> {
    Entry(&'g Entry, NameRef),
    Place(places::Place<'g>),
}

impl<'g> Name<'g> {
    /// The usual name.
    ///
    /// ```
    /// let gazetteer = sortie::Gazetteer::builtin()?;
    /// let found = gazetteer.find_iter("Kiev").next().unwrap();
    /// assert!(found.names().any(|name| name.name() == "Kyiv"));
    /// # Ok::<(), sortie::GazetteerError>(())
    /// ```
    pub fn name(&self) -> &'g str {
        match self.inner {
            NameInner::Entry(entry, _) => &entry.name,
            NameInner::Place(place) => place.name,
        }
    }

    /// What it is.
    ///
    /// ```
    /// let gazetteer = sortie::Gazetteer::builtin()?;
    /// let found = gazetteer.find_iter("Reuters").next().unwrap();
    /// assert_eq!(found.names().next().unwrap().kind(), sortie::NameKind::Media);
    /// # Ok::<(), sortie::GazetteerError>(())
    /// ```
    pub fn kind(&self) -> NameKind {
        match self.inner {
            NameInner::Entry(entry, _) => entry.kind,
            NameInner::Place(_) => NameKind::Place,
        }
    }

    /// Which form of the name stands there: the name itself, an adjective ("Russian"), a capital that stands for its state.
    ///
    /// ```
    /// use sortie::NameForm;
    ///
    /// let gazetteer = sortie::Gazetteer::builtin()?;
    /// let found = gazetteer.find_iter("Russian").next().unwrap();
    /// assert_eq!(found.names().next().unwrap().form(), NameForm::Adjective);
    /// # Ok::<(), sortie::GazetteerError>(())
    /// ```
    pub fn form(&self) -> NameForm {
        match self.inner {
            NameInner::Entry(_, name) => name.form,
            NameInner::Place(_) => NameForm::Name,
        }
    }

    /// The actor's code: of a state for its capital and its people too; `None` for places and outlets.
    ///
    /// ```
    /// let gazetteer = sortie::Gazetteer::builtin()?;
    /// let found = gazetteer.find_iter("the Kremlin").next().unwrap();
    /// assert_eq!(found.names().next().unwrap().code().unwrap().to_string(), "RUS");
    /// # Ok::<(), sortie::GazetteerError>(())
    /// ```
    pub fn code(&self) -> Option<&'g ActorCode> {
        match self.inner {
            NameInner::Entry(entry, _) => entry.code.as_ref(),
            NameInner::Place(_) => None,
        }
    }

    /// The country: the one a place lies in, or the state that an actor is.
    ///
    /// ```
    /// let gazetteer = sortie::Gazetteer::builtin()?;
    /// let found = gazetteer.find_iter("Benghazi").next().unwrap();
    /// assert_eq!(found.names().next().unwrap().country().unwrap().as_str(), "LBY");
    /// # Ok::<(), sortie::GazetteerError>(())
    /// ```
    pub fn country(&self) -> Option<CountryCode> {
        match self.inner {
            NameInner::Entry(entry, _) => entry.country,
            NameInner::Place(place) => place.country,
        }
    }

    /// Degrees north and east, of a place or state.
    ///
    /// ```
    /// let gazetteer = sortie::Gazetteer::builtin()?;
    /// let found = gazetteer.find_iter("Benghazi").next().unwrap();
    /// let (north, east) = found.names().next().unwrap().coordinates().unwrap();
    /// assert!((north - 32.1).abs() < 0.5 && (east - 20.1).abs() < 0.5);
    /// # Ok::<(), sortie::GazetteerError>(())
    /// ```
    pub fn coordinates(&self) -> Option<(f64, f64)> {
        match self.inner {
            NameInner::Entry(entry, _) => entry.coordinates,
            NameInner::Place(place) => place.coordinates,
        }
    }

    /// How many people live there, where known.
    ///
    /// ```
    /// let gazetteer = sortie::Gazetteer::builtin()?;
    /// let found = gazetteer.find_iter("Benghazi").next().unwrap();
    /// assert!(found.names().next().unwrap().population() > 100_000);
    /// # Ok::<(), sortie::GazetteerError>(())
    /// ```
    pub fn population(&self) -> u64 {
        match self.inner {
            NameInner::Entry(entry, _) => entry.population,
            NameInner::Place(place) => place.population,
        }
    }

    /// Whether the name is also an ordinary word, a common personal name or otherwise in need of support from its context.
    ///
    /// ```
    /// let gazetteer = sortie::Gazetteer::builtin()?;
    /// let found = gazetteer.find_iter("Nice").next().unwrap();
    /// assert!(found.names().all(|name| name.is_weak()));
    /// # Ok::<(), sortie::GazetteerError>(())
    /// ```
    pub fn is_weak(&self) -> bool {
        match self.inner {
            NameInner::Entry(_, name) => name.weak,
            NameInner::Place(place) => place.weak,
        }
    }

    /// Whether an office or a group existed on that day; always true where no dates are known.
    ///
    /// ```
    /// use chrono::NaiveDate;
    ///
    /// let gazetteer = sortie::Gazetteer::builtin()?;
    /// let found = gazetteer.find_iter("Boris Yeltsin").next().unwrap();
    /// let in_office = |year| found.names().any(|name| name.holds_on(NaiveDate::from_ymd_opt(year, 6, 1).unwrap()));
    /// assert!(in_office(1996) && !in_office(2016));
    /// # Ok::<(), sortie::GazetteerError>(())
    /// ```
    pub fn holds_on(&self, day: NaiveDate) -> bool {
        match self.inner {
            NameInner::Entry(entry, _) => entry.since.is_none_or(|since| since <= day) && entry.until.is_none_or(|until| day <= until),
            NameInner::Place(_) => true,
        }
    }

    /// The office that a person holds, such as `prime-minister`; empty otherwise.
    ///
    /// ```
    /// let gazetteer = sortie::Gazetteer::builtin()?;
    /// let found = gazetteer.find_iter("Sergei Lavrov").next().unwrap();
    /// assert!(found.names().any(|name| name.office() == "foreign-minister"));
    /// # Ok::<(), sortie::GazetteerError>(())
    /// ```
    pub fn office(&self) -> &'g str {
        match self.inner {
            NameInner::Entry(entry, _) => &entry.detail,
            NameInner::Place(place) => place.kind,
        }
    }

    /// First and last day of an office or group, where known.
    pub(crate) fn dates(&self) -> (Option<NaiveDate>, Option<NaiveDate>) {
        match self.inner {
            NameInner::Entry(entry, _) => (entry.since, entry.until),
            NameInner::Place(_) => (None, None),
        }
    }
}
