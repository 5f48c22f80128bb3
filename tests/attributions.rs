//! Who says what, on sentences written and labelled for the purpose, pattern by pattern (`attributions.ndjson`).
//!
//! A line is `{"id", "text", "attributions": [{"source": {"text", "nth"?}, "cue": .., "content": ..}]}` with exact substrings of the text. An
//! attribution is found when source and cue both overlap; its content is right when it shares half of what both cover.
#![cfg(feature = "builtin")]

mod common;

use serde::Deserialize;
use sortie::{Attribution, Extractor, Span};

#[derive(Deserialize)]
struct Case {
    id: String,
    text: String,
    attributions: Vec<Expected>,
}

#[derive(Deserialize)]
struct Expected {
    source: Part,
    cue: Part,
    content: Part,
}

#[derive(Deserialize)]
struct Part {
    text: String,
    #[serde(default = "first")]
    nth: usize,
}

fn first() -> usize {
    1
}

impl Part {
    fn span(&self, text: &str) -> Span {
        let start = text.match_indices(&self.text).nth(self.nth - 1).unwrap_or_else(|| panic!("no {:?} in {text:?}", self.text)).0;
        Span { start, end: start + self.text.len() }
    }
}

fn overlap(a: Span, b: Span) -> bool {
    a.start < b.end && b.start < a.end
}

/// Whether the shared part of two spans is at least half of what both cover.
fn alike(a: Span, b: Span) -> bool {
    overlap(a, b) && 2 * (a.end.min(b.end) - a.start.max(b.start)) >= a.end.max(b.end) - a.start.min(b.start)
}

fn cases() -> Vec<Case> {
    let file = std::fs::read_to_string(common::path("tests/attributions.ndjson")).expect("the file can be read");
    file.lines().map(|line| serde_json::from_str(line).unwrap_or_else(|error| panic!("{error}: {line}"))).collect()
}

#[test]
fn attributions_are_found_pattern_by_pattern() {
    let extractor = Extractor::builder().build().expect("the built-in names load");
    let (mut expected, mut predicted, mut found, mut whole) = (0, 0, 0, 0);
    let mut wrong = Vec::new();
    for case in cases() {
        let text = case.text.as_str();
        let mut left: Vec<Attribution> = extractor.attributions(text).expect("a sentence is no error");
        expected += case.attributions.len();
        predicted += left.len();
        for part in &case.attributions {
            let (source, cue, content) = (part.source.span(text), part.cue.span(text), part.content.span(text));
            match left.iter().position(|own| overlap(source, own.source.span) && overlap(cue, own.cue)) {
                Some(hit) => {
                    found += 1;
                    whole += usize::from(alike(content, left.remove(hit).content));
                }
                None => wrong.push(format!("{}: missed {} {}", case.id, part.source.text, part.cue.text)),
            }
        }
        wrong.extend(left.iter().map(|own| format!("{}: false {} {}", case.id, own.source.text, own.cue.of(text))));
    }
    assert!(expected >= 200, "the set has shrunk to {expected}");
    let f1 = 2.0 * f64::from(found) / (expected + predicted) as f64;
    assert!(f1 >= 0.97, "F1 of source and cue fell to {f1:.3}:\n{}", wrong.join("\n"));
    let right = whole as f64 / f64::from(found);
    assert!(right >= 0.95, "only {right:.3} of the contents are right");
}
