//! The vocabulary that the rules share: verbs by what they do to the event they govern, and nouns for people and bodies that act.

mod agents;
mod inflection;
mod verbs;

pub(crate) use agents::{Agent, AgentKind, agent};
pub(crate) use inflection::forms as inflection_forms;
pub(crate) use verbs::{Verb, VerbClass, verb};
