//! From a noun phrase to who that is.

mod bodies;
mod coordination;
mod modifiers;

use crate::code::{ActorCode, CountryCode};
use crate::coreference;
use crate::doc::Doc;
use crate::gazetteer::{NameForm, NameKind};
use crate::lexicon::{Agent, AgentKind};
use crate::names::Hit;
use crate::span::Span;
use crate::syntax::{Rel, Tag, Tree};

pub(crate) use bodies::body_code;
pub(crate) use coordination::coordinated;
pub(crate) use modifiers::combine;
use modifiers::{coalition, coordinated_modifiers, described, describing_hit, people_of};

/// How sure it is that a phrase is an actor.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Certainty {
    /// A thing, or nobody knows what.
    Thing,
    /// A pronoun or description.
    Reference,
    /// A noun for people or bodies that act.
    Noun,
    /// A name.
    Name,
}

/// Who a noun phrase is.
#[derive(Debug, Clone)]
pub(crate) struct Who {
    pub(crate) span: Span,
    pub(crate) code: Option<ActorCode>,
    pub(crate) name: Option<String>,
    pub(crate) certainty: Certainty,
}

/// Everybody whom the phrase with head `head` and its conjuncts name.
pub(crate) fn everybody(doc: &Doc<'_>, tree: &Tree<'_>, head: usize, clause: Option<usize>) -> Vec<Who> {
    let mut all = Vec::new();
    for conjunct in coordinated(doc, tree, head, clause, false) {
        all.extend(who(doc, tree, conjunct));
    }
    // "Syrian and Russian jets": the first adjective's country strikes too.
    all.extend(coordinated_modifiers(doc, tree, head));
    all
}

/// Whom the phrase with head `head` names, its conjuncts left out. Several where one phrase stands for several: "the two", "the leaders of A and B".
pub(crate) fn who(doc: &Doc<'_>, tree: &Tree<'_>, head: usize) -> Vec<Who> {
    let range = tree.noun_phrase(head);
    let span = tree.bytes(range);
    // "scores of civilians": the people counted.
    if QUANTITIES.contains(&tree.low(head))
        && let Some(counted) = tree.children_by(head, Rel::Nmod).find(|c| *c > head && tree.case(*c) == "of" && !coreference::is_reference(tree, *c))
    {
        return who(doc, tree, counted).into_iter().map(|who| Who { span, ..who }).collect();
    }
    if coreference::is_reference(tree, head) {
        let found = coreference::resolve(doc, tree, head);
        if !found.is_empty() {
            return found.into_iter().map(|(code, name)| Who { span, code: Some(code), name, certainty: Certainty::Reference }).collect();
        }
        if tree.tag(head).is_pronoun() {
            return vec![Who { span, code: None, name: None, certainty: Certainty::Reference }];
        }
    }
    let noun = agent_noun(tree, head);
    if let Some(code) = people_of(doc, tree, head).filter(|_| doc.hit(tree, head).is_none_or(|hit| matches!(hit.form(), NameForm::Adjective | NameForm::Demonym))) {
        return vec![Who { span, code: Some(code), name: None, certainty: Certainty::Name }];
    }
    // The name itself, or the one that a title governs ("Mr Putin").
    let name = std::iter::once(head).chain(tree.children(head).filter(|c| *c > head && tree.rel(*c) == Rel::Flat)).find_map(|w| doc.hit(tree, w).filter(|hit| w == head || hit.is_person()));
    if let Some(hit) = name
        && let Some(found) = named(doc, tree, head, hit, span)
    {
        return vec![found];
    }
    // "the leaders of Bosnia, Croatia and Serbia": one actor each.
    if noun.is_some_and(|noun| noun.plural) {
        let members: Vec<Who> = tree
            .children_by(head, Rel::Nmod)
            .filter(|c| matches!(tree.case(*c), "of" | "from" | "for"))
            // "the heads of state of Kenya and Rwanda"
            .flat_map(|c| if tree.low(head) == "heads" && matches!(tree.low(c), "state" | "government") { tree.children_by(c, Rel::Nmod).filter(|d| tree.case(*d) == "of").collect() } else { vec![c] })
            .flat_map(|c| coordinated(doc, tree, c, None, false))
            .flat_map(|c| match doc.hit(tree, c) {
                Some(hit) => named(doc, tree, c, hit, tree.bytes(tree.noun_phrase(c))).into_iter().collect(),
                // "officials from both countries"
                None if coreference::is_reference(tree, c) => {
                    coreference::resolve(doc, tree, c).into_iter().map(|(code, name)| Who { span, code: Some(combine(&code, noun)), name, certainty: Certainty::Reference }).collect()
                }
                // "delegations of the Government of Yemen and the Houthis"
                None if agent_noun(tree, c).is_some_and(|noun| noun.kind == AgentKind::Body) => who(doc, tree, c),
                None => local(doc, tree, c).map(|code| Who { span: tree.bytes(tree.noun_phrase(c)), code: Some(code), name: None, certainty: Certainty::Name }).into_iter().collect(),
            })
            .collect();
        if members.len() > 1 {
            return members;
        }
    }
    // "our men": whoever speaks, which the sourcing rules say.
    if tree.children_by(head, Rel::NmodPoss).any(|p| matches!(tree.low(p), "our" | "my")) {
        return vec![Who { span, code: None, name: None, certainty: Certainty::Reference }];
    }
    // "his Iranian counterpart": the adjective says more than the pronoun.
    let adjective = tree.children(head).any(|c| c < head && tree.rel(c) == Rel::Amod && doc.hit(tree, c).is_some());
    // "their fighters", "the group's airstrip"
    if !adjective && let Some(possessor) = tree.child(head, Rel::NmodPoss).filter(|p| coreference::is_reference(tree, *p)) {
        let owners = coreference::resolve(doc, tree, possessor);
        if !owners.is_empty() {
            let certainty = if noun.is_some() { Certainty::Noun } else { Certainty::Thing };
            // "his men" are no civilians.
            let noun = noun.filter(|_| !matches!(tree.low(head), "men" | "fighters" | "boys"));
            return owners.into_iter().map(|(code, _)| Who { span, code: Some(combine(&code, noun)), name: None, certainty }).collect();
        }
    }
    // "three regional powers – Russia, Iran and Turkey –": the list behind says who.
    let listed = listed_behind(doc, tree, head);
    if listed.len() > 1 {
        return listed;
    }
    if let Some(code) = coalition(doc, tree, head) {
        return vec![Who { span, code: Some(code), name: None, certainty: Certainty::Name }];
    }
    if let Some((code, name)) = described(doc, tree, head, noun) {
        return vec![Who { span, code, name, certainty: if noun.is_some() { Certainty::Noun } else { Certainty::Name } }];
    }
    // "MAF", "MAF troops": one whom the article introduces.
    let introduced = local(doc, tree, head).or_else(|| {
        let code = tree.children(head).filter(|c| *c < head && matches!(tree.rel(*c), Rel::Amod | Rel::Compound | Rel::NmodPoss)).find_map(|c| local(doc, tree, c))?;
        Some(combine(&code, noun))
    });
    if let Some(code) = introduced.or_else(|| unknown_body(doc, tree, head)) {
        return vec![Who { span, code: Some(code), name: None, certainty: Certainty::Name }];
    }
    // "rebel positions", "an army base": those of whoever the modifier names.
    if noun.is_none()
        && let Some((c, owner)) = tree.children(head).filter(|c| *c < head && matches!(tree.rel(*c), Rel::Amod | Rel::Compound)).find_map(|c| Some((c, tree.agents.get(tree.low(c))?)))
        && (owner.fights() || matches!(owner.sector, "government" | "opposition"))
    {
        return vec![Who { span, code: from_context(doc, tree, c, owner), name: None, certainty: Certainty::Thing }];
    }
    let certainty = if noun.is_some() {
        Certainty::Noun
    } else if tree.tag(head).is_proper() {
        Certainty::Name
    } else {
        Certainty::Thing
    };
    let code = noun.and_then(|noun| from_context(doc, tree, head, noun));
    vec![Who { span, code, name: None, certainty }]
}

/// Nouns that only count what follows with "of".
const QUANTITIES: &[&str] = &[
    "scores", "dozens", "hundreds", "thousands", "number", "handful", "majority", "most", "some", "many", "several", "lot", "group", "groups", "members", "pair", "couple", "rest", "remnants",
    "units", "contingent", "part", "half", "bulk", "all", "none", "column", "convoy", "elements", "positions", "one",
];

/// What any part of a state is.
const STATE_BODY: Agent = Agent { sector: "government", kind: AgentKind::Body, plural: false };

/// The actors listed behind a phrase after a dash, colon or bracket.
fn listed_behind(doc: &Doc<'_>, tree: &Tree<'_>, head: usize) -> Vec<Who> {
    let end = tree.noun_phrase(head).end;
    if end + 1 >= tree.len() || !matches!(tree.low(end), "–" | "—" | "-" | "--" | "(" | ":") {
        return Vec::new();
    }
    let Some((first, _)) = tree.chunk(end + 1) else { return Vec::new() };
    if doc.hit(tree, first).is_none() {
        return Vec::new();
    }
    coordinated(doc, tree, first, None, false).into_iter().filter_map(|c| doc.hit(tree, c).and_then(|hit| named(doc, tree, c, hit, tree.bytes(tree.noun_phrase(c))))).collect()
}

/// The agent noun that the head is, with the word before it where both make one noun ("air force").
pub(crate) fn agent_noun(tree: &Tree<'_>, head: usize) -> Option<Agent> {
    if head > 0 {
        let start = tree.words[head - 1].start as usize;
        let two = &tree.lower[start..tree.words[head].end as usize];
        if let Some(found) = tree.agents.get(two) {
            return Some(found);
        }
    }
    tree.agents.get(tree.low(head)).filter(|_| !tree.tag(head).is_verb())
}

/// A head that is a name itself.
fn named(doc: &Doc<'_>, tree: &Tree<'_>, head: usize, hit: &Hit<'_>, span: Span) -> Option<Who> {
    let actor = hit.actor?;
    // "the Tehran summit", "in Moscow": a capital in a place's position is a place; the frames ask for actors elsewhere.
    let name = Some(actor.name().to_string());
    if actor.kind() == NameKind::Media && hit.code.is_none() {
        return Some(Who { span, code: None, name, certainty: Certainty::Name });
    }
    // "the Indian Foreign Secretary": a common title takes the state of its modifier.
    if actor.kind() == NameKind::Institution
        && let Some((Some(code), _)) = described(doc, tree, head, Some(STATE_BODY))
        && Some(&code) != hit.code.as_ref()
    {
        return Some(Who { span, code: Some(code), name: None, certainty: Certainty::Name });
    }
    // An outlet or person without a code may be described by its phrase.
    let code = hit.code.clone().or_else(|| described(doc, tree, head, None).and_then(|(code, _)| code));
    Some(Who { span, code, name, certainty: Certainty::Name })
}

/// The code of a person or acronym that the article introduces.
fn local(doc: &Doc<'_>, tree: &Tree<'_>, head: usize) -> Option<ActorCode> {
    if !tree.raw(head).starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit()) {
        return None;
    }
    // The surname is the last word of the name.
    let last = tree.children_by(head, Rel::Flat).last().unwrap_or(head);
    let surname = tree.low(last);
    doc.locals.iter().find(|local| local.surname == surname).and_then(|local| local.code.clone())
}

/// The code of a group that no list knows, from its name in capitals.
fn unknown_body(doc: &Doc<'_>, tree: &Tree<'_>, head: usize) -> Option<ActorCode> {
    let start = (tree.chunk_start(head)..head).rev().take_while(|w| tree.raw(*w).starts_with(char::is_uppercase) && doc.hit(tree, *w).is_none() && tree.low(*w) != "the").last()?;
    tree.raw(head).starts_with(char::is_uppercase).then(|| body_code(tree.bytes(start..head + 1).of(doc.text))).flatten()
}

/// The code of an agent noun that stands alone: "the army", "rebels". Its country is that of the nearest state before it that such a
/// noun can belong to, or the theatre's.
fn from_context(doc: &Doc<'_>, tree: &Tree<'_>, head: usize, noun: Agent) -> Option<ActorCode> {
    let at = tree.words[head].start as usize;
    // A hospital or a village belongs to nobody unless the text says so.
    if noun.kind == AgentKind::Body && matches!(noun.sector, "civilians" | "aid-workers" | "refugees") {
        return None;
    }
    // "foreign troops", "allied commanders": not those of the country itself.
    if noun.acts_for_state() && tree.children(head).any(|c| c < head && OUTSIDE.contains(&tree.low(c))) {
        return None;
    }
    if !noun.acts_for_state() {
        // Fighters named as a group shortly before: "Hamas ... the militants".
        if noun.fights() {
            let the = tree.children(head).any(|c| matches!(tree.low(c), "the" | "these" | "those"));
            // Jihadist groups are not what "the rebels" means beside them.
            let jihadists = |code: &ActorCode| matches!(code.to_string().as_str(), "islamic-state" | "al-qaida" | "nusra-front" | "al-qaida-in-iraq" | "sdf" | "ypg");
            let own = doc.rebels.clone().filter(|code| noun.sector != "rebels" || !jihadists(code));
            // "militants" alone may be any.
            let own = own.filter(|_| the || noun.sector != "militants" || tree.low(head).starts_with("terror"));
            if let Some(group) = own.or_else(|| coreference::fighters_before(doc, at)).or_else(|| the.then(|| coreference::group_before(doc, at, 2)).flatten()) {
                return Some(group);
            }
        }
        let country = doc.theatre.or_else(|| local_country(doc, at))?;
        return Some(ActorCode::with_sector(country, noun.code_sector()));
    }
    // A government's own statement speaks of its own people.
    if let Some(home) = doc.home.filter(|_| matches!(noun.sector, "government" | "officials" | "envoys") || noun.sector == "military" && tree.children(head).any(|c| tree.low(c) == "our")) {
        return Some(ActorCode::State(home));
    }
    // "ministers" alone may be anybody's; "the minister" is one told of before.
    if noun.kind == AgentKind::Person && noun.sector != "military" && !tree.children(head).any(|c| matches!(tree.low(c), "the" | "this")) {
        return None;
    }
    if noun.kind == AgentKind::Vehicle || noun.sector == "military" || noun.sector == "government" || noun.sector == "police" {
        // A person in office belongs to the state last named; "the army" to the country that the article is about.
        let near = || coreference::state_before(doc, at, noun.kind == AgentKind::Person);
        let country = if noun.kind == AgentKind::Person && !noun.plural { near().or(doc.theatre) } else { doc.theatre.or_else(near) };
        return country.map(ActorCode::State);
    }
    None
}

/// Words for those from elsewhere.
const OUTSIDE: &[&str] =
    &["allied", "foreign", "western", "enemy", "occupying", "occupation", "invading", "international", "regional", "neighbouring", "neighboring", "african", "european", "arab", "asian", "outside"];

/// The country of the place named last before `at`, in this sentence or the one before.
fn local_country(doc: &Doc<'_>, at: usize) -> Option<CountryCode> {
    let sentence = doc.sentence_at(at);
    let from = doc.sentences[sentence.saturating_sub(1)].span.start;
    let to = doc.sentences.get(sentence).map_or(at, |s| s.span.end);
    let places = doc.hits_in(Span::new(from, to));
    let own = doc.sentences.get(sentence).map_or(from, |s| s.span.start);
    places
        .iter()
        .filter(|hit| hit.span.start >= own)
        .chain(places.iter().filter(|hit| hit.span.start < own))
        .find(|hit| hit.place.is_some() && hit.form() == NameForm::Name)
        .and_then(|hit| hit.country())
}

/// Whether a word can be somebody who acts: a name, an agent noun, a pronoun.
pub(crate) fn can_act(doc: &Doc<'_>, tree: &Tree<'_>, head: usize) -> bool {
    if tree.tag(head).is_pronoun() {
        return !matches!(tree.low(head), "that" | "this" | "which" | "there" | "what");
    }
    if doc.hit(tree, head).is_some_and(|hit| hit.actor.is_some()) || agent_noun(tree, head).is_some() {
        return true;
    }
    tree.tag(head).is_proper()
        || coreference::is_reference(tree, head)
        || ACTING.contains(&tree.low(head))
        || describing_hit(doc, tree, head, None, 0).is_some_and(|_| tree.tag(head) != Tag::Nn || person_like(tree.low(head)))
}

/// Nouns for somebody on one side, which the table of agents leaves out because they say nothing of who that is.
const ACTING: &[&str] = &[
    "counterpart", "counterparts", "side", "sides", "team", "teams", "leadership", "delegation", "delegations", "presidency", "faction", "factions", "camp", "representatives", "representative",
    "members", "allies", "ally", "backers", "participants", "parties", "colleague", "colleagues", "chiefs", "heads", "figures", "rival", "rivals", "opponent", "opponents", "adversary", "adversaries",
    "foe", "foes", "enemy", "enemies", "predecessor", "successor", "neighbour", "neighbours", "neighbor", "neighbors", "host", "group", "groups", "movement", "visitor", "visitors", "interlocutors",
    "brother", "party",
];

/// Nouns that people are called by their ending: "negotiator", "loyalist".
fn person_like(word: &str) -> bool {
    ["er", "or", "ist", "man", "men", "ian", "ers", "ors", "ists", "ians"].iter().any(|ending| word.ends_with(ending))
}
