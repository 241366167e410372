//! Words about the law that the page goes by: where it comes from, and why it is not the one that was asked for.

use wengang_engine::packed::{FORM, LONGEST, PackedError};

use crate::policy::date::Date;
use crate::text::money::day;

/// How many digits of a hash are shown: enough to distinguish two packs.
const DIGITS: usize = 12;

/// What a pack is refused for, and what to do.
#[must_use]
pub fn refused(error: PackedError) -> String {
    match error {
        PackedError::NotAPack => "这不是政策包，请用 cargo xtask pack 写出来的 .pack 文件".to_owned(),
        PackedError::TooLong => format!("这个文件太大，政策包最多 {} KB", LONGEST / 1024),
        PackedError::OtherForm(form) if form > FORM => {
            format!("这个政策包的格式（第 {form} 版）比这里认得的（第 {FORM} 版）新，请先更新稳岗算")
        }
        PackedError::OtherForm(form) => {
            format!("这个政策包的格式（第 {form} 版）太旧，这里要第 {FORM} 版，请用新的 cargo xtask pack 再写一次")
        }
        PackedError::WrongHash => "这个政策包的内容和校验值对不上，可能没有下载完整，请重新下载".to_owned(),
        PackedError::Content(_) | PackedError::OtherDay | PackedError::Empty | PackedError::Invalid(_) => {
            "这个政策包里面有错，不能用，请告诉提供的人".to_owned()
        }
    }
}

/// The pack is of another place than the settings say.
#[must_use]
pub fn of_another_place(id: &str) -> String {
    format!("这个政策包是 {id} 的，和 site.json 里写的地方不一样")
}

/// The pack is not the one that the settings name.
pub const NOT_THE_NAMED: &str = "这个政策包的校验值和 site.json 里写的不一样";

/// The place that was asked for is not offered; `now`: the place whose law is in use.
#[must_use]
pub fn not_offered(now: &str) -> String {
    format!("本站没有收录您要的那个地方的政策，下面是{now}的。要看别的地方，请拨打12333，或打开当地的网站。")
}

/// The law that was asked for did not come.
#[must_use]
pub fn not_loaded(wanted: &str, now: &str) -> String {
    format!("{wanted}的政策没有取到，下面按程序里带的{now}政策算。请检查网络，刷新再试；也可以拨打12333。")
}

/// The law that was asked for was refused, and why.
#[must_use]
pub fn not_taken(wanted: &str, why: &str, now: &str) -> String {
    format!("{wanted}的政策包没有采用：{why}。下面按程序里带的{now}政策算，办理前请拨打12333。")
}

/// Where the law comes from, with every answer: `按本站的政策包 packs/gansu.pack 算，核对到2026年11月25日，校验值 40ac97c6b4be`.
#[must_use]
pub fn origin(file: &str, checked_on: Date, sha256: &str) -> String {
    let digits = sha256.get(..DIGITS).unwrap_or(sha256);
    format!("按本站的政策包 {file} 算，核对到{}，校验值 {digits}", day(checked_on))
}
