//! A poster's words, and the words around it.

use crate::policy::assessment::Status;
use crate::policy::date::Date;
use crate::text::money::day;
use crate::text::page::answer;
use crate::text::words;

/// Under the code: what it is for.
pub const SCAN: &str = "微信扫一扫，自己算一算";
/// Under the code: what is not asked.
pub const FREE: &str = "不用登录，不收集个人信息";
/// The hotline.
pub const HOTLINE: &str = "人社服务热线 12333";

/// Makes a poster.
pub const MAKE: &str = "生成海报";
/// Makes a code by itself and a poster.
pub const MAKE_BOTH: &str = "生成二维码和海报";
/// How an image is saved on a phone.
pub const PRESS: &str = "长按图片保存";
/// How an image is saved where there may be a mouse.
pub const PRESS_OR_CLICK: &str = "长按图片保存；用电脑的，右键点图片另存";
/// Saves the page to print.
pub const SAVE_PAPER: &str = "保存 A4 海报（PDF，可打印）";
/// The browser does not draw, or scrambles what is drawn.
pub const NOT_DRAWN: &str =
    "这个浏览器画不出海报，可能是隐私设置不让画。请截图保存下面的二维码，或换一个浏览器再生成，也可以复制链接";
/// What the image of the code alone is, for ears.
pub const CODE: &str = "二维码";

/// Too many numbers for a code.
pub const NUMBERS_TOO_LONG: &str =
    "网址太长，二维码放不下：填的数字和日期太多。请取消勾选“带上我填的数字和金额”，再生成";
/// Too long a tag for a code.
pub const TAG_TOO_LONG: &str = "网址太长，二维码放不下：推广标记太长。请把推广标记写短一些";
/// Too long an address of the site for a code.
pub const SITE_TOO_LONG: &str = "网址太长，二维码放不下：这个网站自己的地址太长。请网站管理员换一个短一点的地址";

/// The name of the file to print.
#[must_use]
pub fn file_name(measure: &str) -> String {
    [measure, "海报.pdf"].concat()
}

/// Until when a measure of rounds can be applied for, as seen today.
#[must_use]
pub fn days(status: Status, last_day: Option<Date>, today: Date) -> String {
    match (status, last_day) {
        (Status::Open, None) => answer::NO_LAST_DAY.to_owned(),
        (Status::Open, Some(last)) if last < today => ["已在", &day(last), "截止"].concat(),
        (Status::Open, Some(last)) => answer::last_day(last),
        (Status::Upcoming | Status::Closed | Status::NotRecorded, _) => {
            words::headline(crate::policy::verdict::Outcome::Closed, status, false).to_owned()
        }
    }
}

/// The figures are not confirmed. `has_rounds`: the measure is renewed each year.
#[must_use]
pub fn doubt(has_rounds: bool) -> String {
    [if has_rounds { answer::PROVISIONAL } else { answer::FIGURES_PROVISIONAL }, "，请先拨打12333核实"].concat()
}

/// The amount was computed from an estimated premium.
pub const ESTIMATED: &str = "保险费是估算的，金额也只是估算";

/// The amount was computed as of another year's day.
#[must_use]
pub fn as_if(as_of: Date) -> String {
    ["按假设", &day(as_of), "申请算出，不是今天的结果"].concat()
}
