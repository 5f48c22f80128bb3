//! Which predicted mention answers which labelled one.

use sortie::{Event, EventKind, LocationRole, Mention, Modality, Phase, Role, Span};

/// How many characters a predicted trigger may be longer than the labelled one.
const SLACK: usize = 16;

/// A mention as labelled; spans are in characters.
#[derive(Debug)]
pub(crate) struct Labelled {
    pub(crate) kind: EventKind,
    pub(crate) trigger: Span,
    pub(crate) event: String,
    pub(crate) modality: Option<Modality>,
    pub(crate) phase: Option<Phase>,
    pub(crate) arguments: Arguments,
    pub(crate) unsure: bool,
}

/// A mention as the library found it; spans are in characters.
#[derive(Debug)]
pub(crate) struct Predicted {
    pub(crate) kind: EventKind,
    pub(crate) trigger: Span,
    /// Which of the article's events it belongs to.
    pub(crate) event: usize,
    pub(crate) modality: Modality,
    pub(crate) phase: Option<Phase>,
    pub(crate) arguments: Arguments,
}

/// The scored arguments of a mention. The lists of place and date hold one at most.
#[derive(Debug)]
pub(crate) struct Arguments {
    pub(crate) actors: Vec<ActorRef>,
    pub(crate) place: Vec<PlaceRef>,
    pub(crate) date: Vec<(String, Option<String>)>,
    pub(crate) sources: Vec<String>,
}

#[derive(Debug, Clone)]
pub(crate) struct ActorRef {
    pub(crate) role: Role,
    pub(crate) text: String,
    pub(crate) code: Option<String>,
}

#[derive(Debug, Clone)]
pub(crate) struct PlaceRef {
    pub(crate) text: String,
    pub(crate) country: Option<String>,
}

/// A labelled mention with the predicted one that answers it, or either alone.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Pair<'m> {
    Found(&'m Labelled, &'m Predicted),
    Missed(&'m Labelled),
    False(&'m Predicted),
}

impl<'m> Pair<'m> {
    pub(crate) fn gold(self) -> Option<&'m Labelled> {
        match self {
            Pair::Found(gold, _) | Pair::Missed(gold) => Some(gold),
            Pair::False(_) => None,
        }
    }

    pub(crate) fn predicted(self) -> Option<&'m Predicted> {
        match self {
            Pair::Found(_, predicted) | Pair::False(predicted) => Some(predicted),
            Pair::Missed(_) => None,
        }
    }

    /// The labelled kind, for a false mention the predicted one.
    pub(crate) fn kind(self) -> EventKind {
        match self {
            Pair::Found(gold, _) | Pair::Missed(gold) => gold.kind,
            Pair::False(predicted) => predicted.kind,
        }
    }
}

/// The mentions of an article's events, in text order.
pub(crate) fn predictions(events: &[Event], text: &str) -> Vec<Predicted> {
    let mention = |event: usize, kind: EventKind, mention: &Mention| Predicted {
        kind,
        trigger: Span::from(mention.trigger.span.to_chars(text)),
        event,
        modality: mention.modality,
        phase: mention.phase,
        arguments: arguments(mention),
    };
    let mut found: Vec<Predicted> = events.iter().enumerate().flat_map(|(i, event)| event.mentions.iter().map(move |m| mention(i, event.kind, m))).collect();
    found.sort_by_key(|mention| mention.trigger.start);
    found
}

fn arguments(mention: &Mention) -> Arguments {
    let place = mention.locations.iter().find(|place| place.role != LocationRole::To);
    Arguments {
        actors: mention.actors.iter().map(|actor| ActorRef { role: actor.role, text: actor.text.clone(), code: actor.code.as_ref().map(ToString::to_string) }).collect(),
        place: place.map(|place| PlaceRef { text: place.text.clone(), country: place.country.map(|code| code.to_string()) }).into_iter().collect(),
        date: mention.date.iter().filter_map(|date| Some((date.start?.to_string(), date.end.map(|end| end.to_string())))).collect(),
        sources: mention.sources.iter().map(|source| source.text.clone()).collect(),
    }
}

/// Pairs greedily in text order, the sure labels first. What an unsure label answers to is dropped with it.
pub(crate) fn pairs<'m>(gold: &'m [Labelled], predicted: &'m [Predicted], kind: Option<EventKind>) -> Vec<Pair<'m>> {
    let mut used = vec![false; predicted.len()];
    let mut pairs = Vec::new();
    let (sure, unsure): (Vec<_>, Vec<_>) = gold.iter().partition(|label| !label.unsure);
    for label in sure.into_iter().chain(unsure) {
        let answer = (0..predicted.len()).find(|i| !used[*i] && answers(&predicted[*i], label));
        if let Some(i) = answer {
            used[i] = true;
        }
        if !label.unsure {
            pairs.push(answer.map_or(Pair::Missed(label), |i| Pair::Found(label, &predicted[i])));
        }
    }
    pairs.extend(predicted.iter().zip(used).filter(|(_, used)| !used).map(|(mention, _)| Pair::False(mention)));
    pairs.retain(|pair| kind.is_none_or(|kind| pair.kind() == kind));
    pairs
}

fn answers(predicted: &Predicted, label: &Labelled) -> bool {
    predicted.trigger.overlaps(label.trigger) && predicted.trigger.len() <= label.trigger.len() + SLACK && (predicted.kind == label.kind || label.unsure)
}
