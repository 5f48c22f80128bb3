//! sortie
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
mod merge;
mod names;
mod sourcing;
mod span;
mod syntax;
mod text;

pub use article::Article;
pub use date::{DateExpression, Precision};
pub use code::{ActorCode, ActorCodeError, CountryCode};
pub use error::{GazetteerError, ParseError};
pub use event::{Actor, Event, EventDate, EventKind, Location, LocationRole, Mention, Modality, Phase, Role, Source, Trigger, UnknownName};
pub use extractor::{Extractor, ExtractorBuilder};
pub use gazetteer::{ActorEntry, FindIter, Gazetteer, GazetteerBuilder, Name, NameForm, NameKind, NameMatch, PlaceEntry};
pub use layers::{Attribution, FoundName};
pub use span::Span;

/// The events that an article reports, with the built-in names.
pub fn parse_article<'a>(article: impl Into<Article<'a>>) -> Result<Vec<Event>, ParseError> {
    static DEFAULT: once_cell::sync::OnceCell<Extractor> = once_cell::sync::OnceCell::new();
    let extractor = DEFAULT.get_or_try_init(|| Extractor::builder().build().map_err(ParseError::data))?;
    extractor.parse_article(article)
}
