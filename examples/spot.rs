//! Finds names, dates and attributions: NDJSON in, NDJSON out.
//!
//! One article a line, `{"id", "text", "date"?}`; one line an article, `{"id", "names", "dates", "attributions"}`. With `--tree` it prints
//! the syntax of every sentence in CoNLL-U instead.

#[path = "common/exit.rs"]
mod exit;
#[path = "common/lines.rs"]
mod lines;

use std::process::ExitCode;

use chrono::NaiveDate;
use clap::Parser;
use serde::{Deserialize, Serialize};
use sortie::{Article, Attribution, Extractor, FoundName, Span, date};

/// Find names, dates and attributions in news articles.
#[derive(Debug, Parser)]
#[command(name = "spot")]
struct Options {
    /// Print the syntax of every sentence in CoNLL-U instead
    #[arg(long)]
    tree: bool,
}

#[derive(Deserialize)]
struct Input {
    id: serde_json::Value,
    text: String,
    date: Option<NaiveDate>,
}

#[derive(Serialize)]
struct Output {
    id: serde_json::Value,
    names: Vec<FoundName>,
    dates: Vec<FoundDate>,
    attributions: Vec<Said>,
}

#[derive(Serialize)]
struct FoundDate {
    text: String,
    span: Span,
    start: Option<NaiveDate>,
    end: Option<NaiveDate>,
}

#[derive(Serialize)]
struct Said {
    source: Part,
    cue: Part,
    content: Span,
}

#[derive(Serialize)]
struct Part {
    text: String,
    span: Span,
}

fn main() -> ExitCode {
    exit::status("spot", run(&Options::parse()))
}

/// Returns how many lines were bad.
fn run(options: &Options) -> Result<usize, Box<dyn std::error::Error>> {
    let extractor = Extractor::builder().build()?;
    lines::each("spot", |line| spotted(&extractor, line, options.tree))
}

fn spotted(extractor: &Extractor, line: &str, tree: bool) -> Result<String, Box<dyn std::error::Error>> {
    let input: Input = serde_json::from_str(line)?;
    let article = || match input.date {
        Some(date) => Article::new(&input.text).published(date),
        None => Article::new(&input.text),
    };
    if tree {
        return Ok(format!("# newdoc id = {}\n{}", input.id, extractor.conllu(article())?));
    }
    let dates = date::resolve_all(&input.text, date::find_iter(&input.text), input.date);
    let dates = dates.into_iter().map(|date| FoundDate { text: date.mention.span.of(&input.text).to_string(), span: date.mention.span, start: date.start, end: date.end }).collect();
    let part = |span: Span| Part { text: span.of(&input.text).to_string(), span };
    let said = |said: Attribution| Said { source: part(said.source.span), cue: part(said.cue), content: said.content };
    let attributions = extractor.attributions(article())?.into_iter().map(said).collect();
    let output = Output { names: extractor.names(article())?, dates, attributions, id: input.id };
    Ok(serde_json::to_string(&output)? + "\n")
}
