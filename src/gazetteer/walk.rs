//! Text as names are compared with it: folded on the way, so that nothing is copied.

use crate::text::fold::{fold_char, is_word_char};

use super::known::hash_word;

/// The folded characters of a text from some byte on; a run of blanks (a line break within a name) is one.
#[derive(Debug, Clone)]
pub(super) struct Walk<'t> {
    text: &'t str,
    /// Behind the character that was read last.
    at: usize,
    blank: bool,
}

impl<'t> Walk<'t> {
    pub(super) fn new(text: &'t str, at: usize) -> Walk<'t> {
        Walk { text, at, blank: false }
    }

    pub(super) fn at(&self) -> usize {
        self.at
    }

    /// Whether a word ends here, behind `last`: another character than a letter or digit ends a word by itself.
    pub(super) fn ends_word(&self, last: char) -> bool {
        !is_word_char(last)
            || match self.text.as_bytes().get(self.at) {
                Some(128..) => !self.text[self.at..].chars().find_map(fold_char).is_some_and(is_word_char),
                Some(byte) => !byte.is_ascii_alphanumeric(),
                None => true,
            }
    }
}

impl Iterator for Walk<'_> {
    type Item = char;

    fn next(&mut self) -> Option<char> {
        loop {
            let byte = *self.text.as_bytes().get(self.at)?;
            if byte.is_ascii_alphanumeric() {
                // Most characters of most texts.
                self.at += 1;
                self.blank = false;
                return Some(char::from(byte.to_ascii_lowercase()));
            }
            let c = self.text[self.at..].chars().next()?;
            self.at += c.len_utf8();
            let Some(folded) = fold_char(c) else { continue };
            let repeated = self.blank && folded == ' ';
            self.blank = folded == ' ';
            if !repeated {
                return Some(folded);
            }
        }
    }
}

/// A word of a text with which a name may start.
#[derive(Debug, Clone, Copy)]
pub(super) struct Start<'t, 'w> {
    pub(super) text: &'t str,
    pub(super) start: usize,
    pub(super) end: usize,
    /// Folded.
    pub(super) word: &'w str,
    /// Of the word.
    pub(super) hash: u64,
}

impl<'t, 'w> Start<'t, 'w> {
    /// Reads the word that starts at byte `start`, folded into `word`.
    pub(super) fn read(text: &'t str, start: usize, word: &'w mut String) -> Start<'t, 'w> {
        let end = read_word(text, start, word);
        Start { text, start, end, word, hash: hash_word(word) }
    }

    /// What follows the word.
    pub(super) fn walk(&self) -> Walk<'t> {
        Walk::new(self.text, self.end)
    }
}

/// Reads the word that starts at byte `at` into `word`, folded; returns where it ends.
fn read_word(text: &str, at: usize, word: &mut String) -> usize {
    word.clear();
    let bytes = text.as_bytes();
    let length = bytes[at..].iter().take_while(|byte| byte.is_ascii_alphanumeric()).count();
    let mut end = at + length;
    word.push_str(&text[at..end]);
    word.make_ascii_lowercase();
    if bytes.get(end).is_none_or(u8::is_ascii) {
        return end;
    }
    for (offset, c) in text[end..].char_indices() {
        match fold_char(c) {
            // What prints nothing does not part a word.
            None => {}
            Some(folded) if is_word_char(folded) => {
                word.push(folded);
                end = at + length + offset + c.len_utf8();
            }
            Some(_) => break,
        }
    }
    end
}

/// Appends a spelling as it is compared: folded, without blanks around it.
pub(super) fn push_folded(spelling: &str, folded: &mut String) {
    let start = folded.len();
    if spelling.bytes().all(|byte| byte.is_ascii_graphic() && byte != b'`') {
        // The common case, one word: only capitals fold.
        folded.push_str(spelling);
        folded[start..].make_ascii_lowercase();
    } else {
        folded.extend(Walk::new(spelling.trim(), 0));
        // A character that prints nothing may have stood behind it.
        while folded.len() > start && folded.ends_with(' ') {
            folded.pop();
        }
    }
}

/// How many bytes of a folded spelling its first word has. What is no letter or digit before it belongs to it.
pub(super) fn first_word(folded: &str) -> usize {
    let mut inside = false;
    for (i, c) in folded.char_indices() {
        let word = is_word_char(c);
        if inside && !word {
            return i;
        }
        inside = word;
    }
    folded.len()
}

/// Where the first of sorted things stands that is not `before`. A few are looked through faster than halved.
pub(super) fn partition_point<T>(sorted: &[T], before: impl Fn(&T) -> bool) -> usize {
    if sorted.len() > 8 { sorted.partition_point(before) } else { sorted.iter().take_while(|thing| before(thing)).count() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_read_whole() {
        let mut word = String::new();
        for (text, expected, end) in
            [("Homs-based", "homs", 4), ("ISTANBUL", "istanbul", 8), ("Erdoğan’s", "erdoğan", 8), ("Ho\u{ad}ms\u{ad} x", "homs", 6), ("Ko\u{301}k", "ko\u{301}k", 5), ("Å", "å", 2)]
        {
            assert_eq!(read_word(text, 0, &mut word), end, "{text}");
            assert_eq!(word, expected, "{text}");
        }
    }

    #[test]
    fn blanks_are_one() {
        assert_eq!(Walk::new("New \u{a0}\n York", 0).collect::<String>(), "new york");
        let mut folded = String::new();
        for spelling in ["  Deir  ez-Zor ", "Homs", "Ta`izz \u{200e} "] {
            push_folded(spelling, &mut folded);
            folded.push('|');
        }
        assert_eq!(folded, "deir ez-zor|homs|ta'izz|");
    }

    #[test]
    fn first_words_end_where_words_end() {
        for (folded, word) in [("al-bab", "al"), ("u.s.", "u"), ("'ain abid", "'ain"), ("łódź", "łódź"), ("", "")] {
            assert_eq!(&folded[..first_word(folded)], word);
        }
    }
}
