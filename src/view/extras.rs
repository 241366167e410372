//! What belongs to one question alone: a search among many options, another calculator that answers it, a note on an answer.

use crate::api::answer::Calculator;
use crate::api::entry::MAYBE_IN_WAN;
use crate::api::policies::estimate_month;
use crate::policy::case::SizeClass;
use crate::state::{Action, Declared, ELSEWHERE, Edit, Input, Picked, Question, Screen, YES_NO};
use crate::text::page::question as words;
use crate::text::words::size as size_name;
use crate::view::Page;
use crate::view::part::action::button;
use crate::view::part::choice::Mark;
use crate::view::part::field::{TextBox, text_box};
use crate::view::part::listen;
use crate::view::part::tree::Tree;
use crate::view::question::day;

/// A box to look for an option by what people call it, where the law's file says how they call it.
pub(super) fn search(t: &mut Tree, page: Page<'_>, question: Question) {
    if question.is_searched() {
        let (id, asked) = ([&question.id(), "-search"].concat(), words::search());
        let text = TextBox::new(&id, &id, Input::Search(question), &asked);
        text_box(t, page, &TextBox { unknown: false, is_words: true, ..text });
    }
}

/// Changes what can be picked: options that are not looked for or not offered go, another city comes.
pub(super) fn marks(page: Page<'_>, question: Question, declared: &Declared, marks: &mut Vec<Mark>) {
    together(page, question, declared, marks);
    joined(page, question, marks);
    if question.is_searched() {
        let found = page.state.found(declared);
        // The selected option stays visible for every search.
        marks.retain(|mark| mark.checked || mark.code == "unknown" || found.contains(&mark.code));
        let chosen = marks.iter().position(|mark| mark.checked && !found.contains(&mark.code));
        if let Some(chosen) = chosen.filter(|place| place + 1 < marks.len()) {
            let mark = marks.remove(chosen);
            marks.insert(0, mark);
        }
    }
    if let Some((name, _)) = question.fact().and_then(|fact| fact.elsewhere.as_ref()) {
        let action = Action::pick(question, ELSEWHERE);
        let checked = page.state.picked(question.into()).holds(ELSEWHERE);
        let place = marks.len().saturating_sub(1);
        marks.insert(place, Mark { code: ELSEWHERE, label: name, checked, action });
    }
}

/// Offers an option that stands for several in place of these, or these where it matters which.
fn together(page: Page<'_>, question: Question, declared: &Declared, marks: &mut Vec<Mark>) {
    let is_told_apart = page.answer.told_apart.contains(&question);
    for (place, option) in declared.options().iter().enumerate().filter(|(_, option)| !option.any_of.is_empty()) {
        let meant = option.any_of.iter().map(|meant| usize::from(meant.0));
        // What an older link or the self-check says stays selected in the one that is offered.
        let mut is_chosen = false;
        for gone in meant.chain([place]).filter(|gone| (*gone == place) == is_told_apart) {
            if let Some(mark) = marks.get_mut(gone) {
                is_chosen |= mark.checked;
                mark.code = "";
            }
        }
        if let Some(mark) = marks.get_mut(place) {
            mark.checked |= is_chosen;
        }
    }
    marks.retain(|mark| !mark.code.is_empty());
}

/// Adds the yes of a question that is asked with this one; none of all is no to it too.
fn joined(page: Page<'_>, question: Question, marks: &mut Vec<Mark>) {
    let Some((joined, label)) = question.joined().filter(|_| page.state.joined_by(question).is_some()) else { return };
    let checked = page.state.picked(joined.into()).holds(YES_NO[0]);
    let code = joined.name();
    let place = marks.iter().position(|mark| mark.code == "none").unwrap_or(marks.len());
    if let Some(none) = marks.get_mut(place).filter(|none| none.checked && checked) {
        none.checked = false;
        none.action = Action::Answer(question.into(), Edit::Pick(Picked::Is(Vec::new())));
    }
    let action = Action::Answer(question.into(), Edit::Tick(code, !checked));
    marks.insert(place, Mark { code, label, checked, action });
}

/// What is below a question.
pub(super) fn after(t: &mut Tree, page: Page<'_>, question: Question) {
    match (question.of, question.name()) {
        (Calculator::REFUND, "size") => size(t, page, question),
        (Calculator::REFUND, "premiumPaid") => premium(t, page),
        (Calculator::UNEMPLOYMENT_BENEFIT, "region") => region(t, page, question),
        _ if question.is_searched() => {
            let is_any = question.declared().is_some_and(|declared| !page.state.found(&declared).is_empty());
            if !is_any && !page.state.is_touched(question) {
                t.hooked("p", "message is-doubt", &[&question.id(), "-none"].concat(), words::NOT_FOUND);
            }
        }
        _ => {}
    }
}

fn size(t: &mut Tree, page: Page<'_>, question: Question) {
    match page.state.handed.size {
        Some(size) => suggested(t, page, question, size),
        None => {
            let check = listen::clicked(page.send, Action::Navigate(Screen::Of(Calculator::SIZE_CLASS)));
            button(t, "quiet", "size-check", words::SIZE_CHECK, check);
        }
    }
}

/// A class that the self-check found: it counts once it is confirmed as declared.
fn suggested(t: &mut Tree, page: Page<'_>, question: Question, size: SizeClass) {
    t.el("div", "notice", |t| {
        t.test("size-suggested");
        t.line("p", "", &words::size_suggested(size_name(size)));
        let confirm = listen::clicked(page.send, Action::pick(question, size.code()));
        button(t, "secondary", "size-confirm", &words::size_confirm(size_name(size)), confirm);
    });
}

fn premium(t: &mut Tree, page: Page<'_>) {
    let year = day(page.answer, page.state).year().saturating_sub(1);
    t.slot(|t| match (page.state.is_estimated(), estimate_month(year)) {
        (true, _) => t.hooked("p", "message is-doubt", "premium-estimated", words::PREMIUM_ESTIMATED),
        (false, Some(_)) => {
            let estimate = listen::clicked(page.send, Action::Estimate(year));
            button(t, "quiet", "premium-estimate", words::PREMIUM_ESTIMATE, estimate);
        }
        (false, None) => {}
    });
    t.slot(|t| {
        if page.answer.premium_may_be_in_wan {
            t.hooked("p", "message is-doubt", "premium-in-wan", MAYBE_IN_WAN);
        }
    });
}

fn region(t: &mut Tree, page: Page<'_>, question: Question) {
    if page.state.is_site_region() {
        t.hooked("p", "hint", "region-of-site", words::OF_SITE);
    }
    if page.state.picked(question.into()).holds(ELSEWHERE) {
        let note = question.fact().and_then(|fact| fact.elsewhere.as_ref()).map_or("", |(_, note)| note);
        t.hooked("p", "message is-doubt", "region-elsewhere-note", note);
    }
}
