//! Verbs by what they do to the event they govern.

use std::collections::HashMap;

use once_cell::sync::Lazy;

use super::inflection::forms;

/// What a verb can do to an event or a statement in its complement. A verb can do several.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(u32)]
pub(crate) enum VerbClass {
    /// Saying: its subject is a source.
    Say = 1 << 0,
    /// Giving out what is to be done: its subject is a source, the event is planned.
    Announce = 1 << 1,
    /// Calling for: its subject is no source, the event hypothetical.
    CallFor = 1 << 2,
    /// Threatening: its subject is a source, the event hypothetical.
    Threaten = 1 << 3,
    /// Denying that it happened: its subject is a source, the event negated.
    Deny = 1 << 4,
    /// Refusing to do it: negated.
    Refuse = 1 << 5,
    /// Wishing, trying, asking or letting somebody to do it: hypothetical.
    Wish = 1 << 6,
    /// Planning, agreeing, ordering to do it: planned.
    Plan = 1 << 7,
    /// Starting, going on: as the verb's own tense says.
    Aspect = 1 << 8,
    /// Its object is turned down or called off: negated.
    Reject = 1 << 9,
    /// Its object is fixed for later, or put off: planned.
    Schedule = 1 << 10,
    /// Failing to do it, keeping from it: negated.
    Fail = 1 << 11,
    /// Carrying out: the support verbs of strikes.
    Launch = 1 << 12,
    /// Holding: the support verbs of meetings.
    Hold = 1 << 13,
    /// Taking part in a meeting.
    Attend = 1 << 14,
    /// Mediating: the subject is a broker.
    Broker = 1 << 15,
    /// Coming to terms: the subject is a party.
    Agree = 1 << 16,
    /// Breaking a cease-fire.
    Violate = 1 << 17,
    /// Ending.
    End = 1 << 18,
    /// Lasting, holding, being observed.
    Last = 1 << 19,
    /// Coming into force.
    TakeEffect = 1 << 20,
    /// Carrying forces away: the support verbs of withdrawals.
    Complete = 1 << 21,
    /// Quoting somebody else.
    Quote = 1 << 22,
    /// Making somebody do: its object acts.
    Order = 1 << 23,
    /// Its object is wanted, weighed, feared: hypothetical.
    Weigh = 1 << 24,
    /// Its finite clause tells of what may be: hypothetical.
    Suppose = 1 << 25,
    /// Its subject takes place, or its object is made to.
    Happen = 1 << 26,
    /// Known for a particle alone ("turn down").
    Phrasal = 1 << 27,
}

use VerbClass::*;

/// A verb, as its lemma.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Verb {
    pub(crate) lemma: &'static str,
    classes: u32,
}

impl Verb {
    pub(crate) fn is(&self, class: VerbClass) -> bool {
        self.classes & class as u32 != 0
    }

    pub(crate) fn is_any(&self, classes: &[VerbClass]) -> bool {
        classes.iter().any(|class| self.is(*class))
    }
}

/// The verbs of each class, as lemmas.
const CLASSES: &[(VerbClass, &str)] = &[
    (
        Say,
        "accuse acknowledge add admit advise affirm agree allege announce answer argue assert assess assure believe blame blog boast caution charge cite claim comment complain conclude concede confess confirm contend counter declare describe detail disclose emphasise emphasize estimate explain express find hint indicate inform insist interject joke lament maintain mention muse note notify opine point predict proclaim quip read recall recount reiterate relate remark remind repeat reply report respond restate retort reveal say signal speculate state stress suggest tell testify think tweet underline underscore urge voice volunteer vow warn write swear conclude fear hope brief broadcast publish post stipulate declare deny promise pledge threaten reckon record show demonstrate shout dispute dismiss refute characterise characterize portray",
    ),
    (
        Announce,
        "announce declare decree stipulate order promise pledge vow swear proclaim unveil decide instruct command authorise authorize approve direct commit confirm agree sign guarantee undertake",
    ),
    (
        Plan,
        "plan prepare schedule intend arrange expect aim agree decide set organise organize mean pledge promise vow commit ready slate gear resolve determine announce order instruct command direct vote choose undertake swear opt elect authorise authorize task due go poise assign mandate bind oblige volunteer consent",
    ),
    (
        CallFor,
        "call urge demand appeal ask request push press propose seek want beg implore plead exhort recommend suggest advocate encourage advise insist invite pressure lobby entreat offer petition need require wish desire hope",
    ),
    (Threaten, "threaten warn"),
    (Deny, "deny disavow dispute refute disprove rebut dismiss contradict"),
    (Refuse, "refuse reject rule decline spurn rebuff oppose resist veto block exclude dismiss preclude forbid ban boycott shun snub scorn repudiate disown forswear renounce ignore abandon"),
    (
        Wish,
        "threaten call urge demand want ask push press seek try attempt hope like love wish consider advise recommend need appeal allow let enable permit pressure lobby encourage offer invite beg implore plead exhort entreat suggest propose advocate insist petition require desire struggle strive endeavour endeavor yearn long contemplate empower entitle deserve tempt dare mull claim afford give prefer invite warn propose fight campaign clamour clamor favour favor risk fear debate discuss",
    ),
    (
        Weigh,
        "urge demand want ask seek propose request consider weigh fear threaten contemplate advocate recommend offer mull suggest need require risk ponder envisage envision imagine float moot debate discuss explore study favour favor support back oppose allow justify negotiate predict await rumour rumor desire encourage prefer hope foresee provoke invite petition pursue examine entertain permit dread attempt anticipate warrant mean beg plead expect try welcome deserve",
    ),
    (
        Suppose,
        "threaten demand urge fear hope suggest propose insist wish speculate wonder doubt predict expect recommend ask request warn imagine suppose assume presume envisage envision require worry pray advise want dream suspect guess bet see ensure dread forecast anticipate prefer desire",
    ),
    (
        Reject,
        "refuse reject rule decline spurn rebuff veto block exclude dismiss preclude forbid ban cancel scrap scuttle shelve annul revoke deny disavow avoid avert prevent skip miss forswear disown repudiate forestall thwart torpedo sabotage foil outlaw prohibit nix drop replace dash quash",
    ),
    (
        Schedule,
        "plan schedule prepare arrange expect slate announce order promise pledge authorise authorize approve postpone delay defer reschedule adjourn set commit guarantee envisage mandate decide vow intend command instruct await promise undertake provide fix suppose",
    ),
    (
        Happen,
        "take happen occur begin start open resume come go proceed follow continue hold last end schedule plan expect cancel postpone delay call carry launch conduct report record stage convene arrange organise organize set prepare rule suspend exist materialise materialize agree announce reach complete finish commence kick be mount make do sign declare impose extend renew break collapse expire propose reject discuss host abandon require involve conclude carry adjourn produce yield ensue unfold erupt near loom intensify accelerate slow halt stall drag persist wind",
    ),
    (Aspect, "begin start continue resume keep commence proceed go carry restart renew intensify increase step finish complete help manage happen return come"),
    (Fail, "fail decline avoid avert prevent stop cease halt refrain abstain neglect miss skip omit block forestall stall thwart"),
    (
        Launch,
        "launch carry conduct mount stage execute unleash perform make deliver fly order do intensify begin start resume continue wage step use direct undertake run renew increase escalate authorise authorize pound fire drop inflict send",
    ),
    (Hold, "hold host chair convene have open attend conduct lead start begin resume conclude wrap arrange organise organize join enter continue finish end launch complete break resume do get plan"),
    (
        Attend,
        "skip boycott pull quit storm attend join participate address enter engage come gather arrive travel fly visit leave take sit resume skip boycott open lead chair conclude start begin continue hold have conduct finish reach conclude walk convene host",
    ),
    (
        Broker,
        "broker mediate negotiate obtain achieve clinch forge arrange guarantee sponsor facilitate secure oversee monitor supervise propose urge demand call appeal request push press seek back support impose host verify underwrite witness enforce help advocate hail welcome",
    ),
    (
        Agree,
        "agree accept sign reach declare announce observe respect honour honor call offer conclude negotiate strike join enter back approve ratify reject refuse break violate breach end abandon extend renew scrap rescind abide adhere ignore keep uphold maintain implement establish make propose want suspend resume seek resist spurn seal ink breach flout repudiate",
    ),
    (Violate, "violate break breach shatter undermine ignore flout threaten jeopardise jeopardize mar disrupt rattle strain test endanger contravene infringe"),
    (End, "end collapse expire crumble unravel fail lapse terminate rescind abrogate abandon scrap cancel dissolve fall fracture shatter die renounce revoke disintegrate"),
    (
        Last,
        "hold last endure prevail persist continue survive remain stay observe respect honour honor abide adhere keep uphold maintain stick apply extend renew prolong comply largely implement monitor cover exclude verify",
    ),
    (TakeEffect, "take come begin start enter commence go follow kick"),
    (Complete, "complete begin start continue finish conduct carry make announce order oversee accelerate speed negotiate secure delay halt slow effect stage execute plan agree demand"),
    (Quote, "quote cite"),
    (Phrasal, "turn draw put shrug play pull work specify bind foresee include contain"),
    (
        Order,
        "order instruct command direct tell ask force compel allow let permit make urge persuade convince press help get expect invite authorise authorize require want send oblige forbid enable encourage request",
    ),
];

static FORMS: Lazy<HashMap<String, Verb>> = Lazy::new(|| {
    let mut verbs: HashMap<&'static str, u32> = HashMap::new();
    for (class, lemmas) in CLASSES {
        for lemma in lemmas.split(' ') {
            *verbs.entry(lemma).or_default() |= *class as u32;
        }
    }
    let mut table = HashMap::new();
    let mut sorted: Vec<_> = verbs.into_iter().collect();
    // Where two verbs share a form ("found"), the first in the alphabet has it, always.
    sorted.sort_unstable();
    for (lemma, classes) in sorted {
        for form in forms(lemma) {
            table.entry(form).or_insert(Verb { lemma, classes });
        }
    }
    table
});

/// The verb that a word (in lower case) is a form of, if the rules know it.
pub(crate) fn verb(word: &str) -> Option<Verb> {
    FORMS.get(word).copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_lead_to_verbs_and_classes() {
        assert!(verb("said").unwrap().is(Say));
        assert!(verb("denying").unwrap().is(Deny));
        assert!(verb("called").unwrap().is_any(&[CallFor]));
        assert_eq!(verb("brokered").unwrap().lemma, "broker");
        assert!(verb("aircraft").is_none());
    }
}
