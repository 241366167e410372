//! The whole answer to a row, and totals by a column.

use wengang_lists::desk::Desk;
use wengang_lists::message::{Ask, Filter, Groups, Reply, RowAnswer, Tone};

use super::ask;

const LIST: &str = "单位名称,统一社会信用代码,单位性质,企业划型,月均人数,领金人数,足额缴费月数,缴费金额,是否失信,僵尸企业,对公账户,区县,经办\n\
                    甲,91130100MA0ABCDE12,企业,小型,30,0,12,109207.30,无,否,有,长安区,91130100MA0ABCDE12\n\
                    乙,91130100MA0ABCDE13,企业,小型,30,9,12,1000,无,否,有,桥西区,91130100MA0ABCDE13\n\
                    丙,91130100MA0ABCDE14,企业,小型,30,#N/A,12,1000,无,否,有,长安区,91130100MA0ABCDE14\n";

fn judged() -> Desk {
    let (mut desk, settings) = (ask::desk(), ask::settings("refund", "2024-09-01"));
    ask::open(&mut desk, "名单.csv", LIST.as_bytes(), &settings).unwrap();
    ask::judge(&mut desk, &settings).unwrap();
    desk
}

fn row(desk: &mut Desk, number: u32) -> RowAnswer {
    match desk.answer(Ask::Row { number }, None).0 {
        Reply::Row(row) => *row,
        other => panic!("{other:?}"),
    }
}

fn groups(desk: &mut Desk, column: usize) -> Groups {
    match desk.answer(Ask::Groups { column }, None).0 {
        Reply::Groups(groups) => groups,
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_row_opens_to_what_assess_answers() {
    let mut desk = judged();
    let can = row(&mut desk, 2);
    assert_eq!((can.tone, can.cells[0].as_str(), can.cells[1].as_str()), (Tone::Yes, "可以", "65524.38"));
    assert!(
        can.conditions.iter().all(|condition| condition.tone == Tone::Yes && !condition.basis.is_empty()),
        "{can:?}"
    );
    assert!(can.steps.iter().any(|step| step.formula.contains("109207.30")), "{:?}", can.steps);
    assert!(can.rule.contains("2024") && can.lines.iter().any(|(title, _)| title == "依据和说明"), "{can:?}");
    let cannot = row(&mut desk, 3);
    assert_eq!(cannot.conditions[0].tone, Tone::No);
    assert!(cannot.cells[2].contains(&cannot.conditions[0].title), "{cannot:?}");
    let unread = row(&mut desk, 4);
    assert_eq!(unread.faults.len(), 1);
    assert!(unread.faults[0].2.contains("#N/A") && unread.cells[0] == "还差信息", "{unread:?}");
    for answer in [can, cannot, unread] {
        let text = serde_json::to_string(&answer).unwrap();
        assert!(
            !text.contains("91130100MA0") && !answer.read.iter().any(|(heading, _)| heading == "单位名称"),
            "{text}"
        );
    }
    assert!(matches!(desk.answer(Ask::Row { number: 99 }, None).0, Reply::Failed(_)));
}

#[test]
fn totals_by_a_column_are_those_of_its_rows_and_numbers_are_no_groups() {
    let mut desk = judged();
    let found = groups(&mut desk, 11);
    assert_eq!((found.rows[0].value.as_str(), found.rows[0].cases, found.rows[0].tones), ("长安区", 2, [1, 1, 0]));
    assert_eq!((found.rows[0].amount.as_str(), found.rows[1].value.as_str()), ("65,524.38", "桥西区"));
    let filter = Filter { group: Some((11, "桥西区".to_owned())), ..Filter::default() };
    assert_eq!(ask::table(&mut desk, filter, 0).rows.iter().map(|row| row.number).collect::<Vec<_>>(), [3]);
    let refused = groups(&mut desk, 12);
    assert!(refused.rows.is_empty() && refused.problem.contains("证件号"), "{refused:?}");
}
