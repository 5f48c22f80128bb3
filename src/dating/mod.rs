//! Which date belongs to which mention: one that its own sentence ties to it, the date that heads its entry, or what the sentence before
//! tells.

mod ties;

use chrono::NaiveDate;

use crate::date::{DateExpression, DateUnit, ResolvedDate};
use crate::doc::Doc;
use crate::event::Modality;
use crate::frames::RawMention;
use crate::span::Span;
use crate::syntax::{Rel, Tag, Tree};
use ties::rank;

/// For each mention, the index of its date.
pub(crate) fn dated(doc: &Doc<'_>, mentions: &[RawMention], dates: &[ResolvedDate]) -> Vec<Option<usize>> {
    // The date of each mention, and whether its own sentence tells it.
    let mut found: Vec<(Option<usize>, bool)> = Vec::with_capacity(mentions.len());
    for (i, mention) in mentions.iter().enumerate() {
        let tree = doc.trees[mention.sentence].as_ref();
        let own = tree.and_then(|tree| date_of(tree, mention, dates)).or_else(|| heading(doc, mention, dates));
        let again = mention.definite || tree.is_some_and(|tree| theirs(tree, mention));
        if own.is_some() || !again {
            let own = own.or_else(|| fronted(doc, tree?, mention, dates));
            found.push((own, own.is_some()));
            continue;
        }
        // "the strikes", said of in the sentence after: the date of the mention before.
        let previous = (0..i).rev().take_while(|j| mention.sentence - mentions[*j].sentence <= 1).find(|j| mentions[*j].kind.goes_with(mention.kind));
        let told = |j: &usize| found[*j].0.is_some() && (mentions[*j].sentence != mention.sentence || !found[*j].1);
        found.push((previous.filter(told).and_then(|j| found[j].0), false));
    }
    found.into_iter().map(|(date, _)| date).collect()
}

/// The date that stands alone before a mention, as the head of an entry: "30 July 1995. Jets bomb the town", "January 1987: Withdrawal".
fn heading(doc: &Doc<'_>, mention: &RawMention, dates: &[ResolvedDate]) -> Option<usize> {
    if !matches!(mention.modality, Modality::Actual | Modality::Negated) {
        return None;
    }
    let own = doc.sentences[mention.sentence].span;
    let bare = |span: Span| span.of(doc.text).trim_matches(|c: char| !c.is_alphanumeric()).len();
    let alone = |span: Span| {
        let i = dates.partition_point(|date| date.mention.span.end <= span.start);
        dates.get(i).filter(|date| !matches!(date.mention.expression, DateExpression::Clock { .. }) && span.contains(date.mention.span) && bare(span) <= date.mention.span.len()).map(|_| i)
    };
    let colon = own.of(doc.text).bytes().take(60).position(|b| b == b':');
    colon.and_then(|colon| alone(Span::new(own.start, own.start + colon))).or_else(|| alone(doc.sentences[mention.sentence.checked_sub(1)?].span))
}

/// The date with which the sentence before opens, for one that tells on in the past and has none: "On Monday shells fell. Jets struck back".
fn fronted(doc: &Doc<'_>, tree: &Tree<'_>, mention: &RawMention, dates: &[ResolvedDate]) -> Option<usize> {
    let trigger = mention.site.trigger();
    let past = tree.tag(trigger) == Tag::Vbd || tree.tag(trigger) == Tag::Vbg && tree.children_by(trigger, Rel::Aux).any(|c| matches!(tree.low(c), "was" | "were"));
    if mention.modality != Modality::Actual || !mention.site.is_verb || !past {
        return None;
    }
    let (own, before) = (doc.sentences[mention.sentence], doc.sentences[doc.previous_sentence(mention.sentence)?]);
    let i = dates.partition_point(|date| date.mention.span.end <= before.span.start);
    let span = dates.get(i).filter(|date| date.start.is_some())?.mention.span;
    // At most a preposition and a quotation mark before it.
    let opens = span.start <= before.span.start + 12 && !doc.text[before.span.start..span.start].contains(',');
    let alone = dates.get(i + 1).is_none_or(|next| next.mention.span.start >= own.span.end);
    (opens && alone && own.paragraph == before.paragraph && span.start < before.span.end).then_some(i)
}

/// "their talks"
fn theirs(tree: &Tree<'_>, mention: &RawMention) -> bool {
    mention.site.words.iter().any(|word| tree.children(*word).any(|c| tree.low(c) == "their"))
}

/// The date that is tied most closely to a mention in its own sentence.
fn date_of(tree: &Tree<'_>, mention: &RawMention, dates: &[ResolvedDate]) -> Option<usize> {
    let from = dates.partition_point(|date| date.mention.span.end <= tree.span.start);
    let candidates: Vec<_> = dates[from..]
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
            // "the 2016 summit ... on 3 March", "the truce in place since May broke down on Friday": the day tells more.
            let wide = matches!(date.mention.expression, DateExpression::Year { .. } | DateExpression::Since { .. });
            Some(((wide, rank, date.start.is_none(), distance), from + i))
        })
        .collect();
    let best = candidates.iter().min().map(|(_, i)| *i)?;
    // "this week, probably on Wednesday": the day.
    let range = |i: usize| dates[i].start.zip(dates[i].end);
    let within = |(a, b): (NaiveDate, NaiveDate), (c, d): (NaiveDate, NaiveDate)| a <= c && d <= b && (a, b) != (c, d);
    let open = matches!(dates[best].mention.expression, DateExpression::Since { .. } | DateExpression::By { .. });
    let narrower = candidates.iter().map(|(_, i)| *i).find(|i| !open && range(best).zip(range(*i)).is_some_and(|(best, other)| within(best, other)));
    Some(narrower.unwrap_or(best))
}

/// "the first raid since September", "their sixth meeting this year": what the event is measured by.
fn compares(tree: &Tree<'_>, mention: &RawMention, date: &ResolvedDate) -> bool {
    const FIRST: &[&str] = &["first", "last", "latest", "worst", "deadliest", "biggest", "largest", "heaviest", "most", "fiercest", "longest", "highest", "bloodiest", "lowest", "only"];
    const NTH: &[&str] = &["second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth"];
    let words = tree.words_in(date.mention.span);
    let since = (words.start.saturating_sub(2)..words.end).any(|word| tree.low(word) == "since");
    let measures = match date.mention.expression {
        DateExpression::Since { .. } | DateExpression::Year { .. } => since,
        DateExpression::Relative { unit: DateUnit::Year, offset: 0 } => true,
        _ => false,
    };
    let from = tree.chunk_start(mention.site.trigger()).min(words.start);
    let nth = |word: usize| NTH.contains(&tree.low(word)) || tree.low(word).ends_with("th") && tree.low(word).starts_with(|c: char| c.is_ascii_digit());
    measures && (from..words.start).any(|word| since && FIRST.contains(&tree.low(word)) || nth(word))
}

#[cfg(all(test, feature = "builtin"))]
mod tests {
    use crate::article::Article;
    use crate::event::EventKind;
    use crate::frames::last_mention;

    /// The date of the last mention of that kind, in an article of Wednesday, 17 June 2015.
    fn date(text: &str, kind: EventKind) -> Option<String> {
        last_mention(Article::new(text).published("2015-06-17".parse().unwrap()), kind).date.map(|date| date.text)
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
        talks_before_a_date: CeaseFire, "The envoy will convene talks on a ceasefire before the end of the month." => None;
        entry: Airstrike, "30 May 2015. Two Nigerian jets bomb the market of Gwoza." => Some("30 May 2015");
        told_on: Airstrike, "On Monday gunmen overran two villages. Nigerian jets bombed the camp from which they came." => Some("Monday");
        not_told_on: Airstrike, "On Monday gunmen overran two villages. Nigerian jets have bombed the camp from which they came." => None;
        the_day_of_the_week: Meeting, "The ministers will meet the rebels this week, probably on Thursday." => Some("Thursday");
        sixth_this_year: Meeting, "It was the sixth meeting between the two presidents this year." => None;
        broke_down: CeaseFire, "The truce between the army and the rebels in force since March collapsed on Monday." => Some("Monday");
        right_before_its_verb: Meeting, "The envoy arrived last week and on Monday met the Iranian foreign minister." => Some("Monday");
        when: Airstrike, "Six villagers were killed on Sunday when an Ethiopian drone hit their bus." => Some("Sunday");
        where_clause: Meeting, "The president flew to Juba on Sunday, where he met the South Sudanese president." => Some("Sunday");
        of_another_noun: Withdrawal, "Rebels withdrew from Goma, the town that they took last week." => None;
        as_before: Withdrawal, "He pressed the rebels to withdraw from Goma, as they promised on 6 June." => None;
        announced: Withdrawal, "On Monday the president announced the withdrawal of French troops from Mali." => None;
        despite: Withdrawal, "He is determined to withdraw troops from Mali despite his decision last week to launch new strikes." => None;
        duration: CeaseFire, "The two sides agreed to a 60-day truce." => None;
    }
}
