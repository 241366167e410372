//! Words about the office's settings, `site.json`.

/// Before a 网站标识码.
pub const CODE: &str = "网站标识码 ";
/// Where ICP备案号 are looked up, as the rules on them ask.
pub const ICP_ADDRESS: &str = "https://beian.miit.gov.cn/";

/// Over what is wrong with the file.
pub const FAULTS: &str = "本站设置（site.json）有几处没有采用，仍按默认显示：";
/// The file did not come.
pub const MISSING: &str = "没有读到 site.json。请看它是否和 index.html 放在一起、服务器能不能下载 .json 文件";
/// The file cannot be read.
pub const BROKEN: &str =
    "读不懂这个文件。请检查引号、逗号、大括号有没有多或少，引号和逗号要用英文的；保存时编码选 UTF-8";
/// The file was saved in another encoding.
pub const ENCODING: &str = "文字乱码了。请用记事本“另存为”，编码选 UTF-8，再上传";
/// There is no such setting.
pub const NO_SETTING: &str = "没有这一项，请对照使用说明检查写法";
/// It is no text.
pub const NO_TEXT: &str = "要写在引号里，例如 \"12333\"";
/// It is too long.
pub const TOO_LONG: &str = "太长了，最多40个字";
/// It has invisible characters.
pub const HIDDEN: &str = "里面有看不见的字符，请删掉重新输入";
/// No such region is built in.
pub const NO_REGION: &str = "没有收录这个县区。请写全称，例如“长安区”“正定县”";
/// It is no telephone number.
pub const NO_PHONE: &str = "不是电话号码。只写数字和短横线，例如 0311-88012333";
/// It is no ICP备案号.
pub const NO_ICP: &str = "不是备案号。例如 冀ICP备12345678号-1";
/// It is no 网站标识码.
pub const NO_CODE: &str = "不是网站标识码，应该是10位数字";
/// It is no colour.
pub const NO_COLOUR: &str = "不是颜色。请写 # 和6位十六进制数，例如 #0b4a8f";
/// The colour would be hard to read.
pub const TOO_FAINT: &str =
    "这个颜色和背景太接近，字会看不清（对比度不到 4.5:1）。请换深一点的；深色模式的请换浅一点的";

/// A place without an id or a name.
pub const NO_PLACE: &str =
    "每个地方要写 id 和 name，例如 { \"id\": \"gansu\", \"name\": \"甘肃省\", \"pack\": \"packs/gansu.pack\" }";
/// It is no id of a place.
pub const NO_ID: &str = "只能用小写字母、数字和短横线，例如 gansu";
/// A place that is not built in, without a pack.
pub const NO_PACK: &str = "这个地方没有编进程序，要写 pack，例如 \"packs/gansu.pack\"";
/// It is no name of a pack.
pub const NOT_A_PACK: &str = "要写 packs/ 里的文件，名字只用小写字母、数字和短横线，例如 packs/gansu.pack";
/// It is no SHA-256.
pub const NO_HASH: &str = "不是校验值，应该是64位十六进制数；不核对的可以不写";
/// The place is offered twice.
pub const PLACE_TWICE: &str = "这个地方写了两次，只用前面的那一个";

/// What is wrong with a setting, or with the file itself where no setting is named.
#[must_use]
pub fn fault(name: &str, why: &str) -> String {
    if name.is_empty() { [why, "。"].concat() } else { [name, "：", why, "。"].concat() }
}
