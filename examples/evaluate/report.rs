//! The table of figures.

use std::fmt;

use sortie::EventKind;

use crate::agreement::{paired, same_actor, same_actor_text, same_place, same_text};
use crate::clusters::Clusters;
use crate::pairing::{ActorRef, Arguments, Pair};
use crate::tally::{Scores, Tally};

/// The figures whose mean is the overall one.
const MAIN: &[&str] = &["detection", "actor", "place", "date", "source", "modality", "events"];

/// What was right so far.
#[derive(Debug)]
pub(crate) struct Report {
    detection: Vec<(EventKind, Tally)>,
    actor: Tally,
    actor_text: Tally,
    place: Tally,
    date: Tally,
    source: Tally,
    speaker: Tally,
    modality: Tally,
    phase: Tally,
    events: Clusters,
}

impl Default for Report {
    fn default() -> Report {
        let none = Tally::default();
        Report {
            detection: EVENT_KINDS.iter().map(|kind| (*kind, none)).collect(),
            actor: none,
            actor_text: none,
            place: none,
            date: none,
            source: none,
            speaker: none,
            modality: none,
            phase: none,
            events: Clusters::default(),
        }
    }
}

/// The kinds in the order of the table.
const EVENT_KINDS: &[EventKind] = &[EventKind::Airstrike, EventKind::VideoConference, EventKind::Meeting, EventKind::CeaseFire, EventKind::Withdrawal];

impl Report {
    /// Adds an article.
    pub(crate) fn add(&mut self, pairs: &[Pair<'_>]) {
        for pair in pairs {
            self.add_pair(*pair);
        }
        self.events.add(pairs);
    }

    fn add_pair(&mut self, pair: Pair<'_>) {
        let (gold, predicted) = (pair.gold(), pair.predicted());
        if let Some((_, tally)) = self.detection.iter_mut().find(|(kind, _)| *kind == pair.kind()) {
            count(tally, gold.map(|_| ()), predicted.map(|_| ()));
        }
        let (of_gold, of_predicted) = (gold.map(|gold| &gold.arguments), predicted.map(|mention| &mention.arguments));
        add(&mut self.actor, of_gold, of_predicted, coded, same_actor);
        add(&mut self.actor_text, of_gold, of_predicted, |arguments| arguments.actors.clone(), same_actor_text);
        add(&mut self.place, of_gold, of_predicted, |arguments| arguments.place.clone(), same_place);
        add(&mut self.date, of_gold, of_predicted, |arguments| arguments.date.clone(), |a, b| a == b);
        add(&mut self.source, of_gold, of_predicted, |arguments| arguments.sources.clone(), |a, b| same_text(a, b));
        add(&mut self.speaker, of_gold, of_predicted, |arguments| arguments.sources.iter().take(1).cloned().collect(), |a, b| same_text(a, b));
        count(&mut self.modality, gold.and_then(|gold| gold.modality), predicted.map(|mention| mention.modality));
        count(&mut self.phase, gold.and_then(|gold| gold.phase), predicted.and_then(|mention| mention.phase));
    }

    fn rows(&self) -> Vec<(String, Scores)> {
        let mut rows = vec![("detection".to_string(), self.detection.iter().map(|(_, tally)| *tally).sum::<Tally>().scores())];
        rows.extend(self.detection.iter().map(|(kind, tally)| (format!("  {kind}"), tally.scores())));
        let others = [
            ("actor", &self.actor),
            ("actor text", &self.actor_text),
            ("place", &self.place),
            ("date", &self.date),
            ("source", &self.source),
            ("speaker", &self.speaker),
            ("modality", &self.modality),
            ("phase", &self.phase),
        ];
        rows.extend(others.into_iter().map(|(name, tally)| (name.to_string(), tally.scores())));
        rows.push(("events".to_string(), self.events.scores()));
        rows
    }
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let rows = self.rows();
        writeln!(f, "{:20}{:>10}{:>10}{:>8}{:>7}", "", "precision", "recall", "F1", "gold")?;
        for (name, scores) in &rows {
            writeln!(f, "{name:20}{:10.3}{:10.3}{:8.3}{:7}", scores.precision, scores.recall, scores.f1(), scores.gold)?;
        }
        let main: f64 = rows.iter().filter(|(name, _)| MAIN.contains(&name.as_str())).map(|(_, scores)| scores.f1()).sum();
        writeln!(f, "{:20}{:20}{:8.3}    (mean of {})", "overall", "", main / MAIN.len() as f64, MAIN.join(", "))
    }
}

/// The actors that have a code.
pub(crate) fn coded(arguments: &Arguments) -> Vec<ActorRef> {
    arguments.actors.iter().filter(|actor| actor.code.is_some()).cloned().collect()
}

/// Counts what `list` picks from the arguments.
fn add<T>(tally: &mut Tally, gold: Option<&Arguments>, predicted: Option<&Arguments>, list: impl Fn(&Arguments) -> Vec<T>, same: impl Fn(&T, &T) -> bool) {
    let (gold, predicted) = (gold.map(&list).unwrap_or_default(), predicted.map(&list).unwrap_or_default());
    tally.add(paired(&gold, &predicted, same), gold.len(), predicted.len());
}

/// Counts one thing that may be there or not.
fn count<T: PartialEq>(tally: &mut Tally, gold: Option<T>, predicted: Option<T>) {
    let right = gold.is_some() && gold == predicted;
    tally.add(usize::from(right), usize::from(gold.is_some()), usize::from(predicted.is_some()));
}
