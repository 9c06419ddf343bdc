//! The foci of a session, for going back and forward.

use crate::dossier::Item;

/// Where the focus has been and is.
#[derive(Clone, Debug, Default)]
pub struct Trail {
    past: Vec<Option<Item>>,
    current: Option<Item>,
    future: Vec<Option<Item>>,
}

/// More steps back are forgotten.
const LONGEST: usize = 200;

impl Trail {
    /// The item in focus.
    pub fn current(&self) -> Option<Item> {
        self.current
    }

    /// Moves the focus.
    pub fn go(&mut self, to: Option<Item>) {
        if to == self.current {
            return;
        }
        self.past.push(std::mem::replace(&mut self.current, to));
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
    use super::Trail;
    use crate::dossier::{Item, ItemKind};

    #[test]
    fn back_and_forward_retrace_the_way_and_a_new_step_ends_the_future() {
        let item = |place| Some(Item::new(ItemKind::Entity, place));
        let mut trail = Trail::default();
        assert!(!trail.back());
        for place in 0..3 {
            trail.go(item(place));
        }
        trail.go(item(2));
        assert!(trail.back() && trail.back());
        assert_eq!(trail.current(), item(0));
        assert!(trail.forward());
        assert_eq!(trail.current(), item(1));
        trail.go(item(9));
        assert!(!trail.can_go_forward());
        while trail.back() {}
        assert_eq!(trail.current(), None);
    }
}
