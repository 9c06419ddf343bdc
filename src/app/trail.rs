//! The foci of a session, for going back and forward.

use super::state::Screen;
use crate::dossier::Item;

/// Where the focus has been and is, each with the screen on which it was looked at.
#[derive(Clone, Debug, Default)]
pub struct Trail {
    past: Vec<Stop>,
    current: Stop,
    future: Vec<Stop>,
}

/// A focus, or none, on a screen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Stop {
    item: Option<Item>,
    screen: Screen,
}

/// More steps back are forgotten.
const LONGEST: usize = 200;

impl Trail {
    /// The item in focus.
    pub fn current(&self) -> Option<Item> {
        self.current.item
    }

    /// The screen on which it was looked at last.
    pub fn screen(&self) -> Screen {
        self.current.screen
    }

    /// The focus is now looked at on this screen.
    pub fn look_on(&mut self, screen: Screen) {
        self.current.screen = screen;
    }

    /// Moves the focus.
    pub fn go(&mut self, to: Option<Item>, screen: Screen) {
        if to == self.current.item {
            self.current.screen = screen;
            return;
        }
        self.past.push(std::mem::replace(&mut self.current, Stop { item: to, screen }));
        if self.past.len() > LONGEST {
            self.past.remove(0);
        }
        self.future.clear();
    }

    /// Goes back; false where there is no way back.
    pub fn back(&mut self) -> bool {
        let Some(to) = self.past.pop() else { return false };
        self.future.push(std::mem::replace(&mut self.current, to));
        true
    }

    /// Goes forward; false where there is no way forward.
    pub fn forward(&mut self) -> bool {
        let Some(to) = self.future.pop() else { return false };
        self.past.push(std::mem::replace(&mut self.current, to));
        true
    }

    /// Whether there is a way back.
    pub fn can_go_back(&self) -> bool {
        !self.past.is_empty()
    }

    /// Whether there is a way forward.
    pub fn can_go_forward(&self) -> bool {
        !self.future.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::{Screen, Trail};
    use crate::dossier::{Item, ItemKind};

    #[test]
    fn back_and_forward_retrace_the_way_and_a_new_step_ends_the_future() {
        let item = |place| Some(Item::new(ItemKind::Entity, place));
        let mut trail = Trail::default();
        assert!(!trail.back());
        for place in 0..3 {
            trail.go(item(place), Screen::Desk);
        }
        trail.go(item(2), Screen::Sources);
        assert_eq!(trail.screen(), Screen::Sources);
        assert!(trail.back() && trail.back());
        assert_eq!((trail.current(), trail.screen()), (item(0), Screen::Desk));
        assert!(trail.forward());
        assert_eq!(trail.current(), item(1));
        trail.go(item(9), Screen::Desk);
        assert!(!trail.can_go_forward());
        while trail.back() {}
        assert_eq!(trail.current(), None);
    }
}
