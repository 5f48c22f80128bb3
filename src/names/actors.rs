//! Who is meant by a name.

use chrono::NaiveDate;

use super::Hit;
use super::around::{Around, TITLES};
use super::support::Support;
use crate::code::ActorCode;
use crate::gazetteer::{Name, NameForm, NameKind};
use crate::span::Span;

pub(super) fn choose_actor<'g>(text: &str, names: &[Name<'g>], context: &Around<'_>, support: &Support, day: Option<NaiveDate>, previous: Option<&Hit<'g>>, span: Span) -> Option<Name<'g>> {
    let text = span.of(text);
    let titled = TITLES.contains(&context.before.as_str());
    // "Ron Johnson" is not Boris Johnson: a capitalised word before a surname that is no title, nationality or opening word.
    let other_first_name = context.capital_before.is_some_and(|word| {
        !titled
            && word.len() > 1
            && !word.ends_with('s')
            && previous.is_none_or(|hit| hit.span.end + 2 < span.start)
            && !matches!(
                context.before.as_str(),
                "the"
                    | "when"
                    | "after"
                    | "but"
                    | "and"
                    | "as"
                    | "while"
                    | "if"
                    | "with"
                    | "that"
                    | "then"
                    | "since"
                    | "although"
                    | "because"
                    | "both"
                    | "in"
                    | "for"
                    | "on"
                    | "by"
                    | "from"
                    | "to"
                    | "state"
                    | "foreign"
                    | "defense"
                    | "defence"
                    | "vice"
                    | "before"
                    | "what"
                    | "how"
                    | "why"
                    | "today"
                    | "now"
                    | "even"
                    | "like"
                    | "party"
                    | "to-be"
                    | "army"
                    | "house"
                    | "monday"
                    | "tuesday"
                    | "wednesday"
                    | "thursday"
                    | "friday"
                    | "saturday"
                    | "sunday"
            )
    });
    let acceptable = |name: &&Name<'g>| -> bool {
        match name.kind() {
            NameKind::Place => false,
            NameKind::Person if name.form() == NameForm::Short => {
                let full = support.strong.contains(name.name());
                // A surname alone means who is known for it at the time.
                let current = day.is_none_or(|day| distance(name, day) < 3 * 365);
                !other_first_name && (full || titled && current || !name.is_weak() && current) && !(context.capital_after && !full && name.is_weak())
            }
            NameKind::Person => !name.is_weak() || titled,
            NameKind::State if name.is_weak() => !other_first_name && (!context.capital_after || context.after == "and" || name.country().is_some_and(|c| support.names(c))),
            NameKind::Media if name.is_weak() => matches!(context.before.as_str(), "the" | "told" | "by") && !context.capital_after || support.strong.contains(name.name()),
            // One body of an organisation speaks for another: "the Security Council", where the United Nations are named.
            NameKind::Group | NameKind::Organisation if name.is_weak() && name.code().is_some_and(|code| support.codes.contains(code.to_string().as_str())) => true,
            // "the Security Council", where nobody else is called so.
            NameKind::Organisation if name.is_weak() && context.before == "the" && names.len() == 1 && !context.capital_after && text.contains(' ') => true,
            _ if name.is_weak() => {
                support.strong.contains(name.name())
                    || name.country().is_some_and(|c| support.countries.get(&c).is_some_and(|n| *n >= 2)) && !context.sentence_start && !context.capital_after && context.capital_before.is_none()
            }
            _ => true,
        }
    };
    let day = day.unwrap_or(NaiveDate::MAX);
    names
        .iter()
        .enumerate()
        .filter(|(_, name)| acceptable(name))
        .min_by_key(|(i, name)| {
            let full = name.kind() == NameKind::Person && support.strong.contains(name.name());
            (name.is_weak() && !full, name.kind() == NameKind::Person && !full, distance(name, day), *i)
        })
        .map(|(_, name)| *name)
}

/// How many days lie between `day` and the time when the office or group existed.
pub(super) fn distance(name: &Name<'_>, day: NaiveDate) -> i64 {
    let (since, until) = name.dates();
    let before = since.map_or(0, |since| (since - day).num_days().max(0));
    let after = until.map_or(0, |until| (day - until).num_days().max(0));
    before + after
}

/// The code of an actor on that day.
pub(super) fn code_on(actor: &Name<'_>, names: &[Name<'_>], day: Option<NaiveDate>, support: &Support) -> Option<ActorCode> {
    if actor.kind() != NameKind::Person {
        return actor.code().cloned();
    }
    match day {
        Some(day) => {
            // Out of office, and said to be: a private person. Otherwise the article looks back on their time in office.
            let private = distance(actor, day) > 0 && support.former.contains(actor.name());
            actor.code().filter(|_| !private).cloned()
        }
        None => {
            let mut codes = names.iter().filter(|name| name.name() == actor.name()).map(|name| name.code());
            let first = codes.next()??;
            codes.all(|code| code == Some(first)).then(|| first.clone())
        }
    }
}
