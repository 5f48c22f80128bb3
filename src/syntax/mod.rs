//! Who is subject, object, oblique, modifier of what: a tagger and a dependency parser, and the tree that the rules above read.

mod build;
mod features;
mod habits;
mod lexicon;
mod model;
mod parser;
mod punctuation;
mod relations;
mod state;
mod table;
mod tagger;
mod tags;
mod tree;
mod weights;
mod words;

pub(crate) use build::{Builder, model};
pub(crate) use relations::Rel;
pub(crate) use tags::Tag;
pub(crate) use tree::Tree;
