//! What can be missing.

use crate::pack::FactId;
use crate::set::Id;

/// Something that is missing: a fact, or a field of the item at hand.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Missing {
    /// A fact of the case.
    Fact(FactId),
    /// A field of the item at hand, by its place.
    Field(u16),
}

/// The places of fields come after those of facts; a measure has fewer facts than that (`Pack::validate`).
pub(crate) const FIELDS: u16 = 0x8000;

impl Id for Missing {
    fn of(place: u16) -> Self {
        place.checked_sub(FIELDS).map_or(Self::Fact(FactId(place)), Self::Field)
    }

    fn place(self) -> u16 {
        match self {
            Self::Fact(FactId(place)) => place,
            Self::Field(place) => place | FIELDS,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::set::Set;

    #[test]
    fn facts_come_before_the_fields_of_the_item() {
        let (first, last) = (Missing::Fact(FactId(0)), Missing::Fact(FactId(FIELDS - 1)));
        let fields = [Missing::Field(0), Missing::Field(7)];
        let set: Set<Missing> = [fields[1], last, fields[0], first].into();
        assert_eq!(set.to_vec(), [first, last, fields[0], fields[1]]);
    }
}
