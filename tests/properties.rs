//! What holds for every text.
#![cfg(feature = "builtin")]

use std::sync::LazyLock;

use chrono::NaiveDate;
use proptest::prelude::*;
use sortie::{Actor, Article, Event, EventDate, Extractor, Location, Source, Span};

const BUNDLED: &str = include_str!("../examples/data/hodeidah.txt");
const LABELLED: &str = include_str!("eval/docs.ndjson");

static EXTRACTOR: LazyLock<Extractor> = LazyLock::new(|| Extractor::builder().build().expect("the built-in data are sound"));

/// The words of some articles, with what separates them.
static WORDS: LazyLock<Vec<&str>> = LazyLock::new(|| BUNDLED.split_inclusive([' ', '\n']).chain(LABELLED.split_inclusive(' ')).collect());

/// The sentences of an article, roughly.
static SENTENCES: LazyLock<Vec<&str>> = LazyLock::new(|| BUNDLED.split_inclusive(". ").flat_map(|part| part.split_inclusive('\n')).collect());

fn events(text: &str) -> Vec<Event> {
    let published = NaiveDate::from_ymd_opt(2018, 10, 15).expect("a day");
    // Blank and overlong texts are refused, not read.
    EXTRACTOR.parse_article(Article::new(text).published(published)).unwrap_or_default()
}

/// Every text of a record with its span.
fn texts(actors: &[Actor], locations: &[Location], date: Option<&EventDate>, sources: &[Source]) -> Vec<(String, Span)> {
    let actors = actors.iter().map(|actor| (actor.text.clone(), actor.span));
    let locations = locations.iter().map(|place| (place.text.clone(), place.span));
    let date = date.map(|date| (date.text.clone(), date.span));
    actors.chain(locations).chain(date).chain(sources.iter().map(|source| (source.text.clone(), source.span))).collect()
}

/// Every text of the events is the text at its span.
fn assert_sound(text: &str, events: &[Event]) {
    for event in events {
        assert!(!event.mentions.is_empty(), "an event without a mention in {text:?}");
        let mut found = texts(&event.actors, &event.locations, event.date.as_ref(), &event.sources);
        for mention in &event.mentions {
            found.extend(texts(&mention.actors, &mention.locations, mention.date.as_ref(), &mention.sources));
            found.push((mention.trigger.text.clone(), mention.trigger.span));
            assert!(text.get(mention.sentence.start..mention.sentence.end).is_some(), "the sentence {:?} of {text:?}", mention.sentence);
            assert!(mention.sentence.contains(mention.trigger.span), "the trigger {:?} is outside its sentence in {text:?}", mention.trigger);
        }
        for (written, span) in found {
            assert_eq!(text.get(span.start..span.end), Some(written.as_str()), "{span:?} of {text:?}");
            assert!(!written.is_empty(), "{span:?} of {text:?}");
        }
    }
}

/// An article whose words were repeated, dropped, moved and spoilt.
fn mutated() -> impl Strategy<Value = String> {
    let word = (0..WORDS.len(), any::<prop::sample::Index>(), 0..20u8).prop_map(|(i, at, what)| {
        let word = WORDS[i];
        match what {
            0 => word.to_uppercase(),
            1 => word.replace(' ', ""),
            2 => format!("“{word}"),
            3 => word.replace([',', '.'], "\n\n"),
            4 => {
                // Cut at any character.
                let cut = at.index(word.chars().count() + 1);
                word.chars().take(cut).chain("\u{2019}s ".chars()).collect()
            }
            5 => format!("{word}\u{301}"),
            _ => word.to_string(),
        }
    });
    prop::collection::vec(word, 1..80).prop_map(|words| words.concat())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 150, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_string_is_read(text in any::<String>()) {
        assert_sound(&text, &events(&text));
    }

    /// Triggers and names amid anything else.
    #[test]
    fn odd_strings_with_triggers_are_read(parts in prop::collection::vec(prop_oneof![
        "\\PC{0,12}",
        "[\\s\\p{P}\\p{M}]{0,4}",
        Just("air strikes".to_string()), Just("met".to_string()), Just("cease-fire".to_string()), Just("withdrew from".to_string()), Just("video call".to_string()),
        Just("Aleppo".to_string()), Just("Russian jets".to_string()), Just("on Monday".to_string()), Just("said".to_string()), Just("“".to_string()), Just("İ".to_string()),
    ], 1..30), glue in prop_oneof![Just(""), Just(" "), Just("\n"), Just("\u{a0}")]) {
        let text = parts.join(glue);
        assert_sound(&text, &events(&text));
    }

    #[test]
    fn mutated_articles_are_read(text in mutated()) {
        assert_sound(&text, &events(&text));
    }

    #[test]
    fn shuffled_articles_are_read(sentences in Just(SENTENCES.clone()).prop_shuffle()) {
        let text = sentences.concat();
        let events = events(&text);
        assert_sound(&text, &events);
        prop_assert!(!events.is_empty());
    }

    #[test]
    fn events_survive_json(text in mutated()) {
        let events = events(&text);
        let json = serde_json::to_string(&events).expect("events can be written");
        prop_assert_eq!(serde_json::from_str::<Vec<Event>>(&json).expect("events can be read"), events);
    }

    #[test]
    fn the_same_text_gives_the_same_bytes(text in mutated()) {
        let json = || serde_json::to_vec(&events(&text)).expect("events can be written");
        let first = json();
        let others = std::thread::scope(|scope| {
            let threads: Vec<_> = (0..3).map(|_| scope.spawn(json)).collect();
            threads.into_iter().map(|thread| thread.join().expect("the thread ends")).collect::<Vec<_>>()
        });
        prop_assert!(others.iter().all(|other| *other == first));
    }

    #[test]
    fn names_attributions_and_syntax_are_sound(text in mutated()) {
        if let Ok(names) = EXTRACTOR.names(&text) {
            for name in names {
                prop_assert_eq!(text.get(name.span.start..name.span.end), Some(name.text.as_str()));
            }
        }
        if let Ok(said) = EXTRACTOR.attributions(&text) {
            for said in said {
                prop_assert_eq!(text.get(said.source.span.start..said.source.span.end), Some(said.source.text.as_str()));
                prop_assert!(text.get(said.cue.start..said.cue.end).is_some() && text.get(said.content.start..said.content.end).is_some());
            }
        }
        prop_assert!(EXTRACTOR.conllu(&text).is_ok() || text.trim().is_empty());
    }
}

/// Articles that try to make the library slow or to overflow its stack.
#[test]
fn monstrous_articles_are_read() {
    let monsters = [
        "air strikes ".repeat(2_000),
        "(".repeat(20_000) + "truce",
        "“".repeat(20_000) + "the truce held",
        "Russia and ".repeat(2_000) + "France met.",
        "met,".repeat(5_000),
        "he said that ".repeat(2_000) + "rebels withdrew",
        "x".repeat(200_000) + " cease-fire",
        "\u{301}".repeat(20_000) + " air raid",
        "\n".repeat(50_000) + "talks in Geneva",
    ];
    for text in &monsters {
        assert_sound(text, &events(text));
    }
}
