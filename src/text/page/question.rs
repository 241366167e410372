//! The questions in everyday words, each with a line that says where the figure is found.

mod monthly;

use crate::policy::date::Date;
use crate::text::money::day;

pub use monthly::*;

/// A question.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Asked {
    /// What is asked.
    pub ask: String,
    /// Where the answer is found.
    pub hint: &'static str,
}

impl Asked {
    pub(super) fn new(ask: impl Into<String>, hint: &'static str) -> Self {
        Self { ask: ask.into(), hint }
    }
}

/// 不清楚, an answer beside every question.
pub const UNKNOWN: &str = "不清楚";
/// Yes.
pub const YES: &str = "是";
/// No.
pub const NO: &str = "不是";
/// There is or was one.
pub const HAVE: &str = "有";
/// There is or was none.
pub const HAVE_NOT: &str = "没有";
/// It was received.
pub const RECEIVED: &str = "领过";
/// It was not received.
pub const NOT_RECEIVED: &str = "没领过";
/// On none of the lists.
pub const NONE: &str = "都没有";
/// Before what was understood of a box.
pub const UNDERSTOOD: &str = "已理解为";
/// 元.
pub const YUAN: &str = "元";
/// Persons.
pub const PERSONS: &str = "人";
/// Months.
pub const MONTHS: &str = "个月";

/// The day of application.
#[must_use]
pub fn as_of() -> Asked {
    Asked::new("哪天申请", "不填就按今天算；也可以填别的日子，例如 2024-9-1")
}

/// What stands in the empty box of the day of application: `2026年11月25日（今天）`.
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

/// 参保单位类别.
#[must_use]
pub fn applicant() -> Asked {
    Asked::new("您的单位是哪一类", "看营业执照或登记证书上写的类型")
}

/// 划型.
#[must_use]
pub fn size() -> Asked {
    Asked::new(
        "单位的划型是哪一档",
        "划型就是大、中、小、微型的分类，以阶段性减免社保费时的划型为准；不知道的，可以问单位办社保的同事或经办机构",
    )
}

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

/// 月均参保人数.
#[must_use]
pub fn average_insured(base_year: u16) -> Asked {
    Asked::new(format!("{base_year}年平均每月有多少人参加失业保险"), "每个月的社保缴费明细里有人数；12个月加起来除以12")
}

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

/// 领取失业保险金人数.
#[must_use]
pub fn benefit_drawers(base_year: u16) -> Asked {
    Asked::new(
        format!("{base_year}年有几个人从您单位离开后领了失业保险金"),
        "没有人领就填 0；单位一般不掌握这个数，经办机构有，可以选“不清楚”",
    )
}

/// 足额缴费月数.
#[must_use]
pub fn fully_paid_months(base_year: u16) -> Asked {
    Asked::new(
        format!("{base_year}年有几个月足额缴了失业保险费"),
        "每个月都缴齐就填 12；电子税务局的社保费缴费记录里能查到",
    )
}

/// 上年缴纳的失业保险费.
#[must_use]
pub fn premium_paid(base_year: u16) -> Asked {
    Asked::new(
        format!("{base_year}年一共缴了多少失业保险费"),
        "单位和职工缴的合在一起，不算补缴往年的欠费和滞纳金；电子税务局的社保费缴费记录里能查到",
    )
}

/// 严重失信.
#[must_use]
pub fn credit_listings() -> Asked {
    Asked::new("单位在这些名单里吗（严重失信）", "到河北省信用信息共享平台输入单位名称就能查到；可以选几项")
}

/// 僵尸企业.
#[must_use]
pub fn zombie() -> Asked {
    Asked::new("单位被列入破产清算或注销名单了吗", "政策里叫“僵尸企业”；正常经营、没有办破产或注销的，选“没有”")
}

/// 劳务派遣.
#[must_use]
pub fn labour_dispatch() -> Asked {
    Asked::new("是劳务派遣单位吗", "看营业执照的经营范围里有没有“劳务派遣”")
}

/// 对公账户.
#[must_use]
pub fn corporate_account() -> Asked {
    Asked::new("单位有对公银行账户吗", "没有的小微企业，钱可以返还到缴社保费的账户")
}

/// Who applies for the skill subsidy.
#[must_use]
pub fn person() -> Asked {
    Asked::new("您现在是哪种情况", "按申请那天的情况选")
}

/// 累计缴费月数.
#[must_use]
pub fn insured_months() -> Asked {
    Asked::new("您一共缴过几个月失业保险费", "换过单位、换过城市的加在一起；“河北人社”APP里能查到，也可以拨打12333")
}

/// The certificates.
#[must_use]
pub fn certificates() -> Asked {
    Asked::new("您拿到了哪些技能证书", "照证书上印的填；有几本填几本，系统会算出怎样申请最多")
}

/// Subsidies received before.
#[must_use]
pub fn received() -> Asked {
    Asked::new("您以前领过技能提升补贴吗", "同一职业同一等级只能领一次；记不清就选“不清楚”")
}

/// The heading of a certificate.
#[must_use]
pub fn certificate_number(number: usize) -> String {
    format!("第{number}本证书")
}

/// The heading of a subsidy received.
#[must_use]
pub fn received_number(number: usize) -> String {
    format!("领过的第{number}笔")
}

/// One more certificate.
pub const ADD_CERTIFICATE: &str = "再加一本证书";
/// One more subsidy received.
pub const ADD_RECEIVED: &str = "再加一笔";
/// Takes a row out.
pub const REMOVE: &str = "删除";

/// 职业（工种）.
#[must_use]
pub fn occupation() -> Asked {
    Asked::new("职业（工种）", "照证书上的写，例如 电工")
}

/// 等级.
#[must_use]
pub fn level() -> Asked {
    Asked::new("等级", "证书上写“四级/中级工”的，选中级（四级）")
}

/// 证书种类.
#[must_use]
pub fn kind() -> Asked {
    Asked::new("证书种类", "看证书封面上的名字")
}

/// 核发日期.
#[must_use]
pub fn issued_on() -> Asked {
    Asked::new("发证日期", "看证书上的发证（核发）日期，例如 2024-3-10")
}

/// Whether 职业培训补贴 was had for a certificate.
#[must_use]
pub fn training_subsidy() -> Asked {
    Asked::new("用这本证书领过职业培训补贴吗", "领过就不能再领技能提升补贴；不清楚的，先按没领过算")
}

/// Whether a certificate's occupation is 急需紧缺.
#[must_use]
pub fn urgent() -> Asked {
    Asked::new("是急需紧缺职业吗", "看当地人社局公布的目录；不清楚的，先按不是算")
}

/// The day a subsidy was received.
#[must_use]
pub fn received_on() -> Asked {
    Asked::new("钱到账的日期", "看社保卡的银行流水，例如 2024-5-20")
}

/// Before what a half-filled row lacks.
#[must_use]
pub fn incomplete(row: &str, missing: &[String]) -> String {
    format!("{row}还差：{}。填好才算进结果", missing.join("、"))
}

/// The groups' headings.
pub mod group {
    /// 单位.
    pub const EMPLOYER: &str = "单位";
    /// 人数.
    pub const HEADCOUNT: &str = "人数";
    /// 缴费.
    pub const PREMIUM: &str = "缴费";
    /// 信用.
    pub const CREDIT: &str = "信用";
    /// 到账.
    pub const PAYMENT: &str = "收款";
    /// 您是谁.
    pub const PERSON: &str = "您的情况";
    /// 证书.
    pub const CERTIFICATES: &str = "证书";
    /// 以前领过的.
    pub const RECEIVED: &str = "以前领过的";
    /// 工资.
    pub const WAGE: &str = "工资";
    /// 人数和月数.
    pub const PERSONS: &str = "人数和月数";
    /// 地区和缴费.
    pub const REGION: &str = "地区和缴费";
    /// 离职.
    pub const SEPARATION: &str = "离职";
    /// 领取.
    pub const CLAIM: &str = "领取";
    /// 行业.
    pub const INDUSTRY: &str = "行业";
    /// 规模.
    pub const SCALE: &str = "规模";
}

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
