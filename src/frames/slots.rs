//! Where the arguments of a slot stand in the tree.

use super::arguments::{is_country, is_place};
use super::site::Site;
use super::{HARM, Slot, Via};
use crate::actors::agent_noun;
use crate::doc::Doc;
use crate::event::{EventKind, Role};
use crate::gazetteer::NameKind;
use crate::lexicon::{VerbClass, verb};
use crate::syntax::{Rel, Tag, Tree};

/// The heads of the phrases that stand in a slot.
pub(super) fn heads(doc: &Doc<'_>, tree: &Tree<'_>, kind: EventKind, site: &Site, slot: &Slot) -> Vec<usize> {
    let trigger = site.trigger();
    let site_children = || site.words.iter().flat_map(|word| tree.children(*word).map(move |c| (*word, c)));
    match slot.via {
        // "Sudan's latest truce" says where.
        Via::Possessor => site_children()
            .filter(|(_, c)| tree.rel(*c) == Rel::NmodPoss && !(kind == EventKind::CeaseFire && doc.hit(tree, *c).is_some_and(|hit| hit.kind() == NameKind::State)))
            .map(|(_, c)| c)
            .collect(),
        Via::Modifier => {
            let mut found = Vec::new();
            for (word, c) in site_children() {
                if c < word && matches!(tree.rel(c), Rel::Amod | Rel::Compound | Rel::NmodDesc | Rel::NmodUnmarked | Rel::Nmod | Rel::Flat | Rel::Nsubj) && tree.case(c).is_empty() {
                    found.push(c);
                    // "the Israel-Hamas truce": both sides of the hyphen.
                    found.extend(
                        tree.children(c)
                            .filter(|d| matches!(tree.rel(*d), Rel::Compound | Rel::Amod | Rel::Dep | Rel::NmodUnmarked | Rel::Conj) && doc.hit(tree, *d).is_some() && !tree.tag(c).is_verb()),
                    );
                    // "US–Iran talks": a dash that the parser takes for a break.
                    found.extend(c.checked_sub(2).filter(|d| doc.hit(tree, c).is_some() && doc.hit(tree, *d).is_some() && is_dash(tree, c - 1) && tree.head(*d) != Some(c)));
                }
            }
            found
        }
        Via::Hyphen(participles) => {
            let mut found = Vec::new();
            // "Egypt-mediated ceasefire talks": the participle stands before the whole compound.
            let compound = tree.is_premodifier(trigger).then(|| tree.head(trigger)).flatten();
            for c in site_children().map(|(_, c)| c).chain(compound.into_iter().flat_map(|head| tree.children(head))) {
                if participles.contains(&tree.low(c)) {
                    found.extend(tree.children(c).filter(|d| *d < c && !tree.tag(*d).is_punct()));
                }
            }
            found
        }
        Via::Preposition(prepositions) => {
            let mut found: Vec<usize> = site.words.iter().flat_map(|word| tree.prepositional(*word)).filter(|(case, _)| prepositions.contains(case)).map(|(_, c)| c).collect();
            // Phrases in a row right behind the trigger are its own, wherever the parser hung them.
            let last = site.words.iter().copied().max().unwrap_or(trigger);
            for (case, c) in tree.phrases_after(last) {
                if prepositions.contains(&case) && !found.contains(&c) && !found.iter().any(|f| tree.under(c, *f)) {
                    found.push(c);
                }
            }
            if kind == EventKind::Airstrike || kind == EventKind::Withdrawal {
                found.retain(|c| !is_place(doc, tree, *c));
            }
            found
        }
        Via::ParticipleBy(classes) => {
            let mut found = Vec::new();
            for (_, c) in site_children() {
                if matches!(tree.rel(c), Rel::Acl | Rel::AclRelcl) && verb(tree.low(c)).is_some_and(|verb| verb.is_any(classes)) {
                    found.extend(by_phrase(tree, c));
                    if tree.rel(c) == Rel::AclRelcl {
                        // "the truce that Qatar brokered"
                        found.extend(tree.child(c, Rel::Nsubj).filter(|s| !tree.is_relative_pronoun(*s)));
                    }
                }
            }
            // "a truce for the north, signed on Thursday by ...": the participle that follows, wherever the parser hung it.
            if found.is_empty() {
                let last = site.words.iter().copied().max().unwrap_or(trigger);
                let next = (last + 1..tree.len().min(last + 9)).find(|w| tree.tag(*w).is_verb() || tree.tag(*w).is_aux() || matches!(tree.low(*w), ";" | "and" | "which" | "that"));
                if let Some(participle) =
                    next.filter(|w| matches!(tree.tag(*w), Tag::Vbn | Tag::Vbd) && verb(tree.low(*w)).is_some_and(|verb| verb.is_any(classes)) && tree.children_by(*w, Rel::Nsubj).all(|s| s <= last))
                {
                    found.extend(by_phrase(tree, participle));
                }
            }
            found
        }
        Via::Subject => {
            if tree.is_passive(trigger) {
                return Vec::new();
            }
            let controlled = controller(tree, trigger);
            let mut found: Vec<usize> = controlled.or_else(|| tree.subject(trigger)).into_iter().collect();
            found.extend(other_subjects(tree, trigger, &found));
            found
        }
        // "left Kosovo": a place is nobody who leaves.
        Via::Object => tree.child(trigger, Rel::Obj).filter(|o| kind != EventKind::Withdrawal || !is_country(doc, tree, *o)).into_iter().collect(),
        Via::PassiveSubject => {
            if tree.is_passive(trigger) {
                passive_subject(tree, trigger).into_iter().collect()
            } else {
                Vec::new()
            }
        }
        Via::By => {
            if tree.is_passive(trigger) {
                by_phrase(tree, trigger).into_iter().collect()
            } else {
                Vec::new()
            }
        }
        Via::SupportSubject(classes) => match site.support(tree, classes) {
            // Who offers a truce, or negotiates one with somebody, is a party to it; who welcomes it, nothing.
            Some((word, verb)) if slot.role == Role::Broker && (matches!(verb.lemma, "offer" | "welcome" | "hail" | "back") || verb.lemma == "negotiate" && with_somebody(tree, site, word)) => {
                Vec::new()
            }
            Some((word, _)) if site.governor.is_some_and(|g| !matches!(g.rel, Rel::Nsubj | Rel::NsubjPass)) && !tree.is_passive(word) => {
                let mut found: Vec<usize> = controller(tree, word).or_else(|| tree.subject(word)).into_iter().collect();
                found.extend(other_subjects(tree, word, &found));
                found.retain(|s| *s != trigger);
                found
            }
            _ => Vec::new(),
        },
        Via::ClauseSubject(prepositions) => match site.governor {
            // "flew to Oslo for talks", "told ministers at a summit", "After the meeting, he said"
            Some(governor) if matches!(governor.rel, Rel::Obl | Rel::Advcl | Rel::Nmod) && prepositions.contains(&tree.case(governor.through)) => {
                let verb = governor.word;
                let subject = if tree.is_passive(verb) { tree.passive_subject(verb).or_else(|| tree.subject(verb)) } else { controller(tree, verb).or_else(|| tree.subject(verb)) };
                let mut found: Vec<usize> = subject.into_iter().collect();
                // "discussed the crisis with X in a video call", wherever the parser hung the phrase
                let object = tree.child(verb, Rel::Obj).filter(|_| ["discuss", "review", "address", "rais", "held", "hold"].iter().any(|stem| tree.low(verb).starts_with(stem)));
                found.extend(object.into_iter().flat_map(|object| tree.prepositional(object)).filter(|(case, c)| *case == "with" && !site.words.contains(c)).map(|(_, c)| c));
                found.extend(tree.prepositional(verb).filter(|(case, c)| *case == "with" && *c > verb && !site.words.contains(c)).map(|(_, c)| c));
                if ["join", "host", "receiv", "invit", "welcom", "visit", "see", "saw", "meet", "met"].iter().any(|stem| tree.low(verb).starts_with(stem)) {
                    found.extend(tree.child(verb, Rel::Obj));
                }
                found.retain(|s| !site.words.contains(s));
                found
            }
            _ => Vec::new(),
        },
        Via::SupportBy(classes) => match site.support(tree, classes) {
            // "the ceasefire signed on Friday by ...": a truce signs nothing, whatever the parser made of it.
            Some((word, _)) if tree.is_passive(word) || site.governor.is_some_and(|g| matches!(g.rel, Rel::Nsubj | Rel::NsubjPass)) => by_phrase(tree, word).into_iter().collect(),
            _ => Vec::new(),
        },
        Via::SupportPreposition(classes, prepositions) => match site.support(tree, classes) {
            Some((word, _)) => tree.prepositional(word).filter(|(case, c)| prepositions.contains(case) && !site.words.contains(c)).map(|(_, c)| c).collect(),
            None => Vec::new(),
        },
        // "the talks brought together delegations from A and B"
        Via::Gathered => match site.governor {
            Some(g)
                if matches!(g.rel, Rel::Nsubj)
                    && ["brought", "bring", "gather", "unite", "includ", "involv", "featur", "group", "assembl", "reunite"].iter().any(|stem| tree.low(g.word).starts_with(stem)) =>
            {
                tree.children_by(g.word, Rel::Obj).collect()
            }
            _ => Vec::new(),
        },
        // "stressed the need for a ceasefire": whoever calls for it, through the nouns between.
        Via::CalledBy => called_by(tree, site).into_iter().collect(),
        // "agreed on measures to strengthen the truce": parties through the nouns between.
        Via::AgreedBy => agreed_by(tree, site).into_iter().collect(),
        // "dropped two bombs on the headquarters"
        Via::Dropped => {
            let drops = ["drop", "fir", "launch", "unleash", "rain", "lob"].iter().any(|stem| tree.low(trigger).starts_with(stem));
            let above = std::iter::once(trigger).chain(tree.child(trigger, Rel::Obj).or_else(|| tree.child(trigger, Rel::NsubjPass))).filter(|_| drops);
            let mut found: Vec<usize> = above.flat_map(|word| tree.prepositional(word)).filter(|(case, _)| matches!(*case, "on" | "onto" | "into" | "at")).map(|(_, c)| c).collect();
            found.retain(|c| !is_place(doc, tree, *c));
            found
        }
        // "accused Israel of air strikes"
        Via::Accused => match site.governor {
            Some(governor)
                if matches!(tree.case(governor.through), "of" | "for" | "over")
                    && verb(tree.low(governor.word)).is_some_and(|verb| matches!(verb.lemma, "accuse" | "blame" | "suspect" | "condemn" | "criticise" | "criticize" | "denounce")) =>
            {
                tree.child(governor.word, Rel::Obj).into_iter().collect()
            }
            _ => Vec::new(),
        },
        // "bombed the airport, killing five soldiers"
        Via::Harming => tree
            .children(trigger)
            .filter(|c| matches!(tree.rel(*c), Rel::Advcl | Rel::Conj | Rel::Acl | Rel::Xcomp) && is_harm(tree, *c) && *c > trigger)
            .flat_map(|c| std::iter::once(c).chain(tree.children_by(c, Rel::Conj).filter(|d| is_harm(tree, *d))))
            .filter_map(|c| tree.child(c, Rel::Obj))
            .collect(),
        Via::Harmed => match site.governor {
            Some(governor) if governor.rel == Rel::Nsubj && is_harm(tree, governor.word) => {
                let mut found: Vec<usize> = tree.child(governor.word, Rel::Obj).into_iter().collect();
                for other in tree.children_by(governor.word, Rel::Conj).chain(tree.children_by(governor.word, Rel::Advcl)).filter(|v| is_harm(tree, *v)) {
                    found.extend(tree.child(other, Rel::Obj));
                }
                found
            }
            _ => site_children().filter(|(_, c)| tree.rel(*c) == Rel::AclRelcl && is_harm(tree, *c)).filter_map(|(_, c)| tree.child(c, Rel::Obj)).collect(),
        },
        // "twenty people were killed when warplanes bombed the market"
        Via::Victim if site.is_verb => match tree.head(trigger) {
            Some(head)
                if matches!(tree.rel(trigger), Rel::Advcl | Rel::Conj | Rel::AclRelcl)
                    && is_harm(tree, head)
                    && tree.is_passive(head)
                    && tree.children(trigger).any(|c| matches!(tree.low(c), "when" | "as" | "after" | "while")) =>
            {
                passive_subject(tree, head).into_iter().collect()
            }
            _ => Vec::new(),
        },
        // "ten people were killed when an air strike hit the market"
        Via::Victim if site.governor.is_some_and(|g| g.rel == Rel::Nsubj && matches!(tree.rel(g.word), Rel::Advcl | Rel::AclRelcl)) => {
            site.governor.and_then(|g| tree.head(g.word)).filter(|head| is_harm(tree, *head) && tree.is_passive(*head)).and_then(|head| passive_subject(tree, head)).into_iter().collect()
        }
        Via::Victim => match site.governor {
            Some(governor) if matches!(governor.rel, Rel::Obl | Rel::OblAgent) && matches!(tree.case(governor.through), "in" | "by" | "during" | "from") && is_harm(tree, governor.word) => {
                passive_subject(tree, governor.word).into_iter().collect()
            }
            _ => Vec::new(),
        },
    }
}

fn with_somebody(tree: &Tree<'_>, site: &Site, verb: usize) -> bool {
    std::iter::once(&verb).chain(&site.words).any(|word| tree.prepositional(*word).any(|(case, _)| case == "with"))
}

/// Whether a word joins two names: "US–Iran", "Armenia/Azerbaijan".
pub(super) fn is_dash(tree: &Tree<'_>, word: usize) -> bool {
    matches!(tree.low(word), "-" | "–" | "—" | "/")
}

/// Who does what a verb says, in the active or by a "by" phrase.
pub(super) fn subject_of(tree: &Tree<'_>, verb: usize) -> Option<usize> {
    if tree.is_passive(verb) { by_phrase(tree, verb) } else { controller(tree, verb).or_else(|| tree.subject(verb)) }
}

/// The parser sometimes gives a verb two subjects, the parts of one.
fn other_subjects(tree: &Tree<'_>, verb: usize, known: &[usize]) -> Vec<usize> {
    tree.children_by(verb, Rel::Nsubj).filter(|s| !known.contains(s) && !tree.is_relative_pronoun(*s)).collect()
}

/// The subject of a passive verb, also of a participle after its noun.
fn passive_subject(tree: &Tree<'_>, verb: usize) -> Option<usize> {
    tree.passive_subject(verb).or_else(|| tree.child(verb, Rel::Nsubj)).or_else(|| match tree.rel(verb) {
        Rel::Acl | Rel::Amod | Rel::AclRelcl => tree.head(verb),
        Rel::Conj | Rel::Xcomp => tree.head(verb).and_then(|head| tree.passive_subject(head)),
        _ => tree.subject(verb),
    })
}

/// The `by` phrase of a participle: as the tree has it, else the first "by" that follows in its clause.
fn by_phrase(tree: &Tree<'_>, verb: usize) -> Option<usize> {
    let own = tree.prepositional(verb).find(|(case, _)| *case == "by").map(|(_, c)| c);
    own.or_else(|| {
        let clause = (verb + 1..tree.len().min(verb + 14)).take_while(|w| !tree.tag(*w).is_finite() && !matches!(tree.low(*w), ";" | "and" | "but" | "which" | "that"));
        clause.into_iter().find(|w| tree.low(*w) == "by").and_then(|by| tree.chunk(by + 1)).map(|(head, _)| head)
    })
}

/// Whether a verb does harm.
pub(super) fn is_harm(tree: &Tree<'_>, word: usize) -> bool {
    let low = tree.low(word);
    HARM.iter().any(|lemma| low.starts_with(lemma.trim_end_matches('e'))) || matches!(low, "hit" | "struck")
}

/// Who does what an infinitive says, where a noun governs it: "Trump's decision to withdraw", "the rebels' refusal to meet".
fn controller(tree: &Tree<'_>, verb: usize) -> Option<usize> {
    // "gave the army until Friday to withdraw"
    if let Some(giver) = tree.ancestors(verb).take(3).find(|w| matches!(tree.low(*w), "give" | "gives" | "gave" | "given" | "giving"))
        && tree.children_by(verb, Rel::Mark).any(|mark| tree.low(mark) == "to")
        && let Some(given) = tree.children(giver).find(|c| matches!(tree.rel(*c), Rel::Iobj | Rel::Obj) && giver < *c && *c < verb)
        && agent_noun(tree, given).is_some_and(|noun| noun.fights())
    {
        return Some(given);
    }
    if tree.rel(verb) != Rel::Acl || tree.children(verb).any(|c| tree.rel(c) == Rel::Nsubj) || matches!(tree.tag(verb), Tag::Vbn) {
        return None;
    }
    let noun = tree.head(verb)?;
    if !tree.children_by(verb, Rel::Mark).any(|mark| tree.low(mark) == "to") && tree.tag(verb) == Tag::Vbg && agent_noun(tree, noun).is_some() {
        return Some(noun);
    }
    tree.child(noun, Rel::NmodPoss).or_else(|| tree.prepositional(noun).find(|(case, c)| (*case == "by" || *case == "of") && *c < verb).map(|(_, c)| c)).or_else(|| {
        // "made the decision to", "gave orders to"
        let governor = tree.head(noun).filter(|g| tree.tag(*g).is_verb())?;
        (tree.rel(noun) == Rel::Obj).then(|| tree.subject(governor)).flatten()
    })
}

/// Who calls for what the trigger names: the subject of a verb of calling, or of the verb above a noun of calling.
fn called_by(tree: &Tree<'_>, site: &Site) -> Option<usize> {
    const CALLS: &[&str] = &[
        "call", "calls", "need", "demand", "demands", "appeal", "appeals", "proposal", "proposals", "plan", "plans", "push", "resolution", "effort", "efforts", "plea", "request", "support",
        "commitment", "measures", "importance", "urgency", "end", "work", "pressure", "deal", "agreement", "talks", "negotiations",
    ];
    let mut called = false;
    let mut through = site.words.last().copied()?;
    for at in tree.ancestors(through) {
        let low = tree.low(at);
        if tree.tag(at).is_noun() {
            if CALLS.contains(&low) {
                called = true;
                if let Some(owner) = tree.child(at, Rel::NmodPoss) {
                    return Some(owner);
                }
            }
        } else if tree.tag(at).is_verb() {
            let calls = verb(low).is_some_and(|verb| {
                verb.is_any(&[VerbClass::CallFor, VerbClass::Broker])
                    || matches!(
                        verb.lemma,
                        "stress" | "emphasise" | "emphasize" | "reiterate" | "underline" | "welcome" | "support" | "beg" | "order" | "agree" | "work" | "declare" | "raise" | "discuss"
                    )
            });
            if calls && verb(low).is_none_or(|verb| verb.lemma != "offer") && (called || verb(low).is_some_and(|verb| verb.is(VerbClass::CallFor) || matches!(verb.lemma, "beg"))) {
                let subject = if tree.is_passive(at) { by_phrase(tree, at) } else { tree.subject(at) };
                return subject.filter(|s| *s != through);
            }
        } else {
            return None;
        }
        through = at;
    }
    None
}

/// Who agrees on something about the trigger: the subject of a verb of agreement above it.
fn agreed_by(tree: &Tree<'_>, site: &Site) -> Option<usize> {
    let mut through = site.words.last().copied()?;
    for at in tree.ancestors(through).take(5) {
        if tree.tag(at).is_verb() && verb(tree.low(at)).is_some_and(|verb| matches!(verb.lemma, "agree" | "sign" | "commit" | "pledge" | "promise" | "undertake" | "accept" | "reach" | "conclude")) {
            return if tree.is_passive(at) { by_phrase(tree, at) } else { tree.subject(at).filter(|s| *s != through) };
        }
        let passes = tree.tag(at).is_noun() && !matches!(tree.rel(through), Rel::AclRelcl) || tree.tag(at).is_verb() && matches!(tree.rel(at), Rel::Acl | Rel::Xcomp | Rel::Advcl);
        if !passes {
            return None;
        }
        through = at;
    }
    None
}
