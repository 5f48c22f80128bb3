//! Counted units: "three days ago", "a day earlier", "two days before the June 5 election", "48 hours".

use super::{Found, Grammar, is_calendar};
use crate::date::expression::DateExpression as E;
use crate::date::lexicon::Lex;
use crate::date::token::{Kind, Token};
use crate::date::units::{DateUnit, DayPart, Direction, Part, Relation};

const PAST: Direction = Direction::Past;

/// Words that end the name of an event: its verb, or what begins another clause.
const AFTER_ANCHOR: &[&str] = &["was", "were", "had", "has", "is", "which", "who", "with", "when", "but", "said", "he", "she", "they", "it", "we", "I", "you"];

impl Grammar<'_> {
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
        Some((E::Relative { unit: DateUnit::Day, offset: 0 }, day.end))
    }

    /// What makes a quantity a date: "ago", "earlier", "later", "from now", "before X", "after X".
    fn tail(&self, count: Option<u32>, unit: DateUnit, end: usize) -> Found {
        let (lex, after) = self.lex(end)?;
        let known = |make: &dyn Fn(u32) -> E, direction| count.map_or(E::Vague { direction }, make);
        let stepped = |sign: i32| count.and_then(|n| i32::try_from(n).ok()).map(|n| E::Offset { count: sign * n, unit, of: None }).unwrap_or(E::Vague { direction: PAST });
        match lex {
            Lex::Ago => Some((known(&|count| E::Ago { count, unit }, PAST), after)),
            // "a year later than planned"
            Lex::Part(_) if self.expect(after, Lex::Than).is_some() => None,
            Lex::Part(Part::Earlier) => Some((stepped(-1), after)),
            Lex::Part(Part::Later) => Some((stepped(1), after)),
            Lex::From => {
                let (Lex::Now | Lex::Day(0), end) = self.lex(after)? else { return None };
                Some((known(&|count| E::Ahead { count, unit }, Direction::Future), end))
            }
            Lex::Before | Lex::After => {
                let sign = if lex == Lex::After { 1 } else { -1 };
                let link = self.at(end);
                let alone = matches!(self.at(after).kind, Kind::Mark(_) | Kind::End | Kind::Word(Lex::On | Lex::In | Lex::At | Lex::And));
                if alone { Some((stepped(sign), after)) } else { self.counted_from(count, unit, sign, link) }
            }
            _ => None,
        }
    }

    /// "two days before X": X a date, near the head of the phrase, or an event in words.
    pub(super) fn counted_from(&self, count: Option<u32>, unit: DateUnit, sign: i32, link: Token) -> Found {
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
                Kind::Word(lex) => {
                    words > 0
                        && matches!(lex, Lex::In | Lex::On | Lex::At | Lex::By | Lex::From | Lex::To | Lex::And | Lex::That | Lex::After | Lex::Before | Lex::Preposition | Lex::Since | Lex::Until)
                }
                Kind::Other => AFTER_ANCHOR.contains(&self.lexer.str(token)),
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
        ends.then(|| (E::PartOf { part: Part::Late, of: Box::new(E::Relative { unit, offset: 0 }) }, end.end))
    }

    /// "recent days", "recent weeks".
    pub(super) fn recent(&self, token: Token) -> Found {
        let (Lex::Unit(_, true), end) = self.lex(token.end)? else { return None };
        Some((E::Vague { direction: PAST }, end))
    }
}
