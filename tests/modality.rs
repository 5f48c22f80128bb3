//! Reads `tests/modality.tsv`: whether what a sentence tells of happened, and how far a cease-fire has come.
#![cfg(feature = "builtin")]

mod common;

use std::fmt::Write;
use std::fs;

/// One line of the table.
struct Row<'a> {
    kind: &'a str,
    trigger: &'a str,
    modality: &'a str,
    phase: Option<&'a str>,
    text: &'a str,
}

fn row(line: &str) -> Row<'_> {
    let cells: Vec<&str> = line.split('\t').collect();
    let [kind, trigger, modality, phase, text] = cells[..] else { panic!("five columns: {line}") };
    Row { kind, trigger, modality, phase: Some(phase).filter(|phase| *phase != "-"), text }
}

/// What is read where the row's trigger stands; `None` where no mention of the kind is found.
fn found(row: &Row<'_>) -> Option<(String, Option<String>)> {
    let at = row.text.find(row.trigger).unwrap_or_else(|| panic!("no {:?} in: {}", row.trigger, row.text));
    let events = sortie::parse_article(row.text).expect("a sentence is an article");
    let mention = events
        .iter()
        .filter(|event| event.kind.to_string() == row.kind)
        .flat_map(|event| &event.mentions)
        .find(|mention| mention.trigger.span.start < at + row.trigger.len() && at < mention.trigger.span.end)?;
    Some((mention.modality.to_string(), mention.phase.map(|phase| phase.to_string())))
}

#[test]
fn modality_and_phase_read_as_labelled() {
    let table = fs::read_to_string(common::path("tests/modality.tsv")).expect("the table is there");
    let mut report = String::new();
    let (mut rows, mut known_failures) = (0, 0);
    for line in table.lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
        let known = line.starts_with('!');
        let row = row(line.trim_start_matches('!'));
        rows += 1;
        known_failures += usize::from(known);
        let found = found(&row);
        let held = found.as_ref().is_some_and(|(modality, phase)| modality == row.modality && phase.as_deref() == row.phase);
        // Strings cannot refuse to be written to.
        if held == known {
            let _ = writeln!(report, "{}: {found:?}, wanted {} {:?}\n  {}", if known { "now holds, take the `!` away" } else { "fails" }, row.modality, row.phase, row.text);
        }
    }
    println!("{rows} rows, {known_failures} of them known failures");
    assert!(report.is_empty(), "{report}");
}
