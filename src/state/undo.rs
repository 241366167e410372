//! Undo for 清空重填 and 删除: one tap must not lose what was filled in.

use std::rc::Rc;

use crate::state::State;
use crate::state::action::{Action, Edit};
use crate::state::question::Question;

/// What can be taken back: offered until something is filled in again.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Undo {
    /// The question a row of which was taken out; `None`: everything was cleared.
    pub of: Option<Question>,
    before: Rc<State>,
}

impl Undo {
    /// Whether it was offered in a state before: the same one, not another that restores as much.
    #[must_use]
    pub fn was_there(&self, before: &State) -> bool {
        before.undo.as_ref().is_some_and(|undo| Rc::ptr_eq(&undo.before, &self.before))
    }

    /// What can be taken back once an action is done.
    pub(super) fn after(action: &Action, before: &State, now: &State) -> Option<Self> {
        let of = match action {
            Action::Restart => None,
            Action::Answer(subject, Edit::RemoveRow(_)) => Some(subject.question),
            // Nothing is filled in by these.
            Action::DateChanged(_)
            | Action::Blur(_)
            | Action::Read(_)
            | Action::Fetched(_)
            | Action::ShareNumbers(_)
            | Action::Copied(..)
            | Action::PosterDrawn(_)
            | Action::Elder(_)
            | Action::NavigateStep(_)
            | Action::SetStep(_)
            | Action::ReadAloud(_)
            | Action::StopSpeech
            | Action::ChangeBasis
            | Action::Site(_) => return before.undo.clone(),
            _ => return None,
        };
        let is_any_lost = before.to_snapshot() != now.to_snapshot();
        is_any_lost.then(|| Self { of, before: Rc::new(State { undo: None, ..before.clone() }) })
    }
}

impl State {
    /// Restores what was cleared or removed.
    pub(super) fn take_back(&mut self) {
        let Some(Undo { before, .. }) = self.undo.take() else { return };
        let State {
            as_of,
            answers,
            handed,
            search,
            promote,
            overview_role,
            is_role_chosen,
            is_typed_apart,
            step,
            link,
            left_out,
            ..
        } = before.as_ref().clone();
        *self = Self {
            as_of,
            answers,
            handed,
            search,
            promote,
            overview_role,
            is_role_chosen,
            is_typed_apart,
            step,
            link,
            left_out,
            ..self.clone()
        };
    }
}
