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
    /// A day of a month without a year: "June 5".
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

use DateExpression as E;

impl DateExpression {
    /// The same expression on the other side of the publication date, for a caller that knows the tense of the clause.
    ///
    /// Only a direction that was read off the clause (`Past`, `Future`) changes, not one that the text itself tells ("last March").
    ///
    /// ```
    /// use sortie::date::{DateExpression, Direction, Month};
    ///
    /// let march = |direction| DateExpression::MonthOfYear { month: Month::March, direction };
    /// assert_eq!(march(Direction::Past).with_direction(Direction::Future), march(Direction::Future));
    /// assert_eq!(march(Direction::Last).with_direction(Direction::Future), march(Direction::Last));
    /// ```
    #[must_use]
    pub fn with_direction(mut self, to: Direction) -> DateExpression {
        self.visit_mut(&mut |leaf| {
            if let E::DayOfMonth { direction, .. }
            | E::DayNumber { direction, .. }
            | E::Weekday { direction, .. }
            | E::MonthOfYear { direction, .. }
            | E::Quarter { direction, .. }
            | E::Half { direction, .. }
            | E::Season { direction, .. }
            | E::Weekend { direction }
            | E::Holiday { direction, .. } = leaf
                && matches!(direction, Direction::Past | Direction::Future)
            {
                *direction = to;
            }
        });
        self
    }

    /// The same expression with this year wherever it tells a day, month, season or holiday without one.
    ///
    /// ```
    /// use sortie::date::{DateExpression, Direction, Month};
    ///
    /// let march = DateExpression::MonthOfYear { month: Month::March, direction: Direction::Past };
    /// assert_eq!(march.with_year(1991), DateExpression::Month { month: Month::March, year: 1991 });
    /// ```
    #[must_use]
    pub fn with_year(mut self, to: i32) -> DateExpression {
        if let E::Range { start, end } = self {
            // "from October to March" runs into the next year.
            let (first, last) = (start.with_year(to), end.clone().with_year(to));
            let turned = first.resolve_alone().zip(last.resolve_alone()).is_some_and(|(first, last)| first.start > last.end);
            let last = if turned { end.with_year(to.saturating_add(1)) } else { last };
            return E::Range { start: Box::new(first), end: Box::new(last) };
        }
        let bare = |direction: &Direction| matches!(direction, Direction::Past | Direction::Future);
        self.visit_mut(&mut |leaf| match leaf {
            E::DayOfMonth { month, day, direction } if bare(direction) => {
                if let Some(date) = NaiveDate::from_ymd_opt(to, month.number(), u32::from(*day)) {
                    *leaf = E::Date { date };
                }
            }
            E::MonthOfYear { month, direction } if bare(direction) => *leaf = E::Month { month: *month, year: to },
            E::Quarter { year, direction, .. }
            | E::Half { year, direction, .. }
            | E::Season { year, direction, .. }
            | E::Holiday { year, direction, .. }
                if bare(direction) && year.is_none() =>
            {
                *year = Some(to);
            }
            _ => {}
        });
        self
    }

    /// The expressions that this one is built on, none for a leaf.
    pub(super) fn children(&self) -> impl Iterator<Item = &DateExpression> {
        let (a, b) = match self {
            E::PartOf { of, .. }
            | E::PartOfDay { of, .. }
            | E::Nth { of, .. }
            | E::WeekdayOf { of, .. }
            | E::Since { of }
            | E::Until { of }
            | E::By { of } => (Some(of), None),
            E::Clock { of, .. } | E::Offset { of, .. } | E::WeekdayFrom { of, .. } | E::Overnight { into: of } => (of.as_ref(), None),
            E::Range { start, end } => (Some(start), Some(end)),
            _ => (None, None),
        };
        a.into_iter().chain(b).map(Box::as_ref)
    }

    /// Whether any part of the expression answers `yes`.
    pub(super) fn any(&self, yes: &dyn Fn(&DateExpression) -> bool) -> bool {
        yes(self) || self.children().any(|child| child.any(yes))
    }

    /// The parts that are built on no other.
    pub(super) fn leaves(&self) -> Vec<&DateExpression> {
        let mut leaves = Vec::new();
        let mut open = vec![self];
        while let Some(part) = open.pop() {
            let before = open.len();
            open.extend(part.children());
            if open.len() == before {
                leaves.push(part);
            }
        }
        leaves
    }

    /// "the end of the month" as that of the month that the text told of before, not of the publication date.
    pub(super) fn counted_from_previous(mut self) -> DateExpression {
        self.visit_mut(&mut |leaf| {
            if let E::Relative { unit, offset: 0 } = leaf {
                *leaf = E::Offset { count: 0, unit: *unit, of: None };
            }
        });
        self
    }

    /// Calls `change` on every part, innermost first.
    fn visit_mut(&mut self, change: &mut dyn FnMut(&mut DateExpression)) {
        match self {
            E::PartOf { of, .. }
            | E::PartOfDay { of, .. }
            | E::Nth { of, .. }
            | E::WeekdayOf { of, .. }
            | E::Since { of }
            | E::Until { of }
            | E::By { of } => of.visit_mut(change),
            E::Clock { of, .. } | E::Offset { of, .. } | E::WeekdayFrom { of, .. } | E::Overnight { into: of } => {
                if let Some(of) = of {
                    of.visit_mut(change);
                }
            }
            E::Range { start, end } => {
                start.visit_mut(change);
                end.visit_mut(change);
            }
            _ => {}
        }
        change(self);
    }
}
