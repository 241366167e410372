//! The benefit, month by month.

use crate::api::Assessment;
use crate::text::money::{grouped, month};
use crate::text::page::answer as words;
use crate::view::Page;
use crate::view::answer::row::{Row, row};
use crate::view::part::sign::evidence;
use crate::view::part::tree::Tree;

/// The number of months, and the amount of each.
pub(super) fn schedule(t: &mut Tree, page: Page<'_>, assessment: &Assessment) {
    let count = assessment.whole("months");
    let gist = count.map(words::months).unwrap_or_default();
    row(t, page, &Row { gist: &gist, is_empty: count.is_none(), ..Row::new("months", words::MONTHS) }, |t| {
        if page.is_flat {
            t.line("p", "value", &gist);
        }
        let parts = assessment.whole("fromInsurance").zip(assessment.whole("carriedOver"));
        if let Some((from_insurance, carried_over)) = parts.filter(|(_, carried_over)| *carried_over > 0) {
            t.line("p", "", &words::carried_over(from_insurance, carried_over));
        }
        months(t, assessment);
    });
}

/// The amount per month and the number of months, once for each standard.
pub(super) fn standards(t: &mut Tree, assessment: &Assessment) {
    t.slot(|t| {
        for rows in assessment.months().chunk_by(|one, next| one.amount == next.amount) {
            let Some(first) = rows.first() else { continue };
            t.el("p", "numeric", |t| {
                t.test("standard");
                t.text(&words::monthly(&month(first.month), first.amount, rows.len()));
                evidence(t, first.evidence);
            });
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
