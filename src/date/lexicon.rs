//! The words that date expressions are made of, and a lookup that costs next to nothing for all others.

use once_cell::sync::Lazy;

use super::holiday::Holiday;
use super::units::{DateUnit, DayPart, Direction, Month, Part, Season, Weekday};

/// What a word means within a date expression.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Lex {
    Weekday(Weekday),
    /// "Mon", "Sat": too short to stand alone.
    WeekdayShort(Weekday),
    /// "Mondays".
    Weekdays(Weekday),
    Month(Month),
    /// "Jan", "Sept".
    MonthShort(Month),
    Cardinal(u32),
    /// "twenty" to "ninety", which may take a second numeral.
    Tens(u32),
    /// "hundred", "dozen".
    Times(u32),
    Ordinal(u8),
    /// "few", "several", "many".
    Several,
    Couple,
    /// "a", "an".
    Article,
    The,
    /// A unit, and whether it is in the plural.
    Unit(DateUnit, bool),
    Fortnight,
    Weekend,
    Half,
    Season(Season),
    DayPart(DayPart),
    /// "mornings", which recur.
    DayParts,
    /// "today", "yesterday", "tomorrow".
    Day(i32),
    Tonight,
    Overnight,
    Last,
    /// "final", which is "last" without a side.
    Final,
    Past,
    Next,
    Coming,
    This,
    That,
    Same,
    /// "previous", "preceding".
    Previous,
    Following,
    /// "early", "late", "mid", "earlier", "later".
    Part(Part),
    /// "beginning", "end", "middle", which take "of".
    PartNoun(Part),
    Ago,
    Now,
    Since,
    Until,
    By,
    From,
    To,
    Through,
    Between,
    And,
    Of,
    On,
    In,
    At,
    Over,
    Within,
    Before,
    After,
    /// "during", "for", "around" and other words that go before a date.
    Preposition,
    /// "his", "its", "their".
    Possessive,
    Into,
    Eve,
    /// "hours" of "the early hours of" has its own unit; "every", "each".
    Every,
    /// "daily", "weekly".
    Each(DateUnit),
    /// "once", "twice".
    Twice,
    /// "recently", "lately".
    Vague(Direction),
    /// "recent", which needs a unit.
    Recent,
    /// "about", "nearly", before a number.
    About,
    /// "more", "less", "at least": with "than".
    More,
    Than,
    /// "GMT", "UTC", "hours" after a clock time.
    Zone,
    Meridiem(bool),
    /// The first word of a holiday.
    Holiday,
    /// What is counted after a number that is no year: "people", "troops".
    Counted,
}

use Lex as L;

#[rustfmt::skip]
const WORDS: &[(&str, Lex)] = &[
    ("monday", L::Weekday(Weekday::Monday)), ("tuesday", L::Weekday(Weekday::Tuesday)), ("wednesday", L::Weekday(Weekday::Wednesday)),
    ("thursday", L::Weekday(Weekday::Thursday)), ("friday", L::Weekday(Weekday::Friday)), ("saturday", L::Weekday(Weekday::Saturday)),
    ("sunday", L::Weekday(Weekday::Sunday)),
    ("mondays", L::Weekdays(Weekday::Monday)), ("tuesdays", L::Weekdays(Weekday::Tuesday)), ("wednesdays", L::Weekdays(Weekday::Wednesday)),
    ("thursdays", L::Weekdays(Weekday::Thursday)), ("fridays", L::Weekdays(Weekday::Friday)), ("saturdays", L::Weekdays(Weekday::Saturday)),
    ("sundays", L::Weekdays(Weekday::Sunday)),
    ("mon", L::WeekdayShort(Weekday::Monday)), ("tue", L::WeekdayShort(Weekday::Tuesday)), ("tues", L::WeekdayShort(Weekday::Tuesday)),
    ("wed", L::WeekdayShort(Weekday::Wednesday)), ("weds", L::WeekdayShort(Weekday::Wednesday)), ("thu", L::WeekdayShort(Weekday::Thursday)),
    ("thur", L::WeekdayShort(Weekday::Thursday)), ("thurs", L::WeekdayShort(Weekday::Thursday)), ("fri", L::WeekdayShort(Weekday::Friday)),
    ("sat", L::WeekdayShort(Weekday::Saturday)), ("sun", L::WeekdayShort(Weekday::Sunday)),
    ("january", L::Month(Month::January)), ("february", L::Month(Month::February)), ("march", L::Month(Month::March)),
    ("april", L::Month(Month::April)), ("may", L::Month(Month::May)), ("june", L::Month(Month::June)), ("july", L::Month(Month::July)),
    ("august", L::Month(Month::August)), ("september", L::Month(Month::September)), ("october", L::Month(Month::October)),
    ("november", L::Month(Month::November)), ("december", L::Month(Month::December)),
    ("jan", L::MonthShort(Month::January)), ("feb", L::MonthShort(Month::February)), ("mar", L::MonthShort(Month::March)),
    ("apr", L::MonthShort(Month::April)), ("jun", L::MonthShort(Month::June)), ("jul", L::MonthShort(Month::July)),
    ("aug", L::MonthShort(Month::August)), ("sep", L::MonthShort(Month::September)), ("sept", L::MonthShort(Month::September)),
    ("oct", L::MonthShort(Month::October)), ("nov", L::MonthShort(Month::November)), ("dec", L::MonthShort(Month::December)),
    ("one", L::Cardinal(1)), ("two", L::Cardinal(2)), ("three", L::Cardinal(3)), ("four", L::Cardinal(4)), ("five", L::Cardinal(5)),
    ("six", L::Cardinal(6)), ("seven", L::Cardinal(7)), ("eight", L::Cardinal(8)), ("nine", L::Cardinal(9)), ("ten", L::Cardinal(10)),
    ("eleven", L::Cardinal(11)), ("twelve", L::Cardinal(12)), ("thirteen", L::Cardinal(13)), ("fourteen", L::Cardinal(14)),
    ("fifteen", L::Cardinal(15)), ("sixteen", L::Cardinal(16)), ("seventeen", L::Cardinal(17)), ("eighteen", L::Cardinal(18)),
    ("nineteen", L::Cardinal(19)),
    ("twenty", L::Tens(20)), ("thirty", L::Tens(30)), ("forty", L::Tens(40)), ("fifty", L::Tens(50)), ("sixty", L::Tens(60)),
    ("seventy", L::Tens(70)), ("eighty", L::Tens(80)), ("ninety", L::Tens(90)),
    ("hundred", L::Times(100)), ("thousand", L::Times(1000)), ("dozen", L::Times(12)),
    ("first", L::Ordinal(1)), ("second", L::Ordinal(2)), ("third", L::Ordinal(3)), ("fourth", L::Ordinal(4)), ("fifth", L::Ordinal(5)),
    ("sixth", L::Ordinal(6)), ("seventh", L::Ordinal(7)), ("eighth", L::Ordinal(8)), ("ninth", L::Ordinal(9)), ("tenth", L::Ordinal(10)),
    ("eleventh", L::Ordinal(11)), ("twelfth", L::Ordinal(12)), ("thirteenth", L::Ordinal(13)), ("fourteenth", L::Ordinal(14)),
    ("fifteenth", L::Ordinal(15)), ("sixteenth", L::Ordinal(16)), ("seventeenth", L::Ordinal(17)), ("eighteenth", L::Ordinal(18)),
    ("nineteenth", L::Ordinal(19)), ("twentieth", L::Ordinal(20)), ("thirtieth", L::Ordinal(30)),
    ("few", L::Several), ("several", L::Several), ("many", L::Several), ("couple", L::Couple),
    ("a", L::Article), ("an", L::Article), ("the", L::The),
    ("minute", L::Unit(DateUnit::Minute, false)), ("minutes", L::Unit(DateUnit::Minute, true)), ("hour", L::Unit(DateUnit::Hour, false)),
    ("hours", L::Unit(DateUnit::Hour, true)), ("day", L::Unit(DateUnit::Day, false)), ("days", L::Unit(DateUnit::Day, true)),
    ("nights", L::Unit(DateUnit::Day, true)), ("week", L::Unit(DateUnit::Week, false)), ("weeks", L::Unit(DateUnit::Week, true)),
    ("month", L::Unit(DateUnit::Month, false)), ("months", L::Unit(DateUnit::Month, true)), ("quarter", L::Unit(DateUnit::Quarter, false)),
    ("quarters", L::Unit(DateUnit::Quarter, true)), ("year", L::Unit(DateUnit::Year, false)), ("years", L::Unit(DateUnit::Year, true)),
    ("decade", L::Unit(DateUnit::Decade, false)), ("decades", L::Unit(DateUnit::Decade, true)), ("century", L::Unit(DateUnit::Century, false)),
    ("centuries", L::Unit(DateUnit::Century, true)), ("fortnight", L::Fortnight),
    ("weekend", L::Weekend), ("half", L::Half),
    ("spring", L::Season(Season::Spring)), ("summer", L::Season(Season::Summer)), ("autumn", L::Season(Season::Autumn)),
    ("fall", L::Season(Season::Autumn)), ("winter", L::Season(Season::Winter)),
    ("dawn", L::DayPart(DayPart::Dawn)), ("daybreak", L::DayPart(DayPart::Dawn)), ("sunrise", L::DayPart(DayPart::Dawn)),
    ("morning", L::DayPart(DayPart::Morning)), ("noon", L::DayPart(DayPart::Noon)), ("midday", L::DayPart(DayPart::Noon)),
    ("lunchtime", L::DayPart(DayPart::Noon)), ("afternoon", L::DayPart(DayPart::Afternoon)), ("evening", L::DayPart(DayPart::Evening)),
    ("dusk", L::DayPart(DayPart::Evening)), ("sunset", L::DayPart(DayPart::Evening)), ("sundown", L::DayPart(DayPart::Evening)),
    ("nightfall", L::DayPart(DayPart::Evening)), ("night", L::DayPart(DayPart::Night)), ("midnight", L::DayPart(DayPart::Midnight)),
    ("mornings", L::DayParts), ("afternoons", L::DayParts), ("evenings", L::DayParts),
    ("today", L::Day(0)), ("yesterday", L::Day(-1)), ("tomorrow", L::Day(1)), ("tonight", L::Tonight), ("overnight", L::Overnight),
    ("last", L::Last), ("final", L::Final), ("past", L::Past), ("next", L::Next), ("coming", L::Coming), ("upcoming", L::Coming), ("this", L::This),
    ("that", L::That), ("same", L::Same), ("previous", L::Previous), ("preceding", L::Previous), ("following", L::Following),
    ("ensuing", L::Following), ("early", L::Part(Part::Early)), ("late", L::Part(Part::Late)), ("mid", L::Part(Part::Mid)),
    ("earlier", L::Part(Part::Earlier)), ("later", L::Part(Part::Later)), ("beginning", L::PartNoun(Part::Early)),
    ("start", L::PartNoun(Part::Early)), ("outset", L::PartNoun(Part::Early)), ("middle", L::PartNoun(Part::Mid)),
    ("end", L::PartNoun(Part::Late)), ("close", L::PartNoun(Part::Late)), ("ago", L::Ago), ("now", L::Now), ("since", L::Since),
    ("until", L::Until), ("till", L::Until), ("by", L::By), ("from", L::From), ("to", L::To), ("through", L::Through), ("thru", L::Through),
    ("between", L::Between), ("and", L::And), ("of", L::Of), ("on", L::On), ("in", L::In), ("at", L::At), ("over", L::Over),
    ("within", L::Within), ("before", L::Before), ("after", L::After), ("during", L::Preposition), ("throughout", L::Preposition),
    ("for", L::Preposition), ("or", L::Preposition), ("circa", L::Preposition), ("as", L::Preposition),
    ("his", L::Possessive), ("her", L::Possessive), ("its", L::Possessive), ("their", L::Possessive), ("our", L::Possessive),
    ("into", L::Into), ("eve", L::Eve), ("every", L::Every), ("each", L::Every), ("once", L::Twice), ("twice", L::Twice),
    ("hourly", L::Each(DateUnit::Hour)), ("daily", L::Each(DateUnit::Day)), ("nightly", L::Each(DateUnit::Day)),
    ("weekly", L::Each(DateUnit::Week)), ("fortnightly", L::Each(DateUnit::Week)), ("monthly", L::Each(DateUnit::Month)),
    ("quarterly", L::Each(DateUnit::Quarter)), ("yearly", L::Each(DateUnit::Year)), ("annually", L::Each(DateUnit::Year)),
    ("recently", L::Vague(Direction::Past)), ("lately", L::Vague(Direction::Past)), ("formerly", L::Vague(Direction::Past)),
    ("soon", L::Vague(Direction::Future)), ("shortly", L::Vague(Direction::Future)), ("recent", L::Recent),
    ("about", L::About), ("around", L::About), ("nearly", L::About), ("almost", L::About), ("roughly", L::About), ("some", L::About),
    ("approximately", L::About), ("barely", L::About), ("just", L::About), ("exactly", L::About), ("only", L::About),
    ("more", L::More), ("less", L::More), ("fewer", L::More), ("than", L::Than),
    ("gmt", L::Zone), ("utc", L::Zone), ("bst", L::Zone), ("est", L::Zone), ("edt", L::Zone), ("cet", L::Zone),
    ("am", L::Meridiem(false)), ("pm", L::Meridiem(true)),
    ("people", L::Counted), ("others", L::Counted), ("troops", L::Counted), ("men", L::Counted), ("women", L::Counted),
    ("children", L::Counted), ("percent", L::Counted), ("metres", L::Counted), ("meters", L::Counted), ("feet", L::Counted),
    ("km", L::Counted), ("kilometers", L::Counted), ("kilometres", L::Counted), ("miles", L::Counted), ("dollars", L::Counted),
    ("euros", L::Counted), ("pounds", L::Counted), ("tons", L::Counted), ("tonnes", L::Counted), ("personnel", L::Counted),
    ("soldiers", L::Counted), ("civilians", L::Counted), ("fighters", L::Counted), ("points", L::Counted), ("police", L::Counted),
];

/// Holidays by their words, the longer before the shorter of the same beginning. "Day" after a name is left to the parser where it may be missing.
#[rustfmt::skip]
pub(super) const HOLIDAYS: &[(&[&str], Holiday)] = &[
    (&["new", "year", "'s", "eve"], Holiday::NewYearsEve), (&["new", "year", "eve"], Holiday::NewYearsEve),
    (&["new", "year", "'s", "day"], Holiday::NewYearsDay), (&["new", "year", "day"], Holiday::NewYearsDay),
    (&["orthodox", "christmas"], Holiday::OrthodoxChristmas), (&["orthodox", "easter", "sunday"], Holiday::OrthodoxEaster),
    (&["orthodox", "easter"], Holiday::OrthodoxEaster),
    (&["christmas", "eve"], Holiday::ChristmasEve), (&["christmas", "day"], Holiday::Christmas), (&["christmas"], Holiday::Christmas),
    (&["boxing", "day"], Holiday::BoxingDay), (&["valentine", "'s", "day"], Holiday::ValentinesDay), (&["may", "day"], Holiday::MayDay),
    (&["victory", "day"], Holiday::VictoryDay), (&["ve", "day"], Holiday::VeDay), (&["bastille", "day"], Holiday::BastilleDay),
    (&["halloween"], Holiday::Halloween), (&["armistice", "day"], Holiday::ArmisticeDay), (&["remembrance", "day"], Holiday::ArmisticeDay),
    (&["veterans", "day"], Holiday::ArmisticeDay), (&["thanksgiving", "day"], Holiday::Thanksgiving), (&["thanksgiving"], Holiday::Thanksgiving),
    (&["ash", "wednesday"], Holiday::AshWednesday), (&["palm", "sunday"], Holiday::PalmSunday), (&["good", "friday"], Holiday::GoodFriday),
    (&["easter", "sunday"], Holiday::Easter), (&["easter", "monday"], Holiday::EasterMonday), (&["easter", "day"], Holiday::Easter),
    (&["easter"], Holiday::Easter),
    (&["ramadan"], Holiday::Ramadan), (&["ramadhan"], Holiday::Ramadan), (&["ramazan"], Holiday::Ramadan),
    (&["eid", "al", "-", "fitr"], Holiday::EidAlFitr), (&["eid", "al", "fitr"], Holiday::EidAlFitr), (&["eid", "ul", "-", "fitr"], Holiday::EidAlFitr),
    (&["eid", "el", "-", "fitr"], Holiday::EidAlFitr), (&["eid", "al", "-", "adha"], Holiday::EidAlAdha), (&["eid", "al", "adha"], Holiday::EidAlAdha),
    (&["eid", "ul", "-", "adha"], Holiday::EidAlAdha), (&["eid", "el", "-", "adha"], Holiday::EidAlAdha),
    (&["ashura"], Holiday::Ashura), (&["ashoura"], Holiday::Ashura), (&["nowruz"], Holiday::Nowruz), (&["newroz"], Holiday::Nowruz),
    (&["norouz"], Holiday::Nowruz), (&["navruz"], Holiday::Nowruz), (&["passover"], Holiday::Passover),
    (&["rosh", "hashanah"], Holiday::RoshHashanah), (&["rosh", "hashana"], Holiday::RoshHashanah), (&["yom", "kippur"], Holiday::YomKippur),
    (&["hanukkah"], Holiday::Hanukkah), (&["chanukah"], Holiday::Hanukkah), (&["diwali"], Holiday::Diwali), (&["deepavali"], Holiday::Diwali),
    (&["lunar", "new", "year"], Holiday::LunarNewYear), (&["chinese", "new", "year"], Holiday::LunarNewYear), (&["tet"], Holiday::LunarNewYear),
];

/// The longest word of the table; longer ones aren't looked up.
const LONGEST: usize = 14;

/// Words in buckets by first letter and length: most words of a text meet an empty bucket, or one or two comparisons.
struct Index {
    words: Vec<(&'static str, Lex)>,
    /// Where the bucket of a letter and length begins; it ends where the next begins.
    starts: Vec<u16>,
}

static INDEX: Lazy<Index> = Lazy::new(|| {
    let mut words = WORDS.to_vec();
    for (phrase, _) in HOLIDAYS {
        if !words.iter().any(|(word, _)| *word == phrase[0]) {
            words.push((phrase[0], L::Holiday));
        }
    }
    words.sort_by_key(|(word, _)| bucket(word.as_bytes()));
    let mut starts = vec![0; 26 * (LONGEST + 1) + 1];
    for (word, _) in &words {
        starts[bucket(word.as_bytes()).unwrap_or(0) + 1] += 1;
    }
    for i in 1..starts.len() {
        starts[i] += starts[i - 1];
    }
    Index { words, starts }
});

fn bucket(word: &[u8]) -> Option<usize> {
    let letter = word.first()?.to_ascii_lowercase().wrapping_sub(b'a');
    (letter < 26 && word.len() <= LONGEST).then(|| usize::from(letter) * (LONGEST + 1) + word.len())
}

/// What the word means, if it is of any interest here.
pub(super) fn lookup(word: &str) -> Option<Lex> {
    let bucket = bucket(word.as_bytes())?;
    let index = &*INDEX;
    let range = usize::from(index.starts[bucket])..usize::from(index.starts[bucket + 1]);
    index.words[range].iter().find(|(known, _)| known.eq_ignore_ascii_case(word)).map(|(_, lex)| *lex)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_is_found() {
        for (word, lex) in WORDS {
            assert_eq!(lookup(word), Some(*lex), "{word}");
            assert!(word.len() <= LONGEST);
        }
        assert_eq!(lookup("Christmas"), Some(L::Holiday));
        assert_eq!(lookup("Aleppo"), None);
        assert_eq!(lookup(""), None);
    }
}
