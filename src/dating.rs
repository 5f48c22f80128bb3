//! Which date belongs to which mention.

use crate::date::{DateExpression, ResolvedDate};
use crate::doc::Doc;
use crate::frames::RawMention;
use crate::lexicon::{VerbClass, verb};
use crate::syntax::{Rel, Tree};

/// For each mention, the index of its date.
pub(crate) fn dated(doc: &Doc<'_>, mentions: &[RawMention], dates: &[ResolvedDate]) -> Vec<Option<usize>> {
    let mut found: Vec<Option<usize>> = Vec::with_capacity(mentions.len());
    for (i, mention) in mentions.iter().enumerate() {
        let own = doc.trees[mention.sentence].as_ref().and_then(|tree| date_of(tree, mention, dates));
        // "the strikes", said of in the sentence after: the date of the mention before.
        let inherited = || {
            let previous = (0..i).rev().find(|j| mentions[*j].kind == mention.kind)?;
            let near = mention.sentence - mentions[previous].sentence <= 1;
            (near && mention.definite && mention.sentence != mentions[previous].sentence).then(|| found[previous]).flatten()
        };
        found.push(own.or_else(inherited));
    }
    found
}

fn date_of(tree: &Tree<'_>, mention: &RawMention, dates: &[ResolvedDate]) -> Option<usize> {
    let from = dates.partition_point(|date| date.mention.span.end <= tree.span.start);
    dates[from..]
        .iter()
        .enumerate()
        .take_while(|(_, date)| date.mention.span.start < tree.span.end)
        // A duration ("60-day") or a frequency is no date.
        .filter(|(_, date)| date.start.is_some() || !matches!(date.mention.expression, DateExpression::Duration { within: false, .. } | DateExpression::Frequency { .. } | DateExpression::Vague { .. } | DateExpression::Clock { .. }))
        .filter_map(|(i, date)| Some(((date.start.is_none(), rank(tree, mention, date)?), from + i)))
        .min()
        .map(|(_, i)| i)
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
    let clause = mention.site.clause(tree);
    let mut at = top;
    let mut steps = 0;
    while let Some(head) = tree.head(at) {
        steps += 1;
        if mention.site.words.contains(&head) {
            return Some((0, distance));
        }
        if Some(head) == clause {
            // "officials said on Saturday that ...": the date of the saying, unless it stands in the clause of what is said.
            return Some((1, distance));
        }
        if tree.tag(head).is_verb() || tree.tag(head).is_aux() || tree.children(head).any(|c| tree.rel(c) == Rel::Cop) {
            // "a summit to be held on Friday", "talks which they had convened for May": a verb that hangs on the trigger.
            if mention.site.words.iter().any(|word| tree.under(head, *word)) {
                return Some((1, distance));
            }
            let saying = verb(tree.low(head)).is_some_and(|verb| verb.is_any(&[VerbClass::Say]) && !matches!(verb.lemma, "agree" | "find"));
            if saying {
                return None;
            }
            // A verb that governs the clause without a purpose of its own between ("began on Monday to withdraw").
            return carries(tree, mention, head).then_some((2 + steps, distance)).or_else(|| clause.is_some_and(|clause| tree.under(head, clause) && !matches!(tree.rel(head), Rel::AclRelcl | Rel::Ccomp)).then_some((4 + steps, distance)));
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
