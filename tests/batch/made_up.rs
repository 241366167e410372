//! A made-up list of employers with everything that lists contain, always the same for a seed; and what each row says.

use serde_json::{Value as Json, json};

/// The headings of the list; 月均人数 are twelve columns where it is by months.
const HEADINGS: [&str; 12] = [
    "序号",
    "单位名称",
    "统一社会信用代码",
    "单位类型",
    "企业划型",
    "月均人数",
    "领金人数",
    "足额缴费月数",
    "缴费金额（元）",
    "是否严重失信",
    "僵尸企业",
    "备注",
];
/// The place of 月均人数 in [`HEADINGS`].
const AVERAGE: usize = 5;

/// A row of the list.
#[derive(Clone, Debug)]
pub struct Made {
    /// Its cells.
    pub cells: Vec<Cell>,
    /// What it is.
    pub is: Is,
}

/// A cell, as a workbook has it; a text file has its text.
#[derive(Clone, PartialEq, Debug)]
pub enum Cell {
    /// Words, or a number that is kept as text.
    Text(String),
    /// A number.
    Number(f64, String),
    /// Nothing.
    Empty,
}

impl Cell {
    /// As a text file has it.
    pub fn text(&self) -> &str {
        match self {
            Self::Text(text) | Self::Number(_, text) => text,
            Self::Empty => "",
        }
    }
}

/// What a row is.
#[derive(Clone, Debug)]
pub enum Is {
    /// The title, the headings.
    Title,
    /// A case: the facts of the request that it makes, and the cells that cannot be read with their sentences.
    Case { facts: Json, faults: Vec<(usize, String)> },
    /// A case that cannot be judged, with the column to blame, where there is one.
    Spoilt { column: Option<usize>, sentence: String },
    /// A row that adds up others.
    Total,
    /// A row in which nothing is asked.
    Blank,
    /// The headings once more.
    Headings,
}

/// Numbers by chance: SplitMix64.
pub struct Chance(u64);

impl Chance {
    /// The numbers of a seed.
    pub const fn new(seed: u64) -> Self {
        Self(seed)
    }

    /// A number below another.
    pub fn below(&mut self, most: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        (z ^ (z >> 31)) % most
    }

    /// One of several.
    pub fn one<T: Copy>(&mut self, of: &[T]) -> T {
        of[usize::try_from(self.below(of.len() as u64)).unwrap()]
    }

    /// Whether something happens that happens once in so many times.
    pub fn once_in(&mut self, times: u64) -> bool {
        self.below(times) == 0
    }
}

/// The rows of a list: a title, an empty row, the headings, and so many rows more.
pub fn list(seed: u64, rows: usize, by_months: bool) -> Vec<Made> {
    let mut chance = Chance::new(seed);
    let headings = headings(by_months);
    let title = |text: &str| Made { cells: vec![Cell::Text(text.to_owned())], is: Is::Title };
    let of_headings = |is: Is| Made { cells: headings.iter().cloned().map(Cell::Text).collect(), is };
    let mut all = vec![title("某县稳岗返还名单"), Made { cells: Vec::new(), is: Is::Blank }, of_headings(Is::Title)];
    for number in 0..rows {
        all.push(match chance.below(200) {
            0 => Made { cells: Vec::new(), is: Is::Blank },
            1 => total(&mut chance, headings.len()),
            2 => of_headings(Is::Headings),
            3 => note(&mut chance),
            4 => misplaced(&mut chance, number, headings.len()),
            5 if !by_months => contradictory(&mut chance, number),
            _ => case(&mut chance, number, by_months),
        });
    }
    all
}

fn headings(by_months: bool) -> Vec<String> {
    let of_average = |heading: &str| match by_months {
        true => (1..=12).map(|month| format!("2023年{month}月")).collect(),
        false => vec![heading.to_owned()],
    };
    let each = HEADINGS.iter().enumerate();
    each.flat_map(|(place, heading)| if place == AVERAGE { of_average(heading) } else { vec![(*heading).to_owned()] })
        .collect()
}

fn total(chance: &mut Chance, width: usize) -> Made {
    let word = chance.one(&["合计", "小计", "总计：", "合 计", "本页合计"]);
    let mut cells = vec![Cell::Empty, Cell::Text(word.to_owned())];
    cells.resize(width - 4, Cell::Number(1234.0, "1234".to_owned()));
    Made { cells, is: Is::Total }
}

fn note(chance: &mut Chance) -> Made {
    let word = chance.one(&["制表人：张三", "注：以上人数由经办机构提供", "（续上页）"]);
    Made { cells: vec![Cell::Empty, Cell::Text(word.to_owned())], is: Is::Blank }
}

/// A row with a cell more than there are headings: a comma in a number that was not quoted.
fn misplaced(chance: &mut Chance, number: usize, width: usize) -> Made {
    let mut cells = named(chance, number);
    cells.resize(width, Cell::Text("1".to_owned()));
    cells.push(Cell::Text("234".to_owned()));
    let sentence =
        "这一行比列名多 1 格，后面的格可能错位了（例如数字里的逗号没有加引号）：请核对这一行".to_owned();
    Made { cells, is: Is::Spoilt { column: None, sentence } }
}

fn contradictory(chance: &mut Chance, number: usize) -> Made {
    let mut cells = named(chance, number);
    for text in ["企业", "小型", "0", "3"] {
        cells.push(Cell::Text(text.to_owned()));
    }
    let sentence = "有人领失业保险金，平均参保人数就不会是0，请核对这两项".to_owned();
    Made { cells, is: Is::Spoilt { column: Some(AVERAGE), sentence } }
}

/// The cells that name an employer.
fn named(chance: &mut Chance, number: usize) -> Vec<Cell> {
    let code = match chance.below(10) {
        0 => Cell::Number(1.30102E17, "1.30102E+17".to_owned()),
        1 => Cell::Empty,
        _ => Cell::Text(format!("9113010{}MA{:08}X", chance.below(9), chance.below(100_000_000))),
    };
    let name = match chance.below(20) {
        0 => format!("石家庄市“某某”,第{number}\n分公司"),
        _ => format!("石家庄市某某{number}有限公司"),
    };
    vec![Cell::Number(number as f64, number.to_string()), Cell::Text(name), code]
}

fn case(chance: &mut Chance, number: usize, by_months: bool) -> Made {
    let (mut cells, mut facts, mut faults) = (named(chance, number), json!({}), Vec::new());
    let put = |cells: &mut Vec<Cell>, facts: &mut Json, faults: &mut Vec<_>, id: &str, (cell, value): Said| {
        match value {
            Ok(Some(value)) => facts[id] = value,
            Ok(None) => {}
            Err(sentence) => faults.push((cells.len(), sentence)),
        }
        cells.push(cell);
    };
    put(&mut cells, &mut facts, &mut faults, "applicant", applicant(chance));
    put(&mut cells, &mut facts, &mut faults, "size", size(chance));
    if by_months {
        months(chance, &mut cells, &mut facts, &mut faults);
    } else {
        let (cell, id, value) = average(chance);
        put(&mut cells, &mut facts, &mut faults, id, (cell, value));
    }
    let drawers = whole(chance, 9, "人", "30");
    put(&mut cells, &mut facts, &mut faults, "benefitDrawers", drawers);
    put(&mut cells, &mut facts, &mut faults, "fullyPaidMonths", paid_months(chance));
    put(&mut cells, &mut facts, &mut faults, "premiumPaid", money(chance));
    put(&mut cells, &mut facts, &mut faults, "creditListings", listings(chance));
    put(&mut cells, &mut facts, &mut faults, "zombie", zombie(chance));
    if chance.once_in(3) {
        cells.push(Cell::Text("新参保".to_owned()));
    }
    // 0 people and drawers would be refused, as in `contradictory`.
    let is_zero = facts["averageInsured"] == "0" || facts["insuredPersonMonths"] == 0;
    if is_zero {
        facts["benefitDrawers"] = json!(0);
        let place = if by_months { AVERAGE + 12 } else { AVERAGE + 1 };
        faults.retain(|(column, _)| *column != place);
        cells[place] = Cell::Text("0".to_owned());
    }
    Made { cells, is: Is::Case { facts, faults } }
}

/// A cell and what it says: a fact, nothing, or why it cannot be read.
type Said = (Cell, Result<Option<Json>, String>);

fn text(cell: &str, value: Json) -> Said {
    (Cell::Text(cell.to_owned()), Ok(Some(value)))
}

fn wrong(cell: &str, sentence: &str) -> Said {
    (Cell::Text(cell.to_owned()), Err(sentence.to_owned()))
}

/// A cell of which nothing is known, or one that cannot be read, once in a while; `example`: how it should be filled in.
fn unknown_or_wrong(chance: &mut Chance, example: &str) -> Option<Said> {
    Some(match chance.below(60) {
        0..=2 => (Cell::Empty, Ok(None)),
        3 => (Cell::Text(chance.one(&["不清楚", "不详", "未知"]).to_owned()), Ok(None)),
        4 => wrong("#N/A", "这里是表格的错误值 #N/A，请在表格里改好"),
        5 => wrong("-", "只有一横，看不出是 0 还是没有：请写数字或者写明，不知道就空着"),
        6 => wrong("约3个", example),
        _ => return None,
    })
}

fn applicant(chance: &mut Chance) -> Said {
    match chance.below(30) {
        0 => (Cell::Empty, Ok(None)),
        1 => wrong(
            "外资",
            "单位类别没有这一种，可以填 企业、社会团体、基金会、社会服务机构、律师事务所、会计师事务所、个体工商户、机关事业单位、其他单位",
        ),
        2 => text("律所", json!("law-firm")),
        3 => text("民办非企业单位", json!("social-service")),
        4 => text("机关、事业单位", json!("public-institution")),
        5 => text("其他单位", json!("other")),
        6 => text("个体户", json!("sole-trader")),
        _ => text(chance.one(&["企业", "有限公司", " 企 业 ", "enterprise"]), json!("enterprise")),
    }
}

fn size(chance: &mut Chance) -> Said {
    match chance.below(10) {
        0 => (Cell::Empty, Ok(None)),
        1 => text(chance.one(&["大型", "大型企业", "大"]), json!("large")),
        2 => text("中型", json!("medium")),
        3 => text("微型企业", json!("micro")),
        4 if chance.once_in(9) => wrong("规上", "单位划型没有这一种，可以填 大型、中型、小型、微型"),
        _ => text(chance.one(&["小型", "小型企业", "小", "ｓｍａｌｌ"]), json!("small")),
    }
}

fn average(chance: &mut Chance) -> (Cell, &'static str, Result<Option<Json>, String>) {
    const EXAMPLE: &str = "请填数字，例如 30 或 30.5";
    if let Some((cell, said)) = unknown_or_wrong(chance, EXAMPLE) {
        return (cell, "averageInsured", said);
    }
    let persons = chance.one(&[0, 1, 20, 29, 30, 31, 200, 299, 300, 301, 1200, 12_345]) + chance.below(3);
    let (cell, id, value) = match chance.below(9) {
        0 => (Cell::Text(grouped(persons)), "averageInsured", json!(persons.to_string())),
        1 => (Cell::Text(format!("{persons}人")), "averageInsured", json!(persons.to_string())),
        2 => (Cell::Text(format!("{persons}.5 人")), "averageInsured", json!(format!("{persons}.5"))),
        3 => (Cell::Text(full_width(persons)), "averageInsured", json!(persons.to_string())),
        4 => (Cell::Text(format!("{persons}÷12")), "insuredPersonMonths", json!(persons)),
        5 => {
            let (stored, shown) = (persons as f64 + 0.25, format!("{persons}.25"));
            (Cell::Number(stored, shown.clone()), "averageInsured", json!(shown))
        }
        _ => (Cell::Number(persons as f64, persons.to_string()), "averageInsured", json!(persons.to_string())),
    };
    match chance.below(120) {
        0 => (Cell::Text("三十".to_owned()), "averageInsured", Err(format!("请不要用汉字写数字，{EXAMPLE}"))),
        1 => (
            Cell::Text("1,23".to_owned()),
            "averageInsured",
            Err(format!("逗号的位置不对，看不清是多少：请每三位隔一个（1,234,567），或者都去掉，{EXAMPLE}")),
        ),
        2 => (
            Cell::Text("120 118".to_owned()),
            "averageInsured",
            Err(format!("这里只填一个数，中间隔开了，像是不止一个：请只留一个，去掉空格，{EXAMPLE}")),
        ),
        3 => (
            Cell::Text("1.2E+05".to_owned()),
            "averageInsured",
            Err(format!("这是表格软件的科学计数法，位数可能不全：请填完整的数字，{EXAMPLE}")),
        ),
        _ => (cell, id, Ok(Some(value))),
    }
}

/// The twelve months: all known, none known, or one that is missing.
fn months(chance: &mut Chance, cells: &mut Vec<Cell>, facts: &mut Json, faults: &mut Vec<(usize, String)>) {
    let (first, way) = (cells.len(), chance.below(30));
    let mut sum = 0;
    for month in 0..12 {
        let persons = 25 + chance.below(10);
        sum += persons;
        cells.push(match (way, month) {
            (0, _) => Cell::Empty,
            (1, 4) => Cell::Empty,
            (2, 7) => Cell::Text("不满".to_owned()),
            _ if chance.once_in(20) => Cell::Text(format!("{persons}人")),
            _ => Cell::Number(persons as f64, persons.to_string()),
        });
    }
    match way {
        0 => {}
        1 => faults.push((first, "十二个月里有 1 个月没有填或读不懂，算不出平均人数".to_owned())),
        2 => {
            faults.push((first + 7, "请填人数，例如 30".to_owned()));
            faults.push((first, "十二个月里有 1 个月没有填或读不懂，算不出平均人数".to_owned()));
        }
        _ => facts["insuredPersonMonths"] = json!(sum),
    }
}

fn whole(chance: &mut Chance, most: u64, unit: &str, example: &str) -> Said {
    let example = match unit {
        "人" => format!("请填人数，例如 {example}"),
        _ => format!("请填月数，例如 {example}"),
    };
    if let Some(said) = unknown_or_wrong(chance, &example) {
        return said;
    }
    let count = if chance.once_in(2) { 0 } else { chance.below(most + 1) };
    match chance.below(40) {
        0 => return wrong("-5", &format!("不能小于 0，{example}")),
        1 => return wrong("2.5", &format!("这里要填整数，没有小数点，{example}")),
        _ => {}
    }
    match chance.below(4) {
        0 => text(&format!(" {count}{unit}"), json!(count)),
        1 => text(&full_width(count), json!(count)),
        _ => (Cell::Number(count as f64, count.to_string()), Ok(Some(json!(count)))),
    }
}

fn paid_months(chance: &mut Chance) -> Said {
    match chance.below(40) {
        0 => wrong("13", "数字太大了，最多填 12 个月，请再看一下"),
        1..=3 => whole(chance, 12, "个月", "12"),
        4 => text("12 月", json!(12)),
        5 => text("11", json!(11)),
        _ => (Cell::Number(12.0, "12".to_owned()), Ok(Some(json!(12)))),
    }
}

fn money(chance: &mut Chance) -> Said {
    const EXAMPLE: &str = "请填数字，例如 12345.67 或 1.2万";
    if let Some(said) = unknown_or_wrong(chance, EXAMPLE) {
        return said;
    }
    let fen = chance.below(30_000_000);
    let (yuan, cents) = (fen / 100, fen % 100);
    let exact = format!("{yuan}.{cents:02}");
    match chance.below(60) {
        0 => return wrong("12.345", "金额只算到分，小数点后最多两位，例如 12345.67"),
        1 => return wrong("十二万", &format!("请不要用汉字写数字，{EXAMPLE}")),
        _ => {}
    }
    match chance.below(8) {
        0 => text(&format!("{},{:03}.{cents:02}", yuan / 1000 + 1, yuan % 1000), json!(format!("{}{:03}.{cents:02}", yuan / 1000 + 1, yuan % 1000))),
        1 => text(&format!("￥{exact}"), json!(exact)),
        2 => text(&format!("{exact}元"), json!(exact)),
        3 => text(&format!("{yuan}.{cents:02}万"), json!(format!("{}.00", fen * 100))),
        // A sum, as a spreadsheet keeps it and a text file has it from there.
        4 => (Cell::Number(fen as f64 / 100.0 * (1.0 + f64::EPSILON), exact.clone()), Ok(Some(json!(exact)))),
        _ => (Cell::Number(fen as f64 / 100.0, exact.clone()), Ok(Some(json!(exact)))),
    }
}

fn listings(chance: &mut Chance) -> Said {
    match chance.below(40) {
        0 | 1 => (Cell::Empty, Ok(None)),
        2 => text("失信被执行人名单", json!(["judgment-defaulter"])),
        3 => text("严重失信企业信息、拖欠农民工工资黑名单", json!(["serious-dishonesty", "wage-arrears"])),
        4 => wrong(
            "是",
            "是否在失信名单：没有就填“无”，有就填是哪一个，几个用顿号隔开：严重失信企业信息、失信被执行人名单、拖欠农民工工资黑名单",
        ),
        _ => text(chance.one(&["无", "没有", "否"]), json!([])),
    }
}

fn zombie(chance: &mut Chance) -> Said {
    match chance.below(40) {
        0..=3 => (Cell::Empty, Ok(None)),
        4 => text(chance.one(&["是", "√", "有"]), json!(true)),
        5 => wrong("也许", "请填“是”或“否”，不知道就空着"),
        _ => text(chance.one(&["否", "×", "没有", "无", "N"]), json!(false)),
    }
}

fn grouped(number: u64) -> String {
    if number < 1000 { number.to_string() } else { format!("{},{:03}", number / 1000, number % 1000) }
}

fn full_width(number: u64) -> String {
    number.to_string().chars().map(|digit| char::from_u32(u32::from(digit) + 0xfee0).unwrap()).collect()
}

