//! The questions of 失业保险金.

use crate::api::policies::regions;
use crate::policy::case::Separation;
use crate::policy::list::Listed;
use crate::state::{Action, BenefitEdit, BenefitForm, Choice, Input, Place, Question};
use crate::text::page::question as words;
use crate::text::words::separation as separation_name;
use crate::view::Page;
use crate::view::part::choice::{Row, of_list, yes_no};
use crate::view::part::tree::Tree;
use crate::view::premium::optional;
use crate::view::question::{marks, number};

fn form(page: Page<'_>) -> &BenefitForm {
    &page.state.benefit
}

pub(super) fn region(t: &mut Tree, page: Page<'_>) {
    let chosen = &form(page).region;
    let places: Vec<_> = regions().iter().map(Place::In).chain([Place::Elsewhere]).listed();
    let name = |place: Place| match place {
        Place::In(region) => (region.slug, region.name),
        Place::Elsewhere => ("elsewhere", words::ELSEWHERE),
    };
    let answers = of_list(&places, chosen, &name, &|choice| Action::Benefit(BenefitEdit::Region(choice)));
    marks(t, page, Question::Region, &words::region(), Row::Short, answers);
    t.slot(|t| {
        if page.state.is_site_region() {
            t.hooked("p", "hint", "region-of-site", words::OF_SITE);
        }
        if *chosen == Choice::Is(Place::Elsewhere) {
            t.hooked("p", "message is-doubt", "region-elsewhere-note", words::ELSEWHERE_NOTE);
        }
    });
}

pub(super) fn insured_months(t: &mut Tree, page: Page<'_>) {
    number(t, page, Question::BenefitInsured, &words::benefit_insured(), Input::BenefitInsured, words::MONTHS);
}

pub(super) fn separation(t: &mut Tree, page: Page<'_>) {
    let name = |separation: Separation| (separation.code(), separation_name(separation));
    let choose = |choice| Action::Benefit(BenefitEdit::Separation(choice));
    let answers = of_list(Separation::ALL, &form(page).separation, &name, &choose);
    marks(t, page, Question::Separation, &words::separation(), Row::Long, answers);
}

pub(super) fn registered(t: &mut Tree, page: Page<'_>) {
    let choose = |choice| Action::Benefit(BenefitEdit::Registered(choice));
    let answers = yes_no((words::DONE, words::NOT_DONE), &form(page).registered, &choose);
    marks(t, page, Question::Registered, &words::registered(), Row::Short, answers);
}

pub(super) fn unused(t: &mut Tree, page: Page<'_>) {
    optional(t, page, Question::Unused, &words::unused(), Input::Unused, words::MONTHS);
}

pub(super) fn reemployed(t: &mut Tree, page: Page<'_>) {
    let choose = |choice| Action::Benefit(BenefitEdit::Reemployed(choice));
    let answers = yes_no((words::YES, words::NO), &form(page).reemployed, &choose);
    marks(t, page, Question::Reemployed, &words::reemployed(), Row::Short, answers);
}

pub(super) fn first_month(t: &mut Tree, page: Page<'_>) {
    optional(t, page, Question::FirstMonth, &words::first_month(), Input::FirstMonth, "");
}
