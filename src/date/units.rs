//! The small vocabularies of date expressions: units, weekdays, months, seasons, directions, precision.

use crate::event::unit_enum;

unit_enum! {
    /// On which side of the publication date an expression without a year (or a week) lies.
    ///
    /// `Past` and `Future` are read off the clause, so they may be corrected with
    /// [`DateExpression::with_direction`](crate::date::DateExpression::with_direction); the other three are said in the text itself.
    ///
    /// ```
    /// assert_eq!(sortie::date::Direction::Future.to_string(), "future");
    /// ```
    Direction, "direction" {
        /// The latest one, up to the publication date.
        Past = "past",
        /// The first one to come.
        Future = "future",
        /// "last": the latest one wholly before the publication date.
        Last = "last",
        /// "next": the first one wholly after the publication date.
        Next = "next",
        /// "this": the one in the calendar unit that holds the publication date.
        This = "this",
    }
}

unit_enum! {
    /// A unit of time, smallest first.
    ///
    /// ```
    /// use sortie::date::DateUnit;
    ///
    /// assert!(DateUnit::Day < DateUnit::Month);
    /// ```
    DateUnit, "unit of time" {
        /// Sixty seconds.
        Minute = "minute",
        /// Sixty minutes.
        Hour = "hour",
        /// A calendar day.
        Day = "day",
        /// Saturday and Sunday.
        Weekend = "weekend",
        /// Monday to Sunday.
        Week = "week",
        /// A calendar month.
        Month = "month",
        /// Three calendar months.
        Quarter = "quarter",
        /// A calendar year.
        Year = "year",
        /// Ten calendar years, from a year that ends in 0.
        Decade = "decade",
        /// A hundred calendar years, from a year that ends in 00.
        Century = "century",
    }
}

unit_enum! {
    /// A day of the week.
    ///
    /// ```
    /// assert_eq!(sortie::date::Weekday::Thursday.to_string(), "thursday");
    /// ```
    Weekday, "day of the week" {
        /// Monday.
        Monday = "monday",
        /// Tuesday.
        Tuesday = "tuesday",
        /// Wednesday.
        Wednesday = "wednesday",
        /// Thursday.
        Thursday = "thursday",
        /// Friday.
        Friday = "friday",
        /// Saturday.
        Saturday = "saturday",
        /// Sunday.
        Sunday = "sunday",
    }
}

impl Weekday {
    /// Days after Monday, 0 to 6.
    pub(super) fn index(self) -> i64 {
        self as i64
    }
}

unit_enum! {
    /// A month.
    ///
    /// ```
    /// assert_eq!(sortie::date::Month::March.number(), 3);
    /// ```
    Month, "month" {
        /// January.
        January = "january",
        /// February.
        February = "february",
        /// March.
        March = "march",
        /// April.
        April = "april",
        /// May.
        May = "may",
        /// June.
        June = "june",
        /// July.
        July = "july",
        /// August.
        August = "august",
        /// September.
        September = "september",
        /// October.
        October = "october",
        /// November.
        November = "november",
        /// December.
        December = "december",
    }
}

impl Month {
    /// 1 for January, 12 for December.
    ///
    /// ```
    /// assert_eq!(sortie::date::Month::December.number(), 12);
    /// ```
    pub fn number(self) -> u32 {
        self as u32 + 1
    }

    /// The month with this number, 1 for January.
    ///
    /// ```
    /// use sortie::date::Month;
    ///
    /// assert_eq!(Month::from_number(9), Some(Month::September));
    /// assert_eq!(Month::from_number(13), None);
    /// ```
    pub fn from_number(number: u32) -> Option<Month> {
        Month::ALL.get(usize::try_from(number).ok()?.checked_sub(1)?).copied()
    }
}

unit_enum! {
    /// A season of the northern hemisphere: spring is March to May, winter December to February.
    ///
    /// ```
    /// assert_eq!("winter".parse(), Ok(sortie::date::Season::Winter));
    /// ```
    Season, "season" {
        /// March to May.
        Spring = "spring",
        /// June to August.
        Summer = "summer",
        /// September to November.
        Autumn = "autumn",
        /// December to February; it bears the year of its December.
        Winter = "winter",
    }
}

unit_enum! {
    /// A part of a day.
    ///
    /// ```
    /// assert_eq!(sortie::date::DayPart::Night.to_string(), "night");
    /// ```
    DayPart, "part of a day" {
        /// Dawn, daybreak, sunrise, the small hours.
        Dawn = "dawn",
        /// Morning.
        Morning = "morning",
        /// Noon, midday.
        Noon = "noon",
        /// Afternoon.
        Afternoon = "afternoon",
        /// Evening, dusk, sunset.
        Evening = "evening",
        /// Night.
        Night = "night",
        /// Midnight.
        Midnight = "midnight",
    }
}

unit_enum! {
    /// A part of a longer unit.
    ///
    /// ```
    /// assert_eq!(sortie::date::Part::Mid.to_string(), "mid");
    /// ```
    Part, "part of a unit" {
        /// "early", "the beginning of".
        Early = "early",
        /// "mid", "the middle of".
        Mid = "mid",
        /// "late", "the end of".
        Late = "late",
        /// "earlier this ...": from its first day to the publication date.
        Earlier = "earlier",
        /// "later this ...": from the publication date to its last day.
        Later = "later",
    }
}

unit_enum! {
    /// How a date lies to an event that the text names instead of a day.
    ///
    /// ```
    /// assert_eq!(sortie::date::Relation::Eve.to_string(), "eve");
    /// ```
    Relation, "relation to an event" {
        /// "two days before the vote".
        Before = "before",
        /// "the day after the talks".
        After = "after",
        /// "on the eve of the summit".
        Eve = "eve",
        /// "the day of the attack".
        On = "on",
    }
}

unit_enum! {
    /// In which unit an expression tells the time, small units first.
    ///
    /// Which of two dates is the more exact, [`DateRange::len`](crate::date::DateRange::len) tells better: a `Range` may be two days or ten years.
    ///
    /// ```
    /// use sortie::date::Precision;
    ///
    /// assert!(Precision::Day < Precision::Month);
    /// assert_eq!("week".parse(), Ok(Precision::Week));
    /// ```
    Precision, "precision" {
        /// A day or a part of one.
        Day = "day",
        /// A Saturday and Sunday.
        Weekend = "weekend",
        /// A week.
        Week = "week",
        /// A month.
        Month = "month",
        /// A season.
        Season = "season",
        /// A quarter of a year.
        Quarter = "quarter",
        /// Half a year.
        Half = "half",
        /// A year.
        Year = "year",
        /// A decade.
        Decade = "decade",
        /// A century.
        Century = "century",
        /// From one day to another.
        Range = "range",
        /// A length of time with no place in the calendar.
        Duration = "duration",
        /// Something that recurs.
        Frequency = "frequency",
        /// No calendar value.
        Vague = "vague",
    }
}
