//! What mentions of one article say of each other: doubles of one event, video meetings told of again, places and actors named a sentence
//! before.

use std::collections::HashSet;

use super::breadth;
use super::cast::{Cast, core};
use super::engine::RawMention;
use super::needs::over_video;
use super::place::Place;
use crate::doc::Doc;
use crate::event::{EventKind, LocationRole, Modality, Role};
use crate::gazetteer::NameForm;
use crate::span::Span;
use crate::syntax::{Rel, Tag, Tree};

/// How many triggers away a double can be.
const NEIGHBOURS: usize = 12;

/// One event in one clause has one trigger: the noun that names it ("will gather for talks", "summit meeting").
pub(super) fn drop_doubles(doc: &Doc<'_>, found: &mut Vec<RawMention>) {
    let mut drop = vec![false; found.len()];
    // Mentions stand in text order: those of one sentence are neighbours.
    for i in 0..found.len() {
        let sentence = found[i].sentence;
        let (first, last) = (i.saturating_sub(NEIGHBOURS), found.len().min(i + NEIGHBOURS));
        let from = found[first..i].iter().rposition(|m| m.sentence != sentence).map_or(first, |at| first + at + 1);
        let to = found[i..last].iter().position(|m| m.sentence != sentence).map_or(last, |at| i + at);
        for j in from..to {
            if i == j || drop[i] || drop[j] {
                continue;
            }
            let Some(tree) = doc.trees[found[i].sentence].as_ref() else { continue };
            let (a, b) = (&found[i], &found[j]);
            if a.trigger.overlaps(b.trigger) {
                drop[if a.trigger.len() >= b.trigger.len() { j } else { i }] = true;
                continue;
            }
            // A noun trigger that governs or modifies another of its kind: "summit meeting", "a round of talks".
            let same = a.kind.goes_with(b.kind);
            if same && !a.site.is_verb && !b.site.is_verb && tree.is_premodifier(a.site.trigger()) && tree.head(a.site.trigger()) == Some(b.site.trigger()) {
                drop[if a.kind == EventKind::VideoConference { j } else { i }] = true;
                continue;
            }
            // "walked or drove out"
            if a.kind == EventKind::Withdrawal
                && same
                && a.site.is_verb
                && b.site.is_verb
                && tree.rel(b.site.trigger()) == Rel::Conj
                && tree.head(b.site.trigger()) == Some(a.site.trigger())
                && b.site.trigger() == a.site.trigger() + 2
                && matches!(tree.low(a.site.trigger() + 1), "or" | "and")
            {
                drop[j] = true;
                continue;
            }
            // "will continue the discussion in a video call"
            if a.kind == EventKind::Meeting
                && b.kind == EventKind::VideoConference
                && !a.site.is_verb
                && !b.site.is_verb
                && a.site.governor.zip(b.site.governor).is_some_and(|(a, b)| a.word == b.word && a.rel == Rel::Obj && b.rel != Rel::Obj)
            {
                drop[i] = matches!(tree.case(b.site.trigger()), "in" | "by" | "via" | "over" | "during") && !matches!(tree.low(a.site.trigger()), "summit");
                continue;
            }
            // "an air strike hit the port": the noun names it.
            if a.kind == EventKind::Airstrike
                && b.kind == a.kind
                && a.site.is_verb
                && !b.site.is_verb
                && b.site.governor.is_some_and(|g| g.word == a.site.trigger() && matches!(g.rel, Rel::Nsubj | Rel::OblAgent))
            {
                drop[i] = true;
                continue;
            }
            if same && a.site.is_verb && !b.site.is_verb && b.site.governor.is_some_and(|g| g.word == a.site.trigger()) {
                // "met in closed session": the verb says it; "in preparation for the summit, ministers met": two meetings.
                if tree.low(b.site.trigger()) == "session" && a.kind == b.kind {
                    drop[j] = true;
                    continue;
                }
                let case = tree.case(b.site.trigger());
                if b.trigger.start < a.trigger.start && case == "for" {
                    continue;
                }
                let object = b.site.governor.is_some_and(|g| g.rel == Rel::Obj) && case.is_empty();
                // "X met Y at the summit": two meetings; "they met for talks": one.
                if a.kind == EventKind::CeaseFire {
                    drop[i] = true;
                    continue;
                }
                let partner = tree.child(a.site.trigger(), Rel::Obj).is_some_and(|o| o != b.site.trigger()) || tree.prepositional(a.site.trigger()).any(|(case, _)| case == "with");
                let named = match a.kind {
                    EventKind::Airstrike => matches!(case, "in" | "with" | "by"),
                    _ => object || matches!(case, "for" | "by" | "via" | "over" | "through") || matches!(case, "in" | "at" | "on") && !partner,
                };
                drop[i] |= named;
            }
        }
    }
    let mut index = 0;
    found.retain(|_| {
        index += 1;
        !drop[index - 1]
    });
}

/// Once it is said that they met over video, a bare "the meeting" or "the talks" later means that one.
pub(super) fn video_mentions(doc: &Doc<'_>, found: &mut [RawMention]) {
    // The sentence of the last of them, unless another meeting was told of since.
    let mut last: Option<usize> = None;
    for mention in found.iter_mut() {
        if mention.kind == EventKind::VideoConference {
            last = Some(mention.sentence);
        } else if mention.kind == EventKind::Meeting {
            let virtual_verb = doc.trees[mention.sentence].as_ref().is_some_and(|tree| over_video(tree, &mention.site));
            let bare = mention.definite && mention.arguments.is_empty() && mention.places.is_empty();
            if virtual_verb || bare && last.is_some_and(|sentence| mention.sentence - sentence <= 6) {
                mention.kind = EventKind::VideoConference;
                mention.places.clear();
            } else {
                last = None;
            }
        }
    }
}

/// A mention without a place takes one that its kind has elsewhere in the article and that is named beside it, that of the mention in the
/// sentence before, or what else tells where.
pub(super) fn inherit_places(doc: &Doc<'_>, found: &mut [RawMention]) {
    let known: HashSet<(EventKind, &str)> =
        found.iter().flat_map(|m| m.places.iter().filter(|place| place.role != LocationRole::To).filter_map(|place| Some((m.kind, doc.hits[place.hit].place?.name())))).collect();
    for i in 0..found.len() {
        // "Northern Shan. Fighters withdrew": a section's place, where the text tells none or only its country.
        let wider = |hit: usize| found[i].places.iter().all(|place| breadth(&doc.hits[place.hit]) == 2 && doc.hits[place.hit].country() == doc.hits[hit].country());
        if found[i].kind != EventKind::VideoConference
            && let Some(hit) = heading(doc, found[i].sentence).filter(|hit| wider(*hit))
        {
            found[i].places = vec![Place { role: LocationRole::At, span: doc.hits[hit].span, hit }];
        }
        if !found[i].places.is_empty() || found[i].kind == EventKind::VideoConference {
            continue;
        }
        let (before, rest) = found.split_at_mut(i);
        let mention = &mut rest[0];
        let told_of =
            |words: &dyn Fn(&Tree<'_>, usize) -> bool| doc.trees[mention.sentence].as_ref().is_some_and(|tree| mention.site.words.iter().any(|word| tree.children(*word).any(|c| words(tree, c))));
        // "That followed a summit": another one.
        let another = !mention.site.is_verb && told_of(&|tree, c| matches!(tree.low(c), "a" | "an" | "another"));
        let own = doc.sentences[mention.sentence].span;
        if let Some(hit) = named_again(doc, mention.kind, &known, own) {
            mention.places.push(Place { role: LocationRole::At, span: doc.hits[hit].span, hit });
            continue;
        }
        let theirs = told_of(&|tree, c| tree.tag(c) == Tag::PrpPoss);
        let told = matches!(mention.modality, Modality::Actual | Modality::Planned) || mention.definite || theirs;
        let elsewhere = doc.hits_in(own).iter().any(|hit| hit.place.is_some() && hit.actor.is_none());
        let previous = recent(before, mention.sentence).filter(|_| !another).find(|m| m.kind == mention.kind && !m.places.is_empty());
        if let Some(previous) = previous.filter(|_| told && !elsewhere || mention.definite || mention.kind == EventKind::Withdrawal) {
            mention.places = previous.places.clone();
            continue;
        }
        let previous = doc.previous_sentence(mention.sentence).and_then(|previous| named_again(doc, mention.kind, &known, doc.sentences[previous].span));
        if let Some(hit) = previous.filter(|_| told && !elsewhere) {
            mention.places.push(Place { role: LocationRole::At, span: doc.hits[hit].span, hit });
            continue;
        }
        // "the talks" in a report from Beijing are those in Beijing.
        if mention.kind == EventKind::Meeting
            && mention.definite
            && mention.modality == Modality::Actual
            && let Some(hit) = doc.dateline_place()
        {
            mention.places.push(Place { role: LocationRole::At, span: doc.hits[hit].span, hit });
        }
    }
}

/// The place that stands alone in the sentence before, as the head of a section: "Northern Shan."
fn heading(doc: &Doc<'_>, sentence: usize) -> Option<usize> {
    const AROUND: &[&str] = &["and", "the", "northern", "southern", "eastern", "western", "central", "north", "south", "east", "west"];
    let span = doc.sentences[sentence.checked_sub(1)?].span;
    let hits = doc.hits_in(span);
    let named = hits.iter().position(|hit| hit.place.is_some() && !hit.is_adjective())?;
    let mut words = span.of(doc.text).split(|c: char| !c.is_alphanumeric() && c != '-').filter(|word| !word.is_empty()).take(10);
    let alone = words.all(|word| AROUND.contains(&word.to_lowercase().as_str()) || hits.iter().any(|hit| hit.span.of(doc.text).contains(word)));
    alone.then(|| doc.hits.partition_point(|hit| hit.span.start < span.start) + named)
}

/// The mentions of a sentence and the one before, last first.
fn recent(before: &[RawMention], sentence: usize) -> impl Iterator<Item = &RawMention> {
    before.iter().rev().take_while(move |mention| sentence - mention.sentence <= 1)
}

/// A name in `span` of a place where the article has events of that kind.
fn named_again(doc: &Doc<'_>, kind: EventKind, known: &HashSet<(EventKind, &str)>, span: Span) -> Option<usize> {
    let from = doc.hits.partition_point(|hit| hit.span.start < span.start);
    let again = |hit: &crate::names::Hit<'_>| {
        // A state acts too: only that of the war is a place without more ado.
        let stands = hit.actor.is_none() || kind != EventKind::Meeting && hit.form() == NameForm::Name && hit.country() == doc.theatre;
        stands && hit.place.is_some_and(|place| known.contains(&(kind, place.name())))
    };
    doc.hits_in(span).iter().position(again).map(|i| from + i)
}

/// A mention that names nobody in a role takes those of the mention of its kind before it (in its own sentence or the one before), else
/// those of the cast whom its own sentence names, else those whom the sentence before names.
pub(super) fn inherit_arguments(doc: &Doc<'_>, found: &mut [RawMention]) {
    let cast = Cast::of(doc, found);
    for i in 0..found.len() {
        let (before, rest) = found.split_at_mut(i);
        let mention = &mut rest[0];
        cast.flag(doc, mention);
        from_previous(doc, before, mention);
        let empty = |mention: &RawMention| !mention.arguments.iter().any(|a| a.role == core(mention.kind));
        for sentence in std::iter::once(mention.sentence).chain(doc.previous_sentence(mention.sentence)) {
            if empty(mention) {
                let named = cast.named_in(doc, mention, sentence);
                mention.arguments.extend(named);
            }
        }
    }
}

/// The arguments of the mention of its kind before it, where a mention has none of its own.
fn from_previous(doc: &Doc<'_>, before: &[RawMention], mention: &mut RawMention) {
    let Some(previous) = recent(before, mention.sentence).find(|m| m.kind == mention.kind) else { return };
    if doc.sentences[previous.sentence].kind == crate::text::SentenceKind::Furniture || !(mention.definite || mention.site.is_verb) {
        return;
    }
    // Who struck may be left out where it is said who was hit ("the strikes killed nine").
    let groups: &[&[Role]] = match mention.kind {
        EventKind::Airstrike if mention.site.is_verb => &[&[Role::Agent, Role::Target]],
        EventKind::Airstrike => &[&[Role::Agent], &[Role::Target]],
        EventKind::CeaseFire => &[&[Role::Party]],
        EventKind::Withdrawal => &[&[Role::Agent]],
        _ => &[&[Role::Participant]],
    };
    let nobody = !mention.arguments.iter().any(|a| groups.iter().any(|roles| roles.contains(&a.role)));
    for roles in groups {
        // What was hit is told anew each time.
        if !nobody && roles.contains(&Role::Target) {
            continue;
        }
        if !mention.arguments.iter().any(|a| roles.contains(&a.role)) {
            mention.arguments.extend(previous.arguments.iter().filter(|a| roles.contains(&a.role)).cloned());
        }
    }
}
