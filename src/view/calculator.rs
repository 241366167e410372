//! A calculator: the day, the form, and the answer card below it or beside it.

use yew::{Html, html};

use crate::state::{Action, Input};
use crate::text::page;
use crate::text::page::question::{as_of, today};
use crate::view::part::field::{TextBox, text_box};
use crate::view::part::listen;
use crate::view::part::sign::sign;
use crate::view::{Page, answer, question};

/// Shows a calculator. `measure` is its short name.
pub(super) fn calculator(page: Page<'_>, measure: &str, what: &'static str) -> Html {
    html! {
        <div class="calculator">
            { bar(page) }
            <div class="form">
                { head(page, measure, what) }
                { day(page) }
                { question::groups(page) }
            </div>
            <div class="beside">
                { answer::card(page) }
            </div>
        </div>
    }
}

fn head(page: Page<'_>, measure: &str, what: &'static str) -> Html {
    html! {
        <div class="form-head">
            <h1 id={super::frame::TITLE} tabindex="-1">{ page::calculator(measure) }</h1>
            <p>{ what }</p>
            <p class="hint">{ page::PRIVACY }</p>
            <button type="button" class="quiet" data-test="restart" onclick={listen::clicked(page.send, Action::Restart)}>
                { page::RESTART }
            </button>
        </div>
    }
}

fn day(page: Page<'_>) -> Html {
    let (id, asked) = ("as-of", as_of());
    let (id, test, input) = (id.into(), id.into(), Input::AsOf);
    html! {
        <div class="group">
            { text_box(page, &TextBox { id, test, input, asked: &asked, keyboard: "text", unit: "", unknown: false, list: None, empty: Some(today(page.state.today)) }) }
        </div>
    }
}

/// On narrow screens the verdict stays in sight; a tap goes to the card.
fn bar(page: Page<'_>) -> Html {
    let touched = page.answer.groups.iter().flat_map(|group| &group.questions).any(|one| page.state.is_touched(*one));
    let Some(assessment) = page.answer.assessment.as_ref().filter(|_| touched) else {
        return html! { <div class="bar-place"></div> };
    };
    let outcome = answer::outcome(page.answer, assessment);
    html! {
        <div class="bar-place">
            <button type="button" class={format!("bar {}", answer::tone(outcome))} data-test="bar"
                onclick={listen::revealing(page.host, answer::CARD)}>
                { sign(page::answer::sign(outcome)) }
                <span class="bar-verdict">{ answer::headline(page.answer, assessment) }</span>
                <span class="bar-amount numeric">{ answer::printed_amount(assessment).unwrap_or_default() }</span>
            </button>
        </div>
    }
}
