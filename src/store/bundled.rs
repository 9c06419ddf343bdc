//! The dossier inside the program, so that a lone copied binary has something to show.

/// The name that the file has in the repository.
pub const FILE_NAME: &str = "china-central-asia-secretariat.dossier.ron";

/// Its text.
pub const DOSSIER: &str = include_str!("../../dossiers/china-central-asia-secretariat.dossier.ron");

/// The pictures it names, by the paths it names them with.
const PICTURES: [(&str, &[u8]); 6] = [
    ("images/flags/cn.png", include_bytes!("../../dossiers/images/flags/cn.png")),
    ("images/flags/kg.png", include_bytes!("../../dossiers/images/flags/kg.png")),
    ("images/flags/kz.png", include_bytes!("../../dossiers/images/flags/kz.png")),
    ("images/flags/tj.png", include_bytes!("../../dossiers/images/flags/tj.png")),
    ("images/flags/tm.png", include_bytes!("../../dossiers/images/flags/tm.png")),
    ("images/flags/uz.png", include_bytes!("../../dossiers/images/flags/uz.png")),
];

/// A picture of the bundled dossier.
pub fn picture(path: &str) -> Option<&'static [u8]> {
    PICTURES.iter().find(|(name, _)| *name == path).map(|(_, bytes)| *bytes)
}
