//! HTML in Chromium, printed and looked through, and in pandoc.

use dossier::brief::{Composition, Template, html};

use crate::bundled::Bundled;
use crate::hostile::{HOSTILE, page};
use crate::saying::{squeezed, wanted};
use crate::tools::{CHROMIUM, printed, run, tool};

/// What Chromium says of a page: the text on the paper, how many sheets it takes, and what it asked for or
/// complained of.
struct Seen {
    text: String,
    sheets: usize,
    complaints: Vec<String>,
    requests: Vec<String>,
}

fn look(chromium: &str, html: &str) -> Option<Seen> {
    tool(&["pdftotext"])?;
    let folder = tempfile::tempdir().unwrap();
    let at = folder.path();
    // The paper that most of the readers have.
    let html = html.replace("@page {", "@page { size: A4;");
    std::fs::write(at.join("page.html"), html).unwrap();
    let url = format!("file://{}", at.join("page.html").display());
    let user_data = format!("--user-data-dir={}", at.join("user").display());
    let net_log = format!("--log-net-log={}", at.join("net.json").display());
    let mut arguments: Vec<&str> = CHROMIUM.to_vec();
    arguments.extend([
        user_data.as_str(),
        net_log.as_str(),
        "--enable-logging=stderr",
        "--no-pdf-header-footer",
        "--print-to-pdf=page.pdf",
        url.as_str(),
    ]);
    let output = run(chromium, &arguments, at);
    let told = String::from_utf8_lossy(&output.stderr).into_owned();
    let complaints = told.lines().filter(|line| line.contains("CONSOLE")).map(str::to_owned);
    let net_log = std::fs::read_to_string(at.join("net.json")).unwrap();
    let asked = net_log.split("\"url\":\"").skip(1).filter_map(|rest| rest.split('"').next());
    let requests = asked.filter(|url| url.starts_with("http") || url.starts_with("ws"));
    // What Chromium asks for itself, whatever page it shows.
    let own =
        |url: &&str| !["google.com/", "googleapis.com/"].iter().any(|host| url.contains(host));
    let requests = requests.filter(own);
    let info = printed("pdfinfo", &["page.pdf"], at);
    let sheets = info.lines().find_map(|line| line.strip_prefix("Pages:")).unwrap().trim();
    Some(Seen {
        text: printed("pdftotext", &["-raw", "page.pdf", "-"], at),
        sheets: sheets.parse().unwrap(),
        complaints: complaints.collect(),
        requests: requests.map(str::to_owned).collect(),
    })
}

/// Each line and each footnote stands on the paper, whatever the numbers of notes do between them.
fn assert_says(seen: &Seen, composition: &Composition) {
    let text = squeezed(&seen.text);
    let wanted = wanted(composition);
    for footnote in &wanted.footnotes {
        assert!(text.contains(footnote), "{footnote}\nis not in\n{text}");
    }
    for placed in &composition.blocks {
        for line in placed.block.lines() {
            for span in line {
                let words = squeezed(&crate::hostile::visible(span.words()));
                assert!(text.contains(&words), "{words}\nis not in\n{text}");
            }
        }
    }
}

#[test]
fn chromium_shows_all_of_it_asks_for_nothing_and_has_no_complaint() {
    let Some(chromium) = tool(&["chromium", "chromium-browser", "google-chrome"]) else { return };
    let composition = Bundled::new().everything();
    let Some(seen) = look(&chromium, &html::write(&composition)) else { return };
    assert_says(&seen, &composition);
    assert_eq!(seen.complaints, Vec::<String>::new());
    assert_eq!(seen.requests, Vec::<String>::new());
}

#[test]
fn a_page_that_asks_for_something_would_be_seen() {
    let Some(chromium) = tool(&["chromium", "chromium-browser", "google-chrome"]) else { return };
    let leaking = "<style>@page { margin: 1cm; }</style><img src=\"http://localhost:9/leak.png\">\
                   <script>console.error('said')</script>";
    let Some(seen) = look(&chromium, leaking) else { return };
    assert!(seen.requests.iter().any(|url| url.contains("leak.png")), "{:?}", seen.requests);
    assert!(!seen.complaints.is_empty());
}

#[test]
fn the_unedited_one_page_brief_prints_on_one_sheet() {
    let Some(chromium) = tool(&["chromium", "chromium-browser", "google-chrome"]) else { return };
    let composition = Bundled::new().unedited(&Template::bundled()[0]);
    let Some(seen) = look(&chromium, &html::write(&composition)) else { return };
    assert_says(&seen, &composition);
    assert_eq!(seen.sheets, 1);
}

#[test]
fn hostile_text_stays_text_in_chromium() {
    let Some(chromium) = tool(&["chromium", "chromium-browser", "google-chrome"]) else { return };
    let all = HOSTILE.join(" ¶ ");
    let html = html::write(&page(&all));
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("page.html"), &html).unwrap();
    let url = format!("file://{}", folder.path().join("page.html").display());
    let user_data = format!("--user-data-dir={}", folder.path().join("user").display());
    let mut arguments: Vec<&str> = CHROMIUM.to_vec();
    arguments.extend([user_data.as_str(), "--dump-dom", url.as_str()]);
    let dom = printed(&chromium, &arguments, folder.path());
    for element in
        ["<script", "<b>", "<!-- c", "javascript:alert(1)\"", "<code", "http://example.org/x.png\""]
    {
        assert!(!dom.contains(element), "{element}");
    }
    assert_eq!(dom.matches("<a href=\"http").count(), 1, "the one link that is one");
}

#[test]
fn pandoc_reads_every_text_as_that_text() {
    if tool(&["pandoc"]).is_none() {
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    for text in HOSTILE {
        let composition = page(text.trim());
        let written = html::write(&composition);
        // Pandoc takes the notes for a list of their own.
        let body = written.split("<section role").next().unwrap();
        // To it the caption of a figure is the name of its picture.
        let body = body.replace("<figure>", "<div>").replace("</figure>", "</div>");
        let body: String = body
            .split("<img ")
            .enumerate()
            .map(|(place, part)| match place {
                0 => part,
                _ => part.split_once('>').map_or("", |(_, rest)| rest),
            })
            .collect();
        std::fs::write(folder.path().join("page.html"), body).unwrap();
        let read = crate::pandoc::read(folder.path(), "page.html", "html");
        // The title of the file is the title of the page once more.
        let title = squeezed(&composition.head.title);
        assert_eq!(read.body, format!("{title}{}", wanted(&composition).body), "{text:?}");
    }
}
