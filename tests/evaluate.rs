//! The figures of `evaluate` on the labelled articles of `tests/eval/`.
//!
//! `UPDATE_GOLDEN=1 cargo test` writes `expected.txt` anew; a figure that falls needs a reason.
#![cfg(feature = "builtin")]

mod common;

use common::{assert_golden, example, path};

fn evaluate(options: &[&str]) -> String {
    evaluate_on("tests/eval", options)
}

fn evaluate_on(folder: &str, options: &[&str]) -> String {
    let output = example("evaluate").args([path(&format!("{folder}/docs.ndjson")), path(&format!("{folder}/labels.json"))]).args(options).output().expect("evaluate runs");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).expect("the table is UTF-8")
}

/// The row of a figure: precision, recall, F1, gold.
fn row(table: &str, figure: &str) -> Vec<f64> {
    let row = table.lines().find_map(|line| line.trim_start().strip_prefix(figure).filter(|rest| rest.starts_with(' '))).expect("the figure is in the table");
    row.split_whitespace().map_while(|cell| cell.parse().ok()).collect()
}

#[test]
fn the_figures_are_the_expected_ones() {
    assert_golden("tests/eval/expected.txt", &evaluate(&[]));
}

#[test]
fn the_figures_of_the_larger_sets_are_the_expected_ones() {
    for folder in ["tests/eval/read", "tests/eval/unread"] {
        assert_golden(&format!("{folder}/expected.txt"), &evaluate_on(folder, &[]));
    }
}

#[test]
fn one_kind_is_scored_alone() {
    let (all, airstrikes) = (evaluate(&[]), evaluate(&["--kind", "airstrike"]));
    assert_eq!(row(&airstrikes, "detection"), row(&all, "airstrike"));
    assert_eq!(row(&airstrikes, "meeting"), [0.0, 0.0, 0.0, 0.0]);
}

#[test]
fn errors_are_listed_by_figure() {
    let listed = evaluate(&["--errors", "1000", "--figure", "detection"]);
    let (rows, errors) = listed.split_at(listed.find("overall").expect("a table ends with the overall figure"));
    assert!(rows.starts_with("                     precision    recall      F1   gold\n"));
    assert!(errors.lines().skip(1).all(|line| line.starts_with("DETECTION ") && line.contains("[[")));
}

#[test]
fn a_label_without_its_text_is_named() {
    let labels = std::env::temp_dir().join(format!("sortie-labels-{}.json", std::process::id()));
    std::fs::write(&labels, r#"[{"doc": "sudan-2023", "mentions": [{"kind": "meeting", "trigger": {"text": "seance", "nth": 1}, "event": "e1"}]}]"#)
        .expect("the folder for temporary files is writable");
    let output = example("evaluate").arg(path("tests/eval/docs.ndjson")).arg(&labels).output().expect("evaluate runs");
    std::fs::remove_file(&labels).expect("the file is there");
    assert!(!output.status.success());
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(said.contains("sudan-2023") && said.contains("seance"), "{said}");
}
