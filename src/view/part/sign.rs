//! Signs and marks: never a colour alone.

use yew::{Html, html};

use crate::policy::citation::Evidence;
use crate::text::page;

/// （未确认） behind what is not certain.
pub(crate) fn evidence(evidence: Evidence) -> Html {
    match evidence {
        Evidence::Official => Html::default(),
        Evidence::Provisional => html! { <>{ " " }<span class="mark">{ page::UNCONFIRMED }</span></> },
    }
}

/// A sign that ears pass over: its word stands beside it.
pub(crate) fn sign(sign: &'static str) -> Html {
    html! { <span class="sign" aria-hidden="true">{ sign }</span> }
}
