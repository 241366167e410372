//! Why: the conditions, unmet first, then unknown, then met; each opens to the fact, the limit and the clause.

use yew::Callback;

use crate::api::Assessment;
use crate::api::answer::{Condition, Item, Judgement, Why};
use crate::policy::assessment::Evidence;
use crate::policy::verdict::Outcome;
use crate::state::{Action, announce};
use crate::text::page::{answer as words, elder};
use crate::view::Page;
use crate::view::answer::row::{Row, row};
use crate::view::answer::{plan, tones};
use crate::view::memo::Memo;
use crate::view::part::citation::{ToGuide, citations};
use crate::view::part::listen;
use crate::view::part::sign::{evidence, sign};
use crate::view::part::tree::Tree;

/// The conditions of the case, or those that no item can mend.
pub(super) fn of_case(t: &mut Tree, page: Page<'_>, assessment: &Assessment) {
    let answer = page.answer;
    let conditions = if answer.ruled_out.is_empty() { &assessment.conditions } else { &answer.ruled_out };
    let gist = gist(conditions);
    let is_open = conditions.iter().any(|condition| condition.verdict == Judgement::Unmet);
    let why = Row { gist: &gist, is_open, is_empty: conditions.is_empty(), ..Row::new("why", heading(page)) };
    row(t, page, &why, |t| list(t, page.to_guide(), "condition", conditions));
}

/// How they came out, in a line.
fn gist(conditions: &[Condition]) -> String {
    let count = |verdict| conditions.iter().filter(|condition| condition.verdict == verdict).count();
    words::came_out(conditions.len(), count(Judgement::Unmet), count(Judgement::Unknown))
}

/// In 长辈版 they are under 为什么 already.
const fn heading(page: Page<'_>) -> &'static str {
    if page.state.is_elder { elder::ONE_BY_ONE } else { words::WHY }
}

/// The conditions of each item.
pub(super) fn of_items(t: &mut Tree, page: Page<'_>, assessment: &Assessment) {
    let items = assessment.judged();
    let so_many = plan::so_many(assessment.calculator, items.len());
    let gist = if let [item] = items { gist(&item.conditions) } else { so_many };
    let is_open = items.iter().any(|item| item.outcome == Outcome::Ineligible);
    let why = Row { gist: &gist, is_open, is_empty: items.is_empty(), ..Row::new("items", heading(page)) };
    row(t, page, &why, |t| {
        // All with keys: among siblings without keys, such as the heading, they would be matched by their positions.
        t.slot(|t| {
            for (index, item) in items.iter().enumerate() {
                let (look, word) = announce::of_item(assessment, item);
                let judged = JudgedItem {
                    item: item.clone(),
                    look,
                    word,
                    name: plan::name(page, &item.id),
                    index,
                    is_alone: items.len() == 1,
                    guide: page.guide.to_owned(),
                    send: page.send.clone(),
                };
                Memo::Judged(judged).write(t, page.browser, &item.id);
            }
        });
    });
}

/// An item with its conditions as they are drawn: everything that their looks follow from.
#[derive(PartialEq)]
pub(in crate::view) struct JudgedItem {
    item: Item,
    /// The symbol and colour of its line.
    look: Outcome,
    /// Its result in a word.
    word: &'static str,
    name: String,
    /// Its place among the items, from 0.
    index: usize,
    /// Whether it is the only one, which is open.
    is_alone: bool,
    /// The guide's address.
    guide: String,
    send: Callback<Action>,
}

impl JudgedItem {
    /// Draws it; what is folded in only where it was `opened` once, which calls `open`.
    pub(in crate::view) fn draw(&self, t: &mut Tree, opened: bool, open: Callback<()>) {
        let item = &self.item;
        let test = format!("item-{}", self.index);
        t.el("details", tones(self.look).0, |t| {
            t.test(&test);
            if self.is_alone {
                t.set("open", "");
            }
            t.on(listen::opened(open));
            let least = item.conditions.iter().map(|condition| condition.evidence).max();
            summary(t, words::sign(self.look), &self.name, least.unwrap_or(Evidence::Official), self.word);
            t.slot(|t| {
                if self.is_alone || opened {
                    t.line("p", "item-day", &item.last_day().map(words::last_day).unwrap_or_default());
                    let to = ToGuide { href: &self.guide, send: &self.send };
                    list(t, to, &[&test, "-condition"].concat(), &item.conditions);
                }
            });
        });
    }
}

/// Unmet first, then unknown, then met; within each in the order of the law.
fn list(t: &mut Tree, to: ToGuide<'_>, test: &str, conditions: &[Condition]) {
    t.el("div", "conditions", |t| {
        for verdict in [Judgement::Unmet, Judgement::Unknown, Judgement::Met] {
            for condition in conditions {
                if condition.verdict == verdict {
                    one(t, to, test, condition);
                }
            }
        }
    });
}

fn one(t: &mut Tree, to: ToGuide<'_>, test: &str, condition: &Condition) {
    let (class, code, (mark, word)) = match condition.verdict {
        Judgement::Met => ("condition is-yes", "met", words::MET),
        Judgement::Unmet if condition.curable == Some(true) => ("condition is-open", "unmet", words::CURABLE),
        Judgement::Unmet => ("condition is-no", "unmet", words::UNMET),
        Judgement::Unknown => ("condition is-open", "unknown", words::unknown(condition.reason == Some(Why::Agency))),
    };
    t.el("details", class, |t| {
        t.key(&condition.id);
        t.test_two(test, &condition.id);
        t.set("data-verdict", code);
        if condition.verdict == Judgement::Unmet {
            t.set("open", "");
        }
        summary(t, mark, &condition.title, condition.evidence, word);
        t.el("div", "detail", |t| {
            t.line("p", "", &condition.detail);
            citations(t, to, &condition.citations);
        });
    });
}

/// A line that opens: symbol, title, mark, word.
fn summary(t: &mut Tree, mark: &str, title: &str, sure: Evidence, word: &str) {
    t.el("summary", "line", |t| {
        sign(t, mark);
        t.el("span", "line-title", |t| {
            t.text(title);
            evidence(t, sure);
        });
        t.line("span", "line-word", word);
    });
}
