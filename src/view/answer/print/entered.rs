//! What was asked and answered, in plain words.

use wengang_engine::pack::FactKind;

use crate::state::{Choice, Declared, Field, Given, Input, Question, Reading, State, Subject, is_asked};
use crate::text::page::print;
use crate::text::page::question as words;
use crate::view::question::day;
use crate::view::{Page, list};

/// A question and its answer.
pub(super) type QuestionAnswer = (String, String);

/// Every question on the screen with its answer, in the order of the form.
pub(super) fn all(page: Page<'_>) -> Vec<QuestionAnswer> {
    let mut all = Vec::new();
    for question in page.answer.questions() {
        all.extend(one(page, question));
        all.extend(page.state.joined_by(question).into_iter().flat_map(|joined| one(page, joined)));
    }
    all
}

fn one(page: Page<'_>, question: Question) -> Vec<QuestionAnswer> {
    let Some(declared) = question.declared() else { return Vec::new() };
    let state = page.state;
    let mut entered = Vec::new();
    if question.list().is_none() || question.asks_whether() {
        entered.push((declared.ask(day(page.answer, state)), answered(state, question.into(), &declared)));
    }
    if state.has_rows(question) {
        let rows = state.rows(question);
        let row = |(index, key)| (list::title(question, index), row(page, question, key));
        entered.extend(rows.rows.iter().map(|row| row.key).enumerate().map(row));
    }
    entered
}

/// What is answered to a fact or in a field.
fn answered(state: &State, subject: Subject, declared: &Declared) -> String {
    if !declared.is_typed() {
        return picked(state, subject, declared);
    }
    let answer = typed(state, Input::Of(subject));
    match state.given(subject) {
        // With the twelve months where those were typed.
        Some(Given::Average(average)) if average.by_month && !average.whole.unknown => {
            let shown =
                |field: &Field| if field.is_blank() { print::EMPTY.to_owned() } else { field.text.trim().to_owned() };
            print::by_month(&answer, &average.months.iter().map(shown).collect::<Vec<_>>().join(print::AND))
        }
        _ if state.is_estimate(subject) => print::estimated(&answer),
        _ => answer,
    }
}

/// What is understood of a box; what people wrote where it is free text.
fn typed(state: &State, input: Input) -> String {
    match state.reading(input) {
        Reading::Empty => print::EMPTY.to_owned(),
        Reading::Unknown => words::UNKNOWN.to_owned(),
        Reading::RefusedIdentity | Reading::Wrong(_) => print::UNREADABLE.to_owned(),
        Reading::Understood(text) if text.is_empty() => {
            state.field(input).map(|field| field.text.trim().to_owned()).unwrap_or_default()
        }
        Reading::Understood(text) => text,
    }
}

fn picked(state: &State, subject: Subject, declared: &Declared) -> String {
    let picked = match state.picked(subject) {
        Choice::Unanswered => return print::EMPTY.to_owned(),
        Choice::Unknown => return words::UNKNOWN.to_owned(),
        Choice::Is(ids) if ids.is_empty() => return words::NONE.to_owned(),
        picked => picked,
    };
    let mut labels = Vec::new();
    for (id, label) in declared.words_of([words::YES, words::NO]) {
        if picked.holds(id) {
            labels.push(label);
        }
    }
    if labels.is_empty() {
        // Only the option for unrecorded ones is not among them.
        let elsewhere = subject.question.fact().and_then(|fact| fact.elsewhere.as_ref());
        return elsewhere.map(|(name, _)| name.clone()).unwrap_or_default();
    }
    labels.join(print::AND)
}

/// A row in a line: its own name, the others with their questions. An assumption is left out where nobody answered it.
fn row(page: Page<'_>, question: Question, key: u32) -> String {
    let mut parts = Vec::new();
    for place in 0..question.list().map_or(0, |list| u16::try_from(list.fields.len()).unwrap_or(u16::MAX)) {
        let subject = question.cell(key, place);
        let Some(declared) = subject.declared() else { continue };
        let is_given = page.state.given(subject).is_some();
        let asks_apart = is_given || page.state.asks_apart();
        let is_left_out = declared.is_assumed && !is_given;
        if is_left_out || !is_asked(&declared, page.answer.asks_urgent, asks_apart) {
            continue;
        }
        let answer = answered(page.state, subject, &declared);
        parts.push(match declared.kind {
            FactKind::Text | FactKind::Choice(_) | FactKind::Choices(_) => answer,
            _ => [&declared.ask(day(page.answer, page.state)), "：", &answer].concat(),
        });
    }
    parts.join(print::COMMA)
}
