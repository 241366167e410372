//! The words of a campaign's screen, and the texts it makes.

use crate::text::page::poster;
use crate::text::page::question::Asked;
use crate::text::words::{ESTIMATE, HOTLINE};

/// What the screen is for.
pub const WHAT: &str = "选一项政策，就有链接、二维码、海报，还有短信和微信能用的文字。";
/// The most characters of a text message that is sent as one.
const ONE_PART: usize = 70;
/// And of each part of a longer one: the other characters tell the phone how to join the parts.
const OF_PARTS: usize = 67;

/// Which measure.
#[must_use]
pub fn measure() -> Asked {
    Asked::new("宣传哪一项", "打开链接就是这一项的测算")
}

/// Which region.
#[must_use]
pub fn region() -> Asked {
    Asked::new("给哪个区县用", "失业保险金各区县标准不同；选了区县，打开时已经替人选好")
}

/// Every region.
pub const ALL_REGIONS: &str = "不限区县";

/// The tag.
#[must_use]
pub fn tag() -> Asked {
    Asked::new("推广标记（可以不填）", "写在链接里，网站的访问记录能分清是哪次宣传带来的；页面不用它，打开后就去掉")
}

/// An example of a tag.
pub const TAG_EXAMPLE: &str = "duanxin-01";

/// The headline.
#[must_use]
pub fn headline() -> Asked {
    Asked::new("自己的标题（可以不填）", "只写在海报和文字里，不写进链接")
}

/// Nothing is chosen yet.
pub const CHOOSE: &str = "先选宣传哪一项。";
/// A box is wrong.
pub const MEND: &str = "先把标出来的那一项改对。";
/// Over the link.
pub const LINK: &str = "链接";
/// Over the text message.
pub const SMS: &str = "短信文字";
/// Over the text for WeChat.
pub const WECHAT: &str = "微信文字";
/// Over the images.
pub const IMAGES: &str = "二维码和海报";
/// Copies a text.
pub const COPY: &str = "复制";

/// The content of a campaign.
#[derive(Clone, Copy)]
pub struct CampaignCopy<'a> {
    /// The measure's short name.
    pub measure: &'a str,
    /// The headline.
    pub headline: &'a str,
    /// Until when.
    pub days: &'a str,
    /// What is not certain.
    pub doubt: &'a str,
    /// The link.
    pub link: &'a str,
}

/// A text message: the link near its end, with a space behind it, so that phones see where it ends.
#[must_use]
pub fn sms(copy: CampaignCopy<'_>) -> String {
    let lead = [copy.measure, "：", copy.headline].concat();
    let ask = if copy.doubt.is_empty() { "咨询" } else { "还没有确认，先咨询" };
    [&ended(&lead), &ended(copy.days), "点开算一算：", copy.link, " ", ask, HOTLINE].concat()
}

/// A text for WeChat, line by line.
#[must_use]
pub fn wechat(copy: CampaignCopy<'_>) -> String {
    let lead = ["【", copy.measure, "】", copy.headline].concat();
    let free = ["点开自己算一算，", poster::FREE, "："].concat();
    let ask = ["有疑问请拨打", HOTLINE, "。", ESTIMATE, "。"].concat();
    let lines: [&str; 6] = [&ended(&lead), &ended(copy.days), &ended(copy.doubt), &free, copy.link, &ask];
    let lines: Vec<&str> = lines.into_iter().filter(|line| !line.is_empty()).collect();
    lines.join("\n")
}

/// A sentence with its full stop; nothing stays nothing.
fn ended(text: &str) -> String {
    let is_ended = text.is_empty() || text.ends_with(['。', '！', '？', '!', '?', '.']);
    [text, if is_ended { "" } else { "。" }].concat()
}

/// How long a text message is, and how many parts it is sent in. Counted as phones count: in units of UTF-16.
#[must_use]
pub fn parts(text: &str) -> (usize, usize) {
    let characters = text.encode_utf16().count();
    (characters, if characters <= ONE_PART { 1 } else { characters.div_ceil(OF_PARTS) })
}

/// The same in words.
#[must_use]
pub fn counted(text: &str) -> String {
    let (characters, parts) = parts(text);
    if parts == 1 {
        format!("共 {characters} 个字，1 条短信发完（一条最多 {ONE_PART} 个字，不含签名）。")
    } else {
        format!(
            "共 {characters} 个字，要分 {parts} 条（一条最多 {ONE_PART} 个字，分条后每条 {OF_PARTS} 个字，不含签名）。"
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const COPIES: CampaignCopy<'_> = CampaignCopy {
        measure: "稳岗返还",
        headline: "少裁员就能返还",
        days: "最后一天：2026年12月31日",
        doubt: "",
        link: "https://a.cn/?c=refund&k=x",
    };

    #[test]
    fn a_text_message_counts_as_phones_count() {
        for (characters, expected) in [(0, 1), (69, 1), (70, 1), (71, 2), (134, 2), (135, 3), (201, 3), (202, 4)] {
            assert_eq!(parts(&"稳".repeat(characters)), (characters, expected));
        }
        assert_eq!(parts("\u{1f600}"), (2, 1));
        assert_eq!(counted("稳"), "共 1 个字，1 条短信发完（一条最多 70 个字，不含签名）。");
        assert!(counted(&"稳".repeat(71)).starts_with("共 71 个字，要分 2 条"));
    }

    #[test]
    fn the_texts_hold_headline_days_link_and_hotline() {
        assert_eq!(
            sms(COPIES),
            "稳岗返还：少裁员就能返还。最后一天：2026年12月31日。点开算一算：https://a.cn/?c=refund&k=x 咨询12333"
        );
        assert!(sms(CampaignCopy { doubt: "有的数字还没有确认", ..COPIES }).ends_with("&k=x 还没有确认，先咨询12333"));
        let doubtful = CampaignCopy { headline: "快来算！", doubt: "还没有确认", ..COPIES };
        assert_eq!(
            wechat(doubtful),
            "【稳岗返还】快来算！\n最后一天：2026年12月31日。\n还没有确认。\n点开自己算一算，不用登录，不收集个人信息：\n\
             https://a.cn/?c=refund&k=x\n有疑问请拨打12333。估算结果仅供参考，以经办机构核定为准。"
        );
    }
}
