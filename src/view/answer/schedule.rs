//! The benefit, month by month.

use crate::api::Assessment;
use crate::text::money::{grouped, month};
use crate::text::page::answer as words;
use crate::view::answer::part;
use crate::view::part::sign::evidence;
use crate::view::part::tree::Tree;

/// For how many months, and what each brings.
pub(super) fn schedule(t: &mut Tree, assessment: &Assessment) {
    let count = assessment.whole("months");
    part(t, words::MONTHS, count.is_none(), |t| {
        let Some(count) = count else { return };
        t.hooked("p", "value", "months", &words::months(count));
        let parts = assessment.whole("fromInsurance").zip(assessment.whole("carriedOver"));
        if let Some((from_insurance, carried_over)) = parts.filter(|(_, carried_over)| *carried_over > 0) {
            t.line("p", "", &words::carried_over(from_insurance, carried_over));
        }
        standards(t, assessment);
        months(t, assessment);
    });
}

/// What a month brings, once for each standard.
fn standards(t: &mut Tree, assessment: &Assessment) {
    t.slot(|t| {
        let mut before = None;
        for row in assessment.months() {
            if before.replace(row.amount) != Some(row.amount) {
                t.el("p", "numeric", |t| {
                    t.text(&words::monthly_from(&month(row.month), row.amount));
                    evidence(t, row.evidence);
                });
            }
        }
    });
}

fn months(t: &mut Tree, assessment: &Assessment) {
    let rows = assessment.months();
    t.slot(|t| {
        if rows.is_empty() {
            return;
        }
        t.el("details", "basis", |t| {
            t.test("schedule");
            t.line("summary", "", words::BY_MONTH);
            t.el("table", "table numeric", |t| {
                for (index, row) in rows.iter().enumerate() {
                    t.el("tr", "", |t| {
                        t.test_two("schedule", &index.to_string());
                        t.el("th", "", |t| {
                            t.set("scope", "row");
                            t.text(&month(row.month));
                        });
                        t.el("td", "", |t| {
                            t.text(&[&grouped(row.amount), " ", words::YUAN].concat());
                            evidence(t, row.evidence);
                        });
                    });
                }
            });
        });
    });
}
