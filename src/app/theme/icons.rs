//! The icons in use, from the Lucide family.

use egui::RichText;

use super::font;

/// An icon by its purpose.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Icon {
    Add,
    Annotate,
    Annotations,
    Attach,
    Back,
    Bigger,
    Brief,
    Caution,
    Checks,
    Close,
    Compare,
    Dark,
    Delete,
    Desk,
    Details,
    Down,
    Drag,
    Edit,
    Export,
    Forward,
    Light,
    Menu,
    More,
    Next,
    Open,
    Order,
    Pin,
    Previous,
    Question,
    Quotation,
    Redo,
    Relations,
    Remark,
    Search,
    Smaller,
    Sources,
    System,
    TalkingPoint,
    Timeline,
    Undo,
    Unpin,
}

impl Icon {
    /// The icon as a character of the icon font.
    pub fn character(self) -> char {
        use lucide_icons::Icon as L;
        char::from(match self {
            Self::Add => L::Plus,
            Self::Annotate => L::MessageSquarePlus,
            Self::Annotations => L::StickyNote,
            Self::Attach => L::Paperclip,
            Self::Back => L::ArrowLeft,
            Self::Bigger => L::ZoomIn,
            Self::Brief => L::FileText,
            Self::Caution => L::TriangleAlert,
            Self::Checks => L::ListChecks,
            Self::Close => L::X,
            Self::Compare => L::Columns3,
            Self::Dark => L::Moon,
            Self::Delete => L::Trash2,
            Self::Desk => L::LayoutDashboard,
            Self::Details => L::PanelRightOpen,
            Self::Down => L::ChevronDown,
            Self::Drag => L::GripVertical,
            Self::Edit => L::Pencil,
            Self::Export => L::FileDown,
            Self::Forward => L::ArrowRight,
            Self::Light => L::Sun,
            Self::Menu => L::Menu,
            Self::More => L::Ellipsis,
            Self::Next => L::ChevronRight,
            Self::Open => L::FolderOpen,
            Self::Order => L::ArrowDownUp,
            Self::Pin => L::Pin,
            Self::Previous => L::ChevronLeft,
            Self::Question => L::CircleQuestionMark,
            Self::Quotation => L::Quote,
            Self::Redo => L::Redo2,
            Self::Relations => L::Waypoints,
            Self::Remark => L::MessageSquare,
            Self::Search => L::Search,
            Self::Smaller => L::ZoomOut,
            Self::Sources => L::BookOpenText,
            Self::System => L::Monitor,
            Self::TalkingPoint => L::Megaphone,
            Self::Timeline => L::ChartGantt,
            Self::Undo => L::Undo2,
            Self::Unpin => L::PinOff,
        })
    }

    /// The icon as text of a size in points.
    pub fn text(self, size: f32) -> RichText {
        RichText::new(self.character()).font(font::icon(size))
    }
}
