//! Cases in a policy officer's words: facts by their Chinese names, and the expected answer.
//!
//! ```toml
//! [[base]]
//! name = "正常的企业"
//! facts = { "单位类别" = "企业", "领金人数" = 0 }
//!
//! [[case]]
//! name = "中小微企业返还60%"
//! like = "正常的企业"
//! day = 2024-09-01
//! facts = { "划型" = "小型", "实缴失业保险费" = "10000 元" }
//! outcome = "符合"
//! amount = "6,000.00"
//! says = ["2023年没有人领失业保险金，算没有裁员"]
//! ```

use toml_edit::{Document, Item, TableLike, Value as Toml};
use wengang_engine::pack::{FactId, FactKind, Measure};
use wengang_engine::{Case, Count, Date, Fraction, Money, OptionId, Value};

/// A case of a file.
pub struct Example {
    pub line: usize,
    pub name: String,
    pub day: Date,
    pub case: Case,
    pub expected: Expected,
}

/// The expected answer of a case; what is left out is not compared.
#[derive(Default)]
pub struct Expected {
    pub outcome: Option<String>,
    pub amount: Option<String>,
    /// Verdicts by the ids of conditions.
    pub conditions: Vec<(String, String)>,
    /// What is planned of a list, in order: `第1本 1,500.00`.
    pub plan: Option<Vec<String>>,
    /// The names of the facts that are asked for.
    pub needs: Option<Vec<String>>,
    /// Sentences that the answer must contain, word for word.
    pub says: Vec<String>,
    /// Sentences that are not said.
    pub silent: Vec<String>,
    /// Lines of the calculation: `round2(10000.00 × 0.60) = 6000.00`.
    pub steps: Vec<String>,
    /// Figures of the answer by their ids.
    pub result: Vec<(String, String)>,
    /// Why the facts are refused.
    pub refused: Option<String>,
}

/// Reads the cases of a file; what cannot be read is named with its line.
pub fn read(name: &str, text: &str, measure: &Measure) -> Result<Vec<Example>, String> {
    let document = Document::parse(text).map_err(|error| format!("{name}: {error}"))?;
    let line = |item: &dyn TableLike| {
        let start = item.iter().filter_map(|(_, item)| item.span()).map(|span| span.start).min().unwrap_or(0);
        text[..start].matches('\n').count() + 1
    };
    let blocks = |key: &str| document.get(key).and_then(Item::as_array_of_tables).into_iter().flatten();
    let mut examples = Vec::new();
    for block in blocks("case") {
        let line = line(block);
        let at = |wrong: String| format!("{name}:{line}: {wrong}");
        let called = string(block.get("name")).ok_or_else(|| at("案例没有 name".to_owned()))?;
        let named = |wrong: String| at(format!("“{called}”：{wrong}"));
        let mut case = Case::new(measure);
        let mut facts: Vec<(String, Toml)> = Vec::new();
        if let Some(like) = string(block.get("like")) {
            let base = blocks("base").find(|base| string(base.get("name")).as_ref() == Some(&like));
            let base = base.ok_or_else(|| named(format!("没有叫“{like}”的 [[base]]")))?;
            facts.extend(entries(base.get("facts")));
        }
        for (fact, value) in entries(block.get("facts")) {
            facts.retain(|(known, _)| *known != fact);
            facts.push((fact, value));
        }
        for (fact, value) in facts {
            set(measure, &mut case, &fact, &value).map_err(|wrong| named(format!("“{fact}”：{wrong}")))?;
        }
        let day = block.get("day").and_then(Item::as_datetime).map(ToString::to_string);
        let day =
            day.and_then(|day| Date::parse(&day).ok()).ok_or_else(|| named("没有写 day，哪一天申请".to_owned()))?;
        let known = ["name", "like", "day", "facts", "outcome", "amount", "conditions", "needs", "says", "silent"];
        let known = [&known[..], &["plan", "steps", "result", "refused"]].concat();
        if let Some((key, _)) = block.iter().find(|(key, _)| !known.contains(key)) {
            return Err(named(format!("不认识“{key}”；可以写 {}", known.join("、"))));
        }
        examples.push(Example { line, name: called.clone(), day, case, expected: expected(block) });
    }
    Ok(examples)
}

fn expected(block: &dyn TableLike) -> Expected {
    let pairs = |key: &str| {
        let entries = entries(block.get(key)).into_iter();
        entries.map(|(key, value)| (key, value.as_str().map_or_else(|| bare(&value), str::to_owned))).collect()
    };
    let texts = |key: &str| block.get(key).and_then(Item::as_array).map(|list| list.iter().filter_map(text).collect());
    Expected {
        outcome: string(block.get("outcome")),
        amount: string(block.get("amount")),
        conditions: pairs("conditions"),
        plan: texts("plan"),
        needs: texts("needs"),
        says: texts("says").unwrap_or_default(),
        silent: texts("silent").unwrap_or_default(),
        steps: texts("steps").unwrap_or_default(),
        result: pairs("result"),
        refused: string(block.get("refused")),
    }
}

fn string(item: Option<&Item>) -> Option<String> {
    item.and_then(Item::as_str).map(str::to_owned)
}

fn text(value: &Toml) -> Option<String> {
    value.as_str().map(str::to_owned)
}

/// A value as it is written, without what is around it.
fn bare(value: &Toml) -> String {
    value.to_string().trim().to_owned()
}

fn entries(item: Option<&Item>) -> Vec<(String, Toml)> {
    let table = item.and_then(Item::as_table_like);
    let entries = table.into_iter().flat_map(TableLike::iter);
    entries.filter_map(|(key, item)| Some((key.to_owned(), item.as_value()?.clone()))).collect()
}

fn set(measure: &Measure, case: &mut Case, name: &str, value: &Toml) -> Result<(), String> {
    let names = || measure.facts.iter().map(|fact| fact.name.as_str()).collect::<Vec<_>>().join("、");
    let place = measure.facts.iter().position(|fact| fact.name == name);
    let place = place.ok_or_else(|| format!("没有这一项，有 {}", names()))?;
    if value.as_str() == Some("不清楚") {
        return Ok(());
    }
    let value = read_value(measure, measure.facts[place].kind, value)?;
    let id = FactId(u16::try_from(place).unwrap());
    case.set(measure, id, value).map_err(|why| format!("不能填这个（{why}）"))
}

fn read_value(measure: &Measure, kind: FactKind, value: &Toml) -> Result<Value, String> {
    let wrong = |wanted: &str| format!("“{}”不对，要写{wanted}", bare(value));
    let word = || value.as_str().ok_or_else(|| wrong("文字"));
    let option = |domain: wengang_engine::pack::DomainId, word: &str| {
        let options = &measure.domains[domain.index()].options;
        let names = || options.iter().map(|option| option.name.as_str()).collect::<Vec<_>>().join("、");
        let place = options.iter().position(|option| option.name == word).ok_or_else(|| wrong(&names()))?;
        Ok::<_, String>(OptionId(u16::try_from(place).unwrap()))
    };
    Ok(match kind {
        FactKind::Choice(domain) => Value::Choice(option(domain, word()?)?),
        FactKind::Choices(domain) => {
            let chosen = value.as_array().ok_or_else(|| wrong("一列选项"))?;
            let chosen: Result<_, _> =
                chosen.iter().map(|chosen| option(domain, chosen.as_str().unwrap_or_default())).collect();
            Value::Choices(chosen?)
        }
        FactKind::YesNo => match (value.as_bool(), value.as_str()) {
            (Some(truth), _) => Value::Truth(truth),
            (_, Some("是")) => Value::Truth(true),
            (_, Some("否")) => Value::Truth(false),
            _ => return Err(wrong("是 或 否")),
        },
        FactKind::Count(_) | FactKind::Average(_) => {
            Value::Count(Count::new(number(value).ok_or_else(|| wrong("数"))?))
        }
        FactKind::Money(_) => Value::Money(Money::new(number(value).ok_or_else(|| wrong("金额"))?)),
        FactKind::Date => {
            let day = value.as_datetime().map(ToString::to_string).and_then(|day| Date::parse(&day).ok());
            Value::Date(day.ok_or_else(|| wrong("日期，例如 2024-09-01"))?)
        }
        FactKind::Month => {
            Value::Month(wengang_engine::Month::parse(word()?).map_err(|_| wrong("月份，例如 \"2024-09\""))?)
        }
        FactKind::Text => Value::Text(wengang_engine::Words::plain(word()?)),
        FactKind::List(id) => {
            let list = &measure.lists[id.index()];
            let elements = value.as_array().ok_or_else(|| wrong("一列"))?;
            let element = |element: &Toml| {
                let written = element.as_inline_table().ok_or_else(|| wrong("{ … }"))?;
                let unknown = written.iter().find(|(key, _)| list.fields.iter().all(|field| field.name != *key));
                if let Some((key, _)) = unknown {
                    return Err(format!("这一列里没有“{key}”"));
                }
                let field = |field: &wengang_engine::pack::Field| {
                    written.get(&field.name).map(|value| read_value(measure, field.kind, value)).transpose()
                };
                list.fields.iter().map(field).collect::<Result<Vec<_>, _>>()
            };
            Value::List(elements.iter().map(element).collect::<Result<_, _>>()?)
        }
    })
}

/// A whole number, or a decimal as text, with 元, 人 or 个月 behind it.
fn number(value: &Toml) -> Option<Fraction> {
    let written = value.as_str().map_or_else(|| bare(value), str::to_owned);
    let written: String = written.chars().filter(|c| !"_, ".contains(*c)).collect();
    let digits = ["元", "人", "个月"].iter().find_map(|unit| written.strip_suffix(unit)).unwrap_or(&written);
    // A quotient: twelve monthly headcounts, added, over twelve.
    if let Some((one, other)) = digits.split_once('÷') {
        return Fraction::new(one.parse().ok()?, other.parse().ok()?).ok();
    }
    let (whole, decimals) = digits.split_once('.').unwrap_or((digits, ""));
    let places = u32::try_from(decimals.len()).ok()?;
    Some(Fraction::decimal(format!("{whole}{decimals}").parse().ok()?, places).ok()?.reduced())
}
