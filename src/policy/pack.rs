//! Which rules hold when, and what is looked up by name: the part of the law that the first screen needs.

use crate::policy::assessment::Evidence;
use crate::policy::date::{Date, Window};
use crate::policy::timeline::{Span, Timeline};

/// What the first screen needs of the law.
#[derive(PartialEq, Eq, Debug)]
pub struct Heads {
    /// The newest day on which a rule was checked.
    pub version: &'static str,
    /// The place whose law it is.
    pub place: PlaceHead,
    /// The name of the file with the notices clause by clause; empty where the place has none on record.
    pub guide_file: &'static str,
    /// The measures, in the order of the place's file.
    pub measures: &'static [MeasureHead],
    /// Those that are tasks of the home screen, in its order.
    pub home: &'static [&'static str],
    /// The regions whose standards are built in.
    pub regions: &'static [Region],
    /// The industries of the size table, then those outside it.
    pub industries: &'static [Industry],
}

/// A place, and what is called differently in every place.
#[derive(PartialEq, Eq, Debug)]
pub struct PlaceHead {
    /// Its id: `hebei`.
    pub id: &'static str,
    /// Its name: 河北省.
    pub name: &'static str,
    /// Its name within a sentence: 河北.
    pub short: &'static str,
    /// Where applications are made online.
    pub platform: Option<PlatformHead>,
    /// The measures that are not recorded there: the name, and the sentence shown instead of an answer.
    pub not_recorded: &'static [(&'static str, &'static str)],
}

/// A site on which applications are made.
#[derive(PartialEq, Eq, Debug)]
pub struct PlatformHead {
    /// Its name.
    pub name: &'static str,
    /// Its name on a button.
    pub short: &'static str,
    /// Its address.
    pub address: &'static str,
}

/// A measure and its rules.
#[derive(PartialEq, Eq, Debug)]
pub struct MeasureHead {
    /// Its name in the API.
    pub id: &'static str,
    /// The place whose law it is.
    pub place: &'static str,
    /// Its name.
    pub title: &'static str,
    /// The same, short.
    pub short: &'static str,
    /// What it is, in a line.
    pub what: &'static str,
    /// Whose it is, by the ids of roles; none: it is nobody's to claim.
    pub roles: &'static [&'static str],
    /// The sentence for everyone else.
    pub others: &'static str,
    /// The roles to which it matters more than the other measures.
    pub leads: &'static [&'static str],
    /// What a role answers by itself: the role, the fact, the option.
    pub role_answers: &'static [(&'static str, &'static str, &'static str)],
    /// The facts that decide most, by their names in the API.
    pub short_path: &'static [&'static str],
    /// The user's task, and what it yields.
    pub task: Option<(&'static str, &'static str)>,
    /// The sentence about the last day; empty where it is the round's.
    pub deadline: &'static str,
    /// Whether it is applied for: it has conditions.
    pub is_claimed: bool,
    /// When new rules were last looked for.
    pub checked_on: Date,
    /// Whether it holds all the time: a day without a rule is one whose rule was not found.
    pub always: bool,
    /// The numbers of the documents of its rules, without repetition.
    pub documents: &'static [&'static str],
    /// Its rules.
    pub rules: Timeline<RuleHead>,
}

impl MeasureHead {
    /// A measure without rules. The build writes down every one that there is.
    pub const NONE: Self = Self {
        id: "",
        place: "",
        title: "",
        short: "",
        what: "",
        roles: &[],
        others: "",
        leads: &[],
        role_answers: &[],
        short_path: &[],
        task: None,
        deadline: "",
        is_claimed: false,
        checked_on: Date::MIN,
        always: false,
        documents: &[],
        rules: Timeline { before: Span::Unknown(""), from: &[] },
    };
}

/// A rule.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct RuleHead {
    /// Its id: `hebei-2024`.
    pub id: &'static str,
    /// Its name.
    pub title: &'static str,
    /// What people hope for, a rate or amounts: `最高60%`; empty where the file does not say it.
    pub hope: &'static str,
    /// The days on which one can apply, or on which it holds.
    pub window: Window,
    /// When its figures were last compared with their sources.
    pub checked_on: Date,
    /// How sure its figures are.
    pub evidence: Evidence,
}

/// A district or county.
#[derive(PartialEq, Eq, Debug)]
pub struct Region {
    /// Its name in the API.
    pub slug: &'static str,
    /// Its name.
    pub name: &'static str,
}

/// An industry.
#[derive(PartialEq, Eq, Debug)]
pub struct Industry {
    /// Its name in the API.
    pub id: &'static str,
    /// Its name.
    pub name: &'static str,
    /// What people call it.
    pub words: &'static [&'static str],
}
