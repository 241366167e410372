//! The premium's rates over time, the limits of its base by year, and the line of the rate for a chart.

use crate::api::answer::{Calculator, DocumentText};
use crate::api::policies;
use crate::api::rounds::{self, Cell, MeasureRounds, Round, RoundRow, RoundTable};
use crate::packs::PACKS;
use crate::policy::citation::{Evidence, Source, evidence};
use crate::policy::date::{Date, Window};
use crate::policy::list::Listed;
use crate::policy::pack::{BaseLimits, PremiumRate, Shares};
use crate::policy::ratio::Ratio;
use crate::policy::timeline::Span;
use crate::text::rounds as words;

/// The line of the rate over time.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct RateHistory {
    /// The first day drawn: the beginning of the first known rate's year.
    pub from: Date,
    /// The day after the last one drawn: the end of the year in which the last span begins.
    pub end: Date,
    /// The statutory rate, employer's and employee's together.
    pub statutory: Ratio,
    /// The spans, the first known one first.
    pub spans: Vec<RateSpan>,
    /// Days on which a rate began whose end was not found.
    pub first_days: Vec<(Date, Ratio)>,
}

/// A run of days with one rate, or with one that was not found.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct RateSpan {
    /// Its days.
    pub window: Window,
    /// Employer's and employee's rate together; `None`: not found.
    pub rate: Option<Ratio>,
    /// How sure it is.
    pub evidence: Evidence,
}

/// The line of the rate over time; `None` where no rate is recorded.
#[must_use]
pub fn rate_history() -> Option<RateHistory> {
    let pack = &PACKS.premium;
    let mut spans: Vec<RateSpan> = Vec::new();
    pack.rates.each(&mut |from, to, span| {
        let (rate, evidence) = match span {
            Span::Known(rate) => (Some(together(&rate.shares)), rate.evidence()),
            Span::Unknown(_) => (None, Evidence::Provisional),
        };
        if let Some(from) = from.filter(|_| rate.is_some() || !spans.is_empty()) {
            spans.push(RateSpan { window: Window { from, to }, rate, evidence });
        }
    });
    let (first, last) = (spans.first()?.window.from, spans.last()?.window.from);
    Some(RateHistory {
        from: Date::year_start(first.year()),
        end: Date::year_start(last.year() + 1),
        statutory: together(&pack.statutory),
        first_days: pack.history.iter().map(|(from, shares)| (*from, together(shares))).listed(),
        spans,
    })
}

const fn together(shares: &Shares) -> Ratio {
    shares.employer.value.plus(shares.employee.value)
}

pub(super) fn measure() -> MeasureRounds {
    rounds::measure(Calculator::Premium, &PACKS.premium.head, vec![rates(), bases()])
}

/// The rates over time, with the spans whose rate was not found.
#[must_use]
pub fn rates() -> RoundTable {
    let pack = &PACKS.premium;
    let one = |rate: &'static PremiumRate| {
        let name = words::since(rate.head.window.from);
        Some(rounds::round(
            name,
            &rate.head,
            policies::documents(&rate.head, &rate.sources()),
            rate.evidence(),
            figures(&rate.shares),
        ))
    };
    let mut rows = rounds::rows(&pack.rates, one);
    // What is known of the first day of a span stands before the span itself.
    for (inserted, (from, shares)) in pack.history.iter().enumerate() {
        let mut earlier = inserted;
        pack.rates.each(&mut |start, _, _| earlier += usize::from(start.is_none_or(|start| start < *from)));
        rows.insert(earlier.min(rows.len()), RoundRow::Round(since(*from, shares)));
    }
    rounds::table(words::RATES, words::RATE_COLUMNS, rows)
}

fn figures(shares: &Shares) -> Vec<String> {
    let percent = |ratio| words::share(ratio, false);
    [together(shares), shares.employer.value, shares.employee.value].map(percent).into()
}

/// A rate of which only the first day was found.
fn since(from: Date, shares: &'static Shares) -> Round {
    let sources = shares.sources();
    let mut cells: Vec<_> = figures(shares).into_iter().map(Cell::figure).listed();
    cells.push(Cell::days(words::only_since(from)));
    bare(words::since(from), None, cells, &sources)
}

fn bases() -> RoundTable {
    let of_year = |limits: &'static BaseLimits| {
        let cells = [&limits.floor, &limits.cap].map(|limit| Cell::figure(words::amount(limit.value))).into();
        let sources = [&limits.floor.source, &limits.cap.source];
        RoundRow::Round(bare(words::of_year(limits.year), Some(limits.year), cells, &sources))
    };
    let mut rows: Vec<_> = PACKS.premium.bases.iter().map(of_year).listed();
    let (name, reason) = words::OTHER_YEARS;
    rows.push(RoundRow::Gap { name: name.to_owned(), reason });
    rounds::table(words::BASES, words::BASE_COLUMNS, rows)
}

/// A row that no rule of its own stands behind.
fn bare(name: String, year: Option<u16>, cells: Vec<Cell>, sources: &[&'static Source]) -> Round {
    let mut documents: Vec<DocumentText> = Vec::new();
    for document in sources.iter().map(|source| DocumentText::from(source.document)) {
        if !documents.contains(&document) {
            documents.push(document);
        }
    }
    let evidence = evidence(sources);
    Round { name, year, cells, change: String::new(), evidence, documents, notes: &[] }
}
