//! `[item]`: a list of which each element is judged by itself; `[plan]` or `[total]`: which of them are paid.

use wengang_engine::PlanOf;
use wengang_engine::pack::FactId;

use crate::check::{Checker, Meaning, Type};
use crate::measure::unknown;
use crate::toml_file::Section;

/// The sections of the items, each read once.
pub(super) struct Block<'a> {
    pub section: Section<'a>,
    pub conditions: Vec<Section<'a>>,
    pub paid: PaidBlock<'a>,
    /// The list, where it is one.
    pub list: Option<FactId>,
}

/// The section that says which items are paid.
pub(super) enum PaidBlock<'a> {
    /// `[plan]`: those of the best plan.
    Plan(Section<'a>),
    /// `[total]`: all of them.
    Each(Section<'a>),
}

impl<'a> PaidBlock<'a> {
    const fn section(&self) -> &Section<'a> {
        let (Self::Plan(section) | Self::Each(section)) = self;
        section
    }
}

/// Finds the sections, and declares what the item and those that are paid are called.
pub(super) fn block<'a>(root: &Section<'a>, facts: &[Section<'a>], checker: &mut Checker<'a>) -> Option<Block<'a>> {
    let section = root.optional_section("item");
    let paid = match (root.optional_section("plan"), root.optional_section("total")) {
        (Some(plan), Some(total)) => {
            total.missing("[plan] 和 [total] 都写了", "要选几项的写 [plan]，符合的都给的写 [total]：请去掉其中一节");
            total.pass_over(&KEYS_OF_TOTAL);
            Some(PaidBlock::Plan(plan))
        }
        (Some(plan), None) => Some(PaidBlock::Plan(plan)),
        (None, total) => total.map(PaidBlock::Each),
    };
    let (section, paid) = match (section, paid) {
        (None, None) => return None,
        (Some(section), None) => {
            let instead = "请补上 [plan]（几项里选哪些、先办哪一项）或者 [total]（符合的都给）";
            section.missing("有 [item]，没有 [plan] 或 [total]", instead);
            section.pass_over(&["of", "as", "amount", "dates", "day_off", "condition"]);
            return None;
        }
        (None, Some(paid)) => {
            paid.section().missing("没有 [item]", "请补上 [item]：一项一项怎么判断");
            paid.section().pass_over(&[KEYS_OF_PLAN.as_slice(), &KEYS_OF_TOTAL].concat());
            return None;
        }
        (Some(section), Some(paid)) => (section, paid),
    };
    let conditions = section.sections("condition");
    let (of, called) = (section.text("of"), section.text("as"));
    let found = of.as_ref().and_then(|of| checker.list_fact(&of.text));
    if let (Some(of), None) = (&of, found) {
        let lists = facts.iter().filter(|fact| fact.optional_text("type").is_some_and(|kind| kind.text == "list"));
        let lists: Vec<String> = lists.filter_map(|fact| fact.words("name")).collect();
        unknown(&section, of, lists.iter().map(String::as_str));
    }
    if let (Some((_, list)), Some(called)) = (found, &called) {
        checker.declare_item(&called.text, list);
        let of_plan = checker.declare_plan(list);
        for (key, of) in [("name", PlanOf::Eligible), ("possible", PlanOf::Possible)] {
            if let Some(name) = paid.section().text(key) {
                checker.declare(&name, Meaning::Plan(of), Type::List(of_plan));
            }
        }
    } else {
        // What is of the items has no meaning; that has been noted.
        checker.declare_faulty_item();
        for (key, of) in [("name", PlanOf::Eligible), ("possible", PlanOf::Possible)] {
            if let Some(name) = paid.section().optional_text(key) {
                checker.declare(&name, Meaning::Plan(of), Type::Broken);
            }
        }
    }
    Some(Block { section, conditions, paid, list: found.map(|(fact, _)| fact) })
}

const KEYS_OF_PLAN: [&str; 12] =
    ["name", "possible", "same", "blocks", "places", "ordinary", "limit", "by", "again", "step", "total", "left_over"];

const KEYS_OF_TOTAL: [&str; 5] = ["name", "possible", "id", "title", "unit"];

impl Block<'_> {
    pub fn finish(&self) {
        self.section.finish();
        self.paid.section().finish();
        self.conditions.iter().for_each(Section::finish);
    }
}
