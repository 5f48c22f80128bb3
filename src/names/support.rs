//! What an article says of countries and actors by naming them elsewhere.

use std::collections::{HashMap, HashSet};

use super::around::TITLES;
use crate::code::CountryCode;
use crate::gazetteer::{Name, NameForm, NameKind};
use crate::lexicon::LOCATING;
use crate::span::Span;

/// A name in the text with everybody and everything that it can mean.
pub(super) struct Candidate<'g> {
    pub(super) span: Span,
    pub(super) names: Vec<Name<'g>>,
}

/// The support that an article gives to countries and names.
#[derive(Debug, Default)]
pub(super) struct Support {
    /// How often each country is named, as an actor or a place.
    pub(super) countries: HashMap<CountryCode, u32>,
    /// How often places of each country are named that lie nowhere else, and the countries themselves after words like "in".
    pub(super) ground: HashMap<CountryCode, u32>,
    /// Usual names of entries that stand in the article in a form that needs no support.
    pub(super) strong: HashSet<String>,
    /// Codes of groups and organisations that stand in the article in a form that needs no support.
    pub(super) codes: HashSet<String>,
    /// Persons whom the article calls former holders of their office.
    pub(super) former: HashSet<String>,
}

impl Support {
    pub(super) fn of(text: &str, candidates: &[Candidate<'_>]) -> Support {
        let mut support = Support::default();
        support.join_spellings(text, candidates);
        for candidate in candidates {
            let before = &text[..candidate.span.start];
            let strong: Vec<&Name<'_>> = candidate.names.iter().filter(|name| !name.is_weak()).collect();
            for name in &strong {
                if name.kind() != NameKind::Place && name.form() != NameForm::Short {
                    support.strong.insert(name.name().to_string());
                    if matches!(name.kind(), NameKind::Group | NameKind::Organisation)
                        && let Some(code) = name.code()
                    {
                        support.codes.insert(code.to_string());
                    }
                }
            }
            // Who and what means one country alone speaks for it.
            if let Some(country) = only_country(&strong) {
                *support.countries.entry(country).or_default() += 1;
                let place = strong.iter().all(|name| name.kind() == NameKind::Place);
                let state = strong.iter().any(|name| name.kind() == NameKind::State && name.form() == NameForm::Name);
                if place || state && located(before) {
                    *support.ground.entry(country).or_default() += 1;
                }
            }
            if let Some(person) = strong.iter().find(|name| name.kind() == NameKind::Person)
                && called_former(before)
            {
                support.former.insert(person.name().to_string());
            }
        }
        support
    }

    /// Two weak spellings of one actor support each other: "the National Liberation Army (ELN)".
    fn join_spellings(&mut self, text: &str, candidates: &[Candidate<'_>]) {
        let mut first: HashMap<&str, &str> = HashMap::new();
        for candidate in candidates {
            let spelling = candidate.span.of(text);
            for name in candidate.names.iter().filter(|name| name.is_weak() && matches!(name.kind(), NameKind::Group | NameKind::Organisation | NameKind::Institution | NameKind::Media)) {
                if *first.entry(name.name()).or_insert(spelling) != spelling {
                    self.strong.insert(name.name().to_string());
                }
            }
        }
    }

    /// Whether the article names that country.
    pub(super) fn names(&self, country: CountryCode) -> bool {
        self.countries.contains_key(&country)
    }

    /// Which part of the places named, in percent, lie in that country.
    pub(super) fn share(&self, country: CountryCode) -> u32 {
        let all: u32 = self.ground.values().sum();
        self.ground.get(&country).map_or(0, |count| count * 100 / all.max(1))
    }
}

/// The country that all of the names mean, if it is one.
pub(super) fn only_country(names: &[&Name<'_>]) -> Option<CountryCode> {
    let mut countries = names.iter().filter_map(|name| name.country());
    let first = countries.next()?;
    countries.all(|country| country == first).then_some(first)
}

/// Whether the words before a name say that something is there.
fn located(before: &str) -> bool {
    let word = before.trim_end().rsplit(' ').next().unwrap_or("").to_lowercase();
    LOCATING.contains(&word.as_str())
}

/// Whether the words right before a name call its bearer a former holder of an office: "former U.S. president".
fn called_former(before: &str) -> bool {
    for word in before.split_whitespace().rev().take(5) {
        let bare = word.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
        if matches!(bare.as_str(), "former" | "ex" | "ousted" | "onetime" | "late") || bare.starts_with("ex-") {
            return true;
        }
        // Only titles and nationalities may stand between.
        if word.ends_with([',', '.', ';', ':']) && !word.contains('.') || !(TITLES.contains(&bare.as_str()) || word.starts_with(char::is_uppercase)) {
            return false;
        }
    }
    false
}
