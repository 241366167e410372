//! Sharing in words.

/// Over the part.
pub const SHARE: &str = "分享 · 海报 · 打印";
/// The tick that lets numbers go along.
pub const WITH_NUMBERS: &str = "带上我填的数字和金额";
/// What a link without numbers contains.
pub const CHOICES_GO: &str = "链接里只有选项，没有金额、工资、人数、月数、日期，也没有证书；打开的人要自己填。";
/// What a link with numbers contains.
pub const NUMBERS_GO: &str = "链接和二维码里有您填的数字和日期，请只发给信得过的人。";
/// What of certificates does not go along with it.
pub const ROWS_GO: &str = "不常见的职业（工种）名称和没填完的证书不带，打开的人要自己填。";
/// For the receiver of a link with choices only.
pub const NUMBERS_LEFT_OUT: &str = "这个链接只带了选项：金额、人数、月数、日期和证书没有带，请自己填";
/// For the receiver of a link without the names of occupations.
pub const OCCUPATIONS_LEFT_OUT: &str = "这个链接没有带职业（工种）的名称，请在证书里补上，才算得出来";
/// Copies the link.
pub const COPY_LINK: &str = "复制链接";
/// Copies a text for a chat.
pub const COPY_TEXT: &str = "复制一段文字";
/// It was copied.
pub const COPIED: &str = "已复制，去微信里粘贴就行";
/// It was copied, to be used anywhere.
pub const COPIED_HERE: &str = "已复制，去要用的地方粘贴就行";
/// The browser does not copy.
pub const BY_HAND: &str = "这个浏览器不让复制，请长按下面的文字自己复制";

/// A text for a chat: title, verdict, the amount where the user ticked it, the assumed day or year, and the address.
#[must_use]
pub fn message(title: &str, headline: &str, amount: Option<&str>, as_if: Option<&str>, address: &str) -> String {
    let amount = amount.map(|amount| ["，", amount].concat()).unwrap_or_default();
    let as_if = as_if.map(|words| ["（", words, "）"].concat()).unwrap_or_default();
    [title, "：", headline, &amount, &as_if, "。点开自己算一算，不用登录：", address].concat()
}

/// Under another year's round, without the day that was typed.
#[must_use]
pub fn as_if_year(year: u16) -> String {
    format!("按假设{year}年申请算出，不是今天的结果")
}

/// A link that was made under another year's round.
#[must_use]
pub fn other_year(year: u16) -> String {
    format!("此链接制作于{year}年度，以下按今天测算")
}

/// A link that lost its answers.
pub const CUT: &str = "链接里的答案在路上丢了，请重新填一遍";
