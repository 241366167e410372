//! How a refund's layoff condition depends on the number of benefit recipients: an axis with the limit, and the same as
//! a table.

use crate::api::Assessment;
use crate::api::recipients::{RecipientsLine, RecipientsRow};
use crate::text::chart as words;
use crate::text::page::answer::{MET, UNMET};
use crate::view::Page;
use crate::view::answer::row::part;
use crate::view::part::chart::{WIDTH, area, as_table, drawing, label, line, path, width_of};
use crate::view::part::sign::sign;
use crate::view::part::table::{head, table};
use crate::view::part::tree::Tree;

/// The position of the axis in the drawing: its left and right edge, its top and its foot.
const LEFT: u32 = 8;
const RIGHT: u32 = WIDTH - 8;
const TOP: u32 = 30;
const FOOT: u32 = 62;
const HEIGHT: u32 = 112;

/// The data of the chart, where the average is known and there were insured persons.
pub(super) fn line_of(page: Page<'_>, assessment: &Assessment) -> Option<RecipientsLine> {
    page.answer.request.as_ref().ok().and_then(|request| RecipientsLine::of(request, assessment))
}

/// The chart.
pub(super) fn recipients(t: &mut Tree, recipients: &RecipientsLine) {
    let sentence = words::recipients(recipients.allowed, recipients.now, (MET.1, UNMET.1));
    part(t, words::RECIPIENTS, |t| {
        t.hooked("p", "", "recipients-sentence", &sentence);
        drawing(t, "drawers", &sentence, HEIGHT, |t| axis(t, recipients));
        as_table(t, "recipients-table", |t| {
            table(t, words::RECIPIENTS_TABLE, words::RECIPIENTS_COLUMNS, |t| {
                recipients.rows().iter().for_each(|one| row(t, recipients, one));
            });
        });
    });
}

/// The allowed numbers plain, the others hatched, each under its word; the limit above, the given number below.
fn axis(t: &mut Tree, recipients: &RecipientsLine) {
    let end = recipients.end();
    // Every number has a cell of its own.
    let edge = |number: u32| {
        let cells = u64::from(end) + 1;
        let width = u64::from(number) * u64::from(RIGHT - LEFT) / cells;
        LEFT + u32::try_from(width).unwrap_or(RIGHT - LEFT)
    };
    let middle = |number: u32| u32::midpoint(edge(number), edge(number + 1));
    let limit = edge(recipients.allowed + 1);
    for (class, from, to, word) in [("chart-yes", LEFT, limit, MET.1), ("chart-no", limit, RIGHT, UNMET.1)] {
        area(t, class, [from, TOP], [to, FOOT], word == UNMET.1);
        if to - from > width_of(word) {
            label(t, [u32::midpoint(from, to), FOOT - 11], word);
        }
    }
    line(t, "chart-step", [limit, TOP - 8], [limit, FOOT + 4]);
    label(t, [middle(recipients.allowed), TOP - 12], &words::limit(recipients.allowed));
    if let Some(now) = recipients.now {
        let (x, y) = (middle(now).to_string(), (FOOT + 2).to_string());
        path(t, "chart-now", &["M", &x, " ", &y, "l5 9h-10Z"].concat());
        label(t, [middle(now), FOOT + 28], &words::now(now));
    }
    for number in [0, end] {
        label(t, [middle(number), HEIGHT - 4], &[&number.to_string(), words::PERSONS].concat());
    }
}

fn row(t: &mut Tree, recipients: &RecipientsLine, row: &RecipientsRow) {
    let name =
        words::number(row.recipients, row.recipients == recipients.allowed, Some(row.recipients) == recipients.now);
    let (class, (mark, word)) = if row.holds { ("is-yes", MET) } else { ("is-no", UNMET) };
    t.el("tr", class, |t| {
        head(t, "row", |t| t.text(&name));
        t.line("td", "numeric", &[&row.percent, "%"].concat());
        t.el("td", "", |t| {
            sign(t, mark);
            t.text(word);
        });
    });
}
