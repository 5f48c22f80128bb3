//! Reading a frame's slots over the tree: who stands where an argument can stand.

use super::place::names_place;
use super::site::Site;
use super::{Frame, HARM, Slot, Via};
use crate::actors::{Certainty, Who, agent_noun, can_act, coordinated, everybody, who};
use crate::coreference::is_capital;
use crate::doc::Doc;
use crate::event::{EventKind, Role};
use crate::gazetteer::NameKind;
use crate::lexicon::{VerbClass, is_day, verb};
use crate::syntax::{Rel, Tag, Tree};

/// An argument, found.
#[derive(Debug, Clone)]
pub(crate) struct Argument {
    pub(crate) role: Role,
    pub(crate) who: Who,
}

/// The arguments of a trigger, in the order of the frame's slots; nobody twice in one role.
pub(crate) fn arguments(doc: &Doc<'_>, tree: &Tree<'_>, frame: &Frame, site: &Site) -> Vec<Argument> {
    let slots = if site.is_verb { frame.verb_slots } else { frame.noun_slots };
    let mut found: Vec<Argument> = Vec::new();
    for slot in slots {
        for head in heads(doc, tree, frame.kind, site, slot) {
            for who in everybody_acceptable(doc, tree, frame.kind, site, slot, head) {
                let known = found.iter().any(|a| {
                    // One who strikes or meets stands once; what is struck is listed one by one.
                    let same_code = a.who.code.is_some() && a.who.code == who.code && slot.role != Role::Target;
                    a.role == slot.role && (same_code || a.who.span == who.span && a.who.code == who.code)
                        || a.who.span.overlaps(who.span) && slot.role == Role::Target && a.role == Role::Target
                        || a.who.span == who.span && a.role != slot.role && !matches!(slot.role, Role::Participant)
                });
                if !known {
                    found.push(Argument { role: slot.role, who });
                }
            }
        }
    }
    if frame.kind.confers() {
        partner(doc, tree, frame.kind, site, &mut found);
    }
    match frame.kind {
        EventKind::Withdrawal if site.is_verb => prefer_forces(tree, site, &mut found),
        EventKind::Airstrike => not_themselves(tree, &mut found),
        EventKind::CeaseFire => guarantors(doc, &mut found),
        _ => {}
    }
    found
}

/// In "Trump ordered troops to withdraw" and "Russia withdrew its forces" the forces leave; who has them withdrawn lends the code.
fn prefer_forces(tree: &Tree<'_>, site: &Site, found: &mut Vec<Argument>) {
    let object = tree.child(site.trigger(), Rel::Obj).map(|o| tree.bytes(tree.noun_phrase(o)));
    let Some(object) = object else { return };
    let Some(forces) = found.iter().position(|a| a.who.span == object) else { return };
    // "Trump's decision to withdraw troops": bare troops are those of whoever withdraws them.
    let bare = found[forces].who.certainty == Certainty::Noun && !tree.words_in(object).any(|w| tree.words[w].name > 0);
    let owner = found.iter().enumerate().find(|(i, a)| *i != forces && a.who.code.as_ref().is_some_and(|code| code.sector().is_none())).and_then(|(_, a)| a.who.code.clone());
    if bare && owner.is_some() {
        found[forces].who.code = owner;
    }
    if found[forces].who.code.is_none()
        && let Some(code) = found.iter().find_map(|a| a.who.code.clone())
    {
        found[forces].who.code = Some(code);
    }
    let keep = found.swap_remove(forces);
    found.clear();
    found.push(keep);
}

/// Nobody meets alone: where the text names one side, the other is the subject of the clause, or of a clause above it.
fn partner(doc: &Doc<'_>, tree: &Tree<'_>, kind: EventKind, site: &Site, found: &mut Vec<Argument>) {
    let mut codes: Vec<_> = found.iter().filter_map(|a| a.who.code.clone()).collect();
    codes.dedup();
    let with = site.words.iter().any(|word| tree.prepositional(*word).any(|(case, _)| case == "with")) || site.is_verb;
    if codes.len() > 1 || codes.is_empty() && site.governor.is_none() || codes.len() == 1 && !with {
        return;
    }
    let slot = Slot { role: Role::Participant, via: Via::Subject };
    for verb in std::iter::once(site.trigger()).chain(tree.ancestors(site.trigger())).filter(|w| tree.tag(*w).is_verb()).take(if codes.is_empty() { 1 } else { 3 }) {
        let subject = if tree.is_passive(verb) { tree.passive_subject(verb) } else { tree.subject(verb) };
        let Some(subject) = subject.filter(|s| !site.words.contains(s) && !tree.under(site.trigger(), *s)) else { continue };
        for who in everybody_acceptable(doc, tree, kind, site, &slot, subject) {
            if who.code.is_some() && !found.iter().any(|a| a.who.code == who.code) {
                found.push(Argument { role: Role::Participant, who });
            }
        }
        if found.iter().filter(|a| a.who.code.is_some()).count() > 1 {
            return;
        }
    }
}

/// "their positions" under fire are not those of who fires.
fn not_themselves(tree: &Tree<'_>, found: &mut [Argument]) {
    let agents: Vec<_> = found.iter().filter(|a| a.role == Role::Agent).filter_map(|a| a.who.code.clone()).collect();
    for target in found.iter_mut().filter(|a| a.role == Role::Target) {
        let possessed = tree.words_in(target.who.span).any(|w| matches!(tree.low(w), "their" | "his" | "its"));
        if possessed && target.who.code.as_ref().is_some_and(|code| agents.contains(code)) {
            target.who.code = None;
        }
    }
}

/// Two states that agree on a truce in a third country's war stand surety for it.
fn guarantors(doc: &Doc<'_>, found: &mut [Argument]) {
    let Some(theatre) = doc.theatre else { return };
    let foreign = |a: &Argument| a.who.code.as_ref().is_some_and(|code| code.is_state() && code.country() != Some(theatre.as_str()));
    let parties = found.iter().filter(|a| a.role == Role::Party).count();
    if parties >= 2 && found.iter().filter(|a| a.role == Role::Party).all(foreign) {
        for argument in found.iter_mut().filter(|a| a.role == Role::Party) {
            argument.role = Role::Broker;
        }
    }
}

fn everybody_acceptable(doc: &Doc<'_>, tree: &Tree<'_>, kind: EventKind, site: &Site, slot: &Slot, head: usize) -> Vec<Who> {
    if is_time(tree, head) {
        return Vec::new();
    }
    let modifier = matches!(slot.via, Via::Modifier);
    if slot.role == Role::Target {
        // A town struck is a place; people, things and bodies are targets.
        return coordinated(doc, tree, head, site.clause(tree), true)
            .into_iter()
            .filter(|c| !names_place(doc, tree, *c) && !is_country(doc, tree, *c) && !is_time(tree, *c) && !WEAPONS.contains(&tree.low(*c)))
            .flat_map(|c| who(doc, tree, c))
            .collect();
    }
    if modifier {
        let hit = doc.hit(tree, head);
        let placed = hit.is_some_and(|hit| is_capital(hit) && (kind.confers() || kind == EventKind::CeaseFire) || hit.actor.is_none() || hit.kind() == NameKind::Media);
        // "Syrian talks", "the Sudan truce" say where; two names ("Israel-Hamas truce") say who.
        let state = hit.is_some_and(|hit| hit.kind() == NameKind::State && (kind == EventKind::CeaseFire || kind.confers() && hit.is_adjective()));
        let hyphen = |word: usize| word < tree.len() && tree.low(word) == "-";
        let paired = hyphen(head + 1) || head > 0 && hyphen(head - 1) || tree.child(head, Rel::Conj).is_some() || tree.rel(head) == Rel::Conj;
        let alone = state && !paired;
        if placed || alone || hit.is_none() && (agent_noun(tree, head).is_none() || !tree.tag(head).is_noun() && !matches!(tree.low(head), "rebel" | "military" | "opposition")) {
            return Vec::new();
        }
    }
    if !can_act(doc, tree, head) {
        return Vec::new();
    }
    // A capital after "in" is no actor; in the other positions it stands for its government.
    everybody(doc, tree, head, site.clause(tree)).into_iter().filter(|who| who.certainty != Certainty::Thing || who.code.is_some()).filter(|_| !is_place(doc, tree, head)).collect()
}

/// What is dropped and fired is no target.
const WEAPONS: &[&str] = &["bomb", "bombs", "missile", "missiles", "rocket", "rockets", "munitions", "explosives", "barrels", "ordnance", "napalm", "strikes", "raids", "shells"];

/// Whether a word is a bare country or capital: struck, it is the place.
fn is_country(doc: &Doc<'_>, tree: &Tree<'_>, word: usize) -> bool {
    doc.hit(tree, word).is_some_and(|hit| hit.place.is_some() && !hit.is_adjective() && hit.form() != crate::gazetteer::NameForm::Demonym)
}

/// Whether a word is only a place.
pub(super) fn is_place(doc: &Doc<'_>, tree: &Tree<'_>, word: usize) -> bool {
    doc.hit(tree, word).is_some_and(|hit| {
        hit.place.is_some() && (hit.actor.is_none() || matches!(tree.case(word), "in" | "at" | "near" | "over" | "around" | "across" | "outside" | "inside" | "into" | "throughout" | "on"))
    })
}

fn is_time(tree: &Tree<'_>, word: usize) -> bool {
    const TIMES: &[&str] = &[
        "week", "month", "year", "day", "night", "morning", "evening", "weekend", "hour", "hours", "days", "weeks", "months", "years", "time", "january", "february", "march", "april", "june", "july",
        "august", "september", "october", "november", "december",
    ];
    is_day(tree.low(word))
        || TIMES.contains(&tree.low(word))
        || tree.tag(word) == Tag::Cd && tree.words[word].name == 0 && !matches!(tree.low(word), "two" | "three" | "both" | "one" | "four" | "five" | "six" | "seven" | "ten" | "dozens" | "hundreds")
}

/// The heads of the phrases that stand in a slot.
fn heads(doc: &Doc<'_>, tree: &Tree<'_>, kind: EventKind, site: &Site, slot: &Slot) -> Vec<usize> {
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
            // The parser often hangs a phrase right behind the noun on the verb.
            if !site.is_verb
                && let Some(governor) = site.governor
            {
                found.extend(
                    tree.prepositional(governor.word).filter(|(case, c)| prepositions.contains(case) && *case != "of" && *c > trigger && tree.subtree(*c).start == trigger + 1).map(|(_, c)| c),
                );
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
            // Who offers a truce is a party to it.
            Some((_, verb)) if slot.role == Role::Broker && verb.lemma == "offer" => Vec::new(),
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
                // "discussed the crisis with X in a video call"
                found.extend(tree.prepositional(verb).filter(|(case, c)| *case == "with" && *c > verb && !site.words.contains(c)).map(|(_, c)| c));
                if ["join", "host", "receiv", "invit", "welcom", "visit"].iter().any(|stem| tree.low(verb).starts_with(stem)) {
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
                passive_subject(tree, governor.word)
                    .or_else(|| (verb(tree.low(governor.word)).is_none() || tree.low(governor.word).starts_with("die")).then(|| tree.subject(governor.word)).flatten())
                    .into_iter()
                    .collect()
            }
            _ => Vec::new(),
        },
    }
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
