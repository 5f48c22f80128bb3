//! Whether an event happened.
//!
//! From the trigger outwards: the words of its own phrase or verb group, then each verb, noun and adjective that governs it, with what
//! surrounds that. Each is an operator on what the inner ones left. The way ends at a barrier: a word that refers to the event as there
//! ("condemned the strikes", "after the talks"), or a clause of its own.

use super::governor;
use super::operators::{self, Force};
use super::site::Site;
use super::verb_group::Group;
use crate::event::{EventKind, Modality};
use crate::lexicon::verb;
use crate::syntax::{Rel, Tag, Tree};

/// The deepest nesting that news comes to; a bound against long chains.
pub(super) const DEPTH: usize = 12;

/// How far behind a verb its condition is looked for, where the tree hangs it elsewhere.
const CLAUSE: usize = 10;

/// What a site says of its event.
#[derive(Debug, Clone, Copy)]
pub(super) struct Reality {
    pub(super) modality: Modality,
    /// Whether the words there say so; else the event is merely named.
    pub(super) firm: bool,
}

/// The modality of a trigger, and whether it is told there.
pub(super) fn reality(tree: &Tree<'_>, kind: EventKind, site: &Site) -> Reality {
    let mut walk = Walk { tree, kind, site, state: Modality::Actual, firm: false, operated: false, hearing: Hearing::All };
    walk.run();
    Reality { modality: walk.state, firm: walk.firm }
}

/// Which operators still reach the event.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Hearing {
    All,
    /// Those that put it into the future: it is a setting of something else ("will speak at the summit").
    Plans,
    /// Those of doubt: it is the object of something else ("could provoke air strikes").
    Doubts,
    /// Negation: it is there, and something of it is not ("did not end the truce").
    Denials,
    /// Negation and doubt: it is there, and broken or not ("did not break the truce", "should they break the truce").
    Breaches,
}

pub(super) struct Walk<'a, 't> {
    pub(super) tree: &'a Tree<'t>,
    pub(super) kind: EventKind,
    pub(super) site: &'a Site,
    pub(super) state: Modality,
    pub(super) firm: bool,
    /// Whether a noun operator stands between the trigger and here ("calls for").
    pub(super) operated: bool,
    pub(super) hearing: Hearing,
}

/// Whether the walk goes on.
pub(super) enum Way {
    /// From the word above.
    On,
    /// From another word: where a phrase hangs too low in the tree.
    From(usize),
    Ends,
}

impl Walk<'_, '_> {
    fn run(&mut self) {
        let tree = self.tree;
        let mut at = self.site.trigger();
        if !self.site.is_verb {
            if let Way::Ends = self.own_phrase() {
                return;
            }
            at = governor::outermost(tree, *self.site.words.last().unwrap_or(&at));
        }
        for _ in 0..DEPTH {
            let clausal = tree.tag(at).is_verb() || tree.tag(at).is_aux() || tree.children(at).any(|c| tree.rel(c) == Rel::Cop);
            if clausal {
                self.apply_group(at);
                if let Some(first) = self.shares(at) {
                    at = first;
                    continue;
                }
            }
            let Some((head, rel)) = governor::of_word(tree, self.site, at) else { break };
            let way = if tree.tag(head).is_verb() || tree.tag(head).is_aux() || rel == Rel::Ccomp && verb(tree.low(head)).is_some() {
                self.under_verb(at, rel, head, clausal)
            } else {
                self.under_noun(at, rel, head)
            };
            at = match way {
                Way::On => head,
                Way::From(word) => word,
                Way::Ends => break,
            };
        }
    }

    pub(super) fn apply(&mut self, force: Force) {
        let heard = match self.hearing {
            Hearing::All => true,
            Hearing::Plans => force == Force::Planned,
            Hearing::Doubts => force == Force::Hypothetical,
            Hearing::Denials => force == Force::Negated,
            Hearing::Breaches => matches!(force, Force::Negated | Force::Hypothetical),
        };
        if heard {
            self.state = force.over(self.state);
        }
    }

    pub(super) fn apply_group(&mut self, at: usize) {
        let mut group = Group::of(self.tree, at);
        // The "no" of the trigger's own phrase has been counted.
        group.negated &= self.site.is_verb || self.state != Modality::Negated || !self.site.words.contains(&at);
        if group.unreal {
            self.state = Modality::Negated;
            return;
        }
        if let Some(modal) = group.modal {
            // "Under the accord, all armies must leave": what a deal provides for is planned.
            let deal = |word: usize| operators::provides(self.tree.low(word));
            let provided = self.tree.children(at).any(|c| self.tree.case(c) == "under" && deal(c)) || self.tree.low(0) == "under" && self.tree.chunk(1).is_some_and(|(head, _)| deal(head));
            let provided = provided && modal == Force::Hypothetical;
            self.apply(if provided { Force::Planned } else { modal });
            // "said they would welcome a truce"
            if group.would && self.hearing == Hearing::Doubts {
                self.apply(Force::Hypothetical);
            }
        }
        // "are withdrawing next month"
        let coming = |word: usize| matches!(self.tree.low(word), "next" | "coming" | "tomorrow" | "soon" | "shortly");
        if at == self.site.trigger() && self.site.is_verb && group.finite && !group.past && group.modal.is_none() && (at + 1..self.tree.len().min(at + 12)).any(coming) {
            self.apply(Force::Planned);
        }
        if group.condition || (group.modal.is_some() || group.to.is_some()) && self.conditional(at) {
            self.apply(Force::Hypothetical);
        }
        // "No strike hit", "neither side withdrew", "bombed nobody"
        let subjects =
            self.tree.children(at).filter(|c| matches!(self.tree.rel(*c), Rel::Nsubj | Rel::NsubjPass) || self.tree.rel(*c) == Rel::Obj && matches!(self.tree.low(*c), "nobody" | "none" | "nothing"));
        if group.negated || subjects.into_iter().any(|s| self.nobody(s)) {
            self.apply(Force::Negated);
        }
        let own = at == self.site.trigger();
        // "Iraq retreats", "the group meets every week", but not "we are coming home"
        let present = own && self.site.is_verb && matches!(self.tree.tag(at), Tag::Vbz | Tag::Vbp);
        self.firm |= self.hearing == Hearing::All && (group.past || own && group.modal.is_some() || present);
    }

    /// Whether a clause states a condition of the verb: "will leave if", "would leave only when".
    fn conditional(&self, at: usize) -> bool {
        let tree = self.tree;
        let states = |mark: usize| {
            let only = mark > 0 && tree.low(mark - 1) == "only";
            matches!(tree.low(mark), "if" | "unless" | "provided") || only && matches!(tree.low(mark), "when" | "once" | "after")
        };
        let by_tree = tree.children_by(at, Rel::Advcl).any(|clause| tree.children(clause).any(|mark| mark < clause && states(mark)));
        by_tree || (at + 1..tree.len().min(at + CLAUSE)).take_while(|word| !tree.tag(*word).is_punct() && !tree.tag(*word).is_verb()).any(states)
    }

    /// "not one bomb", "not a single jet"
    fn not_one(&self, noun: usize) -> bool {
        let start = self.tree.chunk_start(noun);
        let not = |word: usize| self.tree.low(word) == "not" && word < noun && matches!(self.tree.low(word + 1), "one" | "a" | "an" | "any");
        not(start) || start > 0 && not(start - 1)
    }

    /// Whether a subject is one of negation, without the trigger's own "no".
    fn nobody(&self, subject: usize) -> bool {
        let tree = self.tree;
        let own = self.site.words.iter().any(|word| tree.under(*word, subject));
        !own && (self.not_one(subject)
            || matches!(tree.low(subject), "nobody" | "none" | "neither" | "nothing")
            || tree.children(subject).any(|d| matches!(tree.low(d), "no" | "neither") && matches!(tree.rel(d), Rel::Det | Rel::Advmod | Rel::Cc)))
    }

    /// The verb with which the one at `at` shares its auxiliaries and governor: "agreed to meet and hold talks".
    fn shares(&self, at: usize) -> Option<usize> {
        let tree = self.tree;
        let head = tree.head(at).filter(|_| tree.rel(at) == Rel::Conj && tree.tag(at).is_verb())?;
        let group = Group::of(tree, at);
        let bare = !group.finite && (group.to.is_none() || Group::of(tree, head).to.is_some()) && tree.children(at).all(|c| !tree.rel(c).is_subject());
        (bare && tree.tag(head).is_verb() && (tree.tag(at) == tree.tag(head) || tree.tag(at) == Tag::Vb)).then_some(head)
    }

    /// Adjectives and determiners of a noun trigger, and the clauses that describe it.
    fn own_phrase(&mut self) -> Way {
        let tree = self.tree;
        let mut there = false;
        for word in &self.site.words {
            let first = tree.first_conjunct(*word);
            for c in tree.children(*word).chain(tree.children(first).filter(|_| first != *word)) {
                let low = tree.low(c);
                if c > *word || matches!(tree.rel(c), Rel::Case | Rel::Mark) {
                    continue;
                }
                // "a surrender and not a withdrawal"
                if low == "not" && !tree.children(*word).any(|d| tree.rel(d) == Rel::Cop) {
                    self.apply(Force::Negated);
                }
                let year = tree.tag(c) == Tag::Cd && low.len() == 4 && (low.starts_with("19") || low.starts_with("20"));
                let last = tree.rel(c) == Rel::NmodPoss && (tree.children(c).any(|d| tree.low(d) == "last") || low == "yesterday");
                there |= year || last;
                match operators::modifier(low) {
                    Some(Force::Fact) => there = true,
                    Some(force) => self.apply(force),
                    None => {}
                }
            }
        }
        if there {
            self.firm = true;
            return Way::Ends;
        }
        if self.state != Modality::Negated && (self.none_exists() || self.not_one(self.site.trigger())) {
            self.apply(Force::Negated);
            return Way::Ends;
        }
        let top = self.site.trigger();
        let definite = self.definite();
        // "Towards a truce"
        if matches!(tree.case(top), "toward" | "towards") && !definite {
            self.apply(Force::Hypothetical);
        }
        // "Their purpose was a truce."
        let aim = |subject: usize| operators::noun(tree.low(subject)) == Some(Force::Hypothetical);
        if tree.child(top, Rel::Cop).is_some() && tree.child(top, Rel::Nsubj).is_some_and(aim) {
            self.apply(Force::Hypothetical);
        }
        // "ahead of the summit"
        let start = self.site.words.iter().map(|word| tree.chunk_start(*word)).min().unwrap_or(0);
        if start >= 2 && tree.low(start - 1) == "of" && tree.low(start - 2) == "ahead" {
            self.apply(Force::Planned);
            return Way::Ends;
        }
        let clauses = self.site.words.iter().flat_map(|word| tree.children(*word)).filter(|c| *c > self.site.trigger() && matches!(tree.rel(*c), Rel::Acl | Rel::AclRelcl));
        let lost = governor::participle(tree, self.site).filter(|c| !matches!(tree.rel(*c), Rel::Acl | Rel::AclRelcl));
        for c in clauses.chain(lost) {
            if let Way::Ends = self.described(c) {
                return Way::Ends;
            }
        }
        Way::On
    }

    /// Whether the trigger is what is said not to be: "there has not been a single air strike".
    fn none_exists(&self) -> bool {
        let tree = self.tree;
        let first = self.site.words.iter().copied().min().unwrap_or(0);
        let mut negated = false;
        for word in (first.saturating_sub(8)..first).rev() {
            let (low, tag) = (tree.low(word), tree.tag(word));
            if low == "there" {
                return negated;
            }
            negated |= matches!(low, "no" | "not" | "n't" | "n’t" | "never") || low.ends_with("n’t");
            let between =
                negated || matches!(low, "been" | "be" | "is" | "was" | "are" | "were" | "has" | "have" | "had") || matches!(tag, Tag::Dt | Tag::Jj | Tag::Rb | Tag::Vbn | Tag::Vbd) || tag.is_noun();
            if !between || tag.is_punct() {
                return false;
            }
        }
        false
    }

    /// A participle, infinitive or relative clause on the trigger: "talks to be held", "a summit that was cancelled", "strikes launched on Sunday".
    fn described(&mut self, clause: usize) -> Way {
        let tree = self.tree;
        let group = Group::of(tree, clause);
        let low = tree.low(clause);
        if group.unreal {
            self.state = Modality::Negated;
            return Way::Ends;
        }
        if group.to.is_some() {
            if self.happens(clause) {
                self.apply(Force::Planned);
            }
            return Way::On;
        }
        if let Some(force) = operators::predicate(low).filter(|_| tree.rel(clause) == Rel::AclRelcl && tree.children(clause).any(|c| tree.rel(c) == Rel::Cop)) {
            self.apply(force);
            return Way::On;
        }
        let passive = tree.tag(clause) == Tag::Vbn || tree.rel(clause) != Rel::AclRelcl && tree.tag(clause) == Tag::Vbd;
        let relative = tree.rel(clause) == Rel::AclRelcl;
        let subject = !relative || tree.children(clause).any(|c| tree.rel(c).is_subject() && tree.is_relative_pronoun(c));
        let Some(verb) = verb(low).filter(|_| subject) else { return Way::On };
        let force = if passive {
            self.over_object(verb, clause)
        } else if self.happens(clause) {
            Force::Through
        } else {
            Force::Fact
        };
        match force {
            Force::Fact => {}
            Force::Through => {
                self.state = group.over(self.state);
                // "the talks, which open on Monday"
                if relative && group.finite && !group.past && group.modal.is_none() && matches!(verb.lemma, "begin" | "start" | "open" | "resume") {
                    self.apply(Force::Planned);
                }
                let done = operators::carries_out(verb.lemma);
                if passive && !relative && done || group.told() {
                    self.firm = true;
                    return Way::Ends;
                }
            }
            force => self.apply(force),
        }
        Way::On
    }

    /// Whether the trigger is a definite noun phrase: it speaks of an event that is known.
    pub(super) fn definite(&self) -> bool {
        let tree = self.tree;
        let points = |word: usize| matches!(tree.low(word), "the" | "this" | "these" | "those" | "that" | "its" | "their" | "his" | "her" | "our" | "both");
        self.site.words.iter().any(|word| points(tree.chunk_start(*word)) || tree.children(*word).any(|c| points(c) || tree.rel(c) == Rel::NmodPoss))
    }

    /// Whether a word says of its subject that it takes place: "the talks go ahead", but not "the talks go well".
    pub(super) fn happens(&self, word: usize) -> bool {
        let low = self.tree.low(word);
        let ahead = word + 1 < self.tree.len() && matches!(self.tree.low(word + 1), "ahead" | "on" | "forward" | "through" | "into");
        operators::happens(low) && (ahead || !matches!(low, "go" | "goes" | "going" | "went" | "gone"))
    }
}
