//! The grammar of PETRARCH agent files: nouns for people and bodies that act, with their codes.
//!
//! `PHRASE {PLURAL} [~CODE]`, one a line; the plural may be left out (then it is regular) or empty (then there is none). A word in
//! exclamation marks stands for each word of a list: `!PERSON! = MAN, MEN`, then `FISHER!PERSON! [~AGR]`.

use std::collections::HashMap;

use super::cameo;
use super::phoenix;
use super::report::Log;
use crate::lexicon::AgentTable;

#[derive(Debug, Default)]
pub(super) struct Parser {
    lists: HashMap<String, Vec<String>>,
}

impl Parser {
    pub(super) fn line(&mut self, text: &str, number: usize, agents: &mut AgentTable, log: &mut Log<'_>) {
        let content = text.split(['#', ';']).next().unwrap_or("").trim();
        if content.is_empty() {
            return;
        }
        let column = |part: &str| part.as_ptr() as usize - text.as_ptr() as usize + 1;
        if let Some((name, words)) = content.split_once('=') {
            self.list(name.trim(), words, number, column(content), log);
            return;
        }
        let Some((phrase, rest)) = content.split_once('[') else {
            return log.reject(number, column(content), "expected a code in brackets (`[~CODE]`)", content);
        };
        let Some((code, behind)) = rest.split_once(']') else {
            return log.reject(number, column(rest), "a code without its closing bracket", rest);
        };
        if !behind.trim().is_empty() {
            log.warn(number, column(behind), "nothing is read behind the code", behind);
        }
        // The tilde says on which side of an actor's code this one goes: the crate's codes need no telling.
        let code = code.trim();
        let bare = code.strip_prefix('~').or_else(|| code.strip_suffix('~')).unwrap_or(code);
        if !cameo::is_code(bare) || bare == "---" {
            return log.reject(number, column(code), "expected a code: `~` and three capitals, once or more", code);
        }
        let (noun, plural) = match phrase.split_once('{') {
            None => (phrase, None),
            Some((noun, plural)) => match plural.split_once('}') {
                Some((plural, _)) => (noun, Some(plural.trim())),
                None => return log.reject(number, column(plural), "a plural without its closing brace", plural),
            },
        };
        let nouns = match self.expand(noun.trim()) {
            Ok(nouns) => nouns,
            Err(reason) => return log.reject(number, column(content), reason, noun),
        };
        let sector = cameo::sector_of_agents(bare);
        let mut add = |noun: &str, plural: bool, log: &mut Log<'_>| match phoenix::phrase(noun) {
            Ok(noun) => {
                if agents.add(&noun.to_lowercase(), sector, plural) {
                    log.report.names += 1;
                } else {
                    log.report.duplicates += 1;
                }
            }
            Err(reason) => log.reject(number, column(content), reason, noun),
        };
        let listed = nouns.len() > 1 || noun.contains('!');
        for noun in &nouns {
            // Lists hold plurals of their own.
            add(noun, listed && is_plural(noun), log);
            if !listed {
                match plural {
                    None => add(&regular_plural(noun), true, log),
                    Some("") => {}
                    Some(plural) => add(plural, true, log),
                }
            }
        }
        log.report.entries += 1;
    }

    fn list(&mut self, name: &str, words: &str, number: usize, column: usize, log: &mut Log<'_>) {
        let Some(name) = name.strip_prefix('!').and_then(|name| name.strip_suffix('!')).filter(|name| !name.is_empty() && !name.contains('!')) else {
            return log.reject(number, column, "expected a list (`!NAME! = A, B`)", name);
        };
        let words: Vec<String> = words.split(',').map(str::trim).filter(|word| !word.is_empty()).map(str::to_string).collect();
        if words.is_empty() {
            return log.reject(number, column, "a list without words", name);
        }
        if self.lists.insert(name.to_string(), words).is_some() {
            log.warn(number, column, "this list stood before; the later one counts", name);
        }
    }

    /// The phrase with every list's name replaced by each of its words.
    fn expand(&self, phrase: &str) -> Result<Vec<String>, &'static str> {
        const MOST: usize = 1_000;
        let mut parts = phrase.split('!');
        let mut phrases = vec![parts.next().unwrap_or("").to_string()];
        while let Some(name) = parts.next() {
            let words = self.lists.get(name).ok_or("a list that is not defined above")?;
            let after = parts.next().ok_or("a list's name without its closing `!`")?;
            if phrases.len() * words.len() > MOST {
                return Err("these lists make too many phrases");
            }
            phrases = phrases.iter().flat_map(|phrase| words.iter().map(move |word| format!("{phrase}{word}{after}"))).collect();
        }
        Ok(phrases)
    }
}

/// As PETRARCH forms it: `Y` to `IES`, `S` to `SES`, otherwise `S`.
fn regular_plural(noun: &str) -> String {
    let noun = noun.trim_end_matches('_');
    match noun.strip_suffix(['Y', 'y']) {
        Some(stem) => format!("{stem}IES"),
        None if noun.ends_with(['S', 's']) => format!("{noun}ES"),
        None => format!("{noun}S"),
    }
}

fn is_plural(noun: &str) -> bool {
    noun.ends_with('S') || noun.ends_with("MEN") || noun.ends_with("PEOPLE")
}
