//! Where it stands: document, clause and the clause's own key words.

use yew::{Html, html};

use crate::api::answer::Citation;
use crate::text::page::answer as words;

/// The places, each with its quote.
pub(crate) fn citations(citations: &[Citation]) -> Html {
    if citations.is_empty() {
        return Html::default();
    }
    html! {
        <ul class="citations">
            { for citations.iter().map(citation) }
        </ul>
    }
}

/// The places in a line that opens to the quotes.
pub(crate) fn basis(places: &[Citation]) -> Html {
    if places.is_empty() {
        return Html::default();
    }
    let names: Vec<_> = places.iter().map(|place| words::place(place.document, place.clause)).collect();
    html! {
        <details class="basis">
            <summary>{ words::basis(&names) }</summary>
            { citations(places) }
        </details>
    }
}

fn citation(citation: &Citation) -> Html {
    html! {
        <li>
            <cite>{ words::place(citation.document, citation.clause) }</cite>
            if let Some(quote) = citation.quote {
                <q>{ quote }</q>
            }
        </li>
    }
}
