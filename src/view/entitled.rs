//! To which of all measures the user is entitled: the role, the questions that decide most, and the list.

use crate::api::Assessment;
use crate::api::answer::{Calculator, Judgement};
use crate::policy::assessment::Status;
use crate::policy::verdict::Outcome;
use crate::state::announce;
use crate::state::{Action, Answer, Claim, Role, Screen, State};
use crate::text::page::entitled as words;
use crate::text::page::{self, answer};
use crate::text::words::person;
use crate::view::browser::BrowserHandle;
use crate::view::frame::title;
use crate::view::part::action::{button, contacts};
use crate::view::part::choice::{Mark, Marks, Row, choice};
use crate::view::part::listen;
use crate::view::part::sign::{evidence, sign};
use crate::view::part::tree::Tree;
use crate::view::render_phase::RenderPhase;
use crate::view::{Page, question};
use yew::Callback;

/// Shows the overview of all measures.
#[inline(never)] // An entry of the lazy chunk (xtask/src/split.rs).
pub(super) fn entitled(t: &mut Tree, state: &State, send: &Callback<Action>, browser: BrowserHandle) {
    let short_path = state.short_path(browser.fold());
    t.el("div", "aside", |t| {
        title(t, page::ENTITLED);
        t.line("p", "", words::WHAT);
        t.line("p", "hint", page::PRIVACY);
        t.el("div", "group", |t| who(t, state, send));
        t.slot(|t| {
            if let Some(answer) = &short_path {
                let guide = browser.screen_url(Screen::Guide);
                question::groups(
                    t,
                    Page { state, answer, send, browser, guide: &guide, sheet: None, is_flat: false },
                    RenderPhase::Complete,
                );
            }
        });
        t.slot(|t| {
            if state.overview_role.is_some() {
                claims(t, state, send, browser, short_path.as_ref());
            }
        });
    });
}

fn who(t: &mut Tree, state: &State, send: &Callback<Action>) {
    let mark = |(code, role): (&'static str, Role)| Mark {
        code,
        label: name(role),
        checked: state.overview_role == Some(role),
        action: Action::SelectOverviewRole(role),
    };
    let marks = Role::ALL.map(mark).into();
    let asked = words::who();
    choice(t, send, &Marks { id: "who", test: "who", asked: &asked, kind: "radio", row: Row::Short, marks });
}

const fn name(role: Role) -> &'static str {
    match role {
        Role::Enterprise => words::ENTERPRISE,
        Role::OtherBody => words::OTHER_BODY,
        Role::Employee => words::EMPLOYEE,
        Role::Unemployed => words::UNEMPLOYED,
        Role::Elsewhere(who) => person(who),
    }
}

/// The list: what can be had, what perhaps, what not, what is over.
fn claims(t: &mut Tree, state: &State, send: &Callback<Action>, browser: BrowserHandle, short_path: Option<&Answer>) {
    let open = || short_path.iter().flat_map(|answer| &answer.needs).filter(|need| !state.is_done(need.question));
    let is_asked = |question| short_path.is_some_and(|answer| answer.questions().contains(&question));
    t.el("section", "", |t| {
        t.line("h2", "", words::LIST);
        t.slot(|t| {
            if open().count() > 0 {
                let is_here = open().any(|need| is_asked(need.question));
                t.line("p", "hint", if is_here { words::MORE } else { words::MORE_INSIDE });
            }
        });
        t.el("ul", "measures", |t| state.claims(browser.fold()).iter().for_each(|claim| one(t, send, claim)));
        contacts(t, &state.site, "");
    });
}

fn one(t: &mut Tree, send: &Callback<Action>, claim: &Claim) {
    let (mark, tone, word) = verdict(claim);
    let (hook, name) = (claim.calculator.code(), claim.calculator.head().short);
    t.el("li", "measure", |t| {
        t.test_two("claim", hook);
        t.el("p", "measure-line", |t| {
            t.line("strong", "", name);
            t.el("span", tone, |t| {
                t.test_two("claim-verdict", hook);
                sign(t, mark);
                t.text(word);
            });
            if let Some(assessment) = claim.assessment.as_ref().filter(|one| one.policy.status == Status::Open) {
                evidence(t, assessment.policy.evidence);
            }
        });
        t.line("p", "", why(claim));
        t.slot(|t| {
            if let Some(amount) = claim.assessment.as_ref().and_then(announce::printed) {
                t.hooked("p", "numeric", &["claim-amount-", hook].concat(), &amount);
            }
        });
        t.slot(|t| {
            if let Some(day) = last_day(claim) {
                t.line("p", "measure-day numeric", &day);
            }
        });
        if claim.assessment.is_some() {
            let open = listen::clicked(send, Action::Navigate(Screen::Of(claim.calculator)));
            button(t, "secondary", &["claim-open-", hook].concat(), &[page::CALCULATE, name].concat(), open);
        }
    });
}

/// The last day of what can be had or perhaps can, where there is one.
fn last_day(claim: &Claim) -> Option<String> {
    let (assessment, head) = (claim.assessment.as_ref()?, claim.calculator.head());
    let is_in_reach = matches!(claim.outcome(), Some(Outcome::Eligible | Outcome::Undetermined));
    (!head.always && is_in_reach).then(|| match head.deadline {
        "" => page::until(assessment.policy.window.and_then(|window| window.to), assessment.as_of),
        deadline => deadline.to_owned(),
    })
}

/// Symbol, tone and word of a claim.
fn verdict(claim: &Claim) -> (&'static str, &'static str, &'static str) {
    let no = (answer::sign(Outcome::Ineligible), "state is-closed", words::NO);
    let Some((assessment, outcome)) = claim.assessment.as_ref().zip(claim.outcome()) else { return no };
    match (outcome, assessment.policy.status) {
        // The rate is cut for everybody who is insured: no application, no condition.
        _ if claim.calculator == Calculator::PREMIUM => in_force(assessment),
        (Outcome::Eligible, _) => (answer::sign(Outcome::Eligible), "state is-yes", words::YES),
        (Outcome::Undetermined, _) => (answer::sign(Outcome::Undetermined), "state is-open", words::PERHAPS),
        (Outcome::Ineligible, _) if assessment.is_curable() => ("?", "state is-open", words::PERHAPS),
        (Outcome::Ineligible, _) => no,
        (Outcome::Closed, Status::NotRecorded) => ("–", "state is-closed", words::NOT_RECORDED),
        (Outcome::Closed, _) => ("–", "state is-closed", words::OVER),
    }
}

fn in_force(assessment: &Assessment) -> (&'static str, &'static str, &'static str) {
    match assessment.policy.status {
        Status::NotRecorded => ("?", "state is-open", words::PERHAPS),
        _ => ("✓", "state is-yes", words::YES),
    }
}

/// The first thing that fails or is missing, in the answer's own words.
fn why(claim: &Claim) -> &str {
    let Some(assessment) = &claim.assessment else { return claim.calculator.head().others };
    if claim.calculator == Calculator::PREMIUM {
        return words::PREMIUM;
    }
    let in_items = assessment.judged().iter().flat_map(|item| &item.conditions);
    let mut conditions = claim.ruled_out.iter().chain(&assessment.conditions).chain(in_items);
    let failing = conditions.find(|condition| condition.verdict == Judgement::Unmet);
    failing.map_or_else(|| assessment.headline(), |condition| condition.detail.as_str())
}
