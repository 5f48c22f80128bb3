//! The words the treebank taught: their usual tag and stem.
//!
//! A hash table of 32-bit word hashes; no spelling is stored. Hash clashes of
//! unknown words are rare (one in ten thousand) and only cost accuracy.

/// The word has one tag so nearly always that no decision is needed.
pub const CERTAIN: u8 = 1;
/// The lower-cased word was frequent enough to have weights of its own.
pub const KNOWN: u8 = 2;
/// The hash is that of a stem, not of a word.
pub const STEM: u8 = 4;
/// The stem is not the one the suffix rules give, and is stored.
pub const IRREGULAR: u8 = 8;

/// What is known of one word or stem.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Entry {
    /// High half of the word's hash; 0 marks a free place.
    pub hash: u32,
    /// High half of the stem's hash where it is irregular.
    pub stem: u32,
    /// Column of the most frequent tag.
    pub tag: u8,
    /// Some of the flags of this module.
    pub flags: u8,
}

/// An open-addressed table of entries.
#[derive(Debug)]
pub struct Lexicon {
    places: Vec<Entry>,
    shift: u32,
}

impl Lexicon {
    /// Builds the table; a hash that comes twice keeps its first entry.
    pub fn new(entries: &[Entry]) -> Lexicon {
        let size = (entries.len() * 3).next_power_of_two().max(16);
        let shift = 32 - size.trailing_zeros();
        let mut lexicon = Lexicon { places: vec![Entry::default(); size], shift };
        for entry in entries.iter().filter(|e| e.hash != 0) {
            let mut at = (entry.hash >> shift) as usize;
            while lexicon.places[at].hash != 0 && lexicon.places[at].hash != entry.hash {
                at = (at + 1) & (size - 1);
            }
            if lexicon.places[at].hash == 0 {
                lexicon.places[at] = *entry;
            }
        }
        lexicon
    }

    /// Looks a word up by its hash.
    #[inline]
    pub fn get(&self, hash: u64) -> Option<&Entry> {
        let key = ((hash >> 32) as u32).max(1);
        let mask = self.places.len() - 1;
        let mut at = (key >> self.shift) as usize & mask;
        // At most a third of the places is taken, so this ends.
        loop {
            let entry = &self.places[at];
            if entry.hash == key {
                return Some(entry);
            }
            if entry.hash == 0 {
                return None;
            }
            at = (at + 1) & mask;
        }
    }

    /// Bytes of heap in use.
    pub fn heap_size(&self) -> usize {
        self.places.len() * std::mem::size_of::<Entry>()
    }
}
