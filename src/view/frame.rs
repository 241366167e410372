//! Head and foot of every screen.

use yew::{Callback, Html, html};

use crate::api::policies::version;
use crate::policy::date::Date;
use crate::state::{Action, Screen};
use crate::text::page;
use crate::text::words::{ESTIMATE, HOTLINE};
use crate::view::part::listen;

/// The id of every screen's heading.
pub(super) const TITLE: &str = "title";

/// The head: who we are, and the way home.
pub(super) fn head(send: &Callback<Action>, screen: Screen) -> Html {
    html! {
        <header class="head">
            <a class="skip" href={format!("#{TITLE}")}>{ page::SKIP }</a>
            <div class="head-line">
                <a class="brand" href="./" data-test="home" onclick={listen::clicked(send, Action::Go(Screen::Home))}
                    aria-current={(screen == Screen::Home).then_some("page")}>
                    { page::NAME }
                </a>
                <span class="place">{ page::PLACE }</span>
            </div>
        </header>
    }
}

/// The foot: what the figures are, and whom to ask.
pub(super) fn foot() -> Html {
    let rules = version().rules;
    let checked = Date::parse(rules).map(page::checked_on).unwrap_or_default();
    html! {
        <footer class="foot">
            <p>{ ESTIMATE }</p>
            <p>{ page::HOTLINE }{ " " }<a href={page::HOTLINE_ADDRESS} data-test="foot-hotline">{ HOTLINE }</a></p>
            <p>{ checked }</p>
            <p>{ page::version(rules) }</p>
        </footer>
    }
}
