//! The labels, and where in the text their triggers stand.

use std::error::Error;
use std::fs;
use std::path::Path;

use serde::Deserialize;
use sortie::{EventKind, Modality, Phase, Role, Span};

use crate::pairing::{ActorRef, Arguments, Labelled, PlaceRef};

/// The labels of one article.
#[derive(Debug, Deserialize)]
pub(crate) struct Labels {
    pub(crate) doc: String,
    mentions: Vec<Label>,
}

#[derive(Debug, Deserialize)]
struct Label {
    kind: EventKind,
    trigger: TriggerLabel,
    event: String,
    modality: Option<Modality>,
    phase: Option<Phase>,
    #[serde(default)]
    actors: Vec<ActorLabel>,
    location: Option<PlaceLabel>,
    date: Option<DateLabel>,
    #[serde(default)]
    sources: Vec<String>,
    #[serde(default)]
    unsure: bool,
}

/// Exact characters of the text, and which occurrence of them, from 1.
#[derive(Debug, Deserialize)]
struct TriggerLabel {
    text: String,
    nth: Option<usize>,
    start: Option<usize>,
    end: Option<usize>,
}

#[derive(Debug, Deserialize)]
struct ActorLabel {
    role: Role,
    text: String,
    code: Option<String>,
}

#[derive(Debug, Deserialize)]
struct PlaceLabel {
    text: String,
    country: Option<String>,
}

#[derive(Debug, Deserialize)]
struct DateLabel {
    start: Option<String>,
    end: Option<String>,
}

pub(crate) fn read(path: &Path) -> Result<Vec<Labels>, Box<dyn Error>> {
    let file = fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()))?;
    Ok(serde_json::from_str(&file).map_err(|error| format!("{}: {error}", path.display()))?)
}

/// The labelled mentions of an article, with their triggers found in its text.
pub(crate) fn placed(labels: &Labels, text: &str) -> Result<Vec<Labelled>, Box<dyn Error>> {
    labels
        .mentions
        .iter()
        .map(|label| {
            let trigger = characters(&label.trigger, text).ok_or_else(|| format!("{}: the text does not hold the trigger {:?}", labels.doc, label.trigger))?;
            Ok(Labelled { kind: label.kind, trigger, event: label.event.clone(), modality: label.modality, phase: label.phase, arguments: arguments(label), unsure: label.unsure })
        })
        .collect()
}

/// Where a trigger stands, in characters.
fn characters(trigger: &TriggerLabel, text: &str) -> Option<Span> {
    if let (Some(start), Some(end)) = (trigger.start, trigger.end) {
        return Some(Span::new(start, end));
    }
    let (start, found) = text.match_indices(&trigger.text).nth(trigger.nth.unwrap_or(1).checked_sub(1)?)?;
    Some(Span::from(Span::new(start, start + found.len()).to_chars(text)))
}

fn arguments(label: &Label) -> Arguments {
    Arguments {
        actors: label.actors.iter().map(|actor| ActorRef { role: actor.role, text: actor.text.clone(), code: actor.code.clone() }).collect(),
        place: label.location.iter().map(|place| PlaceRef { text: place.text.clone(), country: place.country.clone() }).collect(),
        date: label.date.iter().filter_map(|date| Some((date.start.clone()?, date.end.clone()))).collect(),
        sources: label.sources.clone(),
    }
}
