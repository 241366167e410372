//! One clause: what it says, for whom, until when, its own words, and what can be done with it.

use yew::Callback;

use crate::state::{Action, AskedOften, Clause, NoticePart, Screen, State, Target};
use crate::text::page::answer::place;
use crate::text::page::{self, guide as words};
use crate::view::app;
use crate::view::guide::heading_id;
use crate::view::part::action::button;
use crate::view::part::listen;
use crate::view::part::tree::Tree;

/// Shows a clause.
pub(super) fn clause(t: &mut Tree, state: &State, part: &NoticePart, clause: &Clause, send: &Callback<Action>) {
    let is_target = state.guide.target() == Some(&clause.anchor);
    t.el("article", if is_target { "clause is-target" } else { "clause" }, |t| {
        t.key(&clause.anchor);
        t.id(&clause.anchor);
        t.test_two("clause", &clause.anchor);
        head(t, &clause.anchor, &clause.title, is_target);
        t.line("p", "", &clause.text);
        if !clause.who.is_empty() {
            t.line("p", "", &[words::WHO, &clause.who].concat());
        }
        if let Some(last) = clause.until {
            t.line("p", "clause-until", &words::until(last, state.today));
        }
        t.el("div", "clause-source", |t| {
            t.line("cite", "", &place(&part.document, &part.section));
            t.line("q", "", &clause.quote);
        });
        t.el("p", "clause-foot", |t| foot(t, &clause.anchor, clause.calculator, send));
    });
}

/// Shows a question that people ask.
pub(super) fn question(t: &mut Tree, state: &State, question: &AskedOften, send: &Callback<Action>) {
    let AskedOften { anchor, title, text, words: _, calculator } = question;
    let is_target = state.guide.target() == Some(anchor);
    t.el("article", if is_target { "clause is-target" } else { "clause" }, |t| {
        t.key(anchor);
        t.id(anchor);
        t.test_two("clause", anchor);
        head(t, anchor, title, is_target);
        t.line("p", "", text);
        t.el("p", "clause-foot", |t| foot(t, anchor, *calculator, send));
    });
}

fn head(t: &mut Tree, anchor: &str, title: &str, is_target: bool) {
    t.el("h3", "", |t| {
        t.id(&heading_id(anchor));
        t.reachable();
        t.text(title);
        if is_target {
            t.text(" ");
            t.line("span", "mark is-target", words::TARGET);
        }
    });
}

/// The link to the calculator, and the address of the clause.
fn foot(t: &mut Tree, anchor: &str, calculator: Option<Screen>, send: &Callback<Action>) {
    if let Some(screen) = calculator {
        let go = listen::clicked(send, Action::Navigate(screen));
        let name = [page::CALCULATE, app::title(screen)].concat();
        button(t, "secondary", &["calculate-", anchor].concat(), &name, go);
    }
    link(t, "clause-link", anchor, words::LINK, send);
}

/// A link to a clause, which can be copied.
pub(super) fn link(t: &mut Tree, class: &'static str, anchor: &str, text: &str, send: &Callback<Action>) {
    t.el("a", class, |t| {
        t.set("href", &["?c=guide#", anchor].concat());
        t.test_two("to", anchor);
        t.on(listen::clicked(send, Action::Read(Target::Anchor(anchor.to_owned()))));
        t.text(text);
    });
}
