//! From one state to the next: between the screens. What is filled in on one is `fill`'s.

pub(super) mod fill;

use crate::api::answer::Calculator;
use crate::policy::date::Date;
use crate::state::action::{Action, Role};
use crate::state::answers::Picked;
use crate::state::guide::Target;
use crate::state::site::Site;
use crate::state::{Screen, State, Undo};

/// Makes the next state. Pure: what an action does not name stays as it was.
#[must_use]
pub fn reduce(state: &State, action: Action) -> State {
    let mut next = state.clone();
    let done = action.clone();
    match action {
        Action::SelectRole(role) => enter(&mut next, role),
        Action::Navigate(screen) => go(&mut next, screen),
        Action::DateChanged(today) => change_day(&mut next, today),
        Action::Read(target) => read(&mut next, target),
        Action::Fetched(text) => next.guide.take(text.as_deref()),
        Action::OpenLink(screen, address) => {
            let opened = State::with_link(state.today, screen, &address);
            let State { is_elder, is_embedded, site, law, .. } = next;
            next = State { is_elder, is_embedded, site, law, ..opened };
            next.preselect();
            next.find_step();
        }
        Action::Elder(is_elder) => {
            next.is_elder = is_elder;
            next.find_step();
        }
        Action::SetStep(step) => next.step = step,
        Action::StopSpeech => next.is_reading = false,
        Action::ChangeBasis => next.is_basis_open = true,
        Action::Site(file) => next.settle(Site::of(&file)),
        action => fill::fill(&mut next, action),
    }
    next.undo = Undo::after(&done, state, &next);
    next.follow(state, &done);
    next.asked_as_of = next.as_of_day().unwrap_or(next.asked_as_of);
    next
}

/// Goes where the role leads and fills in the answers that it implies; an answer that fits the role stays.
fn enter(state: &mut State, role: Role) {
    state.screen = match role {
        Role::Elsewhere(person) => Screen::Elsewhere(person),
        role => role.leading().map_or(Screen::Home, Screen::Of),
    };
    state.is_role_chosen = matches!(role, Role::Enterprise | Role::Employee);
    state.is_basis_open = false;
    let answers = &mut state.answers;
    for of in Calculator::all().filter(|of| of.head().roles.contains(&role.code())) {
        for (role_of_answer, fact, option) in of.head().role_answers {
            if *role_of_answer == role.code() {
                answers.pick(of, fact, Picked::option(option));
            } else if answers.option(of, fact) == Some(option) {
                // The answer of another role.
                answers.pick(of, fact, Picked::Unanswered);
            }
        }
    }
    let (of, name) = (Calculator::SKILL_SUBSIDY, "person");
    let is_employee = answers.option(of, name).is_some_and(|picked| EMPLOYEES.contains(&picked));
    if role == Role::Employee && !is_employee {
        answers.pick(of, name, Picked::option(EMPLOYEES[0]));
    }
}

/// The possible kinds of an employee; the first is the default.
const EMPLOYEES: [&str; 3] = ["enterprise-employee", "other-insured", "public-institution"];

/// Another screen. From the overview of all measures the insured months are copied: the months since the last claim are
/// a lower bound of all months.
fn go(state: &mut State, screen: Screen) {
    if screen == Screen::Guide {
        return read(state, Target::Top);
    }
    // What was copied on another screen is not said here.
    state.share.copied = None;
    // A message about a link belongs to the screen that it opened.
    if ![screen, Screen::Home].contains(&state.screen) {
        state.link = None;
        state.left_out.clear();
    }
    if state.screen == Screen::Entitled && screen == Screen::Of(Calculator::SKILL_SUBSIDY) {
        state.share_insured_months();
    }
    state.screen = screen;
}

/// Another day: what was copied or is being read aloud is of the day before.
fn change_day(state: &mut State, today: Date) {
    state.today = today;
    state.share.copied = None;
    state.is_reading = false;
}

/// Opens the notices over the current screen, which is restored afterwards.
fn read(state: &mut State, target: Target) {
    state.behind = state.screen_beneath();
    state.screen = Screen::Guide;
    state.guide.seek(target);
}
