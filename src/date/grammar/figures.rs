//! Years by themselves, and dates in figures alone.

use chrono::NaiveDate;

use super::{Found, Grammar, is_year};
use crate::date::expression::DateExpression as E;
use crate::date::lexicon::Lex;
use crate::date::token::{Kind, Token};

impl Grammar<'_> {
    /// "'91".
    pub(super) fn short_year(&self, token: Token) -> Found {
        let number = self.lexer.cut(token.end);
        let century = |value: u32| if value < 40 { 2000 } else { 1900 };
        match number.kind {
            Kind::Number(value, 2) if self.lexer.before(token.start).is_some_and(|t| matches!(t.kind, Kind::Word(_))) => Some((E::Year { year: (value + century(value)) as i32 }, number.end)),
            Kind::Decade(value) if value < 100 => Some((E::Decade { year: (value + century(value)) as i32 }, number.end)),
            _ => None,
        }
    }

    /// A year by itself, where something shows that it is one.
    pub(super) fn year(&self, token: Token, year: u32) -> Found {
        let value = year as i32;
        // "1914-1918", "1914–18", "2011/12".
        let link = self.lexer.cut(token.end);
        if matches!(link.kind, Kind::Dash | Kind::Mark('/')) {
            let second = self.lexer.cut(link.end);
            let last = match second.kind {
                Kind::Number(last, 4) => Some(last),
                Kind::Number(last, 2) => Some(year - year % 100 + last),
                Kind::Number(last, 1) if year % 10 < last => Some(year - year % 10 + last),
                _ => None,
            };
            if let Some(last) = last.filter(|last| *last > year && *last - year < 200 && is_year(*last)) {
                let (start, end) = (E::Year { year: value }, E::Year { year: last as i32 });
                return Some((E::Range { start: Box::new(start), end: Box::new(end) }, second.end));
            }
        }
        let before = self.lexer.before(token.start);
        // "the 1930's"
        if link.kind == Kind::Possessive && value % 10 == 0 && before.is_some_and(|t| t.kind == Kind::Word(Lex::The)) {
            return Some((E::Decade { year: value }, link.end));
        }
        let money = matches!(before.map(|b| b.kind), Some(Kind::Mark('$' | '€' | '£' | '#' | '+' | '.' | ':')));
        if money {
            return None;
        }
        if self.is_counted(token.end) {
            // "In 1956 demonstrations ...", "the 1777 campaigns": a number so exact, and no "2,000", is a year after all.
            let kind = before.map(|b| b.kind);
            let strong = matches!(kind, Some(Kind::Word(Lex::In | Lex::Since | Lex::By | Lex::Until | Lex::Part(_))));
            let weak = matches!(kind, Some(Kind::Word(Lex::The | Lex::Possessive | Lex::Of)));
            let exact = if strong { !year.is_multiple_of(100) } else { weak && !year.is_multiple_of(50) };
            let unknown = self.at(token.end).kind == Kind::Other;
            return (exact && unknown && (1700..2100).contains(&year)).then_some((E::Year { year: value }, token.end));
        }
        let framed = match before.map(|b| b.kind) {
            Some(Kind::Word(
                Lex::In
                | Lex::Since
                | Lex::Until
                | Lex::By
                | Lex::From
                | Lex::Between
                | Lex::Through
                | Lex::Preposition
                | Lex::Part(_)
                | Lex::Season(_)
                | Lex::Before
                | Lex::After
                | Lex::Of
                | Lex::The
                | Lex::And
                | Lex::To
                | Lex::Article
                | Lex::Unit(..)
                | Lex::Holiday
                | Lex::Month(_)
                | Lex::Possessive,
            )) => true,
            Some(Kind::Mark('(')) => true,
            // "the Russell 2000 Index"
            Some(Kind::Other) if self.at(token.end).kind == Kind::Other && self.lexer.is_capital(self.at(token.end)) && before.is_some_and(|b| self.lexer.is_capital(b)) => false,
            Some(Kind::Word(Lex::Cardinal(_) | Lex::About | Lex::More | Lex::Than | Lex::At | Lex::Over | Lex::Counted)) => false,
            _ => (1800..2100).contains(&year),
        };
        framed.then_some((E::Year { year: value }, token.end))
    }

    /// Dates in figures alone: "2016-06-05", "25/05/2016", "05.06.2016", "9/11".
    pub(super) fn figures(&self, token: Token) -> Found {
        let text = self.lexer.text.get(token.start..)?;
        let glyphs = text.bytes().take(11).take_while(|b| b.is_ascii_digit() || matches!(b, b'-' | b'/' | b'.')).count();
        let date = text[..glyphs].trim_end_matches(['-', '/', '.']);
        let end = token.start + date.len();
        if date == "9/11" {
            return Some((E::Date { date: NaiveDate::from_ymd_opt(2001, 9, 11)? }, end));
        }
        let mark = date.chars().find(|c| !c.is_ascii_digit())?;
        let mut parts = date.split(mark);
        let (a, b, c) = (parts.next()?, parts.next()?, parts.next()?);
        if parts.next().is_some() || glyphs > 10 && text.as_bytes()[10].is_ascii_digit() {
            return None;
        }
        let number = |part: &str| part.parse::<u32>().ok();
        let (year, month, day) = match (a.len(), b.len(), c.len()) {
            (4, 1 | 2, 1 | 2) => (number(a)?, number(b)?, number(c)?),
            // Day first, as in most of the world, unless only the other order makes a date.
            (1 | 2, 1 | 2, 4) if number(b)? > 12 => (number(c)?, number(a)?, number(b)?),
            (1 | 2, 1 | 2, 4) => (number(c)?, number(b)?, number(a)?),
            _ => return None,
        };
        let date = NaiveDate::from_ymd_opt(i32::try_from(year).ok()?, month, day)?;
        is_year(year).then_some((E::Date { date }, end))
    }
}
