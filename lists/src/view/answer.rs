//! The whole answer to a row.

use yew::prelude::*;

use super::totals::look;
use crate::message::{ConditionView, ItemView, RowAnswer, StepView};
use crate::state::Action;
use crate::text::page as words;

/// The properties of [`Answer`].
#[derive(Properties, PartialEq)]
pub struct AnswerProps {
    /// The answer.
    pub answer: RowAnswer,
    /// Closes it.
    pub send: Callback<Action>,
}

/// The answer.
#[component]
pub fn Answer(props: &AnswerProps) -> Html {
    let answer = &props.answer;
    let close = props.send.reform(|_: MouseEvent| Action::CloseRow);
    html! {
        <div class="row-answer" data-test="row-answer">
            <p class="row-title"><strong>{ words::rows(&answer.numbers) }</strong>{ " " }{ &answer.rule }</p>
            { faults(answer) }
            { read(answer) }
            if !answer.conditions.is_empty() {
                <h4>{ words::WHY }</h4>
                { conditions(&answer.conditions) }
            }
            { for answer.items.iter().map(item) }
            { steps(&answer.steps) }
            { months(&answer.months) }
            { for answer.lines.iter().map(|(title, lines)| section(title, lines)) }
            <p><button type="button" class="secondary" data-test="close-row" onclick={close}>{ words::CLOSE }</button></p>
        </div>
    }
}

fn faults(answer: &RowAnswer) -> Html {
    if answer.faults.is_empty() {
        return Html::default();
    }
    let line = |(row, heading, sentence): &(u32, String, String)| {
        html! { <li>{ words::row(*row) }{ " " }{ heading }{ "：" }{ sentence }</li> }
    };
    html! { <ul class="notice" data-test="row-faults">{ for answer.faults.iter().map(line) }</ul> }
}

fn read(answer: &RowAnswer) -> Html {
    let pair = |(heading, text): &(String, String)| html! { <div><dt>{ heading }</dt><dd>{ text }</dd></div> };
    html! {
        <>
            <h4>{ words::READ }</h4>
            <dl class="read" data-test="row-read">{ for answer.read.iter().map(pair) }</dl>
        </>
    }
}

fn conditions(all: &[ConditionView]) -> Html {
    let one = |condition: &ConditionView| {
        let (sign, class) = look(condition.tone);
        html! {
            <li>
                <p>
                    <span class={classes!("sign", class)} aria-hidden="true">{ sign }</span>
                    <strong>{ &condition.title }</strong>{ "：" }{ &condition.verdict }{ " " }
                    if condition.is_unconfirmed {
                        <span class="mark">{ words::UNCONFIRMED }</span>
                    }
                </p>
                <p>{ &condition.detail }</p>
                { basis(&condition.basis) }
            </li>
        }
    };
    html! { <ul class="judged" data-test="row-conditions">{ for all.iter().map(one) }</ul> }
}

fn item(item: &ItemView) -> Html {
    let (sign, class) = look(item.tone);
    html! {
        <>
            <h4><span class={classes!("sign", class)} aria-hidden="true">{ sign }</span>{ &item.title }</h4>
            { conditions(&item.conditions) }
        </>
    }
}

fn steps(all: &[StepView]) -> Html {
    if all.is_empty() {
        return Html::default();
    }
    let one = |step: &StepView| {
        html! {
            <li>
                <p>{ &step.title }</p>
                <p class="numeric">
                    if !step.formula.is_empty() {
                        <span class="formula">{ &step.formula }{ " " }</span>
                    }
                    <span class="value">{ &step.value }</span>
                </p>
                { basis(&step.basis) }
            </li>
        }
    };
    html! {
        <>
            <h4>{ words::HOW }</h4>
            <ol class="judged" data-test="row-steps">{ for all.iter().map(one) }</ol>
        </>
    }
}

fn months(all: &[(String, String)]) -> Html {
    if all.is_empty() {
        return Html::default();
    }
    let pair =
        |(month, amount): &(String, String)| html! { <div><dt>{ month }</dt><dd class="numeric">{ amount }</dd></div> };
    html! {
        <>
            <h4>{ words::MONTHS }</h4>
            <dl class="read">{ for all.iter().map(pair) }</dl>
        </>
    }
}

fn section(title: &str, lines: &[String]) -> Html {
    html! {
        <>
            <h4>{ title }</h4>
            <ul class="points">{ for lines.iter().map(|line| html! { <li>{ line }</li> }) }</ul>
        </>
    }
}

fn basis(lines: &[String]) -> Html {
    html! { <>{ for lines.iter().map(|line| html! { <p class="hint">{ line }</p> }) }</> }
}
