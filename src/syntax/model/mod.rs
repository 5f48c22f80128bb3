//! Part-of-speech tags and dependency trees for tokenised English sentences.
//!
//! A [`Model`] is read from a weight file of about a megabyte; a [`Scratch`]
//! holds the buffers one thread reuses from sentence to sentence.
//!
//! ```text
//! look_up -> tag -> parse
//! words.rs   tagger.rs   state.rs (moves), parser.rs (which move, which relation)
//! ```
//!
//! All scores are integer sums, so results are the same on every machine, and
//! time is linear in the number of words.

pub mod features;
pub mod habits;
pub mod lexicon;
pub mod parser;
pub mod punctuation;
pub mod relations;
pub mod state;
pub mod table;
pub mod tagger;
pub mod tags;
pub mod weights;
pub mod words;

pub use relations::Rel;
pub use tags::{Tag, Upos};
pub use weights::ModelError;

use lexicon::Lexicon;
use parser::Parser;
use state::State;
use tagger::Tagger;
use words::Word;

/// One word of an analysed sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Node {
    /// The fine part of speech.
    pub tag: Tag,
    /// The place of the head in the sentence; none for the root.
    pub head: Option<u32>,
    /// The relation to the head.
    pub rel: Rel,
}

/// Buffers for one analysis at a time.
#[derive(Debug, Default)]
pub struct Scratch {
    words: Vec<Word>,
    tags: Vec<Tag>,
    state: State,
    opened: Vec<u32>,
}

/// A tagger and parser with their weights.
#[derive(Debug)]
pub struct Model {
    lexicon: Lexicon,
    tagger: Tagger,
    parser: Parser,
}

impl Model {
    /// Reads a weight file. Any bytes but those of a weight file give an
    /// error.
    pub fn from_bytes(bytes: &[u8]) -> Result<Model, ModelError> {
        let (lexicon, tagger, parser) = weights::read(bytes)?;
        Ok(Model { lexicon, tagger, parser })
    }

    /// Tags and parses one sentence into `out`, one node a word.
    ///
    /// A word may hold spaces ("Islamic State"). Words flagged in `names` are
    /// taken as proper nouns; a missing flag counts as false.
    pub fn analyse<S: AsRef<str>>(&self, words: &[S], names: &[bool], scratch: &mut Scratch, out: &mut Vec<Node>) {
        out.clear();
        let Scratch { words: found, tags, state, opened } = scratch;
        let casing = tagger::look_up(words, &self.lexicon, found);
        self.tagger.tag(found, names, casing, tags);
        state.prepare(found, tagger::PAD, tags);
        self.parser.parse(state);
        out.extend(tags.iter().map(|&tag| Node { tag, head: None, rel: Rel::Root }));
        for (token, &place) in state.tokens.iter().zip(&state.places) {
            if let Some(node) = out.get_mut(place as usize) {
                node.head = state.places.get(token.head as usize).copied();
                node.rel = Rel::from_index(token.rel.into()).unwrap_or(Rel::Dep);
            }
        }
        punctuation::attach(state.places.as_slice(), opened, out);
    }

    /// Bytes of heap the weights take.
    pub fn heap_size(&self) -> usize {
        self.lexicon.heap_size()
            + self.tagger.table.heap_size()
            + self.parser.rels.heap_size()
            + self.parser.moves.heap_size()
            + self.parser.move_habits.heap_size()
            + self.parser.rel_habits.heap_size()
    }
}
