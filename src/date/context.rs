//! What an expression cannot know by itself: the dates that its document told before it.

use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};

use super::calendar::DateRange;
use super::expression::DateExpression as E;
use super::find::DateMention;
use super::history::{Era, is_history, quoted};
use super::resolve::Anchor;
use super::units::{DateUnit, Direction, Precision, Relation, Season};

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
pub fn resolve_all(text: &str, mentions: impl IntoIterator<Item = DateMention>, published: Option<NaiveDate>) -> Vec<ResolvedDate> {
    let mentions: Vec<DateMention> = mentions.into_iter().collect();
    let Some(published) = published else {
        return mentions.into_iter().map(|mention| resolved(mention.expression.resolve_alone(), mention)).collect();
    };
    let era = Era::of(&mentions);
    let quoted = quoted(text, &mentions);
    let history = is_history(&mentions, &quoted, published);
    let year = if history { era.first().map(|year| (year, 1, 0)) } else { None };
    let mut walk = Walk { text, published, era, history, year, previous: None, told: None };
    let steps = mentions.into_iter().zip(quoted);
    steps.map(|(mention, quoted)| resolved(walk.step(&mention, quoted), mention)).collect()
}

fn resolved(range: Option<DateRange>, mention: DateMention) -> ResolvedDate {
    let precision = mention.expression.precision();
    ResolvedDate { start: range.map(|r| r.start), end: range.map(|r| r.end), precision, mention }
}

/// The state of the walk through one document.
struct Walk<'t> {
    text: &'t str,
    published: NaiveDate,
    era: Era,
    history: bool,
    /// The year and month of the last date whose year is sure, and where it ended.
    year: Option<(i32, u32, usize)>,
    /// The last date, and where it ended.
    previous: Option<(DateRange, usize)>,
    /// The last year that was told, were it in passing.
    told: Option<i32>,
}

impl Walk<'_> {
    fn step(&mut self, mention: &DateMention, quoted: bool) -> Option<DateRange> {
        let (start, end) = (mention.span.start, mention.span.end);
        let before = self.previous.filter(|(_, end)| self.history || sentences_apart(self.text, *end, start) <= 1);
        let anchor = Anchor { published: Some(self.published), previous: before.map(|(range, _)| range) };
        let expression = self.in_its_time(mention, quoted, before);
        let range = match &expression {
            // "on Tuesday, a day after rebels seized it": the rebels' day, reckoned back from Tuesday.
            E::Event { relation: Relation::After, count: Some(count), unit: Some(unit), .. } if self.gap(self.previous.map(|(_, end)| end)?, start).trim() == "," => {
                let count = -i32::try_from(*count).ok()?;
                E::Offset { count, unit: *unit, of: None }.resolve_with(anchor)
            }
            // A time of the day belongs to the day that its sentence told, or to today.
            E::Clock { of: None, .. } => self.own_day(start),
            expression => expression.resolve_with(anchor),
        }?;
        if tells_year(&expression) {
            self.told = Some(range.start.year());
        }
        if !matches!(expression, E::Clock { of: None, .. }) {
            if (tells_year(&expression) || self.history) && !self.is_aside(&expression, range, start) {
                self.year = Some((range.start.year(), range.start.month(), end));
            }
            self.previous = Some((range, end));
        }
        Some(range)
    }

    /// The expression as it reads in the time that the text tells of.
    fn in_its_time(&self, mention: &DateMention, quoted: bool, before: Option<(DateRange, usize)>) -> E {
        let expression = mention.expression.clone();
        let start = mention.span.start;
        // "later in the day", "the end of the month": the one that is being told of.
        if let Some(unit) = bare_unit(mention.span.of(self.text))
            && expression.any(&|e| matches!(e, E::Relative { offset: 0, .. }))
            && let Some((range, told)) = before
        {
            let same = match unit {
                DateUnit::Day => range.len() == 1 && !self.gap(told, start).contains('\n'),
                _ => self.history,
            };
            if same {
                return expression.counted_from_previous();
            }
        }
        // "that April": of the year that was told last.
        if let (E::MonthOfYear { .. }, Some(year), true) = (&expression, self.told, self.gap(0, start).ends_with("that ")) {
            return expression.with_year(year);
        }
        let Some((year, month, told)) = self.year else { return expression };
        if self.history {
            return match &expression {
                // What a speaker of the past called "today" cannot be told.
                _ if quoted && is_deictic(&expression) => E::Vague { direction: Direction::Past },
                // A history dates its weekdays; its "past decade" isn't ours.
                E::Running { .. } | E::Weekday { .. } => E::Vague { direction: Direction::Past },
                E::DayNumber { day, .. } => match NaiveDate::from_ymd_opt(year, month, u32::from(*day)) {
                    Some(date) => E::Date { date },
                    None => expression,
                },
                _ => {
                    let year = following_year(&expression, year, month);
                    expression.with_year(year)
                }
            };
        }
        // In news only right after an old date: "In 1991 ... In March ..." within one paragraph.
        let old = year < self.published.year() - 1 && !self.is_since(told);
        if old && !self.gap(told, start).contains('\n') && sentences_apart(self.text, told, start) == 1 {
            let year = following_year(&expression, year, month);
            return expression.with_year(year);
        }
        expression
    }

    /// Whether a date only looks aside from the time that is being told of, so that what follows isn't reckoned from it.
    fn is_aside(&self, expression: &E, range: DateRange, start: usize) -> bool {
        let year = range.start.year();
        let backward = matches!(expression, E::Offset { count: ..0, unit, .. } if *unit >= DateUnit::Year);
        if backward || !self.era.holds(year) || matches!(expression, E::Since { .. } | E::Until { .. }) {
            return true;
        }
        if self.is_at_head(start) {
            return false;
        }
        // In the midst of a sentence: a bare year, or another year than the paragraph's.
        let bare = |e: &E| matches!(e, E::Year { .. });
        let years = bare(expression) || matches!(expression, E::Range { start, .. } if bare(start));
        let other = self.year.is_some_and(|(told, _, end)| (year < told || year > told + 1) && !self.gap(end, start).contains('\n'));
        years || other
    }

    /// Whether a date opens its sentence, but for a preposition.
    fn is_at_head(&self, start: usize) -> bool {
        let before = self.gap(0, start).trim_end();
        let word = before.rfind(|c: char| !c.is_alphabetic()).map_or(before, |at| before.get(at + 1..).unwrap_or(""));
        let head = if matches!(word, "In" | "On" | "By" | "During" | "of" | "in" | "during") { before.strip_suffix(word).unwrap_or(before) } else { before };
        head.ends_with('\n') || head.trim_end().is_empty() || head.trim_end().ends_with(['.', '!', '?'])
    }

    /// Whether the sentence of a date reaches from it to the present: "Since the war began in March 2011, ...".
    fn is_since(&self, told: usize) -> bool {
        let head: String = self.gap(0, told).chars().rev().take(120).take_while(|c| !matches!(c, '.' | '!' | '?' | '\n')).collect();
        head.trim_end().ends_with("ecniS")
    }

    /// The day of a clock time.
    fn own_day(&self, start: usize) -> Option<DateRange> {
        let day = self.previous.filter(|(range, _)| range.len() == 1);
        match day {
            Some((range, end)) if self.history || sentences_apart(self.text, end, start) <= 1 => Some(range),
            _ if self.history => None,
            _ => Some(DateRange::day(self.published)),
        }
    }

    fn gap(&self, from: usize, to: usize) -> &str {
        self.text.get(from..to).unwrap_or("")
    }
}

/// Whether the expression is reckoned from the day on which it is said.
fn is_deictic(expression: &E) -> bool {
    expression.any(&|e| matches!(e, E::Relative { .. } | E::Ago { .. } | E::Ahead { .. } | E::Running { .. } | E::Weekday { .. } | E::Weekend { .. }))
}

/// Whether the expression tells its year.
fn tells_year(expression: &E) -> bool {
    expression.any(&|e| matches!(e, E::Date { .. } | E::Month { .. } | E::Year { .. } | E::Season { year: Some(_), .. } | E::Quarter { year: Some(_), .. } | E::Half { year: Some(_), .. }))
}

/// The unit when the words end in "the day", "the month" and the like.
fn bare_unit(words: &str) -> Option<DateUnit> {
    let mut words = words.split_whitespace().rev();
    let (unit, the) = (words.next()?, words.next()?);
    let ordinal_day = unit == "day" && !matches!(the, "this" | "that");
    if !the.eq_ignore_ascii_case("the") && !ordinal_day {
        return None;
    }
    unit.parse().ok()
}

/// The year of a bare month or day that is told after this month of this year: the same, unless that would leap back far.
fn following_year(expression: &E, year: i32, month: u32) -> i32 {
    let (mut next, mut winter) = (false, false);
    for leaf in expression.leaves() {
        match leaf {
            E::DayOfMonth { month: own, .. } | E::MonthOfYear { month: own, .. } => next |= own.number() + 7 < month,
            E::Season { season: Season::Winter, .. } => winter |= month <= 2,
            _ => {}
        }
    }
    year.saturating_add(i32::from(next)).saturating_sub(i32::from(winter))
}

/// How many sentences end between two offsets.
fn sentences_apart(text: &str, from: usize, to: usize) -> usize {
    let Some(gap) = text.get(from..to) else { return 0 };
    let bytes = gap.as_bytes();
    let ends = |at: &usize| {
        matches!(bytes[*at], b'.' | b'!' | b'?') && bytes.get(at + 1).is_none_or(|b| b.is_ascii_whitespace() || *b == b'"')
            || bytes[*at] == b'\n' && bytes.get(at.wrapping_sub(1)).is_some_and(|b| !matches!(b, b'.' | b'!' | b'?' | b'\n' | b' '))
    };
    // More than a few is as good as many; this keeps long gaps cheap.
    (0..bytes.len()).filter(ends).take(3).count()
}
