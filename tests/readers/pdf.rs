//! PDF in poppler.

use std::path::Path;

use dossier::brief::{Composition, Paper, Template, pdf};
use dossier::text::is_ideograph;

use crate::bundled::Bundled;
use crate::hostile::{HOSTILE, page, visible};
use crate::saying::{squeezed, wanted};
use crate::tools::{printed, tool};

fn write(folder: &Path, composition: &Composition, paper: Paper) {
    std::fs::write(folder.join("brief.pdf"), pdf::write(composition, paper).unwrap()).unwrap();
}

fn assert_says(folder: &Path, composition: &Composition) {
    let text = squeezed(&printed("pdftotext", &["-raw", "brief.pdf", "-"], folder));
    // Poppler takes a hyphen at the end of a line for a broken word.
    let text = text.replace('-', "");
    let plain = |words: &str| squeezed(&visible(words)).replace('-', "");
    for footnote in wanted(composition).footnotes {
        let footnote = footnote.replace('-', "");
        assert!(text.contains(&footnote), "{footnote}\nis not in\n{text}");
    }
    for line in composition.blocks.iter().flat_map(|placed| placed.block.lines()) {
        for span in line {
            let words = plain(span.words());
            assert!(text.contains(&words), "{words}\nis not in\n{text}");
        }
    }
}

#[test]
fn poppler_finds_all_of_it_tagged_outlined_and_with_its_typefaces() {
    if tool(&["pdftotext"]).is_none() {
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    let composition = Bundled::new().everything();
    for paper in Paper::ALL {
        write(folder.path(), &composition, paper);
        assert_says(folder.path(), &composition);
        let info = printed("pdfinfo", &["brief.pdf"], folder.path());
        assert!(info.contains("Title:           All of it"), "{info}");
        assert!(info.contains("Author:          A. Nalyst"), "{info}");
        assert!(
            info.lines().any(|line| line.starts_with("Tagged:") && line.ends_with("yes")),
            "{info}"
        );
        let size = if paper == Paper::A4 { "595.276 x 841.89" } else { "612 x 792" };
        assert!(info.contains(size), "{info}");
        let fonts = printed("pdffonts", &["brief.pdf"], folder.path());
        let embedded = fonts.lines().skip(2).all(|line| line.contains(" yes yes"));
        assert!(fonts.lines().count() > 3 && embedded, "{fonts}");
        let outline = printed("pdftohtml", &["-xml", "-stdout", "-i", "brief.pdf"], folder.path());
        assert!(
            outline.contains("<outline>") && outline.contains(">Everything</item>"),
            "{outline}"
        );
    }
}

#[test]
fn the_unedited_one_page_brief_is_one_a4_page() {
    if tool(&["pdftotext"]).is_none() {
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    let composition = Bundled::new().unedited(&Template::bundled()[0]);
    write(folder.path(), &composition, Paper::A4);
    assert_says(folder.path(), &composition);
    let info = printed("pdfinfo", &["brief.pdf"], folder.path());
    assert!(info.lines().any(|line| line.starts_with("Pages:") && line.ends_with(" 1")), "{info}");
}

#[test]
fn hostile_text_stays_text() {
    if tool(&["pdftotext"]).is_none() {
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    // Chinese comes from a typeface of the machine, which may have none.
    let chinese = tool(&["fc-list"]).is_some()
        && !printed("fc-list", &[":lang=zh"], folder.path()).trim().is_empty();
    if !chinese {
        println!("left out: Chinese in a PDF; no typeface for it is installed");
    }
    let has_sign = |c: char| {
        !c.is_control() && c != '\u{200b}' && c != '\u{2028}' && (chinese || !is_ideograph(c))
    };
    for text in HOSTILE.iter().chain(&[
        "#panic(\"x\")",
        "#import \"/etc/passwd\"",
        "@label",
        "\\u{41}",
        "$ sum $",
    ]) {
        let composition = page(text.trim());
        write(folder.path(), &composition, Paper::A4);
        // What the typefaces have no sign for is not asked.
        if text.chars().all(has_sign) {
            assert_says(folder.path(), &composition);
        }
    }
}
