//! The words on the way to all measures.

use crate::text::page::question::Asked;

/// The roles.
pub const ENTERPRISE: &str = "企业";
/// An employer that is no enterprise.
pub const OTHER_BODY: &str = "其他单位";
/// Who works.
pub const EMPLOYEE: &str = "在职职工";
/// Who is out of work.
pub const UNEMPLOYED: &str = "失业人员";

/// What the page does.
pub const WHAT: &str =
    "先说您是谁，再答几个问题，就知道哪几项可以、哪几项可能、哪几项不可以。答过的，打开各项测算时都在。";
/// Over the list.
pub const LIST: &str = "您的结果";
/// More answers make it surer.
pub const MORE: &str = "把上面的问题答完，结果会更准。";
/// All questions here are answered; the calculator asks the others.
pub const MORE_INSIDE: &str = "这里问的都答了。写着“可能”的，点“去测算”接着填，结果会更准。";
/// It can be had.
pub const YES: &str = "可以";
/// It can perhaps be had.
pub const PERHAPS: &str = "可能";
/// It cannot be had.
pub const NO: &str = "不可以";
/// The round is over.
pub const OVER: &str = "已截止";
/// The year is not recorded.
pub const NOT_RECORDED: &str = "未收录该年度政策";
/// On the cut of the rate.
pub const PREMIUM: &str = "参加失业保险就按降低后的费率缴，不用申请";

/// The question for the role.
#[must_use]
pub fn who() -> Asked {
    Asked::new("您是", "按现在的情况选")
}
