//! The page as a link opens it.

use crate::api::answer::Calculator;
use crate::api::link::{self, Damage, Fact, Link, LinkValue};
use crate::api::wording::OCCUPATIONS;
use crate::policy::date::Date;
use crate::policy::list::marked;
use crate::policy::month::Month;
use crate::state::keep::{CERTIFICATE, RECEIVED, rows_of};
use crate::state::{Screen, State};

/// What is said of the link that the page was opened by. No text of the link itself is ever shown.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum LinkNote {
    /// It was made under another year's round, and is judged as of today.
    OtherYear(u16),
    /// Its answers were lost on the way.
    Cut,
    /// It cannot be read.
    Damaged(Damage),
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
    #[inline(never)] // The page's second part begins here (xtask/src/split.rs).
    pub fn with_link(today: Date, named: Screen, address: &str) -> Self {
        let calculator = calculator_of(named);
        match link::read_as(calculator, address) {
            // Not a link to a calculator at all.
            Err(_) if calculator.is_none() => Self { screen: named, ..Self::new(today) },
            Err(damage) => Self { screen: named, link: Some(LinkNote::Damaged(damage)), ..Self::new(today) },
            Ok(link) => {
                let link = &link;
                let note = match (link.is_cut, link.year) {
                    // Every link with answers tells its year.
                    (true, year) => year.map(|_| LinkNote::Cut),
                    (false, Some(year)) if link.as_of.is_none() && year != today.year() => {
                        Some(LinkNote::OtherYear(year))
                    }
                    (false, _) => None,
                };
                let left_out = left_out(link);
                Self { screen: screen_of(link.calculator), link: note, left_out, ..Self::with_kept(today, &kept(link)) }
            }
        }
    }
}

/// The calculator's screen.
#[must_use]
pub const fn screen_of(calculator: Calculator) -> Screen {
    match calculator {
        Calculator::Refund => Screen::Refund,
        Calculator::SkillSubsidy => Screen::SkillSubsidy,
        Calculator::Premium => Screen::Premium,
        Calculator::UnemploymentBenefit => Screen::UnemploymentBenefit,
        Calculator::SizeClass => Screen::SizeClass,
    }
}

/// The calculator of a screen, where it is one's.
#[must_use]
pub fn calculator_of(screen: Screen) -> Option<Calculator> {
    Calculator::ALL.into_iter().find(|calculator| screen_of(*calculator) == screen)
}

impl State {
    /// The calculator on the screen.
    #[must_use]
    pub fn calculator(&self) -> Option<Calculator> {
        calculator_of(self.screen)
    }
}

/// A link's answers as the lines that the page keeps: its boxes take them as if they were typed.
fn kept(link: &Link) -> String {
    let prefix = match link.calculator {
        Calculator::Refund => "refund",
        Calculator::SkillSubsidy => "skill",
        Calculator::Premium => "premium",
        Calculator::UnemploymentBenefit => "benefit",
        Calculator::SizeClass => "size",
    };
    let mut lines: Vec<String> = link.as_of.iter().map(|day| format!("asOf\t={day}")).collect();
    lines.extend(month_of_day(link, prefix));
    let (mut certificates, mut received) = (0, 0);
    for fact in &link.facts {
        match (&fact.value, fact.name) {
            (LinkValue::Rows(rows), "certificates") => {
                certificates = write_rows(&mut lines, CERTIFICATE, rows, 1);
            }
            (LinkValue::Rows(rows), _) => {
                let has = if rows.is_empty() { "0" } else { "1" };
                lines.push(format!("skill.hasReceived\t{has}"));
                received = write_rows(&mut lines, RECEIVED, rows, certificates.max(1) + 1);
            }
            (_, name) => lines.extend(line(prefix, fact, name)),
        }
    }
    if link.is_estimated {
        lines.push("refund.isEstimated\t1".to_owned());
    }
    if link.calculator == Calculator::SkillSubsidy {
        lines.push(rows_of(certificates.max(1), received.max(1)));
    }
    lines.join("\n")
}

/// The month of the link's day, where the page asks for a month and not for a day, and the link tells none.
fn month_of_day(link: &Link, prefix: &str) -> Option<String> {
    let name = match link.calculator {
        Calculator::Premium => "month",
        Calculator::UnemploymentBenefit => "firstMonth",
        Calculator::Refund | Calculator::SkillSubsidy | Calculator::SizeClass => return None,
    };
    let month = Month::of(link.as_of?);
    let is_told = link.facts.iter().any(|fact| fact.name == name);
    (!is_told).then(|| format!("{prefix}.{name}\t={month}"))
}

/// Writes rows under keys from `first` on, and returns how many they are.
fn write_rows(lines: &mut Vec<String>, name: &str, rows: &[Vec<Fact>], first: u32) -> u32 {
    let mut key = first;
    for row in rows {
        let prefix = format!("{name}.{key}");
        lines.extend(row.iter().filter_map(|fact| line(&prefix, fact, fact.name)));
        key += 1;
    }
    key - first
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
    // A campaign's link brings a region and nothing else: nobody answered more.
    let is_campaign = matches!(link.facts.as_slice(), [Fact { name: "region", .. }]);
    let has_choices_alone = link.as_of.is_none() && !link.is_cut && !is_campaign;
    marked(&[(has_choices_alone, LeftOut::Numbers), (rows.flatten().any(is_left_out), LeftOut::Occupations)])
}

fn line(prefix: &str, fact: &Fact, name: &str) -> Option<String> {
    let told = match &fact.value {
        LinkValue::Word(word) => (*word).to_owned(),
        LinkValue::Words(words) => words.join(" "),
        LinkValue::Flag(is) => if *is { "1" } else { "0" }.to_owned(),
        // Levels are picked, not typed.
        LinkValue::Number { digits, .. } if name == "level" => digits.clone(),
        // Twelve monthly headcounts came as their sum: the box of the average takes it as such.
        LinkValue::Number { digits, .. } if name == "insuredPersonMonths" => {
            return Some(format!("{prefix}.averageInsured\t={digits}÷12"));
        }
        // No text of a link is shown: a known occupation is the page's own word for it.
        LinkValue::Text(text) if name == "occupation" => ["=", known_occupation(text)?].concat(),
        LinkValue::Number { digits, .. } => ["=", digits].concat(),
        LinkValue::Day(day) => format!("={day}"),
        LinkValue::Month(month) => format!("={month}"),
        LinkValue::Text(_) | LinkValue::Rows(_) => return None,
    };
    Some(format!("{prefix}.{name}\t{told}"))
}
