//! What is shown beside the law that is edited: the notice, what is wrong, or a case that is tried.

use yew::prelude::*;

use super::state::{Action, Side, Tab};
use super::{Props, calculator, host, part};
use crate::check::Fault;

/// The column.
#[component]
pub fn Aside(props: &Props) -> Html {
    let (bench, derived) = (&props.bench, &props.derived);
    let side = bench.side();
    let is_of_file = matches!(bench.tab, Tab::Texts | Tab::Sentences);
    let faults = || -> Vec<Fault> {
        let own = derived.faults.iter().filter(|fault| !is_of_file || fault.file == bench.open.0);
        own.cloned().collect()
    };
    html! {
        <div class="side">
            <div class="sides" role="group" aria-label="旁边看什么">
                for (one, name, title) in Side::ALL {
                    <button type="button" aria-pressed={(one == side).to_string()} data-test={format!("side-{name}")}
                        onclick={{ let bench = bench.clone(); move |_| bench.dispatch(Action::ShowSide(one)) }}>{ title }</button>
                }
            </div>
            { match side {
                Side::Notice => html! { <Original ..props.clone() /> },
                Side::Faults => {
                    let own = faults();
                    html! {
                        <>
                            <h2>{ if is_of_file { "这个文件里要看的" } else { "要看的" } }</h2>
                            if own.is_empty() { <p data-test="text-right">{ "没有。" }</p> }
                            { part::faults(bench, &own) }
                        </>
                    }
                }
                Side::Calculator => html! { <calculator::Calculator ..props.clone() /> },
            } }
        </div>
    }
}

/// The notice, with the words of the figure that is looked at marked.
#[component]
fn Original(props: &Props) -> Html {
    let (bench, derived) = (&props.bench, &props.derived);
    let current = derived.current(bench.at);
    use_effect_with(current, |_| host::reveal("marked"));
    let current = current.and_then(|(leg, stop)| derived.legs.get(leg)?.stops.get(stop).map(|stop| (leg, stop)));
    let notice = bench.work.notice();
    let words = current.and_then(|(leg, stop)| {
        let own = stop.slot.words.quote.clone();
        own.or_else(|| Some(bench.work.candidates(derived.legs.get(leg)?, stop).first()?.quote.clone()))
    });
    let span = words.and_then(|words| notice.find(&words));
    let text = notice.text();
    let (before, marked, after) = match span {
        Some(span) => (text.get(..span.start), text.get(span.clone()), text.get(span.end..)),
        None => (Some(text), None, None),
    };
    html! {
        <>
            <h2>{ "通知原文" }</h2>
            if text.is_empty() { <p>{ "还没有粘贴通知。" }</p> }
            <div class="original" tabindex="0" role="region" aria-label="通知原文" data-test="original">
                { before.unwrap_or_default().to_owned() }
                <mark id="marked">{ marked.unwrap_or_default().to_owned() }</mark>
                { after.unwrap_or_default().to_owned() }
            </div>
        </>
    }
}
