//! Users' files: every point of each grammar, and the traps of the files that are about. All texts are invented.

use std::io::{self, Read};

use chrono::NaiveDate;
use proptest::prelude::*;
use sortie::{ActorEntry, EventKind, Extractor, Gazetteer, GazetteerError, LoadReport, NameForm, NameKind, NameSource, PlaceEntry};

fn load(source: NameSource<'_>) -> (Gazetteer, LoadReport) {
    let mut report = LoadReport::default();
    let gazetteer = Gazetteer::builder().load(source, &mut report).expect("something can be read").build().expect("the names fit");
    (gazetteer, report)
}

fn phoenix(text: &str) -> (Gazetteer, LoadReport) {
    load(NameSource::phoenix(text.as_bytes(), "t.actors"))
}

fn refused(source: NameSource<'_>) -> GazetteerError {
    Gazetteer::builder().load(source, &mut LoadReport::default()).expect_err("nothing can be read")
}

fn day(text: &str) -> NaiveDate {
    text.parse().expect("a date")
}

/// The codes of a name, in order, with `-` for none; only those that hold on the day, if one is given.
fn codes(gazetteer: &Gazetteer, name: &str, on: Option<&str>) -> String {
    let Some(found) = gazetteer.find_iter(name).find(|found| found.text() == name) else { return "not found".to_string() };
    let names = found.names().filter(|name| on.is_none_or(|on| name.holds_on(day(on))));
    names.map(|name| name.code().map_or("-".to_string(), ToString::to_string)).collect::<Vec<_>>().join(" ")
}

/// Line and column of what was rejected.
fn rejected(report: &LoadReport) -> Vec<(usize, usize)> {
    report.rejected().iter().map(|remark| (remark.line, remark.column)).collect()
}

#[test]
fn bases_synonyms_and_codes() {
    let (gazetteer, report) = phoenix(
        "# a file\n\
         BLUE_BRIGADE_ [SDNREB]\n\
         +BLUES_\n\
         +BLUE_BRIGADE_OF_KARSIN\n\
         \n\
         ADA_OKORO__\t\n\
         +MINISTER OKORO_\n\
         \t[NGAGOV 150529-190528]\n\
         \t[NGAOPP >190529] [---]\n\
         RIVER_LEAGUE_[IGOUNO][NGO]\n\
         The_Karsin_Courier   [SDNMED]",
    );
    assert!(report.is_clean(), "{:?}", report.rejected());
    assert_eq!((report.entries(), report.names()), (7, 7));
    assert_eq!(codes(&gazetteer, "Blues", None), "SDN-rebels");
    assert_eq!(codes(&gazetteer, "Blue Brigade of Karsin", None), "SDN-rebels");
    assert_eq!(codes(&gazetteer, "Minister Okoro", None), "NGA NGA-opposition -");
    assert_eq!(codes(&gazetteer, "River League", None), "un river-league");
    // "The" is no part of a name.
    assert_eq!(gazetteer.find_iter("the Karsin Courier").next().map(|found| found.text()), Some("Karsin Courier"));
    let names: Vec<_> = gazetteer.find_iter("Minister Okoro").flat_map(|found| found.names()).map(|name| (name.name(), name.kind())).collect();
    assert_eq!(names[0], ("Ada Okoro", NameKind::Person));
}

#[test]
fn names_are_whole_words_with_or_without_an_underscore() {
    let (gazetteer, _) = phoenix("KARSIN [SDNGOV]\nQADRA_ [SDNGOV]\n");
    assert_eq!(gazetteer.find_iter("Karsinians met Qadraites in Karsin's Qadra.").count(), 2);
}

#[test]
fn comments_of_every_style() {
    let (gazetteer, report) = phoenix(
        "<!-- one line --> \n\
         <!-- several\n\
         HIDDEN_MAN_ [SDNGOV]\n\
         lines --> AFTER_IT_ [SDNGOV]\n\
         BLUES_ [SDNREB] # so [XXX\n\
         GREENS_ ; so\n\
         \t[SDNREB] ;[SDNGOV]\n\
         REDS_ <!-- inside --> [SDNOPP] <!-- and after\n\
         --> \n\
         \x20 # after blanks\n\
         # <!-- no opening in a comment\n\
         LAST_ [SDNCVL]",
    );
    // What stands behind `-->` is indented by it: not a base.
    assert_eq!(rejected(&report), [(4, 11)]);
    for (name, code) in [("Hidden Man", "not found"), ("Blues", "SDN-rebels"), ("Greens", "SDN-rebels"), ("Reds", "SDN-opposition"), ("Last", "SDN-civilians")] {
        assert_eq!(codes(&gazetteer, name, None), code, "{name}");
    }
    let error = refused(NameSource::phoenix("<!-- for ever\nBLUES_ [SDNREB]\n".as_bytes(), "t"));
    assert!(error.to_string().contains("never closed"), "{error}");
}

#[test]
fn dates_are_inclusive() {
    let actors = "A_MAN_ [SDNGOV <19991231]\nB_MAN_ [SDNGOV > 000101]\nC_MAN_ [SDNGOV 20000101 - 301231]\nD_MAN_ [SDNGOV 000101-20001231] [SDNOPP]\nE_MAN_ [SDNOPP] [SDNGOV 000101-001231]\n";
    let (gazetteer, report) = phoenix(actors);
    assert!(report.is_clean(), "{:?}", report.rejected());
    let held = |name, on| codes(&gazetteer, name, Some(on));
    assert_eq!((held("A Man", "1999-12-31"), held("A Man", "2000-01-01")), ("SDN".to_string(), String::new()));
    assert_eq!((held("B Man", "1999-12-31"), held("B Man", "2000-01-01")), (String::new(), "SDN".to_string()));
    // Up to 30 two digits mean this century.
    assert_eq!((held("C Man", "2000-01-01"), held("C Man", "2030-12-31"), held("C Man", "2031-01-01")), ("SDN".to_string(), "SDN".to_string(), String::new()));
    assert_eq!(held("D Man", "2000-12-31"), "SDN SDN-opposition");
    assert_eq!(held("D Man", "2001-01-01"), "SDN-opposition");
    // A code without dates is the default, wherever it stands.
    assert_eq!(held("E Man", "2000-06-01"), "SDN SDN-opposition");
}

#[test]
fn petrarch2_reads_dates_otherwise() {
    let actors = "A_MAN_ [SDNGOV <19991231]\nB_MAN_ [SDNGOV >000101]\nD_MAN_ [SDNGOV 000101-20001231]\nE_MAN_ [SDNOPP] [SDNGOV 000101-001231]\nF_MAN_ [SDNGOV 990101]\n";
    let (gazetteer, report) = load(NameSource::phoenix(actors.as_bytes(), "t.actors").petrarch2_compat());
    let held = |name, on| codes(&gazetteer, name, Some(on));
    assert_eq!((held("A Man", "1999-12-30"), held("A Man", "1999-12-31")), ("SDN -".to_string(), "-".to_string()));
    assert_eq!(held("B Man", "2000-01-01"), "SDN -");
    assert_eq!((held("D Man", "2000-12-30"), held("D Man", "2000-12-31")), ("SDN -".to_string(), "-".to_string()));
    assert_eq!(held("E Man", "2000-06-01"), "SDN-opposition SDN");
    assert_eq!(held("F Man", "1950-01-01"), "SDN");
    assert_eq!((report.rejected_count(), report.warning_count()), (0, 1));
    // The last entry of a file, which PETRARCH2 loses, is there.
    assert_eq!(codes(&gazetteer, "F Man", None), "SDN");
}

#[test]
fn malformed_lines_are_told_and_skipped() {
    let (gazetteer, report) = phoenix(
        "GOOD_ONE_ [SDNREB]\n\
         +FAR_OFF]_\n\
         A_MAN_ [SDNGOV 9008223-991231] [SDNREB]\n\
         B_MAN_ [SDNGOV 20010911]\n\
         C_MAN_ [SDNGOV 991231-990101]\n\
         D_MAN_ [sdngov]\n\
         E_MAN_ [SDNGO]\n\
         F_MAN_ [\n\
         MNCUSA]\n\
         G_MAN_ [SDNGOV} [SDNREB]\n\
         H_MAN_\tI_MAN_ [SDNGOV]\n\
         +ITS_SYNONYM_\n\
         \t[SDNGOV]\n\
         J_MAN_\n\
         \tK_MAN_ [SDNGOV]\n\
         NO_CODE_\n\
         L_MAN_ [SDNGOV] rest\n\
         +ONES_+_TWOS_\n\
         ___ [SDNGOV]\n\
         M_MAN_ [SDNGOV 990231-990931]\n\
         N_MAN_ [SDNGOV 991301-991331]\n\
         LAST_ [SDNCVL]\n",
    );
    let expected = [(2, 2), (3, 16), (4, 16), (5, 16), (6, 9), (7, 9), (8, 8), (9, 1), (10, 8), (11, 1), (12, 2), (13, 2), (15, 2), (14, 1), (16, 1), (17, 17), (19, 1), (21, 16)];
    assert_eq!(rejected(&report), expected, "{:#?}", report.rejected());
    for (name, code) in [
        ("Good One", "SDN-rebels"),
        ("A Man", "SDN-rebels"),
        ("B Man", "not found"),
        ("G Man", "SDN-rebels"),
        ("L Man", "SDN"),
        ("Ones", "SDN"),
        ("Twos", "SDN"),
        ("M Man", "SDN"),
        ("Last", "SDN-civilians"),
        ("Its Synonym", "not found"),
    ] {
        assert_eq!(codes(&gazetteer, name, None), code, "{name}");
    }
    let warned: Vec<usize> = report.warnings().iter().map(|remark| remark.line).collect();
    assert_eq!(warned, [18, 20]);
    assert!(report.rejected().iter().all(|remark| remark.text.chars().count() <= 60 && remark.file == "t.actors"));
}

#[test]
fn duplicates_and_contradictions_are_told() {
    let (gazetteer, report) = phoenix("BLUES_ [SDNREB] [SDNREB]\n+Blues\nBLUES_ [SDNREB]\nREDS_ [SDNREB]\nREDS_ [SDNOPP]\n");
    assert_eq!(report.duplicates(), 3);
    assert_eq!(report.warnings().len(), 1);
    assert_eq!((report.warnings()[0].line, report.warnings()[0].reason.as_str()), (5, "this name has other codes on line 4"));
    assert_eq!(codes(&gazetteer, "Reds", None), "SDN-rebels SDN-opposition");
    assert_eq!(report.names(), 3);
}

#[test]
fn groups_are_named_after_the_first_with_their_code() {
    let (gazetteer, _) = phoenix(
        "ADA_OKORO_ [SDNREBBLU 990101-001231]\nTHE_BLUE_BRIGADE_ [SDNREBBLU]\nBLUE_YOUTH_ [SDNREBBLU]\nDUNE_WATCH_ [NGOHRI]\nSAND_WATCH_ [NGOHRI]\nBO_ADEYEMI_ [MNCOIL >990101]\nSAM_DOE_ [SDNELI 900101-991231] [SDNGOV >20000101]\n",
    );
    for (name, code) in [
        ("Ada Okoro", "blue-brigade"),
        ("Blue Brigade", "blue-brigade"),
        ("Blue Youth", "blue-brigade"),
        ("Dune Watch", "dune-watch"),
        ("Sand Watch", "sand-watch"),
        ("Bo Adeyemi", "-"),
        ("Sam Doe", "- SDN"),
    ] {
        assert_eq!(codes(&gazetteer, name, None), code, "{name}");
    }
}

#[test]
fn states_have_forms() {
    let (gazetteer, _) = phoenix("MALDOVIA_ [ROM]\n+MALDOVIAN_\n+MALDOVIANS_\n+QARSIN_\n");
    let form = |name: &str| gazetteer.find_iter(name).next().and_then(|found| found.names().next()).map(|name| (name.kind(), name.form(), name.country().map(|c| c.to_string())));
    let of = |form| Some((NameKind::State, form, Some("ROU".to_string())));
    assert_eq!(form("Maldovia"), of(NameForm::Name));
    assert_eq!(form("Maldovian"), of(NameForm::Adjective));
    assert_eq!(form("Maldovians"), of(NameForm::Demonym));
    assert_eq!(form("Qarsin"), of(NameForm::Metonym));
}

#[test]
fn other_encodings_and_line_ends_are_read() {
    let (gazetteer, report) = load(NameSource::phoenix(&b"\xef\xbb\xbfJOS\xc3\x89_ [SDNGOV]\r\nHANS_W\xd6RNER_ [SDNGOV]\rLAST_ [SDNGOV]\r"[..], "t"));
    for name in ["José", "Hans Wörner", "Last"] {
        assert_eq!(codes(&gazetteer, name, None), "SDN", "{name}");
    }
    assert_eq!((report.rejected_count(), report.warning_count()), (0, 1));
    assert_eq!(report.warnings()[0].line, 2);
}

#[test]
fn acronyms_are_found_in_capitals_alone() {
    let (gazetteer, _) = phoenix("US_ [USA]\nU.N._ [IGOUNO]\nNATO_ [IGOWSTNAT]\n");
    let found: Vec<_> = gazetteer.find_iter("Us and the US, U.n. and the U.N., Nato and NATO").map(|found| found.text()).collect();
    assert_eq!(found, ["US", "U.N.", "Nato", "NATO"]);
}

#[test]
fn agents_are_nouns_of_the_extractor() {
    let agents = "!PERSON! = MAN, MEN # a list\n\
                  BUSHRANGER [~REB]\n\
                  GENDARMERY {GENDARMERIE} [~COP] # irregular\n\
                  MOUNTED_FOLK {} [GOV~]\n\
                  SWORDS!PERSON![~REB]\n\
                  LANCE!NOBODY! [~REB]\n\
                  PIKE!PERSON [~REB]\n\
                  NO_CODE\n\
                  BAD_CODE [~re]\n\
                  BAD_BRACE [~REB}\n\
                  BAD_PLURAL {X [~REB]\n\
                  !LIST = A\n\
                  BUSHRANGER [~REB]\n";
    let (gazetteer, report) = load(NameSource::agents(agents.as_bytes(), "t.agents"));
    assert_eq!(rejected(&report), [(6, 1), (7, 1), (8, 1), (9, 11), (10, 12), (11, 13), (12, 1)], "{:#?}", report.rejected());
    assert_eq!((report.entries(), report.names(), report.duplicates()), (5, 7, 2));
    assert!(gazetteer.is_empty());

    let place = PlaceEntry::new("Karsin", "SDN".parse().expect("a country"));
    let state = ActorEntry::new("Sudan", "SDN".parse().expect("a country"));
    let build =
        |builder: sortie::GazetteerBuilder| Extractor::builder().gazetteer(builder.actor(state.clone()).place(place.clone()).build().expect("the names fit")).build().expect("the extractor builds");
    let with = build(Gazetteer::builder().load(NameSource::agents(agents.as_bytes(), "t.agents"), &mut LoadReport::default()).expect("it loads"));
    let without = build(Gazetteer::builder());
    let code = |extractor: &Extractor| {
        let events = extractor.parse_article("Government jets bombed bushrangers near Karsin in Sudan.").expect("the article can be read");
        assert_eq!(events[0].kind, EventKind::Airstrike);
        events[0].actors.iter().find(|actor| actor.text == "bushrangers").and_then(|actor| actor.code.as_ref()).map(ToString::to_string)
    };
    assert_eq!(code(&with).as_deref(), Some("SDN-rebels"));
    assert_eq!(code(&without), None);
}

fn geonames_row(id: u32, name: &str, others: &str, class: &str, country: &str, people: &str) -> String {
    format!("{id}\t{name}\t{name}\t{others}\t12.5\t30.25\t{class}\tPPL\t{country}\t\t07\t\t\t\t{people}\t\t310\tAfrica/Khartoum\t2020-01-01\n")
}

#[test]
fn geonames_rows_are_places() {
    let text = [
        geonames_row(2, "Karsin", "", "P", "CS", "1000"),
        geonames_row(1, "Karsin", "Qarsin,KRS,كرسن,Karsín,karsin ju,Kar", "P", "SD", "52000"),
        geonames_row(1, "Karsin", "", "P", "SD", "52000"),
        geonames_row(3, "Mount Karsin", "", "T", "SD", ""),
        geonames_row(4, "The Deep", "", "A", "", "0"),
    ]
    .concat();
    let (gazetteer, report) = load(NameSource::geonames(text.as_bytes(), "SD.txt"));
    assert!(report.is_clean(), "{:?}", report.rejected());
    assert_eq!((report.entries(), report.names(), report.duplicates(), report.left_out()), (3, 6, 1, 4));
    let found = gazetteer.find_iter("Karsin").next().expect("it is found");
    let places: Vec<_> = found.names().map(|name| (name.country().map(|c| c.to_string()), name.population(), name.coordinates())).collect();
    assert_eq!(places, [(Some("SDN".to_string()), 52_000, Some((12.5, 30.25))), (Some("SRB".to_string()), 1_000, Some((12.5, 30.25)))]);
    assert!(gazetteer.find_iter("Kar").next().expect("it is found").names().all(|name| name.is_weak()));
    assert_eq!(gazetteer.find_iter("KRS, Mount Everest, karsin ju, Karsín, Qarsin").count(), 2);
}

#[test]
fn malformed_geonames_rows_are_told() {
    let good = geonames_row(1, "Karsin", "", "P", "SD", "52000");
    let bad = |from: &str, to: &str| good.replacen(from, to, 1);
    let text =
        [good.clone(), bad("1\t", "x\t"), bad("12.5", "91"), bad("30.25", "NaN"), bad("52000", "many"), bad("SD", "ZZ"), bad("Karsin\t", "?\t"), "1\tKarsin\n".to_string(), "2\tKar".to_string()]
            .concat();
    let (_, report) = load(NameSource::geonames(text.as_bytes(), "SD.txt"));
    assert_eq!(rejected(&report), [(2, 1), (3, 18), (4, 23), (5, 45), (6, 35), (7, 3), (8, 1), (9, 1)], "{:#?}", report.rejected());
    let latin = load(NameSource::geonames(&[good.as_bytes(), b"2\tK\xe4rsin\n"].concat()[..], "SD.txt")).1;
    assert_eq!(rejected(&latin), [(2, 1)]);
}

#[test]
fn tables_skip_what_is_malformed() {
    let (gazetteer, report) = load(NameSource::tsv("#name\tcode\tpopulation\r\nBlues\tblues\t\r\nReds\tr e d s\t\r\nKarsin\t\t-1\r\n\r\nGreens\tgreens\t".as_bytes(), "t.tsv"));
    assert_eq!(rejected(&report), [(3, 6), (4, 9)]);
    assert_eq!(gazetteer.len(), 2);
    assert_eq!(refused(NameSource::tsv("name\tcode\n".as_bytes(), "t.tsv")).line(), Some(1));
}

/// A reader that gives one byte at a time and then fails.
struct Failing(usize);

impl Read for Failing {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        self.0 = self.0.checked_sub(1).ok_or_else(|| io::Error::other("the disk is gone"))?;
        buffer[0] = if self.0.is_multiple_of(20) { b'\n' } else { b'A' };
        Ok(1)
    }
}

#[test]
fn broken_input_gives_errors() {
    let error = refused(NameSource::phoenix(Failing(30), "gone.actors"));
    assert_eq!(error.line(), Some(3));
    assert_eq!(error.to_string(), "gone.actors:3: the disk is gone");

    let binary: Vec<u8> = (0..200_000u32).map(|i| (i.wrapping_mul(2_654_435_761) >> 13) as u8).collect();
    for source in [NameSource::phoenix(&binary[..], "b"), NameSource::agents(&binary[..], "b"), NameSource::geonames(&binary[..], "b")] {
        // Either nothing could be read, or some stray bytes were names; never silence.
        let mut report = LoadReport::default();
        let loaded = Gazetteer::builder().load(source, &mut report);
        assert!(report.rejected_count() > 100, "{report}");
        assert!(report.rejected().len() <= LoadReport::KEPT);
        drop(loaded);
    }
    assert!(refused(NameSource::geonames(&binary[..], "b")).to_string().starts_with("b: none of its lines could be read"));
    assert!(refused(NameSource::tsv(&binary[..], "b")).to_string().starts_with("b:"));

    // Empty files are no error.
    let (gazetteer, report) = phoenix("");
    assert!(gazetteer.is_empty() && report.is_clean());
}

#[test]
fn endless_lines_take_no_memory() {
    // 1 GiB without an end of line, then a good one.
    let endless = io::repeat(b'A').take(1 << 30).chain(&b"\nBLUES_ [SDNREB]\n"[..]);
    let (gazetteer, report) = load(NameSource::phoenix(endless, "t.actors"));
    assert_eq!(codes(&gazetteer, "Blues", None), "SDN-rebels");
    assert_eq!(rejected(&report), [(1, 1)]);
    assert_eq!(report.rejected()[0].text.len(), 60);
}

#[test]
fn later_layers_hide_earlier_ones() {
    let sudan = "SDN".parse().expect("a country");
    let mut report = LoadReport::default();
    let gazetteer = Gazetteer::builder()
        .load(NameSource::phoenix("BLUES_ [SDNREB]\nKARSIN_ [SDNGOV]\n".as_bytes(), "a"), &mut report)
        .and_then(|builder| builder.load(NameSource::phoenix("BLUES_ [TCDREB]\n".as_bytes(), "b"), &mut report))
        .and_then(|builder| builder.load(NameSource::geonames(geonames_row(1, "Blues", "", "P", "SD", "1").as_bytes(), "c"), &mut report))
        .expect("they load")
        .place(PlaceEntry::new("Karsin", sudan))
        .build()
        .expect("the names fit");
    // The later actor alone; and the place beside it.
    assert_eq!(codes(&gazetteer, "Blues", None), "TCD-rebels -");
    assert_eq!(codes(&gazetteer, "Karsin", None), "SDN -");
    assert_eq!(report.entries(), 4);
}

#[cfg(feature = "builtin")]
#[test]
fn what_says_the_same_as_the_built_in_names_leaves_them_in_place() {
    let mut report = LoadReport::default();
    let actors = "RUSSIA_ [RUS]\n+RUSSIAN_\n+MOSCOW_\nKIEV_ [RUS]\n";
    let places = [geonames_row(1, "Nice", "", "P", "FR", "340000"), geonames_row(2, "Tripoli", "", "P", "GR", "30000")].concat();
    let gazetteer = Gazetteer::builder()
        .with_builtin()
        .load(NameSource::phoenix(actors.as_bytes(), "a"), &mut report)
        .and_then(|builder| builder.load(NameSource::geonames(places.as_bytes(), "b"), &mut report))
        .expect("they load")
        .build()
        .expect("the names fit");
    let names = |text: &str| gazetteer.find_iter(text).next().map(|found| found.names().collect::<Vec<_>>()).unwrap_or_default();
    assert!(names("Russia").iter().any(|name| name.kind() == NameKind::State && name.coordinates().is_some()));
    assert!(names("Russian").iter().any(|name| name.form() == NameForm::Adjective));
    assert!(names("Moscow").iter().any(|name| name.form() == NameForm::Capital));
    // This one says something else; the town of that name stays.
    let kiev = names("Kiev");
    assert!(kiev.iter().filter(|name| name.kind() != NameKind::Place).all(|name| name.code().is_some_and(|code| code.to_string() == "RUS")));
    assert!(kiev.iter().any(|name| name.kind() == NameKind::Place));
    // Places hide places, and stay weak where they were.
    let nice: Vec<_> = names("Nice").into_iter().filter(|name| name.kind() == NameKind::Place).collect();
    assert!(nice.len() == 1 && nice[0].is_weak() && nice[0].population() == 340_000);
    assert!(names("Tripoli").iter().filter(|name| name.kind() == NameKind::Place).all(|name| name.country().is_some_and(|c| c.as_str() == "GRC")));
    assert!(names("Tripoli").iter().any(|name| name.form() == NameForm::Capital));
}

/// The search as its documentation tells it, one name after the other at every word's start.
mod oracle {
    /// As `find_iter` compares characters.
    fn folded(c: char) -> Option<char> {
        match c {
            '’' | '‘' | 'ʼ' | '`' | '´' | 'ʻ' => Some('\''),
            '‐' | '‑' | '–' | '−' => Some('-'),
            '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}' | '\u{feff}' => None,
            c if c.is_whitespace() => Some(' '),
            c => c.to_lowercase().next(),
        }
    }

    fn is_word(c: char) -> bool {
        c.is_alphanumeric() || ('\u{300}'..='\u{36f}').contains(&c)
    }

    pub(super) fn fold(name: &str) -> String {
        let folded: String = name.chars().filter_map(folded).collect();
        folded.split(' ').filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
    }

    /// Where the name ends, if it stands at the start of `text`. All ends: an unprinted character may follow.
    fn end_of(name: &str, text: &str) -> Option<usize> {
        let wanted: Vec<char> = name.chars().collect();
        let mut read = String::new();
        for (i, c) in text.char_indices() {
            let Some(folded) = folded(c) else { continue };
            if folded != ' ' || !read.ends_with(' ') {
                read.push(folded);
            } else {
                continue;
            }
            let so_far: Vec<char> = read.chars().collect();
            if so_far.len() > wanted.len() || so_far[..] != wanted[..so_far.len()] {
                return None;
            }
            if so_far.len() == wanted.len() {
                let end = i + c.len_utf8();
                // Unprinted characters part no word.
                let next = text[end..].chars().find_map(self::folded);
                return (next.is_none_or(|next| !is_word(next)) || !is_word(folded)).then_some(end);
            }
        }
        None
    }

    const ARTICLES: &[&str] = &["al", "el", "an", "ar", "as", "ash", "at", "ad", "az", "ul", "bin", "ibn", "de", "la", "le"];

    fn may_start(text: &str) -> bool {
        let Some(first) = text.chars().next() else { return false };
        let word: String = text.chars().take(4).take_while(char::is_ascii_lowercase).collect();
        let after = text[word.len()..].chars().next();
        let name = || text[word.len() + 1..].chars().next().is_some_and(|c| !c.is_ascii_lowercase());
        let parted = after.is_some_and(|c| matches!(c, '-' | '\u{2011}' | '\u{2010}' | '–') || c == ' ' && name());
        first.is_uppercase() || first.is_ascii_digit() || ARTICLES.contains(&word.as_str()) && parted
    }

    /// `names` are folded, with the spelling that they came from.
    pub(super) fn find(names: &[(String, String)], text: &str) -> Vec<(usize, usize)> {
        let mut found = Vec::new();
        let mut from = 0;
        let mut before: Option<char> = None;
        for (i, c) in text.char_indices() {
            let word_start = !before.is_some_and(is_word);
            before = folded(c).or(before);
            if i < from || !word_start || !is_word(c) || !may_start(&text[i..]) {
                continue;
            }
            let end = names.iter().filter_map(|(name, spelling)| end_of(name, &text[i..]).filter(|end| fits(spelling, &text[i..i + end]))).max();
            if let Some(end) = end {
                found.push((i, i + end));
                from = i + end;
            }
        }
        found
    }

    fn fits(spelling: &str, found: &str) -> bool {
        let letters = spelling.chars().filter(|c| c.is_alphabetic()).count();
        let acronym = letters > 0 && letters <= 5 && !spelling.chars().any(char::is_lowercase);
        !acronym || !found.chars().any(char::is_lowercase) || spelling.len() >= 4 && !spelling.contains('.') && found.starts_with(char::is_uppercase)
    }
}

const SMALL: &[&str] = &["Aba", "Aba Bab", "Aba Bab's", "Abab", "al-Aba", "Bab", "Bab-Aba", "US", "U.S.", "Nato", "BABA", "Ébab", "a b", "7 Aba", "Aba, Bab", "de Bab", "A", "ABA's"];

fn small() -> Gazetteer {
    SMALL.iter().fold(Gazetteer::builder(), |builder, name| builder.actor(ActorEntry::new(*name, "SDN".parse().expect("a country")))).build().expect("the names fit")
}

/// The first spelling of those that fold alike counts.
fn keyed<'a>(spellings: impl Iterator<Item = &'a str>) -> Vec<(String, String)> {
    let mut keyed: Vec<(String, String)> = Vec::new();
    for spelling in spellings {
        let key = oracle::fold(spelling);
        if !keyed.iter().any(|(other, _)| *other == key) {
            keyed.push((key, spelling.to_string()));
        }
    }
    keyed
}

fn spans(gazetteer: &Gazetteer, text: &str) -> Vec<(usize, usize)> {
    gazetteer.find_iter(text).map(|found| (found.span().start, found.span().end)).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_search_finds_what_an_oracle_finds(text in "([AaBbÉé7]|US|us|U\\.S\\.|Nato|al-|de |[ ’',.\\n-]|\u{ad}|  |\u{301}){0,40}") {
        prop_assert_eq!(spans(&small(), &text), oracle::find(&keyed(SMALL.iter().copied()), &text));
    }

    #[test]
    fn any_bytes_are_read(bytes in prop::collection::vec(any::<u8>(), 0..300), limit in 0..400usize) {
        for source in [NameSource::phoenix, NameSource::agents, NameSource::geonames, NameSource::tsv].map(|make| make(&bytes[..], "any").line_limit(limit)) {
            let mut report = LoadReport::default();
            if let Ok(builder) = Gazetteer::builder().load(source, &mut report) {
                prop_assert!(builder.build().is_ok());
            }
        }
    }

    #[test]
    fn any_dictionary_is_read(text in "([A-Z_]{1,4}|\\[|\\]|[A-Z]{3}|\\+|<|>|-|[0-9]{6}|[ \\t\\n#;!~{}=]|<!--|-->|---|\\[SDNREB\\]\\n|É){0,60}") {
        for compat in [false, true] {
            let source = NameSource::phoenix(text.as_bytes(), "any");
            let mut report = LoadReport::default();
            if let Ok(builder) = Gazetteer::builder().load(if compat { source.petrarch2_compat() } else { source }, &mut report) {
                prop_assert!(builder.build().is_ok());
            }
        }
        let _ = Gazetteer::builder().load(NameSource::agents(text.as_bytes(), "any"), &mut LoadReport::default());
    }
}

#[cfg(feature = "builtin")]
mod builtin {
    use super::*;

    /// The built-in names by their first word: an oracle over all of them would take minutes.
    fn by_first_word(gazetteer: &Gazetteer) -> std::collections::HashMap<String, Vec<(String, String)>> {
        let mut names: std::collections::HashMap<String, Vec<(String, String)>> = std::collections::HashMap::new();
        for spelling in gazetteer.spellings() {
            let key = oracle::fold(&spelling);
            let first: String = key.chars().take_while(|c| c.is_alphanumeric()).collect();
            names.entry(first).or_default().push((key, spelling));
        }
        names
    }

    fn texts() -> impl Strategy<Value = String> {
        let spellings: Vec<String> = Gazetteer::builtin().expect("the built-in data are sound").spellings().step_by(37).collect();
        let part = (prop::sample::select(spellings), 0..8u8, "[ ,.’\\n-]{0,2}").prop_map(|(name, how, glue)| match how {
            0 => name.to_uppercase() + &glue,
            1 => name.to_lowercase() + &glue,
            2 => name.split(' ').next().unwrap_or("").to_string() + &glue,
            3 => name.replace(' ', "\n") + "s" + &glue,
            _ => name + " " + &glue,
        });
        prop::collection::vec(part, 1..12).prop_map(|parts| parts.concat())
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 150, failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn the_search_finds_what_an_oracle_finds(text in texts()) {
            static NAMES: std::sync::OnceLock<std::collections::HashMap<String, Vec<(String, String)>>> = std::sync::OnceLock::new();
            let gazetteer = Gazetteer::builtin().expect("the built-in data are sound");
            let names = NAMES.get_or_init(|| by_first_word(&gazetteer));
            let folded = oracle::fold(&text);
            // All names that could start at some word of the text.
            let words: std::collections::HashSet<&str> = folded.split(|c: char| !c.is_alphanumeric()).collect();
            let candidates: Vec<(String, String)> = words.iter().filter_map(|word| names.get(*word)).flatten().cloned().collect();
            prop_assert_eq!(spans(&gazetteer, &text), oracle::find(&candidates, &text), "{:?}", text);
        }
    }
}
