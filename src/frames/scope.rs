//! The steps of the walk from a trigger outwards: what the verb, noun or adjective above makes of the event.

use super::governor;
use super::modality::{DEPTH, Hearing, Walk, Way};
use super::operators::{self, Force};
use super::verb_group::Group;
use crate::event::{EventKind, Modality};
use crate::lexicon::{Verb, VerbClass, verb};
use crate::syntax::{Rel, Tag};
use VerbClass::*;

impl Walk<'_, '_> {
    /// The step from `at` to the verb above it.
    pub(super) fn under_verb(&mut self, at: usize, rel: Rel, head: usize, clausal: bool) -> Way {
        let tree = self.tree;
        let governing = verb(tree.low(head));
        if tree.low(head) == "following" {
            self.refers("following", head);
            return Way::Ends;
        }
        // "demands, including the release of prisoners and talks"
        let list = head.checked_sub(2).filter(|list| tree.low(head) == "including" && tree.low(list + 1) == ",");
        if let Some(force) = list.and_then(|list| operators::noun(tree.low(list))) {
            self.apply(force);
            return Way::Ends;
        }
        if !rel.is_subject() && governing.is_some_and(|verb| operators::stipulates(verb.lemma)) && governor::deal(tree, head) {
            if self.kind != EventKind::CeaseFire {
                self.apply(Force::Planned);
            }
            return Way::Ends;
        }
        // "The talks are supposed to follow."
        let raised = matches!(rel, Rel::NsubjPass | Rel::Nsubj) && tree.child(head, Rel::Xcomp).is_some_and(|clause| self.happens(clause));
        if let Some(force) = operators::predicate(tree.low(head)).filter(|_| raised) {
            self.apply(force);
            return Way::On;
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
        self.firm |= self.definite() && group.told() && verb(tree.low(head)).is_some_and(|verb| operators::runs(verb.lemma));
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
        // What is gone on with has begun.
        let goes_on = |verb: Verb| operators::goes_on(verb.lemma) || operators::stops(verb.lemma);
        let force = governing.map_or(Force::Fact, |verb| self.over_object(verb, head));
        match force {
            Force::Fact if self.kind == EventKind::CeaseFire && governing.is_some_and(|verb| verb.is_any(&[Violate, End])) => {
                self.hearing = if governing.is_some_and(|verb| operators::breaks(verb.lemma)) { Hearing::Breaches } else { Hearing::Denials };
                Way::On
            }
            Force::Fact if self.definite() || self.operated => {
                self.firm |= governing.is_some_and(goes_on);
                Way::Ends
            }
            Force::Fact => {
                self.hearing = Hearing::Doubts;
                Way::On
            }
            // "wants the meeting to offer"
            Force::Hypothetical if self.definite() && self.other_task(head) => {
                self.apply(Force::Planned);
                Way::Ends
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

    /// What a verb at `word`, with its particle, makes of its object.
    pub(super) fn over_object(&self, verb: Verb, word: usize) -> Force {
        let tree = self.tree;
        if word + 1 < tree.len()
            && let Some(force) = operators::phrasal(verb.lemma, tree.low(word + 1))
        {
            // A truce called off has been there.
            let ended = self.kind == EventKind::CeaseFire && self.definite() && force == Force::Negated && verb.lemma == "call";
            return if ended { Force::Fact } else { force };
        }
        // "ruled out", but "ruled on"
        if verb.lemma == "rule" && !tree.children(word).any(|c| tree.low(c) == "out") && (word + 1 >= tree.len() || tree.low(word + 1) != "out") {
            return Force::Through;
        }
        // Plans are dropped, and so are bombs.
        if verb.lemma == "drop" && self.kind == EventKind::Airstrike {
            return Force::Through;
        }
        let mut force = operators::over_object(verb);
        // "had negotiated truces": and got them; but "while they negotiated a truce"
        if verb.lemma == "negotiate" && Group::of(tree, word).told() && !(tree.tag(word) == Tag::Vbd && tree.children_by(word, Rel::Mark).any(|mark| matches!(tree.low(mark), "while" | "as"))) {
            force = Force::Through;
        }
        match self.kind {
            // A truce announced is agreed; one broken, watched or prolonged is there.
            EventKind::CeaseFire if verb.is(End) && force != Force::Through || verb.is_any(&[Violate, Last, End]) && verb.lemma != "scrap" || operators::keeps(verb.lemma) => return Force::Fact,
            EventKind::CeaseFire if force == Force::Planned && verb.is_any(&[Agree, Broker, Announce]) && !operators::orders(verb.lemma) => return Force::Through,
            EventKind::CeaseFire if force == Force::Hypothetical && (verb.lemma == "welcome" || self.definite() && operators::of_what_is(verb.lemma)) => return Force::Fact,
            EventKind::CeaseFire => return force,
            EventKind::Withdrawal if matches!(verb.lemma, "agree" | "accept" | "ratify" | "sign") => return Force::Planned,
            _ => {}
        }
        // What is brought to its end has begun: "will complete its withdrawal", but not "the withdrawal will be completed".
        let undergoes = tree.children(word).any(|c| matches!(tree.rel(c), Rel::NsubjPass | Rel::AuxPass));
        if operators::stops(verb.lemma) || self.kind == EventKind::Withdrawal && !undergoes && self.definite() && operators::goes_on(verb.lemma) {
            return Force::Fact;
        }
        // What is supported or discussed may well be there; in "the withdrawal of troops" the article points ahead.
        let ahead = self.kind == EventKind::Withdrawal && tree.children_by(self.site.trigger(), Rel::Nmod).any(|c| tree.case(c) == "of");
        if force == Force::Hypothetical && self.definite() && !ahead && operators::of_what_is(verb.lemma) { Force::Fact } else { force }
    }

    fn oblique_of(&mut self, at: usize, head: usize, governing: Option<Verb>) -> Way {
        let tree = self.tree;
        let case = tree.case(at);
        if governing.is_some_and(|verb| verb.lemma == "oppose") && case == "to" {
            self.apply(Force::Negated);
            return Way::On;
        }
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
            // "Without a truce it would be a race."
            Force::Negated if Group::of(tree, head).modal.is_some() => {
                self.apply(Force::Hypothetical);
                Way::Ends
            }
            // "would leave one day after a truce"
            Force::Fact if case == "after" && self.indefinite() && self.ahead(head) => {
                self.apply(Force::Hypothetical);
                Way::Ends
            }
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
                    // "agreed at a meeting"
                    self.firm |= matches!(case, "at" | "in") && Group::of(tree, head).told();
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
        self.firm |= matches!(case, "after" | "following" | "during" | "since") && finite.is_none_or(|word| Group::of(tree, word).told());
    }

    /// Whether a verb wants something else of the event than that it be: "wants the meeting to offer".
    fn other_task(&self, verb: usize) -> bool {
        let tree = self.tree;
        let site = self.site.trigger();
        tree.children(verb).any(|clause| matches!(tree.rel(clause), Rel::Xcomp | Rel::Advcl) && clause > site && Group::of(tree, clause).to.is_some() && !self.happens(clause))
    }

    /// "had been due to meet": and did not.
    fn foiled(&self, predicate: usize) -> bool {
        let has = |low: &str| self.tree.children(predicate).any(|c| c < predicate && self.tree.low(c) == low);
        has("had") && has("been")
    }

    /// Whether a verb, or one above it, puts it ahead.
    fn ahead(&self, verb: usize) -> bool {
        std::iter::once(verb).chain(self.tree.ancestors(verb)).take(4).any(|word| Group::of(self.tree, word).modal.is_some())
    }

    fn indefinite(&self) -> bool {
        self.tree.children(self.site.trigger()).any(|c| matches!(self.tree.low(c), "a" | "an" | "any"))
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
            if force == Force::Planned && operators::predicate(tree.low(head)).is_some() && self.foiled(head) {
                self.apply(Force::Negated);
            }
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
    pub(super) fn under_noun(&mut self, at: usize, rel: Rel, head: usize) -> Way {
        let tree = self.tree;
        let low = tree.low(head);
        if matches!(rel, Rel::Nsubj | Rel::NsubjPass) {
            return self.subject_of_predicate(head);
        }
        let infinitive = matches!(rel, Rel::Acl | Rel::Xcomp | Rel::Ccomp | Rel::Advcl)
            && (Group::of(tree, at).to.is_some() || matches!(tree.case(at), "for" | "of") || tree.children_by(at, Rel::Mark).any(|mark| matches!(tree.low(mark), "for" | "of")));
        // "gave them a month to leave"
        if infinitive && operators::term(low) && tree.head(head).is_some_and(|above| matches!(tree.low(above), "give" | "gives" | "gave" | "given" | "giving" | "have" | "has" | "had")) {
            self.apply(Force::Hypothetical);
            return Way::Ends;
        }
        if infinitive && let Some(force) = operators::predicate(low).filter(|_| !tree.tag(head).is_noun()) {
            self.apply(force);
            if force == Force::Planned && self.foiled(head) {
                self.apply(Force::Negated);
            }
            return Way::On;
        }
        // "dial down their rhetoric at the summit": the phrase belongs to the verb.
        if rel == Rel::Nmod && matches!(tree.case(at), "at" | "in" | "with" | "after" | "following" | "before" | "during" | "despite" | "without" | "ahead") {
            // "without a truce it would be a race": the noun is the predicate.
            let predicate = tree.child(head, Rel::Cop).map(|_| head);
            let Some(verb_above) = predicate.or_else(|| tree.ancestors(head).take(DEPTH).find(|word| tree.tag(*word).is_verb())) else { return Way::Ends };
            let governing = verb(tree.low(verb_above));
            return match self.oblique_of(at, verb_above, governing) {
                Way::On => Way::From(verb_above),
                way => way,
            };
        }
        // "not ripe for talks"
        if matches!(rel, Rel::Obl | Rel::Nmod)
            && matches!(tree.case(at), "for" | "to")
            && tree.tag(head) == Tag::Jj
            && !self.definite()
            && let Some(force) = operators::predicate(low)
        {
            self.apply(force);
            return Way::On;
        }
        let phrase = rel == Rel::Nmod && matches!(tree.case(at), "for" | "of" | "on" | "to" | "about" | "against" | "with" | "over" | "toward" | "towards");
        let part = matches!(rel, Rel::Compound | Rel::Amod | Rel::NmodPoss) && at < head;
        if !(infinitive || phrase || part) {
            return Way::Ends;
        }
        // "denied any breach of the truce"
        if self.kind == EventKind::CeaseFire && (operators::breach(low) || verb(low).is_some_and(|verb| verb.is(Violate))) {
            self.hearing = Hearing::Breaches;
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
        if operators::topic(low) && self.definite() {
            return Way::Ends;
        }
        if force != Force::Through {
            self.apply(force);
            self.operated = true;
        }
        let none = tree.children(head).any(|c| matches!(tree.low(c), "no" | "any" | "nor" | "neither") && c < head);
        if none && operators::timing(low) {
            self.apply(Force::Hypothetical);
            return Way::On;
        }
        // "no plans to withdraw", "no sign of a withdrawal", but "no alternative to talks"
        if none && !operators::doubts_without(low) {
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
        let agenda = matches!(tree.low(head), "agenda" | "cards" | "table" | "calendar" | "schedule" | "horizon");
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
