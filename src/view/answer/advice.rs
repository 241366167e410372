//! What is missing and how much it matters, what else follows, what to do next.

use std::rc::Rc;

use yew::virtual_dom::Listener;

use crate::api::Assessment;
use crate::api::answer::Insight;
use crate::api::wording::{label, matters};
use crate::state::{Action, Move, Need, Question};
use crate::text::page::answer as words;
use crate::view::Page;
use crate::view::answer::now;
use crate::view::answer::row::{Row, row};
use crate::view::part::action::{button, contacts};
use crate::view::part::citation::basis;
use crate::view::part::listen;
use crate::view::part::tree::Tree;
use crate::view::question;

/// The missing facts, each a button that jumps to its question.
pub(super) fn missing(t: &mut Tree, page: Page<'_>) {
    let needs = &page.answer.needs;
    let gist = words::so_many(needs.len());
    let missing = Row { gist: &gist, is_empty: needs.is_empty(), ..Row::new("missing", words::MISSING) };
    row(t, page, &missing, |t| {
        t.el("ul", "needs", |t| {
            for need in needs {
                t.el("li", "", |t| {
                    need_button(t, page, *need);
                    t.line(
                        "span",
                        "matters",
                        page.state.calculator().map_or("", |of| matters(of, need.question.name())),
                    );
                });
            }
        });
    });
}

/// Jumps to the question that asks for it.
pub(super) fn need_button(t: &mut Tree, page: Page<'_>, need: Need) {
    let fact = need.question.name();
    let jump = to_question(page, need);
    button(t, "jump", &["need-", fact].concat(), called(page, need.question), jump);
}

/// The first missing fact, as the one thing to do now.
pub(super) fn continue_form(t: &mut Tree, page: Page<'_>, need: Need) {
    button(t, "primary", "go-on", &continue_words(page, need), to_question(page, need));
}

/// The words of that.
pub(super) fn continue_words(page: Page<'_>, need: Need) -> String {
    [words::CONTINUE, called(page, need.question)].concat()
}

/// What a question asks for, in a word or two.
pub(super) fn called(page: Page<'_>, question: Question) -> &'static str {
    page.state.calculator().map_or("", |calculator| label(calculator, question.name()))
}

/// Shows the question: in 长辈版 in place of the answer.
fn to_question(page: Page<'_>, need: Need) -> Rc<dyn Listener> {
    if page.state.is_elder {
        listen::clicked(page.send, Action::NavigateStep(Move::To(need.jump_to)))
    } else {
        listen::revealing(page.browser, &need.jump_to.id())
    }
}

/// What else follows.
pub(super) fn insights(t: &mut Tree, page: Page<'_>, insights: &[Insight]) {
    let gist = words::so_many(insights.len());
    let also = Row { gist: &gist, is_empty: insights.is_empty(), ..Row::new("also", words::ALSO) };
    row(t, page, &also, |t| {
        t.el("ul", "points", |t| {
            for insight in insights {
                t.hooked("li", "", &["insight-", &insight.id].concat(), &insight.text);
            }
        });
    });
}

/// What to do next, then the hotline and the platform.
pub(super) fn next_steps(t: &mut Tree, page: Page<'_>, assessment: &Assessment) {
    row(t, page, &Row::new("next", words::NEXT), |t| {
        if !page.state.is_elder {
            now::reminder(t, page, assessment);
        }
        if !page.is_flat {
            question::of_next_steps(t, page);
        }
        t.el("ol", "points", |t| {
            for step in &assessment.next_steps {
                t.el("li", "", |t| {
                    t.test_two("next", &step.id);
                    t.line("p", "", &step.text);
                    basis(t, page.to_guide(), &step.citations);
                });
            }
        });
        contacts(t, &page.state.site, "");
    });
}
