//! Weekdays, months, days of months, years, decades, and dates in figures.

use chrono::NaiveDate;

use super::{Found, Grammar, is_year};
use crate::date::expression::DateExpression as E;
use crate::date::lexicon::Lex;
use crate::date::token::{Kind, Token};
use crate::date::units::{DateUnit, Direction, Month};

const PAST: Direction = Direction::Past;

/// Newspapers and days with names of their own, which are not dated by the weekday in them.
const AFTER_WEEKDAY: &[&str] = &["Times", "Telegraph", "Mail", "Express", "Mirror", "Herald", "Independent", "Post", "Agreement", "Mass", "Accord"];
const BEFORE_WEEKDAY: &[&str] = &["Bloody", "Black", "Super", "Cyber", "Man", "Ms", "Mr", "Mrs"];

/// Streets and squares that bear a month's name.
const AFTER_MONTH: &[&str] = &["Street", "Road", "Avenue", "Square", "Lane", "Bridge"];

impl Grammar<'_> {
    /// "Monday", "Monday, August 30", "Tuesday last week".
    pub(super) fn weekday(&self, token: Token, lex: Lex) -> Found {
        let (weekday, short) = match lex {
            Lex::Weekday(weekday) => (weekday, false),
            Lex::WeekdayShort(weekday) => (weekday, true),
            _ => return None,
        };
        if !self.lexer.is_capital(token) {
            return None;
        }
        let next = self.at(token.end);
        let named = AFTER_WEEKDAY.contains(&self.lexer.str(next)) || self.lexer.before(token.start).is_some_and(|before| BEFORE_WEEKDAY.contains(&self.lexer.str(before)));
        if named {
            return None;
        }
        // "Monday, August 30", "Mon. 30 Aug.", "Monday (June 5)", "Monday the 5th".
        let mut after = token.end;
        if short {
            after = self.mark(after, '.').unwrap_or(after);
        }
        let bracket = self.mark(after, '(');
        let comma = self.mark(after, ',').or(bracket).unwrap_or(after);
        let date = self.at(comma);
        let full = match date.kind {
            Kind::Word(lex @ (Lex::Month(_) | Lex::MonthShort(_))) => self.month(date, lex),
            Kind::Number(..) | Kind::Ordinal(_) => self.numeric(date),
            Kind::Word(Lex::The) if comma == after => self.definite(date),
            _ => None,
        };
        if let Some((full @ (E::Date { .. } | E::DayOfMonth { .. } | E::DayNumber { .. }), end)) = full {
            let end = if bracket.is_some() { self.mark(end, ')').unwrap_or(end) } else { end };
            return Some((full, end));
        }
        // "on Saturday mornings"
        if let Kind::Word(Lex::DayParts) = next.kind {
            return Some((E::Frequency { count: 1, unit: DateUnit::Week, weekday: Some(weekday) }, next.end));
        }
        if short && !matches!(self.lexer.str(token), "Tues" | "Thurs" | "Weds") {
            return None;
        }
        // "Tuesday last week", "Friday of this week".
        let of = self.at(self.skip(token.end, Lex::Of));
        if let Kind::Word(lex @ (Lex::Last | Lex::Next | Lex::This | Lex::That)) = of.kind
            && let Some((week @ (E::Relative { unit: DateUnit::Week, .. } | E::Offset { unit: DateUnit::Week, .. }), end)) = self.pointed(of, lex, false)
        {
            return Some((E::WeekdayOf { weekday, ordinal: 1, of: Box::new(week) }, end));
        }
        Some((E::Weekday { weekday, direction: PAST }, token.end))
    }

    /// "March", "March 27", "March 27-29, 2016", "March 2016", "March of that year".
    pub(super) fn month(&self, token: Token, lex: Lex) -> Found {
        let (month, short) = match lex {
            Lex::Month(month) => (month, false),
            Lex::MonthShort(month) => (month, true),
            _ => return None,
        };
        if !self.lexer.is_capital(token) {
            return None;
        }
        let mut end = token.end;
        if short {
            end = self.mark(end, '.').filter(|dot| *dot == end + 1).unwrap_or(end);
        }
        // "June-August" is for the caller, "March-style" for nobody.
        let next = self.at(end);
        let after_the = if next.kind == Kind::Word(Lex::The) { self.at(next.end) } else { next };
        match (next.kind, after_the.kind) {
            (Kind::Number(day @ 1..=31, 1 | 2), _) if !self.is_measured(next) => {
                let (last, end) = self.second_day(next.end).filter(|(last, _)| *last > day).unwrap_or((day, next.end));
                return self.dated(month, day, last, end);
            }
            (_, Kind::Ordinal(day)) => {
                let day = u32::from(day);
                let (last, end) = self.second_day(after_the.end).filter(|(last, _)| *last > day).unwrap_or((day, after_the.end));
                return self.dated(month, day, last, end);
            }
            _ => {}
        }
        if let Some((year, end)) = self.year_after(end) {
            return Some((E::Month { month, year }, end));
        }
        if let Some((year, end)) = self.pointed_year(end) {
            let of = Box::new(year);
            return Some((E::Nth { ordinal: month.number() as i32, count: 1, unit: DateUnit::Month, of }, end));
        }
        if short && end == token.end && month != Month::September || self.is_name(token, month) {
            return None;
        }
        if let Some(year) = self.shared_year(end) {
            return Some((E::Month { month, year }, end));
        }
        Some((E::MonthOfYear { month, direction: PAST }, end))
    }

    /// A day is no day before "June 5:30" or "March 20 percent".
    fn is_measured(&self, number: Token) -> bool {
        let next = self.lexer.cut(number.end);
        let glued = matches!(next.kind, Kind::Mark(':' | '%' | '/'));
        let counted = matches!(self.at(number.end).kind, Kind::Word(Lex::Counted) | Kind::Mark('%'));
        glued || counted
    }

    /// A month's name that is somebody's, or the verb: "April Glaspie", "Gen. March", "Mrs. May".
    fn is_name(&self, token: Token, month: Month) -> bool {
        if !matches!(month, Month::March | Month::April | Month::May | Month::June | Month::August) {
            return false;
        }
        let dated = match self.lexer.before(token.start).map(|before| (before, before.kind)) {
            Some((_, Kind::Possessive | Kind::Dash | Kind::Mark('-' | '/' | '(' | '’' | '\''))) => true,
            Some((_, Kind::Word(Lex::Unit(..) | Lex::Weekday(_) | Lex::Counted | Lex::Vague(_) | Lex::Holiday))) => false,
            Some((before, Kind::Word(_))) => !(before.kind == Kind::Word(Lex::To) && month == Month::May),
            // "s" of a possessive.
            Some((before, _)) => self.lexer.str(before) == "s",
            None => false,
        };
        let next = self.at(token.end);
        if AFTER_MONTH.contains(&self.lexer.str(next)) {
            return true;
        }
        // "the March to Versailles", "a March on Rome"
        let article = matches!(self.lexer.before(token.start).map(|t| t.kind), Some(Kind::Word(Lex::The | Lex::Article)));
        if month == Month::March && article && matches!(next.kind, Kind::Word(Lex::To | Lex::On | Lex::Of | Lex::Into | Lex::From)) {
            return true;
        }
        // At the head of a sentence "May" and "March" are anything; "June" before a comma or a verb may be a month.
        !dated || (self.lexer.is_capital(next) && matches!(month, Month::April | Month::June) && next.kind == Kind::Other && !self.prepositioned(token))
    }

    /// Whether a preposition of time stands before.
    fn prepositioned(&self, token: Token) -> bool {
        matches!(
            self.lexer.before(token.start).map(|before| before.kind),
            Some(Kind::Word(
                Lex::In | Lex::Since | Lex::Until | Lex::By | Lex::From | Lex::To | Lex::Of | Lex::Between | Lex::Through | Lex::Before | Lex::After | Lex::Part(_) | Lex::Preposition | Lex::Season(_)
            ))
        )
    }

    /// Whether "BC" comes next.
    pub(super) fn is_before_christ(&self, end: usize) -> bool {
        matches!(self.lexer.str(self.at(end)), "BC" | "BCE" | "B.C")
    }

    /// The year that a later date of a list gives to this one: "April and June 1955", "May 3 and June 5, 1916".
    fn shared_year(&self, end: usize) -> Option<i32> {
        let link = self.at(end);
        if !matches!(link.kind, Kind::Dash | Kind::Mark('/') | Kind::Word(Lex::And | Lex::To | Lex::Preposition)) {
            return None;
        }
        let (mut token, mut month) = (self.at(link.end), false);
        for _ in 0..2 {
            match token.kind {
                Kind::Word(Lex::Month(_) | Lex::MonthShort(_)) => month = true,
                Kind::Number(1..=31, 1 | 2) | Kind::Ordinal(_) | Kind::Word(Lex::Part(_)) => {}
                _ => return None,
            }
            if month && let Some((year, _)) = self.year_after(token.end) {
                return Some(year);
            }
            token = self.at(token.end);
        }
        None
    }

    /// The rest of "the fifth of" June.
    pub(super) fn day_in_words(&self, day: u32, end: usize) -> Found {
        let token = self.at(end);
        if let Kind::Word(lex @ (Lex::That | Lex::The | Lex::This | Lex::Last | Lex::Next)) = token.kind {
            // "the 28th of that month"
            let found = if lex == Lex::The { self.definite(token) } else { self.pointed(token, lex, false) };
            let (of @ (E::Offset { unit: DateUnit::Month, .. } | E::Relative { unit: DateUnit::Month, .. }), end) = found? else {
                return None;
            };
            return Some((E::Nth { ordinal: day as i32, count: 1, unit: DateUnit::Day, of: Box::new(of) }, end));
        }
        let Kind::Word(Lex::Month(month)) = token.kind else { return None };
        if self.lexer.is_capital(token) { self.dated(month, day, day, token.end) } else { None }
    }

    /// Days of a month, with the year that may come next.
    fn dated(&self, month: Month, first: u32, last: u32, end: usize) -> Found {
        let (year, end) = match (self.year_after(end), self.pointed_year(end)) {
            (Some((year, end)), _) => (Some(Ok(year)), end),
            (None, Some((year, end))) => {
                let of = Box::new(year);
                (Some(Err(E::Nth { ordinal: month.number() as i32, count: 1, unit: DateUnit::Month, of })), end)
            }
            (None, None) => (self.shared_year(end).map(Ok), end),
        };
        let make = |day: u32| match &year {
            Some(Ok(year)) => Some(E::Date { date: NaiveDate::from_ymd_opt(*year, month.number(), day)? }),
            Some(Err(of)) => Some(E::Nth { ordinal: day as i32, count: 1, unit: DateUnit::Day, of: Box::new(of.clone()) }),
            None => day_of(month, day),
        };
        let start = make(first)?;
        let attack = matches!(self.lexer.str(self.at(end)), "terror" | "terrorist" | "attack" | "attacks");
        if year.is_none() && (month, first, last) == (Month::September, 11, 11) && attack {
            return Some((E::Date { date: NaiveDate::from_ymd_opt(2001, 9, 11)? }, end));
        }
        if first == last {
            return Some((start, end));
        }
        Some((E::Range { start: Box::new(start), end: Box::new(make(last)?) }, end))
    }

    /// The second number of "27-29", "27 and 28", "27 to 29".
    fn second_day(&self, end: usize) -> Option<(u32, usize)> {
        let link = self.at(end);
        if !matches!(link.kind, Kind::Dash | Kind::Mark('/') | Kind::Word(Lex::And | Lex::To | Lex::Through)) {
            return None;
        }
        let number = self.at(link.end);
        // "June 5 - 12 people were killed": what follows is counted.
        let plain = |end: usize| !matches!(self.at(end).kind, Kind::Other | Kind::Mark(':' | '%') | Kind::Word(Lex::Counted | Lex::Unit(..) | Lex::Month(_) | Lex::MonthShort(_) | Lex::Meridiem(_)));
        match number.kind {
            Kind::Number(day @ 1..=31, 1 | 2) if link.kind == Kind::Dash && link.start == end && number.start == link.end => Some((day, number.end)),
            Kind::Number(day @ 1..=31, 1 | 2) if plain(number.end) => Some((day, number.end)),
            Kind::Ordinal(day) if plain(number.end) => Some((u32::from(day), number.end)),
            _ => None,
        }
    }

    /// A year after a month: "2016", "of 2016", ", 2016", "'16".
    fn year_after(&self, end: usize) -> Option<(i32, usize)> {
        let comma = self.mark(end, ',').unwrap_or(end);
        let token = self.at(self.skip(comma, Lex::Of));
        match token.kind {
            Kind::Number(year, 4) if is_year(year) => Some((year as i32, token.end)),
            Kind::Mark('\'' | '‘') if comma == end => match self.short_year(token)? {
                (E::Year { year }, end) => Some((year, end)),
                _ => None,
            },
            _ => None,
        }
    }

    /// "last year", "of that year", "this year" after a month or a day of one.
    fn pointed_year(&self, end: usize) -> Found {
        let of = self.skip(end, Lex::Of);
        let token = self.at(of);
        let Kind::Word(lex) = token.kind else { return None };
        let (year, end) = match lex {
            Lex::Last | Lex::This | Lex::Next => self.pointed(token, lex, false)?,
            Lex::That | Lex::Same if of > end => self.pointed(token, lex, false)?,
            Lex::The if of > end => self.definite(token)?,
            _ => return None,
        };
        matches!(year, E::Relative { unit: DateUnit::Year, .. } | E::Offset { unit: DateUnit::Year, .. }).then_some((year, end))
    }

    /// What begins with a figure.
    pub(super) fn numeric(&self, token: Token) -> Found {
        if let Some(found) = self.figures(token) {
            return Some(found);
        }
        match token.kind {
            Kind::Decade(year) if year >= 1000 => return Some((E::Decade { year: year as i32 }, token.end)),
            Kind::Decade(_) => return None,
            _ => {}
        }
        if let Some(found) = self.clock_time(token).or_else(|| self.day_first(token)) {
            return Some(found);
        }
        if matches!(token.kind, Kind::Number(..)) && self.is_before_christ(token.end) {
            // Before our era there is no day to tell in ISO 8601 without signs: kept, and not resolved.
            return Some((E::Vague { direction: PAST }, self.at(token.end).end));
        }
        if let Kind::Number(year, 4) = token.kind
            && is_year(year)
            && let Some(found) = self.year(token, year)
        {
            return Some(found);
        }
        match token.kind {
            Kind::Ordinal(n) => self.ordinal(i32::from(n), token.end),
            _ => self.quantity(token),
        }
    }

    /// "5 June 2016", "5th of June", "5-7 June", "5 and 9 June".
    fn day_first(&self, token: Token) -> Found {
        let day = match token.kind {
            Kind::Number(day @ 1..=31, 1 | 2) => day,
            Kind::Ordinal(day) => u32::from(day),
            _ => return None,
        };
        let month_at = |offset: usize| {
            let token = self.at(self.skip(offset, Lex::Of));
            match token.kind {
                Kind::Word(Lex::Month(month)) if self.lexer.is_capital(token) => Some((month, token.end)),
                Kind::Word(Lex::MonthShort(month)) if self.lexer.is_capital(token) => Some((month, self.mark(token.end, '.').filter(|dot| *dot == token.end + 1).unwrap_or(token.end))),
                _ => None,
            }
        };
        if let Some((month, end)) = month_at(token.end) {
            return self.dated(month, day, day, end);
        }
        let link = self.at(token.end);
        if !matches!(link.kind, Kind::Dash | Kind::Mark('/') | Kind::Word(Lex::And | Lex::To | Lex::Through | Lex::Until)) {
            return None;
        }
        let second = self.at(self.skip(link.end, Lex::The));
        let last = match second.kind {
            Kind::Number(day @ 1..=31, 1 | 2) => day,
            Kind::Ordinal(day) => u32::from(day),
            _ => return None,
        };
        let (month, end) = month_at(second.end)?;
        if last <= day { None } else { self.dated(month, day, last, end) }
    }
}

/// A day of a month that some year has.
fn day_of(month: Month, day: u32) -> Option<E> {
    NaiveDate::from_ymd_opt(2000, month.number(), day)?;
    Some(E::DayOfMonth { month, day: day as u8, direction: PAST })
}
