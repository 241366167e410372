//! State → Html: the same state gives the same tree.
//!
//! | file | what it shows |
//! | --- | --- |
//! | `ahead` | the page drawn ahead of any visit |
//! | `app` | the page: one state, one reducer, effects through the host |
//! | `host` | what the page asks of the browser |
//! | `frame` | head and foot |
//! | `home`, `aside` | who are you; people whom the measures leave out |
//! | `calculator` | the day, the form and the answer card beside each other |
//! | `elder` | 长辈版: a calculator one question at a time |
//! | `question`, `refund`, `skill_subsidy`, `certificate` | the form |
//! | `guide` | the notices clause by clause |
//! | `rounds` | each measure's rounds side by side |
//! | `promote` | links and posters for a campaign |
//! | `answer` | the answer card |
//! | `poster` | a poster, made at a tap |
//! | `part` | fields, choices, citations, tables, drawings |

#[cfg(feature = "prerender")]
pub mod ahead;
pub mod app;
pub mod host;

mod answer;
mod aside;
mod benefit;
mod calculator;
mod certificate;
mod elder;
mod entitled;
mod frame;
mod guide;
mod home;
mod part;
mod poster;
mod premium;
mod promote;
mod question;
mod refund;
mod rounds;
mod size_class;
mod skill_subsidy;

use yew::Callback;

use crate::state::{Action, Answer, State};
use host::Host;

/// What every part of a calculator's page looks at.
#[derive(Clone, Copy)]
struct Page<'a> {
    state: &'a State,
    answer: &'a Answer,
    send: &'a Callback<Action>,
    host: Host,
}
