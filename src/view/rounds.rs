//! Each measure's rounds side by side: the figures, what changed, what is not confirmed, and the documents.

use crate::policy::list::CollectSmall;
use yew::Callback;

use crate::api::rounds::{Cell, MeasureRounds, Round, RoundRow, RoundTable, measures};
use crate::state::{Action, Screen};
use crate::text::page;
use crate::text::page::answer::basis;
use crate::text::rounds as words;
use crate::view::frame::title;
use crate::view::part::action::button;
use crate::view::part::listen;
use crate::view::part::sign::{evidence, sign};
use crate::view::part::table::{self, head};
use crate::view::part::tree::Tree;

/// Letters beyond which a cell may break into lines.
const LONG: usize = 10;

/// Shows the rounds.
#[inline(never)] // An entry of the lazy chunk (xtask/src/split.rs).
pub(super) fn rounds(t: &mut Tree, send: &Callback<Action>) {
    t.el("div", "rounds", |t| {
        title(t, page::ROUNDS);
        t.line("p", "", words::IS);
        t.line("p", "hint", words::MARKS);
        measures().iter().for_each(|one| measure(t, send, one));
    });
}

fn measure(t: &mut Tree, send: &Callback<Action>, measure: &MeasureRounds) {
    let (code, name) = (measure.calculator.code(), measure.calculator.head().short);
    t.el("section", "", |t| {
        t.test_two("rounds", code);
        t.line("h2", "", measure.title);
        tables(t, measure);
        let go = listen::clicked(send, Action::Navigate(Screen::Of(measure.calculator)));
        button(t, "secondary", code, &[page::CALCULATE, name].concat(), go);
    });
}

/// A measure's rounds side by side, and what changed between them.
pub(super) fn tables(t: &mut Tree, measure: &MeasureRounds) {
    t.line("p", "hint", &page::checked_on(measure.checked_on));
    for one in &measure.tables {
        t.slot(|t| {
            if let Some(terms) = one.terms {
                t.line("p", "hint", terms);
            }
        });
        table(t, one);
        changes(t, one);
    }
}

/// A table of rounds.
pub(super) fn table(t: &mut Tree, rounds: &RoundTable) {
    table::table(t, rounds.caption, &rounds.columns, |t| {
        for row in &rounds.rows {
            t.el("tr", "", |t| match row {
                RoundRow::Round(found) => round(t, found),
                RoundRow::Gap { name, reason } => gap(t, name, reason, rounds.columns.len()),
            });
        }
    });
}

fn round(t: &mut Tree, round: &Round) {
    head(t, "row", |t| {
        t.text(&round.name);
        evidence(t, round.evidence);
    });
    round.cells.iter().for_each(|one| cell(t, one));
}

/// A figure; a symbol and a word mark one that has changed.
fn cell(t: &mut Tree, cell: &Cell) {
    t.el("td", if cell.text.chars().count() > LONG { "is-long" } else { "" }, |t| {
        t.line(if cell.changed { "strong" } else { "span" }, "numeric", &cell.text);
        if cell.changed {
            let (mark, word) = words::CHANGED;
            t.el("span", "mark is-change", |t| {
                sign(t, mark);
                t.text(word);
            });
        }
    });
}

/// A span without a rule: the reason spans all columns.
fn gap(t: &mut Tree, name: &str, reason: &str, columns: usize) {
    head(t, "row", |t| t.text(name));
    t.el("td", "gap", |t| {
        t.set("colspan", &columns.saturating_sub(1).to_string());
        t.el("p", "", |t| {
            t.line("strong", "", words::NOT_FOUND);
            t.text(" ");
            t.text(reason);
        });
    });
}

/// What changed from round to round, the documents of each, and the doubts.
fn changes(t: &mut Tree, rounds: &RoundTable) {
    let found = || {
        rounds.rows.iter().filter_map(|row| match row {
            RoundRow::Round(round) => Some(round),
            RoundRow::Gap { .. } => None,
        })
    };
    t.line("h3", "", words::CHANGES);
    t.el("ul", "points", |t| {
        for round in found() {
            t.el("li", "", |t| {
                sentence_of(t, &round.name, &round.change);
                let numbers: Vec<_> = round.documents.iter().map(|one| one.number.to_owned()).collect_small();
                t.line("p", "basis", &basis(&numbers));
            });
        }
    });
    t.slot(|t| {
        if found().any(|round| !round.notes.is_empty()) {
            t.el("details", "basis", |t| {
                t.line("summary", "", words::NOTES);
                t.el("ul", "points", |t| {
                    for round in found().filter(|round| !round.notes.is_empty()) {
                        t.el("li", "", |t| sentence_of(t, &round.name, &round.notes.concat()));
                    }
                });
            });
        }
    });
}

/// A sentence on a round.
fn sentence_of(t: &mut Tree, name: &str, sentence: &str) {
    t.line("strong", "", name);
    t.text(" ");
    t.text(sentence);
}
