//! What is judged of an item, and which items are paid.

use wengang_engine::Expr;
use wengang_engine::pack::{Condition, Each, EachElement, Item, ItemDayOff, LeftOver, Paid, Plan, PlanStep};

use crate::check::Type;
use crate::measure::items::{Block, PaidBlock};
use crate::measure::law::sentence::{sentence, text};
use crate::measure::law::{Reader, unknown};
use crate::toml_file::Section;

/// The value of `each` of an insight that is repeated for every change of the schedule.
const CHANGE: &str = "变化";

impl Reader<'_, '_, '_> {
    pub(super) fn items(&self, block: &Block<'_>) -> Option<(Item, Paid)> {
        let Block { section, conditions, paid, list } = block;
        let conditions: Vec<Condition> = conditions.iter().filter_map(|section| self.condition(section)).collect();
        self.twice(&block.conditions);
        let amount = self.expression(section, "amount", &Type::Money);
        let dates = section.optional_section("dates").map(|dates| self.dates(&dates)).unwrap_or_default();
        let day_off = section.optional_section("day_off").and_then(|day_off| self.day_off(&day_off));
        let paid = match paid {
            PaidBlock::Plan(plan) => self.plan(plan, &conditions).map(|plan| Paid::Plan(plan.into())),
            PaidBlock::Each(total) => self.line(total).map(Paid::Each),
        };
        Some((Item { list: (*list)?, conditions, amount: amount?, dates, day_off }, paid?))
    }

    fn expression(&self, section: &Section<'_>, key: &str, of_type: &Type) -> Option<Expr> {
        section.text(key).map(|written| self.checker.typed(&written, of_type))
    }

    fn dates(&self, section: &Section<'_>) -> Vec<(String, Expr)> {
        let keys: Vec<String> = section.unread().into_iter().map(|(key, _)| key).collect();
        let date = |key: String| Some((key.clone(), self.expression(section, &key, &Type::Date)?));
        keys.into_iter().filter_map(date).collect()
    }

    fn day_off(&self, section: &Section<'_>) -> Option<ItemDayOff> {
        let (day, when) = (self.expression(section, "day", &Type::Date), self.when(section));
        let what = text(section, "what", self.checker);
        section.finish();
        Some(ItemDayOff { day: day?, when, what: what? })
    }

    fn plan(&self, section: &Section<'_>, conditions: &[Condition]) -> Option<Plan> {
        let pair = |key: &str| section.text(key).map(|written| self.checker.about_another(&written));
        let (same, blocks) = (pair("same"), pair("blocks"));
        let places = self.places(section);
        let ordinary = section.optional_section("ordinary").and_then(|ordinary| {
            let (takes, places) = (self.expression(&ordinary, "takes", &Type::Truth), self.places(&ordinary));
            ordinary.finish();
            Some((takes?, places?))
        });
        let limit = section.text("limit");
        if let Some(limit) = &limit
            && !conditions.iter().any(|condition| condition.id == limit.text)
        {
            unknown(section, limit, conditions.iter().map(|condition| condition.id.as_str()));
        }
        let [by, again] = ["by", "again"].map(|key| self.expression(section, key, &Type::Date));
        let step = |key: &str| {
            let step = section.section(key)?;
            let line = self.line(&step);
            step.finish();
            line
        };
        let (step, total) = (step("step"), step("total"));
        let left = section.section("left_over").and_then(|left| {
            let (same, places) = (self.left_over(&left, "same"), self.left_over(&left, "places"));
            left.finish();
            Some((same?, places?))
        });
        let (left_same, left_places) = left?;
        let (same, blocks, places, limit) = (same?, blocks?, places?, limit?.text);
        let (by, again, step, total) = (by?, again?, step?, total?);
        Some(Plan { same, blocks, places, ordinary, limit, by, again, step, total, left_same, left_places })
    }

    /// A line of the calculation.
    fn line(&self, section: &Section<'_>) -> Option<PlanStep> {
        let (id, title, unit) = (section.words("id"), sentence(section, "title", self.checker), section.words("unit"));
        Some(PlanStep { id: id?, title: title?, unit: unit? })
    }

    /// A number of places: a count of any unit, or a plain number.
    fn places(&self, section: &Section<'_>) -> Option<Expr> {
        let written = section.text("places")?;
        let (places, of_type) = self.checker.any(&written);
        if !matches!(of_type, Type::Number | Type::Count(_) | Type::Broken) {
            let wrong = format!("这里要几次，写的是{}", self.checker.describe(&of_type));
            section.wrong("places", wrong, "要写还可以有几次，例如 每年次数 − 今年已领次数");
        }
        Some(places)
    }

    fn left_over(&self, section: &Section<'_>, key: &str) -> Option<LeftOver> {
        let left = section.section(key)?;
        let (id, text) = (left.words("id"), text(&left, "text", self.checker));
        left.finish();
        Some(LeftOver { id: id?, text: text? })
    }

    /// The elements for which an insight is repeated.
    pub(super) fn each(&self, section: &Section<'_>) -> Option<Each> {
        let Some(written) = section.optional_text("each") else {
            for key in ["one_per", "most"].into_iter().filter(|key| section.has(key)) {
                section.wrong(key, format!("没有“each”的不能写“{key}”"), "请写上 each = \"…\"，或者去掉这一行");
                section.pass_over(&[key]);
            }
            return None;
        };
        if written.text == CHANGE {
            return Some(Each::Change);
        }
        let Some((list, fields)) = self.checker.items_of(&written) else {
            section.pass_over(&["one_per", "most"]);
            return None;
        };
        let one_per = section.optional_text("one_per").and_then(|field| {
            let place = fields.iter().position(|name| *name == field.text);
            if place.is_none() {
                unknown(section, &field, fields.iter().map(String::as_str));
            }
            place.and_then(|place| u16::try_from(place).ok())
        });
        let most = section.optional_whole("most", 1..=1_000).unwrap_or(1_000);
        Some(Each::Element(EachElement { list, one_per, most: u16::try_from(most).unwrap_or(u16::MAX) }))
    }
}
