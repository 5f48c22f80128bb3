//! From the bases of an actor file to the gazetteer's entries.

use std::borrow::Cow;
use std::collections::HashMap;

use super::builder::Names;
use super::cameo::{self, Meaning, Who};
use super::entry::{Entry, NameForm, NameKind};
use super::phoenix::{Base, DatedCode};
use super::report::Log;
use crate::code::ActorCode;
use crate::text::fold::fold;

/// Makes entries of all bases of a file, in its order: one for each code of each base.
pub(super) fn entries(bases: Vec<Base>, compat: bool, names: &mut Names<'_>, log: &mut Log<'_>) {
    let groups = groups(&bases);
    let mut seen: HashMap<String, Vec<(usize, usize)>> = HashMap::new();
    let lines: Vec<usize> = bases.iter().map(|base| base.line).collect();
    let mut kept: Vec<Base> = Vec::with_capacity(bases.len());
    for (index, mut base) in bases.into_iter().enumerate() {
        // A spelling that means the same as before says nothing new; one that means something else is a contradiction.
        let mut own: Vec<String> = Vec::with_capacity(base.names.len());
        let mut new = Vec::with_capacity(base.names.len());
        for name in std::mem::take(&mut base.names) {
            let folded = fold(&name);
            if own.contains(&folded) {
                log.report.duplicates += 1;
                continue;
            }
            let before = seen.entry(folded.clone()).or_default();
            if before.iter().any(|(_, place)| kept.get(*place).is_some_and(|other| other.codes == base.codes)) {
                log.report.duplicates += 1;
                continue;
            }
            if let Some((other, _)) = before.first() {
                log.warn(base.line, 1, format!("this name has other codes on line {}", lines[*other]), &name);
            }
            before.push((index, kept.len()));
            own.push(folded);
            new.push(name);
        }
        base.names = new;
        if !base.names.is_empty() {
            kept.push(base);
        }
    }
    for base in kept {
        log.report.names += base.names.len();
        push(base, compat, &groups, names, log);
    }
}

/// Which group a code stands for: the first base with that code and without dates names it.
fn groups(bases: &[Base]) -> HashMap<String, ActorCode> {
    let mut groups = HashMap::new();
    for base in bases {
        let [DatedCode { code, since: None, until: None }] = &base.codes[..] else { continue };
        if !groups.contains_key(code)
            && cameo::read(code).who == (Who::Named { shared: true })
            && let Some(slug) = cameo::slug(&base.names[0])
        {
            groups.insert(code.clone(), slug);
        }
    }
    groups
}

fn push(base: Base, compat: bool, groups: &HashMap<String, ActorCode>, names: &mut Names<'_>, log: &mut Log<'_>) {
    let Base { names: spellings, mut codes, .. } = base;
    // Dates are those of offices; states and groups have them only where they came or went.
    let person = codes.iter().any(|code| code.is_dated() || cameo::read(&code.code).kind == NameKind::Person);
    if !compat {
        // A code without dates is the default where no other holds. PETRARCH2 takes the first that holds.
        codes.sort_by_key(|code| !code.is_dated());
    }
    let always = codes.iter().any(|code| !code.is_dated());
    if compat && !always {
        // On every other day PETRARCH2 sees nobody.
        codes.push(DatedCode { code: "---".to_string(), since: None, until: None });
    }
    let name: Cow<'static, str> = Cow::Owned(spellings[0].clone());
    for DatedCode { code, since, until } in codes {
        let Meaning { kind, detail, country, who } = cameo::read(&code);
        let state = kind == NameKind::State;
        let kind = if person && !state { NameKind::Person } else { kind };
        let own = match who {
            Who::Nobody => None,
            Who::Coded(code) => Some(code),
            // A person is no group, and without one nobody's.
            Who::Named { .. } => groups.get(&code).cloned().or_else(|| if person { None } else { cameo::slug(&name) }),
        };
        let detail = if kind == NameKind::Person { "" } else { detail };
        let entry = Entry { name: name.clone(), kind, detail: Cow::Borrowed(detail), code: own, country, since, until, coordinates: None, population: 0 };
        let spellings = spellings.iter().enumerate().map(|(i, spelling)| {
            let form = if state && i > 0 { form_of_state(&name, spelling) } else { NameForm::Name };
            (Cow::Owned(spelling.clone()), form, false)
        });
        names.push(entry, spellings.collect());
        log.report.entries += 1;
    }
}

/// The form of a state's synonym. Such lists mix adjectives, peoples, towns and other names of the state: what is neither adjective
/// nor people acts for the state but is not its name as a place.
fn form_of_state(state: &str, synonym: &str) -> NameForm {
    let ends = |word: &str, endings: &[&str]| endings.iter().any(|ending| word.ends_with(ending));
    let synonym = synonym.to_lowercase();
    let shared = state.to_lowercase().chars().zip(synonym.chars()).take_while(|(a, b)| a == b).count();
    if synonym.contains(' ') || shared < 3 {
        return NameForm::Metonym;
    }
    match synonym.strip_suffix('s').unwrap_or(&synonym) {
        people if people.len() < synonym.len() && ends(people, &["an", "i", "ian"]) => NameForm::Demonym,
        adjective if ends(adjective, &["an", "ese", "i", "ic", "ish"]) && !adjective.ends_with("stan") => NameForm::Adjective,
        _ => NameForm::Metonym,
    }
}
