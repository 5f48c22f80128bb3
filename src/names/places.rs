//! Which place is meant by a name, if one is.

use super::Hit;
use super::around::Around;
use super::support::{Candidate, Support};
use crate::code::CountryCode;
use crate::gazetteer::{Name, NameForm, NameKind};
use crate::lexicon::PLACE_NOUNS;
use crate::span::Span;

/// Words after which a place stands.
const LOCATIVES: &[&str] = &[
    "in", "at", "near", "around", "from", "to", "of", "outside", "over", "towards", "toward", "into", "on", "across", "through", "between", "and", "inside", "throughout", "via", "for", "leave",
    "left", "leaving", "off", "reached", "entered", "captured", "bombed", "hit", "struck",
];

/// Those after which even an ordinary word with a capital is a place: "in Nice", "near Hit".
const STRICT: &[&str] = &[
    "in", "near", "around", "from", "to", "outside", "towards", "toward", "into", "across", "inside", "throughout", "via", "leave", "left", "leaving", "reached", "entered", "captured", "bombed", "at",
];

/// Nouns after the name of a division of a country.
const DIVISIONS: &[&str] = &["province", "region", "governorate", "oblast", "state", "county", "department", "prefecture", "district", "canton", "krai", "republic", "countryside"];

/// Words that may stand between a country and its town: "Syria's second largest city of Aleppo".
const BETWEEN: &[&str] = &[
    "of", "the", "'s", "s", "northern", "southern", "eastern", "western", "central", "north", "south", "east", "west", "northwestern", "northeastern", "southwestern", "southeastern", "second",
    "third", "largest", "second-largest", "main", "coastal", "border", "frontline", "besieged", "embattled", "disputed", "key", "strategic", "industrial", "rebel-held", "government-held", "occupied",
    "port", "capital",
];

/// Parts of the world that are no place of an event, though some town shares their name.
const CONTINENTS: &[&str] = &[
    "asia", "europe", "africa", "america", "latin america", "south america", "north america", "central asia", "southeast asia", "east asia", "south asia", "western europe", "eastern europe", "west",
    "east", "north", "south", "pacific", "central america", "sub-saharan africa", "asia-pacific", "antarctica", "oceania", "earth", "world",
];

/// How papers shorten the states of the U.S. after the name of a town.
const US_STATES: &[&str] = &[
    "Ala.", "Ariz.", "Ark.", "Calif.", "Colo.", "Conn.", "Del.", "Fla.", "Ga.", "Ill.", "Ind.", "Kan.", "Ky.", "La.", "Md.", "Mass.", "Mich.", "Minn.", "Miss.", "Mo.", "Mont.", "Neb.", "Nev.",
    "N.H.", "N.J.", "N.M.", "N.Y.", "N.C.", "N.D.", "Okla.", "Ore.", "Pa.", "R.I.", "S.C.", "S.D.", "Tenn.", "Tex.", "Vt.", "Va.", "Wash.", "W.Va.", "Wis.", "Wyo.",
];

/// What a place must outweigh: its size, how much of the article lies in its country, and what is said beside it.
const NAMED: u32 = 4;
const SHARE: u32 = 6;
const CAPITAL: u32 = 20;
const QUALIFIED: u32 = 60;

pub(super) fn choose_place<'g>(text: &str, candidates: &[Candidate<'g>], index: usize, context: &Around<'_>, support: &Support, previous: Option<&Hit<'g>>) -> Option<Name<'g>> {
    let Candidate { span, names } = &candidates[index];
    // "the USS Arizona" is a ship.
    if CONTINENTS.contains(&span.of(text).to_lowercase().as_str()) || matches!(context.before.as_str(), "uss" | "hms" | "hmas" | "hmcs" | "usns") {
        return None;
    }
    if let Some(state) = names.iter().find(|name| name.kind() == NameKind::State && name.form() == NameForm::Name && !name.is_weak()) {
        return Some(*state);
    }
    let noun_after = PLACE_NOUNS.contains(&context.after.as_str());
    let locative = LOCATIVES.contains(&context.before.as_str()) || noun_after;
    // "in Homs and Hit"
    let listed = previous.is_some_and(|hit| hit.place.is_some() && matches!(&text[hit.span.end.min(span.start)..span.start], ", " | " and " | ", and " | " or "));
    let strict = STRICT.contains(&context.before.as_str()) || noun_after || listed || context.before == "of" && noun_before_of(text, *span);
    let capital_of = names.iter().find(|name| name.form() == NameForm::Capital).and_then(|name| name.country());
    let qualifiers = qualifiers(text, candidates, index);
    let fits = |name: &&Name<'g>| {
        let supported = name.country().is_none_or(|c| support.names(c));
        if name.is_weak() {
            let state = name.kind() == NameKind::State;
            return if state {
                locative && !context.capital_after
            } else {
                strict && (supported || name.population() > 1_000_000 || qualified(&qualifiers, name)) && (!context.capital_after || noun_after)
            };
        }
        // A village that shares its name with a person or thing counts where its country is what the article is about.
        (name.country().is_some() || locative) && (supported || locative || name.population() > 100_000 || capital_of.is_some())
    };
    let possible: Vec<Name<'g>> = names.iter().filter(|name| name.kind() == NameKind::Place || name.kind() == NameKind::State && name.form() == NameForm::Name).filter(fits).copied().collect();
    let weight = |name: &Name<'g>| {
        let Some(country) = name.country() else { return size(name) };
        let named = if support.names(country) { NAMED } else { 0 };
        let capital = if capital_of != Some(country) {
            0
        } else if support.names(country) {
            CAPITAL
        } else {
            CAPITAL / 3
        };
        size(name) + named + support.share(country) / SHARE + capital + if qualified(&qualifiers, name) { QUALIFIED } else { 0 }
    };
    let best = possible.iter().max_by_key(|name| (weight(name), std::cmp::Reverse(name.country()), name.population()))?;
    // Of one country the town, unless the word behind says otherwise: "Aleppo province".
    let division = DIVISIONS.contains(&context.after.as_str());
    let own = possible.iter().filter(|name| name.country() == best.country() && name.kind() == best.kind());
    own.max_by_key(|name| (is_division(name) == division, name.population(), std::cmp::Reverse(name.office()))).copied()
}

fn is_division(name: &Name<'_>) -> bool {
    matches!(name.office(), "region" | "district")
}

/// How large a place is: twice the binary logarithm of its people, where these are not known those of its kind.
fn size(name: &Name<'_>) -> u32 {
    let people = match (name.population(), name.kind(), name.office()) {
        (0, NameKind::State, _) => 8_000_000,
        (0, _, "region") => 100_000,
        (0, _, "district" | "area" | "sea" | "river" | "strait" | "island") => 50_000,
        (0, ..) => 2_000,
        (people, ..) => people,
    };
    2 * (64 - people.leading_zeros())
}

fn qualified(qualifiers: &[CountryCode], name: &Name<'_>) -> bool {
    name.country().is_some_and(|country| qualifiers.contains(&country))
}

/// "the town of": the word before "of" is a noun for places.
fn noun_before_of(text: &str, span: Span) -> bool {
    let mut words = text[..span.start].split_whitespace().rev();
    words.next() == Some("of") && words.next().is_some_and(|word| PLACE_NOUNS.contains(&word.to_lowercase().as_str()))
}

/// The countries to which the words beside a name tie it: "Tripoli, Lebanon", "the Syrian town of Manbij", "Ukraine's Kherson".
fn qualifiers(text: &str, candidates: &[Candidate<'_>], index: usize) -> Vec<CountryCode> {
    let span = candidates[index].span;
    let mut found = Vec::new();
    let wide = |name: &&Name<'_>| name.kind() == NameKind::State && name.form() == NameForm::Name || name.kind() == NameKind::Place && matches!(name.office(), "region" | "area");
    if let Some(next) = candidates.get(index + 1)
        && matches!(text.get(span.end..next.span.start), Some(", " | " in " | " (" | ", in " | ",\n"))
    {
        found.extend(next.names.iter().filter(wide).filter_map(|name| name.country()));
    }
    if text[span.end..].strip_prefix(", ").is_some_and(|rest| US_STATES.iter().any(|state| rest.starts_with(state))) {
        found.extend("USA".parse::<CountryCode>());
    }
    if let Some(before) = index.checked_sub(1).map(|i| &candidates[i])
        && let Some(between) = text.get(before.span.end..span.start).filter(|between| between.len() < 60)
    {
        if between == ", " {
            // "Atlanta, Georgia": the town's country.
            let town = before.names.iter().filter(|name| name.kind() == NameKind::Place).max_by_key(|name| name.population());
            found.extend(town.and_then(|name| name.country()));
        } else if joins(between) {
            found.extend(
                before.names.iter().filter(|name| name.kind() == NameKind::State && matches!(name.form(), NameForm::Name | NameForm::Adjective) || wide(name)).filter_map(|name| name.country()),
            );
        }
    }
    found
}

/// Whether words tie the country before them to the place behind: "'s ", " town of ", "'s second largest city, ".
fn joins(between: &str) -> bool {
    let between = between.replace('’', "'");
    let possessive = between.starts_with("'s ") || between.starts_with("' ");
    let mut noun = false;
    let known = between.trim_start_matches("'s").split(|c: char| c.is_whitespace() || matches!(c, ',' | '\'')).filter(|word| !word.is_empty()).all(|word| {
        let place = PLACE_NOUNS.contains(&word);
        noun |= place;
        place || BETWEEN.contains(&word)
    });
    known && (possessive || noun)
}
