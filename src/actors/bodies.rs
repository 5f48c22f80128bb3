//! Armed groups, parties and alliances that no list knows, by how they are called: "the Arakan Liberation Front".

use crate::code::ActorCode;

/// Words that end the name of a group.
const GROUPS: &[&str] = &["front", "movement", "alliance", "brigade", "brigades", "militia", "militias", "league", "resistance", "party", "union", "coalition", "faction", "group", "congress"];

/// Words that end the name of a group where a word for its cause stands before; a state's army has none.
const FORCES: &[&str] = &["army", "forces", "force", "council", "guard", "guards", "organisation", "organization", "command", "committee"];

const CAUSES: &[&str] = &[
    "liberation", "independence", "resistance", "revolutionary", "people's", "peoples", "patriotic", "islamic", "islamist", "free", "salvation", "popular", "restoration", "redemption", "unity",
    "mobilisation", "mobilization", "volunteer", "tribal", "self-defence", "self-defense", "insurgent", "rebel", "separatist",
];

/// The code of a group that is called `name`: its name, in the spelling of codes.
pub(crate) fn body_code(name: &str) -> Option<ActorCode> {
    let lower = name.to_lowercase().replace('’', "'");
    let words: Vec<&str> = lower.split_whitespace().skip_while(|word| *word == "the").collect();
    let (last, before) = words.split_last()?;
    let group = GROUPS.contains(last) || FORCES.contains(last) && before.iter().any(|word| CAUSES.contains(word));
    if before.is_empty() || !group {
        return None;
    }
    let slug: String = words.join("-").chars().filter(|c| c.is_alphanumeric() || *c == '-').collect();
    slug.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn groups_are_called_by_their_cause() {
        let code = |name: &str| body_code(name).map_or(String::new(), |code| code.to_string());
        assert_eq!(code("the Three Brotherhood Alliance"), "three-brotherhood-alliance");
        assert_eq!(code("Western Hills People’s Army"), "western-hills-peoples-army");
        assert_eq!(code("Royal Army"), "");
        assert_eq!(code("Front"), "");
    }
}
