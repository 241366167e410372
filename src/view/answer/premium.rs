//! The premium per month, and the estimate for the refund.

use crate::api::Assessment;
use crate::policy::money::Money;
use crate::state::Action;
use crate::text::money::{grouped, month};
use crate::text::page::answer as words;
use crate::view::Page;
use crate::view::part::action::button;
use crate::view::part::listen;
use crate::view::part::tree::Tree;

/// One person's month, line by line.
pub(super) fn monthly(t: &mut Tree, assessment: &Assessment) {
    let rows = [
        ("employer", words::EMPLOYER_PAYS, assessment.money("employerMonthly")),
        ("employee", words::EMPLOYEE_PAYS, assessment.money("employeeMonthly")),
        ("total", words::BOTH_PAY, assessment.money("totalMonthly")),
        ("statutory", words::STATUTORY, assessment.money("statutoryMonthly")),
        ("saved", words::SAVED, assessment.money("savedMonthly")),
    ];
    t.slot(|t| {
        if rows.iter().all(|(_, _, amount)| amount.is_none()) {
            return;
        }
        let first = assessment.runs().first().map(|run| words::monthly_at_first(&month(run.from)));
        t.line("h3", "by-month", first.as_deref().unwrap_or(words::MONTHLY));
        t.el("ul", "plan by-month", |t| {
            for (hook, name, amount) in rows {
                let Some(amount) = amount else { continue };
                t.el("li", "plan-line", |t| {
                    t.line("span", "", name);
                    t.el("span", "plan-amount numeric", |t| {
                        t.test_two("monthly", hook);
                        t.text(&[&grouped(amount), " ", words::YUAN].concat());
                    });
                });
            }
        });
    });
}

/// The estimate, where one is made for the refund: the button that takes it there.
pub(super) fn estimate(t: &mut Tree, page: Page<'_>, assessment: &Assessment) {
    // Money of a step: only the page asks for what is paid for all persons and months.
    let paid =
        assessment.steps.iter().find(|step| step.id == "paid-total").and_then(|step| Money::parse_sum(&step.value));
    let Some((year, paid)) = page.state.handed.for_refund.zip(paid) else { return };
    t.line("p", "", &words::estimate(year, paid));
    let take = listen::clicked(page.send, Action::UseEstimate(paid));
    button(t, "primary", "use-estimate", words::USE_ESTIMATE, take);
}
