//! The size class in words.

use crate::policy::list::Listed;
use crate::policy::money::Money;
use crate::policy::pack::Bound;
use crate::policy::rules::size_class::{Insight, NextStepKind};
use crate::text::money::grouped;
use crate::text::words;

/// What else follows: the API's id, the sentence and the figure.
#[must_use]
pub fn insight(insight: &Insight) -> (&'static str, String, Option<String>) {
    match insight {
        Insight::Outside(industry) => (
            "outside-the-table",
            format!("{industry}不在这张划型表里，不能自测。请向经办机构查询减免社保费时的划型，或者拨打12333"),
            None,
        ),
        Insight::Possible(classes) => {
            let names: Vec<_> = classes.iter().map(|class| words::size(*class)).listed();
            ("possible", format!("按已经填的，可能是{}", names.join("、")), None)
        }
        Insight::SelfCheck => {
            ("self-check", "这是自测结果，只供参考：稳岗返还看减免社保费时的划型，或者您的书面承诺".to_owned(), None)
        }
    }
}

/// What to do next: the API's id and the sentence.
#[must_use]
pub fn next_step(kind: NextStepKind) -> (&'static str, String) {
    let (id, text) = match kind {
        NextStepKind::SizeClass => ("size-class", "先向经办机构查询单位在减免社保费时划的是哪一型：稳岗返还按它算"),
        NextStepKind::WrittenCommitment => (
            "written-commitment",
            "对划型有异议，或者当年没有划过型，可以书面承诺属于哪一型。承诺不实的，要承担法律责任",
        ),
        NextStepKind::Settlement => {
            ("settlement", "经办机构先按您承诺的类型发钱，再核实；核实后多领的要退回，少领的会补上")
        }
        NextStepKind::AskTheAgency => ("ask-the-agency", words::ASK),
    };
    (id, text.to_owned())
}

/// A lower bound: 从业人员不少于1000人.
#[must_use]
pub fn reached(bound: Bound) -> String {
    match bound {
        Bound::Employees(persons) => format!("从业人员不少于{persons}人"),
        Bound::Revenue(least) => format!("营业收入不少于{}", in_wan(least)),
        Bound::Assets(least) => format!("资产总额不少于{}", in_wan(least)),
    }
}

/// An amount in 万元 as the table writes it, in 元 where that is not whole.
fn in_wan(least: Money) -> String {
    let text = grouped(least);
    match text
        .strip_suffix(",000.00")
        .and_then(|thousands| thousands.replace(',', "").strip_suffix('0').map(str::to_owned))
    {
        Some(wan) => format!("{wan}万元"),
        None => format!("{text}元"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bounds_are_told_in_ten_thousands() {
        let yuan = |text: &str| Money::parse(text).unwrap();
        assert_eq!(reached(Bound::Revenue(yuan("400000000"))), "营业收入不少于40000万元");
        assert_eq!(reached(Bound::Assets(yuan("500000"))), "资产总额不少于50万元");
        assert_eq!(reached(Bound::Assets(yuan("5000"))), "资产总额不少于5,000.00元");
        assert_eq!(reached(Bound::Employees(20)), "从业人员不少于20人");
    }
}
