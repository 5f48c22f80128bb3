//! Whom pronouns and descriptions mean, within one article.
//!
//! Simple and explainable: the nearest actor before that fits, subjects first.

use crate::code::{ActorCode, CountryCode};
use crate::doc::Doc;
use crate::gazetteer::{NameForm, NameKind};
use crate::lexicon::AgentKind;
use crate::names::Hit;
use crate::span::Span;
use crate::syntax::{Rel, Tree};

/// Who a reference means: a code, and the name it was found under.
pub(crate) type Referent = (ActorCode, Option<String>);

/// What a referring word asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Wanted {
    /// "he", "she": a person.
    Person,
    /// "it", "the country", "the group": a state, group or organisation.
    Body,
    /// "they": anybody, several first.
    Several,
    /// "the two", "both sides": the last two that stand together.
    Two,
    /// "the three countries".
    Three,
    /// "the four leaders".
    Four,
    /// "the kingdom", "the country": a state.
    State,
    /// "the group", "the movement": a group.
    Group,
    /// "the bloc", "the alliance": an organisation.
    Organisation,
    /// "we": whoever speaks; left to the sourcing rules.
    Speaker,
    /// "the Commission": the name that ends so.
    Partial,
}

/// Nouns that, after "the", stand for somebody named before.
const DESCRIPTIONS: &[(Wanted, &[&str])] = &[
    (Wanted::State, &["country", "kingdom", "nation", "state", "republic", "emirate", "sultanate"]),
    (Wanted::Group, &["group", "movement", "militia", "organisation", "organization", "insurgents", "guerrillas", "guerillas", "faction", "militants", "jihadists", "extremists", "militiamen"]),
    (Wanted::Organisation, &["bloc", "alliance", "body", "agency", "union", "mission", "coalition"]),
    (
        Wanted::Person,
        &[
            "president", "leader", "premier", "minister", "envoy", "spokesman", "spokeswoman", "diplomat", "general", "king", "emir", "chancellor", "commander", "ambassador", "negotiator", "senator",
            "prince", "dictator",
        ],
    ),
    (Wanted::Two, &["two", "pair", "duo", "both", "sides", "counterparts"]),
];

/// Nouns that with "two", "both" or "three" stand for those named before.
const COUNTED: &[&str] = &[
    "sides", "leaders", "countries", "men", "nations", "governments", "presidents", "ministers", "parties", "states", "powers", "neighbours", "neighbors", "allies", "delegations", "officials",
    "women", "diplomats", "armies", "enemies", "foes", "rivals", "groups", "factions", "foreign", "capitals", "heads",
];

fn wanted(tree: &Tree<'_>, head: usize) -> Option<Wanted> {
    let word = tree.low(head);
    match word {
        "he" | "she" | "him" | "her" | "his" | "himself" | "herself" => return Some(Wanted::Person),
        "it" | "its" | "itself" => return Some(Wanted::Body),
        "they" | "them" | "their" | "themselves" | "those" => return Some(Wanted::Several),
        "we" | "us" | "our" | "ours" | "i" | "me" | "my" => return Some(Wanted::Speaker),
        "both" => return Some(Wanted::Two),
        _ => {}
    }
    let modifiers = || tree.children(head).filter(|c| *c < head);
    let has = |words: &[&str]| modifiers().any(|c| words.contains(&tree.low(c)));
    if matches!(word, "two" | "three" | "pair" | "duo" | "trio") {
        let definite = has(&["the", "these"]);
        return definite.then_some(if matches!(word, "three" | "trio") { Wanted::Three } else { Wanted::Two });
    }
    if COUNTED.contains(&word) {
        if has(&["both", "two"]) {
            return Some(Wanted::Two);
        }
        if has(&["three"]) {
            return Some(Wanted::Three);
        }
        if has(&["four"]) {
            return Some(Wanted::Four);
        }
    }
    if is_sides(tree, head) {
        return Some(Wanted::Two);
    }
    // A description is bare: "the president", not "the Turkish president" or "the president of Turkey".
    let bare = modifiers().all(|c| {
        matches!(tree.low(c), "the" | "this" | "that" | "former" | "militant" | "rebel" | "armed" | "jihadist" | "terrorist" | "extremist" | "oil" | "gulf" | "military" | "western" | "-")
            || tree.tag(c).is_punct()
            || tree.rel(c) == Rel::Case
    }) && has(&["the"])
        && !tree.children_by(head, Rel::Nmod).any(|c| matches!(tree.case(c), "of" | "for" | "from"))
        && !tree.children(head).any(|c| c > head && matches!(tree.rel(c), Rel::Flat | Rel::Appos));
    if !bare {
        return None;
    }
    let described = DESCRIPTIONS.iter().find(|(_, nouns)| nouns.contains(&word)).map(|(wanted, _)| *wanted);
    described.or_else(|| (tree.words[head].name == 0 && tree.raw(head).starts_with(char::is_uppercase) && word.len() > 3).then_some(Wanted::Partial))
}

/// Whether the phrase stands for those who fight each other: "the warring parties", "neither side".
pub(crate) fn is_sides(tree: &Tree<'_>, head: usize) -> bool {
    const ALL: &[&str] = &["the", "these", "both", "two", "warring", "opposing", "rival"];
    const ONE: &[&str] = &["neither", "either", "each"];
    let determiners = match tree.low(head) {
        "sides" | "delegations" | "parties" | "belligerents" | "combatants" | "camps" | "foes" => ALL,
        "side" | "party" | "camp" => ONE,
        _ => return false,
    };
    tree.children(head).any(|c| c < head && determiners.contains(&tree.low(c)))
}

/// Whether a code is that of an organisation that stands between the sides of a war.
pub(crate) fn mediates(code: &ActorCode) -> bool {
    matches!(code.to_string().as_str(), "un" | "eu" | "african-union" | "osce" | "arab-league" | "ecowas" | "igad" | "gcc" | "red-cross" | "contact-group" | "asean" | "oic" | "sadc" | "minsk-group")
}

/// The two sides of the war that the article is about: the state and the group that stands out.
pub(crate) fn sides(doc: &Doc<'_>) -> Option<[ActorCode; 2]> {
    Some([ActorCode::State(doc.theatre?), doc.rebels.clone()?])
}

/// Whether the phrase refers to somebody named elsewhere.
pub(crate) fn is_reference(tree: &Tree<'_>, head: usize) -> bool {
    wanted(tree, head).is_some()
}

/// Whom the phrase means. Empty if nobody fits.
pub(crate) fn resolve(doc: &Doc<'_>, tree: &Tree<'_>, head: usize) -> Vec<Referent> {
    let at = tree.words[head].start as usize;
    let Some(wanted) = wanted(tree, head) else { return Vec::new() };
    // "The army said it had struck": the subject of the clause above.
    if matches!(wanted, Wanted::Person | Wanted::Body | Wanted::Several)
        && tree.tag(head).is_pronoun()
        && let Some(subject) = subject_above(tree, head)
    {
        let hit = doc.hit(tree, subject);
        let noun = crate::actors::agent_noun(tree, subject);
        let person = hit.is_some_and(|hit| hit.is_person()) || noun.is_some_and(|noun| noun.kind == AgentKind::Person && !noun.plural);
        let several = tree.conjuncts(subject).len() > 1 || matches!(tree.tag(subject), crate::syntax::Tag::Nns | crate::syntax::Tag::Nnps) || noun.is_some_and(|noun| noun.plural);
        let fits = match wanted {
            Wanted::Person => person && !several,
            Wanted::Several => several,
            _ => !person && !several,
        };
        if fits {
            let found: Vec<Referent> = crate::actors::everybody(doc, tree, subject, None).into_iter().filter_map(|who| Some((who.code?, who.name))).collect();
            if !found.is_empty() {
                return found;
            }
        }
    }
    match wanted {
        Wanted::Person => office_holder(doc, at, tree.low(head)).or_else(|| person_before(doc, at)).into_iter().collect(),
        Wanted::Body => nearest(doc, at, 2, |hit| !hit.is_person() && is_body(hit)).into_iter().collect(),
        Wanted::State => nearest(doc, at, 3, |hit| hit.kind() == NameKind::State).into_iter().collect(),
        Wanted::Group => nearest(doc, at, 4, |hit| hit.kind() == NameKind::Group).into_iter().collect(),
        Wanted::Organisation => nearest(doc, at, 4, |hit| hit.kind() == NameKind::Organisation).into_iter().collect(),
        Wanted::Several => several(doc, at),
        Wanted::Two if is_sides(tree, head) => {
            let fight = |list: &[Referent]| !list.iter().any(|(code, _)| mediates(code));
            let group = |list: &[Referent]| fight(list) && doc.rebels.as_ref().is_none_or(|rebels| list.iter().any(|(code, _)| code == rebels));
            let of_war = || sides(doc).map(|sides| sides.into_iter().map(|code| (code, None)).collect());
            listed(doc, at, 2, group).or_else(of_war).or_else(|| listed(doc, at, 2, fight)).unwrap_or_else(|| distinct(doc, at, 2, |code| !mediates(code)))
        }
        Wanted::Two => listed(doc, at, 2, |_| true).unwrap_or_else(|| distinct(doc, at, 2, |_| true)),
        Wanted::Three => listed(doc, at, 3, |_| true).unwrap_or_else(|| distinct(doc, at, 3, |_| true)),
        Wanted::Four => listed(doc, at, 4, |_| true).unwrap_or_default(),
        Wanted::Speaker => Vec::new(),
        Wanted::Partial => partial(doc, at, tree.low(head)).into_iter().collect(),
    }
}

/// The subject of the nearest verb above a pronoun that stands before it and is no pronoun itself.
fn subject_above(tree: &Tree<'_>, pronoun: usize) -> Option<usize> {
    let own = tree.ancestors(pronoun).find(|at| tree.tag(*at).is_verb())?;
    let possessive = tree.rel(pronoun) == Rel::NmodPoss;
    let candidates = std::iter::once(own).filter(|_| possessive).chain(tree.ancestors(own).filter(|at| tree.tag(*at).is_verb()));
    candidates.filter_map(|verb| tree.children(verb).find(|c| tree.rel(*c).is_subject())).find(|s| *s < pronoun && !tree.under(pronoun, *s) && !tree.tag(*s).is_pronoun())
}

fn is_body(hit: &Hit<'_>) -> bool {
    matches!(hit.kind(), NameKind::State | NameKind::Group | NameKind::Organisation | NameKind::Institution)
}

fn referent(hit: &Hit<'_>) -> Option<Referent> {
    Some((hit.code.clone()?, hit.actor.map(|actor| actor.name().to_string())))
}

/// The sentences from which a reference at `at` may take its meaning, nearest first, each cut off before `at`.
fn windows<'d, 'a>(doc: &'d Doc<'a>, at: usize, back: usize) -> impl Iterator<Item = Span> + use<'d, 'a> {
    let own = doc.sentence_at(at);
    (0..=back.min(own)).map(move |i| {
        let span = doc.sentences[own - i].span;
        Span::new(span.start, span.end.min(at))
    })
}

/// The first fitting actor (the likeliest subject) of this sentence before `at`, else of the sentences before.
fn nearest(doc: &Doc<'_>, at: usize, back: usize, fits: impl Fn(&Hit<'_>) -> bool) -> Option<Referent> {
    windows(doc, at, back).find_map(|window| {
        let hits = || doc.hits_in(window).iter().filter(|hit| hit.code.is_some() && fits(hit));
        // The last subject before, else the first that fits.
        hits().rev().find(|hit| is_subject(doc, hit)).or_else(|| hits().next()).and_then(referent)
    })
}

/// Whether a name is the subject of its clause, or part of the phrase that is.
fn is_subject(doc: &Doc<'_>, hit: &Hit<'_>) -> bool {
    let Some(tree) = doc.trees.get(doc.sentence_at(hit.span.start)).and_then(Option::as_ref) else { return false };
    let Some(mut word) = tree.word_at(hit.span.start) else { return false };
    while let Some(head) = tree.head(word).filter(|_| matches!(tree.rel(word), Rel::Amod | Rel::Compound | Rel::NmodPoss | Rel::NmodDesc | Rel::Flat)) {
        word = head;
    }
    tree.rel(word).is_subject()
}

/// The person meant by "he" at `at`.
pub(crate) fn person_before(doc: &Doc<'_>, at: usize) -> Option<Referent> {
    windows(doc, at, 4).find_map(|window| {
        let people = || doc.hits_in(window).iter().filter(|hit| hit.is_person());
        let known = people().rev().find(|hit| is_subject(doc, hit)).or_else(|| people().next());
        let local = doc.locals.iter().find(|person| !person.body && window.contains(person.span));
        match (known, local) {
            (Some(hit), Some(local)) if local.span.start < hit.span.start => local.code.clone().map(|code| (code, None)),
            (Some(hit), _) => referent(hit),
            (None, Some(local)) => local.code.clone().map(|code| (code, None)),
            (None, None) => None,
        }
    })
}

/// The body named before with a name that holds `word`: "the 5+5 Commission ... the Commission".
fn partial(doc: &Doc<'_>, at: usize, word: &str) -> Option<Referent> {
    let before = &doc.hits[..doc.hits.partition_point(|hit| hit.span.start < at)];
    let holds = |text: &str| text.split([' ', '-', '\u{a0}', '\n']).any(|part| part.eq_ignore_ascii_case(word));
    before.iter().rev().filter(|hit| !hit.is_person() && hit.code.is_some()).find(|hit| holds(hit.span.of(doc.text)) || hit.actor.is_some_and(|actor| holds(actor.name()))).and_then(referent)
}

/// The code of the body whose name, before `at`, holds `word`.
pub(crate) fn partial_name(doc: &Doc<'_>, at: usize, word: &str) -> Option<ActorCode> {
    partial(doc, at, word).map(|(code, _)| code)
}

/// The person meant by "the president": the last one named before who holds such an office.
fn office_holder(doc: &Doc<'_>, at: usize, noun: &str) -> Option<Referent> {
    let office = match noun {
        "president" => "president",
        "premier" => "prime-minister",
        "king" | "emir" => "monarch",
        "chancellor" => "prime-minister",
        _ => return None,
    };
    let before = &doc.hits[..doc.hits.partition_point(|hit| hit.span.start < at)];
    before.iter().rev().find(|hit| hit.actor.is_some_and(|actor| actor.office() == office)).and_then(referent)
}

/// Those whom "they" means: the people who are the subject of the nearest sentence, else the actors that stand together there first.
fn several(doc: &Doc<'_>, at: usize) -> Vec<Referent> {
    let own = doc.sentence_at(at);
    let people = |window: Span| (window.end < doc.sentences[own].span.start + 1).then(|| plural_subject(doc, window)).filter(|found| !found.is_empty());
    // One person is not "they".
    let alone = |window: Span| doc.hits_in(window).iter().find(|hit| hit.code.is_some()).is_some_and(|hit| hit.is_person());
    let some = |window: Span| Some(together(doc, window)).filter(|found| found.len() > 1 || !found.is_empty() && !alone(window));
    windows(doc, at, 2).find_map(|window| people(window).or_else(|| some(window))).unwrap_or_default()
}

/// The people who are the subject of a sentence by a noun that is no reference itself: "The rebels agreed to go."
fn plural_subject(doc: &Doc<'_>, sentence: Span) -> Vec<Referent> {
    let Some(tree) = doc.trees.get(doc.sentence_at(sentence.start)).and_then(Option::as_ref) else { return Vec::new() };
    let subject = (0..tree.len().min(80)).find(|w| tree.head(*w).is_none()).and_then(|root| tree.children(root).find(|c| tree.rel(*c).is_subject()));
    let plain = |subject: &usize| {
        crate::actors::agent_noun(tree, *subject).is_some_and(|noun| noun.plural) && !is_reference(tree, *subject) && !tree.children_by(*subject, Rel::NmodPoss).any(|p| is_reference(tree, p))
    };
    subject.filter(plain).map_or_else(Vec::new, |subject| crate::actors::everybody(doc, tree, subject, None).into_iter().filter_map(|who| Some((who.code?, who.name))).collect())
}

/// The first run of actors in `window` that stand together ("Israel and Hamas").
fn together(doc: &Doc<'_>, window: Span) -> Vec<Referent> {
    let mut found: Vec<Referent> = Vec::new();
    let mut end = 0;
    for hit in doc.hits_in(window).iter().filter(|hit| hit.code.is_some()) {
        if let Some(last) = found.last() {
            let gap = &doc.lower[end..hit.span.start];
            let joined = gap.len() < 60 && (gap.trim() == "and" || gap.trim() == "," || gap.contains(" and ") && !gap.contains(['.', ';']) && !gap.contains(" said") || gap.trim() == ", and");
            // "Russian President Vladimir Putin" is one actor with two names.
            if Some(&last.0) == hit.code.as_ref() && !gap.contains(['.', ';', '(']) && gap.len() < 40 {
                end = hit.span.end;
                continue;
            }
            if !joined {
                break;
            }
            if Some(&last.0) != hit.code.as_ref()
                && let Some(next) = referent(hit)
            {
                found.push(next);
            }
        } else if let Some(first) = referent(hit) {
            found.push(first);
        }
        end = hit.span.end;
    }
    found
}

/// The last list of exactly `count` actors before `at` that stand together: "Russia, Iran and Turkey ... the three countries".
fn listed(doc: &Doc<'_>, at: usize, count: usize, fits: impl Fn(&[Referent]) -> bool) -> Option<Vec<Referent>> {
    windows(doc, at, 4).find_map(|window| {
        let mut from = window.start;
        let mut found = None;
        while from < window.end {
            let rest = Span::new(from, window.end);
            let list = together(doc, rest);
            let next = doc.hits_in(rest).iter().find(|hit| hit.code.is_some()).map(|hit| hit.span.end);
            if list.len() == count && fits(&list) {
                found = Some(list);
            }
            match next {
                Some(next) => from = next,
                None => break,
            }
        }
        found
    })
}

/// The last `count` different actors before `at` (the nearest sentences first), in text order.
fn distinct(doc: &Doc<'_>, at: usize, count: usize, fits: impl Fn(&ActorCode) -> bool) -> Vec<Referent> {
    let mut found: Vec<Referent> = Vec::new();
    for window in windows(doc, at, 4) {
        for hit in doc.hits_in(window) {
            // Capitals and states alone, or persons and groups: one of each side.
            if let Some(next) = referent(hit)
                && hit.kind() != NameKind::Media
                && fits(&next.0)
                && !found.iter().any(|(code, _)| *code == next.0)
            {
                found.push(next);
            }
            if found.len() == count {
                return found;
            }
        }
    }
    Vec::new()
}

/// The state meant by "the army" or "the president" at `at`: the nearest named before that has not only been a place.
pub(crate) fn state_before(doc: &Doc<'_>, at: usize, person: bool) -> Option<CountryCode> {
    windows(doc, at, if person { 3 } else { 6 }).find_map(|window| {
        doc.hits_in(window).iter().rev().filter(|hit| matches!(hit.kind(), NameKind::State | NameKind::Institution | NameKind::Person)).find_map(|hit| match &hit.code {
            Some(ActorCode::State(country)) => Some(*country),
            _ => None,
        })
    })
}

/// The group that the article calls by its fighters ("Huthi rebels"), once before `at`: bare "rebels" later are its.
pub(crate) fn fighters_before(doc: &Doc<'_>, at: usize) -> Option<ActorCode> {
    let before = doc.fighters.partition_point(|i| doc.hits[*i].span.end <= at);
    doc.fighters[..before].last().and_then(|i| doc.hits[*i].code.clone())
}

/// The group named last before `at`, within `back` sentences.
pub(crate) fn group_before(doc: &Doc<'_>, at: usize, back: usize) -> Option<ActorCode> {
    windows(doc, at, back).find_map(|window| doc.hits_in(window).iter().rev().find(|hit| hit.kind() == NameKind::Group).and_then(|hit| hit.code.clone()))
}

/// Whether a hit is a state named by its capital where a place could stand too.
pub(crate) fn is_capital(hit: &Hit<'_>) -> bool {
    hit.form() == NameForm::Capital
}
