//! What one look at a word yields: hashes, affixes, shape, stem, usual tag.

use super::features::{atom, f2, hash_word, lower8};
use super::lexicon::{CERTAIN, Entry, IRREGULAR, KNOWN, Lexicon, STEM};

/// Keeps the hashes of stems apart from those of words.
const STEM_SALT: u64 = 0x51ED_270B_0F3C_2A45;

/// The hint of a word the lexicon does not know: 64 and the shape.
const UNKNOWN_HINT: u8 = 64;

/// One analysed word.
#[derive(Clone, Copy, Debug, Default)]
pub struct Word {
    /// Hash of the lower-cased form.
    pub lower: u64,
    /// Hash of the lower-cased form, or of shape and ending where the form is
    /// too rare for weights of its own.
    pub lex: u64,
    /// Hash of the stem, or of shape and ending where it is too rare.
    pub stem: u64,
    /// The last four bytes, lower-cased, the last one highest.
    pub suffix: u32,
    /// The first four bytes, lower-cased, the first one lowest.
    pub prefix: u32,
    /// Letter case, digits, hyphens: one of 64 classes.
    pub shape: u8,
    /// Column of the usual tag, or `64 + shape` for an unknown word.
    pub hint: u8,
    /// The usual tag may be taken without asking.
    pub certain: bool,
}

impl Word {
    /// Analyses a form.
    #[inline]
    pub fn new(form: &str, lexicon: &Lexicon) -> Word {
        let bytes = form.as_bytes();
        let (exact, lower) = hash_word(bytes);
        let (prefix, suffix) = affixes(bytes);
        let shape = shape(bytes);
        let exact_entry = lexicon.get(exact);
        let lower_entry = if exact == lower { exact_entry } else { lexicon.get(lower) };
        let class = f2(1, atom(u64::from(shape)), unknown_ending(suffix, shape));
        let known = lower_entry.is_some_and(|e| e.flags & KNOWN != 0);
        let stem = match lower_entry {
            Some(e) if e.flags & IRREGULAR != 0 => u64::from(e.stem) << 32,
            _ => regular_stem(bytes, suffix, lower),
        };
        let stem_known = lexicon.get(stem).is_some_and(|e| e.flags & STEM != 0);
        let usual = |e: &&Entry| e.flags & STEM == 0;
        let hint = exact_entry.filter(usual).or(lower_entry.filter(usual));
        Word {
            lower,
            lex: if known { lower } else { class },
            // Low bits matter in sums of rotated atoms: spread the high half.
            stem: if stem_known { (stem >> 32).wrapping_mul(STEM_SALT) } else { class },
            suffix,
            prefix,
            shape,
            hint: hint.map_or(UNKNOWN_HINT + shape, |e| e.tag),
            certain: exact_entry.is_some_and(|e| e.flags & CERTAIN != 0),
        }
    }

    /// Whether the form starts with a capital letter.
    #[inline]
    pub fn is_capitalised(&self) -> bool {
        matches!(self.shape & 7, 2..=4)
    }
}

/// Unknown words in lower case are told apart by their last two letters;
/// endings of names say little.
#[inline]
fn unknown_ending(suffix: u32, shape: u8) -> u64 {
    if shape & 7 == 1 { atom(u64::from(suffix >> 16)) } else { atom(0) }
}

#[inline]
fn affixes(bytes: &[u8]) -> (u32, u32) {
    let n = bytes.len().min(4);
    let mut first = [0u8; 8];
    first[..n].copy_from_slice(&bytes[..n]);
    first[8 - n..].copy_from_slice(&bytes[bytes.len() - n..]);
    let both = lower8(u64::from_le_bytes(first));
    (both as u32, (both >> 32) as u32)
}

/// Low three bits: 0 no letter, 1 all lower, 2 capital first, 3 all capitals,
/// 4 mixed after a capital, 5 mixed. Then digit, hyphen, inner space.
#[inline]
fn shape(bytes: &[u8]) -> u8 {
    let (mut upper, mut lower, mut digit, mut hyphen, mut space) = (0u32, 0u32, 0u8, 0u8, 0u8);
    for &b in bytes {
        upper += u32::from(b.is_ascii_uppercase());
        lower += u32::from(b.is_ascii_lowercase() || b >= 0x80);
        digit |= u8::from(b.is_ascii_digit());
        hyphen |= u8::from(b == b'-');
        space |= u8::from(b == b' ');
    }
    let first_upper = bytes.first().is_some_and(u8::is_ascii_uppercase);
    let case = match (upper, lower) {
        (0, 0) => 0,
        (0, _) => 1,
        (1, _) if first_upper => 2,
        (_, 0) => 3,
        _ if first_upper => 4,
        _ => 5,
    };
    case | digit << 3 | hyphen << 4 | space << 5
}

/// Hash of the stem as the suffix rules give it.
#[inline]
pub fn regular_stem(bytes: &[u8], suffix: u32, lower: u64) -> u64 {
    let len = stem_length(bytes, suffix);
    let hash = if len == bytes.len() { lower } else { hash_word(&bytes[..len]).1 };
    hash.wrapping_mul(STEM_SALT)
}

/// How much of a word its endings leave. Stems need not be words: "carry",
/// "carries" and "carried" must only share one.
fn stem_length(bytes: &[u8], suffix: u32) -> usize {
    let n = bytes.len();
    let end = suffix.to_be_bytes();
    let cut = match end {
        [b'g', b'n', b'i', _] if n >= 5 => 3,
        [b'd', b'e', b'i', _] | [b's', b'e', b'i', _] if n >= 5 => 3,
        [b'd', b'e', _, _] | [b's', b'e', _, _] if n >= 4 => 2,
        [b's', b's' | b'u' | b'i', _, _] => 0,
        [b's' | b'e' | b'y', _, _, _] if n >= 4 => 1,
        _ => 0,
    };
    let left = n - cut;
    let doubled = left >= 3 && bytes[left - 1].eq_ignore_ascii_case(&bytes[left - 2]) && bytes[left - 1].is_ascii_alphabetic();
    left - usize::from(doubled)
}

/// The stem hash of a lemma, for filling the lexicon.
pub fn stem_of(form: &str) -> u64 {
    let bytes = form.as_bytes();
    regular_stem(bytes, affixes(bytes).1, hash_word(bytes).1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_of_a_regular_verb_share_a_stem() {
        for forms in [["stop", "stopped"], ["carry", "carries"], ["make", "making"], ["Box", "boxes"]] {
            assert_eq!(stem_of(forms[0]), stem_of(forms[1]), "{forms:?}");
        }
        assert_ne!(stem_of("bus"), stem_of("bu"));
    }

    #[test]
    fn odd_words_do_no_harm() {
        let lexicon = Lexicon::new(&[]);
        for form in ["", "s", "ed", "ing", "é", "\u{0}", "ies", "Islamic State", "ss"] {
            let word = Word::new(form, &lexicon);
            assert!(word.shape < 64 && !word.certain);
        }
    }
}
