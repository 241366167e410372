//! The plan over several certificates: what to apply for, in which order, by which day; and what is left over.

use yew::{Html, html};

use crate::api::Assessment;
use crate::api::answer::{PlanRow, SkillFigures, SkippedRow};
use crate::policy::assessment::SkipReason;
use crate::text::money::grouped;
use crate::text::page::answer as words;
use crate::text::skill_subsidy::skip_reason;
use crate::view::Page;

/// The plan, where there is one.
pub(super) fn plan(page: Page<'_>, assessment: &Assessment) -> Html {
    let Some(figures) = assessment.skill_subsidy() else { return Html::default() };
    html! {
        <>
            { chosen(page, assessment, figures) }
            { left_over(page, figures) }
        </>
    }
}

fn chosen(page: Page<'_>, assessment: &Assessment, figures: &SkillFigures) -> Html {
    if figures.plan.is_empty() {
        return Html::default();
    }
    html! {
        <section class="part">
            <h2>{ words::PLAN }</h2>
            <ol class="plan">
                { for figures.plan.iter().enumerate().map(|(index, row)| one(page, index, row)) }
            </ol>
            <p class="plan-total" data-test="plan-total">
                { words::TOTAL }{ " " }
                { super::printed_amount(assessment).unwrap_or_default() }
            </p>
        </section>
    }
}

fn one(page: Page<'_>, index: usize, row: &PlanRow) -> Html {
    html! {
        <li data-test={format!("plan-{index}")}>
            <p class="plan-line">
                <span>{ name(page, &row.id) }</span>
                <span class="plan-amount numeric">{ grouped(row.amount) }{ " " }{ words::YUAN }</span>
            </p>
            <p class="plan-day">{ words::apply_by(row.apply_by) }</p>
        </li>
    }
}

fn left_over(page: Page<'_>, figures: &SkillFigures) -> Html {
    if figures.skipped.is_empty() {
        return Html::default();
    }
    html! {
        <section class="part">
            <h3>{ words::SKIPPED }</h3>
            <ul class="plan">
                { for figures.skipped.iter().enumerate().map(|(index, row)| skipped(page, index, row)) }
            </ul>
        </section>
    }
}

fn skipped(page: Page<'_>, index: usize, row: &SkippedRow) -> Html {
    let reasons = [SkipReason::YearlyLimit, SkipReason::SameOccupationAndLevel].map(skip_reason);
    let because = reasons.iter().find(|(code, _)| *code == row.because).map_or("", |(_, words)| words);
    html! {
        <li data-test={format!("skipped-{index}")}>
            <p class="plan-line"><span>{ name(page, &row.id) }</span></p>
            <p class="plan-day">{ words::skipped(because, row.from.zip(row.until)) }</p>
        </li>
    }
}

/// A certificate as its owner knows it: 电工 中级（四级）.
pub(super) fn name(page: Page<'_>, id: &str) -> String {
    let rows = &page.state.skill.certificates;
    let row = rows.iter().find(|row| row.key.to_string() == id);
    row.and_then(|row| Some(words::certificate(&row.occupation.text, *row.level.known()?))).unwrap_or_default()
}
