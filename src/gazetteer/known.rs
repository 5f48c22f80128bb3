//! A filter before the indexes: most words of a text start no name, and a bit for each first word tells so without leaving the cache.

/// Hashes a folded word, eight bytes a time.
pub(super) fn hash_word(word: &str) -> u64 {
    word.as_bytes().chunks(8).fold(0xcbf2_9ce4_8422_2325, |hash, chunk| {
        let mut bytes = [0; 8];
        bytes[..chunk.len()].copy_from_slice(chunk);
        (hash ^ u64::from_le_bytes(bytes)).wrapping_mul(0x9e37_79b9_7f4a_7c15).rotate_left(29)
    })
}

/// Spreads the bits of a hash, so that the top ones can choose a place.
pub(super) fn finish(hash: u64) -> u64 {
    (hash ^ (hash >> 29)).wrapping_mul(0x9e37_79b9_7f4a_7c15)
}

/// First words, by their hashes.
#[derive(Debug)]
pub(super) struct Known {
    bits: Vec<u64>,
    shift: u32,
}

impl Known {
    /// Of that many (finished) hashes.
    pub(super) fn new(hashes: impl Iterator<Item = u64>, count: usize) -> Known {
        // Eight bits a word or more: one word in nine passes for nothing, at most.
        let log = (count.max(8) * 8).next_power_of_two().trailing_zeros();
        let mut known = Known { bits: vec![0; 1 << (log - 6)], shift: 64 - log };
        for hash in hashes {
            let (cell, bit) = known.place(hash);
            known.bits[cell] |= bit;
        }
        known
    }

    /// Whether a word of that (finished) hash may be among them.
    pub(super) fn may_hold(&self, hash: u64) -> bool {
        let (cell, bit) = self.place(hash);
        self.bits[cell] & bit != 0
    }

    fn place(&self, hash: u64) -> (usize, u64) {
        let bit = hash >> self.shift;
        ((bit / 64) as usize, 1 << (bit % 64))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn known_words_pass_and_most_others_do_not() {
        let hash = |i: usize| finish(hash_word(&format!("word{i}")));
        let known = Known::new((0..1000).map(hash), 1000);
        assert!((0..1000).all(|i| known.may_hold(hash(i))));
        assert!((1000..2000).filter(|i| known.may_hold(hash(*i))).count() < 200);
        assert!(!Known::new(std::iter::empty(), 0).may_hold(hash(1)));
    }
}
