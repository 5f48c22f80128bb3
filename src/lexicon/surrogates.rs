//! Stand-ins for the words of war that the treebank hardly has: the tagger and parser see a common noun of the same kind in their place.
//!
//! "warplanes" looks like a verb to a model that never met it; "cars" in its place behaves like any plural thing.

use super::agents::{AgentKind, AgentTable};

/// Nouns and verbs of events, which the treebank lacks too.
const EVENTS: &[(&str, &[&str])] = &[
    ("attacks", &["airstrikes", "air-strikes", "bombardments", "barrages", "salvos", "sorties", "drawdowns", "pullouts", "pullbacks", "truces", "ceasefires", "cease-fires", "armistices"]),
    ("attack", &["airstrike", "air-strike", "bombardment", "barrage", "salvo", "drawdown", "pullout", "pullback", "pull-out", "pull-back"]),
    ("agreement", &["truce", "ceasefire", "cease-fire", "armistice"]),
    ("meeting", &["videoconference", "teleconference", "ministerial", "summit"]),
    ("meetings", &["summits", "videoconferences", "teleconferences", "talks", "negotiations", "consultations"]),
    ("movement", &["withdrawal", "retreat", "redeployment", "evacuation", "disengagement"]),
    ("movements", &["withdrawals", "retreats", "redeployments", "evacuations"]),
    ("remove", &["withdraw", "redeploy", "evacuate"]),
    ("removes", &["withdraws", "redeploys", "evacuates"]),
    ("removed", &["withdrawn", "redeployed", "evacuated"]),
    ("removing", &["withdrawing", "redeploying", "evacuating"]),
    ("took", &["withdrew"]),
    ("attacked", &["struck", "pounded", "bombed", "bombarded", "shelled", "strafed"]),
    ("attacking", &["bombing", "bombarding", "shelling", "strafing"]),
];

/// Nouns of people that are verbs as often.
const VERBS_TOO: &[&str] = &[
    "guard", "guards", "pilot", "pilots", "head", "heads", "host", "hosts", "aid", "aids", "man", "escort", "escorts", "scout", "patrol", "patrols", "mob", "mobs", "command", "march", "rebel",
    "guide", "nurse", "cook", "judge", "volunteer", "volunteers", "captain", "intern", "raid", "post", "press", "ally",
];

/// The word that the model sees in place of `word` (in lower case), if any.
pub(crate) fn surrogate(word: &str, agents: &AgentTable) -> Option<&'static str> {
    if word.len() < 4 || VERBS_TOO.contains(&word) {
        return None;
    }
    if let Some((stand_in, _)) = EVENTS.iter().find(|(_, words)| words.contains(&word)) {
        return Some(stand_in);
    }
    let noun = agents.get(word)?;
    Some(match (noun.kind, noun.plural) {
        (AgentKind::Vehicle, true) => "cars",
        (AgentKind::Vehicle, false) => "car",
        (AgentKind::Person, true) => "people",
        (AgentKind::Person, false) if noun.fights() => "officer",
        (AgentKind::Body, true) if noun.fights() => "groups",
        (AgentKind::Body, false) if noun.fights() => "group",
        _ => return None,
    })
}
