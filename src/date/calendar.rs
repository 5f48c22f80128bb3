//! Ranges of days and checked calendar arithmetic: nothing here panics at the ends of chrono's calendar.

use chrono::{Datelike, Days, Months, NaiveDate};
use serde::{Deserialize, Serialize};

use super::units::{DateUnit, Season, Weekday};

/// Days from `start` to `end`, both included.
///
/// ```
/// use chrono::NaiveDate;
/// use sortie::date::DateRange;
///
/// let day = NaiveDate::from_ymd_opt(2016, 6, 9).unwrap();
/// assert_eq!(DateRange::day(day).len(), 1);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct DateRange {
    /// The first day.
    pub start: NaiveDate,
    /// The last day.
    pub end: NaiveDate,
}

impl DateRange {
    /// The range from `start` to `end`; `None` when they are the wrong way round.
    ///
    /// ```
    /// use chrono::NaiveDate;
    /// use sortie::date::DateRange;
    ///
    /// let day = |d| NaiveDate::from_ymd_opt(2016, 6, d).unwrap();
    /// assert!(DateRange::new(day(1), day(9)).is_some());
    /// assert!(DateRange::new(day(9), day(1)).is_none());
    /// ```
    pub fn new(start: NaiveDate, end: NaiveDate) -> Option<DateRange> {
        (start <= end).then_some(DateRange { start, end })
    }

    /// The range of one day.
    ///
    /// ```
    /// let day = chrono::NaiveDate::MAX;
    /// assert_eq!(sortie::date::DateRange::day(day).end, day);
    /// ```
    pub fn day(day: NaiveDate) -> DateRange {
        DateRange { start: day, end: day }
    }

    /// How many days it covers.
    ///
    /// ```
    /// use chrono::NaiveDate;
    /// use sortie::date::DateRange;
    ///
    /// assert!(DateRange::new(NaiveDate::MIN, NaiveDate::MAX).unwrap().len() > 0);
    /// ```
    #[allow(clippy::len_without_is_empty)] // a range always holds a day
    pub fn len(&self) -> i64 {
        self.end.signed_duration_since(self.start).num_days() + 1
    }

    /// Whether `day` lies within.
    ///
    /// ```
    /// let day = chrono::NaiveDate::MIN;
    /// assert!(sortie::date::DateRange::day(day).contains(day));
    /// ```
    pub fn contains(&self, day: NaiveDate) -> bool {
        self.start <= day && day <= self.end
    }
}

/// `count` months beginning with this month of this year.
pub(super) fn months(year: i32, month: u32, count: u32) -> Option<DateRange> {
    let start = NaiveDate::from_ymd_opt(year, month, 1)?;
    // Via the first of the last month, so that December of the last representable year still has an end.
    let last = start.checked_add_months(Months::new(count.checked_sub(1)?))?;
    let days = match last.month() {
        2 if NaiveDate::from_ymd_opt(last.year(), 2, 29).is_some() => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    };
    DateRange::new(start, NaiveDate::from_ymd_opt(last.year(), last.month(), days)?)
}

/// `count` years beginning with this one.
pub(super) fn years(year: i32, count: i32) -> Option<DateRange> {
    let end = NaiveDate::from_ymd_opt(year.checked_add(count.checked_sub(1)?)?, 12, 31)?;
    DateRange::new(NaiveDate::from_ymd_opt(year, 1, 1)?, end)
}

/// The season that bears this year.
pub(super) fn season(season: Season, year: i32) -> Option<DateRange> {
    months(year, 3 + 3 * season as u32, 3)
}

/// `day` moved by a number of days.
pub(super) fn add_days(day: NaiveDate, count: i64) -> Option<NaiveDate> {
    let days = Days::new(count.unsigned_abs());
    if count < 0 { day.checked_sub_days(days) } else { day.checked_add_days(days) }
}

/// The Monday on or before `day`.
pub(super) fn monday(day: NaiveDate) -> Option<NaiveDate> {
    add_days(day, -i64::from(day.weekday().num_days_from_monday()))
}

/// How many days `day` lies after the latest such weekday, 0 to 6.
pub(super) fn days_since(weekday: Weekday, day: NaiveDate) -> i64 {
    (i64::from(day.weekday().num_days_from_monday()) - weekday.index()).rem_euclid(7)
}

/// The calendar unit that holds `day`.
pub(super) fn unit_of(day: NaiveDate, unit: DateUnit) -> Option<DateRange> {
    let year = day.year();
    match unit {
        DateUnit::Minute | DateUnit::Hour | DateUnit::Day => Some(DateRange::day(day)),
        DateUnit::Weekend => DateRange::new(add_days(monday(day)?, 5)?, add_days(monday(day)?, 6)?),
        DateUnit::Week => DateRange::new(monday(day)?, add_days(monday(day)?, 6)?),
        DateUnit::Month => months(year, day.month(), 1),
        DateUnit::Quarter => months(year, (day.month() - 1) / 3 * 3 + 1, 3),
        DateUnit::Year => years(year, 1),
        DateUnit::Decade => years(year - year.rem_euclid(10), 10),
        DateUnit::Century => years(year - year.rem_euclid(100), 100),
    }
}

/// `day` moved by a number of units.
pub(super) fn shift(day: NaiveDate, unit: DateUnit, count: i64) -> Option<NaiveDate> {
    let by_months = |each: i64| {
        let count = count.checked_mul(each)?;
        let months = Months::new(u32::try_from(count.unsigned_abs()).ok()?);
        if count < 0 { day.checked_sub_months(months) } else { day.checked_add_months(months) }
    };
    match unit {
        DateUnit::Minute => add_days(day, count / (24 * 60)),
        DateUnit::Hour => add_days(day, count / 24),
        DateUnit::Day => add_days(day, count),
        DateUnit::Week | DateUnit::Weekend => add_days(day, count.checked_mul(7)?),
        DateUnit::Month => by_months(1),
        DateUnit::Quarter => by_months(3),
        DateUnit::Year => by_months(12),
        DateUnit::Decade => by_months(120),
        DateUnit::Century => by_months(1200),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ends_of_the_calendar() {
        for unit in DateUnit::ALL {
            for day in [NaiveDate::MIN, NaiveDate::MAX] {
                let _ = unit_of(day, *unit);
                for count in [i64::MIN, -1, 0, 1, i64::MAX] {
                    let _ = shift(day, *unit, count);
                }
            }
        }
        assert!(months(NaiveDate::MAX.year(), 12, 1).is_some());
        assert!(years(i32::MAX, i32::MAX).is_none());
    }

    #[test]
    fn leap_years() {
        assert_eq!(months(2016, 2, 1).unwrap().len(), 29);
        assert_eq!(months(1900, 2, 1).unwrap().len(), 28);
        assert_eq!(season(Season::Winter, 2015).unwrap().len(), 91);
    }
}
