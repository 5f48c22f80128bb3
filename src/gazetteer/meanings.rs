//! What a spelling means, of all that was added under it.

use std::borrow::Cow;
use std::cmp::Reverse;

use super::entry::{Entry, NameKind, NameRef};

/// A spelling on its way into the index.
#[derive(Debug, Clone)]
pub(super) struct Spelling {
    pub(super) text: Cow<'static, str>,
    pub(super) name: NameRef,
    /// A later layer hides what earlier ones say of the same spelling: its actors their actors, its places their places.
    pub(super) layer: u32,
    /// From a format that tells neither a name's forms nor its weak spellings.
    pub(super) bare: bool,
}

/// Appends the names that one spelling means, of all that was added under it in this order; returns whether its places hide the
/// built-in ones of that spelling. `weak_place` tells whether those are all weak.
pub(super) fn meanings<'s>(group: impl Iterator<Item = &'s Spelling> + Clone, entries: &[Entry], weak_place: impl FnOnce() -> bool, names: &mut Vec<NameRef>) -> bool {
    let first = names.len();
    let entry = |spelling: &Spelling| &entries[spelling.name.entry as usize];
    let place = |spelling: &&Spelling| entry(spelling).kind == NameKind::Place;
    let mut add = |name: NameRef| {
        if !names[first..].iter().any(|n| n.entry == name.entry && n.form == name.form) {
            names.push(name);
        }
    };
    // Which of the two a text means, its context decides: so an actor never hides a place, nor a place an actor.
    let top = |places: bool| group.clone().filter(|s| place(s) == places).map(|s| s.layer).max();
    let (actors, places) = (top(false), top(true));
    let hides_places = places.is_some_and(|layer| layer > 0);
    let builtin_weak = hides_places && group.clone().any(|s| s.bare && place(&s)) && weak_place();
    for spelling in group.clone() {
        let places_here = place(&spelling);
        if Some(spelling.layer) != if places_here { places } else { actors } {
            continue;
        }
        if !spelling.bare {
            add(spelling.name);
            continue;
        }
        // A format without forms and weak marks: they are what the names hidden by it had.
        let mut hidden = group.clone().filter(|s| place(s) == places_here && s.layer < spelling.layer);
        let own = entry(spelling);
        let dated = own.since.is_some() || own.until.is_some();
        let mut same = hidden.clone().filter(|s| !dated && !places_here && entry(s).code == own.code).peekable();
        if same.peek().is_some() {
            // It says no more than what it would hide.
            same.for_each(|s| add(s.name));
            continue;
        }
        let weak = hidden.clone().next().is_some() && hidden.all(|s| s.name.weak) || places_here && builtin_weak;
        add(NameRef { weak: spelling.name.weak || weak, ..spelling.name });
    }
    // Actors first, in their order; then places, the largest first.
    names[first..].sort_by_key(|name| {
        let entry = &entries[name.entry as usize];
        (entry.kind == NameKind::Place).then_some(Reverse(entry.population))
    });
    hides_places
}
