//! The commands: one table feeds the menu, the palette, the shortcuts and the README's keys.

use egui::{Key, KeyboardShortcut, Modifiers};

use super::theme::Icon;

macro_rules! commands {
    ($($name:ident, $label:literal, $icon:expr, $shortcut:expr;)*) => {
        /// Something that a key, the menu or the palette can do.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum Command { $(#[doc = $label] $name,)* }

        impl Command {
            /// All commands, in the order in which they are offered.
            pub const ALL: &[Self] = &[$(Self::$name),*];

            /// What it does, as offered.
            pub fn label(self) -> &'static str {
                match self { $(Self::$name => $label,)* }
            }

            /// Its icon, where it has one.
            pub fn icon(self) -> Option<Icon> {
                match self { $(Self::$name => $icon,)* }
            }

            /// Its keys, where it has any.
            pub fn shortcut(self) -> Option<KeyboardShortcut> {
                match self { $(Self::$name => $shortcut,)* }
            }
        }
    };
}

/// Wrapped, because the table has a column of optional shortcuts.
#[expect(clippy::unnecessary_wraps, reason = "a cell of the table")]
const fn ctrl(key: Key) -> Option<KeyboardShortcut> {
    Some(KeyboardShortcut::new(Modifiers::COMMAND, key))
}

#[expect(clippy::unnecessary_wraps, reason = "a cell of the table")]
const fn ctrl_shift(key: Key) -> Option<KeyboardShortcut> {
    Some(KeyboardShortcut::new(Modifiers::COMMAND.plus(Modifiers::SHIFT), key))
}

#[expect(clippy::unnecessary_wraps, reason = "a cell of the table")]
const fn alt_shift(key: Key) -> Option<KeyboardShortcut> {
    Some(KeyboardShortcut::new(Modifiers::ALT.plus(Modifiers::SHIFT), key))
}

#[expect(clippy::unnecessary_wraps, reason = "a cell of the table")]
const fn alt(key: Key) -> Option<KeyboardShortcut> {
    Some(KeyboardShortcut::new(Modifiers::ALT, key))
}

commands! {
    Open, "Open dossier…", Some(Icon::Open), ctrl(Key::O);
    OpenBundled, "Open the bundled dossier", None, None;
    ExportBrief, "Export brief…", Some(Icon::Export), ctrl(Key::E);
    NewBrief, "New brief…", Some(Icon::Add), ctrl(Key::N);
    AddText, "Add text to the brief", Some(Icon::Edit), ctrl(Key::J);
    AddSection, "Add a section to the brief", Some(Icon::Add), ctrl_shift(Key::J);
    MoveUp, "Move up in the brief", None, alt_shift(Key::ArrowUp);
    MoveDown, "Move down in the brief", None, alt_shift(Key::ArrowDown);
    RemoveFromBrief, "Remove from the brief", Some(Icon::Delete), Some(KeyboardShortcut::new(Modifiers::NONE, Key::Delete));
    Versions, "Exported versions of the brief…", None, None;
    CopyBriefRich, "Copy the brief as rich text", None, None;
    CopyBrief, "Copy the brief as Markdown", None, None;
    Templates, "Open the folder of templates", None, None;
    Find, "Find in the dossier", Some(Icon::Search), ctrl(Key::F);
    Palette, "Go to item or command…", None, ctrl(Key::K);
    Summary, "Summary of the dossier", Some(Icon::Quotation), ctrl(Key::U);
    ShowDesk, "Show the Desk", Some(Icon::Desk), ctrl(Key::Num1);
    ShowCompare, "Compare the sources", Some(Icon::Compare), ctrl(Key::Num2);
    ShowTimeline, "Show the timeline", Some(Icon::Timeline), ctrl(Key::Num3);
    ShowRelations, "Show the relations", Some(Icon::Relations), ctrl(Key::Num4);
    ShowSources, "Show the sources", Some(Icon::Sources), ctrl(Key::Num5);
    ShowAnnotations, "Show all annotations", Some(Icon::Annotations), ctrl(Key::Num6);
    ShowBrief, "Compose the brief", Some(Icon::Brief), ctrl(Key::Num7);
    ShowChecks, "Show the checks", Some(Icon::Checks), ctrl(Key::Num8);
    ReadInSource, "Read the focus in its source", Some(Icon::Sources), ctrl(Key::R);
    AttachText, "Attach the text of the source…", Some(Icon::Attach), ctrl(Key::T);
    CheckTexts, "Check the texts again", Some(Icon::Checks), Some(KeyboardShortcut::new(Modifiers::NONE, Key::F5));
    Back, "Back", Some(Icon::Back), alt(Key::ArrowLeft);
    Forward, "Forward", Some(Icon::Forward), alt(Key::ArrowRight);
    Next, "Next in the column", None, alt(Key::ArrowDown);
    Previous, "Previous in the column", None, alt(Key::ArrowUp);
    Details, "Show or hide details", Some(Icon::Details), ctrl(Key::I);
    ClearFocus, "Clear focus and filters", Some(Icon::Close), ctrl(Key::Backspace);
    Annotate, "Annotate the focus", Some(Icon::Annotate), ctrl(Key::M);
    Pin, "Pin the focus to the brief, or unpin it", Some(Icon::Pin), ctrl(Key::D);
    Figures, "Show the figures as a table", None, ctrl(Key::G);
    CopyFigures, "Copy the figures as a table", None, None;
    Copies, "Earlier copies of your work…", None, None;
    SaveElsewhere, "Save a copy of your work elsewhere…", None, None;
    Undo, "Undo", Some(Icon::Undo), ctrl(Key::Z);
    Redo, "Redo", Some(Icon::Redo), ctrl_shift(Key::Z);
    Name, "Your name…", None, None;
    ShowLog, "Open the program’s log", None, None;
    ThemeLight, "Light theme", Some(Icon::Light), None;
    ThemeDark, "Dark theme", Some(Icon::Dark), None;
    ThemeSystem, "Theme of the system", Some(Icon::System), None;
    Bigger, "Zoom in", Some(Icon::Bigger), ctrl(Key::Plus);
    Smaller, "Zoom out", Some(Icon::Smaller), ctrl(Key::Minus);
    NormalSize, "Zoom to 100 %", None, ctrl(Key::Num0);
    Quit, "Quit", None, ctrl(Key::Q);
}

impl Command {
    /// The commands whose keys were pressed in this frame, taken out of the input.
    pub fn pressed(ctx: &egui::Context) -> Vec<Self> {
        let typing = ctx.text_edit_focused();
        let mut by_modifiers: Vec<Self> = Self::ALL.to_vec();
        // Shift is ignored when keys are matched, so that the longer shortcut goes first.
        by_modifiers.sort_by_key(|c| c.shortcut().is_none_or(|keys| !keys.modifiers.shift));
        ctx.input_mut(|input| {
            by_modifiers.retain(|command| {
                !(typing && command.belongs_to_text_fields())
                    && command.keys().any(|keys| input.consume_shortcut(&keys))
            });
        });
        by_modifiers
    }

    /// Text fields have their own undo, and delete words.
    fn belongs_to_text_fields(self) -> bool {
        matches!(self, Self::Undo | Self::Redo | Self::ClearFocus | Self::RemoveFromBrief)
    }

    /// Its keys, and those that people try for it.
    fn keys(self) -> impl Iterator<Item = KeyboardShortcut> {
        let other = match self {
            Self::Bigger => ctrl(Key::Equals),
            Self::Redo => ctrl(Key::Y),
            _ => None,
        };
        self.shortcut().into_iter().chain(other)
    }

    /// Its keys in words: `Ctrl+O`.
    pub fn keys_in_words(self) -> Option<String> {
        self.shortcut().map(|keys| {
            let modifiers = keys.modifiers;
            let mut words = Vec::new();
            for (held, name) in
                [(modifiers.command, "Ctrl"), (modifiers.alt, "Alt"), (modifiers.shift, "Shift")]
            {
                if held {
                    words.push(name);
                }
            }
            words.push(match keys.logical_key {
                Key::ArrowLeft => "←",
                Key::ArrowRight => "→",
                Key::ArrowUp => "↑",
                Key::ArrowDown => "↓",
                key => key.symbol_or_name(),
            });
            words.join("+")
        })
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashMap;

    use super::Command;

    #[test]
    fn no_two_commands_share_a_key() {
        let mut taken = HashMap::new();
        for command in Command::ALL {
            for keys in command.keys() {
                let before = taken.insert(format!("{keys:?}"), *command);
                assert_eq!(before, None, "{command:?}");
            }
        }
    }

    #[test]
    fn the_readme_lists_the_keys_of_the_table() {
        let readme = include_str!("../../README.md");
        for command in Command::ALL {
            if let Some(keys) = command.keys_in_words() {
                let row = format!("| {keys} | {} |", command.label());
                assert!(readme.contains(&row), "the README lacks: {row}");
            }
        }
    }
}
