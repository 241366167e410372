//! The calculator's own figures, by their names in the API.

use crate::api::answer::Assessment;
use crate::policy::case::SizeClass;
use crate::policy::date::Date;
use crate::policy::money::Money;

answer_types! {
    /// A figure.
    #[cfg_attr(feature = "json", serde(untagged))]
    pub enum Figure {
        /// A decimal: `0.60`.
        Decimal(String),
        /// A whole number.
        Whole(#[cfg_attr(feature = "types", ts(type = "number"))] u64),
        /// A word of the API.
        Word(String),
        /// A share, exact and printed.
        Share(Share),
        /// Lower bounds, and whether each is reached.
        Bounds(Vec<BoundRow>),
    }

    /// A share, exact and printed.
    #[cfg_attr(feature = "types", ts(rename = "ShareText"))]
    pub struct Share {
        /// The upper term.
        #[cfg_attr(feature = "types", ts(type = "number"))]
        pub numerator: u64,
        /// The lower term.
        #[cfg_attr(feature = "types", ts(type = "number"))]
        pub denominator: u64,
        /// In per cent, with enough decimals to show on which side of the limit it is.
        pub percent: String,
    }

    /// An item of the plan.
    #[cfg_attr(feature = "json", serde(rename_all = "camelCase"))]
    pub struct PlanRow {
        /// The item's id.
        pub id: String,
        /// What it brings, 元.
        #[cfg_attr(feature = "types", ts(type = "Money"))]
        pub amount: Money,
        /// The last day to apply for it, in this order.
        #[cfg_attr(feature = "types", ts(type = "DateText"))]
        pub apply_by: Date,
    }

    /// An item that is left over.
    pub struct SkippedRow {
        /// The item's id.
        pub id: String,
        /// Why, as an id of the law's file: `yearly-limit`.
        pub because: String,
        /// The same for people to read; for the page, no part of the JSON.
        #[cfg_attr(feature = "json", serde(skip))]
        #[cfg_attr(feature = "types", ts(skip))]
        pub reason: String,
        /// From when it could be applied for, if next year's rule is as this year's.
        #[cfg_attr(feature = "json", serde(skip_serializing_if = "Option::is_none"))]
        #[cfg_attr(feature = "types", ts(optional, type = "DateText"))]
        pub from: Option<Date>,
        /// Until when.
        #[cfg_attr(feature = "json", serde(skip_serializing_if = "Option::is_none"))]
        #[cfg_attr(feature = "types", ts(optional, type = "DateText"))]
        pub until: Option<Date>,
    }

    /// A bound and whether it is reached.
    pub struct BoundRow {
        /// Whose bound it is: 小型; for the page, no part of the JSON.
        #[cfg_attr(feature = "json", serde(skip))]
        #[cfg_attr(feature = "types", ts(skip))]
        pub of: String,
        /// What is measured, in a word: 从业人员; for the page, no part of the JSON.
        #[cfg_attr(feature = "json", serde(skip))]
        #[cfg_attr(feature = "types", ts(skip))]
        pub measured: &'static str,
        /// The fact that is measured.
        pub indicator: &'static str,
        /// The least: persons as a number, 元 as a text.
        #[cfg_attr(feature = "types", ts(type = "number | Money"))]
        pub bound: Least,
        /// Whether it is reached; `null`: not known, and it does not matter.
        pub met: Option<bool>,
    }

    /// A lower bound.
    #[derive(Copy)]
    #[cfg_attr(feature = "json", serde(untagged))]
    pub enum Least {
        /// Persons.
        Persons(#[cfg_attr(feature = "types", ts(type = "number"))] u64),
        /// 元.
        Yuan(#[cfg_attr(feature = "types", ts(type = "Money"))] Money),
    }
}

/// The calculator's own figures, in the order of the law's file. What is not settled is left out.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Figures {
    /// Each figure with its name.
    pub figures: Vec<(String, Figure)>,
    /// The plan over the items, where there are any.
    pub plan: Option<Plan>,
}

/// What to apply for and what is left over.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Plan {
    /// What to apply for, in the order to apply.
    pub plan: Vec<PlanRow>,
    /// What the year has no room for.
    pub skipped: Vec<SkippedRow>,
}

impl Assessment {
    fn figure(&self, name: &str) -> Option<&Figure> {
        let figures = &self.result.as_ref()?.figures;
        figures.iter().find(|(known, _)| known == name).map(|(_, figure)| figure)
    }

    /// A decimal among the figures.
    #[must_use]
    pub fn decimal(&self, name: &str) -> Option<&str> {
        if let Figure::Decimal(decimal) = self.figure(name)? { Some(decimal) } else { None }
    }

    /// An amount among the figures, 元.
    #[must_use]
    pub fn money(&self, name: &str) -> Option<Money> {
        Money::parse_sum(self.decimal(name)?)
    }

    /// A whole number among the figures.
    #[must_use]
    pub fn whole(&self, name: &str) -> Option<u64> {
        if let Figure::Whole(number) = self.figure(name)? { Some(*number) } else { None }
    }

    /// A word of the API among the figures.
    #[must_use]
    pub fn word(&self, name: &str) -> Option<&str> {
        if let Figure::Word(word) = self.figure(name)? { Some(word) } else { None }
    }

    /// The lower bounds among the figures.
    #[must_use]
    pub fn bounds(&self) -> &[BoundRow] {
        let figures = self.result.as_ref().map_or(&[][..], |result| &result.figures);
        let bounds =
            figures.iter().find_map(|(_, figure)| if let Figure::Bounds(rows) = figure { Some(rows) } else { None });
        bounds.map_or(&[], Vec::as_slice)
    }

    /// The plan over the items.
    #[must_use]
    pub fn plan(&self) -> Option<&Plan> {
        self.result.as_ref()?.plan.as_ref()
    }

    /// An enterprise's size class, where it was found.
    #[must_use]
    pub fn size(&self) -> Option<SizeClass> {
        let word = self.word("size")?;
        SizeClass::ALL.iter().copied().find(|size| size.code() == word)
    }
}
