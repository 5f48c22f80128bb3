//! Peoples without a state of their own, who act as a sector of the country that the article is about.

/// A people: its words (in lower case), the sector in codes, and the countries of which it can be a sector (all if empty).
struct People {
    words: &'static [&'static str],
    sector: &'static str,
    countries: &'static [&'static str],
}

const PEOPLES: &[People] = &[
    People { words: &["kurd", "kurds", "kurdish"], sector: "kurds", countries: &["SYR", "IRQ", "TUR", "IRN"] },
    People { words: &["serb", "serbs", "serbian"], sector: "serbs", countries: &["BIH", "HRV", "XKX"] },
    People { words: &["croat", "croats"], sector: "croats", countries: &["BIH"] },
    People { words: &["muslim", "muslims", "bosniak", "bosniaks"], sector: "muslims", countries: &["BIH"] },
    People { words: &["albanian", "albanians"], sector: "albanians", countries: &["MKD", "XKX", "SRB"] },
    People { words: &["tamil", "tamils"], sector: "tamils", countries: &["LKA"] },
    People { words: &["tuareg", "tuaregs"], sector: "tuaregs", countries: &["MLI", "NER", "LBY"] },
    People { words: &["hutu", "hutus"], sector: "hutus", countries: &["RWA", "BDI", "COD"] },
    People { words: &["tutsi", "tutsis"], sector: "tutsis", countries: &["RWA", "BDI", "COD"] },
    People { words: &["rohingya", "rohingyas"], sector: "rohingya", countries: &["MMR"] },
    People { words: &["karen", "kachin", "shan", "chin"], sector: "rebels", countries: &["MMR"] },
    People { words: &["druze", "druse"], sector: "druze", countries: &["SYR", "LBN", "ISR"] },
    People { words: &["alawite", "alawites"], sector: "alawites", countries: &["SYR"] },
    People { words: &["yazidi", "yazidis", "yezidi", "yezidis"], sector: "yazidis", countries: &["IRQ", "SYR"] },
    People { words: &["chechen", "chechens"], sector: "chechens", countries: &["RUS"] },
    People { words: &["abkhaz", "abkhazian", "abkhazians"], sector: "separatists", countries: &["GEO"] },
    People { words: &["ossetian", "ossetians"], sector: "separatists", countries: &["GEO"] },
    People { words: &["baloch", "baluch", "balochi"], sector: "baloch", countries: &["PAK", "IRN"] },
    People { words: &["tigrayan", "tigrayans", "tigrean"], sector: "tigrayans", countries: &["ETH"] },
    People { words: &["oromo", "oromos"], sector: "oromos", countries: &["ETH"] },
    People { words: &["uighur", "uighurs", "uyghur", "uyghurs"], sector: "uyghurs", countries: &["CHN"] },
    People { words: &["papuan", "papuans"], sector: "papuans", countries: &["IDN"] },
    People { words: &["kashmiri", "kashmiris"], sector: "kashmiris", countries: &["IND"] },
    People { words: &["sunni", "sunnis"], sector: "sunnis", countries: &["IRQ", "SYR", "LBN"] },
    People { words: &["shia", "shiite", "shiites", "shi'ite", "shi'ites"], sector: "shias", countries: &["IRQ", "LBN"] },
];

/// The sector that `word` (in lower case) names in `country`, and whether it can be one there.
pub(crate) fn people(word: &str, country: &str) -> Option<&'static str> {
    PEOPLES.iter().find(|people| people.words.contains(&word) && people.countries.contains(&country)).map(|people| people.sector)
}

/// The first country of which `word` can be a sector, where the article names no other.
pub(crate) fn home(word: &str) -> Option<&'static str> {
    PEOPLES.iter().find(|people| people.words.contains(&word)).and_then(|people| people.countries.first().copied())
}
