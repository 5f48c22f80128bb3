//! How an example ends.

use std::error::Error;
use std::io;
use std::process::ExitCode;

/// The exit status of a run that returns how many lines were bad; an error is told on stderr.
pub(crate) fn status(program: &str, outcome: Result<usize, Box<dyn Error>>) -> ExitCode {
    match outcome {
        Ok(0) => ExitCode::SUCCESS,
        Ok(_) => ExitCode::FAILURE,
        // Whoever reads may stop reading: `extract | head` is no error.
        Err(error) if error.downcast_ref::<io::Error>().is_some_and(|e| e.kind() == io::ErrorKind::BrokenPipe) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{program}: {error}");
            ExitCode::FAILURE
        }
    }
}
