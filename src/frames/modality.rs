//! Whether an event happened.
//!
//! From the trigger outwards: the words of its own phrase or verb group, then each verb, noun and adjective that governs it, with what
//! surrounds that. Each is an operator on what the inner ones left. The way ends at a barrier: a word that refers to the event as there
//! ("condemned the strikes", "after the talks"), or a clause of its own.

use super::operators::{self, Force};
use super::predicate::{self, participle};
use super::site::Site;
use super::verb_group::Group;
use crate::event::{EventKind, Modality};
use crate::lexicon::{Verb, VerbClass, verb};
use crate::syntax::{Rel, Tag, Tree};
use VerbClass::*;

/// The deepest nesting that news comes to; a bound against long chains.
const DEPTH: usize = 12;

/// What a site says of its event.
#[derive(Debug, Clone, Copy)]
pub(super) struct Reality {
    pub(super) modality: Modality,
    /// Whether the words there say so; else the event is merely named.
    pub(super) firm: bool,
}

/// The modality of a trigger.
pub(crate) fn modality(tree: &Tree<'_>, kind: EventKind, site: &Site) -> Modality {
    reality(tree, kind, site).modality
}

/// The modality of a trigger, and whether it is told there.
pub(super) fn reality(tree: &Tree<'_>, kind: EventKind, site: &Site) -> Reality {
    let mut walk = Walk { tree, kind, site, state: Modality::Actual, firm: false, operated: false, hearing: Hearing::All };
    walk.run();
    Reality { modality: walk.state, firm: walk.firm }
}

/// Which operators still reach the event.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Hearing {
    All,
    /// Those that put it into the future: it is a setting of something else ("will speak at the summit").
    Plans,
    /// Those of doubt: it is the object of something else ("could provoke air strikes").
    Doubts,
    /// Negation: it is there, and something of it is not ("did not break the truce").
    Denials,
}

struct Walk<'a, 't> {
    tree: &'a Tree<'t>,
    kind: EventKind,
    site: &'a Site,
    state: Modality,
    firm: bool,
    /// Whether a noun operator stands between the trigger and here ("calls for").
    operated: bool,
    hearing: Hearing,
}

/// Whether the walk goes on.
enum Way {
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
            at = tree.first_conjunct(*self.site.words.last().unwrap_or(&at));
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
            let Some((head, rel)) = self.governor(at) else { break };
            let way = if tree.tag(head).is_verb() || tree.tag(head).is_aux() || rel == Rel::Ccomp && verb(tree.low(head)).is_some() { self.under_verb(at, rel, head, clausal) } else { self.under_noun(at, rel, head) };
            at = match way {
                Way::On => head,
                Way::From(word) => word,
                Way::Ends => break,
            };
        }
    }

    fn apply(&mut self, force: Force) {
        let heard = match self.hearing {
            Hearing::All => true,
            Hearing::Plans => force == Force::Planned,
            Hearing::Doubts => force == Force::Hypothetical,
            Hearing::Denials => force == Force::Negated,
        };
        if heard {
            self.state = force.over(self.state);
        }
    }

    fn apply_group(&mut self, at: usize) {
        let mut group = Group::of(self.tree, at);
        // The "no" of the trigger's own phrase has been counted.
        group.negated &= self.site.is_verb || self.state != Modality::Negated || !self.site.words.contains(&at);
        if let Some(modal) = group.modal {
            // "Under the accord, all armies must leave": what a deal provides for is planned.
            let deal = |word: usize| matches!(self.tree.low(word), "accord" | "agreement" | "deal" | "pact" | "plan" | "terms" | "treaty" | "order" | "timetable" | "arrangement");
            let provided = self.tree.children(at).any(|c| self.tree.case(c) == "under" && deal(c)) || self.tree.low(0) == "under" && self.tree.chunk(1).is_some_and(|(head, _)| deal(head));
            let provided = provided && modal == Force::Hypothetical;
            self.apply(if provided { Force::Planned } else { modal });
        }
        // "are withdrawing next month"
        let coming = |word: usize| matches!(self.tree.low(word), "next" | "coming" | "tomorrow" | "soon" | "shortly");
        if at == self.site.trigger() && self.site.is_verb && group.finite && !group.past && group.modal.is_none() && (at + 1..self.tree.len().min(at + 12)).any(coming) {
            self.apply(Force::Planned);
        }
        if group.condition {
            self.apply(Force::Hypothetical);
        }
        // "No strike hit", "neither side withdrew", "bombed nobody"
        let subjects = self.tree.children(at).filter(|c| matches!(self.tree.rel(*c), Rel::Nsubj | Rel::NsubjPass) || self.tree.rel(*c) == Rel::Obj && matches!(self.tree.low(*c), "nobody" | "none" | "nothing"));
        if group.negated || subjects.into_iter().any(|s| self.nobody(s)) {
            self.apply(Force::Negated);
        }
        self.firm |= self.hearing == Hearing::All && (group.past || at == self.site.trigger() && group.modal.is_some());
    }

    /// Whether a subject is one of negation, without the trigger's own "no".
    fn nobody(&self, subject: usize) -> bool {
        let tree = self.tree;
        let own = self.site.words.iter().any(|word| tree.under(*word, subject));
        !own && (matches!(tree.low(subject), "nobody" | "none" | "neither" | "nothing") || tree.children(subject).any(|d| matches!(tree.low(d), "no" | "neither") && matches!(tree.rel(d), Rel::Det | Rel::Advmod | Rel::Cc)))
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
            return Way::Ends;
        }
        // "ahead of the summit"
        let start = self.site.words.iter().map(|word| tree.chunk_start(*word)).min().unwrap_or(0);
        if start >= 2 && tree.low(start - 1) == "of" && tree.low(start - 2) == "ahead" {
            self.apply(Force::Planned);
            return Way::Ends;
        }
        let clauses = self.site.words.iter().flat_map(|word| tree.children(*word)).filter(|c| *c > self.site.trigger() && matches!(tree.rel(*c), Rel::Acl | Rel::AclRelcl));
        let lost = participle(tree, self.site).filter(|c| !matches!(tree.rel(*c), Rel::Acl | Rel::AclRelcl));
        for c in clauses.chain(lost) {
            if let Way::Ends = self.described(c) {
                return Way::Ends;
            }
        }
        Way::On
    }

    /// A participle, infinitive or relative clause on the trigger: "talks to be held", "a summit that was cancelled", "strikes launched on Sunday".
    fn described(&mut self, clause: usize) -> Way {
        let tree = self.tree;
        let group = Group::of(tree, clause);
        let low = tree.low(clause);
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
        let force = if passive { self.over_object(verb, clause) } else if self.happens(clause) { Force::Through } else { Force::Fact };
        match force {
            Force::Fact => {}
            Force::Through => {
                self.state = group.over(self.state);
                // "the talks, which open on Monday"
                if relative && group.finite && !group.past && group.modal.is_none() && matches!(verb.lemma, "begin" | "start" | "open" | "resume") {
                    self.apply(Force::Planned);
                }
                let done = matches!(verb.lemma, "launch" | "carry" | "conduct" | "hold" | "stage" | "mount" | "execute" | "unleash");
                if passive && !relative && done || group.told() {
                    self.firm = true;
                    return Way::Ends;
                }
            }
            force => self.apply(force),
        }
        Way::On
    }

    /// The word above, and how `at` hangs on it. Where words right before tell better than the tree, those.
    fn governor(&self, at: usize) -> Option<(usize, Rel)> {
        let tree = self.tree;
        if !self.site.is_verb && self.site.words.contains(&at) || at == tree.first_conjunct(*self.site.words.last().unwrap_or(&at)) && !self.site.is_verb {
            return predicate::governor(tree, self.site).map(|governor| (governor.word, governor.rel));
        }
        // "insisted that they leave": what stands before "that".
        if tree.tag(at).is_verb()
            && let Some(that) = tree.children_by(at, Rel::Mark).find(|mark| tree.low(*mark) == "that")
            && let Some(before) = that.checked_sub(1).filter(|before| verb(tree.low(*before)).is_some_and(|verb| verb.is_any(&[Say, Suppose, Deny])))
        {
            return Some((before, Rel::Ccomp));
        }
        if tree.tag(at).is_verb()
            && let Some(to) = Group::of(tree, at).to
            && let Some(governor) = self.before_infinitive(to)
        {
            return Some(governor);
        }
        let head = tree.head(at)?;
        Some((head, tree.rel(at)))
    }

    /// What governs an infinitive: the operator right before its "to", or the verb before the noun phrase there ("ordered the army to").
    fn before_infinitive(&self, to: usize) -> Option<(usize, Rel)> {
        let tree = self.tree;
        let before = to.checked_sub(1)?;
        let before = if tree.low(before) == "not" { before.checked_sub(1)? } else { before };
        let low = tree.low(before);
        let governs = |word: usize| verb(tree.low(word)).is_some_and(|verb| operators::over_infinitive(verb) != Force::Through);
        if tree.tag(before).is_verb() && governs(before) || operators::predicate(low).is_some() && !tree.tag(before).is_noun() {
            return Some((before, Rel::Xcomp));
        }
        if tree.tag(before).is_noun() && operators::noun(low).is_some_and(|force| force != Force::Through) {
            return Some((before, Rel::Acl));
        }
        // "urged the general, who has refused before, to withdraw"
        if tree.tag(before) == Tag::Comma {
            let asks = |word: usize| verb(tree.low(word)).is_some_and(|verb| verb.is_any(&[CallFor, Order]) && operators::over_infinitive(verb) != Force::Through);
            return (before.saturating_sub(15)..before).find(|word| tree.tag(*word).is_verb() && asks(*word)).map(|word| (word, Rel::Xcomp));
        }
        let start = tree.chunk_start(before);
        let above = start.checked_sub(1).filter(|_| tree.is_nominal(before))?;
        let above = if matches!(tree.low(above), "both" | "all" | "either") && above > 0 { above - 1 } else { above };
        // "provides for all units to withdraw"
        if tree.low(above) == "for" && above > 0 && verb(tree.low(above - 1)).is_some_and(|verb| operators::verb_preposition(verb.lemma, "for").is_some()) {
            return Some((above - 1, Rel::Xcomp));
        }
        (tree.tag(above).is_verb() && governs(above)).then_some((above, Rel::Xcomp))
    }

    /// Whether the trigger is a definite noun phrase: it speaks of an event that is known.
    fn definite(&self) -> bool {
        let tree = self.tree;
        self.site.words.iter().any(|word| tree.children(*word).any(|c| matches!(tree.low(c), "the" | "this" | "these" | "those" | "that" | "its" | "their" | "his" | "her" | "our" | "both") || tree.rel(c) == Rel::NmodPoss))
    }

    /// What a verb at `word`, with its particle, makes of its object.
    fn over_object(&self, verb: Verb, word: usize) -> Force {
        let tree = self.tree;
        if word + 1 < tree.len()
            && let Some(force) = operators::phrasal(verb.lemma, tree.low(word + 1))
        {
            // A truce called off has been there.
            let ended = self.kind == EventKind::CeaseFire && self.definite() && force == Force::Negated && verb.lemma == "call";
            return if ended { Force::Fact } else { force };
        }
        let force = operators::over_object(verb);
        // "rule on", "back out": the particle makes these what they are.
        if verb.lemma == "rule" && !tree.children(word).any(|c| tree.low(c) == "out") && (word + 1 >= tree.len() || tree.low(word + 1) != "out") {
            return Force::Through;
        }
        if self.kind == EventKind::CeaseFire && verb.is(End) && force != Force::Through {
            return Force::Fact;
        }
        // What is brought to its end has begun.
        let undergoes = tree.children(word).any(|c| tree.rel(c) == Rel::NsubjPass || tree.rel(c) == Rel::AuxPass);
        if matches!(verb.lemma, "end" | "stop" | "halt" | "cease" | "suspend" | "pause" | "interrupt") && self.kind != EventKind::CeaseFire || self.kind == EventKind::Withdrawal && !undergoes && self.definite() && matches!(verb.lemma, "complete" | "finish" | "continue" | "accelerate" | "speed" | "slow") {
            return Force::Fact;
        }
        // "discussed the withdrawal of troops": the article points ahead.
        let ahead = self.kind == EventKind::Withdrawal && tree.children_by(self.site.trigger(), Rel::Nmod).any(|c| tree.case(c) == "of");
        match self.kind {
            // A truce announced is agreed; one broken, watched or prolonged is there.
            EventKind::CeaseFire if verb.is_any(&[Violate, Last, End]) && verb.lemma != "scrap" || matches!(verb.lemma, "strengthen" | "preserve" | "save" | "salvage" | "cement" | "consolidate") => Force::Fact,
            EventKind::CeaseFire if force == Force::Planned && verb.is_any(&[Agree, Broker, Announce]) && !matches!(verb.lemma, "order" | "command" | "instruct" | "direct" | "promise" | "pledge") => Force::Through,
            EventKind::Withdrawal if verb.is(Agree) && matches!(verb.lemma, "agree" | "accept" | "ratify" | "sign") => Force::Planned,
            // What is supported, discussed or expected may well be there.
            _ if force == Force::Hypothetical && self.definite() && !ahead && matches!(verb.lemma, "discuss" | "support" | "back" | "oppose" | "favour" | "favor" | "debate" | "allow" | "welcome" | "justify" | "study" | "provoke" | "examine" | "explore" | "mean") => Force::Fact,
            _ => force,
        }
    }

    /// The step from `at` to the verb above it.
    fn under_verb(&mut self, at: usize, rel: Rel, head: usize, clausal: bool) -> Way {
        let tree = self.tree;
        let governing = verb(tree.low(head));
        if tree.low(head) == "following" {
            self.refers("following", head);
            return Way::Ends;
        }
        let is_clause = clausal && (tree.tag(at).is_verb() || matches!(rel, Rel::Ccomp | Rel::Advcl | Rel::Parataxis));
        match rel {
            Rel::Conj | Rel::Parataxis | Rel::AclRelcl => Way::Ends,
            _ if is_clause => self.clause_under_verb(at, rel, head, governing),
            Rel::Nsubj if !tree.is_passive(head) => self.subject_of(head),
            Rel::Obj | Rel::NsubjPass | Rel::Nsubj | Rel::Xcomp | Rel::Csubj | Rel::Ccomp => self.object_of(head, governing),
            Rel::Obl | Rel::Nmod | Rel::Advcl | Rel::OblAgent | Rel::OblUnmarked => self.oblique_of(at, head, governing),
            _ => Way::On,
        }
    }

    /// Whether a word says of its subject that it takes place: "the talks go ahead", but not "the talks go well".
    fn happens(&self, word: usize) -> bool {
        let low = self.tree.low(word);
        let ahead = word + 1 < self.tree.len() && matches!(self.tree.low(word + 1), "ahead" | "on" | "forward" | "through" | "into");
        operators::happens(low) && (ahead || !matches!(low, "go" | "goes" | "going" | "went" | "gone"))
    }

    fn subject_of(&mut self, head: usize) -> Way {
        let tree = self.tree;
        let group = Group::of(tree, head);
        if self.happens(head) || tree.tag(head).is_aux() && tree.children_by(head, Rel::Expl).next().is_some() {
            // "The truce does not hold": it is there, and broken.
            if self.kind == EventKind::CeaseFire && group.negated && group.modal.is_none() && verb(tree.low(head)).is_some_and(|verb| verb.is(Last)) {
                return Way::Ends;
            }
            // "The planned talks took place."
            if group.told() && !self.operated {
                self.state = if self.state == Modality::Negated { self.state } else { Modality::Actual };
                self.firm = true;
            }
            return Way::On;
        }
        self.spoken_of(&group)
    }

    /// Something else is said of the event: it is as real as before, unless what it would do is only thought of, or lies ahead.
    fn spoken_of(&mut self, group: &Group) -> Way {
        let article = self.site.words.iter().any(|word| self.tree.children(*word).any(|c| matches!(self.tree.low(c), "a" | "an" | "any" | "another")));
        if group.would && article && !self.operated {
            self.apply(Force::Hypothetical);
            return Way::Ends;
        }
        let modal = if self.operated || matches!(self.kind, EventKind::CeaseFire) { None } else { group.modal };
        match modal {
            Some(Force::Hypothetical) if !self.definite() => self.apply(Force::Hypothetical),
            Some(Force::Planned) if self.kind != EventKind::Airstrike => self.apply(Force::Planned),
            _ => {}
        }
        Way::Ends
    }

    fn object_of(&mut self, head: usize, governing: Option<Verb>) -> Way {
        let force = governing.map_or(Force::Fact, |verb| self.over_object(verb, head));
        match force {
            Force::Fact if self.kind == EventKind::CeaseFire && governing.is_some_and(|verb| verb.is_any(&[Violate, End])) => {
                self.hearing = Hearing::Denials;
                Way::On
            }
            Force::Fact if self.definite() || self.operated || self.kind == EventKind::CeaseFire => Way::Ends,
            Force::Fact => {
                self.hearing = Hearing::Doubts;
                Way::On
            }
            // "welcomed calls for a truce"
            Force::Hypothetical | Force::Planned if self.operated => Way::Ends,
            // "postponed the proposed talks"
            Force::Planned if self.state == Modality::Hypothetical => {
                self.state = Modality::Planned;
                Way::On
            }
            Force::Through => {
                // "will not attend the summit": the summit stands.
                let attends = governing.is_some_and(|verb| verb.is(Attend) && !verb.is_any(&[Hold, Happen]));
                if attends && self.definite() {
                    self.hearing = Hearing::Plans;
                }
                Way::On
            }
            force => {
                self.apply(force);
                Way::On
            }
        }
    }

    fn oblique_of(&mut self, at: usize, head: usize, governing: Option<Verb>) -> Way {
        let tree = self.tree;
        let case = tree.case(at);
        let force = governing.and_then(|verb| operators::verb_preposition(verb.lemma, case)).filter(|force| *force != Force::Negated || self.kind == EventKind::Meeting);
        // A truce agreed on is there.
        let force = force.map(|force| if force == Force::Planned && self.kind == EventKind::CeaseFire { Force::Through } else { force });
        if let Some(force) = force {
            self.apply(force);
            return Way::On;
        }
        match operators::preposition(case).unwrap_or(Force::Through) {
            // "Without the strikes the town would have fallen."
            Force::Negated if self.definite() => Way::Ends,
            Force::Fact => {
                self.refers(case, head);
                Way::Ends
            }
            Force::Through if self.operated => Way::Ends,
            Force::Through => {
                let setting = matches!(case, "at" | "in" | "to" | "by" | "with");
                if setting && self.definite() && self.kind == EventKind::Airstrike {
                    return Way::Ends;
                }
                if setting && (self.definite() || case == "at") {
                    self.hearing = Hearing::Plans;
                }
                Way::On
            }
            force => {
                self.apply(force);
                Way::Ends
            }
        }
    }

    /// What happens after or during an event makes it as past as itself.
    fn refers(&mut self, case: &str, head: usize) {
        let tree = self.tree;
        let finite = std::iter::once(head).chain(tree.ancestors(head)).take(DEPTH).find(|word| Group::of(tree, *word).finite);
        self.firm |= matches!(case, "after" | "following" | "during" | "since") && finite.is_some_and(|word| Group::of(tree, word).told());
    }

    fn clause_under_verb(&mut self, at: usize, rel: Rel, head: usize, governing: Option<Verb>) -> Way {
        let tree = self.tree;
        let group = Group::of(tree, at);
        let gerund = tree.tag(at) == Tag::Vbg && !group.finite;
        if group.to.is_some() || rel == Rel::Xcomp || gerund {
            let mark = tree.children_by(at, Rel::Mark).next().map_or(tree.case(at), |mark| tree.low(mark));
            let force = governing.map_or(Force::Through, operators::over_infinitive);
            let force = match force {
                // "called them after bombing": no complement.
                _ if gerund && !matches!(mark, "" | "from" | "on" | "of" | "against") => operators::preposition(mark).unwrap_or(Force::Through),
                Force::Through if gerund && matches!(mark, "of" | "for" | "from") => Force::Fact,
                force => operators::predicate(tree.low(head)).filter(|_| tree.tag(head) == Tag::Vbn && force == Force::Through).unwrap_or(force),
            };
            self.apply(force);
            return if force == Force::Fact { Way::Ends } else { Way::On };
        }
        if rel == Rel::Advcl {
            // "once they withdraw, the talks will start"
            let temporal = tree.children(at).any(|c| matches!(tree.low(c), "when" | "once" | "after" | "before" | "as"));
            if temporal && !group.past && Group::of(tree, head).modal.is_some() {
                self.apply(Force::Planned);
            }
            return Way::Ends;
        }
        // "neither confirmed nor denied that": the clause is the last one's.
        let head = tree.children_by(head, Rel::Conj).filter(|c| *c < at && tree.tag(*c).is_verb()).last().unwrap_or(head);
        if matches!(rel, Rel::Ccomp | Rel::Csubj | Rel::Obj)
            && let Some(verb) = verb(tree.low(head))
        {
            let force = operators::over_clause(verb, group.past, group.modal == Some(Force::Planned));
            self.apply(force);
            // "did not deny that", "do not think that they will"
            let raises = force != Force::Through || matches!(verb.lemma, "think" | "believe" | "expect") && (self.site.is_verb || group.modal.is_some() && at != self.site.trigger());
            if raises && Group::of(tree, head).negated {
                self.apply(Force::Negated);
            }
        }
        Way::Ends
    }

    /// The step from `at` to the noun or adjective above it.
    fn under_noun(&mut self, at: usize, rel: Rel, head: usize) -> Way {
        let tree = self.tree;
        let low = tree.low(head);
        if matches!(rel, Rel::Nsubj | Rel::NsubjPass) {
            return self.subject_of_predicate(head);
        }
        let infinitive = matches!(rel, Rel::Acl | Rel::Xcomp | Rel::Ccomp | Rel::Advcl) && (Group::of(tree, at).to.is_some() || matches!(tree.case(at), "for" | "of") || tree.children_by(at, Rel::Mark).any(|mark| matches!(tree.low(mark), "for" | "of")));
        if infinitive && let Some(force) = operators::predicate(low).filter(|_| !tree.tag(head).is_noun()) {
            self.apply(force);
            return Way::On;
        }
        // "dial down their rhetoric at the summit": the phrase belongs to the verb.
        if rel == Rel::Nmod && matches!(tree.case(at), "at" | "in" | "with" | "after" | "following" | "before" | "during" | "despite" | "without" | "ahead") {
            let Some(verb_above) = tree.ancestors(head).take(DEPTH).find(|word| tree.tag(*word).is_verb()) else { return Way::Ends };
            let governing = verb(tree.low(verb_above));
            return match self.oblique_of(at, verb_above, governing) {
                Way::On => Way::From(verb_above),
                way => way,
            };
        }
        let phrase = rel == Rel::Nmod && matches!(tree.case(at), "for" | "of" | "on" | "to" | "about" | "against" | "with");
        let part = matches!(rel, Rel::Compound | Rel::Amod | Rel::NmodPoss) && at < head;
        if !(infinitive || phrase || part) {
            return Way::Ends;
        }
        // "denied any breach of the truce"
        if self.kind == EventKind::CeaseFire && verb(low).is_some_and(|verb| verb.is(Violate)) || matches!(low, "violation" | "violations" | "breaches" | "infringement" | "infringements") {
            self.hearing = Hearing::Denials;
            if tree.children(head).any(|c| tree.low(c) == "no") {
                self.apply(Force::Negated);
            }
            return Way::On;
        }
        let Some(force) = operators::noun(low) else { return Way::Ends };
        // A deal on a truce is one; a plan for one is not.
        let agreed = matches!(low, "agreement" | "deal" | "accord" | "declaration" | "announcement");
        if self.kind == EventKind::CeaseFire && agreed || part && agreed && self.kind != EventKind::Withdrawal {
            return Way::On;
        }
        if force != Force::Through {
            self.apply(force);
            self.operated = true;
        }
        // "no plans to withdraw", "no sign of a withdrawal", but "no alternative to talks"
        if !matches!(low, "alternative" | "basis" | "obstacle" | "obstacles" | "condition" | "conditions" | "precondition" | "opposition" | "question") && tree.children(head).any(|c| matches!(tree.low(c), "no" | "any" | "nor" | "neither") && c < head) {
            self.apply(Force::Negated);
        }
        Way::On
    }

    /// "Talks are due to resume", "a meeting is likely", "the summit will be the first".
    fn subject_of_predicate(&mut self, head: usize) -> Way {
        let tree = self.tree;
        let group = Group::of(tree, head);
        // "is likely to be messy" says nothing of whether.
        let other = tree.children(head).any(|c| matches!(tree.rel(c), Rel::Xcomp | Rel::Advcl | Rel::Ccomp) && !self.happens(c));
        let agenda = matches!(tree.low(head), "agenda" | "cards" | "table" | "calendar");
        let force = if agenda { Some(Force::Planned) } else { operators::predicate(tree.low(head)).filter(|_| !other) };
        match force {
            Some(force) => {
                self.apply(force);
                self.apply_group(head);
                Way::Ends
            }
            None => self.spoken_of(&group),
        }
    }
}
