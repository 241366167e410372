//! The questions of 企业划型.

use crate::api::policies::industries;
use crate::policy::pack::Industry;
use crate::state::{Action, Input, Question};
use crate::text::page::question as words;
use crate::view::Page;
use crate::view::part::choice::{Row, of_list};
use crate::view::part::field::{TextBox, text_box};
use crate::view::part::tree::Tree;
use crate::view::question::{marks, number};

/// The id of the box in which the industry is looked for.
const SEARCH: &str = "industry-search";

pub(super) fn industry(t: &mut Tree, page: Page<'_>) {
    let form = &page.state.size;
    let asked = words::industry_search();
    text_box(t, page, &TextBox { unknown: false, ..TextBox::new(SEARCH, SEARCH, Input::IndustrySearch, &asked) });
    let mut found = form.found(industries());
    // What is chosen stays in sight whatever is looked for.
    if let Some(chosen) = form.industry.known()
        && !found.contains(chosen)
    {
        found.insert(0, chosen);
    }
    let is_empty = found.is_empty();
    let name = |industry: &'static Industry| (industry.id, industry.name);
    let answers = of_list(&found, &form.industry, &name, &Action::Industry);
    marks(t, page, Question::Industry, &words::industry(), Row::Long, answers);
    t.slot(|t| {
        if is_empty {
            t.hooked("p", "message is-doubt", "industry-none", words::NO_INDUSTRY);
        }
    });
}

pub(super) fn employees(t: &mut Tree, page: Page<'_>) {
    number(t, page, Question::Employees, &words::employees(), Input::Employees, words::PERSONS);
}

pub(super) fn revenue(t: &mut Tree, page: Page<'_>) {
    number(t, page, Question::Revenue, &words::revenue(), Input::Revenue, words::YUAN);
}

pub(super) fn assets(t: &mut Tree, page: Page<'_>) {
    number(t, page, Question::Assets, &words::assets(), Input::Assets, words::YUAN);
}
