//! The examples as a user runs them.
#![cfg(feature = "builtin")]

mod common;

use std::io::{Read, Write};
use std::process::{Command, Output, Stdio};

use common::{example, path};
use serde_json::Value;

/// Runs a command with `input`.
fn run(command: &mut Command, input: &str) -> Output {
    let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("the example starts");
    child.stdin.take().expect("stdin is piped").write_all(input.as_bytes()).expect("the example reads its input");
    child.wait_with_output().expect("the example ends")
}

fn stdout(output: &Output) -> &str {
    std::str::from_utf8(&output.stdout).expect("output is UTF-8")
}

fn stderr(output: &Output) -> &str {
    std::str::from_utf8(&output.stderr).expect("messages are UTF-8")
}

fn lines(output: &Output) -> Vec<Value> {
    stdout(output).lines().map(|line| serde_json::from_str(line).expect("every line is JSON")).collect()
}

#[test]
fn extract_writes_one_line_an_article() {
    let input = r#"{"id": "a", "date": "2011-03-20", "source": "Example Wire", "text": "French jets bombed Benghazi on Saturday."}

{"id": 7, "text": "It rained."}
"#;
    let output = run(&mut example("extract"), input);
    assert!(output.status.success(), "{}", stderr(&output));
    let lines = lines(&output);
    assert_eq!(lines.len(), 2);
    assert_eq!(lines[0]["id"], "a");
    assert_eq!(lines[0]["events"][0]["kind"], "airstrike");
    assert_eq!(lines[0]["events"][0]["date"]["start"], "2011-03-19");
    assert_eq!(lines[1], serde_json::json!({"id": 7, "events": []}));
}

#[test]
fn extract_names_bad_lines_and_reads_on() {
    let input = "{\"id\": 1, \"text\": \"Rebels left.\"}\nno JSON\n{\"id\": 3}\n{\"id\": 4, \"date\": \"May 2\", \"text\": \"x\"}\n{\"id\": 5, \"text\": \" \"}\n{\"id\": 6, \"text\": \"Talks resumed in Doha.\"}\n";
    let output = run(&mut example("extract"), input);
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(lines(&output).iter().map(|line| line["id"].clone()).collect::<Vec<_>>(), [1, 6]);
    let messages: Vec<&str> = stderr(&output).lines().collect();
    assert_eq!(messages.len(), 4, "{messages:?}");
    for (message, (line, part)) in messages.iter().zip([(2, "expected"), (3, "`text`"), (4, "invalid"), (5, "blank")]) {
        assert!(message.starts_with(&format!("extract: line {line}: ")) && message.contains(part), "{message}");
    }
}

#[test]
fn extract_reads_one_plain_text() {
    let file = std::env::temp_dir().join(format!("sortie-article-{}.txt", std::process::id()));
    std::fs::write(&file, "Ethiopian jets bombed Mekelle on Monday.").expect("the folder for temporary files is writable");
    let output = run(example("extract").arg("--text").arg(&file).args(["--published", "2021-10-20"]), "");
    let undated = run(example("extract").arg("--text").arg(&file), "");
    std::fs::remove_file(&file).expect("the file is there");
    assert!(output.status.success(), "{}", stderr(&output));
    let events: Value = serde_json::from_str(stdout(&output)).expect("the output is JSON");
    assert_eq!(events[0]["date"]["end"], "2021-10-18");
    let events: Value = serde_json::from_str(stdout(&undated)).expect("the output is JSON");
    assert_eq!((&events[0]["date"]["text"], &events[0]["date"]["start"]), (&"Monday".into(), &Value::Null));
}

#[test]
fn extract_explains_what_it_cannot_do() {
    let output = run(example("extract").args(["--text", "no/such/file"]), "");
    assert!(!output.status.success() && stderr(&output).contains("no/such/file"), "{}", stderr(&output));
    let output = run(example("extract").args(["--text", "x", "--published", "yesterday"]), "");
    assert!(!output.status.success() && stderr(&output).contains("expected YYYY-MM-DD"), "{}", stderr(&output));
    let output = run(example("extract").args(["--published", "2021-10-20"]), "");
    assert!(!output.status.success() && stderr(&output).contains("--text"), "{}", stderr(&output));
}

#[test]
fn every_example_has_help() {
    for (name, word) in [("extract", "--published"), ("spot", "--tree"), ("evaluate", "--figure")] {
        let output = run(example(name).arg("-h"), "");
        assert!(output.status.success() && stdout(&output).contains(word), "{name}: {}", stdout(&output));
    }
}

#[test]
fn a_reader_may_stop_reading() {
    // More than a pipe holds, so that the example is still writing when the reader goes away.
    let article = r#"{"id": 1, "text": "Sudanese army jets bombed Nyala. Rebels and the government agreed to a cease-fire in Juba."}"#.to_string() + "\n";
    for name in ["extract", "spot"] {
        let mut child = example(name).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("the example starts");
        let mut stdin = child.stdin.take().expect("stdin is piped");
        let input = article.repeat(300);
        // The example may go away before it has read everything.
        let writer = std::thread::spawn(move || stdin.write_all(input.as_bytes()).is_ok());
        let mut first = [0; 10];
        child.stdout.take().expect("stdout is piped").read_exact(&mut first).expect("something is written");
        let output = child.wait_with_output().expect("the example ends");
        writer.join().expect("the writer ends");
        assert_eq!((output.status.code(), stderr(&output)), (Some(0), ""), "{name}");
    }
}

#[test]
fn spot_finds_names_dates_and_attributions() {
    let input = r#"{"id": "a", "date": "2011-03-20", "text": "French jets bombed Benghazi on Saturday, the army said."}"#;
    let output = run(&mut example("spot"), input);
    assert!(output.status.success(), "{}", stderr(&output));
    let line = &lines(&output)[0];
    assert!(line["names"].as_array().expect("names are a list").iter().any(|name| name["text"] == "Benghazi"));
    assert_eq!(line["dates"][0]["start"], "2011-03-19");
    assert_eq!(line["attributions"][0]["cue"]["text"], "said");
    let tree = run(example("spot").arg("--tree"), input);
    assert!(stdout(&tree).starts_with("# newdoc id = \"a\"\n# sent_id = 1\n"), "{}", stdout(&tree));
}

#[test]
fn quickstart_reads_the_bundled_article_or_another() {
    let output = run(&mut example("quickstart"), "");
    assert!(output.status.success() && stdout(&output).contains("video_conference"), "{}", stdout(&output));
    let named = run(example("quickstart").arg(path("examples/data/hodeidah.txt")), "");
    assert_eq!(stdout(&named), stdout(&output));
    let undated = run(example("quickstart").arg(path("Cargo.toml")), "");
    assert!(!undated.status.success() && stderr(&undated).contains("YYYY-MM-DD"), "{}", stderr(&undated));
}
