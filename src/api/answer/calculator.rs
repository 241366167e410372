//! The measures by their names in the API.

use crate::heads::heads;
use crate::policy::pack::MeasureHead;
use wengang_engine::Pack;
use wengang_engine::pack::Measure;

/// A measure of a place that is computed.
///
/// INVARIANT: one of the law's files, by the name that it has in the API.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct Calculator {
    /// The place's id; `None`: the one that is built in, whose name need not be read for that.
    place: Option<&'static str>,
    id: &'static str,
}

/// Those of which the page does more than what their files say: they hand answers to each other.
impl Calculator {
    /// 稳岗返还.
    pub const REFUND: Self = Self::built_in("refund");
    /// 技能提升补贴.
    pub const SKILL_SUBSIDY: Self = Self::built_in("skill-subsidy");
    /// 失业保险费.
    pub const PREMIUM: Self = Self::built_in("premium");
    /// 失业保险金.
    pub const UNEMPLOYMENT_BENEFIT: Self = Self::built_in("unemployment-benefit");
    /// 企业划型.
    pub const SIZE_CLASS: Self = Self::built_in("size-class");
}

impl Calculator {
    const fn built_in(id: &'static str) -> Self {
        Self { place: None, id }
    }

    /// The measure of a place's law.
    #[must_use]
    pub fn of(place: Option<&'static Pack>, measure: &'static Measure) -> Self {
        Self { place: place.map(|pack| pack.place.id.as_str()), id: &measure.id }
    }

    /// The place's id; `None`: the one that is built in.
    #[must_use]
    pub const fn place(self) -> Option<&'static str> {
        self.place
    }

    /// Every measure built in, in the order of the place's file.
    pub fn all() -> impl Iterator<Item = Self> + Clone {
        heads().measures.iter().map(|measure| Self::built_in(measure.id))
    }

    /// Those that are a task of their own on the home screen, in its order.
    pub fn tasks() -> impl Iterator<Item = Self> {
        heads().home.iter().copied().map(Self::built_in)
    }

    /// The measure that matters most to a role.
    #[must_use]
    pub fn led_by(role: &str) -> Option<Self> {
        Self::all().find(|calculator| calculator.head().leads.contains(&role))
    }

    /// Its name in the API.
    #[must_use]
    pub const fn code(self) -> &'static str {
        self.id
    }

    /// The measure built in that has that name in the API.
    #[must_use]
    pub fn of_code(code: &str) -> Option<Self> {
        Self::all().find(|calculator| calculator.id == code)
    }

    /// The head of its measure, where it is built in.
    #[must_use]
    pub fn head(self) -> &'static MeasureHead {
        heads().measures.iter().find(|measure| measure.id == self.id).unwrap_or(&MeasureHead::NONE)
    }

    /// Whether it comes in rounds, each with a last day; else it holds all the time.
    #[must_use]
    pub fn has_rounds(self) -> bool {
        !self.head().always
    }
}

#[cfg(feature = "json")]
impl serde::Serialize for Calculator {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.id)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn those_that_code_names_are_in_the_law() {
        for calculator in [
            Calculator::REFUND,
            Calculator::SKILL_SUBSIDY,
            Calculator::PREMIUM,
            Calculator::UNEMPLOYMENT_BENEFIT,
            Calculator::SIZE_CLASS,
        ] {
            assert_eq!(Calculator::of_code(calculator.code()), Some(calculator));
        }
        assert!(Calculator::tasks().all(|task| Calculator::of_code(task.code()) == Some(task)));
        assert_eq!(Calculator::of_code("refunds"), None);
    }
}
