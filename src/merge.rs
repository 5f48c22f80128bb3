//! From mentions to events: which mentions tell of one happening, and what the event as a whole is.

use chrono::NaiveDate;

use crate::code::{ActorCode, CountryCode};
use crate::event::{Actor, Event, EventDate, EventKind, Location, LocationRole, Mention, Modality, Phase, Role, Source};
use crate::frames::Reference;
use crate::text::fold::fold;

/// A finished mention with its kind.
#[derive(Debug, Clone)]
pub(crate) struct Told {
    pub(crate) kind: EventKind,
    pub(crate) mention: Mention,
    /// How wide its first place is: 0 for a town, 2 for a state.
    pub(crate) breadth: u8,
    pub(crate) reference: Reference,
    /// "another strike", "the next meeting": none of those told of.
    pub(crate) other: bool,
    /// It stands in the headline.
    pub(crate) headline: bool,
    /// Whether the place itself says whether it happened; a bare noun does not ("the withdrawal").
    pub(crate) firm: bool,
}

/// The events of an article, in the order of their first mentions.
pub(crate) fn events(mut told: Vec<Told>) -> Vec<Event> {
    call_off(&mut told);
    let mut groups: Vec<Group> = Vec::new();
    for mention in told {
        let facts = Facts::of(&mention);
        let recent = groups.len().saturating_sub(RECENT);
        let best = groups.iter().enumerate().skip(recent).filter_map(|(i, group)| Some((affinity(group, &mention, &facts)?, group.last(), i))).max();
        match best {
            Some((_, _, i)) => groups[i].add(mention, facts),
            None => groups.push(Group { told: vec![mention], facts }),
        }
    }
    groups
        .into_iter()
        .map(|mut group| {
            settle(&mut group.told);
            event(group.told)
        })
        .collect()
}

/// "were to meet, but the meeting was cancelled": what was planned is negated where its sentence says so.
fn call_off(told: &mut [Told]) {
    for i in 1..told.len() {
        let (before, after) = told.split_at_mut(i);
        let (Some(plan), Some(next)) = (before.last_mut(), after.first()) else { continue };
        let same = plan.kind == EventKind::Meeting && next.kind == plan.kind && next.mention.sentence == plan.mention.sentence;
        if same && plan.mention.modality == Modality::Planned && next.mention.modality == Modality::Negated {
            plan.mention.modality = Modality::Negated;
        }
    }
}

/// Only so many of the last events can a mention belong to, so that time stays linear on any input.
const RECENT: usize = 64;

/// Mentions of one happening, and what they say of it.
struct Group {
    told: Vec<Told>,
    facts: Facts,
}

/// What mentions are compared by.
#[derive(Default)]
struct Facts {
    dates: Vec<(NaiveDate, NaiveDate)>,
    places: Vec<(String, Option<CountryCode>, u8)>,
    actors: Vec<ActorCode>,
    targets: Vec<ActorCode>,
    /// What it is called.
    stems: Vec<String>,
    /// Told outside the headline.
    body: bool,
}

impl Facts {
    fn of(told: &Told) -> Facts {
        let mention = &told.mention;
        let codes = |target: bool| mention.actors.iter().filter(|actor| actor.role != Role::Broker && (actor.role == Role::Target) == target).filter_map(|actor| actor.code.clone()).collect();
        let place = mention.locations.iter().find(|place| place.role != LocationRole::To);
        Facts {
            dates: mention.date.as_ref().and_then(|date| date.start.zip(date.end)).into_iter().collect(),
            places: place.map(|place| (fold(place.name.as_deref().unwrap_or(&place.text)), place.country, told.breadth)).into_iter().collect(),
            actors: codes(false),
            targets: codes(true),
            stems: vec![stem(told)],
            body: !told.headline,
        }
    }
}

impl Group {
    /// Where it was last spoken of.
    fn last(&self) -> usize {
        self.told.last().map_or(0, |told| told.mention.trigger.span.start)
    }

    fn add(&mut self, mention: Told, facts: Facts) {
        fn extend<T: PartialEq>(own: &mut Vec<T>, more: Vec<T>) {
            for fact in more {
                if !own.contains(&fact) {
                    own.push(fact);
                }
            }
        }
        extend(&mut self.facts.dates, facts.dates);
        extend(&mut self.facts.places, facts.places);
        extend(&mut self.facts.actors, facts.actors);
        extend(&mut self.facts.targets, facts.targets);
        extend(&mut self.facts.stems, facts.stems);
        self.facts.body |= facts.body;
        self.told.push(mention);
    }
}

/// A bare noun is as real as the last mention before it that says so, or else the first after it: a withdrawal announced is still to
/// come when "the withdrawal" is spoken of next.
fn settle(group: &mut [Told]) {
    let mut known = group.iter().find(|told| told.firm).map(|told| told.mention.modality);
    for told in group {
        if told.firm {
            known = Some(told.mention.modality);
        } else if let Some(Modality::Planned | Modality::Hypothetical) = known {
            told.mention.modality = Modality::Planned;
        }
    }
}

/// How well a mention fits a group; `None` where it is another happening.
fn affinity(group: &Group, mention: &Told, own: &Facts) -> Option<i32> {
    let last = group.told.last()?;
    if last.kind != mention.kind {
        return None;
    }
    let known = mention.reference == Reference::Known;
    let mut score = habit(mention.kind) + same_time(group, mention, own)? + same_place(group, mention, own)? + same_people(group, mention, own)?;
    score += match mention.reference {
        Reference::Known => 2,
        Reference::Theirs => 1,
        Reference::Bare => 0,
        Reference::New => -1,
        // A clause tells of something new.
        Reference::Told => -2,
    };
    if mention.other {
        score -= 3;
    }
    // "The summit" is one that was called so.
    if known && own.stems.iter().any(|stem| group.facts.stems.contains(stem)) {
        score += 2;
    }
    // One that happened and one that is only thought of are seldom the same.
    let real = |told: &Told| told.mention.modality == Modality::Actual;
    if real(last) != real(mention) {
        let process = matches!(mention.kind, EventKind::CeaseFire | EventKind::Withdrawal);
        score -= i32::from(mention.firm && !(process && known));
    }
    // What stands close by is told together.
    if mention.mention.sentence.start.saturating_sub(last.mention.sentence.end) < NEAR {
        score += 1;
    }
    // The first paragraphs say again what the headline says.
    if mention.mention.trigger.span.start < LEAD && !group.facts.body {
        score += 3;
    }
    (score > 1).then_some(score)
}

/// How far the sentence before reaches, in bytes.
const NEAR: usize = 200;

/// How far the first paragraphs reach, in bytes.
const LEAD: usize = 900;

/// How readily two mentions of a kind are one event: an article has one withdrawal or truce, and many strikes.
fn habit(kind: EventKind) -> i32 {
    match kind {
        EventKind::Airstrike => -1,
        EventKind::Meeting | EventKind::VideoConference => 0,
        EventKind::CeaseFire => 1,
        EventKind::Withdrawal => 2,
    }
}

/// The last word of a trigger without its endings: "air strikes" and "strike".
fn stem(told: &Told) -> String {
    let folded = fold(&told.mention.trigger.text);
    let word = folded.rsplit(' ').next().unwrap_or_default().replace('-', "");
    for ending in ["ings", "ing", "ed", "s"] {
        if let Some(stem) = word.strip_suffix(ending).filter(|stem| stem.len() > 3) {
            return stem.to_string();
        }
    }
    word
}

/// Two days that do not meet are two events; but a truce has a history, and stays one.
fn same_time(group: &Group, mention: &Told, own: &Facts) -> Option<i32> {
    let Some((start, end)) = own.dates.first() else { return Some(0) };
    let dates = &group.facts.dates;
    let known = mention.reference == Reference::Known;
    if dates.is_empty() {
        return Some(0);
    }
    // "hundreds of raids since 2013" is a series, "a raid on 10 June" one of it.
    let long = |from: &NaiveDate, to: &NaiveDate| (*to - *from).num_days() > 31;
    if mention.kind == EventKind::Airstrike && !known && dates.iter().all(|(from, to)| long(from, to) != long(start, end)) {
        return None;
    }
    if dates.contains(&(*start, *end)) {
        Some(3)
    } else if dates.iter().any(|(from, to)| start <= to && from <= end) {
        Some(2)
    } else if mention.kind == EventKind::CeaseFire {
        Some(if known { -2 } else { -4 })
    } else {
        None
    }
}

/// Two towns, or two countries, are two events; a town and its country go together.
fn same_place(group: &Group, mention: &Told, own: &Facts) -> Option<i32> {
    let Some((name, country, breadth)) = own.places.first() else { return Some(0) };
    let places = &group.facts.places;
    if places.is_empty() {
        Some(0)
    } else if places.iter().any(|(other, _, _)| other == name) {
        // All of a war is in its country.
        Some(if *breadth < 2 { 3 } else { 1 })
    } else if places.iter().any(|(_, other, other_breadth)| other == country && other_breadth != breadth) {
        Some(1)
    } else if mention.kind == EventKind::CeaseFire {
        Some(-2)
    } else {
        None
    }
}

/// Talks of A with B are not talks of A with C; but those who strike, strike often.
fn same_people(group: &Group, mention: &Told, own: &Facts) -> Option<i32> {
    let facts = &group.facts;
    let known = mention.reference == Reference::Known;
    let shared = own.actors.iter().filter(|code| facts.actors.contains(code)).count();
    let mut score = 0;
    if own.actors.is_empty() && facts.actors.is_empty() {
        score += 1;
    } else if !own.actors.is_empty() && !facts.actors.is_empty() {
        let other_partner = mention.kind.confers() && own.actors.len() >= 2 && facts.actors.len() >= 2 && shared < 2;
        score += match mention.kind {
            _ if shared == 0 || other_partner => {
                if !known {
                    return None;
                }
                -3
            }
            EventKind::Airstrike => 0,
            _ if mention.kind.confers() && shared >= 2 => 2,
            _ => 1,
        };
    }
    if !own.targets.is_empty() && !facts.targets.is_empty() {
        if own.targets.iter().any(|code| facts.targets.contains(code)) {
            score += 1;
        } else if !known {
            score -= 2;
        }
    }
    Some(score)
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
