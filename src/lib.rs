/*!
Reads English news and returns the conflict events it reports as typed records: airstrike, meeting, video conference, cease-fire,
withdrawal, each with its actors, place, date, modality and sourcing, and with the byte spans that prove it.

One call does the work:

```
use chrono::NaiveDate;
use sortie::{Article, EventKind, Role};

let text = "Russian warplanes bombed rebels near Aleppo on Thursday, the Pentagon said.";
let article = Article::new(text).published(NaiveDate::from_ymd_opt(2016, 6, 19).unwrap());
let events = sortie::parse_article(article)?;

let event = &events[0];
assert_eq!(event.kind, EventKind::Airstrike);
assert_eq!(event.actors[0].role, Role::Agent);
assert_eq!(event.actors[0].text, "Russian warplanes");
assert_eq!(event.actors[0].code.as_ref().unwrap().to_string(), "RUS");
assert_eq!(event.location().unwrap().name.as_deref(), Some("Aleppo"));
assert_eq!(event.date.as_ref().unwrap().start, NaiveDate::from_ymd_opt(2016, 6, 16));
assert_eq!(event.sources[0].text, "the Pentagon");
# Ok::<(), sortie::ParseError>(())
```

# Overview

* [`parse_article`] and [`Extractor::parse_article`] turn an [`Article`] into [`Event`]s. Each event holds its [`Mention`]s: the places
  in the text that tell of it, with everything that was found there.
* [`Gazetteer`] holds the names of actors and places. One ships with the crate ([`Gazetteer::builtin`]); [`Gazetteer::builder`] adds
  names of your own to it, or starts from nothing: one by one, or from dictionaries of PETRARCH and Phoenix, GeoNames tables and tables of
  your own ([`NameSource`], with a [`LoadReport`] of what could not be read).
* The layers below are open to those who need only them: names with what they mean in an article ([`Extractor::names`], or
  [`Gazetteer::find_iter`] without an article around them), date expressions ([`date`]), who says what ([`Extractor::attributions`]), and
  the syntax of every sentence ([`Extractor::conllu`]).

# Examples

Relative dates resolve against the day of publication; without one they stay typed and unresolved:

```
let events = sortie::parse_article("The ceasefire took effect on Monday.")?;
let date = events[0].date.as_ref().unwrap();
assert_eq!((date.text.as_str(), date.start), ("Monday", None));
# Ok::<(), sortie::ParseError>(())
```

Names of your own, reused over a corpus and shared between threads:

```
use sortie::{ActorEntry, Extractor, Gazetteer};

let gazetteer = Gazetteer::builder()
    .with_builtin()
    .actor(ActorEntry::new("Valley Defence Force", "valley-defence-force".parse()?).alias("VDF"))
    .build()?;
let extractor = Extractor::builder().gazetteer(gazetteer).build()?;
let events = extractor.parse_article("VDF fighters withdrew from Goma.")?;
assert_eq!(events[0].actors[0].code.as_ref().unwrap().to_string(), "valley-defence-force");
# Ok::<(), Box<dyn std::error::Error>>(())
```

Records are [`serde`] types; their field names and values are stable:

```
let events = sortie::parse_article("Erdogan met Putin in Sochi.")?;
let json = serde_json::to_string(&events[0]).unwrap();
assert!(json.starts_with(r#"{"kind":"meeting","modality":"actual","phase":null,"actors":[{"role":"participant","text":"Erdogan""#));
# Ok::<(), sortie::ParseError>(())
```

# What it understands

English news prose: wire reports, newspaper articles, press releases, headlines. Trigger words decide which sentences are parsed, so that an
article without any costs one pass over its bytes. A small dependency parser, learned from a treebank, says who is subject and object; tables per
event kind say where each argument stands; rules for modality, dates, sourcing and coreference do the rest. The same input gives the same output,
always, and every answer carries the spans it was read from.

It does not read other languages, does not look anything up on the network, and does not know what the article does not say.

# Performance

The first call builds the built-in names and reads the parser's weights; keep using one process, or one [`Extractor`], for many articles. An
extractor is `Send + Sync`: share it between threads by reference or by a cheap clone.

# Untrusted input

Any text is safe: no input makes the library panic, and time grows in proportion to its length (what runs on for
3,000 bytes without the end of a sentence is cut). Articles longer than 16 MiB are refused with a typed
error unless [`ExtractorBuilder::limit`] raises the limit.

# Crate features

* **builtin** (on by default): the built-in names. Without it, bring your own [`Gazetteer`].
*/

#![forbid(unsafe_code)]

mod actors;
mod article;
mod code;
mod coreference;
pub mod date;
mod dating;
mod doc;
mod error;
mod event;
mod extractor;
mod frames;
mod gazetteer;
mod layers;
mod lexicon;
mod locals;
mod merge;
mod names;
mod sourcing;
mod span;
mod syntax;
mod text;

pub use article::Article;
pub use code::{ActorCode, ActorCodeError, CountryCode};
pub use date::{DateExpression, Precision};
pub use error::{GazetteerError, ParseError};
pub use event::{Actor, Event, EventDate, EventKind, Location, LocationRole, Mention, Modality, Phase, Role, Source, Trigger, UnknownName};
pub use extractor::{Extractor, ExtractorBuilder};
pub use gazetteer::{ActorEntry, FindIter, Gazetteer, GazetteerBuilder, LoadReport, Name, NameForm, NameKind, NameMatch, NameSource, PlaceEntry, Remark};
pub use layers::{Attribution, FoundName};
pub use span::Span;

// For the training example alone: not part of the public interface.
#[doc(hidden)]
pub use syntax::model as syntax_model;

/// The events that an article reports, found with the built-in names, in the order of their first mentions.
///
/// An article without events gives an empty list.
///
/// # Errors
///
/// Fails for an article that is blank, or longer than 16 MiB.
///
/// ```
/// let events = sortie::parse_article("Talks between Ethiopia and Eritrea opened in Algiers.")?;
/// assert_eq!(events.len(), 1);
/// assert_eq!(events[0].actors.len(), 2);
/// # Ok::<(), sortie::ParseError>(())
/// ```
pub fn parse_article<'a>(article: impl Into<Article<'a>>) -> Result<Vec<Event>, ParseError> {
    static DEFAULT: once_cell::sync::OnceCell<Extractor> = once_cell::sync::OnceCell::new();
    let extractor = DEFAULT.get_or_try_init(|| Extractor::builder().build().map_err(ParseError::data))?;
    extractor.parse_article(article)
}

/// Runs the README's Rust examples with the others.
#[cfg(all(doctest, feature = "builtin"))]
#[doc = include_str!("../README.md")]
struct ReadmeExamples;
