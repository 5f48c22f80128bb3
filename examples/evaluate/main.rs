//! Runs the library on labelled articles and prints how often it is right.
//!
//! DOCS holds one article a line, `{"id", "text", "date"?, "source"?}`; LABELS holds `[{"doc": id, "mentions": [...]}, ...]`, as in
//! `tests/eval/`. Every figure is end to end: what hangs on a missed mention is missed, what hangs on a false one is false.
//!
//! - detection: a mention is found when one of the same kind overlaps its trigger and is at most 16 characters longer
//! - actor: role and code agree; actor text: role agrees, and one text holds the words of the other
//! - place: one name holds the words of the other, and the countries agree (the first location that is no destination)
//! - date: start and end agree
//! - source: one text holds the words of the other; speaker: the innermost source alone
//! - modality, phase: of the mentions that are found, those that agree
//! - events: B-cubed over all mentions: are mentions of one event together, and of two apart?
//!
//! Mentions labelled `unsure` are neither rewarded nor punished, whatever kind is predicted there.

mod agreement;
mod clusters;
mod documents;
mod errors;
#[path = "../common/exit.rs"]
mod exit;
mod gold;
mod pairing;
mod report;
mod tally;

use std::error::Error;
use std::io::{self, Write};
use std::path::PathBuf;
use std::process::ExitCode;

use clap::Parser;
use sortie::{EventKind, Extractor};

use errors::{Figure, Wrong};
use report::Report;

/// Score the library on labelled articles.
#[derive(Debug, Parser)]
#[command(name = "evaluate")]
struct Options {
    /// Articles, one a line: {"id", "text", "date"?, "source"?}
    docs: PathBuf,
    /// Labels: [{"doc": id, "mentions": [...]}, ...]
    labels: PathBuf,
    /// Also list up to N missed and false mentions and wrong arguments
    #[arg(long, value_name = "N", default_value_t = 0)]
    errors: usize,
    /// Score one kind of event alone
    #[arg(long)]
    kind: Option<EventKind>,
    /// List errors of one figure alone
    #[arg(long)]
    figure: Option<Figure>,
}

fn main() -> ExitCode {
    exit::status("evaluate", run(&Options::parse()).map(|()| 0))
}

fn run(options: &Options) -> Result<(), Box<dyn Error>> {
    let documents = documents::read(&options.docs)?;
    let extractor = Extractor::builder().build()?;
    let mut report = Report::default();
    let mut wrong = Vec::new();
    for labels in gold::read(&options.labels)? {
        let document = documents.get(&labels.doc).ok_or_else(|| format!("{}: no article of this id", labels.doc))?;
        let gold = gold::placed(&labels, &document.text)?;
        let events = extractor.parse_article(document.article()).unwrap_or_else(|error| {
            eprintln!("evaluate: {}: {error}", labels.doc);
            Vec::new()
        });
        let predicted = pairing::predictions(&events, &document.text);
        let pairs = pairing::pairs(&gold, &predicted, options.kind);
        report.add(&pairs);
        wrong.extend(errors::of(&labels.doc, &document.text, &pairs));
    }
    let mut out = io::stdout().lock();
    write!(out, "{report}")?;
    wrong.retain(|error: &Wrong| options.figure.is_none_or(|figure| figure == error.figure));
    // A mixed but stable order: the first few are a fair sample.
    wrong.sort_by_cached_key(|error| errors::mixed(&error.message));
    for error in wrong.iter().take(options.errors) {
        writeln!(out, "{}", error.message)?;
    }
    Ok(())
}
