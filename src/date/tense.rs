//! Whether a clause tells of the past or of what is to come, as far as a date needs to know.
//!
//! The nearest cue decides: first looking back from the date within its clause, then ahead of it.

use super::lexicon::Lex;
use super::token::{Kind, Lexer, Token};
use super::units::Direction;
use crate::span::Span;

/// Words that look ahead by themselves.
const PROSPECTIVE: &[&str] = &["will", "ll", "shall", "would", "won", "scheduled", "slated", "planned", "due", "upcoming", "forthcoming", "likely", "tentatively", "going", "can", "should", "must"];

/// Modals that look ahead before a verb ("may resume", but not the month, and not "could not").
const MODAL: &[&str] = &["may", "might", "could"];

/// Verbs that in the present tense tell of what is on the calendar: "the truce expires on Monday".
const ON_CALENDAR: &[&str] = &[
    "expires", "begins", "starts", "opens", "resumes", "ends", "convenes", "reconvenes", "gathers", "meets", "takes", "votes", "meet", "resume", "begin", "convene", "expire", "starting", "beginning",
];

/// Words before "to" and a verb that look ahead.
const BEFORE_TO: &[&str] = &[
    "set", "expected", "agreed", "agree", "agrees", "agreeing", "ordered", "vowed", "vows", "pledged", "promised", "plans", "planned", "planning", "plan", "hopes", "hoped", "hope", "intends",
    "intend", "decided", "aims", "aim", "prepares", "preparing", "prepared", "proposed", "threatened", "ready", "about", "supposed", "urged", "called", "offered", "due", "scheduled", "slated",
    "invited", "wants", "wanted", "needs", "has", "have", "is", "are", "was", "were", "deal", "decision", "pledge", "promise", "order", "agreement", "offer", "deadline", "expects", "required",
    "asked", "told", "obliged",
];

/// What puts an end further ahead: "extended until Sunday", "postponed to July".
const DEFERRED: &[&str] = &["extended", "postponed", "delayed", "suspended", "adjourned", "renewed", "prolonged", "barred", "deferred", "off", "extend", "postpone", "extending"];

/// What lasts until a day that has come.
const LASTED: &[&str] = &["lasted", "continued", "remained", "stayed", "served", "was", "were", "had", "did", "ran", "raged", "ruled", "until"];

/// Past forms that "-ed" does not show.
const PAST: &[&str] = &[
    "was", "were", "had", "did", "said", "told", "met", "began", "took", "struck", "hit", "fell", "fled", "left", "went", "came", "held", "sent", "shot", "fought", "won", "lost", "broke", "saw",
    "made", "gave", "got", "led", "withdrew", "drove", "flew", "became", "found", "brought", "thought", "wrote", "spoke", "heard", "put", "set", "shook", "sank", "blew", "grew", "rose", "threw",
    "drew", "ran", "stood", "built", "bought", "caught", "kept", "paid", "laid", "sought", "spent", "swept", "overran", "retook", "overtook", "died", "quit", "hurt", "burst", "let", "cut", "has",
    "have",
];

/// Words in "-ed" that are no past forms.
const NO_PAST: &[&str] = &["need", "speed", "indeed", "united", "armed", "hundred", "feed", "seed", "proceed", "exceed"];

/// Words that open another clause: what stands before them says nothing about the date.
const CLAUSE: &[&str] = &["because", "which", "but", "while", "whereas", "although", "though", "when", "who", "where", "that", "after", "before", "if", "as"];

/// Auxiliaries after which a past form is a participle.
const BE: &[&str] = &["be", "been", "being", "get"];

/// Titles and months whose full stop ends no sentence.
const SHORT: &[&str] = &["Gen", "Mr", "Mrs", "Ms", "Dr", "Col", "Lt", "Sgt", "Sen", "Rep", "Gov", "Maj", "U", "S", "St", "Capt", "m", "Sept", "Oct", "Nov", "Dec", "Jan", "Feb", "Aug"];

/// How many words are looked at each way.
const REACH: usize = 40;

fn is(word: &str, list: &[&str]) -> bool {
    list.iter().any(|known| known.eq_ignore_ascii_case(word))
}

fn is_past(word: &str) -> bool {
    word.len() > 3 && word.ends_with("ed") && !is(word, NO_PAST) || is(word, PAST)
}

/// The direction of a date.
pub(super) fn direction(lexer: Lexer<'_>, span: Span) -> Direction {
    // "a June 1 deadline"
    if is(lexer.str(lexer.at(span.end)), &["deadline", "target"]) {
        return Direction::Future;
    }
    look_back(lexer, span.start).or_else(|| look_ahead(lexer, span.end)).unwrap_or(Direction::Past)
}

/// The direction of "until" and "by": ahead, unless a state lasted or something had been done.
pub(super) fn deadline(lexer: Lexer<'_>, span: Span) -> Direction {
    let mut token = lexer.before(span.start);
    for step in 0..6 {
        let Some(t) = token.filter(|t| !matches!(t.kind, Kind::Mark('.' | ';' | '!' | '?'))) else {
            // "By Monday, rebels had seized the town": the clause comes after.
            let after = if step == 0 { look_ahead(lexer, span.end) } else { None };
            return after.unwrap_or(Direction::Future);
        };
        let word = lexer.str(t);
        if is(word, DEFERRED) || is(word, PROSPECTIVE) {
            return Direction::Future;
        }
        if is(word, LASTED) {
            return Direction::Past;
        }
        token = lexer.before(t.start);
    }
    Direction::Future
}

fn look_back(lexer: Lexer<'_>, from: usize) -> Option<Direction> {
    let mut after: Option<Token> = None;
    let mut next = lexer.before(from);
    // A past form that waits for the word before it: "held" is no past after "be".
    let mut waiting = false;
    // A verb after "to" that waits for what it depends on: "ordered the troops to leave".
    let mut infinitive = false;
    for step in 0..REACH {
        let Some(token) = next else { break };
        let word = lexer.str(token);
        let before = lexer.before(token.start);
        let before_word = before.map_or("", |b| lexer.str(b));
        if waiting && !is(word, BE) && !is(word, &["will", "would", "shall", "to", "is", "are", "ll", "not"]) {
            return Some(Direction::Past);
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
        let after_word = after.map_or("", |a| lexer.str(a));
        let before_verb = after.is_some_and(|a| a.kind == Kind::Other && !lexer.is_capital(a));
        let modal = is(word, MODAL) && before_verb && after_word != "not" && !lexer.is_capital(token);
        let calendar = is(word, ON_CALENDAR) && !is(before_word, &["not", "to", "did", "the", "a", "t"]);
        let next_one = matches!(token.kind, Kind::Word(Lex::Next | Lex::Coming)) && after.is_some_and(|a| matches!(a.kind, Kind::Word(_)));
        let deferred = step < 5 && is(word, DEFERRED) && lexer.before(from).is_some_and(|t| t.kind == Kind::Word(Lex::To));
        if is(word, PROSPECTIVE) || modal || calendar || next_one || deferred {
            return Some(Direction::Future);
        }
        if word == "to" && before_verb {
            match after_word {
                // "was to have been held"
                "have" => return Some(Direction::Past),
                "be" => return Some(Direction::Future),
                _ if is(before_word, BEFORE_TO) => return Some(Direction::Future),
                _ => infinitive = true,
            }
        } else if infinitive && is(word, &["ordered", "told", "asked", "urged", "called", "invited", "agreed", "wants", "expects"]) {
            return Some(Direction::Future);
        } else if is(word, &["expected", "set"]) {
            if is(after_word, &["to", "for"]) || after.is_none() {
                return Some(Direction::Future);
            }
            waiting = true;
        } else if is_past(word) {
            waiting = true;
        }
        after = Some(token);
        next = before;
    }
    match (waiting, infinitive) {
        (true, _) => Some(Direction::Past),
        // No finite verb at all: "Russia, U.S. to hold talks Monday".
        (false, true) => Some(Direction::Future),
        (false, false) => None,
    }
}

fn look_ahead(lexer: Lexer<'_>, from: usize) -> Option<Direction> {
    let mut at = from;
    let mut previous = "";
    for _ in 0..REACH {
        let token = lexer.at(at);
        let word = lexer.str(token);
        if matches!(token.kind, Kind::End | Kind::Mark('.' | '!' | '?' | ';')) {
            break;
        }
        let set = is(word, &["expected", "set"]) && is(lexer.str(lexer.at(token.end)), &["to", "for"]);
        if is(word, PROSPECTIVE) || set || word == "to" && is(previous, BEFORE_TO) {
            return Some(Direction::Future);
        }
        if is_past(word) && !is(previous, BE) && !is(word, &["has", "have", "was", "were"]) {
            return Some(Direction::Past);
        }
        previous = word;
        at = token.end;
    }
    None
}

/// A full stop within a number or after a short title ends no sentence.
fn is_abbreviation(lexer: Lexer<'_>, stop: Token) -> bool {
    let glued = lexer.text.get(stop.end..).and_then(|rest| rest.chars().next()).is_some_and(char::is_alphanumeric);
    glued || lexer.before(stop.start).is_some_and(|word| word.end == stop.start && is(lexer.str(word), SHORT))
}
