//! Who a phrase is by its modifiers: "Houthi rebels", "the army of Sudan", "a Riyadh-led coalition".

use super::{Certainty, Who, agent_noun};
use crate::code::ActorCode;
use crate::coreference;
use crate::doc::Doc;
use crate::gazetteer::NameKind;
use crate::lexicon::{Agent, home, people};
use crate::names::Hit;
use crate::syntax::{Rel, Tag, Tree};

/// A people without a state, by itself or before a noun: "Kurdish forces", "the Bosnian Serbs".
pub(super) fn people_of(doc: &Doc<'_>, tree: &Tree<'_>, head: usize) -> Option<ActorCode> {
    let words = || std::iter::once(head).chain(tree.children(head).filter(|c| *c < head && matches!(tree.rel(*c), Rel::Amod | Rel::Compound) && !(opposed(tree, *c))));
    // The country that the phrase names ("Iraqi Kurds"), else the one that the article is about.
    let named = words().filter_map(|w| doc.hit(tree, w)).find_map(|hit| match &hit.code {
        Some(ActorCode::State(country)) => Some(*country),
        _ => None,
    });
    let group = words().any(|w| doc.hit(tree, w).is_some_and(|hit| hit.kind() == NameKind::Group || hit.is_person()));
    if group {
        return None;
    }
    words().find_map(|w| {
        let low = tree.low(w);
        let country = named.filter(|c| people(low, c.as_str()).is_some()).or(doc.theatre.filter(|c| people(low, c.as_str()).is_some()));
        let country = country.or_else(|| doc.hit(tree, w).is_none().then(|| home(low)).flatten().and_then(|c| c.parse().ok()))?;
        Some(ActorCode::with_sector(country, people(low, country.as_str())?))
    })
}

/// "the coalition", "coalition warplanes", "a Riyadh-led coalition": whose it is, or the one named before.
pub(super) fn coalition(doc: &Doc<'_>, tree: &Tree<'_>, head: usize) -> Option<ActorCode> {
    let led = |word: usize| {
        tree.children(word)
            .chain(tree.children(head))
            .filter(|c| tree.low(*c) == "led" || tree.low(*c).ends_with("-led"))
            .flat_map(|led| std::iter::once(led).chain(tree.children(led)))
            .find_map(|c| doc.hit(tree, c))
            .and_then(|hit| hit.code.clone())
    };
    let named = (tree.chunk_start(head)..head + 1).rev().find(|w| tree.words[*w].name == 0 && matches!(tree.low(*w), "coalition" | "alliance"));
    // "Saudi-led warplanes" are the coalition's too.
    let word = named.or_else(|| led(head).is_some().then_some(head))?;
    let leader = led(word);
    // "the pro-Assad coalition"
    let side = tree.children(word).filter(|c| *c < word).find_map(|c| doc.hit(tree, c)).and_then(|hit| hit.code.clone());
    if leader.is_none() && side.is_some() {
        return side;
    }
    match leader {
        Some(ActorCode::State(state)) => match state.as_str() {
            "SAU" => "saudi-led-coalition".parse().ok(),
            "USA" => "us-led-coalition".parse().ok(),
            _ => Some(ActorCode::State(state)),
        },
        Some(code) => Some(code),
        None => coreference::partial_name(doc, tree.words[word].start as usize, tree.low(word)).or_else(|| {
            // Where nothing else is said, the coalition is the one that fights in that war.
            let usual = match doc.theatre?.as_str() {
                "SYR" | "IRQ" => "us-led-coalition",
                "YEM" => "saudi-led-coalition",
                "AFG" => "isaf",
                _ => return None,
            };
            (tree.low(word) == "coalition").then(|| usual.parse().ok()).flatten()
        }),
    }
}

/// The code that the modifiers of a head give: "Houthi rebels", "the army of Sudan", "a Russian lawmaker, Andrey Krasov".
pub(super) fn described(doc: &Doc<'_>, tree: &Tree<'_>, head: usize, noun: Option<Agent>) -> Option<(Option<ActorCode>, Option<String>)> {
    let (hit, noun) = describing_hit(doc, tree, head, noun, 0)?;
    let code = hit.code.clone()?;
    let name = hit.actor.map(|actor| actor.name().to_string());
    Some((Some(combine(&code, noun)), name.filter(|_| noun.is_none_or(|noun| noun.acts_for_state()))))
}

/// The code of people described by a noun and an actor: soldiers of a state act for it, its rebels do not; those of a group belong to it.
pub(crate) fn combine(code: &ActorCode, noun: Option<Agent>) -> ActorCode {
    match (code, noun) {
        (ActorCode::State(country), Some(noun)) if !noun.acts_for_state() => ActorCode::with_sector(*country, noun.code_sector()),
        _ => code.clone(),
    }
}

/// The name that says whose `head` is, and the noun that says what they are.
pub(super) fn describing_hit<'d, 'a>(doc: &'d Doc<'a>, tree: &Tree<'_>, head: usize, noun: Option<Agent>, depth: usize) -> Option<(&'d Hit<'a>, Option<Agent>)> {
    if depth > 3 {
        return None;
    }
    let hit_of = |word: usize| doc.hit(tree, word);
    // Nearest first: adjectives and compounds before the head, then possessors, then what stands behind.
    let before = tree.children(head).rev().filter(|c| *c < head && matches!(tree.rel(*c), Rel::Amod | Rel::Compound | Rel::NmodDesc | Rel::Flat | Rel::NmodUnmarked | Rel::Nmod));
    let mut described_by_noun = noun;
    for c in before {
        // "U.S.-backed rebels" are not the U.S.
        if backed_by(tree, c) || opposed(tree, c) {
            continue;
        }
        if let Some(hit) = hit_of(c)
            && hit.code.is_some()
        {
            return Some((hit, described_by_noun));
        }
        if described_by_noun.is_none() {
            described_by_noun = agent_noun(tree, c);
        }
        if let Some(found) = describing_hit(doc, tree, c, described_by_noun, depth + 1) {
            return Some(found);
        }
    }
    let behind = tree.children(head).filter(|c| {
        matches!(tree.rel(*c), Rel::NmodPoss | Rel::Appos)
            || tree.rel(*c) == Rel::Nmod
                && *c > head
                && (matches!(tree.case(*c), "of" | "for") || tree.case(*c) == "from" && !noun.is_some_and(|noun| noun.fights()) || tree.case(*c) == "in" && noun.is_some())
    });
    for c in behind {
        if let Some(hit) = hit_of(c)
            && hit.code.is_some()
        {
            return Some((hit, described_by_noun));
        }
        let inner = described_by_noun.or_else(|| agent_noun(tree, c));
        // "rebels of the north": a place says which state they belong to.
        if let Some(found) = describing_hit(doc, tree, c, inner, depth + 1) {
            return Some(found);
        }
    }
    // Where the parser lost it: the nearest name before the head in its phrase, no hyphen between ("four ISIL fighting positions").
    if depth == 0 {
        let start = tree.chunk_start(head);
        let name = (start..head).rev().take_while(|w| tree.tag(*w) != Tag::Hyph && tree.tag(*w) != Tag::Pos).find_map(hit_of).filter(|hit| hit.code.is_some() && !hit.is_person());
        return name.map(|hit| (hit, noun));
    }
    None
}

/// Whether a modifier is of the "U.S.-backed" kind, which says who helps, not who it is.
fn backed_by(tree: &Tree<'_>, modifier: usize) -> bool {
    matches!(
        tree.low(modifier),
        "backed"
            | "supported"
            | "allied"
            | "aligned"
            | "armed"
            | "funded"
            | "trained"
            | "sponsored"
            | "led"
            | "linked"
            | "affiliated"
            | "held"
            | "controlled"
            | "occupied"
            | "made"
            | "built"
            | "born"
            | "brokered"
            | "mediated"
            | "run"
            | "equipped"
            | "owned"
            | "friendly"
    )
}

/// "the Counter ISIL Coalition", "anti-Taliban forces": a name in what they fight.
fn opposed(tree: &Tree<'_>, modifier: usize) -> bool {
    let before = |word: usize| word.checked_sub(1).is_some_and(|b| matches!(tree.low(b), "counter" | "anti") || tree.low(b) == "-" && b > 0 && matches!(tree.low(b - 1), "counter" | "anti"));
    before(modifier) || matches!(tree.low(modifier), "counter" | "anti")
}

/// The country of each coordinated adjective before a head: "Syrian and Russian jets".
pub(super) fn coordinated_modifiers(doc: &Doc<'_>, tree: &Tree<'_>, head: usize) -> Vec<Who> {
    let noun = agent_noun(tree, head);
    let mut found = Vec::new();
    for c in tree.children(head).filter(|c| *c < head && matches!(tree.rel(*c), Rel::Amod | Rel::Compound)) {
        let Some(first) = doc.hit(tree, c) else { continue };
        for other in tree.children_by(c, Rel::Conj) {
            if let Some(hit) = doc.hit(tree, other)
                && let Some(code) = &hit.code
                && hit.code != first.code
            {
                let named = described(doc, tree, head, noun).and_then(|(code, _)| code);
                // The phrase as a whole carries the nearest adjective; the others are actors of their own.
                let (other_word, other_code) = if named.as_ref() == Some(&combine(code, noun)) { (c, first.code.clone()) } else { (other, Some(code.clone())) };
                if let Some(code) = other_code {
                    found.push(Who { span: tree.word_span(other_word), code: Some(combine(&code, noun)), name: None, certainty: Certainty::Name });
                }
            }
        }
    }
    found
}
