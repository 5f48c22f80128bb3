//! Which date belongs to which mention.

use crate::date::{DateExpression, ResolvedDate};
use crate::doc::Doc;
use crate::event::EventKind;
use crate::frames::RawMention;
use crate::lexicon::{VerbClass, verb};
use crate::syntax::{Rel, Tag, Tree};

/// For each mention, the index of its date.
pub(crate) fn dated(doc: &Doc<'_>, mentions: &[RawMention], dates: &[ResolvedDate]) -> Vec<Option<usize>> {
    // The date of each mention, and whether its own sentence tells it.
    let mut found: Vec<(Option<usize>, bool)> = Vec::with_capacity(mentions.len());
    for (i, mention) in mentions.iter().enumerate() {
        let tree = doc.trees[mention.sentence].as_ref();
        let own = tree.and_then(|tree| date_of(tree, mention, dates));
        let again = mention.definite || tree.is_some_and(|tree| theirs(tree, mention));
        if own.is_some() || !again {
            found.push((own, own.is_some()));
            continue;
        }
        // "the strikes", said of in the sentence after: the date of the mention before.
        let candidates = (0..i).rev().take_while(|j| mention.sentence - mentions[*j].sentence <= 1).filter(|j| mentions[*j].kind.goes_with(mention.kind));
        let told = |j: &usize| found[*j].0.is_some() && (mentions[*j].sentence != mention.sentence || !found[*j].1);
        let previous = candidates.clone().next().filter(told).or_else(|| candidates.filter(told).find(|j| mentions[*j].modality == mention.modality));
        found.push((previous.and_then(|j| found[j].0), false));
    }
    found.into_iter().map(|(date, _)| date).collect()
}

/// "their talks"
fn theirs(tree: &Tree<'_>, mention: &RawMention) -> bool {
    mention.site.words.iter().any(|word| tree.children(*word).any(|c| tree.low(c) == "their"))
}

fn date_of(tree: &Tree<'_>, mention: &RawMention, dates: &[ResolvedDate]) -> Option<usize> {
    let from = dates.partition_point(|date| date.mention.span.end <= tree.span.start);
    dates[from..]
        .iter()
        .enumerate()
        .take_while(|(_, date)| date.mention.span.start < tree.span.end)
        // A duration ("60-day") or a frequency is no date.
        .filter(|(_, date)| {
            date.start.is_some()
                || !matches!(date.mention.expression, DateExpression::Duration { within: false, .. } | DateExpression::Frequency { .. } | DateExpression::Vague { .. } | DateExpression::Clock { .. })
        })
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
    if predicate(tree, mention, words.start) {
        return Some((2, distance));
    }
    if elsewhere(tree, mention, top, words.start) {
        return None;
    }
    rank_by_tree(tree, mention, top).map(|rank| (rank, distance)).or_else(|| follows(tree, mention, words.start).then_some((8, distance)))
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
    if beneath(top) {
        return false;
    }
    // "his decision last week to withdraw"
    if tree.head(top).is_some_and(|head| SAYINGS.contains(&tree.low(head))) {
        return true;
    }
    // "met on Sunday ahead of the summit", "In preparation for the summit, ministers met on Sunday": the date is that of the verb alone.
    let clause = site.clause(tree);
    let apart = date < trigger || clause.is_some_and(|clause| (trigger..clause).any(|word| tree.tag(word) == Tag::Comma) && clause < date);
    if apart && framed(tree, trigger) {
        return true;
    }
    // "Talks on a ceasefire could open next week"
    if mention.kind == EventKind::CeaseFire
        && tree.ancestors(trigger).take_while(|word| tree.tag(*word).is_noun()).any(|word| matches!(tree.low(word), "talks" | "negotiations" | "discussions" | "meeting" | "summit" | "conference"))
    {
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
            return carries(tree, mention, head)
                .then_some(2 + steps)
                .or_else(|| clause.is_some_and(|clause| tree.under(head, clause) && !matches!(tree.rel(head), Rel::AclRelcl | Rel::Ccomp)).then_some(4 + steps));
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
        let aspect = verb(tree.low(head)).is_some_and(|verb| {
            verb.is_any(&[VerbClass::Aspect, VerbClass::Launch, VerbClass::Hold, VerbClass::Attend, VerbClass::Complete, VerbClass::Agree])
                && !matches!(verb.lemma, "agree" | "order" | "direct" | "want" | "make")
        });
        let due = matches!(tree.low(head), "due" | "set" | "scheduled" | "expected" | "going");
        let step = match tree.rel(at) {
            Rel::Xcomp => aspect || due,
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

#[cfg(all(test, feature = "builtin"))]
mod tests {
    use crate::article::Article;
    use crate::event::EventKind;

    /// The date of the last mention of that kind, in an article of Wednesday, 17 June 2015.
    fn date(text: &str, kind: EventKind) -> Option<String> {
        let events = crate::parse_article(Article::new(text).published("2015-06-17".parse().unwrap())).unwrap();
        let mentions = events.iter().filter(|event| event.kind == kind).flat_map(|event| &event.mentions);
        mentions.max_by_key(|mention| mention.trigger.span.start).unwrap_or_else(|| panic!("no {kind} in {text}")).date.as_ref().map(|date| date.text.clone())
    }

    macro_rules! dates {
        ($($name:ident: $kind:ident, $text:expr => $date:expr;)*) => {
            $(#[test]
            fn $name() {
                assert_eq!(date($text, EventKind::$kind).as_deref(), $date);
            })*
        };
    }

    dates! {
        own: Airstrike, "Nigerian jets bombed the camp on Monday." => Some("Monday");
        of_the_saying: Airstrike, "Officials said on Monday that Nigerian jets had bombed the camp." => None;
        saying_and_event: Airstrike, "Officials said on Monday that Nigerian jets had bombed the camp on Sunday." => Some("Sunday");
        phrase_by_phrase: Meeting, "The ministers praised a meeting with rebel leaders in Oslo on Friday." => Some("Friday");
        predicate: CeaseFire, "A ceasefire between the army and the rebels took effect on Monday." => Some("Monday");
        participle: CeaseFire, "He praised a truce for the region signed on Thursday." => Some("Thursday");
        decision: Withdrawal, "The president defended his decision last week to withdraw troops from Mali." => None;
        measured_by: Airstrike, "It was the first airstrike in Yemen since 2012." => None;
        frame: Meeting, "In preparation for the Vienna summit, the president flew to Berlin on Sunday." => None;
        other_verb: Meeting, "Rebels pulled out of the talks with the government because of a letter that the army wrote on Tuesday." => None;
        next_sentence: Airstrike, "Jets carried out airstrikes on Mosul on Monday. The strikes killed nine people." => Some("Monday");
        of_the_talks: CeaseFire, "Talks on a ceasefire in Yemen are to open on Monday." => None;
        duration: CeaseFire, "The two sides agreed to a 60-day truce." => None;
    }
}
