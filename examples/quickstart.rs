//! Reads a bundled article and prints the events it reports as a table.
//!
//! `cargo run --example quickstart` reads `examples/data/hodeidah.txt`, an invented report; another file may be named, with its day of
//! publication in the first line.

use std::error::Error;
use std::fs;

use chrono::NaiveDate;
use sortie::{Article, Event, Role};

const BUNDLED: &str = include_str!("data/hodeidah.txt");

fn main() -> Result<(), Box<dyn Error>> {
    let file = match std::env::args().nth(1) {
        Some(path) => fs::read_to_string(path)?,
        None => BUNDLED.to_string(),
    };
    let (day, text) = file.split_once('\n').ok_or("expected a date, a line break and an article")?;
    let published: NaiveDate = day.trim().parse().map_err(|_| "expected the day of publication, YYYY-MM-DD, in the first line")?;
    let events = sortie::parse_article(Article::new(text).published(published))?;
    println!("{} events in {} bytes published on {published}", events.len(), text.len());
    for (number, event) in (1..).zip(&events) {
        print_event(number, event);
    }
    Ok(())
}

fn print_event(number: usize, event: &Event) {
    let phase = event.phase.map(|phase| format!(", {phase}")).unwrap_or_default();
    println!("\n{number}. {} ({}{phase})", event.kind, event.modality);
    for role in Role::ALL {
        let actors = event.actors.iter().filter(|actor| actor.role == *role).map(|actor| coded(&actor.text, actor.code.as_ref()));
        print_row(role.as_str(), actors);
    }
    print_row("place", event.locations.iter().map(|place| format!("{} {}", place.role, coded(&place.text, place.country.as_ref()))));
    print_row("date", event.date.iter().map(|date| format!("{} [{}]", date.text, days(date.start, date.end))));
    print_row("source", event.sources.iter().map(|source| coded(&source.text, source.code.as_ref())));
    print_row("trigger", event.mentions.iter().map(|mention| format!("{} @{}", mention.trigger.text, mention.trigger.span.start)));
}

/// One row of the table; none where there is nothing to tell.
fn print_row(label: &str, values: impl Iterator<Item = String>) {
    let values: Vec<String> = values.collect();
    if !values.is_empty() {
        println!("   {label:12}{}", values.join("; "));
    }
}

fn coded(text: &str, code: Option<&impl ToString>) -> String {
    match code {
        Some(code) => format!("{text} [{}]", code.to_string()),
        None => text.to_string(),
    }
}

fn days(start: Option<NaiveDate>, end: Option<NaiveDate>) -> String {
    match (start, end) {
        (Some(start), Some(end)) if start == end => start.to_string(),
        (Some(start), Some(end)) => format!("{start} to {end}"),
        (Some(start), None) => format!("from {start}"),
        (None, Some(end)) => format!("until {end}"),
        (None, None) => "?".to_string(),
    }
}
