//! A made-up list of employers with everything that lists contain, always the same for a seed; and what each row says.

mod cells;

use serde_json::{Value as Json, json};

use cells::Said;

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
    /// Words, or a number that is stored as text.
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
    /// A row of totals.
    Total,
    /// A row in which nothing is asked.
    Blank,
    /// The headings once more.
    Headings,
}

/// Random numbers: SplitMix64.
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

    /// Whether an event happens that happens once in `times`.
    pub fn once_in(&mut self, times: u64) -> bool {
        self.below(times) == 0
    }
}

/// The rows of a list: a title, an empty row, the headings, and `rows` more.
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

/// A row with one cell too many: a comma in a number that was not quoted.
fn misplaced(chance: &mut Chance, number: usize, width: usize) -> Made {
    let mut cells = named(chance, number);
    cells.resize(width, Cell::Text("1".to_owned()));
    cells.push(Cell::Text("234".to_owned()));
    let sentence = "这一行比列名多 1 格，后面的格可能错位了（例如数字里的逗号没有加引号）：请核对这一行".to_owned();
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
    put(&mut cells, &mut facts, &mut faults, "applicant", cells::applicant(chance));
    put(&mut cells, &mut facts, &mut faults, "size", cells::size(chance));
    if by_months {
        cells::months(chance, &mut cells, &mut facts, &mut faults);
    } else {
        let (cell, id, value) = cells::average(chance);
        put(&mut cells, &mut facts, &mut faults, id, (cell, value));
    }
    let drawers = cells::whole(chance, 9, "人", "30");
    put(&mut cells, &mut facts, &mut faults, "benefitDrawers", drawers);
    put(&mut cells, &mut facts, &mut faults, "fullyPaidMonths", cells::paid_months(chance));
    put(&mut cells, &mut facts, &mut faults, "premiumPaid", cells::money(chance));
    put(&mut cells, &mut facts, &mut faults, "creditListings", cells::listings(chance));
    put(&mut cells, &mut facts, &mut faults, "zombie", cells::zombie(chance));
    if chance.once_in(3) {
        cells.push(Cell::Text("新参保".to_owned()));
    }
    // 0 people and recipients would be refused, as in `contradictory`.
    let is_zero = facts["averageInsured"] == "0" || facts["insuredPersonMonths"] == 0;
    if is_zero {
        facts["benefitDrawers"] = json!(0);
        let place = if by_months { AVERAGE + 12 } else { AVERAGE + 1 };
        faults.retain(|(column, _)| *column != place);
        cells[place] = Cell::Text("0".to_owned());
    }
    faults.sort();
    Made { cells, is: Is::Case { facts, faults } }
}
