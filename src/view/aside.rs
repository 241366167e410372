//! People out of work, and people whom these measures leave out: a clear sentence each.

use yew::Callback;

use crate::policy::case::Person;
use crate::state::{Action, Role, Screen, State};
use crate::text::page;
use crate::text::words::person as name;
use crate::view::frame::title;
use crate::view::home::role;
use crate::view::part::action::contacts;
use crate::view::part::tree::Tree;

/// For people out of work.
pub(super) fn unemployed(t: &mut Tree, state: &State, send: &Callback<Action>) {
    t.el("div", "aside", |t| {
        title(t, page::UNEMPLOYED_TITLE);
        role(t, send, "role-claim-benefit", page::CLAIM_BENEFIT, Action::Go(Screen::UnemploymentBenefit));
        let recipient = Action::Enter(Role::BenefitRecipient);
        role(t, send, "role-benefit-recipient", page::BENEFIT_RECIPIENT, recipient);
        t.hooked("p", "", "benefit", page::ON_BENEFIT);
        t.line("p", "", page::NO_BENEFIT);
        contacts(t, &state.site, "primary");
    });
}

/// For people whom these measures leave out.
pub(super) fn elsewhere(t: &mut Tree, state: &State, person: Person) {
    t.el("div", "aside", |t| {
        title(t, name(person));
        t.hooked("p", "", "elsewhere", page::elsewhere(person));
        contacts(t, &state.site, "primary");
    });
}
