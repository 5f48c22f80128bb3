//! When two texts, places, actors or dates are the same.

use std::collections::BTreeSet;

use crate::pairing::{ActorRef, PlaceRef};

/// Words that do not tell two names apart.
const STOP: &[&str] = &["the", "a", "an", "of", "in", "on", "at", "s", "mr", "mrs", "ms", "and", "its", "their", "his", "her"];

/// Sectors that are other words for rebels.
const REBELS: &[&str] = &["militants", "militias", "fighters", "jihadists", "insurgents", "separatists"];

/// The words that count: without articles and possessives, unless nothing else is left.
fn content(text: &str) -> BTreeSet<String> {
    let text = text.replace('.', "").to_lowercase();
    let words: BTreeSet<String> = text.split(|c: char| !c.is_alphanumeric() && c != '_').filter(|word| !word.is_empty()).map(str::to_string).collect();
    let telling: BTreeSet<String> = words.iter().filter(|word| !STOP.contains(&word.as_str())).cloned().collect();
    if telling.is_empty() { words } else { telling }
}

/// Whether one text holds the words of the other.
pub(crate) fn same_text(a: &str, b: &str) -> bool {
    let (a, b) = (content(a), content(b));
    !a.is_empty() && !b.is_empty() && (a.is_subset(&b) || b.is_subset(&a))
}

/// Whether one name holds the words of the other, and the countries agree where both are known.
pub(crate) fn same_place(a: &PlaceRef, b: &PlaceRef) -> bool {
    let countries = a.country.as_ref().zip(b.country.as_ref());
    same_text(&a.text, &b.text) && countries.is_none_or(|(a, b)| a == b)
}

pub(crate) fn same_actor_text(a: &ActorRef, b: &ActorRef) -> bool {
    a.role == b.role && same_text(&a.text, &b.text)
}

/// Whether role and code agree. Slugs being a matter of spelling, two of them also agree where the texts do.
pub(crate) fn same_actor(a: &ActorRef, b: &ActorRef) -> bool {
    let (Some(x), Some(y)) = (a.code.as_deref(), b.code.as_deref()) else { return false };
    if a.role != b.role {
        return false;
    }
    match (of_state(x), of_state(y)) {
        _ if x == y => true,
        (true, true) => sector(x).zip(sector(y)).is_some_and(|(x, y)| x == y),
        (false, false) => same_text(&a.text, &b.text),
        _ => false,
    }
}

/// Whether a code is that of a state or of one of its sectors: those start with capitals.
fn of_state(code: &str) -> bool {
    let mut letters = code.chars().take(3).filter(|c| c.is_alphabetic()).peekable();
    letters.peek().is_some() && letters.all(char::is_uppercase)
}

/// The state of a sector and the sector, by its plainest word.
fn sector(code: &str) -> Option<(&str, &str)> {
    let (state, sector) = code.split_once('-')?;
    Some((state, if REBELS.contains(&sector) { "rebels" } else { sector }))
}

/// How many of `gold` find a partner of their own in `predicted`.
pub(crate) fn paired<T>(gold: &[T], predicted: &[T], same: impl Fn(&T, &T) -> bool) -> usize {
    let mut left: Vec<&T> = predicted.iter().collect();
    let mut pairs = 0;
    for one in gold {
        if let Some(at) = left.iter().position(|other| same(one, other)) {
            left.remove(at);
            pairs += 1;
        }
    }
    pairs
}
