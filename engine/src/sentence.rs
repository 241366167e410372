//! Sentences with their numbers filled in.

use crate::date::Date;
use crate::error::NoValue;
use crate::evaluate::{Budget, Knowledge, Known, Scene};
use crate::expression::Expr;
use crate::pack::{DomainId, Measure, Pack, Piece, RoundId, Says, Style, Text};
use crate::rule_status::rule_status;
use crate::value::{OptionId, Percent, Ratio, Value};

/// How a fact or a field is asked on a day, before anything is known.
///
/// On a day without a rule it is asked as under the one before: what was answered stays on the page.
#[must_use]
pub fn ask(pack: &Pack, measure: &Measure, text: &Text, day: Date) -> String {
    if let [Piece::Words(words)] = text.0.as_slice() {
        return words.clone();
    }
    let found = rule_status(pack, measure, day).round.or_else(|| {
        let before = |id: &RoundId| measure.rounds.get(id.index()).is_some_and(|round| round.window.from <= day);
        (0_u16..).map(RoundId).take(measure.rounds.len()).filter(before).last()
    });
    let round = found.and_then(|id| Some((id, measure.rounds.get(id.index())?)));
    let (facts, budget) = (vec![None; measure.facts.len()], Budget::new());
    Scene::new(pack, measure, round, day, &facts, &budget).words(text)
}

/// The text for a value that is not known. The compiler's rows are chosen so that it is never used.
const NOT_KNOWN: &str = "（不清楚）";

impl Scene<'_> {
    /// The first sentence whose condition surely holds, in words; nothing where none does.
    pub fn say(&self, says: &Says) -> String {
        let holds = |when: &Option<Expr>| when.as_ref().is_none_or(|when| self.surely(when));
        says.0.iter().find(|row| holds(&row.when)).map(|row| self.words(&row.text)).unwrap_or_default()
    }

    /// A sentence in words.
    pub fn words(&self, text: &Text) -> String {
        let mut words = String::new();
        for piece in &text.0 {
            match piece {
                Piece::Words(piece) => words.push_str(piece),
                Piece::Print(expr, style) => words.push_str(&self.printed(expr, style)),
            }
        }
        words
    }

    /// A share in per cent, against a limit where one is known.
    pub fn percent(&self, share: Ratio, limit: Option<&Expr>) -> Result<Percent, NoValue> {
        match limit.map(|limit| self.evaluate(limit).known) {
            Some(Known::Value(Value::Ratio(limit))) => share.percent_against(limit),
            _ => share.percent_rounded(),
        }
    }

    fn printed(&self, expr: &Expr, style: &Style) -> String {
        let Knowledge { known, .. } = self.evaluate(expr);
        let print = |value: &Value| self.value(value, style);
        match known {
            Known::Value(value) => print(&value).unwrap_or_else(|why| self.failed(why)),
            Known::OneOf(values) => {
                let printed: Result<Vec<_>, _> = values.iter().map(print).collect();
                printed.map_or_else(|why| self.failed(why), |printed| printed.join("、"))
            }
            Known::Open | Known::NoValue(_) => NOT_KNOWN.to_owned(),
        }
    }

    fn failed(&self, why: NoValue) -> String {
        self.budget.note(why);
        NOT_KNOWN.to_owned()
    }

    fn value(&self, value: &Value, style: &Style) -> Result<String, NoValue> {
        match (value, style) {
            (Value::Choice(option), Style::Choice(domain)) => self.option(*domain, *option),
            (Value::Choices(options), Style::Choice(domain)) => {
                let names: Result<Vec<_>, _> = options.iter().map(|option| self.option(*domain, *option)).collect();
                Ok(names?.join("、"))
            }
            (Value::Ratio(share), Style::Against(limit)) => {
                Ok(format!("{}%", self.percent(*share, Some(limit))?.digits))
            }
            (Value::Ratio(share), _) => Ok(format!("{}%", share.percent()?)),
            (Value::Money(amount), _) => amount.grouped(),
            (Value::Count(count), _) => count.shown(),
            (Value::Number(number), _) => number.exact_decimal().map_or_else(|| number.to_decimal(2), Ok),
            (Value::NoLimit, _) => Ok("不限".to_owned()),
            (Value::Date(day), _) => Ok(in_words(*day)),
            (Value::Month(month), _) => Ok(format!("{}年{}月", month.year(), month.number())),
            (Value::Text(words), _) => Ok(words.written().to_owned()),
            (Value::Truth(truth), _) => Ok(if *truth { "是" } else { "否" }.to_owned()),
            (Value::Choice(_) | Value::Choices(_) | Value::List(_), _) => Err(NoValue::DamagedPack),
        }
    }

    fn option(&self, domain: DomainId, option: OptionId) -> Result<String, NoValue> {
        let option = self.measure.option(domain, option);
        option.map(|option| option.shown.clone()).ok_or(NoValue::DamagedPack)
    }
}

fn in_words(day: Date) -> String {
    format!("{}年{}月{}日", day.year(), day.month(), day.day())
}
