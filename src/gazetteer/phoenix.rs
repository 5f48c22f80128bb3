//! The grammar of PETRARCH and Phoenix actor files, as TABARI's users wrote them.
//!
//! A base phrase starts a line, `+` lines hold its synonyms, indented lines its codes, each in brackets and with the dates on which
//! it held; codes may also follow the base. Comments start with `#` or `;`, or stand between `<!--` and `-->` over several lines.

use chrono::NaiveDate;

use super::cameo;
use super::case::recase;
use super::report::Log;

/// A base phrase with all that belongs to it.
#[derive(Debug)]
pub(super) struct Base {
    pub(super) line: usize,
    /// The base phrase, then its synonyms.
    pub(super) names: Vec<String>,
    pub(super) codes: Vec<DatedCode>,
    /// A code of it was rejected.
    spoilt: bool,
}

#[derive(Debug, PartialEq)]
pub(super) struct DatedCode {
    pub(super) code: String,
    pub(super) since: Option<NaiveDate>,
    pub(super) until: Option<NaiveDate>,
}

impl DatedCode {
    pub(super) fn is_dated(&self) -> bool {
        self.since.is_some() || self.until.is_some()
    }
}

/// Longer phrases are no names.
const LONGEST: usize = 200;

#[derive(Debug, Default)]
pub(super) struct Parser {
    /// PETRARCH2's reading of dates instead of the documented one.
    compat: bool,
    /// Whole bases; the last one may still grow.
    pub(super) bases: Vec<Base>,
    /// What the next synonym or code belongs to.
    open: bool,
    /// The line on which a comment of several lines began.
    comment: Option<usize>,
}

impl Parser {
    pub(super) fn new(compat: bool) -> Parser {
        Parser { compat, ..Parser::default() }
    }

    pub(super) fn line(&mut self, text: &str, number: usize, log: &mut Log<'_>) {
        let text = self.without_comments(text, number);
        let content = text.trim();
        if content.is_empty() {
            return;
        }
        let at = text.len() - text.trim_start().len();
        if let Some(synonym) = content.strip_prefix('+') {
            self.phrases(synonym, at + 1, number, log);
        } else if content.starts_with('[') {
            self.codes(content, at, number, log);
        } else if at > 0 {
            log.reject(number, at + 1, "expected a code in brackets behind the indent", content);
        } else {
            self.finish(log);
            let phrase = content.find('[').unwrap_or(content.len());
            self.bases.push(Base { line: number, names: Vec::new(), codes: Vec::new(), spoilt: false });
            self.open = true;
            self.phrases(&content[..phrase], 0, number, log);
            if self.bases.last().is_some_and(|base| base.names.is_empty()) {
                // What follows would else be taken for the base before.
                self.bases.pop();
                self.open = false;
            } else if phrase < content.len() {
                self.codes(&content[phrase..], phrase, number, log);
            }
        }
    }

    /// At the end of the file: what still lacks its end, or its code.
    pub(super) fn end(&mut self, log: &mut Log<'_>) {
        if let Some(line) = self.comment {
            log.reject(line, 1, "this comment is never closed (`-->`): the rest of the file was skipped", "<!--");
        }
        self.finish(log);
    }

    fn finish(&mut self, log: &mut Log<'_>) {
        if self.open
            && let Some(base) = self.bases.pop_if(|base| base.codes.is_empty())
            && !base.spoilt
        {
            log.reject(base.line, 1, "a name without a code (`[---]` for none)", &base.names[0]);
        }
        self.open = false;
    }

    /// The line without its comments; what stays keeps its column.
    fn without_comments(&mut self, text: &str, number: usize) -> String {
        let mut kept = String::with_capacity(text.len());
        let mut rest = text;
        loop {
            if self.comment.is_some() {
                let Some(end) = rest.find("-->") else { return kept };
                kept.extend(std::iter::repeat_n(' ', end + 3));
                rest = &rest[end + 3..];
                self.comment = None;
            }
            let open = rest.find("<!--");
            let line_comment = rest.find(['#', ';']);
            match (open, line_comment) {
                (Some(open), _) if line_comment.is_none_or(|at| open < at) => {
                    kept.push_str(&rest[..open]);
                    kept.push_str("    ");
                    rest = &rest[open + 4..];
                    self.comment = Some(number);
                }
                (_, Some(at)) => {
                    kept.push_str(&rest[..at]);
                    return kept;
                }
                _ => {
                    kept.push_str(rest);
                    return kept;
                }
            }
        }
    }

    /// What the line belongs to.
    fn base(&mut self, what: &str, at: usize, number: usize, log: &mut Log<'_>, text: &str) -> Option<&mut Base> {
        if !self.open {
            log.reject(number, at + 1, format!("{what} that belongs to no name"), text);
            return None;
        }
        self.bases.last_mut()
    }

    fn phrases(&mut self, text: &str, at: usize, number: usize, log: &mut Log<'_>) {
        let Some(base) = self.base("a synonym", at, number, log, text) else { return };
        // Brackets behind a synonym: its base's codes.
        let (text, codes) = text.split_at(text.find('[').unwrap_or(text.len()));
        let mut start = at;
        for (i, part) in text.split('+').enumerate() {
            if i > 0 {
                log.warn(number, start, "two names on one line", text);
            }
            match phrase(part) {
                Ok(name) => base.names.push(name),
                Err(reason) => log.reject(number, start + 1, reason, part),
            }
            start += part.len() + 1;
        }
        if !codes.is_empty() {
            self.codes(codes, at + text.len(), number, log);
        }
    }

    /// Reads `[CODE dates] [CODE]...`, which starts at byte `at` of its line.
    fn codes(&mut self, text: &str, at: usize, number: usize, log: &mut Log<'_>) {
        let compat = self.compat;
        let Some(base) = self.base("a code", at, number, log, text) else { return };
        let mut rest = text;
        loop {
            let start = at + text.len() - rest.len();
            let Some(inner) = rest.strip_prefix('[') else {
                if !rest.is_empty() {
                    log.reject(number, start + 1, "expected a code in brackets", rest);
                    base.spoilt = true;
                }
                return;
            };
            let end = inner.find(['[', ']']).filter(|end| inner[*end..].starts_with(']'));
            let Some(end) = end else {
                log.reject(number, start + 1, "a code without its closing bracket", rest);
                base.spoilt = true;
                // The next code may be whole.
                rest = inner.find('[').map_or("", |next| &inner[next..]);
                continue;
            };
            match dated_code(&inner[..end], compat) {
                Ok((code, remark)) => {
                    if let Some(remark) = remark {
                        log.warn(number, start + 1, remark, &rest[..end + 2]);
                    }
                    if base.codes.contains(&code) {
                        log.report.duplicates += 1;
                    } else {
                        base.codes.push(code);
                    }
                }
                Err((offset, reason, what)) => {
                    log.reject(number, start + 2 + offset, reason, what);
                    base.spoilt = true;
                }
            }
            rest = inner[end + 1..].trim_start();
        }
    }
}

/// A phrase's words: underscores stand for blanks, one at the end for a word's end, which holds for all names here.
pub(super) fn phrase(text: &str) -> Result<String, &'static str> {
    let text = text.trim().trim_matches('_').trim();
    if text.contains('\t') {
        return Err("a tab within a name");
    }
    if text.contains(['[', ']', '<', '>', '{', '}']) {
        return Err("a stray bracket in a name");
    }
    if !text.contains(char::is_alphanumeric) || text.contains(char::is_control) {
        return Err("expected a name");
    }
    if text.len() > LONGEST {
        return Err("too long for a name");
    }
    let words: Vec<&str> = text.split(['_', ' ']).filter(|word| !word.is_empty()).collect();
    // News writes the article small, and names start with a capital.
    let words = if words.len() > 1 && words[0].eq_ignore_ascii_case("the") { &words[1..] } else { &words[..] };
    Ok(recase(&words.join(" ")))
}

/// A code in brackets, and what is odd about it; or the byte at which it is malformed, why, and what stands there.
fn dated_code(text: &str, compat: bool) -> Result<(DatedCode, Option<&'static str>), (usize, &'static str, &str)> {
    let at = |part: &str| part.as_ptr() as usize - text.as_ptr() as usize;
    let body = text.trim();
    let (code, dates) = body.split_once(char::is_whitespace).unwrap_or((body, ""));
    if !cameo::is_code(code) {
        return Err((at(code), "expected a code: three capitals, once or more, or `---`", code));
    }
    let dates = dates.trim();
    let mut remark = None;
    let mut date = |text: &'_ str, start: usize| {
        read_date(text.trim())
            .map(|(day, odd)| {
                remark = remark.or(odd);
                day
            })
            .ok_or((start, "expected a date (YYMMDD or YYYYMMDD)"))
    };
    let malformed = |(start, reason): (usize, &'static str)| (start, reason);
    let dated = if dates.is_empty() {
        Ok((None, None))
    } else if let Some(day) = dates.strip_prefix('<') {
        // PETRARCH2 leaves the day itself out.
        date(day, at(day.trim_start())).map(|day| (None, if compat { day.pred_opt() } else { Some(day) }))
    } else if let Some(day) = dates.strip_prefix('>') {
        date(day, at(day.trim_start())).map(|day| (Some(day), None))
    } else if let Some((first, last)) = dates.split_once('-') {
        date(first, at(first.trim_start())).and_then(|since| {
            let until = date(last, at(last.trim_start()))?;
            Ok((Some(since), if compat { until.pred_opt() } else { Some(until) }))
        })
    } else if compat {
        // PETRARCH2 drops the first digit and then takes the code for always.
        remark = Some("a date without `<` or `>`: PETRARCH2 ignores it");
        Ok((None, None))
    } else {
        Err((at(dates), "expected `<date`, `>date` or `date-date`"))
    };
    let (since, until) = dated.map_err(malformed).map_err(|(start, reason)| (start, reason, text[start..].trim_end().split('-').next().unwrap_or("")))?;
    if since.zip(until).is_some_and(|(since, until)| until < since) {
        return Err((at(dates), if compat { "no day lies between these dates" } else { "these dates end before they begin" }, dates));
    }
    Ok((DatedCode { code: code.to_string(), since, until }, remark))
}

/// `YYMMDD` (up to 30: this century) or `YYYYMMDD`. A month's 31st that it does not have is its last day.
fn read_date(text: &str) -> Option<(NaiveDate, Option<&'static str>)> {
    if !matches!(text.len(), 6 | 8) || !text.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    let (year, month_and_day) = text.split_at(text.len() - 4);
    let mut year: i32 = year.parse().ok()?;
    if text.len() == 6 {
        year += if year <= 30 { 2000 } else { 1900 };
    }
    let (month, day): (u32, u32) = (month_and_day[..2].parse().ok()?, month_and_day[2..].parse().ok()?);
    if let Some(date) = NaiveDate::from_ymd_opt(year, month, day) {
        return Some((date, None));
    }
    let last = (28..=30).rev().find_map(|day| NaiveDate::from_ymd_opt(year, month, day))?;
    (29..=31).contains(&day).then_some((last, Some("the month has no such day: read as its last")))
}
