//! Hashing shared by all classifiers.
//!
//! A feature is a template number and up to five atoms. Atoms are 64-bit
//! numbers already well spread (word hashes, multiplied tags), so a feature
//! costs a few additions, rotations and one multiplication; the high bits of
//! the product are the feature's name. No feature is ever spelt out.

/// Receives the names of the features of one decision. Scoring adds up weight
/// rows; training collects the names.
pub trait Sink {
    /// Takes one feature.
    fn put(&mut self, feature: u64);
}

impl Sink for Vec<u32> {
    fn put(&mut self, feature: u64) {
        self.push((feature >> 32) as u32);
    }
}

const SPREAD: u64 = 0x9E37_79B9_7F4A_7C15;
const SMALL: u64 = 0xD6E8_FEB8_6659_FD93;
const TEMPLATE: u64 = 0xA076_1D64_78BD_642F;

/// An atom for a small number: a tag, a relation, a distance.
#[inline(always)]
pub fn atom(value: u64) -> u64 {
    let x = (value + 1).wrapping_mul(SMALL);
    x ^ (x >> 29)
}

/// A feature of one atom.
#[inline(always)]
pub fn f1(template: u64, a: u64) -> u64 {
    a.wrapping_add(template.wrapping_mul(TEMPLATE)).wrapping_mul(SPREAD)
}

/// A feature of two atoms.
#[inline(always)]
pub fn f2(template: u64, a: u64, b: u64) -> u64 {
    f1(template, a.wrapping_add(b.rotate_left(17)))
}

/// A feature of three atoms.
#[inline(always)]
pub fn f3(template: u64, a: u64, b: u64, c: u64) -> u64 {
    f2(template, a.wrapping_add(c.rotate_left(37)), b)
}

/// A feature of four atoms.
#[inline(always)]
pub fn f4(template: u64, a: u64, b: u64, c: u64, d: u64) -> u64 {
    f3(template, a.wrapping_add(d.rotate_left(51)), b, c)
}

/// A feature of five atoms.
#[inline(always)]
pub fn f5(template: u64, a: u64, b: u64, c: u64, d: u64, e: u64) -> u64 {
    f4(template, a.wrapping_add(e.rotate_left(9)), b, c, d)
}

const HIGH: u64 = 0x8080_8080_8080_8080;

/// Lower-cases the ASCII letters among eight bytes at once.
#[inline(always)]
pub fn lower8(x: u64) -> u64 {
    let ones = 0x0101_0101_0101_0101u64;
    let low = x & !HIGH;
    let from_a = low.wrapping_add(ones.wrapping_mul(0x80 - 0x41));
    let past_z = low.wrapping_add(ones.wrapping_mul(0x80 - 0x5B));
    let upper = from_a & !past_z & !x & HIGH;
    x | (upper >> 2)
}

#[inline(always)]
fn load(bytes: &[u8]) -> u64 {
    let mut word = [0u8; 8];
    word[..bytes.len()].copy_from_slice(bytes);
    u64::from_le_bytes(word)
}

#[inline(always)]
fn step(hash: u64, x: u64) -> u64 {
    let h = (hash ^ x).wrapping_mul(SPREAD);
    h ^ (h >> 32)
}

/// Hashes of a word as written and in lower case.
#[inline]
pub fn hash_word(bytes: &[u8]) -> (u64, u64) {
    let start = (bytes.len() as u64).wrapping_mul(SMALL);
    let (mut exact, mut lower) = (start, start);
    let mut chunks = bytes.chunks_exact(8);
    for chunk in chunks.by_ref() {
        let x = load(chunk);
        exact = step(exact, x);
        lower = step(lower, lower8(x));
    }
    let x = load(chunks.remainder());
    (step(exact, x).wrapping_mul(SPREAD), step(lower, lower8(x)).wrapping_mul(SPREAD))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lower_case_hash_ignores_case_only() {
        let (exact, lower) = hash_word(b"Reconstruction");
        assert_eq!(hash_word(b"reconstruction"), (lower, lower));
        assert_ne!(exact, lower);
        for b in 0..=255u8 {
            let bytes = [b, b'Q', b'@', b'[', b, 0, 0, 0];
            let want = u64::from_le_bytes(bytes.map(|b| b.to_ascii_lowercase()));
            assert_eq!(lower8(u64::from_le_bytes(bytes)), want);
        }
    }
}
