//! The place of a mention that nothing ties to one: what else its sentence says of where.

use super::place::Place;
use super::place_names::{breadth, exact, place_noun, place_of};
use super::site::Site;
use crate::doc::Doc;
use crate::event::{EventKind, LocationRole};
use crate::gazetteer::{NameForm, NameKind};
use crate::lexicon::{VerbClass, verb};
use crate::names::Hit;
use crate::span::Span;
use crate::syntax::{Rel, Tag, Tree};

/// A place elsewhere in the sentence: after a locative preposition, nearest to the trigger; for strikes, any town or region.
pub(crate) fn nearby(doc: &Doc<'_>, tree: &Tree<'_>, kind: EventKind, site: &Site) -> Option<Place> {
    let trigger = site.trigger();
    if kind == EventKind::CeaseFire {
        return where_it_applies(doc, tree);
    }
    // A name in front of another noun ("the Kosovo summit", "the UK-France summit") is no place.
    let alone = |word: usize| {
        let modifies = || tree.tag(word + 1).is_noun() && tree.is_premodifier(word) && !place_noun(tree.low(word + 1)) && tree.words[word + 1].name == 0;
        word + 1 == tree.len() || tree.tag(word + 1) != Tag::Hyph && !modifies()
    };
    let nearest = |fits: &dyn Fn(usize) -> bool| {
        // Few words are places, and that is the cheapest to see.
        let named = (0..tree.len()).filter_map(|word| exact(doc, tree, word).map(|found| (word, found))).filter(|(word, _)| alone(*word) && fits(*word));
        let (_, found) = named.min_by_key(|(word, (hit, _))| (breadth(&doc.hits[*hit]) == 2, word.abs_diff(trigger)))?;
        let (hit, span) = inner(doc, tree, found.1).unwrap_or(found);
        Some(Place { role: LocationRole::At, span, hit })
    };
    match kind {
        // "flew to Oslo for talks"
        EventKind::Meeting => nearest(&|word| (located(tree, word) || travelled(tree, word, trigger)) && meets_there(doc, tree, trigger, word)),
        EventKind::Airstrike => nearest(&|word| located(tree, word) && !of_meeting(tree, word)).or_else(|| {
            nearest(&|word| {
                !of_meeting(tree, word)
                    && doc.hit(tree, word).is_some_and(|hit| hit.actor.is_none())
                    && preposition(tree, word).is_none_or(|at| !(matches!(tree.low(at), "from" | "to" | "by") || at > 0 && tree.low(at - 1) == "direction"))
            })
        }),
        _ => nearest(&|word| located(tree, word) && !of_meeting(tree, word)),
    }
}

/// The town named right before the region that it lies in: "Ed Daein, in East Darfur".
pub(super) fn inner(doc: &Doc<'_>, tree: &Tree<'_>, wide: Span) -> Option<(usize, Span)> {
    let first = tree.words_in(wide).start;
    let links = |word: &usize| tree.tag(*word) == Tag::Comma || matches!(tree.low(*word), "in" | "of" | "northern" | "southern" | "eastern" | "western" | "central");
    let between = (0..first).rev().take_while(links).take(3).count();
    let town = first.checked_sub(between + 1).filter(|_| between > 0)?;
    let wide = &doc.hits[doc.hit_index(tree, first)?];
    exact(doc, tree, town).filter(|(hit, _)| doc.hits[*hit].country() == wide.country() && breadth(&doc.hits[*hit]) < breadth(wide))
}

/// Whether something is said to be at a name: "in the northern city of Aleppo", "parts of Khartoum"; but nobody fights where a pact was "signed in Geneva".
fn located(tree: &Tree<'_>, word: usize) -> bool {
    let Some(at) = preposition(tree, word) else { return false };
    let before = at.checked_sub(1).map_or("", |before| tree.low(before));
    let signed = verb(before).is_some_and(|verb| verb.is_any(&[VerbClass::Say, VerbClass::Announce, VerbClass::Agree]) || verb.lemma == "sign");
    matches!(tree.low(at), "parts" | "outskirts" | "suburbs" | "areas")
        || !signed && matches!(tree.low(at), "in" | "at" | "near" | "around" | "outside" | "inside" | "across" | "throughout" | "within" | "on" | "over")
}

/// Whether a place is that of a meeting or a pact: "his talks with the minister in Geneva failed and jets struck".
fn of_meeting(tree: &Tree<'_>, word: usize) -> bool {
    const MEETINGS: &[&str] = &["meeting", "meetings", "talks", "summit", "conference", "negotiations", "agreement", "accord", "accords", "statement", "session"];
    tree.ancestors(word).take_while(|at| tree.tag(*at).is_noun()).any(|at| MEETINGS.contains(&tree.low(at)))
}

/// Whether somebody went there for the meeting.
fn travelled(tree: &Tree<'_>, word: usize, trigger: usize) -> bool {
    preposition(tree, word).is_some_and(|at| matches!(tree.low(at), "to" | "into")) && (word..trigger).any(|at| tree.low(at) == "for")
}

/// The word before the phrase that a name heads, read off the words: "in" of "in the city of Aleppo", "parts" of "parts of Khartoum".
fn preposition(tree: &Tree<'_>, word: usize) -> Option<usize> {
    let mut before = tree.chunk_start(word).checked_sub(1)?;
    while tree.low(before) == "of" && before > 0 && place_noun(tree.low(before - 1)) {
        if matches!(tree.low(before - 1), "parts" | "outskirts" | "suburbs" | "areas") {
            return Some(before - 1);
        }
        before = tree.chunk_start(before - 1).checked_sub(1)?;
    }
    Some(before)
}

/// Whether people meet at a place named elsewhere in their sentence: nothing between the two opens another clause or a topic.
pub(super) fn meets_there(doc: &Doc<'_>, tree: &Tree<'_>, trigger: usize, place: usize) -> bool {
    let behind = place > trigger;
    // "a summit which Angola convened in Luanda"
    let hangs = |word: usize| tree.head(word) == Some(trigger) && matches!(tree.rel(word), Rel::Acl | Rel::AclRelcl);
    if behind && tree.head(place).is_some_and(hangs) {
        return true;
    }
    let between = trigger.min(place) + 1..trigger.max(place);
    let open = between.clone().all(|word| {
        let low = tree.low(word);
        if tree.tag(word).is_verb() && !tree.is_premodifier(word) {
            return hangs(word)
                || matches!(low, "be" | "been" | "is" | "are" | "was" | "were" | "take" | "took" | "taken" | "taking" | "due" | "expected" | "scheduled" | "set" | "planned")
                || verb(low).is_some_and(|verb| verb.lemma != "keep" && verb.is_any(&[VerbClass::Hold, VerbClass::Attend, VerbClass::Aspect, VerbClass::Last]));
        }
        let relative = matches!(low, "that" | "which") && tree.head(word).is_some_and(hangs);
        relative || !matches!(low, "that" | "which" | "who" | "whose" | "because" | "while" | "but" | ";" | ":") && !matches!(low, "since" | "after" | "before") && (behind || low != "ahead")
    });
    open && !(behind && of_topic(doc, tree, trigger, place))
}

/// Whether a place stands in what a meeting is about: "talks on the situation in Aleppo". A town elsewhere is where they talk: "talks on Sudan in Jeddah".
pub(super) fn of_topic(doc: &Doc<'_>, tree: &Tree<'_>, trigger: usize, place: usize) -> bool {
    let topic = (trigger + 1..place).any(|word| {
        matches!(tree.low(word), "on" | "about" | "over" | "regarding" | "concerning" | "discuss" | "discussing" | "end" | "ending" | "resolve" | "resolving" | "ease" | "easing")
            && !tree.low(word + 1).ends_with("day")
            && tree.tag(word + 1) != Tag::Cd
            && crate::date::Month::ALL.iter().all(|month| month.to_string() != tree.low(word + 1))
    });
    topic && place_of(doc, tree, place).is_some_and(|(hit, _)| breadth(&doc.hits[hit]) > 0 || doc.hits[hit].country() == doc.theatre)
}

/// For a truce that names no place: the country of the war, where the sentence names it.
fn where_it_applies(doc: &Doc<'_>, tree: &Tree<'_>) -> Option<Place> {
    let theatre = doc.theatre?;
    let names = doc.hits_in(tree.span);
    // "a truce between Israel and Iran"
    let party = |word: usize| matches!(tree.case(tree.first_conjunct(word)), "between" | "with" | "by");
    let place = |hit: &Hit<'_>| hit.kind() == NameKind::State && hit.form() == NameForm::Name && hit.country() == Some(theatre);
    let index = names.iter().position(|hit| place(hit) && !tree.word_at(hit.span.start).is_some_and(party))?;
    let first = doc.hits.partition_point(|hit| hit.span.start < tree.span.start);
    Some(Place { role: LocationRole::At, span: names[index].span, hit: first + index })
}
