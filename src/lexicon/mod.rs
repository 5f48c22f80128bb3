//! The vocabulary that the rules share: verbs by what they do to the event they govern, and nouns for people and bodies that act.

mod agents;
mod days;
mod inflection;
mod peoples;
mod places;
mod verbs;

pub(crate) use agents::{Agent, AgentKind, AgentTable};
pub(crate) use days::is_day;
pub(crate) use inflection::forms as inflection_forms;
pub(crate) use peoples::{home, people};
pub(crate) use places::{LOCATING, PLACE_NOUNS, TRAVEL};
pub(crate) use verbs::{Verb, VerbClass, verb};
