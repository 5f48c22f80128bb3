//! The grammar of date expressions, by recursive descent over tokens cut on demand.
//!
//! Each rule looks at a bounded number of tokens, so the whole is linear in the text. Rules write `Past` where the clause decides;
//! the finder asks the tense afterwards.

mod absolute;
mod figures;
mod other;
mod quantity;
mod relative;

use super::expression::DateExpression as E;
use super::lexicon::Lex;
use super::token::{Kind, Lexer, Token};
use super::units::{DateUnit, Direction, Precision};

/// An expression and the offset where it ends.
pub(super) type Found = Option<(E, usize)>;

/// The rules over one text.
#[derive(Debug, Clone, Copy)]
pub(super) struct Grammar<'t> {
    lexer: Lexer<'t>,
    /// How many expressions this one stands in.
    depth: u8,
}

/// "two days before the end of the first week of May last year" is three deep; more would only be noise, and costs.
const DEEPEST: u8 = 5;

impl<'t> Grammar<'t> {
    /// The rules over this text.
    pub(super) fn new(lexer: Lexer<'t>) -> Grammar<'t> {
        Grammar { lexer, depth: 0 }
    }

    /// The text.
    pub(super) fn lexer(&self) -> Lexer<'t> {
        self.lexer
    }

    /// The same rules for an expression within this one.
    fn deeper(&self) -> Option<Grammar<'t>> {
        (self.depth < DEEPEST).then_some(Grammar { lexer: self.lexer, depth: self.depth + 1 })
    }

    /// The token after this offset.
    pub(super) fn at(&self, offset: usize) -> Token {
        self.lexer.at(offset)
    }

    /// The meaning of the word after this offset, and where it ends.
    fn lex(&self, offset: usize) -> Option<(Lex, usize)> {
        match self.at(offset) {
            Token { kind: Kind::Word(lex), end, .. } => Some((lex, end)),
            _ => None,
        }
    }

    /// The end of this word, if it comes next; else the offset itself.
    fn skip(&self, offset: usize, word: Lex) -> usize {
        self.expect(offset, word).unwrap_or(offset)
    }

    /// The end of this word, if it comes next.
    fn expect(&self, offset: usize, word: Lex) -> Option<usize> {
        self.lex(offset).filter(|(lex, _)| *lex == word).map(|(_, end)| end)
    }

    /// The end of this mark, if it comes next.
    fn mark(&self, offset: usize, mark: char) -> Option<usize> {
        let token = self.at(offset);
        (token.kind == Kind::Mark(mark)).then_some(token.end)
    }

    /// The end of a hyphen glued to this offset, with a word or number glued to it.
    fn hyphen(&self, offset: usize) -> Option<usize> {
        let token = self.lexer.cut(offset);
        (token.kind == Kind::Dash).then_some(token.end)
    }

    /// The whole expression that begins with this token.
    pub(super) fn expression(&self, token: Token) -> Found {
        let Kind::Word(lex) = token.kind else { return self.joined(token) };
        match lex {
            Lex::Since => {
                let (of, end) = self.joined(self.at(token.end))?;
                is_calendar(&of).then(|| (E::Since { of: Box::new(of) }, end))
            }
            Lex::Until | Lex::By | Lex::Through => {
                let (of, end) = self.joined(self.at(token.end))?;
                // "through the 1980s" is all of them.
                let during = lex == Lex::Through && !matches!(of.precision(), Precision::Day | Precision::Month | Precision::Week);
                if !is_calendar(&of) || during {
                    return None;
                }
                let of = Box::new(of.with_direction(Direction::Future));
                Some((if lex == Lex::By { E::By { of } } else { E::Until { of } }, end))
            }
            Lex::Between => self.range(self.at(token.end), &[Lex::And]),
            Lex::From => self.range(self.at(token.end), &[Lex::To, Lex::Until, Lex::Through]),
            _ => self.joined(token),
        }
    }

    /// `first CONNECTOR last`, which a word before has announced.
    fn range(&self, token: Token, connectors: &[Lex]) -> Found {
        let (first, end) = self.simple(token)?;
        let Some((_, after)) = self.lex(end).filter(|(lex, _)| connectors.contains(lex)) else {
            // "from June 3-5" holds a range already.
            return matches!(first, E::Range { .. }).then_some((first, end));
        };
        let (last, end) = match self.at(after) {
            // "between 1914 and 1918" needs no other sign of a year.
            Token { kind: Kind::Number(year, 4), end, .. } if is_year(year) && !self.is_counted(end) => self.simple(self.at(after)).unwrap_or((E::Year { year: year as i32 }, end)),
            token => self.simple(token)?,
        };
        (is_calendar(&first) && is_calendar(&last)).then(|| (joined_range(first, last), end))
    }

    /// A simple expression, with a second one joined to it ("Monday to Friday", "June-August", "Monday and Tuesday").
    fn joined(&self, token: Token) -> Found {
        let (first, end) = self.simple(token)?;
        let next = self.at(end);
        let (after, glued, and) = match next.kind {
            Kind::Dash => (next.end, next.start == end, false),
            Kind::Word(Lex::To | Lex::Through | Lex::Until) => (next.end, false, false),
            Kind::Word(Lex::And) => (next.end, false, true),
            _ => return Some((first, end)),
        };
        let token = self.at(after);
        // "Syria on Monday - Tuesday's ...": a dash with white space around it joins nothing but plain days.
        if next.kind == Kind::Dash && glued != (token.start == after) {
            return Some((first, end));
        }
        let Some((last, last_end)) = self.simple(token) else { return Some((first, end)) };
        let joins = match (&first, &last) {
            (E::Weekday { weekday: a, direction: d }, E::Weekday { weekday: b, direction: e }) if and => d == e && (b.index() - a.index()).rem_euclid(7) == 1,
            (E::Weekday { direction: a, .. }, E::Weekday { direction: b, .. }) => a == b,
            (E::DayOfMonth { .. } | E::Date { .. }, E::DayOfMonth { .. } | E::Date { .. }) => !and,
            (E::MonthOfYear { .. } | E::Month { .. }, E::MonthOfYear { .. } | E::Month { .. }) => !and,
            (E::PartOf { .. }, E::PartOf { .. }) => !and,
            (E::PartOf { .. }, E::MonthOfYear { .. } | E::Month { .. }) => !and && !glued,
            (E::MonthOfYear { .. } | E::Month { .. }, E::PartOf { .. }) => !and && !glued,
            (E::Year { .. }, E::Year { .. }) => !and && next.kind != Kind::Dash,
            _ => false,
        };
        if joins { Some((joined_range(first, last), last_end)) } else { Some((first, end)) }
    }

    /// One expression, with the part of the day that follows it.
    pub(super) fn simple(&self, token: Token) -> Found {
        let inner = self.deeper()?;
        let (expression, end) = match token.kind {
            Kind::Number(..) | Kind::Ordinal(_) | Kind::Decade(_) => inner.numeric(token),
            Kind::Word(lex) => inner.worded(token, lex),
            Kind::Mark('\'' | '‘') => inner.short_year(token),
            // "05.06.2016" is a number with points to the lexer.
            Kind::Other => inner.figures(token),
            _ => None,
        }?;
        Some(self.with_part_of_day(expression, end))
    }

    fn worded(&self, token: Token, lex: Lex) -> Found {
        match lex {
            Lex::Weekday(_) | Lex::WeekdayShort(_) => self.weekday(token, lex),
            Lex::Month(_) | Lex::MonthShort(_) => self.holiday(token).or_else(|| self.month(token, lex)),
            Lex::Weekdays(weekday) => Some((E::Frequency { count: 1, unit: DateUnit::Week, weekday: Some(weekday) }, token.end)),
            Lex::The => self.definite(token),
            Lex::Last | Lex::Past | Lex::Next | Lex::Coming | Lex::This | Lex::That | Lex::Same | Lex::Previous | Lex::Following => self.holiday(token).or_else(|| self.pointed(token, lex, false)),
            Lex::Part(part) => self.part(token, part),
            Lex::PartNoun(part) => self.part_noun(token, part),
            Lex::Day(offset) => Some((E::Relative { unit: DateUnit::Day, offset }, token.end)),
            Lex::Tonight => self.tonight(token),
            Lex::Overnight => self.overnight(token),
            Lex::DayPart(part) => self.day_part(token, part),
            Lex::Article | Lex::Cardinal(_) | Lex::Tens(_) | Lex::Times(_) | Lex::Several | Lex::Couple | Lex::About | Lex::More => self.quantity(token),
            Lex::Unit(_, true) => self.bare_units(token),
            Lex::Unit(unit, false) => self.units_end(token, unit),
            Lex::In | Lex::Within | Lex::Over => self.limit(token, lex),
            Lex::Season(season) => self.season(token, season),
            Lex::Final => self.ordinal(-1, token.end),
            Lex::Ordinal(n) => self.ordinal(i32::from(n), token.end),
            Lex::Every | Lex::Each(_) | Lex::Twice => self.frequency(token, lex),
            Lex::Vague(direction) => Some((E::Vague { direction }, token.end)),
            Lex::Recent => self.recent(token),
            Lex::Weekend => None,
            Lex::On => None,
            Lex::Eve => self.eve(token),
            Lex::Holiday => self.holiday(token),
            _ => None,
        }
    }

    /// "Saturday morning", "June 5 at 9 p.m.": what may follow a day.
    fn with_part_of_day(&self, expression: E, end: usize) -> (E, usize) {
        let is_day = expression.precision() == Precision::Day && !matches!(expression, E::PartOfDay { .. } | E::Clock { .. } | E::Ago { .. } | E::Ahead { .. });
        if !is_day {
            return (expression, end);
        }
        let next = self.at(end);
        match next.kind {
            Kind::Word(Lex::DayPart(part)) if self.hyphen(next.end).is_none() => (E::PartOfDay { part, of: Box::new(expression) }, next.end),
            Kind::Word(Lex::At) => match self.clock(self.at(next.end)) {
                Some((hour, minute, clock_end)) => (E::Clock { hour, minute, of: Some(Box::new(expression)) }, clock_end),
                None => (expression, end),
            },
            _ => (expression, end),
        }
    }

    /// Whether what follows is counted by the number before it, so that this is no year: "2016 others".
    fn is_counted(&self, offset: usize) -> bool {
        let next = self.at(offset);
        match next.kind {
            Kind::Word(Lex::Counted | Lex::Unit(..) | Lex::Zone | Lex::Times(_)) => true,
            Kind::Mark('%' | '°' | '$' | '€') => true,
            // An unknown plural in lower case.
            Kind::Other => {
                let word = self.lexer.str(next);
                word.len() > 3 && word.ends_with('s') && !word.ends_with("ss") && !word.ends_with("us") && !self.lexer.is_capital(next)
            }
            _ => false,
        }
    }
}

/// A number that may be a year.
fn is_year(number: u32) -> bool {
    (1000..2200).contains(&number)
}

/// Whether the expression stands for days of the calendar, whatever they are.
fn is_calendar(expression: &E) -> bool {
    !matches!(expression.precision(), Precision::Duration | Precision::Frequency | Precision::Vague)
}

/// A range; the year of its end is that of its beginning too, unless that says otherwise.
fn joined_range(first: E, last: E) -> E {
    let year = match (&first, &last) {
        (E::DayOfMonth { month, .. } | E::MonthOfYear { month, .. }, E::Month { month: end, year }) => Some(year - i32::from(month > end)),
        (E::DayOfMonth { month, .. } | E::MonthOfYear { month, .. }, E::Date { date }) => {
            use chrono::Datelike;
            Some(date.year() - i32::from(month.number() > date.month()))
        }
        (E::PartOf { .. }, E::PartOf { of, .. }) => match of.as_ref() {
            E::Month { year, .. } => Some(*year),
            _ => None,
        },
        _ => None,
    };
    let first = match year {
        Some(year) => first.with_year(year),
        None => first,
    };
    E::Range { start: Box::new(first), end: Box::new(last) }
}
