//! What is evaluated at most once, and not while it is being evaluated.

use std::cell::RefCell;

/// A value that is found the first time it is asked for.
#[derive(Debug)]
pub(super) struct Once<T>(RefCell<Found<T>>);

#[derive(Debug)]
enum Found<T> {
    NotYet,
    UnderWay,
    Done(T),
}

impl<T> Default for Once<T> {
    fn default() -> Self {
        Self(RefCell::new(Found::NotYet))
    }
}

impl<T: Clone> Once<T> {
    /// The value; `None` where finding it asks for itself.
    pub fn get(&self, find: impl FnOnce() -> T) -> Option<T> {
        match &*self.0.borrow() {
            Found::Done(value) => return Some(value.clone()),
            Found::UnderWay => return None,
            Found::NotYet => {}
        }
        self.0.replace(Found::UnderWay);
        let value = find();
        self.0.replace(Found::Done(value.clone()));
        Some(value)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_is_found_once_and_not_by_way_of_itself() {
        let (once, asked) = (Once::default(), RefCell::new(0));
        let find = || {
            *asked.borrow_mut() += 1;
            assert_eq!(once.get(|| 2), None);
            1
        };
        assert_eq!((once.get(find), once.get(|| 3)), (Some(1), Some(1)));
        assert_eq!(*asked.borrow(), 1);
    }
}
