//! The card in 长辈版: the verdict and the amount alone, read aloud where the device can, and one way to why.

use crate::api::Assessment;
use crate::state::Action;
use crate::text::page;
use crate::text::page::{aloud, elder as words};
use crate::view::Page;
use crate::view::answer::{more, now, reasons};
use crate::view::part::action::{button, call};
use crate::view::part::listen;
use crate::view::part::tree::Tree;

/// The parts under the one thing to do.
pub(super) fn under(t: &mut Tree, page: Page<'_>, assessment: &Assessment) {
    t.el("div", "ways", |t| {
        t.slot(|t| listen_to(t, page, assessment));
        t.slot(|t| {
            if !now::is_call(page, assessment) {
                call(t, "secondary", "elder-hotline", page::CALL);
            }
        });
    });
    t.el("details", "why", |t| {
        t.test("elder-why");
        t.line("summary", "", words::WHY);
        now::reminder(t, page, assessment);
        reasons(t, page, assessment);
        more(t, page, assessment);
    });
}

/// Starts or stops reading aloud: only where the device has its own voice for it.
fn listen_to(t: &mut Tree, page: Page<'_>, assessment: &Assessment) {
    if page.state.is_reading {
        button(t, "secondary", "stop-reading", words::STOP_READING, listen::clicked(page.send, Action::StopSpeech));
    } else if page.browser.can_speak() {
        let read = listen::clicked(page.send, Action::ReadAloud(spoken(page, assessment)));
        button(t, "secondary", "read-aloud", words::READ, read);
    }
}

/// The answer for ears: the verdict, the amount, the last day, what to do now.
fn spoken(page: Page<'_>, assessment: &Assessment) -> String {
    aloud::lines(&[
        &page.answer.spoken(),
        &now::last_day_in_words(page, assessment),
        &now::action_in_words(page, assessment),
    ])
}
