//! The cast of an article: who strikes, leaves, stops fighting or talks in it. A mention that names nobody in such a part takes those of
//! the cast whom its sentence names elsewhere ("Israel said that eight days of air strikes ...").

use std::collections::HashMap;

use super::arguments::{Argument, is_place, stands_apart};
use super::engine::RawMention;
use crate::actors::{Certainty, Who, agent_noun, who};
use crate::code::ActorCode;
use crate::doc::Doc;
use crate::event::{EventKind, Role};
use crate::gazetteer::{NameForm, NameKind};
use crate::lexicon::AgentKind;
use crate::span::Span;
use crate::syntax::{Rel, Tag, Tree};

/// How many names of a sentence are looked at.
const NAMES: usize = 24;

/// The part in an event of each kind that is told over and over.
pub(super) fn core(kind: EventKind) -> Role {
    match kind {
        EventKind::Airstrike | EventKind::Withdrawal => Role::Agent,
        EventKind::CeaseFire => Role::Party,
        _ => Role::Participant,
    }
}

/// Who has the core part in the mentions of each kind, in text order; only those named there.
pub(super) struct Cast(HashMap<EventKind, Vec<ActorCode>>);

impl Cast {
    pub(super) fn of(doc: &Doc<'_>, found: &[RawMention]) -> Cast {
        let mut cast: HashMap<EventKind, Vec<ActorCode>> = HashMap::new();
        for mention in found {
            let Some(tree) = doc.trees[mention.sentence].as_ref() else { continue };
            let codes = cast.entry(mention.kind).or_default();
            for argument in mention.arguments.iter().filter(|a| a.role == core(mention.kind) && is_named(tree, &a.who)) {
                if let Some(code) = argument.who.code.as_ref().filter(|code| !codes.contains(code)) {
                    codes.push(code.clone());
                }
            }
        }
        cast.entry(EventKind::Airstrike).or_default().extend(flyers(doc));
        Cast(cast)
    }

    fn codes(&self, kind: EventKind) -> &[ActorCode] {
        self.0.get(&kind).map_or(&[], Vec::as_slice)
    }

    /// Those of the cast whom sentence `index` names, for a mention whose core part is empty.
    pub(super) fn named_in(&self, doc: &Doc<'_>, mention: &RawMention, index: usize) -> Vec<Argument> {
        let codes = self.codes(mention.kind);
        let Some(tree) = doc.trees[index].as_ref().filter(|_| !codes.is_empty()) else { return Vec::new() };
        let role = core(mention.kind);
        let mut found: Vec<Argument> = Vec::new();
        for hit in doc.hits_in(tree.span).iter().take(NAMES) {
            let Some(code) = hit.code.as_ref().filter(|code| codes.contains(code)) else { continue };
            let known = found.iter().chain(&mention.arguments).any(|a| a.who.code.as_ref() == Some(code) || a.who.span.overlaps(hit.span));
            let Some(word) = tree.word_at(hit.span.start).filter(|word| !known && hit.kind() != NameKind::Media && !is_place(doc, tree, *word)) else { continue };
            let Some(who) = bearer(doc, tree, word).filter(|who| who.code.as_ref() == Some(code) && !who.span.contains(mention.trigger)) else { continue };
            found.push(Argument { role, who });
        }
        // One strikes or leaves; a truce and talks have several sides.
        if role == Role::Agent {
            let near = |a: &Argument| a.who.span.start.abs_diff(mention.trigger.start);
            return found.into_iter().min_by_key(near).into_iter().collect();
        }
        found
    }

    /// Aircraft without a flag are those of whoever else strikes in the article: the only one, or the one named in the sentence.
    pub(super) fn flag(&self, doc: &Doc<'_>, mention: &mut RawMention) {
        let codes = self.codes(EventKind::Airstrike);
        let Some(tree) = doc.trees[mention.sentence].as_ref().filter(|_| mention.kind == EventKind::Airstrike && !codes.is_empty()) else { return };
        let mut named = doc.hits_in(tree.span).iter().take(NAMES).filter_map(|hit| hit.code.as_ref()).filter(|code| codes.contains(code));
        let owner = match codes {
            [only] => only.clone(),
            _ => match named.next() {
                Some(code) => code.clone(),
                None => return,
            },
        };
        for agent in mention.arguments.iter_mut().filter(|a| a.role == Role::Agent && a.who.certainty == Certainty::Noun) {
            let aircraft = tree.words_in(agent.who.span).next_back().and_then(|word| agent_noun(tree, word)).is_some_and(|noun| noun.kind == AgentKind::Vehicle);
            let possessed = tree.words_in(agent.who.span).any(|word| tree.tag(word) == Tag::PrpPoss);
            if aircraft && !possessed && !is_named(tree, &agent.who) {
                agent.who.code = Some(owner.clone());
            }
        }
    }
}

/// Those whose aircraft the article names ("an Israeli plane").
fn flyers(doc: &Doc<'_>) -> Vec<ActorCode> {
    let mut found: Vec<ActorCode> = Vec::new();
    for hit in doc.hits.iter().filter(|hit| hit.is_adjective() || hit.kind() == NameKind::State) {
        let mut words = doc.lower[hit.span.end..].trim_start_matches([' ', '-']).split(|c: char| !c.is_alphanumeric() && c != '-').take(2);
        let craft = words.any(|word| doc.agents.get(word).is_some_and(|noun| noun.kind == AgentKind::Vehicle && noun.sector == "military"));
        if let Some(code) = hit.code.as_ref().filter(|code| craft && !found.contains(code)) {
            found.push(code.clone());
        }
    }
    found
}

/// Whether a phrase holds a name.
fn is_named(tree: &Tree<'_>, who: &Who) -> bool {
    tree.words_in(who.span).any(|word| tree.words[word].name > 0)
}

/// Who bears a name in its sentence: the name itself, or the people or body that it describes ("Israeli officials", "the Israeli army").
fn bearer(doc: &Doc<'_>, tree: &Tree<'_>, mut word: usize) -> Option<Who> {
    let own = word;
    while let Some(head) = tree.head(word).filter(|_| matches!(tree.rel(word), Rel::Amod | Rel::Compound | Rel::NmodDesc | Rel::Flat)) {
        word = head;
    }
    if stands_apart(tree, own) || stands_apart(tree, word) {
        return None;
    }
    let hit = doc.hit(tree, own)?;
    // "Bosnia's front lines" and "Sudan: what next" tell where.
    let where_it_is = hit.form() == NameForm::Name && hit.place.is_some() && (tree.rel(own) == Rel::NmodPoss || own + 1 < tree.len() && tree.low(own + 1) == ":");
    if where_it_is {
        return None;
    }
    let itself = word == own && hit.form() != NameForm::Adjective || hit.is_person();
    if !itself && agent_noun(tree, word).is_none() {
        return None;
    }
    let span: Span = tree.bytes(tree.noun_phrase(word));
    who(doc, tree, word).into_iter().find(|who| who.span == span && who.certainty >= Certainty::Noun)
}
