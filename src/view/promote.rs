//! A campaign: choose a measure, and take link, texts, code and poster.

use yew::Callback;

use crate::api::answer::Calculator;
use crate::api::policies::regions;
use crate::api::poster::{Poster, Sheet, TooLong, fits, names};
use crate::policy::pack::Region;
use crate::state::{Action, Input, PromoteEdit, Promotion, State};
use crate::text::page::promote as words;
use crate::text::page::question::Asked;
use crate::text::page::{self, share};
use crate::view::answer::copied;
use crate::view::browser::BrowserHandle;
use crate::view::frame::title;
use crate::view::part::action::button;
use crate::view::part::choice::{Mark, Marks, Row, choice};
use crate::view::part::field::{TextBox, Typed, box_of};
use crate::view::part::listen;
use crate::view::part::tree::Tree;
use crate::view::poster::{Offer, poster};

const MEASURE: &str = "promote-measure";
const REGION: &str = "promote-region";
const TAG: &str = "promote-tag";
const HEADLINE: &str = "promote-headline";

/// Shows the screen.
#[inline(never)] // An entry of the lazy chunk (xtask/src/split.rs).
pub(super) fn promote(t: &mut Tree, state: &State, send: &Callback<Action>, browser: BrowserHandle) {
    t.el("div", "aside promote", |t| {
        title(t, page::PROMOTE);
        t.line("p", "", words::WHAT);
        t.el("div", "group", |t| form(t, state, send));
        t.slot(|t| match state.promotion() {
            None => t.line("p", "hint", words::CHOOSE),
            Some(Err(_)) => t.hooked("p", "notice", "promote-mend", words::MEND),
            Some(Ok(promotion)) => made(t, state, send, browser, &promotion),
        });
    });
}

fn form(t: &mut Tree, state: &State, send: &Callback<Action>) {
    let form = &state.promote;
    let measure = |calculator: Calculator| Mark {
        code: calculator.code(),
        label: names(calculator).0,
        checked: form.measure == Some(calculator),
        action: Action::Promote(PromoteEdit::Measure(calculator)),
    };
    radios(t, send, MEASURE, &words::measure(), Row::Long, Calculator::all().map(measure).collect());
    t.slot(|t| {
        if form.measure == Some(Calculator::UNEMPLOYMENT_BENEFIT) {
            radios(t, send, REGION, &words::region(), Row::Short, places(form.region));
        }
    });
    for (id, input, asked, empty) in [
        (TAG, Input::Tag, words::tag(), Some(words::TAG_EXAMPLE)),
        (HEADLINE, Input::Headline, words::headline(), form.measure.map(|measure| names(measure).1)),
    ] {
        let empty = empty.map(str::to_owned);
        let text = TextBox { unknown: false, is_words: true, empty, ..TextBox::new(id, id, input, &asked) };
        box_of(t, &Typed::of(state, input), send, &text);
    }
}

fn radios(t: &mut Tree, send: &Callback<Action>, id: &str, asked: &Asked, row: Row, marks: Vec<Mark>) {
    choice(t, send, &Marks { id, test: id, asked, kind: "radio", row, marks });
}

/// All regions together, and each.
fn places(chosen: Option<&'static Region>) -> Vec<Mark> {
    let mark = |code, label, region: Option<&'static Region>| Mark {
        code,
        label,
        checked: chosen == region,
        action: Action::Promote(PromoteEdit::Region(region)),
    };
    let mut marks = vec![mark("all", words::ALL_REGIONS, None)];
    marks.extend(regions().iter().map(|region| mark(region.slug, region.name, Some(region))));
    marks
}

fn made(t: &mut Tree, state: &State, send: &Callback<Action>, browser: BrowserHandle, promotion: &Promotion) {
    let link = browser.document_url(promotion.calculator) + &promotion.link;
    // A code is the coarser, the shorter its address.
    let short = |link: &str| browser.base_url() + link;
    let (code, untagged) = (short(&promotion.link), short(&promotion.untagged));
    let made = Poster::of_measure(promotion.calculator, state.today, &code).with_headline(&promotion.headline);
    let copy = words::CampaignCopy {
        measure: made.measure,
        headline: &made.headline,
        days: &made.days,
        doubt: &made.doubt,
        link: &link,
    };
    let (sms, wechat) = (words::sms(copy), words::wechat(copy));
    t.el("div", "", |t| {
        text(t, send, browser, words::LINK, "promote-link", &link, "");
        text(t, send, browser, words::SMS, "promote-sms", &sms, &words::counted(&sms));
        text(t, send, browser, words::WECHAT, "promote-wechat", &wechat, "");
        copied(t, state, share::COPIED_HERE);
        t.el("section", "made", |t| {
            t.line("h2", "", words::IMAGES);
            let fits = fits(&code, &untagged, TooLong::Tag);
            poster(t, state, send, browser, Offer { poster: made.into(), fits, sheets: &[Sheet::Code, Sheet::Phone] });
        });
    });
}

/// A text to copy.
fn text(
    t: &mut Tree,
    send: &Callback<Action>,
    browser: BrowserHandle,
    heading: &str,
    hook: &'static str,
    text: &str,
    hint: &str,
) {
    t.el("section", "made", |t| {
        t.line("h2", "", heading);
        t.hooked("p", "made-text", hook, text);
        t.slot(|t| {
            if !hint.is_empty() {
                t.hooked("p", "hint", "promote-count", hint);
            }
        });
        let name = [words::COPY, heading].concat();
        button(t, "secondary", &[hook, "-copy"].concat(), &name, listen::copying(send, browser, text));
    });
}
