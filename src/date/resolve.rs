//! From an expression to the days that it means.

use chrono::{Datelike, NaiveDate};

use super::calendar::{DateRange, add_days, days_since, months, season, shift, unit_of, years};
use super::expression::DateExpression;
use super::units::{DateUnit, Direction, Part, Precision, Season};

use DateExpression as E;

/// What an expression is reckoned from.
///
/// ```
/// use chrono::NaiveDate;
/// use sortie::date::{Anchor, DateExpression, DateRange, DateUnit};
///
/// let day = |d| NaiveDate::from_ymd_opt(2016, 3, d).unwrap();
/// // "a day earlier"
/// let earlier = DateExpression::Offset { count: -1, unit: DateUnit::Day, of: None };
/// let anchor = Anchor { published: None, previous: Some(DateRange::day(day(27))) };
/// assert_eq!(earlier.resolve_with(anchor), Some(DateRange::day(day(26))));
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct Anchor {
    /// The publication date.
    pub published: Option<NaiveDate>,
    /// The date that the text told before.
    pub previous: Option<DateRange>,
}

impl DateExpression {
    /// The days that it means in an article published on this day.
    ///
    /// `None` for what has no calendar value, or is counted from another date of the text; for the latter see
    /// [`resolve_all`](crate::date::resolve_all).
    ///
    /// ```
    /// use chrono::NaiveDate;
    /// use sortie::date::{DateExpression, DateUnit};
    ///
    /// let last_week = DateExpression::Relative { unit: DateUnit::Week, offset: -1 };
    /// let range = last_week.resolve(NaiveDate::from_ymd_opt(2016, 6, 9).unwrap()).unwrap();
    /// assert_eq!((range.start.to_string(), range.end.to_string()), ("2016-05-30".into(), "2016-06-05".into()));
    /// assert_eq!(last_week.resolve(NaiveDate::MIN), None);
    /// ```
    pub fn resolve(&self, published: NaiveDate) -> Option<DateRange> {
        self.resolve_with(Anchor { published: Some(published), previous: None })
    }

    /// The days that it means in any article: only a full date has such.
    ///
    /// ```
    /// use sortie::date::{DateExpression, DateUnit};
    ///
    /// assert!(DateExpression::Year { year: 2011 }.resolve_alone().is_some());
    /// assert!(DateExpression::Relative { unit: DateUnit::Day, offset: 0 }.resolve_alone().is_none());
    /// ```
    pub fn resolve_alone(&self) -> Option<DateRange> {
        self.resolve_with(Anchor::default())
    }

    /// The days that it means beside a publication date and the date that the text told before.
    ///
    /// ```
    /// use sortie::date::{Anchor, DateExpression};
    ///
    /// let year = DateExpression::Year { year: 2011 };
    /// assert_eq!(year.resolve_with(Anchor::default()), year.resolve_alone());
    /// ```
    pub fn resolve_with(&self, anchor: Anchor) -> Option<DateRange> {
        let published = anchor.published;
        match self {
            E::Date { date } => Some(DateRange::day(*date)),
            E::DayOfMonth { month, day, direction } => {
                // Eight years, because a 29 February may be that far.
                let year = published?.year();
                let day_in = |year| NaiveDate::from_ymd_opt(year, month.number(), u32::from(*day)).map(DateRange::day);
                let days = || (-8..=8).filter_map(|n| day_in(year.checked_add(n)?));
                let by_tense = nearest(published?, *direction, DateUnit::Year, days())?;
                let turned = match direction {
                    Direction::Past => Direction::Future,
                    Direction::Future => Direction::Past,
                    _ => return Some(by_tense),
                };
                // Nobody leaves the year out of a day nearly a year away: the one a few weeks off on the other side is meant.
                let away = |range: &DateRange| (range.start - published.unwrap_or(range.start)).num_days().abs();
                let near = nearest(published?, turned, DateUnit::Year, days()).filter(|other| away(other) <= NEAR && away(&by_tense) >= FAR);
                Some(near.unwrap_or(by_tense))
            }
            E::DayNumber { day, direction } => {
                let day_in = |n| {
                    let month = unit_of(shift(published?, DateUnit::Month, n)?, DateUnit::Month)?.start;
                    month.with_day(u32::from(*day)).map(DateRange::day)
                };
                nearest(published?, *direction, DateUnit::Month, (-2..=2).filter_map(day_in))
            }
            E::Weekday { weekday, direction } => {
                let near = add_days(published?, -days_since(*weekday, published?));
                let day_in = |n: i64| add_days(near?, 7 * n).map(DateRange::day);
                // A coming Thursday, told on a Thursday, is a week away.
                let direction = if *direction == Direction::Future { Direction::Next } else { *direction };
                nearest(published?, direction, DateUnit::Week, (-1..=1).filter_map(day_in))
            }
            E::Month { month, year } => months(*year, month.number(), 1),
            E::MonthOfYear { month, direction } => {
                let year = published?.year();
                let month_in = |n| months(year.checked_add(n)?, month.number(), 1);
                nearest(published?, *direction, DateUnit::Year, (-2..=2).filter_map(month_in))
            }
            E::Year { year } => years(*year, 1),
            E::Decade { year } => years(*year, 10),
            E::Century { century } => years(century.checked_sub(1)?.checked_mul(100)?, 100),
            E::Quarter { quarter, year, direction } => {
                let in_year = |year| months(year, 3 * u32::from(*quarter).clamp(1, 4) - 2, 3);
                in_some_year(*year, published, *direction, in_year)
            }
            E::Half { half, year, direction } => {
                let in_year = |year| months(year, if *half == 1 { 1 } else { 7 }, 6);
                in_some_year(*year, published, *direction, in_year)
            }
            E::Season { season, year, direction } => resolve_season(*season, *year, published, *direction),
            E::Weekend { direction } => {
                let weekend = |n: i64| unit_of(add_days(published?, 7 * n)?, DateUnit::Weekend);
                match direction {
                    // By the calendar's weeks, so that on a Thursday "next weekend" is not "this weekend".
                    Direction::Last => weekend(-1),
                    Direction::This => weekend(0),
                    Direction::Next => weekend(1),
                    _ => nearest(published?, *direction, DateUnit::Week, (-2..=2).filter_map(weekend)),
                }
            }
            E::Holiday { holiday, year: Some(year), .. } => holiday.dates_in(*year)[0],
            E::Holiday { holiday, direction, .. } => {
                let year = published?.year();
                let dates = (-2..=2).filter_map(|n| year.checked_add(n)).flat_map(|year| holiday.dates_in(year)).flatten();
                nearest(published?, *direction, DateUnit::Year, dates)
            }
            E::Relative { unit, offset } => {
                let offset = i64::from(*offset);
                unit_of(shift(unit_of(published?, *unit)?.start, *unit, offset)?, *unit)
            }
            E::Ago { count, unit } => away(published?, *unit, -i64::from(*count)),
            E::Ahead { count, unit } => away(published?, *unit, i64::from(*count)),
            E::Running { count, unit, direction } => {
                // "the past 24 hours" reach into the day before, and so do "the past 30 hours" into the one before that.
                let (unit, count) = match unit {
                    DateUnit::Minute => (DateUnit::Day, i64::from(*count).div_euclid(24 * 60)),
                    DateUnit::Hour => (DateUnit::Day, i64::from(count.div_ceil(24))),
                    unit => (*unit, i64::from(*count)),
                };
                match direction {
                    Direction::Future | Direction::Next => DateRange::new(published?, shift(published?, unit, count)?),
                    _ => DateRange::new(shift(published?, unit, -count)?, published?),
                }
            }
            // "later Monday", told on a Monday, is today.
            E::PartOf { part: Part::Later, of } if matches!((&**of, published), (E::Weekday { weekday, .. }, Some(day)) if days_since(*weekday, day) == 0) => published.map(DateRange::day),
            E::PartOf { part, of } => part_of(*part, of.resolve_with(anchor)?, of.precision(), published),
            E::PartOfDay { of, .. } => of.resolve_with(anchor),
            E::Clock { of, .. } => of.as_ref()?.resolve_with(anchor),
            E::Overnight { into: None } => DateRange::new(published?.pred_opt()?, published?),
            E::Overnight { into: Some(day) } => {
                let day = day.resolve_with(anchor)?;
                DateRange::new(day.start.pred_opt()?, day.end)
            }
            E::Nth { ordinal, count, unit, of } => nth(*ordinal, *count, *unit, of.resolve_with(anchor)?),
            E::WeekdayOf { weekday, ordinal, of } => {
                let of = of.resolve_with(anchor)?;
                let day = if *ordinal < 0 {
                    let last = add_days(of.end, -days_since(*weekday, of.end))?;
                    add_days(last, 7 * (i64::from(*ordinal) + 1))?
                } else {
                    let first = add_days(of.start, (7 - days_since(*weekday, of.start)) % 7)?;
                    add_days(first, 7 * (i64::from(*ordinal) - 1))?
                };
                of.contains(day).then_some(DateRange::day(day))
            }
            E::Range { start, end } => resolve_range(start, end, anchor),
            E::Since { of } => DateRange::new(of.resolve_with(anchor)?.start, published?),
            E::Until { of } | E::By { of } => of.resolve_with(anchor),
            E::Offset { count, unit, of } => {
                let base = match of {
                    Some(of) => of.resolve_with(anchor)?,
                    None => anchor.previous?,
                };
                offset(base, *unit, i64::from(*count))
            }
            E::WeekdayFrom { weekday, count, of } => {
                let base = match of {
                    Some(of) => of.resolve_with(anchor)?,
                    None => anchor.previous?,
                };
                let days = if *count < 0 {
                    let last = base.start.pred_opt()?;
                    add_days(last, -days_since(*weekday, last) + 7 * (i64::from(*count) + 1))?
                } else {
                    let first = base.end.succ_opt()?;
                    add_days(first, (7 - days_since(*weekday, first)) % 7 + 7 * (i64::from(*count) - 1))?
                };
                (base.len() <= 31).then_some(DateRange::day(days))
            }
            E::Event { .. } | E::Frequency { .. } | E::Duration { .. } | E::Vague { .. } => None,
        }
    }

    /// How exactly it tells the time.
    ///
    /// ```
    /// use sortie::date::{DateExpression, Precision};
    ///
    /// assert_eq!(DateExpression::Year { year: 2011 }.precision(), Precision::Year);
    /// ```
    pub fn precision(&self) -> Precision {
        match self {
            E::Date { .. } | E::DayOfMonth { .. } | E::DayNumber { .. } | E::Weekday { .. } => Precision::Day,
            E::Clock { .. } | E::WeekdayOf { .. } | E::WeekdayFrom { .. } => Precision::Day,
            E::PartOfDay { of, .. } | E::PartOf { of, .. } | E::Until { of } | E::By { of } => of.precision(),
            E::Month { .. } | E::MonthOfYear { .. } => Precision::Month,
            E::Year { .. } => Precision::Year,
            E::Decade { .. } => Precision::Decade,
            E::Century { .. } => Precision::Century,
            E::Quarter { .. } => Precision::Quarter,
            E::Half { .. } => Precision::Half,
            E::Season { .. } => Precision::Season,
            E::Weekend { .. } => Precision::Weekend,
            E::Holiday { holiday, .. } => {
                if holiday.days() == 1 {
                    Precision::Day
                } else {
                    Precision::Range
                }
            }
            E::Ago { unit: DateUnit::Year, count: 1 } => Precision::Month,
            E::Relative { unit, .. } | E::Ago { unit, .. } | E::Ahead { unit, .. } | E::Offset { unit, .. } => of_unit(*unit),
            E::Nth { unit, count: 1, .. } => of_unit(*unit),
            E::Nth { .. } | E::Running { .. } | E::Range { .. } | E::Since { .. } | E::Overnight { .. } => Precision::Range,
            E::Frequency { .. } => Precision::Frequency,
            E::Duration { .. } => Precision::Duration,
            E::Event { .. } | E::Vague { .. } => Precision::Vague,
        }
    }
}

fn of_unit(unit: DateUnit) -> Precision {
    match unit {
        DateUnit::Minute | DateUnit::Hour | DateUnit::Day => Precision::Day,
        DateUnit::Weekend => Precision::Weekend,
        DateUnit::Week => Precision::Week,
        DateUnit::Month => Precision::Month,
        DateUnit::Quarter => Precision::Quarter,
        DateUnit::Year => Precision::Year,
        DateUnit::Decade => Precision::Decade,
        DateUnit::Century => Precision::Century,
    }
}

/// Days within which a day without a year is taken whatever the tense, if by its tense it is further than `FAR`.
const NEAR: i64 = 60;
const FAR: i64 = 300;

/// The one of these ranges (in order of time) that the direction picks; `This` picks within `frame`, the unit around the publication date.
fn nearest(published: NaiveDate, direction: Direction, frame: DateUnit, mut ranges: impl Iterator<Item = DateRange>) -> Option<DateRange> {
    match direction {
        Direction::Past => ranges.take_while(|range| range.start <= published).last(),
        Direction::Last => ranges.take_while(|range| range.end < published).last(),
        Direction::Future => ranges.find(|range| range.end >= published),
        Direction::Next => ranges.find(|range| range.start > published),
        Direction::This => {
            let frame = unit_of(published, frame)?;
            ranges.find(|range| frame.contains(range.start))
        }
    }
}

fn in_some_year(year: Option<i32>, published: Option<NaiveDate>, direction: Direction, in_year: impl Fn(i32) -> Option<DateRange>) -> Option<DateRange> {
    match year {
        Some(year) => in_year(year),
        None => {
            let year = published?.year();
            nearest(published?, direction, DateUnit::Year, (-2..=2).filter_map(|n| in_year(year.checked_add(n)?)))
        }
    }
}

/// A bare season that has hardly begun is not the one that is told of in the past tense: "in the summer", told in June, was a year ago.
fn resolve_season(name: Season, year: Option<i32>, published: Option<NaiveDate>, direction: Direction) -> Option<DateRange> {
    if year.is_none() && direction == Direction::Past {
        let a_month_ago = shift(published?, DateUnit::Month, -1)?;
        return in_some_year(None, Some(a_month_ago), direction, |year| season(name, year));
    }
    if year.is_none() && direction == Direction::This {
        // The winter that holds the publication date, also where it began the year before; else that of the calendar year.
        let near = in_some_year(None, published, Direction::Past, |year| season(name, year))?;
        if near.contains(published?) {
            return Some(near);
        }
    }
    in_some_year(year, published, direction, |year| season(name, year))
}

/// So many units from the publication date, as wide as the unit: "two weeks ago" is a week.
fn away(published: NaiveDate, unit: DateUnit, count: i64) -> Option<DateRange> {
    let day = shift(published, unit, count)?;
    match unit {
        // "A year ago" tells the time of the year as well.
        DateUnit::Year if count.abs() == 1 => unit_of(day, DateUnit::Month),
        DateUnit::Decade => unit_of(day, DateUnit::Year),
        unit => unit_of(day, unit),
    }
}

fn part_of(part: Part, of: DateRange, precision: Precision, published: Option<NaiveDate>) -> Option<DateRange> {
    let slice = |from: i64, to: i64| DateRange::new(add_days(of.start, from)?, add_days(of.start, to)?.min(of.end));
    let months_of = |from: u32, to: u32| months(of.start.year(), from, to - from + 1);
    match (part, precision) {
        (Part::Earlier | Part::Later, _) => {
            let published = published.filter(|day| of.contains(*day));
            match (part, published) {
                (Part::Earlier, Some(day)) => DateRange::new(of.start, day),
                (_, Some(day)) => DateRange::new(day, of.end),
                _ => Some(of),
            }
        }
        (_, Precision::Day) => Some(of),
        (Part::Early, Precision::Year) => months_of(1, 3),
        (Part::Mid, Precision::Year) => months_of(5, 8),
        (Part::Late, Precision::Year) => months_of(10, 12),
        (Part::Early, Precision::Month) => slice(0, 9),
        (Part::Mid, Precision::Month) => slice(10, 19),
        (Part::Late, Precision::Month) => slice(20, 30),
        (Part::Early, Precision::Week) => slice(0, 1),
        (Part::Mid, Precision::Week) => slice(1, 3),
        (Part::Late, Precision::Week) => slice(3, 6),
        // By whole years: the late 1990s are 1997 to 1999.
        (Part::Early, Precision::Decade) => years(of.start.year(), 4),
        (Part::Mid, Precision::Decade) => years(of.start.year().checked_add(4)?, 3),
        (Part::Late, Precision::Decade) => years(of.start.year().checked_add(7)?, 3),
        // Guidelines name only the year, the month and the week; a third of anything else.
        (Part::Early, _) => slice(0, of.len() / 3 - 1),
        (Part::Mid, _) => slice(of.len() / 3, 2 * of.len() / 3 - 1),
        (Part::Late, _) => slice(2 * of.len() / 3, of.len() - 1),
    }
}

fn nth(ordinal: i32, count: u32, unit: DateUnit, of: DateRange) -> Option<DateRange> {
    let (ordinal, count) = (i64::from(ordinal), i64::from(count));
    // A week belongs to the month that holds its Thursday (as in ISO 8601), a weekend to that of its Saturday.
    let lead = match unit {
        DateUnit::Week => 3,
        _ => 0,
    };
    let first = if ordinal < 0 {
        let last = unit_of(of.end, unit)?.start;
        let outside = add_days(last, lead)? > of.end;
        shift(last, unit, ordinal + 1 - (count - 1) - i64::from(outside))?
    } else {
        let first = unit_of(of.start, unit)?.start;
        let outside = add_days(first, lead)? < of.start;
        shift(first, unit, ordinal - 1 + i64::from(outside))?
    };
    let last = shift(first, unit, count - 1)?;
    let range = DateRange::new(unit_of(first, unit)?.start, unit_of(last, unit)?.end)?;
    (range.start <= of.end && of.start <= range.end).then_some(range)
}

fn offset(base: DateRange, unit: DateUnit, count: i64) -> Option<DateRange> {
    // "Three days later" says nothing when all that is known of the day before is its year.
    let fits = match unit {
        DateUnit::Minute | DateUnit::Hour | DateUnit::Day | DateUnit::Weekend => base.len() <= 10,
        DateUnit::Week => base.len() <= 31,
        DateUnit::Month | DateUnit::Quarter => base.len() <= 92,
        _ => true,
    };
    let from = if count < 0 { base.start } else { base.end };
    if !fits {
        return None;
    }
    match count {
        0 if unit <= DateUnit::Day => Some(base),
        0 => DateRange::new(unit_of(base.start, unit)?.start, unit_of(base.end, unit)?.end),
        count => {
            // By whole units of the calendar, lest a month before 31 March fall short.
            let from = if unit >= DateUnit::Month { unit_of(from, unit)?.start } else { from };
            unit_of(shift(from, unit, count)?, unit)
        }
    }
}

/// Resolves one end by the publication date and the other by that end, so that "Friday to Sunday" is never the wrong way round.
fn resolve_range(start: &DateExpression, end: &DateExpression, anchor: Anchor) -> Option<DateRange> {
    let (first, last) = (start.resolve_with(anchor), end.resolve_with(anchor));
    if let (Some(first), Some(last)) = (first, last)
        && first.start <= last.end
        && !start.any(&|e| matches!(e, E::Weekday { .. } | E::DayOfMonth { .. } | E::MonthOfYear { .. }))
    {
        return DateRange::new(first.start, last.end);
    }
    let future = end.direction() == Some(Direction::Future);
    if let (true, Some(first)) = (future, first) {
        let last = end.resolve_with(Anchor { published: Some(first.end), ..anchor })?;
        return DateRange::new(first.start, last.end);
    }
    let last = last?;
    let first = start.resolve_with(Anchor { published: Some(last.start), ..anchor })?;
    DateRange::new(first.start, last.end)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::date::Month;

    fn day(month: Month, day: u8, direction: Direction, published: &str) -> String {
        let expression = E::DayOfMonth { month, day, direction };
        expression.resolve(published.parse().unwrap()).unwrap().start.to_string()
    }

    #[test]
    fn a_day_without_a_year_is_hardly_ever_a_year_away() {
        // "asked them to meet on 10 September", written a week before
        assert_eq!(day(Month::September, 10, Direction::Past, "2018-09-04"), "2018-09-10");
        // "a summit set for 17 November", told again the week after
        assert_eq!(day(Month::November, 17, Direction::Future, "2016-11-26"), "2016-11-17");
        assert_eq!(day(Month::March, 1, Direction::Past, "2018-09-04"), "2018-03-01");
        assert_eq!(day(Month::October, 20, Direction::Past, "2018-09-04"), "2018-10-20");
        assert_eq!(day(Month::December, 20, Direction::Past, "2018-09-04"), "2017-12-20");
        assert_eq!(day(Month::March, 1, Direction::Future, "2018-09-04"), "2019-03-01");
    }
}
