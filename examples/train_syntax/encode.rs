//! Writing the weight file that `sortie::syntax_model::weights` reads.

use sortie::syntax_model::habits::Habits;
use sortie::syntax_model::lexicon::{Entry, IRREGULAR};
use sortie::syntax_model::weights::{MAGIC, MOVE_KEY_SHIFT, checksum};

/// Everything a weight file holds.
pub(crate) struct Contents<'a, const T: usize, const R: usize> {
    pub(crate) lexicon: &'a [Entry],
    pub(crate) move_habits: &'a Habits,
    pub(crate) rel_habits: &'a Habits,
    pub(crate) tags: &'a [(u32, [i8; T])],
    pub(crate) rels: &'a [(u32, [i8; R])],
    pub(crate) moves: &'a [(u32, [i8; 3])],
}

fn number(out: &mut Vec<u8>, mut value: u32) {
    while value >= 0x80 {
        out.push(value as u8 | 0x80);
        value >>= 7;
    }
    out.push(value as u8);
}

fn rows<const C: usize>(out: &mut Vec<u8>, rows: &[(u32, [i8; C])]) {
    number(out, rows.len() as u32);
    let mut last = 0;
    for (key, row) in rows {
        number(out, key - last);
        last = *key;
        out.push(row.iter().filter(|&&w| w != 0).count() as u8);
        for (column, &weight) in row.iter().enumerate().filter(|(_, w)| **w != 0) {
            out.extend([column as u8, weight as u8]);
        }
    }
}

/// The bytes of a weight file.
pub(crate) fn encode<const T: usize, const R: usize>(contents: &Contents<'_, T, R>) -> Vec<u8> {
    let mut out = Vec::new();
    let mut last = 0;
    number(&mut out, contents.lexicon.len() as u32);
    for entry in contents.lexicon {
        number(&mut out, entry.hash - last);
        last = entry.hash;
        out.extend([entry.tag, entry.flags]);
        if entry.flags & IRREGULAR != 0 {
            out.extend(entry.stem.to_le_bytes());
        }
    }
    let sizes = |out: &Vec<u8>, what: &str| eprintln!("{what}: up to byte {}", out.len());
    sizes(&out, "lexicon");
    for habits in [contents.move_habits, contents.rel_habits] {
        let habits: Vec<_> = habits.iter().collect();
        number(&mut out, habits.len() as u32);
        let mut last = 0;
        for (key, decision) in habits {
            number(&mut out, key - last);
            last = key;
            out.push(decision);
        }
    }
    sizes(&out, "habits");
    rows(&mut out, contents.tags);
    sizes(&out, "tag rows");
    rows(&mut out, contents.rels);
    sizes(&out, "relation rows");
    number(&mut out, contents.moves.len() as u32);
    let mut last = 0;
    for (key, row) in contents.moves {
        let key = key >> MOVE_KEY_SHIFT;
        number(&mut out, key - last);
        last = key;
        out.extend([row[1] as u8, row[2] as u8]);
    }
    sizes(&out, "move rows");
    let mut file = MAGIC.to_vec();
    file.extend(checksum(&out).to_le_bytes());
    file.extend(out);
    file
}
