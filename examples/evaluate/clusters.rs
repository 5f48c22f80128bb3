//! B-cubed: whether mentions of one event stand together, and those of two apart.

use crate::pairing::Pair;
use crate::tally::{Scores, ratio};

/// The precision and recall of every mention, over all articles.
#[derive(Debug, Default)]
pub(crate) struct Clusters {
    precision: Vec<f64>,
    recall: Vec<f64>,
}

impl Clusters {
    /// Adds an article. A missed mention costs recall, a false one precision.
    pub(crate) fn add(&mut self, pairs: &[Pair<'_>]) {
        for pair in pairs {
            let (precision, recall) = shares(*pair, pairs);
            self.precision.extend(precision);
            self.recall.extend(recall);
        }
    }

    pub(crate) fn scores(&self) -> Scores {
        let mean = |values: &[f64]| ratio(values.iter().sum(), values.len() as f64);
        Scores { precision: mean(&self.precision), recall: mean(&self.recall), gold: self.recall.len() }
    }
}

/// Which share of the predicted event, and of the labelled one, belongs with this mention.
pub(crate) fn shares(pair: Pair<'_>, pairs: &[Pair<'_>]) -> (Option<f64>, Option<f64>) {
    let (gold, predicted) = (pair.gold().map(|gold| &gold.event), pair.predicted().map(|mention| mention.event));
    let in_gold = |other: &&Pair<'_>| gold.is_some() && other.gold().map(|gold| &gold.event) == gold;
    let in_predicted = |other: &&Pair<'_>| predicted.is_some() && other.predicted().map(|mention| mention.event) == predicted;
    let both = pairs.iter().filter(in_gold).filter(in_predicted).count() as f64;
    let share = |size: usize| ratio(both, size as f64);
    (predicted.map(|_| share(pairs.iter().filter(in_predicted).count())), gold.map(|_| share(pairs.iter().filter(in_gold).count())))
}
