//! The typed date expression.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::holiday::Holiday;
use super::units::{DateUnit, DayPart, Direction, Month, Part, Relation, Season, Weekday};

/// A date as the text tells it, before it is worked out.
///
/// It can be resolved again and again, against any publication date:
///
/// ```
/// use chrono::NaiveDate;
/// use sortie::date::{DateExpression, Direction, Weekday};
///
/// let thursday = DateExpression::Weekday { weekday: Weekday::Thursday, direction: Direction::Past };
/// let published = NaiveDate::from_ymd_opt(2016, 6, 10).unwrap();
/// assert_eq!(thursday.resolve(published).unwrap().start, NaiveDate::from_ymd_opt(2016, 6, 9).unwrap());
/// assert_eq!(
///     serde_json::to_string(&thursday).unwrap(),
///     r#"{"type":"weekday","weekday":"thursday","direction":"past"}"#,
/// );
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "snake_case")]
#[non_exhaustive]
pub enum DateExpression {
    /// A full date: "5 June 2016".
    Date {
        /// The day.
        date: NaiveDate,
    },
    /// A day of a month without a year: "June 5". By its direction, unless that is most of a year away and the other way a few weeks.
    DayOfMonth {
        /// The month.
        month: Month,
        /// The day, 1 to 31.
        day: u8,
        /// Which year's.
        direction: Direction,
    },
    /// A day of an unnamed month: "the 5th".
    DayNumber {
        /// The day, 1 to 31.
        day: u8,
        /// Which month's.
        direction: Direction,
    },
    /// A day of the week: "Thursday", "last Thursday".
    Weekday {
        /// The day.
        weekday: Weekday,
        /// Which week's.
        direction: Direction,
    },
    /// A month of a year: "March 2011".
    Month {
        /// The month.
        month: Month,
        /// The year.
        year: i32,
    },
    /// A month without a year: "March", "last March".
    MonthOfYear {
        /// The month.
        month: Month,
        /// Which year's.
        direction: Direction,
    },
    /// A year: "2011".
    Year {
        /// The year.
        year: i32,
    },
    /// A decade: "the 1990s".
    Decade {
        /// Its first year.
        year: i32,
    },
    /// A century: "the 19th century".
    Century {
        /// 19 for 1800 to 1899.
        century: i32,
    },
    /// A quarter of a year: "the first quarter of 2016".
    Quarter {
        /// 1 to 4.
        quarter: u8,
        /// The year, where it is told.
        year: Option<i32>,
        /// Which year's otherwise.
        direction: Direction,
    },
    /// Half a year: "the second half of 2015".
    Half {
        /// 1 or 2.
        half: u8,
        /// The year, where it is told.
        year: Option<i32>,
        /// Which year's otherwise.
        direction: Direction,
    },
    /// A season: "last summer", "the winter of 2015".
    Season {
        /// The season.
        season: Season,
        /// The year, where it is told.
        year: Option<i32>,
        /// Which year's otherwise.
        direction: Direction,
    },
    /// A weekend: "over the weekend".
    Weekend {
        /// Which one.
        direction: Direction,
    },
    /// A holiday: "Christmas Eve", "Ramadan".
    Holiday {
        /// The holiday.
        holiday: Holiday,
        /// The year, where it is told.
        year: Option<i32>,
        /// Which year's otherwise.
        direction: Direction,
    },
    /// A calendar unit counted from the one that holds the publication date: "yesterday" (day, -1), "this week" (week, 0), "next year" (year, 1).
    Relative {
        /// The unit.
        unit: DateUnit,
        /// How many units after that one.
        offset: i32,
    },
    /// "three days ago".
    Ago {
        /// How many.
        count: u32,
        /// Of what.
        unit: DateUnit,
    },
    /// "in three days", "two weeks from now".
    Ahead {
        /// How many.
        count: u32,
        /// Of what.
        unit: DateUnit,
    },
    /// A time up to the publication date ("the past three days") or from it on ("the next 24 hours").
    Running {
        /// How many.
        count: u32,
        /// Of what.
        unit: DateUnit,
        /// `Past` or `Future`.
        direction: Direction,
    },
    /// "early March", "the end of 2015", "earlier this month".
    PartOf {
        /// The part.
        part: Part,
        /// Of what.
        of: Box<DateExpression>,
    },
    /// A part of a day: "Saturday morning", "last night".
    PartOfDay {
        /// The part.
        part: DayPart,
        /// Of which day.
        of: Box<DateExpression>,
    },
    /// A time of the day: "9 p.m. on Tuesday". Alone it has no date.
    Clock {
        /// 0 to 24.
        hour: u8,
        /// 0 to 59.
        minute: u8,
        /// Of which day, where it is told.
        of: Option<Box<DateExpression>>,
    },
    /// The night before and the day: "overnight", "overnight into Thursday".
    Overnight {
        /// The day that the night leads into; the publication date when it isn't told.
        into: Option<Box<DateExpression>>,
    },
    /// A unit or several within a longer one: "the first week of July", "the last three months of 2015".
    Nth {
        /// 1 for the first; -1 for the last.
        ordinal: i32,
        /// How many.
        count: u32,
        /// Of what.
        unit: DateUnit,
        /// Within which.
        of: Box<DateExpression>,
    },
    /// A weekday of a week or month: "Tuesday of last week", "the last Friday of May".
    WeekdayOf {
        /// The day.
        weekday: Weekday,
        /// 1 for the first; -1 for the last.
        ordinal: i32,
        /// Within which.
        of: Box<DateExpression>,
    },
    /// A weekday counted from another date: "the following Monday", "the Friday before Christmas".
    WeekdayFrom {
        /// The day.
        weekday: Weekday,
        /// 1 for the first after it, -1 for the last before it.
        count: i32,
        /// From what; the date that the text told before, when it isn't told here.
        of: Option<Box<DateExpression>>,
    },
    /// "June 3-5", "between Monday and Thursday", "2011 to 2014".
    Range {
        /// The first.
        start: Box<DateExpression>,
        /// The last.
        end: Box<DateExpression>,
    },
    /// "since 2013": from then to the publication date.
    Since {
        /// From when.
        of: Box<DateExpression>,
    },
    /// "until Monday": the day on which it ends.
    Until {
        /// Until when.
        of: Box<DateExpression>,
    },
    /// "by 31 August": that day.
    By {
        /// By when.
        of: Box<DateExpression>,
    },
    /// Counted from another date: "two days before the June 5 election", "a day earlier", "the next morning", "that year" (0 years).
    Offset {
        /// How many units after it; negative for before.
        count: i32,
        /// Of what.
        unit: DateUnit,
        /// From what; the date that the text told before, when it isn't told here.
        of: Option<Box<DateExpression>>,
    },
    /// Counted from an event: "the day after the talks", "on the eve of the summit". It never resolves by itself.
    Event {
        /// Before it, after it, on its eve.
        relation: Relation,
        /// How many units, where it is told.
        count: Option<u32>,
        /// Of what, where it is told.
        unit: Option<DateUnit>,
        /// The words that name the event.
        anchor: Box<str>,
    },
    /// Something that recurs: "daily", "every Friday", "twice a week". It never resolves.
    Frequency {
        /// Every so many units.
        count: u32,
        /// Of what.
        unit: DateUnit,
        /// On which day, where it is told.
        weekday: Option<Weekday>,
    },
    /// A length of time: "48 hours", "within three months". It never resolves.
    Duration {
        /// How many, where it is told.
        count: Option<u32>,
        /// Of what.
        unit: DateUnit,
        /// Whether it is a limit ("within").
        within: bool,
    },
    /// "recently", "years ago", "in the coming days". It never resolves.
    Vague {
        /// `Past`, `Future`, or `This` for the present.
        direction: Direction,
    },
}
