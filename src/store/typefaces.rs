//! The typefaces inside the program, and those of the system for the scripts that they lack.

use resvg::usvg::fontdb::Database;

/// Inter, regular.
pub const INTER: &[u8] = include_bytes!("../../assets/fonts/Inter-Regular.ttf");
/// Inter, medium.
pub const INTER_MEDIUM: &[u8] = include_bytes!("../../assets/fonts/Inter-Medium.ttf");
/// Inter, semi-bold.
pub const INTER_SEMI_BOLD: &[u8] = include_bytes!("../../assets/fonts/Inter-SemiBold.ttf");
/// Inter, bold.
pub const INTER_BOLD: &[u8] = include_bytes!("../../assets/fonts/Inter-Bold.ttf");
/// Libertinus Serif, regular.
pub const LIBERTINUS: &[u8] = include_bytes!("../../assets/fonts/LibertinusSerif-Regular.ttf");
/// Libertinus Serif, italic.
pub const LIBERTINUS_ITALIC: &[u8] =
    include_bytes!("../../assets/fonts/LibertinusSerif-Italic.ttf");
/// Libertinus Serif, semi-bold.
pub const LIBERTINUS_SEMI_BOLD: &[u8] =
    include_bytes!("../../assets/fonts/LibertinusSerif-SemiBold.ttf");

/// Inter and the typefaces of the system.
pub fn database() -> Database {
    let mut fonts = Database::new();
    fonts.load_system_fonts();
    for face in [INTER, INTER_SEMI_BOLD] {
        fonts.load_font_data(face.to_vec());
    }
    fonts
}
