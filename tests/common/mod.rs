//! What several test files need: the built examples and files with expected output.

use std::path::{Path, PathBuf};
use std::process::Command;

/// A file of the repository.
#[allow(dead_code, reason = "not every test file reads one")]
pub(crate) fn path(relative: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(relative)
}

/// A built example. `cargo test` builds them all; `cargo test --test NAME` alone does not.
#[allow(dead_code, reason = "not every test file runs an example")]
pub(crate) fn example(name: &str) -> Command {
    let test = std::env::current_exe().expect("a test knows its own path");
    let profile = test.ancestors().nth(2).expect("tests are built two folders below the profile's");
    let program = profile.join("examples").join(name).with_extension(std::env::consts::EXE_EXTENSION);
    assert!(program.exists(), "{} is not built: run `cargo build --examples` or the whole of `cargo test`", program.display());
    Command::new(program)
}

/// Whether expected output is to be written anew.
#[allow(dead_code, reason = "not every test file has expected output")]
pub(crate) fn updating() -> bool {
    std::env::var_os("UPDATE_GOLDEN").is_some_and(|value| value == "1")
}

/// Compares with the expected text in a file; with `UPDATE_GOLDEN=1` writes that file instead.
#[allow(dead_code, reason = "not every test file has expected output")]
pub(crate) fn assert_golden(relative: &str, actual: &str) {
    let path = path(relative);
    if updating() {
        std::fs::write(&path, actual).expect("the repository is writable");
        return;
    }
    let expected = std::fs::read_to_string(&path).unwrap_or_default();
    let first = expected.lines().zip(actual.lines()).position(|(expected, actual)| expected != actual).unwrap_or(expected.lines().count().min(actual.lines().count()));
    let line = |text: &str| text.lines().nth(first).unwrap_or("(end of the text)").to_string();
    assert!(
        expected == actual,
        "{relative} differs in line {}:\n  expected {}\n  actual   {}\nIf the change is right, run `UPDATE_GOLDEN=1 cargo test` and look at the diff.",
        first + 1,
        line(&expected),
        line(actual)
    );
}
