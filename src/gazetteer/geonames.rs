//! The tables of GeoNames (`cities15000.txt`, `allCountries.txt`, a country's own): tab-separated, nineteen columns, no header.

use std::borrow::Cow;
use std::collections::HashSet;

use super::builder::Names;
use super::country;
use super::entry::{Entry, NameForm, NameKind};
use super::report::Log;
use crate::text::fold::{fold, is_word_char};

/// Which rows are wanted.
#[derive(Debug, Clone)]
pub(super) struct Wanted {
    pub(super) population: u64,
    pub(super) classes: String,
}

impl Default for Wanted {
    fn default() -> Wanted {
        Wanted { population: 0, classes: "AP".to_string() }
    }
}

/// Reads rows one by one.
#[derive(Debug)]
pub(super) struct Rows {
    wanted: Wanted,
    ids: HashSet<u64>,
}

/// Where the columns stand.
const COLUMNS: usize = 19;
const ID: usize = 0;
const NAME: usize = 1;
const ASCII: usize = 2;
const OTHERS: usize = 3;
const LATITUDE: usize = 4;
const LONGITUDE: usize = 5;
const CLASS: usize = 6;
const FEATURE: usize = 7;
const COUNTRY: usize = 8;
const POPULATION: usize = 14;

const LONGEST: usize = 200;

impl Rows {
    pub(super) fn new(wanted: Wanted) -> Rows {
        Rows { wanted, ids: HashSet::new() }
    }

    pub(super) fn line(&mut self, text: &str, number: usize, names: &mut Names<'_>, log: &mut Log<'_>) {
        if text.trim().is_empty() || text.starts_with('#') {
            return;
        }
        let cells: Vec<&str> = text.split('\t').collect();
        if cells.len() != COLUMNS {
            log.reject(number, 1, format!("expected {COLUMNS} columns, not {}", cells.len()), text);
            return;
        }
        // The column's first byte, for the report.
        let at = |column: usize| cells[..column].iter().map(|cell| cell.len() + 1).sum::<usize>() + 1;
        let mut malformed = |column: usize, reason: &str| log.reject(number, at(column), reason, if cells[column].is_empty() { text } else { cells[column] });
        let Ok(id) = cells[ID].parse::<u64>() else { return malformed(ID, "expected a number") };
        let degrees = |column: usize, most: f64| cells[column].parse::<f64>().ok().filter(|degrees| degrees.abs() <= most);
        let Some(latitude) = degrees(LATITUDE, 90.0) else { return malformed(LATITUDE, "expected degrees between -90 and 90") };
        let Some(longitude) = degrees(LONGITUDE, 180.0) else { return malformed(LONGITUDE, "expected degrees between -180 and 180") };
        let population = if cells[POPULATION].is_empty() { Ok(0) } else { cells[POPULATION].parse::<u64>() };
        let Ok(population) = population else { return malformed(POPULATION, "expected a whole number") };
        let country = country::of_alpha_2(cells[COUNTRY]);
        if country.is_none() && !cells[COUNTRY].is_empty() {
            return malformed(COUNTRY, "unknown country code (ISO 3166-1 alpha-2)");
        }
        let name = cells[NAME].trim();
        if !name.contains(char::is_alphanumeric) || name.len() > LONGEST {
            return malformed(NAME, "expected a name");
        }
        if population < self.wanted.population || !self.wanted.classes.contains(cells[CLASS]) || cells[CLASS].is_empty() {
            log.report.left_out += 1;
            return;
        }
        if !self.ids.insert(id) {
            log.report.duplicates += 1;
            return;
        }
        let mut seen = HashSet::new();
        let mut spellings: Vec<(Cow<'static, str>, NameForm, bool)> = Vec::new();
        let others = cells[OTHERS].split(',').map(|other| (other, false));
        for (spelling, main) in [(name, true), (cells[ASCII], true)].into_iter().chain(others) {
            let spelling = spelling.trim();
            if spelling.is_empty() {
                continue;
            }
            if !main && !is_news_spelling(spelling) {
                log.report.left_out += 1;
                continue;
            }
            if seen.insert(fold(spelling)) {
                // Short words that some language calls a town by are ordinary words of others.
                let weak = !main && spelling.chars().count() <= 4 && !spelling.contains(' ');
                spellings.push((Cow::Owned(spelling.to_string()), NameForm::Name, weak));
            }
        }
        log.report.entries += 1;
        log.report.names += spellings.len();
        let kind = kind(cells[CLASS], cells[FEATURE]);
        let entry = Entry {
            name: Cow::Owned(name.to_string()),
            kind: NameKind::Place,
            detail: Cow::Borrowed(kind),
            code: None,
            country,
            since: None,
            until: None,
            coordinates: Some((latitude, longitude)),
            population,
        };
        names.push(entry, spellings);
    }
}

/// Whether English news may write a place so: in Latin letters, with a capital, and no airport's code or web address.
fn is_news_spelling(spelling: &str) -> bool {
    let latin = spelling.chars().filter(|c| c.is_alphabetic()).all(|c| c < '\u{250}' || ('\u{1e00}'..'\u{1f00}').contains(&c) || matches!(c, 'ʻ' | 'ʼ'));
    let letters = spelling.chars().filter(|c| is_word_char(*c)).count();
    let code = letters <= 4 && !spelling.chars().any(char::is_lowercase);
    latin && letters >= 3 && !code && spelling.len() <= LONGEST && spelling.chars().any(char::is_uppercase) && !spelling.contains("://")
}

/// A place's kind, as the crate's own tables word it.
fn kind(class: &str, feature: &str) -> &'static str {
    match (class, feature) {
        ("P", "PPLX") => "neighbourhood",
        ("P", "PPLC" | "PPLA" | "PPLA2") => "city",
        ("P", _) => "town",
        ("A", "ADM2" | "ADM3" | "ADM4" | "ADM5") => "district",
        ("A", _) => "region",
        ("H", "LK" | "LKS" | "RSV") => "lake",
        ("H", "SEA" | "OCN" | "GULF" | "BAY") => "sea",
        ("H", "STRT" | "CHN") => "strait",
        ("H", _) => "river",
        ("T", "ISL" | "ISLS") => "island",
        ("T", "PASS") => "crossing",
        ("T", _) => "mountain",
        ("S", "AIRB" | "AIRF" | "AIRP" | "INSM" | "NVB") => "base",
        ("S" | "L", "MILB") => "base",
        ("S", "CMP" | "CMPRF") => "camp",
        _ => "area",
    }
}
