//! Quotations of an article: what stands between quotation marks, over sentences and paragraphs.

use crate::span::Span;
use crate::text::{Sentence, SentenceKind};

/// The quotations of an article, marks included, in text order; none lies in another.
#[derive(Debug, Default)]
pub(crate) struct Quotes {
    spans: Vec<Span>,
}

impl Quotes {
    /// The quotations of a text. One that is not closed in its paragraph ends with it, unless the next paragraph opens again.
    pub(crate) fn of(text: &str, sentences: &[Sentence]) -> Quotes {
        let mut found = Quotes::default();
        let mut open: Option<usize> = None;
        // Where the next mark stands, if it has been looked for.
        let mut mark = 0;
        let body: Vec<_> = sentences.iter().filter(|sentence| sentence.kind != SentenceKind::Furniture).collect();
        for paragraph in body.chunk_by(|a, b| a.paragraph == b.paragraph) {
            let (Some(first), Some(last)) = (paragraph.first(), paragraph.last()) else { continue };
            let span = Span::new(first.span.start, last.span.end);
            // A statement in quotation marks may run over paragraphs that do not open again, to a mark that closes it.
            if mark < span.start {
                mark = if open.is_some() { span.start + text[span.start..].find(MARKS).unwrap_or(text.len() - span.start) } else { 0 };
            }
            if let Some(start) = open.filter(|_| !span.of(text).starts_with(['“', '"', '«']) && !closes(text, mark)) {
                let end = text[..span.start].trim_end().len();
                found.spans.push(Span::new(start, end.max(start)));
                open = None;
            }
            open = found.scan(text, span, open);
        }
        if let Some(start) = open {
            found.spans.push(Span::new(start, text.len()));
        }
        found
    }

    /// Reads one paragraph; returns where a quotation starts that is still open at its end.
    fn scan(&mut self, text: &str, span: Span, mut open: Option<usize>) -> Option<usize> {
        let mut before = ' ';
        let mut single: Option<usize> = None;
        let mut chars = span.of(text).char_indices().peekable();
        while let Some((i, c)) = chars.next() {
            let at = span.start + i;
            let end = at + c.len_utf8();
            let after = chars.peek().map_or(' ', |(_, c)| *c);
            let begins = !before.is_alphanumeric() && !after.is_whitespace() && !matches!(before, ',' | '.' | '!' | '?' | '…');
            match c {
                // A paragraph that opens again goes on with the same quotation.
                '“' | '«' => open = open.filter(|_| i == 0).or(Some(at)),
                '"' if begins => open = open.filter(|_| i == 0).or(Some(at)),
                '”' | '»' | '"' => {
                    if let Some(start) = open.take() {
                        self.spans.push(Span::new(start, end));
                    }
                }
                // Single marks quote within a line; otherwise they are apostrophes.
                '‘' | '\'' if open.is_none() && single.is_none() && begins && (c == '‘' || after.is_alphabetic()) => single = Some(at),
                '’' | '\'' if open.is_none() && !after.is_alphanumeric() => {
                    if let Some(start) = single.take() {
                        self.spans.push(Span::new(start, end));
                    }
                }
                _ => {}
            }
            before = c;
        }
        open
    }

    /// The quotation around byte `at`.
    pub(super) fn around(&self, at: usize) -> Option<Span> {
        let i = self.spans.partition_point(|span| span.end <= at);
        self.spans.get(i).copied().filter(|span| span.start <= at)
    }

    /// The quotations that share something with `span`.
    pub(super) fn touching(&self, span: Span) -> impl Iterator<Item = Span> + '_ {
        let from = self.spans.partition_point(|own| own.end <= span.start);
        self.spans[from..].iter().copied().take_while(move |own| own.start < span.end)
    }

    /// The first quotation that starts in `span`.
    pub(super) fn first_in(&self, span: Span) -> Option<Span> {
        let i = self.spans.partition_point(|own| own.start < span.start);
        self.spans.get(i).copied().filter(|own| own.start < span.end)
    }
}

/// Marks that open or close a quotation over sentences.
const MARKS: [char; 5] = ['“', '”', '«', '»', '"'];

/// Whether the quotation mark at `at` closes.
fn closes(text: &str, at: usize) -> bool {
    let mut chars = text.get(at..).unwrap_or("").chars();
    match chars.next() {
        Some('”' | '»') => true,
        Some('"') => !chars.next().is_some_and(char::is_alphanumeric),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::sentences;

    fn quoted(text: &str) -> Vec<&str> {
        Quotes::of(text, &sentences(text)).spans.iter().map(|span| span.of(text)).collect()
    }

    #[test]
    fn marks_pair_within_and_across_paragraphs() {
        assert_eq!(quoted("“We left,” he said. \"Why?\" she asked."), ["“We left,”", "\"Why?\""]);
        assert_eq!(quoted("“One day.\n\n“Two days,” he said."), ["“One day.\n\n“Two days,”"]);
        assert_eq!(quoted("\"One day.\n\nTwo days.\"\n\nThey left."), ["\"One day.\n\nTwo days.\""]);
        assert_eq!(quoted("“One day.\n\nThe army left. “Two,” it said."), ["“One day.", "“Two,”"]);
    }

    #[test]
    fn apostrophes_are_no_marks() {
        assert!(quoted("The rebels' camp and the army's guns weren't there.").is_empty());
        assert_eq!(quoted("'No talks' - minister"), ["'No talks'"]);
    }

    #[test]
    fn stray_marks_break_nothing() {
        for text in ["“", "”", "\"", "a\"", "«»", "‘’‘", "“\n\n”\n\n“", "\"\n\"\n\""] {
            quoted(text);
        }
    }
}
