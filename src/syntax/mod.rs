//! Who is subject, object, oblique, modifier of what: a tagger and a dependency parser ([`model`]), and the tree that the rules above read.

mod build;
pub mod model;
mod repair;
mod segments;
mod tree;

pub(crate) use build::{Builder, model};
pub(crate) use model::{Rel, Tag};
pub(crate) use tree::Tree;
