//! Who says what: speakers, cues, and the span of what is said.
//!
//! `verbs` and `phrases` read the sayings of one sentence, `speaker` whose they are, `outlets` who passed them on, `content` how far they reach; here they become the
//! statements of an article, with quotations that run over sentences.

mod content;
mod outlets;
mod phrases;
mod quotes;
mod speaker;
mod verbs;

use std::ops::Range;

use crate::actors::Who;
use crate::doc::Doc;
use crate::event::Source;
use crate::span::Span;
use crate::syntax::Tree;
use crate::text::SentenceKind;
use speaker::Phrase;

pub(crate) use quotes::Quotes;

/// A statement attributed to somebody.
#[derive(Debug, Clone)]
pub(crate) struct Statement {
    /// The speaker, or nobody where the cue names none.
    pub(crate) speaker: Option<Who>,
    /// Who relayed it, nearest first: "Interfax quoted X", "X told Interfax".
    pub(crate) relays: Vec<Who>,
    /// The word of saying.
    pub(crate) cue: Span,
    /// What is said. A quotation is covered whole, over sentences and the saying in its midst.
    pub(crate) content: Span,
    /// Where the content goes on behind its saying: the saying itself, which lies in it and is not part of it.
    pub(crate) aside: Option<Span>,
}

impl Statement {
    /// Whether what stands at `span` is said.
    pub(crate) fn says(&self, span: Span) -> bool {
        self.content.contains(span) && !self.aside.is_some_and(|aside| aside.contains(span))
    }
}

/// A sentence as the rules here see it.
struct Scene<'s, 'a> {
    doc: &'s Doc<'a>,
    tree: &'s Tree<'a>,
    index: usize,
    /// Who spoke in the sentence before.
    spoke_before: &'s [Phrase],
    /// The quotation whose inside is read; none where the article itself speaks.
    within: Option<Span>,
}

impl Scene<'_, '_> {
    /// Whether a word stands in quotation marks (or is one) other than those whose inside is read.
    fn quoted(&self, word: usize) -> bool {
        let quote = self.doc.quotes.around(self.tree.words[word].start as usize);
        quote.is_some() && quote != self.within
    }
}

/// The statements that a sentence makes outside its quotations.
fn sentence(doc: &Doc<'_>, index: usize, spoke_before: &[Phrase]) -> Vec<(Statement, Phrase)> {
    let Some(tree) = &doc.trees[index] else { return Vec::new() };
    let scene = Scene { doc, tree, index, spoke_before, within: None };
    let mut found = read(&scene, 0..tree.len());
    if found.is_empty() {
        found.extend(phrases::issued(&scene).or_else(|| phrases::headline(&scene)));
    }
    found
}

/// The statements that begin with one of `words`.
fn read(scene: &Scene<'_, '_>, words: Range<usize>) -> Vec<(Statement, Phrase)> {
    let mut found: Vec<(Statement, Phrase)> = Vec::new();
    for word in words {
        let statement = phrases::statement(scene, word).or_else(|| verbs::statement(scene, word, &found));
        found.extend(statement);
    }
    found
}

/// What others say in the words of somebody who is quoted ("“The army said that jets had bombed us,” he said"). Whoever is quoted speaks of
/// themselves as "I" and of others as "they": pronouns are left to the quotation. `at` are the sentences to read.
pub(crate) fn quoted_statements(doc: &Doc<'_>, at: impl Iterator<Item = usize>) -> Vec<Statement> {
    let mut all = Vec::new();
    for index in at {
        let Some(tree) = &doc.trees[index] else { continue };
        for quote in doc.quotes.touching(tree.span) {
            let scene = Scene { doc, tree, index, spoke_before: &[], within: Some(quote) };
            let words = tree.words_in(quote);
            let named = |phrase: &Phrase| words.start <= phrase.range.start && phrase.range.end <= words.end && !tree.tag(phrase.head).is_pronoun();
            for (statement, _) in read(&scene, words.clone()).into_iter().filter(|(_, phrase)| named(phrase)) {
                let content = Span::new(statement.content.start.max(quote.start), statement.content.end.min(quote.end).max(quote.start));
                all.push(Statement { content, ..statement });
            }
        }
    }
    all
}

/// How many words the rules look back or ahead, so that a text without full stops costs no more than another.
const SIGHT: usize = 120;

/// How many sentences after "X said:" without quotation marks are still X's.
const COLON_REACH: usize = 12;

/// Whose words the next sentence may go on with.
struct Running {
    /// Where the statement stands in the list.
    statement: usize,
    /// The last sentence that is theirs.
    sentence: usize,
    /// How many sentences more belong to them without quotation marks.
    after_colon: usize,
}

/// The statements of a whole article: those of each sentence, and quotations that run on over sentences.
pub(crate) fn all_statements(doc: &Doc<'_>) -> Vec<Statement> {
    let quotes = &doc.quotes;
    let mut all: Vec<Statement> = Vec::new();
    let mut running: Option<Running> = None;
    let mut spoke_before: Vec<Phrase> = Vec::new();
    for (index, sentence_at) in doc.sentences.iter().enumerate() {
        if sentence_at.kind == SentenceKind::Furniture {
            continue;
        }
        let span = sentence_at.span;
        let text = span.of(doc.text);
        let first = all.len();
        let (own, spoke): (Vec<Statement>, Vec<Phrase>) = sentence(doc, index, &spoke_before).into_iter().unzip();
        spoke_before = spoke;
        let in_quotes = quotes.around(span.start).is_some();
        // What somebody says after a colon may itself tell of reports.
        let reports = own.iter().all(|statement| statement.speaker.as_ref().is_some_and(|speaker| speaker.span == statement.cue));
        let told = running.as_ref().is_some_and(|running| running.after_colon > 0 && running.sentence + 1 == index) && reports;
        all.extend(own);
        if all.len() > first && !told {
            for statement in &mut all[first..] {
                whole_quotation(statement, span, quotes);
            }
            let colon = text.ends_with(':');
            // Of several, the one whose words a quotation is goes on; else the first.
            let quoted = (first..all.len()).rev().find(|i| quotes.first_in(all[*i].content).is_some() || quotes.around(all[*i].content.start).is_some());
            let next = if colon { all.len() - 1 } else { quoted.unwrap_or(first) };
            running = Some(Running { statement: next, sentence: index, after_colon: if colon { COLON_REACH } else { 0 } });
            continue;
        }
        // Words in quotation marks, or after a colon, that nobody else is named for.
        let goes_on = running.as_mut().filter(|running| running.sentence + 1 == index && (in_quotes || running.after_colon > 0) && !said_behind(doc, index));
        match goes_on {
            // A text without quotation marks that names its speaker is about them, not theirs.
            Some(running) if !in_quotes && names_speaker(doc, &all[running.statement], span) => running.after_colon = 0,
            Some(running) => {
                let said = &mut all[running.statement];
                if said.aside.is_none() && said.content.end < span.start {
                    said.aside = Some(Span::new(said.content.end, span.start));
                }
                said.content = Span::new(said.content.start.min(span.start), said.content.end.max(span.end));
                running.sentence = index;
                running.after_colon = running.after_colon.saturating_sub(1);
                if quotes.around(span.start).is_some_and(|quote| quote.end <= span.end) {
                    running.after_colon = 0;
                }
            }
            None => running = None,
        }
    }
    all
}

/// The sentences that may name who is quoted in the sentences at hand: where a quotation begins, the one before, and where it ends.
pub(crate) fn voices(doc: &Doc<'_>, at_hand: &[bool]) -> Vec<usize> {
    let quotes = &doc.quotes;
    let mut found = Vec::new();
    for (sentence, _) in doc.sentences.iter().zip(at_hand).filter(|(_, at_hand)| **at_hand) {
        if let Some(quote) = quotes.around(sentence.span.start) {
            let first = doc.sentence_at(quote.start);
            found.extend([first, doc.sentence_at(quote.end - 1)]);
            found.extend(doc.previous_sentence(first));
            // ""A," he said. "B. C."": the quotation before may hold the speaker.
            let before = first.checked_sub(1).and_then(|before| quotes.around(doc.sentences[before].span.start));
            found.extend(before.map(|quote| doc.sentence_at(quote.start)));
        } else if let Some(quote) = quotes.around(sentence.span.end.saturating_sub(1)).filter(|quote| quote.end > sentence.span.end) {
            found.push(doc.sentence_at(quote.end - 1));
        }
    }
    found.retain(|index| doc.sentences[*index].kind != SentenceKind::Furniture);
    found
}

/// For each sentence, the statements whose content reaches into it, in their order.
pub(crate) fn by_sentence<'s>(doc: &Doc<'_>, statements: &'s [Statement]) -> Vec<Vec<&'s Statement>> {
    let mut found = vec![Vec::new(); doc.sentences.len()];
    for statement in statements.iter().filter(|statement| !statement.content.is_empty()) {
        let reach = doc.sentence_at(statement.content.start)..=doc.sentence_at(statement.content.end - 1);
        for sentence in &mut found[reach] {
            sentence.push(statement);
        }
    }
    found
}

/// Somebody who says or relays something, as a record.
pub(crate) fn source(text: &str, who: &Who, cue: Span, depth: u32) -> Source {
    Source { text: who.span.of(text).to_string(), span: who.span, name: who.name.clone(), code: who.code.clone(), cue: Some(cue.of(text).to_string()), depth }
}

/// Stretches a statement over the quotation that its content touches in its own sentence, back and forth over sentences.
fn whole_quotation(statement: &mut Statement, sentence: Span, quotes: &Quotes) {
    let content = statement.content;
    for at in [content.start, content.end.saturating_sub(1)] {
        if let Some(quote) = quotes.around(at).filter(|quote| quote.start < sentence.start || quote.end > sentence.end) {
            let own = &mut statement.content;
            *own = Span::new(own.start.min(quote.start), own.end.max(quote.end));
        }
    }
}

/// Whether a sentence names the speaker of a statement by the last word of their name.
fn names_speaker(doc: &Doc<'_>, statement: &Statement, sentence: Span) -> bool {
    let speaker = statement.speaker.as_ref().map_or("", |speaker| speaker.span.of(doc.lower));
    let last = speaker.split(' ').next_back().unwrap_or("");
    last.len() > 2 && sentence.of(doc.lower).split(|c: char| !c.is_alphanumeric()).any(|word| word == last)
}

/// Whether the quotation that a sentence opens runs on to a later sentence where its speaker is named.
fn said_behind(doc: &Doc<'_>, index: usize) -> bool {
    let span = doc.sentences[index].span;
    let Some(quote) = doc.quotes.around(span.start).filter(|quote| quote.end > span.end && quote.start >= span.start) else { return false };
    let last = doc.sentence_at(quote.end.saturating_sub(1));
    // It ends before its sentence does: a saying follows.
    doc.sentences.get(last).is_some_and(|sentence| sentence.span.end > quote.end + 2 && last > index)
}

#[cfg(all(test, feature = "builtin"))]
mod tests {
    use crate::Extractor;

    /// Speakers and what they say, the cues between them.
    fn said(text: &str) -> Vec<(String, &str, &str)> {
        let found = Extractor::builder().build().unwrap().attributions(text).unwrap();
        found.into_iter().map(|said| (said.source.text, said.cue.of(text), said.content.of(text))).collect()
    }

    fn one(text: &str, speaker: &str, cue: &str, content: &str) {
        assert_eq!(said(text), [(speaker.to_string(), cue, content)], "{text}");
    }

    #[test]
    fn speakers_stand_before_and_behind_their_verb() {
        one("Officers in Tripoli said the port was calm.", "Officers in Tripoli", "said", "the port was calm");
        one("The port was calm, said two officers.", "two officers", "said", "The port was calm");
        one("People who fled Goma said soldiers had left.", "People", "said", "soldiers had left");
        one("The governor, Ali Haidar, said that rebels had left.", "The governor, Ali Haidar", "said", "that rebels had left");
    }

    #[test]
    fn nothing_is_said_where_it_is_denied_or_still_to_come() {
        for text in [
            "The army did not say who fired.", "Officials declined to say who fired.", "Neither side has confirmed the raid.", "Kyiv is expected to announce a truce.", "Jets reportedly bombed Saada.",
        ] {
            assert!(said(text).is_empty(), "{text}: {:?}", said(text));
        }
    }

    #[test]
    fn words_in_quotation_marks_are_their_speaker_s() {
        let text = "“The general told us to leave,” said Omar Deeb. “He said the planes would come.”";
        one(text, "Omar Deeb", "said", text);
        one("\"We fired. They ran,\" the captain said.", "the captain", "said", "\"We fired. They ran,\"");
    }

    #[test]
    fn pronouns_take_the_name_of_the_sentence_before() {
        one("Ana Silva runs the clinic. She said two jets had passed.", "Ana Silva", "said", "two jets had passed");
        one("“They left,” he said.", "he", "said", "“They left,”");
    }

    #[test]
    fn whoever_is_quoted_speaks() {
        one("Interfax quoted General Orlov as saying the bridge was lost.", "General Orlov", "quoted", "the bridge was lost");
        one("The raid was confirmed by two officers.", "two officers", "confirmed", "The raid");
    }

    /// The sources of the one mention of a text, innermost first.
    fn sources(text: &str) -> Vec<String> {
        let events = Extractor::builder().build().unwrap().parse_article(text).unwrap();
        let [event] = events.as_slice() else { panic!("{} events in {text:?}", events.len()) };
        event.sources.iter().map(|source| source.text.clone()).collect()
    }

    #[test]
    fn a_quotation_is_its_speaker_s_wherever_they_are_named() {
        for text in [
            "\"Jets bombed our farm. It was dawn. Nobody slept,\" Lena Okoro said.",
            "Lena Okoro said: \"We were asleep. It was dawn. Then jets bombed our farm.\"",
            "Lena Okoro said:\n\n“We were asleep.\n\n“It was dawn.\n\n“Then jets bombed our farm.”",
        ] {
            assert_eq!(sources(text), ["Lena Okoro"], "{text}");
        }
    }

    #[test]
    fn those_whom_a_quotation_names_speak_first() {
        assert_eq!(sources("\"Witnesses told us that jets had bombed the farm,\" the doctor said."), ["Witnesses", "the doctor"]);
        assert_eq!(sources("\"According to the monitors, jets bombed the farm,\" said the envoy."), ["the monitors", "the envoy"]);
        assert_eq!(sources("\"I said that jets had bombed the farm,\" the doctor said."), ["the doctor"]);
    }

    #[test]
    fn outlets_pass_on_what_they_are_told() {
        for (text, outlet) in [
            ("The mayor told AFP jets had bombed the farm.", "AFP"),
            ("Jets bombed the farm, the mayor told state television.", "state television"),
            ("Speaking to Al Jazeera, the mayor said jets had bombed the farm.", "Al Jazeera"),
            ("The mayor, quoted by Interfax, said that jets had bombed the farm.", "Interfax"),
            ("Interfax, citing the mayor, said that jets had bombed the farm.", "Interfax"),
        ] {
            assert_eq!(sources(text).last().map(String::as_str), Some(outlet), "{text}");
            assert_eq!(sources(text).len(), 2, "{text}");
        }
        assert_eq!(sources("The mayor told this newspaper that jets had bombed the farm."), ["The mayor"]);
        assert_eq!(sources("The mayor said in a statement read out on Monday that jets had bombed the farm."), ["The mayor"]);
    }

    #[test]
    fn whoever_is_convinced_is_a_source() {
        assert_eq!(sources("Diplomats are sceptical that the truce will hold."), ["Diplomats"]);
        assert!(sources("The mayor is not sure that the truce will hold.").is_empty());
        assert!(sources("It is clear that jets bombed the farm.").is_empty());
    }
}
