//! How a mention refers to its event: as one that is known, as a new one, or as another one than those told of.

use super::site::Site;
use crate::syntax::{Rel, Tree};

/// What the words on a trigger say of whether its event has been told of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Reference {
    /// "the strikes", "these talks"
    Known,
    /// "its withdrawal"
    Theirs,
    /// "airstrikes", "peace talks", "Russia's retreat"
    Bare,
    /// "a meeting", "any truce", "no strike"
    New,
    /// "met", "withdrew": a clause tells of it.
    Told,
}

/// Words that set an event apart from the others of its kind.
const OTHER: &[&str] = &[
    "another", "new", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "further", "more", "separate", "additional", "other", "next", "previous", "last", "earlier", "fresh",
    "similar", "future", "past", "former", "later", "subsequent", "renewed", "recent",
];

/// How a trigger refers, and whether to another event than those before it.
pub(super) fn reference(tree: &Tree<'_>, site: &Site) -> (Reference, bool) {
    // "the armistice talks": what stands before the phrase, on whichever of its nouns.
    let nouns = || site.words.iter().copied().chain(tree.head(site.trigger()).filter(|_| tree.is_premodifier(site.trigger())));
    let words = || nouns().flat_map(|noun| tree.children(noun).filter(move |c| *c < noun));
    let other = words().any(|c| OTHER.contains(&tree.low(c)));
    if site.is_verb {
        return (Reference::Told, false);
    }
    let determiner = words().find_map(|c| match tree.low(c) {
        "the" | "this" | "that" | "these" | "those" | "both" if tree.rel(c) == Rel::Det => Some(Reference::Known),
        "its" | "their" | "his" | "her" | "our" => Some(Reference::Theirs),
        "a" | "an" | "any" | "no" => Some(Reference::New),
        _ => None,
    });
    (determiner.unwrap_or(Reference::Bare), other)
}
