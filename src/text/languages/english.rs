//! English.

use super::super::Language;
use super::super::lexicon::{
    Grammar,
    Sense::{self, *},
};
use super::super::quantity::{
    Direction::{Down, Up},
    Qualifier::{About, Almost, AtLeast, AtMost, Exactly, LessThan, Over},
};
use super::super::stance::Stance::{
    Cancelled, Conditional, Denied, Doubted, Expected, Failed, Negated, Planned, Rejected,
};
use super::super::time_unit::TimeUnit::{Day, Hour as Hours, Minute, Month as Months, Week, Year};

/// The months of the year.
pub(in super::super) const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// The days of the week, Monday first.
pub(in super::super) const WEEKDAYS: [&str; 7] =
    ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

/// Words that tell nothing by themselves.
pub(in super::super) const MINOR: &str = "a an and are as at be been but by for from had has have he her his in into is it its not of on or \
     our she so than that the their them these they this those to was we were which who will with";

pub(in super::super) const ENGLISH: Grammar = Grammar {
    language: Language::English,
    decimal: '.',
    words: WORDS,
    goes_on: "mr mrs ms messrs dr prof rev fr sr hon gen lt col maj capt cmdr sgt cpl pvt adm brig sen \
              rep gov pres amb st mt ft vs cf viz e.g i.e al approx ca incl excl resp eds ed trans jan \
              feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat est \
              dept univ assn bros sect asst supt insp",
    before_number: "no nos art arts fig figs vol vols p pp para paras sec ch chap tel nr eq app c ver",
    may_end: "etc co ltd inc corp llc plc jr p.m a.m u.s u.k u.n e.u d.c u.s.a ph.d b.a m.a m.d b.sc \
              m.sc a.d b.c sq ft in hr min am pm",
    compound: None,
    endings: &["'s", "’s", "s"],
};

const WORDS: &[(Sense, &str)] = &[
    // Numbers.
    (Cardinal(0), "zero no nil"),
    (Cardinal(1), "one single"),
    (Cardinal(2), "two"),
    (Cardinal(3), "three"),
    (Cardinal(4), "four"),
    (Cardinal(5), "five"),
    (Cardinal(6), "six"),
    (Cardinal(7), "seven"),
    (Cardinal(8), "eight"),
    (Cardinal(9), "nine"),
    (Cardinal(10), "ten"),
    (Cardinal(11), "eleven"),
    (Cardinal(12), "twelve"),
    (Cardinal(13), "thirteen"),
    (Cardinal(14), "fourteen"),
    (Cardinal(15), "fifteen"),
    (Cardinal(16), "sixteen"),
    (Cardinal(17), "seventeen"),
    (Cardinal(18), "eighteen"),
    (Cardinal(19), "nineteen"),
    (Cardinal(20), "twenty"),
    (Cardinal(30), "thirty"),
    (Cardinal(40), "forty"),
    (Cardinal(50), "fifty"),
    (Cardinal(60), "sixty"),
    (Cardinal(70), "seventy"),
    (Cardinal(80), "eighty"),
    (Cardinal(90), "ninety"),
    (Ordinal(1), "first"),
    (Ordinal(2), "second"),
    (Ordinal(3), "third"),
    (Ordinal(4), "fourth"),
    (Ordinal(5), "fifth"),
    (Ordinal(6), "sixth"),
    (Ordinal(7), "seventh"),
    (Ordinal(8), "eighth"),
    (Ordinal(9), "ninth"),
    (Ordinal(10), "tenth"),
    (Ordinal(11), "eleventh"),
    (Ordinal(12), "twelfth"),
    (Ordinal(13), "thirteenth"),
    (Ordinal(14), "fourteenth"),
    (Ordinal(15), "fifteenth"),
    (Ordinal(16), "sixteenth"),
    (Ordinal(17), "seventeenth"),
    (Ordinal(18), "eighteenth"),
    (Ordinal(19), "nineteenth"),
    (Ordinal(20), "twentieth"),
    (Ordinal(30), "thirtieth"),
    (Ordinal(40), "fortieth"),
    (Ordinal(50), "fiftieth"),
    (Ordinal(60), "sixtieth"),
    (Ordinal(70), "seventieth"),
    (Ordinal(80), "eightieth"),
    (Ordinal(90), "ninetieth"),
    (Times(100), "hundred"),
    (Times(1_000), "thousand"),
    (Times(1_000_000), "million(,s)"),
    (Times(1_000_000_000), "billion(,s) milliard(,s)"),
    (Times(1_000_000_000_000), "trillion(,s)"),
    (Times(100_000), "lakh(,s) lac"),
    (Times(10_000_000), "crore(,s)"),
    (Times(12), "dozen"),
    (Times(20), "score"),
    (Times(2), "pair couple brace"),
    (Part(2), "half halves"),
    (Part(3), "third(,s)"),
    (Part(4), "quarter(,s) fourth(,s)"),
    (Part(5), "fifth(,s)"),
    (Part(6), "sixth(,s)"),
    (Part(7), "seventh(,s)"),
    (Part(8), "eighth(,s)"),
    (Part(9), "ninth(,s)"),
    (Part(10), "tenth(,s)"),
    (Part(100), "hundredths"),
    (AndHalf, "and_a_half and_one_half"),
    (Point, "point"),
    (And, "and &"),
    (Article, "a an"),
    (Minus, "minus negative"),
    (
        Filler,
        "was were is are been be an a further another only just some additional extra annual average \
         yearly net total combined over_the_year year_on_year on_average",
    ),
    // Hedges.
    (
        Hedge(Almost),
        "almost nearly close_to approaching not_quite just_short_of just_under just_below \
         slightly_under slightly_below slightly_less_than slightly_fewer_than virtually",
    ),
    (
        Hedge(About),
        "about approximately around roughly some circa ca approx c something_like in_the_region_of \
         of_the_order_of in_the_order_of more_or_less an_estimated estimated_at estimated",
    ),
    (
        Hedge(Over),
        "over above exceeding exceed exceeds exceeded more_than greater_than higher_than larger_than \
         in_excess_of upwards_of upward_of well_over just_over slightly_over slightly_more_than \
         a_little_over a_little_more_than beyond topping surpassing better_than",
    ),
    (
        Hedge(AtLeast),
        "at_least a_minimum_of minimum_of no_fewer_than no_less_than not_less_than not_fewer_than \
         not_below no_smaller_than not_under",
    ),
    (
        Hedge(AtMost),
        "at_most up_to a_maximum_of maximum_of no_more_than not_more_than no_greater_than not_over \
         not_exceeding not_above not_to_exceed at_the_most not_greater_than within inside_of",
    ),
    (
        Hedge(LessThan),
        "less_than fewer_than under below lower_than smaller_than just_under just_below \
         slightly_under slightly_below slightly_less_than slightly_fewer_than well_under well_below \
         just_short_of short_of",
    ),
    (Hedge(Exactly), "exactly precisely"),
    // "some 40" may be a bare number as well.
    (Hedge(Exactly), "some within inside_of"),
    (
        HedgeAfter(AtLeast),
        "or_more and_more or_above and_above or_over and_over or_higher at_least plus at_a_minimum \
         and_up",
    ),
    (
        HedgeAfter(AtMost),
        "at_best or_less or_fewer or_below or_under and_below and_under at_most at_the_most tops maximum",
    ),
    (HedgeAfter(About), "or_so or_thereabouts approximately roughly give_or_take"),
    // Ranges.
    (Between, "between anywhere_between"),
    (From, "from"),
    (To, "to through"),
    (By, "by"),
    (Of, "of out_of"),
    (
        Nothing,
        "by_and_large over_time up_front in_all at_all no_doubt of_course one_another no_one one_day",
    ),
    (Nothing, "at_first first_of_all for_the_first_time first_time second_hand one_of one_by_one"),
    // Units.
    (Percent, "percent per_cent pct pc percentage"),
    (PercentagePoints, "percentage_point(,s) percent_point(,s) pp pps ppt ppts points point"),
    (BasisPoints, "basis_point(,s) bp bps"),
    (
        Money(&["USD", "AUD", "CAD", "HKD", "SGD", "NZD", "TWD", "JMD", "FJD", "NAD"]),
        "dollar(,s) buck(,s)",
    ),
    (
        Money(&["USD"]),
        "us_dollar(,s) u.s_dollar(,s) american_dollar(,s) united_states_dollar(,s) greenback(,s)",
    ),
    (Money(&["AUD"]), "australian_dollar(,s)"),
    (Money(&["CAD"]), "canadian_dollar(,s)"),
    (Money(&["HKD"]), "hong_kong_dollar(,s)"),
    (Money(&["SGD"]), "singapore_dollar(,s) singaporean_dollar(,s)"),
    (Money(&["NZD"]), "new_zealand_dollar(,s)"),
    (Money(&["TWD"]), "taiwan_dollar(,s) new_taiwan_dollar(,s)"),
    (Money(&["JMD"]), "jamaican_dollar(,s)"),
    (Money(&["FJD"]), "fijian_dollar(,s) fiji_dollar(,s)"),
    (Money(&["NAD"]), "namibian_dollar(,s) namibia_dollar(,s)"),
    (Money(&["EUR"]), "euro(,s)"),
    (Money(&["GBP"]), "pound(,s)_sterling sterling british_pound(,s) quid"),
    (Money(&["GBP", "EGP", "LBP", "SYP", "SDG"]), "pound(,s)"),
    (Money(&["EGP"]), "egyptian_pound(,s)"),
    (Money(&["LBP"]), "lebanese_pound(,s)"),
    (Money(&["SYP"]), "syrian_pound(,s)"),
    (Money(&["CNY"]), "yuan renminbi rmb chinese_yuan"),
    (Money(&["JPY"]), "yen japanese_yen"),
    (Money(&["KRW"]), "korean_won south_korean_won won"),
    (Money(&["RUB", "BYN"]), "rouble(,s) ruble(,s)"),
    (Money(&["RUB"]), "russian_rouble(,s) russian_ruble(,s)"),
    (Money(&["BYN"]), "belarusian_rouble(,s) belarusian_ruble(,s)"),
    (Money(&["KZT"]), "tenge kazakh_tenge"),
    (Money(&["KGS"]), "som soms"),
    (Money(&["UZS"]), "sum soum soums"),
    (Money(&["TJS"]), "somoni(,s)"),
    (Money(&["TMT", "AZN"]), "manat(,s)"),
    (Money(&["UAH"]), "hryvnia(,s)"),
    (Money(&["GEL"]), "lari(,s)"),
    (Money(&["AMD", "MAD"]), "dram(,s)"),
    (Money(&["MNT"]), "tugrik(,s) togrog(,s)"),
    (Money(&["TRY"]), "lira(,s) turkish_lira(,s)"),
    (Money(&["INR", "PKR", "LKR", "NPR", "IDR", "MUR"]), "rupee(,s) rs"),
    (Money(&["INR"]), "indian_rupee(,s)"),
    (Money(&["PKR"]), "pakistani_rupee(,s)"),
    (Money(&["LKR"]), "sri_lankan_rupee(,s)"),
    (Money(&["NPR"]), "nepalese_rupee(,s)"),
    (Money(&["BDT"]), "taka"),
    (Money(&["IDR"]), "rupiah"),
    (Money(&["MYR"]), "ringgit"),
    (Money(&["THB"]), "baht"),
    (Money(&["VND"]), "dong"),
    (Money(&["PHP", "MXN", "ARS", "CLP", "COP", "CUP", "UYU"]), "peso(,s)"),
    (Money(&["MXN"]), "mexican_peso(,s)"),
    (Money(&["ARS"]), "argentine_peso(,s)"),
    (Money(&["PHP"]), "philippine_peso(,s)"),
    (Money(&["BRL"]), "real(s,) reais"),
    (Money(&["ZAR"]), "rand south_african_rand"),
    (Money(&["NGN"]), "naira"),
    (Money(&["KES", "TZS", "UGX", "SOS"]), "shilling(,s)"),
    (Money(&["ETB"]), "birr"),
    (Money(&["CHF", "XOF", "XAF", "CDF", "RWF"]), "franc(,s)"),
    (Money(&["CHF"]), "swiss_franc(,s)"),
    (Money(&["XOF", "XAF"]), "cfa_franc(,s)"),
    (Money(&["SEK", "NOK", "DKK", "CZK", "ISK"]), "krona kronor krone(,r) koruna(,s) crown(,s)"),
    (Money(&["SEK"]), "swedish_krona swedish_kronor swedish_crown(,s)"),
    (Money(&["NOK"]), "norwegian_krone(,r) norwegian_crown(,s)"),
    (Money(&["DKK"]), "danish_krone(,r) danish_crown(,s)"),
    (Money(&["CZK"]), "czech_koruna(,s) czech_crown(,s)"),
    (Money(&["PLN"]), "zloty(,s) złoty"),
    (Money(&["HUF"]), "forint(,s)"),
    (Money(&["RON", "MDL"]), "leu lei"),
    (Money(&["BGN"]), "lev leva"),
    (Money(&["RSD", "KWD", "IQD", "JOD", "BHD", "DZD", "TND", "LYD"]), "dinar(,s)"),
    (Money(&["IRR", "OMR", "YER"]), "rial(,s)"),
    (Money(&["SAR", "QAR"]), "riyal(,s)"),
    (Money(&["SAR"]), "saudi_riyal(,s)"),
    (Money(&["AED", "MAD"]), "dirham(,s)"),
    (Money(&["ILS"]), "shekel(,s)"),
    (Money(&["AFN"]), "afghani(,s)"),
    (Measure("km"), "kilomet(re,res,er,ers) kms"),
    (Measure("m"), "met(re,res,er,ers)"),
    (Measure("cm"), "centimet(re,res,er,ers)"),
    (Measure("mm"), "millimet(re,res,er,ers)"),
    (Measure("mi"), "mile(,s)"),
    (Measure("nmi"), "nautical_mile(,s)"),
    (Measure("ft"), "foot feet"),
    (Measure("in"), "inch(,es)"),
    (Measure("yd"), "yard(,s)"),
    (Measure("km2"), "square_kilomet(re,res,er,ers) sq_km sq_kilomet(re,res,er,ers)"),
    (Measure("m2"), "square_met(re,res,er,ers) sq_m sq_met(re,res,er,ers)"),
    (Measure("ft2"), "square_foot square_feet sq_ft"),
    (Measure("mi2"), "square_mile(,s) sq_mi"),
    (Measure("ha"), "hectare(,s)"),
    (Measure("ac"), "acre(,s)"),
    (Measure("m3"), "cubic_met(re,res,er,ers) cu_m"),
    (Measure("l"), "lit(re,res,er,ers)"),
    (Measure("bbl"), "barrel(,s)"),
    (Measure("bpd"), "barrel(,s)_per_day barrel(,s)_a_day barrel(,s)_of_oil_per_day b_d"),
    (Measure("t"), "tonne(,s) ton(,s) metric_ton(,s) metric_tonne(,s)"),
    (Measure("kt"), "kilotonne(,s) kiloton(,s)"),
    (Measure("Mt"), "megatonne(,s) megaton(,s)"),
    (Measure("dwt"), "deadweight_tonne(,s) deadweight_ton(,s)"),
    (Measure("kg"), "kilogram(,s,me,mes) kilo(,s)"),
    (Measure("g"), "gram(,s,me,mes)"),
    (Measure("lb"), "lb(,s)"),
    (Measure("oz"), "ounce(,s)"),
    (Measure("kWh"), "kilowatt_hour(,s)"),
    (Measure("MWh"), "megawatt_hour(,s)"),
    (Measure("GWh"), "gigawatt_hour(,s)"),
    (Measure("TWh"), "terawatt_hour(,s)"),
    (Measure("W"), "watt(,s)"),
    (Measure("kW"), "kilowatt(,s)"),
    (Measure("MW"), "megawatt(,s)"),
    (Measure("GW"), "gigawatt(,s)"),
    (Measure("TW"), "terawatt(,s)"),
    (
        Measure("TEU"),
        "teu(,s) container(,s) twenty_foot_equivalent_unit(,s) standard_container(,s)",
    ),
    (Measure("km/h"), "kilomet(res,ers)_an_hour kilomet(res,ers)_per_hour kph kmh"),
    (Measure("mph"), "mph miles_an_hour miles_per_hour"),
    (Measure("kn"), "knot(,s)"),
    (Measure("°C"), "degree(,s)_celsius celsius degrees"),
    (Lasting(Year, 1), "year(,s) yr yrs"),
    (Lasting(Year, 10), "decade(,s)"),
    (Lasting(Year, 100), "century centuries"),
    (Lasting(Months, 1), "month(,s)"),
    (Lasting(Week, 1), "week(,s)"),
    (Lasting(Week, 2), "fortnight(,s)"),
    (Lasting(Day, 1), "day(,s)"),
    (Lasting(Hours, 1), "hour(,s) hr hrs"),
    (Lasting(Minute, 1), "minute(,s) min mins"),
    // Movements.
    (
        Moves(Up),
        "up rise(,s,n) rising rose increas(e,es,ed,ing) grow(,s,n,ing) grew growth expand(,s,ed,ing) \
         expansion gain(,s,ed,ing) climb(,s,ed,ing) jump(,s,ed,ing) surg(e,es,ed,ing) soar(,s,ed,ing) \
         rais(e,es,ed,ing) advanc(ed,es,ing) rall(ied,ies) rebound(,s,ed,ing) improv(ed,es,ing) \
         accelerat(ed,es,ing) upturn higher more larger bigger widen(,s,ed,ing) swell(,s,ed) swollen \
         added adds leap(,s,ed) leapt spik(e,es,ed) hike(,s,d) uptick edged_up picked_up went_up \
         boost(ed,s,ing) lift(ed,s,ing) strengthened",
    ),
    (
        Moves(Down),
        "down fall(,s,en,ing) fell declin(e,es,ed,ing) decreas(e,es,ed,ing) drop(,s,ped,ping) \
         shrink(,s,ing) shrank shrunk shrinkage contract(ed,s,ing) contraction los(e,es,ing,t) loss \
         cut cuts cutting lower lowered lowers slump(,s,ed,ing) plung(e,es,ed,ing) plummet(,s,ed,ing) \
         slid slide(,s) sliding sank sink sinks sunk tumbl(e,es,ed,ing) dip(,s,ped,ping) reduc(e,es,ed,ing) \
         reduction less fewer smaller narrow(ed,s,ing) eased ease slow(ed,s,ing) slowdown halved \
         weaken(ed,s,ing) retreat(ed,s) shed sheds collaps(e,es,ed) downturn tighten(ed) fallen_off \
         edged_down went_down slipped slip(,s) eroded diminish(ed,es) trimmed",
    ),
    (Reaches(Up), "up_at"),
    // Dates.
    (Month(1), "^january ^jan"),
    (Month(2), "^february ^feb"),
    (Month(3), "^march ^mar"),
    (Month(4), "^april ^apr"),
    (Month(5), "^may"),
    (Month(6), "^june ^jun"),
    (Month(7), "^july ^jul"),
    (Month(8), "^august ^aug"),
    (Month(9), "^september ^sept ^sep"),
    (Month(10), "^october ^oct"),
    (Month(11), "^november ^nov"),
    (Month(12), "^december ^dec"),
    (Weekday(1), "^monday"),
    (Weekday(2), "^tuesday"),
    (Weekday(3), "^wednesday"),
    (Weekday(4), "^thursday"),
    (Weekday(5), "^friday"),
    (Weekday(6), "^saturday"),
    (Weekday(7), "^sunday"),
    (DayFrom(0), "today tonight this_morning this_afternoon this_evening"),
    (DayFrom(-1), "yesterday last_night"),
    (DayFrom(1), "tomorrow"),
    (DayFrom(-2), "the_day_before_yesterday day_before_yesterday"),
    (DayFrom(2), "the_day_after_tomorrow day_after_tomorrow"),
    (Beside(-1), "last"),
    (Beside(0), "this"),
    (Beside(1), "next"),
    (NextTo(-1), "the_day_before the_previous_day a_day_earlier one_day_earlier the_day_prior"),
    (NextTo(1), "the_day_after the_next_day the_following_day a_day_later one_day_later"),
    (Ago, "ago"),
    (YearName, "^year year"),
    (Quarter, "quarter"),
    (HalfYear, "half_year"),
    (FiscalYear, "fiscal_year financial_year fiscal fy tax_year"),
    (DecadeOf, "s 's"),
    (In, "in on during of at for"),
    (
        Bounds,
        "after before since till until by no_later_than not_later_than prior_to starting_from \
         starting as_of as_from beginning ahead_of",
    ),
    (OtherDay, "coming each every following upcoming previous any"),
    (BeforeNoon, "am a.m"),
    (AfterNoon, "pm p.m"),
    (Noon, "noon midday"),
    (Hour, "o'clock"),
    // What is not stated as a fact.
    (
        Cue(Negated),
        "not never neither nor none nobody nothing nowhere without no_longer cannot can't don't doesn't \
         didn't isn't aren't wasn't weren't hasn't haven't hadn't won't wouldn't couldn't shouldn't \
         ain't hardly scarcely barely no_such lack(,s,ed) absent is_false was_false untrue \
         instead_of rather_than far_from yet_to still_to not_yet not_been",
    ),
    (
        Cue(Denied),
        "den(y,ies,ied,ying) denial(,s) refut(e,es,ed,ing) dismiss(,es,ed,ing) disput(e,es,ed,ing) \
         contradict(,s,ed,ing) rebut(,s,ted,ting) disavow(,ed,s) rul(ed,es)_out debunk(,ed,s) \
         contest(ed,s)",
    ),
    (
        Cue(Rejected),
        "reject(,s,ed,ing) rejection refus(e,es,ed,ing,al) declin(ed,es,ing)_to voted_down \
         vot(ed,es)_against turned_down oppos(e,es,ed,ing) veto(,ed,es) ban(ned,s) block(ed,s) \
         prohibit(ed,s) abandon(ed,s)",
    ),
    (
        Cue(Doubted),
        "doubt(,s,ed,ing,ful) question(ed,s)_whether questioned unlikely unconfirmed alleged allegedly \
         alleg(es,e) rumour(,s,ed) rumor(,s,ed) reportedly purported(ly,) supposedly unclear \
         not_clear_whether is_not_clear not_clear unverified not_confirmed could_not_confirm \
         not_known_whether sceptical skeptical cast_doubt casts_doubt so_called unproven \
         could_not_be_verified whether speculat(ed,ion,es) apparently claim_that claimed claims",
    ),
    (
        Cue(Planned),
        "plan(,s,ned,ning) intend(,s,ed,ing) intention(,s) aim(,s,ed,ing) want(,s,ed,ing) wish(,es,ed) demand(,s,ed,ing) call(ed,s)_for urg(e,es,ed) \
         request(,s,ed) bid negotiat(e,es,ed,ing) consider(s,ed,ing) threaten(s,ed)_to ask(ed,s)_for \
         offer(ed,s)_to apply applied_for will shall \
         propos(e,es,ed,al,als) target(,s,ed,ing) due_to_be due_to is_due was_due are_due \
         scheduled set_to is_to_be are_to_be was_to_be were_to be_to agreed_to pledg(e,es,ed) \
         promis(e,es,ed) going_to hop(e,es,ed)_to seek(,s)_to sought_to vow(,s,ed) upcoming \
         forthcoming envisag(e,es,ed) decided_to prepar(es,ing,ed)_to is_to are_to was_to goal(,s)",
    ),
    (
        Cue(Expected),
        "expect(,s,ed,ing) expectation(,s) forecast(,s,ed) project(ed,s)_to projected projection(,s) \
         predict(,s,ed) prediction(,s) likely anticipat(e,es,ed) hop(e,es,ed) hopes_that \
         estimate(,s)_that_it_will foresee(,s,n) foresaw outlook fear(,s,ed) warn(s,ed)_that warning_of may_well probably probable presumably",
    ),
    (
        Cue(Cancelled),
        "cancel(,s,led,ed,ling) cancellation call(ed,s,ing)_off scrap(ped,s,ping) postpon(e,es,ed,ement) \
         withdr(ew,awn) suspend(ed,s) delay(ed,s) shelv(ed,es) revok(ed,es) axed aborted \
         fell_through falls_through collaps(ed,es) \
         put_on_hold put_off dropped_plans halted annulled rescinded deferred",
    ),
    (
        Cue(Failed),
        "fail(,s,ed,ing)_to failed fails failure attempt(,s,ed) tr(y,ies,ied,ying)_to fell_short \
         falls_short prevented in_vain unsuccessful(ly,) missed came_close_to stopped_short_of \
         unable_to was_unable unsuccessfully nearly_took almost_took not_enough",
    ),
    (
        Cue(Conditional),
        "if would could should =may might unless provided_that as_if in_case in_the_event \
         hypothetical(ly,) suppos(e,ing) assuming were_it had_it subject_to depending_on \
         on_condition_that as_long_as otherwise can potential(ly,) possible possibly perhaps maybe \
         as_though imagin(e,es,ed) pretend(,s,ed) theoretically in_theory capable_of able_to must ought_to need(s,)_to",
    ),
    (
        NoCue,
        "not_only not_just not_merely not_least no_doubt without_doubt never_before no_less \
         whether_or_not not_to_mention without_incident without_delay last_but_not_least not_alone \
         question_mark target_group project_manager",
    ),
    // Names.
    (
        Title,
        "mr mrs ms miss dr prof professor sir lord lady dame president vice_president prime_minister \
         minister foreign_minister deputy_minister secretary secretary_general general lieutenant lt gen \
         colonel col major captain capt admiral commander sergeant sgt chairman chairwoman chair \
         chairperson director head chief governor mayor senator sen rep congressman congresswoman \
         ambassador consul commissioner premier chancellor king queen prince princess emperor bishop \
         archbishop father reverend rev judge justice inspector officer master pilot engineer \
         manager spokesman spokeswoman spokesperson deputy assistant acting former comrade counsellor \
         councillor representative delegate envoy speaker treasurer doctor ceo",
    ),
    (
        NameOfPlace,
        "street road avenue lane square bridge airport station university college school hospital \
         hotel park island islands river lake mountain mount valley bay harbour harbor port county city \
         town village district province building tower house hall centre center institute foundation \
         company corporation shipping group holdings bank industries press museum church cathedral \
         court gate drive way boulevard highway line lines railway works mills stadium terminal \
         wharf quay pier dock docks canal co ltd inc corp brothers & sons prize award trust",
    ),
    (
        Says,
        "said says say saying asked asks ask told tells replied replies added adds wrote writes \
         answered shouted cried exclaimed wondered demanded remarked noted observed stated declared \
         announced explained insisted admitted continued warned whispered called inquired enquired",
    ),
    (
        Opens,
        "the he she it they we i you this that these those there here but and or so yet then when while \
         where if in on at by for from with as after before since until although though because \
         however moreover meanwhile therefore thus still now later earlier today yesterday its his her \
         their our my your what who why how which no not all some many most both each every another \
         one two three several few nobody everybody according under over between during through \
         despite unlike once also only even instead",
    ),
];
