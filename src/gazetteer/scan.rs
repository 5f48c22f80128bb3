//! The scan of a text for names.

use crate::span::Span;
use crate::text::fold::{fold_char, is_word_char};

use super::Gazetteer;
use super::found::NameMatch;
use super::walk::Start;

/// The iterator of [`Gazetteer::find_iter`].
///
/// ```
/// let gazetteer = sortie::Gazetteer::builtin()?;
/// let mut names = gazetteer.find_iter("NATO and Serbia");
/// assert_eq!(names.next().unwrap().text(), "NATO");
/// # Ok::<(), sortie::GazetteerError>(())
/// ```
#[derive(Debug, Clone)]
pub struct FindIter<'g, 't> {
    gazetteer: &'g Gazetteer,
    text: &'t str,
    /// A word ends here, or the text starts.
    at: usize,
    /// The word that is looked up, folded.
    word: String,
}

impl<'g, 't> FindIter<'g, 't> {
    pub(super) fn new(gazetteer: &'g Gazetteer, text: &'t str) -> FindIter<'g, 't> {
        FindIter { gazetteer, text, at: 0, word: String::new() }
    }
}

impl<'g, 't> Iterator for FindIter<'g, 't> {
    type Item = NameMatch<'g, 't>;

    fn next(&mut self) -> Option<NameMatch<'g, 't>> {
        while let Some(start) = next_start(self.text, self.at) {
            let start = Start::read(self.text, start, &mut self.word);
            self.at = start.end;
            if let Some(found) = match_at(self.gazetteer, &start) {
                self.at = found.span.end;
                return Some(found);
            }
        }
        self.at = self.text.len();
        None
    }
}

/// The longest name that starts there.
fn match_at<'g, 't>(gazetteer: &'g Gazetteer, start: &Start<'t, '_>) -> Option<NameMatch<'g, 't>> {
    let actors = gazetteer.inner.automaton.longest(start);
    let places = gazetteer.inner.places.as_ref().and_then(|places| places.longest(start));
    let end = actors.map_or(0, |found| found.end).max(places.map_or(0, |(end, _)| end));
    if end == 0 {
        return None;
    }
    let actors = actors.filter(|found| found.end == end);
    let names = actors.map_or(&[][..], |found| found.names);
    let hidden = actors.is_some_and(|found| found.hides_places);
    let rows = places.filter(|(e, _)| *e == end && !hidden).map_or(&[][..], |(_, rows)| rows);
    Some(NameMatch { gazetteer, text: start.text, span: Span::new(start.start, end), names, rows })
}

/// What a byte can be at the start of a name.
const WORD: u8 = 1;
const START: u8 = 2;
const ARTICLE: u8 = 4;
const WIDE: u8 = 8;

static CLASSES: [u8; 256] = {
    let mut classes = [0; 256];
    let mut i = 0;
    while i < 256 {
        classes[i] = match i as u8 {
            b'A'..=b'Z' | b'0'..=b'9' => WORD | START,
            b'a' | b'b' | b'd' | b'e' | b'i' | b'l' | b'u' => WORD | ARTICLE,
            b'a'..=b'z' => WORD,
            128.. => WIDE,
            _ => 0,
        };
        i += 1;
    }
    classes
};

/// Articles with which names in small letters start.
const ARTICLES: &[&[u8]] = &[b"al", b"el", b"an", b"ar", b"as", b"ash", b"at", b"ad", b"az", b"ul", b"bin", b"ibn", b"de", b"la", b"le"];

/// What parts an article from its name, beside the ASCII hyphen and the blank.
const HYPHENS: &[&str] = &["\u{2010}", "\u{2011}", "–"];

/// The next place from `at` on where a name can start: a word that begins with a capital or digit, or an article that a hyphen or
/// a blank and no small letter follow.
fn next_start(text: &str, mut at: usize) -> Option<usize> {
    let bytes = text.as_bytes();
    // All bits outside words, none within: a name may follow an apostrophe ("l'Aquila"), but never start within a word.
    let mut outside = u8::from(text[..at].chars().rev().find_map(fold_char).is_some_and(is_word_char)).wrapping_sub(1);
    while let Some(byte) = bytes.get(at) {
        let class = CLASSES[usize::from(*byte)];
        // One branch, seldom taken, for every byte.
        if class & (outside | WIDE) & (START | ARTICLE | WIDE) == 0 {
            outside = (class & WORD).wrapping_sub(1);
            at += 1;
        } else if class & WIDE == 0 {
            if class & START != 0 || is_article(text, at) {
                return Some(at);
            }
            outside = 0;
            at += 1;
        } else {
            let c = text[at..].chars().next()?;
            match fold_char(c).map(is_word_char) {
                Some(true) if outside != 0 && c.is_uppercase() => return Some(at),
                Some(word) => outside = u8::from(word).wrapping_sub(1),
                None => {}
            }
            at += c.len_utf8();
        }
    }
    None
}

/// Whether one of the articles stands at `at`, and what parts it from a name.
fn is_article(text: &str, at: usize) -> bool {
    let rest = &text.as_bytes()[at..];
    let letters = rest.iter().take(4).take_while(|byte| byte.is_ascii_lowercase()).count();
    let (word, behind) = rest.split_at(letters);
    let parted = match behind {
        // "as Suwayda", but not "as well".
        [b' ', next, ..] => !next.is_ascii_lowercase(),
        [b'-', ..] => true,
        [128..=255, ..] => HYPHENS.iter().any(|hyphen| behind.starts_with(hyphen.as_bytes())),
        _ => false,
    };
    parted && ARTICLES.contains(&word)
}
