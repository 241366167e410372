//! The page as a link opens it.

use wengang_engine::pack::{self, FactKind};

use crate::api::answer::Calculator;
use crate::api::link::{self, Fact, Link, LinkError, LinkValue};
use crate::api::wording::OCCUPATIONS;
use crate::law;
use crate::policy::date::Date;
use crate::policy::list::select_true;
use crate::policy::month::Month;
use crate::state::question::{Question, YES_NO};
use crate::state::snapshot::{ESTIMATED, picked, rows_of};
use crate::state::{Screen, State};

/// The message about the link that the page was opened by. No text of the link itself is ever shown.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum LinkNote {
    /// It was made under another year's round, and is judged as of today.
    OtherYear(u16),
    /// Its answers were lost in transit.
    Cut,
    /// It cannot be read.
    Damaged(LinkError),
}

/// What a link left out; the page says so to its receiver.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum LeftOut {
    /// Numbers, days and certificates: the sender did not tick them.
    Numbers,
    /// Names of occupations: free text of a link is never shown.
    Occupations,
}

impl State {
    /// The page as an address opens it: a link's answers in its calculator, an empty one where the link cannot be read.
    ///
    /// `named`: the screen that the address names, where it names one without being read.
    #[must_use]
    #[inline(never)] // An entry of the lazy chunk (xtask/src/split.rs).
    pub fn with_link(today: Date, named: Screen, address: &str) -> Self {
        let calculator = calculator_of(named);
        match link::read_as(calculator, address) {
            // Not a link to a calculator at all.
            Err(_) if calculator.is_none() => Self { screen: named, ..Self::new(today) },
            Err(damage) => Self { screen: named, link: Some(LinkNote::Damaged(damage)), ..Self::new(today) },
            Ok(link) => {
                let link = &link;
                let note = match (link.is_cut, link.year) {
                    // Every link with answers contains its year.
                    (true, year) => year.map(|_| LinkNote::Cut),
                    (false, Some(year)) if link.as_of.is_none() && year != today.year() => {
                        Some(LinkNote::OtherYear(year))
                    }
                    (false, _) => None,
                };
                let left_out = left_out(link);
                Self {
                    screen: screen_of(link.calculator),
                    link: note,
                    left_out,
                    ..Self::from_snapshot(today, &snapshot_of(link))
                }
            }
        }
    }
}

/// The calculator's screen.
#[must_use]
pub const fn screen_of(calculator: Calculator) -> Screen {
    Screen::Of(calculator)
}

/// The calculator of a screen, where it is one's.
#[must_use]
pub const fn calculator_of(screen: Screen) -> Option<Calculator> {
    if let Screen::Of(calculator) = screen { Some(calculator) } else { None }
}

impl State {
    /// The calculator on the screen.
    #[must_use]
    pub fn calculator(&self) -> Option<Calculator> {
        calculator_of(self.screen)
    }
}

/// A link's answers as a snapshot: the boxes take them as if they were typed.
fn snapshot_of(link: &Link) -> String {
    let of = link.calculator;
    let mut lines: Vec<String> = link.as_of.iter().map(|day| format!("asOf\t={day}")).collect();
    lines.extend(month_of_day(link));
    for fact in &link.facts {
        let (name, question) = ([of.code(), ".", fact.name].concat(), Question::named(of, fact.name));
        match &fact.value {
            LinkValue::Rows(rows) => {
                lines.push(rows_of(&name, rows.len()));
                let [yes, no] = YES_NO;
                if question.is_some_and(Question::asks_whether) {
                    let has_any = if rows.is_empty() { no } else { yes };
                    lines.push([&name, "\t", &picked(&[has_any])].concat());
                }
                for (place, row) in rows.iter().enumerate() {
                    let prefix = format!("{name}[{}]", place + 1);
                    lines.extend(row.iter().filter_map(|fact| {
                        line(&[&prefix, ".", fact.name].concat(), fact, is_picked(question, Some(fact.name)))
                    }));
                }
            }
            LinkValue::Number { digits, .. } if question.is_none() => {
                lines.extend(divided(of, fact.name, digits));
            }
            _ => lines.extend(line(&name, fact, is_picked(question, None))),
        }
    }
    if link.is_estimated {
        lines.push([ESTIMATED, "\t1"].concat());
    }
    lines.join("\n")
}

/// A number that came in another's place: twelve monthly headcounts as their sum, which the box of the average takes as such.
fn divided(of: Calculator, name: &str, digits: &str) -> Option<String> {
    let is_it = |fact: &&pack::Fact| fact.instead.as_ref().is_some_and(|instead| instead.id == name);
    let fact = law::measure(of)?.facts.iter().find(is_it)?;
    let by = fact.instead.as_ref()?.divided_by;
    Some(format!("{}.{}\t={digits}÷{by}", of.code(), fact.id))
}

/// Whether a fact, or a field of its rows, is a choice.
fn is_picked(question: Option<Question>, field: Option<&str>) -> bool {
    let Some(question) = question else { return false };
    let kind = match field {
        None => question.fact().map(|fact| fact.kind),
        Some(name) => question.fields().find(|(_, field)| field.id == name).map(|(_, field)| field.kind),
    };
    matches!(kind, Some(FactKind::Choice(_)))
}

/// The month of the link's day, where the page asks for a month and not for a day, and the link has none.
fn month_of_day(link: &Link) -> Option<String> {
    if screen_of(link.calculator).asks_day() {
        return None;
    }
    let fact = law::measure(link.calculator)?.facts.iter().find(|fact| fact.kind == FactKind::Month)?;
    let month = Month::of(link.as_of?);
    let is_given = link.facts.iter().any(|given| given.name == fact.id);
    (!is_given).then(|| format!("{}.{}\t={month}", link.calculator.code(), fact.id))
}

/// A name of the page's own list.
fn known_occupation(text: &str) -> Option<&'static str> {
    OCCUPATIONS.into_iter().find(|known| *known == text)
}

/// What a link left out although it was answered.
fn left_out(link: &Link) -> Vec<LeftOut> {
    let rows =
        link.facts.iter().flat_map(|fact| if let LinkValue::Rows(rows) = &fact.value { rows.as_slice() } else { &[] });
    let is_left_out = |fact: &Fact| matches!(&fact.value, LinkValue::Text(text) if fact.name == "occupation" && known_occupation(text).is_none());
    // What only tells rows apart is not missing where there is one.
    let is_alone = rows.clone().count() == 1;
    // A campaign's link contains a region and nothing else: no answers were lost.
    let is_campaign = matches!(link.facts.as_slice(), [Fact { name: "region", .. }]);
    let has_choices_alone = link.as_of.is_none() && !link.is_cut && !is_campaign;
    select_true(&[
        (has_choices_alone, LeftOut::Numbers),
        (!is_alone && rows.flatten().any(is_left_out), LeftOut::Occupations),
    ])
}

fn line(name: &str, fact: &Fact, is_picked: bool) -> Option<String> {
    let value = match &fact.value {
        LinkValue::Word(word) => picked(&[word]),
        LinkValue::Words(words) => picked(words),
        LinkValue::Flag(is) => picked(&[if *is { YES_NO[0] } else { YES_NO[1] }]),
        // An option that is a number is picked, not typed.
        LinkValue::Number { digits, .. } if is_picked => picked(&[digits]),
        // No text of a link is shown: a known occupation is the page's own word for it.
        LinkValue::Text(text) if fact.name == "occupation" => ["=", known_occupation(text)?].concat(),
        LinkValue::Number { digits, .. } => ["=", digits].concat(),
        LinkValue::Day(day) => format!("={day}"),
        LinkValue::Month(month) => format!("={month}"),
        LinkValue::Text(_) | LinkValue::Rows(_) => return None,
    };
    Some([name, "\t", &value].concat())
}
