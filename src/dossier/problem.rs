//! Problems: what is wrong with a dossier, where, and what would be right.

use std::fmt;

use crate::text::one_line;
use serde::{Serialize, Serializer};

/// How much a problem matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// The dossier can't be opened.
    Error,
    /// It can be opened, but something in it does not hold.
    Warning,
    /// Worth knowing.
    Remark,
}

impl Severity {
    /// The severity in words.
    pub fn name(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
            Self::Remark => "remark",
        }
    }
}

macro_rules! codes {
    ($($(#[$doc:meta])* $name:ident = $text:literal, $severity:ident;)*) => {
        /// What kind of problem it is; stable, for scripts.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Code {
            $($(#[$doc])* $name,)*
        }

        impl Code {
            /// All codes.
            pub const ALL: &[Self] = &[$(Self::$name),*];

            /// The code as it is printed.
            pub fn as_str(self) -> &'static str {
                match self { $(Self::$name => $text,)* }
            }

            /// How much it matters.
            pub fn severity(self) -> Severity {
                match self { $(Self::$name => Severity::$severity,)* }
            }
        }
    };
}

codes! {
    /// The text breaks the rules of RON.
    Syntax = "syntax", Error;
    /// A field that the format does not have.
    UnknownField = "unknown-field", Error;
    /// A word that is not among the choices of a field.
    UnknownChoice = "unknown-choice", Error;
    /// A field that may not be left out.
    MissingField = "missing-field", Error;
    /// A field that stands twice.
    RepeatedField = "repeated-field", Error;
    /// A value of another type than the field has.
    WrongType = "wrong-type", Error;
    /// The file was written for a later version of the program.
    NewerFormat = "newer-format", Error;
    /// A format version that never was.
    UnknownFormat = "unknown-format", Error;
    /// The file is UTF-16, or not text.
    Encoding = "encoding", Error;
    /// The file has no content.
    EmptyFile = "empty-file", Error;
    /// The file consists of, or contains, NUL characters.
    NulCharacters = "nul-characters", Error;
    /// Two versions of the file were merged and not reconciled.
    MergeConflict = "merge-conflict", Error;
    /// A byte-order mark opens the file.
    ByteOrderMark = "byte-order-mark", Remark;
    /// Two items share an id.
    DuplicateId = "duplicate-id", Error;
    /// An id has characters that ids can't have.
    MalformedId = "malformed-id", Error;
    /// A reference to an id that nothing has.
    UnknownReference = "unknown-reference", Error;
    /// A reference to an item of another kind.
    WrongReference = "wrong-reference", Error;
    /// Something is stated without a quotation.
    NoQuotation = "no-quotation", Error;
    /// A quotation has no words.
    EmptyQuotation = "empty-quotation", Error;
    /// A quotation has more words than may be quoted.
    LongQuotation = "long-quotation", Error;
    /// The cited words are not in the quotation.
    WordsNotQuoted = "words-not-quoted", Error;
    /// A source has no fingerprint, or one that is none.
    NoFingerprint = "no-fingerprint", Error;
    /// A date that the calendar does not have.
    ImpossibleDate = "impossible-date", Error;
    /// Neither a date nor words for one.
    EmptyDate = "empty-date", Error;
    /// A date beside the ends of a stretch of time.
    DateAndStretch = "date-and-stretch", Error;
    /// The weekday in the words is not that of the date.
    WeekdayDiffers = "weekday-differs", Warning;
    /// A period that ends before it begins.
    PeriodReversed = "period-reversed", Error;
    /// A derived metric that stands on no input, or on none that is stated.
    NoInput = "no-input", Error;
    /// A source cites another source's words about itself.
    ForeignQuotation = "foreign-quotation", Error;
    /// A unit that the kind of figure can't have.
    UnitMismatch = "unit-mismatch", Error;
    /// A number that the kind of figure can't be.
    ImpossibleNumber = "impossible-number", Error;
    /// A figure whose number or unit does not stand in the words cited for it.
    FigureNotQuoted = "figure-not-quoted", Warning;
    /// A figure that its words give with another scale, unit, hedge or sign, or as a range.
    FigureDiffers = "figure-differs", Warning;
    /// A date that its words contradict.
    DateDiffers = "date-differs", Warning;
    /// A series of one metric, or of metrics that can't be drawn in one unit.
    UnfitSeries = "unfit-series", Error;
    /// A metric that stands twice in a series, or in two.
    RepeatedMetric = "repeated-metric", Error;
    /// A relation of an entity to itself.
    SelfRelation = "self-relation", Error;
    /// An image path that is absolute or leaves the folder.
    ImageOutside = "image-outside", Error;
    /// A link that is not http or https.
    UnsafeLink = "unsafe-link", Error;
    /// A formula that can't be read or computed.
    Formula = "formula", Error;
    /// Two answers of one source to one topic.
    RepeatedAnswer = "repeated-answer", Error;
    /// An answer quotes another source than its own.
    ForeignAnswer = "foreign-answer", Error;
    /// A finding that the number of answers does not bear out.
    FindingUnfounded = "finding-unfounded", Warning;
    /// The program finds otherwise than the author of the dossier.
    FindingDisagrees = "finding-disagrees", Warning;
    /// A name, title or label without text.
    EmptyText = "empty-text", Error;
    /// A quotation that nothing cites.
    UnusedQuotation = "unused-quotation", Remark;
    /// There are more problems than are listed; as severe as those.
    MoreProblems = "more-problems", Remark;
    /// The text of a source can't be read.
    TextUnreadable = "text-unreadable", Warning;
    /// The text of a source was edited since the dossier was made.
    TextEdited = "text-edited", Remark;
    /// What is given as the text of a source is another text.
    TextAnother = "text-another", Warning;
    /// The words of a quotation stand in the text in another form.
    QuotationApproximate = "quotation-approximate", Warning;
    /// A quotation may stand in the text, and it is not certain where.
    QuotationDoubtful = "quotation-doubtful", Warning;
    /// The words of a quotation stand in several places of the text.
    QuotationAmbiguous = "quotation-ambiguous", Warning;
    /// The words of a quotation are not in the text.
    QuotationLost = "quotation-lost", Warning;
    /// The speaker is not named in the paragraph of the words.
    SpeakerNotNamed = "speaker-not-named", Remark;
    /// An image file that is not there or can't be shown.
    ImageUnreadable = "image-unreadable", Warning;
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl Serialize for Code {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

/// One thing that is wrong.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Problem {
    /// How much it matters.
    pub severity: Severity,
    /// What kind of problem it is.
    pub code: Code,
    /// The line in the file, from 1; 0 where no line is to blame.
    pub line: usize,
    /// The column in that line, from 1, in characters; 0 with line 0.
    pub column: usize,
    /// The item it is about: its id, or its list and place where it has none.
    pub item: Option<String>,
    /// What is wrong and what would be right.
    pub message: String,
}

impl Problem {
    /// A problem of the whole file.
    pub fn of_file(code: Code, message: impl Into<String>) -> Self {
        Self {
            severity: code.severity(),
            code,
            line: 0,
            column: 0,
            item: None,
            message: one_line(&message.into()),
        }
    }

    /// A problem of an item, by its id, that no line of the file is to blame for.
    pub fn of_item(code: Code, item: &str, message: impl Into<String>) -> Self {
        Self { item: Some(item.to_owned()), ..Self::of_file(code, message) }
    }

    /// The same problem at a place of the file.
    #[must_use]
    pub fn at(mut self, line: usize, column: usize) -> Self {
        self.line = line;
        self.column = column;
        self
    }
}

/// `12:9: error: sun-weidong: the quotation … [unknown-reference]`
impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.line > 0 {
            write!(f, "{}:{}: ", self.line, self.column)?;
        }
        write!(f, "{}: ", self.severity.name())?;
        if let Some(item) = &self.item {
            write!(f, "{item}: ")?;
        }
        write!(f, "{} [{}]", self.message, self.code)
    }
}
