//! Words that name a day, which the parser takes for actors and objects.

/// Whether `word` (in lower case) names a day, seen from today or within the week.
pub(crate) fn is_day(word: &str) -> bool {
    matches!(word, "monday" | "tuesday" | "wednesday" | "thursday" | "friday" | "saturday" | "sunday" | "yesterday" | "today" | "tomorrow")
}
