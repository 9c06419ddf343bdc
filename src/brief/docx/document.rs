//! The text of a Word document: paragraphs, tables, pictures, notes.

use super::{DECLARATION, OFFICE, Relation, WORD, relation};
use crate::brief::blocks::{Block, Chart, Composition, Line, Span};
use crate::brief::markdown::chart_name;
use crate::brief::paper::Paper;
use crate::brief::widths::column_weights;
use crate::brief::xml::escape;

/// The margins of the page, in twentieths of a point.
const MARGIN: u32 = 1_020;
/// A pixel of a chart, in English Metric Units: a chart is as wide as the text at most.
const EMU_PER_TWIP: u32 = 635;

/// The main part of a document.
pub(super) struct Document {
    /// Its XML.
    pub(super) text: String,
    /// What it refers to.
    pub(super) relations: Vec<Relation>,
    /// How many numbered lists it has, each of which begins anew.
    pub(super) numbered_lists: usize,
}

impl Document {
    /// The blocks of a brief, on paper; `charts` are the sizes of its charts in pixels, where they are drawn.
    pub(super) fn of(
        composition: &Composition,
        paper: Paper,
        charts: &[Option<(u32, u32)>],
    ) -> Self {
        let mut relations = vec![
            relation("rId1", "styles", "styles.xml"),
            relation("rId2", "settings", "settings.xml"),
            relation("rId3", "numbering", "numbering.xml"),
            relation("rId4", "footnotes", "footnotes.xml"),
            relation("rId5", "footer", "footer1.xml"),
            relation("rId6", "fontTable", "fontTable.xml"),
            relation("rId7", "theme", "theme/theme1.xml"),
        ];
        for (place, size) in charts.iter().enumerate() {
            if size.is_some() {
                let target = format!("media/{}", chart_name(place));
                relations.push(relation(&picture_id(place), "image", &target));
            }
        }
        let mut writer = Writer {
            width: paper.twips().0 - 2 * MARGIN,
            relations,
            links: 0,
            noted: vec![false; composition.footnotes.len()],
            numbered_lists: 0,
            charts,
            charts_done: 0,
        };
        let mut body = String::new();
        for (place, placed) in composition.blocks.iter().enumerate() {
            body.push_str(&writer.block(&placed.block, place));
        }
        let (width, height) = paper.twips();
        let text = format!(
            "{DECLARATION}<w:document xmlns:w=\"{WORD}\" xmlns:r=\"{OFFICE}\" \
             xmlns:wp=\"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing\">\
             <w:body>{body}<w:sectPr><w:footerReference w:type=\"default\" r:id=\"rId5\"/>\
             <w:pgSz w:w=\"{width}\" w:h=\"{height}\"/>\
             <w:pgMar w:top=\"850\" w:right=\"{MARGIN}\" w:bottom=\"850\" w:left=\"{MARGIN}\" \
             w:header=\"500\" w:footer=\"500\" w:gutter=\"0\"/></w:sectPr></w:body></w:document>"
        );
        Self { text, relations: writer.relations, numbered_lists: writer.numbered_lists }
    }
}

struct Writer<'c> {
    /// The width of the text, in twentieths of a point.
    width: u32,
    relations: Vec<Relation>,
    links: usize,
    /// Which footnotes have their place; a second reference is a field that names it.
    noted: Vec<bool>,
    numbered_lists: usize,
    charts: &'c [Option<(u32, u32)>],
    charts_done: usize,
}

fn picture_id(place: usize) -> String {
    format!("rIdChart{}", place + 1)
}

fn paragraph(style: &str, runs: &str) -> String {
    paragraph_with(style, "", runs)
}

fn paragraph_with(style: &str, properties: &str, runs: &str) -> String {
    format!("<w:p><w:pPr><w:pStyle w:val=\"{style}\"/>{properties}</w:pPr>{runs}</w:p>")
}

fn run(style: Option<&str>, words: &str) -> String {
    let style = style
        .map_or(String::new(), |style| format!("<w:rPr><w:rStyle w:val=\"{style}\"/></w:rPr>"));
    format!("<w:r>{style}<w:t xml:space=\"preserve\">{}</w:t></w:r>", escape(words))
}

impl Writer<'_> {
    fn block(&mut self, block: &Block, place: usize) -> String {
        match block {
            Block::Heading(1, words) => paragraph("Title", &run(None, words)),
            Block::Heading(level, words) => paragraph(
                &format!("Heading{}", level.saturating_sub(1).clamp(1, 2)),
                &run(None, words),
            ),
            Block::Paragraph(line) => {
                // What stands right below the title.
                let style = if place == 1 { "Subtitle" } else { "Normal" };
                let line = self.line(line);
                paragraph(style, &line)
            }
            Block::List(numbered, items) => {
                self.numbered_lists += usize::from(*numbered);
                let mut out = String::new();
                for (line, inner) in items {
                    let line = self.line(line);
                    out.push_str(&match numbered {
                        // The first list of numbers is the second in the part that defines them.
                        true => paragraph_with(
                            "ListNumber",
                            &format!(
                                "<w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"{}\"/></w:numPr>",
                                self.numbered_lists + 1
                            ),
                            &line,
                        ),
                        false => paragraph("ListBullet", &line),
                    });
                    for line in inner {
                        let line = self.line(line);
                        out.push_str(&paragraph("ListBullet2", &line));
                    }
                }
                out
            }
            Block::Table(head, rows) => self.table(head, rows),
            Block::Quote(words, from) => {
                let words = self.line(words);
                let mut out = paragraph("Quote", &words);
                if !from.is_empty() {
                    let from = format!("{}{}", run(None, "— "), self.line(from));
                    out.push_str(&paragraph("Attribution", &from));
                }
                out
            }
            Block::Box(title, lines) => {
                let title = self.line(title);
                let mut out = paragraph("Box", &title);
                for line in lines {
                    let line = self.line(line);
                    out.push_str(&paragraph("Box", &line));
                }
                // Two boxes that follow each other would be one.
                out + "<w:p><w:pPr><w:spacing w:after=\"0\" w:line=\"120\" w:lineRule=\"exact\"/></w:pPr></w:p>"
            }
            Block::Chart(chart, words) => {
                let picture = self.picture(chart);
                let words = self.line(words);
                let picture = if picture.is_empty() {
                    picture
                } else {
                    paragraph_with("Normal", "<w:keepNext/>", &picture)
                };
                picture + &paragraph("Caption", &words)
            }
        }
    }

    fn table(&mut self, head: &[String], rows: &[Vec<Line>]) -> String {
        let columns = head.len().max(1);
        let weights = column_weights(head, rows);
        let all: f64 = weights.iter().sum();
        let width = f64::from(self.width) / all.max(1.0);
        let widths: Vec<u32> = weights.iter().map(|weight| (width * weight) as u32).collect();
        let mut out = "<w:tbl><w:tblPr><w:tblStyle w:val=\"TableGrid\"/>".to_owned();
        out.push_str(&format!(
            "<w:tblW w:w=\"{}\" w:type=\"dxa\"/><w:tblLayout w:type=\"fixed\"/></w:tblPr><w:tblGrid>",
            widths.iter().sum::<u32>()
        ));
        for width in &widths {
            out.push_str(&format!("<w:gridCol w:w=\"{width}\"/>"));
        }
        out.push_str("</w:tblGrid><w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>");
        let cell = |width: &u32, inside: &str| {
            format!("<w:tc><w:tcPr><w:tcW w:w=\"{width}\" w:type=\"dxa\"/></w:tcPr>{inside}</w:tc>")
        };
        for (name, width) in head.iter().zip(&widths) {
            out.push_str(&cell(width, &paragraph("TableHeading", &run(None, name))));
        }
        out.push_str("</w:tr>");
        for row in rows {
            out.push_str("<w:tr><w:trPr><w:cantSplit/></w:trPr>");
            for (place, width) in widths.iter().enumerate().take(columns) {
                let line = row.get(place).map(|line| self.line(line)).unwrap_or_default();
                out.push_str(&cell(width, &paragraph("TableText", &line)));
            }
            out.push_str("</w:tr>");
        }
        // Two tables that follow each other would be one.
        out + "</w:tbl><w:p><w:pPr><w:spacing w:after=\"0\" w:line=\"120\" w:lineRule=\"exact\"/></w:pPr></w:p>"
    }

    fn picture(&mut self, chart: &Chart) -> String {
        let place = self.charts_done;
        self.charts_done += 1;
        let Some((width, height)) = self.charts.get(place).copied().flatten() else {
            return String::new();
        };
        let wide = self.width * EMU_PER_TWIP;
        let high = (u64::from(wide) * u64::from(height) / u64::from(width.max(1))) as u32;
        let (number, id, title) = (place + 1, picture_id(place), escape(&chart.title));
        let drawing = "http://schemas.openxmlformats.org/drawingml/2006";
        format!(
            "<w:r><w:drawing><wp:inline distT=\"0\" distB=\"0\" distL=\"0\" distR=\"0\">\
             <wp:extent cx=\"{wide}\" cy=\"{high}\"/>\
             <wp:docPr id=\"{number}\" name=\"Chart {number}\" descr=\"{title}\"/>\
             <a:graphic xmlns:a=\"{drawing}/main\"><a:graphicData uri=\"{drawing}/picture\">\
             <pic:pic xmlns:pic=\"{drawing}/picture\"><pic:nvPicPr>\
             <pic:cNvPr id=\"{number}\" name=\"Chart {number}\" descr=\"{title}\"/><pic:cNvPicPr/></pic:nvPicPr>\
             <pic:blipFill><a:blip r:embed=\"{id}\"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>\
             <pic:spPr><a:xfrm><a:off x=\"0\" y=\"0\"/><a:ext cx=\"{wide}\" cy=\"{high}\"/></a:xfrm>\
             <a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom></pic:spPr></pic:pic>\
             </a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
        )
    }

    fn line(&mut self, line: &Line) -> String {
        let mut out = String::new();
        let mut after_note = false;
        for span in line {
            let is_note = matches!(span, Span::Note(_));
            if is_note && after_note {
                // Two numbers side by side would be read as one.
                out.push_str(&run(Some("FootnoteReference"), "\u{a0}"));
            }
            after_note = is_note;
            match span {
                Span::Text(words) => out.push_str(&run(None, words)),
                Span::Strong(words) | Span::Name(words) => {
                    out.push_str(&run(Some("Strong"), words));
                }
                Span::Emphasis(words) => out.push_str(&run(Some("Emphasis"), words)),
                Span::Link { text, url } => {
                    self.links += 1;
                    let id = format!("rIdLink{}", self.links);
                    let words = run(Some("Hyperlink"), text);
                    out.push_str(&format!("<w:hyperlink r:id=\"{id}\">{words}</w:hyperlink>"));
                    self.relations.push((id, format!("{OFFICE}/hyperlink"), url.clone(), true));
                }
                Span::Note(place) => out.push_str(&self.note(*place)),
            }
        }
        out
    }

    fn note(&mut self, place: usize) -> String {
        let Some(noted) = self.noted.get_mut(place) else { return String::new() };
        let number = place + 1;
        let styled = |inside: &str| {
            format!("<w:r><w:rPr><w:rStyle w:val=\"FootnoteReference\"/></w:rPr>{inside}</w:r>")
        };
        if !std::mem::replace(noted, true) {
            let reference = styled(&format!("<w:footnoteReference w:id=\"{number}\"/>"));
            return format!(
                "<w:bookmarkStart w:id=\"{number}\" w:name=\"_Note{number}\"/>{reference}\
                 <w:bookmarkEnd w:id=\"{number}\"/>"
            );
        }
        let field = |kind: &str| styled(&format!("<w:fldChar w:fldCharType=\"{kind}\"/>"));
        let name = format!(
            "<w:instrText xml:space=\"preserve\"> NOTEREF _Note{number} \\f \\h </w:instrText>"
        );
        [
            field("begin"),
            styled(&name),
            field("separate"),
            styled(&format!("<w:t>{number}</w:t>")),
            field("end"),
        ]
        .concat()
    }
}

/// The part that holds the footnotes, and the rules above them.
pub(super) fn footnotes(composition: &Composition) -> String {
    let rule = |id: i32, kind: &str| {
        format!(
            "<w:footnote w:type=\"{kind}\" w:id=\"{id}\"><w:p><w:pPr><w:spacing w:after=\"0\" w:line=\"240\" \
             w:lineRule=\"auto\"/></w:pPr><w:r><w:{kind}/></w:r></w:p></w:footnote>"
        )
    };
    let mut out = format!("{DECLARATION}<w:footnotes xmlns:w=\"{WORD}\">");
    out.push_str(&rule(-1, "separator"));
    out.push_str(&rule(0, "continuationSeparator"));
    for (place, footnote) in composition.footnotes.iter().enumerate() {
        let mark =
            "<w:r><w:rPr><w:rStyle w:val=\"FootnoteReference\"/></w:rPr><w:footnoteRef/></w:r>";
        let words = run(None, &format!(" {}{}", footnote.reference(), footnote.saying()));
        let inside = paragraph("FootnoteText", &format!("{mark}{words}"));
        out.push_str(&format!("<w:footnote w:id=\"{}\">{inside}</w:footnote>", place + 1));
    }
    out + "</w:footnotes>"
}

/// The part that says how lists are marked: bullets, and as many lists of numbers as there are.
pub(super) fn numbering(numbered: usize) -> String {
    let level = |level: u32, format: &str, mark: &str| {
        let left = 360 * (level + 1);
        format!(
            "<w:lvl w:ilvl=\"{level}\"><w:start w:val=\"1\"/><w:numFmt w:val=\"{format}\"/>\
             <w:lvlText w:val=\"{mark}\"/><w:lvlJc w:val=\"left\"/>\
             <w:pPr><w:ind w:left=\"{left}\" w:hanging=\"260\"/></w:pPr></w:lvl>"
        )
    };
    let mut out = format!("{DECLARATION}<w:numbering xmlns:w=\"{WORD}\">");
    out.push_str(&format!(
        "<w:abstractNum w:abstractNumId=\"0\"><w:multiLevelType w:val=\"hybridMultilevel\"/>{}{}</w:abstractNum>",
        level(0, "bullet", "•"),
        level(1, "bullet", "–")
    ));
    out.push_str(&format!(
        "<w:abstractNum w:abstractNumId=\"1\"><w:multiLevelType w:val=\"hybridMultilevel\"/>{}</w:abstractNum>",
        level(0, "decimal", "%1.")
    ));
    out.push_str("<w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num>");
    for list in 0..numbered {
        out.push_str(&format!(
            "<w:num w:numId=\"{}\"><w:abstractNumId w:val=\"1\"/><w:lvlOverride w:ilvl=\"0\">\
             <w:startOverride w:val=\"1\"/></w:lvlOverride></w:num>",
            list + 2
        ));
    }
    out + "</w:numbering>"
}

/// The foot of each page: its number.
pub(super) fn footer() -> String {
    let field = |kind: &str| format!("<w:r><w:fldChar w:fldCharType=\"{kind}\"/></w:r>");
    let runs = [
        field("begin"),
        "<w:r><w:instrText xml:space=\"preserve\"> PAGE </w:instrText></w:r>".to_owned(),
        field("separate"),
        "<w:r><w:t>1</w:t></w:r>".to_owned(),
        field("end"),
    ]
    .concat();
    format!("{DECLARATION}<w:ftr xmlns:w=\"{WORD}\">{}</w:ftr>", paragraph("Footer", &runs))
}
