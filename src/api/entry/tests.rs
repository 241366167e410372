//! What people type, case by case, and what must hold for any text.

use proptest::prelude::*;

use super::*;

fn fault<T: std::fmt::Debug>(result: Result<T, EntryError>) -> Fault {
    result.unwrap_err().fault
}

#[test]
fn amounts_are_read_as_people_write_them() {
    for (typed, value) in [
        ("12345.67", "12345.67"),
        ("１２３４５．６７", "12345.67"),
        ("12345。67", "12345.67"),
        ("1,234.5", "1234.50"),
        ("1，234", "1234.00"),
        ("1，234.50", "1234.50"),
        ("1,234,567", "1234567.00"),
        ("￥ 1,234", "1234.00"),
        ("1 .5", "1.50"),
        (" 12 ", "12.00"),
        ("　12\u{a0}", "12.00"),
        ("12元", "12.00"),
        ("12 圆", "12.00"),
        ("12块", "12.00"),
        ("12元整", "12.00"),
        ("人民币12345.67元", "12345.67"),
        ("人民币￥12345.67", "12345.67"),
        ("1.2万", "12000.00"),
        ("1.2万元", "12000.00"),
        ("１．２ 万 元", "12000.00"),
        ("1,234万", "12340000.00"),
        ("1.234567万", "12345.67"),
        ("1.20000000万", "12000.00"),
        ("0.0001万", "1.00"),
        ("0", "0.00"),
        ("0.05", "0.05"),
        (".5", "0.50"),
        ("5.", "5.00"),
        ("007", "7.00"),
        ("1000000000000", "1000000000000.00"),
        ("1亿", "refused"),
    ] {
        match amount(typed) {
            Ok(amount) => assert_eq!(amount.to_string(), value, "{typed}"),
            Err(_) => assert_eq!(value, "refused", "{typed}"),
        }
    }
}

#[test]
fn unclear_amounts_are_refused_with_their_own_sentence() {
    for (typed, expected) in [
        ("", Fault::Unreadable),
        ("元", Fault::Unreadable),
        ("万", Fault::Unreadable),
        ("abc", Fault::Unreadable),
        ("约12", Fault::Unreadable),
        ("12人", Fault::Unreadable),
        ("1.2w", Fault::Unreadable),
        ("12e", Fault::Unreadable),
        ("e5", Fault::Unreadable),
        ("+5", Fault::Unreadable),
        ("(1,234)", Fault::Unreadable),
        ("12\t13", Fault::Several),
        ("300\n412", Fault::Several),
        ("1 234", Fault::Several),
        ("120、118", Fault::Several),
        ("¥1, 234.5", Fault::Grouping),
        ("1.5 2", Fault::Several),
        ("1.2.3", Fault::TwoPoints),
        ("1..2", Fault::TwoPoints),
        ("1.234.567", Fault::TwoPoints),
        ("-5", Fault::Negative),
        ("－５元", Fault::Negative),
        ("−5", Fault::Negative),
        ("-¥5", Fault::Negative),
        ("1e5", Fault::Exponent),
        ("1.2E+05", Fault::Exponent),
        ("1.234", Fault::TooManyPlaces),
        ("12.500", Fault::TooManyPlaces),
        ("1.23456789万", Fault::TooManyPlaces),
        ("1,23", Fault::Grouping),
        ("1，5", Fault::Grouping),
        ("12,3456", Fault::Grouping),
        ("1,2345.00", Fault::Grouping),
        ("1234,567", Fault::Grouping),
        ("0,123", Fault::Grouping),
        (",123", Fault::Grouping),
        ("1,", Fault::Grouping),
        ("1,,234", Fault::Grouping),
        ("1.234,5", Fault::Grouping),
        ("1 23", Fault::Several),
        ("人民币壹佰", Fault::InWords),
        ("五千", Fault::InWords),
        ("5千", Fault::InWords),
        ("1万2000", Fault::InWords),
        ("1万2", Fault::InWords),
        ("1000000000000.01", Fault::TooLarge(Money::MAX_YUAN)),
        ("100000001万", Fault::TooLarge(Money::MAX_YUAN)),
        ("99999999999999999", Fault::TooLarge(Money::MAX_YUAN)),
    ] {
        assert_eq!(fault(amount(typed)), expected, "{typed}");
    }
}

#[test]
fn counts_are_whole() {
    for (typed, value) in
        [("30", 30), ("３０人", 30), ("30 名", 30), ("1,200", 1200), ("1.2万", 12_000), ("1.2万人", 12_000), ("0", 0)]
    {
        assert_eq!(persons(typed), Ok(value), "{typed}");
    }
    assert_eq!(persons("10000000"), Ok(MAX_PERSONS));
    for (typed, expected) in [
        ("30.5", Fault::NotWhole),
        ("30.0", Fault::NotWhole),
        ("1.23456万", Fault::NotWhole),
        ("10000001", Fault::TooLarge(10_000_000)),
        ("99999999999", Fault::TooLarge(10_000_000)),
        ("¥30", Fault::Unreadable),
        ("30个月", Fault::Unreadable),
        ("三十", Fault::InWords),
        ("-1", Fault::Negative),
        ("1,2", Fault::Grouping),
    ] {
        assert_eq!(fault(persons(typed)), expected, "{typed}");
    }
}

#[test]
fn months_stop_at_their_greatest() {
    assert_eq!(count("12个月", "个月", 0, 12), Ok(12));
    assert_eq!(count("36 月", "个月", 0, 1200), Ok(36));
    assert_eq!(fault(count("13", "个月", 0, 12)), Fault::TooLarge(12));
    assert_eq!(fault(count("1.5", "个月", 0, 12)), Fault::NotWhole);
}

#[test]
fn months_are_read_as_people_count_them() {
    for (text, months) in [
        ("132", 132),
        ("１１年", 132),
        ("11 年", 132),
        ("十一年", 132),
        ("5年3个月", 63),
        ("5年零3个月", 63),
        ("5年3月", 63),
        ("五年三个月", 63),
        ("五年零三个月", 63),
        ("5年半", 66),
        ("两年半", 30),
        ("十二个月", 12),
        ("二十个月", 20),
        ("九十九年", 1188),
        ("100年", 1200),
        ("0年11个月", 11),
    ] {
        assert_eq!(count(text, "个月", 0, 1200), Ok(months), "{text}");
    }
    for (text, wrong) in [
        ("100年零1个月", Fault::TooLarge(1200)),
        ("2024年3月", Fault::TooLarge(1200)),
        ("99999999999年", Fault::TooLarge(1200)),
        ("1.5年", Fault::NotWhole),
        ("-1年", Fault::Negative),
        ("年", Fault::Unreadable),
        ("5个月年", Fault::Unreadable),
        ("5年3", Fault::Unreadable),
        ("5年3年", Fault::Unreadable),
        ("一百三十二", Fault::InWords),
        ("一百三", Fault::InWords),
        ("二四年", Fault::InWords),
        ("十十年", Fault::InWords),
        ("5十年", Fault::InWords),
        ("5年 3 4个月", Fault::Several),
        ("五个月年", Fault::InWords),
    ] {
        let error = count(text, "个月", 0, 1200).unwrap_err();
        assert_eq!((error.fault, error.wanted), (wrong, Wanted::Count("个月")), "{text}");
    }
    assert_eq!(fault(count("2年", "个月", 0, 12)), Fault::TooLarge(12));
    assert_eq!(fault(count("三十年", "人", 0, 1200)), Fault::InWords);
}

#[test]
fn where_at_least_a_month_is_wanted_none_is_refused() {
    assert_eq!((count("1", "个月", 1, 12), count("12个月", "个月", 1, 12)), (Ok(1), Ok(12)));
    assert_eq!(fault(count("0", "个月", 1, 12)), Fault::TooSmall(1));
    assert_eq!(fault(count("13", "个月", 1, 12)), Fault::TooLarge(12));
}

#[test]
fn months_of_a_year_are_read_as_people_write_them() {
    for typed in
        ["2024-08", "2024-8", "2024/8", "2024.08", "202408", "2024年8月", "2024年08月份", "２０２４年 ８ 月", "2024年8"]
    {
        assert_eq!(month(typed).unwrap().to_string(), "2024-08", "{typed}");
    }
    for (typed, expected) in [
        ("", Fault::Unreadable),
        ("2024", Fault::Unreadable),
        ("20248", Fault::Unreadable),
        ("2024-123", Fault::Unreadable),
        ("2024-", Fault::Unreadable),
        ("999-08", Fault::Unreadable),
        ("0999-08", Fault::Unreadable),
        ("1000-08", Fault::OutOfYears),
        ("20240-8", Fault::Unreadable),
        ("24-08", Fault::ShortYear),
        ("24年8月", Fault::ShortYear),
        ("二零二四年八月", Fault::InWords),
        ("2024-13", Fault::NoSuchMonth(13)),
        ("2024-00", Fault::NoSuchMonth(0)),
        ("1899-12", Fault::OutOfYears),
    ] {
        assert_eq!(fault(month(typed)), expected, "{typed}");
    }
}

#[test]
fn averages_have_up_to_six_places() {
    for (typed, value) in [("30", "30"), ("30.5人", "30.5"), ("29.999999", "29.999999"), ("１，２００", "1200")] {
        assert_eq!(average(typed).unwrap(), AverageInsured::parse(value).unwrap(), "{typed}");
    }
    for (typed, sum) in [("365÷12", 365), ("365 / 12", 365), ("91 ÷ 3 人", 364), ("１２０÷１", 1440), ("0÷12", 0)]
    {
        assert_eq!(average(typed), Ok(AverageInsured::from_person_months(sum).unwrap()), "{typed}");
    }
    for typed in ["365÷5", "365÷0", "365÷", "÷12", "365÷12÷2", "365÷24", "120/118"] {
        assert_eq!(fault(average(typed)), Fault::Unreadable, "{typed}");
    }
    assert_eq!(fault(average("1.5÷12")), Fault::NotWhole);
    assert_eq!(fault(average("1.1234567")), Fault::TooManyPlaces);
    assert_eq!(fault(average("10000000.1")), Fault::TooLarge(AverageInsured::MAX));
}

#[test]
fn days_are_read_as_people_write_them() {
    for typed in [
        "2024-03-10",
        "2024-3-10",
        "2024/3/10",
        "2024.3.10",
        "2024。3。10",
        "2024年3月10日",
        "2024年03月10",
        "2024 年 3 月 10 号",
        "2024 03 10",
        "2024\t3\t10",
        "20240310",
        "２０２４－０３－１０",
        "２０２４年３月１０日",
        " 2024—3—10 ",
    ] {
        assert_eq!(day(typed).unwrap().to_string(), "2024-03-10", "{typed}");
    }
}

#[test]
fn other_days_are_refused_with_their_own_sentence() {
    let none = |year, month, day| Fault::NoSuchDay { year, month, day };
    for (typed, expected) in [
        ("", Fault::Unreadable),
        ("2024", Fault::Unreadable),
        ("2024-03", Fault::Unreadable),
        ("2024年3月", Fault::Unreadable),
        ("2024310", Fault::Unreadable),
        ("2024-3/10", Fault::Unreadable),
        ("2024-03-1 2", Fault::Several),
        ("2024-03-10\n2024-04-10", Fault::Several),
        ("2024 0310", Fault::Several),
        ("2024-3-10-1", Fault::Unreadable),
        ("2024-003-10", Fault::Unreadable),
        ("3/10/2024", Fault::Unreadable),
        ("0024-3-10", Fault::Unreadable),
        ("0999-3-10", Fault::Unreadable),
        ("1000-3-10", Fault::OutOfYears),
        ("今天", Fault::Unreadable),
        ("24-3-10", Fault::ShortYear),
        ("24年3月10日", Fault::ShortYear),
        ("240310", Fault::ShortYear),
        ("二〇二四年三月十日", Fault::InWords),
        ("2023-02-30", none(2023, 2, 30)),
        ("20230229", none(2023, 2, 29)),
        ("2024年4月31日", none(2024, 4, 31)),
        ("2024-13-01", none(2024, 13, 1)),
        ("2024-0-10", none(2024, 0, 10)),
        ("1899-12-31", Fault::OutOfYears),
        ("2200-1-1", Fault::OutOfYears),
    ] {
        assert_eq!(fault(day(typed)), expected, "{typed}");
    }
}

#[test]
fn identity_numbers_and_credit_codes_are_found_anywhere() {
    for text in [
        "130102199001011234",
        "13010219900101123X",
        "13010219900101123x",
        "１３０１０２１９９００１０１１２３４",
        "130102 19900101 1234",
        "130102-19900101-1234",
        "1301 0219 9001 0112 34",
        "130 102 199 001 011 234",
        "130,102,199,001,011,234",
        "证号130102199001011234",
        "张三130102199001011234电话",
        "身份证：130102 1990 0101 123X，电工",
        "91130100MA0ABCDEF1",
        "91130100ma0abcdef1",
        "９１１３０１００ＭＡ０ＡＢＣＤＥＦ１",
        "9113 0100 MA0A BCDE F1",
        "91-130100-MA0ABCDEF-1",
        "代码91130100MA0ABCDEF1，小型",
        "NO91130100MA0ABCDEF1",
        "911301007123456789",
        "9113 0100 7123 4567 89",
        "123456789012345678",
        "1234567890123456789",
        // Made up, but as long as a code, and half of it digits.
        "A1B2C3D4E5F6G7H8J9",
        // A run of digits of this length is never identified as something else.
        "0000000000000000000",
        // The whole number is in a longer run.
        "NO11000019900101123X8",
        "130102900101123",
        "证号130102900101123",
        "130102 900101 123",
    ] {
        assert!(is_identity(text), "{text}");
    }
}

#[test]
fn numbers_names_and_days_are_no_identity() {
    for text in [
        "",
        "12345.67",
        "100000000000",
        "123456789012",
        "1000000000000",
        "1,000,000,000,000.00",
        "人民币 123,456,789,012.34 元",
        "2024-03-10 2024-03-11",
        "20240310",
        "13800000000",
        "123456789012345",
        "电工",
        "CNC操作工 level 3",
        "ELECTRICALENGINEER",
        "A1B2C3D4E5F6G7H8JK",
        "ABCDEFGHIJKLMNOPQRSTX",
        "Z00000000000000000Z",
        "Electrical Engineer II",
        "115 116 117 118 119 120",
        "30 31 30 31 30 31 30 31 30 31 30 31",
        "120,121,122,123,124,125,126,127,128,129,130,131",
        // As long as a citizen's number and parted like one: no check character at the end, no province at the beginning.
        "1301 0219 9001 0112 3Q",
        "0101 0219 9001 0112 34",
    ] {
        assert!(!is_identity(text), "{text}");
    }
}

#[test]
fn while_digits_are_typed_only_the_whole_number_counts() {
    let number = "130102200301011234";
    assert!(is_identity(&number[..15]));
    for length in 1..18 {
        assert!(!is_long_identity(&number[..length]), "{length}");
    }
    assert!(is_long_identity(number));
}

proptest! {
    #[test]
    fn any_text_is_read_without_a_panic(text in any::<String>()) {
        let _ = (amount(&text), average(&text), persons(&text), count(&text, "个月", 0, 12), day(&text), is_identity(&text));
    }

    #[test]
    fn any_text_of_the_characters_that_matter_is_read_without_a_panic(text in "[0-9０-９,，.。 元万人年月日Xx-]{0,40}") {
        let _ = (amount(&text), average(&text), persons(&text), count(&text, "个月", 0, 12), day(&text), is_identity(&text));
    }

    #[test]
    fn an_amount_is_read_back_as_it_is_shown(fen in 0..=100_000_000_000_000_u64) {
        let value = Money::from_fen(fen);
        for text in [value.to_string(), shown_amount(value), format!("￥{}", crate::text::money::grouped(value))] {
            prop_assert_eq!(amount(&text), Ok(value));
            prop_assert!(!is_identity(&text));
        }
    }

    #[test]
    fn an_accepted_amount_shows_as_itself(text in "[0-9]{1,7}([,，.][0-9]{1,4}){0,2}万?") {
        if let Ok(value) = amount(&text) {
            prop_assert_eq!(amount(&shown_amount(value)), Ok(value));
        }
    }

    #[test]
    fn counts_and_days_are_read_back_as_they_are_shown(count in 0..=MAX_PERSONS, year in 1900..=2199_u16, month in 1..=12_u8, date in 1..=31_u8) {
        prop_assert_eq!(persons(&shown_count(count, "人")), Ok(count));
        let date = crate::policy::date::Date::new(year, month, date);
        prop_assert_eq!(day(&shown_day(date)), Ok(date));
        prop_assert_eq!(day(&date.to_string()), Ok(date));
    }
}
