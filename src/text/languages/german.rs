//! German.

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

pub(in super::super) const GERMAN: Grammar = Grammar {
    language: Language::German,
    decimal: ',',
    words: WORDS,
    goes_on: "hr hrn fr dr dres prof dipl ing mag lic med phil jur rer nat h.c st sr z.b u.a d.h \
              i.d.r i.e e.g z.t z.zt m.e v.a u.u o.g s.o s.u bzw bspw beisp ca circa vgl ggf ggfs \
              evtl inkl incl exkl einschl zzgl abzgl max min mind mio mrd mill bio tsd sog gem gez \
              lt insb insbes allg amtl bes eigtl ehem geb gest verh verst hrsg hg jan feb mär mrz \
              apr jun jul aug sept sep okt nov dez mo di mi do sa rd durchschn entspr wg zz str pl \
              bhf univ abt gen obst maj kpt adm kard bgm min.-präs i.v i.a ev kath jh jhs dgl stv \
              stellv vors präs abg",
    before_number: "nr nrn art abs s ss ziff kap bd bde tel fax jg anm az § §§ abb tab pos vol lfd \
                    lit rn rz bl hausnr ausg teil",
    may_end: "usw etc u.a.m u.ä u.dgl u.v.m o.ä o.dgl f ff jr jun sen inc ltd corp co e.v e.g.v \
              u.s u.s.a d.c v.chr n.chr p.a i.r a.d a.d.s bzgl std min sek h g.m.b.h a.g p.m a.m \
              mwst c.v et.al al",
    compound: Some(compound),
    endings: &["ens", "es", "s"],
};

const WORDS: &[(Sense, &str)] = &[
    (Hedge(AtMost), "innerhalb_von binnen"),
    (Hedge(Exactly), "innerhalb_von binnen"),
    (Particle(Up), "zu"),
    (Particle(Down), "ab"),
    // Numbers.
    (Cardinal(0), "null kein(,e,er,en,em,es)"),
    (Cardinal(1), "eins"),
    (Cardinal(2), "zwei zwo zweien zweier"),
    (Cardinal(3), "drei dreien dreier"),
    (Cardinal(4), "vier vieren"),
    (Cardinal(5), "fünf fuenf"),
    (Cardinal(6), "sechs"),
    (Cardinal(7), "sieben"),
    (Cardinal(8), "acht"),
    (Cardinal(9), "neun"),
    (Cardinal(10), "zehn"),
    (Cardinal(11), "elf"),
    (Cardinal(12), "zwölf zwoelf"),
    (Article, "ein(,e,er,en,em,es)"),
    (Times(12), "Dutzend"),
    (Times(100), "hundert"),
    (Times(1_000), "tausend =Tsd"),
    (Times(1_000_000), "Million(,en) Mio Mill"),
    (Times(1_000_000_000), "Milliarde(,n) Mrd =Md"),
    (Times(1_000_000_000_000), "Billion(,en) =Bio"),
    (Times(1_000_000_000_000_000), "Billiarde(,n)"),
    (Part(2), "Hälfte(,n) die_Hälfte der_Hälfte um_die_Hälfte halb(e,er,es,en,em)"),
    (Part(2), "jede(,r,s,n)_zweite(,n)"),
    (Part(3), "Drittel(,n,s) jede(,r,s,n,m)_dritte(,n)"),
    (Part(4), "Viertel(,n,s) jede(,r,s,n,m)_vierte(,n)"),
    (Part(5), "Fünftel(,n,s) jede(,r,s,n,m)_fünfte(,n)"),
    (Part(6), "Sechstel(,n,s)"),
    (Part(7), "Siebtel(,n,s)"),
    (Part(8), "Achtel(,n,s)"),
    (Part(10), "Zehntel(,n,s) jede(,r,s,n,m)_zehnte(,n)"),
    (Part(100), "Hundertstel(,n,s)"),
    (Halves(3), "anderthalb eineinhalb einundeinhalb"),
    (Halves(5), "zweieinhalb zweiundeinhalb"),
    (Halves(7), "dreieinhalb dreiundeinhalb"),
    (Halves(9), "viereinhalb vierundeinhalb"),
    (Halves(11), "fünfeinhalb fünfundeinhalb"),
    (Halves(13), "sechseinhalb sechsundeinhalb"),
    (Halves(15), "siebeneinhalb siebenundeinhalb"),
    (AndHalf, "und_ein_halb(,e,er,es,en)"),
    (Point, "Komma"),
    (And, "und"),
    (Minus, "=minus"),
    (Ordinal(1), "erst(e,er,es,en,em)"),
    (Ordinal(2), "zweit(e,er,es,en,em)"),
    (Ordinal(3), "dritt(e,er,es,en,em)"),
    (Ordinal(4), "viert(e,er,es,en,em)"),
    (Ordinal(5), "fünft(e,er,es,en,em)"),
    (Ordinal(6), "sechst(e,er,es,en,em)"),
    (Ordinal(7), "siebt(e,er,es,en,em) siebent(e,er,es,en,em)"),
    (Ordinal(8), "acht(e,er,es,en,em)"),
    (Ordinal(9), "neunt(e,er,es,en,em)"),
    (Ordinal(10), "zehnt(e,er,es,en,em)"),
    (Ordinal(11), "elft(e,er,es,en,em)"),
    (Ordinal(12), "zwölft(e,er,es,en,em)"),
    (Ordinal(13), "dreizehnt(e,er,es,en,em)"),
    (Ordinal(14), "vierzehnt(e,er,es,en,em)"),
    (Ordinal(15), "fünfzehnt(e,er,es,en,em)"),
    (Ordinal(16), "sechzehnt(e,er,es,en,em)"),
    (Ordinal(17), "siebzehnt(e,er,es,en,em)"),
    (Ordinal(18), "achtzehnt(e,er,es,en,em)"),
    (Ordinal(19), "neunzehnt(e,er,es,en,em)"),
    (Ordinal(20), "zwanzigst(e,er,es,en,em)"),
    (Ordinal(21), "einundzwanzigst(e,er,es,en,em)"),
    (Ordinal(22), "zweiundzwanzigst(e,er,es,en,em)"),
    (Ordinal(23), "dreiundzwanzigst(e,er,es,en,em)"),
    (Ordinal(24), "vierundzwanzigst(e,er,es,en,em)"),
    (Ordinal(25), "fünfundzwanzigst(e,er,es,en,em)"),
    (Ordinal(26), "sechsundzwanzigst(e,er,es,en,em)"),
    (Ordinal(27), "siebenundzwanzigst(e,er,es,en,em)"),
    (Ordinal(28), "achtundzwanzigst(e,er,es,en,em)"),
    (Ordinal(29), "neunundzwanzigst(e,er,es,en,em)"),
    (Ordinal(30), "dreißigst(e,er,es,en,em) dreissigst(e,er,es,en,em)"),
    (Ordinal(31), "einunddreißigst(e,er,es,en,em) einunddreissigst(e,er,es,en,em)"),
    (Ordinal(100), "hundertst(e,er,es,en,em)"),
    (
        Filler,
        "weiter(e,en,er,es,em) nochmals noch insgesamt auch nur lediglich bloß gerade wieder \
         erneut zuletzt jeweils ganze(,n) satte(,n) deutlich stark leicht kräftig nominal real \
         moderat massiv drastisch spürbar geringfügig zusätzlich(,e,en,er) jährlich abermals \
         durchschnittlich im_Schnitt im_Durchschnitt war waren lag lagen betrug",
    ),
    // Hedges.
    (Hedge(Exactly), "genau exakt haargenau punktgenau präzise"),
    (Hedge(AtMost), "höchstens maximal max bis_zu nicht_mehr_als allenfalls bestenfalls längstens"),
    (Hedge(AtMost), "nicht_über maximal_bis_zu kaum_mehr_als"),
    (Hedge(AtLeast), "mindestens wenigstens zumindest nicht_weniger_als nicht_unter minimal mind"),
    (
        Hedge(Over),
        "mehr_als (weit,deutlich,wesentlich,viel,etwas,noch,klar)_mehr_als über \
         (weit,deutlich,klar,knapp,leicht,etwas)_über gut reichlich mehr_denn oberhalb_(von,der) \
         über_der_Marke_von jenseits_von (höher,größer,länger,teurer)_als",
    ),
    (
        Hedge(LessThan),
        "weniger_als (weit,deutlich,wesentlich,viel,etwas,klar)_weniger_als unter \
         (weit,deutlich,klar,knapp,leicht,etwas)_unter unterhalb_(von,der) unter_der_Marke_von \
         nicht_einmal nicht_mal (niedriger,kleiner,kürzer,geringer)_als",
    ),
    (Hedge(Almost), "fast beinahe knapp nahezu annähernd schier so_gut_wie"),
    (Hedge(Almost), "(knapp,leicht,etwas)_unter etwas_weniger_als nicht_ganz kurz_vor bald"),
    (Hedge(About), "etwa rund ungefähr circa ca zirka rd schätzungsweise um_die an_die so_um_die"),
    (Hedge(About), "in_etwa grob geschätzt(,e,en,er) plus_minus mehr_oder_weniger"),
    (HedgeAfter(AtLeast), "(oder,und)_mehr (oder,und)_darüber und_aufwärts oder_länger oder_älter"),
    (HedgeAfter(AtMost), "oder_weniger und_weniger oder_darunter und_darunter oder_kürzer"),
    (HedgeAfter(About), "oder_so in_etwa plus_minus"),
    // Ranges and wholes.
    (Between, "zwischen"),
    (From, "von vom ab"),
    (To, "bis auf bis_auf bis_hin_zu"),
    (By, "um"),
    (Of, "von der des dieser seiner ihrer unserer aller von_(allen,diesen,seinen,ihren)"),
    // Units.
    (Percent, "Prozent Proz vH prozentig(e,er,es,en,em,)"),
    (PercentagePoints, "Prozentpunkt(,e,en,s,es) Prozent_Punkt(,e,en) PP"),
    (BasisPoints, "Basispunkt(,e,en,s,es) =Bp =BP"),
    (Money(&["EUR"]), "Euro(,s)"),
    (Money(&["USD", "AUD", "CAD", "HKD", "SGD", "NZD", "TWD"]), "Dollar(,s)"),
    (Money(&["USD"]), "US_Dollar(,s) amerikanisch(e,en,er)_Dollar(,s) Dollar_der_USA"),
    (Money(&["CAD"]), "kanadisch(e,en,er)_Dollar(,s) Kanada_Dollar(,s) kanadischer_Dollar"),
    (Money(&["AUD"]), "australisch(e,en,er)_Dollar(,s) Australdollar(,s) Australien_Dollar"),
    (Money(&["NZD"]), "neuseeländisch(e,en,er)_Dollar(,s) Neuseeland_Dollar(,s) Kiwi_Dollar"),
    (Money(&["HKD"]), "Hongkong_Dollar(,s) Hong_Kong_Dollar(,s) Hongkonger_Dollar"),
    (Money(&["SGD"]), "Singapur_Dollar(,s) singapurisch(e,en,er)_Dollar"),
    (Money(&["TWD"]), "Taiwan_Dollar(,s) neue(,n,r)_Taiwan_Dollar taiwanesisch(e,en,er)_Dollar"),
    (Money(&["GBP", "EGP", "LBP", "SYP", "SDG", "SSP"]), "Pfund Pfunde(,n)"),
    (Money(&["GBP"]), "Pfund_Sterling britisch(e,en,er)_Pfund englisch(e,en,er)_Pfund"),
    (Money(&["EGP"]), "ägyptisch(e,en,er)_Pfund"),
    (Money(&["LBP"]), "libanesisch(e,en,er)_Pfund"),
    (Money(&["CHF"]), "Franken Schweizer_Franken Schweizerfranken =SFr =sFr =Fr"),
    (Money(&["XOF", "XAF"]), "CFA_Franc(,s) Franc_CFA"),
    (Money(&["XOF", "XAF", "CDF", "RWF", "XPF", "FRF", "BEF"]), "Franc(,s)"),
    (Money(&["DEM"]), "Mark D_Mark DM Deutsche_Mark Deutschen_Mark"),
    (Money(&["JPY"]), "Yen japanisch(e,en,er)_Yen"),
    (Money(&["CNY"]), "Yuan Renminbi chinesisch(e,en,er)_Yuan Yuan_Renminbi RMB"),
    (Money(&["KRW", "KPW"]), "Won"),
    (Money(&["KRW"]), "südkoreanisch(e,en,er)_Won koreanisch(e,en,er)_Won"),
    (Money(&["RUB", "BYN"]), "Rubel(,n,s)"),
    (Money(&["RUB"]), "russisch(e,en,er)_Rubel(,n)"),
    (Money(&["BYN"]), "belarussische(,n,r)_Rubel(,n) weißrussische(,n,r)_Rubel(,n)"),
    (Money(&["UAH"]), "Hrywnja Hrywna Hrywnia Griwna"),
    (Money(&["KZT"]), "Tenge kasachisch(e,en,er)_Tenge"),
    (Money(&["KGS", "UZS"]), "Som"),
    (Money(&["UZS"]), "Sum So'm usbekisch(e,en,er)_Som usbekisch(e,en,er)_Sum"),
    (Money(&["AZN", "TMT"]), "Manat"),
    (Money(&["AMD"]), "Dram(,s)"),
    (Money(&["SEK", "NOK", "DKK", "CZK", "ISK"]), "Krone(,n)"),
    (Money(&["SEK"]), "schwedisch(e,en,er)_Krone(,n)"),
    (Money(&["NOK"]), "norwegisch(e,en,er)_Krone(,n)"),
    (Money(&["DKK"]), "dänisch(e,en,er)_Krone(,n)"),
    (Money(&["CZK"]), "tschechisch(e,en,er)_Krone(,n)"),
    (Money(&["PLN"]), "Zloty(,s) Złoty polnisch(e,en,er)_Zloty"),
    (Money(&["HUF"]), "Forint(,s) ungarisch(e,en,er)_Forint"),
    (Money(&["RON", "MDL"]), "Leu Lei"),
    (Money(&["BGN"]), "Lew Lewa"),
    (Money(&["TRY"]), "Lira türkisch(e,en,er)_Lira türkisch(e,en,er)_Lire"),
    (Money(&["INR", "PKR", "LKR", "NPR", "MUR"]), "Rupie(,n)"),
    (Money(&["INR"]), "indisch(e,en,er)_Rupie(,n)"),
    (Money(&["IDR"]), "Rupiah indonesisch(e,en,er)_Rupiah"),
    (Money(&["THB"]), "Baht thailändisch(e,en,er)_Baht"),
    (Money(&["VND"]), "Dong"),
    (Money(&["MYR"]), "Ringgit"),
    (Money(&["PHP"]), "philippinisch(e,en,er)_Peso(,s)"),
    (Money(&["ILS"]), "Schekel israelisch(e,en,er)_Schekel"),
    (Money(&["SAR", "QAR", "YER"]), "Riyal(,s)"),
    (Money(&["IRR", "OMR", "YER", "SAR", "QAR"]), "Rial(,s)"),
    (Money(&["SAR"]), "Saudi_Riyal(,s) saudisch(e,en,er)_(Riyal,Rial)"),
    (Money(&["IRR"]), "iranisch(e,en,er)_Rial iranisch(e,en,er)_Riyal"),
    (Money(&["AED", "MAD"]), "Dirham(,s)"),
    (Money(&["AED"]), "VAE_Dirham emiratisch(e,en,er)_Dirham Dirham_der_Emirate"),
    (Money(&["MAD"]), "marokkanisch(e,en,er)_Dirham"),
    (Money(&["DZD", "TND", "LYD", "IQD", "KWD", "JOD", "BHD", "RSD"]), "Dinar(,e,en,s)"),
    (Money(&["MXN", "ARS", "CLP", "COP", "PHP", "UYU", "DOP", "CUP"]), "Peso(,s)"),
    (Money(&["MXN"]), "mexikanisch(e,en,er)_Peso(,s)"),
    (Money(&["BRL"]), "^Real Reais brasilianisch(e,en,er)_Real"),
    (Money(&["ZAR"]), "^Rand südafrikanisch(e,en,er)_Rand"),
    (Money(&["NGN"]), "Naira"),
    (Money(&["KES", "TZS", "UGX", "SOS", "ATS"]), "Schilling(,e,en)"),
    (Measure("km"), "Kilometer(,n,s)"),
    (Measure("m"), "Meter(,n,s)"),
    (Measure("cm"), "Zentimeter(,n,s)"),
    (Measure("mm"), "Millimeter(,n,s)"),
    (Measure("mi"), "Meile(,n)"),
    (Measure("ft"), "Fuß Fuss"),
    (Measure("in"), "^Zoll"),
    (Measure("nmi"), "Seemeile(,n) nautische(,n)_Meile(,n) =sm"),
    (Measure("kn"), "Knoten"),
    (Measure("km/h"), "Stundenkilometer(,n) Kilometer(,n)_pro_Stunde Kilometer(,n)_in_der_Stunde"),
    (Measure("ha"), "Hektar(,en,s,e)"),
    (Measure("ac"), "Acre(,s)"),
    (Measure("km2"), "Quadratkilometer(,n,s)"),
    (Measure("m2"), "Quadratmeter(,n,s) =qm"),
    (Measure("m3"), "Kubikmeter(,n,s) =cbm"),
    (Measure("t"), "Tonne(,n) metrische(,n)_Tonne(,n)"),
    (Measure("kg"), "Kilogramm(,e,s) Kilo(,s)"),
    (Measure("l"), "Liter(,n,s)"),
    (Measure("bbl"), "Barrel(,s,n) Fass Fässer(,n)"),
    (Measure("bpd"), "(Barrel,Fass)_(pro,am,je)_Tag (Barrel,Fass)_(Öl,Rohöl)_(pro,am,je)_Tag"),
    (Measure("bpd"), "(Barrel,Fass)_täglich"),
    (Measure("TEU"), "TEU Standardcontainer(,n,s)"),
    (Measure("kW"), "Kilowatt"),
    (Measure("MW"), "Megawatt"),
    (Measure("GW"), "Gigawatt"),
    (Measure("kWh"), "Kilowattstunde(,n)"),
    (Measure("MWh"), "Megawattstunde(,n)"),
    (Measure("GWh"), "Gigawattstunde(,n)"),
    (Measure("TWh"), "Terawattstunde(,n)"),
    (Measure("°C"), "Grad_Celsius Grad"),
    // Lengths of time.
    (Lasting(Year, 1), "Jahr(,e,en,es,s) jährig(,e,er,es,en,em)"),
    (Lasting(Year, 10), "Jahrzehnt(,e,en,es,s) Dekade(,n)"),
    (Lasting(Year, 100), "Jahrhundert(,e,en,es,s)"),
    (Lasting(Year, 1_000), "Jahrtausend(,e,en,es,s)"),
    (Lasting(Months, 1), "Monat(,e,en,s,es) monatig(,e,er,es,en,em)"),
    (Lasting(Months, 3), "Vierteljahr(,e,en,es,s)"),
    (Lasting(Months, 6), "Halbjahr(,e,en,es,s)"),
    (Lasting(Week, 1), "Woche(,n) wöchig(,e,er,es,en,em)"),
    (Lasting(Day, 1), "Tag(,e,en,es,s) tägig(,e,er,es,en,em)"),
    (Lasting(Hours, 1), "Stunde(,n) Std stündig(,e,er,es,en,em)"),
    (Lasting(Minute, 1), "Minute(,n) =Min minütig(,e,er,es,en,em)"),
    (Lasting(Minute, 15), "Viertelstunde(,n)"),
    // Movement. (“zu” and “ab” of “nahm zu”, “nahm ab” are left out: they mean too much else.)
    (
        Moves(Up),
        "stieg(,en) steig(t,en,end,ende,enden,e) gestiegen(,e,en,er,es) anstieg(,en) ansteig(t,en) \
         angestiegen(,e,en) Anstieg(,s,es,e) Steigerung(,en) steiger(n,t,te,ten) gesteigert(,e,en) \
         wuchs(,en) wächst wachsen gewachsen(,e,en) Wachstum(,s) zuleg(en,t,te,ten) zugelegt \
         legte(,n) zunehmen zunimmt zunahm(,en) zugenommen Zunahme(,n) Zuwachs(,es) Zuwächse(,n) \
         erhöh(t,te,ten,en,ter,tes) Erhöhung(,en) =Plus kletter(t,te,ten,n) geklettert sprang(,en) \
         springt gesprungen schnell(te,ten) verteuer(t,te,ten,n) Verteuerung Preisanstieg(,s,e) \
         Preiserhöhung(,en) anhob(,en) angehoben(,e,en) anheb(en,t) hob(,en) Anhebung(,en) \
         Zinserhöhung(,en) ausgeweitet ausweit(et,ete,eten,en) Ausweitung aufgestockt(,e,en) \
         aufstock(t,te,en) Aufstockung stockte(,n) angezogen verdoppel(t,te,ten,n) \
         verdreifach(t,te,ten,en) Verdopplung Verdoppelung aufgewertet Aufwertung \
         vergrößer(t,te,ten,n) höher(,e,en,er,es) mehr teurer stärker größer länger",
    ),
    (
        Moves(Down),
        "sank(,en) sink(t,en,end,ende,enden,e) gesunken(,e,en,er,es) fiel(,en) fällt fallen \
         gefallen(,e,en) Rückgang(,s,es) Rückgänge(,n) rückläufig schrumpf(t,te,ten,en) \
         geschrumpft(,e,en) Schrumpfung nachgegeben nachgab(,en) zurückgegangen(,e,en) \
         zurückging(,en) zurückgeh(t,en) zurück abgenommen abnahm(,en) abnehmen abnimmt \
         Abnahme(,n) verringer(t,te,ten,n) Verringerung(,en) vermindert(,e,en) \
         reduzier(t,te,ten,en) Reduzierung(,en) Reduktion senk(t,te,ten,en) gesenkt(,e,en) \
         abgesenkt Senkung(,en) Absenkung(,en) Zinssenkung(,en) Preissenkung(,en) =Minus \
         einbrach(,en) einbrechen eingebrochen(,e,en) Einbruch(,s,es) brach(,en) abgesackt \
         sackte(,n) Absturz stürz(te,ten,t) abgestürzt kürz(t,te,ten,en) gekürzt(,e,en) \
         Kürzung(,en) verbillig(t,te,ten,en) halbier(t,te,ten,en) Halbierung rutscht(,e,en) \
         abgerutscht abgewertet Abwertung eingebüßt Einbuße(,n) Preisrückgang(,s) gedrosselt \
         drossel(t,te,ten,n) niedriger(,e,en,er,es) weniger geringer(,e,en,er,es) billiger \
         günstiger tiefer schwächer kleiner kürzer",
    ),
    // Dates. (“Jan.” is left out: it is a first name.)
    (Month(1), "Januar(,s) Jänner(,s)"),
    (Month(2), "Februar(,s) Feber ^Feb"),
    (Month(3), "März(,es) Maerz Mrz"),
    (Month(4), "April(,s) ^Apr"),
    (Month(5), "^Mai"),
    (Month(6), "Juni(,s) ^Jun"),
    (Month(7), "Juli(,s) ^Jul"),
    (Month(8), "August(,s) ^Aug"),
    (Month(9), "September(,s) ^Sept ^Sep"),
    (Month(10), "Oktober(,s) ^Okt"),
    (Month(11), "November(,s) ^Nov"),
    (Month(12), "Dezember(,s) ^Dez"),
    (Weekday(1), "^Montag(,abend,morgen,vormittag,nachmittag,mittag,nacht,früh)"),
    (Weekday(2), "^Dienstag(,abend,morgen,vormittag,nachmittag,mittag,nacht,früh)"),
    (Weekday(3), "^Mittwoch(,abend,morgen,vormittag,nachmittag,mittag,nacht,früh)"),
    (Weekday(4), "^Donnerstag(,abend,morgen,vormittag,nachmittag,mittag,nacht,früh)"),
    (Weekday(5), "^Freitag(,abend,morgen,vormittag,nachmittag,mittag,nacht,früh)"),
    (Weekday(6), "^Samstag(,abend,morgen,vormittag,nachmittag,mittag,nacht,früh)"),
    (Weekday(6), "^Sonnabend(,vormittag)"),
    (Weekday(7), "^Sonntag(,abend,morgen,vormittag,nachmittag,mittag,nacht,früh)"),
    (DayFrom(-2), "vorgestern vorgestern_Abend"),
    (DayFrom(-1), "gestern gestern_(früh,Morgen,Vormittag,Mittag,Nachmittag,Abend)"),
    (DayFrom(-1), "(letzte,vergangene)_Nacht"),
    (DayFrom(0), "heute heute_(früh,Morgen,Vormittag,Mittag,Nachmittag,Abend,Nacht)"),
    (DayFrom(1), "=morgen morgen_(früh,Vormittag,Mittag,Nachmittag,Abend)"),
    (DayFrom(2), "übermorgen"),
    (YearFrom(-2), "(vorletztes,vorletzten,vorvergangenes,vorvergangenen)_Jahr(,es)"),
    (YearFrom(0), "heuer diesjährig(e,er,es,en,em)"),
    (YearFrom(2), "(übernächstes,übernächsten)_Jahr(,es)"),
    (WeekFrom(-2), "(vorletzte,vorletzter,vorletzten,vorvergangene,vorvergangenen)_Woche"),
    (MonthFrom(-2), "(vorletzten,vorvergangenen)_Monat(,s)"),
    (Beside(-1), "vergangen(e,er,es,en,em) vorig(e,er,es,en,em) letzt(e,er,es,en,em)"),
    (Beside(0), "dies(e,er,es,en,em) laufend(e,er,es,en,em)"),
    (Beside(1), "nächst(e,er,es,en,em) kommend(e,er,es,en,em)"),
    (NextTo(-2), "zwei_Tage_(zuvor,davor)"),
    (NextTo(-1), "Vortag(,es,s,e) tags_zuvor Tag_(zuvor,davor) einen_Tag_(zuvor,davor)"),
    (NextTo(-1), "vorigen_Tag"),
    (NextTo(1), "Folgetag(,es,s,e) tags_darauf Tag_(darauf,danach)"),
    (NextTo(1), "einen_Tag_(später,darauf,danach)"),
    (NextTo(1), "(nächster,nächsten,folgender,folgenden,darauffolgenden)_Tag(,es,s)"),
    (NextTo(2), "zwei_Tage_(später,darauf,danach) übernächsten_Tag"),
    (Ago, "her"),
    (AgoBefore, "vor"),
    (YearName, "Jahr Jahres im_Jahr(,e) des_Jahres dem_Jahr(,e) das_Jahr"),
    (Quarter, "Quartal(,s,es) Vierteljahr(,es,s)"),
    (HalfYear, "Halbjahr(,es,s) Jahreshälfte"),
    (FiscalYear, "Geschäftsjahr(,es,s) Wirtschaftsjahr(,es,s) Haushaltsjahr(,es,s)"),
    (FiscalYear, "Fiskaljahr(,es,s)"),
    (DecadeOf, "er ern er_Jahre(,n)"),
    (In, "im in am während anno (Anfang,Mitte,Ende) (Anfang,Mitte,Ende)_des_Jahres Herbst Sommer"),
    (In, "Winter Frühjahr Frühling im_Monat datiert_vom im_Jahr(,e)"),
    (Bounds, "seit bis ab vor nach zum (seit,ab,vor,nach)_dem"),
    (Bounds, "bis_(zum,Ende,Mitte,Anfang,einschließlich) (seit,ab)_(Anfang,Mitte,Ende) spätestens"),
    (Bounds, "spätestens_(am,bis) frühestens frühestens_am mit_Wirkung_(vom,zum)"),
    (OtherDay, "jede(r,n,m,s,) jeweils einem an_einem eines"),
    (BeforeNoon, "morgens vormittags frühmorgens am_(Morgen,Vormittag)"),
    (AfterNoon, "nachmittags abends am_Nachmittag am_Abend"),
    (Hour, "Uhr"),
    // Stances.
    (
        Cue(Negated),
        "nicht nie niemals keinesfalls keineswegs mitnichten weder noch_nie noch_nicht nicht_mehr \
         gar_nicht kein(,e,er,en,em,es) keinerlei kein(,e,er,en,em,es)_einzig(e,er,en,em,es) \
         nichts niemand(,en,em) nirgends nirgendwo ohne ohne_dass statt anstatt auf_keinen_Fall \
         in_keiner_Weise ausgeblieben ausblieb(,en) blieb(,en)_aus verzicht(et,ete,eten,en) \
         Verzicht",
    ),
    (
        Cue(Denied),
        "bestreit(et,en) bestritt(,en) bestritten(,e,en) dementier(t,te,ten,en) Dementi(,s) \
         leugn(et,ete,eten,en) geleugnet widerleg(t,te,ten,en) widersprach(,en) widersprich(t) \
         widersprochen verneint(,e,en) \
         (wies,wiesen,weist,weisen)_(Berichte,Meldungen,Vorwürfe,Behauptungen) \
         (wies,wiesen,weist,weisen)_(Angaben,Gerüchte,Spekulationen) \
         (wies,weist)_den_(Bericht,Vorwurf) \
         (wies,wiesen,weist,weisen)_die_(Berichte,Vorwürfe,Behauptung,Behauptungen,Darstellung) \
         in_Abrede abgestritten stritt(,en)_ab Falschmeldung(,en) falsch_dass nicht_wahr \
         frei_erfunden unzutreffend nicht_zutreffend entkräftet(,e,en)",
    ),
    (
        Cue(Rejected),
        "lehnt(,e,en) ablehn(t,te,ten,en) abgelehnt(,e,en,er,es) Ablehnung weiger(t,te,ten,n) \
         geweigert Weigerung verweiger(t,te,ten,n) verworfen(,e,en) verwarf(,en) verwirft \
         zurückgewiesen(,e,en) zurückwies(,en) zurückweis(t,en) Zurückweisung stimmt(,e,en)_gegen \
         stimmten_dagegen dagegen_gestimmt niedergestimmt überstimmt(,e,en) Veto(,s) \
         widersetz(t,te,ten,en) (sprach,sprachen,spricht)_sich_gegen schlug(,en)_aus ausgeschlagen \
         untersagt(,e,en) Nein_zu durchgefallen fiel_durch verbot(,en) verbietet verboten",
    ),
    (
        Cue(Doubted),
        "bezweifel(t,te,ten,n) angezweifelt zweifel(t,te,ten,n) Zweifel(,s) fraglich(,e,en) unklar \
         ungewiss unsicher zweifelhaft(,e,en) unbestätigt(,e,en,er,es) \
         nicht_(bestätigt,bestätigen,belegt,überprüft,überprüfen,klar,sicher,verifiziert) \
         unwahrscheinlich angeblich(,e,en,er,es) mutmaßlich(,e,en,er,es) vermeintlich(,e,en,er,es) \
         gerüchteweise Gerücht(,e,en,s) dem_Vernehmen_nach Spekulation(,en) spekulier(t,te,ten,en) \
         in_Frage in_Frage_gestellt infrage (soll,sollen)_angeblich",
    ),
    (
        Cue(Planned),
        "plan(t,te,ten,en,e) geplant(,e,en,er,es) Plan(,s,es) Pläne(,n) Planung(,en) will wollen \
         wollte(,n) wolle beabsichtig(t,te,ten,en) Absicht(,en) Vorhaben(,s) vorhat \
         (hat,haben)_vor soll sollen solle vorgesehen(,e,en,er,es) vorsieht vorsehen sieht_vor \
         vereinbar(t,te,ten,en) Vereinbarung(,en) einigt(,e,en)_sich_(auf,darauf) zugesagt(,e,en) \
         zusag(t,te,ten,en) Zusage(,n) versprach(,en) verspricht versprechen versprochen \
         verpflichtet(,e,en) Ziel(,e,en) angestrebt(,e,en) anstreb(t,te,ten,en) strebt(,e,en) \
         angekündigt(,e,en,er) kündigt(,e,en) Ankündigung(,en) Vorschlag(,s,es) Vorschläge(,n) \
         vorgeschlagen(,e,en) (schlug,schlugen,schlägt,schlagen)_vor Entwurf(,s) Gesetzentwurf(,s) \
         angesetzt(,e) terminiert(,e) möchte(,n) beschloss(,en) beschließ(t,en) \
         entschied(,en)_sich künftig in_Zukunft bevorsteh(t,en) bevorstehend(e,er,es,en) \
         steht_bevor erwäg(t,en) erwog(,en) in_Planung im_Gespräch auf_der_Tagesordnung \
         in_Aussicht_gestellt (wird,werden)_ab",
    ),
    (
        Cue(Expected),
        "erwart(et,ete,eten,en) Erwartung(,en) prognostizier(t,te,ten,en) Prognose(,n) \
         voraussichtlich(,e,en,er) rechn(et,ete,eten,en) hoff(t,te,ten,en) Hoffnung(,en) \
         wahrscheinlich(,e,en,er) vermutlich(,e,en) dürfte(,n) (geht,gehen,ging,gingen)_davon_aus \
         davon_auszugehen vorausgesagt(,e) (sagt,sagen,sagte,sagten)_voraus vorhergesagt(,e) \
         Vorhersage(,n) in_Aussicht Aussicht(,en) zu_erwarten absehbar aller_Voraussicht_nach \
         Hochrechnung(,en) veranschlagt(,e) peilt(,e,en)_an anpeil(t,en)",
    ),
    (
        Cue(Cancelled),
        "abgesagt(,e,en,er,es) absag(t,te,ten,en) Absage(,n) gestrichen(,e,en,er) strich(,en) \
         streicht verschob(,en) verschoben(,e,en,er,es) verschieb(t,en) Verschiebung(,en) \
         vertag(t,te,ten,en) Vertagung stopp(t,te,ten,en) gestoppt(,e,en) stornier(t,te,ten,en) \
         Stornierung(,en) ausgesetzt(,e,en) (setzt,setzte,setzten)_aus aussetz(t,te,ten,en) \
         Aussetzung annullier(t,te,ten,en) aufgegeben(,e,en) zurückgezogen(,e,en,er) \
         zurückzog(,en) zurückzieh(t,en) zog(,en)_zurück Rückzug auf_Eis auf_Eis_gelegt \
         gekündigt(,e,en,er) aufgekündigt(,e) Kündigung widerrufen(,e) rückgängig zurückgenommen \
         ausgefallen(,e) (fiel,fielen,fällt,fallen)_aus abgeblasen(,e) abgebrochen(,e) Abbruch \
         nahm_Abstand Abstand_genommen hinfällig vom_Tisch gekippt(,e) zurückgestellt(,e) \
         aufgeschoben(,e)",
    ),
    (
        Cue(Failed),
        "scheiter(t,te,ten,n) gescheitert(,e,er,en,es) misslang(,en) misslingt \
         misslungen(,e,er,en) Fehlschlag fehlgeschlagen(,e,er,en) schlug(,en)_fehl \
         versuch(t,te,ten,en) Versuch(,e,en,s,es) vergeblich(,e,en,er) vergebens \
         erfolglos(,e,en,er) ohne_Erfolg verfehl(t,te,ten,en) (gelang,gelingt)_es_nicht \
         nicht_gelungen konnte(,n)_nicht nicht_geschafft schaffte(,n)_es_nicht \
         verhinder(t,te,ten,n) hinder(t,te,ten)_daran gehindert (blieb,blieben,bleibt)_hinter \
         zurückgeblieben vereitel(t,te,ten,n) verpasst(,e,en) geplatzt(,e,er) platzte(,n) \
         Misserfolg nicht_zustande außerstande nicht_in_der_Lage",
    ),
    (
        Cue(Conditional),
        "wenn falls sofern würde(,n) könnte(,n) wäre(,n) hätte(,n) müsste(,n) sollte(,n) möge \
         möglicherweise vielleicht eventuell(,e,en) womöglich unter_(Umständen,Vorbehalt) \
         gegebenenfalls es_sei_denn vorausgesetzt unter_der_(Bedingung,Voraussetzung) \
         vorbehaltlich als_(ob,wenn) hypothetisch(,e,en,er) im_Fall(,e) für_den_Fall \
         angenommen_dass theoretisch denkbar(,e) käme(,n) gäbe bekäme(,n) nähme(,n) ginge(,n) \
         stünde(,n) bliebe(,n) potenziell(,e,en,er) (selbst,nur,erst)_wenn",
    ),
    (
        NoCue,
        "nicht_(nur,allein,bloß,lediglich,zuletzt,selten,umsonst,wenige,unerheblich) \
         nichts_anderes_als \
         ohne_(Zweifel,Frage,Weiteres,Zwischenfälle,Unterbrechung,Pause,Mehrwertsteuer) \
         (kein,keinen,keine,keinem,außer)_Zweifel keine_Frage auch_wenn wenn_auch \
         kein_(Geheimnis,Wunder) kein_Geringerer_als keine_Geringere_als noch_nie_so nie_so \
         wie_(geplant,erwartet,vereinbart,angekündigt,versprochen) als_(erwartet,geplant) \
         mehr_als_(erwartet,geplant) weniger_als_(erwartet,geplant) planmäßig erwartungsgemäß \
         unerwartet statt_dessen nach_Plan",
    ),
    // Names and sentences.
    (
        Title,
        "Herr(,n) Frau Hr Fr Doktor(,in) Dr Professor(,in) Prof Dipl Ing Mag =PD Präsident(,in,en) \
         Bundespräsident(,in,en) Staatspräsident(,in,en) Ministerpräsident(,in,en) Premier \
         Premierminister(,in) Regierungschef(,in) Staatschef(,in) Kanzler(,in) Bundeskanzler(,in) \
         Vizekanzler(,in) Minister(,in) Bundesminister(,in) Außenminister(,in) Innenminister(,in) \
         Verteidigungsminister(,in) Finanzminister(,in) Wirtschaftsminister(,in) \
         Justizminister(,in) Verkehrsminister(,in) Energieminister(,in) Gesundheitsminister(,in) \
         Staatssekretär(,in) Senator(,in) Abgeordnete(,r,n) Bürgermeister(,in) \
         Oberbürgermeister(,in) Gouverneur(,in) Botschafter(,in) Kommissar(,in) EU_Kommissar(,in) \
         Generalsekretär(,in) Vorsitzende(,r,n) Vorstandsvorsitzende(,r,n) Konzernchef(,in) \
         Finanzchef(,in) Geschäftsführer(,in) Direktor(,in) Chef(,in) Leiter(,in) Gründer(,in) \
         Sprecher(,in) Hafenmeister(,in) Hafenchef(,in) Notenbankchef(,in) Beauftragte(,r,n) \
         General Oberst Major Hauptmann Leutnant Admiral Kapitän(,in) Kommandant(,in) Lotse Lotsin \
         Richter(,in) Staatsanwalt Staatsanwältin Anwalt Anwältin König(,in) Kaiser(,in) Prinz \
         Prinzessin Fürst(,in) Herzog(,in) Graf Gräfin Baron(,in) Emir Scheich Sultan Papst \
         Kardinal Erzbischof Bischof Pfarrer(,in) Pater Imam Sankt Ingenieur(,in) \
         Chefvolkswirt(,in) Analyst(,in) Journalist(,in) Forscher(,in) Architekt(,in) Experte \
         Expertin Sir Lord Lady",
    ),
    (
        NameOfPlace,
        "Straße Strasse Str Gasse Weg Allee Platz Ufer Ring Brücke Tunnel Schleuse Kanal Hafen Kai \
         Werft Flughafen Flugplatz Bahnhof Station Krankenhaus Klinik Klinikum Universität Uni \
         Hochschule Schule Gymnasium Institut Akademie Bibliothek Museum Theater Oper Stadion \
         Arena Halle Hotel Schloss Burg Turm Haus Gebäude Fabrik Werk Werke Kraftwerk Zeche Mine \
         Park Garten Wald See Fluss Bucht Golf Kap Berg Tal Insel Inseln Stadt Dorf Viertel \
         Siedlung Stiftung Preis Medaille Gruppe Konzern Holding Gesellschaft Firma Verlag Bank \
         Labor Galerie Kirche Dom Kapelle Moschee Friedhof Kaserne Stützpunkt GmbH =AG =KG =SE",
    ),
    (
        Says,
        "sag(te,ten,t,en) frag(te,ten,t,en) rief(,en) ruft erklär(te,ten,t,en) \
         antwort(ete,eten,et,en) mein(te,ten,t,en) beton(te,ten,t,en) behaupt(ete,eten,et,en) \
         schrieb(,en) schreibt bemerk(te,ten,t,en) teil(te,ten,t) bericht(ete,eten,et) \
         erzähl(te,ten,t) entgegn(ete,eten,et) erwider(te,ten,t) ergänz(te,ten,t) füg(te,ten,t) \
         wollte_wissen warn(te,ten,t) mahn(te,ten,t) forder(te,ten,t) kritisier(te,ten,t) \
         versicher(te,ten,t) räum(te,ten,t) äußer(te,ten,t) schrie(,n) (stellte,stellt)_fest \
         (hieß,heißt)_es laut(ete,et)",
    ),
    (
        Opens,
        "der die das den dem des er sie es wir ihr ich man sein(,e,er,em,en) ihre(,r,m,n) \
         unser(,e) diese(,r,s,m,n) jene(,r,s) jede(,r,s) alle(,s) viele einige mehrere manche \
         andere beide wer was wo wann wie warum wieso welche(,r,s) in im am an auf aus bei beim \
         mit nach von vom vor zu zum zur für durch gegen ohne um über unter hinter neben zwischen \
         während wegen trotz seit bis ab laut gemäß innerhalb außerhalb statt aber und oder doch \
         denn sondern auch außerdem zudem ferner dann danach darauf daraufhin anschließend \
         schließlich zuvor vorher später bald nun jetzt damals da dabei dafür dagegen daher damit \
         daran davon dazu deshalb darum so somit also allerdings jedoch dennoch trotzdem hingegen \
         indes immerhin inzwischen mittlerweile derzeit nachdem bevor als wenn falls ob obwohl \
         weil sodass sobald solange hier dort heute gestern morgen ja nein nur noch schon erst \
         selbst sogar etwa besonders vielleicht ein(,e,er,em,en,es) kein(,e,er) insgesamt zuletzt \
         zunächst erstens zweitens drittens nicht niemand nichts mehr weniger fast rund",
    ),
    (
        Nothing,
        "ein_(paar,wenig,bisschen,gewisser,gewisses,Teil,jeder) (eine,einer)_(gewisse,Reihe,Art) \
         einen_Teil eines_Tages ein_Mal Dutzende(,n) Hunderte(,n) Tausende(,n) Zehntausende(,n) \
         Hunderttausende(,n) \
         (einige,mehrere,viele,etliche,zig)_(Dutzend,hundert,tausend,Millionen,Milliarden) \
         ein_paar_(Dutzend,hundert,tausend,Millionen) rund_um rund_um_die_Uhr mehr_und_mehr \
         immer_(mehr,weniger) ab_und_zu mehr_denn_je unter_(anderem,anderen,Wasser,Druck) \
         vor_allem über_(Nacht,Bord,Wasser) (in,außer)_Acht \
         zum_(ersten,zweiten,dritten,letzten)_Mal zum_(einen,anderen) \
         (Erster,Ersten,Erste,Zweiter,Zweiten,Zweite)_Weltkrieg(,s,es) (Dritte,Dritten)_Welt \
         (Dritte,Drittes,Dritten)_Reich(,s,es) erste_Hilfe (erster,zweiter)_(Hand,Linie,Stelle) \
         auf_den_ersten_Blick auf_halbem_Weg(,e) auf_halber_Strecke am_(Rand,Rande,Zoll) \
         vor_(Jahren,Monaten,Wochen,Tagen,Stunden,Jahrzehnten,Jahrhunderten,Kurzem,Ort,Gericht) \
         vor_langer_Zeit \
         (letzte,letzten,vergangene,vergangenen)_(Jahre,Jahren,Monate,Monaten,Wochen,Tage,Tagen) \
         (nächste,nächsten,kommende,kommenden)_(Jahre,Jahren,Monate,Monaten,Wochen,Tage,Tagen) \
         (diese,diesen,dieser)_(Jahre,Jahren,Monate,Monaten,Wochen,Tage,Tagen) \
         (letzte,letzter,letzten,dieser,diesen,dieses,diesem)_Tag(,es,s) letzten_Endes \
         (letztes,nächstes,dieses)_Mal bis_auf_Weiteres nach_wie_vor auf_einmal auf_Dauer \
         um_jeden_Preis von_Anfang_an (am,zu)_Ende Jahr_(für,um)_Jahr Tag_für_Tag \
         in_null_Komma_nichts",
    ),
];

/// The number that one word is: "siebenundzwanzig", "zweihundertfünfzigtausend". In lower case.
fn compound(word: &str) -> Option<u64> {
    let Some((head, tail)) = word.split_once("tausend") else { return below_thousand(word) };
    let thousands = if head.is_empty() { 1 } else { below_thousand(head)? };
    Some(thousands * 1_000 + added(tail, below_thousand)?)
}

/// "zweihundertfünfzig", and "neunzehnhundertneunzig" as well.
fn below_thousand(word: &str) -> Option<u64> {
    let Some((head, tail)) = word.split_once("hundert") else { return below_hundred(word) };
    let hundreds = if head.is_empty() { 1 } else { place(head, ONES)? };
    Some(hundreds * 100 + added(tail, below_hundred)?)
}

/// What stands behind "hundert" or "tausend", with or without "und".
fn added(tail: &str, read: fn(&str) -> Option<u64>) -> Option<u64> {
    if tail.is_empty() { Some(0) } else { read(tail.strip_prefix("und").unwrap_or(tail)) }
}

fn below_hundred(word: &str) -> Option<u64> {
    if let Some(value) = place(word, ONES) {
        return Some(value);
    }
    let (one, ten) = word.split_once("und").unwrap_or(("", word));
    let one = if ten == word { 0 } else { place(one, ONES).filter(|one| *one < 10)? };
    Some((place(ten, TENS)? + 1) * 10 + one)
}

/// The place of a word in a list, from one on; "|" stands between ways to write it.
fn place(word: &str, list: &str) -> Option<u64> {
    let mut places = list.split_ascii_whitespace();
    let found = places.position(|ways| ways.split('|').any(|way| way == word))?;
    u64::try_from(found + 1).ok()
}

const ONES: &str = "ein|eins|eine zwei|zwo drei vier fünf|fuenf sechs sieben acht neun zehn elf \
                    zwölf|zwoelf dreizehn vierzehn fünfzehn|fuenfzehn sechzehn siebzehn achtzehn \
                    neunzehn";

/// From twenty on.
const TENS: &str =
    "zwanzig dreißig|dreissig vierzig fünfzig|fuenfzig sechzig siebzig achtzig neunzig";
