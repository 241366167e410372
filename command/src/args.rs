//! What is asked of the command.

use std::ffi::OsString;
use std::path::PathBuf;

use lexopt::{Arg, Parser, ValueExt};
use wengang::policy::date::Date;
use wengang_batch::Epoch;

/// How the command is used.
pub const USAGE: &str = "\
用法：wengang batch 名单.csv 结果.csv --calculator refund [选项]

  名单      xlsx、xls、csv、tsv；写 - 从标准输入读 csv
  结果      xlsx、csv、tsv；写 - 写到标准输出。名单的每一列照原样，后面加 结论、金额、原因、还差什么、最后一天

  --calculator 测算     refund、skill-subsidy、hiring-subsidy、premium、unemployment-benefit、size-class
  --pack 文件.pack      按别的地方、别的年度的政策包算（cargo xtask pack gansu）；不写就是程序里带的
  --as-of 2024-09-01    按哪天申请算，不写就是今天
  --map 列名=事实       这一列是什么，例如 --map 平均人数=月均参保人数；不用的列写 --map 列名=不用。可以写几个
  --set 事实=值         对每一行都一样的，例如 --set 单位类别=企业。可以写几个
  --blank 列名=值       这一列空着算什么，例如 --blank 僵尸企业=否；不写，空着就是不知道。可以写几个
  --sheet 表名          用哪一张表；写“全部”就每一张有列名的都算
  --jobs 2              同时用几个处理器
  --dates 1904          csv 里的日期写成数字、又是从 1904 年起算的（老的苹果电脑）
  --report 文件.csv     读不懂的格列在哪里；不写就在结果旁边，名字后面加“-读不懂”
  --columns             只看每一列认成什么，不算

读懂了全部，退出码是 0；有读不懂的格或行、要核对的发放，其余照算，退出码是 1；用法不对是 2。
";

/// What is asked of the command.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Args {
    /// The list.
    pub list: PathBuf,
    /// Where the result goes; `None`: only the columns are looked at.
    pub result: Option<PathBuf>,
    /// The measure, by its name in the API.
    pub calculator: String,
    /// A pack of the law; `None`: the one that is built in.
    pub pack: Option<PathBuf>,
    /// The day of application; `None`: today.
    pub as_of: Option<Date>,
    /// Columns and what they are.
    pub map: Vec<(String, String)>,
    /// What holds for every row.
    pub set: Vec<(String, String)>,
    /// What empty cells mean.
    pub blank: Vec<(String, String)>,
    /// The sheets.
    pub sheets: Vec<String>,
    /// How many threads; `None`: as many as there are processors.
    pub jobs: Option<usize>,
    /// What days that are numbers count from.
    pub epoch: Epoch,
    /// Where cells that could not be read are listed.
    pub report: Option<PathBuf>,
}

/// Reads the arguments; `None`: the usage is asked for.
///
/// # Errors
/// A sentence that says what to write.
pub fn read(words: impl IntoIterator<Item = OsString>) -> Result<Option<Args>, String> {
    let mut parser = Parser::from_iter(words);
    let (mut files, mut is_batch, mut only_columns) = (Vec::new(), false, false);
    let (mut calculator, mut pack, mut as_of, mut jobs, mut report) = (None, None, None, None, None);
    let (mut map, mut set, mut blank, mut sheets) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
    let mut epoch = Epoch::Of1900;
    while let Some(arg) = parser.next().map_err(|error| wrong(&error))? {
        match arg {
            Arg::Short('h') | Arg::Long("help") => return Ok(None),
            Arg::Long("calculator") => calculator = Some(text(&mut parser, "--calculator refund")?),
            Arg::Long("pack") => pack = Some(PathBuf::from(text(&mut parser, "--pack 文件.pack")?)),
            Arg::Long("as-of") => {
                let written = text(&mut parser, "--as-of 2024-09-01")?;
                let day =
                    wengang::api::entry::day(&written).map_err(|error| format!("--as-of：{}", error.sentence()))?;
                as_of = Some(day);
            }
            Arg::Long("map") => map.push(pair(&mut parser, "--map 列名=事实")?),
            Arg::Long("set") => set.push(pair(&mut parser, "--set 事实=值")?),
            Arg::Long("blank") => blank.push(pair(&mut parser, "--blank 列名=值")?),
            Arg::Long("sheet") => sheets.push(text(&mut parser, "--sheet 表名")?),
            Arg::Long("jobs") => {
                let written = text(&mut parser, "--jobs 2")?;
                let count = written.parse().ok().filter(|count| (1..=256).contains(count));
                jobs = Some(count.ok_or_else(|| format!("--jobs 后面写 1 到 256，写的是“{written}”"))?);
            }
            Arg::Long("dates") => {
                epoch = match text(&mut parser, "--dates 1904")?.as_str() {
                    "1900" => Epoch::Of1900,
                    "1904" => Epoch::Of1904,
                    other => return Err(format!("--dates 后面写 1900 或 1904，写的是“{other}”")),
                }
            }
            Arg::Long("report") => report = Some(PathBuf::from(text(&mut parser, "--report 文件.csv")?)),
            Arg::Long("columns") => only_columns = true,
            Arg::Value(word) if !is_batch && word == "batch" => is_batch = true,
            Arg::Value(word) => files.push(PathBuf::from(word)),
            Arg::Long(other) => return Err(format!("没有 --{other} 这个选项")),
            Arg::Short(other) => return Err(format!("没有 -{other} 这个选项")),
        }
    }
    if !is_batch {
        return Err("先写 batch：wengang batch 名单.csv 结果.csv --calculator refund".to_owned());
    }
    let mut files = files.into_iter();
    let (list, result, more) = (files.next(), files.next(), files.next());
    let list = list.ok_or("没有写名单：wengang batch 名单.csv 结果.csv --calculator refund")?;
    if more.is_some() {
        return Err("只写一份名单和一份结果；文件名里有空格的，两头加引号".to_owned());
    }
    let result = match result {
        _ if only_columns => None,
        None => return Err("没有写结果放在哪里：wengang batch 名单.csv 结果.csv --calculator refund".to_owned()),
        Some(result) if result == list && result.as_os_str() != "-" => {
            return Err("结果和名单是同一个文件，请换一个名字，名单会留着".to_owned());
        }
        Some(result) => Some(result),
    };
    let calculator = calculator.ok_or("没有写按哪一项算，例如 --calculator refund（稳岗返还）")?;
    Ok(Some(Args { list, result, calculator, pack, as_of, map, set, blank, sheets, jobs, epoch, report }))
}

fn text(parser: &mut Parser, example: &str) -> Result<String, String> {
    let value = parser.value().map_err(|_| format!("后面还要写一个值：{example}"))?;
    value.string().map_err(|error| wrong(&error))
}

fn pair(parser: &mut Parser, example: &str) -> Result<(String, String), String> {
    let written = text(parser, example)?;
    let (name, value) = written.split_once('=').ok_or_else(|| format!("中间要有等号：{example}，写的是“{written}”"))?;
    Ok((name.trim().to_owned(), value.trim().to_owned()))
}

fn wrong(error: &lexopt::Error) -> String {
    match error {
        lexopt::Error::MissingValue { option } => format!("{} 后面还要写一个值", option.as_deref().unwrap_or_default()),
        lexopt::Error::UnexpectedValue { option, .. } => format!("{option} 后面不要写值"),
        other => format!("读不懂：{other}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(line: &str) -> Result<Option<Args>, String> {
        read(line.split(' ').map(OsString::from))
    }

    #[test]
    fn a_whole_line_is_read() {
        let line = "wengang batch a.xlsx b.csv --calculator refund --as-of 2024.9.1 --map 甲=不用 --set size=small \
                    --blank 僵尸企业=否 --sheet 全部 --jobs 2 --dates 1904 --report c.csv";
        let args = of(line).unwrap().unwrap();
        assert_eq!((args.list, args.result), ("a.xlsx".into(), Some("b.csv".into())));
        assert_eq!(args.as_of.unwrap().to_string(), "2024-09-01");
        assert_eq!(args.map, [("甲".to_owned(), "不用".to_owned())]);
        assert_eq!(args.set, [("size".to_owned(), "small".to_owned())]);
        assert_eq!(args.blank, [("僵尸企业".to_owned(), "否".to_owned())]);
        assert_eq!((args.jobs, args.epoch), (Some(2), Epoch::Of1904));
        assert_eq!((args.sheets, args.report), (vec!["全部".to_owned()], Some("c.csv".into())));
        assert_eq!(of("wengang --help"), Ok(None));
        assert_eq!(of("wengang batch a.csv --calculator refund --columns").unwrap().unwrap().result, None);
    }

    #[test]
    fn errors_suggest_what_to_write() {
        for (line, said) in [
            ("wengang", "先写 batch"),
            ("wengang batch", "没有写名单"),
            ("wengang batch a.csv", "没有写结果"),
            ("wengang batch a.csv b.csv", "--calculator refund"),
            ("wengang batch a.csv a.csv --calculator refund", "同一个文件"),
            ("wengang batch a.csv b.csv c.csv --calculator refund", "只写一份名单"),
            ("wengang batch a.csv b.csv --calculator", "后面还要写一个值"),
            ("wengang batch a.csv b.csv --calculator refund --map 甲", "中间要有等号"),
            ("wengang batch a.csv b.csv --calculator refund --jobs 0", "1 到 256"),
            ("wengang batch a.csv b.csv --calculator refund --as-of 九月", "请填日期"),
            ("wengang batch a.csv b.csv --calculator refund --as-of 2024-2-30", "2024年2月没有30日"),
            ("wengang batch a.csv b.csv --calculator refund --dates 1905", "1900 或 1904"),
            ("wengang batch a.csv b.csv --calculater refund", "没有 --calculater"),
            ("wengang batch a.csv b.csv --columns=1", "后面不要写值"),
        ] {
            let error = of(line).unwrap_err();
            assert!(error.contains(said), "{line}: {error}");
        }
    }
}
