//! Where a sentence is better parsed in pieces.
//!
//! The treebank has few sentences that close with "..., officials said", of which news is full: the parser takes the last verb for the main
//! one and mistakes the clause before it. Cut off first, both pieces are sentences that it knows.

use std::ops::Range;

/// Verbs of saying that close a sentence.
const SAYING: &[&str] =
    &["said", "says", "told", "added", "reported", "announced", "wrote", "confirmed", "claimed", "insisted", "warned", "tweeted", "quoted", "noted", "explained", "stated", "declared", "reports"];

/// Words after the comma that begin another kind of clause.
const OTHER_CLAUSES: &[&str] = &["which", "who", "that", "but", "and", "while", "although", "where", "when", "whose", "as", "because", "if", "after", "before", "adding", "saying", "so", "or", "than"];

/// The pieces of a sentence, given its words in lower case. The first is the main one.
pub(super) fn segments(words: &[&str]) -> Vec<Range<usize>> {
    let mut pieces = Vec::new();
    let mut from = 0;
    for (i, word) in words.iter().enumerate() {
        // Both sides must be long enough to be clauses.
        if *word == ";" && i - from > 3 && words.len() - i > 3 {
            pieces.push(from..i + 1);
            from = i + 1;
        }
    }
    pieces.push(from..words.len());
    pieces.into_iter().flat_map(|piece| closing_saying(words, piece)).collect()
}

/// A piece, cut before a saying that closes it.
fn closing_saying(words: &[&str], piece: Range<usize>) -> Vec<Range<usize>> {
    let slice = &words[piece.clone()];
    let cue = slice.iter().rposition(|word| SAYING.contains(word));
    let Some(cue) = cue.filter(|cue| slice.len() - cue <= 13) else { return vec![piece] };
    let Some(comma) = slice[..cue].iter().rposition(|word| *word == ",").filter(|comma| *comma >= 3 && cue - comma <= 11) else { return vec![piece] };
    let next = slice.get(comma + 1).copied().unwrap_or("");
    let quote = matches!(next, "”" | "\"" | "’");
    let start = if quote { comma + 2 } else { comma + 1 };
    let first = slice.get(start).copied().unwrap_or("");
    if OTHER_CLAUSES.contains(&first) || slice[cue + 1..].iter().any(|word| matches!(*word, "that" | ":" | "“" | "was" | "were" | "had" | "has" | "would" | "will")) {
        return vec![piece];
    }
    vec![piece.start..piece.start + start, piece.start + start..piece.end]
}

#[cfg(test)]
mod tests {
    use super::segments;

    fn cut(text: &str) -> Vec<String> {
        let words: Vec<&str> = text.split(' ').collect();
        segments(&words).into_iter().map(|range| words[range].join(" ")).collect()
    }

    #[test]
    fn closing_sayings_and_semicolons_are_cut() {
        assert_eq!(cut("jets hit the port on monday , two officials said ."), ["jets hit the port on monday ,", "two officials said ."]);
        assert_eq!(cut("“ we will leave , ” said the general ."), ["“ we will leave , ”", "said the general ."]);
        assert_eq!(cut("the army left the town ; the rebels came back ."), ["the army left the town ;", "the rebels came back ."]);
        assert_eq!(cut("the army , which left , said it would return ."), ["the army , which left , said it would return ."]);
    }
}
