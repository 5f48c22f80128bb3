//! What a loader made of a file.

use std::fmt;

/// What [`GazetteerBuilder::load`](crate::GazetteerBuilder::load) read, and what it could not read.
///
/// One report can take the loads of several files; its counts add up. Real dictionaries have malformed lines: those are
/// skipped, but never silently.
///
/// ```
/// use sortie::{Gazetteer, LoadReport, NameSource};
///
/// let actors = "BLUE_BRIGADE_ [SDNREB]\n+BLUES_\nLOST_NAME_ [SDNREB\n";
/// let mut report = LoadReport::default();
/// let gazetteer = Gazetteer::builder().load(NameSource::phoenix(actors.as_bytes(), "mine.actors.txt"), &mut report)?.build()?;
///
/// assert_eq!((report.entries(), report.names()), (1, 2));
/// assert_eq!(report.rejected().len(), 1);
/// assert_eq!(report.rejected()[0].line, 3);
/// println!("{report}");
/// # Ok::<(), sortie::GazetteerError>(())
/// ```
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct LoadReport {
    pub(super) entries: usize,
    pub(super) names: usize,
    pub(super) duplicates: usize,
    pub(super) left_out: usize,
    rejected: Remarks,
    warnings: Remarks,
}

/// Where in a file something is amiss.
///
/// ```
/// use sortie::{Gazetteer, LoadReport, NameSource};
///
/// let mut report = LoadReport::default();
/// let actors = "BLUE_BRIGADE_ [SDNREB]\nADA_OKORO_ [NGAGOV 20201-20210101]\n";
/// Gazetteer::builder().load(NameSource::phoenix(actors.as_bytes(), "mine.actors.txt"), &mut report)?;
/// let remark = &report.rejected()[0];
/// assert_eq!((remark.line, remark.column), (2, 20));
/// assert_eq!(remark.to_string(), "mine.actors.txt:2:20: expected a date (YYMMDD or YYYYMMDD): \"20201\"");
/// # Ok::<(), sortie::GazetteerError>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Remark {
    /// The file's name, as given to the loader.
    pub file: String,
    /// From 1.
    pub line: usize,
    /// The byte in that line, from 1 (of the decoded line, where that was not UTF-8).
    pub column: usize,
    /// What is amiss.
    pub reason: String,
    /// What stands there, cut to 60 characters.
    pub text: String,
}

impl fmt::Display for Remark {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}:{}: {}: {:?}", self.file, self.line, self.column, self.reason, self.text)
    }
}

/// Remarks, of which only so many are kept: a whole binary file may be malformed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
struct Remarks {
    kept: Vec<Remark>,
    count: usize,
}

impl Remarks {
    fn add(&mut self, remark: Remark) {
        self.count += 1;
        if self.kept.len() < LoadReport::KEPT {
            self.kept.push(remark);
        }
    }
}

impl LoadReport {
    /// How many remarks of each sort are kept; more are only counted.
    ///
    /// ```
    /// assert!(sortie::LoadReport::KEPT >= 100);
    /// ```
    pub const KEPT: usize = 1_000;

    /// How many actors, places or agent nouns were loaded. An actor who held several offices counts once for each.
    ///
    /// ```
    /// use sortie::{Gazetteer, LoadReport, NameSource};
    ///
    /// let mut report = LoadReport::default();
    /// let actors = "ADA_OKORO_ [NGAGOV 150529-230529] [NGAELI]\n";
    /// Gazetteer::builder().load(NameSource::phoenix(actors.as_bytes(), "mine.actors.txt"), &mut report)?;
    /// assert_eq!(report.entries(), 2);
    /// # Ok::<(), sortie::GazetteerError>(())
    /// ```
    pub fn entries(&self) -> usize {
        self.entries
    }

    /// How many different names (of one actor, place or noun each) were loaded.
    ///
    /// ```
    /// assert_eq!(sortie::LoadReport::default().names(), 0);
    /// ```
    pub fn names(&self) -> usize {
        self.names
    }

    /// How many names or rows said again what stood there before, and were skipped.
    ///
    /// ```
    /// use sortie::{Gazetteer, LoadReport, NameSource};
    ///
    /// let mut report = LoadReport::default();
    /// Gazetteer::builder().load(NameSource::phoenix("BLUES_ [SDNREB]\nBLUES_ [SDNREB]\n".as_bytes(), "mine.actors.txt"), &mut report)?;
    /// assert_eq!((report.names(), report.duplicates()), (1, 1));
    /// # Ok::<(), sortie::GazetteerError>(())
    /// ```
    pub fn duplicates(&self) -> usize {
        self.duplicates
    }

    /// How many rows and names were sound but not wanted: below the population asked for, of another class, in another script.
    ///
    /// ```
    /// assert_eq!(sortie::LoadReport::default().left_out(), 0);
    /// ```
    pub fn left_out(&self) -> usize {
        self.left_out
    }

    /// The first [`KEPT`](LoadReport::KEPT) lines, or parts of lines, that could not be read and were skipped.
    ///
    /// ```
    /// use sortie::{Gazetteer, LoadReport, NameSource};
    ///
    /// let mut report = LoadReport::default();
    /// Gazetteer::builder().load(NameSource::phoenix("BLUES_ [SDNREB]\n+FAR]_\n".as_bytes(), "mine.actors.txt"), &mut report)?;
    /// assert_eq!(report.rejected()[0].text, "FAR]_");
    /// # Ok::<(), sortie::GazetteerError>(())
    /// ```
    pub fn rejected(&self) -> &[Remark] {
        &self.rejected.kept
    }

    /// How many those are in all.
    ///
    /// ```
    /// assert_eq!(sortie::LoadReport::default().rejected_count(), 0);
    /// ```
    pub fn rejected_count(&self) -> usize {
        self.rejected.count
    }

    /// The first [`KEPT`](LoadReport::KEPT) lines that were loaded though something about them is odd: another encoding, a name
    /// that means something else a few lines before.
    ///
    /// ```
    /// use sortie::{Gazetteer, LoadReport, NameSource};
    ///
    /// let mut report = LoadReport::default();
    /// Gazetteer::builder().load(NameSource::phoenix(&b"W\xd6RNER_ [IGOWSTNAT]\n"[..], "mine.actors.txt"), &mut report)?;
    /// assert!(report.warnings()[0].reason.contains("UTF-8"));
    /// # Ok::<(), sortie::GazetteerError>(())
    /// ```
    pub fn warnings(&self) -> &[Remark] {
        &self.warnings.kept
    }

    /// How many those are in all.
    ///
    /// ```
    /// assert_eq!(sortie::LoadReport::default().warning_count(), 0);
    /// ```
    pub fn warning_count(&self) -> usize {
        self.warnings.count
    }

    /// Whether nothing was rejected or odd.
    ///
    /// ```
    /// assert!(sortie::LoadReport::default().is_clean());
    /// ```
    pub fn is_clean(&self) -> bool {
        self.rejected.count == 0 && self.warnings.count == 0
    }
}

impl fmt::Display for LoadReport {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} entries with {} names; {} duplicates, {} left out, {} rejected, {} odd", self.entries, self.names, self.duplicates, self.left_out, self.rejected.count, self.warnings.count)
    }
}

/// The report as the loader of one file writes it.
pub(super) struct Log<'r> {
    pub(super) report: &'r mut LoadReport,
    pub(super) file: &'r str,
}

impl Log<'_> {
    pub(super) fn reject(&mut self, line: usize, column: usize, reason: impl Into<String>, text: &str) {
        let remark = self.remark(line, column, reason.into(), text);
        self.report.rejected.add(remark);
    }

    pub(super) fn warn(&mut self, line: usize, column: usize, reason: impl Into<String>, text: &str) {
        let remark = self.remark(line, column, reason.into(), text);
        self.report.warnings.add(remark);
    }

    fn remark(&self, line: usize, column: usize, reason: String, text: &str) -> Remark {
        Remark { file: self.file.to_string(), line, column, reason, text: text.trim().chars().take(60).collect() }
    }
}
