//! `wengang batch`: a list in, the same list with its results out.

mod args;
mod pipeline;
mod report;

use std::fs::File;
use std::io::{self, BufWriter, Read, Write};
use std::path::Path;
use std::process::ExitCode;
use std::sync::Arc;
use std::thread;

use wengang::api::answer::Calculator;
use wengang::api::fold::fold;
use wengang::law;
use wengang::policy::date::Date;
use wengang_batch::{Epoch, List, Options, Tally};
use wengang_files::{Encoding, FIRST, Form, Kind, TextFile, Workbook, Written, open};

use args::{Args, USAGE};
use pipeline::{Rows, Sink, Work};
use report::Report;

/// Something could not be read; the other rows are judged.
const NOT_ALL_READ: u8 = 1;
/// Nothing is judged.
const WRONG: u8 = 2;
/// All sheets.
const ALL: &str = "全部";

fn main() -> ExitCode {
    let words = std::env::args_os();
    let found = match args::read(words) {
        Ok(None) => {
            println!("{USAGE}");
            return ExitCode::SUCCESS;
        }
        Ok(Some(args)) => run(&args),
        Err(sentence) => Err(sentence + "\n\n" + USAGE),
    };
    match found {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::from(NOT_ALL_READ),
        Err(sentence) => {
            eprintln!("{sentence}");
            ExitCode::from(WRONG)
        }
    }
}

/// Judges a list; whether everything could be read.
fn run(args: &Args) -> Result<bool, String> {
    let pack = args.pack.as_ref().map(std::fs::read).transpose();
    let pack = pack.map_err(|error| format!("读不了 {}：{}", show_path(args.pack.as_deref()), reason(&error)))?;
    let calculator = calculator(&args.calculator, pack.as_deref())?;
    let as_of = match args.as_of {
        Some(day) => day,
        None => today().ok_or("不知道今天是几号，请写 --as-of 2024-09-01")?,
    };
    let (map, set, blank) = (args.map.clone(), args.set.clone(), args.blank.clone());
    let options = Options { map, set, blank, epoch: args.epoch, ..Options::new(calculator, as_of, fold) };
    eprintln!("按 {as_of} 申请算");
    match kind(&args.list)? {
        Kind::Workbook => of_workbook(args, options, pack.as_deref()),
        _ => of_text(args, &options, pack.as_deref()),
    }
}

/// The measure of the law that is built in, or of a pack.
fn calculator(name: &str, pack: Option<&[u8]>) -> Result<Calculator, String> {
    let law = match pack {
        None => law::packs().next(),
        Some(bytes) => {
            let (_, pack) =
                law::take(bytes).map_err(|error| format!("--pack 写的不是政策包，或者损坏了（{error}）"))?;
            Some(pack)
        }
    };
    let measure = law.and_then(|law| Some(law::calculator(law, law.measure(name)?)));
    let names = || {
        let measures = law.map(|law| law.measures.as_slice()).unwrap_or_default();
        measures.iter().map(|measure| measure.id.as_str()).collect::<Vec<_>>().join("、")
    };
    measure.ok_or_else(|| format!("没有“{name}”这个测算，--calculator 可以写 {}", names()))
}

/// Judges a text file.
fn of_text(args: &Args, options: &Options, pack: Option<&[u8]>) -> Result<bool, String> {
    let cannot_read = |error: &io::Error| format!("读不了 {}：{}", args.list.display(), reason(error));
    let mut file = open_text(&args.list).map_err(|error| cannot_read(&error))?;
    let mut first = Vec::new();
    while first.len() < FIRST {
        let Some(row) = file.row().map_err(|error| cannot_read(&error))? else { break };
        first.push(row);
    }
    let list = open(options, &first)?;
    show(&list, "");
    let Some(result) = &args.result else { return Ok(true) };
    let (observed, encoding) = (Arc::clone(&file.observed), file.observed.encoding());
    let form = form(result, file.delimiter, file.is_crlf);
    let mut sink = open_sink(result, form, encoding)?;
    sink.begin("结果").map_err(|error| cannot_write(result, &error))?;
    let mut report = Report::new(report_path(args, result));
    let work = Work { options, first: &first, sheet: "", jobs: jobs(args), pack };
    let tally =
        work.run(&list, &mut || file.row(), &mut sink, &mut report).map_err(|error| cannot_write(result, &error))?;
    let is_whole = observed.damaged() == 0;
    if !is_whole {
        eprintln!("文件里有不合格的{}字节，写成了 �：请从原来的软件重新导出", encoding.name());
    }
    end(sink, report, result, vec![(String::new(), tally)]).map(|is_read| is_read && is_whole)
}

/// Judges sheets of a workbook.
fn of_workbook(args: &Args, options: Options, pack: Option<&[u8]>) -> Result<bool, String> {
    let cannot_open = |reason: String| format!("打不开 {}：{reason}", args.list.display());
    let bytes = std::fs::read(&args.list).map_err(|error| cannot_open(reason(&error)))?;
    let mut book = Workbook::open(bytes.into()).map_err(cannot_open)?;
    let names = book.names();
    let is_selected = |name: &String| args.sheets.iter().any(|wanted| wanted == name || wanted == ALL);
    if let Some(wrong) = args.sheets.iter().find(|wanted| *wanted != ALL && !names.contains(wanted)) {
        return Err(format!("没有“{wrong}”这张表，有 {}", names.join("、")));
    }
    let (mut lists, mut others, mut why) = (Vec::new(), Vec::new(), None);
    for name in &names {
        if !args.sheets.is_empty() && !is_selected(name) {
            continue;
        }
        let sheet = book.sheet(name)?;
        let options = Options { epoch: sheet.epoch, ..options.clone() };
        let first = sheet.rows.get(..sheet.rows.len().min(FIRST)).unwrap_or_default().to_vec();
        match open(&options, &first) {
            Ok(_) if args.sheets.is_empty() && !lists.is_empty() => others.push(name.as_str()),
            Ok(list) => lists.push((name, options, first, sheet, list)),
            // One sheet of several may be a cover.
            Err(_) if args.sheets.iter().any(|wanted| wanted == ALL) => others.push(name.as_str()),
            Err(sentence) if args.sheets.is_empty() => drop(why.get_or_insert(sentence)),
            Err(sentence) => return Err(format!("“{name}”：{sentence}")),
        }
    }
    if lists.is_empty() {
        return Err(why.unwrap_or_else(|| "这个文件里没有看得见的表".to_owned()));
    }
    if !others.is_empty() {
        eprintln!("没有算的表：{}（用 --sheet 写明要算哪一张，或者 --sheet {ALL}）", others.join("、"));
    }
    lists.iter().for_each(|(name, _, _, _, list)| show(list, name));
    let Some(result) = &args.result else { return Ok(true) };
    if lists.len() > 1 && !is_workbook(result) {
        return Err("几张表的结果请放在 xlsx 里，或者用 --sheet 写明一张".to_owned());
    }
    let failed = |error: io::Error| cannot_write(result, &error);
    let mut sink = open_sink(result, form(result, b',', true), Encoding::Utf8Marked)?;
    let (mut report, mut tallies) = (Report::new(report_path(args, result)), Vec::new());
    for (name, options, first, sheet, list) in lists {
        sink.begin(name).map_err(failed)?;
        let mut rest = sheet.rows.into_iter().skip(FIRST);
        let rows: &mut Rows<'_> = &mut || Ok(rest.next());
        let work = Work { options: &options, first: &first, sheet: name, jobs: jobs(args), pack };
        tallies.push((name.clone(), work.run(&list, rows, &mut sink, &mut report).map_err(failed)?));
    }
    end(sink, report, result, tallies)
}

/// Ends a result and prints its totals; returns whether everything could be read.
fn end(sink: Sink, report: Report, result: &Path, tallies: Vec<(String, Tally)>) -> Result<bool, String> {
    let failed = |error: io::Error| cannot_write(result, &error);
    if let Written::Book(mut book) = sink.finish(&tallies).map_err(failed)? {
        book.save(result).map_err(|error| failed(io::Error::other(error)))?;
    }
    for (name, tally) in &tallies {
        if tallies.len() > 1 {
            eprintln!("“{name}”");
        }
        tally.lines().iter().for_each(|line| eprintln!("{line}"));
    }
    let doubts = tallies.iter().filter_map(|(_, tally)| tally.payments.as_ref()).map(|payments| payments.doubts).sum();
    report.finish(doubts).map_err(failed)?.iter().for_each(|line| eprintln!("{line}"));
    Ok(!tallies.iter().any(|(_, tally)| tally.has_faults()))
}

/// Says what each column is.
fn show(list: &List, sheet: &str) {
    let (_, measure) = list.law();
    if !sheet.is_empty() {
        eprintln!("表“{sheet}”");
    }
    eprintln!("每一列认成了什么（不对的用 --map 改）：");
    for column in list.columns().iter().filter(|column| !column.heading.is_empty()) {
        eprintln!("  {} → {}", column.heading.replace(['\n', '\r'], ""), column.label(measure));
    }
}

fn open_sink(result: &Path, form: Form, encoding: Encoding) -> Result<Sink, String> {
    let failed = |error: io::Error| cannot_write(result, &error);
    if form == Form::Book {
        // Where it cannot be written, that is said before the work and not after it.
        File::create(result).map_err(failed)?;
        return Ok(Sink::book());
    }
    let inner: Box<dyn Write> = if result.as_os_str() == "-" {
        Box::new(io::stdout())
    } else {
        Box::new(File::create(result).map_err(failed)?)
    };
    Sink::text(Box::new(BufWriter::with_capacity(1 << 18, inner)), form, encoding).map_err(failed)
}

/// Opens a text file; `-` is the standard input.
fn open_text(path: &Path) -> io::Result<TextFile> {
    let inner: Box<dyn Read + Send> =
        if path.as_os_str() == "-" { Box::new(io::stdin()) } else { Box::new(File::open(path)?) };
    TextFile::of(inner, None)
}

/// What a list is by how it begins; the standard input is a text.
fn kind(list: &Path) -> Result<Kind, String> {
    if list.as_os_str() == "-" {
        return Ok(Kind::Text);
    }
    let cannot_read = |error: io::Error| format!("读不了 {}：{}", list.display(), reason(&error));
    let mut begin = Vec::new();
    File::open(list).and_then(|file| file.take(512).read_to_end(&mut begin)).map_err(cannot_read)?;
    let kind = Kind::of(&list.to_string_lossy(), &begin);
    kind.refusal().map_or(Ok(kind), |why| Err(format!("读不了 {}：{why}", list.display())))
}

/// How a result is written by the end of its name; as its list is, where that says nothing.
fn form(result: &Path, delimiter: u8, is_crlf: bool) -> Form {
    match extension(result).as_str() {
        "xlsx" => Form::Book,
        "tsv" => Form::Text { delimiter: b'\t', is_crlf },
        _ => Form::Text { delimiter, is_crlf },
    }
}

fn report_path(args: &Args, result: &Path) -> Option<std::path::PathBuf> {
    let default = || (result.as_os_str() != "-").then(|| report::default_path(result));
    args.report.clone().or_else(default)
}

fn jobs(args: &Args) -> usize {
    args.jobs.or_else(|| thread::available_parallelism().ok().map(Into::into)).unwrap_or(1)
}

fn is_workbook(path: &Path) -> bool {
    ["xlsx", "xlsm", "xls", "xlsb", "ods"].contains(&extension(path).as_str())
}

fn extension(path: &Path) -> String {
    path.extension().unwrap_or_default().to_string_lossy().to_lowercase()
}

fn show_path(path: Option<&Path>) -> String {
    path.map(|path| path.display().to_string()).unwrap_or_default()
}

fn cannot_write(result: &Path, error: &io::Error) -> String {
    format!("写不了 {}：{}", result.display(), reason(error))
}

fn reason(error: &io::Error) -> String {
    match error.kind() {
        io::ErrorKind::NotFound => "没有这个文件或目录".to_owned(),
        io::ErrorKind::PermissionDenied => "没有权限，或者正在别的软件里打开着".to_owned(),
        io::ErrorKind::StorageFull => "磁盘满了".to_owned(),
        _ => error.to_string(),
    }
}

/// The day in China.
#[expect(clippy::disallowed_methods, reason = "who does not say a day applies today; the judging itself has no clock")]
fn today() -> Option<Date> {
    const HOURS_EAST: u64 = 8;
    const SECONDS_OF_AN_HOUR: u64 = 3_600;
    let since = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).ok()?.as_secs();
    let days = (since / SECONDS_OF_AN_HOUR).saturating_add(HOURS_EAST) / 24;
    // Days since 1970 as a spreadsheet counts them.
    wengang_batch::serial_day(&days.saturating_add(25_569).to_string(), Epoch::Of1900)
}
