//! What the README shows is what the library writes.
#![cfg(feature = "builtin")]

mod common;

use common::path;
use serde_json::Value;
use sortie::Article;

#[test]
fn the_json_is_the_real_output() {
    let readme = std::fs::read_to_string(path("README.md")).expect("there is a README");
    let block = readme.split_once("```json\n").and_then(|(_, rest)| rest.split_once("\n```")).expect("the README shows JSON").0;
    let input = readme.split_once("echo '").and_then(|(_, rest)| rest.split_once('\'')).expect("the README shows the input").0;
    let (shown, input): (Value, Value) = (serde_json::from_str(block).expect("the block is JSON"), serde_json::from_str(input).expect("the input is JSON"));
    let field = |name: &str| input[name].as_str().expect("a text");
    let events = sortie::parse_article(Article::new(field("text")).published(field("date").parse().expect("a day"))).expect("the article can be read");
    assert_eq!(shown["id"], input["id"]);
    assert_eq!(shown["events"], serde_json::to_value(&events).expect("events can be written"), "the README should show {}", serde_json::to_string(&events).expect("events can be written"));
}
