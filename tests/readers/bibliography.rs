//! The sources of a brief in what manages references.

use dossier::brief::{bibliography, markdown};
use dossier::dossier::{Authors, PartialDate, Source, SourceKind};
use serde_json::Value;

use crate::bundled::Bundled;
use crate::hostile::HOSTILE;
use crate::tools::{printed, python_with, tool};

/// Sources whose every text is hostile, of each kind.
fn hostile() -> Vec<Source> {
    let kinds = [
        SourceKind::Newspaper,
        SourceKind::NewsAgency,
        SourceKind::TradePress,
        SourceKind::Broadcaster,
        SourceKind::Official,
        SourceKind::Report,
        SourceKind::Journal,
        SourceKind::Web,
    ];
    let texts = HOSTILE.iter().filter(|text| !text.trim().is_empty()).enumerate();
    let source = |(place, text): (usize, &&str)| Source {
        id: format!("s-{place}").as_str().into(),
        title: (*text).to_owned(),
        publisher: format!("{text} & Co"),
        kind: kinds[place % kinds.len()],
        author: Authors::Printed(format!("By {text}")),
        editor: Some((*text).to_owned()),
        published: Some(PartialDate::Month(2031, 5)),
        language: "en".into(),
        url: Some("https://example.org/a_b?c=%20&d=#e".into()),
        sha256: String::new(),
        characters: None,
        body_start: None,
        origin: None,
        standing: None,
        quotations: Vec::new(),
        remark: None,
    };
    texts.map(source).collect()
}

#[test]
fn pandoc_resolves_each_citation_against_the_bibliography() {
    if tool(&["pandoc"]).is_none() {
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    let bundled = Bundled::new();
    let composition = bundled.everything();
    let sources: Vec<&Source> =
        composition.sources().into_iter().map(|place| &bundled.dossier.sources[place]).collect();
    std::fs::write(folder.path().join("brief.json"), bibliography::csl_json(&sources)).unwrap();
    let beside = markdown::Beside { charts: None, bibliography: Some("brief.json".into()) };
    let text = markdown::write(&composition, markdown::Flavour::Pandoc, &beside);
    std::fs::write(folder.path().join("brief.md"), text).unwrap();
    let output = crate::tools::run(
        "pandoc",
        &["--from", "markdown", "--citeproc", "--to", "json", "--fail-if-warnings", "brief.md"],
        folder.path(),
    );
    let json: Value = serde_json::from_slice(&output.stdout).unwrap();
    let text = json.to_string();
    let cited = text.matches("\"citationId\":").count();
    // A note that is referred to twice is written twice.
    assert!(cited >= composition.footnotes.len(), "{cited}");
    for source in sources {
        assert!(text.contains(&format!("\"citationId\":\"{}\"", source.id)));
        assert!(text.contains(&format!("\"ref-{}\"", source.id)), "no entry for {}", source.id);
    }
}

fn count_and_titles(python: &str, code: &str, file: &str, text: &str) -> Vec<String> {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join(file), text).unwrap();
    let printed = printed(python, &["-c", code], folder.path());
    serde_json::from_str(&printed).unwrap()
}

#[test]
fn bibtexparser_reads_as_many_entries_with_these_titles() {
    let Some(python) = python_with("bibtexparser") else { return };
    let sources = hostile();
    let all: Vec<&Source> = sources.iter().collect();
    let code = "import bibtexparser, json\nlibrary = bibtexparser.parse_file('a.bib')\n\
                assert not library.failed_blocks, library.failed_blocks\n\
                print(json.dumps([e.key for e in library.entries]))";
    let keys = count_and_titles(&python, code, "a.bib", &bibliography::bibtex(&all));
    let wanted: Vec<String> = sources.iter().map(|source| source.id.to_string()).collect();
    assert_eq!(keys, wanted);

    let bundled = Bundled::new();
    let own: Vec<&Source> = bundled.dossier.sources.iter().collect();
    let code = "import bibtexparser, json\nlibrary = bibtexparser.parse_file('a.bib')\n\
                print(json.dumps([e['title'].strip('{}') for e in library.entries]))";
    let titles = count_and_titles(&python, code, "a.bib", &bibliography::bibtex(&own));
    let wanted: Vec<String> = own.iter().map(|source| source.title.clone()).collect();
    assert_eq!(titles, wanted);
}

#[test]
fn rispy_reads_as_many_records_with_these_titles() {
    let Some(python) = python_with("rispy") else { return };
    let sources = hostile();
    let all: Vec<&Source> = sources.iter().collect();
    let code = "import rispy, json\nentries = rispy.load(open('a.ris', encoding='utf-8'))\n\
                print(json.dumps([e['title'] for e in entries]))";
    let titles = count_and_titles(&python, code, "a.ris", &bibliography::ris(&all));
    let one_line = |text: &str| {
        let shown: String = text
            .chars()
            .map(|c| if c.is_control() && !c.is_whitespace() { '\u{fffd}' } else { c })
            .collect();
        shown.split_whitespace().collect::<Vec<_>>().join(" ")
    };
    let wanted: Vec<String> = sources.iter().map(|source| one_line(&source.title)).collect();
    assert_eq!(titles, wanted);
}

#[test]
fn pandoc_reads_bibtex_and_csl_json_too() {
    if tool(&["pandoc"]).is_none() {
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    let bundled = Bundled::new();
    let own: Vec<&Source> = bundled.dossier.sources.iter().collect();
    for (format, text) in
        [("bibtex", bibliography::bibtex(&own)), ("csljson", bibliography::csl_json(&own))]
    {
        std::fs::write(folder.path().join("sources"), text).unwrap();
        let read =
            printed("pandoc", &["--from", format, "--to", "csljson", "sources"], folder.path());
        let read: Value = serde_json::from_str(&read).unwrap();
        let titles: Vec<&str> =
            read.as_array().unwrap().iter().filter_map(|item| item["title"].as_str()).collect();
        let wanted: Vec<&str> = own.iter().map(|source| source.title.as_str()).collect();
        // Pandoc sets straight apostrophes of BibTeX as curly ones.
        let straight: Vec<String> = titles.iter().map(|title| title.replace('’', "'")).collect();
        assert_eq!(straight, wanted, "{format}");
    }
}
