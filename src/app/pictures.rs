//! Pictures on their way to the screen, within a budget of memory.

use std::collections::HashMap;

use egui::{ColorImage, Context, TextureHandle, TextureOptions};

use crate::store::Picture;

/// The memory that textures may take, in bytes.
const BUDGET: usize = 64 * 1024 * 1024;

/// Pictures by path.
#[derive(Default)]
pub struct Pictures {
    known: HashMap<String, State>,
    bytes: usize,
}

enum State {
    OnItsWay,
    Ready(TextureHandle),
    CanNotBeShown,
}

impl Pictures {
    /// The texture of a picture, once it is there.
    pub fn get(&self, path: &str) -> Option<&TextureHandle> {
        match self.known.get(path) {
            Some(State::Ready(texture)) => Some(texture),
            _ => None,
        }
    }

    /// Whether nobody has asked for the picture yet.
    pub fn is_new(&self, path: &str) -> bool {
        !self.known.contains_key(path)
    }

    /// Notes that a picture has been asked for.
    pub fn expect(&mut self, path: &str) {
        self.known.insert(path.to_owned(), State::OnItsWay);
    }

    /// Takes a decoded picture in. When the budget is spent, all are let go: those in view are
    /// asked for again.
    pub fn arrive(&mut self, ctx: &Context, path: String, picture: Option<&Picture>) {
        let Some(picture) = picture else {
            self.known.insert(path, State::CanNotBeShown);
            return;
        };
        let bytes = picture.rgba.len();
        if self.bytes + bytes > BUDGET {
            self.clear();
        }
        let size = [picture.width, picture.height];
        let image = ColorImage::from_rgba_unmultiplied(size, &picture.rgba);
        let texture = ctx.load_texture(&path, image, TextureOptions::LINEAR);
        self.bytes += bytes;
        self.known.insert(path, State::Ready(texture));
    }

    /// Lets all pictures go.
    pub fn clear(&mut self) {
        self.known.retain(|_, state| matches!(state, State::CanNotBeShown));
        self.bytes = 0;
    }

    /// Forgets everything, for another dossier.
    pub fn forget(&mut self) {
        *self = Self::default();
    }
}
