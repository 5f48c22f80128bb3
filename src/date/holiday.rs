//! Holidays and the days on which they fall.

use chrono::NaiveDate;

use super::calendar::{DateRange, add_days, days_since};
use super::lunar;
use super::units::Weekday;
use crate::event::unit_enum;

unit_enum! {
    /// A holiday that news dates things by.
    ///
    /// ```
    /// assert_eq!("eid_al_fitr".parse(), Ok(sortie::date::Holiday::EidAlFitr));
    /// ```
    Holiday, "holiday" {
        /// 1 January.
        NewYearsDay = "new_years_day",
        /// 31 December.
        NewYearsEve = "new_years_eve",
        /// 24 December.
        ChristmasEve = "christmas_eve",
        /// 25 December.
        Christmas = "christmas",
        /// 26 December.
        BoxingDay = "boxing_day",
        /// 7 January.
        OrthodoxChristmas = "orthodox_christmas",
        /// 14 February.
        ValentinesDay = "valentines_day",
        /// 1 May.
        MayDay = "may_day",
        /// 9 May.
        VictoryDay = "victory_day",
        /// 8 May.
        VeDay = "ve_day",
        /// 14 July.
        BastilleDay = "bastille_day",
        /// 31 October.
        Halloween = "halloween",
        /// 11 November.
        ArmisticeDay = "armistice_day",
        /// The fourth Thursday of November.
        Thanksgiving = "thanksgiving",
        /// 46 days before Easter.
        AshWednesday = "ash_wednesday",
        /// The Sunday before Easter.
        PalmSunday = "palm_sunday",
        /// The Friday before Easter.
        GoodFriday = "good_friday",
        /// Easter Sunday of the western churches.
        Easter = "easter",
        /// The day after it.
        EasterMonday = "easter_monday",
        /// Easter Sunday of the eastern churches.
        OrthodoxEaster = "orthodox_easter",
        /// The month of fasting.
        Ramadan = "ramadan",
        /// The first day after Ramadan.
        EidAlFitr = "eid_al_fitr",
        /// The tenth of Dhu al-Hijja.
        EidAlAdha = "eid_al_adha",
        /// The tenth of Muharram.
        Ashura = "ashura",
        /// The Persian new year.
        Nowruz = "nowruz",
        /// The first day of Passover.
        Passover = "passover",
        /// The first day of the Jewish year.
        RoshHashanah = "rosh_hashanah",
        /// Ten days into it.
        YomKippur = "yom_kippur",
        /// Eight days from 25 Kislev.
        Hanukkah = "hanukkah",
        /// The festival of lights.
        Diwali = "diwali",
        /// The Chinese and Vietnamese new year.
        LunarNewYear = "lunar_new_year",
    }
}

use Holiday as H;

impl Holiday {
    /// When it begins and ends in this year: Islamic holidays may come twice, or not at all.
    ///
    /// Movable feasts are known where their computation or table holds (Ramadan and the Eids to the day from 2010 to 2026, by the
    /// arithmetical calendar, which may be a day off, in other years).
    ///
    /// ```
    /// use sortie::date::Holiday;
    ///
    /// let [easter, none] = Holiday::Easter.dates_in(2016);
    /// assert_eq!(easter.unwrap().start.to_string(), "2016-03-27");
    /// assert_eq!(none, None);
    /// ```
    pub fn dates_in(&self, year: i32) -> [Option<DateRange>; 2] {
        let fixed = |month, day| NaiveDate::from_ymd_opt(year, month, day);
        let from_easter = |days| add_days(easter(year)?, days);
        let days = match self {
            H::NewYearsDay => [fixed(1, 1), None],
            H::NewYearsEve => [fixed(12, 31), None],
            H::ChristmasEve => [fixed(12, 24), None],
            H::Christmas => [fixed(12, 25), None],
            H::BoxingDay => [fixed(12, 26), None],
            H::OrthodoxChristmas => [fixed(1, 7), None],
            H::ValentinesDay => [fixed(2, 14), None],
            H::MayDay => [fixed(5, 1), None],
            H::VictoryDay => [fixed(5, 9), None],
            H::VeDay => [fixed(5, 8), None],
            H::BastilleDay => [fixed(7, 14), None],
            H::Halloween => [fixed(10, 31), None],
            H::ArmisticeDay => [fixed(11, 11), None],
            // The latest Thursday up to the 28th is the fourth.
            H::Thanksgiving => [fixed(11, 28).and_then(|day| add_days(day, -days_since(Weekday::Thursday, day))), None],
            H::AshWednesday => [from_easter(-46), None],
            H::PalmSunday => [from_easter(-7), None],
            H::GoodFriday => [from_easter(-2), None],
            H::Easter => [easter(year), None],
            H::EasterMonday => [from_easter(1), None],
            H::OrthodoxEaster => [orthodox_easter(year), None],
            H::Ramadan => lunar::ramadan(year),
            H::EidAlFitr => lunar::eid_al_fitr(year),
            H::EidAlAdha => lunar::eid_al_adha(year),
            H::Ashura => lunar::ashura(year),
            H::Nowruz => [fixed(3, nowruz_day(year)), None],
            H::Passover => [lunar::hebrew(year, lunar::HebrewDay::Passover), None],
            H::RoshHashanah => [lunar::hebrew(year, lunar::HebrewDay::NewYear), None],
            H::YomKippur => [lunar::hebrew(year, lunar::HebrewDay::YomKippur), None],
            H::Hanukkah => [lunar::hebrew(year, lunar::HebrewDay::Hanukkah), None],
            H::Diwali => [lunar::diwali(year), None],
            H::LunarNewYear => [lunar::lunar_new_year(year), None],
        };
        days.map(|start| {
            let start = start?;
            let end = match self {
                H::Ramadan => lunar::ramadan_end(start)?,
                _ => add_days(start, self.days() - 1)?,
            };
            DateRange::new(start, end)
        })
    }

    /// How many days it lasts (for Ramadan at most).
    pub(super) fn days(self) -> i64 {
        match self {
            H::Ramadan => 30,
            H::Hanukkah => 8,
            _ => 1,
        }
    }
}

/// Easter Sunday by the Gregorian reckoning (the "anonymous" algorithm).
fn easter(year: i32) -> Option<NaiveDate> {
    if year < 1583 {
        return None;
    }
    let (a, b, c) = (year % 19, year / 100, year % 100);
    let (d, e) = (b / 4, b % 4);
    let g = (b - (b + 8) / 25 + 1) / 3;
    let h = (19 * a + b - d - g + 15) % 30;
    let l = (32 + 2 * e + 2 * (c / 4) - h - c % 4) % 7;
    let m = (a + 11 * h + 22 * l) / 451;
    let n = h + l - 7 * m + 114;
    NaiveDate::from_ymd_opt(year, (n / 31) as u32, (n % 31 + 1) as u32)
}

/// Easter Sunday by the Julian reckoning (Meeus), as a Gregorian day.
fn orthodox_easter(year: i32) -> Option<NaiveDate> {
    if year < 1583 {
        return None;
    }
    let d = (19 * (year % 19) + 15) % 30;
    let e = (2 * (year % 4) + 4 * (year % 7) - d + 34) % 7;
    let n = d + e + 114;
    let julian = NaiveDate::from_ymd_opt(year, (n / 31) as u32, (n % 31 + 1) as u32)?;
    add_days(julian, i64::from(year / 100 - year / 400 - 2))
}

/// The day of March on which Iran's year began or will begin (the noon after the equinox in Tehran).
fn nowruz_day(year: i32) -> u32 {
    match year {
        1996.. if year % 4 == 0 => 20,
        2029.. if year % 4 == 1 => 20,
        _ => 21,
    }
}

#[cfg(test)]
mod tests {
    use chrono::Datelike;

    use super::*;

    #[test]
    fn known_days() {
        for (holiday, year, day) in [
            (H::Easter, 2000, "2000-04-23"),
            (H::Easter, 2024, "2024-03-31"),
            (H::Easter, 2038, "2038-04-25"),
            (H::OrthodoxEaster, 2016, "2016-05-01"),
            (H::OrthodoxEaster, 2024, "2024-05-05"),
            (H::GoodFriday, 1998, "1998-04-10"),
            (H::Thanksgiving, 2015, "2015-11-26"),
            (H::Thanksgiving, 2018, "2018-11-22"),
            (H::Ramadan, 2016, "2016-06-06"),
            (H::EidAlFitr, 2017, "2017-06-25"),
            (H::EidAlAdha, 2006, "2006-01-10"),
            (H::Ashura, 2004, "2004-03-02"),
            (H::Passover, 2016, "2016-04-23"),
            (H::Passover, 2024, "2024-04-23"),
            (H::RoshHashanah, 2023, "2023-09-16"),
            (H::YomKippur, 1973, "1973-10-06"),
            (H::YomKippur, 2023, "2023-09-25"),
            (H::Hanukkah, 2016, "2016-12-25"),
            (H::Nowruz, 2025, "2025-03-21"),
            (H::Nowruz, 2024, "2024-03-20"),
            (H::Diwali, 2016, "2016-10-30"),
            (H::LunarNewYear, 2018, "2018-02-16"),
        ] {
            let got = holiday.dates_in(year)[0].map(|range| range.start.to_string());
            assert_eq!(got.as_deref(), Some(day), "{holiday} {year}");
        }
        assert_eq!(H::Ramadan.dates_in(2016)[0].unwrap().end.to_string(), "2016-07-05");
    }

    #[test]
    fn no_year_panics() {
        for holiday in H::ALL {
            for year in [i32::MIN, -1, 0, 1582, i32::MAX, NaiveDate::MAX.year(), NaiveDate::MIN.year()] {
                let _ = holiday.dates_in(year);
            }
            for year in 1990..=2040 {
                let known = !matches!(holiday, H::Diwali) || (2000..=2030).contains(&year);
                assert!(!known || holiday.dates_in(year)[0].is_some(), "{holiday} {year}");
            }
        }
    }
}
