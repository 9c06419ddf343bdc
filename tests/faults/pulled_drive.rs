//! A drive that is taken away in the middle of a session: nothing is written into its empty mount point.

use std::path::Path;
use std::process::{Command, ExitCode};

use dossier::annotations::{Annotations, Change, Edit, History};
use dossier::store::{AnnotationsFile, Keeper, Origin};

use super::Outcome;

const NAME: &str = "pulled drive";

pub fn run() -> Outcome {
    let script = "mkdir \"$1/drive\" && mount -t tmpfs -o size=1m none \"$1/drive\"";
    Outcome::mounted(NAME, script, "pull", "no drive can be mounted here")
}

/// Works on a drive in a folder, and takes it away.
pub fn pull(folder: &Path) -> ExitCode {
    super::tell(pulled(folder))
}

fn pulled(folder: &Path) -> Result<String, String> {
    let wrong = |error: &dyn std::fmt::Display| error.to_string();
    let drive = folder.join("drive");
    let origin = Origin::File(drive.join("x.dossier.ron"));
    let file = AnnotationsFile::within(&origin, Some(folder.join("data")));
    let mut kept = Keeper::open(file, "A dossier").map_err(|error| wrong(&error))?;
    let (mut work, mut history) = (Annotations::default(), History::default());
    let mut sign = |name: &str, number: u64, keeper: &mut Keeper| -> Result<(), String> {
        let change = Change::Edit(Edit::Sign { analyst: name.to_owned() });
        history.carry_out(change.clone(), &mut work);
        keeper.note(number, &[change]).map_err(|error| format!("{name} journaled: {error}"))?;
        keeper.write(number + 1, &work, &history).map_err(|error| format!("{name}: {error}"))?;
        Ok(())
    };
    sign("on the drive", 1, &mut kept.keeper)?;
    if kept.keeper.place() != Some(drive.join("x.annotations.ron").as_path()) {
        return Err("the work is not kept on the drive".to_owned());
    }
    let unmounted = Command::new("umount").arg("-l").arg(&drive).status();
    if !unmounted.is_ok_and(|status| status.success()) {
        return Err("the drive can't be taken away".to_owned());
    }
    sign("after it was pulled", 3, &mut kept.keeper)?;
    let left = std::fs::read_dir(&drive).map_err(|error| wrong(&error))?.count();
    if left > 0 {
        return Err(format!("{left} files were written into the empty mount point"));
    }
    let place = kept.keeper.place().map(Path::to_owned).unwrap_or_default();
    let there = AnnotationsFile::look_at(&place)?;
    if there.analyst != "after it was pulled" || !place.starts_with(folder.join("data")) {
        return Err(format!("the work is not in the user's folder but in {}", place.display()));
    }
    Ok("nothing was written into the empty mount point, and the work went to the user's folder"
        .to_owned())
}
