//! Readings, doubts and assumptions; the day of the check; the documents.

use yew::{Html, html};

use crate::api::answer::{DocumentText, Policy};
use crate::text::page;
use crate::text::page::answer as words;
use crate::text::words::ESTIMATE;

/// The notes of the rule and its documents.
pub(super) fn notes(policy: &Policy) -> Html {
    html! {
        <section class="part notes">
            <h2>{ words::NOTES }</h2>
            <p>{ &policy.title }</p>
            <ul class="points">
                { for policy.notes.iter().map(|note| html! { <li>{ note }</li> }) }
            </ul>
            <ul class="documents">
                { for policy.documents.iter().map(document) }
            </ul>
            <p data-test="checked-on">{ page::checked_on(policy.checked_on) }</p>
            <p>{ ESTIMATE }</p>
        </section>
    }
}

fn document(document: &DocumentText) -> Html {
    let title = document.title.unwrap_or_default();
    html! {
        <li>
            <cite>{ document.number }</cite>
            if let Some(url) = document.url {
                <a href={url} target="_blank" rel="noopener">{ if title.is_empty() { document.number } else { title } }</a>
            } else {
                { title }
            }
        </li>
    }
}
