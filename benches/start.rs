//! Cold start: what a process pays before its first event.
//!
//! The ratio at the end is that to a plain search for the same names, which is only built, in turns within one run.

use std::collections::HashSet;
use std::process::Command;
use std::time::{Duration, Instant};

use aho_corasick::{AhoCorasick, MatchKind};
use criterion::{Criterion, Throughput};
use sortie::Gazetteer;

/// Set in the process that is measured: it reads one article and ends.
const COLD: &str = "SORTIE_BENCH_COLD";

const ARTICLE: &str = "Turkish jets bombed PKK camps near Zakho on Tuesday, the Iraqi army said.";

fn main() {
    if std::env::var_os(COLD).is_some() {
        let events = sortie::parse_article(ARTICLE).expect("the article can be read");
        std::process::exit(if events.len() == 1 { 0 } else { 1 });
    }
    let mut criterion = Criterion::default().warm_up_time(Duration::from_secs(1)).measurement_time(Duration::from_secs(8)).sample_size(20).configure_from_args();
    let mut group = criterion.benchmark_group("start");

    let names = Gazetteer::builtin().expect("the built-in data are sound").len();
    assert!(names > 100_000, "{names} names");
    group.throughput(Throughput::Elements(names as u64));
    group.bench_function("building the gazetteer", |bencher| {
        bencher.iter(|| {
            let gazetteer = Gazetteer::builder().with_builtin().build().expect("the built-in data are sound");
            assert_eq!(gazetteer.len(), names);
        });
    });

    let program = std::env::current_exe().expect("a benchmark knows its own path");
    group.throughput(Throughput::Elements(1));
    group.bench_function("a process that reads one article", |bencher| {
        bencher.iter(|| assert!(Command::new(&program).env(COLD, "1").status().expect("the program starts").success()));
    });
    group.finish();
    criterion.final_summary();

    let gazetteer = Gazetteer::builtin().expect("the built-in data are sound");
    let spellings: HashSet<String> = gazetteer.spellings().map(|name| name.to_lowercase()).collect();
    let mut best = [Duration::MAX; 2];
    for _ in 0..15 {
        best[0] = best[0].min(time(|| AhoCorasick::builder().match_kind(MatchKind::LeftmostLongest).build(&spellings).expect("the names fit")));
        best[1] = best[1].min(time(|| Gazetteer::builder().with_builtin().build().expect("the built-in data are sound")));
    }
    println!("\nbuilding from {} names, actors and places read and all, and its ratio to AhoCorasick::build on {} distinct ones:", names, spellings.len());
    println!("  Gazetteer {:.1} ms, AhoCorasick {:.1} ms: {:.2}", millis(best[1]), millis(best[0]), millis(best[1]) / millis(best[0]));
}

fn millis(time: Duration) -> f64 {
    time.as_secs_f64() * 1e3
}

/// How long it takes to make something.
fn time<T>(make: impl Fn() -> T) -> Duration {
    let start = Instant::now();
    let made = make();
    let time = start.elapsed();
    drop(made);
    time
}
