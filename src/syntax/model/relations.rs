//! Dependency relations: the universal ones, with the subtypes that decide
//! who did what to whom kept apart.

use std::fmt;
use std::str::FromStr;

/// Declares the relations once, with their spelling.
macro_rules! relations {
    ($($name:ident $spelling:literal $doc:literal;)*) => {
        /// A dependency relation.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        #[repr(u8)]
        pub enum Rel { $(#[doc = $doc] $name,)* }

        impl Rel {
            /// Every relation, in the order of the weight columns.
            pub const ALL: &'static [Rel] = &[$(Rel::$name,)*];

            /// The spelling of Universal Dependencies.
            pub fn name(self) -> &'static str {
                match self { $(Rel::$name => $spelling,)* }
            }
        }
    };
}

relations! {
    Root "root" "The head of the sentence.";
    Nsubj "nsubj" "Nominal subject.";
    NsubjPass "nsubj:pass" "Subject of a passive.";
    Csubj "csubj" "Clausal subject.";
    Obj "obj" "Direct object.";
    Iobj "iobj" "Indirect object.";
    Obl "obl" "Oblique nominal.";
    OblAgent "obl:agent" "Agent of a passive.";
    OblUnmarked "obl:unmarked" "Oblique without preposition: times, measures.";
    Nmod "nmod" "Nominal modifier.";
    NmodPoss "nmod:poss" "Possessor.";
    NmodUnmarked "nmod:unmarked" "Nominal modifier without preposition.";
    NmodDesc "nmod:desc" "Title or description before a name.";
    Amod "amod" "Adjectival modifier.";
    Acl "acl" "Clause modifying a noun.";
    AclRelcl "acl:relcl" "Relative clause.";
    Advcl "advcl" "Adverbial clause.";
    Advmod "advmod" "Adverbial modifier.";
    Ccomp "ccomp" "Clausal complement.";
    Xcomp "xcomp" "Complement whose subject is given elsewhere.";
    Appos "appos" "Apposition.";
    Conj "conj" "Conjunct.";
    Cc "cc" "Coordinator.";
    Case "case" "Case marker.";
    Mark "mark" "Subordinator.";
    Det "det" "Determiner.";
    Nummod "nummod" "Numeral modifier.";
    Compound "compound" "Compound.";
    CompoundPrt "compound:prt" "Verb particle.";
    Flat "flat" "Part of a name without inner structure.";
    Fixed "fixed" "Part of a fixed expression.";
    Aux "aux" "Auxiliary.";
    AuxPass "aux:pass" "Passive auxiliary.";
    Cop "cop" "Copula.";
    Parataxis "parataxis" "Loosely joined clause.";
    Discourse "discourse" "Discourse element.";
    Expl "expl" "Expletive.";
    Vocative "vocative" "Addressee.";
    List "list" "List item.";
    Reparandum "reparandum" "Speech repair.";
    Punct "punct" "Punctuation.";
    Dep "dep" "Anything else.";
}

/// How many relations there are.
pub const REL_COUNT: usize = Rel::ALL.len();

impl Rel {
    /// The relation with this column number, if there is one.
    pub fn from_index(index: usize) -> Option<Rel> {
        Rel::ALL.get(index).copied()
    }

    /// The relation's column number.
    pub fn index(self) -> usize {
        self as usize
    }

    /// A nominal or clausal subject.
    pub fn is_subject(self) -> bool {
        matches!(self, Rel::Nsubj | Rel::NsubjPass | Rel::Csubj)
    }

    /// A nominal that a preposition or its position ties to a verb.
    pub fn is_oblique(self) -> bool {
        matches!(self, Rel::Obl | Rel::OblAgent | Rel::OblUnmarked)
    }

    /// The relation of a treebank spelling; a subtype that is not kept apart
    /// goes to its base relation, and rare relations to `dep`.
    pub fn from_treebank(spelling: &str) -> Rel {
        let base = spelling.split(':').next().unwrap_or(spelling);
        spelling.parse().or_else(|_| base.parse()).unwrap_or(Rel::Dep)
    }
}

/// A spelling that names no relation kept here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct UnknownRelation;

impl fmt::Display for UnknownRelation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("unknown dependency relation")
    }
}

impl std::error::Error for UnknownRelation {}

impl FromStr for Rel {
    type Err = UnknownRelation;

    fn from_str(s: &str) -> Result<Rel, UnknownRelation> {
        Rel::ALL.iter().copied().find(|r| r.name() == s).ok_or(UnknownRelation)
    }
}

impl fmt::Display for Rel {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spelling_goes_round() {
        for (i, &rel) in Rel::ALL.iter().enumerate() {
            assert_eq!(rel.index(), i);
            assert_eq!(rel.name().parse(), Ok(rel));
        }
        assert_eq!(Rel::from_treebank("nsubj:outer"), Rel::Nsubj);
        assert_eq!(Rel::from_treebank("goeswith"), Rel::Dep);
    }
}
