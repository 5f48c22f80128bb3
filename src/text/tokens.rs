//! Cutting a sentence into tokens, as the treebanks do that the parser learned from: clitics ('s, n't) and hyphens stand apart,
//! abbreviations keep their stop.

use crate::text::abbreviations::{Stop, stop_after};
use crate::text::fold::is_word_char;

/// A token: byte offsets into the article's text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Token {
    pub(crate) start: u32,
    pub(crate) end: u32,
}

impl Token {
    fn new(start: usize, end: usize) -> Token {
        // An article is at most 4 GiB: its limit is checked before.
        Token { start: start as u32, end: end as u32 }
    }

    pub(crate) fn of<'t>(&self, text: &'t str) -> &'t str {
        &text[self.start as usize..self.end as usize]
    }
}

/// Prefixes that keep their hyphen within one token.
const PREFIXES: &[&str] = &[
    "al", "anti", "ante", "as", "at", "co", "counter", "cross", "de", "e", "el", "ex", "extra", "inter", "intra", "mega", "mid", "mini", "multi", "non", "pan", "post", "pre", "pro", "re", "self",
    "semi", "sub", "super", "ultra", "un", "vice", "x", "ar", "ad", "az", "ash", "ul", "ur", "ud", "us",
];

const TENS: &[&str] = &["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];

/// Appends the tokens of `text[start..end]` to `out`.
pub(crate) fn tokenize(text: &str, start: usize, end: usize, out: &mut Vec<Token>) {
    let mut at = start;
    while at < end {
        let c = next_char(text, at);
        if c.is_whitespace() || is_invisible(c) {
            at += c.len_utf8();
        } else if is_word_char(c) {
            at = word(text, at, end, out);
        } else {
            at = punctuation(text, at, end, c, out);
        }
    }
}

fn next_char(text: &str, at: usize) -> char {
    text[at..].chars().next().unwrap_or(' ')
}

fn is_invisible(c: char) -> bool {
    crate::text::fold::fold_char(c).is_none()
}

fn punctuation(text: &str, at: usize, end: usize, c: char, out: &mut Vec<Token>) -> usize {
    // Clitics that stand after a word: 's ’s 're 've 'll 'd 'm.
    if matches!(c, '\'' | '’') && at > 0 && out.last().is_some_and(|last| last.end as usize == at) {
        let rest = &text[at + c.len_utf8()..end];
        let letters = rest.find(|c: char| !c.is_alphabetic()).unwrap_or(rest.len());
        if ["s", "re", "ve", "ll", "d", "m"].iter().any(|clitic| rest[..letters].eq_ignore_ascii_case(clitic)) {
            let stop = at + c.len_utf8() + letters;
            out.push(Token::new(at, stop));
            return stop;
        }
    }
    // Runs of one sign are one token: "...", "--".
    let mut stop = at + c.len_utf8();
    if matches!(c, '.' | '-' | '!' | '?' | '*' | '_' | '=') {
        while stop < end && next_char(text, stop) == c {
            stop += c.len_utf8();
        }
    }
    out.push(Token::new(at, stop));
    stop
}

/// Reads the word that starts at `at`; returns where it ends.
fn word(text: &str, at: usize, end: usize, out: &mut Vec<Token>) -> usize {
    let mut stop = at;
    while stop < end {
        let c = next_char(text, stop);
        if is_word_char(c) || is_invisible(c) {
            stop += c.len_utf8();
            continue;
        }
        let next = text[stop + c.len_utf8()..end].chars().next();
        let inner = next.is_some_and(is_word_char);
        let keep = match c {
            // "1,000", "3.5", "10:30", "U.S."; "example.org"
            ',' | ':' => inner && text[..stop].ends_with(|c: char| c.is_ascii_digit()) && next.is_some_and(|c| c.is_ascii_digit()),
            '.' => inner || keeps_stop(&text[at..stop], &text[stop + 1..end]),
            '\'' | '’' | 'ʼ' => inner && !is_clitic(&text[at..stop], &text[stop + c.len_utf8()..end]),
            '-' | '‑' => inner && joins_hyphen(&text[at..stop], next, &text[stop + c.len_utf8()..end]),
            '&' | '_' | '@' => inner,
            '/' => inner && text[at..stop].contains("://"),
            _ => false,
        };
        if !keep {
            break;
        }
        stop += c.len_utf8();
    }
    // n't stands apart from its verb.
    let body = &text[at..stop];
    let negation = ["n't", "n’t", "N'T"].iter().find(|suffix| body.ends_with(**suffix) && body.len() > suffix.len());
    match negation {
        Some(suffix) => {
            out.push(Token::new(at, stop - suffix.len()));
            out.push(Token::new(stop - suffix.len(), stop));
        }
        _ if body.eq_ignore_ascii_case("cannot") => {
            out.push(Token::new(at, at + 3));
            out.push(Token::new(at + 3, stop));
        }
        _ => out.push(Token::new(at, stop)),
    }
    stop
}

/// Whether the stop after `word` belongs to it.
fn keeps_stop(word: &str, after: &str) -> bool {
    match stop_after(word) {
        Stop::Belongs => !word.eq_ignore_ascii_case("no") || after.trim_start().starts_with(|c: char| c.is_ascii_digit()),
        Stop::Either => true,
        Stop::Ends => false,
    }
}

/// Whether what follows the apostrophe after `word` is a clitic of its own.
fn is_clitic(word: &str, after: &str) -> bool {
    let letters = after.find(|c: char| !is_word_char(c)).unwrap_or(after.len());
    let clitic = &after[..letters];
    if clitic.eq_ignore_ascii_case("t") && word.ends_with(['n', 'N']) {
        return false; // split as n't afterwards
    }
    ["s", "re", "ve", "ll", "d", "m"].iter().any(|x| clitic.eq_ignore_ascii_case(x))
}

/// Words that stay whole because they name events.
const WHOLE: &[(&str, &[&str])] = &[("cease", &["fire"]), ("pull", &["out", "back"]), ("draw", &["down"]), ("stand", &["down", "still"]), ("sit", &["down"]), ("tele", &["conf"]), ("videocon", &[""])];

fn joins_hyphen(word: &str, next: Option<char>, after: &str) -> bool {
    let lower = word.to_lowercase();
    if WHOLE.iter().any(|(first, rest)| lower == *first && rest.iter().any(|rest| after.get(..rest.len()).is_some_and(|a| a.eq_ignore_ascii_case(rest)))) {
        return true;
    }
    let last = lower.rsplit('-').next().unwrap_or("");
    if PREFIXES.contains(&last) {
        // "US-led" and "As-Suwayda": only the article, not the country, joins.
        return !(word.len() <= 3 && word.len() > 1 && word.chars().all(char::is_uppercase));
    }
    // "T-72", "F-16", "Mi-24", "COVID-19"; "twenty-one"
    next.is_some_and(|c| c.is_ascii_digit()) && word.len() <= 6 && word.starts_with(char::is_uppercase) || TENS.contains(&last)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn split(text: &str) -> Vec<&str> {
        let mut out = Vec::new();
        tokenize(text, 0, text.len(), &mut out);
        out.iter().map(|t| t.of(text)).collect()
    }

    #[test]
    fn tokens_are_those_of_the_treebanks() {
        for (text, want) in [
            ("Syria’s U.S.-backed rebels didn't leave.", "Syria ’s U.S. - backed rebels did n't leave ."),
            ("“We won’t,” he said.", "“ We wo n’t , ” he said ."),
            ("At 10:30 a.m. 1,200 men (5%) left.", "At 10:30 a.m. 1,200 men ( 5 % ) left ."),
            ("rebels' 3.5-ton truck...", "rebels ' 3.5 - ton truck ..."),
            ("Gen. al-Jaafari re-elected; F-16s struck", "Gen. al-Jaafari re-elected ; F-16s struck"),
            ("It cannot be--or can it?", "It can not be -- or can it ?"),
        ] {
            assert_eq!(split(text).join(" "), want);
        }
    }

    #[test]
    fn odd_input_is_cut_somewhere() {
        for text in ["'s", "n't", "’", "-", "a-", "\u{301}", "x\u{ad}y", "....", "No.", "’’’s"] {
            let mut out = Vec::new();
            tokenize(text, 0, text.len(), &mut out);
            assert!(out.iter().all(|t| t.start < t.end));
        }
    }
}
