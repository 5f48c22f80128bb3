//! What an expression cannot know by itself: the dates that its document told before it.

use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};

use super::calendar::DateRange;
use super::expression::DateExpression as E;
use super::find::DateMention;
use super::resolve::Anchor;
use super::units::{DateUnit, Direction, Precision, Relation};

/// A date expression with the days that it means.
///
/// ```
/// use sortie::date::{find_iter, resolve_all};
///
/// let text = "The town fell on March 27. Three days later, rebels counterattacked.";
/// let dates = resolve_all(text, find_iter(text), chrono::NaiveDate::from_ymd_opt(2016, 6, 9));
/// assert_eq!(dates[1].start.unwrap().to_string(), "2016-03-30");
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[non_exhaustive]
pub struct ResolvedDate {
    /// The expression and its place.
    pub mention: DateMention,
    /// The first day, where it can be told.
    pub start: Option<NaiveDate>,
    /// The last day, where it can be told.
    pub end: Option<NaiveDate>,
    /// How exactly the text tells it.
    pub precision: Precision,
}

/// The dates of one document, worked out in order.
///
/// Without a publication date only what is a full date by itself gets days.
///
/// ```
/// use sortie::date::{find_iter, resolve_all};
///
/// let text = "The truce of 5 June 2016 collapsed on Thursday.";
/// let dates = resolve_all(text, find_iter(text), None);
/// assert!(dates[0].start.is_some() && dates[1].start.is_none());
/// ```
pub fn resolve_all(
    text: &str,
    mentions: impl IntoIterator<Item = DateMention>,
    published: Option<NaiveDate>,
) -> Vec<ResolvedDate> {
    let mentions: Vec<DateMention> = mentions.into_iter().collect();
    let mut out = Vec::with_capacity(mentions.len());
    let Some(published) = published else {
        out.extend(mentions.into_iter().map(|mention| resolved(mention.expression.resolve_alone(), mention)));
        return out;
    };
    let history = is_history(&mentions, published);
    let mut walk = Walk { text, published, history, year: None, previous: None };
    for mention in mentions {
        let range = walk.step(&mention);
        out.push(resolved(range, mention));
    }
    out
}

fn resolved(range: Option<DateRange>, mention: DateMention) -> ResolvedDate {
    let precision = mention.expression.precision();
    ResolvedDate { start: range.map(|r| r.start), end: range.map(|r| r.end), precision, mention }
}

/// Whether the document tells a history: dates with years long past, and hardly any that are reckoned from its publication.
fn is_history(mentions: &[DateMention], published: NaiveDate) -> bool {
    let (mut old, mut deictic) = (0, 0);
    for mention in mentions {
        let told = |e: &E| match e {
            E::Date { date } => Some(date.year()),
            E::Month { year, .. } | E::Year { year } => Some(*year),
            _ => None,
        };
        old += usize::from(mention.expression.any(&|e| told(e).is_some_and(|year| year < published.year() - 1)));
        deictic += usize::from(mention.expression.any(&|e| {
            matches!(
                e,
                E::Weekday { .. } | E::Ago { .. } | E::Relative { unit: DateUnit::Day | DateUnit::Week, .. } | E::Weekend { .. }
                    | E::MonthOfYear { direction: Direction::Last | Direction::Next | Direction::This, .. }
            )
        }));
    }
    old >= 3 && old > 6 * deictic
}

/// The state of the walk through one document.
struct Walk<'t> {
    text: &'t str,
    published: NaiveDate,
    history: bool,
    /// The year and month of the last date with a year, and where it stood.
    year: Option<(i32, u32, usize)>,
    /// The last date, and where it stood.
    previous: Option<(DateRange, usize)>,
}

impl Walk<'_> {
    fn step(&mut self, mention: &DateMention) -> Option<DateRange> {
        let start = mention.span.start;
        let expression = self.in_its_year(mention);
        let previous = self.previous.filter(|(_, end)| self.history || sentences_apart(self.text, *end, start) <= 1);
        let anchor = Anchor { published: Some(self.published), previous: previous.map(|(range, _)| range) };
        let range = match &expression {
            // "on Tuesday, a day after rebels seized it": the rebels' day, reckoned back from Tuesday.
            E::Event { relation: Relation::After, count: Some(count), unit: Some(unit), .. }
                if self.previous.is_some_and(|(_, end)| self.text.get(end..start).is_some_and(|gap| gap.trim() == ",")) =>
            {
                let count = i32::try_from(*count).ok()?;
                E::Offset { count: -count, unit: *unit, of: None }.resolve_with(anchor)
            }
            expression => expression.resolve_with(anchor),
        };
        if let Some(range) = range {
            self.previous = Some((range, mention.span.end));
            let told = expression.any(&|e| matches!(e, E::Date { .. } | E::Month { .. } | E::Year { .. }) || matches!(e, E::Season { year: Some(_), .. }));
            if told || self.history {
                self.year = Some((range.start.year(), range.start.month(), mention.span.end));
            }
        }
        range
    }

    /// The expression with the year that the text before it gives, where that tells of the past.
    fn in_its_year(&self, mention: &DateMention) -> E {
        let expression = mention.expression.clone();
        let Some((year, month, end)) = self.year else { return expression };
        let background = self.history
            || year < self.published.year() - 1 && self.text.get(end..mention.span.start).is_some_and(|gap| !gap.contains("\n"));
        if background { expression.with_year(following_year(&mention.expression, year, month)) } else { expression }
    }
}

/// The year of a bare month or day that is told after this month of this year: the same, unless that would leap back far.
fn following_year(expression: &E, year: i32, month: u32) -> i32 {
    let own = match expression {
        E::DayOfMonth { month, .. } | E::MonthOfYear { month, .. } => month.number(),
        _ => return year,
    };
    if own + 7 < month { year.saturating_add(1) } else { year }
}

/// How many sentences end between two offsets.
fn sentences_apart(text: &str, from: usize, to: usize) -> usize {
    let Some(gap) = text.get(from..to) else { return 0 };
    let bytes = gap.as_bytes();
    let ends = |at: &usize| matches!(bytes[*at], b'.' | b'!' | b'?') && bytes.get(at + 1).is_none_or(|b| b.is_ascii_whitespace() || *b == b'"');
    (0..bytes.len()).filter(ends).count()
}
