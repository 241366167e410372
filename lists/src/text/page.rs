//! The text of the page.

/// The heading of the page.
pub const TITLE: &str = "批量测算";
/// What it is for.
pub const LEAD: &str =
    "一份名单一次算完：Excel、WPS 的名单照原来的样子放进来，列名用自己的叫法，结果是同一份名单，后面多五列。";
/// What becomes of the list.
pub const PRIVACY: &str = "名单只在这台电脑的浏览器里读，不上传、不保存；姓名、身份证号、信用代码、电话这些列不读，也不在页面上显示，只原样写进您下载的结果。";
/// While the worker begins.
pub const BEGINNING: &str = "正在打开…";
/// The worker has crashed.
pub const BROKE: &str = "测算程序中断了，可能名单太大、内存不够。请关掉别的网页，把名单分成几份再试；还是不行，请用本机命令算（见 docs/batch.md），或拨打 12333。";
/// The worker does not begin.
pub const NOT_STARTED: &str =
    "这个浏览器打不开批量测算。请刷新再试，或换新版的 Chrome、Edge、Firefox；360、搜狗等请切换到“极速模式”。";
/// What a list is called that was pasted.
pub const PASTED: &str = "粘贴的名单";
/// The way home.
pub const HOME: &str = "稳岗算";
/// Skips the head.
pub const SKIP: &str = "跳到正文";

/// The step of the list.
pub const CHOOSE: &str = "选名单";
/// The label of the measures.
pub const CALCULATOR: &str = "按哪一项算";
/// The day.
pub const DAY: &str = "按哪天申请算";
/// How the day is written.
pub const DAY_HINT: &str = "例如 2024-09-01";
/// Where a file goes.
pub const DROP: &str = "把名单拖到这里，或者";
/// Chooses a file.
pub const FILE: &str = "选文件";
/// The supported files.
pub const KINDS: &str = "xlsx、xls、csv、tsv 都行；前面有标题、空行，列名占两行，也都行。";
/// Where a list is pasted.
pub const PASTE: &str = "或者粘贴：在 Excel、WPS 里连列名一起选中、复制，点下面的框，按 Ctrl+V";
/// Saves a template.
pub const TEMPLATE: &str = "下载空的名单模板";
/// Whether there is a list.
pub const TEMPLATE_HINT: &str = "还没有名单的，用它填。";

/// The step of reading.
pub const READING: &str = "正在读名单";
/// Stops.
pub const CANCEL: &str = "取消";

/// The step of the columns.
pub const CONFIRM: &str = "核对每一列是什么";
/// What to do there.
pub const CONFIRM_LEAD: &str = "下面是认出来的，不对的在“是什么”里改。没有用到的列不影响，会原样留在结果里。";
/// The sheet.
pub const SHEET: &str = "用哪一张表";
/// The headings of the table of columns.
pub const COLUMN: &str = "列";
/// See [`COLUMN`].
pub const IS: &str = "是什么";
/// See [`COLUMN`].
pub const EXAMPLE: &str = "前几格";
/// See [`COLUMN`].
pub const BLANK: &str = "空着算什么";
/// A column of names.
pub const PRIVATE: &str = "不读（姓名、号码、地址）";
/// Empty cells mean nothing.
pub const UNKNOWN: &str = "不知道";
/// What is not in the list.
pub const SAME: &str = "名单里没有、每一行都一样的，在这里填";
/// What is left out there.
pub const SAME_HINT: &str = "不填就是不知道：该项条件会写“还差信息”。";
/// Judges.
pub const JUDGE: &str = "开始算";
/// Another list.
pub const ANOTHER: &str = "换一份名单";

/// Judges by today.
pub const JUDGE_AGAIN: &str = "按今天再算一次";

/// The step of judging.
pub const JUDGING: &str = "正在算";

/// The step of the result.
pub const RESULT: &str = "结果";
/// Back to the columns.
pub const BACK: &str = "改每一列是什么";
/// The totals.
pub const TOTALS: &str = "一共";
/// The headings of the totals.
pub const VERDICT: &str = "结论";
/// See [`VERDICT`].
pub const COUNT: &str = "几个";
/// See [`VERDICT`].
pub const AMOUNT: &str = "合计（元）";
/// How far an office is with its payments.
pub const PAID: &str = "发放进度";
/// The columns of its amounts.
pub const PAID_HEADINGS: [&str; 4] = ["项目", "几个", "合计（元）", "占全年要发的"];
/// Who fails by what.
pub const UNMET: &str = "不符合的，卡在哪一条";
/// What is lacking.
pub const MISSING: &str = "还差信息的，差哪一项";
/// Other reasons.
pub const OTHERS: &str = "其他";
/// Totals by a column.
pub const GROUP: &str = "按哪一列分开看";
/// By none.
pub const NO_GROUP: &str = "不分";
/// The label for empty cells of the column.
pub const NO_VALUE: &str = "（空着）";
/// The columns of the totals by a column.
pub const TONES: [&str; 3] = ["可以", "还不能确定", "不符合"];
/// See [`TONES`].
pub const GROUP_AMOUNT: &str = "可以的合计（元）";
/// The table.
pub const ROWS: &str = "一行一行看";
/// What opens.
pub const ROWS_LEAD: &str = "点行号看这一行的完整答案：每一项条件、怎么算的、依据哪一条。";
/// Lets all rows through.
pub const ALL: &str = "全部";
/// The label of the reasons.
pub const REASON: &str = "原因或差的信息";
/// Those with unread cells.
pub const UNREAD: &str = "只看有读不懂的格的";
/// The columns of the table.
pub const HEADINGS: [&str; 6] = ["行", "结论", "金额（元）", "原因", "还差什么", "最后一天"];
/// Nothing passes.
pub const NOTHING: &str = "没有这样的行";
/// The pages of a table.
pub const BEFORE: &str = "上一页";
/// See [`BEFORE`].
pub const AFTER: &str = "下一页";
/// Cells that could not be read.
pub const FAULTS: &str = "读不懂的格";
/// What became of them.
pub const FAULTS_LEAD: &str = "这些格当不知道，这一行其余的照算。改好名单再算一次，就补上了。";
/// The same with payments that are to be checked.
pub const FAULTS_AND_DOUBTS_LEAD: &str =
    "读不懂的格当不知道，这一行其余的照算；要核对的，每一处写明算没算作已发。改好名单再算一次，就补上了。";
/// Their columns.
pub const FAULT_HEADINGS: [&str; 3] = ["行", "列", "怎么改"];
/// Saves the result.
pub const SAVE: &str = "下载结果";
/// Says what the result is.
pub const SAVE_LEAD: &str = "名单的每一列照原样，后面加 结论、金额、原因、还差什么、最后一天。";
/// As xlsx.
pub const SAVE_BOOK: &str = "下载 xlsx";
/// The list of unread cells.
pub const SAVE_REPORT: &str = "下载读不懂的格";
/// Where an app shows the page, in place of the downloads.
pub const INSIDE_APP: &str =
    "在这里下载不了文件。要下载名单模板、下载结果，请用浏览器打开这一页：点右上角的菜单，选“在浏览器打开”";
/// While a file is made.
pub const WRITING: &str = "正在写文件，名单大的要等一会儿…";
/// Closes an answer.
pub const CLOSE: &str = "收起";
/// What the row says.
pub const READ: &str = "这一行读到的";
/// Conditions.
pub const WHY: &str = "为什么";
/// Steps.
pub const HOW: &str = "怎么算的";
/// Months.
pub const MONTHS: &str = "逐月";
/// Not confirmed.
pub const UNCONFIRMED: &str = "未确认";

/// The law in use.
#[must_use]
pub fn place(name: &str) -> String {
    format!("按{name}的政策算")
}

/// As a text.
#[must_use]
pub fn save_text(kind: &str) -> String {
    format!("下载 {kind}")
}

/// What is recognised of a list, in a line.
#[must_use]
pub fn found(source: &str, rows: usize, heading_row: u32, read: usize) -> String {
    format!("“{source}”：列名在第 {heading_row} 行，下面 {rows} 行，认出 {read} 列")
}

/// How far the judging is.
#[must_use]
pub fn progress(done: usize, all: usize, seconds: Option<u64>) -> String {
    let left = match seconds {
        None | Some(0) => String::new(),
        Some(seconds) if seconds < 60 => format!("，大约还要 {seconds} 秒"),
        Some(seconds) => format!("，大约还要 {} 分钟", seconds.div_ceil(60)),
    };
    format!("{done} / {all} 行{left}")
}

/// What a list results to, for ears.
#[must_use]
pub fn done(cases: u64) -> String {
    format!("算完了，一共 {cases} 个")
}

/// Of how many the amount is known.
#[must_use]
pub fn with_amount(count: u64) -> String {
    format!("{count} 个有金额")
}

/// The filters of the table.
#[must_use]
pub fn shown(from: usize, count: usize, all: usize) -> String {
    format!("第 {}—{} 行，共 {all} 行", from.saturating_add(1), from.saturating_add(count))
}

/// A row.
#[must_use]
pub fn row(number: u32) -> String {
    format!("第{number}行")
}

/// Rows of one person.
#[must_use]
pub fn rows(numbers: &[u32]) -> String {
    let all: Vec<String> = numbers.iter().map(ToString::to_string).collect();
    format!("第{}行", all.join("、"))
}

/// What is judged by which measure, on which day.
#[must_use]
pub fn judged_by(measure: &str, day: &str) -> String {
    format!("{measure}，按 {day} 申请算")
}

/// The day has changed since the list was judged.
#[must_use]
pub fn later_day(day: &str, today: &str) -> String {
    format!("今天已经是 {today}，下面的结果还是按 {day} 算的")
}

/// Returns to the list that was there before.
#[must_use]
pub fn undo(source: &str) -> String {
    format!("撤销，回到“{source}”")
}

/// How many cells could not be read.
#[must_use]
pub fn faults(count: u64) -> String {
    format!("读不懂的格 {count} 处")
}

/// How many of them could not be read, and how many payments are to be checked.
#[must_use]
pub fn faults_and_doubts(count: u64, doubts: u64) -> String {
    format!("读不懂的格 {count} 处，发放要核对的 {doubts} 处")
}

/// Attachment a field of a column, for ears.
#[must_use]
pub fn of_column(what: &str, heading: &str) -> String {
    format!("“{heading}”{what}")
}
