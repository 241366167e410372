//! What is pasted out of a sheet, and numbers with spaces in them.

use proptest::prelude::*;
use wengang_engine::pack::FactKind;

use super::*;

/// Pairs of what a box of that kind takes; none where it is no box, or one for words.
fn pairs(kind: FactKind) -> &'static [[&'static str; 2]] {
    match kind {
        FactKind::Count(_) | FactKind::Average(_) => &[["120", "118"], ["1", "000"]],
        FactKind::Money(_) => &[["300", "412"], ["5", "000"], ["300", "412.50"], ["300", "412万"]],
        FactKind::Date => &[["2024-03-1", "2"], ["2024-03-10", "2024-04-10"], ["20240310", "20240410"]],
        FactKind::Month => &[["2024-1", "2"], ["202408", "202409"]],
        FactKind::Choice(_) | FactKind::Choices(_) | FactKind::YesNo | FactKind::Text | FactKind::List(_) => &[],
    }
}

/// Every box for a number, an amount, months, a month or a day, with two of what it takes: of the declared facts and of the
/// fields of a row, the first and the last month of each average, and the day of application.
fn boxes() -> Vec<(Input, [&'static str; 2])> {
    let mut boxes = vec![(Input::AsOf, FactKind::Date)];
    for question in declared::questions() {
        let cells = question.fields().map(|(place, field)| (Input::Of(question.cell(1, place)), field.kind));
        let kind = question.declared().unwrap().kind;
        let is_average = matches!(kind, FactKind::Average(_));
        let months = [1, 12].into_iter().filter(|_| is_average).map(|month| (Input::Month(question, month), kind));
        boxes.extend(std::iter::once((Input::Of(question.into()), kind)).chain(cells).chain(months));
    }
    boxes.into_iter().flat_map(|(input, kind)| pairs(kind).iter().map(move |pair| (input, *pair))).collect()
}

/// The page after a paste into an empty box.
fn pasted(page: Page, input: Input, text: &str) -> Page {
    match several(is_words(input), text) {
        Some(shown) => page.then(Action::Paste(input, text.to_owned(), shown)),
        None => page.typed(input, text),
    }
}

fn is_words(input: Input) -> bool {
    let Input::Of(subject) = input else { return false };
    subject.declared().is_some_and(|declared| declared.kind == wengang_engine::pack::FactKind::Text)
}

fn months(page: &Page) -> Vec<&str> {
    (1..=12).map(|number| page.text(month(number))).collect()
}

const YEAR: [&str; 12] = ["120", "118", "119", "121", "122", "120", "120", "119", "118", "117", "116", "115"];

fn twelve() -> Page {
    Page::open(Screen::Of(Calculator::REFUND)).then(by_month(true))
}

#[test]
fn no_box_joins_two_numbers_into_one() {
    for (input, [one, two]) in boxes() {
        for gap in [" ", "  ", "\u{3000}", "\u{a0}", "\u{2009}", "\n", "\r\n", "\r", "\t", "\n\n", "\u{2028}", " \t "] {
            let text = [one, gap, two].concat();
            let page = Page::open(Screen::Of(Calculator::REFUND)).typed(input, &text);
            let error = page.error(input).unwrap_or_else(|| panic!("{input:?} {text:?}"));
            assert!(error.contains("这里只填一个"), "{input:?} {text:?}: {error}");
            let twelve = matches!(input, Input::Month(_, 1)) && several(is_words(input), &text).is_some();
            let page = pasted(Page::open(Screen::Of(Calculator::REFUND)), input, &text);
            assert_eq!(page.error(input).is_none(), twelve, "{input:?} {text:?}");
            // Nothing is lost: both are in the box.
            assert!(twelve || [one, two].iter().all(|part| page.text(input).contains(part)), "{input:?} {text:?}");
        }
    }
}

#[test]
fn one_cell_with_its_line_end_is_one_number() {
    for text in ["120\n", "120\r\n", "\t120\r\n", " 120 "] {
        let page = pasted(Page::open(Screen::Of(Calculator::REFUND)), i("refund.benefitDrawers"), text);
        assert_eq!(page.0.reading(i("refund.benefitDrawers")).understood(), Some("120 人"), "{text:?}");
    }
}

#[test]
fn twelve_headcounts_fill_the_year_from_any_of_its_boxes() {
    let labelled: Vec<_> = YEAR.iter().enumerate().map(|(index, count)| format!("{}月\t{count}", index + 1)).collect();
    for (what, text) in [
        ("a column", YEAR.join("\n")),
        ("a column of Excel", YEAR.join("\r\n") + "\r\n"),
        ("a row", YEAR.join("\t")),
        ("a row with its line end", YEAR.join("\t") + "\r\n"),
        ("a double-spaced column", YEAR.join("\n\n") + "\n"),
        ("blank lines around", format!("\n\n{}\n\n\n", YEAR.join("\n"))),
        ("a heading", format!("参保人数\r\n{}\r\n", YEAR.join("\r\n"))),
        ("a heading before a row", format!("人数\t{}", YEAR.join("\t"))),
        ("months in the next column", labelled.join("\n")),
        ("a table with a heading", format!("月份\t人数\n{}\n", labelled.join("\n"))),
        ("units", YEAR.map(|count| [count, "人"].concat()).join("\n")),
        ("full-width digits", YEAR.map(|count| count.replace('1', "１")).join("\n")),
    ] {
        for month in 1..=12 {
            let page = pasted(twelve(), self::month(month), &text);
            let reading = page.0.reading(i("refund.averageInsured"));
            assert_eq!(reading.understood(), Some("平均 118.75 人（十二个月合计 1,425 人）"), "{what}, {month}");
            assert!(page.text(self::month(12)).contains('5'), "{what}");
        }
    }
}

#[test]
fn fewer_fill_from_that_box_on_and_blank_cells_leave_theirs() {
    let page = pasted(twelve().typed(month(3), "7"), month(2), "120\n\n118\n119\n");
    assert_eq!(months(&page), ["", "120", "7", "118", "119", "", "", "", "", "", "", ""]);
    let page = pasted(twelve(), month(11), "120\n118\n");
    assert_eq!(months(&page)[10..], ["120", "118"]);
    // What cannot be read is reported at its own box.
    let page = pasted(twelve(), month(1), "120\n约118\n119");
    assert_eq!(months(&page)[..3], ["120", "约118", "119"]);
    assert!(page.error(month(2)).is_some());
}

#[test]
fn what_does_not_fit_stays_in_its_box_and_is_reported() {
    let with_total = [YEAR.join("\n"), "1425".to_owned()].join("\n");
    let two_columns: Vec<_> = (1..=12).map(|month| format!("{month}\t{}", 500 + month)).collect();
    for (month, text) in [(1, with_total), (11, "1\n2\n3".to_owned()), (1, two_columns.join("\n"))] {
        let page = pasted(twelve(), self::month(month), &text);
        assert!(page.error(self::month(month)).unwrap().contains("这里只填一个数"));
        assert_eq!(months(&page).iter().filter(|text| !text.is_empty()).count(), 1);
        let cells = text.split_whitespace().collect::<Vec<_>>().join("、");
        assert_eq!(page.text(self::month(month)), cells);
        assert_eq!(page.then(Action::Blur(self::month(month))).text(self::month(month)), cells);
    }
}

#[test]
fn an_identity_number_in_a_column_is_stored_nowhere() {
    let page = pasted(twelve(), month(1), "120\n130102199001011234\n119");
    assert_eq!(months(&page)[..3], ["120", "", "119"]);
    assert!(!format!("{:?}", page.0).contains("1301021990"));
}

#[test]
fn words_are_pasted_with_a_space_between_their_lines() {
    let page = pasted(Page::open(Screen::Of(Calculator::SKILL_SUBSIDY)), held(1, "occupation"), "中式\r\n烹调师");
    assert_eq!(page.text(held(1, "occupation")), "中式 烹调师");
}

proptest! {
    #[test]
    fn any_numbers_with_any_breaks_are_each_in_a_box_or_refused(
        counts in prop::collection::vec(0..10_000_u32, 2..16),
        gap in prop::sample::select(vec!["\n", "\r\n", "\t", "\n\n", "\r\n\r\n"]),
        month in 1..=12_u8,
    ) {
        let text = counts.iter().map(u32::to_string).collect::<Vec<_>>().join(gap);
        let page = pasted(twelve(), self::month(month), &text);
        let read: Vec<_> = months(&page).into_iter().filter(|text| !text.is_empty()).collect();
        let whole: Vec<_> = counts.iter().map(u32::to_string).collect();
        if page.error(self::month(month)).is_none() {
            prop_assert_eq!(read, whole);
        } else {
            prop_assert_eq!(read, [whole.join("、")]);
        }
    }

    #[test]
    fn any_pasted_text_is_read_without_a_panic(text in "[0-9\t\n\r 月人.,]{0,80}", any in any::<String>(), month in 0..14_u8) {
        for text in [text, any] {
            let page = twelve().then(Action::Paste(self::month(month), text.clone(), several(false, &text).unwrap_or(text)));
            prop_assert!(page.0.answer(fold).is_some());
        }
    }
}
