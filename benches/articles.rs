//! Whole articles, with events and without.

mod common;

use std::time::Duration;

use common::{EVENT_FREE, event_rich};
use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use sortie::{Article, Extractor};

fn articles(criterion: &mut Criterion) {
    let extractor = Extractor::builder().build().expect("the built-in data are sound");
    let mentions = |article: Article<'_>| extractor.parse_article(article).expect("the article can be read").iter().map(|event| event.mentions.len()).sum::<usize>();
    let mut group = criterion.benchmark_group("parse_article");

    let (articles, labelled) = event_rich();
    let read_all = || articles.iter().map(|(day, text)| mentions(Article::new(text).published(*day))).sum::<usize>();
    let found = read_all();
    // About as many as a reader finds: a library that finds nothing is fast.
    assert!(found * 5 >= labelled * 4 && found * 4 <= labelled * 5, "{found} mentions found, {labelled} labelled");
    group.throughput(Throughput::Bytes(articles.iter().map(|(_, text)| text.len() as u64).sum()));
    group.bench_function("event-rich", |bencher| {
        bencher.iter(|| assert_eq!(read_all(), found));
    });

    group.throughput(Throughput::Bytes(EVENT_FREE.len() as u64));
    group.bench_function("event-free", |bencher| {
        bencher.iter(|| assert_eq!(mentions(Article::new(EVENT_FREE)), 0));
    });
    group.finish();
}

criterion_group! {
    name = benches;
    config = Criterion::default().warm_up_time(Duration::from_secs(1)).measurement_time(Duration::from_secs(4));
    targets = articles
}
criterion_main!(benches);
