//! How it is computed: lines that can be done again by hand.

use crate::api::Assessment;
use crate::api::answer::{Calculator, Step};
use crate::text::page::{answer as words, formula};
use crate::view::Page;
use crate::view::answer::row::{Row, row};
use crate::view::answer::{history, recipients};
use crate::view::part::citation::basis;
use crate::view::part::sign::evidence;
use crate::view::part::tree::Tree;

/// The longest line that is a gist.
const SHORT: usize = 20;

/// The calculation, where there is one.
pub(super) fn steps(t: &mut Tree, page: Page<'_>, assessment: &Assessment) {
    let steps = &assessment.steps;
    let values: Vec<_> = steps.iter().map(|step| (step.id.as_str(), step.value.as_str())).collect();
    let gist = gist(steps, &values);
    let recipients = recipients::line_of(page, assessment);
    let has_history = assessment.calculator == Calculator::PREMIUM;
    let is_empty = steps.is_empty() && recipients.is_none() && !has_history;
    row(t, page, &Row { gist: &gist, is_empty, ..Row::new("how", words::HOW) }, |t| {
        t.el("ol", "steps", |t| steps.iter().for_each(|step| one(t, page, step, &values)));
        t.slot(|t| recipients.iter().for_each(|recipients| recipients::recipients(t, recipients)));
        t.slot(|t| {
            if has_history {
                history::history(t);
            }
        });
    });
}

/// The last line, where it is short and computes something; else how many lines there are.
fn gist(steps: &[Step], values: &[(&str, &str)]) -> String {
    let last = steps.last().filter(|step| step.formula != step.value);
    let line = last.map(|step| formula::shown(&step.formula, values, &step.unit));
    let short = line.filter(|line| line.chars().count() <= SHORT);
    short.unwrap_or_else(|| if steps.is_empty() { String::new() } else { words::so_many_steps(steps.len()) })
}

fn one(t: &mut Tree, page: Page<'_>, step: &Step, values: &[(&str, &str)]) {
    t.el("li", "step", |t| {
        t.test_two("step", &step.id);
        t.el("p", "", |t| {
            t.text(&step.title);
            evidence(t, step.evidence);
        });
        // A line that is only a figure of the law has nothing to compute.
        if step.formula != step.value {
            t.line("p", "formula numeric", &formula::shown(&step.formula, values, &step.unit));
        }
        t.line("p", "value numeric", &formula::value(&step.value, &step.unit));
        basis(t, page.to_guide(), &step.citations);
    });
}
