//! Texts to take quotations from. All of them are invented for these tests: no such committee, line
//! or port ever was.

/// How a text is written, as far as it matters for cutting it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Writing {
    /// White space stands between words.
    Words,
    /// Characters follow each other without white space.
    Characters,
}

/// A text, and what its edits need.
pub struct Passage {
    pub name: &'static str,
    pub text: &'static str,
    /// Another text in the same language, for what is put in.
    pub other: &'static str,
    pub writing: Writing,
    /// The lengths of the quotations taken from it, in characters, in turn.
    pub lengths: &'static [usize],
    /// Words that stand nowhere in it.
    pub strange: &'static [&'static str],
    /// Whether its letters have capitals.
    pub cased: bool,
    /// Whether its letters are Latin ones.
    pub latin: bool,
}

/// A report in English, with a formula that recurs: 3,600 characters.
pub const ENGLISH: Passage = Passage {
    name: "English",
    text: "\
The Committee on Inland Harbours met on 14 March for the third time this year, with \"a full \
table and an empty purse\", as its chair put it. Eleven of the twelve members were present; the \
seat of the northern ports has been vacant since the autumn of 2019. The agenda had 9 items, of \
which 5 were settled before noon.

The first matter was the quay at Hollow Bend. Its north wall was built in 1911, strengthened in \
1954 and patched ever since - \"with more hope than mortar\", in the words of the harbour \
master. Divers found 37 cracks wider than a hand, and two places where the footing has gone \
altogether. Repairs would cost between 4.2 and 5.6 million crowns, depending on the winter. The \
Committee takes note of the report and asks for figures by the end of the year.

The second matter was the ferry. It carried 212,480 passengers last year, 8.3 % fewer than the \
year before, and lost money on every crossing except those on market days. Its captain, who has \
steered it for twenty-six years, told the members that the timetable was to blame: \"You can't \
ask people to wait two hours in the rain... and then wonder why they buy a car.\" A shorter \
interval would need a second boat. The Committee takes note of the report and asks for figures \
by the end of the year.

On the third matter, the grain elevators, opinions differed. The western towns want them moved \
downstream, where the river is deep enough for barges of 3,000 tonnes; the eastern towns fear \
for some 140 jobs. A study by the College of Navigation, published in January, finds that both \
sides are right about the facts and wrong about the conclusion: neither site will be needed once \
the railway takes over, which it expects within ten to twelve years. Members spoke of this at \
length - and not always kindly. A vote was put off until the summer.

The fourth matter concerned the lights. Of the 61 buoys between the weir and the estuary, 18 \
were dark on the night of the inspection, and the beacon on Parson's Island has shone red \
instead of green since a storm blew its glass away. The well-known pilot who reported this was \
thanked. She replied that she would rather be paid. Spare lamps have been ordered from abroad; \
they are due in six weeks. The Committee takes note of the report and asks for figures by the \
end of the year.

The fifth matter was a complaint. Fishermen from three villages say that the dredging of last \
September destroyed their nets and drove the eels upstream. The contractor's answer runs to \
forty pages and admits nothing; an annex, however, lists every hour in which the dredger worked, \
and those hours agree with the dates on which nets were lost. The legal adviser called the annex \
\"a confession by timetable\". A settlement is likely, and the sum under discussion is said to \
be 90,000 crowns.

What remained was left for the afternoon: the pension fund, which is sound; the archive, which \
is damp; and the question whether minutes should be printed at all. The treasurer wished to save \
the paper. The secretary observed that nobody has yet read a single page of the electronic \
edition, and that the printed one at least holds the door of the meeting room open when the \
weather is warm.

Before closing, the chair reminded everyone that the charter turns one hundred next spring. \
There will be speeches, a regatta and, if the brewers' guild keeps its promise, beer at the \
price of 1926. The members applauded this more warmly than anything else that had been said. The \
Committee takes note of the report and asks for figures by the end of the year. The next session \
is to be held on 20 June, on board the ferry, provided that it is afloat.
",
    other: "\
Bees were kept on the roof of the old theatre for nine summers. Their keeper, a retired \
violinist, claimed that honey tasted different after every premiere: sharper after tragedies, \
almost flat after operetta. Nobody believed him, yet everyone bought a jar. When a new director \
had the hives removed to make room for antennas, subscriptions fell by a third within one \
season, and critics began to write about silence, dust and the smell of warm metal. Some say a \
swarm still lives behind the painted sky above the stage.",
    writing: Writing::Words,
    lengths: &[40, 80, 150, 300],
    strange: &["umbrella", "pepper", "quietly", "zebra", "lantern", "dozens"],
    cased: true,
    latin: true,
};

/// A report in Chinese: 800 characters.
pub const CHINESE: Passage = Passage {
    name: "Chinese",
    text: "\
内河港口委员会于三月十四日举行了今年第三次会议。十二名委员中有十一人出席，北部港口的席位自二〇一\
九年秋天以来一直空缺。会议共有九项议程，其中五项在中午以前就得到了处理。

第一项议题是河湾码头。码头的北墙建于一九一一年，一九五四年加固，此后不断修补。港务主任说：“我们\
用的希望比水泥还多。”潜水员发现了三十七处宽过手掌的裂缝，另有两处墙基已经完全消失。根据冬天的情\
况，修理费用估计在四百二十万到五百六十万之间。委员会注意到这份报告，并要求在年底以前提供数字。

第二项议题是渡船。去年渡船运送旅客二十一万二千余人次，比前年减少百分之八点三，除了赶集的日子以外，\
每一趟都亏本。船长掌舵已经二十六年，他对委员们说，问题出在时刻表上：“不能让人在雨里等两个小时，\
然后又奇怪他们为什么去买汽车。”如果要缩短间隔，就需要第二艘船。委员会注意到这份报告，并要求在\
年底以前提供数字。

关于第三项议题，也就是粮仓，意见并不一致。西边的城镇希望把粮仓迁到下游，那里水深，可以停靠三千吨\
的驳船；东边的城镇则担心一百四十个工作岗位。航海学院一月发表的研究认为，双方对事实的看法都对，结\
论却都错了：铁路接手以后，两个地点都不再需要，预计只要十到十二年。委员们就此谈了很久，语气并不总\
是友好，表决推迟到夏天。

第四项议题涉及航标灯。从堤坝到河口共有六十一个浮标，检查那天夜里有十八个没有亮，岛上的灯塔自从暴\
风吹掉玻璃以后一直发红光而不是绿光。报告此事的引水员受到感谢，她回答说宁愿领到工钱。备用灯具已经\
向国外订购，六个星期后到货。

剩下的事情留到下午：养老基金状况良好，档案室十分潮湿，还有会议记录究竟要不要印刷的问题。司库想节\
省纸张，秘书则指出，电子版至今没有人读过一页，而印刷版至少可以在天热的时候顶住会议室的门。下次会\
议定于六月二十日在渡船上举行，条件是它还浮在水面上。
",
    other: "\
老剧院的屋顶上养过九个夏天的蜜蜂。养蜂人是退休的小提琴手，他坚持认为每次首演之后蜂蜜的味道都会改\
变：悲剧之后更浓，轻歌剧之后几乎没有滋味。谁也不相信他，可是人人都买上一罐。新院长为了安装天线撤\
走了蜂箱，一个季度之内订票就少了三分之一，评论家们开始描写寂静、灰尘和金属发热的气息。",
    writing: Writing::Characters,
    lengths: &[40, 60, 100],
    strange: &["琵琶", "胡椒", "蝴蝶", "雨伞", "斑马"],
    cased: false,
    latin: false,
};

/// A report in Russian: 1,400 characters.
pub const RUSSIAN: Passage = Passage {
    name: "Russian",
    text: "\
Комитет речных портов собрался четырнадцатого марта, в третий раз за этот год. Из двенадцати \
членов явились одиннадцать; место северных портов пустует с осени 2019 года. В повестке \
значилось девять вопросов, пять из них решили до полудня.

Первым обсуждали причал у Глухой излучины. Северную стену построили в 1911 году, укрепили в \
1954-м и с тех пор латают - «скорее надеждой, чем раствором», как выразился начальник порта. \
Водолазы нашли 37 трещин шире ладони и два места, где основание исчезло совсем. Ремонт обойдётся \
в 4,2-5,6 миллиона крон, смотря какой будет зима. Комитет принимает отчёт к сведению и просит \
представить цифры до конца года.

Вторым был паром. За прошлый год он перевёз 212 480 пассажиров, на 8,3 % меньше, чем годом \
раньше, и терял деньги на каждом рейсе, кроме базарных дней. Капитан, который стоит у штурвала \
двадцать шесть лет, объяснил это расписанием: «Нельзя заставлять людей ждать два часа под \
дождём... а потом удивляться, что они покупают машину». Для частых рейсов понадобится второе \
судно. Комитет принимает отчёт к сведению и просит представить цифры до конца года.

О зернохранилищах мнения разошлись. Западные города хотят перенести их ниже по течению, где \
глубина достаточна для барж в три тысячи тонн; восточные опасаются за сто сорок рабочих мест. \
Голосование отложили до лета, а следующее заседание назначили на двадцатое июня.
",
    other: "\
Девять лет подряд на крыше старого театра держали пчёл. Пасечник, бывший скрипач, уверял, что \
мёд меняет вкус после каждой премьеры: после трагедий он терпкий, после оперетты почти пресный. \
Ему никто не верил, однако баночку брали все. Новый директор убрал ульи ради антенн, и публика \
разбежалась за один сезон.",
    writing: Writing::Words,
    lengths: &[40, 90, 160, 300],
    strange: &["зонтик", "перец", "фонарь", "зебра", "тихонько"],
    cased: true,
    latin: false,
};

/// French, Czech and Vietnamese, all of it full of accents.
pub const ACCENTED: Passage = Passage {
    name: "accented",
    text: "\
Le comité des ports fluviaux s'est réuni à l'été, après des années d'hésitation. À l'entrée du \
château, près du vieux marché, les délégués ont été reçus par le préfet, qui s'est déclaré « \
très honoré » et même « ému ». La rénovation du quai, déjà différée à trois reprises, coûtera \
près de 4,2 millions ; l'État en réglera à peine le tiers. Les pêcheurs, eux, réclament une \
indemnité immédiate : leurs filets ont été déchirés par la drague, et la pêche à l'anguille a \
cessé dès septembre.

Výbor říčních přístavů zasedal čtrnáctého března, letos již potřetí. Nejdříve se mluvilo o \
nábřeží, jehož severní zeď byla postavena před více než sto lety. Potápěči našli třicet sedm \
širokých trhlin a dvě místa, kde základy úplně zmizely. Účetní upozornil, že náklady mohou \
překročit pět miliónů, bude-li zima krutá.

Ủy ban các cảng sông đã họp lần thứ ba trong năm nay. Phần lớn thời gian được dành cho chiếc phà \
cũ: năm ngoái phà chở hơn hai trăm nghìn hành khách, ít hơn năm trước, và hầu như chuyến nào \
cũng lỗ. Thuyền trưởng nói rằng không thể bắt mọi người đợi hai tiếng dưới mưa rồi lại ngạc \
nhiên khi họ mua ô tô. Cuộc họp tiếp theo sẽ diễn ra vào tháng sáu, ngay trên phà.
",
    other: "\
Neuf étés durant, on logea des abeilles au sommet du théâtre. Un violoniste âgé prétendait que \
le goût du miel changeait après chaque première : âpre après la tragédie, presque fade après \
l'opérette. Včelař se jen usmíval a prodával další sklenici. Mật ong năm ấy thơm mùi gỗ cũ và \
bụi phấn sân khấu.",
    writing: Writing::Words,
    lengths: &[40, 80, 160, 300],
    strange: &["parapluie", "břečťan", "poivre", "đèn", "zèbre"],
    cased: true,
    latin: true,
};

/// Kazakh and Turkmen.
pub const TURKIC: Passage = Passage {
    name: "Kazakh and Turkmen",
    text: "\
Өзен порттары комитеті он төртінші наурызда биыл үшінші рет жиналды. Он екі мүшенің он бірі \
келді; солтүстік порттардың орны 2019 жылдың күзінен бері бос тұр. Күн тәртібінде тоғыз мәселе \
болды, оның бесеуі түске дейін шешілді. Алдымен ескі айлақ туралы айтылды: оның солтүстік \
қабырғасы жүз жылдан астам уақыт бұрын салынған. Сүңгуірлер отыз жеті жарық тапты, ал екі жерде \
іргетас мүлдем жоғалып кеткен. Жөндеу құны төрт миллионнан асады деп күтілуде, бірақ қыс қатты \
болса, одан да көп қаражат қажет болады.

Derýa portlary baradaky komitet on dördünji martda şu ýyl üçünji gezek ýygnandy. Agzalaryň on \
birisi gatnaşdy, demirgazyk portlaryň orny bolsa henizem boş dur. Gämiçi ýigrimi alty ýyl bäri \
gämini dolandyrýar we ýolagçylaryň azalmagyny gün tertibiniň nädogry düzülendigi bilen \
düşündirdi: ýagyşda iki sagat garaşmak hiç kime ýaramaýar. Indiki mejlis tomusda geçiriler, ses \
berlişik hem şoňa çenli yza süýşürildi.
",
    other: "\
Ескі театрдың төбесінде тоғыз жаз бойы ара ұсталды. Омарташы, бұрынғы скрипкашы, балдың дәмі әр \
тұсаукесерден кейін өзгереді деп сендіретін. Täze ýolbaşçy antenna goýmak üçin ary öýjüklerini \
aýyrdy, şondan soň tomaşaçylaryň sany bir möwsümde üçden bir esse azaldy.",
    writing: Writing::Words,
    lengths: &[40, 80, 160, 300],
    strange: &["қолшатыр", "burç", "шырақ", "zebra", "көбелек"],
    cased: true,
    latin: false,
};
