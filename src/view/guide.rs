//! The notices clause by clause.

mod clause;
mod reader;

use yew::Callback;

use crate::state::{Action, AskedOften, Clause, Input, Load, NoticePart, Notices, Screen, State, Target};
use crate::text::page::{self, guide as words};
use crate::view::browser::BrowserHandle;
use crate::view::part::action::{button, call};
use crate::view::part::listen;
use crate::view::part::tree::Tree;

pub(super) use reader::{Reader, open};

/// The id of the heading.
pub(super) const TITLE: &str = "guide-title";
/// The id of the search box.
const SEARCH: &str = "guide-search";

/// The id of a clause's or a part's heading.
fn heading_id(anchor: &str) -> String {
    [anchor, "-title"].concat()
}

/// Shows the guide, as far as its text is there.
#[inline(never)] // An entry of the lazy chunk (xtask/src/split.rs).
pub(super) fn guide(t: &mut Tree, state: &State, send: &Callback<Action>, browser: BrowserHandle) {
    t.el("div", "guide", |t| {
        button(t, "quiet", "guide-back", words::BACK, listen::back(send, browser, Action::Navigate(state.behind)));
        t.el("h1", "", |t| {
            t.id(TITLE);
            t.reachable();
            t.text(words::TITLE);
        });
        t.line("p", "", words::IS);
        t.slot(|t| match &state.guide.load {
            Load::Loaded(notices) => loaded(t, state, notices, send),
            Load::Failed => failed(t, state, send),
            Load::NotBegun | Load::Loading => t.el("p", "hint", |t| {
                t.set("role", "status");
                t.text(words::OPENING);
            }),
        });
    });
}

fn failed(t: &mut Tree, state: &State, send: &Callback<Action>) {
    t.el("div", "notice", |t| {
        t.set("role", "alert");
        t.hooked("p", "", "guide-failed", words::FAILED);
    });
    let again = listen::clicked(send, Action::Read(state.guide.target.clone()));
    button(t, "primary", "guide-retry", words::RETRY, again);
    call(t, "secondary", "guide-hotline", page::CALL);
}

fn loaded(t: &mut Tree, state: &State, notices: &Notices, send: &Callback<Action>) {
    if state.is_embedded {
        return framed(t, state, notices, send);
    }
    let found = state.guide.found();
    let is_searched = !state.guide.search.is_blank();
    ends(t, state, notices, send);
    let questions = state.guide.questions();
    let clauses: usize = found.iter().map(|(_, clauses)| clauses.len()).sum();
    search(t, state, clauses + questions.len(), send);
    t.slot(|t| {
        if !is_searched {
            ready(t, notices, send);
            contents(t, notices, send);
        }
    });
    // Who looks for something in their own words is answered before the clauses.
    t.slot(|t| {
        if is_searched {
            asked(t, state, &questions, send);
        }
    });
    t.slot(|t| found.iter().for_each(|(one, clauses)| part(t, state, one, clauses, send)));
    t.slot(|t| {
        if !is_searched {
            asked(t, state, &questions, send);
        }
    });
}

/// In the frame of another page: the clause or the question that was asked for, or else their headings. The whole guide is some
/// thirty screens long, and a frame as high as that is cut off.
fn framed(t: &mut Tree, state: &State, notices: &Notices, send: &Callback<Action>) {
    let target = state.guide.target();
    let place = |part: &NoticePart| part.clauses.iter().position(|clause| target == Some(&clause.anchor));
    let found = notices.parts.iter().find_map(|part| Some((part, part.clauses.get(place(part)?)?)));
    let question = notices.questions.iter().find(|question| target == Some(&question.anchor));
    if found.is_none() && question.is_none() {
        return headings(t, state, notices, send);
    }
    t.el("section", "", |t| {
        t.key(target.unwrap_or_default());
        if let Some((part, clause)) = found {
            clause::clause(t, state, part, clause, send);
        }
        if let Some(question) = question {
            clause::question(t, state, question, send);
        }
    });
    button(t, "quiet", "guide-all", words::ALL, listen::clicked(send, Action::Read(Target::Top)));
}

/// The headings of all that is found, each a link.
fn headings(t: &mut Tree, state: &State, notices: &Notices, send: &Callback<Action>) {
    let (found, questions) = (state.guide.found(), state.guide.questions());
    let clauses: usize = found.iter().map(|(_, clauses)| clauses.len()).sum();
    ends(t, state, notices, send);
    search(t, state, clauses + questions.len(), send);
    for (part, clauses) in found {
        let clauses = clauses.iter().map(|clause| (&clause.anchor, &clause.title));
        links(t, &part.title, clauses, send);
    }
    links(t, words::ASKED, questions.iter().map(|one| (&one.anchor, &one.title)), send);
}

fn links<'a>(t: &mut Tree, title: &str, all: impl Iterator<Item = (&'a String, &'a String)>, send: &Callback<Action>) {
    t.el("section", "", |t| {
        t.key(title);
        t.line("h2", "", title);
        t.el("ul", "points", |t| {
            for (anchor, title) in all {
                t.el("li", "", |t| clause::link(t, "", anchor, title, send));
            }
        });
    });
}

/// What people ask.
fn asked(t: &mut Tree, state: &State, questions: &[&AskedOften], send: &Callback<Action>) {
    if questions.is_empty() {
        return;
    }
    t.el("section", "", |t| {
        t.test("guide-questions");
        t.line("h2", "", words::ASKED);
        for one in questions {
            clause::question(t, state, one, send);
        }
    });
}

/// How old the notices are, and which parts end on which day.
fn ends(t: &mut Tree, state: &State, notices: &Notices, send: &Callback<Action>) {
    t.el("div", "notice", |t| {
        t.line("p", "notice-head", words::OF_2024);
        t.el("ul", "points", |t| {
            for part in &notices.parts {
                let last = part.clauses.iter().find_map(|clause| clause.until);
                if let Some(last) = last {
                    t.hooked("li", "", &["ends-", &part.anchor].concat(), &words::ends(&part.title, last, state.today));
                }
            }
        });
        t.line("p", "", words::LATER);
        button(t, "quiet", "guide-rounds", page::ROUNDS, listen::clicked(send, Action::Navigate(Screen::Rounds)));
    });
}

fn search(t: &mut Tree, state: &State, found: usize, send: &Callback<Action>) {
    let field = &state.guide.search;
    t.el("div", "question", |t| {
        t.el("label", "ask", |t| {
            t.set("for", SEARCH);
            t.text(words::SEARCH);
        });
        t.el("div", "box", |t| {
            t.el("input", "", |t| {
                t.set("type", "text");
                t.id(SEARCH);
                t.test_two(SEARCH, "input");
                t.set("autocomplete", "off");
                t.set("enterkeyhint", "search");
                t.set("placeholder", words::SEARCH_HINT);
                t.set("aria-describedby", "guide-count");
                t.value(&field.text);
                t.on(listen::typed(send, Input::GuideSearch));
                t.on(listen::left(send, Input::GuideSearch));
            });
        });
        t.el("p", "message", |t| {
            t.set("role", "status");
            t.id("guide-count");
            t.test("guide-count");
            let refused = state.reading(Input::GuideSearch).error();
            t.text(&refused.unwrap_or_else(|| words::count(found, !field.is_blank())));
        });
    });
}

fn ready(t: &mut Tree, notices: &Notices, send: &Callback<Action>) {
    t.el("section", "", |t| {
        t.test("guide-ready");
        t.line("h2", "", words::READY);
        t.el("ul", "points", |t| {
            for one in &notices.ready {
                t.el("li", "", |t| {
                    t.text(&one.purpose);
                    t.text("：");
                    t.line("strong", "", &one.what);
                    clause::link(t, "", &one.anchor, words::READ, send);
                });
            }
        });
        t.line("p", "hint", words::READY_ELSE);
    });
}

/// The parts: the notices are long.
fn contents(t: &mut Tree, notices: &Notices, send: &Callback<Action>) {
    t.el("details", "sources", |t| {
        t.test("guide-contents");
        t.line("summary", "", words::CONTENTS);
        t.el("ul", "", |t| {
            for part in &notices.parts {
                t.el("li", "", |t| clause::link(t, "", &part.anchor, &part.title, send));
            }
        });
    });
}

fn part(t: &mut Tree, state: &State, part: &NoticePart, clauses: &[&Clause], send: &Callback<Action>) {
    t.el("section", "", |t| {
        t.key(&part.anchor);
        t.el("h2", "", |t| {
            t.id(&heading_id(&part.anchor));
            t.reachable();
            t.text(&part.title);
        });
        for one in clauses {
            clause::clause(t, state, part, one, send);
        }
    });
}
