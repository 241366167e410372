//! The prerendered page: what is readable before the calculator has started, and where it cannot. The calculator
//! replaces it once it is drawn.

use yew::{Callback, Component, Context, Html, Properties};

use crate::api::answer::Calculator;
use crate::api::policies::last_day;
use crate::api::policies::rule_status_on;
use crate::api::poster::names;
use crate::api::rounds::measures;
use crate::policy::date::Date;
use crate::state::{Screen, State, screen_of};
use crate::text::page;
use crate::text::rounds as words;
use crate::text::words::status;
use crate::view::part::action::contacts;
use crate::view::part::tree::Tree;
use crate::view::{frame, home, rounds};

/// Which page.
#[derive(Clone, PartialEq, Properties)]
pub struct PrerenderProps {
    /// The day it is of.
    pub today: Date,
    /// The calculator whose page it is; `None` for the home screen.
    pub calculator: Option<Calculator>,
}

/// The prerendered page.
pub struct PrerenderedPage;

impl Component for PrerenderedPage {
    type Message = ();
    type Properties = PrerenderProps;

    fn create(_: &Context<Self>) -> Self {
        Self
    }

    fn view(&self, context: &Context<Self>) -> Html {
        let PrerenderProps { today, calculator } = context.props();
        let (mut state, send) = (State::prerendering(*today), Callback::noop());
        let mut tree = Tree::default();
        let t = &mut tree;
        state.screen = calculator.map_or(Screen::Home, screen_of);
        frame::head(t, &state, &send, &href);
        t.el("p", "opening", |t| {
            // boot.js says here where the calculator does not start.
            t.id("boot");
            t.set("role", "status");
        });
        t.el("main", "main", |t| match calculator {
            None => {
                home::home(t, &state, &send, &|_| String::new());
                documents(t);
            }
            Some(calculator) => rules(t, &state, *calculator),
        });
        frame::foot(t, &state, &send, &href);
        tree.html()
    }
}

/// The address of a screen.
fn href(screen: Screen) -> String {
    if screen == Screen::Guide { "?c=guide".to_owned() } else { "./".to_owned() }
}

/// The calculators' own documents, with the rules side by side: there is something to follow where no script runs.
fn documents(t: &mut Tree) {
    t.el("section", "", |t| {
        t.line("h2", "", page::RULES);
        t.el("ul", "points", |t| {
            for calculator in Calculator::all() {
                t.el("li", "", |t| {
                    t.el("a", "", |t| {
                        t.set("href", &["./", calculator.code(), ".html"].concat());
                        t.text(names(calculator).0);
                    });
                });
            }
        });
    });
}

/// What a calculator's page says without calculating: what it is for, until when, and the rules side by side.
fn rules(t: &mut Tree, state: &State, calculator: Calculator) {
    let today = state.today;
    t.el("div", "rounds", |t| {
        // boot.js fetches both parts of the page at once.
        t.set("data-calculator", calculator.code());
        let (name, what) = names(calculator);
        t.el("div", "form-head", |t| {
            frame::title(t, &page::calculator(name));
            t.line("p", "", what);
            t.line("p", "hint", page::PRIVACY);
        });
        if let Some(line) = rule_status(calculator, today) {
            t.line("p", "", &line);
            t.line("p", "hint", &page::as_on(today));
        }
        if let Some(measure) = measures().iter().find(|measure| measure.calculator == calculator) {
            t.el("section", "", |t| {
                t.line("h2", "", measure.title);
                t.line("p", "hint", words::MARKS);
                rounds::tables(t, measure);
            });
        }
        contacts(t, &state.site, "");
    });
}

/// Whether one can apply, and until when, where there is a last day.
fn rule_status(calculator: Calculator, today: Date) -> Option<String> {
    let rule_status = Some(rule_status_on(calculator, today)).filter(|_| calculator.has_rounds())?;
    Some([status(&rule_status), "，", &page::last(last_day(&rule_status)), "。"].concat())
}
