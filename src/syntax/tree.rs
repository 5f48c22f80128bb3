//! A parsed sentence, and the questions that the rules above ask of it.
//!
//! No rule touches the parser: they see words with tags, relations and heads, noun phrases and verb groups.

use std::ops::Range;

use super::model::Rel;
use super::model::Tag;
use crate::lexicon::{AgentTable, is_day};
use crate::span::Span;

/// A word of a sentence: a token, or a name of several tokens.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Word {
    pub(crate) start: u32,
    pub(crate) end: u32,
    pub(crate) tag: Tag,
    pub(crate) rel: Rel,
    /// The governor; the word itself for the root.
    pub(crate) head: u32,
    /// One more than the index of the name that it is, in the article's list of names; 0 for none.
    pub(crate) name: u32,
}

/// A sentence with its dependency tree.
#[derive(Debug, Clone)]
pub(crate) struct Tree<'t> {
    pub(crate) text: &'t str,
    /// The article in lower case, byte for byte.
    pub(crate) lower: &'t str,
    pub(crate) span: Span,
    pub(crate) words: Vec<Word>,
    /// The nouns that the article's reader knows for people and bodies that act.
    pub(crate) agents: &'t AgentTable,
    /// The dependents of all words, each word's in a row, in text order.
    dependents: Vec<u32>,
    /// Where each word's dependents start in `dependents`.
    first: Vec<u32>,
}

impl<'t> Tree<'t> {
    pub(crate) fn new(text: &'t str, lower: &'t str, span: Span, words: Vec<Word>, agents: &'t AgentTable) -> Tree<'t> {
        let mut first = vec![0u32; words.len() + 1];
        for (i, word) in words.iter().enumerate() {
            if word.head as usize != i {
                first[word.head as usize + 1] += 1;
            }
        }
        for i in 1..first.len() {
            first[i] += first[i - 1];
        }
        let mut next = first.clone();
        let mut dependents = vec![0u32; first[words.len()] as usize];
        for (i, word) in words.iter().enumerate() {
            if word.head as usize != i {
                let slot = &mut next[word.head as usize];
                dependents[*slot as usize] = i as u32;
                *slot += 1;
            }
        }
        Tree { text, lower, span, words, agents, dependents, first }
    }

    pub(crate) fn len(&self) -> usize {
        self.words.len()
    }

    /// The word in lower case.
    pub(crate) fn low(&self, i: usize) -> &'t str {
        let word = &self.words[i];
        &self.lower[word.start as usize..word.end as usize]
    }

    /// The word as it stands.
    pub(crate) fn raw(&self, i: usize) -> &'t str {
        let word = &self.words[i];
        &self.text[word.start as usize..word.end as usize]
    }

    pub(crate) fn tag(&self, i: usize) -> Tag {
        self.words[i].tag
    }

    pub(crate) fn rel(&self, i: usize) -> Rel {
        self.words[i].rel
    }

    /// The governor, unless `i` is a root.
    pub(crate) fn head(&self, i: usize) -> Option<usize> {
        let head = self.words[i].head as usize;
        (head != i).then_some(head)
    }

    /// The bytes from word `range.start` up to before word `range.end`.
    pub(crate) fn bytes(&self, range: Range<usize>) -> Span {
        if range.is_empty() {
            return Span::new(self.span.start, self.span.start);
        }
        Span::new(self.words[range.start].start as usize, self.words[range.end - 1].end as usize)
    }

    pub(crate) fn word_span(&self, i: usize) -> Span {
        self.bytes(i..i + 1)
    }

    /// The dependents of `i`, in text order.
    pub(crate) fn children(&self, i: usize) -> impl DoubleEndedIterator<Item = usize> + '_ {
        self.dependents[self.first[i] as usize..self.first[i + 1] as usize].iter().map(|c| *c as usize)
    }

    pub(crate) fn children_by(&self, i: usize, rel: Rel) -> impl DoubleEndedIterator<Item = usize> + '_ {
        self.children(i).filter(move |c| self.rel(*c) == rel)
    }

    pub(crate) fn child(&self, i: usize, rel: Rel) -> Option<usize> {
        self.children_by(i, rel).next()
    }

    /// The word that starts at or holds byte `at`.
    pub(crate) fn word_at(&self, at: usize) -> Option<usize> {
        let i = self.words.partition_point(|word| word.end as usize <= at);
        (i < self.words.len() && self.words[i].start as usize <= at).then_some(i)
    }

    /// The words that lie in `span`.
    pub(crate) fn words_in(&self, span: Span) -> Range<usize> {
        let from = self.words.partition_point(|word| (word.end as usize) <= span.start);
        let to = self.words.partition_point(|word| (word.start as usize) < span.end);
        from..to.max(from)
    }

    /// The preposition of a nominal, in lower case ("" if it has none). "because of", "along with" give their first word.
    pub(crate) fn case(&self, i: usize) -> &'t str {
        let own = |word: usize| self.child(word, Rel::Case);
        // "in a video conference": the parser hangs it on the noun before the head.
        let case = own(i).or_else(|| self.children_by(i, Rel::Compound).filter(|c| *c < i && self.tag(*c) == Tag::Nn).find_map(own));
        case.map_or("", |case| self.low(case))
    }

    /// The chain of governors of `i`, nearest first.
    pub(crate) fn ancestors(&self, i: usize) -> impl Iterator<Item = usize> + '_ {
        std::iter::successors(self.head(i), |at| self.head(*at))
    }

    /// Whether `i` lies in the subtree of `top` (or is it).
    pub(crate) fn under(&self, i: usize, top: usize) -> bool {
        i == top || self.ancestors(i).any(|at| at == top)
    }

    /// The first conjunct of the coordination that `i` stands in.
    pub(crate) fn first_conjunct(&self, mut i: usize) -> usize {
        while self.rel(i) == Rel::Conj {
            match self.head(i) {
                Some(head) => i = head,
                None => break,
            }
        }
        i
    }

    /// `i` and all its conjuncts.
    pub(crate) fn conjuncts(&self, i: usize) -> Vec<usize> {
        let mut all = vec![i];
        let mut next = 0;
        while next < all.len() {
            all.extend(self.children_by(all[next], Rel::Conj).filter(|c| self.is_nominal(*c)));
            next += 1;
        }
        all
    }

    pub(crate) fn is_nominal(&self, i: usize) -> bool {
        let tag = self.tag(i);
        tag.is_noun() || tag.is_pronoun() || matches!(tag, Tag::Cd | Tag::NnpAdj | Tag::Dt) || self.words[i].name > 0
    }

    /// The range of words of the noun phrase with head `i`: what stands before the head in its phrase, the head, and `of` phrases after it.
    pub(crate) fn noun_phrase(&self, i: usize) -> Range<usize> {
        let mut from = i;
        let mut to = i + 1;
        for c in self.children(i) {
            let rel = self.rel(c);
            let premodifier = match rel {
                Rel::Det | Rel::Amod | Rel::Compound | Rel::Nummod | Rel::NmodPoss | Rel::NmodDesc | Rel::Flat | Rel::NmodUnmarked => true,
                // "some 300 men", "newly arrived troops"
                Rel::Advmod | Rel::Acl => matches!(self.tag(c), Tag::Vbn | Tag::Vbg | Tag::Cd | Tag::Rb | Tag::Rbr | Tag::In | Tag::Jjr),
                _ => false,
            };
            // "Russia, Turkey": a comma divides names, it does not join them; nor do days what follows ("On Sunday Congolese jets").
            let divided = is_day(self.low(c)) || (self.tag(c).is_proper() || self.words[c].name > 0) && (c + 1..i).any(|w| self.tag(w) == Tag::Comma);
            if c < i && premodifier && !divided {
                from = from.min(self.subtree(c).start);
            }
            if c > i && matches!(rel, Rel::Flat | Rel::Nummod | Rel::Compound) && c <= to + 1 && !(i + 1..c).any(|w| self.tag(w) == Tag::Comma) {
                to = to.max(self.subtree(c).end);
            }
        }
        for c in self.children_by(i, Rel::Nmod) {
            if c > i && self.case(c) == "of" && self.subtree(c).start <= to + 1 {
                to = to.max(self.noun_phrase(c).end);
            }
        }
        // "at least 14 civilians"
        if from > 0 && matches!(self.low(from), "least" | "most") && self.low(from - 1) == "at" {
            return from - 1..to;
        }
        // The preposition and punctuation before it are not part of the phrase.
        while from < i && (self.rel(from) == Rel::Case || self.tag(from).is_punct() && !matches!(self.tag(from), Tag::OpenQuote)) {
            from += 1;
        }
        from..to
    }

    /// The range of words from the first to the last word of the subtree of `i`.
    pub(crate) fn subtree(&self, i: usize) -> Range<usize> {
        let (mut from, mut to) = (i, i + 1);
        // Trees are projective, so that the outermost dependents bound the subtree.
        let mut left = i;
        while let Some(c) = self.children(left).next().filter(|c| *c < left) {
            from = from.min(c);
            left = c;
        }
        let mut right = i;
        while let Some(c) = self.children(right).next_back().filter(|c| *c > right) {
            to = to.max(c + 1);
            right = c;
        }
        from..to
    }

    /// Who or what does it: the subject of a verb, looked for in its conjuncts' and controllers' clauses too. Active subjects alone.
    pub(crate) fn subject(&self, verb: usize) -> Option<usize> {
        self.child(verb, Rel::Nsubj).filter(|s| !self.is_relative_pronoun(*s)).or_else(|| {
            if let Some(s) = self.child(verb, Rel::Nsubj) {
                return self.antecedent(verb, s);
            }
            self.subject_before(verb).or_else(|| self.inherited_subject(verb))
        })
    }

    /// The noun phrase right before a finite verb that has no subject: the parser hung it elsewhere ("after Trump decided").
    fn subject_before(&self, verb: usize) -> Option<usize> {
        // Back over the verb's own auxiliaries and adverbs that stand right before it.
        let mut first = verb;
        while first > 0 && self.head(first - 1) == Some(verb) && matches!(self.rel(first - 1), Rel::Aux | Rel::AuxPass | Rel::Advmod) {
            first -= 1;
        }
        let finite = self.tag(verb).is_finite() || (first..verb).any(|w| self.tag(w).is_finite());
        // "for fighters to leave", "asked Turkey and Iran to meet"
        if !finite && verb > 1 && self.low(verb - 1) == "to" && !self.children(verb).any(|c| self.rel(c).is_subject()) {
            let noun = verb - 2;
            let start = self.chunk_start(noun);
            let before = start.checked_sub(1).map_or("", |w| self.low(w));
            let asked =
                matches!(before, "for" | "and" | ",") || crate::lexicon::verb(before).is_some_and(|verb| verb.is(crate::lexicon::VerbClass::Order) || verb.is(crate::lexicon::VerbClass::CallFor));
            let free = || before == "for" || self.inherited_subject(verb).is_none();
            return (asked && self.is_nominal(noun) && free()).then_some(noun);
        }
        if !finite || matches!(self.rel(verb), Rel::Xcomp | Rel::Acl) || self.children(verb).any(|c| self.rel(c).is_subject() || self.rel(c) == Rel::Expl) {
            return None;
        }
        let mut last = first.checked_sub(1).filter(|w| self.is_nominal(*w) && !matches!(self.tag(*w), Tag::Cd | Tag::Dt))?;
        while let Some(head) = self.head(last).filter(|head| *head < verb && matches!(self.rel(last), Rel::Flat | Rel::Compound | Rel::Nummod)) {
            last = head;
        }
        Some(last)
    }

    /// The subject of a passive verb: who or what undergoes it.
    pub(crate) fn passive_subject(&self, verb: usize) -> Option<usize> {
        // "Neither soldiers nor rebels": the last of what the parser took for subjects.
        self.children_by(verb, Rel::NsubjPass)
            .rfind(|s| *s < verb)
            .or_else(|| self.child(verb, Rel::NsubjPass))
            .or_else(|| self.child(verb, Rel::Nsubj).filter(|_| self.is_passive(verb)))
            .map(|s| if self.is_relative_pronoun(s) { self.antecedent(verb, s).unwrap_or(s) } else { s })
    }

    pub(crate) fn is_relative_pronoun(&self, i: usize) -> bool {
        matches!(self.tag(i), Tag::Wdt | Tag::Wp) || matches!(self.low(i), "who" | "which" | "that") && self.tag(i).is_pronoun()
    }

    /// The noun that a relative clause with verb `verb` modifies.
    fn antecedent(&self, verb: usize, pronoun: usize) -> Option<usize> {
        let mut at = verb;
        loop {
            match self.rel(at) {
                Rel::AclRelcl | Rel::Acl => return self.head(at),
                Rel::Conj | Rel::Ccomp | Rel::Xcomp if self.head(at).is_some_and(|head| head < pronoun) => at = self.head(at)?,
                _ => return self.nominal_before(pronoun),
            }
        }
    }

    /// The noun phrase that ends right before `at`, a comma aside: where the parser lost a relative clause's antecedent.
    fn nominal_before(&self, at: usize) -> Option<usize> {
        let mut last = at.checked_sub(1)?;
        if self.tag(last) == Tag::Comma {
            last = last.checked_sub(1)?;
        }
        if !self.is_nominal(last) {
            return None;
        }
        // Up to the head of the name or compound that ends here.
        while let Some(head) = self.head(last).filter(|head| *head < at && matches!(self.rel(last), Rel::Flat | Rel::Compound | Rel::Appos | Rel::Nummod)) {
            last = head;
        }
        Some(last)
    }

    /// Where the noun phrase that ends with word `head` starts, read off the tags alone.
    pub(crate) fn chunk_start(&self, head: usize) -> usize {
        let mut at = head;
        while at > 0 {
            let tag = self.tag(at - 1);
            let inside = matches!(tag, Tag::Dt | Tag::Pdt | Tag::PrpPoss | Tag::Jj | Tag::Jjr | Tag::Jjs | Tag::Cd | Tag::NnpAdj | Tag::Hyph | Tag::Pos)
                || tag.is_noun()
                || self.words[at - 1].name > 0
                || matches!(tag, Tag::Vbn | Tag::Vbg | Tag::Rb) && self.tag(at) != Tag::Dt && self.is_premodifier(at - 1);
            if !inside {
                break;
            }
            at -= 1;
            if matches!(tag, Tag::Dt | Tag::PrpPoss) {
                break;
            }
        }
        at
    }

    /// The phrases that follow word `last` one after the other, each with its preposition: "talks | in Sochi | with the leaders of Iran".
    pub(crate) fn phrases_after(&self, last: usize) -> Vec<(&'t str, usize)> {
        let mut found = Vec::new();
        let mut at = last + 1;
        while at + 1 < self.len() && found.len() < 5 && matches!(self.tag(at), Tag::In | Tag::InSconj | Tag::To) {
            let Some((head, end)) = self.chunk(at + 1) else { break };
            found.push((self.low(at), head));
            at = end;
        }
        found
    }

    /// The noun phrase that starts at word `from`: its head and where it ends. Read off the tags alone, for where the tree is weak.
    pub(crate) fn chunk(&self, from: usize) -> Option<(usize, usize)> {
        let mut at = from;
        let mut head = None;
        while at < self.len() {
            let tag = self.tag(at);
            let inside = match tag {
                Tag::Dt | Tag::Pdt | Tag::Prp | Tag::PrpPoss | Tag::Jj | Tag::Jjr | Tag::Jjs | Tag::Cd | Tag::NnpAdj | Tag::Pos | Tag::Hyph => true,
                Tag::Vbn | Tag::Vbg => at > from && self.tag(at - 1) == Tag::Hyph || self.is_premodifier(at),
                _ => tag.is_noun() || self.words[at].name > 0,
            };
            if !inside {
                break;
            }
            if self.is_nominal(at) && !matches!(tag, Tag::Dt | Tag::PrpPoss) {
                head = Some(at);
            }
            if tag == Tag::Pos {
                head = None;
            }
            at += 1;
        }
        head.map(|head| (head, at))
    }

    /// A subject that a clause shares: with the verb it is coordinated with, or with the verb that governs it.
    fn inherited_subject(&self, verb: usize) -> Option<usize> {
        let head = self.head(verb)?;
        match self.rel(verb) {
            Rel::Conj if self.tag(head).is_verb() || self.tag(head).is_aux() => {
                if self.is_passive(head) && !self.is_passive(verb) {
                    return self.passive_subject(head).or_else(|| self.subject(head));
                }
                self.subject(head)
            }
            Rel::Xcomp => {
                // "ordered troops to leave": the object does it; "agreed to leave": the subject.
                self.child(head, Rel::Obj)
                    .filter(|o| *o < verb && self.tag(verb) != Tag::Vbn)
                    .or_else(|| self.child(head, Rel::Iobj))
                    .or_else(|| self.passive_subject(head))
                    .or_else(|| self.subject(head))
            }
            // "accused Israel of bombing", "stopped rebels from leaving": the object does it.
            Rel::Advcl | Rel::Acl | Rel::Obl
                if (self.tag(verb) == Tag::Vbg || self.children(verb).any(|c| self.low(c) == "having")) && self.children(verb).any(|m| m < verb && matches!(self.low(m), "of" | "from" | "for")) =>
            {
                let each_other = head + 2 < self.len() && self.low(head + 1) == "each" && self.low(head + 2) == "other";
                let object = self.children_by(head, Rel::Obj).find(|o| *o < verb && !is_day(self.low(*o)));
                object.filter(|_| !each_other).or_else(|| self.subject(head))
            }
            Rel::Advcl if !self.children_by(verb, Rel::Mark).any(|m| matches!(self.low(m), "that" | "because")) => self.subject(head).or_else(|| self.passive_subject(head)),
            Rel::Acl if matches!(self.tag(verb), Tag::Vbg) || self.is_lost_past(verb) => Some(head),
            _ => None,
        }
    }

    /// Whether a verb is passive: "was bombed", or a participle after its noun ("the town bombed by").
    pub(crate) fn is_passive(&self, verb: usize) -> bool {
        self.children(verb).any(|c| matches!(self.rel(c), Rel::AuxPass | Rel::NsubjPass))
            || self.tag(verb) == Tag::Vbn
                && matches!(self.rel(verb), Rel::Acl | Rel::Amod)
                && !self.is_lost_past(verb)
                && !self.children_by(verb, Rel::Aux).any(|a| matches!(self.low(a), "have" | "has" | "had"))
    }

    /// A past tense that the tagger took for a participle: "jets bombed rebels", an object behind and its noun right before.
    fn is_lost_past(&self, verb: usize) -> bool {
        self.child(verb, Rel::Obj).is_some_and(|o| o > verb) && self.head(verb).is_some_and(|head| head < verb && self.noun_phrase(head).end == verb)
    }

    /// The nominals that a verb or noun governs through prepositions, each with its preposition.
    pub(crate) fn prepositional(&self, i: usize) -> impl Iterator<Item = (&'t str, usize)> + '_ {
        self.children(i).filter(|c| matches!(self.rel(*c), Rel::Obl | Rel::OblAgent | Rel::Nmod | Rel::OblUnmarked | Rel::NmodUnmarked)).map(|c| (self.case(c), c)).filter(|(case, _)| !case.is_empty())
    }

    /// Whether the word is inside a noun phrase as a modifier before the head (an adjective or compound part).
    pub(crate) fn is_premodifier(&self, i: usize) -> bool {
        matches!(self.rel(i), Rel::Amod | Rel::Compound | Rel::NmodPoss | Rel::NmodDesc) && self.head(i).is_some_and(|head| head > i)
    }
}
