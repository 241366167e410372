//! How it is computed: lines that can be done again by hand.

use crate::api::answer::Step;
use crate::text::page::{answer as words, formula};
use crate::view::Page;
use crate::view::answer::part;
use crate::view::part::citation::basis;
use crate::view::part::sign::evidence;
use crate::view::part::tree::Tree;

/// The calculation, where there is one.
pub(super) fn steps(t: &mut Tree, page: Page<'_>, steps: &[Step]) {
    part(t, words::HOW, steps.is_empty(), |t| {
        let values: Vec<_> = steps.iter().map(|step| (step.id.as_str(), step.value.as_str())).collect();
        t.el("ol", "steps", |t| steps.iter().for_each(|step| one(t, page, step, &values)));
    });
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
