//! The home screen: who are you, and what can be done today.

use yew::{Callback, Html, html};

use crate::api::policies::{self, last_day, refund_standing, skill_standing};
use crate::policy::assessment::{Standing, Status};
use crate::policy::case::Person;
use crate::policy::citation::Evidence;
use crate::state::{Action, Role, Screen, State};
use crate::text::page;
use crate::text::words::{person, status};
use crate::view::frame::TITLE;
use crate::view::part::listen;

/// People whom these measures leave out.
const ASIDE: [Person; 4] = [Person::Flexible, Person::Student, Person::Retired, Person::PublicInstitution];

/// Shows the home screen.
pub(super) fn home(state: &State, send: &Callback<Action>) -> Html {
    html! {
        <div class="home">
            <h1 id={TITLE} tabindex="-1">{ page::NAME }</h1>
            <p class="promise">{ page::PROMISE }</p>
            { roles(send) }
            { measures(state, send) }
            { sources() }
        </div>
    }
}

fn roles(send: &Callback<Action>) -> Html {
    html! {
        <section>
            <h2>{ page::WHO }</h2>
            <div class="roles">
                { role(send, "role-enterprise", page::ENTERPRISE, Role::Enterprise) }
                { role(send, "role-employee", page::EMPLOYEE, Role::Employee) }
                { role(send, "role-unemployed", page::UNEMPLOYED, Role::Unemployed) }
                { role(send, "role-other", page::OTHER, Role::OtherBody) }
            </div>
            <p class="asides" data-test="role-aside">
                { page::ASIDE }
                { for ASIDE.iter().map(|person| aside(send, *person)) }
            </p>
        </section>
    }
}

/// A large choice: who, and what there is for them.
pub(super) fn role(
    send: &Callback<Action>,
    test: &'static str,
    words: (&'static str, &'static str),
    role: Role,
) -> Html {
    let (who, what) = words;
    html! {
        <button type="button" class="role" data-test={test} onclick={listen::clicked(send, Action::Enter(role))}>
            <strong>{ who }</strong>
            <span>{ what }</span>
        </button>
    }
}

fn aside(send: &Callback<Action>, who: Person) -> Html {
    html! {
        <button type="button" class="quiet" data-test={format!("role-{}", who.code())}
            onclick={listen::clicked(send, Action::Enter(Role::Elsewhere(who)))}>
            { person(who) }
        </button>
    }
}

fn measures(state: &State, send: &Callback<Action>) -> Html {
    let refund = (page::REFUND, page::REFUND_IS);
    let skill = (page::SKILL_SUBSIDY, page::SKILL_SUBSIDY_IS);
    html! {
        <section>
            <h2>{ page::MEASURES }</h2>
            <ul class="measures">
                { measure(send, "measure-refund", refund, &refund_standing(state.today), Screen::Refund) }
                { measure(send, "measure-skill-subsidy", skill, &skill_standing(state.today), Screen::SkillSubsidy) }
            </ul>
        </section>
    }
}

fn measure(
    send: &Callback<Action>,
    test: &'static str,
    (name, what): (&'static str, &'static str),
    standing: &Standing,
    screen: Screen,
) -> Html {
    let tone = match (standing.status, standing.evidence) {
        (Status::Open, Evidence::Official) => "state is-yes",
        (Status::Open, Evidence::Provisional) => "state is-open",
        (Status::Upcoming | Status::Closed | Status::NotRecorded, _) => "state is-closed",
    };
    let until = (standing.status == Status::Open).then(|| page::until(last_day(standing)));
    html! {
        <li class="measure" data-test={test}>
            <p class="measure-line"><strong>{ name }</strong><span class={tone}>{ status(standing) }</span></p>
            <p>{ what }</p>
            <p class="measure-day numeric">{ until.unwrap_or_default() }</p>
            <button type="button" class="secondary" onclick={listen::clicked(send, Action::Go(screen))}>
                { page::CALCULATE }<span class="aloud">{ name }</span>
            </button>
        </li>
    }
}

/// The documents behind all rules, each once.
fn sources() -> Html {
    let mut numbers: Vec<&'static str> = Vec::new();
    for document in policies::packs().iter().flat_map(|pack| &pack.documents) {
        if !numbers.contains(&document.number) {
            numbers.push(document.number);
        }
    }
    html! {
        <details class="sources">
            <summary>{ page::SOURCES }</summary>
            <ul>
                { for numbers.into_iter().map(|number| html! { <li>{ number }</li> }) }
            </ul>
        </details>
    }
}
