//! Reads articles, writes their events: NDJSON in, NDJSON out.
//!
//! One article a line, `{"id", "text", "date"?, "source"?}`; one line an article, `{"id", "events": [...]}`. With `--text FILE` it reads
//! one plain-text article instead and prints its events as indented JSON. A bad line is reported with its number on stderr, the
//! rest is still processed, and the exit status is 1 at the end.

use std::fs;
use std::io::{self, BufRead, BufWriter, Write};
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
struct Output<'a> {
    id: &'a serde_json::Value,
    events: Vec<Event>,
}

fn main() -> ExitCode {
    match run(&Options::parse()) {
        Ok(0) => ExitCode::SUCCESS,
        Ok(_) => ExitCode::FAILURE,
        // Whoever reads may stop reading: `extract | head` is no error.
        Err(error) if error.downcast_ref::<io::Error>().is_some_and(|e| e.kind() == io::ErrorKind::BrokenPipe) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("extract: {error}");
            ExitCode::FAILURE
        }
    }
}

/// Returns how many lines were bad.
fn run(options: &Options) -> Result<usize, Box<dyn std::error::Error>> {
    let extractor = Extractor::builder().build()?;
    let mut out = BufWriter::new(io::stdout().lock());
    if let Some(path) = &options.text {
        let text = fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()))?;
        let mut article = Article::new(text);
        if let Some(published) = options.published {
            article = article.published(published);
        }
        serde_json::to_writer_pretty(&mut out, &extractor.parse_article(article)?).map_err(io::Error::from)?;
        writeln!(out)?;
        out.flush()?;
        return Ok(0);
    }
    let mut bad = 0;
    for (number, line) in io::stdin().lock().lines().enumerate() {
        let line = line?;
        if line.trim().is_empty() {
            continue;
        }
        match article_events(&extractor, &line) {
            Ok((id, events)) => {
                serde_json::to_writer(&mut out, &Output { id: &id, events }).map_err(io::Error::from)?;
                writeln!(out)?;
            }
            Err(error) => {
                bad += 1;
                eprintln!("extract: line {}: {error}", number + 1);
            }
        }
    }
    out.flush()?;
    Ok(bad)
}

fn article_events(extractor: &Extractor, line: &str) -> Result<(serde_json::Value, Vec<Event>), Box<dyn std::error::Error>> {
    let input: Input = serde_json::from_str(line)?;
    let mut article = Article::new(input.text);
    if let Some(date) = input.date {
        article = article.published(date);
    }
    if let Some(source) = input.source {
        article = article.publisher(source);
    }
    Ok((input.id, extractor.parse_article(article)?))
}
