//! Which characters count as equal when names and words are compared.
//!
//! Case is folded, and so are the typographic variants that newsrooms and web pages mix freely: apostrophes, hyphens and
//! spaces. Diacritics are kept apart: "Muş" and "mus" are different words, and data files list both spellings of a name.

/// The folded form of one character; `None` for characters that print nothing (soft hyphens, direction marks).
pub(crate) fn fold_char(c: char) -> Option<char> {
    Some(match c {
        'a'..='z' => c,
        'A'..='Z' => c.to_ascii_lowercase(),
        '’' | '‘' | 'ʼ' | '`' | '´' | 'ʻ' => '\'',
        '‐' | '‑' | '–' | '−' => '-',
        '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}' | '\u{feff}' => return None,
        c if c.is_whitespace() => ' ',
        c if c.is_ascii() => c,
        // One character stays one character: the few that lower-case to several keep their first.
        c => c.to_lowercase().next().unwrap_or(c),
    })
}

/// Whether a character can stand inside a word.
pub(crate) fn is_word_char(c: char) -> bool {
    c.is_alphanumeric() || (!c.is_ascii() && unicode_mark(c))
}

/// Combining marks, which belong to the letter before them.
fn unicode_mark(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}' | '\u{483}'..='\u{489}' | '\u{591}'..='\u{5bd}' | '\u{610}'..='\u{61a}' | '\u{64b}'..='\u{65f}' | '\u{1ab0}'..='\u{1aff}' | '\u{20d0}'..='\u{20ff}')
}

/// The folded form of a name or word, runs of space as one blank.
pub(crate) fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for c in text.trim().chars().filter_map(fold_char) {
        if c != ' ' || !folded.ends_with(' ') {
            folded.push(c);
        }
    }
    folded
}

/// The text in lower case, byte for byte as long as before, so that spans hold for both.
///
/// Letters whose lower-case form has another length keep their case.
pub(crate) fn lower_in_place(text: &str) -> String {
    text.chars()
        .map(|c| {
            if c.is_ascii() {
                // A line break within a phrase is a blank.
                return if c.is_ascii_whitespace() { ' ' } else { c.to_ascii_lowercase() };
            }
            let mut lower = c.to_lowercase();
            match (lower.next(), lower.next()) {
                (Some(l), None) if l.len_utf8() == c.len_utf8() => l,
                _ => c,
            }
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn variants_fold_to_one() {
        assert_eq!(fold("  Sana’a \u{a0} al\u{2011}Qaida "), "sana'a al-qaida");
        assert_eq!(fold("ŁÓDŹ"), "łódź");
        assert_eq!(fold("co\u{ad}operate"), "cooperate");
    }

    #[test]
    fn lower_case_keeps_the_length() {
        for text in ["Erdoğan İZMİR ẞ", "K\u{212a}elvin", "ÉLYSÉE"] {
            assert_eq!(lower_in_place(text).len(), text.len());
        }
        assert_eq!(lower_in_place("ÉLYSÉE"), "élysée");
    }
}
