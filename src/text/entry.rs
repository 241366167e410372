//! What people typed, in words: what is wrong with it and what to do, and what was understood.

use crate::policy::date::Date;
use crate::policy::money::Money;
use crate::policy::month::Month;
use crate::policy::ratio::AverageInsured;
use crate::text::money::{day, grouped};

/// What a box takes.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Wanted {
    /// An amount in 元.
    Amount,
    /// A whole number of what the unit says.
    Count(&'static str),
    /// An average number of persons.
    Average,
    /// A day.
    Day,
    /// A month of a year.
    Month,
    /// The tag of a campaign.
    Tag,
    /// The headline of a poster.
    Headline,
}

impl Wanted {
    /// How to fill it in.
    fn example(self) -> &'static str {
        match self {
            Self::Amount => "请填数字，例如 12345.67 或 1.2万",
            Self::Count("人") => "请填人数，例如 30",
            Self::Count("个月") => "请填月数，例如 12",
            Self::Count(_) => "请填数字，例如 3",
            Self::Average => "请填数字，例如 30 或 30.5",
            Self::Day => "请填日期，例如 2024-03-10",
            Self::Month => "请填月份，例如 2024-08",
            Self::Tag => "只能用英文字母、数字、- 和 _，例如 duanxin-01",
            Self::Headline => "请写一句话",
        }
    }

    const fn noun(self) -> &'static str {
        match self {
            Self::Day => "日期",
            Self::Month => "月份",
            _ => "数",
        }
    }

    const fn unit(self) -> &'static str {
        match self {
            Self::Amount => "元",
            Self::Average => "人",
            Self::Count(unit) => unit,
            Self::Day | Self::Month | Self::Tag | Self::Headline => "",
        }
    }
}

/// What is wrong with something typed.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Fault {
    /// Not a number of the wanted kind, or not a day.
    Unreadable,
    /// Chinese numerals, or a number in part in words.
    InWords,
    /// Below zero.
    Negative,
    /// `1.2E+05`, as spreadsheets write it.
    Exponent,
    /// More than one decimal point.
    TwoPoints,
    /// Commas that are not before every third digit.
    Grouping,
    /// More than one: there is a space, a tab or a line end between two digits.
    Several,
    /// More decimals than the quantity has.
    TooManyPlaces,
    /// Over the greatest value that is taken.
    TooLarge(u64),
    /// More characters than a text may have.
    TooLong(u64),
    /// A decimal where only whole ones count.
    NotWhole,
    /// A year of two digits.
    ShortYear,
    /// A day that the calendar does not have.
    NoSuchDay {
        /// The year typed.
        year: u32,
        /// The month typed.
        month: u32,
        /// The day typed.
        day: u32,
    },
    /// A month outside 1…12.
    NoSuchMonth(u32),
    /// Under the least count that is taken.
    TooSmall(u32),
    /// A day before 1900 or after 2199.
    OutOfYears,
    /// That many of the twelve monthly boxes are still empty.
    MonthsMissing(usize),
    /// That many of the twelve monthly boxes are wrong.
    MonthsWrong(usize),
    /// It contradicts another answer; the sentence of the law's file.
    Contradiction(&'static str),
}

/// Something typed that cannot be used.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct EntryError {
    /// What the box takes.
    pub wanted: Wanted,
    /// What is wrong.
    pub fault: Fault,
}

impl EntryError {
    /// Says what is wrong and what to do.
    #[must_use]
    pub fn sentence(self) -> String {
        let example = self.wanted.example();
        match self.fault {
            Fault::Unreadable => example.to_owned(),
            Fault::InWords => format!("请不要用汉字写数字，{example}"),
            Fault::Negative => format!("不能小于 0，{example}"),
            Fault::Exponent => format!("这是表格软件的科学计数法，位数可能不全：请填完整的数字，{example}"),
            Fault::TwoPoints => format!("小数点多于一个，看不清是多少，{example}"),
            Fault::Grouping => {
                format!("逗号的位置不对，看不清是多少：请每三位隔一个（1,234,567），或者都去掉，{example}")
            }
            Fault::Several => {
                format!("这里只填一个{}，中间隔开了，像是不止一个：请只留一个，去掉空格，{example}", self.wanted.noun())
            }
            Fault::TooManyPlaces => too_many_places(self.wanted).to_owned(),
            Fault::TooLarge(max) => format!("数字太大了，最多填 {} {}，请再看一下", digits(max), self.wanted.unit()),
            Fault::TooLong(max) => format!("太长了，最多 {max} 个字，请写短一些"),
            Fault::NotWhole => format!("这里要填整数，没有小数点，{example}"),
            Fault::ShortYear => format!("年份请写四位，{example}"),
            Fault::NoSuchDay { year, month, day } => no_such_day(year, month, day),
            Fault::NoSuchMonth(month) => format!("没有{month}月，月份是 1 到 12，{example}"),
            Fault::TooSmall(min) => format!("至少填 {min}，{example}"),
            Fault::OutOfYears if self.wanted == Wanted::Month => "请填 1900 年到 2199 年之间的月份".to_owned(),
            Fault::OutOfYears => "请填 1900 年到 2199 年之间的日期".to_owned(),
            Fault::MonthsMissing(count) => format!("还差 {count} 个月没有填，十二个月都填了才能算平均"),
            Fault::MonthsWrong(count) => format!("有 {count} 个月填得不对，请改好，再算平均"),
            Fault::Contradiction(say) => say.to_owned(),
        }
    }
}

/// Why an identity number is refused.
pub const IDENTITY: &str = "请不要填写身份证号或统一社会信用代码：本页不需要，也不会保存，已经清空";

/// What does not fit, where a day or a number of months is readable.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Doubt {
    /// A year far from today's.
    FarYear,
    /// A certificate issued after the day of application.
    IssuedLater,
    /// A subsidy received before the certificate of the same occupation and level was issued.
    ReceivedEarlier,
    /// More months than a working life has.
    LongerThanALife,
}

/// What was understood, with what does not fit.
#[must_use]
pub fn doubtful(understood: &str, doubt: Doubt) -> String {
    let doubt = match doubt {
        Doubt::FarYear => "离今天很远，请核对年份",
        Doubt::IssuedLater => "在申请日期之后，请核对这两个日期",
        Doubt::ReceivedEarlier => "比同一职业同一等级的发证日期还早，请核对这两个日期",
        Doubt::LongerThanALife => "超过50年，请核对是不是按月填的",
    };
    [understood, "（", doubt, "）"].concat()
}

/// What to ask where a premium is very small for the headcount.
pub const MAYBE_IN_WAN: &str = "这笔保险费和人数比起来很小：是不是以万元填写的？可以写成 1.2万";

const fn too_many_places(wanted: Wanted) -> &'static str {
    match wanted {
        Wanted::Amount => "金额只算到分，小数点后最多两位，例如 12345.67",
        _ => "小数点后最多六位，例如 30.5",
    }
}

fn no_such_day(year: u32, month: u32, day: u32) -> String {
    if (1..=12).contains(&month) {
        format!("{year}年{month}月没有{day}日，请再看一下日期")
    } else {
        format!("没有{month}月，月份是 1 到 12，请再看一下日期")
    }
}

/// An amount as understood: `12,345.67 元`.
#[must_use]
pub fn amount(amount: Money) -> String {
    format!("{} 元", grouped(amount))
}

/// An average as understood: `30.5 人`, all its decimals.
#[must_use]
pub fn average(average: AverageInsured) -> String {
    format!("{} 人", average.formula())
}

/// The average of twelve headcounts as understood: `平均 30.42 人（十二个月合计 365 人）`.
#[must_use]
pub fn average_of_months(average: AverageInsured, sum: u64) -> String {
    format!("平均 {} 人（十二个月合计 {} 人）", average.shown(), digits(sum))
}

/// A number of something as understood: `1,200 人`.
#[must_use]
pub fn count(count: u32, unit: &str) -> String {
    format!("{} {unit}", digits(u64::from(count)))
}

/// A day as understood: `2024年3月10日`.
#[must_use]
pub fn date(date: Date) -> String {
    day(date)
}

/// A month as understood: `2024年8月`.
#[must_use]
pub fn month(month: Month) -> String {
    crate::text::money::month(month)
}

/// A whole number with commas.
fn digits(value: u64) -> String {
    let text = value.to_string();
    let mut grouped = String::new();
    for (index, digit) in text.chars().enumerate() {
        if index > 0 && (text.len() - index).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    grouped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_sentence_is_an_instruction() {
        let no_such = Fault::NoSuchDay { year: 2023, month: 2, day: 30 };
        for (wanted, fault, sentence) in [
            (Wanted::Amount, Fault::Unreadable, "请填数字，例如 12345.67 或 1.2万"),
            (Wanted::Amount, Fault::TooLarge(1_000_000_000_000), "数字太大了，最多填 1,000,000,000,000 元，请再看一下"),
            (Wanted::Count("个月"), Fault::TooLarge(12), "数字太大了，最多填 12 个月，请再看一下"),
            (Wanted::Count("人"), Fault::NotWhole, "这里要填整数，没有小数点，请填人数，例如 30"),
            (Wanted::Day, no_such, "2023年2月没有30日，请再看一下日期"),
            (Wanted::Day, Fault::ShortYear, "年份请写四位，请填日期，例如 2024-03-10"),
            (Wanted::Average, Fault::MonthsMissing(3), "还差 3 个月没有填，十二个月都填了才能算平均"),
        ] {
            assert_eq!(EntryError { wanted, fault }.sentence(), sentence);
        }
    }

    #[test]
    fn prints_what_was_understood() {
        assert_eq!(amount(Money::parse("12345.67").unwrap()), "12,345.67 元");
        assert_eq!(average(AverageInsured::parse("30.500").unwrap()), "30.5 人");
        assert_eq!(
            average_of_months(AverageInsured::from_person_months(365).unwrap(), 365),
            "平均 30.42 人（十二个月合计 365 人）"
        );
        assert_eq!(count(1200, "人"), "1,200 人");
        assert_eq!(count(12, "个月"), "12 个月");
        assert_eq!(date(Date::new(2024, 3, 10)), "2024年3月10日");
    }
}
