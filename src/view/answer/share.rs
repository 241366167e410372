//! Sharing: a link with the choices, and with the numbers only if the user ticks that.

use crate::api::Assessment;
use crate::api::answer::Calculator;
use crate::api::link::Link;
use crate::api::poster::{Figures, Poster, Sheet, TooLong, fits};
use crate::state::{Action, State, announce};
use crate::text::page::share as words;
use crate::view::Page;
use crate::view::part::action::button;
use crate::view::part::choice::{Mark, alone};
use crate::view::part::listen;
use crate::view::part::tree::Tree;
use crate::view::poster::{Offer, poster};

/// The link and a text for a chat, each to be copied.
pub(super) fn share(t: &mut Tree, page: Page<'_>, assessment: &Assessment) {
    let Some(made) = page.answer.link() else { return };
    let with_numbers = page.state.share.with_numbers;
    let link = made.address(with_numbers);
    let address = page.browser.document_url(assessment.calculator) + &link;
    let text = page.answer.message(with_numbers, &address);
    t.el("div", "share", |t| {
        let tick = Mark {
            code: "numbers",
            label: words::WITH_NUMBERS,
            checked: with_numbers,
            action: Action::ShareNumbers(!with_numbers),
        };
        alone(t, page.send, "share", "", &tick);
        t.line("p", "hint", if with_numbers { words::NUMBERS_GO } else { words::CHOICES_GO });
        t.slot(|t| {
            if with_numbers && assessment.calculator == Calculator::SKILL_SUBSIDY {
                t.hooked("p", "hint", "share-left-out", words::ROWS_GO);
            }
        });
        t.el("p", "contacts", |t| {
            button(t, "secondary", "copy-link", words::COPY_LINK, listen::copying(page.send, page.browser, &address));
            button(t, "secondary", "copy-text", words::COPY_TEXT, listen::copying(page.send, page.browser, &text));
        });
        copied(t, page.state, words::COPIED);
        poster(
            t,
            page.state,
            page.send,
            page.browser,
            offer(page, assessment, &made, &(page.browser.base_url() + &link)),
        );
    });
}

/// The poster: with the numbers it is about this case, without them about the measure today.
fn offer(page: Page<'_>, assessment: &Assessment, made: &Link, address: &str) -> Offer {
    let today = page.state.today;
    let poster = if page.state.share.with_numbers {
        let figures = Figures {
            amount: announce::amount(assessment).map(|(lead, figures)| (lead.to_owned(), figures)),
            last_day: assessment.earliest_last_day(),
            is_as_if: page.answer.notice.other_year.is_some(),
            is_estimated: page.answer.notice.estimated,
        };
        Poster::of_answer(assessment, figures, today, address)
    } else {
        Poster::of_measure(assessment.calculator, today, address)
    };
    let choices = page.browser.base_url() + &made.address(false);
    Offer { poster: poster.into(), fits: fits(address, &choices, TooLong::Numbers), sheets: &[Sheet::Phone] }
}

/// Whether it was copied; where the browser does not, the text to copy by hand.
pub(crate) fn copied(t: &mut Tree, state: &State, well: &str) {
    t.el("p", "hint", |t| {
        t.set("role", "status");
        t.test("copied");
        t.text(match &state.share.copied {
            None => "",
            Some((_, true)) => well,
            Some((_, false)) => words::BY_HAND,
        });
    });
    t.slot(|t| {
        if let Some((text, false)) = &state.share.copied {
            t.el("input", "by-hand", |t| {
                t.set("type", "text");
                t.set("readonly", "");
                t.set("aria-label", words::BY_HAND);
                t.test("copy-by-hand");
                t.value(text);
            });
        }
    });
}
