//! The answer card's words.

use crate::api::answer::Least;
use crate::policy::date::Date;
use crate::policy::money::Money;
use crate::policy::verdict::Outcome;
use crate::text::money::{day, grouped};

/// The card's heading, for ears.
pub const RESULT: &str = "测算结果";
/// Where a box cannot be read without which nothing is answered: the day of application, or another.
#[must_use]
pub const fn unreadable(is_day: bool) -> &'static str {
    if is_day {
        "先把“哪天申请”改对，才能给出结果"
    } else {
        "先把标出来的那一项改对，才能给出结果"
    }
}
/// Numbers or days beyond what can be computed exactly.
pub const INCALCULABLE: &str = "日期或数字太大，算不出来：请核对，拿不准的拨打12333";
/// Over the list of what is wrong.
#[must_use]
pub fn wrong(count: usize) -> String {
    format!("有 {count} 处要改，改好才算得准")
}
/// Looks at today instead.
pub const BACK_TO_TODAY: &str = "改为按今天算";
/// The figures are not confirmed.
pub const PROVISIONAL: &str = "这一年度的政策还没有确认";
/// The same next to an answer, with what to do.
pub const CALL_FIRST: &str = "政策未确认，先拨打12333问一问";
/// The same where only figures are not confirmed.
pub const CALL_FIRST_FOR_FIGURES: &str = "有的数字未确认，先拨打12333问一问";
/// Next to a verdict or an amount whose figures are not confirmed.
pub const UNCONFIRMED: &str = crate::text::page::UNCONFIRMED;
/// Next to an amount that is computed from an estimate.
pub const BY_ESTIMATE: &str = "按估算的保险费";
/// 元.
pub const YUAN: &str = "元";
/// Between the least and the most.
pub const DASH: &str = " – ";
/// Over the buttons that settle a range.
pub const SETTLE: &str = "填上这一项，金额就能定下来：";
/// Over the conditions.
pub const WHY: &str = "为什么";
/// Over the steps.
pub const HOW: &str = "怎么算的";
/// Over what is missing.
pub const MISSING: &str = "还差这几项";
/// Over the insights.
pub const ALSO: &str = "还要知道";
/// Over the next steps.
pub const NEXT: &str = "怎么办、钱到哪里";
/// Over the notes.
pub const NOTES: &str = "依据和说明";
/// Before anything is answered.
pub const UNASKED: &str = "答几题就有结果";
/// Between two things in a line.
pub const DOT: &str = " · ";
/// Leads from the bar to the answer.
pub const SEE: &str = "看结果";
/// How many things are in a row.
#[must_use]
pub fn so_many(count: usize) -> String {
    format!("{count} 项")
}
/// How many lines a calculation has.
#[must_use]
pub fn so_many_steps(count: usize) -> String {
    format!("{count} 步")
}
/// How many items are judged: 2 本证书.
#[must_use]
pub fn so_many_items(count: usize, unit: &str, name: &str) -> String {
    format!("{count} {unit}{name}")
}
/// How conditions came out: 6 条都符合.
#[must_use]
pub fn came_out(all: usize, unmet: usize, unknown: usize) -> String {
    match (unmet, unknown) {
        (0, 0) => format!("{all} 条都符合"),
        (0, _) => format!("{unknown} 条还不知道"),
        _ => format!("{unmet} 条不符合"),
    }
}
/// The day of the check, in a row: 核对 11月25日.
#[must_use]
pub fn checked(on: Date) -> String {
    format!("核对 {}月{}日", on.month(), on.day())
}
/// Over the plan.
pub const PLAN: &str = "这样申请，领得最多";
/// Over what is left over.
pub const SKIPPED: &str = "这次领不了的";
/// Next to a certificate that is left over.
pub const NOT_THIS_TIME: &str = "这次领不了";
/// The total of the plan.
pub const TOTAL: &str = "合计";
/// Opens the platform, which is called so on a button.
#[must_use]
pub fn open_platform(short: &str) -> String {
    ["去", short, "办理"].concat()
}
/// Before the first missing question.
pub const CONTINUE: &str = "接着填：";

/// What an employer does that may have its money.
pub const REFUND_NOW: &str = "一般等网报端推送，核对、确认就行";
/// What a 劳务派遣 firm does.
pub const DISPATCH_NOW: &str = "劳务派遣单位要自己向经办机构申请";

/// Over a premium's lines.
pub const MONTHLY: &str = "一个人每月缴多少";
/// The same where later months differ.
#[must_use]
pub fn monthly_at_first(first: &str) -> String {
    [first, "一个人缴多少（以后的月份有变化）"].concat()
}
/// The employer's line.
pub const EMPLOYER_PAYS: &str = "单位缴";
/// The employee's line.
pub const EMPLOYEE_PAYS: &str = "个人缴";
/// Both.
pub const BOTH_PAY: &str = "合计";
/// At the statutory rate.
pub const STATUTORY: &str = "按法定费率要缴";
/// What is saved.
pub const SAVED: &str = "每月少缴";
/// Before what the cut saves.
pub const SAVED_LEAD: &str = "单位和个人一共少缴";
/// Before the sum of a schedule.
pub const SCHEDULE_LEAD: &str = "预计一共可以领";
/// Takes an estimate to the refund's form.
pub const USE_ESTIMATE: &str = "把估算填进稳岗返还";
/// The premium is an estimate.
pub const ESTIMATED: &str = "保险费是按工资估算的，不是实际缴纳数，下面的金额也只是估算";
/// Over the months of benefit.
pub const MONTHS: &str = "能领几个月";
/// What a month brings from that month on, and for how many: 2024年8月起每月 1,980.00 元 × 19 个月.
#[must_use]
pub fn monthly(from: &str, amount: Money, months: usize) -> String {
    format!("{from}起每月 {} {YUAN} × {months} 个月", grouped(amount))
}
/// Opens the schedule.
pub const BY_MONTH: &str = "逐月看";
/// How classes are found.
pub const CLASS_RULE: &str = "每一档的下限都要达到才算，达不到就降一档再看";
/// Between a class and its bound.
pub const NEEDS: &str = "要";
/// A bound that is reached: symbol and word.
pub const REACHED: (&str, &str) = ("✓", "达到");
/// A bound that is not reached.
pub const NOT_REACHED: (&str, &str) = ("✗", "没达到");
/// A bound whose indicator is not known and does not matter.
pub const NO_MATTER: (&str, &str) = ("–", "不影响");
/// A lower bound: 从业人员不少于1000人.
#[must_use]
pub fn reached(measured: &str, least: Least) -> String {
    match least {
        Least::Persons(persons) => format!("{measured}不少于{persons}人"),
        Least::Yuan(least) => format!("{measured}不少于{}", in_wan(least)),
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

/// Takes a class to the refund's form.
pub const USE_SIZE: &str = "带着这个结果去算稳岗返还";
/// Opens the platform to register as unemployed.
#[must_use]
pub fn register(short: &str) -> String {
    ["去", short, "办失业登记"].concat()
}
/// Saves a reminder.
pub const REMIND: &str = "把最后一天加进手机日历";
/// A figure of an answer without rounds is not confirmed.
pub const FIGURES_PROVISIONAL: &str = "有的数字还没有确认";

/// The estimate for the refund.
#[must_use]
pub fn estimate(base_year: u16, amount: Money) -> String {
    format!("估算：{base_year}年一共缴了约{}元失业保险费。", grouped(amount))
}

/// For how many months.
#[must_use]
pub fn months(months: u64) -> String {
    format!("{months} 个月")
}

/// What the months are made of.
#[must_use]
pub fn carried_over(from_insurance: u64, carried_over: u64) -> String {
    format!("按缴费年限{from_insurance}个月，上次没领完的{carried_over}个月")
}

/// The rule was last checked long ago.
#[must_use]
pub fn stale(checked_on: Date) -> String {
    format!("规则核对日期是{}，已经过去半年多，政策可能变了。办理前请先拨打12333核实", day(checked_on))
}

/// Before the amount.
#[must_use]
pub const fn lead(outcome: Outcome, ceiling: bool) -> &'static str {
    match (outcome, ceiling) {
        (Outcome::Undetermined, false) => "都符合的话，预计",
        (Outcome::Undetermined, true) => "都符合的话，预计最高",
        (_, false) => "预计",
        (_, true) => "预计最高",
    }
}

/// The day is in another year than today's rule.
#[must_use]
pub fn other_year(year: u16, status: &str) -> String {
    format!("您正在查看{year}年度（{status}）")
}

/// Under the notice of another year.
#[must_use]
pub fn as_if(as_of: Date) -> String {
    format!("以下是假设{}申请算出的，只供查看，不是今天的结果", day(as_of))
}

/// The last day to apply.
#[must_use]
pub fn last_day(date: Date) -> String {
    format!("最后一天：{}", day(date))
}

/// No last day is set.
pub const NO_LAST_DAY: &str = "没有写截止日期";

/// How long it is still.
#[must_use]
pub fn days_left(days: u32) -> String {
    match days {
        0 => "就是今天".to_owned(),
        days => format!("还有{days}天"),
    }
}

/// A certificate in a line: 电工 中级（四级）.
#[must_use]
pub fn certificate(occupation: &str, level: &str) -> String {
    format!("{} {level}", occupation.trim()).trim_start().to_owned()
}

/// The last day of a line of the plan.
#[must_use]
pub fn apply_by(date: Date) -> String {
    format!("{}前申请（含当天）", day(date))
}

/// Why a certificate is left over, and when it could still be applied for.
#[must_use]
pub fn skipped(because: &str, later: Option<(Date, Date)>) -> String {
    match later {
        Some((from, until)) => {
            format!("{because}；如果明年规定不变，{}到{}可以再申请", day(from), day(until))
        }
        None => format!("{because}；如果明年规定不变，明年也不能再申请"),
    }
}

/// A condition that is met: symbol and word.
pub const MET: (&str, &str) = ("✓", "符合");
/// A condition that does not hold.
pub const UNMET: (&str, &str) = ("✗", "不符合");

/// A condition that is not met yet, and that the person can still meet: symbol and word.
pub const CURABLE: (&str, &str) = ("?", "还没办");

/// A condition of which a fact is missing, or that the agency decides.
#[must_use]
pub const fn unknown(agency: bool) -> (&'static str, &'static str) {
    ("?", if agency { "经办机构定" } else { "还不知道" })
}

/// The symbol of an answer.
#[must_use]
pub const fn sign(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Eligible => "✓",
        Outcome::Ineligible => "✗",
        Outcome::Undetermined => "?",
        Outcome::Closed => "–",
    }
}

/// A place in a document: 冀人社发〔2024〕14号 第二条.
#[must_use]
pub fn place(document: &str, clause: &str) -> String {
    format!("{document} · {clause}")
}

/// The places behind a sentence, in a line.
#[must_use]
pub fn basis(places: &[String]) -> String {
    format!("依据：{}", places.join("；"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bounds_are_written_in_ten_thousands() {
        let yuan = |text: &str| Least::Yuan(Money::parse(text).unwrap());
        assert_eq!(reached("营业收入", yuan("400000000")), "营业收入不少于40000万元");
        assert_eq!(reached("资产总额", yuan("500000")), "资产总额不少于50万元");
        assert_eq!(reached("资产总额", yuan("5000")), "资产总额不少于5,000.00元");
        assert_eq!(reached("从业人员", Least::Persons(20)), "从业人员不少于20人");
    }
}
