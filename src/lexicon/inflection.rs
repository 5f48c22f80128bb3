//! English verb inflection, forwards: from a lemma to its forms, so that a text's words need one look-up and no guessing.

/// Past tense and participle of verbs that are not regular.
const IRREGULAR: &[(&str, &str, &str)] = &[
    ("be", "was", "been"),
    ("become", "became", "become"),
    ("begin", "began", "begun"),
    ("break", "broke", "broken"),
    ("bring", "brought", "brought"),
    ("build", "built", "built"),
    ("catch", "caught", "caught"),
    ("choose", "chose", "chosen"),
    ("come", "came", "come"),
    ("do", "did", "done"),
    ("draw", "drew", "drawn"),
    ("drive", "drove", "driven"),
    ("fall", "fell", "fallen"),
    ("feel", "felt", "felt"),
    ("fight", "fought", "fought"),
    ("find", "found", "found"),
    ("flee", "fled", "fled"),
    ("fly", "flew", "flown"),
    ("freeze", "froze", "frozen"),
    ("forbid", "forbade", "forbidden"),
    ("foresee", "foresaw", "foreseen"),
    ("forgo", "forwent", "forgone"),
    ("get", "got", "gotten"),
    ("give", "gave", "given"),
    ("go", "went", "gone"),
    ("have", "had", "had"),
    ("hear", "heard", "heard"),
    ("hit", "hit", "hit"),
    ("hold", "held", "held"),
    ("keep", "kept", "kept"),
    ("know", "knew", "known"),
    ("lay", "laid", "laid"),
    ("lead", "led", "led"),
    ("leave", "left", "left"),
    ("let", "let", "let"),
    ("lose", "lost", "lost"),
    ("make", "made", "made"),
    ("mean", "meant", "meant"),
    ("meet", "met", "met"),
    ("overfly", "overflew", "overflown"),
    ("pay", "paid", "paid"),
    ("put", "put", "put"),
    ("quit", "quit", "quit"),
    ("read", "read", "read"),
    ("rise", "rose", "risen"),
    ("run", "ran", "run"),
    ("say", "said", "said"),
    ("see", "saw", "seen"),
    ("seek", "sought", "sought"),
    ("send", "sent", "sent"),
    ("set", "set", "set"),
    ("shake", "shook", "shaken"),
    ("shoot", "shot", "shot"),
    ("show", "showed", "shown"),
    ("shut", "shut", "shut"),
    ("sink", "sank", "sunk"),
    ("sit", "sat", "sat"),
    ("speak", "spoke", "spoken"),
    ("spend", "spent", "spent"),
    ("stand", "stood", "stood"),
    ("strike", "struck", "struck"),
    ("swear", "swore", "sworn"),
    ("take", "took", "taken"),
    ("teach", "taught", "taught"),
    ("tell", "told", "told"),
    ("think", "thought", "thought"),
    ("throw", "threw", "thrown"),
    ("understand", "understood", "understood"),
    ("undertake", "undertook", "undertaken"),
    ("uphold", "upheld", "upheld"),
    ("win", "won", "won"),
    ("withdraw", "withdrew", "withdrawn"),
    ("withhold", "withheld", "withheld"),
    ("write", "wrote", "written"),
    ("rebuild", "rebuilt", "rebuilt"),
    ("override", "overrode", "overridden"),
    ("reset", "reset", "reset"),
    ("broadcast", "broadcast", "broadcast"),
    ("spread", "spread", "spread"),
    ("split", "split", "split"),
    ("cut", "cut", "cut"),
    ("bind", "bound", "bound"),
    ("retake", "retook", "retaken"),
    ("rethink", "rethought", "rethought"),
];

/// Verbs that double their last consonant though they have two syllables, or that do not double it.
const DOUBLING: &[&str] = &[
    "admit", "commit", "permit", "regret", "refer", "occur", "rebut", "compel", "expel", "propel", "prefer", "defer", "confer", "transfer", "submit", "forget", "upset", "signal", "cancel", "travel",
    "counsel", "level", "rebel", "stop", "plan", "slam", "rub", "nod", "drop", "pin", "tap", "step", "quit", "hit", "cut", "sit", "get", "put", "set", "run", "win", "let", "shut", "begin", "strip",
    "trap", "scrap", "ban", "chat", "pull-out", "wrap", "ship", "spot", "blog", "brag", "beg", "rip", "skip", "split", "slip", "thin", "trim", "quip",
];

/// The forms of a verb: third person, past, participle, -ing; with both spellings where British and American English differ.
pub(crate) fn forms(lemma: &str) -> Vec<String> {
    let mut forms = vec![lemma.to_string()];
    let vowel = |c: char| "aeiou".contains(c);
    let mut chars = lemma.chars().rev();
    let (last, before) = (chars.next().unwrap_or('x'), chars.next().unwrap_or('x'));
    forms.push(match last {
        's' | 'x' | 'z' | 'o' => format!("{lemma}es"),
        'h' if matches!(before, 'c' | 's') => format!("{lemma}es"),
        'y' if !vowel(before) => format!("{}ies", &lemma[..lemma.len() - 1]),
        _ => format!("{lemma}s"),
    });
    let mut stems = vec![match last {
        'e' => lemma[..lemma.len() - 1].to_string(),
        _ => lemma.to_string(),
    }];
    if DOUBLING.contains(&lemma) {
        let doubled = format!("{lemma}{last}");
        // "cancelled" and "canceled" both stand in news, "stoped" does not.
        if matches!(lemma, "signal" | "cancel" | "travel" | "counsel" | "level") { stems.push(doubled) } else { stems = vec![doubled] }
    }
    for stem in &stems {
        forms.push(match lemma.strip_suffix("ie") {
            Some(start) => format!("{start}ying"),
            None if lemma.ends_with("ee") => format!("{lemma}ing"),
            None => format!("{stem}ing"),
        });
    }
    match IRREGULAR.iter().find(|(base, _, _)| *base == lemma) {
        Some((_, past, participle)) => {
            forms.push((*past).to_string());
            forms.push((*participle).to_string());
        }
        None => {
            for stem in &stems {
                forms.push(match last {
                    'y' if !vowel(before) => format!("{}ied", &lemma[..lemma.len() - 1]),
                    _ => format!("{stem}ed"),
                });
            }
        }
    }
    if lemma == "be" {
        forms.extend(["am", "are", "is", "were", "'s", "'re", "'m"].map(str::to_string));
    }
    if lemma == "have" {
        forms.extend(["has", "'ve"].map(str::to_string));
    }
    forms.sort();
    forms.dedup();
    forms
}

#[cfg(test)]
mod tests {
    use super::forms;

    #[test]
    fn forms_are_english() {
        for (lemma, want) in [
            ("deny", "denied"),
            ("agree", "agreed"),
            ("agree", "agreeing"),
            ("plan", "planning"),
            ("cancel", "cancelled"),
            ("cancel", "canceled"),
            ("withdraw", "withdrew"),
            ("strike", "striking"),
            ("reach", "reaches"),
            ("hit", "hitting"),
            ("bomb", "bombed"),
        ] {
            assert!(forms(lemma).contains(&want.to_string()), "{lemma} {want}: {:?}", forms(lemma));
        }
    }
}
