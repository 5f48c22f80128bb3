//! Whom only this article introduces: people, by a description beside an unknown name, and bodies, by an acronym in brackets.

use std::collections::HashSet;

use crate::actors::{body_code, combine};
use crate::code::ActorCode;
use crate::doc::LocalPerson;
use crate::lexicon::{AgentKind, AgentTable};
use crate::names::Hit;
use crate::span::Span;
use crate::text::tokens::Token;

/// Finds the people whom the article introduces by a description beside an unknown name.
///
/// Two shapes: description before the name ("Russian lawmaker Andrey Krasov", "a spokesman for the coalition, Col. John Dorrian"), and
/// after it ("Andrey Krasov, a Russian lawmaker").
pub(crate) fn local_persons(text: &str, lower: &str, hits: &[Hit<'_>], tokens: &[Token], agents: &AgentTable) -> Vec<LocalPerson> {
    let mut found: Vec<LocalPerson> = Vec::new();
    let mut known: HashSet<&str> = HashSet::new();
    let mut next_hit = 0;
    let mut i = 0;
    while i < tokens.len() {
        let token = tokens[i];
        while next_hit < hits.len() && hits[next_hit].span.end <= token.start as usize {
            next_hit += 1;
        }
        let in_hit = next_hit < hits.len() && hits[next_hit].span.start < token.end as usize;
        if in_hit || !is_name_part(token.of(text)) {
            i += 1;
            continue;
        }
        // A run of unknown capitalised words.
        let first = i;
        let limit = hits.get(next_hit).map_or(usize::MAX, |hit| hit.span.start);
        while i < tokens.len()
            && (tokens[i].end as usize) <= limit
            && (is_name_part(tokens[i].of(text)) || is_particle(tokens[i].of(lower)) && i + 1 < tokens.len() && is_name_part(tokens[i + 1].of(text)))
        {
            i += 1;
        }
        let mut start = first;
        // Ranks and titles in capitals stand before the name proper.
        while start < i
            && (agents.get(tokens[start].of(lower)).is_some()
                || tokens[start].of(text).ends_with('.') && tokens[start].of(text).len() > 2
                || matches!(tokens[start].of(lower), "mr" | "mrs" | "ms" | "deputy" | "foreign" | "defense" | "defence" | "prime" | "interior" | "the" | "a"))
        {
            start += 1;
        }
        let words = i - start;
        if words == 0 || words > 4 || words == 1 && start == first {
            continue;
        }
        let span = Span::new(tokens[start].start as usize, tokens[i - 1].end as usize);
        let surname = tokens[i - 1].of(lower);
        if surname.len() < 3 || known.contains(surname) {
            continue;
        }
        if let Some(code) = description_before(lower, hits, tokens, agents, first, start).or_else(|| description_after(lower, hits, tokens, agents, i)) {
            known.insert(surname);
            found.push(LocalPerson { span, surname: surname.to_string(), code: Some(code), body: false });
        }
    }
    found
}

fn is_name_part(word: &str) -> bool {
    let mut chars = word.chars();
    if let Some(rest) = ["al-", "el-", "as-", "an-", "ar-"].iter().find_map(|article| word.strip_prefix(article)) {
        return rest.starts_with(char::is_uppercase);
    }
    chars.next().is_some_and(char::is_uppercase) && (chars.as_str().chars().any(char::is_lowercase) || word.len() == 2 && word.ends_with('.'))
}

fn is_particle(word: &str) -> bool {
    matches!(word, "al" | "el" | "bin" | "ibn" | "de" | "van" | "von" | "der" | "da" | "di" | "la" | "abu" | "ould" | "-" | "al-" | "dos" | "del" | "ul")
}

/// The names that stand in or reach into `span`.
fn overlapping<'h, 'g>(hits: &'h [Hit<'g>], span: Span) -> &'h [Hit<'g>] {
    let from = hits.partition_point(|hit| hit.span.end <= span.start);
    let to = hits.partition_point(|hit| hit.span.start < span.end);
    &hits[from..to.max(from)]
}

/// The code that the words before a name give, if they describe a person.
fn description_before(lower: &str, hits: &[Hit<'_>], tokens: &[Token], agents: &AgentTable, first: usize, start: usize) -> Option<ActorCode> {
    // The describing noun: among the titles of the run itself, or just before it (a comma may stand between).
    let mut noun = (first..start).rev().find_map(|t| agents.get(tokens[t].of(lower)));
    let mut at = first;
    let mut steps = 0;
    while at > 0 && steps < 12 {
        at -= 1;
        steps += 1;
        let word = tokens[at].of(lower);
        if matches!(word, "." | ";" | ":" | "“" | "”" | "\"" | "said" | "and" | "that" | "with" | "but" | "(" | ")") {
            return None;
        }
        if word == "," && (noun.is_some() || at + 1 != first) {
            return None;
        }
        let span = Span::new(tokens[at].start as usize, tokens[at].end as usize);
        if let Some(hit) = overlapping(hits, span).last() {
            if hit.is_person() {
                return None;
            }
            return match (&hit.code, noun) {
                (Some(code), Some(noun)) if noun.kind == AgentKind::Person => Some(combine(code, Some(noun))),
                // "Interfax's Pavel ..." or "in Syria John ..." describe nobody.
                _ => None,
            };
        }
        noun = noun.or_else(|| agents.get(word).filter(|agent| agent.kind == AgentKind::Person));
    }
    None
}

/// The code that an apposition after a name gives: ", a Russian lawmaker" or ", head of the Libyan army".
fn description_after(lower: &str, hits: &[Hit<'_>], tokens: &[Token], agents: &AgentTable, end: usize) -> Option<ActorCode> {
    if tokens.get(end)?.of(lower) != "," {
        return None;
    }
    let mut code: Option<ActorCode> = None;
    let mut noun = None;
    for token in &tokens[end + 1..tokens.len().min(end + 13)] {
        let word = token.of(lower);
        if matches!(word, "." | ";" | "," | ":" | "“" | "”" | "said" | "says" | "who" | "told" | "and" | "but") {
            break;
        }
        let span = Span::new(token.start as usize, token.end as usize);
        if code.is_none()
            && let Some(hit) = overlapping(hits, span).first()
        {
            if hit.is_person() {
                return None;
            }
            code = hit.code.clone();
        }
        noun = noun.or_else(|| agents.get(word).filter(|agent| agent.kind == AgentKind::Person));
    }
    let noun = noun?;
    code.map(|code| combine(&code, Some(noun)))
}

/// How many words the name before a bracketed acronym can have.
const NAME_WORDS: usize = 9;

/// The acronyms that stand in brackets behind what they mean: "the Myanmar Armed Forces (MAF)", "the Three Brotherhood Alliance (3BHA)".
pub(crate) fn acronyms(text: &str, lower: &str, hits: &[Hit<'_>], tokens: &[Token], agents: &AgentTable) -> Vec<LocalPerson> {
    let mut found: Vec<LocalPerson> = Vec::new();
    let mut known: HashSet<&str> = HashSet::new();
    for i in 1..tokens.len().saturating_sub(1) {
        let word = tokens[i].of(text);
        if tokens[i - 1].of(text) != "(" || !matches!(tokens[i + 1].of(text), ")" | "," | ";") || !is_acronym(word) {
            continue;
        }
        let span = Span::new(tokens[i].start as usize, tokens[i].end as usize);
        if known.contains(tokens[i].of(lower)) {
            continue;
        }
        let code = match overlapping(hits, span).first() {
            Some(hit) => hit.code.clone(),
            None => named_before(text, lower, hits, tokens, agents, i - 1),
        };
        if let Some(code) = code {
            known.insert(tokens[i].of(lower));
            found.push(LocalPerson { span, surname: tokens[i].of(lower).to_string(), code: Some(code), body: true });
        }
    }
    found
}

fn is_acronym(word: &str) -> bool {
    (2..=8).contains(&word.len()) && word.chars().filter(|c| c.is_uppercase()).count() >= 2 && word.chars().all(|c| c.is_uppercase() || c.is_ascii_digit() || c == '-')
}

/// The code of the name that ends before token `end`.
fn named_before(text: &str, lower: &str, hits: &[Hit<'_>], tokens: &[Token], agents: &AgentTable, end: usize) -> Option<ActorCode> {
    let joins = |t: usize| matches!(tokens[t].of(lower), "of" | "for" | "and" | "the" | "-" | "'s" | "’s" | "de" | "al");
    let mut start = end;
    while start > 0 && end - start < NAME_WORDS && (tokens[start - 1].of(text).starts_with(char::is_uppercase) || start < end && joins(start - 1)) {
        start -= 1;
    }
    while start < end && joins(start) {
        start += 1;
    }
    if start == end {
        return None;
    }
    let name = Span::new(tokens[start].start as usize, tokens[end - 1].end as usize);
    let inside = overlapping(hits, name);
    // The whole name is known, or a part of it says whose body it is.
    if let Some(hit) = inside.iter().find(|hit| hit.span.end >= name.end && !hit.is_person() && hit.code.is_some()) {
        return hit.code.clone();
    }
    if let Some(code) = body_code(name.of(text)) {
        return Some(code);
    }
    let noun = agents.get(tokens[end - 1].of(lower))?;
    inside.iter().find_map(|hit| hit.code.as_ref()).map(|code| combine(code, Some(noun)))
}
