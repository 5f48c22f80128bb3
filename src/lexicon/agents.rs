//! Nouns for people, bodies and vehicles that act: "troops", "rebels", "ministry", "warplanes".
//!
//! They take their country from their context, and their sector says whether they act for the state.

use std::collections::HashMap;

use once_cell::sync::Lazy;

/// What kind of thing a noun names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum AgentKind {
    Person,
    Body,
    Vehicle,
}

/// A noun of the table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Agent {
    pub(crate) sector: &'static str,
    pub(crate) kind: AgentKind,
    pub(crate) plural: bool,
}

impl Agent {
    /// Whether such people act for their state.
    pub(crate) fn acts_for_state(&self) -> bool {
        matches!(self.sector, "military" | "government" | "police" | "officials" | "envoys" | "intelligence" | "party" | "media" | "peacekeepers")
    }

    /// The sector in an actor's code: kinds of people that codes do not tell apart fall together.
    pub(crate) fn code_sector(&self) -> &'static str {
        match self.sector {
            "refugees" | "prisoners" | "tribesmen" | "aid-workers" => "civilians",
            "jihadists" => "militants",
            sector => sector,
        }
    }

    /// Whether they fight.
    pub(crate) fn fights(&self) -> bool {
        matches!(self.sector, "military" | "rebels" | "militants" | "militias" | "separatists" | "insurgents" | "jihadists" | "peacekeepers" | "kurds")
    }
}

static TABLE: &str = include_str!("../../data/agents.tsv");

static AGENTS: Lazy<HashMap<&'static str, Agent>> = Lazy::new(|| {
    let mut agents = HashMap::new();
    for line in TABLE.lines().skip(1) {
        let mut cells = line.split('\t');
        let (Some(noun), Some(plural), Some(sector), Some(kind)) = (cells.next(), cells.next(), cells.next(), cells.next()) else { continue };
        let kind = match kind {
            "body" => AgentKind::Body,
            "vehicle" => AgentKind::Vehicle,
            _ => AgentKind::Person,
        };
        if !plural.is_empty() {
            agents.entry(plural).or_insert(Agent { sector, kind, plural: true });
        }
        // Nouns that are their own plural count as plural.
        if noun != plural {
            agents.entry(noun).or_insert(Agent { sector, kind, plural: false });
        }
    }
    agents
});

/// Agent nouns: the crate's and, before them, a user's.
#[derive(Debug, Clone, Default)]
pub(crate) struct AgentTable {
    own: HashMap<Box<str>, Agent>,
}

impl AgentTable {
    /// The agent noun that these words (in lower case, "air force") are.
    pub(crate) fn get(&self, words: &str) -> Option<Agent> {
        let own = if self.own.is_empty() { None } else { self.own.get(words) };
        own.or_else(|| AGENTS.get(words)).copied()
    }

    /// Adds a noun in lower case, and takes the kind of thing it names from the crate's own nouns where its last word is one.
    /// Whether it said anything new.
    pub(crate) fn add(&mut self, noun: &str, sector: &'static str, plural: bool) -> bool {
        let head = noun.rsplit(' ').next().unwrap_or(noun);
        let kind = AGENTS.get(noun).or_else(|| AGENTS.get(head)).map_or(AgentKind::Person, |agent| agent.kind);
        let agent = Agent { sector, kind, plural };
        self.own.insert(noun.into(), agent).is_none_or(|before| before != agent)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_knows_who_acts_for_a_state() {
        let agents = AgentTable::default();
        assert!(agents.get("troops").unwrap().acts_for_state());
        assert!(agents.get("soldiers").unwrap().plural);
        assert!(!agents.get("rebels").unwrap().acts_for_state());
        assert_eq!(agents.get("warplanes").unwrap().kind, AgentKind::Vehicle);
        assert!(agents.get("cabbage").is_none());
    }

    #[test]
    fn own_nouns_come_before_the_crates() {
        let mut table = AgentTable::default();
        assert!(table.add("bush force", "rebels", false));
        assert!(!table.add("bush force", "rebels", false));
        assert!(table.add("troops", "militants", true));
        assert_eq!(table.get("bush force"), Some(Agent { sector: "rebels", kind: AgentKind::Body, plural: false }));
        assert_eq!(table.get("troops").map(|agent| agent.sector), Some("militants"));
        assert!(table.get("soldiers").is_some());
    }

    #[test]
    fn every_row_has_four_cells() {
        for (i, line) in TABLE.lines().enumerate() {
            assert_eq!(line.split('\t').count(), 4, "line {}: {line}", i + 1);
        }
    }
}
