//! Units counted from the publication date, from another date or from an event; parts of units.

use super::{Found, Grammar, is_calendar};
use crate::date::expression::DateExpression as E;
use crate::date::lexicon::Lex;
use crate::date::token::{Kind, Token};
use crate::date::units::{DateUnit, DayPart, Direction, Part, Precision, Relation};

const PAST: Direction = Direction::Past;

/// "the week of": a unit counted from nothing but what follows.
fn relative(unit: DateUnit, offset: i32) -> E {
    E::Relative { unit, offset }
}

fn from_before(count: i32, unit: DateUnit) -> E {
    E::Offset { count, unit, of: None }
}

impl Grammar<'_> {
    /// What begins with "the".
    pub(super) fn definite(&self, the: Token) -> Found {
        let token = self.at(the.end);
        match token.kind {
            Kind::Ordinal(n) => self.ordinal(i32::from(n), token.end).or_else(|| self.day_number(the, token, n)),
            Kind::Number(1..=31, 1 | 2) => match self.numeric(token)? {
                // "the 20 September"
                found @ (E::DayOfMonth { .. } | E::Date { .. }, _) => Some(found),
                _ => None,
            },
            Kind::Decade(year) if year >= 1000 => Some((E::Decade { year: year as i32 }, token.end)),
            Kind::Decade(year) => Some((E::Decade { year: 1900 + year as i32 }, token.end)),
            Kind::Mark('\'' | '‘') => self.short_year(token).filter(|(found, _)| matches!(found, E::Decade { .. })),
            Kind::Word(lex) => match lex {
                Lex::Final => self.ordinal(-1, token.end),
                Lex::Ordinal(n) => self.ordinal(i32::from(n), token.end),
                Lex::Tens(20 | 30) => {
                    let second = self.hyphen(token.end).map(|end| self.at(end));
                    match (lex, second.map(|t| (t.kind, t.end))) {
                        (Lex::Tens(tens), Some((Kind::Word(Lex::Ordinal(n)), end))) if n < 10 => self.ordinal(tens as i32 + i32::from(n), end),
                        _ => None,
                    }
                }
                Lex::Last | Lex::Past | Lex::Next | Lex::Coming | Lex::Same | Lex::Previous | Lex::Following => self.pointed(token, lex, true),
                Lex::Weekend => self.weekend(token),
                Lex::Season(season) => self.season(token, season),
                Lex::PartNoun(part) => self.part_noun(token, part),
                Lex::Part(_) => self.early_hours(token),
                Lex::Unit(unit, false) => self.definite_unit(token, unit),
                Lex::DayPart(part) => {
                    let (of, end) = self.simple(self.at(self.expect(token.end, Lex::Of).or_else(|| self.expect(token.end, Lex::Before))?))?;
                    (of.precision() == Precision::Day).then(|| (E::PartOfDay { part, of: Box::new(of) }, end))
                }
                Lex::Eve => self.eve(token),
                _ => None,
            },
            _ => None,
        }
    }

    /// "the 5th", with nothing after it that it could count.
    fn day_number(&self, the: Token, token: Token, day: u8) -> Found {
        let dated = matches!(
            self.lexer.before(the.start).map(|before| before.kind),
            Some(Kind::Word(Lex::On | Lex::Until | Lex::By | Lex::Since | Lex::From | Lex::Weekday(_)) | Kind::Mark(','))
        );
        let free = match self.at(token.end).kind {
            Kind::End | Kind::Mark(_) => true,
            Kind::Word(lex) => !matches!(lex, Lex::Unit(..) | Lex::DayPart(_) | Lex::Counted),
            _ => false,
        };
        (dated && free).then_some((E::DayNumber { day, direction: PAST }, token.end))
    }

    /// "the day before yesterday", "the day after the talks", "the year before last", "the week of June 5", "the year 2011".
    fn definite_unit(&self, token: Token, unit: DateUnit) -> Found {
        let next = self.at(token.end);
        match next.kind {
            Kind::Word(Lex::Before | Lex::After) => {
                let sign = if next.kind == Kind::Word(Lex::After) { 1 } else { -1 };
                let after = self.at(next.end);
                match after.kind {
                    Kind::Word(Lex::Last) if sign < 0 => Some((relative(unit, -2), after.end)),
                    Kind::Word(Lex::Next) if sign > 0 => Some((relative(unit, 2), after.end)),
                    Kind::Word(Lex::Day(offset)) if unit == DateUnit::Day => Some((relative(unit, offset + sign), after.end)),
                    // "The day before, an army had left."
                    Kind::Mark(_) | Kind::End => Some((from_before(sign, unit), next.end)),
                    _ => self.counted_from(Some(1), unit, sign, next),
                }
            }
            Kind::Word(Lex::Of) => {
                let after = self.at(next.end);
                if let Some((of, end)) = self.simple(after).filter(|(of, _)| is_calendar(of)) {
                    let same = unit == DateUnit::Month && of.precision() == Precision::Month;
                    return Some(if same { (of, end) } else { (E::Offset { count: 0, unit, of: Some(Box::new(of)) }, end) });
                }
                let (anchor, end) = self.anchor(after)?;
                Some((E::Event { relation: Relation::On, count: None, unit: Some(unit), anchor }, end))
            }
            Kind::Number(year, 4) if unit == DateUnit::Year => Some((E::Year { year: year as i32 }, next.end)),
            _ => None,
        }
    }

    /// What follows "last", "past", "next", "this", "that", "the same" and the like; `definite` after "the".
    pub(super) fn pointed(&self, token: Token, lex: Lex, definite: bool) -> Found {
        let next = self.at(token.end);
        match (lex, next.kind) {
            // "this past Friday", "this coming weekend", "that same day", "the very next day".
            (Lex::This, Kind::Word(Lex::Past)) => return self.pointed(next, Lex::Last, false),
            (Lex::This, Kind::Word(Lex::Coming)) => return self.pointed(next, Lex::Next, false),
            (Lex::That, Kind::Word(Lex::Same)) => return self.pointed(next, Lex::Same, true),
            (_, Kind::Word(Lex::Part(part @ (Part::Early | Part::Late)))) if matches!(lex, Lex::This | Lex::Last) => {
                let (of, end) = self.pointed(next, lex, definite)?;
                return Some((E::PartOf { part, of: Box::new(of) }, end));
            }
            _ => {}
        }
        // From the date that was told before: the next day, the previous week, that year, the same evening.
        let step = match lex {
            Lex::Next | Lex::Following if definite => Some(1),
            Lex::Following => Some(1),
            Lex::Previous => Some(-1),
            Lex::That | Lex::Same => Some(0),
            _ => None,
        };
        let direction = match lex {
            Lex::Last | Lex::Past => Direction::Last,
            Lex::Next | Lex::Coming => Direction::Next,
            _ => Direction::This,
        };
        let offset = match direction {
            Direction::Last => -1,
            Direction::Next => 1,
            _ => 0,
        };
        match next.kind {
            Kind::Word(Lex::Unit(unit, false)) => match (lex, step) {
                (_, Some(step)) => Some((from_before(step, unit), next.end)),
                // "the past month" is a month long; "last month" is the one of the calendar.
                (Lex::Past, _) => Some((E::Running { count: 1, unit, direction: PAST }, next.end)),
                (Lex::Coming, _) => Some((E::Running { count: 1, unit, direction: Direction::Future }, next.end)),
                (Lex::Last, _) if definite => self.last_of(next, 1, unit, next.end).or(match self.expect(next.end, Lex::Of) {
                    Some(_) => None,
                    None if unit == DateUnit::Quarter => Some((relative(unit, -1), next.end)),
                    None => Some((E::Running { count: 1, unit, direction: PAST }, next.end)),
                }),
                (Lex::This | Lex::Last | Lex::Next, _) if unit != DateUnit::Hour && unit != DateUnit::Minute => {
                    if unit == DateUnit::Day && lex != Lex::Next { None } else { Some((relative(unit, offset), next.end)) }
                }
                _ => None,
            },
            Kind::Word(Lex::Weekday(weekday)) => match step {
                Some(0) => None,
                Some(step) => Some((E::WeekdayFrom { weekday, count: step, of: None }, next.end)),
                None => {
                    // "the last Friday of May"
                    if lex == Lex::Last
                        && let Some((of, end)) = self.expect(next.end, Lex::Of).and_then(|of| self.period(of))
                    {
                        return Some((E::WeekdayOf { weekday, ordinal: -1, of: Box::new(of) }, end));
                    }
                    let (day, end) = (E::Weekday { weekday, direction }, next.end);
                    Some(self.with_part_of_day(day, end))
                }
            },
            Kind::Word(Lex::Weekend) => match step {
                Some(step) => Some((from_before(step, DateUnit::Weekend), next.end)),
                None => Some((E::Weekend { direction }, next.end)),
            },
            Kind::Word(Lex::Month(month)) if self.lexer.is_capital(next) => match step {
                Some(step) if step != 0 => {
                    let of = Box::new(from_before(step, DateUnit::Year));
                    Some((E::Nth { ordinal: month.number() as i32, count: 1, unit: DateUnit::Month, of }, next.end))
                }
                Some(_) => None,
                None => match self.month(next, Lex::Month(month))? {
                    (E::DayOfMonth { month, day, .. }, end) => Some((E::DayOfMonth { month, day, direction }, end)),
                    (E::MonthOfYear { month, .. }, end) => Some((E::MonthOfYear { month, direction }, end)),
                    found => Some(found),
                },
            },
            Kind::Word(Lex::Season(season)) => match step {
                None => Some((E::Season { season, year: None, direction }, next.end)),
                // "that spring", "the following winter"
                Some(step) => {
                    let of = Box::new(from_before(step, DateUnit::Year));
                    Some((E::Nth { ordinal: 3 * season as i32 + 3, count: 3, unit: DateUnit::Month, of }, next.end))
                }
            },
            Kind::Word(Lex::DayPart(part)) => {
                let day = match (lex, step) {
                    (_, Some(step)) => from_before(step, DateUnit::Day),
                    (Lex::Last, _) if part == DayPart::Night || part == DayPart::Evening => relative(DateUnit::Day, -1),
                    (Lex::This, _) => relative(DateUnit::Day, 0),
                    _ => return None,
                };
                Some((E::PartOfDay { part, of: Box::new(day) }, next.end))
            }
            Kind::Word(Lex::Fortnight) if step.is_none() => {
                Some((E::Running { count: 2, unit: DateUnit::Week, direction: if offset > 0 { Direction::Future } else { PAST } }, next.end))
            }
            // "the past three days", "the next few weeks", "the last decades".
            _ => self.running(next, lex, definite),
        }
    }

    fn running(&self, next: Token, lex: Lex, definite: bool) -> Found {
        let direction = match lex {
            Lex::Last | Lex::Past => PAST,
            Lex::Next | Lex::Coming => Direction::Future,
            Lex::Following | Lex::Previous => {
                let (count, end) = self.count(next)?;
                let (unit, end) = self.unit(end)?;
                return Some((E::Duration { count, unit, within: false }, end));
            }
            _ => return None,
        };
        if let Kind::Word(Lex::Unit(_, true)) = next.kind {
            return definite.then_some((E::Vague { direction }, next.end));
        }
        let (count, end) = self.count(next)?;
        let (unit, end) = self.unit(end)?;
        let Some(count) = count else { return Some((E::Vague { direction }, end)) };
        if lex == Lex::Last
            && let Some(found) = self.last_of(next, count, unit, end)
        {
            return Some(found);
        }
        let count = if unit == DateUnit::Weekend { return None } else { count };
        Some((E::Running { count, unit, direction }, end))
    }

    /// "the last week of May".
    fn last_of(&self, _at: Token, count: u32, unit: DateUnit, end: usize) -> Found {
        let of = self.expect(end, Lex::Of)?;
        let (of, end) = self.period(of)?;
        Some((E::Nth { ordinal: -1, count, unit, of: Box::new(of) }, end))
    }

    /// A period that something can be a part of: "May", "2015", "the month", "last year".
    pub(super) fn period(&self, offset: usize) -> Found {
        let token = self.at(offset);
        if token.kind == Kind::Word(Lex::The)
            && let Some((Lex::Unit(unit @ (DateUnit::Week | DateUnit::Month | DateUnit::Year | DateUnit::Day | DateUnit::Decade | DateUnit::Century), false), end)) =
                self.lex(token.end)
            && !matches!(self.lex(end), Some((Lex::Before | Lex::After | Lex::Of, _)))
            && !matches!(self.at(end).kind, Kind::Number(..))
        {
            return Some((relative(unit, 0), end));
        }
        let (of, end) = match token.kind {
            Kind::Number(year, 4) if super::is_year(year) => self.numeric(token).unwrap_or((E::Year { year: year as i32 }, token.end)),
            _ => self.simple(token)?,
        };
        is_calendar(&of).then_some((of, end))
    }

    /// "early March", "late on Friday", "earlier this month", "mid-2016".
    pub(super) fn part(&self, token: Token, part: Part) -> Found {
        let mut end = self.hyphen(token.end).unwrap_or(token.end);
        if let Some((Lex::In | Lex::On, after)) = self.lex(end) {
            end = after;
        }
        // "mid- to late March": the part that is nearer to the month.
        let (of, end) = self.period(end)?;
        let parted = matches!(of, E::PartOf { .. } | E::Since { .. } | E::Ago { .. });
        let coarse = matches!(of, E::Relative { unit: DateUnit::Day, .. }) && part == Part::Mid;
        (!parted && !coarse).then(|| (E::PartOf { part, of: Box::new(of) }, end))
    }

    /// "the end of May", "start of the year"; "the end of the war" is none.
    pub(super) fn part_noun(&self, token: Token, part: Part) -> Found {
        let (of, end) = self.period(self.expect(token.end, Lex::Of)?)?;
        Some((E::PartOf { part, of: Box::new(of) }, end))
    }

    /// "the early hours of Wednesday", "the late 1990s", "the early morning of June 5".
    fn early_hours(&self, token: Token) -> Found {
        let (lex, end) = self.lex(token.end)?;
        if matches!(lex, Lex::Unit(DateUnit::Hour, true) | Lex::DayPart(_)) {
            let (of, end) = self.simple(self.at(self.expect(end, Lex::Of).or_else(|| self.expect(end, Lex::On))?))?;
            let part = if let Lex::DayPart(part) = lex { part } else { DayPart::Dawn };
            return (of.precision() == Precision::Day).then(|| (E::PartOfDay { part, of: Box::new(of) }, end));
        }
        let Kind::Word(Lex::Part(part)) = token.kind else { return None };
        let after = self.at(self.hyphen(token.end).unwrap_or(token.end));
        match after.kind {
            Kind::Decade(_) | Kind::Word(Lex::Season(_) | Lex::Ordinal(_)) | Kind::Ordinal(_) => self.part(token, part),
            _ => None,
        }
    }

    /// A count of units, up to the units: "three", "more than 20", "a couple of", "a few"; `None` within for an unknown number.
    pub(super) fn count(&self, token: Token) -> Option<(Option<u32>, usize)> {
        let mut token = token;
        if token.kind == Kind::Word(Lex::More) {
            token = self.at(self.expect(token.end, Lex::Than)?);
        } else if matches!(token.kind, Kind::Word(Lex::About | Lex::Over)) {
            token = self.at(token.end);
        }
        match token.kind {
            Kind::Number(n, _) => Some((Some(n), token.end)),
            Kind::Word(Lex::Several) => Some((None, token.end)),
            Kind::Word(Lex::Article) => match self.lex(token.end) {
                Some((Lex::Several, end)) => Some((None, end)),
                Some((Lex::Couple, end)) => Some((Some(2), self.skip(end, Lex::Of))),
                Some((Lex::Times(n), end)) => Some((Some(n), end)),
                Some((Lex::Unit(..) | Lex::Fortnight, _)) => Some((Some(1), token.end)),
                _ => None,
            },
            Kind::Word(Lex::Couple) => Some((Some(2), self.skip(token.end, Lex::Of))),
            Kind::Word(Lex::Cardinal(n)) => match self.lex(token.end) {
                Some((Lex::Times(times), end)) => Some((n.checked_mul(times), end)),
                _ => Some((Some(n), token.end)),
            },
            Kind::Word(Lex::Tens(tens)) => match self.hyphen(token.end).and_then(|end| self.lex(end)) {
                Some((Lex::Cardinal(n @ 1..=9), end)) => Some((Some(tens + n), end)),
                _ => Some((Some(tens), token.end)),
            },
            Kind::Word(Lex::Times(n)) => Some((Some(n), token.end)),
            _ => None,
        }
    }

    /// A unit; "fortnight" counts as week for those who multiply it.
    pub(super) fn unit(&self, offset: usize) -> Option<(DateUnit, usize)> {
        let end = self.hyphen(offset).unwrap_or(offset);
        match self.lex(end)? {
            (Lex::Unit(unit, _), end) => Some((unit, end)),
            (Lex::Weekend, end) => Some((DateUnit::Weekend, end)),
            _ => None,
        }
    }

    /// "three days ago", "a day earlier", "two days before the June 5 election", "48 hours".
    pub(super) fn quantity(&self, token: Token) -> Found {
        if token.kind == Kind::Word(Lex::Article)
            && let Some(found) = self.nth_day_running(token)
        {
            return Some(found);
        }
        let (count, end) = self.count(token)?;
        let bare = matches!(token.kind, Kind::Word(Lex::Article | Lex::Cardinal(1))) && count == Some(1);
        if self.hyphen(end).is_some() {
            // "a 10-day truce", "the 34-year-old".
            let (unit, end) = self.unit(end)?;
            if self.hyphen(end).is_some() {
                return None;
            }
            return (!bare).then_some((E::Duration { count, unit, within: false }, end));
        }
        let (unit, count, end) = match self.lex(end) {
            Some((Lex::Fortnight, end)) => (DateUnit::Week, count.and_then(|n| n.checked_mul(2)), end),
            _ => {
                let (unit, end) = self.unit(end)?;
                (unit, count, end)
            }
        };
        self.tail(count, unit, end).or_else(|| (!bare).then_some((E::Duration { count, unit, within: false }, end)))
    }

    /// "for an eighth day", "for a second consecutive night on Thursday": the one day, which may be told next.
    fn nth_day_running(&self, token: Token) -> Found {
        let ordinal = self.at(token.end);
        if !matches!(ordinal.kind, Kind::Ordinal(_) | Kind::Word(Lex::Ordinal(_))) {
            return None;
        }
        let adjective = self.at(ordinal.end);
        let running = matches!(self.lexer.str(adjective), "consecutive" | "straight" | "successive");
        let day = if running { self.at(adjective.end) } else { adjective };
        let preposition = matches!(self.lexer.before(token.start).map(|t| self.lexer.str(t)), Some("for" | "into"));
        if !matches!(day.kind, Kind::Word(Lex::Unit(DateUnit::Day, false) | Lex::DayPart(DayPart::Night))) || !(running || preposition) {
            return None;
        }
        let told = self.at(self.skip(day.end, Lex::On));
        if let Kind::Word(Lex::Weekday(_) | Lex::Day(_) | Lex::Month(_)) = told.kind
            && let Some(found) = self.simple(told)
        {
            return Some(found);
        }
        Some((relative(DateUnit::Day, 0), day.end))
    }

    /// What makes a quantity a date: "ago", "earlier", "later", "from now", "before X", "after X".
    fn tail(&self, count: Option<u32>, unit: DateUnit, end: usize) -> Found {
        let (lex, after) = self.lex(end)?;
        let known = |make: &dyn Fn(u32) -> E, direction| count.map_or(E::Vague { direction }, make);
        let stepped = |sign: i32| count.and_then(|n| i32::try_from(n).ok()).map(|n| from_before(sign * n, unit)).unwrap_or(E::Vague { direction: PAST });
        match lex {
            Lex::Ago => Some((known(&|count| E::Ago { count, unit }, PAST), after)),
            Lex::Part(Part::Earlier) => Some((stepped(-1), after)),
            Lex::Part(Part::Later) => Some((stepped(1), after)),
            Lex::From => {
                let (Lex::Now | Lex::Day(0), end) = self.lex(after)? else { return None };
                Some((known(&|count| E::Ahead { count, unit }, Direction::Future), end))
            }
            Lex::Before | Lex::After => {
                let sign = if lex == Lex::After { 1 } else { -1 };
                let link = self.at(end);
                self.counted_from(count, unit, sign, link).or_else(|| Some((stepped(sign), after)))
            }
            _ => None,
        }
    }

    /// "two days before X": X a date, near the head of the phrase, or an event in words.
    fn counted_from(&self, count: Option<u32>, unit: DateUnit, sign: i32, link: Token) -> Found {
        let mut token = self.at(link.end);
        if let Kind::Word(Lex::The | Lex::Article | Lex::Possessive) = token.kind
            && self.simple(token).is_none()
        {
            token = self.at(token.end);
        }
        if let Some((of, end)) = self.simple(token)
            && is_calendar(&of)
            && let Some(count) = count.and_then(|n| i32::try_from(n).ok())
        {
            return Some((E::Offset { count: sign * count, unit, of: Some(Box::new(of)) }, end));
        }
        let (anchor, end) = self.anchor(self.at(link.end))?;
        let relation = if sign > 0 { Relation::After } else { Relation::Before };
        Some((E::Event { relation, count, unit: Some(unit), anchor }, end))
    }

    /// The words of an event that something is dated by: up to six, to the end of the clause.
    pub(super) fn anchor(&self, first: Token) -> Option<(Box<str>, usize)> {
        let (mut token, mut end, mut words) = (first, None, 0);
        while words < 7 {
            let stop = match token.kind {
                Kind::End | Kind::Mark(_) => true,
                Kind::Word(lex) => words > 0 && matches!(lex, Lex::In | Lex::On | Lex::At | Lex::By | Lex::From | Lex::To | Lex::And | Lex::That | Lex::After | Lex::Before | Lex::Preposition | Lex::Since | Lex::Until),
                Kind::Other => matches!(self.lexer.str(token), "was" | "were" | "had" | "has" | "is" | "which" | "who" | "with" | "when" | "but" | "said" | "he" | "she" | "they" | "it" | "we" | "I" | "you"),
                _ => false,
            };
            if stop {
                break;
            }
            end = Some(token.end);
            words += 1;
            token = self.at(token.end);
        }
        let end = end?;
        Some((self.lexer.text.get(first.start..end)?.into(), end))
    }

    /// "in three days" and "within three months"; "in" counts only beside a sign of the future, which the finder looks for.
    pub(super) fn limit(&self, token: Token, lex: Lex) -> Found {
        let (count, end) = self.count(self.at(token.end))?;
        let (unit, end) = match self.lex(end) {
            Some((Lex::Fortnight, end)) => (DateUnit::Week, end),
            _ => self.unit(end)?,
        };
        if self.hyphen(end).is_some() || self.tail(count, unit, end).is_some() {
            return None;
        }
        match lex {
            Lex::Within => Some((E::Duration { count, unit, within: true }, end)),
            Lex::In => Some(match count {
                Some(count) => {
                    let end = if self.lexer.cut(end).kind == Kind::Possessive || self.mark(end, '\'').is_some() {
                        // "in three weeks' time"
                        self.at(self.at(end).end).end
                    } else {
                        end
                    };
                    (E::Ahead { count, unit }, end)
                }
                None => (E::Vague { direction: Direction::Future }, end),
            }),
            _ => Some((E::Duration { count, unit, within: false }, end)),
        }
    }

    /// "years ago", "months later": how many isn't told.
    pub(super) fn bare_units(&self, token: Token) -> Found {
        match self.lex(token.end)? {
            (Lex::Ago | Lex::Part(Part::Earlier | Part::Later), end) => Some((E::Vague { direction: PAST }, end)),
            (lex @ (Lex::Before | Lex::After), _) => {
                let Kind::Word(Lex::Unit(unit, _)) = token.kind else { return None };
                let sign = if lex == Lex::After { 1 } else { -1 };
                self.counted_from(None, unit, sign, self.at(token.end))
            }
            _ => None,
        }
    }

    /// "year's end", "by the week's end".
    pub(super) fn units_end(&self, token: Token, unit: DateUnit) -> Found {
        let possessive = self.lexer.cut(token.end);
        let end = self.at(possessive.end);
        let ends = possessive.kind == Kind::Possessive && end.kind == Kind::Word(Lex::PartNoun(Part::Late)) && unit >= DateUnit::Week;
        ends.then(|| (E::PartOf { part: Part::Late, of: Box::new(relative(unit, 0)) }, end.end))
    }

    /// "recent days", "recent weeks".
    pub(super) fn recent(&self, token: Token) -> Found {
        let (Lex::Unit(_, true), end) = self.lex(token.end)? else { return None };
        Some((E::Vague { direction: PAST }, end))
    }
}
