//! The figures of the law built in, by the names that its files give them: what tests aim at.

use wengang::heads::HEADS;
use wengang::law::PACK;
use wengang::policy::date::{Date, Window};
use wengang::policy::money::Money;
use wengang::policy::pack::{MeasureHead, RuleHead};
use wengang::policy::ratio::Ratio;
use wengang_engine::pack::{Dated, FactKind, Is, Measure, Param, ParamRow, Round};
use wengang_engine::{Expr, Fraction, Value};

/// A measure of the pack, by its name in the API.
pub fn measure(id: &str) -> &'static Measure {
    PACK.measure(id).unwrap()
}

/// The same as the first screen has it.
pub fn head(id: &str) -> &'static MeasureHead {
    HEADS.measures.iter().find(|measure| measure.id == id).unwrap()
}

/// Its rounds and rules in the order of days, each with its figures.
fn rules(id: &str) -> Vec<(&'static RuleHead, &'static Round)> {
    let known = head(id).rules.known().into_iter();
    known.map(|rule| (rule, measure(id).rounds.iter().find(|round| round.id == rule.id).unwrap())).collect()
}

/// The edges of its rounds and rules: their first and their last days.
pub fn edges(id: &str) -> Vec<Date> {
    let rules = head(id).rules.known();
    rules.iter().flat_map(|rule| [Some(rule.window.from), rule.window.to]).flatten().collect()
}

fn exact(value: &Value) -> Fraction {
    match value {
        Value::Number(number) => *number,
        Value::Count(count) => count.get(),
        Value::Ratio(ratio) => ratio.get(),
        Value::Money(money) => money.get(),
        other => panic!("{other:?} is no number"),
    }
}

/// The number of `unit`s in a value, which is a multiple of it.
fn in_units(value: &Value, unit: i128) -> u64 {
    let number = exact(value);
    assert_eq!(number.numerator() * unit % number.denominator(), 0, "{value:?}");
    u64::try_from(number.numerator() * unit / number.denominator()).unwrap()
}

fn whole(value: &Value) -> u64 {
    in_units(value, 1)
}

fn money(value: &Value) -> Money {
    Money::from_fen(in_units(value, 100))
}

fn ratio(value: &Value) -> Ratio {
    Ratio::from_milli_percent(u32::try_from(in_units(value, 100_000)).unwrap())
}

/// A round of the refund.
#[derive(Clone)]
pub struct RefundRound {
    pub id: &'static str,
    pub year: u16,
    pub window: Window,
    /// How many months of premium are asked.
    pub months: u64,
    pub control_target: Ratio,
    pub small_employer_limit: Ratio,
    pub small_employer_persons: u32,
    /// From how many persons on a body is large.
    pub body_persons: u32,
    /// Of large enterprises, of others, of large bodies, of others.
    pub rates: [Ratio; 4],
}

pub fn refund_rounds() -> Vec<RefundRound> {
    let measure = measure("refund");
    let of_round = |(head, round): (&'static RuleHead, &'static Round)| {
        let figure = |name: &str| measure.figure(round, name).unwrap();
        let persons = |name: &str| u32::try_from(whole(figure(name))).unwrap();
        let mut rates = round.rows.iter().flat_map(|(_, rows)| rows).map(|row| match &row.is {
            Is::Value(Expr::Literal(rate)) => ratio(rate),
            other => panic!("{other:?} is no rate"),
        });
        RefundRound {
            id: head.id,
            year: round.years.unwrap().application,
            window: head.window,
            months: whole(figure("应缴满月数")),
            control_target: ratio(figure("控制目标")),
            small_employer_limit: ratio(figure("小单位裁员率上限")),
            small_employer_persons: persons("小单位人数线"),
            body_persons: persons("六类单位人数线"),
            rates: std::array::from_fn(|_| rates.next().unwrap()),
        }
    };
    rules("refund").into_iter().map(of_round).collect()
}

/// A rule of the skill subsidy.
#[derive(Clone)]
pub struct SkillRule {
    pub id: &'static str,
    /// The year of a round; `None`: what holds where there is none.
    pub year: Option<u16>,
    pub window: Window,
    pub insured_months: u32,
    /// For how many months from the day of issue on one may apply.
    pub window_months: u16,
    /// How many subsidies a year, and how many of them may be ordinary; `None`: no limit.
    pub yearly: Option<(u8, u8)>,
}

pub fn skill_rules() -> Vec<SkillRule> {
    let measure = measure("skill-subsidy");
    let of_rule = |(head, round): (&'static RuleHead, &'static Round)| {
        let figure = |name: &str| measure.figure(round, name).unwrap();
        let places = |name: &str| u8::try_from(whole(figure(name))).unwrap();
        SkillRule {
            id: head.id,
            year: round.years.map(|years| years.application),
            window: head.window,
            insured_months: u32::try_from(whole(figure("应缴月数"))).unwrap(),
            window_months: u16::try_from(whole(figure("申请月数"))).unwrap(),
            yearly: (*figure("每年次数") != Value::NoLimit).then(|| (places("每年次数"), places("普通次数"))),
        }
    };
    rules("skill-subsidy").into_iter().map(of_rule).collect()
}

/// The first day of the rule of the skill subsidy that holds where there is no round.
pub fn standing_from() -> Date {
    skill_rules().iter().find(|rule| rule.year.is_none()).unwrap().window.from
}

/// The lower and the upper limit of the base of premiums, with the days on which they hold.
pub struct Base {
    pub window: Window,
    pub floor: Money,
    pub cap: Money,
}

pub fn bases() -> Vec<Base> {
    let (floors, caps) = (param("premium", "基数下限"), param("premium", "基数上限"));
    let both = floors.rows.iter().zip(&caps.rows);
    let known = both.filter_map(|(floor, cap)| match (&floor.is, &cap.is) {
        (Dated::Values(least, _), Dated::Values(most, _)) => Some((floor, only(least), only(most))),
        _ => None,
    });
    let date = |day: wengang_engine::Date| Date::parse(&day.to_string()).unwrap();
    let base = |(row, floor, cap): (&ParamRow, &Value, &Value)| Base {
        window: Window { from: date(row.from.unwrap()), to: row.to.map(date) },
        floor: money(floor),
        cap: money(cap),
    };
    known.map(base).collect()
}

fn only(values: &[Option<Value>]) -> &Value {
    let [Some(value)] = values else { panic!("{values:?}") };
    value
}

fn param(id: &str, name: &str) -> &'static Param {
    measure(id).params.iter().find(|param| param.name == name).unwrap()
}

/// The days from which on a dated value of a measure is another one.
pub fn changes(id: &str, name: &str) -> Vec<Date> {
    param(id, name).rows.iter().filter_map(|row| Some(Date::parse(&row.from?.to_string()).unwrap())).collect()
}

/// The least that an indicator of a size class is: persons, or 分.
#[derive(Clone, Copy)]
pub enum Bound {
    Employees(u64),
    Revenue(u64),
    Assets(u64),
}

/// The bounds of an industry, from those of the largest class on.
pub fn bounds(industry: &str) -> Vec<Bound> {
    let place = HEADS.industries.iter().position(|known| known.id == industry).unwrap();
    let least = |class: &str, indicator: &str| {
        let param = param("size-class", &format!("{class}{indicator}"));
        let [row] = &param.rows[..] else { panic!("{class}{indicator} changes") };
        let Dated::Values(values, _) = &row.is else { panic!("{class}{indicator} was not found") };
        values[place].as_ref()
    };
    let of_class = |class: &'static str| {
        let employees = least(class, "从业人员").map(|persons| Bound::Employees(whole(persons)));
        let revenue = least(class, "营业收入").map(|money| Bound::Revenue(in_units(money, 100)));
        let assets = least(class, "资产总额").map(|money| Bound::Assets(in_units(money, 100)));
        [employees, revenue, assets].into_iter().flatten()
    };
    ["大型", "中型", "小型"].into_iter().flat_map(of_class).collect()
}

/// For how many months one must be insured for a benefit.
pub fn benefit_months() -> u64 {
    let asked = measure("unemployment-benefit").defines.iter().find(|define| define.name == "应缴月数").unwrap();
    let Expr::Literal(months) = &asked.value else { panic!("{:?}", asked.value) };
    whole(months)
}

/// The ids of what can be picked for a fact, or for a field of its elements: `certificates.kind`.
pub fn options(measure: &str, name: &str) -> Vec<&'static str> {
    let measure = PACK.measure(measure).unwrap();
    let (fact, field) = name.split_once('.').unwrap_or((name, ""));
    let kind = match measure.fact(fact).unwrap().1.kind {
        FactKind::List(list) => measure.fields(list).iter().find(|known| known.id == field).unwrap().kind,
        kind => kind,
    };
    match kind {
        FactKind::Choice(domain) | FactKind::Choices(domain) => {
            measure.options(domain).iter().map(|option| option.id.as_str()).collect()
        }
        other => panic!("{other:?} has no options"),
    }
}
