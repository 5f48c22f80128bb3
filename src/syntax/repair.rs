//! Mends what the parser gets wrong in ways that the words betray.

use super::model::{Rel, Tag};
use super::tree::Word;
use crate::lexicon::is_day;

/// Turns "air strikes [that were] killed civilians" back into "air strikes killed civilians": a participle that has an object right behind it
/// and its noun right before it, where that noun has no verb of its own, is the main verb in the past tense.
pub(super) fn lost_verbs(words: &mut [Word]) {
    for verb in 1..words.len() {
        let past = words[verb].tag == Tag::Vbd;
        if !(past || words[verb].tag == Tag::Vbn) || words[verb].rel != Rel::Acl {
            continue;
        }
        let noun = words[verb].head as usize;
        let free = matches!(words[noun].rel, Rel::Root | Rel::Parataxis | Rel::Ccomp);
        let right_before = noun < verb && (noun + 1..verb).all(|w| words[w].tag == Tag::Rb);
        let object = words[verb + 1..].iter().any(|word| word.head as usize == verb && word.rel == Rel::Obj);
        // "Envoys of six states met": a past tense needs no object to be the main verb.
        if !(free && noun < verb && (past || right_before && object)) {
            continue;
        }
        let root = words[noun].head as usize == noun;
        let (head, rel) = (words[noun].head, words[noun].rel);
        words[verb].tag = Tag::Vbd;
        words[verb].rel = rel;
        words[verb].head = if root { verb as u32 } else { head };
        words[noun].rel = Rel::Nsubj;
        words[noun].head = verb as u32;
        // What hung on the noun behind the verb is the verb's.
        for word in &mut words[verb + 1..] {
            if word.head as usize == noun {
                word.head = verb as u32;
            }
        }
        if root {
            // Later pieces of the sentence hung on the old root.
            for (i, word) in words.iter_mut().enumerate() {
                if i != verb && word.head as usize == noun && word.rel == Rel::Parataxis {
                    word.head = verb as u32;
                }
            }
        }
    }
}

/// "will meet next month": a time is no object.
pub(super) fn times_as_objects(words: &mut [Word], lower: &str) {
    const TIMES: &[&str] = &["week", "month", "year", "weekend", "morning", "evening", "night", "afternoon", "summer", "winter", "spring", "autumn"];
    for word in words {
        let low = &lower[word.start as usize..word.end as usize];
        if word.rel == Rel::Obj && (is_day(low) || TIMES.contains(&low)) {
            word.rel = Rel::OblUnmarked;
        }
    }
}
