//! Reads articles, writes their events: NDJSON in, NDJSON out.
//!
//! One article a line, `{"id", "text", "date"?, "source"?}`; one line an article, `{"id", "events": [...]}`. With `--text FILE` it reads
//! one plain-text article instead and prints its events as indented JSON. A bad line is reported with its number on stderr, the
//! rest is still processed, and the exit status is 1 at the end.

#[path = "common/exit.rs"]
mod exit;
#[path = "common/lines.rs"]
mod lines;

use std::fs;
use std::io::{self, Write};
use std::path::PathBuf;
use std::process::ExitCode;

use chrono::NaiveDate;
use clap::Parser;
use serde::{Deserialize, Serialize};
use sortie::{Article, Event, Extractor};

/// Extract conflict events from news articles.
#[derive(Debug, Parser)]
#[command(name = "extract")]
struct Options {
    /// Read one plain-text article from FILE instead of NDJSON from stdin
    #[arg(long, value_name = "FILE")]
    text: Option<PathBuf>,
    /// The day of publication of the article given with --text
    #[arg(long, value_name = "YYYY-MM-DD", requires = "text", value_parser = day)]
    published: Option<NaiveDate>,
}

fn day(text: &str) -> Result<NaiveDate, String> {
    text.parse().map_err(|_| "expected YYYY-MM-DD".to_string())
}

#[derive(Deserialize)]
struct Input {
    id: serde_json::Value,
    text: String,
    date: Option<NaiveDate>,
    source: Option<String>,
}

#[derive(Serialize)]
struct Output {
    id: serde_json::Value,
    events: Vec<Event>,
}

fn main() -> ExitCode {
    exit::status("extract", run(&Options::parse()))
}

/// Returns how many lines were bad.
fn run(options: &Options) -> Result<usize, Box<dyn std::error::Error>> {
    let extractor = Extractor::builder().build()?;
    if let Some(path) = &options.text {
        let text = fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()))?;
        let mut article = Article::new(text);
        if let Some(published) = options.published {
            article = article.published(published);
        }
        writeln!(io::stdout().lock(), "{}", serde_json::to_string_pretty(&extractor.parse_article(article)?)?)?;
        return Ok(0);
    }
    lines::each("extract", |line| answer(&extractor, line))
}

fn answer(extractor: &Extractor, line: &str) -> Result<String, Box<dyn std::error::Error>> {
    let input: Input = serde_json::from_str(line)?;
    let mut article = Article::new(input.text);
    if let Some(date) = input.date {
        article = article.published(date);
    }
    if let Some(source) = input.source {
        article = article.publisher(source);
    }
    let output = Output { id: input.id, events: extractor.parse_article(article)? };
    Ok(serde_json::to_string(&output)? + "\n")
}
