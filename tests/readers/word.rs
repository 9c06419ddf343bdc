//! Word documents in pandoc, in LibreOffice and in a validator of Office Open XML.

use std::path::Path;

use dossier::brief::{Composition, Paper, Template, docx};
use serde_json::Value;

use crate::bundled::Bundled;
use crate::hostile::{HOSTILE, page};
use crate::saying::{squeezed, wanted};
use crate::tools::{printed, python_with, run, tool};

fn write(folder: &Path, composition: &Composition) {
    std::fs::write(folder.join("brief.docx"), docx::write(composition, Paper::A4).unwrap())
        .unwrap();
}

#[test]
fn pandoc_reads_the_same_text_and_the_same_footnotes() {
    if tool(&["pandoc"]).is_none() {
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    let bundled = Bundled::new();
    let mut all: Vec<Composition> =
        Template::bundled().iter().map(|t| bundled.unedited(t)).collect();
    all.push(bundled.everything());
    for composition in &all {
        write(folder.path(), composition);
        let read = crate::pandoc::read(folder.path(), "brief.docx", "docx");
        let wanted = wanted(composition);
        assert_eq!(read.footnotes.len(), composition.footnotes.len());
        assert_eq!(read, wanted);
    }
}

#[test]
fn hostile_text_stays_text() {
    if tool(&["pandoc"]).is_none() {
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    for text in HOSTILE {
        let composition = page(text.trim());
        write(folder.path(), &composition);
        let read = crate::pandoc::read(folder.path(), "brief.docx", "docx");
        assert_eq!(read, wanted(&composition), "{text:?}");
    }
}

/// The validator's findings.
fn findings(python: &str, folder: &Path, file: &str) -> Vec<String> {
    let code = "import sys; from openxml_audit.cli import main; sys.exit(main())";
    let arguments = ["-c", code, "-o", "json", "-m", "0", file];
    let output =
        std::process::Command::new(python).args(arguments).current_dir(folder).output().unwrap();
    let json: Value = serde_json::from_slice(&output.stdout)
        .unwrap_or_else(|error| panic!("{error}: {output:?}"));
    let errors = json[0]["errors"].as_array().unwrap_or_else(|| panic!("{json}"));
    errors.iter().map(|error| error["description"].to_string()).collect()
}

#[test]
fn a_validator_finds_no_more_than_in_what_pandoc_writes() {
    let (Some(python), Some(_)) = (python_with("openxml_audit"), tool(&["pandoc"])) else { return };
    let folder = tempfile::tempdir().unwrap();
    let bundled = Bundled::new();
    std::fs::write(
        folder.path().join("brief.html"),
        dossier::brief::html::write(&bundled.everything()),
    )
    .unwrap();
    run("pandoc", &["brief.html", "-o", "pandoc.docx"], folder.path());
    let of_pandoc = findings(&python, folder.path(), "pandoc.docx").len();
    for composition in [bundled.everything(), page(&HOSTILE.join(" "))] {
        write(folder.path(), &composition);
        let own = findings(&python, folder.path(), "brief.docx");
        assert!(own.len() <= of_pandoc, "{of_pandoc} of pandoc’s, own: {own:?}");
        assert!(own.is_empty(), "{own:?}");
    }
}

#[test]
fn libreoffice_opens_it_and_the_one_page_brief_is_one_page() {
    let Some(office) = tool(&["soffice"]) else { return };
    if tool(&["pdftotext"]).is_none() {
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    let bundled = Bundled::new();
    for (composition, one_page) in
        [(bundled.unedited(&Template::bundled()[0]), true), (bundled.everything(), false)]
    {
        write(folder.path(), &composition);
        let profile = format!("-env:UserInstallation=file://{}/profile", folder.path().display());
        let arguments = [profile.as_str(), "--headless", "--convert-to", "pdf", "brief.docx"];
        run(&office, &arguments, folder.path());
        let text = squeezed(&printed("pdftotext", &["-raw", "brief.pdf", "-"], folder.path()));
        for footnote in wanted(&composition).footnotes {
            assert!(text.contains(&footnote), "{footnote}\nis not in\n{text}");
        }
        let info = printed("pdfinfo", &["brief.pdf"], folder.path());
        let sheets =
            info.lines().find_map(|line| line.strip_prefix("Pages:")).unwrap().trim().to_owned();
        // Calibri, or Carlito, which is as wide, has to be there for that.
        let font = printed("fc-match", &["Calibri"], folder.path());
        let as_wide = font.contains("Calibri") || font.contains("Carlito");
        if one_page && as_wide {
            assert_eq!(sheets, "1");
        } else if one_page {
            println!(
                "left out: how many pages it takes, since {} stands in for Calibri",
                font.trim()
            );
        }
    }
}
