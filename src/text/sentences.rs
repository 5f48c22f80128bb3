//! Cutting an article into sentences.
//!
//! A sentence ends at `.`, `!`, `?` or `…` (with the quotes and brackets that close after it) before something that can open one,
//! and at the end of a paragraph. Line breaks inside a hard-wrapped paragraph end nothing.

use crate::span::Span;
use crate::text::abbreviations::{Stop, opens_sentence, stop_after};
use crate::text::furniture::{dateline_end, is_furniture};

/// What a sentence is in the article.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum SentenceKind {
    /// A sentence of the story.
    Body,
    /// A title or subtitle: a line of its own with no full stop.
    Headline,
    /// Not part of the story: comment prompts, share lines, photo credits.
    Furniture,
}

/// A sentence and where it stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Sentence {
    /// From its first to its last character, without the space around it and without a dateline.
    pub(crate) span: Span,
    /// The dateline before it ("SARAJEVO, Bosnia (AP) —"), if there is one.
    pub(crate) dateline: Option<Span>,
    pub(crate) kind: SentenceKind,
    /// Counts the paragraphs of the article.
    pub(crate) paragraph: u32,
}

/// What runs on for so many bytes is no sentence that anybody wrote: it is cut at a blank, so that the cost of an article grows with its length
/// alone.
const LONGEST: usize = 3_000;

/// Lines longer than this are not the lines of a hard-wrapped text.
const WRAP_WIDTH: usize = 100;

/// The sentences of an article, in order.
pub(crate) fn sentences(text: &str) -> Vec<Sentence> {
    let wrapped_at = wrap_width(text);
    let mut found = Vec::new();
    let mut paragraph = 0;
    for block in paragraphs(text, wrapped_at) {
        let before = found.len();
        paragraph_sentences(text, block, paragraph, &mut found);
        paragraph += u32::from(found.len() > before);
    }
    found
}

/// The width at which the text is hard-wrapped, or `None` when its lines are paragraphs.
fn wrap_width(text: &str) -> Option<usize> {
    let (mut inner, mut widest, mut open) = (0usize, 0usize, 0usize);
    let mut lines = text.lines().peekable();
    while let Some(line) = lines.next() {
        let line = line.trim_end();
        if line.is_empty() || lines.peek().is_none_or(|next| next.trim().is_empty()) {
            continue;
        }
        let length = line.len();
        if length > WRAP_WIDTH {
            return None;
        }
        inner += 1;
        widest = widest.max(length);
        open += usize::from(!line.ends_with(['.', '!', '?', '”', '"', ':', '…']));
    }
    // Most lines of a wrapped text break in mid-sentence.
    (inner >= 3 && open * 2 > inner && widest >= 30).then_some(widest)
}

/// The paragraphs: blocks between blank lines, or single lines where the text is not wrapped.
fn paragraphs(text: &str, wrapped_at: Option<usize>) -> Vec<Span> {
    let mut blocks: Vec<Span> = Vec::new();
    let mut start = None;
    let mut at = 0;
    let mut previous = "";
    for line in text.split_inclusive('\n') {
        let content = line.trim();
        let begin = at;
        at += line.len();
        if content.is_empty() {
            start = None;
            continue;
        }
        let lead = begin + (line.len() - line.trim_start().len());
        let end = lead + content.len();
        let joins = match (start, wrapped_at) {
            (None, _) => false,
            // A point of a list.
            _ if content.starts_with(['•', '*']) || content.starts_with("- ") || content.starts_with("– ") => false,
            // In a wrapped block a line that stops well short of the margin ends its paragraph.
            (Some(_), Some(width)) => previous.len() + content.split(' ').next().map_or(0, str::len) + 12 > width || content.starts_with(char::is_lowercase),
            // Elsewhere only a line that plainly runs on is joined.
            (Some(_), None) => content.starts_with(char::is_lowercase) && !previous.ends_with(['.', '!', '?', ':']),
        };
        match (joins, blocks.last_mut()) {
            (true, Some(block)) => block.end = end,
            _ => {
                blocks.push(Span::new(lead, end));
                start = Some(lead);
            }
        }
        previous = content;
    }
    blocks
}

fn paragraph_sentences(text: &str, block: Span, paragraph: u32, found: &mut Vec<Sentence>) {
    let content = block.of(text);
    let mut dateline = dateline_end(content).map(|end| Span::new(block.start, block.start + content[..end].trim_end().len()));
    let mut start = dateline_end(content).unwrap_or(0);
    let mut push = |from: usize, to: usize, whole: bool| {
        let piece = &content[from..to];
        let lead = piece.len() - piece.trim_start().len();
        let piece = piece.trim();
        if piece.is_empty() {
            return;
        }
        let span = Span::new(block.start + from + lead, block.start + from + lead + piece.len());
        let kind = if is_furniture(piece) {
            SentenceKind::Furniture
        } else if whole && !piece.ends_with(['.', '!', '?', '…', '”', '"', ';', ':', ',']) {
            SentenceKind::Headline
        } else {
            SentenceKind::Body
        };
        found.push(Sentence { span, dateline: dateline.take(), kind, paragraph });
    };
    let bytes = content.as_bytes();
    let mut at = start;
    while at < bytes.len() {
        let ends = match bytes[at] {
            b'.' | b'!' | b'?' => sentence_end(content, start, at, 1),
            // "…" is E2 80 A6.
            0xe2 if content[at..].starts_with('…') => sentence_end(content, start, at, 3),
            b if at - start >= LONGEST && b.is_ascii_whitespace() => Some(at),
            _ => None,
        };
        match ends {
            Some(end) => {
                push(start, end, false);
                start = end;
                at = end;
            }
            None => at += 1,
        }
    }
    let whole = start == dateline_end(content).unwrap_or(0);
    push(start, content.len(), whole);
}

/// If the terminator of `length` bytes at `at` ends a sentence: where the next one starts.
fn sentence_end(content: &str, start: usize, at: usize, length: usize) -> Option<usize> {
    let mut end = at + length;
    let rest = &content[end..];
    // Terminators come in runs: "?!", "...".
    if rest.starts_with(['.', '!', '?', '…']) {
        return None;
    }
    let closers: usize = rest.chars().take_while(|c| matches!(c, '”' | '"' | '\'' | '’' | ')' | ']' | '»')).map(char::len_utf8).sum();
    end += closers;
    let after = &content[end..];
    let Some(next) = after.chars().next() else { return Some(end) };
    let gap: usize = after.chars().take_while(|c| c.is_whitespace()).map(char::len_utf8).sum();
    let opener = after[gap..].chars().find(|c| !matches!(c, '“' | '"' | '\'' | '‘' | '(' | '[' | '«' | '–' | '—' | '-' | '•' | ' '))?;
    if gap == 0 {
        // A lost blank: "... the town.The army ..." (but not "U.S.Army", "v2.Next" or a domain name).
        let lower_before = content[..at].chars().rev().take_while(|c| c.is_lowercase()).take(2).count() == 2;
        let capitalised = next.is_uppercase() && after.chars().nth(1).is_some_and(char::is_lowercase);
        let url = content[..at].rsplit(char::is_whitespace).next().is_some_and(|word| word.contains(['/', '@']) || word.starts_with("www"));
        return (lower_before && capitalised && closers == 0 && !url).then_some(end);
    }
    // A lower-case word goes on with the sentence (“Why?” he asked), except after a bare full stop and one blank line of text
    // that is all in lower case, which news is not.
    if opener.is_lowercase() {
        return None;
    }
    if content.as_bytes()[at] == b'.' && closers == 0 {
        let word_start = content[start..at]
            .rfind(|c: char| c.is_whitespace() || matches!(c, '(' | '“' | '"' | '[' | '-' | '—' | '–' | '/'))
            .map_or(start, |i| start + i + content[start + i..].chars().next().map_or(1, char::len_utf8));
        let word = &content[word_start..at];
        let following = after[gap..].trim_start_matches(|c: char| !c.is_alphanumeric());
        let following_word: &str = following.split(|c: char| !c.is_alphanumeric()).next().unwrap_or("");
        match stop_after(word) {
            Stop::Belongs => {
                let lower = word.to_lowercase();
                // "No." is a word before anything but a number; a month's stop needs its day.
                if lower == "no" && !following.starts_with(|c: char| c.is_ascii_digit()) {
                    return Some(end);
                }
                return None;
            }
            Stop::Either if !opens_sentence(following_word) => return None,
            _ => {}
        }
        // A list number ("1. Withdraw") stays with its item.
        if !word.is_empty() && word.len() <= 2 && word.bytes().all(|b| b.is_ascii_digit()) && content[start..word_start].trim().is_empty() {
            return None;
        }
    }
    Some(end)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn split(text: &str) -> Vec<&str> {
        sentences(text).iter().map(|s| s.span.of(text)).collect()
    }

    #[test]
    fn abbreviations_do_not_end_sentences() {
        assert_eq!(split("Maj. Gen. Igor Petrov met U.S. officials. They spoke."), ["Maj. Gen. Igor Petrov met U.S. officials.", "They spoke."]);
        assert_eq!(split("He is No. 2 in the U.S. The talks failed."), ["He is No. 2 in the U.S.", "The talks failed."]);
        assert_eq!(split("It began on Oct. 3 at 9 p.m. Shells fell."), ["It began on Oct. 3 at 9 p.m. Shells fell."]);
    }

    #[test]
    fn endless_sentences_are_cut() {
        let text = "The jets bombed the camp and ".repeat(1_000);
        let found = sentences(&text);
        assert!(found.len() > 5 && found.iter().all(|sentence| sentence.span.len() < LONGEST + 40));
    }

    #[test]
    fn quotes_close_with_their_sentence() {
        assert_eq!(split("“We left.” “Why?” he asked. “Orders.”"), ["“We left.”", "“Why?” he asked.", "“Orders.”"]);
    }

    #[test]
    fn lines_and_wraps() {
        assert_eq!(split("Rebels quit town\n\nThey left at dawn. It was\nquiet.\n"), ["Rebels quit town", "They left at dawn.", "It was\nquiet."]);
        let wrapped = "A six-month truce between the army and\nthe rebels of the north began in the\nregion of Upper Valley on Thursday, as\nPresident Juan Ortiz had said. It holds.";
        assert_eq!(split(wrapped).len(), 2);
        let points =
            "The main points of the day, from our\nreporters in the two capitals and on\nthe front line near the river, where:\n- Both sides shelled towns in the north\n- Drones hit a convoy";
        assert_eq!(split(points).len(), 3);
    }

    #[test]
    fn headline_dateline_and_furniture_are_told_apart() {
        let text = "Jets hit port\n\nADEN, Yemen, Oct 3 (Reuters) - Jets hit the port on Monday.\nShare this article";
        let found = sentences(text);
        assert_eq!(found[0].kind, SentenceKind::Headline);
        assert_eq!(found[1].span.of(text), "Jets hit the port on Monday.");
        assert_eq!(found[1].dateline.unwrap().of(text), "ADEN, Yemen, Oct 3 (Reuters) -");
        assert_eq!(found[2].kind, SentenceKind::Furniture);
    }

    #[test]
    fn odd_input_is_cut_somewhere() {
        for text in ["", ".", "...", "?!\u{a0}", "a.B", "“", "\n\n\n", "x.\u{301}Y", "No."] {
            sentences(text);
        }
    }
}
