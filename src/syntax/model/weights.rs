//! The weight file.
//!
//! ```text
//! "SYN1"  checksum (8 bytes, little endian, of all that follows)
//! lexicon: count, then per entry by ascending hash
//!          hash difference, tag, flags, stem (4 bytes, if irregular)
//! move habits, relation habits: count, then per situation by ascending key
//!          key difference, decision
//! tag rows, relation rows: count, then by ascending key
//!          key difference, number of weights, per weight column and value
//! move rows: count, then by ascending key  key difference, the second and third weight
//!          (the first is 0: only differences count)
//! ```
//!
//! Counts, differences are LEB128 numbers; the rest are single bytes. Keys are
//! the high halves of feature hashes. Reading checks every number, so that
//! damaged bytes end in an error even where the checksum has been made to fit.

use std::fmt;

use super::habits::Habits;
use super::lexicon::{Entry, IRREGULAR, Lexicon};
use super::parser::{Parser, REL_COLUMNS};
use super::table::{SMALL_PLACE_BITS, SmallTable, Table};
use super::tagger::{TAG_COLUMNS, Tagger};
use super::tags::TAG_COUNT;

/// The first bytes of a weight file.
pub const MAGIC: [u8; 4] = *b"SYN1";

/// Bits of the key of a move row that are kept: place and check.
pub const MOVE_KEY_SHIFT: u32 = 24 - SMALL_PLACE_BITS;

/// Why bytes are not a model.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum ModelError {
    /// The bytes do not begin like a weight file.
    NotAModel,
    /// The checksum does not fit.
    Damaged,
    /// The bytes end too early.
    Truncated,
    /// A number is out of its range.
    OutOfRange,
    /// There are bytes after the end.
    TrailingBytes,
}

impl fmt::Display for ModelError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            ModelError::NotAModel => "not a syntax weight file",
            ModelError::Damaged => "syntax weight file is damaged",
            ModelError::Truncated => "syntax weight file is truncated",
            ModelError::OutOfRange => "syntax weight file holds a number out of range",
            ModelError::TrailingBytes => "syntax weight file has bytes after its end",
        })
    }
}

impl std::error::Error for ModelError {}

/// The checksum of a weight file's contents: a running hash of eight bytes at
/// a time, to find damage, not forgery.
pub fn checksum(bytes: &[u8]) -> u64 {
    let mut sum = 0xCBF2_9CE4_8422_2325u64;
    for chunk in bytes.chunks(8) {
        let mut word = [0u8; 8];
        word[..chunk.len()].copy_from_slice(chunk);
        sum = (sum ^ u64::from_le_bytes(word)).wrapping_mul(0x9E37_79B9_7F4A_7C15);
        sum ^= sum >> 29;
    }
    sum ^ bytes.len() as u64
}

struct Reader<'b> {
    rest: &'b [u8],
}

impl Reader<'_> {
    fn byte(&mut self) -> Result<u8, ModelError> {
        let (&first, rest) = self.rest.split_first().ok_or(ModelError::Truncated)?;
        self.rest = rest;
        Ok(first)
    }

    fn array<const N: usize>(&mut self) -> Result<[u8; N], ModelError> {
        let (first, rest) = self.rest.split_first_chunk::<N>().ok_or(ModelError::Truncated)?;
        self.rest = rest;
        Ok(*first)
    }

    fn number(&mut self) -> Result<u32, ModelError> {
        let mut value = 0u64;
        for shift in (0..35).step_by(7) {
            let byte = self.byte()?;
            value |= u64::from(byte & 0x7F) << shift;
            if byte & 0x80 == 0 {
                return u32::try_from(value).map_err(|_| ModelError::OutOfRange);
            }
        }
        Err(ModelError::OutOfRange)
    }

    /// A count of things of at least `size` bytes each, which bounds what may
    /// be allocated for them.
    fn count(&mut self, size: usize) -> Result<usize, ModelError> {
        let count = self.number()? as usize;
        if count > self.rest.len() / size { Err(ModelError::Truncated) } else { Ok(count) }
    }

    /// The next of a run of ascending numbers.
    fn ascend(&mut self, last: &mut u32) -> Result<u32, ModelError> {
        *last = last.checked_add(self.number()?).ok_or(ModelError::OutOfRange)?;
        Ok(*last)
    }
}

/// Reads a tagger's and a parser's weights and their lexicon.
pub fn read(bytes: &[u8]) -> Result<(Lexicon, Tagger, Parser), ModelError> {
    let mut reader = Reader { rest: bytes };
    if reader.array::<4>().map_err(|_| ModelError::NotAModel)? != MAGIC {
        return Err(ModelError::NotAModel);
    }
    if u64::from_le_bytes(reader.array()?) != checksum(reader.rest) {
        return Err(ModelError::Damaged);
    }
    let lexicon = read_lexicon(&mut reader)?;
    let move_habits = read_habits(&mut reader)?;
    let rel_habits = read_habits(&mut reader)?;
    let table = read_table::<TAG_COLUMNS>(&mut reader)?;
    let rels = read_table::<REL_COLUMNS>(&mut reader)?;
    let moves = read_moves(&mut reader)?;
    if !reader.rest.is_empty() {
        return Err(ModelError::TrailingBytes);
    }
    Ok((lexicon, Tagger { table }, Parser { moves, rels, move_habits, rel_habits }))
}

fn read_lexicon(reader: &mut Reader<'_>) -> Result<Lexicon, ModelError> {
    let count = reader.count(3)?;
    let mut entries = Vec::with_capacity(count);
    let mut hash = 0;
    for _ in 0..count {
        reader.ascend(&mut hash)?;
        let [tag, flags] = reader.array()?;
        if usize::from(tag) >= TAG_COUNT {
            return Err(ModelError::OutOfRange);
        }
        let stem = if flags & IRREGULAR != 0 { u32::from_le_bytes(reader.array()?) } else { 0 };
        entries.push(Entry { hash, stem, tag, flags });
    }
    Ok(Lexicon::new(&entries))
}

fn read_habits(reader: &mut Reader<'_>) -> Result<Habits, ModelError> {
    let mut habits = Habits::empty();
    let mut key = 0;
    for _ in 0..reader.count(2)? {
        reader.ascend(&mut key)?;
        if !habits.insert(key, reader.byte()?) {
            return Err(ModelError::OutOfRange);
        }
    }
    Ok(habits)
}

fn read_table<const C: usize>(reader: &mut Reader<'_>) -> Result<Table<C>, ModelError> {
    let mut table = Table::empty();
    let mut key = 0;
    for _ in 0..reader.count(2)? {
        reader.ascend(&mut key)?;
        let mut row = [0i16; C];
        for _ in 0..reader.byte()? {
            let [column, weight] = reader.array()?;
            let place = row.get_mut(usize::from(column)).ok_or(ModelError::OutOfRange)?;
            *place = i16::from(weight as i8);
        }
        if !table.insert(key, row) {
            return Err(ModelError::OutOfRange);
        }
    }
    Ok(table)
}

fn read_moves(reader: &mut Reader<'_>) -> Result<SmallTable, ModelError> {
    let mut moves = SmallTable::empty();
    let mut key = 0u32;
    for _ in 0..reader.count(3)? {
        reader.ascend(&mut key)?;
        if key >> (32 - MOVE_KEY_SHIFT) != 0 {
            return Err(ModelError::OutOfRange);
        }
        let [left, right] = reader.array()?.map(|b: u8| b as i8);
        if !moves.insert(key << MOVE_KEY_SHIFT, [0, left, right]) {
            return Err(ModelError::OutOfRange);
        }
    }
    Ok(moves)
}
