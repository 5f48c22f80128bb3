//! What went wrong, a line each.

use std::fmt::Debug;

use clap::ValueEnum;
use sortie::Span;

use crate::agreement::{paired, same_actor, same_place, same_text};
use crate::clusters::shares;
use crate::pairing::{Labelled, Pair, Predicted};
use crate::report::coded;

/// The figures to which an error can belong.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Figure {
    Detection,
    Actor,
    Place,
    Date,
    Source,
    Modality,
    Phase,
    Events,
}

#[derive(Debug)]
pub(crate) struct Wrong {
    pub(crate) figure: Figure,
    pub(crate) message: String,
}

/// The errors of one article.
pub(crate) fn of(doc: &str, text: &str, pairs: &[Pair<'_>]) -> Vec<Wrong> {
    let mut wrong = Vec::new();
    for pair in pairs {
        let trigger = pair.gold().map(|gold| gold.trigger).or(pair.predicted().map(|mention| mention.trigger));
        let place = format!("{doc}: {}", trigger.map(|trigger| around(text, trigger)).unwrap_or_default());
        let mut error = |figure: Figure, said: String| {
            let name = format!("{figure:?}").to_uppercase();
            wrong.push(Wrong { figure, message: format!("{name:9} {:16} {place}  {said}", pair.kind()) });
        };
        match pair {
            Pair::Missed(_) => error(Figure::Detection, "missed".to_string()),
            Pair::False(_) => error(Figure::Detection, "false".to_string()),
            Pair::Found(gold, predicted) => {
                arguments(gold, predicted, &mut error);
                let (precision, recall) = shares(*pair, pairs);
                if precision.is_some_and(|share| share < 1.0) || recall.is_some_and(|share| share < 1.0) {
                    error(Figure::Events, format!("gold {} got {}", gold.event, predicted.event));
                }
            }
        }
    }
    wrong
}

fn arguments(gold: &Labelled, predicted: &Predicted, error: &mut impl FnMut(Figure, String)) {
    let (x, y) = (&gold.arguments, &predicted.arguments);
    compare(Figure::Actor, &coded(x), &coded(y), same_actor, error);
    compare(Figure::Place, &x.place, &y.place, same_place, error);
    compare(Figure::Date, &x.date, &y.date, |a, b| a == b, error);
    compare(Figure::Source, &x.sources, &y.sources, |a, b| same_text(a, b), error);
    if gold.modality != Some(predicted.modality) {
        error(Figure::Modality, format!("gold {:?} got {:?}", gold.modality, predicted.modality));
    }
    if gold.phase != predicted.phase {
        error(Figure::Phase, format!("gold {:?} got {:?}", gold.phase, predicted.phase));
    }
}

fn compare<T: Debug>(figure: Figure, gold: &[T], predicted: &[T], same: impl Fn(&T, &T) -> bool, error: &mut impl FnMut(Figure, String)) {
    if paired(gold, predicted, same) < gold.len().max(predicted.len()) {
        error(figure, format!("gold {gold:?} got {predicted:?}"));
    }
}

/// The trigger in brackets, with the text around it.
fn around(text: &str, trigger: Span) -> String {
    let part = |from: usize, to: usize| text.chars().skip(from).take(to.saturating_sub(from)).map(|c| if c == '\n' { ' ' } else { c }).collect::<String>();
    format!("{}[[{}]]{}", part(trigger.start.saturating_sub(60), trigger.start), part(trigger.start, trigger.end), part(trigger.end, trigger.end + 60))
}

/// A hash (FNV-1a) that no release of Rust changes.
pub(crate) fn mixed(message: &str) -> u64 {
    message.bytes().fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}
