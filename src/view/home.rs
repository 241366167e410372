//! The home screen: who are you, and what can be done today.

use yew::Callback;

use crate::api::answer::Calculator;
use crate::api::policies::{self, last_day, standing_on};
use crate::policy::assessment::Evidence;
use crate::policy::assessment::{Standing, Status};
use crate::policy::case::Person;
use crate::policy::date::Date;
use crate::state::{Action, Role, Screen, State};
use crate::text::page;
use crate::text::words::{benefit_status, person, premium_status, status};
use crate::view::frame::title;
use crate::view::part::action::button;
use crate::view::part::listen;
use crate::view::part::tree::Tree;

/// People whom these measures leave out.
const ASIDE: [Person; 4] = [Person::Flexible, Person::Student, Person::Retired, Person::PublicInstitution];

/// Shows the home screen.
pub(super) fn home(t: &mut Tree, state: &State, send: &Callback<Action>) {
    t.el("div", "home", |t| {
        title(t, page::NAME);
        t.line("p", "promise", page::PROMISE);
        roles(t, send);
        measures(t, state, send);
        sources(t);
    });
}

fn roles(t: &mut Tree, send: &Callback<Action>) {
    t.el("section", "", |t| {
        t.line("h2", "", page::WHO);
        t.el("div", "roles", |t| {
            role(t, send, "role-enterprise", page::ENTERPRISE, Action::Enter(Role::Enterprise));
            role(t, send, "role-employee", page::EMPLOYEE, Action::Enter(Role::Employee));
            role(t, send, "role-unemployed", page::UNEMPLOYED, Action::Enter(Role::Unemployed));
            role(t, send, "role-other", page::OTHER, Action::Enter(Role::OtherBody));
        });
        button(t, "secondary", "entitled", page::ENTITLED_LINK, listen::clicked(send, Action::Go(Screen::Entitled)));
        t.el("p", "asides", |t| {
            t.test("role-aside");
            t.text(page::ASIDE);
            for who in ASIDE {
                let enter = listen::clicked(send, Action::Enter(Role::Elsewhere(who)));
                button(t, "quiet", &["role-", who.code()].concat(), person(who), enter);
            }
        });
    });
}

/// A large choice: who, and what there is for them.
pub(super) fn role(
    t: &mut Tree,
    send: &Callback<Action>,
    test: &'static str,
    (who, what): (&'static str, &'static str),
    action: Action,
) {
    t.el("button", "role", |t| {
        t.set("type", "button");
        t.test(test);
        t.on(listen::clicked(send, action));
        t.line("strong", "", who);
        t.line("span", "", what);
    });
}

fn measures(t: &mut Tree, state: &State, send: &Callback<Action>) {
    let today = state.today;
    t.el("section", "", |t| {
        t.line("h2", "", page::MEASURES);
        t.line("p", "hint", page::UNCONFIRMED_IS);
        t.el("ul", "measures", |t| {
            let (refund, skill) =
                (standing_on(Calculator::Refund, today), standing_on(Calculator::SkillSubsidy, today));
            let (benefit, premium) =
                (standing_on(Calculator::UnemploymentBenefit, today), standing_on(Calculator::Premium, today));
            measure(t, send, "refund", (page::REFUND, page::REFUND_IS), &refund, state, Screen::Refund);
            let skill_words = (page::SKILL_SUBSIDY, page::SKILL_SUBSIDY_IS);
            measure(t, send, "skill-subsidy", skill_words, &skill, state, Screen::SkillSubsidy);
            let benefit_words = (page::BENEFIT, page::BENEFIT_IS);
            measure(t, send, "unemployment-benefit", benefit_words, &benefit, state, Screen::UnemploymentBenefit);
            measure(t, send, "premium", (page::PREMIUM, page::PREMIUM_IS), &premium, state, Screen::Premium);
        });
        t.slot(|t| {
            if state.is_ahead {
                t.line("p", "hint", &page::as_on(today));
            }
        });
        t.el("p", "asides", |t| {
            t.text(page::TOOLS);
            for (hook, name, screen) in [
                ("size-class", page::SIZE_CLASS_CHECK, Screen::SizeClass),
                ("rounds", page::ROUNDS, Screen::Rounds),
                ("open-guide", page::guide::TITLE, Screen::Guide),
                ("promote", page::PROMOTE_LINK, Screen::Promote),
            ] {
                button(t, "quiet", hook, name, listen::clicked(send, Action::Go(screen)));
            }
        });
    });
}

fn measure(
    t: &mut Tree,
    send: &Callback<Action>,
    test: &'static str,
    (name, what): (&'static str, &'static str),
    standing: &Standing,
    state: &State,
    screen: Screen,
) {
    let today = state.today;
    let tone = match (standing.status, standing.evidence) {
        (Status::Open, Evidence::Official) => "state is-yes",
        (Status::Open, Evidence::Provisional) => "state is-open",
        (Status::Upcoming | Status::Closed | Status::NotRecorded, _) => "state is-closed",
    };
    let word = match screen {
        Screen::Premium => premium_status(standing),
        Screen::UnemploymentBenefit => benefit_status(standing),
        _ => status(standing),
    };
    t.el("li", "measure", |t| {
        t.test_two("measure", test);
        t.el("p", "measure-line", |t| {
            t.line("strong", "", name);
            t.line("span", tone, word);
        });
        t.line("p", "", what);
        if standing.status == Status::Open {
            t.line("p", "measure-day numeric", &until(standing, screen, today, state.is_ahead));
        }
        button(t, "secondary", test, &[page::CALCULATE, name].concat(), listen::clicked(send, Action::Go(screen)));
    });
}

/// Until when, where there is a last day; nothing need be applied for in time elsewhere.
fn until(standing: &Standing, screen: Screen, today: Date, is_ahead: bool) -> String {
    match screen {
        Screen::Premium => page::NO_APPLICATION.to_owned(),
        Screen::UnemploymentBenefit => page::answer::NO_DEADLINE.to_owned(),
        _ if is_ahead => page::last(last_day(standing)),
        _ => page::until(last_day(standing), today),
    }
}

/// The documents behind all rules, each once.
fn sources(t: &mut Tree) {
    t.el("details", "sources", |t| {
        t.line("summary", "", page::SOURCES);
        t.el("ul", "", |t| policies::document_numbers().iter().for_each(|number| t.line("li", "", number)));
    });
}
