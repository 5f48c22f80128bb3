//! From a sentence's tokens to its tree: names become one word, the model does the rest.

use std::cell::RefCell;

use once_cell::sync::OnceCell;

use super::model::{Model, Node, Scratch};
use super::model::{Rel, Tag};
use super::repair::times_as_objects;
use super::segments::segments;
use super::tree::{Tree, Word};
use crate::GazetteerError;
use crate::lexicon::AgentTable;
use crate::names::Hit;
use crate::span::Span;
use crate::text::tokens::Token;

static WEIGHTS: &[u8] = include_bytes!("../../data/syntax.weights");
static MODEL: OnceCell<Model> = OnceCell::new();

/// The model that ships with the crate, read at first use.
pub(crate) fn model() -> Result<&'static Model, GazetteerError> {
    MODEL.get_or_try_init(|| Model::from_bytes(WEIGHTS).map_err(|error| GazetteerError::model(&error.to_string())))
}

thread_local! {
    /// The parser's buffers, reused over sentences and articles.
    static SCRATCH: RefCell<(Scratch, Vec<Node>)> = RefCell::default();
}

/// Parses sentences of one article.
pub(crate) struct Builder<'t> {
    model: &'static Model,
    text: &'t str,
    lower: &'t str,
    agents: &'t AgentTable,
}

impl<'t> Builder<'t> {
    pub(crate) fn new(model: &'static Model, text: &'t str, lower: &'t str, agents: &'t AgentTable) -> Builder<'t> {
        Builder { model, text, lower, agents }
    }

    /// The tree of the sentence at `span` with these tokens; `hits` are all names of the article.
    pub(crate) fn tree(&self, span: Span, tokens: &[Token], hits: &[Hit<'_>]) -> Tree<'t> {
        let mut words: Vec<Word> = Vec::with_capacity(tokens.len());
        let mut forced: Vec<bool> = Vec::with_capacity(tokens.len());
        let mut next = hits.partition_point(|hit| hit.span.end <= span.start);
        for token in tokens {
            while next < hits.len() && hits[next].span.end <= token.start as usize {
                next += 1;
            }
            let name = hits.get(next).filter(|hit| hit.span.start < token.end as usize).map_or(0, |_| next as u32 + 1);
            let word = Word { start: token.start, end: token.end, tag: Tag::Fw, rel: Rel::Dep, head: 0, name };
            match words.last_mut() {
                // A name is one word to the parser.
                Some(last) if name > 0 && last.name == name => last.end = token.end,
                _ => {
                    let adjective = name > 0 && hits[next].is_adjective();
                    forced.push(name > 0 && !adjective);
                    words.push(word);
                }
            }
        }
        let forms: Vec<&str> = words.iter().map(|word| &self.text[word.start as usize..word.end as usize]).collect();
        let lower: Vec<&str> = words.iter().map(|word| &self.lower[word.start as usize..word.end as usize]).collect();
        let pieces = segments(&lower);
        SCRATCH.with_borrow_mut(|(scratch, nodes)| {
            let mut main_root = None;
            for piece in pieces {
                self.model.analyse(&forms[piece.clone()], &forced[piece.clone()], scratch, nodes);
                for (i, node) in nodes.iter().enumerate() {
                    let at = piece.start + i;
                    let word = &mut words[at];
                    word.tag = node.tag;
                    word.rel = node.rel;
                    word.head = match node.head {
                        Some(head) => (piece.start as u32 + head).min(piece.end as u32 - 1),
                        None => {
                            // Later pieces hang loosely on the first.
                            let root = *main_root.get_or_insert(at as u32);
                            if root != at as u32 {
                                word.rel = Rel::Parataxis;
                            }
                            root
                        }
                    };
                }
            }
        });
        times_as_objects(&mut words, self.lower);
        Tree::new(self.text, self.lower, span, words, self.agents)
    }
}
