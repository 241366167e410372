//! State → Html: the same state gives the same tree.
//!
//! | file | what it shows |
//! | --- | --- |
//! | `prerendered` | the prerendered page |
//! | `app` | the page: one state, one reducer, effects through the browser |
//! | `browser` | what the page needs of the browser |
//! | `frame` | head and foot |
//! | `home`, `aside` | who are you; people whom the measures leave out |
//! | `calculator` | the day, the form and the answer card next to each other |
//! | `elder` | 长辈版: a calculator one question at a time |
//! | `question`, `list`, `extras` | the form: by the kind of each fact, its rows, what belongs to one question alone |
//! | `render_phase` | progressive rendering of the first screen |
//! | `memo` | parts that are redrawn only when their content changes |
//! | `guide` | the notices clause by clause |
//! | `rounds` | each measure's rounds side by side |
//! | `promote` | links and posters for a campaign |
//! | `answer` | the answer card |
//! | `poster` | a poster, made at a tap |
//! | `part` | fields, choices, citations, tables, drawings |

pub mod app;
pub mod browser;
#[cfg(feature = "prerender")]
pub mod prerendered;

mod answer;
mod aside;
mod calculator;
mod elder;
mod entitled;
mod extras;
mod frame;
mod guide;
mod home;
mod list;
mod memo;
mod part;
mod poster;
mod promote;
mod question;
mod render_phase;
mod rounds;

use std::rc::Rc;

use yew::Callback;

use crate::state::{Action, Answer, Question, State};
use browser::BrowserHandle;
use part::citation::ToGuide;

/// A calculator's state with what follows from it.
struct Evaluated {
    state: State,
    answer: Answer,
}

/// The context of every part of a calculator's page.
#[derive(Clone, Copy)]
struct Page<'a> {
    state: &'a State,
    answer: &'a Answer,
    send: &'a Callback<Action>,
    browser: BrowserHandle,
    /// The guide's address, asked of the browser once a drawing.
    guide: &'a str,
    /// What the sheet for the printer is drawn from.
    sheet: Option<SheetOf<'a>>,
    /// Whether nothing is folded: on paper, and in 长辈版 behind 为什么.
    is_flat: bool,
}

/// What the sheet for the printer is drawn from, and when.
#[derive(Clone, Copy)]
struct SheetOf<'a> {
    evaluated: &'a Rc<Evaluated>,
    /// Whether it can wait until the input is idle: during typing, or while the first screen is being drawn.
    can_wait: bool,
}

impl<'a> Page<'a> {
    /// Whether anything is answered on the screen.
    fn is_touched(self) -> bool {
        let is_touched = |one: &Question| self.state.is_touched(*one) && !self.state.is_answered_by_role(*one);
        self.answer.questions().iter().any(is_touched)
    }

    const fn to_guide(self) -> ToGuide<'a> {
        ToGuide { href: self.guide, send: self.send }
    }
}
