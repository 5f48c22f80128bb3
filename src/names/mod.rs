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

pub(crate) use support::LOCATING;

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
