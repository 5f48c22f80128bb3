//! Words whose full stop does not end a sentence.

/// Abbreviations that a name or number follows: their stop never ends a sentence.
const LEADING: &[&str] = &[
    "adm", "amb", "apr", "aug", "brig", "capt", "cf", "cmdr", "col", "cpl", "dec", "dr", "e.g", "feb", "fig", "fr", "ft", "gen", "gov", "hon", "i.e", "insp", "jan", "jul", "jun", "lt", "maj", "mar",
    "mr", "mrs", "ms", "msgr", "mt", "no", "nos", "nov", "oct", "ph.d", "pres", "prof", "pvt", "rep", "reps", "rev", "sec", "sen", "sens", "sept", "sep", "sgt", "spc", "st", "supt", "vs", "vol",
    "viz", "approx", "al", "el", "messrs", "mx", "sr", "ste", "adj", "dep", "det", "dir", "gens", "cols", "lts", "drs", "art", "para", "pp",
];

/// Abbreviations that may also stand at the end: there the next word decides.
const TRAILING: &[&str] = &["a.m", "bros", "co", "corp", "d.c", "esq", "etc", "inc", "jr", "ltd", "p.m", "plc", "am", "pm", "b.c", "a.d", "e.u", "u.k", "u.n", "u.s", "u.s.a", "u.a.e", "llc"];

/// Words which open a sentence far more often than they follow an abbreviation such as "U.S.".
const OPENERS: &[&str] = &[
    "a", "after", "also", "although", "an", "and", "another", "as", "at", "both", "but", "by", "despite", "during", "each", "earlier", "even", "five", "for", "four", "from", "he", "her", "his",
    "however", "i", "if", "in", "it", "its", "last", "many", "meanwhile", "more", "most", "mr", "mrs", "ms", "no", "none", "not", "on", "one", "only", "other", "others", "our", "several", "she",
    "since", "so", "some", "such", "that", "the", "their", "then", "there", "these", "they", "this", "those", "three", "though", "to", "two", "under", "until", "we", "what", "when", "where", "while",
    "who", "with", "yet", "you",
];

/// What a full stop after `word` (without the stop, any case) may mean.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Stop {
    /// It ends the sentence if a sentence can start after it.
    Ends,
    /// It belongs to the word and ends nothing.
    Belongs,
    /// It belongs to the word; a sentence ends only before a word that opens one.
    Either,
}

pub(crate) fn stop_after(word: &str) -> Stop {
    // A single capital is an initial: "J. R. Smith".
    let mut chars = word.chars();
    if let (Some(c), None) = (chars.next(), chars.next())
        && c.is_uppercase()
        && c != 'I'
    {
        return Stop::Belongs;
    }
    if word.len() > 6 || word.is_empty() {
        return Stop::Ends;
    }
    let lower = word.to_lowercase();
    // "No." and the months end sentences as ordinary words unless a number or name follows; the caller sees to "no".
    if LEADING.contains(&lower.as_str()) && (word.starts_with(char::is_uppercase) || lower.contains('.') || matches!(lower.as_str(), "vs" | "cf" | "viz" | "approx" | "vol" | "pp")) {
        return Stop::Belongs;
    }
    let dotted_initials = word.len() > 2 && word.split('.').all(|part| part.len() == 1 && part.as_bytes()[0].is_ascii_alphabetic());
    if dotted_initials || TRAILING.contains(&lower.as_str()) {
        return Stop::Either;
    }
    Stop::Ends
}

/// Whether `word` opens sentences.
pub(crate) fn opens_sentence(word: &str) -> bool {
    word.len() <= 9 && OPENERS.contains(&word.to_lowercase().as_str())
}
