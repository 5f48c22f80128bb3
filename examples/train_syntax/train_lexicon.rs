//! Filling the lexicon: usual tags, certain tags, known words and stems.

use std::collections::BTreeMap;

use sortie::syntax_model::features::hash_word;
use sortie::syntax_model::lexicon::{CERTAIN, Entry, IRREGULAR, KNOWN, STEM};
use sortie::syntax_model::tags::TAG_COUNT;
use sortie::syntax_model::words::stem_of;

use crate::Item;

/// Words seen less often have no weights of their own and no usual tag.
const KNOWN_FROM: u32 = 3;
/// A tag is certain from so many occurrences on ...
const CERTAIN_FROM: u32 = 12;
/// ... of which at most one in so many has another tag.
const CERTAIN_SHARE: u32 = 150;

#[derive(Clone)]
struct Seen {
    tags: [u32; TAG_COUNT],
    lemmas: BTreeMap<String, u32>,
}

impl Seen {
    fn count(&self) -> u32 {
        self.tags.iter().sum()
    }

    fn usual(&self) -> u8 {
        (0..TAG_COUNT).rev().max_by_key(|&t| self.tags[t]).unwrap_or(0) as u8
    }

    fn certain(&self) -> u8 {
        let odd = self.count() - self.tags[usize::from(self.usual())];
        let certain = self.count() >= CERTAIN_FROM && odd * CERTAIN_SHARE <= self.count();
        if certain { CERTAIN } else { 0 }
    }
}

fn key(hash: u64) -> u32 {
    ((hash >> 32) as u32).max(1)
}

/// The lexicon's entries, by ascending hash.
pub(crate) fn entries(items: &[&Item]) -> Vec<Entry> {
    let empty = Seen { tags: [0; TAG_COUNT], lemmas: BTreeMap::new() };
    let mut exact: BTreeMap<String, Seen> = BTreeMap::new();
    let mut lower: BTreeMap<String, Seen> = BTreeMap::new();
    for item in items {
        let sentence = &item.forms[0];
        for (i, form) in sentence.forms.iter().enumerate() {
            let tag = sentence.tags[i].index();
            exact.entry(form.clone()).or_insert_with(|| empty.clone()).tags[tag] += 1;
            let seen = lower.entry(form.to_ascii_lowercase()).or_insert_with(|| empty.clone());
            seen.tags[tag] += 1;
            *seen.lemmas.entry(sentence.lemmas[i].to_ascii_lowercase()).or_default() += 1;
        }
    }
    let mut entries: BTreeMap<u32, Entry> = BTreeMap::new();
    let mut stems: BTreeMap<u64, u32> = BTreeMap::new();
    for (form, seen) in &lower {
        let lemma = seen.lemmas.iter().max_by_key(|(l, n)| (**n, std::cmp::Reverse(*l)));
        let regular = stem_of(form);
        let stem = match lemma {
            Some((lemma, _)) if seen.count() >= KNOWN_FROM && !lemma.is_empty() => stem_of(lemma),
            _ => regular,
        };
        *stems.entry(stem).or_default() += seen.count();
        if seen.count() < KNOWN_FROM {
            continue;
        }
        let as_written = exact.get(form).filter(|s| s.count() > 0);
        let irregular = key(stem) != key(regular);
        let hash = key(hash_word(form.as_bytes()).1);
        entries.entry(hash).or_insert(Entry {
            hash,
            stem: if irregular { key(stem) } else { 0 },
            tag: as_written.unwrap_or(seen).usual(),
            flags: KNOWN | as_written.map_or(0, Seen::certain) | if irregular { IRREGULAR } else { 0 },
        });
    }
    for (form, seen) in &exact {
        if seen.count() >= KNOWN_FROM && form.bytes().any(|b| b.is_ascii_uppercase()) {
            let hash = key(hash_word(form.as_bytes()).0);
            let entry = Entry { hash, stem: 0, tag: seen.usual(), flags: seen.certain() };
            entries.entry(hash).or_insert(entry);
        }
    }
    for (stem, _) in stems.iter().filter(|(_, n)| **n >= KNOWN_FROM) {
        let hash = key(*stem);
        entries.entry(hash).or_insert(Entry { hash, stem: 0, tag: 0, flags: STEM });
    }
    entries.into_values().collect()
}
