//! The questions in everyday words, each with a line that says where the figure is found.

use crate::policy::date::Date;
use crate::text::money::day;

/// A question.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Asked {
    /// What is asked.
    pub ask: String,
    /// Where the answer is found.
    pub hint: String,
}

impl Asked {
    pub(crate) fn new(ask: impl Into<String>, hint: impl Into<String>) -> Self {
        Self { ask: ask.into(), hint: hint.into() }
    }
}

/// 不清楚, an answer to every question.
pub const UNKNOWN: &str = "不清楚";
/// Yes.
pub const YES: &str = "是";
/// No.
pub const NO: &str = "不是";
/// On none of the lists.
pub const NONE: &str = "都没有";
/// Before what was understood of a box.
pub const UNDERSTOOD: &str = "已理解为";
/// The day of application.
#[must_use]
pub fn as_of() -> Asked {
    Asked::new("哪天申请", "不填就按今天算；也可以填别的日子，例如 2024-9-1")
}

/// The placeholder of the day of application: `2026年11月25日（今天）`.
#[must_use]
pub fn today(date: Date) -> String {
    format!("{}（今天）", day(date))
}

/// By what is computed: `按企业、今天（11月29日）算`.
#[must_use]
pub fn basis(role: Option<&str>, on: Date, is_today: bool) -> String {
    let role = role.map(|role| [role, "、"].concat()).unwrap_or_default();
    let on = if is_today { format!("今天（{}月{}日）", on.month(), on.day()) } else { day(on) };
    format!("按{role}{on}算")
}

/// Changes that.
pub const CHANGE: &str = "改";

/// Opens the self-check of the size class.
pub const SIZE_CHECK: &str = "不知道是哪一型？按行业自测";

/// What a self-check found, and what declaring it means.
#[must_use]
pub fn size_suggested(size: &str) -> String {
    format!(
        "自测结果是{size}。稳岗返还看减免社保费时的划型；有异议的，可以书面承诺属于哪一型，先按承诺发钱再核实，\
         承诺不实要退回多领的钱，并承担法律责任。"
    )
}

/// Takes the class as declared.
#[must_use]
pub fn size_confirm(size: &str) -> String {
    format!("确认，按{size}算")
}

/// Opens the estimate of the premium.
pub const PREMIUM_ESTIMATE: &str = "不知道缴了多少？按工资估算";
/// The premium is an estimate.
pub const PREMIUM_ESTIMATED: &str = "这是按工资估算的数，不是实际缴纳数；查到实际数以后，请改成实际数";

/// The toggle of the twelve boxes: to them, and back.
pub const BY_MONTH: (&str, &str) = ("只知道每个月的人数？按月填，替您算平均", "改为直接填平均人数");

/// The twelve boxes.
#[must_use]
pub fn months(base_year: u16) -> String {
    format!("{base_year}年每个月的参保人数")
}

/// A month's box.
#[must_use]
pub fn month(number: u8) -> Asked {
    Asked::new(format!("{number}月"), "")
}

/// The heading of a row; … in its own words is its number: `第1本证书`.
#[must_use]
pub fn row(own: Option<&str>, unit: &str, name: &str, number: usize) -> String {
    match own {
        Some(own) => own.replace('…', &number.to_string()),
        None => format!("第{number}{unit}{name}"),
    }
}

/// One more row: `再加一本证书`.
#[must_use]
pub fn add(own: Option<&str>, unit: &str, name: &str) -> String {
    own.map_or_else(|| format!("再加一{unit}{name}"), str::to_owned)
}

/// What most leave as it is assumed.
pub const OTHERS: &str = "其他情况";

/// Takes a row out.
pub const REMOVE: &str = "删除";

/// Before the missing fields of a row.
#[must_use]
pub fn incomplete(row: &str, missing: &[String]) -> String {
    format!("{row}还差：{}。填好才算进结果", missing.join("、"))
}

/// The region is the office's that publishes the page.
pub const OF_SITE: &str = "已按本站所在地选好。您不在这里缴的，请改选。";

/// The box in which an option is looked for.
#[must_use]
pub fn search() -> Asked {
    Asked::new("用平常的叫法找", "例如 餐饮、快递、物业")
}

/// Nothing was found.
pub const NOT_FOUND: &str = "没有找到。换个说法试试；清空就显示全部，都不像的选“其他未列明行业”";

/// Occupations to pick from; any other may be typed.
pub const OCCUPATIONS: [&str; 24] = [
    "电工",
    "焊工",
    "钳工",
    "车工",
    "铣工",
    "养老护理员",
    "保育师",
    "育婴员",
    "家政服务员",
    "健康管理师",
    "茶艺师",
    "中式烹调师",
    "中式面点师",
    "西式面点师",
    "美容师",
    "美发师",
    "汽车维修工",
    "起重装卸机械操作工",
    "电子商务师",
    "企业人力资源管理师",
    "劳动关系协调员",
    "物流服务师",
    "化学检验员",
    "工业机器人系统操作员",
];
