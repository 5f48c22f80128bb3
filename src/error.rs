//! What can go wrong.

use thiserror::Error;

/// Why an article could not be read.
///
/// ```
/// let error = sortie::parse_article(" \n").unwrap_err();
/// assert!(error.is_blank());
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error(transparent)]
pub struct ParseError(#[from] ParseErrorKind);

#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub(crate) enum ParseErrorKind {
    #[error("the article is blank: it holds nothing but white space")]
    Blank,
    #[error("the article has {length} bytes, more than the limit of {limit}; `Extractor::builder().limit(..)` raises it")]
    TooLong { length: usize, limit: usize },
    #[error("the built-in data could not be loaded: {0}")]
    Data(String),
}

impl ParseError {
    /// The built-in data are damaged.
    pub(crate) fn data(error: GazetteerError) -> ParseError {
        ParseErrorKind::Data(error.to_string()).into()
    }

    /// Whether the article holds nothing but white space.
    ///
    /// ```
    /// assert!(sortie::parse_article("").unwrap_err().is_blank());
    /// ```
    pub fn is_blank(&self) -> bool {
        matches!(self.0, ParseErrorKind::Blank)
    }

    /// Whether the article is longer than the limit.
    ///
    /// ```
    /// let extractor = sortie::Extractor::builder().limit(10).build()?;
    /// let error = extractor.parse_article("Rebels met the army.").unwrap_err();
    /// assert!(error.is_too_long());
    /// assert!(error.to_string().contains("20 bytes"));
    /// # Ok::<(), sortie::GazetteerError>(())
    /// ```
    pub fn is_too_long(&self) -> bool {
        matches!(self.0, ParseErrorKind::TooLong { .. })
    }
}

/// Why names could not be loaded.
///
/// ```
/// let error = sortie::Gazetteer::builder().read_tsv("#name\tcode\nHamas\tH@mas\n", "mine.tsv").unwrap_err();
/// assert_eq!(error.line(), Some(2));
/// assert!(error.to_string().starts_with("mine.tsv:2:7: "), "{error}");
/// ```
#[derive(Debug, Error)]
#[error(transparent)]
pub struct GazetteerError(#[from] GazetteerErrorKind);

#[derive(Debug, Error)]
enum GazetteerErrorKind {
    #[error("{file}:{line}:{column}: {message}: {text:?}")]
    Malformed { file: String, line: usize, column: usize, message: String, text: String },
    #[error("{file}:{line}: {error}")]
    Io { file: String, line: usize, error: std::io::Error },
    #[error("{file}: none of its lines could be read ({rejected} rejected); the first: {first}")]
    Nothing { file: String, rejected: usize, first: String },
    #[error("there are too many names: {0}")]
    TooLarge(String),
    #[error("the embedded syntax model is damaged: {0}")]
    Model(String),
}

impl GazetteerError {
    /// `column` counts bytes from 1; `text` is what stands there.
    pub(crate) fn malformed(file: &str, line: usize, column: usize, message: impl Into<String>, text: &str) -> GazetteerError {
        // A whole binary file may be one "line".
        let text: String = text.chars().take(60).collect();
        GazetteerErrorKind::Malformed { file: file.to_string(), line, column, message: message.into(), text }.into()
    }

    /// Reading failed within or before `line`.
    pub(crate) fn io(file: &str, line: usize, error: std::io::Error) -> GazetteerError {
        GazetteerErrorKind::Io { file: file.to_string(), line, error }.into()
    }

    /// The file is in another format, or damaged from end to end.
    pub(crate) fn nothing(file: &str, rejected: usize, first: &str) -> GazetteerError {
        GazetteerErrorKind::Nothing { file: file.to_string(), rejected, first: first.to_string() }.into()
    }

    pub(crate) fn too_large(message: &str) -> GazetteerError {
        GazetteerErrorKind::TooLarge(message.to_string()).into()
    }

    pub(crate) fn model(message: &str) -> GazetteerError {
        GazetteerErrorKind::Model(message.to_string()).into()
    }

    /// The line of the file, from 1, for malformed input and for input that could not be read on.
    ///
    /// ```
    /// let error = sortie::Gazetteer::builder().read_tsv("no header", "mine.tsv").unwrap_err();
    /// assert_eq!(error.line(), Some(1));
    /// ```
    pub fn line(&self) -> Option<usize> {
        match &self.0 {
            GazetteerErrorKind::Malformed { line, .. } | GazetteerErrorKind::Io { line, .. } => Some(*line),
            _ => None,
        }
    }

    /// The byte column in that line, from 1, for malformed input.
    ///
    /// ```
    /// let error = sortie::Gazetteer::builder().read_tsv("#name\tcode\nX\tno code\n", "mine.tsv").unwrap_err();
    /// assert_eq!(error.column(), Some(3));
    /// ```
    pub fn column(&self) -> Option<usize> {
        match &self.0 {
            GazetteerErrorKind::Malformed { column, .. } => Some(*column),
            _ => None,
        }
    }
}
