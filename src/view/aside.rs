//! People whom these measures leave out: a clear sentence each.

use crate::policy::case::Person;
use crate::state::State;
use crate::text::page;
use crate::text::words::person as name;
use crate::view::frame::title;
use crate::view::part::action::contacts;
use crate::view::part::tree::Tree;

/// For people whom these measures leave out.
pub(super) fn elsewhere(t: &mut Tree, state: &State, person: Person) {
    t.el("div", "aside", |t| {
        title(t, name(person));
        t.hooked("p", "", "elsewhere", page::elsewhere(person));
        contacts(t, &state.site, "primary");
    });
}
