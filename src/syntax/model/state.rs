//! The parser's state: a stack, the rest of the sentence, and the tree so far.

use super::features::atom;
use super::relations::Rel;
use super::tags::Tag;
use super::words::Word;

/// One word as the parser sees it.
#[derive(Clone, Copy, Debug, Default)]
pub struct Token {
    /// Hash of the form, or of its class.
    pub word: u64,
    /// Hash of the stem, or of its class.
    pub stem: u64,
    /// The tag as an atom.
    pub tag: u64,
    /// The tag's class as an atom: fewer of them than tags, so that features
    /// of many words still repeat.
    pub class: u64,
    /// The tag as a number; past the tags for the root and for nothing.
    pub kind: u8,
    /// Dependents to the left so far.
    pub left_count: u8,
    /// Dependents to the right so far.
    pub right_count: u8,
    /// The relation to the head, once attached.
    pub rel: u8,
    /// The punctuation just before, one bit a kind.
    pub gap: u8,
    /// Finite verbs from here to the end, and to the next break; see `prepare`.
    pub ahead: u8,
    /// Head, once attached.
    pub head: u32,
    /// Leftmost, second leftmost, rightmost and second rightmost dependents.
    pub left: [u32; 2],
    /// Rightmost and second rightmost dependents.
    pub right: [u32; 2],
    /// Relations of the dependents to the left, one bit each.
    pub left_rels: u64,
    /// Relations of the dependents to the right, one bit each.
    pub right_rels: u64,
    /// Form of the last case marker or subordinator attached.
    pub marker: u64,
    /// Head noun of the noun phrase that starts here.
    pub phrase: u32,
    /// Commas, verbs and coordinators before this word.
    pub commas: u32,
    /// Verbs before this word.
    pub verbs: u32,
}

/// A move of the arc-hybrid system.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub enum Move {
    /// Push the next word.
    Shift,
    /// The next word becomes head of the top of the stack.
    Left,
    /// The word below the top of the stack becomes its head.
    Right,
}

/// All moves, in the order of their weight columns.
pub const MOVES: [Move; 3] = [Move::Shift, Move::Left, Move::Right];

/// Punctuation that may end a phrase or clause: all but quotes and hyphens.
const BREAK: u8 = 1 | 2 | 4 | 8;

/// The bit of a punctuation mark in [`Token::gap`].
fn gap_kind(tag: Tag) -> u8 {
    match tag {
        Tag::Comma => 1,
        Tag::Period | Tag::Colon => 2,
        Tag::Lrb => 4,
        Tag::Rrb => 8,
        Tag::OpenQuote => 16,
        Tag::CloseQuote => 32,
        _ => 64,
    }
}

/// Tags that come before the noun inside a noun phrase.
fn may_open_phrase(tag: Tag) -> bool {
    use Tag::*;
    matches!(tag, Dt | Pdt | Jj | Jjr | Jjs | NnpAdj | PrpPoss | Rb | Vbn | Vbg | Sym | Pos)
}

/// Classes of tags that behave alike. Past tense and past participle share one:
/// the tagger confuses them, and the parser sees more of the sentence.
fn class(tag: Tag) -> u64 {
    use Tag::*;
    match tag {
        Nn | Nns | Nnp | Nnps | NnPron | Cd => 0,
        Prp | Ex | DtPron => 1,
        Wp | Wdt | WpPoss | Wrb => 2,
        Dt | Pdt | PrpPoss => 3,
        Jj | Jjr | Jjs | NnpAdj => 4,
        Rb | Rbr | Rbs | Not => 5,
        Vbp | Vbz => 6,
        Vbd | Vbn => 7,
        Vb => 8,
        Vbg => 9,
        AuxVb | AuxVbp | AuxVbz | AuxVbd | AuxVbn | AuxVbg | Md => 10,
        In => 11,
        other => 12 + other as u64,
    }
}

/// Stack, next word and tree; reused from sentence to sentence.
#[derive(Debug, Default)]
pub struct State {
    /// The words without punctuation, then the root, then a stand-in for words
    /// that are missing.
    pub tokens: Vec<Token>,
    /// For each token its place in the sentence.
    pub places: Vec<u32>,
    /// The stack, three stand-ins at the bottom.
    pub stack: Vec<u32>,
    /// The next word.
    pub next: usize,
    /// The number of tokens, which is also the root's place.
    pub len: usize,
}

const ROOT_KIND: u8 = 60;
const NONE_KIND: u8 = 61;

impl State {
    /// The place of the stand-in.
    #[inline(always)]
    pub fn none(&self) -> u32 {
        self.len as u32 + 1
    }

    /// Sets the state to the start of a sentence. `words` carries `pad` words
    /// of padding on each side.
    pub fn prepare(&mut self, words: &[Word], pad: usize, tags: &[Tag]) {
        self.len = tags.iter().filter(|t| !t.is_punct()).count();
        self.next = 0;
        let none = self.none();
        let fresh = Token { head: none, left: [none; 2], right: [none; 2], phrase: none, rel: u8::MAX, ..Token::default() };
        self.tokens.clear();
        self.places.clear();
        let (mut commas, mut verbs, mut gap) = (0, 0, 0);
        for (place, (word, &tag)) in words.iter().skip(pad).zip(tags).enumerate() {
            if tag.is_punct() {
                gap |= gap_kind(tag);
                continue;
            }
            commas += u32::from(gap & BREAK != 0);
            let kind = tag as u8;
            let (word, stem, tag_atom) = (word.lex, word.stem, atom(u64::from(kind)));
            self.tokens.push(Token { word, stem, tag: tag_atom, class: atom(class(tag)), kind, gap, commas, verbs, ..fresh });
            self.places.push(place as u32);
            commas += u32::from(tag == Tag::Cc);
            verbs += u32::from(tag.is_verb() || tag.is_aux());
            gap = 0;
        }
        for kind in [ROOT_KIND, NONE_KIND] {
            let tag = atom(u64::from(kind));
            self.tokens.push(Token { tag, word: tag, stem: tag, class: tag, kind, gap, commas, verbs, ..fresh });
        }
        self.look_ahead();
        self.stack.clear();
        self.stack.extend([none; 3]);
    }

    /// One pass from the end finds, for every place, the noun phrase starting
    /// there and the finite verbs still to come: a greedy parser must know
    /// whether the words it is about to join still have a verb to wait for.
    fn look_ahead(&mut self) {
        let none = self.none();
        let (mut to_end, mut to_break) = (0u8, 0u8);
        let mut phrase = none;
        let mut in_nouns = false;
        for (i, token) in self.tokens.iter_mut().enumerate().take(self.len).rev() {
            let tag = Tag::from_index(usize::from(token.kind)).unwrap_or(Tag::Nn);
            if tag.is_noun() || matches!(tag, Tag::Cd | Tag::NnPron) {
                phrase = if in_nouns { phrase } else { i as u32 };
                in_nouns = true;
            } else if tag.is_pronoun() && tag != Tag::PrpPoss {
                phrase = i as u32;
                in_nouns = false;
            } else {
                in_nouns = false;
                if !may_open_phrase(tag) {
                    phrase = none;
                }
            }
            token.phrase = phrase;
            if tag.is_finite() {
                to_end = (to_end + 1).min(2);
                to_break = (to_break + 1).min(2);
            }
            token.ahead = to_end * 3 + to_break;
            if token.gap & BREAK != 0 {
                to_break = 0;
                phrase = none;
                in_nouns = false;
            }
        }
    }

    /// The token at a place; the stand-in for any place outside.
    #[inline(always)]
    pub fn token(&self, at: u32) -> &Token {
        match self.tokens.get(at as usize) {
            Some(token) => token,
            None => &MISSING,
        }
    }

    /// The place `depth` below the top of the stack.
    #[inline(always)]
    pub fn on_stack(&self, depth: usize) -> u32 {
        let at = self.stack.len().wrapping_sub(1 + depth);
        self.stack.get(at).copied().unwrap_or(u32::MAX)
    }

    /// How many words are on the stack.
    #[inline(always)]
    pub fn depth(&self) -> usize {
        self.stack.len() - 3
    }

    /// The place `ahead` after the next word, the stand-in past the root.
    #[inline(always)]
    pub fn upcoming(&self, ahead: usize) -> u32 {
        (self.next + ahead).min(self.len + 1) as u32
    }

    /// Whether every word has its head.
    pub fn is_finished(&self) -> bool {
        self.next == self.len && self.depth() == 0
    }

    /// Whether a move may be made. The root takes a single dependent: with
    /// several words left on the stack at the end they must join first.
    #[inline(always)]
    pub fn allows(&self, step: Move) -> bool {
        let at_root = self.next >= self.len;
        match step {
            Move::Shift => !at_root,
            Move::Left => self.depth() >= 1 && (!at_root || self.depth() == 1),
            Move::Right => self.depth() >= 2,
        }
    }

    /// The head and dependent a move would join.
    #[inline(always)]
    pub fn arc(&self, step: Move) -> Option<(u32, u32)> {
        match step {
            Move::Shift => None,
            Move::Left => Some((self.next as u32, self.on_stack(0))),
            Move::Right => Some((self.on_stack(1), self.on_stack(0))),
        }
    }

    /// Makes a move; `rel` labels the arc of a left or right move.
    #[inline(always)]
    pub fn make(&mut self, step: Move, rel: Rel) {
        let Some((head, child)) = self.arc(step) else {
            self.stack.push(self.next as u32);
            self.next += 1;
            return;
        };
        self.stack.pop();
        let bit = 1u64 << (rel as u8);
        let mut marker = None;
        if let Some(token) = self.tokens.get_mut(child as usize) {
            token.head = head;
            token.rel = rel as u8;
            if matches!(rel, Rel::Case | Rel::Mark | Rel::Cc) {
                marker = Some(token.word);
            }
        }
        if let Some(token) = self.tokens.get_mut(head as usize) {
            if step == Move::Left {
                token.left = [child, token.left[0]];
                token.left_count = token.left_count.saturating_add(1);
                token.left_rels |= bit;
            } else {
                token.right = [child, token.right[0]];
                token.right_count = token.right_count.saturating_add(1);
                token.right_rels |= bit;
            }
            token.marker = marker.unwrap_or(token.marker);
        }
    }
}

static MISSING: Token = Token {
    word: 0,
    stem: 0,
    tag: 0,
    class: 0,
    kind: NONE_KIND,
    left_count: 0,
    right_count: 0,
    rel: u8::MAX,
    ahead: 0,
    head: u32::MAX,
    left: [u32::MAX; 2],
    right: [u32::MAX; 2],
    left_rels: 0,
    right_rels: 0,
    marker: 0,
    phrase: u32::MAX,
    commas: 0,
    verbs: 0,
    gap: 0,
};
