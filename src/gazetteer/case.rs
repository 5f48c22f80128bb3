//! Names of dictionaries in capitals, as newspapers would write them.

/// Words that stay small within a name.
const SMALL: &[&str] = &[
    "a", "al", "an", "and", "at", "bin", "by", "da", "de", "del", "der", "des", "di", "do", "dos", "du", "e", "el", "for", "from", "ibn", "in", "la", "las", "le", "los", "of", "on", "the", "to",
    "und", "van", "von", "y",
];

/// Words without vowels that are no acronyms.
const WORDS: &[&str] = &["dr", "jr", "lt", "mr", "mrs", "ms", "mt", "pvt", "sgt", "sr", "st"];

const NUMERALS: &[&str] = &["ii", "iii", "iv", "vi", "vii", "viii", "ix", "xi", "xii", "xiii", "xiv", "xvi", "xxiii"];

/// "AL-SHIFA HOSPITAL OF THE UAE" is "al-Shifa Hospital of the Uae". A name with a small letter stays as it is, and so does a
/// single word of up to three letters, or with full stops: the gazetteer finds it in capitals alone ("US", never "us").
pub(super) fn recase(name: &str) -> String {
    let letters = name.chars().filter(|c| c.is_alphabetic()).count();
    let acronym = !name.contains([' ', '-']) && (letters <= 3 || name.contains('.'));
    if acronym || name.chars().any(char::is_lowercase) {
        return name.to_string();
    }
    let mut cased = String::with_capacity(name.len());
    for (i, word) in name.split(' ').enumerate() {
        if i > 0 {
            cased.push(' ');
        }
        let mut parts = word.split('-').enumerate().peekable();
        while let Some((j, part)) = parts.next() {
            if j > 0 {
                cased.push('-');
            }
            // "al-Shifa", also where it opens the name; "of" and "the" only within.
            let article = j == 0 && parts.peek().is_some() && part.len() == 2;
            push_word(part, i + j > 0 || article, &mut cased);
        }
    }
    cased
}

fn push_word(word: &str, within: bool, cased: &mut String) {
    let lower = word.to_lowercase();
    if within && SMALL.contains(&lower.as_str()) {
        cased.push_str(&lower);
        return;
    }
    let vowels = lower.contains(['a', 'e', 'i', 'o', 'u', 'y']) || !lower.is_ascii();
    let acronym = NUMERALS.contains(&lower.as_str()) || !vowels && word.chars().filter(|c| c.is_alphabetic()).count() <= 5 && !WORDS.contains(&lower.trim_end_matches('.'));
    if acronym || word.contains('.') && word.len() <= 6 && !WORDS.contains(&lower.trim_end_matches('.')) {
        cased.push_str(word);
        return;
    }
    // A capital where the word starts, and after an apostrophe that is no possessive ("O'Brien", but "Children's").
    let mut capital = true;
    for (i, c) in lower.char_indices() {
        if capital && c.is_alphanumeric() {
            cased.extend(c.to_uppercase());
        } else {
            cased.push(c);
        }
        let rest = &lower[i + c.len_utf8()..];
        capital = match c {
            '\'' | '’' => rest.chars().take_while(|c| c.is_alphabetic()).count() > 2,
            '/' | '(' | '"' => true,
            _ => capital && !c.is_alphanumeric(),
        };
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_written_as_in_newspapers() {
        for (name, expected) in [
            ("BLUE BRIGADE", "Blue Brigade"),
            ("ADA AL-OKORO", "Ada al-Okoro"),
            ("AL-NAHR", "al-Nahr"),
            ("MOUTH OF THE RIVER", "Mouth of the River"),
            ("US", "US"),
            ("U.N.", "U.N."),
            ("IRAN", "Iran"),
            ("J.R. O'BRIEN", "J.R. O'Brien"),
            ("CHILDREN'S FUND", "Children's Fund"),
            ("JOHN VI", "John VI"),
            ("BLUE FRONT (BLFR)", "Blue Front (BLFR)"),
            ("MR SMITH", "Mr Smith"),
            ("DHKP/C", "DHKP/C"),
            ("LEFT/RIGHT PARTY", "Left/Right Party"),
            ("UN_Secy Gen", "UN_Secy Gen"),
            ("WÖRNER", "Wörner"),
        ] {
            assert_eq!(recase(name), expected, "{name}");
        }
    }
}
