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
const COLUMNS: [&str; 17] =
    ["name", "code", "country", "kind", "office", "since", "until", "short", "aliases", "other_names", "adjectives", "demonyms", "capital", "metonyms", "latitude", "longitude", "population"];
const NAME: usize = 0;
const CODE: usize = 1;
const COUNTRY: usize = 2;
const KIND: usize = 3;
const OFFICE: usize = 4;
const SINCE: usize = 5;
const UNTIL: usize = 6;
const LATITUDE: usize = 14;
const LONGITUDE: usize = 15;
const POPULATION: usize = 16;

/// Columns that hold spellings, and what form of the name those are.
const SPELLINGS: [(usize, NameForm); 7] =
    [(8, NameForm::Name), (9, NameForm::Name), (10, NameForm::Adjective), (11, NameForm::Demonym), (12, NameForm::Capital), (13, NameForm::Metonym), (7, NameForm::Short)];

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

/// A table's columns.
pub(crate) struct Table {
    /// Where each known column stands in a row.
    columns: [Option<usize>; COLUMNS.len()],
}

/// Why a row is none.
pub(crate) struct Malformed {
    /// The byte in its line, from 1.
    pub(crate) column: usize,
    pub(crate) reason: String,
    pub(crate) text: String,
}

/// Text of the caller's is copied.
pub(crate) fn owned(text: &str) -> Cow<'static, str> {
    Cow::Owned(text.to_string())
}

/// All rows of a table, or where it is malformed; `own` keeps a cell's text.
pub(crate) fn rows<'t>(text: &'t str, file: &'t str, own: fn(&'t str) -> Cow<'static, str>) -> Result<impl Iterator<Item = Result<Row, GazetteerError>> + 't, GazetteerError> {
    let table = Table::header(text.lines().next().unwrap_or(""), file)?;
    let rows = text.lines().enumerate().skip(1).filter(|(_, line)| Table::is_row(line));
    Ok(rows.map(move |(i, line)| table.row(line, own).map_err(|malformed| GazetteerError::malformed(file, i + 1, malformed.column, malformed.reason, &malformed.text))))
}

impl Table {
    /// Reads the first line.
    pub(crate) fn header(header: &str, file: &str) -> Result<Table, GazetteerError> {
        let Some(names) = header.strip_prefix('#') else {
            return Err(GazetteerError::malformed(file, 1, 1, "expected a header that names the columns (`#name<TAB>code...`)", header));
        };
        let mut columns = [None; COLUMNS.len()];
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
        if columns[NAME].is_none() {
            return Err(GazetteerError::malformed(file, 1, 1, "no column `name`", header));
        }
        Ok(Table { columns })
    }

    /// Blank lines and comments (`#`) are skipped.
    pub(crate) fn is_row(line: &str) -> bool {
        !line.trim().is_empty() && !line.starts_with('#')
    }

    pub(crate) fn row<'t>(&self, line: &'t str, own: fn(&'t str) -> Cow<'static, str>) -> Result<Row, Malformed> {
        let cells: Vec<&'t str> = line.split('\t').collect();
        let cell = |column: usize| -> &'t str { self.columns[column].and_then(|i| cells.get(i)).map_or("", |cell| cell.trim()) };
        let malformed = |column: usize, reason: &str| {
            let text = cell(column);
            let at = if text.is_empty() { 1 } else { text.as_ptr() as usize - line.as_ptr() as usize + 1 };
            Malformed { column: at, reason: reason.to_string(), text: if text.is_empty() { line } else { text }.to_string() }
        };
        fn parsed<T: std::str::FromStr>(text: &str) -> Result<Option<T>, ()> {
            if text.is_empty() { Ok(None) } else { text.parse().map(Some).map_err(|_| ()) }
        }
        let (weak, name) = weak_mark(cell(NAME));
        if name.is_empty() {
            return Err(malformed(NAME, "a row without a name"));
        }
        let code: Option<ActorCode> = parsed(cell(CODE)).map_err(|()| malformed(CODE, "expected an actor code (`RUS`, `SYR-rebels`, `islamic-state`)"))?;
        let first_country = cell(COUNTRY).split('|').next().unwrap_or("");
        let mut country: Option<CountryCode> = parsed(first_country).map_err(|()| malformed(COUNTRY, "expected an ISO 3166-1 alpha-3 code"))?;
        let number_of = |column: usize| parsed::<f64>(cell(column)).map_err(|()| malformed(column, "expected a number"));
        let latitude = number_of(LATITUDE)?;
        let longitude = number_of(LONGITUDE)?;
        if latitude.is_some_and(|x| !(-90.0..=90.0).contains(&x)) {
            return Err(malformed(LATITUDE, "expected degrees between -90 and 90"));
        }
        if longitude.is_some_and(|x| !(-180.0..=180.0).contains(&x)) {
            return Err(malformed(LONGITUDE, "expected degrees between -180 and 180"));
        }
        let population = parsed::<u64>(cell(POPULATION)).map_err(|()| malformed(POPULATION, "expected a whole number"))?.unwrap_or(0);
        let since = partial_date(cell(SINCE), false).ok_or_else(|| malformed(SINCE, "expected YYYY, YYYY-MM or YYYY-MM-DD"))?;
        let until = partial_date(cell(UNTIL), true).ok_or_else(|| malformed(UNTIL, "expected YYYY, YYYY-MM or YYYY-MM-DD"))?;
        if since.zip(until).is_some_and(|(since, until)| until < since) {
            return Err(malformed(UNTIL, "ends before it begins"));
        }
        let (office, kind_word) = (cell(OFFICE), cell(KIND));
        let kind = if !office.is_empty() {
            NameKind::Person
        } else if kind_word.is_empty() {
            match &code {
                Some(ActorCode::State(_)) => NameKind::State,
                Some(_) => NameKind::Group,
                None => NameKind::Place,
            }
        } else {
            KINDS.iter().find(|(_, words)| words.contains(&kind_word)).map(|(kind, _)| *kind).ok_or_else(|| malformed(KIND, "unknown kind"))?
        };
        // A state is a place too, and those who act for it lie in it; a group has a theatre, not a country.
        if let (None, Some(ActorCode::State(state))) = (country, &code) {
            country = Some(*state);
        }
        let mut spellings = vec![(own(name), NameForm::Name, weak)];
        for (column, form) in SPELLINGS {
            let cell = cell(column);
            if cell.is_empty() {
                continue;
            }
            for spelling in cell.split('|') {
                let (weak, spelling) = weak_mark(spelling);
                if !spelling.is_empty() {
                    spellings.push((own(spelling), form, weak));
                }
            }
        }
        let detail = if office.is_empty() { kind_word } else { office };
        let entry = Entry { name: own(name), kind, detail: own(detail), code, country, since, until, coordinates: latitude.zip(longitude), population };
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
