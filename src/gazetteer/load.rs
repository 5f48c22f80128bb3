//! Loading users' files.

use std::fmt;
use std::io::{BufReader, Read};

use super::actors;
use super::agent_file;
use super::builder::{GazetteerBuilder, Names};
use super::geonames;
use super::lines::{Line, Lines};
use super::phoenix;
use super::report::{LoadReport, Log};
use super::table::{Table, owned};
use crate::GazetteerError;

/// A file of names to [load](GazetteerBuilder::load), in one of the formats of the field.
///
/// It reads from anything that reads: a byte slice (`text.as_bytes()`), a file, a decompressor. Buffering is done within.
///
/// ```
/// use sortie::{Gazetteer, LoadReport, NameSource};
///
/// let actors = "BLUE_BRIGADE_ [SDNREBBLU] # a comment\n+BLUES_\n";
/// let agents = "!PERSON! = MAN, MEN\nSWORDS!PERSON! [~REB]\nCORSAIR [~CRM]\n";
/// let places = "99\tKarsin\tKarsin\tQarsin,KRS\t12.5\t30.25\tP\tPPL\tSD\t\t\t\t\t\t52000\t\t310\tAfrica/Khartoum\t2020-01-01\n";
///
/// let mut report = LoadReport::default();
/// let gazetteer = Gazetteer::builder()
///     .load(NameSource::phoenix(actors.as_bytes(), "mine.actors.txt"), &mut report)?
///     .load(NameSource::agents(agents.as_bytes(), "mine.agents.txt"), &mut report)?
///     .load(NameSource::geonames(places.as_bytes(), "SD.txt").min_population(10_000), &mut report)?
///     .build()?;
/// let found: Vec<_> = gazetteer.find_iter("The Blues left Qarsin.").map(|found| found.names().next().unwrap().name()).collect();
/// assert_eq!(found, ["Blue Brigade", "Karsin"]);
/// assert!(report.is_clean(), "{report}");
/// # Ok::<(), sortie::GazetteerError>(())
/// ```
pub struct NameSource<'a> {
    format: Format,
    input: Box<dyn Read + 'a>,
    file: String,
    line_limit: usize,
    compat: bool,
    wanted: geonames::Wanted,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Format {
    Phoenix,
    Agents,
    GeoNames,
    Tsv,
}

impl fmt::Debug for NameSource<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("NameSource").field("format", &self.format).field("file", &self.file).field("line_limit", &self.line_limit).finish_non_exhaustive()
    }
}

impl<'a> NameSource<'a> {
    /// How many bytes a line may have unless [`line_limit`](NameSource::line_limit) says otherwise. The longest lines of GeoNames have
    /// some 20,000.
    ///
    /// ```
    /// assert_eq!(sortie::NameSource::LINE_LIMIT, 1 << 20);
    /// ```
    pub const LINE_LIMIT: usize = 1 << 20;

    fn new(format: Format, input: impl Read + 'a, file: impl Into<String>) -> NameSource<'a> {
        NameSource { format, input: Box::new(input), file: file.into(), line_limit: NameSource::LINE_LIMIT, compat: false, wanted: geonames::Wanted::default() }
    }

    /// An actor file of PETRARCH, Phoenix or TABARI. `file` is named in the report.
    ///
    /// Base phrases, `+` synonyms, code lines with any number of codes and their dates, comments of all styles; lines that are
    /// not UTF-8 are read as Windows-1252. Names stand for whole words, whether they end in `_` or not.
    ///
    /// Codes become [`ActorCode`](crate::ActorCode)s: a country alone, or with `GOV`, `MIL` and the like, is the state; with
    /// `REB`, `OPP`, `CVL` and the like a sector of it; a code that ends in a group's own letters, or starts with `IGO`, `NGO`,
    /// `IMG`, is that organisation if the crate knows it, and otherwise a group named after the first phrase with that code.
    /// `---` and `ELI` have no code. A person's code without dates holds where no dated one does.
    ///
    /// ```
    /// use sortie::{Gazetteer, LoadReport, NameSource};
    ///
    /// let actors = "ADA_OKORO_\n+MINISTER_OKORO_\n\t[NGAGOV 150529-190528]\n\t[NGAREB >20200101]\n";
    /// let mut report = LoadReport::default();
    /// let gazetteer = Gazetteer::builder().load(NameSource::phoenix(actors.as_bytes(), "mine.actors.txt"), &mut report)?.build()?;
    /// let found = gazetteer.find_iter("Minister Okoro resigned.").next().unwrap();
    /// let codes: Vec<_> = found.names().map(|name| name.code().unwrap().to_string()).collect();
    /// assert_eq!(codes, ["NGA", "NGA-rebels"]);
    /// # Ok::<(), sortie::GazetteerError>(())
    /// ```
    pub fn phoenix(input: impl Read + 'a, file: impl Into<String>) -> NameSource<'a> {
        NameSource::new(Format::Phoenix, input, file)
    }

    /// An agent file of PETRARCH or TABARI: common nouns for people and bodies that act, with the sector that they act for.
    ///
    /// They are no names: an [`Extractor`](crate::Extractor) with this gazetteer knows them beside its own nouns, and before them.
    ///
    /// ```
    /// use sortie::{Extractor, Gazetteer, LoadReport, NameSource};
    ///
    /// let agents = "BUSH_RANGER {BUSH_RANGERS} [~REB]\n";
    /// let mut report = LoadReport::default();
    /// let gazetteer = Gazetteer::builder().load(NameSource::agents(agents.as_bytes(), "mine.agents.txt"), &mut report)?.build()?;
    /// assert_eq!((report.entries(), report.names()), (1, 2));
    /// # Ok::<(), sortie::GazetteerError>(())
    /// ```
    pub fn agents(input: impl Read + 'a, file: impl Into<String>) -> NameSource<'a> {
        NameSource::new(Format::Agents, input, file)
    }

    /// A table of GeoNames: `cities15000.txt`, `allCountries.txt`, a country's own; unpacked, as they come.
    ///
    /// Alternate names in other scripts, airports' codes and words of one or two letters are left out, as are rows of feature
    /// classes other than `A` (regions) and `P` (towns); see [`feature_classes`](NameSource::feature_classes) and
    /// [`min_population`](NameSource::min_population). The data are GeoNames's, under CC BY 4.0.
    ///
    /// ```
    /// use sortie::{Gazetteer, LoadReport, NameSource};
    ///
    /// let places = "99\tKarsin\tKarsin\t\t12.5\t30.25\tP\tPPL\tSD\t\t\t\t\t\t52000\t\t310\tAfrica/Khartoum\t2020-01-01\n";
    /// let mut report = LoadReport::default();
    /// let gazetteer = Gazetteer::builder().load(NameSource::geonames(places.as_bytes(), "SD.txt"), &mut report)?.build()?;
    /// let found = gazetteer.find_iter("in Karsin").next().unwrap();
    /// assert_eq!(found.names().next().unwrap().country().unwrap().as_str(), "SDN");
    /// # Ok::<(), sortie::GazetteerError>(())
    /// ```
    pub fn geonames(input: impl Read + 'a, file: impl Into<String>) -> NameSource<'a> {
        NameSource::new(Format::GeoNames, input, file)
    }

    /// A table in the crate's own format, as [`read_tsv`](GazetteerBuilder::read_tsv) has it; but malformed rows are reported and skipped.
    ///
    /// ```
    /// use sortie::{Gazetteer, LoadReport, NameSource};
    ///
    /// let table = "#name\tcode\nRiver Guard\triver-guard\nOops\tno code\n";
    /// let mut report = LoadReport::default();
    /// let gazetteer = Gazetteer::builder().load(NameSource::tsv(table.as_bytes(), "guards.tsv"), &mut report)?.build()?;
    /// assert_eq!((gazetteer.len(), report.rejected_count()), (1, 1));
    /// # Ok::<(), sortie::GazetteerError>(())
    /// ```
    pub fn tsv(input: impl Read + 'a, file: impl Into<String>) -> NameSource<'a> {
        NameSource::new(Format::Tsv, input, file)
    }

    /// How many bytes a line may have; longer ones are reported and skipped, in as little memory. The default is
    /// [`LINE_LIMIT`](NameSource::LINE_LIMIT).
    ///
    /// ```
    /// use sortie::{Gazetteer, LoadReport, NameSource};
    ///
    /// let actors = format!("BLUES_ [SDNREB] # {}\n", "long ".repeat(300_000));
    /// let load = |limit| {
    ///     let mut report = LoadReport::default();
    ///     let source = NameSource::phoenix(actors.as_bytes(), "mine.actors.txt").line_limit(limit);
    ///     Gazetteer::builder().load(source, &mut report).is_ok()
    /// };
    /// assert!(!load(NameSource::LINE_LIMIT) && load(NameSource::LINE_LIMIT * 2));
    /// ```
    pub fn line_limit(mut self, bytes: usize) -> NameSource<'a> {
        self.line_limit = bytes;
        self
    }

    /// Reads the dates of an actor file as PETRARCH2's program does, not as its documentation says: the day of `<D`
    /// and the last of `D1-D2` are out, a bare date counts for nothing, the first code that holds in the file's order is taken, and a
    /// person whose dates are all over has no code. Other formats take no notice.
    ///
    /// ```
    /// use chrono::NaiveDate;
    /// use sortie::{Gazetteer, LoadReport, NameSource};
    ///
    /// let actors = "ADA_OKORO_ [NGAGOV <20200131]\n";
    /// let holds = |source: NameSource<'_>| {
    ///     let gazetteer = Gazetteer::builder().load(source, &mut LoadReport::default()).unwrap().build().unwrap();
    ///     let found = gazetteer.find_iter("Ada Okoro").next().unwrap();
    ///     found.names().next().unwrap().holds_on(NaiveDate::from_ymd_opt(2020, 1, 31).unwrap())
    /// };
    /// assert!(holds(NameSource::phoenix(actors.as_bytes(), "a")));
    /// assert!(!holds(NameSource::phoenix(actors.as_bytes(), "a").petrarch2_compat()));
    /// ```
    pub fn petrarch2_compat(mut self) -> NameSource<'a> {
        self.compat = true;
        self
    }

    /// Leaves out the rows of a GeoNames table with fewer people. Other formats take no notice.
    ///
    /// ```
    /// use sortie::{Gazetteer, LoadReport, NameSource};
    ///
    /// let places = "99\tKarsin\tKarsin\t\t12.5\t30.25\tP\tPPL\tSD\t\t\t\t\t\t52000\t\t310\tAfrica/Khartoum\t2020-01-01\n";
    /// let mut report = LoadReport::default();
    /// Gazetteer::builder().load(NameSource::geonames(places.as_bytes(), "SD.txt").min_population(100_000), &mut report)?;
    /// assert_eq!((report.entries(), report.left_out()), (0, 1));
    /// # Ok::<(), sortie::GazetteerError>(())
    /// ```
    pub fn min_population(mut self, people: u64) -> NameSource<'a> {
        self.wanted.population = people;
        self
    }

    /// Which feature classes of a GeoNames table to take, a letter each; by default `"AP"`. Other formats take no notice.
    ///
    /// ```
    /// use sortie::{Gazetteer, LoadReport, NameSource};
    ///
    /// let places = "99\tMount Karsin\tMount Karsin\t\t12.5\t30.25\tT\tMT\tSD\t\t\t\t\t\t0\t\t2310\tAfrica/Khartoum\t2020-01-01\n";
    /// let mut report = LoadReport::default();
    /// Gazetteer::builder().load(NameSource::geonames(places.as_bytes(), "SD.txt").feature_classes("APT"), &mut report)?;
    /// assert_eq!(report.entries(), 1);
    /// # Ok::<(), sortie::GazetteerError>(())
    /// ```
    pub fn feature_classes(mut self, classes: impl Into<String>) -> NameSource<'a> {
        self.wanted.classes = classes.into();
        self
    }
}

/// Reads all of `source` into the builder, as one layer.
pub(super) fn load(builder: &mut GazetteerBuilder, source: NameSource<'_>, report: &mut LoadReport) -> Result<(), GazetteerError> {
    let NameSource { format, input, file, line_limit, compat, wanted } = source;
    let before = (report.entries, report.rejected_count());
    let mut lines = Lines::new(Box::new(BufReader::new(input)), line_limit);
    let mut log = Log { report, file: &file };
    let mut reader = match format {
        Format::Phoenix => Reader::Phoenix(phoenix::Parser::new(compat)),
        Format::Agents => Reader::Agents(agent_file::Parser::default()),
        Format::GeoNames => Reader::GeoNames(geonames::Rows::new(wanted)),
        Format::Tsv => Reader::Tsv(None),
    };
    let bare = format != Format::Tsv;
    let mut names = Names::new(builder, bare);
    loop {
        let number = lines.number() + 1;
        let Some(line) = lines.next().map_err(|error| GazetteerError::io(&file, number, error))? else { break };
        reader.line(line, &mut names, &mut log)?;
    }
    if let Reader::Phoenix(mut parser) = reader {
        parser.end(&mut log);
        actors::entries(parser.bases, compat, &mut names, &mut log);
    }
    // A file in another format, or none: its user should not have to read the report to learn it.
    let (entries, rejected) = (log.report.entries - before.0, log.report.rejected_count() - before.1);
    if entries == 0 && rejected > 0 {
        let first = log.report.rejected().get(before.1).map_or(String::new(), |remark| remark.to_string());
        return Err(GazetteerError::nothing(&file, rejected, &first));
    }
    Ok(())
}

/// A format's reader of lines.
enum Reader {
    Phoenix(phoenix::Parser),
    Agents(agent_file::Parser),
    GeoNames(geonames::Rows),
    /// The table, once its header is read.
    Tsv(Option<Table>),
}

impl Reader {
    fn line(&mut self, line: Line<'_>, names: &mut Names<'_>, log: &mut Log<'_>) -> Result<(), GazetteerError> {
        let number = line.number;
        let decoded = match line.text {
            Ok(decoded) => decoded,
            Err(unreadable) => {
                log.reject(number, 1, unreadable.reason, &unreadable.start);
                return Ok(());
            }
        };
        let text = &*decoded.text;
        if decoded.foreign {
            // The tables are UTF-8 by definition; the dictionaries have passed through many editors.
            if matches!(self, Reader::GeoNames(_) | Reader::Tsv(_)) {
                log.reject(number, 1, "not UTF-8", text);
                return Ok(());
            }
            log.warn(number, 1, "not UTF-8: read as Windows-1252", text);
        }
        match self {
            Reader::Phoenix(parser) => parser.line(text, number, log),
            Reader::Agents(parser) => parser.line(text, number, names.agents(), log),
            Reader::GeoNames(rows) => rows.line(text, number, names, log),
            Reader::Tsv(None) => *self = Reader::Tsv(Some(Table::header(text, log.file)?)),
            Reader::Tsv(Some(table)) if Table::is_row(text) => match table.row(text, owned) {
                Ok(row) => {
                    log.report.entries += 1;
                    log.report.names += row.spellings.len();
                    names.push(row.entry, row.spellings);
                }
                Err(malformed) => log.reject(number, malformed.column, malformed.reason, &malformed.text),
            },
            Reader::Tsv(Some(_)) => {}
        }
        Ok(())
    }
}
