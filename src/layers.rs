//! The layers below events, for those who need only them: names, attributions, syntax.

use serde::{Deserialize, Serialize};

use crate::article::Article;
use crate::code::{ActorCode, CountryCode};
use crate::date::{self, DateMention};
use crate::doc::Doc;
use crate::error::ParseError;
use crate::event::Source;
use crate::extractor::Extractor;
use crate::gazetteer::NameKind;
use crate::sourcing::{all_statements, source};
use crate::span::Span;
use crate::syntax::{Builder, Tree, model};
use crate::text::fold::lower_in_place;

/// A name in an article, with what it means there.
///
/// ```
/// let extractor = sortie::Extractor::builder().build()?;
/// let names = extractor.names("Hamas fired on Ashkelon.")?;
/// assert_eq!(names[0].code.as_ref().unwrap().to_string(), "hamas");
/// assert_eq!(names[1].country.as_ref().unwrap().as_str(), "ISR");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct FoundName {
    /// The name as it stands in the text.
    pub text: String,
    /// Where it stands.
    pub span: Span,
    /// What it is.
    pub kind: NameKind,
    /// The usual name.
    pub name: String,
    /// The code of the actor, on the day of publication.
    pub code: Option<ActorCode>,
    /// The country, of a place or state.
    pub country: Option<CountryCode>,
}

/// A statement and who makes it.
///
/// ```
/// let extractor = sortie::Extractor::builder().build()?;
/// let text = "The army said that rebels had left Goma.";
/// let said = extractor.attributions(text)?;
/// assert_eq!(said[0].source.text, "The army");
/// assert_eq!(said[0].cue.of(text), "said");
/// assert_eq!(said[0].content.of(text), "that rebels had left Goma");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Attribution {
    /// Who says it.
    pub source: Source,
    /// The word of saying.
    pub cue: Span,
    /// What is said.
    pub content: Span,
    /// Who relayed it, nearest first: the agency that quotes a minister.
    pub relays: Vec<Source>,
}

impl Extractor {
    /// The names in an article, each with what it means there: who held the office on the day of publication, which town of that name.
    ///
    /// Fails as [`Extractor::parse_article`] does.
    ///
    /// ```
    /// let extractor = sortie::Extractor::builder().build()?;
    /// assert_eq!(extractor.names("Nothing here.")?, []);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn names<'a>(&self, article: impl Into<Article<'a>>) -> Result<Vec<FoundName>, ParseError> {
        let article = article.into();
        self.check(article.text())?;
        let dates: Vec<DateMention> = date::find_iter(article.text()).collect();
        let hits = self.hits(&article, &dates);
        Ok(hits
            .iter()
            .map(|hit| {
                let best = hit.actor.or(hit.place);
                FoundName {
                    text: hit.span.of(article.text()).to_string(),
                    span: hit.span,
                    kind: hit.kind(),
                    name: best.map_or("", |name| name.name()).to_string(),
                    code: hit.code.clone(),
                    country: hit.country().or_else(|| best.and_then(|name| name.country())),
                }
            })
            .collect())
    }

    /// Who says what in an article, in text order.
    ///
    /// Fails as [`Extractor::parse_article`] does.
    ///
    /// ```
    /// let extractor = sortie::Extractor::builder().build()?;
    /// let said = extractor.attributions("“We are leaving,” Gen. Petrov told Interfax.")?;
    /// assert_eq!(said[0].relays[0].text, "Interfax");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn attributions<'a>(&self, article: impl Into<Article<'a>>) -> Result<Vec<Attribution>, ParseError> {
        let article = article.into();
        self.check(article.text())?;
        let text = article.text();
        self.parsed(&article, |doc| {
            let mut found: Vec<Attribution> = all_statements(doc)
                .iter()
                .filter_map(|statement| {
                    let speaker = statement.speaker.as_ref()?;
                    let relays = statement.relays.iter().enumerate().map(|(i, who)| source(text, who, statement.cue, i as u32 + 1)).collect();
                    Some(Attribution { source: source(text, speaker, statement.cue, 0), cue: statement.cue, content: statement.content, relays })
                })
                .collect();
            found.sort_by_key(|said| (said.content, said.cue));
            found
        })
    }

    /// The syntax of an article in CoNLL-U, one block a sentence, for looking at and for comparing with a treebank.
    ///
    /// Names are one token; the columns are id, form, lemma (`_`), UPOS, XPOS, features (`_`), head, relation, `_`, `_`.
    ///
    /// Fails as [`Extractor::parse_article`] does.
    ///
    /// ```
    /// let extractor = sortie::Extractor::builder().build()?;
    /// let conllu = extractor.conllu("The rebels left the town.")?;
    /// assert!(conllu.contains("2\trebels\t_\tNOUN\tNNS\t_\t3\tnsubj\t_\t_\n"), "{conllu}");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn conllu<'a>(&self, article: impl Into<Article<'a>>) -> Result<String, ParseError> {
        let article = article.into();
        self.check(article.text())?;
        self.parsed(&article, |doc| doc.trees.iter().flatten().enumerate().map(|(i, tree)| conllu(tree, i + 1)).collect())
    }

    /// Runs `read` on the article with every sentence parsed.
    fn parsed<T>(&self, article: &Article<'_>, read: impl Fn(&Doc<'_>) -> T) -> Result<T, ParseError> {
        let text = article.text();
        let lower = lower_in_place(text);
        let model = model().map_err(ParseError::data)?;
        let builder = Builder::new(model, text, &lower, self.agents());
        let dates: Vec<DateMention> = date::find_iter(text).collect();
        Ok(read(&self.document(article, &lower, &builder, &dates, |doc| vec![true; doc.sentences.len()])))
    }
}

fn conllu(tree: &Tree<'_>, id: usize) -> String {
    use std::fmt::Write;
    let line = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    let mut out = format!("# sent_id = {id}\n# text = {}\n", line(tree.span.of(tree.text)));
    for i in 0..tree.len() {
        let head = tree.head(i).map_or(0, |head| head + 1);
        // Writing to a string cannot fail.
        let _ = writeln!(out, "{}\t{}\t_\t{}\t{}\t_\t{head}\t{}\t_\t_", i + 1, line(tree.raw(i)), tree.tag(i).upos(), tree.tag(i).xpos(), tree.rel(i));
    }
    out.push('\n');
    out
}
