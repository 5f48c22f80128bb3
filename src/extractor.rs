//! The whole way from an article to its events, on one page.

use std::sync::Arc;

use crate::actors::{Certainty, Who};
use crate::article::Article;
use crate::code::CountryCode;
use crate::date::{self, DateMention, Direction, ResolvedDate};
use crate::doc::{Doc, fighters, headline_end, rebels, theatre};
use crate::error::{ParseError, ParseErrorKind};
use crate::event::{Actor, Event, EventDate, Location, Mention, Modality, Source, Trigger};
use crate::frames::{RawMention, TriggerScan, mentions};
use crate::gazetteer::{Gazetteer, NameForm, NameKind};
use crate::lexicon::AgentTable;
use crate::locals::{acronyms, local_persons};
use crate::merge::{Told, events};
use crate::names::{self, Hit};
use crate::sourcing::{Quotes, Statement, all_statements, by_sentence, quoted_statements, source, voices};
use crate::span::Span;
use crate::syntax::{Builder, model};
use crate::text::fold::lower_in_place;
use crate::text::tokens::Token;
use crate::text::{SentenceKind, sentences, tokenize};
use crate::{GazetteerError, dating};

/// Articles longer than this many bytes are refused unless the limit is raised.
pub(crate) const DEFAULT_LIMIT: usize = 16 << 20;

/// Extracts events with a gazetteer of one's own; shared between threads, cheap to clone.
///
/// ```
/// use sortie::{ActorEntry, Extractor, Gazetteer};
///
/// let gazetteer = Gazetteer::builder().with_builtin().actor(ActorEntry::new("Blue Brigade", "blue-brigade".parse()?)).build()?;
/// let extractor = Extractor::builder().gazetteer(gazetteer).build()?;
/// let events = extractor.parse_article("The Blue Brigade withdrew from Aleppo.")?;
/// assert_eq!(events[0].actors[0].code.as_ref().unwrap().to_string(), "blue-brigade");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone)]
pub struct Extractor {
    inner: Arc<Settings>,
}

#[derive(Debug)]
struct Settings {
    gazetteer: Gazetteer,
    limit: usize,
}

/// Makes an [`Extractor`].
///
/// ```
/// let extractor = sortie::Extractor::builder().limit(1 << 20).build()?;
/// assert!(extractor.parse_article("Nothing happened.")?.is_empty());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, Default)]
pub struct ExtractorBuilder {
    gazetteer: Option<Gazetteer>,
    limit: Option<usize>,
}

impl ExtractorBuilder {
    /// Sets the names; without this the built-in ones are used (or none, without the feature `builtin`).
    ///
    /// ```
    /// let extractor = sortie::Extractor::builder().gazetteer(sortie::Gazetteer::builder().build()?).build()?;
    /// # Ok::<(), sortie::GazetteerError>(())
    /// ```
    pub fn gazetteer(mut self, gazetteer: Gazetteer) -> ExtractorBuilder {
        self.gazetteer = Some(gazetteer);
        self
    }

    /// Sets the longest article, in bytes (default 16 MiB).
    ///
    /// ```
    /// let extractor = sortie::Extractor::builder().limit(100).build()?;
    /// assert!(extractor.parse_article("x".repeat(101)).is_err());
    /// # Ok::<(), sortie::GazetteerError>(())
    /// ```
    pub fn limit(mut self, bytes: usize) -> ExtractorBuilder {
        // Offsets are kept in 32 bits.
        self.limit = Some(bytes.min(u32::MAX as usize - 1));
        self
    }

    /// Builds the extractor; fails only if built-in data are damaged.
    ///
    /// ```
    /// assert!(sortie::Extractor::builder().build().is_ok());
    /// ```
    pub fn build(self) -> Result<Extractor, GazetteerError> {
        model()?;
        let gazetteer = match self.gazetteer {
            Some(gazetteer) => gazetteer,
            #[cfg(feature = "builtin")]
            None => Gazetteer::builtin()?,
            #[cfg(not(feature = "builtin"))]
            None => Gazetteer::builder().build()?,
        };
        Ok(Extractor { inner: Arc::new(Settings { gazetteer, limit: self.limit.unwrap_or(DEFAULT_LIMIT) }) })
    }
}

impl Extractor {
    /// A builder with the defaults.
    ///
    /// ```
    /// assert!(sortie::Extractor::builder().build().is_ok());
    /// ```
    pub fn builder() -> ExtractorBuilder {
        ExtractorBuilder::default()
    }

    /// The events that an article reports, in the order of their first mentions; an article without events gives an empty list.
    ///
    /// Fails for an article that is blank or longer than the limit.
    ///
    /// ```
    /// let extractor = sortie::Extractor::builder().build()?;
    /// let events = extractor.parse_article("Ukraine and Russia held talks in Istanbul.")?;
    /// assert_eq!(events.len(), 1);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn parse_article<'a>(&self, article: impl Into<Article<'a>>) -> Result<Vec<Event>, ParseError> {
        let article = article.into();
        let text = article.text();
        self.check(text)?;
        let lower = lower_in_place(text);
        let scan = TriggerScan::new(&lower);
        if scan.candidates.is_empty() {
            return Ok(Vec::new());
        }
        let model = model().map_err(ParseError::data)?;
        let builder = Builder::new(model, text, &lower, self.agents());
        let dates: Vec<DateMention> = date::find_iter(text).collect();
        let doc = self.document(&article, &lower, &builder, &dates, |doc| wanted(doc, &scan));
        let raw = mentions(&doc, &scan);
        if raw.is_empty() {
            return Ok(Vec::new());
        }
        let dates = date::resolve_all(text, dates, article.published_on());
        let mut statements = all_statements(&doc);
        let mut at: Vec<usize> = raw.iter().map(|mention| mention.sentence).collect();
        at.dedup();
        statements.extend(quoted_statements(&doc, at.into_iter()));
        let said = by_sentence(&doc, &statements);
        let told = dating::dated(&doc, &raw, &dates).into_iter().zip(&raw).map(|(date, mention)| told(&doc, mention, date.map(|i| &dates[i]), &said[mention.sentence])).collect();
        Ok(events(told))
    }

    /// The nouns for people and bodies that act: the crate's and the user's.
    pub(crate) fn agents(&self) -> &AgentTable {
        self.inner.gazetteer.agents()
    }

    /// Sentences, names, local people, and the trees of the sentences that `wanted` picks.
    pub(crate) fn document<'d>(&'d self, article: &'d Article<'_>, lower: &'d str, builder: &Builder<'d>, dates: &[DateMention], wanted: impl Fn(&Doc<'d>) -> Vec<bool>) -> Doc<'d> {
        let text = article.text();
        let hits = self.hits(article, dates);
        let theatre = theatre(lower, &hits);
        let sentences = sentences(text);
        let mut doc = Doc {
            text,
            lower,
            published: article.published_on(),
            publisher: article.published_by(),
            trees: vec![None; sentences.len()],
            datelines: sentences.iter().filter_map(|sentence| sentence.dateline).collect(),
            quotes: Quotes::of(text, &sentences),
            sentences,
            home: self.home(article),
            rebels: rebels(&hits, theatre),
            headline_end: headline_end(text),
            agents: self.agents(),
            fighters: fighters(lower, &hits, self.agents()),
            hits,
            locals: Vec::new(),
            theatre,
        };
        let mut tokens: Vec<Token> = Vec::new();
        let mut bounds = Vec::with_capacity(doc.sentences.len());
        for sentence in &doc.sentences {
            let from = tokens.len();
            tokenize(text, sentence.span.start, sentence.span.end, &mut tokens);
            bounds.push(from..tokens.len());
        }
        doc.locals = local_persons(text, lower, &doc.hits, &tokens, self.agents());
        doc.locals.extend(acronyms(text, lower, &doc.hits, &tokens, self.agents()));
        for (index, wanted) in wanted(&doc).into_iter().enumerate() {
            if wanted && !bounds[index].is_empty() {
                doc.trees[index] = Some(builder.tree(doc.sentences[index].span, &tokens[bounds[index].clone()], &doc.hits));
            }
        }
        doc
    }

    /// The names of an article, resolved on the day of its publication, or without one on the latest full date that it states.
    pub(crate) fn hits(&self, article: &Article<'_>, dates: &[DateMention]) -> Vec<Hit<'_>> {
        let stated = || dates.iter().filter_map(|date| date.expression.resolve_alone()).filter(|range| range.start == range.end).map(|range| range.end).max();
        let mut hits = names::resolve(&self.inner.gazetteer, article.text(), article.published_on().or_else(stated));
        // "March" in a date is no village; "two days after the truce between Israel and Hamas" names both.
        let text = article.text();
        let anchor = |date: &DateMention, hit: &Hit<'_>| [" after ", " before ", " since "].iter().any(|word| text[date.span.start..hit.span.start.max(date.span.start)].contains(word));
        hits.retain(|hit| !dates[dates.partition_point(|date| date.span.end <= hit.span.start)..].first().is_some_and(|date| date.span.overlaps(hit.span) && !anchor(date, hit)));
        hits
    }

    /// The state that publishes an article: of "UK Government" or "U.S. Central Command", not of a newspaper.
    fn home(&self, article: &Article<'_>) -> Option<CountryCode> {
        let publisher = article.published_by()?;
        let names = self.inner.gazetteer.find_iter(publisher).flat_map(|found| found.names());
        // A ministry of that name in many a country says nothing of which.
        let mut bodies = names.filter(|name| !name.is_weak());
        let first = bodies.next().filter(|name| matches!(name.kind(), NameKind::State | NameKind::Institution) && name.form() != NameForm::Capital)?;
        let official = first.kind() == NameKind::Institution
            || ["government", "ministry", "department", "office", "command", "embassy", "army", "forces", "state"].iter().any(|word| publisher.to_lowercase().contains(word));
        first.country().filter(|_| official)
    }

    /// Refuses articles that are blank or too long.
    pub(crate) fn check(&self, text: &str) -> Result<(), ParseError> {
        if text.len() > self.inner.limit {
            return Err(ParseErrorKind::TooLong { length: text.len(), limit: self.inner.limit }.into());
        }
        if text.trim().is_empty() {
            return Err(ParseErrorKind::Blank.into());
        }
        Ok(())
    }
}

/// The sentences to parse: those with a trigger, the ones before, from which arguments and speakers may come, and those that name who is
/// quoted where the trigger stands in a quotation.
fn wanted(doc: &Doc<'_>, scan: &TriggerScan) -> Vec<bool> {
    let mut wanted = vec![false; doc.sentences.len()];
    for candidate in &scan.candidates {
        let index = doc.sentence_at(candidate.span.start);
        if doc.sentences.get(index).is_some_and(|sentence| sentence.kind != SentenceKind::Furniture && sentence.span.contains(candidate.span)) {
            wanted[index] = true;
            if let Some(before) = doc.previous_sentence(index) {
                wanted[before] = true;
            }
        }
    }
    for index in voices(doc, &wanted) {
        wanted[index] = true;
    }
    wanted
}

/// A mention as a record.
fn told(doc: &Doc<'_>, raw: &RawMention, date: Option<&ResolvedDate>, statements: &[&Statement]) -> Told {
    let text_at = |span: Span| span.of(doc.text).to_string();
    let sources = sources(doc, raw.trigger, statements);
    let actors = raw.arguments.iter().map(|argument| {
        let Who { span, code, name, certainty } = &argument.who;
        // "We have not struck": whoever speaks.
        // "The Pentagon said officials met": its own.
        let own = *certainty == Certainty::Noun
            && matches!(text_at(*span).to_lowercase().rsplit(' ').next(), Some("officials" | "officers" | "diplomats" | "negotiators" | "envoys" | "leaders" | "representatives"));
        let speaker = sources.first().filter(|_| code.is_none() && (*certainty == Certainty::Reference || own));
        let code = code.clone().or_else(|| speaker.and_then(|source| source.code.clone()));
        Actor { role: argument.role, text: text_at(*span), span: *span, name: name.clone(), code }
    });
    let actors = actors.collect();
    let locations = raw.places.iter().map(|place| {
        let hit = &doc.hits[place.hit];
        let name = hit.place.or(hit.actor);
        let (latitude, longitude) = name.and_then(|name| name.coordinates()).unzip();
        Location { role: place.role, text: text_at(place.span), span: place.span, name: name.map(|name| name.name().to_string()), country: name.and_then(|name| name.country()), latitude, longitude }
    });
    let event_date = date.map(|date| event_date(doc, raw.modality, date));
    // What is dated after the publication is still to come.
    let future = event_date.as_ref().and_then(|date| date.start).zip(doc.published).is_some_and(|(start, published)| start > published);
    let modality = if raw.modality == Modality::Actual && future { Modality::Planned } else { raw.modality };
    // What is dated in the past has happened.
    let dated = event_date.as_ref().and_then(|date| date.end).zip(doc.published).is_some_and(|(end, published)| end <= published);
    let mention = Mention {
        trigger: Trigger { text: text_at(raw.trigger), span: raw.trigger },
        sentence: doc.sentences[raw.sentence].span,
        modality,
        phase: raw.phase,
        actors,
        locations: locations.collect(),
        date: event_date,
        sources,
    };
    let headline = raw.trigger.start < doc.headline_end;
    let breadth = raw.places.first().map_or(2, |place| crate::frames::breadth(&doc.hits[place.hit]));
    Told { kind: raw.kind, mention, breadth, reference: raw.reference, other: raw.other, headline, firm: raw.firm || modality != Modality::Actual || dated }
}

/// A date of a mention. What is planned lies ahead: there a day named without its year or week is the next one.
fn event_date(doc: &Doc<'_>, modality: Modality, date: &ResolvedDate) -> EventDate {
    let mut expression = date.mention.expression.clone();
    let (mut start, mut end) = (date.start, date.end);
    if modality == Modality::Planned && expression.direction() == Some(Direction::Past) {
        let ahead = expression.clone().with_direction(Direction::Future);
        if let Some(range) = doc.published.and_then(|published| ahead.resolve(published)) {
            expression = ahead;
            (start, end) = (Some(range.start), Some(range.end));
        }
    }
    EventDate { text: date.mention.span.of(doc.text).to_string(), span: date.mention.span, expression, start, end, precision: date.precision }
}

/// Who says what stands at `trigger`: the speakers of the statements around it, innermost first, each followed by those who relayed them.
fn sources(doc: &Doc<'_>, trigger: Span, statements: &[&Statement]) -> Vec<Source> {
    let mut around: Vec<&Statement> = statements.iter().copied().filter(|statement| statement.says(trigger) && statement.speaker.is_some()).collect();
    // Who is quoted comes before who quotes them.
    around.sort_by_key(|statement| (statement.content.len(), statement.relays.is_empty(), statement.cue.start));
    let mut found: Vec<Source> = Vec::new();
    let mut depth = 0;
    let mut previous: Option<Span> = None;
    for statement in around {
        // Two who say it side by side share a depth.
        if previous.is_some_and(|cue| cue != statement.cue) {
            depth += 1;
        }
        previous = Some(statement.cue);
        let chain = statement.speaker.iter().chain(&statement.relays);
        for (i, who) in chain.enumerate() {
            if !found.iter().any(|source| source.span == who.span) && !who.span.contains(trigger) {
                found.push(source(doc.text, who, statement.cue, depth + i as u32));
            }
        }
        depth += statement.relays.len() as u32;
    }
    found
}
