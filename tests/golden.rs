//! The events of the bundled article, in full.
//!
//! `UPDATE_GOLDEN=1 cargo test` writes `golden/hodeidah.json` anew; read its diff before you commit it.
#![cfg(feature = "builtin")]

mod common;

use common::assert_golden;
use serde_json::Value;
use sortie::{Article, Event};

const BUNDLED: &str = include_str!("../examples/data/hodeidah.txt");

fn events() -> Vec<Event> {
    let (day, text) = BUNDLED.split_once('\n').expect("the first line is the day of publication");
    sortie::parse_article(Article::new(text).published(day.parse().expect("a day"))).expect("the article can be read")
}

#[test]
fn the_bundled_article_gives_the_expected_json() {
    let json = serde_json::to_string_pretty(&events()).expect("events can be written");
    assert_golden("tests/golden/hodeidah.json", &(json + "\n"));
}

#[test]
fn json_reads_back_as_the_same_events() {
    let json = serde_json::to_string(&events()).expect("events can be written");
    assert_eq!(serde_json::from_str::<Vec<Event>>(&json).expect("events can be read"), events());
}

#[test]
fn readers_ignore_fields_they_do_not_know() {
    let mut json = serde_json::to_value(events()).expect("events can be written");
    json[0]["casualties"] = 3.into();
    json[0]["mentions"][0]["trigger"]["lemma"] = "hit".into();
    assert_eq!(serde_json::from_value::<Vec<Event>>(json).expect("events can be read"), events());
}

#[test]
fn absent_values_are_null_and_never_left_out() {
    let json = serde_json::to_value(events()).expect("events can be written");
    for event in json.as_array().expect("a list") {
        assert_has(event, &["kind", "modality", "phase", "actors", "locations", "date", "sources", "mentions"]);
        for mention in event["mentions"].as_array().expect("a list") {
            assert_has(mention, &["trigger", "sentence", "modality", "phase", "actors", "locations", "date", "sources"]);
            for (list, fields) in LISTS {
                mention[list].as_array().expect("a list").iter().for_each(|record| assert_has(record, fields));
            }
        }
    }
}

/// The fields of the records in a mention's lists.
const LISTS: &[(&str, &[&str])] = &[
    ("actors", &["role", "text", "span", "name", "code"]),
    ("locations", &["role", "text", "span", "name", "country", "latitude", "longitude"]),
    ("sources", &["text", "span", "name", "code", "cue", "depth"]),
];

fn assert_has(record: &Value, fields: &[&str]) {
    assert!(fields.iter().all(|field| record.get(field).is_some()), "{record}");
}
