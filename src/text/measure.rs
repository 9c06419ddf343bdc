//! Physical measures: symbols, and how much of their basic unit each is.

use rust_decimal::Decimal;

/// What is measured; figures of one dimension can be compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Dimension {
    /// In metres.
    Length,
    /// In square metres.
    Area,
    /// In cubic metres.
    Volume,
    /// In kilograms.
    Mass,
    /// In watt-hours.
    Energy,
    /// In watts.
    Power,
    /// Barrels a day.
    Flow,
    /// Kilometres an hour.
    Speed,
    /// Standard containers.
    Containers,
    /// Degrees Celsius.
    Temperature,
    /// Volts.
    Voltage,
    /// Amperes.
    Current,
    /// Tonnes of deadweight.
    Deadweight,
}

/// A unit of measure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Measure {
    /// Its symbol.
    pub symbol: &'static str,
    /// What it measures.
    pub dimension: Dimension,
    /// How much of the basic unit of its dimension it is.
    pub factor: Decimal,
}

impl Measure {
    const fn new(symbol: &'static str, dimension: Dimension, factor: Decimal) -> Self {
        Self { symbol, dimension, factor }
    }
}

const fn whole(number: u32) -> Decimal {
    Decimal::from_parts(number, 0, 0, false, 0)
}

const fn billions(number: u32) -> Decimal {
    let (low, high) = product(number);
    Decimal::from_parts(low, high, 0, false, 0)
}

const fn product(number: u32) -> (u32, u32) {
    let product = number as u64 * 1_000_000_000;
    (product as u32, (product >> 32) as u32)
}

const fn thousandths(number: u32, places: u32) -> Decimal {
    Decimal::from_parts(number, 0, 0, false, places)
}

/// The measures by symbol. Units of the SI and those in use with it by the SI Brochure (9th edition,
/// 2019); feet, miles, pounds by the international agreement of 1959; the barrel of oil is of 42 US
/// gallons; mcm and bcm are millions and billions of cubic metres; a mu is a fifteenth of a hectare.
pub const MEASURES: &[Measure] = &[
    Measure::new("km", Dimension::Length, whole(1_000)),
    Measure::new("m", Dimension::Length, Decimal::ONE),
    Measure::new("cm", Dimension::Length, thousandths(1, 2)),
    Measure::new("mm", Dimension::Length, thousandths(1, 3)),
    Measure::new("mi", Dimension::Length, thousandths(1_609_344, 3)),
    Measure::new("nmi", Dimension::Length, whole(1_852)),
    Measure::new("ft", Dimension::Length, thousandths(3_048, 4)),
    Measure::new("in", Dimension::Length, thousandths(254, 4)),
    Measure::new("yd", Dimension::Length, thousandths(9_144, 4)),
    Measure::new("km2", Dimension::Area, whole(1_000_000)),
    Measure::new("m2", Dimension::Area, Decimal::ONE),
    Measure::new("ha", Dimension::Area, whole(10_000)),
    Measure::new("ac", Dimension::Area, thousandths(40_468_564, 4)),
    Measure::new("ft2", Dimension::Area, thousandths(9_290_304, 8)),
    Measure::new("mi2", Dimension::Area, thousandths(2_589_988, 0)),
    Measure::new("mu", Dimension::Area, thousandths(6_666_667, 4)),
    Measure::new("m3", Dimension::Volume, Decimal::ONE),
    Measure::new("l", Dimension::Volume, thousandths(1, 3)),
    Measure::new("hl", Dimension::Volume, thousandths(1, 1)),
    Measure::new("ml", Dimension::Volume, thousandths(1, 6)),
    Measure::new("bbl", Dimension::Volume, thousandths(158_987, 6)),
    Measure::new("mcm", Dimension::Volume, whole(1_000_000)),
    Measure::new("bcm", Dimension::Volume, whole(1_000_000_000)),
    Measure::new("tcm", Dimension::Volume, billions(1_000)),
    Measure::new("g", Dimension::Mass, thousandths(1, 3)),
    Measure::new("kg", Dimension::Mass, Decimal::ONE),
    Measure::new("t", Dimension::Mass, whole(1_000)),
    Measure::new("kt", Dimension::Mass, whole(1_000_000)),
    Measure::new("Mt", Dimension::Mass, whole(1_000_000_000)),
    Measure::new("Gt", Dimension::Mass, billions(1_000)),
    Measure::new("lb", Dimension::Mass, thousandths(45_359_237, 8)),
    Measure::new("oz", Dimension::Mass, thousandths(28_349_523, 9)),
    Measure::new("jin", Dimension::Mass, thousandths(5, 1)),
    Measure::new("q", Dimension::Mass, whole(100)),
    Measure::new("Wh", Dimension::Energy, Decimal::ONE),
    Measure::new("kWh", Dimension::Energy, whole(1_000)),
    Measure::new("MWh", Dimension::Energy, whole(1_000_000)),
    Measure::new("GWh", Dimension::Energy, whole(1_000_000_000)),
    Measure::new("TWh", Dimension::Energy, billions(1_000)),
    Measure::new("W", Dimension::Power, Decimal::ONE),
    Measure::new("kW", Dimension::Power, whole(1_000)),
    Measure::new("MW", Dimension::Power, whole(1_000_000)),
    Measure::new("GW", Dimension::Power, whole(1_000_000_000)),
    Measure::new("TW", Dimension::Power, billions(1_000)),
    Measure::new("bpd", Dimension::Flow, Decimal::ONE),
    Measure::new("kbd", Dimension::Flow, whole(1_000)),
    Measure::new("mbd", Dimension::Flow, whole(1_000_000)),
    Measure::new("km/h", Dimension::Speed, Decimal::ONE),
    Measure::new("mph", Dimension::Speed, thousandths(1_609_344, 6)),
    Measure::new("kn", Dimension::Speed, thousandths(1_852, 3)),
    Measure::new("TEU", Dimension::Containers, Decimal::ONE),
    Measure::new("°C", Dimension::Temperature, Decimal::ONE),
    Measure::new("V", Dimension::Voltage, Decimal::ONE),
    Measure::new("kV", Dimension::Voltage, whole(1_000)),
    Measure::new("A", Dimension::Current, Decimal::ONE),
    Measure::new("dwt", Dimension::Deadweight, Decimal::ONE),
];

/// The measure with a symbol.
pub fn measure(symbol: &str) -> Option<&'static Measure> {
    // Squares and cubes are written with raised figures too.
    let plain = |c: char| match c {
        '²' => '2',
        '³' => '3',
        c => c,
    };
    MEASURES.iter().find(|measure| measure.symbol.chars().eq(symbol.chars().map(plain)))
}
