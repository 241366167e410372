//! From one state to the next: between the screens. What is filled in on one is `fill`'s.

pub(super) mod fill;

use crate::api::answer::Calculator;
use crate::policy::date::Date;
use crate::state::action::{Action, Role};
use crate::state::answers::{Answers, Picked};
use crate::state::guide::Target;
use crate::state::site::Site;
use crate::state::{Screen, State, Undo};

/// Makes the next state. Pure: what an action does not name stays as it was.
#[must_use]
pub fn reduce(state: &State, action: Action) -> State {
    let mut next = state.clone();
    let done = action.clone();
    match action {
        Action::Enter(role) => enter(&mut next, role),
        Action::Go(screen) => go(&mut next, screen),
        Action::Today(today) => change_day(&mut next, today),
        Action::Read(target) => read(&mut next, target),
        Action::Fetched(text) => next.guide.take(text.as_deref()),
        Action::OpenLink(screen, address) => {
            let opened = State::with_link(state.today, screen, &address);
            let State { is_elder, is_embedded, site, .. } = next;
            next = State { is_elder, is_embedded, site, ..opened };
            next.preselect();
            next.find_step();
        }
        Action::Elder(is_elder) => {
            next.is_elder = is_elder;
            next.find_step();
        }
        Action::Stand(step) => next.step = step,
        Action::Hush => next.is_reading = false,
        Action::ChangeBasis => next.is_basis_open = true,
        Action::Site(file) => next.settle(Site::of(&file)),
        action => fill::fill(&mut next, action),
    }
    next.undo = Undo::after(&done, state, &next);
    next.follow(state, &done);
    next.asked_as_of = next.as_of_day().unwrap_or(next.asked_as_of);
    next
}

/// Goes where the role leads and answers what it says of itself; an answer that fits the role stays.
fn enter(state: &mut State, role: Role) {
    state.screen = match role {
        Role::Enterprise | Role::OtherBody => Screen::Refund,
        Role::Employee => Screen::SkillSubsidy,
        Role::Unemployed => Screen::UnemploymentBenefit,
        Role::Elsewhere(person) => Screen::Elsewhere(person),
    };
    state.is_role_said = matches!(role, Role::Enterprise | Role::Employee);
    state.is_basis_open = false;
    let (applicant, person) = ((Calculator::Refund, "applicant"), (Calculator::SkillSubsidy, "person"));
    let is = |answers: &Answers, (of, name), options: &[&str]| {
        answers.option(of, name).is_some_and(|picked| options.contains(&picked))
    };
    let answers = &mut state.answers;
    match role {
        Role::Enterprise => answers.pick(applicant.0, applicant.1, Picked::option(ENTERPRISE)),
        Role::OtherBody if is(answers, applicant, &[ENTERPRISE]) => {
            answers.pick(applicant.0, applicant.1, Picked::Unanswered);
        }
        Role::Employee if !is(answers, person, &EMPLOYEES) => {
            answers.pick(person.0, person.1, Picked::option(EMPLOYEES[0]));
        }
        Role::OtherBody | Role::Employee | Role::Unemployed | Role::Elsewhere(_) => {}
    }
}

/// What an enterprise is.
const ENTERPRISE: &str = "enterprise";
/// What a person at work may be; the first, where nothing else is said.
const EMPLOYEES: [&str; 3] = ["enterprise-employee", "other-insured", "public-institution"];

/// Another screen. From the way to all measures the months insured go along: since the last claim they are no more than
/// all together.
fn go(state: &mut State, screen: Screen) {
    if screen == Screen::Guide {
        return read(state, Target::Top);
    }
    // What was copied on another screen is not said here.
    state.share.copied = None;
    // What was said of a link belongs to the screen that it opened.
    if ![screen, Screen::Home].contains(&state.screen) {
        state.link = None;
        state.left_out.clear();
    }
    if state.screen == Screen::Entitled && screen == Screen::SkillSubsidy {
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

/// The notices, over the screen that stands there: it keeps its place behind them.
fn read(state: &mut State, target: Target) {
    state.behind = state.screen_beneath();
    state.screen = Screen::Guide;
    state.guide.seek(target);
}
