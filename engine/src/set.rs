//! Small sets and maps of places: a handful of facts or sources each.
//!
//! The library's trees would be compiled once for each type and took 6 KB of the package (docs/adr/0018).

use std::marker::PhantomData;
use std::rc::Rc;

use crate::pack::SourceId;

/// A place in a list of the pack.
pub(crate) trait Id: Copy {
    fn of(place: u16) -> Self;
    fn place(self) -> u16;
}

impl Id for SourceId {
    fn of(place: u16) -> Self {
        Self(place)
    }

    fn place(self) -> u16 {
        self.0
    }
}

/// A set of places, in their order. A copy shares them: most of what is evaluated draws on what was found before.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct Set<T> {
    /// INVARIANT: rising, each once; `None` for the empty set.
    places: Option<Rc<Vec<u16>>>,
    of: PhantomData<T>,
}

impl<T> Set<T> {
    pub const fn new() -> Self {
        Self { places: None, of: PhantomData }
    }

    pub const fn is_empty(&self) -> bool {
        self.places.is_none()
    }

    fn places(&self) -> &[u16] {
        self.places.as_ref().map_or(&[], |places| places.as_slice())
    }
}

impl<T> Default for Set<T> {
    fn default() -> Self {
        Self::new()
    }
}

impl<T: Id> Set<T> {
    pub fn insert(&mut self, id: T) {
        insert(&mut self.places, id.place());
    }

    pub fn contains(&self, id: &T) -> bool {
        self.places().binary_search(&id.place()).is_ok()
    }

    /// Its members in order.
    pub fn iter(&self) -> impl Iterator<Item = T> + '_ {
        self.places().iter().map(|place| T::of(*place))
    }

    /// Adds the members of another set.
    pub fn add(&mut self, other: &Self) {
        add(&mut self.places, other.places.as_ref());
    }

    pub fn to_vec(&self) -> Vec<T> {
        let mut list = Vec::new();
        for place in self.places() {
            list.push(T::of(*place));
        }
        list
    }
}

impl<T: Id, const N: usize> From<[T; N]> for Set<T> {
    fn from(ids: [T; N]) -> Self {
        ids.into_iter().collect()
    }
}

impl<T: Id> FromIterator<T> for Set<T> {
    fn from_iter<I: IntoIterator<Item = T>>(ids: I) -> Self {
        let mut set = Self::new();
        set.extend(ids);
        set
    }
}

impl<T: Id> Extend<T> for Set<T> {
    fn extend<I: IntoIterator<Item = T>>(&mut self, ids: I) {
        for id in ids {
            self.insert(id);
        }
    }
}

fn insert(places: &mut Option<Rc<Vec<u16>>>, place: u16) {
    let places = places.get_or_insert_default();
    if let Err(at) = places.binary_search(&place) {
        Rc::make_mut(places).insert(at, place);
    }
}

fn add(places: &mut Option<Rc<Vec<u16>>>, others: Option<&Rc<Vec<u16>>>) {
    match (places.as_ref(), others) {
        (_, None) => {}
        (None, Some(others)) => *places = Some(Rc::clone(others)),
        (Some(own), Some(others)) if Rc::ptr_eq(own, others) => {}
        (Some(_), Some(others)) => others.iter().for_each(|other| insert(places, *other)),
    }
}

/// A map from a few keys.
#[derive(Clone, Debug)]
pub(crate) struct Map<K, V>(Vec<(K, V)>);

impl<K: PartialEq, V> Map<K, V> {
    pub const fn new() -> Self {
        Self(Vec::new())
    }

    pub fn get(&self, key: &K) -> Option<&V> {
        self.0.iter().find(|(known, _)| known == key).map(|(_, value)| value)
    }

    pub fn insert(&mut self, key: K, value: V) {
        match self.0.iter_mut().find(|(known, _)| *known == key) {
            Some((_, old)) => *old = value,
            None => self.0.push((key, value)),
        }
    }
}

impl<K, V> Default for Map<K, V> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_set_holds_each_member_once_and_in_order() {
        let mut set: Set<SourceId> = [3, 1, 2, 3, 1].map(SourceId).into();
        assert_eq!(set.to_vec(), [1, 2, 3].map(SourceId));
        set.add(&[0, 2, 9].map(SourceId).into());
        assert_eq!(set.to_vec(), [0, 1, 2, 3, 9].map(SourceId));
        assert!(set.contains(&SourceId(9)) && !set.contains(&SourceId(8)) && !set.is_empty());
        assert_eq!(set, (0..4).chain([9]).map(SourceId).collect());
    }

    #[test]
    fn a_map_keeps_the_last_value_of_a_key() {
        let mut map = Map::new();
        map.insert(1, "one");
        map.insert(2, "two");
        map.insert(1, "uno");
        assert_eq!((map.get(&1), map.get(&2), map.get(&3)), (Some(&"uno"), Some(&"two"), None));
    }
}
