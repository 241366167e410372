//! Lists made of what is there.
//!
//! `collect` makes room by what an iterator says it may hold, some 200 bytes of wasm wherever that is not exact. Ours are
//! a handful of rows: one after the other is quick enough, and the page must open on a slow line.

/// Makes a list of a few items.
pub trait CollectSmall: Iterator + Sized {
    /// All items, in their order.
    fn collect_small(self) -> Vec<Self::Item> {
        let mut list = Vec::new();
        for item in self {
            list.push(item);
        }
        list
    }
}

impl<I: Iterator> CollectSmall for I {}

/// Those that are marked.
pub fn select_true<T: Copy>(rows: &[(bool, T)]) -> Vec<T> {
    let mut list = Vec::new();
    for (is_marked, item) in rows {
        if *is_marked {
            list.push(*item);
        }
    }
    list
}
