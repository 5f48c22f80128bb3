//! From a noun phrase to who that is.

use crate::code::{ActorCode, CountryCode};
use crate::coreference;
use crate::doc::Doc;
use crate::gazetteer::{NameForm, NameKind};
use crate::lexicon::{Agent, AgentKind, agent, home, people};
use crate::names::Hit;
use crate::span::Span;
use crate::syntax::{Rel, Tag, Tree};

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

/// The heads of the coordination that starts at `head`: as the tree has it, and as the words have it ("A, B and C").
///
/// `clause` is the verb whose argument they are: another verb right after a conjunct means that a new clause began there. With `things` the
/// conjuncts need not be able to act.
pub(crate) fn coordinated(doc: &Doc<'_>, tree: &Tree<'_>, head: usize, clause: Option<usize>, things: bool) -> Vec<usize> {
    let mut heads = tree.conjuncts(head);
    // The parser takes "Russia, Turkey" for one name.
    let flat = |from: usize| {
        tree.children(from).filter(move |c| {
            matches!(tree.rel(*c), Rel::Flat | Rel::Compound | Rel::Appos | Rel::NmodDesc)
                && doc.hit(tree, *c).is_some_and(|hit| !hit.is_person() && !hit.is_adjective())
                && (from.min(*c) + 1..from.max(*c)).any(|w| tree.tag(w) == Tag::Comma)
        })
    };
    if doc.hit(tree, head).is_some_and(|hit| !hit.is_person()) {
        let lost: Vec<usize> = heads.iter().flat_map(|h| flat(*h)).collect();
        for c in lost {
            let more: Vec<usize> = tree.conjuncts(c).into_iter().filter(|c| !heads.contains(c)).collect();
            heads.extend(more);
        }
    }
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
    // "Joseph R. Biden, Jr.", "scores of civilians": the name, and the people counted.
    if matches!(tree.low(head), "jr." | "sr." | "jr" | "sr") && head > 1 && tree.tag(head - 1) == Tag::Comma {
        return who(doc, tree, head - 2);
    }
    // "three separate tactical units": the parser took the number for the noun.
    if tree.tag(head) == Tag::Cd
        && let Some((counted, _)) = tree.chunk(head).filter(|(counted, _)| *counted > head)
    {
        return who(doc, tree, counted);
    }
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
            .filter(|c| matches!(tree.case(*c), "of" | "from"))
            .flat_map(|c| coordinated(doc, tree, c, None, false))
            .flat_map(|c| match doc.hit(tree, c) {
                Some(hit) => named(doc, tree, c, hit, tree.bytes(tree.noun_phrase(c))).into_iter().collect(),
                // "officials from both countries"
                None if coreference::is_reference(tree, c) => {
                    coreference::resolve(doc, tree, c).into_iter().map(|(code, name)| Who { span, code: Some(combine(&code, noun)), name, certainty: Certainty::Reference }).collect()
                }
                None => Vec::new(),
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
    if let Some(local) = local_person(doc, tree, head) {
        return vec![Who { span, code: local, name: None, certainty: Certainty::Name }];
    }
    // "rebel positions", "an army base": those of whoever the modifier names.
    if noun.is_none()
        && let Some((c, owner)) = tree.children(head).filter(|c| *c < head && matches!(tree.rel(*c), Rel::Amod | Rel::Compound)).find_map(|c| Some((c, agent(tree.low(c))?)))
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
        if let Some(found) = agent(two) {
            return Some(found);
        }
    }
    agent(tree.low(head)).filter(|_| !tree.tag(head).is_verb())
}

/// A people without a state, by itself or before a noun: "Kurdish forces", "the Bosnian Serbs".
fn people_of(doc: &Doc<'_>, tree: &Tree<'_>, head: usize) -> Option<ActorCode> {
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
fn coalition(doc: &Doc<'_>, tree: &Tree<'_>, head: usize) -> Option<ActorCode> {
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

/// The code that the modifiers of a head give: "Houthi rebels", "the army of Sudan", "a Russian lawmaker, Andrey Krasov".
fn described(doc: &Doc<'_>, tree: &Tree<'_>, head: usize, noun: Option<Agent>) -> Option<(Option<ActorCode>, Option<String>)> {
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
fn describing_hit<'d, 'a>(doc: &'d Doc<'a>, tree: &Tree<'_>, head: usize, noun: Option<Agent>, depth: usize) -> Option<(&'d Hit<'a>, Option<Agent>)> {
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
fn coordinated_modifiers(doc: &Doc<'_>, tree: &Tree<'_>, head: usize) -> Vec<Who> {
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

/// The code of a person whom the article introduced elsewhere.
fn local_person(doc: &Doc<'_>, tree: &Tree<'_>, head: usize) -> Option<Option<ActorCode>> {
    if !tree.tag(head).is_proper() {
        return None;
    }
    // The surname is the last word of the name.
    let last = tree.children_by(head, Rel::Flat).last().unwrap_or(head);
    let surname = tree.low(last);
    doc.locals.iter().find(|person| person.surname == surname).map(|person| person.code.clone())
}

/// The code of an agent noun that stands alone: "the army", "rebels". Its country is that of the nearest state before it that such a
/// noun can belong to, or the theatre's.
fn from_context(doc: &Doc<'_>, tree: &Tree<'_>, head: usize, noun: Agent) -> Option<ActorCode> {
    let at = tree.words[head].start as usize;
    // A hospital or a village belongs to nobody unless the text says so.
    if noun.kind == AgentKind::Body && matches!(noun.sector, "civilians" | "aid-workers" | "refugees") {
        return None;
    }
    if !noun.acts_for_state() {
        // Fighters named as a group shortly before: "Hamas ... the militants".
        if noun.fights() {
            let the = tree.children(head).any(|c| matches!(tree.low(c), "the" | "these" | "those"));
            // Jihadist groups are not what "the rebels" means beside them.
            let jihadists = |code: &ActorCode| matches!(code.to_string().as_str(), "islamic-state" | "al-qaida" | "nusra-front" | "al-qaida-in-iraq" | "sdf" | "ypg");
            let own = doc.rebels.clone().filter(|code| noun.sector != "rebels" || !jihadists(code));
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
