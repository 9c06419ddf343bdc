//! What any language of a dossier shares: symbols of measures, codes and signs of currencies, percent.

use super::super::Language;
use super::super::lexicon::{
    Grammar,
    Sense::{self, *},
};

/// The table of a language that is not known: it knows digits, signs and symbols.
pub(in super::super) const UNIVERSAL: Grammar = Grammar {
    language: Language::Other,
    decimal: '.',
    words: WORDS,
    goes_on: "",
    before_number: "",
    may_end: "",
    compound: None,
    endings: &[],
};

/// The codes of ISO 4217 for currencies in use.
pub(in super::super) const CODES: &str = "AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BZD CAD \
     CDF CHF CLP CNY COP CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD \
     GNF GTQ GYD HKD HNL HTG HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD \
     KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO \
     NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB RWF SAR SBD SCR SDG SEK SGD SHP SLE \
     SOS SRD SSP STN SVC SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS UAH UGX USD UYU UZS VES VND VUV \
     WST XAF XCD XOF XPF YER ZAR ZMW";

const DOLLARS: &[&str] = &["USD", "AUD", "CAD", "HKD", "SGD", "NZD", "TWD", "MXN", "BRL", "ARS"];

/// The currencies that a sign may mean.
pub(in super::super) fn sign(sign: char) -> Option<&'static [&'static str]> {
    Some(match sign {
        '$' | '＄' => DOLLARS,
        '€' => &["EUR"],
        '£' | '￡' => &["GBP"],
        '¥' | '￥' => &["CNY", "JPY"],
        '₽' => &["RUB"],
        '₸' => &["KZT"],
        '₼' => &["AZN"],
        '₴' => &["UAH"],
        '₾' => &["GEL"],
        '֏' => &["AMD"],
        '₮' => &["MNT"],
        '₺' => &["TRY"],
        '₹' => &["INR"],
        '₨' => &["PKR", "INR"],
        '₩' => &["KRW"],
        '﷼' => &["IRR", "SAR"],
        '؋' => &["AFN"],
        '₫' => &["VND"],
        '₱' => &["PHP"],
        '₦' => &["NGN"],
        '₪' => &["ILS"],
        '฿' => &["THB"],
        '₿' => &["XBT"],
        _ => return None,
    })
}

/// The currency of a sign with letters before it: "US$", "HK$", "CN¥".
pub(in super::super) fn dollars(sign: char, letters: &str) -> Option<&'static [&'static str]> {
    Some(match (sign, letters) {
        ('$', "US" | "U.S") => &["USD"],
        ('$', "A" | "AU" | "AUS") => &["AUD"],
        ('$', "C" | "CA" | "CAN" | "CDN") => &["CAD"],
        ('$', "HK") => &["HKD"],
        ('$', "S" | "SG") => &["SGD"],
        ('$', "NZ") => &["NZD"],
        ('$', "NT" | "TW") => &["TWD"],
        ('$', "R") => &["BRL"],
        ('$', "MX" | "Mex") => &["MXN"],
        ('¥' | '￥', "CN" | "RMB") => &["CNY"],
        ('¥' | '￥', "JP") => &["JPY"],
        _ => return None,
    })
}

/// Whether a word stands before numbers as a currency's code does.
pub(in super::super) fn is_code(word: &str) -> bool {
    let code = word.len() == 3 && word.bytes().all(|b| b.is_ascii_uppercase());
    (code && CODES.split(' ').any(|known| known == word))
        || matches!(word, "RMB" | "Rs" | "Rs." | "Rp" | "Kč" | "zł" | "kr" | "Fr" | "R")
}

const WORDS: &[(Sense, &str)] = &[
    (
        Percent,
        "percent prozent процент(,а,у,ом,е,ы,ов,ам,ами,ах) відсот(ок,ка,ки,ків) пайыз(,ға,ды,дан,дық) \
         фоиз foiz göterim pour_cent por_cento por_ciento procent(,a,ů) パーセント",
    ),
    (PercentagePoints, "pp"),
    (BasisPoints, "bps"),
    (Times(1_000_000), "mn mln mio"),
    (Times(1_000_000_000), "bn bln mrd"),
    (Times(1_000_000_000_000), "tn trn"),
    (Money(&["KZT"]), "теңге(,ні,ге,нің,мен) tenge"),
    (Money(&["CNY"]), "=RMB"),
    (Money(&["INR", "PKR"]), "=Rs"),
    (Money(&["CZK"]), "=Kč"),
    (Money(&["PLN"]), "=zł"),
    (Measure("km"), "=km =км шақырым"),
    (Measure("t"), "тонна"),
    (Measure("m"), "=m =м"),
    (Measure("cm"), "=cm =см"),
    (Measure("mm"), "=mm =мм"),
    (Measure("mi"), "=mi"),
    (Measure("nmi"), "=nmi"),
    (Measure("ft"), "=ft"),
    (Measure("ha"), "=ha =га"),
    (Measure("t"), "=t =т"),
    (Measure("kt"), "=kt"),
    (Measure("Mt"), "=Mt"),
    (Measure("Gt"), "=Gt"),
    (Measure("kg"), "=kg =кг"),
    (Measure("lb"), "=lb =lbs"),
    (Measure("oz"), "=oz"),
    (Measure("l"), "=l =L"),
    (Measure("hl"), "=hl"),
    (Measure("bbl"), "=bbl"),
    (Measure("mcm"), "=mcm"),
    (Measure("bcm"), "=bcm"),
    (Measure("Wh"), "=Wh"),
    (Measure("kWh"), "=kWh =KWh =кВтч"),
    (Measure("MWh"), "=MWh =МВтч"),
    (Measure("GWh"), "=GWh =ГВтч"),
    (Measure("TWh"), "=TWh"),
    (Measure("W"), "=W"),
    (Measure("kW"), "=kW =KW =кВт"),
    (Measure("MW"), "=MW =МВт"),
    (Measure("GW"), "=GW =ГВт"),
    (Measure("TW"), "=TW"),
    (Measure("TEU"), "=TEU =TEUs =teu =ДФЭ"),
    (Measure("bpd"), "=bpd =bopd"),
    (Measure("kbd"), "=kbd"),
    (Measure("mbd"), "=mbd =mbpd"),
    (Measure("dwt"), "=dwt =DWT"),
    (Measure("kn"), "=kn"),
    (Measure("kV"), "=kV"),
    (
        But,
        "but while whereas although though however aber sondern während wohingegen mais tandis_que \
         alors_que но а однако зато 但 但是 不过 而",
    ),
    (
        Lettered,
        "plan vitamin option part section schedule annex appendix type class group grade category point \
         item version phase hall gate terminal pier berth building block zone level exhibit figure \
         table note letter model variant variante gruppe typ teil anhang abschnitt klasse groupe annexe \
         partie classe catégorie план вариант группа группы тип часть приложение раздел класс категория \
         причал",
    ),
    (
        Anniversary,
        "turn(ed,s) anniversary anniversaries jubilee birthday jahrestag(,es) jubiläum geburtstag \
         anniversaire годовщин(а,у,ы,е) юбиле(й,я,ю,е) исполнилось 周年 週年 诞辰",
    ),
    (Minus, "minus минус 负 負"),
    (
        Filler,
        "um noch nur weitere(,n,r,s) jährlich ещё еще примерно на составил(,а,о,и) 了 达 达到 为 仅 约 encore seulement",
    ),
    (Lasting(super::super::time_unit::TimeUnit::Hour, 1), "=h"),
];
