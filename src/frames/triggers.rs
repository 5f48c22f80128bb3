//! Finding trigger words in an article: one Aho-Corasick pass over the lower-cased text.
//!
//! The pass also collects what the article speaks of (air power, armed forces), which decides ambiguous triggers. An article without a
//! trigger costs no more than this pass.

use std::collections::HashMap;

use aho_corasick::{AhoCorasick, AhoCorasickKind, MatchKind};
use once_cell::sync::Lazy;

use super::{FRAMES, Frame, Need};
use crate::event::EventKind;
use crate::lexicon::inflection_forms;
use crate::span::Span;
use crate::text::fold::is_word_char;

/// One reading of a trigger word.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Reading {
    pub(crate) frame: &'static Frame,
    pub(crate) need: Need,
    /// Whether the word is a verb in this reading.
    pub(crate) verb: bool,
    /// The words that must go with a verb: "out", "home"; empty for none.
    pub(crate) particle: &'static str,
}

/// A trigger word in the text, with its readings.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Candidate {
    pub(crate) span: Span,
    pub(crate) readings: &'static [Reading],
}

/// What the pass over an article found.
#[derive(Debug, Default)]
pub(crate) struct TriggerScan {
    pub(crate) candidates: Vec<Candidate>,
    /// How often the article names air power.
    pub(crate) air: usize,
    /// How often it names armed forces.
    pub(crate) forces: usize,
    /// How often it uses a form of "withdraw".
    pub(crate) withdrawals: usize,
}

/// Words which say that an article is about attacks from the air; their plurals too.
const AIR: &str = "warplane|war plane|fighter jet|jet|bomber aircraft|drone|aircraft|plane|helicopter|air force|air power|airpower|gunship|from the air|aerial|airstrike|air strike|air raid|barrel bomb|cruise missile|missile strike|air campaign|air-strike|bombers|sorties|unmanned|warheads|tomahawk|air defences|air defenses|bombing campaign|b-52|f-16|f-15|mig|sukhoi|guided missiles|air war|from above|overhead|mirages|rafales|predator|reaper|uav|f-35|luftwaffe|raf|usaf|kfir|stuka|antonov|shahed|bayraktar|glide bomb|guided bomb|loitering munition|quadcopter|b-1|b-2|b-17s|b-24s|b-29|su-22|su-24|su-25|su-34|mi-8|mi-17|mi-24|mi-35|tu-22|tu-95|an-26|mq-9|tb2|barrel-bomb|air operations|laser-guided|air crews|hellfire";

/// Words which say that an article is about armed forces; their plurals too.
const FORCES: &str = "soldier|army|military|forces|fighters|rebels|militants|insurgents|militia|militiamen|peacekeepers|tanks|battalion|brigade|regiment|marines|guerillas|mercenaries|paratroopers|gunmen|combatants|infantry|occupation|front line|frontline|armed|security forces|combat|offensive|war|troop|garrison|contingent|divisions|column|armoured|armored|commandos|armies|legion|warriors|insurgency|guerrilla|servicemen|navy";

struct Index {
    automaton: AhoCorasick,
    /// By pattern: its readings, or what it is evidence of.
    readings: Vec<Vec<Reading>>,
    evidence: Vec<Evidence>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Evidence {
    None,
    Air,
    Forces,
}

static INDEX: Lazy<Index> = Lazy::new(|| {
    let mut patterns: Vec<String> = Vec::new();
    let mut readings: Vec<Vec<Reading>> = Vec::new();
    let mut evidence: Vec<Evidence> = Vec::new();
    let mut by_text: HashMap<String, usize> = HashMap::new();
    let mut slot = |text: String, readings: &mut Vec<Vec<Reading>>, evidence: &mut Vec<Evidence>| -> usize {
        *by_text.entry(text.clone()).or_insert_with(|| {
            patterns.push(text);
            readings.push(Vec::new());
            evidence.push(Evidence::None);
            patterns.len() - 1
        })
    };
    for frame in FRAMES {
        for (need, nouns) in frame.nouns {
            for noun in nouns.split('|').map(str::trim) {
                for form in noun_forms(noun) {
                    let at = slot(form, &mut readings, &mut evidence);
                    readings[at].push(Reading { frame, need: *need, verb: false, particle: "" });
                }
            }
        }
        for (need, verbs) in frame.verbs {
            for verb in verbs.split('|') {
                let (lemma, particle) = verb.split_once(' ').unwrap_or((verb, ""));
                for form in inflection_forms(lemma) {
                    let at = slot(form, &mut readings, &mut evidence);
                    readings[at].push(Reading { frame, need: *need, verb: true, particle });
                }
            }
        }
    }
    for (words, kind) in [(AIR, Evidence::Air), (FORCES, Evidence::Forces)] {
        for word in words.split('|') {
            for form in [word.to_string(), format!("{word}s")] {
                let at = slot(form, &mut readings, &mut evidence);
                evidence[at] = kind;
            }
        }
    }
    let automaton = AhoCorasick::builder().match_kind(MatchKind::LeftmostLongest).kind(Some(AhoCorasickKind::DFA)).build(&patterns);
    // A few hundred short constant patterns always fit.
    let automaton = automaton.unwrap_or_else(|_| AhoCorasick::new([""; 0]).expect("an empty automaton builds"));
    Index { automaton, readings, evidence }
});

/// Singular and plural, written apart and with a hyphen.
fn noun_forms(noun: &str) -> Vec<String> {
    let plural = match noun {
        n if n.ends_with("men") || n.ends_with('s') || n.contains(" of ") || n.contains(" in ") || n.contains(" to ") => None,
        n if n.ends_with("ch") || n.ends_with("x") || n.ends_with("sh") => Some(format!("{n}es")),
        n if n.ends_with('y') && !n.ends_with("ey") && !n.ends_with("ay") => Some(format!("{}ies", &n[..n.len() - 1])),
        n => Some(format!("{n}s")),
    };
    let mut forms = vec![noun.to_string()];
    forms.extend(plural);
    let hyphenated: Vec<String> = forms.iter().filter(|form| form.matches(' ').count() == 1).map(|form| form.replace(' ', "-")).collect();
    forms.extend(hyphenated);
    // Web pages keep "cease‑fire" on one line with a hyphen that does not break.
    let unbreaking: Vec<String> = forms.iter().filter(|form| form.contains('-')).map(|form| form.replace('-', "\u{2011}")).collect();
    forms.extend(unbreaking);
    forms
}

impl TriggerScan {
    /// Scans an article's text in lower case (line breaks as blanks).
    pub(crate) fn new(lower: &str) -> TriggerScan {
        let index = &*INDEX;
        let mut scan = TriggerScan::default();
        let mut at = 0;
        // The automaton knows no word boundaries: after a hit inside a word the search goes on at the next byte.
        while let Some(found) = index.automaton.find(aho_corasick::Input::new(lower).span(at..lower.len())) {
            if !on_boundaries(lower, found.start(), found.end()) {
                at = found.start() + lower[found.start()..].chars().next().map_or(1, char::len_utf8);
                // Jump to the end of the word: no pattern starts inside one.
                at += lower[at..].find(|c| !is_word_char(c)).unwrap_or(lower.len() - at);
                continue;
            }
            let pattern = found.pattern().as_usize();
            match index.evidence[pattern] {
                Evidence::Air => scan.air += 1,
                Evidence::Forces => scan.forces += 1,
                Evidence::None => {}
            }
            let readings = &index.readings[pattern];
            if !readings.is_empty() {
                scan.withdrawals += usize::from(lower[found.start()..].starts_with("withdr"));
                scan.candidates.push(Candidate { span: Span::new(found.start(), found.end()), readings });
            }
            at = found.end();
        }
        let (air, forces) = (scan.air, scan.forces);
        // A word that only speaks of what is told elsewhere needs that elsewhere.
        let plain: Vec<EventKind> = EventKind::ALL
            .iter()
            .copied()
            .filter(|kind| scan.candidates.iter().any(|c| c.readings.iter().any(|r| r.frame.kind == *kind && (r.need == Need::Nothing || r.need == Need::OverVideo && near(lower, c.span, VIDEO)))))
            .collect();
        scan.candidates.retain(|candidate| {
            candidate.readings.iter().any(|reading| match reading.need {
                Need::AirClause | Need::Aircraft | Need::FromAircraft => air > 0 && particle_near(lower, candidate.span, reading),
                Need::Fighters | Need::Leaving | Need::Reduced => forces > 0 && particle_near(lower, candidate.span, reading),
                Need::Told => plain.contains(&reading.frame.kind),
                Need::Hostilities => near(lower, candidate.span, FIGHTING),
                Need::OverVideo => near(lower, candidate.span, VIDEO),
                _ => particle_near(lower, candidate.span, reading),
            })
        });
        scan
    }
}

/// What stops in a cease-fire, as parts of words.
const FIGHTING: &[&str] = &["hostilit", "fighting", "fire", "firing", "shooting", "guns", "combat", "operation", "activit", "offensive", "action", "silent"];

/// What people speak over, as parts of words.
const VIDEO: &[&str] = &["video", "zoom", "skype", "webex", "virtual", "remotely", "online"];

/// How many bytes from a trigger the words that it needs can stand.
const AROUND: usize = 90;

/// Whether one of these stands near a trigger: a cheap look that spares the parser most sentences.
fn near(lower: &str, span: Span, words: &[&str]) -> bool {
    let around = &lower[boundary(lower, span.start.saturating_sub(AROUND))..boundary(lower, span.end + AROUND)];
    words.iter().any(|word| around.contains(word))
}

/// Whether the particle of a verb stands behind it.
fn particle_near(lower: &str, span: Span, reading: &Reading) -> bool {
    reading.particle.is_empty() || lower[span.end..boundary(lower, span.end + AROUND)].contains(reading.particle)
}

/// The first start of a character at or behind a byte.
fn boundary(text: &str, at: usize) -> usize {
    (at..text.len()).find(|at| text.is_char_boundary(*at)).unwrap_or(text.len())
}

fn on_boundaries(text: &str, start: usize, end: usize) -> bool {
    !text[..start].chars().next_back().is_some_and(is_word_char) && !text[end..].chars().next().is_some_and(is_word_char)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<&str> {
        TriggerScan::new(text).candidates.iter().map(|c| c.span.of(text)).collect()
    }

    #[test]
    fn triggers_are_found_on_word_boundaries() {
        assert_eq!(found("air strikes and airstrikes hit two; cease-fire talks"), ["air strikes", "airstrikes", "hit", "cease-fire", "talks"]);
        assert!(found("the airstriker restrikes").is_empty());
    }

    #[test]
    fn evidence_is_counted() {
        let scan = TriggerScan::new("jets took off while troops waited");
        assert_eq!((scan.air, scan.forces), (1, 1));
    }
}
