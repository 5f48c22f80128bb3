//! Attaching punctuation once the words have their tree.
//!
//! Universal Dependencies prescribes the head of a punctuation mark as a
//! function of the tree: that of the lower of the two phrases it stands
//! between, or of the phrase a pair of marks encloses. So the parser never sees
//! punctuation as words, only as gaps, and the rule is applied afterwards.

use super::Node;
use super::relations::Rel;
use super::tags::Tag;

/// Heads followed upwards from a word, to keep the time linear on freak trees.
const CLIMB: usize = 40;

/// Gives every punctuation mark of `nodes` its head. `places` are the places
/// of the words, ascending; `opened` is a buffer.
pub fn attach(places: &[u32], opened: &mut Vec<u32>, nodes: &mut [Node]) {
    let root = places.iter().copied().find(|&p| head(nodes, p).is_none());
    let mut words_before = 0;
    opened.clear();
    for at in 0..nodes.len() as u32 {
        let tag = nodes[at as usize].tag;
        if !tag.is_punct() {
            words_before += 1;
            continue;
        }
        let Some(root) = root else {
            // Nothing but punctuation: the first mark is the root.
            if at > 0 {
                set(nodes, at, 0);
            }
            continue;
        };
        let left = places.get(words_before - 1_usize.min(words_before)).copied().filter(|&p| p < at);
        let right = places.get(words_before).copied();
        match tag {
            Tag::Lrb | Tag::OpenQuote => opened.push(at),
            Tag::Rrb | Tag::CloseQuote => {
                if let Some(first) = close(nodes, tag, opened)
                    && let Some(inside) = left.filter(|&l| l > first)
                {
                    let top = climb(nodes, inside, |h| h > first && h < at);
                    set(nodes, at, top);
                    set(nodes, first, top);
                    continue;
                }
            }
            _ => {}
        }
        let left = left.map(|l| climb(nodes, l, |h| h < at));
        let right = right.map(|r| climb(nodes, r, |h| h > at));
        let chosen = match (left, right) {
            (Some(l), Some(r)) => lower(nodes, l, r),
            (Some(one), None) | (None, Some(one)) => one,
            (None, None) => root,
        };
        set(nodes, at, chosen);
    }
}

/// Takes the mark a closing one belongs to from those open.
fn close(nodes: &[Node], tag: Tag, opened: &mut Vec<u32>) -> Option<u32> {
    let first = *opened.last()?;
    let fits = match tag {
        Tag::Rrb => Tag::Lrb,
        _ => Tag::OpenQuote,
    };
    if nodes.get(first as usize)?.tag == fits { opened.pop() } else { None }
}

/// Of the topmost words left and right of a mark, the one whose phrase is part
/// of the other's: its head is on the other side, across the shorter arc.
fn lower(nodes: &[Node], left: u32, right: u32) -> u32 {
    match (head(nodes, left), head(nodes, right)) {
        (Some(_), None) => left,
        (Some(_), Some(head_of_right)) if head_of_right < left => left,
        _ => right,
    }
}

fn head(nodes: &[Node], at: u32) -> Option<u32> {
    nodes.get(at as usize).and_then(|n| n.head)
}

fn climb(nodes: &[Node], from: u32, within: impl Fn(u32) -> bool) -> u32 {
    let mut at = from;
    for _ in 0..CLIMB {
        match head(nodes, at) {
            Some(h) if within(h) => at = h,
            _ => break,
        }
    }
    at
}

fn set(nodes: &mut [Node], at: u32, head: u32) {
    if let Some(node) = nodes.get_mut(at as usize) {
        node.head = Some(head);
        node.rel = Rel::Punct;
    }
}
