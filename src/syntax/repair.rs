//! Mends what the parser gets wrong in ways that the words betray.

use super::model::Rel;
use super::tree::Word;
use crate::lexicon::is_day;

/// "will meet next month": a time is no object.
pub(super) fn times_as_objects(words: &mut [Word], lower: &str) {
    const TIMES: &[&str] = &["week", "month", "year", "weekend", "morning", "evening", "night", "afternoon", "summer", "winter", "spring", "autumn"];
    for word in words {
        let low = &lower[word.start as usize..word.end as usize];
        if word.rel == Rel::Obj && (is_day(low) || TIMES.contains(&low)) {
            word.rel = Rel::OblUnmarked;
        }
    }
}
