//! Byte spans.

use serde::{Deserialize, Serialize};

/// A half-open range of UTF-8 byte offsets into an article's text.
///
/// ```
/// use sortie::Span;
///
/// let text = "Erdoğan met Putin";
/// let span = Span { start: 13, end: 18 };
/// assert_eq!(span.of(text), "Putin");
/// // The same span in characters, for users of Python, Java or JavaScript:
/// assert_eq!(span.to_chars(text), 12..17);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Span {
    /// The first byte.
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
}

impl Span {
    /// A span from its two ends.
    ///
    /// ```
    /// assert_eq!(sortie::Span::new(2, 5).len(), 3);
    /// ```
    pub fn new(start: usize, end: usize) -> Span {
        Span { start, end }
    }

    /// The text at this span; empty when the span does not lie on character boundaries of `text`.
    ///
    /// ```
    /// assert_eq!(sortie::Span::new(0, 6).of("Kramatorsk"), "Kramat");
    /// assert_eq!(sortie::Span::new(7, 99).of("Kramatorsk"), "");
    /// ```
    pub fn of<'t>(&self, text: &'t str) -> &'t str {
        text.get(self.start..self.end).unwrap_or("")
    }

    /// The length in bytes.
    ///
    /// ```
    /// assert_eq!(sortie::Span::new(4, 9).len(), 5);
    /// ```
    pub fn len(&self) -> usize {
        self.end.saturating_sub(self.start)
    }

    /// Whether the span holds no byte.
    ///
    /// ```
    /// assert!(sortie::Span::new(4, 4).is_empty());
    /// ```
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Whether the two spans share a byte.
    ///
    /// ```
    /// use sortie::Span;
    ///
    /// assert!(Span::new(0, 5).overlaps(Span::new(4, 6)));
    /// assert!(!Span::new(0, 5).overlaps(Span::new(5, 6)));
    /// ```
    pub fn overlaps(&self, other: Span) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// Whether `other` lies wholly within this span.
    ///
    /// ```
    /// use sortie::Span;
    ///
    /// assert!(Span::new(0, 5).contains(Span::new(1, 5)));
    /// ```
    pub fn contains(&self, other: Span) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// The same span counted in characters (Unicode scalar values) of `text`, as Python counts them.
    ///
    /// Costs a walk over the text before the span's end.
    ///
    /// ```
    /// assert_eq!(sortie::Span::new(8, 12).to_chars("Ağrı, Muş"), 6..9);
    /// ```
    pub fn to_chars(&self, text: &str) -> std::ops::Range<usize> {
        let count = |end: usize| text.char_indices().take_while(|(at, _)| *at < end).count();
        let start = count(self.start);
        start..start.max(count(self.end))
    }
}

impl From<std::ops::Range<usize>> for Span {
    fn from(range: std::ops::Range<usize>) -> Span {
        Span { start: range.start, end: range.end }
    }
}
