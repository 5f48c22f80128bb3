//! What the words around a name say of it.

use crate::span::Span;
use crate::text::fold::is_word_char;

/// Words before a name that make it a person's.
pub(super) const TITLES: &[&str] = &[
    "mr", "mrs", "ms", "miss", "dr", "president", "premier", "minister", "prime", "gen", "general", "col", "colonel", "maj", "major", "lt", "lieutenant", "capt", "captain", "adm", "admiral", "king",
    "queen", "prince", "princess", "sheikh", "emir", "sultan", "senator", "sen", "rep", "secretary", "chancellor", "ambassador", "envoy", "commander", "chief", "leader", "spokesman", "spokeswoman",
    "spokesperson", "ayatollah", "mullah", "judge", "sir", "lord", "lady", "pope", "chairman", "marshal", "brig", "brigadier", "sgt", "governor", "mayor", "imam", "cardinal", "bishop", "archbishop",
    "director", "professor", "prof", "comrade", "sayyed", "sayyid", "haji", "maulana", "counterpart", "former", "deputy",
];

/// What the words around a name say.
pub(super) struct Around<'t> {
    /// The word before, in lower case, without its full stop.
    pub(super) before: String,
    /// The word before, when it starts with a capital and is directly joined by blanks.
    pub(super) capital_before: Option<&'t str>,
    /// Whether a capitalised word follows directly.
    pub(super) capital_after: bool,
    /// The word after, in lower case.
    pub(super) after: String,
    pub(super) sentence_start: bool,
}

pub(super) fn around<'t>(text: &'t str, span: Span) -> Around<'t> {
    let head = &text[..span.start];
    let trimmed = head.trim_end_matches([' ', '\u{a0}']);
    let start = trimmed.char_indices().rev().find(|(_, c)| !(is_word_char(*c) || matches!(c, '.' | '-'))).map_or(0, |(i, c)| i + c.len_utf8());
    let word = trimmed[start..].trim_matches(['.', '-']);
    let joined = trimmed.len() < head.len() && !word.is_empty();
    let sentence_start = trimmed.is_empty() || trimmed.ends_with(['.', '!', '?', '\n', '“', '"', ':', '”']) && !trimmed[start..].ends_with('.') || head.ends_with('\n');
    let tail = &text[span.end..];
    let next = tail.trim_start_matches([' ', '\u{a0}']);
    let word_after: &str = next.split(|c: char| !is_word_char(c)).next().unwrap_or("");
    let joined_after = next.len() < tail.len();
    Around {
        before: if joined { word.to_lowercase() } else { String::new() },
        capital_before: (joined && word.starts_with(char::is_uppercase)).then_some(word),
        capital_after: joined_after && word_after.starts_with(char::is_uppercase),
        after: if joined_after { word_after.to_lowercase() } else { String::new() },
        sentence_start,
    }
}
