//! The plan over several certificates: what to apply for, in which order, by which day; and what is left over.

use wengang_engine::pack::FactKind;

use crate::api::Assessment;
use crate::api::answer::{Calculator, PlanRow, SkippedRow};
use crate::law;
use crate::policy::list::CollectSmall;
use crate::state::announce::printed;
use crate::state::{Input, Question};
use crate::text::money::grouped;
use crate::text::page::answer as words;
use crate::view::answer::row::{Row, row};
use crate::view::part::tree::Tree;
use crate::view::{Page, list};

/// The plan, where there is one, and what it leaves over.
pub(super) fn plan(t: &mut Tree, page: Page<'_>, assessment: &Assessment) {
    let plan = assessment.plan();
    let chosen = plan.map(|plan| plan.plan.as_slice()).unwrap_or_default();
    let left_over = plan.map(|plan| plan.skipped.as_slice()).unwrap_or_default();
    let gist = words::so_many(chosen.len());
    // Of one certificate the answer says all of it.
    let is_alone = chosen.len() < 2 && left_over.is_empty() && !page.is_flat;
    let is_empty = chosen.is_empty() || is_alone;
    let plan = Row { gist: &gist, is_open: true, is_empty, ..Row::new("plan", words::PLAN) };
    row(t, page, &plan, |t| {
        t.el("ol", "plan", |t| chosen.iter().enumerate().for_each(|(index, row)| one(t, page, index, row)));
        let total = printed(assessment).unwrap_or_default();
        t.hooked("p", "plan-total", "plan-total", &[words::TOTAL, " ", &total].concat());
    });
    let gist = words::so_many(left_over.len());
    let skipped_row =
        Row { gist: &gist, is_open: true, is_empty: left_over.is_empty(), ..Row::new("skipped", words::SKIPPED) };
    row(t, page, &skipped_row, |t| {
        t.el("ul", "plan", |t| left_over.iter().enumerate().for_each(|(index, row)| skipped(t, page, index, row)));
    });
}

fn one(t: &mut Tree, page: Page<'_>, index: usize, row: &PlanRow) {
    t.el("li", "", |t| {
        t.key(&row.id);
        t.test_two("plan", &index.to_string());
        t.el("p", "plan-line", |t| {
            t.line("span", "", &name(page, &row.id));
            t.line("span", "plan-amount numeric", &[&grouped(row.amount), " ", words::YUAN].concat());
        });
        t.line("p", "plan-day", &words::apply_by(row.apply_by));
    });
}

fn skipped(t: &mut Tree, page: Page<'_>, index: usize, row: &SkippedRow) {
    t.el("li", "", |t| {
        t.key(&row.id);
        t.test_two("skipped", &index.to_string());
        t.line("p", "", &name(page, &row.id));
        t.line("p", "plan-day", &words::skipped(&row.reason, row.from.zip(row.until)));
    });
}

/// A row as its owner knows it: by what is typed and picked first in it, 电工 中级（四级）; else by its heading.
pub(super) fn name(page: Page<'_>, id: &str) -> String {
    let named = |list: &Question| {
        let rows = page.state.rows(*list);
        let (index, key) = rows.rows.iter().map(|row| row.key).enumerate().find(|(_, key)| key.to_string() == id)?;
        Some(by_words(page, *list, key).unwrap_or_else(|| list::title(*list, index)))
    };
    let questions = page.answer.questions();
    questions.iter().filter(|question| question.is_judged()).find_map(named).unwrap_or_default()
}

fn by_words(page: Page<'_>, list: Question, key: u32) -> Option<String> {
    let fields = 0..u16::try_from(list.list()?.fields.len()).ok()?;
    let declared =
        fields.filter_map(|place| Some((list.cell(key, place), list.cell(key, place).declared()?))).collect_small();
    let (typed, _) = declared.iter().find(|(_, declared)| declared.kind == FactKind::Text)?;
    let (picked, of) = declared.iter().find(|(_, declared)| !declared.options().is_empty())?;
    let (text, picked) = (&page.state.field(Input::Of(*typed))?.text, page.state.picked(*picked).one()?);
    let option = of.options().iter().find(|option| option.id == picked)?;
    Some(words::certificate(text, &option.shown))
}

/// How many items are judged, in the words of the law's file.
pub(super) fn so_many(of: Calculator, count: usize) -> String {
    let list = law::measure(of).and_then(|measure| {
        let fact = measure.facts.iter().find(|fact| measure.is_judged(fact))?;
        Some((Question::named(of, &fact.id)?.list()?, fact.name.as_str()))
    });
    // Where rows have a heading of their own, the name says what they are without a number.
    let (unit, name) = list.map_or(("", ""), |(list, name)| (&list.unit, if list.row.is_none() { name } else { "" }));
    words::so_many_items(count, unit, name)
}
