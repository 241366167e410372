//! The page's own words: home, frame, people whom the measures leave out. Questions and the answer card have their own.

pub mod aloud;
pub mod answer;
pub mod calendar;
pub mod elder;
pub mod entitled;
pub mod formula;
pub mod guide;
pub mod law;
pub mod poster;
pub mod print;
pub mod promote;
pub mod question;
pub mod share;
pub mod site;

use crate::policy::case::Person;
use crate::policy::date::Date;
use crate::text::money::day;

/// The product's name.
pub const NAME: &str = "稳岗算";
/// For whom and what: `河北省 · 失业保险`.
#[must_use]
pub fn place(name: &str) -> String {
    [name, " · 失业保险"].concat()
}
/// Leads back to the home screen where another page frames it.
pub const ALL_TASKS: &str = "‹ 别的事";
/// Before the places that can be chosen instead.
pub const OTHER_PLACES: &str = "换地方：";
/// The sentence for a measure that is not recorded there.
#[must_use]
pub fn not_recorded(title: &str, why: &str) -> String {
    [title, "：", why].concat()
}
/// What it does, in a sentence.
pub const PROMISE: &str = "不用登录，不收集个人信息";
/// The link that skips the head of the page.
pub const SKIP: &str = "跳到正文";
/// Clears the answers.
pub const RESTART: &str = "清空重填";
/// Brings back what that cleared.
pub const UNDO_RESTART: &str = "撤销清空";
/// Brings back a row that was taken out.
pub const UNDO_REMOVE: &str = "撤销删除";

/// What was asked for is on its way.
pub const OPENING: &str = "正在打开…";
/// What was asked for did not come.
pub const NOT_OPENED: &str = "没有打开。请检查网络，再点一次；也可以拨打12333。";

/// Another version of the page was published while this one was open.
pub const NEWER: &str = "测算规则或网页有更新。请刷新，按新的算；填的内容会留着。";
/// The button next to it.
pub const RELOAD: &str = "刷新";

/// What the page is for, where a search or a chat shows it.
pub const HOME_IS: &str = "算一算能领多少、能不能领、到哪天为止；不用登录，不收集个人信息。";
/// The heading of the home screen.
pub const HOME: &str = "能领多少，算一算";
/// Before those whom these measures leave out.
pub const ASIDE: &str = "都不是：";
/// Behind the mark of figures that are not confirmed; `place`: its short name.
#[must_use]
pub fn unconfirmed_is(place: &str) -> String {
    ["：", place, "的通知还没有查到，办理前请打12333。"].concat()
}

/// The button of a measure.
pub const CALCULATE: &str = "去测算";

/// 灵活就业人员.
pub const FLEXIBLE: &str = "灵活就业";
/// 学生.
pub const STUDENT: &str = "学生";
/// 退休人员.
pub const RETIRED: &str = "退休";
/// 机关、事业单位工作人员.
pub const PUBLIC: &str = "机关事业";
/// Opens the notices clause by clause.
pub const NOTICES: &str = "看通知";
/// Opens the rounds side by side.
pub const ROUNDS_LINK: &str = "历年对比";

/// The documents behind all rules, in a line.
#[must_use]
pub fn based_on(numbers: &[&str]) -> String {
    let first = numbers.first().copied().unwrap_or_default();
    format!("依据{first}等{}份文件", numbers.len())
}

/// Before the mark of figures that are not confirmed.
#[must_use]
pub fn standards_of(year: u16) -> String {
    format!("{year}年的标准")
}

/// Until when, in a row: `到12月31日`; the year too where it is another one.
#[must_use]
pub fn by(last_day: Option<Date>, today: Date) -> String {
    match last_day {
        None => String::new(),
        Some(date) if date.year() == today.year() => format!("到{}月{}日", date.month(), date.day()),
        Some(date) => ["到", &day(date)].concat(),
    }
}

/// Which of all measures.
pub const ENTITLED: &str = "我能享受哪几项";
/// The button to it.
pub const ENTITLED_LINK: &str = "能享受哪几项";
/// Links and posters for a campaign.
pub const PROMOTE: &str = "宣传素材";
/// Before the page for lists.
pub const LISTS_LEAD: &str = "有名单的：";
/// The page for lists.
pub const LISTS: &str = "批量测算";
/// Its file.
pub const LISTS_FILE: &str = "./batch.html";
/// The rounds side by side.
pub const ROUNDS: &str = "历年政策对比";

/// The hotline's address.
pub const HOTLINE_ADDRESS: &str = "tel:12333";
/// The office where it has not said its name.
pub const AGENCY: &str = "本地经办机构";
/// The hotline as a button.
pub const CALL: &str = "拨打 12333 问一问";
/// The hotline in the foot.
pub const HOTLINE: &str = "人社服务热线";
/// What happens to what is typed.
pub const PRIVACY: &str = "只在这个页面里计算，不上传、不保存。请不要填姓名、身份证号和统一社会信用代码。";
/// Over the documents.
pub const SOURCES: &str = "政策依据";
/// A document or figure that is not confirmed.
pub const UNCONFIRMED: &str = "未确认";

/// The day on which the rules were checked: `规则核对日期：2026年11月25日`.
#[must_use]
pub fn checked_on(date: Date) -> String {
    format!("规则核对日期：{}", day(date))
}

/// The version of the rules: `规则版本 2026-11-25`.
#[must_use]
pub fn version(rules: &str) -> String {
    format!("规则版本 {rules}")
}

/// The last day of a measure in the list, and how long it is still: `最后一天 2026年12月31日，还有36天`.
#[must_use]
pub fn until(last_day: Option<Date>, today: Date) -> String {
    let Some(date) = last_day else { return answer::NO_LAST_DAY.to_owned() };
    let left = date.day_number().checked_sub(today.day_number()).map(answer::days_left);
    let words = ["最后一天 ", &day(date)].concat();
    left.map_or_else(|| words.clone(), |left| [&words, "，", &left].concat())
}

/// Over the calculators' own documents in a prerendered page.
#[cfg(feature = "prerender")]
pub const RULES: &str = "各项政策的条件和标准";

/// The last day alone.
#[must_use]
pub fn last(last_day: Option<Date>) -> String {
    last_day.map_or_else(|| answer::NO_LAST_DAY.to_owned(), |date| ["最后一天 ", &day(date)].concat())
}

/// The sentence of a prerendered page with its day.
#[must_use]
pub fn as_on(date: Date) -> String {
    format!("这是{}的情况；网页打开以后按当天的算。", day(date))
}

/// The title of a calculator's page.
#[must_use]
pub fn calculator(measure: &str) -> String {
    format!("{measure}测算")
}

/// The title of the browser's window.
#[must_use]
pub fn window_title(screen: &str) -> String {
    format!("{screen} - {NAME}")
}

/// The sentence for people to whom these measures do not apply.
#[must_use]
pub const fn elsewhere(person: Person) -> &'static str {
    match person {
        Person::Flexible => {
            "您自己缴社保、没有单位的，稳岗返还和技能提升补贴都还不能申请：稳岗返还只给单位，技能提升补贴只给企业在职职工和正在领失业保险金的人。\
             以后到企业上班并参加失业保险，可以再来算。以前在单位缴过失业保险费、现在失业的，请看“我失业了”。"
        }
        Person::Student => {
            "在校学生还不能申请稳岗返还和技能提升补贴：技能提升补贴要先在企业上班、缴过失业保险费。\
             毕业后到企业上班，缴费月数够了，可以再来算。证书有申请期限，请留意发证日期。"
        }
        Person::Retired => {
            "退休人员不再缴失业保险费，稳岗返还、技能提升补贴和失业保险金都不能申请。退休前拿到的证书，如果退休前没有申请补贴，请拨打12333问当地经办机构。"
        }
        Person::PublicInstitution => {
            "机关、事业单位的职工不能申请稳岗返还和技能提升补贴：稳岗返还不包括机关、事业单位；技能提升补贴写的是企业在职职工和正在领失业保险金的人。\
             编制外、由企业派来上班的，请看“我拿到了技能证书”。"
        }
    }
}
