//! The scan for names, beside a plain search for the same names.
//!
//! The plain search is `AhoCorasick::find_iter`, leftmost-longest, on a copy of the text in lower case. It knows no word boundaries, so it
//! finds more, and less that is right: "iran" in "tirana". The ratios at the end are taken in turns within one run.

mod common;

use std::collections::HashSet;
use std::time::{Duration, Instant};

use aho_corasick::{AhoCorasick, MatchKind};
use common::{EVENT_FREE, event_rich, long_text};
use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use sortie::{Article, Extractor, Gazetteer};

fn names(criterion: &mut Criterion) {
    let gazetteer = Gazetteer::builtin().expect("the built-in data are sound");
    // A stream of news is read once: text enough to leave the caches.
    let text = long_text(60);
    let lower = text.to_lowercase();
    let spellings: HashSet<String> = gazetteer.spellings().map(|name| name.to_lowercase()).collect();
    let plain = AhoCorasick::builder().match_kind(MatchKind::LeftmostLongest).build(&spellings).expect("the names fit");
    let count_plain = || plain.find_iter(&lower).count();
    let count_names = || gazetteer.find_iter(&text).count();

    let found = count_names();
    // Hits of the plain search that are whole capitalised words: nearly what the scan finds.
    let whole = plain.find_iter(&lower).filter(|hit| is_name(&text, &lower, hit.start(), hit.end())).count();
    assert!(found.abs_diff(whole) * 50 <= whole, "{found} names found, {whole} expected");

    let mut group = criterion.benchmark_group("names");
    group.throughput(Throughput::Bytes(text.len() as u64));
    group.bench_function("Gazetteer::find_iter", |bencher| bencher.iter(|| assert_eq!(count_names(), found)));
    let plain_found = count_plain();
    group.bench_function("AhoCorasick::find_iter", |bencher| bencher.iter(|| assert_eq!(count_plain(), plain_found)));
    group.finish();

    let extractor = Extractor::builder().build().expect("the built-in data are sound");
    let (articles, _) = event_rich();
    let rich_bytes: usize = articles.iter().map(|(_, text)| text.len()).sum();
    let read_rich = || articles.iter().map(|(day, text)| extractor.parse_article(Article::new(text).published(*day)).map_or(0, |events| events.len())).sum::<usize>();
    let read_free = || extractor.parse_article(EVENT_FREE).map_or(0, |events| events.len());
    let events = read_rich();
    let mut best = [0.0f64; 4];
    for _ in 0..9 {
        best[0] = best[0].max(speed(text.len(), 1, || assert_eq!(count_plain(), plain_found)));
        best[1] = best[1].max(speed(text.len(), 1, || assert_eq!(count_names(), found)));
        best[2] = best[2].max(speed(rich_bytes, 5, || assert_eq!(read_rich(), events)));
        best[3] = best[3].max(speed(EVENT_FREE.len(), 200, || assert_eq!(read_free(), 0)));
    }
    println!("\nspeed, and its ratio to the plain search for {} names ({:.1} MB/s):", plain.patterns_len(), best[0]);
    for (what, speed) in ["Gazetteer::find_iter", "parse_article, event-rich", "parse_article, event-free"].iter().zip(&best[1..]) {
        println!("  {what:28}{speed:9.1} MB/s{:9.2}", speed / best[0]);
    }
}

/// Megabytes a second.
fn speed(bytes: usize, times: usize, work: impl Fn()) -> f64 {
    let start = Instant::now();
    (0..times).for_each(|_| work());
    (bytes * times) as f64 / 1e6 / start.elapsed().as_secs_f64()
}

/// Whether a hit of the plain search stands on word boundaries and starts as names do.
fn is_name(text: &str, lower: &str, start: usize, end: usize) -> bool {
    // Lower case may have other lengths; the texts here have none that do.
    assert_eq!(text.len(), lower.len());
    let word = |c: char| c.is_alphanumeric();
    let inside = text[..start].chars().next_back().is_some_and(word) || text[end..].chars().next().is_some_and(word);
    !inside && text[start..].starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit())
}

criterion_group! {
    name = benches;
    config = Criterion::default().warm_up_time(Duration::from_secs(1)).measurement_time(Duration::from_secs(4)).sample_size(20);
    targets = names
}
criterion_main!(benches);
