//! Words that go with the names of places.

/// Nouns for places, which stand before or after a place's name: "Idlib province", "the town of Manbij".
pub(crate) const PLACE_NOUNS: &[&str] = &[
    "province", "region", "district", "governorate", "city", "airport", "town", "county", "oblast", "state", "valley", "river", "village", "camp", "suburb", "suburbs", "area", "areas", "front",
    "border", "peninsula", "island", "coast", "neighbourhood", "neighborhood", "port", "capital", "enclave", "republic", "territory", "stronghold", "resort", "airbase", "base", "countryside",
    "outskirts",
];

/// Words before a name that say that something is there.
pub(crate) const LOCATING: &[&str] = &[
    "in", "near", "at", "across", "around", "into", "from", "over", "inside", "outside", "throughout", "eastern", "western", "northern", "southern", "central", "northwestern", "northeastern",
    "southeastern", "southwestern", "northwest", "northeast", "southeast", "southwest", "north-west", "north-east", "south-west", "south-east", "north-western", "north-eastern", "south-western",
    "south-eastern",
];

/// Verbs of travelling, and of having somebody travel, in the forms that news has.
pub(crate) const TRAVEL: &[&str] = &[
    "flew", "fly", "flies", "flying", "flown", "travelled", "traveled", "travel", "travels", "travelling", "traveling", "went", "go", "goes", "going", "gone", "came", "come", "comes", "coming",
    "headed", "heads", "heading", "arrived", "arrive", "arrives", "arriving", "returned", "returning", "journeyed", "proceeded", "rushed", "hopped", "drove", "crossed", "sent", "dispatched",
    "invited",
];
