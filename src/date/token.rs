//! Tokens, cut on demand: a rule looks at a few after the one at hand, and nothing is kept.

use super::lexicon::{Lex, lookup};

/// A token of the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Token {
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) kind: Kind,
}

/// What a token is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// A word of the lexicon.
    Word(Lex),
    /// Digits alone, with how many there are.
    Number(u32, u8),
    /// "5th".
    Ordinal(u8),
    /// "1990s".
    Decade(u32),
    /// "'s".
    Possessive,
    /// A hyphen or a dash.
    Dash,
    /// A punctuation mark.
    Mark(char),
    /// Any other word, or a number with a comma or a point within.
    Other,
    /// The end of the text, or of the paragraph.
    End,
}

/// White space between two words of one expression: more than this much is a gap, not a line break.
const MAX_GAP: usize = 12;

/// Cuts tokens out of a text.
#[derive(Debug, Clone, Copy)]
pub(super) struct Lexer<'t> {
    pub(super) text: &'t str,
}

impl<'t> Lexer<'t> {
    /// The words of the token.
    pub(super) fn str(&self, token: Token) -> &'t str {
        self.text.get(token.start..token.end).unwrap_or("")
    }

    /// Whether the token begins with a capital.
    pub(super) fn is_capital(&self, token: Token) -> bool {
        self.str(token).chars().next().is_some_and(char::is_uppercase)
    }

    /// The token at or after this offset, over white space.
    pub(super) fn at(&self, from: usize) -> Token {
        let (mut start, mut lines) = (from, 0);
        let rest = self.text.get(from..).unwrap_or("");
        for (at, c) in rest.char_indices() {
            lines += usize::from(c == '\n');
            start = from + at;
            if !c.is_whitespace() {
                break;
            }
            if lines > 1 || at > MAX_GAP {
                return Token { start: from, end: from, kind: Kind::End };
            }
            start += c.len_utf8();
        }
        self.cut(start)
    }

    /// The token that begins just here.
    pub(super) fn cut(&self, start: usize) -> Token {
        let rest = self.text.get(start..).unwrap_or("");
        let Some(first) = rest.chars().next() else {
            return Token { start, end: start, kind: Kind::End };
        };
        let token = |len: usize, kind| Token { start, end: start + len, kind };
        if first.is_ascii_digit() {
            return self.number(start);
        }
        if first.is_alphanumeric() {
            let len = word_len(rest);
            return token(len, lookup(&rest[..len]).map_or(Kind::Other, Kind::Word));
        }
        let len = first.len_utf8();
        match first {
            '\'' | '’' if rest[len..].starts_with('s') && word_len(&rest[len..]) == 1 => token(len + 1, Kind::Possessive),
            '-' | '\u{2010}'..='\u{2015}' => token(len, Kind::Dash),
            first if first.is_whitespace() => token(len, Kind::End),
            '’' => token(len, Kind::Mark('\'')),
            first => token(len, Kind::Mark(first)),
        }
    }

    fn number(&self, start: usize) -> Token {
        let rest = &self.text[start..];
        let bytes = rest.as_bytes();
        let digits = bytes.iter().take_while(|b| b.is_ascii_digit()).count();
        let token = |len: usize, kind| Token { start, end: start + len, kind };
        let value = if digits <= 9 { rest[..digits].parse::<u32>().ok() } else { None };
        let Some(value) = value else { return token(digits, Kind::Other) };
        let letters = word_len(&rest[digits..]);
        if letters > 0 {
            let ending = &rest[digits..digits + letters];
            let kind = match ending {
                "st" | "nd" | "rd" | "th" if (1..=31).contains(&value) => Kind::Ordinal(value as u8),
                "s" if matches!(digits, 2 | 4) && value % 10 == 0 => Kind::Decade(value),
                // "9pm": the letters are the next token.
                "am" | "pm" | "AM" | "PM" | "GMT" => return token(digits, Kind::Number(value, digits as u8)),
                _ => Kind::Other,
            };
            return token(digits + letters, kind);
        }
        // "2,011" and "3.5" are no years and no days.
        let more = |mark| bytes.get(digits) == Some(&mark) && bytes.get(digits + 1).is_some_and(u8::is_ascii_digit);
        let group = more(b',') && digits <= 3 && bytes[digits + 1..].iter().take_while(|b| b.is_ascii_digit()).count() == 3;
        if group || more(b'.') {
            let tail = bytes[digits..].iter().take_while(|b| b.is_ascii_digit() || matches!(b, b',' | b'.')).count();
            let trailing = bytes[digits..digits + tail].iter().rev().take_while(|b| !b.is_ascii_digit()).count();
            return token(digits + tail - trailing, Kind::Other);
        }
        token(digits, Kind::Number(value, digits as u8))
    }

    /// The token before this offset, on the same line or the one before; only words and numbers are told apart from the rest.
    pub(super) fn before(&self, offset: usize) -> Option<Token> {
        let head = self.text.get(..offset)?;
        let trimmed = head.trim_end_matches(char::is_whitespace);
        if head[trimmed.len()..].matches('\n').count() > 1 {
            return None;
        }
        let last = trimmed.chars().next_back()?;
        if !last.is_alphanumeric() {
            let start = trimmed.len() - last.len_utf8();
            let kind = match last {
                '-' | '\u{2010}'..='\u{2015}' => Kind::Dash,
                '’' => Kind::Mark('\''),
                last => Kind::Mark(last),
            };
            return Some(Token { start, end: trimmed.len(), kind });
        }
        // No word of interest is longer; an endless run of letters must not be walked again and again.
        let word = trimmed.char_indices().rev().take(40).take_while(|(_, c)| c.is_alphanumeric()).last();
        let start = word.map_or(trimmed.len(), |(at, _)| at);
        Some(Token { end: trimmed.len(), ..self.cut(start) })
    }
}

/// How many bytes of letters and digits the text begins with; a run too long to mean anything is cut short, on a character boundary.
pub(super) fn word_len(text: &str) -> usize {
    let word = text.char_indices().take_while(|(at, c)| *at < 200 && c.is_alphanumeric());
    word.last().map_or(0, |(at, c)| at + c.len_utf8())
}
