//! Reading CoNLL-U, and altered copies of sentences.

use std::fs;

use sortie::syntax_model::{Rel, Tag};

/// One sentence with its gold analysis.
#[derive(Clone, Debug, Default)]
pub(crate) struct Sentence {
    pub(crate) forms: Vec<String>,
    pub(crate) lemmas: Vec<String>,
    /// Words to be taken as names whatever the tagger thinks.
    pub(crate) names: Vec<bool>,
    pub(crate) tags: Vec<Tag>,
    /// Places of the heads; the number of words stands for the root.
    pub(crate) heads: Vec<u32>,
    pub(crate) rels: Vec<Rel>,
    /// Number of the document, counted over all files read.
    pub(crate) document: usize,
    pub(crate) genre: String,
}

/// Reads the sentences of a file.
pub(crate) fn read(path: &str, documents: &mut usize) -> Vec<Sentence> {
    let text = fs::read_to_string(path).unwrap_or_else(|e| panic!("{path}: {e}"));
    let mut sentences = Vec::new();
    let mut now = Sentence::default();
    let mut genre = String::new();
    for line in text.lines().chain([""]) {
        if let Some(name) = line.strip_prefix("# newdoc id = ") {
            *documents += 1;
            genre = name.split('_').nth(1).unwrap_or("").to_string();
        } else if line.is_empty() {
            if !now.forms.is_empty() {
                let root = now.forms.len() as u32;
                // File heads count from 1, with 0 for the root.
                for head in &mut now.heads {
                    *head = head.checked_sub(1).unwrap_or(root);
                }
                now.document = *documents;
                now.genre.clone_from(&genre);
                // A treebank made with the library has its names joined.
                now.names = now.forms.iter().zip(&now.tags).map(|(form, tag)| form.contains(' ') && tag.is_proper()).collect();
                sentences.push(std::mem::take(&mut now));
            }
        } else if !line.starts_with('#') {
            let columns: Vec<&str> = line.split('\t').collect();
            // Ranges ("3-4") and empty words ("3.1") are not words.
            if columns.len() == 10 && columns[0].parse::<u32>().is_ok() {
                now.forms.push(columns[1].to_string());
                now.lemmas.push(columns[2].to_string());
                now.tags.push(Tag::from_treebank(columns[4], columns[3]));
                now.heads.push(columns[6].parse().unwrap_or(0));
                now.rels.push(Rel::from_treebank(columns[7]));
            }
        }
    }
    sentences
}

fn capitalised(word: &str) -> String {
    let mut chars = word.chars();
    chars.next().map_or(String::new(), |c| c.to_uppercase().chain(chars).collect())
}

/// The sentence as a headline with capitals on all but short words.
pub(crate) fn title(sentence: &Sentence) -> Sentence {
    let mut copy = sentence.clone();
    for (i, form) in copy.forms.iter_mut().enumerate() {
        let short = matches!(copy.tags[i], Tag::In | Tag::Dt | Tag::Cc | Tag::To | Tag::Pos | Tag::Not);
        if i == 0 || !short || form.len() > 4 {
            *form = capitalised(form);
        }
    }
    copy
}

/// The sentence in capitals.
pub(crate) fn capitals(sentence: &Sentence) -> Sentence {
    let mut copy = sentence.clone();
    for form in &mut copy.forms {
        *form = form.to_uppercase();
    }
    copy
}

/// The sentence with each name of several words made one word, flagged as a
/// name if `flagged`; none if it has no such name.
pub(crate) fn joined(sentence: &Sentence, flagged: bool) -> Option<Sentence> {
    let n = sentence.forms.len();
    let in_name = |i: usize| sentence.tags[i].is_proper();
    let mut group: Vec<usize> = Vec::with_capacity(n);
    let mut at = 0;
    while at < n {
        let mut end = at + 1;
        if in_name(at) {
            while end < n && in_name(end) {
                end += 1;
            }
            // The longest stretch from here with a single head outside.
            while end > at + 1 && !is_one_name(sentence, at, end) {
                end -= 1;
            }
        }
        group.resize(end, at);
        at = end;
    }
    if (0..n).all(|i| group[i] == i) {
        return None;
    }
    let mut place = vec![0u32; n + 1];
    let mut count = 0;
    for i in 0..n {
        if group[i] == i {
            count += 1;
        }
        place[i] = count - 1;
    }
    place[n] = count;
    let mut copy = Sentence { document: sentence.document, genre: sentence.genre.clone(), ..Sentence::default() };
    for i in 0..n {
        let inner = place[sentence.heads[i] as usize] == place[i];
        if group[i] == i {
            copy.forms.push(sentence.forms[i].clone());
            copy.lemmas.push(sentence.lemmas[i].clone());
            copy.tags.push(sentence.tags[i]);
            copy.names.push(flagged && i + 1 < n && group[i + 1] == i);
            copy.heads.push(count);
            copy.rels.push(Rel::Dep);
        } else {
            let last = copy.forms.len() - 1;
            copy.forms[last].push(' ');
            copy.forms[last].push_str(&sentence.forms[i]);
            copy.lemmas[last].clone_from(&copy.forms[last]);
        }
        if !inner {
            let last = copy.forms.len() - 1;
            copy.heads[last] = place[sentence.heads[i] as usize];
            copy.rels[last] = sentence.rels[i];
        }
    }
    Some(copy)
}

fn is_one_name(sentence: &Sentence, from: usize, to: usize) -> bool {
    let inside = |h: u32| (from..to).contains(&(h as usize));
    let outer = (from..to).filter(|&i| !inside(sentence.heads[i])).count();
    let name_rel = |r: Rel| matches!(r, Rel::Flat | Rel::Compound);
    outer == 1 && (from..to).all(|i| !inside(sentence.heads[i]) || name_rel(sentence.rels[i]))
}
