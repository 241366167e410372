//! `[item]` and `[plan]`: a list of which each element is judged by itself, and the plan over them.

use wengang_engine::PlanOf;
use wengang_engine::pack::FactId;

use crate::check::{Checker, Meaning, Type};
use crate::measure::unknown;
use crate::toml_file::Section;

/// The sections of the items, each read once.
pub(super) struct Block<'a> {
    pub section: Section<'a>,
    pub conditions: Vec<Section<'a>>,
    pub plan: Section<'a>,
    /// The list, where it is one.
    pub list: Option<FactId>,
}

/// Finds the sections, and declares what the item and its plans are called.
pub(super) fn block<'a>(root: &Section<'a>, facts: &[Section<'a>], checker: &mut Checker<'a>) -> Option<Block<'a>> {
    let (section, plan) = (root.optional_section("item"), root.optional_section("plan"));
    let (section, plan) = match (section, plan) {
        (None, None) => return None,
        (Some(section), None) => {
            section.missing("有 [item]，没有 [plan]", "请补上 [plan]：几项里选哪些、先办哪一项");
            section.pass_over(&["of", "as", "amount", "dates", "day_off", "condition"]);
            return None;
        }
        (None, Some(plan)) => {
            plan.missing("有 [plan]，没有 [item]", "请补上 [item]：一项一项怎么判断");
            plan.pass_over(&KEYS_OF_PLAN);
            return None;
        }
        (Some(section), Some(plan)) => (section, plan),
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
            if let Some(name) = plan.text(key) {
                checker.declare(&name, Meaning::Plan(of), Type::List(of_plan));
            }
        }
    } else {
        // What is of the items has no meaning; that has been noted.
        checker.declare_faulty_item();
        for (key, of) in [("name", PlanOf::Eligible), ("possible", PlanOf::Possible)] {
            if let Some(name) = plan.optional_text(key) {
                checker.declare(&name, Meaning::Plan(of), Type::Broken);
            }
        }
    }
    Some(Block { section, conditions, plan, list: found.map(|(fact, _)| fact) })
}

const KEYS_OF_PLAN: [&str; 12] =
    ["name", "possible", "same", "blocks", "places", "ordinary", "limit", "by", "again", "step", "total", "left_over"];

impl Block<'_> {
    pub fn finish(&self) {
        self.section.finish();
        self.plan.finish();
        self.conditions.iter().for_each(Section::finish);
    }
}
