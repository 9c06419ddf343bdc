//! The damaged dossiers, each with the lines that are expected of it.

/// Files in `tests/damaged`, and everything that is reported of each.
pub const CASES: &[(&str, &[&str])] = &[
    // The notation: the first mistake is the only one.
    (
        "unknown-field-at-the-top",
        &["5:5: error: there is no field `compield` in Dossier; did you mean `compiled`? \
             [unknown-field]"],
    ),
    (
        "unknown-field-in-a-quotation",
        &["47:13: error: q-berths: there is no field `paragraf` in Quotation; did you mean \
             `paragraph`? [unknown-field]"],
    ),
    (
        "unknown-field-in-a-value",
        &["85:76: error: freight: there is no field `qualifer` in Stated; did you mean \
             `qualifier`? [unknown-field]"],
    ),
    (
        "unknown-field-without-a-near-name",
        &["40:90: error: q-freight: there is no field `offset` in Selector; known are exact, \
             prefix, suffix, start [unknown-field]"],
    ),
    (
        "unknown-choice",
        &["17:19: error: gazette: `Newspapr` is no choice in SourceKind; did you mean \
             `Newspaper`? [unknown-choice]"],
    ),
    (
        "unknown-choice-without-a-near-name",
        &["86:61: error: freight: `Hundredths` is no choice in Unit; known are Currency, \
             Percent, PercentagePoints, Count, Time, Measure [unknown-choice]"],
    ),
    (
        "missing-field",
        &["13:9: error: gazette: the field `publisher` is missing in Source; it may not be left \
             out [missing-field]"],
    ),
    (
        "missing-field-in-a-value",
        &["95:21: error: berths: the field `unit` is missing in Stated; it may not be left out \
             [missing-field]"],
    ),
    (
        "repeated-field",
        &["20:13: error: gazette: the field `language` stands twice in Source [repeated-field]"],
    ),
    (
        "number-for-a-text",
        &["26:20: error: bulletin: a text in quotation marks belongs here [wrong-type]"],
    ),
    ("text-for-a-number", &["47:24: error: q-berths: a whole number belongs here [wrong-type]"]),
    ("list-for-an-item", &["54:23: error: q-bulletin: an item in `( )` belongs here [wrong-type]"]),
    ("item-for-a-list", &["58:70: error: ada-quay: a list in `[ ]` belongs here [wrong-type]"]),
    (
        "words-for-a-number",
        &["86:50: error: freight: `\"eight and a half\"` is not a decimal number such as 27.2 \
             [wrong-type]"],
    ),
    (
        "missing-comma",
        &["17:13: error: gazette: a comma or a closing bracket is missing before this [syntax]"],
    ),
    ("missing-colon", &["94:17: error: berths: a colon is missing after the field name [syntax]"]),
    (
        "unclosed-text",
        &[
            "26:20: error: bulletin: this text does not close on its line; a quotation mark is missing \
             at its end [syntax]",
        ],
    ),
    (
        "unclosed-text-at-the-end",
        &["131:45: error: how-much-freight: a text opens with a quotation mark and never closes \
             [syntax]"],
    ),
    (
        "unclosed-list",
        &["11:5: error: areas[1]: `sources` stands where `Area` belongs [wrong-type]"],
    ),
    (
        "unclosed-item",
        &["23:9: error: gazette: a plain word belongs here: a field name or a choice, without \
             quotation marks [syntax]"],
    ),
    (
        "wrong-bracket",
        &["88:30: error: freight: a comma or a closing bracket is missing before this [syntax]"],
    ),
    (
        "cut-off-in-a-text",
        &["40:31: error: q-freight: a text opens with a quotation mark and never closes \
             [syntax]"],
    ),
    (
        "cut-off-between-fields",
        &["27:40: error: bulletin: the file ends in the middle; something is cut off [syntax]"],
    ),
    (
        "text-behind-the-end",
        &["134:2: error: there is text after the end, behind the last bracket [syntax]"],
    ),
    ("unclosed-comment", &["104:36: error: a comment opens with `/*` and never closes [syntax]"]),
    (
        "unknown-escape",
        &["63:21: error: harbour: unknown escape character; write `\\\\` for a backslash \
             [syntax]"],
    ),
    (
        "newer-format",
        &["error: the file has format 3; this program reads up to format 2; open it with a \
             newer version of Dossier [newer-format]"],
    ),
    ("unknown-format", &["error: there is no format 0; write `format: 2` [unknown-format]"]),
    (
        "empty",
        &["error: the file is empty; start from blank.dossier.ron, or restore an earlier copy \
             [empty-file]"],
    ),
    (
        "merge-conflict",
        &["94:1: error: two versions of the file were merged and not reconciled; choose between \
             the parts marked <<<<<<< and >>>>>>> [merge-conflict]"],
    ),
    // Ids and references.
    (
        "duplicate-id-in-one-list",
        &["25:17: error: gazette: the id “gazette” is taken by sources[0]; all items of a \
             dossier need different ids [duplicate-id]"],
    ),
    (
        "duplicate-id-across-kinds",
        &["115:17: error: harbour: the id “harbour” is taken by entities[1]; all items of a \
             dossier need different ids [duplicate-id]"],
    ),
    (
        "malformed-id",
        &["115:17: error: Berth opens: the id “Berth opens” may have only a–z, 0–9, hyphen, \
             underscore and dot [malformed-id]"],
    ),
    (
        "empty-id",
        &["115:17: error: events[0]: the id is empty; give it a short name of its own \
             [malformed-id]"],
    ),
    (
        "unknown-reference",
        &["41:22: error: q-freight: no entity has the id “ada-qay”; did you mean “ada-quay”? \
             [unknown-reference]"],
    ),
    (
        "unknown-reference-without-a-near-id",
        &["118:20: error: berth-opens: no entity has the id “sea” [unknown-reference]"],
    ),
    (
        "wrong-reference",
        &["119:31: error: berth-opens: “gazette” is the id of a source, and a quotation belongs \
             here [wrong-reference]"],
    ),
    // Quotations.
    (
        "statement-without-quotation",
        &["7:45: error: summary[0]: the statement has no quotation; nothing stands without its \
             sentence [no-quotation]"],
    ),
    (
        "entity-without-quotation",
        &["58:70: error: ada-quay: the entity has no quotation; nothing stands without its \
             sentence [no-quotation]"],
    ),
    (
        "fact-without-quotation",
        &["66:60: error: harbour: the fact “Berths” has no quotation; nothing stands without \
             its sentence [no-quotation]"],
    ),
    (
        "relation-without-quotation",
        &["76:25: error: quay-heads-harbour: the relation has no quotation; nothing stands \
             without its sentence [no-quotation]"],
    ),
    (
        "metric-without-quotation",
        &["91:9: error: berths: the metric has no quotation; nothing stands without its \
             sentence [no-quotation]"],
    ),
    (
        "event-without-quotation",
        &["119:25: error: berth-opens: the event has no quotation; nothing stands without its \
             sentence [no-quotation]"],
    ),
    (
        "empty-quotation",
        &["54:31: error: q-bulletin: the quotation is empty; `exact` holds the words of the \
             source [empty-quotation]"],
    ),
    (
        "long-quotation",
        &[
            "54:31: error: q-bulletin: the quotation has 61 words; at most 60 words may be quoted at \
             once: split it, or keep the part that counts [long-quotation]",
        ],
    ),
    (
        "words-not-in-the-quotation",
        &["66:85: error: harbour: the words “twelve berths” do not stand in the quotation \
             “q-berths”; copy them from its `exact`, or leave `words` out to cite all of it \
             [words-not-quoted]"],
    ),
    (
        "unused-quotation",
        &["50:9: remark: q-bulletin: nothing cites this quotation [unused-quotation]"],
    ),
    // Fields with a form of their own.
    ("empty-title", &["4:12: error: the title is empty [empty-text]"]),
    (
        "no-fingerprint",
        &["24:9: error: bulletin: the source has no fingerprint; `sha256sum` of its text gives \
             one [no-fingerprint]"],
    ),
    (
        "malformed-fingerprint",
        &["31:21: error: bulletin: the fingerprint is not a SHA-256: 64 hexadecimal digits \
             [no-fingerprint]"],
    ),
    (
        "link-that-runs-a-script",
        &["20:18: error: gazette: a link starts with https:// or http:// [unsafe-link]"],
    ),
    (
        "image-above-the-folder",
        &["63:20: error: harbour: the image “../harbour.png” leaves the dossier's folder; give \
             a path below it, such as images/flag.png [image-outside]"],
    ),
    (
        "image-with-an-absolute-path",
        &["63:20: error: harbour: the image “/srv/harbour.png” leaves the dossier's folder; \
             give a path below it, such as images/flag.png [image-outside]"],
    ),
    (
        "image-with-a-backslash",
        &["63:20: error: harbour: the image “images\\harbour.png” leaves the dossier's folder; \
             give a path below it, such as images/flag.png [image-outside]"],
    ),
    (
        "thirtieth-of-february",
        &["117:26: error: berth-opens: “2031-02-30” is not a date: the calendar has no such \
             date [impossible-date]"],
    ),
    (
        "thirteenth-month",
        &["29:24: error: bulletin: “2031-13” is not a date: the calendar has no such date \
             [impossible-date]"],
    ),
    (
        "words-for-a-date",
        &[
            "5:15: error: “last Saturday” is not a date: write 2024, 2024-05, 2024-W13, 2024-03-30 or \
             2024-03-30 12:36 [impossible-date]",
        ],
    ),
    (
        "empty-when",
        &["117:19: error: berth-opens: there is neither a date nor the source's words for one; \
             leave the field out if nothing is known [empty-date]"],
    ),
    (
        "other-weekday",
        &["117:26: warning: berth-opens: the words say Friday, but the date falls on a Thursday \
             [weekday-differs]"],
    ),
    (
        "period-reversed",
        &["87:43: error: freight: the period ends before it begins [period-reversed]"],
    ),
    // Figures.
    (
        "unit-of-another-kind",
        &["95:46: error: berths: the unit does not fit: figures of kind count are in Count(…) \
             [unit-mismatch]"],
    ),
    (
        "fraction-of-a-thing",
        &["95:36: error: berths: 12.5 is not a whole number, and a count is one \
             [impossible-number]"],
    ),
    (
        "negative-amount",
        &["85:36: error: freight: -40 is negative; figures of kind amount are not \
             [impossible-number]"],
    ),
    (
        "negative-change",
        &["86:50: error: freight: the number is negative; say which way with `direction` \
             [impossible-number]"],
    ),
    (
        "change-range-reversed",
        &[
            "86:50: warning: freight: the number 8.5 to 8 does not stand in the words cited; cite \
             the words that state it [figure-not-quoted]",
            "86:59: error: freight: the range ends at 8, which is not above 8.5; `to` is its \
             larger end [impossible-number]",
        ],
    ),
    (
        "change-in-another-unit",
        &["86:61: error: freight: a change is in Percent, in PercentagePoints or in the \
             figure's own unit [unit-mismatch]"],
    ),
    (
        "number-not-in-its-words",
        &["95:36: warning: berths: the number 13 does not stand in the words cited; cite the \
             words that state it [figure-not-quoted]"],
    ),
    (
        "unit-not-in-its-words",
        &["95:46: warning: berths: nothing in the words cited says “cranes”; cite the words that \
             give the unit [figure-not-quoted]"],
    ),
    (
        "date-differs-from-its-words",
        &["117:26: warning: berth-opens: the words say “June”, and the date is 10 July 2031 \
             [date-differs]"],
    ),
    (
        "date-beside-a-stretch",
        &["117:26: error: berth-opens: there is a `date` beside `from` or `to`; what lasted has \
             `from` and `to` alone, and what was on 12 June 2031 has `date` alone [date-and-stretch]"],
    ),
    (
        "scale-not-in-its-words",
        &[
            "85:47: warning: freight: the words say “almost 40 million tonnes”, which is 40,000,000, \
             and the figure is 40,000,000,000; correct `number` or `scale` [figure-differs]",
        ],
    ),
    (
        "change-not-in-its-words",
        &["86:50: warning: freight: the number 8.5 does not stand in the words cited; cite the \
             words that state it [figure-not-quoted]"],
    ),
    (
        "formula-that-breaks-off",
        &["103:26: error: freight-before: at character 15 of the formula: a number or a name is \
             missing [formula]"],
    ),
    (
        "formula-with-an-unknown-name",
        &["103:26: error: freight-before: the formula names “rate”, which is not among its \
             inputs [formula]"],
    ),
    (
        "formula-that-divides-by-zero",
        &["103:26: error: freight-before: the formula divides by zero [formula]"],
    ),
    (
        "formula-that-mixes-units",
        &["103:26: error: freight-before: the formula adds or subtracts t and a plain number \
             [formula]"],
    ),
    (
        "formula-in-a-circle",
        &["103:26: error: freight-before: the input “freight” depends on this metric itself, or \
             through too many steps [formula]"],
    ),
    (
        "formula-in-another-unit",
        &["103:26: error: freight-before: the formula gives a plain number, but the unit is t \
             [unit-mismatch]"],
    ),
    (
        "formula-without-the-change",
        &["103:26: error: freight-before: the input “growth” asks for a change that its metric \
             does not have [formula]"],
    ),
    // What ties the parts.
    (
        "relation-to-itself",
        &["75:17: error: quay-heads-harbour: the relation ties “ada-quay” to itself; `from` and \
             `to` are two entities [self-relation]"],
    ),
    (
        "series-of-one",
        &["114:36: error: series[0]: a series has two metrics at least; one alone needs none \
             [unfit-series]"],
    ),
    (
        "series-in-two-units",
        &["114:48: error: series[0]: “berths” is in berths, and “freight” in t; a series is in \
             one unit [unfit-series]"],
    ),
    (
        "metric-in-two-series",
        &[
            "115:35: error: series[1]: the metric “freight-before” stands in the series \
             “Freight” already [repeated-metric]",
            "115:53: error: series[1]: the metric “freight” stands in the series “Freight” \
             already [repeated-metric]",
            "115:64: error: series[1]: the metric “freight” stands in this series already \
             [repeated-metric]",
        ],
    ),
    (
        "series-of-something-unknown",
        &[
            "114:48: error: series[0]: no metric has the id “freight-before-that”; did you mean \
             “freight-before”? [unknown-reference]",
            "115:16: error: series[1]: the name is empty [empty-text]",
            "115:41: error: series[1]: “harbour” is the id of an entity, and a metric belongs \
             here [wrong-reference]",
        ],
    ),
    (
        "repeated-answer",
        &["130:26: error: how-much-freight: “gazette” answers this topic twice; put all its \
             quotations into one answer [repeated-answer]"],
    ),
    (
        "foreign-answer",
        &["129:76: error: how-much-freight: the answer of “bulletin” cites “q-berths”, which is \
             a quotation of “gazette” [foreign-answer]"],
    ),
    (
        "source-quotes-another",
        &[
            "33:31: error: bulletin: “bulletin” cites “q-berths”, which is a quotation of “gazette” \
             [foreign-quotation]",
        ],
    ),
    (
        "derived-from-nothing",
        &["104:25: error: freight-before: the derived metric has no input; name the metrics it \
             follows from [no-input]"],
    ),
    (
        "unfounded-finding",
        &["131:29: warning: how-much-freight: the finding says “one source”, but sources that \
             answer with a quotation number 2 [finding-unfounded]"],
    ),
    // Many at once, in the order of the file.
    (
        "many-mistakes-in-items",
        &[
            "10:29: error: trade: the name is empty [empty-text]",
            "24:9: error: bulletin: the source has no fingerprint; `sha256sum` of its text gives \
             one [no-fingerprint]",
            "29:24: error: bulletin: “June 2031” is not a date: write 2024, 2024-05, 2024-W13, \
             2024-03-30 or 2024-03-30 12:36 [impossible-date]",
            "40:22: error: q-freight: no entity has the id “ada-quai”; did you mean “ada-quay”? \
             [unknown-reference]",
            "53:31: error: q-bulletin: the quotation is empty; `exact` holds the words of the \
             source [empty-quotation]",
            "62:20: error: harbour: the image “../harbour.png” leaves the dossier's folder; give \
             a path below it, such as images/flag.png [image-outside]",
            "65:42: error: harbour: the value is empty [empty-text]",
            "65:58: error: harbour: the fact “Berths” has no quotation; nothing stands without \
             its sentence [no-quotation]",
            "74:17: error: quay-heads-harbour: no entity has the id “harbor”; did you mean \
             “harbour”? [unknown-reference]",
            "75:51: error: quay-heads-harbour: the words “heads” do not stand in the quotation \
             “q-freight”; copy them from its `exact`, or leave `words` out to cite all of it \
             [words-not-quoted]",
            "94:36: error: berths: 12.5 is not a whole number, and a count is one \
             [impossible-number]",
            "116:26: warning: berth-opens: the words say Monday, but the date falls on a Thursday \
             [weekday-differs]",
            "130:29: warning: how-much-freight: the finding says “one source”, but sources that \
             answer with a quotation number 2 [finding-unfounded]",
        ],
    ),
    (
        "many-mistakes-in-figures",
        &[
            "85:36: error: freight: -40 is negative; figures of kind amount are not \
             [impossible-number]",
            "85:63: error: freight: the unit does not fit: figures of kind amount are in \
             Currency(…) or Measure(…) [unit-mismatch]",
            "86:50: error: freight: the number is negative; say which way with `direction` \
             [impossible-number]",
            "86:62: error: freight: a change is in Percent, in PercentagePoints or in the \
             figure's own unit [unit-mismatch]",
            "87:28: error: freight: “2030-13” is not a date: the calendar has no such date \
             [impossible-date]",
            "88:32: error: freight: no entity has the id “harbur”; did you mean “harbour”? \
             [unknown-reference]",
            "88:42: error: freight: no entity has the id “berths” [unknown-reference]",
            "89:25: error: freight: the metric has no quotation; nothing stands without its \
             sentence [no-quotation]",
            "92:17: error: freight: the id “freight” is taken by metrics[0]; all items of a \
             dossier need different ids [duplicate-id]",
            "93:19: error: freight: the name is empty [empty-text]",
            "106:46: error: freight-before: no metric has the id “frieght”; did you mean \
             “freight”? [unknown-reference]",
        ],
    ),
];
