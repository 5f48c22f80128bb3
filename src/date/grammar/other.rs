//! Seasons, weekends, ordinals, holidays, parts of a day, clock times and what recurs.

use super::{Found, Grammar, is_year};
use crate::date::expression::DateExpression as E;
use crate::date::lexicon::{HOLIDAYS, Lex};
use crate::date::token::{Kind, Token};
use crate::date::units::{DateUnit, DayPart, Direction, Precision, Relation, Season};

const PAST: Direction = Direction::Past;

impl Grammar<'_> {
    /// "the summer", "summer 2014", "the winter of 2015": bare only after "the" or a preposition ("in winter").
    pub(super) fn season(&self, token: Token, season: Season) -> Found {
        let year = self.at(self.skip(token.end, Lex::Of));
        match year.kind {
            Kind::Number(n, 4) if is_year(n) => {
                let (mut number, mut end) = (n as i32, year.end);
                // "the winter of 1939-40" bears its first year.
                if let (Some(link), true) = (self.hyphen(end), season == Season::Winter)
                    && let Kind::Number(_, 2 | 4) = self.lexer.cut(link).kind
                {
                    end = self.lexer.cut(link).end;
                } else if season == Season::Winter && self.lexer.cut(end).kind == Kind::Mark('/') {
                    end = self.lexer.cut(self.lexer.cut(end).end).end;
                }
                number = number.clamp(1000, 2199);
                return Some((E::Season { season, year: Some(number), direction: PAST }, end));
            }
            Kind::Word(lex @ (Lex::Last | Lex::Next | Lex::This)) => {
                if let Some((E::Relative { unit: DateUnit::Year, offset }, end)) = self.pointed(year, lex, false) {
                    let of = Box::new(E::Relative { unit: DateUnit::Year, offset });
                    let ordinal = 3 * season as i32 + 3;
                    return Some((E::Nth { ordinal, count: 3, unit: DateUnit::Month, of }, end));
                }
            }
            Kind::Word(Lex::That | Lex::The) => {
                let pointed = if year.kind == Kind::Word(Lex::The) { self.definite(year) } else { self.pointed(year, Lex::That, false) };
                if let Some((of @ E::Offset { unit: DateUnit::Year, .. }, end)) = pointed {
                    let ordinal = 3 * season as i32 + 3;
                    return Some((E::Nth { ordinal, count: 3, unit: DateUnit::Month, of: Box::new(of) }, end));
                }
            }
            _ => {}
        }
        // "the fall of the city", "a summer offensive", "spring water".
        let before = self.lexer.before(token.start)?;
        let timed = match before.kind {
            Kind::Word(Lex::The) => self
                .lexer
                .before(before.start)
                .is_some_and(|b| matches!(b.kind, Kind::Word(Lex::In | Lex::Since | Lex::Until | Lex::By | Lex::Over | Lex::Through | Lex::Of | Lex::Preposition | Lex::Before | Lex::After))),
            Kind::Word(Lex::In | Lex::Since | Lex::Until | Lex::By | Lex::Part(_) | Lex::Of | Lex::Through) => true,
            Kind::Dash => true,
            _ => false,
        };
        let free = !matches!(self.at(token.end).kind, Kind::Other | Kind::Dash | Kind::Word(Lex::Of | Lex::Unit(..)));
        (timed && free).then_some((E::Season { season, year: None, direction: PAST }, token.end))
    }

    /// "the weekend", "the weekend of June 4".
    pub(super) fn weekend(&self, token: Token) -> Found {
        if let Some(of) = self.expect(token.end, Lex::Of)
            && let Some((of, end)) = self.simple(self.at(of))
            && of.precision() == Precision::Day
        {
            return Some((E::Offset { count: 0, unit: DateUnit::Weekend, of: Some(Box::new(of)) }, end));
        }
        Some((E::Weekend { direction: PAST }, token.end))
    }

    /// "first quarter of 2016", "second half of last year", "first week of July", "first three months of the year", "5th of June".
    pub(super) fn ordinal(&self, n: i32, end: usize) -> Found {
        let glued = self.hyphen(end);
        let (lex, unit_end) = match self.lex(glued.unwrap_or(end)) {
            Some(found) => found,
            None => {
                // "the first 10 days of May"
                let (count, end) = self.count(self.at(end))?;
                let (unit, end) = self.unit(end)?;
                return self.nth(n, count?, unit, end);
            }
        };
        match lex {
            Lex::Unit(DateUnit::Quarter, false) if (1..=4).contains(&n) || n == -1 => {
                let n = if n < 0 { 4 } else { n };
                let (year, end) = self.of_year(unit_end);
                Some((wrap(year, |year| E::Quarter { quarter: n as u8, year, direction: PAST }, 3 * n - 2, 3), end))
            }
            Lex::Half if n <= 2 => {
                let n = if n < 0 { 2 } else { n };
                let of = self.expect(unit_end, Lex::Of)?;
                if let Some((E::Month { .. } | E::MonthOfYear { .. } | E::Decade { .. } | E::Century { .. } | E::Relative { unit: DateUnit::Month, .. }, _)) = self.period(of) {
                    return None;
                }
                let (year, end) = self.of_year(unit_end);
                let year = year?;
                Some((wrap(Some(year), |year| E::Half { half: n as u8, year, direction: PAST }, 6 * n - 5, 6), end))
            }
            Lex::Unit(DateUnit::Century, _) if n > 0 && !self.is_before_christ(unit_end) => Some((E::Century { century: n }, unit_end)),
            Lex::Unit(unit, false) => self.nth(n, 1, unit, unit_end),
            Lex::Weekend => self.nth(n, 1, DateUnit::Weekend, unit_end),
            Lex::Weekday(weekday) => {
                let (of, end) = self.period(self.expect(unit_end, Lex::Of).or_else(|| self.expect(unit_end, Lex::In))?)?;
                Some((E::WeekdayOf { weekday, ordinal: n, of: Box::new(of) }, end))
            }
            Lex::Cardinal(_) | Lex::Couple => {
                let (count, end) = self.count(self.at(end))?;
                let (unit, end) = self.unit(end)?;
                self.nth(n, count?, unit, end)
            }
            // "the fifth of June"
            Lex::Of => self.day_in_words(u32::try_from(n).ok()?, unit_end),
            _ => None,
        }
    }

    fn nth(&self, ordinal: i32, count: u32, unit: DateUnit, end: usize) -> Found {
        let (of, end) = self.period(self.expect(end, Lex::Of).or_else(|| self.expect(end, Lex::In))?)?;
        let of = Box::new(of);
        Some((E::Nth { ordinal, count, unit, of }, end))
    }

    /// "2016", "of last year", "of that year" after a quarter or a half.
    fn of_year(&self, end: usize) -> (Option<E>, usize) {
        let after = self.expect(end, Lex::Of).or_else(|| self.expect(end, Lex::In)).unwrap_or(end);
        let token = self.at(after);
        let found = match token.kind {
            Kind::Number(year, 4) if is_year(year) => Some((E::Year { year: year as i32 }, token.end)),
            Kind::Word(Lex::The | Lex::This | Lex::Last | Lex::Next | Lex::That) => self.period(after),
            _ => None,
        };
        match found {
            Some((year @ (E::Year { .. } | E::Relative { unit: DateUnit::Year, .. } | E::Offset { unit: DateUnit::Year, .. }), end)) => (Some(year), end),
            _ => (None, end),
        }
    }

    /// A holiday, with its year or with "last", "next", "this".
    pub(super) fn holiday(&self, token: Token) -> Found {
        let (token, direction) = match token.kind {
            Kind::Word(Lex::Last) => (self.at(token.end), Direction::Last),
            Kind::Word(Lex::Next) => (self.at(token.end), Direction::Next),
            Kind::Word(Lex::This) => (self.at(token.end), Direction::This),
            _ => (token, PAST),
        };
        if !self.lexer.is_capital(token) {
            return None;
        }
        let ends = |words: &[&str]| {
            let mut end = token.start;
            for word in words {
                let next = self.at(end);
                let same = match next.kind {
                    Kind::Possessive => *word == "'s",
                    Kind::Dash => *word == "-",
                    _ => self.lexer.str(next).eq_ignore_ascii_case(word),
                };
                if !same {
                    return None;
                }
                end = next.end;
            }
            Some(end)
        };
        let (holiday, end) = HOLIDAYS.iter().find_map(|(words, holiday)| Some((*holiday, ends(words)?)))?;
        let year = self.at(self.skip(end, Lex::Of));
        match year.kind {
            Kind::Number(n, 4) if is_year(n) => Some((E::Holiday { holiday, year: Some(n as i32), direction }, year.end)),
            _ => Some((E::Holiday { holiday, year: None, direction }, end)),
        }
    }

    /// "tonight".
    pub(super) fn tonight(&self, token: Token) -> Found {
        let of = Box::new(E::Relative { unit: DateUnit::Day, offset: 0 });
        Some((E::PartOfDay { part: DayPart::Night, of }, token.end))
    }

    /// "overnight", "overnight into Thursday", "overnight on Saturday".
    pub(super) fn overnight(&self, token: Token) -> Found {
        if let Some(after) = self.expect(token.end, Lex::Into).or_else(|| self.expect(token.end, Lex::To))
            && let Some((day, end)) = self.simple(self.at(after))
            && day.precision() == Precision::Day
        {
            return Some((E::Overnight { into: Some(Box::new(day)) }, end));
        }
        let after = self.skip(token.end, Lex::On);
        if let Some((day, end)) = self.simple(self.at(after))
            && matches!(day, E::Weekday { .. } | E::DayOfMonth { .. } | E::Date { .. })
        {
            return Some((E::PartOfDay { part: DayPart::Night, of: Box::new(day) }, end));
        }
        // "an overnight raid" happened overnight all the same.
        Some((E::Overnight { into: None }, token.end))
    }

    /// "dawn on Sunday", "midnight Friday", "morning of June 5".
    pub(super) fn day_part(&self, token: Token, part: DayPart) -> Found {
        let after = match self.lex(token.end) {
            Some((Lex::On | Lex::Of, end)) => end,
            _ => token.end,
        };
        let (day, end) = self.simple(self.at(after))?;
        let dated = matches!(day, E::Weekday { .. } | E::DayOfMonth { .. } | E::Date { .. } | E::Relative { unit: DateUnit::Day, .. } | E::Holiday { .. }) && day.precision() == Precision::Day;
        dated.then(|| (E::PartOfDay { part, of: Box::new(day) }, end))
    }

    /// "on the eve of the summit", "the eve of June 5".
    pub(super) fn eve(&self, token: Token) -> Found {
        let after = self.at(self.expect(token.end, Lex::Of)?);
        if let Some((of, end)) = self.simple(after)
            && of.precision() == Precision::Day
        {
            return Some((E::Offset { count: -1, unit: DateUnit::Day, of: Some(Box::new(of)) }, end));
        }
        let (anchor, end) = self.anchor(after)?;
        Some((E::Event { relation: Relation::Eve, count: None, unit: None, anchor }, end))
    }

    /// A time of the day with the day that goes with it: "9 p.m. on Tuesday", "2100 GMT on Friday".
    pub(super) fn clock_time(&self, token: Token) -> Found {
        let (hour, minute, end) = self.clock(token)?;
        let comma = self.mark(end, ',').unwrap_or(end);
        let day = self.at(self.skip(comma, Lex::On));
        if matches!(day.kind, Kind::Word(Lex::Weekday(_) | Lex::Month(_) | Lex::MonthShort(_) | Lex::Day(_)) | Kind::Number(..))
            && let Some((of, day_end)) = self.simple(day)
            && of.precision() == Precision::Day
        {
            return Some((E::Clock { hour, minute, of: Some(Box::new(of)) }, day_end));
        }
        Some((E::Clock { hour, minute, of: None }, end))
    }

    /// Hour, minute and end of "9 p.m.", "21:00", "2100 GMT", "9:30 am local time".
    pub(super) fn clock(&self, token: Token) -> Option<(u8, u8, usize)> {
        let Kind::Number(value, digits) = token.kind else { return None };
        let (mut hour, mut minute, mut end, mut sure) = (value, 0, token.end, false);
        if digits == 4 {
            (hour, minute) = (value / 100, value % 100);
        } else if digits > 2 {
            return None;
        } else if let Kind::Mark(':' | '.') = self.lexer.cut(end).kind
            && let number = self.lexer.cut(end + 1)
            && let Kind::Number(minutes, 2) = number.kind
        {
            sure = self.lexer.cut(end).kind == Kind::Mark(':');
            (minute, end) = (minutes, number.end);
        }
        let next = self.at(end);
        match next.kind {
            Kind::Word(Lex::Meridiem(pm)) if digits < 3 && hour <= 12 => {
                hour = hour % 12 + if pm { 12 } else { 0 };
                (end, sure) = (next.end, true);
            }
            // "p.m."
            Kind::Word(Lex::Article) | Kind::Other if digits < 3 && hour <= 12 && matches!(self.lexer.str(next), "a" | "p" | "A" | "P") => {
                let dot = self.lexer.cut(next.end);
                let m = self.lexer.cut(dot.end);
                if dot.kind == Kind::Mark('.') && matches!(self.lexer.str(m), "m" | "M") {
                    let pm = matches!(self.lexer.str(next), "p" | "P");
                    hour = hour % 12 + if pm { 12 } else { 0 };
                    let dot = self.lexer.cut(m.end);
                    end = if dot.kind == Kind::Mark('.') { dot.end } else { m.end };
                    sure = true;
                }
            }
            _ => {}
        }
        let next = self.at(end);
        if next.kind == Kind::Word(Lex::Zone) || next.kind == Kind::Word(Lex::Unit(DateUnit::Hour, true)) && digits == 4 {
            (end, sure) = (next.end, true);
        } else if self.lexer.str(next) == "local" || self.lexer.is_capital(next) {
            // "local time", "Baghdad time"
            let time = self.at(next.end);
            if self.lexer.str(time) == "time" {
                (end, sure) = (time.end, true);
            }
        }
        (sure && hour <= 24 && minute < 60).then_some((hour as u8, minute as u8, end))
    }

    /// "every Friday", "each year", "daily", "twice a week", "every three days".
    pub(super) fn frequency(&self, token: Token, lex: Lex) -> Found {
        let each = |unit, end| Some((E::Frequency { count: 1, unit, weekday: None }, end));
        let next = self.at(token.end);
        match (lex, next.kind) {
            (Lex::Each(unit), _) => each(unit, token.end),
            (Lex::Twice, Kind::Word(Lex::Article | Lex::Every)) => {
                let (unit, end) = self.unit(next.end)?;
                each(unit, end)
            }
            (Lex::Every, Kind::Word(Lex::Weekday(weekday))) => Some((E::Frequency { count: 1, unit: DateUnit::Week, weekday: Some(weekday) }, next.end)),
            (Lex::Every, Kind::Word(Lex::DayPart(_))) => each(DateUnit::Day, next.end),
            (Lex::Every, Kind::Word(Lex::Unit(unit, false))) => each(unit, next.end),
            (Lex::Every, Kind::Word(Lex::Month(_) | Lex::Season(_))) => each(DateUnit::Year, next.end),
            (Lex::Every, Kind::Word(Lex::Weekend)) => each(DateUnit::Week, next.end),
            (Lex::Every, _) => {
                let (count, end) = self.count(next)?;
                let (unit, end) = self.unit(end)?;
                Some((E::Frequency { count: count?, unit, weekday: None }, end))
            }
            _ => None,
        }
    }
}

/// A quarter or half with its year as a number, or as so many months of another year.
fn wrap(year: Option<E>, make: impl Fn(Option<i32>) -> E, month: i32, count: u32) -> E {
    match year {
        None => make(None),
        Some(E::Year { year }) => make(Some(year)),
        Some(of) => E::Nth { ordinal: month, count, unit: DateUnit::Month, of: Box::new(of) },
    }
}
