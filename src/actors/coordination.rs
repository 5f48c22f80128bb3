//! Who stands beside whom: "A, B and C".

use super::agent_noun;
use crate::doc::Doc;
use crate::syntax::{Tag, Tree};

/// The heads of the coordination that starts at `head`: as the tree has it, and as the words have it ("A, B and C").
///
/// `clause` is the verb whose argument they are: another verb right after a conjunct means that a new clause began there. With `things` the
/// conjuncts need not be able to act.
pub(crate) fn coordinated(doc: &Doc<'_>, tree: &Tree<'_>, head: usize, clause: Option<usize>, things: bool) -> Vec<usize> {
    let mut heads = tree.conjuncts(head);
    let mut end = tree.chunk(tree.noun_phrase(head).start).filter(|(h, _)| *h >= head).map_or(head + 1, |(_, end)| end);
    let mut pending: Vec<usize> = Vec::new();
    loop {
        let mut at = end;
        let mut comma = false;
        let mut joined = false;
        // A bracketed acronym stands between: "the National Army (NA) and ...".
        if at < tree.len() && tree.low(at) == "(" {
            match (at..tree.len().min(at + 6)).find(|i| tree.low(*i) == ")") {
                Some(close) => at = close + 1,
                None => break,
            }
        }
        if at < tree.len() && tree.low(at) == "," {
            comma = true;
            at += 1;
        }
        if at < tree.len() && matches!(tree.low(at), "and" | "or" | "&" | "nor") {
            joined = true;
            at += 1;
        } else if at + 2 < tree.len() && tree.low(at) == "as" && tree.low(at + 1) == "well" {
            joined = true;
            at += 3;
        }
        if !comma && !joined || tree.len() <= at || tree.low(at) == "his" && !joined {
            break;
        }
        let Some((next, next_end)) = tree.chunk(at) else { break };
        let names = things || doc.hit(tree, next).is_some_and(|hit| hit.actor.is_some()) || agent_noun(tree, next).is_some() || tree.tag(next) == Tag::Nnp && joined;
        let new_clause = next_end < tree.len()
            && (tree.tag(next_end).is_finite() || tree.tag(next_end) == Tag::Vbn)
            && clause.is_none_or(|clause| !(next_end..=next_end + 3).contains(&clause) && next_end != clause)
            && tree.case(head) != "between";
        if !names || new_clause {
            break;
        }
        pending.push(next);
        end = next_end;
        if joined {
            for next in pending.drain(..) {
                if !heads.contains(&next) && !heads.iter().any(|h| tree.noun_phrase(*h).contains(&next)) {
                    heads.push(next);
                }
            }
            break;
        }
    }
    heads
}
