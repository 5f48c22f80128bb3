//! Holidays that follow the moon: the Islamic, the Hebrew and the Chinese calendar, and Diwali.

use chrono::{Datelike, NaiveDate};

use super::calendar::add_days;

/// The first days of Ramadan, of Eid al-Fitr and of Eid al-Adha as Saudi Arabia announced them, from 2010 on.
///
/// The moon is sighted, not computed, so a table beats the arithmetical calendar by a day in some years.
const ANNOUNCED: &[[(i32, u32, u32); 3]] = &[
    [(2010, 8, 11), (2010, 9, 10), (2010, 11, 16)],
    [(2011, 8, 1), (2011, 8, 30), (2011, 11, 6)],
    [(2012, 7, 20), (2012, 8, 19), (2012, 10, 26)],
    [(2013, 7, 10), (2013, 8, 8), (2013, 10, 15)],
    [(2014, 6, 28), (2014, 7, 28), (2014, 10, 4)],
    [(2015, 6, 18), (2015, 7, 17), (2015, 9, 24)],
    [(2016, 6, 6), (2016, 7, 6), (2016, 9, 12)],
    [(2017, 5, 27), (2017, 6, 25), (2017, 9, 1)],
    [(2018, 5, 17), (2018, 6, 15), (2018, 8, 21)],
    [(2019, 5, 6), (2019, 6, 4), (2019, 8, 11)],
    [(2020, 4, 24), (2020, 5, 24), (2020, 7, 31)],
    [(2021, 4, 13), (2021, 5, 13), (2021, 7, 20)],
    [(2022, 4, 2), (2022, 5, 2), (2022, 7, 9)],
    [(2023, 3, 23), (2023, 4, 21), (2023, 6, 28)],
    [(2024, 3, 11), (2024, 4, 10), (2024, 6, 16)],
    [(2025, 3, 1), (2025, 3, 30), (2025, 6, 6)],
    [(2026, 2, 18), (2026, 3, 20), (2026, 5, 27)],
];

/// The day of an Islamic date in the arithmetical ("civil") calendar.
fn islamic(year: i64, month: i64, day: i64) -> Option<NaiveDate> {
    let epoch = NaiveDate::from_ymd_opt(622, 7, 19)?;
    let leaps = (3 + 11 * year).div_euclid(30);
    add_days(epoch, day - 1 + (59 * (month - 1) + 1) / 2 + 354 * (year - 1) + leaps)
}

/// The days of this Gregorian year on which an Islamic day of the year falls.
fn islamic_in(year: i32, month: i64, day: i64) -> [Option<NaiveDate>; 2] {
    // 33 Islamic years are about 32 of ours.
    let near = (i64::from(year) - 622) * 33 / 32;
    let mut days = (near - 1..=near + 2).filter_map(|year| islamic(year, month, day)).filter(|date| date.year() == year);
    [days.next(), days.next()]
}

fn announced(year: i32, column: usize) -> Option<NaiveDate> {
    let first = ANNOUNCED[0][0].0;
    let row = ANNOUNCED.get(usize::try_from(year.checked_sub(first)?).ok()?)?;
    let (year, month, day) = row[column];
    NaiveDate::from_ymd_opt(year, month, day)
}

fn known_or(year: i32, column: usize, month: i64, day: i64) -> [Option<NaiveDate>; 2] {
    match announced(year, column) {
        Some(date) => [Some(date), None],
        None => islamic_in(year, month, day),
    }
}

pub(super) fn ramadan(year: i32) -> [Option<NaiveDate>; 2] {
    known_or(year, 0, 9, 1)
}

/// The last day of the Ramadan that begins on this day.
pub(super) fn ramadan_end(start: NaiveDate) -> Option<NaiveDate> {
    let feasts = eid_al_fitr(start.year()).into_iter().chain(eid_al_fitr(start.year().checked_add(1)?));
    feasts.flatten().find(|feast| *feast > start)?.pred_opt()
}

pub(super) fn eid_al_fitr(year: i32) -> [Option<NaiveDate>; 2] {
    known_or(year, 1, 10, 1)
}

pub(super) fn eid_al_adha(year: i32) -> [Option<NaiveDate>; 2] {
    known_or(year, 2, 12, 10)
}

pub(super) fn ashura(year: i32) -> [Option<NaiveDate>; 2] {
    islamic_in(year, 1, 10)
}

/// The days of the Hebrew year that news knows.
#[derive(Clone, Copy)]
pub(super) enum HebrewDay {
    Passover,
    NewYear,
    YomKippur,
    Hanukkah,
}

/// Days from the calendar's epoch to the new year of this Hebrew year (mean conjunction, then the four postponements).
fn hebrew_elapsed(year: i64) -> i64 {
    let months = (235 * year - 234).div_euclid(19);
    let parts = 12_084 + 13_753 * months;
    let day = months * 29 + parts.div_euclid(25_920);
    if (3 * (day + 1)).rem_euclid(7) < 3 { day + 1 } else { day }
}

fn hebrew_new_year(year: i64) -> i64 {
    let (before, this, after) = (hebrew_elapsed(year - 1), hebrew_elapsed(year), hebrew_elapsed(year + 1));
    // A year of 356 days, or one of 382 before it, would break the rules on lengths.
    this + if after - this == 356 { 2 } else { i64::from(this - before == 382) }
}

/// The first day of a Hebrew holiday in this Gregorian year.
pub(super) fn hebrew(year: i32, day: HebrewDay) -> Option<NaiveDate> {
    // 1 Tishri of year 1 is 7 October 3761 BCE (Julian): day -1,373,427 from 1 January of year 1.
    let from = |elapsed: i64| add_days(NaiveDate::from_ymd_opt(1, 1, 1)?, elapsed - 1_373_428);
    // The new year in the autumn of this year.
    let new_year = i64::from(year) + 3761;
    match day {
        HebrewDay::NewYear => from(hebrew_new_year(new_year)),
        HebrewDay::YomKippur => from(hebrew_new_year(new_year) + 9),
        // From Nisan on all months have fixed lengths: 15 Nisan is 163 days before the new year.
        HebrewDay::Passover => from(hebrew_new_year(new_year) - 163),
        HebrewDay::Hanukkah => {
            let start = hebrew_new_year(new_year);
            // Marheshvan has 30 days only in the longest years.
            let long = matches!(hebrew_new_year(new_year + 1) - start, 355 | 385);
            from(start + 30 + 29 + i64::from(long) + 24)
        }
    }
}

/// Month and day of the Chinese new year from 1990 to 2040.
const LUNAR_NEW_YEAR: &[(u32, u32)] = &[
    (1, 27),
    (2, 15),
    (2, 4),
    (1, 23),
    (2, 10),
    (1, 31),
    (2, 19),
    (2, 7),
    (1, 28),
    (2, 16), // 1990
    (2, 5),
    (1, 24),
    (2, 12),
    (2, 1),
    (1, 22),
    (2, 9),
    (1, 29),
    (2, 18),
    (2, 7),
    (1, 26), // 2000
    (2, 14),
    (2, 3),
    (1, 23),
    (2, 10),
    (1, 31),
    (2, 19),
    (2, 8),
    (1, 28),
    (2, 16),
    (2, 5), // 2010
    (1, 25),
    (2, 12),
    (2, 1),
    (1, 22),
    (2, 10),
    (1, 29),
    (2, 17),
    (2, 6),
    (1, 26),
    (2, 13), // 2020
    (2, 3),
    (1, 23),
    (2, 11),
    (1, 31),
    (2, 19),
    (2, 8),
    (1, 28),
    (2, 15),
    (2, 4),
    (1, 24), // 2030
    (2, 12),
];

/// Month and day of Diwali in India from 2000 to 2030.
const DIWALI: &[(u32, u32)] = &[
    (10, 26),
    (11, 14),
    (11, 4),
    (10, 25),
    (11, 12),
    (11, 1),
    (10, 21),
    (11, 9),
    (10, 28),
    (10, 17), // 2000
    (11, 5),
    (10, 26),
    (11, 13),
    (11, 3),
    (10, 23),
    (11, 11),
    (10, 30),
    (10, 19),
    (11, 7),
    (10, 27), // 2010
    (11, 14),
    (11, 4),
    (10, 24),
    (11, 12),
    (10, 31),
    (10, 20),
    (11, 8),
    (10, 29),
    (10, 17),
    (11, 5), // 2020
    (10, 26),
];

fn tabled(table: &[(u32, u32)], first: i32, year: i32) -> Option<NaiveDate> {
    let (month, day) = *table.get(usize::try_from(year.checked_sub(first)?).ok()?)?;
    NaiveDate::from_ymd_opt(year, month, day)
}

pub(super) fn lunar_new_year(year: i32) -> Option<NaiveDate> {
    tabled(LUNAR_NEW_YEAR, 1990, year)
}

pub(super) fn diwali(year: i32) -> Option<NaiveDate> {
    tabled(DIWALI, 2000, year)
}
