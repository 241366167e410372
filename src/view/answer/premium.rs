//! What a premium comes to a month, and the estimate for the refund.

use crate::api::Assessment;
use crate::api::policies::estimated_days;
use crate::state::Action;
use crate::text::money::grouped;
use crate::text::page::answer as words;
use crate::view::Page;
use crate::view::answer::part;
use crate::view::part::action::button;
use crate::view::part::listen;
use crate::view::part::tree::Tree;

/// One person's month, line by line.
pub(super) fn monthly(t: &mut Tree, assessment: &Assessment) {
    let figures = assessment.premium();
    part(t, words::MONTHLY, figures.is_none(), |t| {
        let Some(figures) = figures else { return };
        let rows = [
            ("employer", words::EMPLOYER_PAYS, figures.employer_monthly),
            ("employee", words::EMPLOYEE_PAYS, figures.employee_monthly),
            ("total", words::BOTH_PAY, figures.total_monthly),
            ("statutory", words::STATUTORY, figures.statutory_monthly),
            ("saved", words::SAVED, figures.saved_monthly),
        ];
        t.el("ul", "plan", |t| {
            for (hook, name, amount) in rows {
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
    let Some((year, figures)) = page.state.premium.for_refund.zip(assessment.premium()) else { return };
    t.line("p", "", &words::estimate(year, figures.paid_total));
    if let Some(days) = estimated_days(year) {
        t.line("p", "hint", &words::estimated_days(days));
    }
    let take = listen::clicked(page.send, Action::UseEstimate(figures.paid_total));
    button(t, "primary", "use-estimate", words::USE_ESTIMATE, take);
}
