//! The premium's rate over time: a step line with the statutory rate, and the same as a table.

use crate::api::rounds::{RateHistory, RateSpan, rate_history, rates};
use crate::policy::assessment::Evidence;
use crate::policy::date::Date;
use crate::policy::ratio::Ratio;
use crate::text::chart as words;
use crate::text::rounds::NOT_FOUND;
use crate::view::answer::row::part;
use crate::view::part::chart::{WIDTH, area, as_table, drawing, label, line};
use crate::view::part::tree::Tree;
use crate::view::rounds;

/// The position of the line in the drawing: its left and right edge, its top and its foot.
const LEFT: u32 = 30;
const RIGHT: u32 = WIDTH - 6;
const TOP: u32 = 30;
const FOOT: u32 = 150;
const HEIGHT: u32 = 176;
/// How far a label is above its line, and below it.
const ABOVE: u32 = 7;
const BELOW: u32 = 18;
/// How much room a year's label takes.
const YEAR: u32 = 48;
/// One per cent.
const PERCENT: u32 = 1_000;

/// The chart, where a rate is recorded.
pub(super) fn history(t: &mut Tree) {
    let Some(history) = rate_history() else { return };
    part(t, words::HISTORY, |t| {
        t.line("p", "hint", words::HISTORY_IS);
        drawing(t, "history", &sentence(&history), HEIGHT, |t| {
            let plot = Plot::of(&history);
            plot.axes(t);
            plot.gaps(t);
            plot.steps(t);
        });
        as_table(t, "history-table", |t| {
            if let Some(rates) = rates() {
                rounds::table(t, &rates);
            }
        });
    });
}

fn sentence(history: &RateHistory) -> String {
    let one = |span: &RateSpan| words::span(span.window, span.rate, span.rate.is_none() || is_sure(span));
    let spans: String = history.spans.iter().map(one).collect();
    words::history(&spans, history.statutory)
}

fn is_sure(span: &RateSpan) -> bool {
    span.evidence == Evidence::Official
}

/// The line of the rate with the scale it is drawn to.
struct Plot<'a> {
    history: &'a RateHistory,
    /// The highest rate, in thousandths of a per cent.
    most: u32,
    /// How many days it shows.
    days: u32,
}

impl<'a> Plot<'a> {
    fn of(history: &'a RateHistory) -> Self {
        let rates = history.spans.iter().filter_map(|span| span.rate).chain([history.statutory]);
        let most = rates.map(Ratio::milli_percent).max().unwrap_or(PERCENT);
        Self { history, most, days: history.end.day_number() - history.from.day_number() }
    }

    fn x(&self, day: Date) -> u32 {
        let since = day.day_number().saturating_sub(self.history.from.day_number()).min(self.days);
        LEFT + since * (RIGHT - LEFT) / self.days.max(1)
    }

    fn y(&self, rate: Ratio) -> u32 {
        FOOT - rate.milli_percent() * (FOOT - TOP) / self.most.max(1)
    }

    /// Where a span begins and ends.
    fn ends(&self, span: &RateSpan) -> [u32; 2] {
        [self.x(span.window.from), span.window.to.map_or(RIGHT, |to| self.x(to.next()))]
    }

    /// The statutory rate, whole per cents, and years.
    fn axes(&self, t: &mut Tree) {
        for percent in 0..=self.most / PERCENT {
            let rate = Ratio::from_milli_percent(percent * PERCENT);
            let text = words::percent(rate);
            // The statutory rate has a line of its own.
            if rate != self.history.statutory {
                line(t, "chart-grid", [LEFT, self.y(rate)], [RIGHT, self.y(rate)]);
            }
            label(t, [LEFT / 2, self.y(rate) + 5], &text);
        }
        let statutory = self.y(self.history.statutory);
        line(t, "chart-reference", [LEFT, statutory], [RIGHT, statutory]);
        label(t, [RIGHT, statutory - ABOVE], &words::statutory(self.history.statutory));
        let (first, last) = (self.history.from.year(), self.history.end.year());
        let room = (RIGHT - LEFT) / YEAR;
        let step = u32::from(last - first).div_ceil(room).max(1);
        for year in (first..=last).step_by(usize::try_from(step).unwrap_or(1)) {
            label(t, [self.x(Date::year_start(year)), FOOT + BELOW], &year.to_string());
        }
    }

    /// Spans whose rate was not found.
    fn gaps(&self, t: &mut Tree) {
        for span in self.history.spans.iter().filter(|span| span.rate.is_none()) {
            let [from, to] = self.ends(span);
            area(t, "chart-gap", [from, TOP + ABOVE], [to, FOOT], true);
            label(t, [u32::midpoint(from, to), FOOT - BELOW], NOT_FOUND);
        }
    }

    /// The known rates: solid where they are sure, dashed where not.
    fn steps(&self, t: &mut Tree) {
        let mut before: Option<([u32; 2], Date)> = None;
        for span in &self.history.spans {
            let Some(rate) = span.rate else { continue };
            let ([from, to], y) = (self.ends(span), self.y(rate));
            if let Some((end, _)) = before.filter(|(_, day)| day.next() == span.window.from) {
                line(t, "chart-step", end, [from, y]);
            }
            line(t, if is_sure(span) { "chart-line" } else { "chart-line is-unsure" }, [from, y], [to, y]);
            label(t, [u32::midpoint(from, to), y - ABOVE], &words::percent(rate));
            if !is_sure(span) {
                label(t, [u32::midpoint(from, to), y + BELOW], words::UNCONFIRMED);
            }
            before = span.window.to.map(|day| ([to, y], day));
        }
    }
}
