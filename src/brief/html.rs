//! Writes a brief as one HTML file: nothing outside it is asked for, nothing in it runs, and it prints on A4 and
//! Letter alike. Footnotes jump there and back, and show when the pointer rests on them.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;

use super::blocks::{Block, Composition, Footnote, Line, Span};
use super::drawing;
use super::xml::escape;

const STYLE: &str = include_str!("../../assets/brief.css");

/// The brief as a page.
pub fn write(composition: &Composition) -> String {
    let head = &composition.head;
    let author = match head.author.as_str() {
        "" => String::new(),
        author => format!("<meta name=\"author\" content=\"{}\">\n", escape(author)),
    };
    format!(
        "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'; img-src data:\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta name=\"color-scheme\" content=\"light dark\">\n\
         {author}<title>{}</title>\n<style>\n{STYLE}</style>\n</head>\n<body>\n<main>\n{}</main>\n</body>\n</html>\n",
        escape(&head.title),
        body(composition)
    )
}

/// What stands between `<main>` and `</main>`: also what the clipboard takes as rich text.
pub fn body(composition: &Composition) -> String {
    let mut writer = Writer { composition, references: vec![0; composition.footnotes.len()] };
    let mut out = String::new();
    for placed in &composition.blocks {
        out.push_str(&writer.block(&placed.block));
    }
    out.push_str(&writer.footnotes());
    out
}

struct Writer<'c> {
    composition: &'c Composition,
    /// How often each footnote was referred to.
    references: Vec<usize>,
}

impl Writer<'_> {
    fn block(&mut self, block: &Block) -> String {
        match block {
            Block::Heading(level, words) => format!("<h{level}>{}</h{level}>\n", escape(words)),
            Block::Paragraph(line) => format!("<p>{}</p>\n", self.line(line)),
            Block::List(numbered, items) => {
                let tag = if *numbered { "ol" } else { "ul" };
                let mut out = format!("<{tag}>\n");
                for (line, inner) in items {
                    out.push_str(&format!("<li>{}", self.line(line)));
                    out.push_str(&self.list(inner));
                    out.push_str("</li>\n");
                }
                format!("{out}</{tag}>\n")
            }
            Block::Table(head, rows) => {
                let mut out = "<table>\n<thead><tr>".to_owned();
                for cell in head {
                    out.push_str(&format!("<th scope=\"col\">{}</th>", escape(cell)));
                }
                out.push_str("</tr></thead>\n<tbody>\n");
                for row in rows {
                    out.push_str("<tr>");
                    for cell in row {
                        out.push_str(&format!("<td>{}</td>", self.line(cell)));
                    }
                    out.push_str("</tr>\n");
                }
                format!("{out}</tbody>\n</table>\n")
            }
            Block::Quote(words, from) => {
                let words = self.line(words);
                let from = match from.as_slice() {
                    [] => String::new(),
                    from => format!("<footer>— {}</footer>", self.line(&from.to_vec())),
                };
                format!("<blockquote><p>{words}</p>{from}</blockquote>\n")
            }
            Block::Box(title, lines) => {
                let title = self.line(title);
                format!("<aside><p>{title}</p>{}</aside>\n", self.list(lines))
            }
            Block::Chart(chart, words) => {
                let picture = BASE64.encode(drawing::svg(chart));
                format!(
                    "<figure><img src=\"data:image/svg+xml;base64,{picture}\" width=\"{}\" height=\"{}\" alt=\"{}\">\
                     <figcaption>{}</figcaption></figure>\n",
                    drawing::WIDTH,
                    drawing::height(chart),
                    escape(&chart.title),
                    self.line(words)
                )
            }
        }
    }

    fn list(&mut self, lines: &[Line]) -> String {
        if lines.is_empty() {
            return String::new();
        }
        let mut out = "<ul>".to_owned();
        for line in lines {
            out.push_str(&format!("<li>{}</li>", self.line(line)));
        }
        format!("{out}</ul>")
    }

    fn line(&mut self, line: &Line) -> String {
        let mut out = String::new();
        for span in line {
            match span {
                Span::Text(words) => out.push_str(&escape(words)),
                Span::Strong(words) | Span::Name(words) => {
                    out.push_str(&format!("<strong>{}</strong>", escape(words)));
                }
                Span::Emphasis(words) => out.push_str(&format!("<em>{}</em>", escape(words))),
                Span::Link { text, url } => {
                    out.push_str(&format!("<a href=\"{}\">{}</a>", escape(url), escape(text)));
                }
                Span::Note(place) => out.push_str(&self.reference(*place)),
            }
        }
        out
    }

    /// A number that leads to the footnote and shows it under the pointer.
    fn reference(&mut self, place: usize) -> String {
        let Some(footnote) = self.composition.footnotes.get(place) else { return String::new() };
        let times = self.references.get_mut(place).map_or(1, |times| {
            *times += 1;
            *times
        });
        let number = place + 1;
        format!(
            "<sup class=\"note\" data-words=\"{}\"><a href=\"#fn{number}\" id=\"ref{number}-{times}\" \
             role=\"doc-noteref\">{number}</a></sup>",
            escape(&words(footnote))
        )
    }

    fn footnotes(&self) -> String {
        if self.composition.footnotes.is_empty() {
            return String::new();
        }
        let mut out = "<section role=\"doc-endnotes\">\n<ol class=\"notes\">\n".to_owned();
        for (place, footnote) in self.composition.footnotes.iter().enumerate() {
            let number = place + 1;
            out.push_str(&format!(
                "<li id=\"fn{number}\" role=\"doc-footnote\">{}",
                escape(&words(footnote))
            ));
            for time in 1..=self.references.get(place).copied().unwrap_or(0) {
                out.push_str(&format!(
                    " <a class=\"back\" href=\"#ref{number}-{time}\" role=\"doc-backlink\" aria-label=\"Back to the text\">↩</a>"
                ));
            }
            out.push_str("</li>\n");
        }
        format!("{out}</ol>\n</section>\n")
    }
}

fn words(footnote: &Footnote) -> String {
    format!("{}{}", footnote.reference(), footnote.saying())
}
