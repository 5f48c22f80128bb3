//! The names of an article, each with what it means there.
//!
//! The gazetteer says what a name can mean; the article decides: by its date (who held the office), by the countries that it names
//! otherwise (which Tripoli), by the words around (whether "Nice" is a town).

use std::collections::HashMap;

use chrono::NaiveDate;

use crate::code::{ActorCode, CountryCode};
use crate::gazetteer::{Gazetteer, Name, NameForm, NameKind, NameMatch};
use crate::span::Span;
use crate::text::fold::is_word_char;

/// A name in the article, resolved.
#[derive(Debug, Clone)]
pub(crate) struct Hit<'g> {
    pub(crate) span: Span,
    /// Who it is as an actor.
    pub(crate) actor: Option<Name<'g>>,
    /// The code as an actor, by the article's date. `None` also for a person out of office.
    pub(crate) code: Option<ActorCode>,
    /// What it is as a place.
    pub(crate) place: Option<Name<'g>>,
}

impl Hit<'_> {
    pub(crate) fn kind(&self) -> NameKind {
        self.actor.or(self.place).map_or(NameKind::Place, |name| name.kind())
    }

    pub(crate) fn form(&self) -> NameForm {
        self.actor.or(self.place).map_or(NameForm::Name, |name| name.form())
    }

    pub(crate) fn is_person(&self) -> bool {
        self.kind() == NameKind::Person
    }

    /// Whether it is an adjective or a people's name.
    pub(crate) fn is_adjective(&self) -> bool {
        self.form() == NameForm::Adjective
    }

    pub(crate) fn country(&self) -> Option<CountryCode> {
        self.place.and_then(|place| place.country())
    }
}

/// Words before a name that make it a person's.
const TITLES: &[&str] = &[
    "mr", "mrs", "ms", "miss", "dr", "president", "premier", "minister", "prime", "gen", "general", "col", "colonel", "maj", "major", "lt", "lieutenant", "capt", "captain", "adm", "admiral", "king", "queen", "prince", "princess", "sheikh",
    "emir", "sultan", "senator", "sen", "rep", "secretary", "chancellor", "ambassador", "envoy", "commander", "chief", "leader", "spokesman", "spokeswoman", "spokesperson", "ayatollah", "mullah", "judge", "sir", "lord", "lady", "pope", "chairman", "marshal", "brig",
    "brigadier", "sgt", "governor", "mayor", "imam", "cardinal", "bishop", "archbishop", "director", "professor", "prof", "comrade", "sayyed", "sayyid", "haji", "maulana", "counterpart", "former", "deputy",
];

/// Words after which a place stands.
const LOCATIVES: &[&str] = &["in", "at", "near", "around", "from", "to", "of", "outside", "over", "towards", "toward", "into", "on", "across", "through", "between", "and", "inside", "throughout", "via", "for", "leave", "left", "leaving", "off", "reached", "entered", "captured", "bombed", "hit", "struck"];

/// What the words around a name say.
struct Around<'t> {
    /// The word before, in lower case, without its full stop.
    before: String,
    /// The word before, when it starts with a capital and is directly joined by blanks.
    capital_before: Option<&'t str>,
    /// Whether a capitalised word follows directly.
    capital_after: bool,
    /// The word after, in lower case.
    after: String,
    sentence_start: bool,
}

fn around<'t>(text: &'t str, span: Span) -> Around<'t> {
    let head = &text[..span.start];
    let trimmed = head.trim_end_matches([' ', '\u{a0}']);
    let start = trimmed.char_indices().rev().find(|(_, c)| !(is_word_char(*c) || matches!(c, '.' | '-'))).map_or(0, |(i, c)| i + c.len_utf8());
    let word = trimmed[start..].trim_matches(['.', '-']);
    let joined = trimmed.len() < head.len() && !word.is_empty();
    let sentence_start = trimmed.is_empty() || trimmed.ends_with(['.', '!', '?', '\n', '“', '"', ':', '”']) && !trimmed[start..].ends_with('.') || head.ends_with('\n');
    let tail = &text[span.end..];
    let next = tail.trim_start_matches([' ', '\u{a0}']);
    let word_after: &str = next.split(|c: char| !is_word_char(c)).next().unwrap_or("");
    let joined_after = next.len() < tail.len();
    Around {
        before: if joined { word.to_lowercase() } else { String::new() },
        capital_before: (joined && word.starts_with(char::is_uppercase)).then_some(word),
        capital_after: joined_after && word_after.starts_with(char::is_uppercase),
        after: if joined_after { word_after.to_lowercase() } else { String::new() },
        sentence_start,
    }
}

/// The support that an article gives to countries and names.
struct Support {
    countries: HashMap<CountryCode, u32>,
    /// Usual names of entries that stand in the article in a form that needs no support.
    strong: HashMap<String, usize>,
    /// Persons whom the article calls former holders of their office.
    former: Vec<String>,
}

/// The names of `text`, in order.
pub(crate) fn resolve<'g>(gazetteer: &'g Gazetteer, text: &str, day: Option<NaiveDate>) -> Vec<Hit<'g>> {
    let matches: Vec<(NameMatch<'g, '_>, Vec<Name<'g>>)> = gazetteer.find_iter(text).map(|m| (m, m.names().collect())).collect();
    let support = support(text, &matches);
    let mut hits: Vec<Hit<'g>> = Vec::with_capacity(matches.len());
    for (found, names) in &matches {
        let context = around(text, found.span());
        let actor = choose_actor(names, &context, &support, day, hits.last(), found.span());
        let place = choose_place(text, found.span(), names, &context, &support);
        // A person's name is no place, unless the words before say so.
        let place = if actor.is_some_and(|a| a.kind() == NameKind::Person) { None } else { place };
        if actor.is_none() && place.is_none() {
            continue;
        }
        let code = actor.and_then(|actor| code_on(&actor, names, day, &support));
        hits.push(Hit { span: found.span(), actor, code, place });
    }
    hits
}

fn support(text: &str, matches: &[(NameMatch<'_, '_>, Vec<Name<'_>>)]) -> Support {
    let mut support = Support { countries: HashMap::new(), strong: HashMap::new(), former: Vec::new() };
    // Two weak spellings of one actor support each other: "the National Liberation Army (ELN)".
    let mut spellings: HashMap<&str, &str> = HashMap::new();
    for (found, names) in matches {
        for name in names.iter().filter(|name| name.is_weak() && matches!(name.kind(), NameKind::Group | NameKind::Organisation | NameKind::Institution | NameKind::Media)) {
            let first = *spellings.entry(name.name()).or_insert(found.text());
            if first != found.text() {
                support.strong.entry(name.name().to_string()).or_insert(found.span().start);
            }
        }
    }
    for (found, names) in matches {
        let strong: Vec<&Name<'_>> = names.iter().filter(|name| !name.is_weak()).collect();
        for name in &strong {
            if name.kind() != NameKind::Place && name.form() != NameForm::Short {
                support.strong.entry(name.name().to_string()).or_insert(found.span().start);
            }
        }
        // Who and what means one country alone speaks for it.
        let mut countries = strong.iter().filter_map(|name| name.country());
        if let Some(first) = countries.next()
            && countries.all(|country| country == first)
        {
            *support.countries.entry(first).or_default() += 1;
        }
        if let Some(person) = strong.iter().find(|name| name.kind() == NameKind::Person) {
            if called_former(&text[..found.span().start]) {
                support.former.push(person.name().to_string());
            }
        }
    }
    support
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

fn choose_actor<'g>(names: &[Name<'g>], context: &Around<'_>, support: &Support, day: Option<NaiveDate>, previous: Option<&Hit<'g>>, span: Span) -> Option<Name<'g>> {
    let titled = TITLES.contains(&context.before.as_str());
    // "Ron Johnson" is not Boris Johnson: a capitalised word before a surname that is no title, nationality or opening word.
    let other_first_name = context.capital_before.is_some_and(|word| {
        !titled && word.len() > 1 && !word.ends_with('s') && previous.is_none_or(|hit| hit.span.end + 2 < span.start) && !matches!(context.before.as_str(), "the" | "when" | "after" | "but" | "and" | "as" | "while" | "if" | "with" | "that" | "then" | "since" | "although" | "because" | "both" | "in" | "for" | "on" | "by" | "from" | "to" | "state" | "foreign" | "defense" | "defence" | "vice" | "before" | "what" | "how" | "why" | "today" | "now" | "even" | "like" | "party" | "to-be" | "army" | "house" | "monday" | "tuesday" | "wednesday" | "thursday" | "friday" | "saturday" | "sunday")
    });
    let acceptable = |name: &&Name<'g>| -> bool {
        match name.kind() {
            NameKind::Place => false,
            NameKind::Person if name.form() == NameForm::Short => {
                let full = support.strong.contains_key(name.name());
                // A surname alone means who is known for it at the time.
                let current = day.is_none_or(|day| distance(name, day) < 3 * 365);
                !other_first_name && (full || titled && current || !name.is_weak() && current) && !(context.capital_after && !full && name.is_weak())
            }
            NameKind::Person => !name.is_weak() || titled,
            NameKind::State if name.is_weak() => !other_first_name && !(context.capital_after && !matches!(context.after.as_str(), "and")) || name.country().is_some_and(|c| support.countries.contains_key(&c)) && !other_first_name,
            NameKind::Media if name.is_weak() => matches!(context.before.as_str(), "the" | "told" | "by") && !context.capital_after || support.strong.contains_key(name.name()),
            _ if name.is_weak() => support.strong.contains_key(name.name()) || name.country().is_some_and(|c| support.countries.get(&c).is_some_and(|n| *n >= 2)) && !context.sentence_start && !context.capital_after && context.capital_before.is_none(),
            _ => true,
        }
    };
    let day = day.unwrap_or(NaiveDate::MAX);
    names
        .iter()
        .enumerate()
        .filter(|(_, name)| acceptable(name))
        .min_by_key(|(i, name)| {
            let full = name.kind() == NameKind::Person && support.strong.contains_key(name.name());
            (name.is_weak() && !full, name.kind() == NameKind::Person && !full, distance(name, day), *i)
        })
        .map(|(_, name)| *name)
}

/// How many days lie between `day` and the time when the office or group existed.
fn distance(name: &Name<'_>, day: NaiveDate) -> i64 {
    let (since, until) = name.dates();
    let before = since.map_or(0, |since| (since - day).num_days().max(0));
    let after = until.map_or(0, |until| (day - until).num_days().max(0));
    before + after
}

/// The code of an actor on that day.
fn code_on(actor: &Name<'_>, names: &[Name<'_>], day: Option<NaiveDate>, support: &Support) -> Option<ActorCode> {
    if actor.kind() != NameKind::Person {
        return actor.code().cloned();
    }
    match day {
        Some(day) => {
            // Out of office, and said to be: a private person. Otherwise the article looks back on their time in office.
            let private = distance(actor, day) > 0 && support.former.iter().any(|name| name == actor.name());
            actor.code().filter(|_| !private).cloned()
        }
        None => {
            let mut codes = names.iter().filter(|name| name.name() == actor.name()).map(|name| name.code());
            let first = codes.next()??;
            codes.all(|code| code == Some(first)).then(|| first.clone())
        }
    }
}

/// Parts of the world that are no place of an event, though some town shares their name.
const CONTINENTS: &[&str] = &["asia", "europe", "africa", "america", "latin america", "south america", "north america", "central asia", "southeast asia", "east asia", "south asia", "western europe", "eastern europe", "west", "east", "north", "south", "pacific", "central america", "sub-saharan africa", "asia-pacific", "antarctica", "oceania", "earth", "world"];

/// Words after a name that make it a place.
const PLACE_NOUNS: &[&str] = &["province", "region", "district", "governorate", "city", "airport", "town", "county", "oblast", "state", "valley", "river", "village", "camp", "suburb", "area", "front", "border", "peninsula", "island", "coast", "neighbourhood", "neighborhood"];

fn choose_place<'g>(text: &str, span: Span, names: &[Name<'g>], context: &Around<'_>, support: &Support) -> Option<Name<'g>> {
    if CONTINENTS.contains(&span.of(text).to_lowercase().as_str()) {
        return None;
    }
    let states = names.iter().find(|name| name.kind() == NameKind::State && name.form() == NameForm::Name && !name.is_weak());
    if let Some(state) = states {
        return Some(*state);
    }
    // "Tripoli, Lebanon": what follows the comma decides.
    let qualifier = text[span.end..].strip_prefix(", ").map(|rest| rest.split([',', '.', ';', ')', ' ', '\n', '-']).next().unwrap_or("")).filter(|word| word.starts_with(char::is_uppercase));
    let capital_of = names.iter().find(|name| name.form() == NameForm::Capital).and_then(|name| name.country());
    let locative = LOCATIVES.contains(&context.before.as_str()) || PLACE_NOUNS.contains(&context.after.as_str());
    let candidates = names.iter().filter(|name| name.kind() == NameKind::Place || name.kind() == NameKind::State && name.form() == NameForm::Name);
    candidates
        .filter(|name| {
            let supported = name.country().is_some_and(|c| support.countries.contains_key(&c));
            !name.is_weak() && (name.country().is_some() || locative)
                || name.is_weak() && locative && (supported || name.population() > 1_000_000 || name.kind() == NameKind::State) && !context.capital_after && (context.capital_before.is_none() || locative)
        })
        // A village that shares its name with a person or thing counts where its country is what the article is about.
        .filter(|name| {
            let supported = name.country().is_none_or(|c| support.countries.contains_key(&c));
            supported || locative || name.population() > 100_000 || capital_of.is_some()
        })
        .max_by_key(|name| {
            let count = name.country().and_then(|c| support.countries.get(&c)).copied().unwrap_or(0);
            let people = 64 - (name.population() + 2).leading_zeros() as i64;
            let qualified = qualifier.is_some_and(|word| name.country().is_some_and(|c| names_country(support, c, word)));
            let score = people * 2 + if count > 0 { 9 } else { 0 } + i64::from(count.min(6)) + if capital_of.is_some() && name.country() == capital_of { 20 } else { 0 } + if qualified { 60 } else { 0 };
            // Equal scores: the first, which the data put first.
            (score, std::cmp::Reverse(name.country()), name.population())
        })
        .copied()
}

/// Whether `word` begins the name of that country in the article.
fn names_country(support: &Support, country: CountryCode, word: &str) -> bool {
    support.countries.contains_key(&country) && support.strong.keys().any(|name| name.starts_with(word)) && word.len() > 2
}
