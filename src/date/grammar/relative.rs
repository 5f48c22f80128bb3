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
        self.deeper()?.after_the(the)
    }

    fn after_the(&self, the: Token) -> Found {
        let token = self.at(the.end);
        match token.kind {
            Kind::Ordinal(n) => self.ordinal(i32::from(n), token.end).or_else(|| self.day_number(the, token, n)),
            Kind::Number(1..=31, 1 | 2) => match self.numeric(token)? {
                // "the 20 September"
                found @ (E::DayOfMonth { .. } | E::Date { .. }, _) => Some(found),
                _ => None,
            },
            Kind::Number(year, 4) if year.is_multiple_of(10) && self.lexer.cut(token.end).kind == Kind::Possessive => self.numeric(token).filter(|(found, _)| matches!(found, E::Decade { .. })),
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
        let dated = matches!(self.lexer.before(the.start).map(|before| before.kind), Some(Kind::Word(Lex::On | Lex::Until | Lex::By | Lex::Since | Lex::From | Lex::Weekday(_)) | Kind::Mark(',')));
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
        // "the very next day"
        let definite = definite || self.lexer.before(token.start).is_some_and(|before| self.lexer.str(before) == "very");
        match (lex, next.kind) {
            // "this past Friday", "this coming weekend", "that same day", "the very next day".
            (Lex::This, Kind::Word(Lex::Past)) => return self.pointed(next, Lex::Last, false),
            (Lex::This, Kind::Word(Lex::Coming)) => return self.pointed(next, Lex::Next, false),
            (Lex::That, Kind::Word(Lex::Same)) => return self.pointed(next, Lex::Same, true),
            (_, Kind::Word(Lex::Part(part @ (Part::Early | Part::Late)))) if matches!(lex, Lex::This | Lex::Last) => {
                let (of, end) = self.deeper()?.pointed(next, lex, definite)?;
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
                (Lex::Last, _) if definite => self.last_of(1, unit, next.end).or(match self.expect(next.end, Lex::Of) {
                    Some(_) => None,
                    None if unit == DateUnit::Quarter => Some((relative(unit, -1), next.end)),
                    None => Some((E::Running { count: 1, unit, direction: PAST }, next.end)),
                }),
                (Lex::This | Lex::Last | Lex::Next, _) if unit != DateUnit::Hour && unit != DateUnit::Minute => {
                    if unit == DateUnit::Day && lex != Lex::Next {
                        None
                    } else {
                        Some((relative(unit, offset), next.end))
                    }
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
            Kind::Word(Lex::Fortnight) if step.is_none() => Some((E::Running { count: 2, unit: DateUnit::Week, direction: if offset > 0 { Direction::Future } else { PAST } }, next.end)),
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
            && let Some(found) = self.last_of(count, unit, end)
        {
            return Some(found);
        }
        let count = if unit == DateUnit::Weekend { return None } else { count };
        Some((E::Running { count, unit, direction }, end))
    }

    /// "the last week of May".
    fn last_of(&self, count: u32, unit: DateUnit, end: usize) -> Found {
        let of = self.expect(end, Lex::Of)?;
        let (of, end) = self.period(of)?;
        Some((E::Nth { ordinal: -1, count, unit, of: Box::new(of) }, end))
    }

    /// A period that something can be a part of: "May", "2015", "the month", "last year".
    pub(super) fn period(&self, offset: usize) -> Found {
        let token = self.at(offset);
        if token.kind == Kind::Word(Lex::The)
            && let Some((Lex::Unit(unit @ (DateUnit::Week | DateUnit::Month | DateUnit::Year | DateUnit::Day | DateUnit::Decade | DateUnit::Century), false), end)) = self.lex(token.end)
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
}
