//! Trains the syntax weights from CoNLL-U files.
//!
//! ```text
//! train_syntax [--dev] OUTPUT TREEBANK...
//! ```
//!
//! The same files give the same weights, byte for byte. `--dev` keeps every
//! eighth document out, for choosing among settings without a look at the
//! test files; it writes them next to the output as `OUTPUT.dev.conllu`.

mod corpus;
mod encode;
mod learner;
mod train_lexicon;
mod train_parser;
mod train_tagger;

use std::time::Instant;

use corpus::Sentence;
use sortie::syntax_model::Tag;
use sortie::syntax_model::lexicon::Lexicon;

/// A small random number generator (splitmix64), so that runs agree.
pub(crate) struct Random(u64);

impl Random {
    pub(crate) fn new(seed: u64) -> Random {
        Random(seed)
    }

    pub(crate) fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    /// True `percent` times in a hundred.
    pub(crate) fn chance(&mut self, percent: u64) -> bool {
        self.next() % 100 < percent
    }

    /// Drops `percent` of the features at random: no decision may come to
    /// depend on a single one, which on so small a treebank is worth more than
    /// any feature.
    pub(crate) fn thin(&mut self, features: &mut Vec<u32>, percent: u64) {
        if percent > 0 {
            features.retain(|_| !self.chance(percent));
        }
    }

    pub(crate) fn shuffle<T>(&mut self, items: &mut [T]) {
        for i in (1..items.len()).rev() {
            items.swap(i, (self.next() % (i as u64 + 1)) as usize);
        }
    }
}

/// A sentence in its several forms, each with the tags that several taggers
/// gave it that had not seen it.
pub(crate) struct Item {
    pub(crate) news: bool,
    pub(crate) fold: usize,
    /// As it is, as a headline, in capitals, with names joined, with names
    /// joined and flagged; the last two only if it has names to join.
    pub(crate) forms: Vec<Sentence>,
    /// Tags by tagger and form.
    pub(crate) predicted: Vec<Vec<Vec<Tag>>>,
}

impl Item {
    fn new(sentence: Sentence) -> Item {
        let mut forms = vec![corpus::title(&sentence), corpus::capitals(&sentence)];
        forms.extend(corpus::joined(&sentence, false));
        forms.extend(corpus::joined(&sentence, true));
        forms.insert(0, sentence);
        let fold = forms[0].document % FOLDS;
        Item { news: forms[0].genre == "news", fold, forms, predicted: Vec::new() }
    }
}

const FOLDS: usize = 5;
/// Taggers a fold, so that the parser sees several sets of likely errors.
const TAGGERS: u64 = 4;

/// The order and form in which one epoch sees the sentences.
pub(crate) fn epoch(items: &[&Item], random: &mut Random) -> Vec<(usize, usize)> {
    let mut order = Vec::new();
    for (i, item) in items.iter().enumerate() {
        let copies = if item.news && random.chance(NEWS_AGAIN) { 2 } else { 1 };
        for _ in 0..copies {
            let form = if item.forms.len() > 3 && random.chance(JOINED) {
                3 + usize::from(random.chance(50))
            } else {
                match random.next() % 100 {
                    n if n < TITLE => 1,
                    n if n < TITLE + CAPITALS => 2,
                    _ => 0,
                }
            };
            order.push((i, form));
        }
    }
    random.shuffle(&mut order);
    order
}

/// How often in a hundred a sentence with names of several words is seen with
/// them joined, and any other sentence as a headline or in capitals. Besides
/// teaching these forms it keeps the learner from learning sentences by heart.
const JOINED: u64 = 35;
const TITLE: u64 = 8;
const CAPITALS: u64 = 4;
/// How often in a hundred a news sentence is seen a second time.
const NEWS_AGAIN: u64 = 60;

fn main() {
    let started = Instant::now();
    let mut arguments: Vec<String> = std::env::args().skip(1).collect();
    let dev = arguments.first().is_some_and(|a| a == "--dev");
    if dev {
        arguments.remove(0);
    }
    let Some((output, files)) = arguments.split_first() else {
        eprintln!("usage: train_syntax [--dev] OUTPUT TREEBANK...");
        std::process::exit(2);
    };
    let mut documents = 0;
    let mut sentences: Vec<Sentence> = files.iter().flat_map(|f| corpus::read(f, &mut documents)).collect();
    if dev {
        sentences.retain(|s| s.document % 8 != 3);
    }
    let mut items: Vec<Item> = sentences.into_iter().map(Item::new).collect();
    eprintln!("{} sentences, {} documents", items.len(), documents);

    // The parser learns from the kind of tags it will get: those of a tagger
    // that has not seen the sentence.
    for fold in 0..FOLDS {
        let rest: Vec<&Item> = items.iter().filter(|i| i.fold != fold).collect();
        let lexicon = Lexicon::new(&train_lexicon::entries(&rest));
        let taggers: Vec<_> = (0..TAGGERS)
            .map(|seed| {
                let rows = train_tagger::train(&rest, &lexicon, &train_tagger::QUICK, seed);
                train_tagger::tagger(&rows)
            })
            .collect();
        for item in items.iter_mut().filter(|i| i.fold == fold) {
            let tag = |tagger| item.forms.iter().map(|s| train_tagger::tag(tagger, s, &lexicon)).collect();
            item.predicted = taggers.iter().map(tag).collect();
        }
    }
    let total: usize = items.iter().map(|i| i.predicted[0][0].len()).sum();
    let right: usize = items.iter().map(|i| i.predicted[0][0].iter().zip(&i.forms[0].tags).filter(|(a, b)| a == b).count()).sum();
    eprintln!("{:.0?} held-out tags right: {:.2}%", started.elapsed(), 100.0 * right as f64 / total as f64);

    let all: Vec<&Item> = items.iter().collect();
    let entries = train_lexicon::entries(&all);
    let lexicon = Lexicon::new(&entries);
    let tags = train_tagger::train(&all, &lexicon, &train_tagger::FULL, 1);
    eprintln!("{:.0?} tagger trained", started.elapsed());
    let parser = train_parser::train(&all, &lexicon);
    eprintln!("{:.0?} parser trained", started.elapsed());
    let bytes = encode::encode(&encode::Contents { lexicon: &entries, move_habits: &parser.move_habits, rel_habits: &parser.rel_habits, tags: &tags, rels: &parser.rels, moves: &parser.moves });
    std::fs::write(output, &bytes).unwrap_or_else(|e| panic!("{output}: {e}"));
    eprintln!("{:.0?} {} bytes written", started.elapsed(), bytes.len());
}
