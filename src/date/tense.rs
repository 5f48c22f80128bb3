//! Whether a clause tells of the past or of what is to come, as far as a date needs to know.

use super::lexicon::Lex;
use super::token::{Kind, Lexer, Token};
use super::units::Direction;
use crate::span::Span;

/// Words that look ahead by themselves.
const PROSPECTIVE: &[&str] = &[
    "will", "ll", "shall", "would", "won", "scheduled", "slated", "planned", "due", "upcoming", "forthcoming", "likely", "tentatively", "going", "can",
    "should", "must",
];

/// Words before "to" and a verb that look ahead.
const BEFORE_TO: &[&str] = &[
    "set", "expected", "agreed", "agree", "agrees", "agreeing", "ordered", "vowed", "vows", "pledged", "promised", "plans", "planned", "planning", "hopes", "hoped", "intends",
    "decided", "aims", "prepares", "preparing", "prepared", "proposed", "threatened", "ready", "about", "supposed", "urged", "called", "offered",
    "due", "scheduled", "slated", "invited", "wants", "wanted", "needs", "has", "have", "is", "are", "was", "were", "deal", "plan", "decision", "pledge", "promise", "order",
    "agreement", "offer", "deadline", "hope", "expects", "hopes", "intend", "aim", "required", "asked", "told", "obliged",
];

/// Past forms that "-ed" does not show.
const PAST: &[&str] = &[
    "was", "were", "had", "did", "said", "told", "met", "began", "took", "struck", "hit", "fell", "fled", "left", "went", "came", "held", "sent", "shot",
    "fought", "won", "lost", "broke", "saw", "made", "gave", "got", "led", "withdrew", "drove", "flew", "became", "found", "brought", "thought", "wrote",
    "spoke", "heard", "put", "set", "shook", "sank", "blew", "grew", "rose", "threw", "drew", "ran", "stood", "built", "bought", "caught", "kept", "paid",
    "laid", "sought", "spent", "swept", "overran", "retook", "overtook", "died", "quit", "hurt", "burst", "let", "cut", "has", "have",
];

/// Words that open another clause: what stands before them says nothing about the date.
const CLAUSE: &[&str] = &["because", "which", "but", "while", "whereas", "although", "though", "when", "who", "where", "that", "after", "before", "if", "as"];

/// Auxiliaries after which an "-ed" form is no past.
const BE: &[&str] = &["be", "been", "being", "get"];

fn is(word: &str, list: &[&str]) -> bool {
    list.iter().any(|known| known.eq_ignore_ascii_case(word))
}

/// The direction of a date by the nearest cue of its clause: looking back from it first, then ahead.
pub(super) fn direction(lexer: Lexer<'_>, span: Span) -> Direction {
    if is(lexer.str(lexer.at(span.end)), &["deadline", "target"]) {
        return Direction::Future;
    }
    look_back(lexer, span.start).or_else(|| look_ahead(lexer, span.end)).unwrap_or(Direction::Past)
}

/// The direction of "until" and "by": ahead, unless a state lasted.
pub(super) fn deadline(lexer: Lexer<'_>, span: Span) -> Direction {
    let mut token = lexer.before(span.start);
    for _ in 0..6 {
        let Some(t) = token else { break };
        let word = lexer.str(t);
        if is(word, &["extended", "postponed", "delayed", "suspended", "adjourned", "renewed", "prolonged", "barred", "deferred"]) {
            return Direction::Future;
        }
        if is(word, &["lasted", "continued", "remained", "stayed", "served", "was", "were", "had", "did", "ran", "raged", "ruled", "until"]) {
            return Direction::Past;
        }
        if matches!(t.kind, Kind::Mark('.' | ';' | '!' | '?')) || is(word, PROSPECTIVE) {
            break;
        }
        token = lexer.before(t.start);
    }
    Direction::Future
}

fn look_back(lexer: Lexer<'_>, from: usize) -> Option<Direction> {
    let mut after: Option<Token> = None;
    let mut next = lexer.before(from);
    // A past form that waits for the word before it: "held" is no past after "be", nor "expected" before "to".
    let mut waiting = false;
    for step in 0..40 {
        let Some(token) = next else { break };
        let word = lexer.str(token);
        if waiting && !is(word, BE) && token.kind != Kind::Word(Lex::Article) {
            let auxiliary = is(word, &["will", "would", "shall", "to", "is", "are", "ll", "not"]);
            if !auxiliary {
                return Some(Direction::Past);
            }
        }
        waiting = false;
        match token.kind {
            Kind::Mark('.' | '!' | '?') if !is_abbreviation(lexer, token) => break,
            Kind::Mark(';' | '"' | '“') => break,
            _ => {}
        }
        if step > 0 && is(word, CLAUSE) {
            break;
        }
        let modal = (word == "may" || word == "might") && after.is_some_and(|a| a.kind == Kind::Other);
        if is(word, PROSPECTIVE) || modal || token.kind == Kind::Word(Lex::Coming) {
            return Some(Direction::Future);
        }
        if word == "to"
            && let Some(verb) = after
            && verb.kind == Kind::Other
            && !lexer.is_capital(verb)
        {
            let before = lexer.before(token.start);
            let before_word = before.map_or("", |b| lexer.str(b));
            if lexer.str(verb) == "be" || is(before_word, BEFORE_TO) || before.is_some_and(|b| lexer.is_capital(b)) {
                return Some(Direction::Future);
            }
        } else if is(word, &["expected", "set"]) {
            let follows = after.map_or("", |a| lexer.str(a));
            if is(follows, &["to", "for"]) || after.is_none() {
                return Some(Direction::Future);
            }
            waiting = true;
        } else if is_past(word) {
            waiting = true;
        }
        after = Some(token);
        next = lexer.before(token.start);
    }
    waiting.then_some(Direction::Past)
}

fn look_ahead(lexer: Lexer<'_>, from: usize) -> Option<Direction> {
    let mut at = from;
    let mut previous = "";
    for _ in 0..40 {
        let token = lexer.at(at);
        let word = lexer.str(token);
        match token.kind {
            Kind::End | Kind::Mark('.' | '!' | '?' | ';') => break,
            _ => {}
        }
        if is(word, PROSPECTIVE) {
            return Some(Direction::Future);
        }
        if word == "to" && is(previous, BEFORE_TO) {
            return Some(Direction::Future);
        }
        if is(word, &["expected", "set"]) {
            let follows = lexer.at(token.end);
            if is(lexer.str(follows), &["to", "for"]) {
                return Some(Direction::Future);
            }
        }
        if is_past(word) && !is(previous, BE) && !is(word, &["has", "have", "was", "were"]) {
            return Some(Direction::Past);
        }
        previous = word;
        at = token.end;
    }
    None
}

fn is_past(word: &str) -> bool {
    word.len() > 3 && word.ends_with("ed") && !is(word, &["need", "speed", "indeed", "united", "armed", "hundred", "feed", "seed"]) || is(word, PAST)
}

/// A full stop after a short title or initial ends no sentence.
fn is_abbreviation(lexer: Lexer<'_>, stop: Token) -> bool {
    lexer.text.get(stop.end..).and_then(|rest| rest.chars().next()).is_some_and(char::is_alphanumeric)
        || lexer.before(stop.start).is_some_and(|word| {
            word.end == stop.start && is(lexer.str(word), &["Gen", "Mr", "Mrs", "Ms", "Dr", "Col", "Lt", "Sgt", "Sen", "Rep", "Gov", "Maj", "U", "S", "St", "Capt", "m", "Sept", "Oct", "Nov", "Dec", "Jan", "Feb", "Aug"])
        })
}
