//! The questions on premium, benefit and size class.

use crate::text::page::question::Asked;

/// 月工资.
#[must_use]
pub fn wage() -> Asked {
    Asked::new("一个人的月工资是多少", "填税前工资；工资条或社保缴费明细里有“缴费工资”")
}

/// The month of a premium.
#[must_use]
pub fn wage_month() -> Asked {
    Asked::new("算哪个月的", "不填就按这个月；可以填以前的，例如 2024-08")
}

/// The persons of a premium.
#[must_use]
pub fn headcount() -> Asked {
    Asked::new("一共几个人", "给自己算就不用填，按1人；单位填参保人数，工资按平均工资填")
}

/// The months of a premium.
#[must_use]
pub fn wage_months() -> Asked {
    Asked::new("算几个月", "不填就按12个月")
}

/// The region that pays the benefit.
#[must_use]
pub fn region() -> Asked {
    Asked::new("失业保险在哪个区县缴的", "最后一个单位在哪里参保，就选哪里")
}

/// The region is the office's that publishes the page.
pub const OF_SITE: &str = "已按本站所在地选好。您不在这里缴的，请改选。";
/// Another city.
pub const ELSEWHERE: &str = "石家庄以外的地方";
/// What is said to people of another city.
pub const ELSEWHERE_NOTE: &str =
    "别的市（包括辛集、定州）标准不一样，这里没有收录，只能算出月数，算不出金额。请拨打当地12333查询。";

/// 累计缴费月数 since the last claim of benefit.
#[must_use]
pub fn benefit_insured() -> Asked {
    Asked::new(
        "一共缴过几个月失业保险费",
        "换过单位、换过城市的加在一起；以前领过失业保险金的，从领完以后重新算。“河北人社”APP里能查到",
    )
}

/// Why the work ended.
#[must_use]
pub fn separation() -> Asked {
    Asked::new("是怎么离开单位的", "看解除劳动合同证明上写的原因；和实际不一样的，可以向经办机构说明")
}

/// 失业登记.
#[must_use]
pub fn registered() -> Asked {
    Asked::new("办了失业登记吗", "没有办也不要紧，先办登记就可以申领")
}

/// Done, as an answer.
pub const DONE: &str = "办了";
/// Not done yet, as an answer.
pub const NOT_DONE: &str = "还没办";

/// Unused months of an earlier claim.
#[must_use]
pub fn unused() -> Asked {
    Asked::new("以前领失业保险金，还剩几个月没领完", "没领过或都领完了，填 0 或不填")
}

/// Whether re-employed for under a year since the earlier claim.
#[must_use]
pub fn reemployed() -> Asked {
    Asked::new("上次停领以后，重新上班不满一年又失业了吗", "是的话，接着领上次没领完的月数")
}

/// The first month of benefit.
#[must_use]
pub fn first_month() -> Asked {
    Asked::new("从哪个月开始领", "不填就按这个月算，例如 2024-08")
}

/// The industry.
#[must_use]
pub fn industry() -> Asked {
    Asked::new("单位主要做哪一行", "看营业执照的经营范围，以主要的一项为准")
}

/// The box in which the industry is looked for.
#[must_use]
pub fn industry_search() -> Asked {
    Asked::new("用平常的叫法找", "例如 餐饮、快递、物业")
}

/// Nothing was found.
pub const NO_INDUSTRY: &str = "没有找到。换个说法试试；清空就显示全部，都不像的选“其他未列明行业”";

/// 从业人员.
#[must_use]
pub fn employees() -> Asked {
    Asked::new("有多少从业人员", "期末在单位干活、拿工资的人数")
}

/// 营业收入.
#[must_use]
pub fn revenue() -> Asked {
    Asked::new("一年的营业收入是多少", "看利润表；可以写成 3000万")
}

/// 资产总额.
#[must_use]
pub fn assets() -> Asked {
    Asked::new("资产总额是多少", "看资产负债表；可以写成 5000万")
}
