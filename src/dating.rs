//! Which date belongs to which mention.

use crate::date::{DateExpression, ResolvedDate};
use crate::doc::Doc;
use crate::event::EventKind;
use crate::frames::RawMention;
use crate::lexicon::{VerbClass, verb};
use crate::syntax::{Rel, Tag, Tree};

/// For each mention, the index of its date.
pub(crate) fn dated(doc: &Doc<'_>, mentions: &[RawMention], dates: &[ResolvedDate]) -> Vec<Option<usize>> {
    let mut found: Vec<Option<usize>> = Vec::with_capacity(mentions.len());
    for (i, mention) in mentions.iter().enumerate() {
        let tree = doc.trees[mention.sentence].as_ref();
        let own = tree.and_then(|tree| date_of(tree, mention, dates));
        // "the strikes", said of in the sentence after: the date of the mention before.
        let inherited = || {
            let previous = (0..i).rev().find(|j| same_kind(mentions[*j].kind, mention.kind))?;
            let near = mention.sentence - mentions[previous].sentence <= 1;
            let again = mention.definite || tree.is_some_and(|tree| theirs(tree, mention));
            (near && again && mention.sentence != mentions[previous].sentence).then(|| found[previous]).flatten()
        };
        found.push(own.or_else(inherited));
    }
    found
}

/// A meeting over video is spoken of as a meeting too.
fn same_kind(a: EventKind, b: EventKind) -> bool {
    let conferring = |kind| matches!(kind, EventKind::Meeting | EventKind::VideoConference);
    a == b || conferring(a) && conferring(b)
}

/// "their talks"
fn theirs(tree: &Tree<'_>, mention: &RawMention) -> bool {
    mention.site.words.iter().any(|word| tree.children(*word).any(|c| tree.tag(c) == Tag::PrpPoss))
}

fn date_of(tree: &Tree<'_>, mention: &RawMention, dates: &[ResolvedDate]) -> Option<usize> {
    let from = dates.partition_point(|date| date.mention.span.end <= tree.span.start);
    dates[from..]
        .iter()
        .enumerate()
        .take_while(|(_, date)| date.mention.span.start < tree.span.end)
        // A duration ("60-day") or a frequency is no date.
        .filter(|(_, date)| date.start.is_some() || !matches!(date.mention.expression, DateExpression::Duration { within: false, .. } | DateExpression::Frequency { .. } | DateExpression::Vague { .. } | DateExpression::Clock { .. }))
        .filter(|(_, date)| !compares(tree, mention, date))
        .filter_map(|(i, date)| {
            let (rank, distance) = rank(tree, mention, date)?;
            // "the 2016 summit ... on 3 March": the day tells more than the year in the name.
            let wide = matches!(date.mention.expression, DateExpression::Year { .. });
            Some(((wide, rank, date.start.is_none(), distance), from + i))
        })
        .min()
        .map(|(_, i)| i)
}

/// "the first raid since September": what the event is measured by.
fn compares(tree: &Tree<'_>, mention: &RawMention, date: &ResolvedDate) -> bool {
    const FIRST: &[&str] = &["first", "last", "latest", "worst", "deadliest", "biggest", "largest", "heaviest", "most", "fiercest", "longest", "highest", "bloodiest", "lowest", "only"];
    if !matches!(date.mention.expression, DateExpression::Since { .. } | DateExpression::Year { .. }) {
        return false;
    }
    let words = tree.words_in(date.mention.span);
    let since = words.clone().any(|word| tree.low(word) == "since") || (words.start.saturating_sub(2)..words.start).any(|word| tree.low(word) == "since");
    let trigger = mention.site.trigger();
    let from = tree.chunk_start(trigger).min(words.start);
    since && (from..words.start).any(|word| FIRST.contains(&tree.low(word)))
}

/// How closely a date is tied to a mention: smaller is closer; `None` for dates of something else.
fn rank(tree: &Tree<'_>, mention: &RawMention, date: &ResolvedDate) -> Option<(u32, usize)> {
    let words = tree.words_in(date.mention.span);
    if words.is_empty() {
        return None;
    }
    // The word of the expression whose head stands outside it.
    let top = words.clone().find(|word| tree.head(*word).is_none_or(|head| !words.contains(&head)))?;
    let trigger = mention.site.trigger();
    let distance = top.abs_diff(trigger);
    // "since Thursday, when helicopters struck"
    if mention.site.clause(tree).is_some_and(|clause| tree.rel(clause) == Rel::AclRelcl && tree.head(clause).is_some_and(|head| words.contains(&head))) {
        return Some((0, distance));
    }
    rank_by_tree(tree, mention, top).map(|rank| (rank, distance)).or_else(|| follows(tree, mention, words.start).then_some((8, distance)))
}

/// Whether nothing but phrases with prepositions stands between a trigger and a date behind it: "the meeting with officials in Oslo on Friday".
fn follows(tree: &Tree<'_>, mention: &RawMention, date: usize) -> bool {
    let last = mention.site.words.iter().copied().max().unwrap_or(mention.site.trigger());
    last < date && (last + 1..date).all(|word| matches!(tree.tag(word), Tag::In | Tag::InSconj | Tag::Dt | Tag::PrpPoss | Tag::Jj | Tag::Cd | Tag::Cc | Tag::Pos | Tag::NnpAdj) || tree.tag(word).is_noun() || tree.words[word].name > 0)
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
            return Some(1);
        }
        if tree.tag(head).is_verb() || tree.tag(head).is_aux() || tree.children(head).any(|c| tree.rel(c) == Rel::Cop) {
            // "a summit to be held on Friday", "talks which they had convened for May": a verb that hangs on the trigger.
            if mention.site.words.iter().any(|word| tree.under(head, *word)) {
                return Some(1);
            }
            let saying = verb(tree.low(head)).is_some_and(|verb| verb.is_any(&[VerbClass::Say]) && !matches!(verb.lemma, "agree" | "find"));
            if saying {
                return None;
            }
            // A verb that governs the clause without a purpose of its own between ("began on Monday to withdraw").
            return carries(tree, mention, head).then_some(2 + steps).or_else(|| clause.is_some_and(|clause| tree.under(head, clause) && !matches!(tree.rel(head), Rel::AclRelcl | Rel::Ccomp)).then_some(4 + steps));
        }
        at = head;
    }
    None
}

/// Whether the date of the verb `above` is that of the mention below it: nothing but aspect and support stands between.
fn carries(tree: &Tree<'_>, mention: &RawMention, above: usize) -> bool {
    let mut at = mention.site.clause(tree).unwrap_or(mention.site.trigger());
    while at != above {
        let Some(head) = tree.head(at) else { return false };
        let aspect = verb(tree.low(head)).is_some_and(|verb| verb.is_any(&[VerbClass::Aspect, VerbClass::Launch, VerbClass::Hold, VerbClass::Attend, VerbClass::Complete, VerbClass::Agree]) && !matches!(verb.lemma, "agree" | "order" | "direct" | "want" | "make"));
        let due = matches!(tree.low(head), "due" | "set" | "scheduled" | "expected" | "going");
        let step = match tree.rel(at) {
            Rel::Xcomp => aspect || due,
            Rel::Obj | Rel::Nsubj | Rel::NsubjPass | Rel::Obl | Rel::Nmod | Rel::Conj => tree.tag(head).is_noun() || head == above || tree.tag(head).is_verb() && tree.rel(at) == Rel::Conj,
            Rel::Ccomp => false,
            _ => false,
        };
        if !step {
            return false;
        }
        at = head;
    }
    true
}
