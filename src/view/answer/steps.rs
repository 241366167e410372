//! How it is computed: lines that can be done again by hand.

use yew::{Html, html};

use crate::api::answer::Step;
use crate::text::page::{answer as words, formula};
use crate::view::part::citation::basis;
use crate::view::part::sign::evidence;

/// The calculation, where there is one.
pub(super) fn steps(steps: &[Step]) -> Html {
    if steps.is_empty() {
        return Html::default();
    }
    html! {
        <section class="part">
            <h2>{ words::HOW }</h2>
            <ol class="steps">
                { for steps.iter().map(|step| one(step, steps)) }
            </ol>
        </section>
    }
}

fn one(step: &Step, all: &[Step]) -> Html {
    let earlier: Vec<_> = all.iter().map(|step| (step.id.as_str(), step.value.as_str())).collect();
    let is_sum = step.formula != step.value;
    html! {
        <li class="step" data-test={format!("step-{}", step.id)}>
            <p>{ &step.title }{ evidence(step.evidence) }</p>
            if is_sum {
                <p class="formula numeric">{ formula::shown(&step.formula, &earlier, step.unit) }</p>
            }
            <p class="value numeric">{ "= " }{ formula::value(&step.value, step.unit) }</p>
            { basis(&step.citations) }
        </li>
    }
}
