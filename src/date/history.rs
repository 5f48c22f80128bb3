//! Documents that tell a history: their bare months and days belong to the year that is being told of.

use chrono::{Datelike, NaiveDate};

use super::expression::DateExpression as E;
use super::find::DateMention;
use super::units::{DateUnit, Direction};

/// The years that a document is about: those that it tells, but for a few far off.
#[derive(Debug, Clone)]
pub(super) struct Era {
    first: Option<i32>,
    from: i32,
    to: i32,
}

impl Era {
    /// The years of these mentions around their median, twice as wide as their middle half and at least ten each way.
    pub(super) fn of(mentions: &[DateMention]) -> Era {
        let years: Vec<i32> = mentions.iter().filter_map(|mention| year_told(&mention.expression)).collect();
        let mut sorted = years.clone();
        sorted.sort_unstable();
        if sorted.len() < 4 {
            return Era { first: years.first().copied(), from: i32::MIN, to: i32::MAX };
        }
        let at = |part: usize| sorted[sorted.len() * part / 4];
        let reach = (2 * (at(3) - at(1))).max(10);
        let (from, to) = (at(2) - reach, at(2) + reach);
        Era { first: years.iter().copied().find(|year| (from..=to).contains(year)), from, to }
    }

    /// The first year that it tells.
    pub(super) fn first(&self) -> Option<i32> {
        self.first
    }

    /// Whether the year is one that the document is about.
    pub(super) fn holds(&self, year: i32) -> bool {
        (self.from..=self.to).contains(&year)
    }
}

/// The year that an expression tells.
fn year_told(expression: &E) -> Option<i32> {
    expression.leaves().into_iter().find_map(|leaf| match leaf {
        E::Date { date } => Some(date.year()),
        E::Month { year, .. } | E::Year { year } => Some(*year),
        _ => None,
    })
}

/// Whether the document tells a history: dates with years long past, and hardly any that are reckoned from its publication.
///
/// `quoted` tells which of the mentions stand in a quotation, where "today" is the speaker's.
pub(super) fn is_history(mentions: &[DateMention], quoted: &[bool], published: NaiveDate) -> bool {
    let (mut old, mut deictic) = (0, 0);
    for (mention, quoted) in mentions.iter().zip(quoted) {
        let year = year_told(&mention.expression);
        old += usize::from(year.is_some_and(|year| year < published.year() - 1));
        deictic += usize::from(year == Some(published.year()));
        deictic += usize::from(
            !quoted
                && mention.expression.any(&|e| {
                    matches!(
                        e,
                        E::Weekday { .. }
                            | E::Ago { .. }
                            | E::Weekend { .. }
                            | E::Relative { unit: DateUnit::Day | DateUnit::Week, .. }
                            | E::MonthOfYear { direction: Direction::Last | Direction::Next | Direction::This, .. }
                    )
                }),
        );
    }
    // A long article on a death or an anniversary tells many old dates, but its news is of yesterday.
    if deictic == 0 { old >= 3 } else { old >= 10 && old > 4 * deictic }
}

/// For each mention, whether it stands between quotation marks; a paragraph begins outside of them.
pub(super) fn quoted(text: &str, mentions: &[DateMention]) -> Vec<bool> {
    let (mut at, mut open) = (0, false);
    let mut out = Vec::with_capacity(mentions.len());
    for mention in mentions {
        for c in text.get(at..mention.span.start).unwrap_or("").chars() {
            match c {
                '\n' => open = false,
                '"' => open = !open,
                '“' => open = true,
                '”' => open = false,
                _ => {}
            }
        }
        at = mention.span.start.max(at);
        out.push(open);
    }
    out
}
