//! The invented words and phrases that generated dossiers are made of.

pub const AREAS: [&str; 8] = [
    "Institutions",
    "Trade",
    "Railways and roads",
    "Energy",
    "Water",
    "Education",
    "Health",
    "Border and customs",
];

/// At most seven words each.
pub const OPENINGS: [&str; 12] = [
    "According to the figures released so far,",
    "Speaking to reporters after the meeting,",
    "On the second day of the talks,",
    "In a statement issued late at night,",
    "Asked about the delay,",
    "At the opening of the new terminal,",
    "In a letter to the participants,",
    "Under the agreement signed last spring,",
    "Before leaving for the airport,",
    "In an interview with a local paper,",
    "As in earlier years,",
    "Two months after the first round,",
];

/// One word each: a figure follows.
pub const CLOSE_OPENINGS: [&str; 6] =
    ["Meanwhile,", "Later,", "Earlier,", "Separately,", "Still,", "Also,"];

/// Two words each.
pub const VERBS: [&str; 10] = [
    "said that",
    "confirmed that",
    "announced that",
    "reported that",
    "stressed that",
    "recalled that",
    "expects that",
    "denied that",
    "added that",
    "estimates that",
];

/// Six to eleven words each.
pub const CLAUSES: [&str; 24] = [
    "the volume of goods carried across the border had risen again",
    "the two sides would set up a joint working group",
    "work on the eastern section was finished ahead of schedule",
    "the first train would leave before the end of the month",
    "no decision had been taken on the price of transit",
    "the reservoir held less water than in any year before",
    "students from both banks could apply for the same scholarships",
    "the new customs post would stay open through the night",
    "the bridge had to be closed twice because of high wind",
    "the loan was to be paid back within fifteen years",
    "all five ministries had agreed to exchange their data",
    "the number of direct flights had doubled since the reform",
    "farmers downstream had received less than half of their share",
    "the power line would carry its first current in autumn",
    "the hospital on the old market square had been reopened",
    "the secretariat would move into its own building next spring",
    "the tariffs on fruit and cotton were lowered by a third",
    "an independent commission would look into the accident",
    "the fair had drawn more visitors than ever before",
    "the harbour could not take ships of that size",
    "the treaty would enter into force after the last ratification",
    "the company had not yet been paid for the second stage",
    "the old road through the pass stayed open in winter",
    "the museum would lend its manuscripts for the first time",
];

/// Three to six words each.
pub const TAILS: [&str; 20] = [
    "during the first nine months",
    "despite heavy snowfall in the mountains",
    "in the presence of both ambassadors",
    "for the first time in decades",
    "on both sides of the river",
    "without giving any further details",
    "in line with the earlier plan",
    "as the neighbouring provinces had asked",
    "under the terms of the treaty",
    "at the expense of the budget",
    "with the help of foreign engineers",
    "after long talks behind closed doors",
    "in spite of the cafés’ protest",
    "between the capital and the coast",
    "according to people near the talks",
    "to the surprise of most observers",
    "and not only in the cities",
    "in accordance with the latest survey",
    "over the whole of the season",
    "from the beginning of the season",
];

/// Three words each at most.
pub const MATTERS: [&str; 12] = [
    "water and energy",
    "border crossings",
    "the new railway",
    "grain exports",
    "customs",
    "student exchange",
    "public health",
    "flood protection",
    "the gas pipeline",
    "air traffic",
    "seed and soil",
    "the common archive",
];

/// Four words each at most.
pub const COUNTED: [&str; 8] = [
    "direct flights",
    "pairs of sister cities",
    "scholarships",
    "freight trains",
    "joint ventures",
    "border crossings a day",
    "newly built houses",
    "beds",
];

pub const GOODS: [&str; 8] =
    ["grain", "cotton", "machines", "fruit", "steel", "timber", "books", "medicines"];

/// Three words each at most.
pub const WORKS: [&str; 6] =
    ["railway", "motorway", "gas pipeline", "high-voltage line", "canal", "tunnel"];

pub const GATHERINGS: [&str; 8] = [
    "Second round of talks",
    "Opening of the terminal",
    "Signing of the accord",
    "Meeting of foreign ministers",
    "Start of construction",
    "Trade fair",
    "Launch of the commission",
    "Visit of the delegation",
];

pub const OFFICES: [&str; 10] = [
    "Minister of Transport",
    "Deputy Minister of Energy",
    "Ambassador",
    "Chief engineer",
    "Head of the customs service",
    "Spokesperson of the Foreign Ministry",
    "Governor of the eastern province",
    "Chair of the trade committee",
    "Director of the institute",
    "Mayor",
];

pub const PUBLISHERS: [&str; 16] = [
    "The Harbour Gazette",
    "Northern Post",
    "Evening Courier",
    "Railway Review",
    "Institute for River Studies",
    "Morning Telegraph",
    "Freight Weekly",
    "Border Times",
    "Ministry of Transport",
    "The Valley Observer",
    "Energy Bulletin",
    "Central News Agency",
    "The Lakeside Herald",
    "Water and Soil",
    "Coastal Radio",
    "Journal of Transit",
];

pub const REMARKS: [&str; 6] = [
    "The text does not say whom “they” refers to; the paragraph before names two ministries.",
    "The figure stands without a year. The context suggests the year of publication.",
    "Another source spells the name differently; both mean the same person.",
    "Read as a plan, not as something done: the verb is in the future.",
    "The number agrees with the table in the annual report.",
    "It is open whether the whole line or its eastern section is meant.",
];

pub const GIVEN_NAMES: &str = "\
    Ada Amina Anselm Ayşe Bastien Célia Dara Emeka Farid Gulnara Håkon Ines Jonas Kaia \
    Leila Mirek Nadia Oskar Petra Rafiq Saule Tomás Ulla Viktor Wanda Yusuf Zofia Łucja \
    Naoko Piet Rosa Timur";

pub const FAMILY_NAMES: &str = "\
    Abara Bergström Castell Dumont Eriksen Fontane Grigoryan Halloran Ibrayev Jansen \
    Kowalczyk Lindqvist Moreau Nazarova Okafor Petrosyan Quist Rahimi Sadykov Tanaka \
    Ueda Vance Wójcik Yılmaz Zimmer Almeida Brandt Cortés Dlamini Engel Farkas Gruber \
    Horvath Isakova Jurado Kaya Lehto Marek Novak Orlova";

/// Names of places are put together from three parts.
pub const HEADS: &str = "\
    Bar Kol Ver Sal Dor Mel Tar Nor Val Hes Ürm Ost Lin Gar Per Žel Mar Tol Rav Sem Hol \
    Cast Ebr Yar";

pub const MIDDLES: &str = "an en ov el ar in ad or em is";

pub const TOWN_ENDS: &str =
    "ford burg haven mouth stad grad bridge by ton field port wick dal kent";

pub const COUNTRY_ENDS: &str = "ia land stan mark onia";
