//! The home screen: the tasks, each with its amount and its last day.

use yew::Callback;

use crate::api::answer::Calculator;
use crate::api::link;
use crate::api::policies::{self, last_day, rule_status_on};
use crate::heads::heads;
use crate::policy::assessment::Evidence;
use crate::policy::assessment::{RuleStatus, Status};
use crate::policy::case::Person;
use crate::state::{Action, Role, Screen, State};
use crate::text::page;
use crate::text::words::{premium_status, status};
use crate::view::frame::title;
use crate::view::part::action::button;
use crate::view::part::listen;
use crate::view::part::tree::Tree;

/// Shows the home screen.
pub(super) fn home(t: &mut Tree, state: &State, send: &Callback<Action>, place_href: &dyn Fn(&str) -> String) {
    t.el("div", "home", |t| {
        title(t, page::HOME);
        t.line("p", "promise", page::PROMISE);
        tasks(t, state, send);
        not_recorded(t);
        doubts(t, state);
        others(t, send);
        tools(t, send);
        elsewhere(t, state, place_href);
        t.line("p", "hint", &page::based_on(&policies::document_numbers()));
        t.slot(|t| {
            if state.is_prerendering {
                t.line("p", "hint", &page::as_on(state.today));
            }
        });
    });
}

/// What people come for: the task says who they are, so that nobody is asked twice.
fn tasks(t: &mut Tree, state: &State, send: &Callback<Action>) {
    t.el("ul", "tasks", |t| {
        Calculator::tasks().for_each(|calculator| task(t, state, send, calculator));
    });
}

fn task(t: &mut Tree, state: &State, send: &Callback<Action>, calculator: Calculator) {
    let (title, text) = calculator.head().task.unwrap_or_default();
    let role = Role::ALL.into_iter().map(|(_, role)| role).find(|role| role.leading() == Some(calculator));
    let action = role.map_or(Action::Navigate(Screen::Of(calculator)), Action::SelectRole);
    let rule_status = rule_status_on(calculator, state.today);
    t.el("li", "", |t| {
        t.test_two("measure", calculator.code());
        t.el("button", "task", |t| {
            t.set("type", "button");
            t.test_two("task", calculator.code());
            t.on(listen::clicked(send, action));
            t.line("strong", "", title);
            t.line("span", "numeric", &[text, &state_of(&rule_status, calculator, state)].concat());
        });
    });
}

/// What is hoped for and until when, `最高60% · 到12月31日`; where one cannot apply, that.
fn state_of(rule_status: &RuleStatus, calculator: Calculator, state: &State) -> String {
    let hope = rule_status.rule.map(|rule| rule.hope).filter(|hope| !hope.is_empty());
    let head = calculator.head();
    let when = match rule_status.status {
        Status::Open if head.always => String::new(),
        Status::Open if !head.deadline.is_empty() => head.deadline.to_owned(),
        Status::Open => page::by(last_day(rule_status), state.today),
        Status::Upcoming | Status::Closed | Status::NotRecorded if head.is_claimed => status(rule_status).to_owned(),
        Status::Upcoming | Status::Closed | Status::NotRecorded => premium_status(rule_status).to_owned(),
    };
    let all = [hope.unwrap_or_default(), &when];
    let parts: Vec<&str> = all.into_iter().filter(|words| !words.is_empty()).collect();
    if parts.is_empty() { String::new() } else { [" ", &parts.join(page::answer::DOT)].concat() }
}

/// Which of the figures are not confirmed.
fn doubts(t: &mut Tree, state: &State) {
    let is_doubtful = |calculator: Calculator| {
        let rule_status = rule_status_on(calculator, state.today);
        rule_status.status == Status::Open && rule_status.evidence == Evidence::Provisional
    };
    t.slot(|t| {
        if Calculator::all().any(is_doubtful) {
            t.el("p", "hint doubts", |t| {
                t.test("doubts");
                t.text(&page::standards_of(state.today.year()));
                t.line("span", "mark", page::UNCONFIRMED);
                t.text(&page::unconfirmed_is(heads().place.short));
            });
        }
    });
}

/// The measures that are not recorded there: no other place's figures are used instead.
fn not_recorded(t: &mut Tree) {
    t.slot(|t| {
        for (title, why) in heads().place.not_recorded {
            t.hooked("p", "hint", "not-recorded", &page::not_recorded(title, why));
        }
    });
}

/// What has another address: the page for lists, and the law of other places.
fn elsewhere(t: &mut Tree, state: &State, place_href: &dyn Fn(&str) -> String) {
    t.el("p", "asides", |t| {
        // In the narrow frame of another site there is no room for lists.
        t.slot(|t| {
            if !state.is_embedded {
                lists(t, state);
            }
        });
        t.slot(|t| places(t, state, place_href));
    });
}

/// The page for lists, under the same law.
fn lists(t: &mut Tree, state: &State) {
    let place = heads().place.id;
    let query = if state.site.places.is_first(place) { String::new() } else { ["?", link::PLACE, "=", place].concat() };
    t.text(page::LISTS_LEAD);
    t.el("a", "", |t| {
        t.set("href", &[page::LISTS_FILE, &query].concat());
        t.test("lists");
        t.text(page::LISTS);
    });
    t.text(" ");
}

/// The other places whose law can be chosen: by their own addresses, so that the page begins again with it.
fn places(t: &mut Tree, state: &State, place_href: &dyn Fn(&str) -> String) {
    let others = state.site.places.others(heads().place.id);
    if others.is_empty() || state.is_prerendering {
        return;
    }
    t.el("span", "", |t| {
        t.test("places");
        t.text(page::OTHER_PLACES);
        for offer in others {
            t.el("a", "", |t| {
                t.set("href", &place_href(&offer.id));
                t.test_two("place", &offer.id);
                t.text(&offer.name);
            });
        }
    });
}

/// Those whom these measures leave out.
fn others(t: &mut Tree, send: &Callback<Action>) {
    t.el("p", "asides", |t| {
        t.test("role-aside");
        t.text(page::ASIDE);
        for (hook, word, action) in [
            ("role-flexible", page::FLEXIBLE, Action::SelectRole(Role::Elsewhere(Person::Flexible))),
            ("role-student", page::STUDENT, Action::SelectRole(Role::Elsewhere(Person::Student))),
            ("role-retired", page::RETIRED, Action::SelectRole(Role::Elsewhere(Person::Retired))),
            ("role-public-institution", page::PUBLIC, Action::SelectRole(Role::Elsewhere(Person::PublicInstitution))),
        ] {
            button(t, "quiet", hook, word, listen::clicked(send, action));
        }
    });
}

fn tools(t: &mut Tree, send: &Callback<Action>) {
    t.el("p", "asides", |t| {
        let has_guide = !policies::guide_file().is_empty();
        for (hook, name, screen) in [
            ("open-guide", page::NOTICES, Screen::Guide),
            ("rounds", page::ROUNDS_LINK, Screen::Rounds),
            ("promote", page::PROMOTE, Screen::Promote),
            ("entitled", page::ENTITLED_LINK, Screen::Entitled),
        ] {
            if has_guide || screen != Screen::Guide {
                button(t, "quiet", hook, name, listen::clicked(send, Action::Navigate(screen)));
            }
        }
    });
}
