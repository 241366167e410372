//! What cells say, by the kind of their column.

use wengang::api::answer::Calculator;
use wengang::api::fold::fold;
use wengang::law;

use super::*;

fn entry(calculator: Calculator, name: &str, in_wan: bool) -> Entry {
    let measure = law::measure(calculator).unwrap();
    let words = Dictionary::of(measure, fold);
    Entry::of(measure, words.named(name).unwrap(), in_wan, &words, Epoch::Of1900).unwrap()
}

/// What a cell says, in short: the value, nothing, or the sentence.
fn reading(entry: &Entry, cell: Cell<'_>) -> String {
    match entry.read(cell, false) {
        Ok(None) => "?".to_owned(),
        Ok(Some(FactValue::Money(money))) => money.to_string(),
        Ok(Some(FactValue::Average(average))) => average.shown(),
        Ok(Some(FactValue::Count(count))) => count.to_string(),
        Ok(Some(FactValue::Day(day))) => day.to_string(),
        Ok(Some(FactValue::Month(month))) => month.to_string(),
        Ok(Some(FactValue::Flag(is))) => is.to_string(),
        Ok(Some(FactValue::Word(word))) => word.to_owned(),
        Ok(Some(FactValue::Words(words))) => format!("{words:?}"),
        Ok(Some(FactValue::Text(words))) => words.written().to_owned(),
        Ok(Some(FactValue::Elements(_))) => panic!("no cell is a list"),
        Err(sentence) => ["! ", &sentence].concat(),
    }
}

fn table(entry: &Entry, rows: &[(Cell<'_>, &str)]) {
    for (cell, expected) in rows {
        let found = reading(entry, *cell);
        assert!(found == *expected || found.starts_with("! ") && found.contains(expected), "{cell:?}: {found}");
    }
}

#[test]
fn amounts() {
    use Cell::{Empty, Error, Number, Serial, Text, Truth};
    let premium = entry(Calculator::REFUND, "premiumPaid", false);
    table(
        &premium,
        &[
            (Empty, "?"),
            (Text("  "), "?"),
            (Text("不清楚"), "?"),
            (Number("109207.3"), "109207.30"),
            (Number("109207.30000000002"), "109207.30"),
            (Number("1.2E+4"), "12000.00"),
            (Text("￥109,207.30元"), "109207.30"),
            (Text("１０．５万元"), "105000.00"),
            (Text("0"), "0.00"),
            (Number("-5"), "不能小于 0"),
            (Text("1.301E+17"), "科学计数法"),
            (Text("1,23"), "逗号的位置不对"),
            (Text("12 13"), "不止一个"),
            (Text("-"), "看不出是 0 还是没有"),
            (Text("—"), "看不出是 0 还是没有"),
            (Text("=SUM(A1:A9)"), "请填数字"),
            (Text("91130100MA0ABCDE1X"), "信用代码，没有读"),
            (Error("#N/A"), "错误值 #N/A"),
            (Serial("45366"), "这里是日期"),
            (Truth(true), "读不懂"),
        ],
    );
    // The unit of the heading holds where the cell has none.
    let in_wan = entry(Calculator::REFUND, "premiumPaid", true);
    table(&in_wan, &[(Number("10.92"), "109200.00"), (Text("109207.3元"), "109207.30"), (Text("1.5万"), "15000.00")]);
    assert_eq!(premium.read(Number("5"), true), Err(words::MERGED.to_owned()));
}

#[test]
fn numbers_of_people_and_months() {
    use Cell::{Number, Text};
    let average = entry(Calculator::REFUND, "averageInsured", false);
    table(
        &average,
        &[(Number("30.5"), "30.5"), (Text("30 人"), "30"), (Text("365÷12"), "30.42"), (Text("三十"), "汉字")],
    );
    let recipients = entry(Calculator::REFUND, "benefitDrawers", false);
    table(
        &recipients,
        &[
            (Number("12.0"), "12"),
            (Text("1,200人"), "1200"),
            (Text("１"), "1"),
            (Number("2.5"), "整数"),
            (Text("无"), "请填人数"),
        ],
    );
    let months = entry(Calculator::REFUND, "fullyPaidMonths", false);
    table(&months, &[(Number("12"), "12"), (Text("11个月"), "11"), (Number("13"), "最多填 12 个月")]);
    let sum = entry(Calculator::REFUND, "insuredPersonMonths", false);
    table(&sum, &[(Number("365"), "365"), (Number("120000000"), "120000000"), (Number("120000001"), "太大")]);
}

#[test]
fn days_and_months() {
    use Cell::{Number, Serial, Text};
    let issued = entry(Calculator::SKILL_SUBSIDY, "certificates.issuedOn", false);
    table(
        &issued,
        &[
            (Serial("45366"), "2024-03-15"),
            (Number("45366"), "2024-03-15"),
            (Text("45366"), "2024-03-15"),
            (Text("2024.3.15"), "2024-03-15"),
            (Text("2024年3月15日"), "2024-03-15"),
            (Number("20240315"), "2024-03-15"),
            (Text("2024/3/15 0:00"), "2024-03-15"),
            (Text("2024-03-15T08:30:00Z"), "2024-03-15"),
            (Text("2024年3月"), "没有写哪一天"),
            (Text("2024-02-30"), "没有30日"),
            (Text("24.3.15"), "年份请写四位"),
            (Serial("60"), "不是日期"),
            (Text("三月"), "汉字"),
        ],
    );
    let month = entry(Calculator::PREMIUM, "month", false);
    table(
        &month,
        &[
            (Text("2024年3月"), "2024-03"),
            (Text("2024-03"), "2024-03"),
            (Number("202403"), "2024-03"),
            (Serial("45366"), "2024-03"),
            (Text("2024-03-15"), "2024-03"),
            (Number("2024.3"), "2024-03"),
            (Number("2024.1"), "1 月还是 10 月"),
            (Text("2024.10"), "2024-10"),
            (Text("2024-13"), "没有13月"),
        ],
    );
}

#[test]
fn yes_no_and_options() {
    use Cell::{Empty, Number, Text, Truth};
    let zombie = entry(Calculator::REFUND, "zombie", false);
    for yes in ["是", "有", "√", "Y", "TRUE", "1", " 是 "] {
        table(&zombie, &[(Text(yes), "true")]);
    }
    for no in ["否", "没有", "无", "×", "N", "false", "0"] {
        table(&zombie, &[(Text(no), "false")]);
    }
    table(&zombie, &[(Truth(true), "true"), (Number("0"), "false"), (Empty, "?"), (Text("也许"), "请填“是”或“否”")]);
    let registered = entry(Calculator::UNEMPLOYMENT_BENEFIT, "registered", false);
    table(&registered, &[(Text("办了"), "true"), (Text("还没办"), "false")]);
    let applicant = entry(Calculator::REFUND, "applicant", false);
    table(
        &applicant,
        &[
            (Text("企业"), "enterprise"),
            (Text("社会服务机构（民办非企业单位）"), "social-service"),
            (Text("民非"), "social-service"),
            (Text("LAW-FIRM"), "law-firm"),
            (Text("外资"), "可以填 企业、社会团体"),
        ],
    );
    let level = entry(Calculator::SKILL_SUBSIDY, "certificates.level", false);
    table(
        &level,
        &[
            (Number("4"), "4"),
            (Text("四级"), "4"),
            (Text("高级工"), "3"),
            (Text("高级技师"), "1"),
            (Text("6"), "没有这一种"),
        ],
    );
    let listings = entry(Calculator::REFUND, "creditListings", false);
    table(
        &listings,
        &[
            (Empty, "?"),
            (Text("无"), "[]"),
            (Text("失信被执行人名单"), "[\"judgment-defaulter\"]"),
            (Text("失信被执行人名单,拖欠农民工工资黑名单"), "[\"judgment-defaulter\", \"wage-arrears\"]"),
            (Text("是"), "有就填是哪一个"),
        ],
    );
}

#[test]
fn a_word_is_stored_as_it_is_but_never_a_code() {
    let occupation = entry(Calculator::SKILL_SUBSIDY, "certificates.occupation", false);
    table(
        &occupation,
        &[(Cell::Text(" 电工 "), "电工"), (Cell::Text("130102199001011234"), "没有读"), (Cell::Empty, "?")],
    );
}

/// Digits alone are read without looking for what else people write: that must not read another number.
#[test]
fn plain_digits_are_what_the_form_reads() {
    for text in ["0", "7", "007", "12", "12.5", "12.50", "109207.30", "0.05", "10000000", "999999999999.99"] {
        let digits = digits(text).unwrap();
        assert_eq!(Money::parse(digits).ok(), entry::amount(text).ok(), "{text}");
        assert_eq!(AverageInsured::parse(digits).ok(), entry::average(text).ok(), "{text}");
        let whole = digits.parse::<u32>().ok().filter(|count| *count <= 10_000_000);
        assert_eq!(whole, entry::count(text, "人", 0, 10_000_000).ok(), "{text}");
    }
    for text in ["", ".", ".5", "5.", "1,000", "1 0", "-1", "１", "1e3"] {
        assert_eq!(digits(text), None, "{text}");
    }
    assert!(is_long("９１１３０１００MA0ABCDE1X") && !is_long("失信被执行人名单、拖欠农民工工资黑名单"));
}
