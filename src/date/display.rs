//! Expressions in plain words, for logs and error messages.

use std::fmt;

use super::expression::DateExpression;
use super::units::{DateUnit, Direction, Part, Relation};

use DateExpression as E;

/// `"three" units` in words: "1 day", "3 days", "some days".
struct Count(Option<u32>, DateUnit);

impl fmt::Display for Count {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let plural = match self.1 {
            DateUnit::Century => "centuries".to_owned(),
            unit => format!("{unit}s"),
        };
        match self.0 {
            None => write!(f, "some {plural}"),
            Some(1) => write!(f, "1 {}", self.1),
            Some(n) => write!(f, "{n} {plural}"),
        }
    }
}

fn capitalised(name: &str) -> String {
    let mut words: Vec<String> = name.split('_').map(str::to_owned).collect();
    for word in &mut words {
        if let Some(first) = word.get_mut(..1) {
            first.make_ascii_uppercase();
        }
    }
    words.join(" ")
}

fn ordinal(n: i64) -> String {
    match n {
        -1 => "last".to_owned(),
        n if n < 0 => format!("{} from last", ordinal(-n)),
        n => {
            let ending = match (n % 10, n % 100) {
                (_, 11..=13) => "th",
                (1, _) => "st",
                (2, _) => "nd",
                (3, _) => "rd",
                _ => "th",
            };
            format!("{n}{ending}")
        }
    }
}

/// Writes a name with its year, or with the direction by which it is looked for.
fn named(f: &mut fmt::Formatter<'_>, name: &str, year: Option<i32>, direction: Direction) -> fmt::Result {
    match year {
        Some(year) => write!(f, "{name} {year}"),
        None => write!(f, "{direction} {name}"),
    }
}

/// Readable words: `past Thursday`, `3 weeks ago`, `early March 2016`.
///
/// ```
/// use sortie::date::{DateExpression, DateUnit, Direction, Weekday};
///
/// let thursday = DateExpression::Weekday { weekday: Weekday::Thursday, direction: Direction::Past };
/// assert_eq!(thursday.to_string(), "past Thursday");
/// assert_eq!(DateExpression::Ago { count: 3, unit: DateUnit::Week }.to_string(), "3 weeks ago");
/// assert_eq!(DateExpression::Since { of: Box::new(thursday) }.to_string(), "since past Thursday");
/// ```
impl fmt::Display for DateExpression {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            E::Date { date } => write!(f, "{date}"),
            E::DayOfMonth { month, day, direction } => write!(f, "{direction} {day} {}", capitalised(month.as_str())),
            E::DayNumber { day, direction } => write!(f, "{direction} {}", ordinal(i64::from(*day))),
            E::Weekday { weekday, direction } => write!(f, "{direction} {}", capitalised(weekday.as_str())),
            E::Month { month, year } => write!(f, "{} {year}", capitalised(month.as_str())),
            E::MonthOfYear { month, direction } => write!(f, "{direction} {}", capitalised(month.as_str())),
            E::Year { year } => write!(f, "{year}"),
            E::Decade { year } => write!(f, "{year}s"),
            E::Century { century } => write!(f, "{} century", ordinal(i64::from(*century))),
            E::Quarter { quarter, year, direction } => named(f, &format!("{} quarter", ordinal(i64::from(*quarter))), *year, *direction),
            E::Half { half, year, direction } => named(f, &format!("{} half", ordinal(i64::from(*half))), *year, *direction),
            E::Season { season, year, direction } => named(f, season.as_str(), *year, *direction),
            E::Weekend { direction } => write!(f, "{direction} weekend"),
            E::Holiday { holiday, year, direction } => named(f, &capitalised(holiday.as_str()), *year, *direction),
            E::Relative { unit: DateUnit::Day, offset: 0 } => f.write_str("today"),
            E::Relative { unit: DateUnit::Day, offset: -1 } => f.write_str("yesterday"),
            E::Relative { unit: DateUnit::Day, offset: 1 } => f.write_str("tomorrow"),
            E::Relative { unit, offset: 0 } => write!(f, "this {unit}"),
            E::Relative { unit, offset: -1 } => write!(f, "last {unit}"),
            E::Relative { unit, offset: 1 } => write!(f, "next {unit}"),
            E::Relative { unit, offset } => {
                let side = if *offset < 0 { "before" } else { "after" };
                write!(f, "{} {side} this {unit}", Count(Some(offset.unsigned_abs()), *unit))
            }
            E::Ago { count, unit } => write!(f, "{} ago", Count(Some(*count), *unit)),
            E::Ahead { count, unit } => write!(f, "in {}", Count(Some(*count), *unit)),
            E::Running { count, unit, direction } => write!(f, "the {direction} {}", Count(Some(*count), *unit)),
            E::PartOf { part: Part::Earlier, of } => write!(f, "earlier in {of}"),
            E::PartOf { part: Part::Later, of } => write!(f, "later in {of}"),
            E::PartOf { part, of } => write!(f, "{part} {of}"),
            E::PartOfDay { part, of } => write!(f, "{of} {part}"),
            E::Clock { hour, minute, of: None } => write!(f, "{hour:02}:{minute:02}"),
            E::Clock { hour, minute, of: Some(of) } => write!(f, "{of} {hour:02}:{minute:02}"),
            E::Overnight { into: None } => f.write_str("overnight"),
            E::Overnight { into: Some(day) } => write!(f, "overnight into {day}"),
            E::Nth { ordinal: n, count: 1, unit, of } => write!(f, "{} {unit} of {of}", ordinal(i64::from(*n))),
            E::Nth { ordinal: n, count, unit, of } => write!(f, "{} {} of {of}", ordinal(i64::from(*n)), Count(Some(*count), *unit)),
            E::WeekdayOf { weekday, ordinal: n, of } => {
                write!(f, "{} {} of {of}", ordinal(i64::from(*n)), capitalised(weekday.as_str()))
            }
            E::WeekdayFrom { weekday, count, of } => {
                let (n, side) = (i64::from(count.unsigned_abs()), if *count < 0 { "before" } else { "after" });
                write!(f, "{} {} {side} ", ordinal(n), capitalised(weekday.as_str()))?;
                match of {
                    Some(of) => write!(f, "{of}"),
                    None => f.write_str("that"),
                }
            }
            E::Range { start, end } => write!(f, "{start} to {end}"),
            E::Since { of } => write!(f, "since {of}"),
            E::Until { of } => write!(f, "until {of}"),
            E::By { of } => write!(f, "by {of}"),
            E::Offset { count: 0, unit, of: None } => write!(f, "that {unit}"),
            E::Offset { count, unit, of } => {
                let side = if *count < 0 { "before" } else { "after" };
                write!(f, "{} {side} ", Count(Some(count.unsigned_abs()), *unit))?;
                match of {
                    Some(of) => write!(f, "{of}"),
                    None => f.write_str("that"),
                }
            }
            E::Event { relation, count, unit, anchor } => {
                if let Some(unit) = unit {
                    write!(f, "{} ", Count(*count, *unit))?;
                }
                match relation {
                    Relation::Eve => write!(f, "eve of {anchor}"),
                    Relation::On => write!(f, "of {anchor}"),
                    relation => write!(f, "{relation} {anchor}"),
                }
            }
            E::Frequency { weekday: Some(weekday), .. } => write!(f, "every {}", capitalised(weekday.as_str())),
            E::Frequency { count: 1, unit, .. } => write!(f, "every {unit}"),
            E::Frequency { count, unit, .. } => write!(f, "every {}", Count(Some(*count), *unit)),
            E::Duration { count, unit, within } => {
                f.write_str(if *within { "within " } else { "for " })?;
                write!(f, "{}", Count(*count, *unit))
            }
            E::Vague { direction: Direction::This } => f.write_str("about now"),
            E::Vague { direction } => write!(f, "some time in the {direction}"),
        }
    }
}
