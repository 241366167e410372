//! A calculator: the day, the form, and the answer card below it or beside it.

use crate::state::{Action, Input, LinkNote};
use crate::text::page;
use crate::text::page::question::{as_of, today};
use crate::text::page::share;
use crate::view::frame::title;
use crate::view::opening::Stage;
use crate::view::part::action::button;
use crate::view::part::field::{TextBox, text_box};
use crate::view::part::listen;
use crate::view::part::sign::sign;
use crate::view::part::tree::Tree;
use crate::view::{Page, answer, elder, question};

/// Shows what is drawn of a calculator. `measure` is its short name.
#[inline(never)] // The page's second part begins here (xtask/src/split.rs).
pub(super) fn calculator(t: &mut Tree, page: Page<'_>, stage: Stage, measure: &'static str, what: &'static str) {
    if page.state.is_elder {
        return elder::calculator(t, page, measure);
    }
    t.el("div", "calculator", |t| {
        t.el("div", "form", |t| {
            head(t, page, measure, what);
            t.slot(|t| link_note(t, page));
            t.slot(|t| {
                if page.state.screen.asks_day() && stage >= Stage::HalfForm {
                    day(t, page);
                }
            });
            question::groups(t, page, stage);
            bar(t, page);
        });
        t.el("div", "beside", |t| {
            if stage >= Stage::Verdict {
                answer::card(t, page, stage);
            }
        });
    });
}

fn head(t: &mut Tree, page: Page<'_>, measure: &str, what: &'static str) {
    t.el("div", "form-head", |t| {
        title(t, &page::calculator(measure));
        t.line("p", "", what);
        t.line("p", "hint", page::PRIVACY);
        button(t, "quiet", "restart", page::RESTART, listen::clicked(page.send, Action::Restart));
    });
}

/// What is to be said of the link that the page was opened by.
pub(super) fn link_note(t: &mut Tree, page: Page<'_>) {
    let line = match page.state.link {
        None => return,
        Some(LinkNote::OtherYear(year)) => share::other_year(year),
        Some(LinkNote::Cut) => share::CUT.to_owned(),
        Some(LinkNote::Damaged(damage)) => damage.sentence().to_owned(),
    };
    t.hooked("p", "notice", "link-note", &line);
}

fn day(t: &mut Tree, page: Page<'_>) {
    t.el("div", "group", |t| day_box(t, page));
}

/// The question of the day of application.
pub(super) fn day_box(t: &mut Tree, page: Page<'_>) {
    let asked = as_of();
    let empty = Some(if page.state.is_elder { page::elder::today(page.state.today) } else { today(page.state.today) });
    let text = TextBox { unknown: false, empty, ..TextBox::new("as-of", "as-of", Input::AsOf, &asked) };
    text_box(t, page, &text);
}

/// On narrow screens the verdict stays in sight below the form; a tap goes to the card.
fn bar(t: &mut Tree, page: Page<'_>) {
    let is_touched =
        page.answer.groups.iter().flat_map(|group| &group.questions).any(|one| page.state.is_touched(*one));
    t.el("div", "bar-place", |t| {
        let Some(assessment) = page.answer.assessment.as_ref().filter(|_| is_touched) else { return };
        let outcome = answer::look(page.answer, assessment);
        t.el("button", answer::tones(outcome).1, |t| {
            t.set("type", "button");
            t.test("bar");
            t.on(listen::revealing(page.host, answer::CARD));
            sign(t, page::answer::sign(outcome));
            t.line("span", "bar-verdict", answer::headline(page.answer, assessment));
            t.line("span", "bar-amount numeric", &answer::printed_amount(assessment).unwrap_or_default());
        });
    });
}
