//! Own names alone, without the built-in ones: also what `--no-default-features` leaves.

use sortie::{ActorEntry, Event, EventKind, Extractor, Gazetteer, PlaceEntry};

const NAMES: &str = "#name\tcode\tcountry\tkind\taliases
Blue Brigade\tblue-brigade\tSDN\trebels\tBlues|?Brigade
Northern Front\tnorthern-front\tSDN\trebels\t
Karsin\t\tSDN\ttown\tQarsin
";

fn extractor() -> Extractor {
    let gazetteer = Gazetteer::builder().read_tsv(NAMES, "names.tsv").expect("the table is well-formed").build().expect("the names fit");
    Extractor::builder().gazetteer(gazetteer).build().expect("the extractor builds")
}

fn codes(event: &Event) -> Vec<String> {
    event.actors.iter().filter_map(|actor| actor.code.as_ref()).map(ToString::to_string).collect()
}

#[test]
fn names_of_a_table_become_actors_and_places() {
    let events = extractor().parse_article("The Blue Brigade and the Northern Front held talks in Karsin.").expect("the article can be read");
    assert_eq!(events.len(), 1);
    assert_eq!(events[0].kind, EventKind::Meeting);
    assert_eq!(codes(&events[0]), ["blue-brigade", "northern-front"]);
    assert_eq!(events[0].location().map(|place| place.text.as_str()), Some("Karsin"));
}

#[test]
fn an_alias_is_the_same_actor() {
    let events = extractor().parse_article("The Blues withdrew from Qarsin.").expect("the article can be read");
    assert_eq!(events[0].kind, EventKind::Withdrawal);
    assert_eq!(codes(&events[0]), ["blue-brigade"]);
    assert_eq!(events[0].location().and_then(|place| place.name.as_deref()), Some("Karsin"));
}

#[test]
fn names_can_be_added_one_by_one() {
    let gazetteer = Gazetteer::builder()
        .actor(ActorEntry::new("Blue Brigade", "blue-brigade".parse().expect("a slug")))
        .place(PlaceEntry::new("Karsin", "SDN".parse().expect("a country")).coordinates(12.5, 30.25))
        .build()
        .expect("the names fit");
    assert_eq!(gazetteer.len(), 2);
    let extractor = Extractor::builder().gazetteer(gazetteer).build().expect("the extractor builds");
    let events = extractor.parse_article("Blue Brigade fighters withdrew from Karsin.").expect("the article can be read");
    assert_eq!(codes(&events[0]), ["blue-brigade"]);
    assert_eq!(events[0].location().and_then(|place| place.latitude.zip(place.longitude)), Some((12.5, 30.25)));
}

#[test]
fn without_any_name_events_are_found_all_the_same() {
    let gazetteer = Gazetteer::builder().build().expect("no names fit");
    assert!(gazetteer.is_empty());
    let extractor = Extractor::builder().gazetteer(gazetteer).build().expect("the extractor builds");
    let events = extractor.parse_article("Government warplanes bombed a rebel camp.").expect("the article can be read");
    assert_eq!(events[0].kind, EventKind::Airstrike);
    assert!(codes(&events[0]).is_empty() && events[0].location().is_none());
}

/// Without the feature the free function knows no names.
#[cfg(not(feature = "builtin"))]
#[test]
fn the_free_function_has_no_names() {
    let events = sortie::parse_article("Russian jets bombed Idlib.").expect("the article can be read");
    assert_eq!(events[0].kind, EventKind::Airstrike);
    assert!(codes(&events[0]).is_empty() && events[0].location().is_none());
}
