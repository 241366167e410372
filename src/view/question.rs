//! The questions on the screen, in their groups: one form a kind of fact, as the law's file declares it.

use wengang_engine::pack::FactKind;

use crate::policy::date::Date;
use crate::policy::list::CollectSmall;
use crate::state::{Action, Answer, Declared, Edit, Input, Picked, Question, State, Subject};
use crate::text::page::question::{self as words, Asked};
use crate::view::part::action::button;
use crate::view::part::choice::{Mark, Marks, Row, alone, choice, unknown};
use crate::view::part::field::{TextBox, Typed, input, label, message, text_box};
use crate::view::part::listen;
use crate::view::part::tree::Tree;
use crate::view::render_phase::RenderPhase;
use crate::view::{Page, extras, list};

/// How many characters a short option has at most.
const SHORT: usize = 4;
/// How many options fit in half the width of a form, not counting 不清楚.
const FEW: usize = 3;

/// What is drawn of the form: only the questions that matter now.
pub(super) fn groups(t: &mut Tree, page: Page<'_>, phase: RenderPhase) {
    let groups = &page.answer.groups;
    let count = match phase {
        RenderPhase::None | RenderPhase::Shell => 0,
        RenderPhase::HalfForm => groups.len().div_ceil(2),
        RenderPhase::Form | RenderPhase::Verdict | RenderPhase::Reasons | RenderPhase::Complete => groups.len(),
    };
    t.el("div", "groups", |t| {
        for group in groups.iter().take(count) {
            let is_folded =
                |question: &Question| page.state.is_basis_folded() && page.state.is_answered_by_role(*question);
            let is_here = |question: &&Question| !is_folded(question) && !question.is_of_next_steps();
            let mut asked = group.questions.iter().filter(is_here).peekable();
            if asked.peek().is_none() {
                continue;
            }
            t.el("section", "group", |t| {
                t.key(group.name);
                t.line("h2", "group-name", group.name);
                t.slot(|t| asked.for_each(|question| one(t, page, *question)));
            });
        }
    });
}

/// The questions that only change the next steps: they are shown with those.
pub(super) fn of_next_steps(t: &mut Tree, page: Page<'_>) {
    t.slot(|t| {
        for question in page.answer.questions() {
            if question.is_of_next_steps() {
                one(t, page, question);
            }
        }
    });
}

/// A question.
pub(super) fn one(t: &mut Tree, page: Page<'_>, question: Question) {
    t.el("div", if is_wide(page, question) { "one is-wide" } else { "one" }, |t| {
        t.key(&question.id());
        match question.list() {
            None => alone_or_first(t, page, question),
            Some(_) if question.asks_whether() => {
                alone_or_first(t, page, question);
                t.slot(|t| {
                    if page.state.has_rows(question) {
                        list::rows(t, page, question);
                    }
                });
            }
            Some(_) => list::list(t, page, question),
        }
    });
}

/// Returns whether a question needs the whole width where the form has two columns: rows, twelve boxes, many or long options.
fn is_wide(page: Page<'_>, question: Question) -> bool {
    let Some(declared) = question.declared() else { return true };
    let is_by_month = matches!(declared.kind, FactKind::Average(_)) && page.state.is_typed_by_month(question);
    let options = declared.offered([words::YES, words::NO]);
    question.list().is_some() || is_by_month || !are_short(&options) || options.len() > FEW
}

/// A question without rows: of a list, whether there is anything in it.
pub(super) fn alone_or_first(t: &mut Tree, page: Page<'_>, question: Question) {
    let Some(declared) = question.declared() else { return };
    let (id, asked) = (question.id(), asked(&declared, day(page.answer, page.state)));
    match declared.kind {
        FactKind::Average(_) if question.is_by_month() => average(t, page, question, &declared, &asked),
        _ if declared.is_typed() => {
            let text = typed(&id, &id, Input::Of(question.into()), &declared, &asked);
            text_box(t, page, &TextBox { unknown: !question.is_optional(), ..text });
        }
        _ => {
            t.slot(|t| extras::search(t, page, question));
            let mut marks = marks(question.into(), &declared, page.state.picked(question.into()));
            extras::marks(page, question, &declared, &mut marks);
            choice(t, page.send, &of(&id, &id, &asked, &declared, marks));
        }
    }
    t.slot(|t| extras::after(t, page, question));
}

/// The day whose question is asked.
pub(super) fn day(answer: &Answer, state: &State) -> Date {
    answer.request.as_ref().map_or(state.today, |request| request.as_of)
}

/// The words of a question on a day.
pub(super) fn asked(declared: &Declared, day: Date) -> Asked {
    Asked::new(declared.ask(day), declared.hint(day))
}

/// The box of a fact or a field.
pub(super) fn typed<'a>(
    id: &'a str,
    test: &'a str,
    input: Input,
    declared: &Declared,
    asked: &'a Asked,
) -> TextBox<'a> {
    let keyboard = match declared.kind {
        FactKind::Money(_) | FactKind::Average(_) => "decimal",
        FactKind::Count(_) => "numeric",
        _ => "text",
    };
    let is_words = declared.kind == FactKind::Text;
    let full = match declared.kind {
        FactKind::Count(most) => declared.full.map(|words| (words, most.to_string())),
        _ => None,
    };
    TextBox { full, keyboard, unit: declared.unit, is_words, ..TextBox::new(id, test, input, asked) }
}

/// What can be picked, then 不清楚. Where several can be, none of them too.
pub(super) fn marks(subject: Subject, declared: &Declared, picked: &Picked) -> Vec<Mark> {
    let pick = |picked: Picked| Action::Answer(subject, Edit::Pick(picked));
    let words = declared.offered([words::YES, words::NO]);
    if !matches!(declared.kind, FactKind::Choices(_)) {
        let mark = |(code, label)| {
            let checked = declared.is_picked(picked, code);
            Mark { code, label, checked, action: Action::pick(subject, code) }
        };
        let mut marks = words.into_iter().map(mark).collect_small();
        marks.push(unknown(picked.is_unknown(), pick(Picked::Unknown)));
        return marks;
    }
    // A box that is ticked is cleared by a tap.
    let toggle = |is_picked: bool, picked| pick(if is_picked { Picked::Unanswered } else { picked });
    let tick = |(code, label)| {
        let checked = picked.holds(code);
        Mark { code, label, checked, action: Action::Answer(subject, Edit::Tick(code, !checked)) }
    };
    let mut marks = words.into_iter().map(tick).collect_small();
    let is_none = picked.known().is_some_and(Vec::is_empty);
    let none = toggle(is_none, Picked::Is(Vec::new()));
    marks.push(Mark { code: "none", label: words::NONE, checked: is_none, action: none });
    marks.push(unknown(picked.is_unknown(), toggle(picked.is_unknown(), Picked::Unknown)));
    marks
}

/// A question with its options: short words next to each other, long ones below each other.
pub(super) fn of<'a>(id: &'a str, test: &'a str, asked: &'a Asked, declared: &Declared, marks: Vec<Mark>) -> Marks<'a> {
    let is_short = are_short(&declared.offered([words::YES, words::NO]));
    let kind = if matches!(declared.kind, FactKind::Choices(_)) { "checkbox" } else { "radio" };
    Marks { id, test, asked, kind, row: if is_short { Row::Short } else { Row::Long }, marks }
}

/// Returns whether options fit next to each other.
fn are_short(options: &[(&str, &str)]) -> bool {
    options.iter().all(|(_, label)| label.chars().count() <= SHORT)
}

/// An average, or the twelve months that make it.
fn average(t: &mut Tree, page: Page<'_>, question: Question, declared: &Declared, asked: &Asked) {
    let id = question.id();
    let by_month = page.state.is_typed_by_month(question);
    let (to_months, to_average) = words::BY_MONTH;
    let toggle = listen::clicked(page.send, Action::Answer(question.into(), Edit::ByMonth(!by_month)));
    t.el("div", "", |t| {
        t.key(if by_month { "months" } else { "average" });
        if by_month {
            twelve_months(t, page, question, &id);
        } else {
            text_box(t, page, &typed(&id, &id, Input::Of(question.into()), declared, asked));
        }
    });
    button(t, "quiet", &[&id, "-by-month"].concat(), if by_month { to_average } else { to_months }, toggle);
}

fn twelve_months(t: &mut Tree, page: Page<'_>, question: Question, id: &str) {
    let whole = Input::Of(question.into());
    let unsure = page.state.field(whole).is_some_and(|field| field.unknown);
    t.el("fieldset", "question", |t| {
        t.id(id);
        t.test(id);
        t.reachable();
        let year = day(page.answer, page.state).year().saturating_sub(1);
        t.line("legend", "ask", &words::months(year));
        t.el("div", "months", |t| (1..=12).for_each(|month| month_box(t, page, question, month)));
        message(t, id, id, &page.state.reading(whole));
        alone(t, page.send, id, "", &unknown(unsure, Action::DontKnow(whole, !unsure)));
    });
}

fn month_box(t: &mut Tree, page: Page<'_>, question: Question, month: u8) {
    let id = format!("{}-month-{month}", question.id());
    let asked = words::month(month);
    let typed = Typed::of(page.state, Input::Month(question, month));
    let text = TextBox { keyboard: "numeric", ..TextBox::new(&id, &id, Input::Month(question, month), &asked) };
    t.el("div", "month", |t| {
        label(t, "", &id, &asked);
        input(t, &typed, page.send, &text);
        t.el("p", "message is-wrong", |t| {
            t.set_two("id", &id, "message");
            t.text(&typed.error().unwrap_or_default());
        });
    });
}
