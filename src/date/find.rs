//! Date expressions in running text.

use serde::{Deserialize, Serialize};

use super::expression::DateExpression as E;
use super::grammar::Grammar;
use super::lexicon::Lex;
use super::tense;
use super::token::{Kind, Lexer, word_len};
use super::units::{DateUnit, Direction};
use crate::span::Span;

/// A date expression where it stands in a text.
///
/// ```
/// use sortie::date::{DateExpression, Direction, Weekday, find_iter};
///
/// let text = "Rebels attacked a convoy on Thursday.";
/// let mention = find_iter(text).next().unwrap();
/// assert_eq!(mention.span.of(text), "Thursday");
/// assert_eq!(mention.expression, DateExpression::Weekday { weekday: Weekday::Thursday, direction: Direction::Past });
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct DateMention {
    /// Where.
    pub span: Span,
    /// What it says.
    pub expression: E,
}

/// Every date expression of a text, in order, none overlapping another.
///
/// One pass; a text without dates costs a look at each word.
///
/// ```
/// use sortie::date::find_iter;
///
/// let text = "Since 2013, jets have struck twice a week; talks are set for Monday, August 30.";
/// let found: Vec<&str> = find_iter(text).map(|mention| mention.span.of(text)).collect();
/// assert_eq!(found, ["Since 2013", "twice a week", "Monday, August 30"]);
/// ```
pub fn find_iter(text: &str) -> DateMentions<'_> {
    DateMentions { grammar: Grammar::new(Lexer { text }), at: 0 }
}

/// Iterator over the dates of a text, from [`find_iter`].
///
/// ```
/// let mut dates: sortie::date::DateMentions<'_> = sortie::date::find_iter("no date");
/// assert!(dates.next().is_none());
/// ```
#[derive(Debug, Clone)]
pub struct DateMentions<'t> {
    grammar: Grammar<'t>,
    at: usize,
}

impl Iterator for DateMentions<'_> {
    type Item = DateMention;

    fn next(&mut self) -> Option<DateMention> {
        let text = self.grammar.lexer().text;
        loop {
            // On to the next word, number or apostrophe.
            let rest = text.get(self.at..)?;
            let skip = rest.bytes().position(|b| b.is_ascii_alphanumeric() || b >= 0x80 || b == b'\'')?;
            let start = self.at + skip;
            let first = text.get(start..)?.chars().next()?;
            if !first.is_alphanumeric() && !matches!(first, '\'' | '‘' | '’') {
                self.at = start + first.len_utf8();
                continue;
            }
            let token = self.grammar.lexer().cut(start);
            let found = match token.kind {
                Kind::Word(lex) if !begins(lex) => None,
                Kind::Word(_) | Kind::Number(..) | Kind::Ordinal(_) | Kind::Decade(_) | Kind::Mark(_) if !self.is_glued(start) => self.grammar.expression(token),
                Kind::Other if first.is_ascii_digit() && !self.is_glued(start) => self.grammar.expression(token),
                _ => None,
            };
            if let Some((expression, end)) = found
                && end > start
                && !self.runs_on(end)
            {
                self.at = end;
                // "from Friday to Sunday": the preposition is no part of it, as in "on Friday".
                let start = if token.kind == Kind::Word(Lex::From) { self.grammar.at(token.end).start } else { start };
                let span = Span::new(start, end);
                if let Some(expression) = self.with_tense(expression, span) {
                    return Some(DateMention { span, expression });
                }
                continue;
            }
            self.at = token.end.max(start + first.len_utf8());
            // The rest of a word longer than any token.
            loop {
                let more = word_len(&text[self.at..]);
                if more == 0 || !first.is_alphanumeric() || matches!(token.kind, Kind::Number(..)) {
                    break;
                }
                self.at += more;
            }
        }
    }
}

impl DateMentions<'_> {
    /// Whether a hyphen glues this word to one before it: "pro-March", "737-800".
    fn is_glued(&self, start: usize) -> bool {
        let before = &self.grammar.lexer().text[..start];
        let mut chars = before.chars().rev();
        match chars.next() {
            Some('-' | '\u{2010}' | '\u{2011}') => chars.next().is_some_and(char::is_alphanumeric),
            Some('.' | ',' | '/' | ':') => self.grammar.lexer().text.as_bytes()[start].is_ascii_digit() && chars.next().is_some_and(|c| c.is_ascii_digit()),
            Some('$' | '€' | '£' | '@' | '_') => true,
            _ => false,
        }
    }

    /// Whether the word goes on after a hyphen: "Monday-style".
    fn runs_on(&self, end: usize) -> bool {
        let rest = &self.grammar.lexer().text[end..];
        let mut chars = rest.chars();
        match chars.next() {
            Some('-' | '\u{2010}' | '\u{2011}') => chars.next().is_some_and(char::is_alphanumeric),
            Some('@' | '_') => true,
            _ => false,
        }
    }

    /// The expression with the direction that its clause gives it; `None` when it turns out to be no date.
    fn with_tense(&self, expression: E, span: Span) -> Option<E> {
        let lexer = self.grammar.lexer();
        if let E::Ahead { count, unit } = &expression
            && lexer.str(lexer.cut(span.start)).eq_ignore_ascii_case("in")
            && tense::direction(lexer, span) != Direction::Future
        {
            // "in three days of fighting"
            return Some(E::Duration { count: Some(*count), unit: *unit, within: false });
        }
        if matches!(&expression, E::Running { unit: DateUnit::Minute, .. }) {
            return None;
        }
        let open = expression.direction().is_some();
        let deadline = matches!(expression, E::Until { .. } | E::By { .. });
        if matches!(expression, E::Since { .. }) || !(open || deadline) {
            return Some(expression);
        }
        let direction = if deadline { tense::deadline(lexer, span) } else { tense::direction(lexer, span) };
        Some(expression.with_direction(direction))
    }
}

/// Whether an expression may begin with such a word.
fn begins(lex: Lex) -> bool {
    !matches!(
        lex,
        Lex::Now
            | Lex::Ago
            | Lex::To
            | Lex::And
            | Lex::Of
            | Lex::On
            | Lex::At
            | Lex::Before
            | Lex::After
            | Lex::Preposition
            | Lex::Possessive
            | Lex::Into
            | Lex::Than
            | Lex::Zone
            | Lex::Meridiem(_)
            | Lex::Counted
            | Lex::Half
            | Lex::Fortnight
            | Lex::Weekend
    )
}
