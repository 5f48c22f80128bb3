//! Lines of a file that may be anything: bounded in memory, numbered, decoded.

use std::borrow::Cow;
use std::io::{self, BufRead, ErrorKind};

/// Reads lines that end in `\n`, `\r\n` or `\r` (files of old Macs), and keeps no more of one than `limit` bytes.
pub(super) struct Lines<'a> {
    input: Box<dyn BufRead + 'a>,
    limit: usize,
    number: usize,
    buffer: Vec<u8>,
    /// The last line ended in `\r`: an `\n` right after it ends no other line.
    after_return: bool,
}

/// One line, from 1.
#[derive(Debug)]
pub(super) struct Line<'b> {
    pub(super) number: usize,
    pub(super) text: Result<Decoded<'b>, Unreadable>,
}

#[derive(Debug)]
pub(super) struct Decoded<'b> {
    pub(super) text: Cow<'b, str>,
    /// It is no UTF-8 and was read as Windows-1252.
    pub(super) foreign: bool,
}

/// A line that is no text.
#[derive(Debug)]
pub(super) struct Unreadable {
    pub(super) reason: String,
    pub(super) start: String,
}

/// How much of a line that is too long is kept for the report.
const SHOWN: usize = 240;

impl<'a> Lines<'a> {
    pub(super) fn new(input: Box<dyn BufRead + 'a>, limit: usize) -> Lines<'a> {
        Lines { input, limit, number: 0, buffer: Vec::new(), after_return: false }
    }

    /// How many lines were read.
    pub(super) fn number(&self) -> usize {
        self.number
    }

    pub(super) fn next(&mut self) -> io::Result<Option<Line<'_>>> {
        self.buffer.clear();
        let mut length = 0;
        let mut ended = false;
        while !ended {
            let bytes = match self.input.fill_buf() {
                Ok(bytes) => bytes,
                Err(error) if error.kind() == ErrorKind::Interrupted => continue,
                Err(error) => return Err(error),
            };
            if bytes.is_empty() {
                break;
            }
            let skip = usize::from(self.after_return && bytes[0] == b'\n');
            self.after_return = false;
            let end = bytes[skip..].iter().position(|byte| matches!(byte, b'\n' | b'\r')).map(|i| skip + i);
            let part = &bytes[skip..end.unwrap_or(bytes.len())];
            length += part.len();
            // A line of a gigabyte takes no more memory than one of the limit.
            let room = self.limit.saturating_sub(self.buffer.len());
            self.buffer.extend_from_slice(&part[..part.len().min(room)]);
            if let Some(end) = end {
                self.after_return = bytes[end] == b'\r';
                ended = true;
            }
            let used = end.map_or(bytes.len(), |end| end + 1);
            self.input.consume(used);
        }
        if !ended && length == 0 {
            return Ok(None);
        }
        self.number += 1;
        let bytes = if self.number == 1 { self.buffer.strip_prefix(b"\xef\xbb\xbf").unwrap_or(&self.buffer) } else { &self.buffer };
        let unreadable = |reason: String| Unreadable { reason, start: windows_1252(&bytes[..bytes.len().min(SHOWN)]) };
        let text = if length > self.limit {
            Err(unreadable(format!("the line has {length} bytes, more than the limit of {}; `NameSource::line_limit` raises it", self.limit)))
        } else if bytes.contains(&0) {
            Err(unreadable("binary data or UTF-16: expected text in UTF-8".to_string()))
        } else {
            Ok(match std::str::from_utf8(bytes) {
                Ok(text) => Decoded { text: Cow::Borrowed(text), foreign: false },
                Err(_) => Decoded { text: Cow::Owned(windows_1252(bytes)), foreign: true },
            })
        };
        Ok(Some(Line { number: self.number, text }))
    }
}

/// What old files in a Western encoding hold: every byte is a character.
fn windows_1252(bytes: &[u8]) -> String {
    const HIGH: [char; 32] =
        ['€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8d}', 'Ž', '\u{8f}', '\u{90}', '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9d}', 'ž', 'Ÿ'];
    bytes.iter().map(|byte| if (0x80..0xa0).contains(byte) { HIGH[usize::from(byte - 0x80)] } else { char::from(*byte) }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(bytes: &[u8], limit: usize) -> Vec<Result<(String, bool), String>> {
        // A small buffer, so that lines span several reads.
        let mut lines = Lines::new(Box::new(io::BufReader::with_capacity(3, bytes)), limit);
        let mut all = Vec::new();
        while let Some(line) = lines.next().expect("memory can be read") {
            assert_eq!(line.number, all.len() + 1);
            all.push(line.text.map(|line| (line.text.into_owned(), line.foreign)).map_err(|line| line.start));
        }
        all
    }

    fn texts(bytes: &[u8]) -> Vec<String> {
        lines(bytes, 100).into_iter().map(|line| line.expect("a line of text").0).collect()
    }

    #[test]
    fn lines_end_as_on_any_system() {
        assert_eq!(texts(b"a\nbb\r\nccc\rdddd\r\r\nlast"), ["a", "bb", "ccc", "dddd", "", "last"]);
        assert_eq!(texts(b"\xef\xbb\xbfa\n\n"), ["a", ""]);
        assert!(texts(b"").is_empty());
    }

    #[test]
    fn other_encodings_are_read_as_windows_1252() {
        assert_eq!(lines(b"W\xd6RNER \x96\n", 100), [Ok(("WÖRNER –".to_string(), true))]);
    }

    #[test]
    fn what_is_no_text_is_told() {
        assert_eq!(lines(b"a\0b\nc\n", 100), [Err("a\0b".to_string()), Ok(("c".to_string(), false))]);
        assert_eq!(lines(b"123456789\n1234\n", 4), [Err("1234".to_string()), Ok(("1234".to_string(), false))]);
    }
}
