//! Part-of-speech tags: Penn Treebank tags split where one Penn tag covers
//! several universal classes (a preposition and a subordinator are both `IN`).

use std::fmt;

/// Universal part-of-speech classes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Upos {
    /// Adjective.
    Adj,
    /// Adposition.
    Adp,
    /// Adverb.
    Adv,
    /// Auxiliary, including copulas and modals.
    Aux,
    /// Coordinating conjunction.
    Cconj,
    /// Determiner.
    Det,
    /// Interjection.
    Intj,
    /// Common noun.
    Noun,
    /// Numeral.
    Num,
    /// Particle: infinitival "to", "not", possessive "'s".
    Part,
    /// Pronoun.
    Pron,
    /// Proper noun.
    Propn,
    /// Punctuation.
    Punct,
    /// Subordinating conjunction.
    Sconj,
    /// Symbol.
    Sym,
    /// Main verb.
    Verb,
    /// Anything else: foreign words, list markers.
    X,
}

impl Upos {
    /// The name used in CoNLL-U files.
    pub fn name(self) -> &'static str {
        match self {
            Upos::Adj => "ADJ",
            Upos::Adp => "ADP",
            Upos::Adv => "ADV",
            Upos::Aux => "AUX",
            Upos::Cconj => "CCONJ",
            Upos::Det => "DET",
            Upos::Intj => "INTJ",
            Upos::Noun => "NOUN",
            Upos::Num => "NUM",
            Upos::Part => "PART",
            Upos::Pron => "PRON",
            Upos::Propn => "PROPN",
            Upos::Punct => "PUNCT",
            Upos::Sconj => "SCONJ",
            Upos::Sym => "SYM",
            Upos::Verb => "VERB",
            Upos::X => "X",
        }
    }
}

impl fmt::Display for Upos {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

/// Declares the tag set once, so that the enumeration, its spelling and its
/// universal class cannot drift apart.
macro_rules! tags {
    ($($name:ident $xpos:literal $upos:ident $doc:literal;)*) => {
        /// A fine tag: the Penn tag together with its universal class.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        #[repr(u8)]
        pub enum Tag { $(#[doc = $doc] $name,)* }

        impl Tag {
            /// Every tag, in the order of the weight columns.
            pub const ALL: &'static [Tag] = &[$(Tag::$name,)*];

            /// The Penn Treebank spelling.
            pub fn xpos(self) -> &'static str {
                match self { $(Tag::$name => $xpos,)* }
            }

            /// The universal class.
            pub fn upos(self) -> Upos {
                match self { $(Tag::$name => Upos::$upos,)* }
            }
        }
    };
}

tags! {
    Nn "NN" Noun "Singular common noun.";
    Nns "NNS" Noun "Plural common noun.";
    Nnp "NNP" Propn "Singular proper noun.";
    Nnps "NNPS" Propn "Plural proper noun.";
    NnpAdj "NNP" Adj "Adjective inside a name: United, American.";
    NnPron "NN" Pron "Indefinite pronoun: someone, nothing.";
    Prp "PRP" Pron "Personal pronoun.";
    PrpPoss "PRP$" Pron "Possessive pronoun.";
    Wp "WP" Pron "Interrogative pronoun.";
    WpPoss "WP$" Pron "whose.";
    Wdt "WDT" Pron "Relative pronoun or determiner.";
    Ex "EX" Pron "Existential there.";
    DtPron "DT" Pron "Demonstrative standing alone.";
    Dt "DT" Det "Determiner.";
    Pdt "PDT" Det "Predeterminer.";
    Jj "JJ" Adj "Adjective.";
    Jjr "JJR" Adj "Comparative adjective.";
    Jjs "JJS" Adj "Superlative adjective.";
    Cd "CD" Num "Numeral.";
    Rb "RB" Adv "Adverb.";
    Rbr "RBR" Adv "Comparative adverb.";
    Rbs "RBS" Adv "Superlative adverb.";
    Wrb "WRB" Adv "Interrogative adverb.";
    Not "RB" Part "not, n't.";
    To "TO" Part "Infinitival to.";
    Pos "POS" Part "Possessive ending.";
    Vb "VB" Verb "Verb, base form.";
    Vbp "VBP" Verb "Verb, present, not third person.";
    Vbz "VBZ" Verb "Verb, present, third person.";
    Vbd "VBD" Verb "Verb, past tense.";
    Vbn "VBN" Verb "Verb, past participle.";
    Vbg "VBG" Verb "Verb, gerund or present participle.";
    AuxVb "VB" Aux "Auxiliary, base form.";
    AuxVbp "VBP" Aux "Auxiliary, present, not third person.";
    AuxVbz "VBZ" Aux "Auxiliary, present, third person.";
    AuxVbd "VBD" Aux "Auxiliary, past tense.";
    AuxVbn "VBN" Aux "Auxiliary, past participle.";
    AuxVbg "VBG" Aux "Auxiliary, present participle.";
    Md "MD" Aux "Modal.";
    In "IN" Adp "Preposition.";
    InSconj "IN" Sconj "Subordinating conjunction.";
    Rp "RP" Adp "Verb particle.";
    Cc "CC" Cconj "Coordinating conjunction.";
    Uh "UH" Intj "Interjection.";
    Fw "FW" X "Foreign word, list marker, other.";
    Sym "SYM" Sym "Symbol, currency sign.";
    Comma "," Punct "Comma.";
    Period "." Punct "Sentence end.";
    Colon ":" Punct "Colon, semicolon, dash.";
    Lrb "-LRB-" Punct "Opening bracket.";
    Rrb "-RRB-" Punct "Closing bracket.";
    Hyph "HYPH" Punct "Hyphen inside a word.";
    OpenQuote "``" Punct "Opening quotation mark.";
    CloseQuote "''" Punct "Closing quotation mark.";
}

/// How many tags there are.
pub const TAG_COUNT: usize = Tag::ALL.len();

impl Tag {
    /// The tag with this column number, if there is one.
    pub fn from_index(index: usize) -> Option<Tag> {
        Tag::ALL.get(index).copied()
    }

    /// The tag's column number.
    pub fn index(self) -> usize {
        self as usize
    }

    /// A common or proper noun.
    pub fn is_noun(self) -> bool {
        matches!(self, Tag::Nn | Tag::Nns | Tag::Nnp | Tag::Nnps)
    }

    /// A proper noun.
    pub fn is_proper(self) -> bool {
        matches!(self, Tag::Nnp | Tag::Nnps)
    }

    /// A main verb in any form.
    pub fn is_verb(self) -> bool {
        matches!(self.upos(), Upos::Verb)
    }

    /// An auxiliary, copula or modal in any form.
    pub fn is_aux(self) -> bool {
        matches!(self.upos(), Upos::Aux)
    }

    /// A verb or auxiliary that carries tense.
    pub fn is_finite(self) -> bool {
        use Tag::*;
        matches!(self, Vbp | Vbz | Vbd | AuxVbp | AuxVbz | AuxVbd | Md)
    }

    /// Any pronoun.
    pub fn is_pronoun(self) -> bool {
        matches!(self.upos(), Upos::Pron)
    }

    /// Any punctuation mark.
    pub fn is_punct(self) -> bool {
        matches!(self.upos(), Upos::Punct)
    }

    /// The tag for a pair of treebank columns. Rare combinations, most of them
    /// slips of annotation, go to the tag that shares the Penn spelling.
    pub fn from_treebank(xpos: &str, upos: &str) -> Tag {
        match (xpos, upos) {
            ("NNP", "ADJ" | "VERB") => return Tag::NnpAdj,
            ("WDT" | "IN", "PRON") => return Tag::Wdt,
            ("IN", "ADV") => return Tag::Rb,
            ("$", _) | (_, "SYM") => return Tag::Sym,
            ("LS" | "GW" | "AFX" | "ADD", _) | (_, "X") => return Tag::Fw,
            _ => {}
        }
        let both = Tag::ALL.iter().find(|t| t.xpos() == xpos && t.upos().name() == upos);
        let one = || Tag::ALL.iter().find(|t| t.xpos() == xpos);
        both.or_else(one).copied().unwrap_or(Tag::Fw)
    }
}

impl fmt::Display for Tag {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.xpos())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_and_treebank_spelling_agree() {
        for (i, &tag) in Tag::ALL.iter().enumerate() {
            assert_eq!(tag.index(), i);
            assert_eq!(Tag::from_treebank(tag.xpos(), tag.upos().name()), tag);
        }
    }
}
