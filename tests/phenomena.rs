//! Reads `tests/phenomena/*.txt`: what the library makes of one hard thing at a time. The format is in the README there.
//!
//! `UPDATE_GOLDEN=1 cargo test` takes the marks of known failures away from lines that hold now. It never adds one.
#![cfg(feature = "builtin")]

mod common;

use std::fmt::Write;
use std::fs;
use std::path::Path;

use chrono::NaiveDate;
use sortie::{Article, Event, EventKind, LocationRole, Mention, Modality, Phase, Role};

/// An article and what is expected of it.
struct Case {
    line: usize,
    text: String,
    published: Option<NaiveDate>,
    checks: Vec<Check>,
}

struct Check {
    line: usize,
    /// The line as written.
    written: String,
    /// Whether it is known to fail.
    known: bool,
    /// What it expects; all of it must hold.
    expected: Vec<Expected>,
}

enum Expected {
    Mention(Anchor),
    /// Something about the mention at the anchor.
    Field(Anchor, Field),
    Together(String, String),
    Apart(String, String),
    /// No mention but these.
    NothingBut(Vec<Anchor>),
}

/// Which mention: its kind, its trigger, and which occurrence of that.
#[derive(Clone)]
struct Anchor {
    kind: EventKind,
    trigger: String,
    nth: usize,
}

enum Field {
    Actor(Role, String, Option<String>),
    Place(LocationRole, String, Option<String>),
    Date(String, Option<String>),
    Source(String),
    Modality(Modality),
    Phase(Phase),
    None(String),
}

#[test]
fn every_phenomenon_reads_as_expected() {
    let mut files: Vec<_> = fs::read_dir(common::path("tests/phenomena")).expect("the folder is there").map(|entry| entry.expect("the folder can be read").path()).collect();
    files.retain(|path| path.extension().is_some_and(|extension| extension == "txt"));
    files.sort();
    assert!(!files.is_empty(), "no phenomena");
    let mut report = String::new();
    let (mut checks, mut known) = (0, 0);
    for path in &files {
        let mut now_held = Vec::new();
        for case in cases(path) {
            checks += case.checks.len();
            known += case.checks.iter().filter(|check| check.known).count();
            report += &differences(path, &case, &mut now_held);
        }
        unmark(path, &now_held);
    }
    println!("{checks} lines in {} files, {known} of them known failures", files.len());
    assert!(report.is_empty(), "{report}");
}

/// What of a case is not as expected. Known failures that hold are listed in `now_held` where those are to be unmarked.
fn differences(path: &Path, case: &Case, now_held: &mut Vec<usize>) -> String {
    let article = Article::new(&case.text);
    let article = match case.published {
        Some(day) => article.published(day),
        None => article,
    };
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let events = sortie::parse_article(article).unwrap_or_else(|error| panic!("{name}:{}: {error}", case.line));
    let mut report = String::new();
    for check in &case.checks {
        let problem = match (check.expected.iter().try_for_each(|expected| met(expected, &case.text, &events)), check.known) {
            (Ok(()), true) if common::updating() => {
                now_held.push(check.line);
                continue;
            }
            (Ok(()), true) => "now holds: take the `! ` away".to_string(),
            (Err(problem), false) => problem,
            _ => continue,
        };
        // Strings cannot refuse to be written to.
        let _ = writeln!(report, "\n{name}:{}: {}\n  {problem}", check.line, check.written);
    }
    if !report.is_empty() {
        let _ = writeln!(report, "  in: {}\n{}", case.text.replace('\n', "\n      "), told(&events));
    }
    report
}

/// Takes the marks of known failures away from lines of a file.
fn unmark(path: &Path, lines: &[usize]) {
    if lines.is_empty() {
        return;
    }
    let file = fs::read_to_string(path).expect("the file can be read");
    let unmarked = (1..).zip(file.lines()).map(|(number, line)| if lines.contains(&number) { line.replacen("! ", "", 1) } else { line.to_string() } + "\n");
    fs::write(path, unmarked.collect::<String>()).expect("the repository is writable");
}

/// The events in the format of the files.
fn told(events: &[Event]) -> String {
    let mut out = String::new();
    for (number, event) in events.iter().enumerate() {
        for mention in &event.mentions {
            let _ = write!(out, "  got event {}: {} {:?} {}", number + 1, event.kind, mention.trigger.text, mention.modality);
            let _ = writeln!(out, "{}", mention.phase.map(|phase| format!(" {phase}")).unwrap_or_default());
            for line in fields(mention) {
                let _ = writeln!(out, "      {line}");
            }
        }
    }
    if out.is_empty() { "  got nothing\n".to_string() } else { out }
}

fn fields(mention: &Mention) -> Vec<String> {
    let code = |code: Option<String>| code.unwrap_or_else(|| "-".to_string());
    let actors = mention.actors.iter().map(|actor| format!("{} {:?} {}", actor.role, actor.text, code(actor.code.as_ref().map(ToString::to_string))));
    let places = mention.locations.iter().map(|place| format!("{} {:?} {}", place.role, place.text, code(place.country.as_ref().map(ToString::to_string))));
    let date = mention.date.iter().map(|date| format!("date {:?} {}", date.text, days(date.start, date.end)));
    actors.chain(places).chain(date).chain(mention.sources.iter().map(|source| format!("source {:?}", source.text))).collect()
}

/// Days as the files write them.
fn days(start: Option<NaiveDate>, end: Option<NaiveDate>) -> String {
    match (start, end) {
        (Some(start), Some(end)) if start != end => format!("{start} {end}"),
        (Some(day), _) => day.to_string(),
        _ => "-".to_string(),
    }
}

/// Whether an expectation is met, else what is wrong.
fn met(expected: &Expected, text: &str, events: &[Event]) -> Result<(), String> {
    match expected {
        Expected::Mention(anchor) => mention(anchor, text, events).map(|_| ()),
        Expected::Field(anchor, field) => holds(field, mention(anchor, text, events)?),
        Expected::Together(a, b) if event_of(a, events)? == event_of(b, events)? => Ok(()),
        Expected::Together(..) => Err("they are apart".to_string()),
        Expected::Apart(a, b) if event_of(a, events)? != event_of(b, events)? => Ok(()),
        Expected::Apart(..) => Err("they are together".to_string()),
        Expected::NothingBut(anchors) => {
            let listed: Vec<&Mention> = anchors.iter().filter_map(|anchor| mention(anchor, text, events).ok()).collect();
            let other = events.iter().flat_map(|event| event.mentions.iter().map(move |m| (event.kind, m))).find(|(_, m)| !listed.iter().any(|l| std::ptr::eq(*l, *m)));
            other.map_or(Ok(()), |(kind, mention)| Err(format!("there is also the {kind} {:?}", mention.trigger.text)))
        }
    }
}

/// The mention whose trigger overlaps the anchor's.
fn mention<'e>(anchor: &Anchor, text: &str, events: &'e [Event]) -> Result<&'e Mention, String> {
    let (start, trigger) = text.match_indices(&anchor.trigger).nth(anchor.nth - 1).ok_or("the text does not say so")?;
    let mut mentions = events.iter().filter(|event| event.kind == anchor.kind).flat_map(|event| &event.mentions);
    let found = mentions.find(|mention| mention.trigger.span.overlaps((start..start + trigger.len()).into()));
    found.ok_or_else(|| format!("no {} is found here", anchor.kind))
}

fn event_of(trigger: &str, events: &[Event]) -> Result<usize, String> {
    let found = events.iter().position(|event| event.mentions.iter().any(|mention| agree(&mention.trigger.text, trigger)));
    found.ok_or_else(|| format!("no mention at {trigger:?}"))
}

fn holds(field: &Field, mention: &Mention) -> Result<(), String> {
    let got = || format!("got {}", fields(mention).join(", "));
    // A code or a country is compared where one is given; `-` stands for none.
    let same = |given: &Option<String>, got: Option<String>| given.as_ref().is_none_or(|given| *given == got.unwrap_or_else(|| "-".to_string()));
    let right = match field {
        Field::Actor(role, text, code) => {
            let mut actors = mention.actors.iter().filter(|actor| actor.role == *role && agree(&actor.text, text));
            actors.any(|actor| same(code, actor.code.as_ref().map(ToString::to_string)))
        }
        Field::Place(role, text, country) => {
            let mut places = mention.locations.iter().filter(|place| place.role == *role && agree(&place.text, text));
            places.any(|place| same(country, place.country.as_ref().map(ToString::to_string)))
        }
        Field::Date(text, given) => mention.date.as_ref().is_some_and(|date| agree(&date.text, text) && same(given, Some(days(date.start, date.end)))),
        Field::Source(text) => mention.sources.iter().any(|source| agree(&source.text, text)),
        Field::Modality(modality) if mention.modality == *modality => true,
        Field::Modality(_) => return Err(format!("got {}", mention.modality)),
        Field::Phase(phase) if mention.phase == Some(*phase) => true,
        Field::Phase(_) => return Err(format!("got {}", mention.phase.map_or("none".to_string(), |phase| phase.to_string()))),
        Field::None(what) => match what.as_str() {
            "place" => mention.locations.is_empty(),
            "date" => mention.date.is_none(),
            "source" => mention.sources.is_empty(),
            role => mention.actors.iter().all(|actor| actor.role.as_str() != role),
        },
    };
    if right { Ok(()) } else { Err(got()) }
}

/// Whether one text holds the other.
fn agree(a: &str, b: &str) -> bool {
    let (a, b) = (a.to_lowercase(), b.to_lowercase());
    a.contains(&b) || b.contains(&a)
}

/// The cases of a file.
fn cases(path: &Path) -> Vec<Case> {
    let file = fs::read_to_string(path).expect("the file can be read");
    let mut cases: Vec<Case> = Vec::new();
    // Whether the last line was text, so that more of it belongs to the same article.
    let mut in_text = false;
    for (number, line) in (1..).zip(file.lines()) {
        let wrong = |message: &str| -> ! { panic!("{}:{number}: {message}: {line}", path.display()) };
        if line.trim().is_empty() || line.starts_with('#') {
            in_text = false;
            continue;
        }
        if let Some(text) = line.strip_prefix('>') {
            let text = text.strip_prefix(' ').unwrap_or(text);
            match cases.last_mut().filter(|_| in_text) {
                Some(case) => case.text = format!("{}\n{text}", case.text),
                None => cases.push(Case { line: number, text: text.to_string(), published: None, checks: Vec::new() }),
            }
            in_text = true;
            continue;
        }
        in_text = false;
        let Some(case) = cases.last_mut() else { wrong("an expectation before any text") };
        if let Some(day) = line.strip_prefix("@ ") {
            case.published = Some(day.parse().unwrap_or_else(|_| wrong("expected a day, YYYY-MM-DD")));
            continue;
        }
        let (known, written) = line.trim_start().strip_prefix("! ").map_or((false, line.trim_start()), |rest| (true, rest));
        let indented = line.starts_with(' ');
        let expected = expectations(written, indented, case).unwrap_or_else(|message| wrong(&message));
        case.checks.push(Check { line: number, written: line.trim_start().to_string(), known, expected });
    }
    cases
}

/// What a line expects.
fn expectations(line: &str, indented: bool, case: &Case) -> Result<Vec<Expected>, String> {
    let mentions = || case.checks.iter().flat_map(|check| &check.expected).filter_map(|expected| if let Expected::Mention(anchor) = expected { Some(anchor.clone()) } else { None });
    if indented {
        let anchor = mentions().next_back().ok_or("a field before any mention")?;
        return Ok(vec![Expected::Field(anchor, field(line)?)]);
    }
    if line == "nothing" || line == "nothing else" {
        return Ok(vec![Expected::NothingBut(mentions().collect())]);
    }
    let (word, rest) = line.split_once(' ').ok_or("expected more")?;
    let (first, rest) = quoted(rest)?;
    match word {
        "together" => Ok(vec![Expected::Together(first, quoted(rest)?.0)]),
        "apart" => Ok(vec![Expected::Apart(first, quoted(rest)?.0)]),
        kind => {
            let kind = kind.parse().map_err(|error| format!("{error}"))?;
            let mut words = rest.split_whitespace().peekable();
            let nth = words.peek().and_then(|word| word.parse().ok());
            if nth.is_some() {
                words.next();
            }
            let anchor = Anchor { kind, trigger: first, nth: nth.unwrap_or(1) };
            let fields: Vec<Field> = words.map(field).collect::<Result<_, _>>()?;
            Ok(std::iter::once(Expected::Mention(anchor.clone())).chain(fields.into_iter().map(|field| Expected::Field(anchor.clone(), field))).collect())
        }
    }
}

fn field(line: &str) -> Result<Field, String> {
    if let Ok(modality) = line.parse() {
        return Ok(Field::Modality(modality));
    }
    if let Ok(phase) = line.parse() {
        return Ok(Field::Phase(phase));
    }
    let (word, rest) = line.split_once(' ').ok_or("expected a modality, a phase or a field")?;
    if word == "no" {
        let known = ["place", "date", "source"].contains(&rest) || rest.parse::<Role>().is_ok();
        return if known { Ok(Field::None(rest.to_string())) } else { Err("expected a role, `place`, `date` or `source`".to_string()) };
    }
    let (text, rest) = quoted(rest)?;
    let rest = (!rest.is_empty()).then(|| rest.to_string());
    match word {
        "date" => Ok(Field::Date(text, rest)),
        "source" => Ok(Field::Source(text)),
        role => match (role.parse(), role.parse()) {
            (Ok(role), _) => Ok(Field::Actor(role, text, rest)),
            (_, Ok(role)) => Ok(Field::Place(role, text, rest)),
            _ => Err(format!("unknown field {role:?}")),
        },
    }
}

/// A text in double quotes, and what follows it.
fn quoted(rest: &str) -> Result<(String, &str), String> {
    let (text, rest) = rest.trim_start().strip_prefix('"').and_then(|rest| rest.split_once('"')).ok_or("expected a text in double quotes")?;
    Ok((text.to_string(), rest.trim()))
}
