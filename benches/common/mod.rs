//! The texts of the benchmarks.

use chrono::NaiveDate;
use serde_json::Value;

/// News without a conflict event: most of what a stream of news holds.
pub(crate) const EVENT_FREE: &str = include_str!("../data/event_free.txt");

/// The labelled articles, and how many mentions are labelled in them.
#[allow(dead_code, reason = "not every benchmark reads articles one by one")]
pub(crate) fn event_rich() -> (Vec<(NaiveDate, String)>, usize) {
    let documents = include_str!("../../tests/eval/docs.ndjson").lines().map(|line| {
        let document: Value = serde_json::from_str(line).expect("every line is JSON");
        let field = |name: &str| document[name].as_str().expect("a text").to_string();
        (field("date").parse().expect("a day"), field("text"))
    });
    let labels: Vec<Value> = serde_json::from_str(include_str!("../../tests/eval/labels.json")).expect("the labels are JSON");
    let mentions = labels.iter().map(|labels| labels["mentions"].as_array().map_or(0, Vec::len)).sum();
    (documents.collect(), mentions)
}

/// Both kinds of news in one long text.
#[allow(dead_code, reason = "not every benchmark scans one long text")]
pub(crate) fn long_text(copies: usize) -> String {
    let (articles, _) = event_rich();
    let once: String = articles.iter().map(|(_, text)| text.as_str()).chain([EVENT_FREE]).flat_map(|text| [text, "\n\n"]).collect();
    once.repeat(copies)
}
