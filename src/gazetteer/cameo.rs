//! What the codes of CAMEO-style dictionaries say of an actor: groups of three letters, a country first, or what stands for none.

use super::country;
use super::entry::NameKind;
use crate::code::{ActorCode, CountryCode};

/// What a code means.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Meaning {
    pub(super) kind: NameKind,
    /// The kind as the crate's own tables word it.
    pub(super) detail: &'static str,
    pub(super) country: Option<CountryCode>,
    pub(super) who: Who,
}

#[derive(Debug, Clone, PartialEq)]
pub(super) enum Who {
    /// Nobody whom a code names: `---`, a private person, an outlet.
    Nobody,
    Coded(ActorCode),
    /// A group or organisation. If `shared`, the code stands for this very one ("LBNREBHEZ"); otherwise for one of its sort ("NGOHRI").
    Named {
        shared: bool,
    },
}

enum Role {
    /// Acts for its state.
    State(&'static str),
    /// People of that sector.
    Sector(&'static str),
    /// Former rulers, celebrities: nobody acts through them.
    Private,
    Media,
    /// Says what sort of organisation it is.
    Sort(NameKind, &'static str),
}

const ROLES: &[(&str, Role)] = &[
    ("GOV", Role::State("government")),
    ("MIL", Role::State("military")),
    ("COP", Role::State("police")),
    ("JUD", Role::State("court")),
    ("LEG", Role::State("parliament")),
    ("SPY", Role::State("intelligence")),
    ("REB", Role::Sector("rebels")),
    ("OPP", Role::Sector("opposition")),
    ("SEP", Role::Sector("separatists")),
    ("INS", Role::Sector("insurgents")),
    ("UAF", Role::Sector("militants")),
    ("RAD", Role::Sector("militants")),
    ("PRM", Role::Sector("militias")),
    ("CVL", Role::Sector("civilians")),
    ("PPL", Role::Sector("civilians")),
    ("REF", Role::Sector("civilians")),
    ("SET", Role::Sector("settlers")),
    ("KUR", Role::Sector("kurds")),
    ("ELI", Role::Private),
    ("MED", Role::Media),
    ("PTY", Role::Sort(NameKind::Group, "party")),
    ("IMG", Role::Sort(NameKind::Group, "militants")),
    ("IGO", Role::Sort(NameKind::Organisation, "regional")),
    ("NGO", Role::Sort(NameKind::Organisation, "ngo")),
    ("NGM", Role::Sort(NameKind::Organisation, "ngo")),
];

/// Groups of letters that name no actor: fields of work, religions, regions.
const SORTS: &[&str] = &[
    "AGR", "BUS", "CRM", "DEV", "EDU", "ENV", "HLH", "HRI", "KID", "LAB", "MOD", "REL", "SOC", "INT", "MNC", "UIS", "TOP", "PKO", //
    "BUD", "CHR", "CTH", "DOX", "HIN", "JEW", "MOS", "MUS", "PRO", "SFI", "SHI", "SIK", "SUN", //
    "AFR", "ASA", "BLK", "CAF", "CAS", "CAU", "CEU", "CFR", "CRB", "EAF", "EEU", "EIN", "EUR", "LAM", "MDE", "MDT", "MEA", "NAF", "NAM", "NMR", "PGS", "SAF", "SAM", "SAS", "SCN", "SEA", "WAF", "WEU",
    "WST",
];

/// Groups of letters that name an organisation, as the built-in data call it.
const KNOWN: &[(&str, &str)] = &[
    ("AFU", "african-union"),
    ("AMN", "amnesty-international"),
    ("ARL", "arab-league"),
    ("ASN", "asean"),
    ("CIS", "cis"),
    ("COE", "council-of-europe"),
    ("CRC", "red-cross"),
    ("CWN", "commonwealth"),
    ("EEC", "eu"),
    ("GCC", "gulf-cooperation-council"),
    ("HEZ", "hezbollah"),
    ("HMS", "hamas"),
    ("HRW", "human-rights-watch"),
    ("IAD", "igad"),
    ("IAE", "iaea"),
    ("IMF", "imf"),
    ("IRC", "red-cross"),
    ("NAT", "nato"),
    ("OAS", "oas"),
    ("OAU", "african-union"),
    ("OIC", "organization-of-islamic-cooperation"),
    ("OPC", "opec"),
    ("PKK", "pkk"),
    ("RCR", "red-cross"),
    ("SAD", "sadc"),
    ("SCE", "osce"),
    ("UNO", "un"),
    ("WAS", "ecowas"),
    ("WBK", "world-bank"),
    ("WTO", "wto"),
];

/// Codes of countries that also follow another's. Elsewhere `SUN` is the USSR, but behind a country the Sunnis.
const TERRITORIES: &[&str] = &["GZA", "GZS", "KOS", "KSV", "MTN", "SRB", "WSB"];

fn role(letters: &str) -> Option<&'static Role> {
    ROLES.iter().find(|(code, _)| *code == letters).map(|(_, role)| role)
}

/// Whether it is written like a code: three letters or digits, once or more.
pub(super) fn is_code(code: &str) -> bool {
    code == "---" || !code.is_empty() && code.len().is_multiple_of(3) && code.len() <= 30 && code.bytes().all(|b| b.is_ascii_uppercase() || b.is_ascii_digit())
}

/// The sector of agent nouns with that code ("farmers": `AGR`), as the crate's table of them words it.
pub(super) fn sector_of_agents(code: &str) -> &'static str {
    let known = groups(code).find_map(|letters| match (letters, role(letters)?) {
        ("REF", _) => Some("refugees"),
        ("JUD", _) => Some("government"),
        ("LEG", _) | ("IGO", _) => Some("officials"),
        ("NGO" | "NGM", _) => Some("aid-workers"),
        ("ELI", _) => Some("civilians"),
        (_, Role::State(sector) | Role::Sector(sector)) => Some(*sector),
        (_, Role::Media) => Some("media"),
        (_, Role::Sort(_, detail)) => Some(*detail),
        (_, Role::Private) => None,
    });
    known.unwrap_or("civilians")
}

fn groups(code: &str) -> impl DoubleEndedIterator<Item = &str> + Clone {
    // Only codes that `is_code` accepts come here: ASCII.
    (0..code.len() / 3).map(move |i| &code[i * 3..i * 3 + 3])
}

/// Reads a code that [`is_code`] accepts.
pub(super) fn read(code: &str) -> Meaning {
    let nobody = |kind, detail| Meaning { kind, detail, country: None, who: Who::Nobody };
    if code == "---" {
        return nobody(NameKind::Group, "");
    }
    let mut rest = groups(code).peekable();
    let mut country = None;
    // A territory may follow its state: "SCGKSV" is Kosovo.
    while let Some(next) = rest.peek().filter(|letters| country.is_none() || TERRITORIES.contains(letters)).and_then(|letters| country::of_alpha_3(letters)) {
        country = Some(next);
        rest.next();
    }
    if let (Some(state), None) = (country, rest.peek()) {
        return Meaning { kind: NameKind::State, detail: "state", country, who: Who::Coded(ActorCode::State(state)) };
    }
    let first = rest.clone().find_map(|letters| role(letters).filter(|role| country.is_some() || !matches!(role, Role::State(_) | Role::Sector(_))));
    if let (Some(state), Some(Role::State(detail))) = (country, first) {
        return Meaning { kind: NameKind::Institution, detail, country, who: Who::Coded(ActorCode::State(state)) };
    }
    if matches!(first, Some(Role::Private)) {
        return nobody(NameKind::Person, "");
    }
    let (kind, detail) = match first {
        Some(Role::Sort(kind, detail)) => (*kind, *detail),
        Some(Role::Sector(detail)) => (NameKind::Group, *detail),
        _ => (NameKind::Group, ""),
    };
    // The most exact stands last: the atomic agency is "IGOUNOIAE".
    if let Some((_, slug)) = rest.clone().rev().find_map(|letters| KNOWN.iter().find(|(code, _)| *code == letters)) {
        return Meaning { kind, detail, country, who: Who::Coded(ActorCode::Group((*slug).into())) };
    }
    if matches!(first, Some(Role::Media)) {
        return Meaning { country, ..nobody(NameKind::Media, "") };
    }
    let shared = rest.enumerate().any(|(i, letters)| (i > 0 || country.is_some()) && role(letters).is_none() && !SORTS.contains(&letters));
    match (country, first) {
        (Some(state), Some(Role::Sector(sector))) if !shared => Meaning { kind, detail, country, who: Who::Coded(ActorCode::with_sector(state, sector)) },
        _ => Meaning { kind, detail, country, who: Who::Named { shared } },
    }
}

/// The code of a group by its name: "Blue Brigade" is `blue-brigade`.
pub(super) fn slug(name: &str) -> Option<ActorCode> {
    let mut slug = String::with_capacity(name.len());
    for c in name.chars().flat_map(char::to_lowercase) {
        if c.is_alphanumeric() && !c.is_uppercase() {
            slug.push(c);
        } else if !matches!(c, '\'' | '’' | '.') && !slug.is_empty() && !slug.ends_with('-') {
            slug.push('-');
        }
    }
    slug.trim_end_matches('-').parse().ok().filter(|code| matches!(code, ActorCode::Group(_)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn who(code: &str) -> String {
        assert!(is_code(code), "{code}");
        match read(code).who {
            Who::Nobody => "nobody".to_string(),
            Who::Coded(code) => code.to_string(),
            Who::Named { shared } => format!("named{}", if shared { ", shared" } else { "" }),
        }
    }

    #[test]
    fn codes_mean_states_sectors_and_groups() {
        for (code, expected) in [
            ("RUS", "RUS"),
            ("RUSGOV", "RUS"),
            ("USAMIL", "USA"),
            ("IRQGOVMIL", "IRQ"),
            ("YUGKSV", "XKX"),
            ("SYRREB", "SYR-rebels"),
            ("SYRCVL", "SYR-civilians"),
            ("IRQKURREB", "IRQ-kurds"),
            ("SYRSUNREB", "SYR-rebels"),
            ("LKAREBTML", "named, shared"),
            ("SDNREBXYZ", "named, shared"),
            ("PSEREBHMS", "hamas"),
            ("AFGELI", "nobody"),
            ("USAMED", "nobody"),
            ("RUSBUS", "named"),
            ("IGOUNO", "un"),
            ("IGOUNOIAE", "iaea"),
            ("IGOUNOHLH", "un"),
            ("IGOEUREEC", "eu"),
            ("NGOHRI", "named"),
            ("NGOHLHIRC", "red-cross"),
            ("MNC", "named"),
            ("WEUREB", "named"),
            ("GOV", "named"),
            ("ELI", "nobody"),
            ("---", "nobody"),
        ] {
            assert_eq!(who(code), expected, "{code}");
        }
        assert_eq!(read("SYRMIL").kind, NameKind::Institution);
        assert_eq!(read("TURPTY").kind, NameKind::Group);
        for code in ["", "RU", "rus", "RUSG", "R US", "[AF", "ÄÖ", "--", "------"] {
            assert!(!is_code(code), "{code}");
        }
    }

    #[test]
    fn slugs_come_from_names() {
        let slug = |name| slug(name).map(|code| code.to_string());
        assert_eq!(slug("Blue Brigade (BB)").as_deref(), Some("blue-brigade-bb"));
        assert_eq!(slug("People's U.N. Watch").as_deref(), Some("peoples-un-watch"));
        assert_eq!(slug("Ånd/Ære").as_deref(), Some("ånd-ære"));
        assert_eq!(slug("!?").as_deref(), None);
    }

    #[test]
    fn agents_have_sectors() {
        for (code, sector) in [("AGR", "civilians"), ("GOVMIL", "government"), ("BUDUAF", "militants"), ("REF", "refugees"), ("MED", "media"), ("PTY", "party"), ("IMG", "militants")] {
            assert_eq!(sector_of_agents(code), sector, "{code}");
        }
    }

    /// The slugs are those of the built-in data.
    #[cfg(feature = "builtin")]
    #[test]
    fn known_organisations_are_the_built_in_ones() {
        let tables = [include_str!("../../data/organisations.tsv"), include_str!("../../data/groups.tsv")];
        for (_, slug) in KNOWN {
            assert!(tables.iter().flat_map(|table| table.lines()).any(|line| line.split('\t').nth(1) == Some(slug)), "{slug}");
        }
    }
}
