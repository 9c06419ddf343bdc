//! The axis of time: which stretch is in view, where a time stands in it, and which ticks tell it.
//!
//! Times are seconds since the start of 1970 in civil time, as printed. The distance from UTC that
//! some dates have is left out: 12:36 stands at 12:36, and a day begins at its own midnight.

use jiff::SignedDuration;
use jiff::civil::{Date, DateTime};

const EPOCH: DateTime = DateTime::constant(1970, 1, 1, 0, 0, 0, 0);
const MINUTE: f64 = 60.0;
const DAY: f64 = 86_400.0;
const WEEK: f64 = 7.0 * DAY;
/// The first Monday after the start of 1970.
const MONDAY: f64 = 4.0 * DAY;

/// The start of year 1.
const FIRST: f64 = -62_135_596_800.0;
/// The end of year 9998, the last that has one in the calendar.
const LAST: f64 = 253_370_764_800.0;

const NARROWEST: f64 = MINUTE;
const WIDEST: f64 = 2_000.0 * 365.2425 * DAY;
/// What stands free at each side of a view that fits, as a share of what it fits.
const MARGIN: f64 = 0.05;

/// The seconds of a civil time.
pub fn seconds(date_time: DateTime) -> f64 {
    date_time.duration_since(EPOCH).as_secs_f64()
}

/// The civil time of seconds, to the whole second; `None` outside the calendar.
pub fn date_time(seconds: f64) -> Option<DateTime> {
    let near = seconds.abs() < 1e12;
    let duration = near.then(|| SignedDuration::from_secs(seconds.floor() as i64))?;
    EPOCH.checked_add(duration).ok()
}

/// The stretch of time in view, in seconds.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct View {
    /// Where it begins.
    pub from: f64,
    /// Where it ends.
    pub to: f64,
}

impl View {
    /// The view that shows all spans with a margin, at least a day wide; `None` without spans.
    pub fn fit(spans: impl Iterator<Item = (f64, f64)>) -> Option<Self> {
        let spans = spans.filter(|(from, to)| from.is_finite() && to.is_finite());
        let (from, to) = spans.reduce(|all, one| (all.0.min(one.0), all.1.max(one.1)))?;
        let length = to - from;
        let margin = (length * MARGIN).max((DAY - length) / 2.0);
        Some(Self { from: from - margin, to: to + margin }.within_calendar())
    }

    /// Where a time stands, in points from the left of an axis as wide as `width`.
    pub fn x(&self, time: f64, width: f32) -> f32 {
        let length = self.length();
        if length > 0.0 { ((time - self.from) / length * f64::from(width)) as f32 } else { 0.0 }
    }

    /// The time that stands at `x`.
    pub fn time(&self, x: f32, width: f32) -> f64 {
        if width > 0.0 {
            self.from + f64::from(x) / f64::from(width) * self.length()
        } else {
            self.from
        }
    }

    /// The view enlarged `by` times (2 shows half as long) while `around` keeps its place.
    ///
    /// It gets no narrower than a minute and no wider than 2,000 years, or than it was.
    #[must_use]
    pub fn zoomed(&self, by: f64, around: f64) -> Self {
        let length = self.length();
        let sound = by > 0.0 && by.is_finite() && around.is_finite() && length > 0.0;
        if !sound {
            return *self;
        }
        let wanted = (length / by).clamp(NARROWEST, WIDEST.max(length));
        let from = around - (around - self.from) / length * wanted;
        Self { from, to: from + wanted }.within_calendar()
    }

    /// The view moved by seconds, later if positive, as far as the calendar goes.
    #[must_use]
    pub fn moved(&self, by: f64) -> Self {
        if !by.is_finite() {
            return *self;
        }
        Self { from: self.from + by, to: self.to + by }.within_calendar()
    }

    /// The stretch in words: `2020 – 2025`, `March – April 2024`, `30 March 2024`.
    pub fn words(&self) -> String {
        let last_second = (self.to.ceil() - 1.0).max(self.from);
        let (Some(first), Some(last), Some(after)) =
            (date_time(self.from), date_time(last_second), date_time(self.to))
        else {
            return String::new();
        };
        let whole_months = begins_month(first) && begins_month(after);
        let whole_years = whole_months && first.month() == 1 && after.month() == 1;
        let same_year = first.year() == last.year();
        let same_month = same_year && first.month() == last.month();
        let (opening, closing) = if whole_years || self.length() >= 730.0 * DAY {
            (if same_year { "" } else { "%-Y" }, "%-Y")
        } else if whole_months || self.length() >= 60.0 * DAY {
            let opening = match (same_month, same_year) {
                (true, _) => "",
                (false, true) => "%B",
                (false, false) => "%B %-Y",
            };
            (opening, "%B %-Y")
        } else {
            let opening = match (same_month, same_year) {
                (true, _) if first.day() == last.day() => "",
                (true, _) => "%-d",
                (false, true) => "%-d %B",
                (false, false) => "%-d %B %-Y",
            };
            (opening, "%-d %B %-Y")
        };
        if opening.is_empty() {
            written(last, closing)
        } else {
            format!("{} – {}", written(first, opening), written(last, closing))
        }
    }

    fn length(&self) -> f64 {
        self.to - self.from
    }

    /// Moved into the calendar, and cut only where it is longer than that.
    fn within_calendar(self) -> Self {
        let length = self.length().min(LAST - FIRST);
        let from = self.from.clamp(FIRST, LAST - length);
        Self { from, to: (from + length).min(LAST) }
    }
}

fn begins_month(at: DateTime) -> bool {
    at.day() == 1 && at.hour() == 0 && at.minute() == 0 && at.second() == 0
}

fn written(at: DateTime, form: &str) -> String {
    at.strftime(form).to_string()
}

/// A mark on the axis.
#[derive(Clone, Debug, PartialEq)]
pub struct Tick {
    /// Where it stands.
    pub time: f64,
    /// What stands at it.
    pub label: String,
    /// Whether a larger unit begins here, which the label then tells.
    pub major: bool,
}

/// How far ticks stand apart.
#[derive(Clone, Copy, Debug)]
enum Step {
    Minutes(i32),
    Day,
    /// From Monday to Monday.
    Week,
    Months(i32),
}

/// All steps, short ones first.
fn steps() -> impl Iterator<Item = Step> {
    let minutes = [1, 5, 15, 30, 60, 3 * 60, 6 * 60, 12 * 60].map(Step::Minutes);
    let months = [1, 3, 6].map(Step::Months);
    let years = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000, 2_000, 5_000];
    let years = years.map(|count| Step::Months(12 * count));
    minutes.into_iter().chain([Step::Day, Step::Week]).chain(months).chain(years)
}

impl Step {
    /// The least seconds from one tick to the next: February has 28 days, most years 365.
    fn least(self) -> f64 {
        match self {
            Self::Minutes(count) => f64::from(count) * MINUTE,
            Self::Day => DAY,
            Self::Week => WEEK,
            Self::Months(1) => 28.0 * DAY,
            Self::Months(3) => 90.0 * DAY,
            Self::Months(6) => 181.0 * DAY,
            Self::Months(count) => f64::from(count / 12) * 365.0 * DAY,
        }
    }

    fn times(self, from: f64, to: f64) -> Vec<f64> {
        let origin = match self {
            Self::Months(count) => return month_starts(count, from, to),
            Self::Week => MONDAY,
            Self::Minutes(_) | Self::Day => 0.0,
        };
        let first = ((from - origin) / self.least()).ceil();
        let times = (0_u32..).map(|n| origin + (first + f64::from(n)) * self.least());
        times.take_while(|time| *time <= to).collect()
    }

    fn tick(self, time: f64) -> Option<Tick> {
        let at = date_time(time)?;
        let (form, major) = match self {
            Self::Minutes(_) if at.hour() == 0 && at.minute() == 0 => ("%-d %B %-Y", true),
            Self::Minutes(count) => ("%H:%M", count < 60 && at.minute() == 0),
            Self::Day if at.day() == 1 => ("%B %-Y", true),
            Self::Week if at.day() <= 7 => ("%-d %B %-Y", true),
            Self::Day | Self::Week => ("%-d %b", false),
            Self::Months(..12) if at.month() != 1 => ("%B", false),
            Self::Months(count) => ("%-Y", begins_larger(at.year(), count / 12)),
        };
        Some(Tick { time, label: written(at, form), major })
    }
}

/// Whether a decade, a century or a millennium begins with a year, by the years between ticks;
/// among months a year does.
fn begins_larger(year: i16, years: i32) -> bool {
    match years {
        ..1 => true,
        1..10 => year % 10 == 0,
        10..100 => year % 100 == 0,
        100..1_000 => year % 1_000 == 0,
        1_000.. => false,
    }
}

/// The starts of every `count`th month, counted from year 0.
fn month_starts(count: i32, from: f64, to: f64) -> Vec<f64> {
    let Some(at) = date_time(from) else { return Vec::new() };
    let months = i32::from(at.year()) * 12 + i32::from(at.month()) - 1;
    let first = months - months.rem_euclid(count);
    let starts = (0..).map_while(|n| month_start(first + n * count));
    starts.skip_while(|time| *time < from).take_while(|time| *time <= to).collect()
}

fn month_start(months: i32) -> Option<f64> {
    let year = i16::try_from(months.div_euclid(12)).ok()?;
    let month = i8::try_from(months.rem_euclid(12) + 1).ok()?;
    Some(seconds(Date::new(year, month, 1).ok()?.at(0, 0, 0, 0)))
}

/// The ticks of a view on an axis as wide as `width`, as many as stand at least `least_gap` points
/// apart. There are none where even 5,000 years don't.
pub fn ticks(view: &View, width: f32, least_gap: f32) -> Vec<Tick> {
    let points_a_second = f64::from(width) / view.length();
    if !points_a_second.is_finite() {
        return Vec::new();
    }
    let least_gap = f64::from(least_gap.max(1.0));
    let Some(step) = steps().find(|step| step.least() * points_a_second >= least_gap) else {
        return Vec::new();
    };
    let times = step.times(view.from.max(FIRST), view.to.min(LAST));
    times.into_iter().filter_map(|time| step.tick(time)).collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::dossier::PartialDate;

    fn at(text: &str) -> f64 {
        seconds(text.parse::<PartialDate>().unwrap().bounds().unwrap().0)
    }

    fn view(from: &str, to: &str) -> View {
        View { from: at(from), to: at(to) }
    }

    fn near(a: f64, b: f64) -> bool {
        (a - b).abs() < 0.01
    }

    /// Labels at 1,000 points with gaps of 80, major ones with a star, a bar between.
    fn told(from: &str, to: &str) -> String {
        let star = |tick: &Tick| if tick.major { "*" } else { "" };
        let ticks = ticks(&view(from, to), 1_000.0, 80.0);
        let labels = ticks.iter().map(|tick| format!("{}{}", star(tick), tick.label));
        labels.collect::<Vec<_>>().join("|")
    }

    #[test]
    fn seconds_and_civil_times_are_each_others_inverse() {
        assert!(near(seconds(EPOCH), 0.0) && near(at("1970-01-02 00:01"), 86_460.0));
        assert!(near(at("0001"), FIRST) && near(at("9998-12-31"), LAST - DAY));
        assert!(near(at("2024-03-30 12:36+08:00"), at("2024-03-30 12:36")));
        for text in ["0001", "1600-02-29", "1969-12-31 23:59", "2024-03-30 12:36", "9998-12-31"] {
            let (start, _) = text.parse::<PartialDate>().unwrap().bounds().unwrap();
            assert_eq!(date_time(seconds(start)), Some(start));
        }
        assert_eq!(date_time(-0.5), Some(DateTime::constant(1969, 12, 31, 23, 59, 59, 0)));
        for outside in [f64::NAN, f64::INFINITY, -1e300, 1e300, 9e11] {
            assert_eq!(date_time(outside), None);
        }
    }

    #[test]
    fn a_view_fits_with_a_margin_and_is_a_day_wide_at_least() {
        assert_eq!(View::fit(std::iter::empty()), None);
        let hundred = [(0.0, DAY), (50.0 * DAY, 100.0 * DAY)];
        let fit = View::fit(hundred.into_iter()).unwrap();
        assert!(near(fit.from, -5.0 * DAY) && near(fit.to, 105.0 * DAY));
        let noon = at("2024-03-30 12:00");
        let fit = View::fit(std::iter::once((noon, noon))).unwrap();
        assert!(near(fit.from, at("2024-03-30")) && near(fit.to, at("2024-03-31")));
        let fit = View::fit(std::iter::once((at("0001"), LAST))).unwrap();
        assert!(near(fit.from, FIRST) && near(fit.to, LAST));
        assert!(near(fit.zoomed(0.5, noon).length(), LAST - FIRST));
    }

    #[test]
    fn times_and_places_are_each_others_inverse() {
        let view = view("2024-03-30", "2024-03-31");
        let noon = at("2024-03-30 12:00");
        assert!(near(f64::from(view.x(noon, 800.0)), 400.0));
        assert!(near(view.time(400.0, 800.0), noon));
        assert!(near(view.time(400.0, 0.0), view.from));
        assert!(near(f64::from(View { from: 1.0, to: 1.0 }.x(noon, 800.0)), 0.0));
    }

    #[test]
    fn zooming_keeps_the_place_and_the_limits() {
        let (year, may) = (view("2024", "2025"), at("2024-05"));
        let zoomed = year.zoomed(4.0, may);
        assert!(near(zoomed.length(), year.length() / 4.0));
        assert!((zoomed.x(may, 900.0) - year.x(may, 900.0)).abs() < 0.01);
        assert!(near(year.zoomed(1e12, may).length(), NARROWEST));
        assert!(near(year.zoomed(1e-12, may).length(), WIDEST));
        let early = view("0001", "0002").zoomed(1e-12, at("0001-07"));
        assert!(near(early.from, FIRST) && near(early.length(), WIDEST));
        for by in [0.0, -1.0, f64::NAN, f64::INFINITY] {
            assert_eq!(year.zoomed(by, may), year);
        }
        let moved = year.moved(31.0 * DAY);
        assert!(near(moved.from, at("2024-02")) && near(moved.length(), year.length()));
        let last = year.moved(1e15);
        assert!(near(last.to, LAST) && near(last.length(), year.length()));
        assert!(near(year.moved(-1e15).from, FIRST));
    }

    #[test]
    fn the_stretch_is_told_in_words() {
        for (from, to, words) in [
            ("2020", "2026", "2020 – 2025"),
            ("2023-11-15", "2026-02-10", "2023 – 2026"),
            ("2024", "2025", "2024"),
            ("2024-03", "2024-05", "March – April 2024"),
            ("2024-02-10", "2024-05-03", "February – May 2024"),
            ("2023-12", "2024-02", "December 2023 – January 2024"),
            ("2024-02", "2024-03", "February 2024"),
            ("2024-03-30", "2024-03-31", "30 March 2024"),
            ("2024-03-30 12:00", "2024-03-30 14:00", "30 March 2024"),
            ("2024-03-29", "2024-04-01", "29 – 31 March 2024"),
            ("2024-03-29", "2024-04-03", "29 March – 2 April 2024"),
            ("2023-12-31", "2024-01-02", "31 December 2023 – 1 January 2024"),
        ] {
            assert_eq!(view(from, to).words(), words);
        }
    }

    const SCALES: &str = "\
        2024-03-30 12:28, 2024-03-30 12:31: 12:28|12:29|12:30|12:31
        2024-03-30 23:50, 2024-03-31 00:10: 23:50|23:55|*31 March 2024|00:05|00:10
        2024-03-30 10:45, 2024-03-30 12:15: 10:45|*11:00|11:15|11:30|11:45|*12:00|12:15
        2024-03-30 10:00, 2024-03-30 13:15: *10:00|10:30|*11:00|11:30|*12:00|12:30|*13:00
        2024-02-28 21:00, 2024-02-29 04:00: \
            21:00|22:00|23:00|*29 February 2024|01:00|02:00|03:00|04:00
        2024-03-30 15:00, 2024-03-31 06:00: 15:00|18:00|21:00|*31 March 2024|03:00|06:00
        2024-12-30 20:00, 2025-01-01 12:00: \
            *31 December 2024|06:00|12:00|18:00|*1 January 2025|06:00|12:00
        2023-02-27 18:00, 2023-03-03: \
            *28 February 2023|12:00|*1 March 2023|12:00|*2 March 2023|12:00|*3 March 2023
        2024-02-26, 2024-03-05: 26 Feb|27 Feb|28 Feb|29 Feb|*March 2024|2 Mar|3 Mar|4 Mar|5 Mar
        2024-02-27, 2024-04-10: *4 March 2024|11 Mar|18 Mar|25 Mar|*1 April 2024|8 Apr
        2023-11, 2024-04: November|December|*2024|February|March|April
        2022-12, 2024-01: *2023|April|July|October|*2024
        2020-10, 2024-01: *2021|July|*2022|July|*2023|July|*2024
        2018, 2025: 2018|2019|*2020|2021|2022|2023|2024|2025
        2010, 2024: *2010|2012|2014|2016|2018|*2020|2022|2024
        1995, 2025: 1995|*2000|2005|*2010|2015|*2020|2025
        1955, 2025: 1960|1970|1980|1990|*2000|2010|2020
        1890, 2020: *1900|1920|1940|1960|1980|*2000|2020
        1700, 2000: *1700|1750|*1800|1850|*1900|1950|*2000
        1300, 2000: 1300|1400|1500|1600|1700|1800|1900|*2000
        0600, 2000: 600|800|*1000|1200|1400|1600|1800|*2000
        0500, 3500: 500|*1000|1500|*2000|2500|*3000|3500
        0001, 9000: 1000|2000|3000|4000|5000|6000|7000|8000|9000";

    #[test]
    fn each_scale_has_its_ticks() {
        for scale in SCALES.lines() {
            let (stretch, labels) = scale.split_once(": ").unwrap();
            let (from, to) = stretch.trim().split_once(", ").unwrap();
            assert_eq!(told(from, to), labels, "{stretch}");
        }
    }

    #[test]
    fn months_have_their_lengths_and_leap_years_their_day() {
        for (year, february) in [("2024", 29), ("2023", 28), ("1900", 28), ("2000", 29)] {
            let year = view(&format!("{year}-01"), &format!("{year}-05"));
            let times: Vec<f64> = ticks(&year, 1_000.0, 80.0).iter().map(|t| t.time).collect();
            let days = times.windows(2).map(|two| ((two[1] - two[0]) / DAY) as i32);
            assert_eq!(days.collect::<Vec<_>>(), [31, february, 31, 30]);
        }
    }

    #[test]
    fn an_axis_without_room_has_no_ticks() {
        let year = view("2024", "2025");
        for (view, width) in [(year, 0.0), (year, -5.0), (year, f32::INFINITY)] {
            assert!(ticks(&view, width, 80.0).is_empty());
        }
        assert!(ticks(&View { from: 1.0, to: 1.0 }, 800.0, 80.0).is_empty());
        assert!(ticks(&View { from: FIRST, to: LAST }, 100.0, 80.0).is_empty());
    }

    proptest! {
        #[test]
        fn ticks_stand_in_view_and_apart(
            day in -700_000..2_000_000_i32, power in 2.0..10.7_f64,
            width in 20.0..3_000.0_f32, gap in 20.0..200.0_f32
        ) {
            let from = f64::from(day) * DAY + 1.0;
            let view = View { from, to: from + 10.0_f64.powf(power) };
            let ticks = ticks(&view, width, gap);
            prop_assert!(ticks.iter().all(|t| (from..=view.to).contains(&t.time)));
            for two in ticks.windows(2) {
                let apart = (two[1].time - two[0].time) / view.length() * f64::from(width);
                prop_assert!(apart >= f64::from(gap) * 0.999);
            }
        }
    }
}
