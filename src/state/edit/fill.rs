//! Input on the screens of the lazy chunk.

use super::enter;
use crate::api::answer::Calculator;
use crate::policy::list::CollectSmall;
use crate::state::action::{Action, Edit, Role};
use crate::state::answers::{Given, Picked, Rows};
use crate::state::field::{Field, Input};
use crate::state::paste;
use crate::state::promote::PromoteForm;
use crate::state::question::{Subject, YES_NO};
use crate::state::{Choice, Question, Screen, Share, State, Step};

/// Does what an action asks for that is none of those between the screens.
#[inline(never)] // An entry of the lazy chunk (xtask/src/split.rs).
pub(super) fn fill(state: &mut State, action: Action) {
    match action {
        Action::Type(input, text) => touch(state, input, Touch::Type(text)),
        Action::Paste(input, pasted, shown) => {
            if !paste_months(state, input, &pasted) {
                touch(state, input, Touch::Type(shown));
            }
        }
        Action::Blur(input) => touch(state, input, Touch::Leave),
        // The day of application is never unknown: it is today.
        Action::DontKnow(Input::AsOf, _) => {}
        Action::DontKnow(input, unknown) => touch(state, input, Touch::Unknown(unknown)),
        Action::Answer(subject, edit) => answer(state, subject, edit),
        Action::SelectOverviewRole(role) => who(state, role),
        Action::Estimate(base_year) => state.estimate(base_year),
        Action::UseEstimate(amount) => {
            state.take_estimate(amount);
            state.ask(State::question_of_premium());
        }
        Action::SuggestSize(size) => {
            state.screen = Screen::Of(Calculator::REFUND);
            state.handed.size = Some(size);
            state.ask(State::question_of_size());
        }
        Action::ShareNumbers(with_numbers) => state.share = Share { with_numbers, ..Share::default() },
        Action::Copied(text, is_copied) => state.share.copied = Some((text, is_copied)),
        Action::Promote(edit) => state.promote.edit(edit),
        Action::PosterDrawn(drawn) => state.share.drawn = Some(drawn),
        Action::NavigateStep(to) => state.navigate(to),
        Action::ReadAloud(_) => state.is_reading = true,
        Action::Restart => restart(state),
        Action::Undo => state.take_back(),
        // Between the screens: `reduce`.
        Action::SelectRole(_)
        | Action::Navigate(_)
        | Action::DateChanged(_)
        | Action::Read(_)
        | Action::Fetched(_)
        | Action::OpenLink(..)
        | Action::Elder(_)
        | Action::SetStep(_)
        | Action::StopSpeech
        | Action::ChangeBasis
        | Action::Site(_) => {}
    }
}

/// A change of a box.
enum Touch {
    /// Its text is another.
    Type(String),
    /// It is left.
    Leave,
    /// 不清楚 is chosen or taken back.
    Unknown(bool),
}

fn touch(state: &mut State, input: Input, touch: Touch) {
    match input {
        Input::AsOf => touch.of(&mut state.as_of),
        Input::GuideSearch => touch.of(&mut state.guide.search),
        Input::Search(_) => touch.of(&mut state.search),
        Input::Tag => touch.of(&mut state.promote.tag),
        Input::Headline => touch.of(&mut state.promote.headline),
        Input::Of(subject) => {
            state.is_typed_apart |= subject.declared().is_some_and(|declared| declared.alone.is_some());
            let mut given = state.take(subject);
            if let Some(field) = given.text_mut() {
                touch.of(field);
            }
            state.put(subject, given);
        }
        Input::Month(question, month) => {
            let mut given = state.take(question.into());
            let months = given.average_mut().map(|average| &mut average.months);
            let place = usize::from(month).wrapping_sub(1);
            if let Some(field) = months.and_then(|months| months.get_mut(place)) {
                touch.of(field);
            }
            state.put(question.into(), given);
        }
    }
}

impl Touch {
    fn of(self, field: &mut Field) {
        match self {
            Self::Type(text) => field.type_text(text),
            Self::Leave => field.leave(),
            Self::Unknown(unknown) => field.set_unknown(unknown),
        }
    }
}

/// Fills the months from a box on; `false` where the box is not one of a month, or the pasted text does not fit.
fn paste_months(state: &mut State, input: Input, pasted: &str) -> bool {
    let Input::Month(question, month) = input else { return false };
    let mut given = state.take(question.into());
    let months = given.average_mut().map(|average| &mut average.months);
    let is_in = months.is_some_and(|months| paste::into_months(months, month, pasted));
    state.put(question.into(), given);
    is_in
}

fn answer(state: &mut State, subject: Subject, edit: Edit) {
    let Some(declared) = subject.declared() else { return };
    let question = subject.question;
    let is_room = question.list().is_some_and(|list| state.rows(question).rows.len() < usize::from(list.most));
    // One answer to both of two questions that are asked together.
    let joined = state.joined_by(question).filter(|_| subject.cell.is_none());
    let mut is_also = false;
    let mut given = state.take(subject);
    match &edit {
        Edit::Pick(picked) => given.pick(picked.clone()),
        Edit::Tick(option, is_ticked) => {
            let before = given.picked().cloned().unwrap_or_default();
            let is_on = |id: &str| if id == *option { *is_ticked } else { before.holds(id) };
            // In the order of the law's file.
            let ids =
                declared.options().iter().map(|option| &option.id).filter(|id| is_on(id)).cloned().collect_small();
            is_also =
                joined.is_some_and(|joined| if joined.is(option) { *is_ticked } else { state.is_yes(joined.into()) });
            given.pick(if is_also || !ids.is_empty() { Choice::Is(ids) } else { Picked::Unanswered });
        }
        Edit::ByMonth(by_month) => given.average_mut().into_iter().for_each(|average| average.by_month = *by_month),
        Edit::AddRow if !is_room => {}
        Edit::AddRow => given.rows_mut().into_iter().for_each(Rows::add),
        Edit::RemoveRow(key) => given.rows_mut().into_iter().for_each(|rows| rows.remove(*key)),
    }
    let picked = given.picked().cloned().unwrap_or_default();
    state.put(subject, given);
    if let Some(joined) = joined {
        let [yes, no] = YES_NO;
        let also = if picked.known().is_some() { Picked::option(if is_also { yes } else { no }) } else { picked };
        state.answers.pick(joined.of, joined.name(), also);
    }
    if matches!(edit, Edit::AddRow | Edit::RemoveRow(_)) {
        state.show_last_row(question);
    }
    // A class that is picked is confirmed, or another.
    if State::question_of_size() == Some(question) {
        state.handed.size = None;
    }
}

impl State {
    /// Takes the answer to a fact, or in a field of a row, out: to be edited and put back.
    pub(in crate::state) fn take(&mut self, subject: Subject) -> Given {
        let (of, name) = (subject.question.of, subject.question.name());
        let Some(cell) = subject.cell else { return self.answers.take(of, name) };
        let mut list = self.answers.take(of, name);
        let id = subject.declared().map_or("", |declared| declared.id);
        let given = list.sheet_mut(cell.row).map(|sheet| sheet.take(id));
        self.answers.put(of, name, list);
        given.unwrap_or_default()
    }

    /// Puts it back; into a row that is gone, nothing.
    pub(in crate::state) fn put(&mut self, subject: Subject, given: Given) {
        let Some(declared) = subject.declared() else { return };
        let (of, name) = (subject.question.of, subject.question.name());
        let Some(cell) = subject.cell else { return self.answers.put(of, name, given) };
        let mut list = self.answers.take(of, name);
        if let Some(sheet) = list.sheet_mut(cell.row) {
            sheet.put(declared.id, given);
        }
        self.answers.put(of, name, list);
    }

    /// In 长辈版, the question that an answer from elsewhere belongs to.
    fn ask(&mut self, question: Option<Question>) {
        self.step = question.map(Step::Ask).filter(|_| self.is_elder);
    }

    /// In 长辈版, the row that was added last, or the last that is left.
    fn show_last_row(&mut self, question: Question) {
        let last = self.rows(question).rows.last().map(|row| Step::Row(question, row.key));
        self.step = if self.is_elder { last } else { None };
    }
}

fn restart(state: &mut State) {
    state.as_of = Field::default();
    state.search = Field::default();
    state.is_role_chosen = false;
    state.is_basis_open = false;
    state.is_typed_apart = false;
    state.link = None;
    state.left_out.clear();
    if let Some(of) = state.calculator() {
        state.answers.clear(of);
        state.handed.clear(of);
        if of == Calculator::UNEMPLOYMENT_BENEFIT {
            state.preselect();
        }
    }
    match state.screen {
        Screen::Entitled => state.overview_role = None,
        Screen::Promote => state.promote = PromoteForm::default(),
        _ => {}
    }
}

/// Fills in the answers that the role implies, without leaving the overview of all measures.
fn who(state: &mut State, role: Role) {
    let screen = state.screen;
    enter(state, role);
    state.screen = screen;
    state.overview_role = Some(role);
    let person = match role {
        Role::Employee => "enterprise-employee",
        Role::Unemployed => "benefit-recipient",
        Role::Elsewhere(person) => person.code(),
        Role::Enterprise | Role::OtherBody => return,
    };
    state.answers.pick(Calculator::SKILL_SUBSIDY, "person", Picked::option(person));
}
