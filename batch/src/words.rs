//! What people read of a list that is opened: what its columns are, and what is wrong with them.

use wengang_engine::pack::{Fact, FactId, Measure};

use crate::columns::{Column, Role};
use crate::dictionary::fields_of;

/// What a column is called that is not to be used.
pub(crate) const UNUSED: [&str; 3] = ["不用", "-", "unused"];
/// What a column is called that distinguishes one person from another.
pub(crate) const PERSON: [&str; 2] = ["人", "person"];
/// How many monthly columns make a year.
pub(crate) const MONTHS_OF_A_YEAR: u32 = 12;

/// What a column is.
pub(crate) fn role(column: &Column, measure: &Measure) -> String {
    let unit = if column.in_wan && is_money(column, measure) { "（万元）" } else { "" };
    let of_fact = |id: FactId| label(measure, id).to_owned();
    let name = match column.role {
        Role::Fact(id) => of_fact(id),
        Role::Sum(id) => format!("{}：十二个月合计", of_fact(id)),
        Role::Month(id, month) => format!("{}：{month}月", of_fact(id)),
        Role::Field(list, _) => match column.role.field(measure) {
            Some(field) => format!("{}：{}", of_fact(list), field.name),
            None => of_fact(list),
        },
        Role::Person => "分清是不是同一个人，不保存".to_owned(),
        Role::Private => "不读".to_owned(),
        Role::Unused => match column.other_year {
            Some(year) => format!("没有用：写的是{year}年的"),
            None => "没有用".to_owned(),
        },
    };
    [&name, unit].concat()
}

fn is_money(column: &Column, measure: &Measure) -> bool {
    matches!(column.role.kind(measure), Some(wengang_engine::pack::FactKind::Money(_)))
}

/// A fact in a word or two.
pub(crate) fn label(measure: &Measure, id: FactId) -> &str {
    measure.facts.get(id.index()).map_or("", |fact| &fact.question.label)
}

/// The names of everything that a column can be.
fn names(measure: &Measure) -> String {
    let judged = measure.items.as_ref().map(|(item, _)| item.list);
    let mut names: Vec<String> = Vec::new();
    for (id, fact) in ids(measure) {
        match fields_of(measure, id) {
            None => names.push(fact.name.clone()),
            Some(fields) if judged == Some(id) => names.extend(fields.iter().map(|field| field.name.clone())),
            Some(_) => {}
        }
        if let Some(instead) = &fact.instead {
            names.extend([instead.id.clone(), "1月 … 12月".to_owned()]);
        }
    }
    names.push("不用".to_owned());
    names.join("、")
}

/// The facts of a measure with their ids.
pub(crate) fn ids(measure: &Measure) -> impl Iterator<Item = (FactId, &Fact)> {
    (0_u16..).map(FactId).zip(&measure.facts)
}

pub(crate) fn no_such_fact(name: &str, measure: &Measure) -> String {
    format!("没有“{name}”这一项，可以写 {}", names(measure))
}

pub(crate) fn no_such_column(column: &str) -> String {
    format!("没有“{column}”这一列，请照列名写")
}

pub(crate) fn twice(before: &Column, column: &Column, measure: &Measure) -> String {
    let (one, other, label) = (&before.heading, &column.heading, column.label(measure));
    format!("“{one}”和“{other}”两列都像是“{label}”，只能用一列：请写明不用哪一列，例如 --map {other}=不用")
}

pub(crate) fn months_missing(months: usize) -> String {
    format!(
        "逐月的人数要有 12 列（1月 … 12月），只认出 {months} 列：请补上，或者用 --map 写明列名，例如 --map 某列=3月"
    )
}

pub(crate) fn no_headings(measure: &Measure) -> String {
    format!("前面几行里没有认出一个列名：请把列名写成 {}，或者用 --map 列名=事实 写明", names(measure))
}

pub(crate) fn set_and_column(name: &str, column: &str) -> String {
    format!("“{name}”有一列“{column}”，又用 --set 写了：请只留一样，例如 --map {column}=不用")
}

pub(crate) fn no_such_value(name: &str, value: &str, why: &str) -> String {
    format!("“{name}={value}”读不懂：{why}")
}

/// A cell that holds a code.
pub(crate) const IDENTITY: &str = "这里像是身份证号或统一社会信用代码，没有读：请核对列";
/// A dash.
pub(crate) const DASH: &str = "只有一横，看不出是 0 还是没有：请写数字或者写明，不知道就空着";
/// A merged cell of numbers.
pub(crate) const MERGED: &str = "这是合并的单元格，看不出是每行都是这个数，还是几行一共：请取消合并，一行写一个";
/// A day where a number should be.
pub(crate) const DAY_FOR_NUMBER: &str = "这里是日期，要填数字：请核对列，或者把单元格的格式改成数字";
/// A number that is no day.
pub(crate) const NO_DAY: &str = "这个数不是日期，请填日期，例如 2024-03-10";
/// A month where a day should be.
pub(crate) const DAY_MISSING: &str = "只写了年和月，没有写哪一天：请填日期，例如 2024-03-10";
/// 2024.1.
pub(crate) const JANUARY_OR_OCTOBER: &str =
    "“.1”看不出是 1 月还是 10 月（表格会把 .10 写成 .1）：请填月份，例如 2024-10";
/// No answer.
pub(crate) const YES_OR_NO: &str = "请填“是”或“否”，不知道就空着";
/// Digits that were lost.
pub(crate) const LOST_DIGITS: &str = "号码被表格软件写成了科学计数法或者四舍五入，后面的数字已经丢了，分不清是谁：请把这一列设成文本，从原来的地方重新复制";
/// Rows of one person that differ.
pub(crate) const DIFFERS: &str = "和同一个人前面一行写的不一样，请核对这两行";

pub(crate) fn error_cell(error: &str) -> String {
    format!("这里是表格的错误值 {error}，请在表格里改好")
}

pub(crate) fn not_read(label: &str) -> String {
    format!("读不懂，请填{label}")
}

pub(crate) fn no_option(label: &str, options: &str) -> String {
    format!("{label}没有这一种，可以填 {options}")
}

pub(crate) fn no_options(label: &str, options: &str) -> String {
    format!("{label}：没有就填“无”，有就填是哪一个，几个用顿号隔开：{options}")
}

pub(crate) fn some_months_missing(missing: usize) -> String {
    format!("十二个月里有 {missing} 个月没有填或读不懂，算不出平均人数")
}

pub(crate) fn too_long_a_row(more: usize) -> String {
    format!("这一行比列名多 {more} 格，后面的格可能错位了（例如数字里的逗号没有加引号）：请核对这一行")
}

/// A case that cannot be computed.
pub(crate) const BEYOND: &str = "超出范围，日期或数字太大，算不出来：请核对这一行的数字和日期";

pub(crate) fn out_of_range(label: &str) -> String {
    format!("{label}超出范围，请核对")
}

/// A condition that only the agency can decide.
pub(crate) fn by_agency(title: &str) -> std::sync::Arc<str> {
    ["要由经办机构认定：", title].concat().into()
}

/// A field of an element that is missing.
pub(crate) fn field(measure: &Measure, fact: &str, place: usize, field: &str) -> String {
    let Some((id, known)) = measure.fact(fact) else { return String::new() };
    let fields = fields_of(measure, id).unwrap_or_default();
    let name = fields.iter().find(|known| known.id == field).map_or("", |known| known.name.as_str());
    format!("{}{}的{name}", known.name, place.saturating_add(1))
}
