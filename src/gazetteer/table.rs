//! Reading the crate's own tab-separated format.
//!
//! The first line names the columns; the rows follow in any order. Lists in a cell are separated by `|`; a leading `?` marks a
//! weak spelling. One reader serves actors and places of every kind: a column that is not there is empty.

use std::borrow::Cow;

use chrono::NaiveDate;

use super::entry::{Entry, NameForm, NameKind};
use crate::GazetteerError;
use crate::code::{ActorCode, CountryCode};

/// The columns that a table may have.
const COLUMNS: &[&str] =
    &["name", "code", "country", "kind", "office", "since", "until", "short", "aliases", "other_names", "adjectives", "demonyms", "capital", "metonyms", "latitude", "longitude", "population"];

/// Columns that hold spellings, and what form of the name those are.
const SPELLINGS: &[(&str, NameForm)] = &[
    ("aliases", NameForm::Name),
    ("other_names", NameForm::Name),
    ("adjectives", NameForm::Adjective),
    ("demonyms", NameForm::Demonym),
    ("capital", NameForm::Capital),
    ("metonyms", NameForm::Metonym),
    ("short", NameForm::Short),
];

/// Which kind of name the words of the `kind` column mean.
const KINDS: &[(NameKind, &[&str])] = &[
    (NameKind::State, &["state", "territory"]),
    (NameKind::Institution, &["institution", "ministry", "military", "intelligence", "parliament", "court", "police", "government"]),
    (NameKind::Person, &["person"]),
    (NameKind::Group, &["group", "rebels", "militants", "militias", "paramilitaries", "party", "government-in-exile", "opposition", "cartel", "separatists", "pmc"]),
    (NameKind::Organisation, &["organisation", "un", "regional", "alliance", "coalition", "financial", "tribunal", "ngo", "format"]),
    (NameKind::Media, &["media", "agency", "paper", "broadcaster", "site", "monitor"]),
    (NameKind::Place, &["place", "city", "region", "district", "town", "neighbourhood", "base", "camp", "river", "lake", "sea", "strait", "island", "mountain", "crossing", "front", "area"]),
];

/// A row of a table: an entry and its spellings.
pub(crate) struct Row {
    pub(crate) entry: Entry,
    pub(crate) spellings: Vec<(Cow<'static, str>, NameForm, bool)>,
}

/// A table on its way to rows. `'static` text is borrowed, other text copied.
pub(crate) struct Table<'t> {
    text: &'t str,
    file: &'t str,
    columns: Vec<Option<usize>>,
    own: fn(&'t str) -> Cow<'static, str>,
}

#[cfg(feature = "builtin")]
impl Table<'static> {
    /// A table in text that lives for ever: its names are borrowed.
    pub(crate) fn embedded(text: &'static str, file: &'static str) -> Result<Table<'static>, GazetteerError> {
        Table::with(text, file, Cow::Borrowed)
    }
}

impl<'t> Table<'t> {
    /// A table of the caller's.
    pub(crate) fn new(text: &'t str, file: &'t str) -> Result<Table<'t>, GazetteerError> {
        Table::with(text, file, |s| Cow::Owned(s.to_string()))
    }

    fn with(text: &'t str, file: &'t str, own: fn(&'t str) -> Cow<'static, str>) -> Result<Table<'t>, GazetteerError> {
        let header = text.lines().next().unwrap_or("");
        let Some(names) = header.strip_prefix('#') else {
            return Err(GazetteerError::malformed(file, 1, 1, "expected a header that names the columns (`#name<TAB>code...`)", header));
        };
        let mut columns = vec![None; COLUMNS.len()];
        let mut at = 2;
        for (i, name) in names.split('\t').enumerate() {
            let known = COLUMNS.iter().position(|column| *column == name.trim());
            match known {
                Some(column) if columns[column].is_none() => columns[column] = Some(i),
                Some(_) => return Err(GazetteerError::malformed(file, 1, at, "this column stands twice", name)),
                None => return Err(GazetteerError::malformed(file, 1, at, format!("unknown column (known: {})", COLUMNS.join(", ")), name)),
            }
            at += name.len() + 1;
        }
        if columns[0].is_none() {
            return Err(GazetteerError::malformed(file, 1, 1, "no column `name`", header));
        }
        Ok(Table { text, file, columns, own })
    }

    /// The rows, or where the table is malformed. Blank lines and comments (`#`) are skipped.
    pub(crate) fn rows(&self) -> impl Iterator<Item = Result<Row, GazetteerError>> + '_ {
        self.text.lines().enumerate().skip(1).filter(|(_, line)| !line.trim().is_empty() && !line.starts_with('#')).map(|(i, line)| self.row(line, i + 1))
    }

    fn row(&self, line: &'t str, number: usize) -> Result<Row, GazetteerError> {
        let cells: Vec<&'t str> = line.split('\t').collect();
        let cell = |name: &str| -> &'t str {
            let column = COLUMNS.iter().position(|column| *column == name).and_then(|i| self.columns[i]);
            column.and_then(|i| cells.get(i)).map_or("", |cell| cell.trim())
        };
        let malformed = |name: &str, message: &str| {
            let text = cell(name);
            // The cell lies within the line: its distance is the column.
            let column = text.as_ptr() as usize - line.as_ptr() as usize + 1;
            GazetteerError::malformed(self.file, number, if text.is_empty() { 1 } else { column }, message, if text.is_empty() { line } else { text })
        };
        fn parsed<T: std::str::FromStr>(text: &str) -> Result<Option<T>, ()> {
            if text.is_empty() { Ok(None) } else { text.parse().map(Some).map_err(|_| ()) }
        }
        let name = cell("name");
        let (weak, name) = weak_mark(name);
        if name.is_empty() {
            return Err(malformed("name", "a row without a name"));
        }
        let code: Option<ActorCode> = parsed(cell("code")).map_err(|()| malformed("code", "expected an actor code (`RUS`, `SYR-rebels`, `islamic-state`)"))?;
        let first_country = cell("country").split('|').next().unwrap_or("");
        let mut country: Option<CountryCode> = parsed(first_country).map_err(|()| malformed("country", "expected an ISO 3166-1 alpha-3 code"))?;
        let number_of = |name: &str| parsed::<f64>(cell(name)).map_err(|()| malformed(name, "expected a number"));
        let latitude = number_of("latitude")?;
        let longitude = number_of("longitude")?;
        if latitude.is_some_and(|x| !(-90.0..=90.0).contains(&x)) {
            return Err(malformed("latitude", "expected degrees between -90 and 90"));
        }
        if longitude.is_some_and(|x| !(-180.0..=180.0).contains(&x)) {
            return Err(malformed("longitude", "expected degrees between -180 and 180"));
        }
        let population = parsed::<u64>(cell("population")).map_err(|()| malformed("population", "expected a whole number"))?.unwrap_or(0);
        let since = partial_date(cell("since"), false).ok_or_else(|| malformed("since", "expected YYYY, YYYY-MM or YYYY-MM-DD"))?;
        let until = partial_date(cell("until"), true).ok_or_else(|| malformed("until", "expected YYYY, YYYY-MM or YYYY-MM-DD"))?;
        if since.zip(until).is_some_and(|(since, until)| until < since) {
            return Err(malformed("until", "ends before it begins"));
        }
        let (office, kind_word) = (cell("office"), cell("kind"));
        let kind = if !office.is_empty() {
            NameKind::Person
        } else if kind_word.is_empty() {
            match &code {
                Some(ActorCode::State(_)) => NameKind::State,
                Some(_) => NameKind::Group,
                None => NameKind::Place,
            }
        } else {
            KINDS.iter().find(|(_, words)| words.contains(&kind_word)).map(|(kind, _)| *kind).ok_or_else(|| malformed("kind", "unknown kind"))?
        };
        // A state is a place too, and those who act for it lie in it; a group has a theatre, not a country.
        if let (None, Some(ActorCode::State(state))) = (country, &code) {
            country = Some(*state);
        }
        let mut spellings = vec![((self.own)(name), NameForm::Name, weak)];
        for (column, form) in SPELLINGS {
            for spelling in cell(column).split('|').filter(|s| !s.is_empty()) {
                let (weak, spelling) = weak_mark(spelling);
                if !spelling.is_empty() {
                    spellings.push(((self.own)(spelling), *form, weak));
                }
            }
        }
        let detail = if office.is_empty() { kind_word } else { office };
        let entry = Entry { name: (self.own)(name), kind, detail: (self.own)(detail), code, country, since, until, coordinates: latitude.zip(longitude), population };
        Ok(Row { entry, spellings })
    }
}

fn weak_mark(spelling: &str) -> (bool, &str) {
    spelling.strip_prefix('?').map_or((false, spelling), |rest| (true, rest))
}

/// The first (or last) day of `YYYY`, `YYYY-MM` or `YYYY-MM-DD`; `Some(None)` where empty, `None` where malformed.
fn partial_date(text: &str, last: bool) -> Option<Option<NaiveDate>> {
    if text.is_empty() {
        return Some(None);
    }
    let mut parts = text.split('-');
    let year: i32 = parts.next()?.parse().ok().filter(|year| (1..=9999).contains(year))?;
    let month: Option<u32> = parts.next().map(|m| m.parse().ok()).map_or(Some(None), |m| m.map(Some))?;
    let day: Option<u32> = parts.next().map(|d| d.parse().ok()).map_or(Some(None), |d| d.map(Some))?;
    if parts.next().is_some() {
        return None;
    }
    let first = NaiveDate::from_ymd_opt(year, month.unwrap_or(if last { 12 } else { 1 }), day.unwrap_or(1))?;
    if day.is_none() && last {
        return Some(first.checked_add_months(chrono::Months::new(1)).and_then(|next| next.pred_opt()));
    }
    Some(Some(first))
}
