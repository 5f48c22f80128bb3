//! The names of an article, each with what it means there.
//!
//! The gazetteer says what a name can mean; the article decides: by its date (who held the office), by the countries that it names
//! otherwise (which Tripoli), by the words around (whether "Nice" is a town).

mod actors;
mod around;
mod places;
mod support;

use chrono::NaiveDate;

use crate::code::{ActorCode, CountryCode};
use crate::gazetteer::{Gazetteer, Name, NameForm, NameKind};
use crate::span::Span;

use actors::{choose_actor, code_on};
use around::around;
use places::choose_place;
use support::{Candidate, Support};

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

/// The names of `text`, in order.
pub(crate) fn resolve<'g>(gazetteer: &'g Gazetteer, text: &str, day: Option<NaiveDate>) -> Vec<Hit<'g>> {
    let candidates: Vec<Candidate<'g>> = gazetteer.find_iter(text).map(|found| Candidate { span: found.span(), names: found.names().collect() }).collect();
    let support = Support::of(text, &candidates);
    let mut hits: Vec<Hit<'g>> = Vec::with_capacity(candidates.len());
    for index in 0..candidates.len() {
        if let Some(hit) = hit(text, &candidates, index, &support, day, hits.last()) {
            hits.push(hit);
            continue;
        }
        // A long name that does not hold here may hide a short one that does: "Astana talks".
        for inner in within(gazetteer, text, candidates[index].span) {
            let inner = [inner];
            if let Some(hit) = hit(text, &inner, 0, &support, day, hits.last()) {
                hits.push(hit);
            }
        }
    }
    hits
}

/// What one candidate means, if anything.
fn hit<'g>(text: &str, candidates: &[Candidate<'g>], index: usize, support: &Support, day: Option<NaiveDate>, previous: Option<&Hit<'g>>) -> Option<Hit<'g>> {
    let Candidate { span, names } = &candidates[index];
    let context = around(text, *span);
    let actor = choose_actor(text, names, &context, support, day, previous, *span);
    let place = choose_place(text, candidates, index, &context, support, previous);
    // A person's name is no place, unless a word before says so.
    let person = actor.is_some_and(|actor| actor.kind() == NameKind::Person);
    let here = matches!(context.before.as_str(), "in" | "near" | "outside") && !text[span.end..].starts_with(['\'', '’']);
    let place = place.filter(|place| !person || here && place.country().is_some_and(|country| support.share(country) > 0));
    let actor = actor.filter(|_| !(person && place.is_some()));
    // "Whitehall" and "Capitol Hill" are what they stand for, whatever village bears the name; "Tripoli, Lebanon" does not stand for Libya.
    let elsewhere = |actor: Name<'g>| place.is_some_and(|place| place.country() != actor.country());
    let metonym = actor.is_some_and(|actor| actor.form() == NameForm::Metonym);
    let place = place.filter(|_| !metonym || !actor.is_some_and(elsewhere));
    let actor = actor.filter(|actor| actor.kind() != NameKind::State || metonym || !elsewhere(*actor));
    // A capital is a place too, also under a name that only the list of states knows.
    let place = place.or(actor.filter(|actor| actor.form() == NameForm::Capital));
    if actor.is_none() && place.is_none() {
        return None;
    }
    let code = actor.and_then(|actor| code_on(&actor, names, day, support));
    Some(Hit { span: *span, actor, code, place })
}

/// The names in all but the last word of a span.
fn within<'g>(gazetteer: &'g Gazetteer, text: &str, span: Span) -> Vec<Candidate<'g>> {
    let Some(cut) = span.of(text).rfind([' ', '-']) else { return Vec::new() };
    let inner = &text[span.start..span.start + cut];
    gazetteer.find_iter(inner).map(|found| Candidate { span: Span::new(span.start + found.span().start, span.start + found.span().end), names: found.names().collect() }).collect()
}

#[cfg(all(test, feature = "builtin"))]
mod tests {
    use super::*;

    /// The name `word` in `text`: its code as an actor and its country as a place.
    fn meaning(text: &str, day: &str, word: &str) -> (String, String) {
        let gazetteer = Gazetteer::builtin().unwrap();
        let hits = resolve(&gazetteer, text, day.parse().ok());
        let hit = hits.iter().find(|hit| hit.span.of(text) == word);
        let code = hit.and_then(|hit| hit.code.as_ref()).map_or(String::new(), ToString::to_string);
        (code, hit.and_then(Hit::country).map_or(String::new(), |country| country.to_string()))
    }

    fn place(text: &str, word: &str) -> String {
        meaning(text, "2015-06-01", word).1
    }

    fn actor(text: &str, day: &str, word: &str) -> String {
        meaning(text, day, word).0
    }

    #[test]
    fn words_are_places_only_where_the_words_around_say_so() {
        assert_eq!(place("Ministers met in Nice, in the south of France.", "Nice"), "FRA");
        assert_eq!(place("Nice weather held over Paris and the rest of France.", "Nice"), "");
        assert_eq!(place("The British army moved from Reading to Swindon in England.", "Reading"), "GBR");
        assert_eq!(place("Reading the statement in London, the British envoy paused.", "Reading"), "");
        assert_eq!(place("Croatian forces landed near Split in Croatia.", "Split"), "HRV");
        assert_eq!(place("Split over the budget, Croatian parties met in Zagreb.", "Split"), "");
        assert_eq!(place("Fighting went on in Ramadi, Haditha and Hit, in western Iraq.", "Hit"), "IRQ");
        assert_eq!(place("Hit by shells, the bridge in Ramadi fell, Iraqi officers said.", "Hit"), "");
    }

    #[test]
    fn namesakes_go_by_what_stands_beside_them() {
        assert_eq!(place("Gunmen fought in Tripoli, Lebanon, on Sunday, Libya said.", "Tripoli"), "LBN");
        assert_eq!(place("Clashes went on in Tripoli, and Beirut sent troops from Sidon to the north of Lebanon.", "Tripoli"), "LBN");
        assert_eq!(place("Clashes went on in Tripoli and Misrata as Libya slid into war.", "Tripoli"), "LBY");
        assert_eq!(place("He was born in Paris, Texas, and served in Baghdad.", "Paris"), "USA");
        assert_eq!(place("A shooting in Geneva, N.Y., left two dead.", "Geneva"), "USA");
        assert_eq!(place("The United States sent an envoy to Geneva, American officials said.", "Geneva"), "CHE");
        assert_eq!(place("Rebels hold the Nigerian town of Damasak.", "Damasak"), "NGA");
        assert_eq!(place("Shells fell on Syria's second largest city, Aleppo.", "Aleppo"), "SYR");
    }

    #[test]
    fn states_give_way_to_their_namesakes() {
        assert_eq!(meaning("Michael Jordan visited soldiers in Texas.", "2015-06-01", "Jordan").0, "");
        assert_eq!(actor("Jordan and Egypt signed the accord.", "2015-06-01", "Jordan"), "JOR");
        assert_eq!(place("The trial was held in Atlanta, Georgia, a court in Florida heard.", "Georgia"), "USA");
        assert_eq!(place("Russian troops left Gori, in Georgia, and returned to Tskhinvali.", "Georgia"), "GEO");
        assert_eq!(actor("Chad sent soldiers to Mali.", "2013-02-01", "Chad"), "TCD");
    }

    #[test]
    fn ships_and_persons_are_no_places() {
        assert_eq!(place("Missiles flew from the USS Florida on Monday.", "Florida"), "");
        assert_eq!(place("Tension rose after Sessions spoke in Washington.", "Sessions"), "");
    }

    #[test]
    fn the_division_or_the_town() {
        let gazetteer = Gazetteer::builtin().unwrap();
        let office = |text: &str| resolve(&gazetteer, text, None).last().and_then(|hit| hit.place).map(|place| place.office().to_string());
        assert_eq!(office("Rebels moved through the Syrian hills to Latakia.").as_deref(), Some("city"));
        assert_eq!(office("Rebels moved through the hills of Latakia province").as_deref(), Some("region"));
    }

    #[test]
    fn capitals_are_both() {
        assert_eq!(meaning("Talks opened in Moscow.", "2015-06-01", "Moscow"), ("RUS".to_string(), "RUS".to_string()));
        assert_eq!(place("They met in Washington, D.C., on Friday.", "Washington, D.C."), "USA");
    }

    #[test]
    fn metonyms_keep_their_meaning() {
        assert_eq!(actor("Whitehall sources denied the report from Brussels.", "2015-06-01", "Whitehall"), "GBR");
    }

    #[test]
    fn offices_by_the_day() {
        assert_eq!(actor("Mr Sessions spoke after Jeff Sessions was sworn in.", "2017-05-01", "Jeff Sessions"), "USA");
        assert_eq!(actor("Former U.S. President Bill Clinton flew to Pyongyang.", "2009-08-05", "Bill Clinton"), "");
        assert_eq!(actor("President Bill Clinton flew to Geneva.", "1998-01-01", "Bill Clinton"), "USA");
    }

    #[test]
    fn weak_names_of_bodies_by_their_company() {
        assert_eq!(actor("She will brief the Security Council next week.", "2020-11-01", "Security Council"), "un");
        assert_eq!(actor("The Saudi-led coalition denied it. Coalition jets flew on, residents of Sanaa said.", "2016-11-20", "Coalition"), "saudi-led-coalition");
    }

    #[test]
    fn a_long_name_that_fails_uncovers_a_short_one() {
        assert_eq!(place("The next round of Astana talks is due in autumn.", "Astana"), "KAZ");
    }
}
