//! French.

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

pub(in super::super) const FRENCH: Grammar = Grammar {
    language: Language::French,
    decimal: ',',
    words: WORDS,
    goes_on: "m mm mme mmes mlle mlles dr drs pr prs me mgr st ste sts cf p.ex ex env vs c.-à-d \
              c.à.d càd i.e av apr bd fg éd coll gén cdt cne lt sgt adj adm prés dép sén resp réf \
              trad janv févr fév avr juil oct nov déc hab dépt",
    before_number: "n no nos nº art arts al chap p pp vol fig t tél env réf sept §",
    may_end: "etc s.a s.a.s s.a.r.l s.n.c cie éts inc ltd corp co j.-c a.m p.m h min suiv u.e \
              o.n.u u.s.a p.-s jr",
    compound: None,
    endings: &[],
};

const WORDS: &[(Sense, &str)] = &[
    (Hedge(AtMost), "dans_un_délai_de dans_les sous"),
    (Hedge(Exactly), "dans_un_délai_de dans_les sous"),
    // Numbers.
    (Cardinal(0), "zéro aucun(e,)"),
    (Cardinal(2), "deux"),
    (Cardinal(3), "trois"),
    (Cardinal(4), "quatre"),
    (Cardinal(5), "cinq"),
    (Cardinal(6), "six"),
    (Cardinal(7), "sept"),
    (Cardinal(8), "huit"),
    (Cardinal(9), "neuf"),
    (Cardinal(10), "dix"),
    (Cardinal(11), "onze"),
    (Cardinal(12), "douze"),
    (Cardinal(13), "treize"),
    (Cardinal(14), "quatorze"),
    (Cardinal(15), "quinze"),
    (Cardinal(16), "seize"),
    (Cardinal(17), "dix_sept"),
    (Cardinal(18), "dix_huit"),
    (Cardinal(19), "dix_neuf"),
    (Cardinal(20), "vingt"),
    (Cardinal(21), "vingt_et_un(e,) vingt_un(e,)"),
    (Cardinal(30), "trente"),
    (Cardinal(31), "trente_et_un(e,) trente_un(e,)"),
    (Cardinal(40), "quarante"),
    (Cardinal(41), "quarante_et_un(e,) quarante_un(e,)"),
    (Cardinal(50), "cinquante"),
    (Cardinal(51), "cinquante_et_un(e,) cinquante_un(e,)"),
    (Cardinal(60), "soixante"),
    (Cardinal(61), "soixante_et_un(e,) soixante_un(e,)"),
    (Cardinal(70), "soixante_dix septante"),
    (Cardinal(71), "soixante_et_onze soixante_onze septante_et_un(e,) septante_un(e,)"),
    (Cardinal(72), "soixante_douze"),
    (Cardinal(73), "soixante_treize"),
    (Cardinal(74), "soixante_quatorze"),
    (Cardinal(75), "soixante_quinze"),
    (Cardinal(76), "soixante_seize"),
    (Cardinal(80), "quatre_vingt(s,) huitante octante"),
    (Cardinal(81), "quatre_vingt_un(e,) huitante_et_un(e,) huitante_un(e,) octante_et_un(e,)"),
    (Cardinal(90), "quatre_vingt_dix nonante"),
    (Cardinal(91), "quatre_vingt_onze nonante_et_un(e,) nonante_un(e,)"),
    (Cardinal(92), "quatre_vingt_douze"),
    (Cardinal(93), "quatre_vingt_treize"),
    (Cardinal(94), "quatre_vingt_quatorze"),
    (Cardinal(95), "quatre_vingt_quinze"),
    (Cardinal(96), "quatre_vingt_seize"),
    (Article, "un une"),
    (Times(6), "demi_douzaine(s,)"),
    (Times(10), "dizaine(s,)"),
    (Times(12), "douzaine(s,)"),
    (Times(15), "quinzaine(s,)"),
    (Times(20), "vingtaine(s,)"),
    (Times(30), "trentaine(s,)"),
    (Times(40), "quarantaine(s,)"),
    (Times(50), "cinquantaine(s,)"),
    (Times(60), "soixantaine(s,)"),
    (Times(100), "cent(s,) centaine(s,)"),
    (Times(1_000), "mille mil millier(s,)"),
    (Times(10_000), "dizaine(s,)_de_milliers"),
    (Times(100_000), "centaine(s,)_de_milliers"),
    (Times(500_000), "demi_million"),
    (Times(1_000_000), "million(s,) =Mio =mio =M_d' =M_de"),
    (Times(10_000_000), "dizaine(s,)_de_millions"),
    (Times(100_000_000), "centaine(s,)_de_millions"),
    (Times(500_000_000), "demi_milliard"),
    (Times(1_000_000_000), "milliard(s,) =Md =md =Mds =mds =Mrd =mrd =Mrds =mia"),
    (Times(1_000_000_000_000), "billion(s,) millier(s,)_de_milliards"),
    (Part(2), "moitié(s,) la_moitié demi(e,s,es,)"),
    (Part(3), "tiers le_tiers"),
    (Part(4), "quart(s,) le_quart"),
    (Part(5), "cinquième(s,)"),
    (Part(6), "sixième(s,)"),
    (Part(7), "septième(s,)"),
    (Part(8), "huitième(s,)"),
    (Part(9), "neuvième(s,)"),
    (Part(10), "dixième(s,)"),
    (AndHalf, "et_demi(e,)"),
    (Point, "virgule"),
    (And, "et"),
    (Minus, "moins"),
    (Filler, "encore déjà net nette nettement fortement légèrement sensiblement fortes forte fort"),
    (Ordinal(1), "premier(s,) première(s,)"),
    (Ordinal(2), "deuxième second(e,)"),
    (Ordinal(3), "troisième(s,)"),
    (Ordinal(4), "quatrième(s,)"),
    (Ordinal(5), "cinquième"),
    (Ordinal(6), "sixième"),
    (Ordinal(7), "septième"),
    (Ordinal(8), "huitième"),
    (Ordinal(9), "neuvième"),
    (Ordinal(10), "dixième"),
    (Ordinal(11), "onzième"),
    (Ordinal(12), "douzième"),
    (Ordinal(13), "treizième"),
    (Ordinal(14), "quatorzième"),
    (Ordinal(15), "quinzième"),
    (Ordinal(16), "seizième"),
    (Ordinal(17), "dix_septième"),
    (Ordinal(18), "dix_huitième"),
    (Ordinal(19), "dix_neuvième"),
    (Ordinal(20), "vingtième"),
    (Ordinal(21), "vingt_et_unième"),
    (Ordinal(30), "trentième"),
    (Ordinal(31), "trente_et_unième"),
    (Ordinal(40), "quarantième"),
    (Ordinal(50), "cinquantième"),
    (Ordinal(100), "centième"),
    // Hedges.
    (Hedge(Exactly), "exactement très_exactement précisément tout_juste"),
    (
        Hedge(AtMost),
        "pas_plus_d(e,u,es,') non_plus_d(e,') jusqu'_(à,au,aux) au_plus tout_au_plus au_maximum \
         à_peine ne_dépass(e,ent,ait,ant)_pas n'_excèd(e,ent)_pas n'_excédant_pas",
    ),
    (Hedge(AtLeast), "au_moins pour_le_moins au_minimum au_bas_mot (pas,non)_moins_d(e,u,es,')"),
    (
        Hedge(Over),
        "plus_d(e,u,es,') (bien,beaucoup,nettement,largement,sensiblement)_plus_d(e,u,es,') \
         un_peu_plus_d(e,u,es,') supérieur(e,s,es,)_à au_(dessus,delà)_d(e,u,es,') \
         au_dessus_de_la_barre_d(e,es) dépassant excédant",
    ),
    (
        Hedge(LessThan),
        "moins_d(e,u,es,') (bien,beaucoup,nettement,largement)_moins_d(e,u,es,') \
         un_peu_moins_d(e,u,es,') inférieur(e,s,es,)_à en_dessous_d(e,u,es,') \
         au_dessous_d(e,u,es,') en_deçà_d(e,u,es,') sous_la_barre_d(e,es) sous_le_seuil_d(e,es)",
    ),
    (
        Hedge(Almost),
        "près_d(e,u,es,') tout_près_d(e,u,es,') presque quasi quasiment pratiquement \
         (pas,non)_loin_d(e,u,es,') un_peu_moins_d(e,u,es,') à_peine",
    ),
    (
        Hedge(About),
        "environ quelque approximativement à_peu_près peu_ou_prou grosso_modo plus_ou_moins \
         aux_(alentours,environs)_d(e,u,es,') autour_d(e,u,es,') de_l'_ordre_d(e,u,es,') \
         estimé(e,s,es,)_à évalué(e,s,es,)_à",
    ),
    (HedgeAfter(AtLeast), "ou_plus ou_davantage au_moins au_minimum minimum au_bas_mot"),
    (HedgeAfter(AtMost), "ou_moins au_plus tout_au_plus au_maximum maximum au_grand_maximum"),
    (HedgeAfter(About), "environ à_peu_près approximativement"),
    (HedgeAfter(Exactly), "exactement tout_juste tout_rond pile"),
    // Ranges and wholes.
    (Between, "entre compris(e,s,es,)_entre situé(e,s,es,)_entre"),
    (From, "de d' du des depuis"),
    (To, "à au aux jusqu'_(à,au,aux)"),
    (By, "de d' du des"),
    (Of, "de d' du des sur sur_un_total_d(e,') parmi"),
    // Units.
    (Percent, "pour_cent pourcent(s,) p_cent"),
    (PercentagePoints, "point(s,)_de_pourcentage point(s,)_de_pour_cent"),
    (BasisPoints, "point(s,)_de_base pdb"),
    (Money(&["EUR"]), "euro(s,)"),
    (Money(&["USD", "AUD", "CAD", "HKD", "SGD", "NZD", "TWD"]), "dollar(s,)"),
    (Money(&["USD"]), "dollar(s,)_américain(s,) dollar(s,)_US dollar(s,)_des_États_Unis"),
    (Money(&["CAD"]), "dollar(s,)_canadien(s,)"),
    (Money(&["AUD"]), "dollar(s,)_australien(s,)"),
    (Money(&["NZD"]), "dollar(s,)_néo_zélandais"),
    (Money(&["HKD"]), "dollar(s,)_de_Hong_Kong dollar(s,)_de_Hongkong dollar(s,)_hongkongais"),
    (Money(&["SGD"]), "dollar(s,)_de_Singapour dollar(s,)_singapourien(s,)"),
    (Money(&["TWD"]), "dollar(s,)_taïwanais dollar(s,)_de_Taïwan"),
    (Money(&["GBP", "EGP", "LBP", "SYP", "SDG", "SSP", "TRY"]), "livre(s,)"),
    (Money(&["GBP"]), "livre(s,)_sterling livre(s,)_britannique(s,)"),
    (Money(&["EGP"]), "livre(s,)_égyptienne(s,)"),
    (Money(&["TRY"]), "livre(s,)_turque(s,) lire(s,)_turque(s,)"),
    (Money(&["CHF", "XOF", "XAF", "CDF", "GNF", "RWF", "XPF"]), "franc(s,)"),
    (Money(&["CHF"]), "franc(s,)_suisse(s,)"),
    (Money(&["XOF", "XAF"]), "franc(s,)_CFA"),
    (Money(&["JPY"]), "yen(s,) yen(s,)_japonais"),
    (Money(&["CNY"]), "yuan(s,) yuan(s,)_chinois renminbi(s,) RMB"),
    (Money(&["KRW", "KPW"]), "won(s,)"),
    (Money(&["KRW"]), "won(s,)_sud_coréen(s,) won(s,)_coréen(s,)"),
    (Money(&["RUB", "BYN"]), "rouble(s,)"),
    (Money(&["RUB"]), "rouble(s,)_russe(s,)"),
    (Money(&["BYN"]), "rouble(s,)_biélorusse(s,) rouble(s,)_bélarusse(s,)"),
    (Money(&["UAH"]), "hryvnia(s,) hryvnia(s,)_ukrainienne(s,)"),
    (Money(&["KZT"]), "tenge(s,) tengué(s,)"),
    (Money(&["KGS", "UZS"]), "som(s,)"),
    (Money(&["AZN", "TMT"]), "manat(s,)"),
    (Money(&["GEL"]), "lari(s,)"),
    (Money(&["AMD"]), "dram(s,)"),
    (Money(&["MNT"]), "tugrik(s,) tögrög(s,)"),
    (Money(&["SEK", "NOK", "DKK", "CZK", "ISK"]), "couronne(s,)"),
    (Money(&["SEK"]), "couronne(s,)_suédoise(s,)"),
    (Money(&["NOK"]), "couronne(s,)_norvégienne(s,)"),
    (Money(&["DKK"]), "couronne(s,)_danoise(s,)"),
    (Money(&["CZK"]), "couronne(s,)_tchèque(s,)"),
    (Money(&["PLN"]), "zloty(s,)"),
    (Money(&["HUF"]), "forint(s,)"),
    (Money(&["RON", "MDL"]), "leu lei"),
    (Money(&["BGN"]), "lev(s,) leva"),
    (Money(&["INR", "PKR", "LKR", "NPR", "MUR", "IDR"]), "roupie(s,)"),
    (Money(&["INR"]), "roupie(s,)_indienne(s,)"),
    (Money(&["PKR"]), "roupie(s,)_pakistanaise(s,)"),
    (Money(&["IDR"]), "rupiah(s,) roupie(s,)_indonésienne(s,)"),
    (Money(&["BDT"]), "taka(s,)"),
    (Money(&["THB"]), "baht(s,)"),
    (Money(&["VND"]), "dong(s,)"),
    (Money(&["MYR"]), "ringgit(s,)"),
    (Money(&["ILS"]), "shekel(s,) shekel(s,)_israélien(s,)"),
    (Money(&["SAR", "QAR", "IRR", "OMR", "YER"]), "riyal(s,)"),
    (Money(&["IRR", "OMR", "YER", "SAR", "QAR"]), "rial(s,)"),
    (Money(&["SAR"]), "riyal(s,)_saoudien(s,) rial(s,)_saoudien(s,)"),
    (Money(&["QAR"]), "riyal(s,)_qatari(s,) rial(s,)_qatari(s,)"),
    (Money(&["AED", "MAD"]), "dirham(s,)"),
    (Money(&["AED"]), "dirham(s,)_émirien(s,) dirham(s,)_émirati(s,) dirham(s,)_des_Émirats"),
    (Money(&["MAD"]), "dirham(s,)_marocain(s,)"),
    (Money(&["DZD", "TND", "LYD", "IQD", "KWD", "JOD", "BHD", "RSD"]), "dinar(s,)"),
    (Money(&["DZD"]), "dinar(s,)_algérien(s,)"),
    (Money(&["TND"]), "dinar(s,)_tunisien(s,)"),
    (Money(&["IQD"]), "dinar(s,)_irakien(s,)"),
    (Money(&["JOD"]), "dinar(s,)_jordanien(s,)"),
    (Money(&["MXN", "ARS", "CLP", "COP", "PHP", "UYU", "DOP", "CUP"]), "peso(s,)"),
    (Money(&["MXN"]), "peso(s,)_mexicain(s,)"),
    (Money(&["ARS"]), "peso(s,)_argentin(s,)"),
    (Money(&["BRL"]), "real_brésilien réal réaux réals reais reals"),
    (Money(&["ZAR"]), "rand(s,) rand(s,)_sud_africain(s,)"),
    (Money(&["NGN"]), "naira(s,)"),
    (Money(&["KES", "TZS", "UGX", "SOS"]), "shilling(s,)"),
    (Measure("km"), "kilomètre(s,)"),
    (Measure("m"), "mètre(s,)"),
    (Measure("cm"), "centimètre(s,)"),
    (Measure("mm"), "millimètre(s,)"),
    (Measure("mi"), "mile(s,)"),
    (Measure("ft"), "pied(s,)"),
    (Measure("in"), "pouce(s,)"),
    (Measure("nmi"), "mille(s,)_marin(s,) mille(s,)_nautique(s,) milles"),
    (Measure("kn"), "nœud(s,) noeud(s,)"),
    (Measure("ha"), "hectare(s,)"),
    (Measure("ac"), "acre(s,)"),
    (Measure("km2"), "kilomètre(s,)_carré(s,) km_carré(s,)"),
    (Measure("m2"), "mètre(s,)_carré(s,) m_carré(s,)"),
    (Measure("m3"), "mètre(s,)_cube(s,) m_cube(s,)"),
    (Measure("t"), "tonne(s,) tonne(s,)_métrique(s,)"),
    (Measure("kg"), "kilogramme(s,) kilo(s,)"),
    (Measure("g"), "gramme(s,)"),
    (Measure("lb"), "livre(s,) livre(s,)_anglaise(s,)"),
    (Measure("oz"), "once(s,)"),
    (Measure("l"), "litre(s,)"),
    (Measure("bbl"), "baril(s,)"),
    (Measure("bpd"), "baril(s,)_par_jour baril(s,)_de_(pétrole,brut)_par_jour"),
    (Measure("TEU"), "EVP conteneur(s,)_EVP équivalent(s,)_vingt_pieds"),
    (Measure("W"), "watt(s,)"),
    (Measure("kW"), "kilowatt(s,)"),
    (Measure("MW"), "mégawatt(s,)"),
    (Measure("GW"), "gigawatt(s,)"),
    (Measure("TW"), "térawatt(s,)"),
    (Measure("kWh"), "kilowattheure(s,) kilowatt(s,)_heure(s,)"),
    (Measure("MWh"), "mégawattheure(s,) mégawatt(s,)_heure(s,)"),
    (Measure("GWh"), "gigawattheure(s,) gigawatt(s,)_heure(s,)"),
    (Measure("TWh"), "térawattheure(s,) térawatt(s,)_heure(s,)"),
    (Measure("°C"), "degré(s,)_Celsius degré(s,)_centigrade(s,) degré(s,)"),
    (Measure("V"), "volt(s,)"),
    (Measure("A"), "ampère(s,)"),
    // Lengths of time.
    (Lasting(Year, 1), "an(s,) année(s,)"),
    (Lasting(Year, 10), "décennie(s,)"),
    (Lasting(Year, 50), "demi_siècle(s,)"),
    (Lasting(Year, 100), "siècle(s,)"),
    (Lasting(Months, 1), "mois"),
    (Lasting(Week, 1), "semaine(s,)"),
    (Lasting(Day, 1), "jour(s,) journée(s,)"),
    (Lasting(Hours, 1), "heure(s,)"),
    (Lasting(Minute, 1), "minute(s,)"),
    (Lasting(Minute, 15), "quart(s,)_d'_heure le_quart_d'_heure"),
    // Movement.
    (
        Moves(Up),
        "augment(e,ent,é,ée,és,ées,er,ait,era,ant) augmentation(s,) hausses \
         progress(e,ent,é,ée,és,ées,er,ait,era,ant) progression(s,) \
         grimp(e,ent,é,ée,és,ées,er,ait,era,ant) mont(e,ent,é,ée,és,ées,er,ait,era,ant) \
         remont(e,ent,é,ée,és,ées,er,ait,era,ant) remontées \
         relev(e,ent,é,ée,és,ées,er,ait,era,ant) relève(nt,) relèvement(s,) \
         hauss(e,ent,é,ée,és,ées,er,ait,era,ant) major(e,ent,é,ée,és,ées,er,ait,era,ant) \
         bondi(t,r,ssent,) plus_ch(er,ers,ère,ères) bond(s,) rebondi(t,e,s,es,ssent,r,) \
         croissance(s,) croît croissent croître crû accroît accroissent accroître accru(e,s,es,) \
         accroissement(s,) s'_envol(e,ent,é,ée,és,ées,er,ait,era,ant) envolée(s,) \
         flamb(e,ent,é,ée,és,ées,er,ait,era,ant) s'_appréci(e,ent,é,ée,és,ées,er,ait,era,ant) \
         essor explosion avanc(e,ent,é,ée,és,ées,er,ait,era,ant) gain(s,) gagne gagnent gagné \
         redress(e,ent,é,ée,és,ées,er,ait,era,ant) renchéri(t,e,s,es,ssent,r,) supérieur(e,s,es,) \
         de_plus_que de_plus_qu' de_plus_par de_plus_sur plus_élevé(e,s,es,) plus_haut(e,s,es,)",
    ),
    (
        Moves(Down),
        "baiss(e,ent,é,ée,és,ées,er,ait,era,ant) baisses diminu(e,ent,é,ée,és,ées,er,ait,era,ant) \
         diminution(s,) recul(e,ent,é,ée,és,ées,er,ait,era,ant) recul(s,) \
         chut(e,ent,é,ée,és,ées,er,ait,era,ant) chutes tomb(e,ent,é,ée,és,ées,er,ait,era,ant) \
         retomb(e,ent,é,ée,és,ées,er,ait,era,ant) fléchi(t,ssent,r,) \
         plong(e,ent,é,ée,és,ées,er,ait,era,ant) moins_ch(er,ers,ère,ères) repli(s,) \
         repli(e,ent,é,ée,és,ées,er,ait,era,ant) \
         rédui(t,te,ts,tes,sent,re,sait,saient,sit,sant,ra,ront) réduction(s,) \
         abaiss(e,ent,é,ée,és,ées,er,ait,era,ant) décroît décroissent décroître décru \
         décroissance déclin(s,) déclin(e,ent,é,ée,és,ées,er,ait,era,ant) \
         descend(ent,u,ue,us,ues,re,ait,) s'_effondr(e,ent,é,ée,és,ées,er,ait,era,ant) \
         effondré(e,s,es,) effondrement(s,) dépréci(e,ent,é,ée,és,ées,er,ait,era,ant) \
         ralenti(t,e,s,es,ssent,r,) ralentissement contract(e,ent,é,ée,és,ées,er,ait,era,ant) \
         contraction(s,) perd(ent,ait,aient,ra,re,) perdu(e,s,es,) perte(s,) inférieur(e,s,es,) \
         de_moins_que de_moins_qu' de_moins_par de_moins_sur moins_élevé(e,s,es,) plus_bas \
         plus_basse(s,) plus_faible(s,)",
    ),
    (Reaches(Up), "port(e,ent,é,ée,és,ées,er,ait,era)_(à,au)"),
    (Reaches(Down), "ramen(é,ée,és,ées,er,ait)_à ramène(nt,)_à abaissé(e,s,es,)_à"),
    // Dates. (“sept.” is left out: it is seven.)
    (Month(1), "janvier janv"),
    (Month(2), "février févr fév fevrier"),
    (Month(3), "mars"),
    (Month(4), "avril avr"),
    (Month(5), "mai"),
    (Month(6), "juin"),
    (Month(7), "juillet juil"),
    (Month(8), "août aout"),
    (Month(9), "septembre"),
    (Month(10), "octobre oct"),
    (Month(11), "novembre nov"),
    (Month(12), "décembre déc decembre"),
    (Weekday(1), "lundi"),
    (Weekday(2), "mardi"),
    (Weekday(3), "mercredi"),
    (Weekday(4), "jeudi"),
    (Weekday(5), "vendredi"),
    (Weekday(6), "samedi"),
    (Weekday(7), "dimanche"),
    (DayFrom(-2), "avant_hier"),
    (DayFrom(-1), "hier hier_(matin,soir) hier_après_midi la_nuit_dernière"),
    (DayFrom(0), "aujourd'hui ce_(jour,matin,midi,soir) cet_après_midi cette_nuit"),
    (DayFrom(1), "demain demain_(matin,soir)"),
    (DayFrom(2), "après_demain"),
    (WeekFrom(-1), "la_semaine_dernière la_semaine_passée"),
    (WeekFrom(0), "cette_semaine la_semaine_en_cours"),
    (WeekFrom(1), "la_semaine_prochaine"),
    (MonthFrom(-1), "le_mois_dernier mois_dernier le_mois_passé mois_passé"),
    (MonthFrom(0), "ce_mois ce_mois_ci le_mois_en_cours mois_en_cours"),
    (MonthFrom(1), "le_mois_prochain mois_prochain"),
    (YearFrom(-1), "l'_an_dernier l'_an_passé l'_année_dernière l'_année_passée"),
    (YearFrom(0), "cette_année l'_année_en_cours l'_année_courante"),
    (YearFrom(1), "l'_an_prochain l'_année_prochaine"),
    (Beside(-1), "dernier(s,) dernière(s,) passé(e,) écoulé(e,)"),
    (Beside(0), "ce cet cette en_cours courant(e,)"),
    (Beside(1), "prochain(e,s,es,)"),
    (NextTo(-2), "l'_avant_veille avant_veille"),
    (NextTo(-1), "la_veille veille le_jour_précédent le_jour_d'_avant la_veille_au_soir"),
    (NextTo(1), "le_lendemain lendemain le_jour_suivant le_jour_d'_après le_lendemain_matin"),
    (NextTo(2), "le_surlendemain surlendemain"),
    (AgoBefore, "il_y_a voici voilà cela_fait"),
    (YearName, "an année l'_an l'_année"),
    (Quarter, "trimestre(s,)"),
    (HalfYear, "semestre(s,)"),
    (FiscalYear, "exercice exercice_(fiscal,budgétaire,comptable) année_(fiscale,budgétaire)"),
    (DecadeOf, "années"),
    (
        In,
        "en le à au dans de d' du lors_d(e,u) pendant durant fin début mi courant vers \
         (au,du,le)_mois_d(e,') mois_d(e,') au_cours_d(e,u)",
    ),
    (Bounds, "depuis jusqu'_(à,au,en) avant après dès d'_ici d'_ici_à à_(partir,compter)_d(e,u,')"),
    (OtherDay, "chaque tous_les un"),
    (BeforeNoon, "du_matin"),
    (AfterNoon, "du_soir de_l'_après_midi"),
    (Noon, "midi"),
    (Hour, "heure(s,) h"),
    // Stances.
    (
        Cue(Negated),
        "pas pas_encore jamais aucun(e,) aucunement nullement guère ni rien nul_ne nulle_part \
         personne_ne personne_n' sans non_pas non_plus et_non mais_non plutôt_que nul_n' \
         en_aucun_cas en_aucune_manière ne_saur(ait,aient) \
         n'_(a,ont,avait,avaient,aura,est,était,étaient,existe,existent)_plus \
         ne_(sont,sera,seront,peut,peuvent,pouvait,veut,doit,fait,font,va,compte,reste)_plus \
         ne_(figure,dispose,produit,fonctionne,circule,répond,détient)_plus n'_y_a_plus \
         cess(é,e,ent)_d(e,') dépourvu(e,s,es,)_d(e,') au_lieu_d(e,') absence_d(e,')",
    ),
    (
        Cue(Denied),
        "dément(ent,ait,aient,ir,it,irent,ira,) démenti(e,s,es,) nie nient niait niaient nier \
         nié(e,s,es,) niant niera réfut(e,ent,é,ée,és,ées,er,ait) récus(e,ent,é,ée,és,ées,er,ait) \
         contest(e,ent,é,ée,és,ées,er,ait) faux_que fausse(s,)_information(s,) \
         infirm(e,ent,é,ée,és,ées,er,ait) s'_est_défendu(e,s,es,)_de \
         balay(e,ent,é,ée,és,ées,er,ait) s'_inscri(t,vent)_en_faux sans_fondement \
         infondé(e,s,es,) dénué(e,s,es,)_de_fondement n'_est_pas_vrai",
    ),
    (
        Cue(Rejected),
        "rejet(é,ée,és,ées,er,ait,aient,a,èrent,ant,s,) rejett(e,ent,era,eront) \
         refus(e,ent,é,ée,és,ées,er,ait) refus repouss(e,ent,é,ée,és,ées,er,ait) \
         débout(é,ée,és,ées) s'_oppos(e,ent,é,ée,és,ées,er,ait) s'_est_opposé(e,s,es,) \
         se_sont_opposé(s,es) opposé(e,s,es,)_à voté_contre votent_contre vote_contre veto \
         pas_accepté pas_voulu pas_approuvé pas_adopté exclu(t,ent,)_de exclu(t,ent,)_d' \
         fin_de_non_recevoir déclin(é,er)_l'_offre dit_non dire_non",
    ),
    (
        Cue(Doubted),
        "dout(e,ent,er,é,ait,aient,ant) doutes douteux douteuse(s,) met(tent,)_en_doute \
         mis(e,s,es,)_en_doute mettre_en_doute remis(e,s,es,)_en_question remis(e,s,es,)_en_cause \
         remet(tent,)_en_question remet(tent,)_en_cause sceptique(s,) peu_probable(s,) \
         improbable(s,) non_confirmé(e,s,es,) pas_confirmé(e,s,es,) pas_certain(e,s,es,) \
         pas_sûr(e,s,es,) pas_clair incertain(e,s,es,) incertitude(s,) présumé(e,s,es,) \
         présumément prétendu(e,s,es,) prétendument prétend(ent,ait,aient,) soi_disant rumeur(s,) \
         supposé(e,s,es,) allégu(é,ée,és,ées) allégation(s,) scepticisme on_ignore_si \
         ignore(nt,)_si reste_à_savoir_si pas_établi(e,s,es,) apparemment semble(nt,) \
         n'_est_pas_exclu_que",
    ),
    (
        Cue(Planned),
        "prévu(e,s,es,) prévoi(t,ent)_d(e,') prévoyai(t,ent)_d(e,') \
         envisag(e,ent,é,ée,és,ées,er,eait,eaient) projet(s,) projett(e,ent) plan(s,) \
         planifi(e,ent,é,ée,és,ées,er,ait) l'_intention_d(e,') entend(ent,) \
         compte(nt,)_(bien,acheter,vendre,construire,ouvrir,investir,lancer) veut veulent \
         voulai(t,ent) souhait(e,ent,é,er,ait,aient) vise(nt,)_à visai(t,ent)_à visant_à \
         ambition(s,) objectif(s,) en_vue_d(e,') proposition(s,) \
         propos(e,ent,é,ée,és,ées,er,ait,aient) programmé(e,s,es,) promet(tent,) promis(e,s,es,) \
         promesse(s,) s'_engage(nt,)_à s'_est_engagé(e,s,es,)_à convenu(e,s,es,)_d(e,') \
         convien(t,nent)_de accepté_d(e,') décidé_d(e,') s'_apprête(nt,)_à se_prépare(nt,)_à \
         sur_le_point_d(e,') doit doivent devr(a,ont) ser(a,ont) aur(a,ont) fer(a,ont) \
         pourr(a,ont) ir(a,ont) permettr(a,ont) deviendr(a,ont) commencer(a,ont) débuter(a,ont) \
         ouvrir(a,ont) entrer(a,ont) prendr(a,ont) atteindr(a,ont) recevr(a,ont) coûter(a,ont) \
         achèter(a,ont) construir(a,ont) compter(a,ont) rester(a,ont) passer(a,ont) \
         démarrer(a,ont) livrer(a,ont) investir(a,ont) mettr(a,ont) sortir(a,ont) tiendr(a,ont) \
         relier(a,ont) remplacer(a,ont) produir(a,ont) viendr(a,ont) créer(a,ont) reprendr(a,ont) \
         fermer(a,ont) quitter(a,ont) participer(a,ont) rejoindr(a,ont) partir(a,ont) \
         v(a,ont)_(être,construire,ouvrir,fermer,investir,recevoir,lancer,créer,devenir,permettre) \
         v(a,ont)_(faire,se,prendre,mettre,augmenter,livrer,acheter,vendre,quitter,commencer) \
         censé(e,s,es,) devai(t,ent)",
    ),
    (
        Cue(Expected),
        "devrait devraient s'_attend(ent,)_à s'_attendai(t,ent)_à attendu(e,s,es,) \
         attend(ent,)_un(e,) prévoi(t,ent) prévoyai(t,ent) prévoyant prévision(s,) \
         anticip(e,ent,é,ée,és,ées,er,ait) table(nt,)_sur projection(s,) pronosti(c,cs) \
         pronostiqu(e,ent,é,ée,és,ées,er,ait) probable(s,) probablement vraisemblable(s,) \
         vraisemblablement sans_doute selon_toute_probabilité selon_toute_vraisemblance \
         espèr(e,ent) espér(é,er,ait,aient,ant) espoir(s,) escompt(e,ent,é,ée,és,ées,er,ait) \
         mise(nt,)_sur pari(e,ent)_sur estimation(s,)_pour en_passe_d(e,') en_voie_d(e,')",
    ),
    (
        Cue(Cancelled),
        "annul(e,ent,é,ée,és,ées,er,ait) annulation(s,) reporter_à report(é,ée,és,ées) report \
         reporte(nt,) ajourn(e,ent,é,ée,és,ées,er,ait) suspend(ent,ait,aient,re,) \
         suspendu(e,s,es,) suspension(s,) abandonn(e,ent,é,ée,és,ées,er,ait) abandon(s,) \
         retir(é,ée,és,ées,e,ent,er) renonc(e,ent,é,er,ait,aient)_à \
         renonc(e,ent,é,er,ait,aient)_au renoncement gelé(e,s,es,) mis(e,s,es,)_en_suspens \
         abrog(e,ent,é,ée,és,ées,er,ait) résili(e,ent,é,ée,és,ées,er,ait) \
         remis(e,s,es,)_à_plus_tard repoussé(e,s,es,)_à repoussé(e,s,es,)_au \
         repoussé(e,s,es,)_sine_die sine_die tomb(é,e)_à_l'_eau",
    ),
    (
        Cue(Failed),
        "échou(e,ent,é,ée,és,ées,er,ait) échec(s,) pas_réussi pas_parvenu(e,s,es,) pas_pu \
         pas_abouti ne_parvien(t,nent)_pas n'_a_pu n'_ont_pu peine(nt,)_à \
         tent(e,ent,é,er,ait,aient)_d(e,') tentative(s,) essa(ie,ient,yé,yer,yait,yaient)_d(e,') \
         cherch(é,ait,aient)_à en_vain vainement sans_succès avort(é,ée,és,ées,e,ent) \
         capot(é,e,ent,er) empêch(é,ée,és,ées,e,ent)_de empêch(é,ée,és,ées,e,ent)_d' \
         empêch(é,ée,és,ées) faute_d(e,') fiasco manqué_son_objectif raté(e,s,es,) \
         en_deçà_de_l'_objectif en_dessous_de_l'_objectif",
    ),
    (
        Cue(Conditional),
        "si s'_(il,ils) si_jamais comme_si ser(ait,aient) aur(ait,aient) pourr(ait,aient) \
         fer(ait,aient) ir(ait,aient) voudr(ait,aient) faudr(ait,aient) viendr(ait,aient) \
         permettr(ait,aient) deviendr(ait,aient) entraîner(ait,aient) coûter(ait,aient) \
         atteindr(ait,aient) prendr(ait,aient) passer(ait,aient) mettr(ait,aient) \
         risquer(ait,aient) rester(ait,aient) produir(ait,aient) à_moins_que à_moins_qu' \
         à_condition_que à_condition_qu' à_condition_d(e,') pourvu_que pourvu_qu' sous_réserve_de \
         sous_réserve_d' en_cas_d(e,') au_cas_où dans_l'_hypothèse hypothèse(s,) hypothétique(s,) \
         éventuel(le,s,les,) éventuellement peut_être à_supposer_que supposons_que \
         quand_bien_même risque(nt,)_d(e,')",
    ),
    (
        NoCue,
        "non_seulement pas_(seulement,uniquement,simplement) ne_manque(nt,)_pas_de \
         n'_a_pas_manqué_de n'_ont_pas_manqué_de n'_est_autre_que nul_doute aucun_doute \
         sans_aucun_doute hors_de_doute ne_fait_pas_de_doute ne_fait_aucun_doute \
         sans_(précédent,cesse,tarder,délai,conteste,équivoque,attendre,abri,compter) non_sans \
         plus_que_jamais que_jamais même_si si_bien_que si_bien_qu' si_ce_n'_est si_peu \
         n'_(a,ont,est)_plus_qu(e,') ne_(sont,compte,reste)_plus_qu(e,') n'_y_a_plus_qu(e,') \
         (premier,premiers,un,le,les,des,ses,leurs,au)_pas Pas_de_Calais ne_cess(e,ent)_d(e,') \
         n'_a_cessé_d(e,') sur_le_plan au_premier_plan premier_plan arrière_plan second_plan \
         pas_mal_de pas_mal_d' tant_attendu(e,s,es,)",
    ),
    // Names and sentences.
    (
        Title,
        "sir =M =MM Mme Mmes Mlle Mlles monsieur madame mademoiselle Dr docteur(e,) \
         professeur(e,) Pr =Me maître Mgr monseigneur président(e,s,es,) vice_président(e,) \
         premier_ministre première_ministre vice_premier_ministre ministre(s,) vice_ministre \
         ministre_de_l'_(Économie,Intérieur,Énergie,Agriculture,Environnement) \
         ministre_de_la_(Défense,Justice,Santé,Culture) ministre_des_(Finances,Transports) \
         chancelier chancelière secrétaire_d'_État secrétaire_général(e,) secrétaire \
         député(e,s,es,) eurodéputé(e,) sénat(eur,eurs,rice) ministre_des_Affaires_étrangères \
         conseiller conseillère maire maires préfet(s,) préfète gouverneur(e,s,) commissaire(s,) \
         ambassadeur ambassadrice porte_parole directeur directrice directeur_général \
         directrice_générale président_directeur_général =PDG =DG patron(ne,) chef(fe,) \
         général(e,) colonel(le,) commandant(e,) capitaine amiral(e,) vice_amiral maréchal(e,) \
         juge procureur(e,) avocat(e,) roi reine prince princesse cheikh pape cardinal \
         ingénieur(e,) saint(e,)",
    ),
    (
        NameOfPlace,
        "rue avenue av boulevard bd place square quai allée chemin route autoroute pont tunnel \
         barrage écluse canal port aéroport gare station hôpital clinique université école lycée \
         collège institut académie musée stade palais hôtel château tour usine centrale mine parc \
         jardin bois lac fleuve rivière île îles baie golfe détroit cap col mont quartier \
         fondation prix groupe maison société compagnie banque laboratoire éditions église \
         cathédrale mosquée cimetière chantiers établissements librairie",
    ),
    (
        Says,
        "dit disent disait \
         (a,ont)_(dit,déclaré,demandé,répondu,lancé,affirmé,indiqué,expliqué,ajouté) \
         (a,ont)_(précisé,souligné,estimé,assuré,rappelé,conclu,insisté,noté,écrit,confié,reconnu) \
         déclar(e,ent,ait) demand(e,ent,ait) répond(ent,ait,) lance affirme(nt,) indique(nt,) \
         explique(nt,) ajoute(nt,) estime(nt,) assure(nt,) rappelle conclut not(e,ent) \
         écri(t,vent) poursuit reconnaît \
         s'_(interroge,exclame,inquiète,étonne,indigne,insurge,écrie) \
         s'_est_(interrogé,interrogée,exclamé,exclamée,inquiété,étonné,indigné,écrié) \
         (a,demande,lance,ajoute,explique)_t_(il,elle,on) \
         (ont,avait,dit,répond)_(il,elle,ils,elles) s'_est_(il,elle) s'_interroge_t_(il,elle)",
    ),
    (
        Opens,
        "le la les l' un une des du de d' au aux il elle ils elles on nous vous je j' ce cet \
         cette ces c' cela ceci ça celui celle ceux celles son sa ses leur leurs notre nos tout \
         toute tous toutes chaque aucun aucune d'_autres en y à dans sur sous par pour avec sans \
         selon d'_après depuis pendant durant après avant dès entre vers chez contre malgré parmi \
         lors hors et mais ou or donc car ni puis ensuite enfin alors ainsi aussi cependant \
         toutefois néanmoins pourtant d'_abord par_ailleurs en_effet en_revanche quant si s' \
         quand lorsque lorsqu' comme puisque puisqu' alors_que où comment pourquoi combien quel \
         quelle quels quelles est_ce_que ici là voici voilà hier aujourd'hui demain désormais non \
         oui ne n' pas plus moins peu même seul seule tel telle grâce face",
    ),
    (
        Nothing,
        "un_peu une_fois à_la_une la_une l'_un l'_une les_un(s,es) quelques_un(s,es) d'_une_part \
         d'_un_côté d'_un_commun_accord chacun(e,) quelqu'un quelque_chose quelque_part \
         de_plus_en_plus de_moins_en_moins à_neuf Pont_Neuf Terre_Neuve \
         (des,plusieurs,quelques)_(dizaines,douzaines,centaines,milliers,millions,milliards) \
         (des,plusieurs,quelques)_(dizaines,centaines,milliers)_de_(milliers,millions,milliards) \
         en_quarantaine la_quarantaine mise_en_quarantaine (pays,états)_tiers \
         tiers_(monde,payant) (des,aux,de)_tiers \
         demi_(finale,finales,frère,sœur,tour,mesure,mesures) \
         (quart,quarts,huitième,huitièmes,seizièmes)_de_finale \
         (première,seconde,deuxième)_guerre_mondiale (première,deuxième,seconde)_quinzaine \
         en_premier_lieu en_second_lieu dans_un_premier_temps dans_un_second_temps champ_de_mars \
         canal_du_midi après_midi l'_après_midi ces_(dernières,prochaines)_(années,semaines) \
         ces_(derniers,prochains)_(mois,jours,temps) ce_dernier cette_dernière ces_derniers \
         ces_dernières tout_à_l'_heure à_l'_heure_actuelle pour_l'_heure à_jour de_nos_jours \
         un_jour",
    ),
];
