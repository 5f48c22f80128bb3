//! Reading NDJSON line by line.

use std::error::Error;
use std::io::{self, BufRead, BufWriter, Write};

/// Writes what `answer` makes of each line of stdin that is not blank to stdout. A bad line is told on stderr with its number, and the rest
/// still read; returns how many were bad.
pub(crate) fn each(program: &str, answer: impl Fn(&str) -> Result<String, Box<dyn Error>>) -> Result<usize, Box<dyn Error>> {
    let mut out = BufWriter::new(io::stdout().lock());
    let mut bad = 0;
    for (number, line) in io::stdin().lock().lines().enumerate() {
        let line = line?;
        if line.trim().is_empty() {
            continue;
        }
        match answer(&line) {
            Ok(text) => out.write_all(text.as_bytes())?,
            Err(error) => {
                bad += 1;
                eprintln!("{program}: line {}: {error}", number + 1);
            }
        }
    }
    out.flush()?;
    Ok(bad)
}
