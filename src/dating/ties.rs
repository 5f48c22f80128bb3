//! How closely a date is tied to a mention within its sentence.

use std::ops::Range;

use crate::date::ResolvedDate;
use crate::event::{EventKind, Modality};
use crate::frames::RawMention;
use crate::lexicon::{TRAVEL, VerbClass, verb};
use crate::syntax::{Rel, Tag, Tree};

/// How closely a date is tied to a mention: smaller is closer; `None` for dates of something else.
pub(super) fn rank(tree: &Tree<'_>, mention: &RawMention, date: &ResolvedDate) -> Option<(u32, usize)> {
    let words = tree.words_in(date.mention.span);
    if words.is_empty() {
        return None;
    }
    // The word of the expression whose head stands outside it.
    let top = words.clone().find(|word| tree.head(*word).is_none_or(|head| !words.contains(&head)))?;
    let trigger = mention.site.trigger();
    let distance = top.abs_diff(trigger);
    // "and on Thursday met"
    if mention.site.is_verb
        && words.end <= trigger
        && words.start > 0
        && (words.end..trigger).all(|word| matches!(tree.tag(word), Tag::Rb | Tag::Md) || matches!(tree.rel(word), Rel::Aux | Rel::AuxPass))
    {
        return Some((0, distance));
    }
    // "since Thursday, when helicopters struck"
    if mention.site.clause(tree).is_some_and(|clause| tree.rel(clause) == Rel::AclRelcl && tree.head(clause).is_some_and(|head| words.contains(&head))) {
        return Some((0, distance));
    }
    if predicate(tree, mention, words.start) {
        return Some((2, distance));
    }
    if elsewhere(tree, mention, top, words.start) {
        return None;
    }
    let rank = rank_by_tree(tree, mention, top).or_else(|| follows(tree, mention, words.start).then_some(8)).or_else(|| opens(tree, mention, words).then_some(9))?;
    Some((rank, distance))
}

/// Whether a sentence opens with a date and nothing leads away from it before the trigger.
fn opens(tree: &Tree<'_>, mention: &RawMention, date: Range<usize>) -> bool {
    const AWAY: &[&str] = &["that", "which", "who", "whose", "when", "while", "as", "before", "after", "if", "to", ";", ":", "because", "despite", "ahead", "following", "since", "of"];
    let trigger = mention.site.trigger();
    let opens = date.start < 3 && (0..date.start).all(|word| matches!(tree.tag(word), Tag::In | Tag::Rb | Tag::Rbr | Tag::Cc | Tag::OpenQuote));
    let says = |word: usize| tree.tag(word).is_verb() && verb(tree.low(word)).is_some_and(|verb| verb.is_any(&[VerbClass::Say, VerbClass::CallFor, VerbClass::Threaten, VerbClass::Weigh]));
    mention.modality == Modality::Actual && opens && date.end <= trigger && !(date.end..trigger).any(|word| AWAY.contains(&tree.low(word)) || says(word))
}

/// Whether the verb right behind a noun and its phrases leads to a date: "a truce for the region signed on Friday", "the ceasefire took effect on Monday".
fn predicate(tree: &Tree<'_>, mention: &RawMention, date: usize) -> bool {
    let mut at = tree.words_in(mention.trigger).end;
    if mention.site.is_verb || at >= date {
        return false;
    }
    while at < date && matches!(tree.tag(at), Tag::In | Tag::InSconj) {
        let Some((_, end)) = tree.chunk(at + 1) else { return false };
        at = end;
    }
    let group = (at..date).take_while(|word| tree.tag(*word).is_verb() || tree.tag(*word).is_aux() || matches!(tree.tag(*word), Tag::Rb | Tag::Md)).count();
    let own = (at..at + group).all(|word| !verb(tree.low(word)).is_some_and(|verb| verb.is_any(&[VerbClass::Say, VerbClass::Threaten, VerbClass::CallFor, VerbClass::Deny])));
    group > 0 && own && (at + group..date).all(|word| between(tree, word))
}

/// Words of phrases: no verb, no stop.
fn between(tree: &Tree<'_>, word: usize) -> bool {
    matches!(tree.tag(word), Tag::In | Tag::InSconj | Tag::Dt | Tag::PrpPoss | Tag::Jj | Tag::Cd | Tag::Cc | Tag::Pos | Tag::NnpAdj) || tree.tag(word).is_noun() || tree.words[word].name > 0
}

/// Nouns for what is said and settled: their date is not that of what it is about.
const SAYINGS: &[&str] = &[
    "decision", "announcement", "statement", "order", "speech", "resignation", "remarks", "comments", "tweet", "letter", "call", "promise", "pledge", "threat", "warning", "vote", "resolution",
    "visit", "election", "report", "interview",
];

/// Whether a date is tied to something else, whatever the parser made of it.
fn elsewhere(tree: &Tree<'_>, mention: &RawMention, top: usize, date: usize) -> bool {
    let site = &mention.site;
    let trigger = site.trigger();
    let beneath = |word: usize| site.words.iter().any(|above| tree.under(word, *above));
    // "his decision last week to withdraw"
    if tree.head(top).is_some_and(|head| SAYINGS.contains(&tree.low(head)) && !site.words.contains(&head)) {
        return true;
    }
    // "Talks on a ceasefire could open next week", "outlined a withdrawal plan on Monday": what it hangs on has the date.
    let of_talks = |word: usize| matches!(tree.low(word), "talks" | "negotiations" | "discussions" | "meeting" | "summit" | "conference");
    let of_a_plan = |word: usize| of_talks(word) || matches!(tree.low(word), "agreement" | "deal" | "plan" | "plans" | "proposal" | "accord" | "timetable" | "schedule" | "hopes");
    let nouns = || tree.ancestors(trigger).take_while(|word| tree.tag(*word).is_noun());
    let of_another = match mention.kind {
        EventKind::CeaseFire => nouns().any(of_talks),
        EventKind::Withdrawal => !site.is_verb && tree.head(top) != Some(trigger) && nouns().any(of_a_plan),
        _ => false,
    };
    if of_another {
        return true;
    }
    if beneath(top) {
        return false;
    }
    // "met on Sunday ahead of the summit", "In preparation for the summit, ministers met on Sunday": the date is that of the verb alone.
    let clause = site.clause(tree);
    let apart = date < trigger || clause.is_some_and(|clause| (trigger..clause).any(|word| tree.tag(word) == Tag::Comma) && clause < date);
    if apart && framed(tree, trigger) {
        return true;
    }
    // "pulled out of the meeting because of a tweet he sent on Tuesday": the last verb before the date has it.
    let Some(clause) = clause.filter(|_| trigger < date) else { return false };
    let last = (tree.words_in(mention.trigger).end..date).rev().find(|word| tree.tag(*word).is_verb() && !tree.is_premodifier(*word) && !matches!(tree.rel(*word), Rel::Aux | Rel::AuxPass | Rel::Cop));
    last.is_some_and(|verb| {
        let mut at = verb;
        while at != clause && matches!(tree.rel(at), Rel::Xcomp | Rel::Conj) {
            match tree.head(at) {
                Some(head) => at = head,
                None => break,
            }
        }
        at != clause && !beneath(verb)
    })
}

/// Whether nothing but phrases with prepositions stands between a trigger and a date behind it: "the meeting with officials in Oslo on Friday".
fn follows(tree: &Tree<'_>, mention: &RawMention, date: usize) -> bool {
    let last = mention.site.words.iter().copied().max().unwrap_or(mention.site.trigger());
    last < date && (last + 1..date).all(|word| between(tree, word))
}

/// Whether a trigger is only what something else is timed by or meant for.
fn framed(tree: &Tree<'_>, trigger: usize) -> bool {
    let above: Vec<usize> = tree.ancestors(trigger).take_while(|word| tree.tag(*word).is_noun()).collect();
    let timed = std::iter::once(&trigger).chain(&above).any(|word| matches!(tree.case(*word), "before" | "after" | "ahead" | "following" | "despite" | "since" | "until" | "pending"));
    timed || above.iter().any(|word| matches!(tree.low(*word), "preparation" | "preparations"))
}

fn rank_by_tree(tree: &Tree<'_>, mention: &RawMention, top: usize) -> Option<u32> {
    let clause = mention.site.clause(tree);
    let mut at = top;
    let mut steps = 0;
    while let Some(head) = tree.head(at) {
        steps += 1;
        if mention.site.words.contains(&head) {
            return Some(0);
        }
        if Some(head) == clause {
            // "officials said on Saturday that ...": the date of the saying, unless it stands in the clause of what is said.
            return (!of_saying(tree, mention, head)).then_some(1);
        }
        if tree.tag(head).is_verb() || tree.tag(head).is_aux() || tree.children(head).any(|c| tree.rel(c) == Rel::Cop) {
            // "a summit to be held on Friday", "talks which they had convened for May": a verb that hangs on the trigger.
            if mention.site.words.iter().any(|word| tree.under(head, *word)) {
                return own_clause(tree, mention, head).then_some(1);
            }
            let saying = verb(tree.low(head)).is_some_and(|verb| verb.is_any(&[VerbClass::Say]) && !matches!(verb.lemma, "agree" | "find"));
            if saying {
                return None;
            }
            // A verb that governs the clause without a purpose of its own between ("began on Monday to withdraw").
            return carries(tree, mention, head)
                .then_some(2 + steps)
                .or_else(|| clause.is_some_and(|clause| tree.under(head, clause) && !matches!(tree.rel(head), Rel::AclRelcl | Rel::Ccomp)).then_some(4 + steps))
                .or_else(|| (steps <= 3 && accompanies(tree, mention, head)).then_some(6 + steps));
        }
        at = head;
    }
    None
}

/// Whether the verb of a noun's clause only says or decides something about it: "announced a withdrawal on Monday", "told them last night that
/// a truce would be simple".
fn of_saying(tree: &Tree<'_>, mention: &RawMention, above: usize) -> bool {
    let site = &mention.site;
    let Some(verb) = verb(tree.low(above)).filter(|_| !site.is_verb) else { return false };
    let decided = mention.kind == EventKind::Withdrawal
        && mention.modality != Modality::Actual
        && site.governor.is_some_and(|governor| governor.rel == Rel::Obj)
        && verb.is_any(&[VerbClass::Announce, VerbClass::CallFor, VerbClass::Say, VerbClass::Threaten, VerbClass::Weigh, VerbClass::Reject, VerbClass::Refuse]);
    decided || verb.is(VerbClass::Say) && tree.ancestors(site.trigger()).take_while(|word| *word != above).any(|word| tree.rel(word) == Rel::Ccomp)
}

/// Whether a verb below a trigger tells of it, and not of another noun or another time: "talks to be held on Friday", not "the town that they took on Friday".
fn own_clause(tree: &Tree<'_>, mention: &RawMention, verb: usize) -> bool {
    let mut at = verb;
    while !mention.site.words.contains(&at) {
        let Some(head) = tree.head(at) else { return false };
        let other = matches!(tree.rel(at), Rel::AclRelcl | Rel::Acl) && !mention.site.words.contains(&head) && head > mention.site.trigger() && tree.is_nominal(head);
        let aside = tree.rel(at) == Rel::Advcl && tree.children(at).any(|c| matches!(tree.low(c), "as" | "before" | "after" | "until" | "because" | "since" | "once" | "unless" | "if"));
        if other || aside {
            return false;
        }
        at = head;
    }
    true
}

/// Whether a mention stands in what went on along with the verb `above`: "were killed on Sunday when an airstrike hit", "left on Friday, abandoning the base".
fn accompanies(tree: &Tree<'_>, mention: &RawMention, above: usize) -> bool {
    if mention.modality != Modality::Actual || framed(tree, mention.site.trigger()) {
        return false;
    }
    let opened_by = |verb: usize, words: &[&str]| tree.children(verb).any(|c| words.contains(&tree.low(c)));
    let bare_participle = |verb: usize, head: usize| tree.tag(verb) == Tag::Vbg && verb > head && !matches!(tree.low(verb), "following" | "including") && tree.child(verb, Rel::Mark).is_none();
    let mut at = mention.site.clause(tree).unwrap_or(mention.site.trigger());
    while at != above {
        let Some(head) = tree.head(at) else { return false };
        let with = match tree.rel(at) {
            Rel::Advcl | Rel::AclRelcl if opened_by(at, &["where"]) => true,
            Rel::Advcl => opened_by(at, &["when", "as", "while"]) || bare_participle(at, head) || TRAVEL.contains(&tree.low(head)) && opened_by(at, &["to"]),
            Rel::Obl => matches!(tree.case(at), "at" | "in" | "during" | "through" | "by" | "via" | "with" | "amid"),
            rel => matches!(rel, Rel::Conj | Rel::Xcomp | Rel::Obj),
        };
        if !with {
            return false;
        }
        at = head;
    }
    true
}

/// Whether the date of the verb `above` is that of the mention below it: nothing but aspect and support stands between.
fn carries(tree: &Tree<'_>, mention: &RawMention, above: usize) -> bool {
    let mut at = mention.site.clause(tree).unwrap_or(mention.site.trigger());
    while at != above {
        let Some(head) = tree.head(at) else { return false };
        let aspect = verb(tree.low(head)).is_some_and(|verb| {
            verb.is_any(&[VerbClass::Aspect, VerbClass::Launch, VerbClass::Hold, VerbClass::Attend, VerbClass::Complete, VerbClass::Agree])
                && !matches!(verb.lemma, "agree" | "order" | "direct" | "want" | "make")
        });
        let step = match tree.rel(at) {
            Rel::Xcomp => aspect,
            Rel::Obj | Rel::Nsubj | Rel::NsubjPass | Rel::Obl | Rel::Nmod | Rel::Conj => tree.tag(head).is_noun() || head == above || tree.tag(head).is_verb() && tree.rel(at) == Rel::Conj,
            _ => false,
        };
        if !step {
            return false;
        }
        at = head;
    }
    true
}
