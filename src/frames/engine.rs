//! From triggers to mentions: one engine reads every kind's table.

use super::across::{drop_doubles, inherit_arguments, inherit_places, video_mentions};
use super::again::{Told, told_again};
use super::arguments::{Argument, arguments};
use super::fallback::fill;
use super::modality::{Reality, reality};
use super::nearby::nearby;
use super::needs::{Draft, satisfied};
use super::phase::phase;
use super::place::{Place, places};
use super::reference::{Reference, reference};
use super::site::Site;
use super::triggers::{Candidate, Reading, TriggerScan};
use super::{Frame, Need};
use crate::actors::agent_noun;
use crate::doc::Doc;
use crate::event::{EventKind, Modality, Phase, Role};
use crate::lexicon::AgentKind;
use crate::span::Span;
use crate::syntax::{Rel, Tag, Tree};

/// A mention before dates and sources are tied to it.
#[derive(Debug, Clone)]
pub(crate) struct RawMention {
    pub(crate) kind: EventKind,
    pub(crate) trigger: Span,
    pub(crate) sentence: usize,
    pub(crate) site: Site,
    pub(crate) modality: Modality,
    pub(crate) phase: Option<Phase>,
    pub(crate) arguments: Vec<Argument>,
    pub(crate) places: Vec<Place>,
    /// "the strikes", "the talks": a mention of something told before.
    pub(crate) definite: bool,
    /// How it refers to its event, and whether to another one than those before.
    pub(crate) reference: Reference,
    pub(crate) other: bool,
    /// Whether its own words say that it took place.
    pub(crate) firm: bool,
}

/// The mentions of an article, in text order.
pub(crate) fn mentions(doc: &Doc<'_>, scan: &TriggerScan) -> Vec<RawMention> {
    let mut found: Vec<RawMention> = Vec::new();
    let mut rest: Vec<&Candidate> = Vec::new();
    for candidate in &scan.candidates {
        match mention(doc, scan, None, candidate) {
            Some(mention) => found.push(mention),
            None => rest.push(candidate),
        }
    }
    // What these tell of may be spoken of in words that need that.
    let again: Vec<RawMention> = if found.is_empty() {
        Vec::new()
    } else {
        let told = Told::new(&found);
        rest.into_iter().filter_map(|candidate| mention(doc, scan, Some(&told), candidate)).collect()
    };
    found.extend(again);
    found.sort_by_key(|mention| mention.trigger.start);
    drop_doubles(doc, &mut found);
    video_mentions(doc, &mut found);
    inherit_arguments(doc, &mut found);
    inherit_places(doc, &mut found);
    found
}

/// The mention that a candidate is: on its own, or in the light of what was told.
fn mention(doc: &Doc<'_>, scan: &TriggerScan, told: Option<&Told<'_>>, candidate: &Candidate) -> Option<RawMention> {
    let index = doc.sentence_at(candidate.span.start);
    let tree = doc.trees.get(index)?.as_ref().filter(|tree| tree.span.contains(candidate.span))?;
    let words = tree.words_in(candidate.span);
    let last = words.end.checked_sub(1)?;
    let first = words.start;
    let verbal = tree.tag(first).is_verb();
    for reading in candidate.readings {
        let frame = reading.frame;
        if reading.verb != (verbal && words.len() == 1) {
            // Several words ("air strikes") are a noun whatever the tagger says; a bare verb form is none.
            // and so is one that names the event beyond doubt, unless somebody does it ("he talks").
            let done = || first > 0 && (tree.tag(first - 1).is_pronoun() || tree.tag(first - 1).is_proper() || matches!(tree.tag(first - 1), Tag::To | Tag::Md));
            // "he talks of peace", "the group talks to its rivals"
            let speaks = verbal && words.len() == 1 && last + 1 < tree.len() && matches!(tree.low(last + 1), "to" | "about" | "of" | "like") && tree.child(last, Rel::Nsubj).is_some();
            let plain_noun = !speaks && !reading.verb && (words.len() > 1 || tree.tag(last).is_noun() || reading.need == Need::Nothing && !done());
            if !plain_noun {
                continue;
            }
        }
        if !reading.verb && words.len() == 1 && !tree.tag(last).is_noun() && reading.need != Need::Nothing {
            continue;
        }
        // "cessation of hostilities": the head is the word that hangs on none of the others.
        let head = words.clone().find(|w| tree.is_nominal(*w) && tree.head(*w).is_none_or(|h| !words.contains(&h))).unwrap_or(last);
        let site = if reading.verb { Site::of_verb(first) } else { Site::of_noun(tree, head) };
        let trigger = match trigger_span(tree, reading, &site, candidate.span) {
            Some(trigger) => trigger,
            None => continue,
        };
        if disqualified(tree, frame, &site, words.clone()) {
            continue;
        }
        let mut arguments = arguments(doc, tree, frame, &site);
        let places = places(doc, tree, frame.kind, &site);
        // What is dropped or launched is not what is struck.
        if reading.need == Need::Ordnance {
            let object = tree.child(first, Rel::Obj).map(|o| tree.bytes(tree.noun_phrase(o)));
            arguments.retain(|a| a.role != Role::Target || Some(a.who.span) != object);
        }
        let draft = Draft { doc, scan, tree, sentence: index, reading, site: &site, arguments: &arguments, places: &places };
        if !told.map_or_else(|| satisfied(&draft), |told| told_again(told, &draft)) {
            continue;
        }
        if frame.kind == EventKind::Airstrike {
            people_of_the_place(doc, tree, &mut arguments, &places);
        }
        let Reality { modality, firm } = reality(tree, frame.kind, &site);
        let phase = (frame.kind == EventKind::CeaseFire).then(|| phase(tree, &site, modality));
        let definite = !reading.verb && site.words.iter().any(|word| tree.children(*word).any(|c| matches!(tree.low(c), "the" | "this" | "these" | "those" | "both") && tree.rel(c) == Rel::Det));
        let firm = !matches!(frame.kind, EventKind::Meeting | EventKind::Withdrawal | EventKind::VideoConference) || firm;
        let (reference, other) = reference(tree, &site);
        let mut mention = RawMention { kind: frame.kind, trigger, sentence: index, site, modality, phase, arguments, places, definite, reference, other, firm };
        if frame.kind == EventKind::VideoConference {
            mention.places.clear();
        } else if mention.places.is_empty() {
            mention.places.extend(nearby(doc, tree, frame.kind, &mention.site));
        }
        fill(doc, tree, frame.kind, &mention.site, &mut mention.arguments, &mention.places);
        return Some(mention);
    }
    None
}

/// People struck whom the text calls by no nation ("two villagers", "14 civilians") are those of the place.
fn people_of_the_place(doc: &Doc<'_>, tree: &Tree<'_>, arguments: &mut [Argument], places: &[Place]) {
    let Some(country) = places.iter().find_map(|place| doc.hits[place.hit].country()) else { return };
    for target in arguments.iter_mut().filter(|a| a.role == Role::Target && a.who.certainty == crate::actors::Certainty::Noun) {
        let words = tree.words_in(target.who.span);
        let named = words.clone().any(|w| tree.words[w].name > 0 || matches!(tree.low(w), "their" | "its" | "his" | "our"));
        let noun = words.rev().find_map(|w| agent_noun(tree, w));
        let of_group = matches!(target.who.code, Some(crate::code::ActorCode::Group(_)));
        let of_place = |noun: &crate::lexicon::Agent| noun.kind == AgentKind::Person && (noun.acts_for_state() || !noun.fights());
        if let Some(noun) = noun.filter(|noun| !named && !of_group && of_place(noun)) {
            target.who.code = Some(crate::actors::combine(&crate::code::ActorCode::State(country), Some(noun)));
        }
    }
}

/// The span of the trigger: a verb takes in its particle where that follows at once ("pulled out", but "pull troops out").
fn trigger_span(tree: &Tree<'_>, reading: &Reading, site: &Site, span: Span) -> Option<Span> {
    if reading.particle.is_empty() {
        // "pull" alone needs its particle.
        if reading.verb && tree.low(site.trigger()).starts_with("pull") {
            return tree.children(site.trigger()).any(|c| matches!(tree.low(c), "out" | "back" | "away")).then_some(span);
        }
        return Some(span);
    }
    let verb = site.trigger();
    let word = (verb + 1..tree.len().min(verb + 9)).find(|i| tree.low(*i) == reading.particle)?;
    // "pull his brigades out of Goma": nothing but the object between.
    let own = word == verb + 1 || tree.head(word).is_some_and(|head| head == verb || tree.head(head) == Some(verb)) || (verb + 1..word).all(|w| !tree.tag(w).is_verb() && !tree.tag(w).is_punct());
    if !own {
        return None;
    }
    Some(if word == verb + 1 { Span::new(span.start, tree.words[word].end as usize) } else { span })
}

/// Whether a word, or the last word of a name ("the Non-Proliferation Treaty"), stands in a list.
fn listed(tree: &Tree<'_>, list: &[&str], word: usize) -> bool {
    list.contains(&tree.low(word)) || tree.low(word).rsplit_once(' ').is_some_and(|(_, last)| list.contains(&last))
}

fn disqualified(tree: &Tree<'_>, frame: &Frame, site: &Site, words: std::ops::Range<usize>) -> bool {
    let trigger = site.trigger();
    if site.is_verb {
        let objects = tree
            .children(trigger)
            .filter(|c| matches!(tree.rel(*c), Rel::Obj | Rel::NsubjPass) || matches!(tree.rel(*c), Rel::Obl | Rel::Nmod) && matches!(tree.case(*c), "from" | "with" | "of" | "out" | "by"));
        return objects.flat_map(|o| tree.conjuncts(o)).any(|o| listed(tree, frame.not_of, o));
    }
    // Modifiers, the word right before (across a hyphen), and what it is part of ("strike force", "ceasefire line").
    let modified = tree.children(trigger).filter(|c| *c < words.start).any(|c| listed(tree, frame.not_with, c));
    let before = words.start.checked_sub(1).is_some_and(|b| listed(tree, frame.not_with, b) || tree.low(b) == "-" && b > 0 && frame.not_with.contains(&tree.low(b - 1)));
    let part_of = tree.is_premodifier(trigger)
        && tree.head(trigger).is_some_and(|head| {
            frame.not_with.contains(&tree.low(head))
                || matches!(tree.low(head), "force" | "group" | "room" | "rooms" | "place" | "hall" | "table" | "points" | "line" | "lines" | "capability" | "aircraft")
        });
    let complement = tree
        .prepositional(trigger)
        .filter(|(case, _)| matches!(*case, "from" | "of" | "over" | "in"))
        .any(|(_, c)| tree.conjuncts(c).into_iter().any(|c| listed(tree, frame.not_of, c)) && frame.kind == EventKind::Withdrawal);
    // "the High Negotiations Committee": part of a name.
    let named = tree.is_premodifier(trigger)
        && tree.raw(trigger).starts_with(char::is_uppercase)
        && tree.head(trigger).is_some_and(|head| tree.raw(head).starts_with(char::is_uppercase))
        && tree.words[trigger].start as usize > tree.span.start
        && frame.kind != EventKind::CeaseFire;
    // "on strike", "called off a strike": workers.
    let idle = frame.kind == EventKind::Airstrike
        && matches!(tree.low(trigger), "strike")
        && (trigger > 0 && tree.low(trigger - 1) == "on"
            || site.governor.is_some_and(|g| matches!(tree.low(g.word), "called" | "calls" | "calling" | "ended" | "staged" | "joined") && !tree.children(trigger).any(|c| tree.low(c) == "air")));
    modified || before || part_of || complement || named || idle
}
