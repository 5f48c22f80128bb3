//! Where a trigger stands in its sentence: the words that carry it and the verb that governs it.

use crate::lexicon::{Verb, VerbClass, verb};
use crate::syntax::{Rel, Tree};

/// A trigger in its tree.
#[derive(Debug, Clone)]
pub(crate) struct Site {
    /// The trigger's word, then the nouns that carry it: "a *wave* of airstrikes".
    pub(crate) words: Vec<usize>,
    /// The verb that governs the outermost of them, and how.
    pub(crate) governor: Option<Governor>,
    pub(crate) is_verb: bool,
}

/// The verb above a noun trigger.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Governor {
    pub(crate) word: usize,
    pub(crate) rel: Rel,
    /// The word through which the trigger hangs on it.
    pub(crate) through: usize,
}

/// Nouns that only measure or frame the trigger that follows with "of" or "in".
const CARRIERS: &[&str] = &[
    "series", "wave", "waves", "round", "rounds", "number", "dozens", "hundreds", "scores", "thousands", "spate", "string", "session", "sessions", "phase", "day", "days", "week", "weeks", "month",
    "months", "barrage", "campaign", "start", "beginning", "resumption", "continuation", "launch", "set", "couple", "pair", "flurry", "spate", "sort", "kind", "type", "form", "sequence", "majority",
    "part", "most", "many", "some", "one", "two", "three", "hours", "intensification", "escalation", "extension", "renewal", "implementation", "end", "conclusion", "site", "target", "lot",
    "completion", "rest", "remainder", "bulk", "half", "process", "state", "mix", "spree", "use",
];

impl Site {
    pub(crate) fn of_noun(tree: &Tree<'_>, word: usize) -> Site {
        let mut words = vec![word];
        // "discussed the truce and the fate of migrants, in a video conference": a preposition of its own joins it to nothing before.
        let adverbial = tree.rel(word) == Rel::Conj && !tree.case(word).is_empty() && tree.head(word).is_some_and(|first| tree.case(first) != tree.case(word));
        let mut top = if adverbial { word } else { tree.first_conjunct(word) };
        while let Some(head) = tree.head(top) {
            if tree.rel(top) == Rel::Nmod && matches!(tree.case(top), "of" | "in") && CARRIERS.contains(&tree.low(head)) {
                words.push(head);
                top = tree.first_conjunct(head);
            } else {
                break;
            }
        }
        let governor = tree.head(top).filter(|head| tree.tag(*head).is_verb() || tree.tag(*head).is_aux()).map(|head| Governor { word: head, rel: tree.rel(top), through: top });
        // "joined ministers in Paris for talks": a phrase of purpose or time belongs to the verb, wherever the parser hung it.
        let governor = governor.or_else(|| {
            let adverbial = (tree.rel(top) == Rel::Nmod || adverbial) && matches!(tree.case(top), "for" | "at" | "to" | "during" | "after" | "before" | "following" | "via" | "by" | "in");
            let verb = tree.ancestors(top).take(5).find(|at| tree.tag(*at).is_verb())?;
            adverbial.then_some(Governor { word: verb, rel: Rel::Obl, through: top })
        });
        // A verb right before the noun phrase governs it, whatever the parser made of a long modifier ("violating a 48-hour ceasefire").
        let start = tree.chunk_start(word);
        let before = start.checked_sub(1).filter(|v| tree.tag(*v).is_verb() && words.len() == 1);
        let governor = match (before, governor) {
            (Some(v), Some(g)) if g.word == v => Some(g),
            (Some(v), _) => Some(Governor { word: v, rel: Rel::Obj, through: word }),
            (None, g) => g,
        };
        Site { words, governor, is_verb: false }
    }

    pub(crate) fn of_verb(word: usize) -> Site {
        Site { words: vec![word], governor: None, is_verb: true }
    }

    /// The word that names the event.
    pub(crate) fn trigger(&self) -> usize {
        self.words[0]
    }

    /// The support verb: the governing verb, if it is of one of these classes and the trigger is its object, subject or complement.
    pub(crate) fn support(&self, tree: &Tree<'_>, classes: &[VerbClass]) -> Option<(usize, Verb)> {
        let governor = self.governor?;
        let verb = verb(tree.low(governor.word))?;
        let fits = match governor.rel {
            Rel::Obj | Rel::NsubjPass | Rel::Nsubj => true,
            Rel::Obl | Rel::Nmod => matches!(tree.case(governor.through), "in" | "to" | "at" | "for" | "into" | "on" | "with" | "from" | "of" | "by" | "during" | "after" | "before"),
            Rel::Xcomp | Rel::Ccomp => true,
            _ => false,
        };
        (fits && verb.is_any(classes)).then_some((governor.word, verb))
    }

    /// The verb of the clause: the trigger itself, or the nearest verb above it.
    pub(crate) fn clause(&self, tree: &Tree<'_>) -> Option<usize> {
        if self.is_verb {
            return Some(self.trigger());
        }
        self.governor.map(|governor| governor.word).or_else(|| tree.ancestors(self.trigger()).find(|at| tree.tag(*at).is_verb() || tree.tag(*at).is_aux()))
    }
}
