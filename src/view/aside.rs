//! People out of work, and people whom these measures leave out: a clear sentence each.

use yew::{Callback, Html, html};

use crate::policy::case::Person;
use crate::state::{Action, Role};
use crate::text::page;
use crate::text::words::person as name;
use crate::view::frame::TITLE;
use crate::view::home::role;

/// For people out of work.
pub(super) fn unemployed(send: &Callback<Action>) -> Html {
    html! {
        <div class="aside">
            <h1 id={TITLE} tabindex="-1">{ page::UNEMPLOYED_TITLE }</h1>
            { role(send, "role-benefit-recipient", page::BENEFIT_RECIPIENT, Role::BenefitRecipient) }
            <p data-test="benefit">{ page::BENEFIT }</p>
            <p>{ page::NO_BENEFIT }</p>
            { contacts() }
        </div>
    }
}

/// For people whom these measures leave out.
pub(super) fn elsewhere(person: Person) -> Html {
    html! {
        <div class="aside">
            <h1 id={TITLE} tabindex="-1">{ name(person) }</h1>
            <p data-test="elsewhere">{ page::elsewhere(person) }</p>
            { contacts() }
        </div>
    }
}

fn contacts() -> Html {
    html! {
        <p class="contacts">
            <a class="primary" href={page::HOTLINE_ADDRESS} data-test="hotline">{ page::CALL }</a>
            <a href={page::PLATFORM_ADDRESS} target="_blank" rel="noopener">{ page::PLATFORM }</a>
        </p>
    }
}
