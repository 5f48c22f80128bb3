//! From mentions to events: which mentions tell of one happening, and what the event as a whole is.

use crate::event::{Actor, Event, EventDate, EventKind, Location, LocationRole, Mention, Modality, Phase, Source};
use crate::text::fold::fold;

/// A finished mention with its kind.
#[derive(Debug, Clone)]
pub(crate) struct Told {
    pub(crate) kind: EventKind,
    pub(crate) mention: Mention,
    /// How wide its first place is: 0 for a town, 2 for a state.
    pub(crate) breadth: u8,
    /// "the strikes", "the talks": told before.
    pub(crate) definite: bool,
    /// Whether the place itself says whether it happened; a bare noun does not ("the withdrawal").
    pub(crate) firm: bool,
}

/// The events of an article, in the order of their first mentions.
pub(crate) fn events(told: Vec<Told>) -> Vec<Event> {
    let mut groups: Vec<Vec<Told>> = Vec::new();
    for mention in told {
        let best = groups.iter().enumerate().filter_map(|(i, group)| Some((affinity(group, &mention)?, i))).max_by_key(|(score, i)| (*score, *i));
        match best {
            Some((_, i)) => groups[i].push(mention),
            None => groups.push(vec![mention]),
        }
    }
    groups.iter_mut().for_each(|group| settle(group));
    groups.into_iter().map(event).collect()
}

/// A bare noun is as real as the last mention before it that says so, or else the first after it: a withdrawal announced is still to
/// come when "the withdrawal" is spoken of next.
fn settle(group: &mut [Told]) {
    for i in 0..group.len() {
        // "were to meet, but the meeting was cancelled"
        let called_off = group[i].kind == EventKind::Meeting && group.get(i + 1).is_some_and(|next| next.mention.modality == Modality::Negated && next.mention.sentence == group[i].mention.sentence);
        if called_off && group[i].mention.modality == Modality::Planned {
            group[i].mention.modality = Modality::Negated;
        }
        if group[i].firm {
            continue;
        }
        let before = group[..i].iter().rev().find(|told| told.firm);
        let known = before.or_else(|| group[i + 1..].iter().find(|told| told.firm)).map(|told| told.mention.modality);
        if let Some(Modality::Planned | Modality::Hypothetical) = known {
            group[i].mention.modality = Modality::Planned;
        }
    }
}

/// How well a mention fits a group; `None` where it is another happening.
fn affinity(group: &[Told], mention: &Told) -> Option<i32> {
    if group[0].kind != mention.kind {
        return None;
    }
    let mut score = 0;
    let dates = |told: &Told| told.mention.date.as_ref().and_then(|date| Some((date.start?, date.end?)));
    // Two days that do not meet are two events (a cease-fire has a history, and stays one).
    if let Some(own) = dates(mention) {
        let mut known = group.iter().filter_map(dates).peekable();
        if known.peek().is_some() {
            if known.any(|(start, end)| own.0 <= end && start <= own.1) {
                score += 3;
            } else if mention.kind != EventKind::CeaseFire {
                return None;
            } else {
                score -= 2;
            }
        }
    }
    let places = |told: &Told| told.mention.locations.iter().filter(|place| place.role != LocationRole::To).map(|place| (fold(place.name.as_deref().unwrap_or(&place.text)), place.country, told.breadth)).next();
    if let Some((own, own_country, own_breadth)) = places(mention) {
        let known: Vec<_> = group.iter().filter_map(places).collect();
        if known.iter().any(|(name, _, _)| *name == own) {
            score += 3;
        } else if !known.is_empty() {
            // A town and its country go together; two towns, or two countries, do not.
            let within = known.iter().any(|(_, country, breadth)| *country == own_country && *breadth != own_breadth);
            if within {
                score += 1;
            } else if mention.kind == EventKind::CeaseFire {
                score -= 2;
            } else {
                return None;
            }
        }
    }
    let codes = |told: &Told| told.mention.actors.iter().filter(|actor| actor.role != crate::event::Role::Broker && actor.role != crate::event::Role::Target).filter_map(|actor| actor.code.clone()).collect::<Vec<_>>();
    let own = codes(mention);
    let known: Vec<_> = group.iter().flat_map(codes).collect();
    if !own.is_empty() && !known.is_empty() {
        let shared = own.iter().filter(|code| known.contains(code)).count();
        if shared == 0 {
            return None;
        }
        let conferring = matches!(mention.kind, EventKind::Meeting | EventKind::VideoConference);
        // Talks of A with B are not talks of A with C.
        if conferring && own.len() >= 2 && known.len() >= 2 && shared < own.len().min(known.len()).min(2) {
            return None;
        }
        score += 2 * shared as i32;
    } else if own.is_empty() && known.is_empty() {
        score += 1;
    }
    // One that happened and one that is only thought of are seldom the same.
    let last = &group[group.len() - 1];
    let real = |modality| matches!(modality, Modality::Actual);
    if real(last.mention.modality) != real(mention.mention.modality) && mention.kind != EventKind::CeaseFire && mention.kind != EventKind::Withdrawal {
        score -= 2;
    }
    if mention.definite {
        score += 2;
    }
    (score > 0).then_some(score)
}

fn event(group: Vec<Told>) -> Event {
    let kind = group[0].kind;
    let modality = group.iter().map(|told| told.mention.modality).min_by_key(|modality| rank(*modality)).unwrap_or(Modality::Actual);
    let phase = last_phase(&group);
    let mut actors: Vec<Actor> = Vec::new();
    let mut sources: Vec<Source> = Vec::new();
    let mut locations: Vec<(u8, Location)> = Vec::new();
    let mut date: Option<EventDate> = None;
    for told in &group {
        for actor in &told.mention.actors {
            let known = actors.iter().any(|a| a.role == actor.role && if actor.code.is_some() || a.code.is_some() { a.code == actor.code } else { fold(&a.text) == fold(&actor.text) });
            if !known {
                actors.push(actor.clone());
            }
        }
        for source in &told.mention.sources {
            if !sources.iter().any(|s| fold(&s.text) == fold(&source.text)) {
                sources.push(source.clone());
            }
        }
        for (i, place) in told.mention.locations.iter().enumerate() {
            let named = |p: &Location| fold(p.name.as_deref().unwrap_or(&p.text));
            if !locations.iter().any(|(_, p)| p.role == place.role && named(p) == named(place)) {
                locations.push((if i == 0 { told.breadth } else { told.breadth.max(1) }, place.clone()));
            }
        }
        if let Some(own) = &told.mention.date {
            let better = date.as_ref().is_none_or(|best| exactness(own) < exactness(best));
            if better {
                date = Some(own.clone());
            }
        }
    }
    locations.sort_by_key(|(breadth, place)| (place.role == LocationRole::To, *breadth));
    let locations = locations.into_iter().map(|(_, place)| place).collect();
    Event { kind, modality, phase, actors, locations, date, sources, mentions: group.into_iter().map(|told| told.mention).collect() }
}

/// The length of a date in days; unresolved ones last.
fn exactness(date: &EventDate) -> i64 {
    match (date.start, date.end) {
        (Some(start), Some(end)) => (end - start).num_days(),
        _ => i64::MAX,
    }
}

fn rank(modality: Modality) -> u8 {
    match modality {
        Modality::Actual => 0,
        Modality::Negated => 1,
        Modality::Planned => 2,
        Modality::Hypothetical => 3,
    }
}

/// The phase of the mention latest in time, else last in the text.
fn last_phase(group: &[Told]) -> Option<Phase> {
    let dated = group.iter().filter_map(|told| Some((told.mention.date.as_ref()?.start?, told.mention.phase?))).enumerate().max_by_key(|(i, (start, _))| (*start, *i)).map(|(_, (_, phase))| phase);
    dated.or_else(|| group.iter().rev().find_map(|told| told.mention.phase))
}
