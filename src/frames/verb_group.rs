//! The words around a verb that say when and whether: auxiliaries, negation, "to", subordinators.
//!
//! Read off the words right before the verb as well as off the tree, which loses auxiliaries in long sentences.

use super::operators::Force;
use crate::event::Modality;
use crate::lexicon::{VerbClass, verb};
use crate::syntax::{Rel, Tag, Tree};

/// What surrounds a verb, or a noun or adjective that a form of "be" makes a predicate.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Group {
    /// What the auxiliaries make of it.
    pub(super) modal: Option<Force>,
    pub(super) negated: bool,
    /// It tells of the past, or of what is so by now.
    pub(super) past: bool,
    /// It carries tense, or an auxiliary that does.
    pub(super) finite: bool,
    /// The "to" of an infinitive.
    pub(super) to: Option<usize>,
    /// It stands under "if", "unless", "whether", "until".
    pub(super) condition: bool,
    /// It was to be, and was not: "was to have met".
    pub(super) unreal: bool,
    /// Its modal is "would".
    pub(super) would: bool,
}

pub(super) const NEGATIONS: &[&str] = &["not", "n't", "n’t", "never", "hardly", "neither", "nor", "nowhere", "no"];

fn is_be(word: &str) -> bool {
    matches!(word, "is" | "are" | "was" | "were" | "be" | "been" | "am" | "'s" | "’s" | "'re" | "’re")
}

impl Group {
    /// The group of the verb, or of the predicate, at word `at`.
    pub(super) fn of(tree: &Tree<'_>, at: usize) -> Group {
        let mut group = Group { finite: tree.tag(at).is_finite(), past: tree.tag(at) == Tag::Vbd, ..Group::default() };
        let mut seen = at;
        let mut perfect = false;
        let start = if tree.tag(at).is_verb() || tree.tag(at).is_aux() { at } else { tree.chunk_start(at) };
        for word in (0..start).rev() {
            let (low, tag) = (tree.low(word), tree.tag(word));
            if low == "to" && tree.tag(at).is_verb() {
                let be = word.checked_sub(1).map(|w| if tree.low(w) == "not" && w > 0 { w - 1 } else { w });
                group.negated |= word > 0 && tree.low(word - 1) == "not";
                if be.is_some_and(|w| is_be(tree.low(w))) {
                    // "are to meet", "was to have met"
                    group.modal = Some(Force::Planned);
                    group.finite = true;
                    group.past = false;
                    group.unreal = perfect && !verb(tree.low(at)).is_some_and(|verb| verb.is(VerbClass::Last));
                    group.negated |= be.is_some_and(|w| tree.children(w).any(|c| tree.low(c) == "not"));
                } else if word > 0 && tree.low(word - 1) == "yet" {
                    // "has yet to meet"
                    group.negated = true;
                    group.finite = true;
                } else {
                    group.to = Some(word);
                }
                seen = word;
                break;
            }
            if !(tag == Tag::Md || tag.is_aux() || is_be(low) || matches!(tag, Tag::Not | Tag::Rb) || matches!(low, "have" | "has" | "had" | "having" | "do" | "does" | "did") || low.ends_with("n’t"))
            {
                break;
            }
            seen = word;
            perfect |= matches!(low, "have" | "had");
            group.read(tree, at, word);
        }
        for c in tree.children(at) {
            let low = tree.low(c);
            match tree.rel(c) {
                Rel::Aux | Rel::AuxPass | Rel::Cop if c < seen => group.read(tree, at, c),
                Rel::Advmod | Rel::Dep | Rel::Det | Rel::Cc if c < at && NEGATIONS.contains(&low) && low != "no" => group.negated = true,
                Rel::Mark | Rel::Advmod if matches!(low, "if" | "unless" | "whether" | "lest") => group.condition = true,
                // "shelled them until they were forced to leave", but "refused to talk until they had left"
                Rel::Mark | Rel::Advmod if matches!(low, "until" | "till") => {
                    group.condition = !group.past || perfect || !tree.head(at).is_some_and(|head| tree.tag(head) == Tag::Vbd && !verb(tree.low(head)).is_some_and(|verb| verb.is(VerbClass::Refuse)))
                }
                Rel::Mark if low == "to" && c < seen && group.to.is_none() && group.modal.is_none() => group.to = Some(c),
                Rel::Advmod if matches!(low, "possibly" | "perhaps" | "maybe") => group.modal = group.modal.or(Some(Force::Hypothetical)),
                _ => {}
            }
        }
        group
    }

    /// One word before the verb.
    fn read(&mut self, tree: &Tree<'_>, at: usize, word: usize) {
        // "won’t", "didn't" in one word
        let low = tree.low(word);
        let short = low.strip_suffix("n't").or_else(|| low.strip_suffix("n’t"));
        self.negated |= short.is_some();
        let low = short.unwrap_or(low);
        let participle = tree.tag(at) == Tag::Vbn;
        match low {
            _ if NEGATIONS.contains(&low) => self.negated = true,
            "'d" | "’d" if participle => self.past = true,
            "will" | "'ll" | "’ll" | "shall" | "wo" | "'d" | "’d" => self.modal = self.modal.or(Some(Force::Planned)),
            "would" => {
                self.would = true;
                self.modal = self.modal.or(Some(if reported(tree, at) { Force::Planned } else { Force::Hypothetical }));
            }
            "may" | "might" | "could" | "can" | "should" | "must" | "ca" | "ought" => self.modal = Some(Force::Hypothetical),
            "has" | "have" | "had" | "having" | "was" | "were" | "did" | "been" => self.past = true,
            _ => {}
        }
        self.finite |= tree.tag(word).is_finite();
        if self.modal.is_some() {
            self.past = false;
        }
    }

    /// Whether it says that something took place.
    pub(super) fn told(&self) -> bool {
        self.past && self.modal.is_none() && !self.negated && !self.condition
    }

    pub(super) fn over(&self, mut state: Modality) -> Modality {
        if let Some(modal) = self.modal {
            state = modal.over(state);
        }
        if self.condition {
            state = Force::Hypothetical.over(state);
        }
        if self.negated { Force::Negated.over(state) } else { state }
    }
}

/// Whether a clause is reported ("said it would") and not conditional.
fn reported(tree: &Tree<'_>, at: usize) -> bool {
    let conditional = tree.children_by(at, Rel::Advcl).any(|c| tree.children_by(c, Rel::Mark).any(|mark| matches!(tree.low(mark), "if" | "unless")));
    let says = |word: usize| {
        verb(tree.low(word)).is_some_and(|verb| verb.is_any(&[VerbClass::Say, VerbClass::Quote, VerbClass::Announce, VerbClass::Plan]))
            || matches!(tree.low(word), "announcement" | "statement" | "claim" | "vow" | "news" | "report" | "reports" | "word")
    };
    !conditional && (tree.ancestors(at).take(4).any(says) || tree.children_by(at, Rel::Parataxis).any(|c| verb(tree.low(c)).is_some_and(|verb| verb.is(VerbClass::Say))))
}
