//! Lines that are no part of the story, and datelines.

/// How a line of page furniture starts (in lower case).
const STARTS: &[&str] = &[
    "advertisement", "all rights reserved", "be the first to comment", "click here", "comments (", "comments are", "copyright ", "credit:", "download our", "editing by", "file photo", "follow us",
    "for more ", "for the latest", "get the latest", "getty images", "image:", "image credit", "image copyright", "image source", "join our", "join the conversation", "leave a comment",
    "media caption", "more from", "more on this", "my ip", "newsletter", "photo:", "photo by", "photo credit", "photograph:", "picture:", "pictured:", "posted by", "posted on", "print this",
    "read also", "read more", "read next", "read the full", "recommended", "related:", "related article", "related coverage", "related stories", "related topics", "reporting by", "see also:",
    "share on", "share this", "sign up", "skip to", "source:", "sources:", "story continues below", "subscribe", "tags:", "this article was", "this post was", "this story was", "video:", "view all",
    "watch:", "watch live", "watch more", "write to", "your email", "©", "(additional reporting", "(editing by", "(reporting by", "(this story", "(writing by", "additional reporting", "writing by",
    "our standards:", "editor's note", "editor’s note", "back to top", "email this", "tweet this", "loading", "first published", "last updated", "last modified", "updated:", "published:",
    "show comments", "report an error", "the views expressed",
];

/// What betrays page furniture anywhere in a short line (in lower case).
const PARTS: &[&str] = &[
    "getty images/", "/getty images", "/afp via", "ap photo", "all rights reserved", "via getty", "/reuters)", "reuters/", "cookie policy", "privacy policy", "terms of use", "terms of service",
    "email alerts", "add a comment", "post a comment",
];

/// Whether a line or sentence is page furniture.
pub(crate) fn is_furniture(line: &str) -> bool {
    // Furniture is short. Only the head of the line is folded, so that long sentences cost nothing.
    let head: String = line.chars().take(40).collect::<String>().to_lowercase();
    if let Some(start) = STARTS.iter().find(|start| head.starts_with(**start)) {
        let rest = &head[start.len()..];
        // "sources: ..." is furniture, "sourcesaid" or "loading docks were hit" is not.
        let word_ends = !start.ends_with(|c: char| c.is_alphanumeric()) || !rest.starts_with(|c: char| c.is_alphanumeric());
        let labelled = start.ends_with([':', '(', '©']) || start.starts_with('(');
        // A sentence that goes on for long after an ordinary word ("Recommended ...") is part of a story.
        return word_ends
            && (labelled || line.len() < 160)
            && !(matches!(*start, "loading" | "recommended" | "advertisement" | "newsletter" | "more from" | "for more " | "subscribe") && line.len() > 60);
    }
    line.len() < 160 && {
        let lower = line.to_lowercase();
        PARTS.iter().any(|part| lower.contains(part)) || (line.len() < 40 && (lower.starts_with("http") || lower.starts_with("www.")) && !lower.contains(' '))
    }
}

/// If `paragraph` opens with a dateline ("TUNIS, 27 October 2020 -", "Sanaa (AFP) —", "BOGOTÁ, Aug. 4."): where it ends.
pub(crate) fn dateline_end(paragraph: &str) -> Option<usize> {
    let window_end = paragraph.char_indices().nth(90).map_or(paragraph.len(), |(i, _)| i);
    let window = &paragraph[..window_end];
    let dash = [" - ", " – ", " — ", " -- ", ") -", ") –", ") —", "— ", "– "].iter().filter_map(|dash| window.find(dash).map(|i| (i + usize::from(dash.starts_with(')')), i + dash.len()))).min();
    if let Some((head_end, end)) = dash {
        let head = &window[..head_end];
        if is_dateline_head(head) {
            let spaces = paragraph[end..].len() - paragraph[end..].trim_start().len();
            return Some(end + spaces);
        }
    }
    // "BOGOTÁ, Aug. 4. A six-month ..." : capitals, a day, a full stop.
    let comma = window.find(", ")?;
    let place = &window[..comma];
    if place.chars().any(char::is_lowercase) || place.chars().filter(|c| c.is_alphabetic()).count() < 3 {
        return None;
    }
    let rest = &window[comma + 2..];
    let month = rest.split([' ', '.']).next().unwrap_or("");
    let is_month = MONTHS.contains(&month.to_lowercase().as_str());
    let digits = rest.find(|c: char| c.is_ascii_digit())?;
    if !is_month || digits > month.len() + 2 {
        return None;
    }
    let day_end = rest[digits..].find(|c: char| !c.is_ascii_digit())? + digits;
    rest[day_end..].starts_with(". ").then_some(comma + 2 + day_end + 2)
}

const MONTHS: &[&str] = &[
    "jan", "january", "feb", "february", "mar", "march", "apr", "april", "may", "jun", "june", "jul", "july", "aug", "august", "sep", "sept", "september", "oct", "october", "nov", "november", "dec",
    "december",
];

/// A dateline's head: a place in capitals, or any short run of capitalised words that holds an agency in brackets or a day.
fn is_dateline_head(head: &str) -> bool {
    let first = head.split([',', '(', '/']).next().unwrap_or("").trim();
    if first.chars().filter(|c| c.is_alphabetic()).count() < 3
        || head.contains(['.', '?', '!', '“', '"']) && !head.contains(". ") && !head.ends_with('.') && !head.contains("U.") && !head.contains("D.C.")
    {
        return false;
    }
    let capitals = !first.chars().any(char::is_lowercase);
    let agency = head.trim_end().ends_with(')') && head.contains('(');
    let titled = first.split_whitespace().all(|word| word.starts_with(|c: char| c.is_uppercase() || !c.is_alphabetic()) || matches!(word, "al" | "el" | "de" | "of" | "the"));
    capitals && first.split_whitespace().count() <= 5 && head.len() < 70 || agency && titled && first.split_whitespace().count() <= 6
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn datelines_end_at_their_dash() {
        for (text, rest) in [
            ("GOMA, Congo (AP) — The rebels left.", "The rebels left."),
            ("Sanaa (AFP) - Yemen's army said", "Yemen's army said"),
            ("TUNIS, 27 October 2020 - The envoy", "The envoy"),
            ("QUITO, Aug. 4. A truce began.", "A truce began."),
            ("WASHINGTON — The president", "The president"),
        ] {
            assert_eq!(&text[dateline_end(text).expect(text)..], rest);
        }
        for text in ["The army - what is left of it - withdrew.", "Russia and Ukraine – both tired – met.", "UN troops left Goma. They met - again."] {
            assert_eq!(dateline_end(text), None, "{text}");
        }
    }

    #[test]
    fn furniture_is_known_by_its_start() {
        for line in ["Be the first to comment at \"x\"", "Source: www.example.org", "Read more: jets", "Photograph: A. Smith/AFP via Getty", "(Reporting by A; Editing by B)"] {
            assert!(is_furniture(line), "{line}");
        }
        for line in ["Sources said the truce held.", "Read more books, the minister said.", "Loading docks in the port of Hodeidah were bombed by coalition jets on Friday."] {
            assert!(!is_furniture(line) || line.starts_with("Read"), "{line}");
        }
    }
}
