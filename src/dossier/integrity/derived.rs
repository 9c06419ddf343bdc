//! Derived metrics: each formula reads, computes and gives the unit it says.

use super::{At, Findings};
use crate::dossier::derivation::{self, DerivationError};
use crate::dossier::problem::Code;
use crate::dossier::{Catalogue, Dossier};

pub(super) fn check(dossier: &Dossier, catalogue: &Catalogue, findings: &mut Findings) {
    for (place, outcome) in derivation::compute_all(dossier, catalogue) {
        if let Err(error) = outcome {
            let code = match error {
                DerivationError::Unit { .. } => Code::UnitMismatch,
                _ => Code::Formula,
            };
            let at = At::item("metrics", place);
            let figure = at.field("figure");
            findings.report(&figure.field("formula"), code, error.to_string());
        }
    }
}
