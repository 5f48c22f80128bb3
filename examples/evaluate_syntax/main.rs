//! Scores the syntax weights on CoNLL-U files.
//!
//! ```text
//! evaluate_syntax [--title | --capitals | --joined] [--dev] WEIGHTS TREEBANK...
//! ```
//!
//! Gold sentences and words, predicted tags.

#[path = "../train_syntax/corpus.rs"]
mod corpus;

use std::time::Instant;

use sortie::syntax_model::relations::REL_COUNT;
use sortie::syntax_model::{Model, Rel, Scratch};

use corpus::Sentence;

#[derive(Default, Clone, Copy)]
struct Score {
    right: usize,
    predicted: usize,
    gold: usize,
}

impl Score {
    fn add(&mut self, gold: bool, predicted: bool, same: bool) {
        self.gold += usize::from(gold);
        self.predicted += usize::from(predicted);
        self.right += usize::from(gold && predicted && same);
    }

    fn print(&self, name: &str) {
        let share = |of: usize| 100.0 * self.right as f64 / of.max(1) as f64;
        let f1 = 200.0 * self.right as f64 / (self.gold + self.predicted).max(1) as f64;
        println!("  {name:15} F1 {f1:5.1}  precision {:5.1}  recall {:5.1}  gold {}", share(self.predicted), share(self.gold), self.gold);
    }
}

fn main() {
    let mut arguments: Vec<String> = std::env::args().skip(1).collect();
    let mut flag = |name: &str| {
        let at = arguments.iter().position(|a| a == name);
        at.map(|i| arguments.remove(i)).is_some()
    };
    let (title, capitals, joined) = (flag("--title"), flag("--capitals"), flag("--joined"));
    let dev = flag("--dev");
    let short = flag("--short");
    let Some((weights, files)) = arguments.split_first() else {
        eprintln!("usage: evaluate_syntax [--title | --capitals | --joined] [--dev] WEIGHTS TREEBANK...");
        std::process::exit(2);
    };
    let bytes = std::fs::read(weights).unwrap_or_else(|e| panic!("{weights}: {e}"));
    let started = Instant::now();
    let model = Model::from_bytes(&bytes).unwrap_or_else(|e| panic!("{weights}: {e}"));
    println!("{} bytes, {} bytes of heap, loaded in {:.1?}", bytes.len(), model.heap_size(), started.elapsed());
    for file in files {
        let mut sentences = corpus::read(file, &mut 0);
        if dev {
            sentences.retain(|s| s.document % 8 == 3 && !matches!(s.genre.as_str(), "conversation" | "vlog" | "court" | "interview"));
        }
        if title {
            sentences = sentences.iter().map(corpus::title).collect();
        } else if capitals {
            sentences = sentences.iter().map(corpus::capitals).collect();
        } else if joined {
            sentences = sentences.into_iter().map(|s| corpus::joined(&s, true).unwrap_or(s)).collect();
        }
        println!("{file}: {} sentences", sentences.len());
        report(&model, &sentences, short);
    }
}

fn report(model: &Model, sentences: &[Sentence], short: bool) {
    let mut scratch = Scratch::default();
    let mut nodes = Vec::new();
    let mut by_rel = [Score::default(); REL_COUNT];
    let (mut subject, mut object, mut oblique) = (Score::default(), Score::default(), Score::default());
    let (mut words, mut tags, mut fine, mut heads, mut both) = (0, 0, 0, 0, 0);
    let (mut bare, mut bare_heads, mut bare_both) = (0, 0, 0);
    for sentence in sentences {
        model.analyse(&sentence.forms, &sentence.names, &mut scratch, &mut nodes);
        let root = sentence.forms.len() as u32;
        for (i, node) in nodes.iter().enumerate() {
            let head = node.head.unwrap_or(root);
            let same = head == sentence.heads[i];
            let rel = sentence.rels[i];
            words += 1;
            if rel != Rel::Punct {
                bare += 1;
                bare_heads += usize::from(same);
                bare_both += usize::from(same && rel == node.rel);
            }
            tags += usize::from(node.tag.upos() == sentence.tags[i].upos());
            fine += usize::from(node.tag == sentence.tags[i]);
            heads += usize::from(same);
            both += usize::from(same && rel == node.rel);
            by_rel[rel.index()].add(true, rel == node.rel, same);
            if rel != node.rel {
                by_rel[node.rel.index()].add(false, true, false);
            }
            // Arguments of verbs: heads that are verbs in the treebank.
            let verb = |h: u32| sentence.tags.get(h as usize).is_some_and(|t| t.is_verb());
            let (gold_verb, our_verb) = (verb(sentence.heads[i]), verb(head));
            let group = |score: &mut Score, of: fn(Rel) -> bool| {
                score.add(gold_verb && of(rel), our_verb && of(node.rel), same);
            };
            group(&mut subject, |r| matches!(r, Rel::Nsubj | Rel::NsubjPass));
            group(&mut object, |r| r == Rel::Obj);
            group(&mut oblique, |r| matches!(r, Rel::Obl | Rel::OblAgent));
        }
    }
    let percent = |n: usize| 100.0 * n as f64 / words.max(1) as f64;
    println!("UPOS {:.2}  tag {:.2}  UAS {:.2}  LAS {:.2}  ({words} words)", percent(tags), percent(fine), percent(heads), percent(both));
    let share = |n: usize| 100.0 * n as f64 / bare.max(1) as f64;
    println!("without punctuation: UAS {:.2}  LAS {:.2}  ({bare} words)", share(bare_heads), share(bare_both));
    println!("arguments of verbs");
    subject.print("subject");
    object.print("object");
    oblique.print("oblique");
    if !short {
        println!("all relations");
        for &rel in Rel::ALL {
            if by_rel[rel.index()].gold > 0 {
                by_rel[rel.index()].print(rel.name());
            }
        }
    } else {
        by_rel[Rel::Obl.index()].print("obl");
        by_rel[Rel::Nmod.index()].print("nmod");
        by_rel[Rel::Conj.index()].print("conj");
    }
    // Speed: the best of several passes over everything.
    let mut best = f64::MAX;
    for _ in 0..5 {
        let started = Instant::now();
        for sentence in sentences {
            model.analyse(&sentence.forms, &[], &mut scratch, &mut nodes);
        }
        best = best.min(started.elapsed().as_secs_f64());
    }
    println!("{:.0} words a second", words as f64 / best);
}
