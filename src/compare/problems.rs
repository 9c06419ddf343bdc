//! Where the program finds otherwise than the dossier's author.

use super::{disagrees, finding};
use crate::dossier::{Code, Dossier, Index, Problem};

/// A problem for each topic whose stated finding is not what the program computes.
pub fn problems(dossier: &Dossier, index: &Index) -> Vec<Problem> {
    let differing = dossier.topics.iter().filter_map(|topic| {
        let computed = finding(dossier, index, topic);
        let stated = topic.finding.kind;
        disagrees(stated, &computed).then(|| {
            let message = format!(
                "the finding is “{}”, the program finds “{}”: {}",
                stated.name(),
                computed.name(),
                computed.reason()
            );
            Problem::of_item(Code::FindingDisagrees, topic.id.as_str(), message)
        })
    });
    differing.collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dossier::Catalogue;
    use crate::dossier::parse::parse;

    const BUNDLED: &str = include_str!("../../dossiers/china-central-asia-secretariat.dossier.ron");

    fn found(text: &str) -> Vec<String> {
        let dossier = parse(text).unwrap();
        let index = Index::build(&dossier, Catalogue::of(&dossier));
        problems(&dossier, &index).iter().map(ToString::to_string).collect()
    }

    #[test]
    fn a_finding_that_the_words_contradict_is_told() {
        assert_eq!(found(BUNDLED), [""; 0]);
        let stated = "kind: Agree,\n                reason: \"Both resolve to 30 March 2024";
        assert!(BUNDLED.contains(stated));
        let wrong = BUNDLED.replace(stated, &stated.replace("Agree", "Differ"));
        let told = found(&wrong);
        assert_eq!(told.len(), 1, "{told:?}");
        assert!(told[0].starts_with("warning: when-launched: the finding is “differ”"), "{told:?}");
    }
}
