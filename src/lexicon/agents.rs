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
#[derive(Debug, Clone, Copy)]
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

/// The agent noun that these words (in lower case, "air force") are.
pub(crate) fn agent(words: &str) -> Option<Agent> {
    AGENTS.get(words).copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_knows_who_acts_for_a_state() {
        assert!(agent("troops").unwrap().acts_for_state());
        assert!(agent("soldiers").unwrap().plural);
        assert!(!agent("rebels").unwrap().acts_for_state());
        assert_eq!(agent("warplanes").unwrap().kind, AgentKind::Vehicle);
        assert!(agent("cabbage").is_none());
    }

    #[test]
    fn every_row_has_four_cells() {
        for (i, line) in TABLE.lines().enumerate() {
            assert_eq!(line.split('\t').count(), 4, "line {}: {line}", i + 1);
        }
    }
}
