//! Cold start: what a process pays before its first event.

use std::process::Command;
use std::time::Duration;

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
}
