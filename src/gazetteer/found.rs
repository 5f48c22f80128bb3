//! What was found in a text, and what it can mean.

use chrono::NaiveDate;

use crate::code::{ActorCode, CountryCode};
use crate::span::Span;

use super::Gazetteer;
use super::entry::{Entry, NameForm, NameKind, NameRef};
use super::places::{Place, PlaceRow};

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
    pub(super) gazetteer: &'g Gazetteer,
    pub(super) text: &'t str,
    pub(super) span: Span,
    pub(super) names: &'g [NameRef],
    pub(super) rows: &'g [PlaceRow],
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

    /// Everybody and everything of that name: actors in the order in which they were added, then places by population.
    ///
    /// ```
    /// let gazetteer = sortie::Gazetteer::builtin()?;
    /// let found = gazetteer.find_iter("Moscow").next().unwrap();
    /// assert!(found.names().any(|name| name.code().is_some_and(|code| code.to_string() == "RUS")));
    /// # Ok::<(), sortie::GazetteerError>(())
    /// ```
    pub fn names(&self) -> impl Iterator<Item = Name<'g>> + use<'g, 't> {
        let gazetteer = self.gazetteer;
        let entries = self.names.iter().map(move |name| Name { inner: NameInner::Entry(&gazetteer.inner.entries[name.entry as usize], *name) });
        let table = gazetteer.inner.places.as_ref();
        let text = self.text();
        let rows = self.rows.iter().filter_map(move |row| Some(Name { inner: NameInner::Place(table?.read(row, text)?) }));
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
    Place(Place<'g>),
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
