//! The answer on paper: a sheet that only a printer shows, with all that the card opens to, and the button to it.
//!
//! A separate sheet and not the card: what is folded on the screen would be missing, and buttons mean nothing on
//! paper. It is drawn before anybody prints, and again once the input is idle: for a moment (`DEBOUNCE_MS` in
//! `web/debounce.rs`) it is outdated.

mod entered;

use std::rc::Rc;

use yew::Callback;

use crate::api::Assessment;
use crate::api::answer::{Citation, Condition, DocumentText, Item, Judgement, Why, WindowText};
use crate::heads::heads;
use crate::policy::date::Window;
use crate::policy::list::CollectSmall;
use crate::state::{Action, announce};
use crate::text::page::{self, answer as words, formula, print};
use crate::text::words::ESTIMATE;
use crate::view::answer::{amount, decided, look, notes, notice, now, plan, premium, schedule};
use crate::view::browser::{BrowserHandle, Subscription};
use crate::view::memo::Memo;
use crate::view::part::action::button;
use crate::view::part::listen;
use crate::view::part::qr::qr;
use crate::view::part::sign::sign;
use crate::view::part::tree::Tree;
use crate::view::{Evaluated, Page, SheetOf, app};

/// The button, where printing does something; in an app, what to do first.
pub(super) fn offer(t: &mut Tree, page: Page<'_>) {
    t.slot(|t| {
        if page.browser.is_inside_app() {
            t.hooked("p", "hint", "inside-app", print::INSIDE_APP);
        } else if page.browser.can_print() {
            button(t, "secondary", "print", print::PRINT, listen::printing(page.browser));
        }
    });
}

/// Writes the sheet, which waits for a rest.
pub(super) fn write(t: &mut Tree, page: Page<'_>) {
    if let Some(SheetOf { evaluated, can_wait }) = page.sheet {
        let sheet = Sheet { evaluated: evaluated.clone(), send: page.send.clone(), browser: page.browser, can_wait };
        Memo::Sheet(sheet).write(t, page.browser, "sheet");
    }
}

/// The sheet: everything that its looks follow from.
pub(in crate::view) struct Sheet {
    evaluated: Rc<Evaluated>,
    send: Callback<Action>,
    browser: BrowserHandle,
    can_wait: bool,
}

impl PartialEq for Sheet {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.evaluated, &other.evaluated)
    }
}

impl Sheet {
    /// Draws it.
    pub(in crate::view) fn draw(&self, t: &mut Tree) {
        let Evaluated { state, answer } = self.evaluated.as_ref();
        // No way leads from paper into the guide.
        let page =
            Page { state, answer, send: &self.send, browser: self.browser, guide: "", sheet: None, is_flat: true };
        if let Some(assessment) = &answer.assessment {
            sheet(t, page, assessment);
        }
    }

    /// How it waits for a rest, where it can.
    pub(in crate::view) fn wait(&self, call: Callback<()>) -> Option<Subscription> {
        if self.can_wait { self.browser.debounce(call) } else { None }
    }
}

fn sheet(t: &mut Tree, page: Page<'_>, assessment: &Assessment) {
    let Some(made) = page.answer.link() else { return };
    let address = page.browser.base_url() + &made.address(page.state.share.with_numbers);
    t.el("div", "sheet", |t| {
        t.el("div", "sheet-top", |t| {
            t.el("div", "", |t| head(t, page, assessment, &address));
            qr(t, "sheet-qr", print::CODE, &address);
        });
        verdict(t, page, assessment);
        asked(t, page, assessment);
        conditions(t, page, assessment);
        steps(t, assessment);
        figures(t, page, assessment);
        points(t, words::ALSO, assessment.insights.iter().map(|insight| insight.text.as_str()));
        points(t, words::NEXT, assessment.next_steps.iter().map(|step| step.text.as_str()));
        rules(t, assessment, notes::origin(page));
    });
}

fn head(t: &mut Tree, page: Page<'_>, assessment: &Assessment, address: &str) {
    t.line("p", "sheet-brand", &[page::NAME, " · ", &page::place(heads().place.name)].concat());
    t.line("p", "sheet-title", &print::title(app::title(page.state.screen)));
    t.line("p", "", &[&assessment.policy.title, "　", &print::printed_on(page.state.today)].concat());
    t.line("p", "sheet-link", &[print::LINK, address].concat());
}

fn verdict(t: &mut Tree, page: Page<'_>, assessment: &Assessment) {
    t.el("div", "sheet-verdict", |t| {
        notice::lines(t, page, assessment);
        t.el("p", "sheet-head", |t| {
            sign(t, words::sign(look(page.answer, assessment)));
            t.text(" ");
            t.text(&page.answer.headline());
            if let Some(printed) = announce::printed(assessment) {
                t.text(print::COMMA);
                t.text(&printed);
            }
        });
        if let Some(capital) = amount::in_capitals(assessment) {
            t.line("p", "", &capital);
        }
        t.line("p", "", &now::last_day_in_words(page, assessment));
        t.line("p", "sheet-strong", ESTIMATE);
    });
}

fn asked(t: &mut Tree, page: Page<'_>, assessment: &Assessment) {
    let day =
        page.state.screen.asks_day().then(|| (page::question::as_of().ask, crate::text::money::day(assessment.as_of)));
    section(t, print::ASKED, |t| {
        t.el("dl", "sheet-entered", |t| {
            for (ask, answer) in day.into_iter().chain(entered::all(page)) {
                t.el("div", "", |t| {
                    t.line("dt", "", &ask);
                    t.line("dd", "", &answer);
                });
            }
        });
    });
}

fn conditions(t: &mut Tree, page: Page<'_>, assessment: &Assessment) {
    let answer = page.answer;
    let of_case = if answer.ruled_out.is_empty() { &assessment.conditions } else { &answer.ruled_out };
    t.slot(|t| {
        if !of_case.is_empty() {
            section(t, "", |t| table(t, of_case.iter()));
        }
    });
    t.slot(|t| {
        for item in assessment.judged() {
            let name =
                [&plan::name(page, &item.id), "：", &item.last_day().map(words::last_day).unwrap_or_default()].concat();
            section(t, &name, |t| of_item(t, item, assessment.judged().len() == 1));
        }
    });
}

/// A certificate's conditions; of several certificates those that hold in a line, so that two pages do.
fn of_item(t: &mut Tree, item: &Item, is_alone: bool) {
    let is_brief = |condition: &&Condition| !is_alone && condition.verdict == Judgement::Met;
    let (met, others): (Vec<_>, Vec<_>) = item.conditions.iter().partition(is_brief);
    t.slot(|t| {
        if !others.is_empty() {
            table(t, others.into_iter());
        }
    });
    t.slot(|t| {
        if !met.is_empty() {
            let titles: Vec<_> = met.iter().map(|condition| condition.title.as_str()).collect();
            let places: Vec<_> = met.iter().flat_map(|condition| &condition.citations).copied().collect_small();
            let (mark, word) = words::MET;
            let line = [mark, " ", word, "：", &titles.join(print::AND), &in_brackets(&clauses(&places))].concat();
            t.line("p", "", &line);
        }
    });
}

fn table<'a>(t: &mut Tree, conditions: impl Iterator<Item = &'a Condition>) {
    t.el("table", "sheet-table", |t| {
        t.el("thead", "", |t| {
            t.el("tr", "", |t| print::COLUMNS.iter().for_each(|name| t.line("th", "", name)));
        });
        t.el("tbody", "", |t| conditions.for_each(|one| condition(t, one)));
    });
}

fn in_brackets(places: &str) -> String {
    if places.is_empty() { String::new() } else { ["（", places, "）"].concat() }
}

fn condition(t: &mut Tree, condition: &Condition) {
    let (mark, word) = match condition.verdict {
        Judgement::Met => words::MET,
        Judgement::Unmet => words::UNMET,
        Judgement::Unknown => words::unknown(condition.reason == Some(Why::Agency)),
    };
    t.el("tr", "", |t| {
        t.el("td", "", |t| {
            t.text(&[mark, " ", &condition.title, print::sure(condition.evidence)].concat());
        });
        t.line("td", "", &[word, "：", &condition.detail].concat());
        t.line("td", "", &clauses(&condition.citations));
    });
}

fn steps(t: &mut Tree, assessment: &Assessment) {
    if assessment.steps.is_empty() {
        return;
    }
    let values: Vec<_> = assessment.steps.iter().map(|step| (step.id.as_str(), step.value.as_str())).collect();
    section(t, words::HOW, |t| {
        t.el("ol", "sheet-list", |t| {
            for step in &assessment.steps {
                t.el("li", "", |t| {
                    t.text(&[&step.title, print::sure(step.evidence), "："].concat());
                    let value = formula::value(&step.value, &step.unit);
                    if step.formula == step.value {
                        t.line("strong", "", value.trim_start_matches("= "));
                    } else {
                        t.text(&[&formula::shown(&step.formula, &values, &step.unit), " "].concat());
                        t.line("strong", "", &value);
                    }
                    t.text(&in_brackets(&clauses(&step.citations)));
                });
            }
        });
    });
}

/// The calculators' own figures, as the card shows them.
fn figures(t: &mut Tree, page: Page<'_>, assessment: &Assessment) {
    premium::monthly(t, assessment);
    schedule::schedule(t, page, assessment);
    decided::decided(t, page, assessment);
    plan::plan(t, page, assessment);
}

fn points<'a>(t: &mut Tree, heading: &str, points: impl Iterator<Item = &'a str> + Clone) {
    t.slot(|t| {
        if points.clone().count() > 0 {
            section(t, heading, |t| t.el("ul", "sheet-list", |t| points.for_each(|point| t.line("li", "", point))));
        }
    });
}

/// The rules: which, for which days, when they were checked, and their documents.
fn rules(t: &mut Tree, assessment: &Assessment, origin: Option<String>) {
    let policy = &assessment.policy;
    let is_round = assessment.calculator.has_rounds();
    let window = |window: WindowText| print::window(is_round, Window { from: window.from, to: window.to });
    section(t, page::SOURCES, |t| {
        let window = policy.window.map(window);
        let lines = [Some(page::version(heads().version)), Some(page::checked_on(policy.checked_on)), window];
        t.line("p", "", &lines.into_iter().flatten().collect::<Vec<_>>().join("　"));
        let document = |document: &DocumentText| [document.number, " ", document.title.unwrap_or_default()].concat();
        let documents: Vec<_> = policy.documents.iter().map(document).collect_small();
        t.line("p", "", &documents.join("；"));
        t.el("ul", "sheet-list", |t| {
            policy.notes.iter().for_each(|note| t.line("li", "", note));
            origin.into_iter().for_each(|origin| t.line("li", "", &origin));
        });
    });
}

fn section(t: &mut Tree, heading: &str, inside: impl FnOnce(&mut Tree)) {
    t.el("section", "sheet-part", |t| {
        if !heading.is_empty() {
            t.line("p", "sheet-head", heading);
        }
        inside(t);
    });
}

/// The sources, without repetition.
fn clauses(places: &[Citation]) -> String {
    let mut names: Vec<String> = places.iter().map(|place| words::place(place.document, place.clause)).collect_small();
    names.dedup();
    print::clauses(&names)
}
