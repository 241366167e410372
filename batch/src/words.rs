//! What people read of a list that is opened: what its columns are, and what is wrong with them.

use wengang::policy::date::Date;
use wengang_engine::pack::{Fact, FactId, Measure};

use crate::columns::{Column, Role};
use crate::dictionary::fields_of;
use crate::judge::yuan;
use crate::tally::Tally;

/// What a column is called that is not to be used.
pub(crate) const UNUSED: [&str; 3] = ["不用", "-", "unused"];
/// What a column is called that distinguishes one person from another.
pub(crate) const PERSON: [&str; 2] = ["人", "person"];
/// The column of the days on which rows were paid.
pub(crate) const PAID_ON: &str = "发放日期";
/// The column of what was paid.
pub(crate) const PAID_AMOUNT: &str = "实发金额";
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
        Role::PaidOn => PAID_ON.to_owned(),
        Role::PaidAmount => PAID_AMOUNT.to_owned(),
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
    if crate::payment::is_paid_by_row(measure) {
        names.extend([PAID_ON, PAID_AMOUNT].map(ToOwned::to_owned));
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

pub(crate) fn paid_without_days(amount: &str) -> String {
    format!(
        "“{amount}”是实发金额，没有一列是发放日期：请写明哪一列是，例如 --map 某列=发放日期，或者 --map {amount}=不用"
    )
}

pub(crate) fn paid_in_groups(person: &str) -> String {
    format!(
        "“{person}”把几行合成一个，就看不出哪一行发了多少：看发放进度的名单请一行一个单位，例如 --map {person}=不用"
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

/// A payment without a day.
pub(crate) const PAID_WITHOUT_DAY: &str = "写了实发金额，没有写发放日期：没有算作已发，请补上日期";
/// A payment to a row that cannot get it.
pub(crate) const PAID_TO_INELIGIBLE: &str = "这一行不符合，却写了发放日期：没有算作已发，请核对";
/// A payment of nothing.
pub(crate) const PAID_NOTHING: &str = "写了发放日期，金额却是 0：没有算作已发，请核对";
/// A payment of which no amount is known.
pub(crate) const PAID_AN_UNKNOWN_AMOUNT: &str = "没有写实发金额，也算不出金额：没有算作已发，请填实发金额";

pub(crate) fn paid_later(as_of: Date) -> String {
    format!("这一天在 {as_of} 之后，名单只算到那一天：没有算作已发，请核对，或者改“按哪天申请算”")
}

pub(crate) fn paid_before(from: Date) -> String {
    format!("这一天早于 {from}，这一年还没有开始：没有算作已发，请核对")
}

pub(crate) fn paid_to_unsettled(verdict: &str) -> String {
    format!("这一行的结论是“{verdict}”，还不能定能不能领，却写了发放日期：没有算作已发，请核对")
}

pub(crate) fn paid_differs(written: i128, computed: &str) -> String {
    format!("实发 {} 元，算出来是 {computed} 元，不一样：按实发的算作已发，请核对", yuan(written))
}

/// What was paid.
pub(crate) const PAID: &str = "已经发了";
/// What was not.
pub(crate) const NOT_PAID: &str = "还没有发";
/// Without a payment that counts.
pub(crate) const NEVER_PAID: &str = "还没有一笔算得进来的发放";
/// A round that sets no goals.
pub(crate) const NO_GOALS: &str = "没有收录这一年的通知定的发放进度（哪一天前发到多少），只列要发的和已经发的。";
/// What the goals are, and what they are compared with.
pub(crate) const OF_GOALS: &str = "“全年预计目标”按上面全年要发的算；上级另外定了数的，以那个数为准。这是给经办机构定的进度，不是对哪一家单位的承诺。";

pub(crate) fn progress(as_of: Date) -> String {
    format!("发放进度，算到 {as_of}（按哪天申请算的那一天，当天发的也算）")
}

pub(crate) fn needed(tally: &Tally) -> String {
    let doubts = match (tally.ceilings > 0, tally.unconfirmed > 0) {
        (true, true) => "（最高，未确认）",
        (true, false) => "（最高）",
        (false, true) => "（未确认）",
        (false, false) => "",
    };
    format!("全年要发{doubts}")
}

pub(crate) fn until(day: Date, rows: u64) -> String {
    format!("到 {day}（当天也算）发了 {rows} 个")
}

pub(crate) fn first_paid(day: Date) -> String {
    format!("最早 {day}")
}

pub(crate) fn open_with_amount(cases: u64) -> String {
    format!("另有 {cases} 个还不能定能不能领，没有算进全年要发的；都能领的话，最多再要")
}

pub(crate) fn open_without_amount(cases: u64) -> String {
    format!("另有 {cases} 个还不能定能不能领，没有算进全年要发的。")
}

pub(crate) fn no_amount(cases: u64) -> String {
    format!("有 {cases} 个可以的算不出金额，没有算进全年要发的，所以占多少算不出来。")
}

pub(crate) fn computed_as_paid(cases: u64) -> String {
    format!("已经发了的里面，有 {cases} 个没有写实发金额，按算出来的金额算作已发。")
}

pub(crate) fn not_counted(cases: u64) -> String {
    format!("有 {cases} 行写了发放日期或实发金额，没有算作已发。")
}

pub(crate) fn to_be_checked(count: u64) -> String {
    format!("发放要核对的 {count} 处，每一处写明算没算，和读不懂的格列在一起。")
}
