//! Cells of a made-up list, as people write them, and what each says.

use serde_json::{Value as Json, json};

use super::{Cell, Chance};

/// A cell and its expected reading: a fact, nothing, or why it cannot be read.
pub type Said = (Cell, Result<Option<Json>, String>);

fn text(cell: &str, value: Json) -> Said {
    (Cell::Text(cell.to_owned()), Ok(Some(value)))
}

fn wrong(cell: &str, sentence: &str) -> Said {
    (Cell::Text(cell.to_owned()), Err(sentence.to_owned()))
}

/// Occasionally an unknown cell, or one that cannot be read; `example`: how it should be filled in.
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

pub fn applicant(chance: &mut Chance) -> Said {
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

pub fn size(chance: &mut Chance) -> Said {
    match chance.below(10) {
        0 => (Cell::Empty, Ok(None)),
        1 => text(chance.one(&["大型", "大型企业", "大"]), json!("large")),
        2 => text("中型", json!("medium")),
        3 => text("微型企业", json!("micro")),
        4 if chance.once_in(9) => wrong("规上", "单位划型没有这一种，可以填 大型、中型、小型、微型、不是大型"),
        _ => text(chance.one(&["小型", "小型企业", "小", "ｓｍａｌｌ"]), json!("small")),
    }
}

pub fn average(chance: &mut Chance) -> (Cell, &'static str, Result<Option<Json>, String>) {
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
            let shown = format!("{persons}.25");
            (Cell::Number(shown.parse().unwrap(), shown.clone()), "averageInsured", json!(shown))
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
pub fn months(chance: &mut Chance, cells: &mut Vec<Cell>, facts: &mut Json, faults: &mut Vec<(usize, String)>) {
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

pub fn whole(chance: &mut Chance, most: u64, unit: &str, example: &str) -> Said {
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

pub fn paid_months(chance: &mut Chance) -> Said {
    match chance.below(40) {
        0 => wrong("13", "数字太大了，最多填 12 个月，请再看一下"),
        1..=3 => whole(chance, 12, "个月", "12"),
        4 => text("12 月", json!(12)),
        5 => text("11", json!(11)),
        _ => (Cell::Number(12.0, "12".to_owned()), Ok(Some(json!(12)))),
    }
}

pub fn money(chance: &mut Chance) -> Said {
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
        0 => text(
            &format!("{},{:03}.{cents:02}", yuan / 1000 + 1, yuan % 1000),
            json!(format!("{}{:03}.{cents:02}", yuan / 1000 + 1, yuan % 1000)),
        ),
        1 => text(&format!("￥{exact}"), json!(exact)),
        2 => text(&format!("{exact}元"), json!(exact)),
        3 => text(&format!("{yuan}.{cents:02}万"), json!(format!("{}.00", fen * 100))),
        // A sum as spreadsheets store it, and as it gets from there into a text file.
        4 => (Cell::Number(exact.parse::<f64>().unwrap().next_up(), exact.clone()), Ok(Some(json!(exact)))),
        _ => (Cell::Number(exact.parse().unwrap(), exact.clone()), Ok(Some(json!(exact)))),
    }
}

pub fn listings(chance: &mut Chance) -> Said {
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

pub fn zombie(chance: &mut Chance) -> Said {
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
