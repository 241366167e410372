//! Several rows of one person.

use wengang_lists::message::{Ask, FileKind, Reply};

use super::ask;

const LIST: &str = "姓名,身份证号,人员类别,累计缴费月数,职业,等级,证书种类,发证日期,领过培训补贴,急需紧缺\n\
                    张三,130102199001011234,企业职工,60,电工,四级,技能等级,2024-03-10,否,否\n\
                    李四,130102199001015678,企业职工,60,焊工,四级,技能等级,2024-03-10,否,否\n\
                    张三,130102199001011234,企业职工,60,钳工,三级,技能等级,2024-04-10,否,否\n";

#[test]
fn rows_of_one_person_have_one_answer_and_no_identity_number_is_told() {
    let (mut desk, settings) = (ask::desk(), ask::settings("skill-subsidy", "2024-09-01"));
    let opened = ask::open(&mut desk, "名单.csv", LIST.as_bytes(), &settings).unwrap();
    let totals = ask::judge(&mut desk, &settings).unwrap();
    assert_eq!(totals.cases, 2);
    let table = ask::table(&mut desk, wengang_lists::message::Filter::default(), 0);
    assert_eq!(table.rows[2].cells[0], "见第2行");
    let Reply::Row(answer) = desk.answer(Ask::Row { number: 4 }, None).0 else { panic!("no answer") };
    assert_eq!((answer.numbers.as_slice(), answer.items.len()), ([2, 4].as_slice(), 2));
    assert!(answer.items[1].title.starts_with("第4行"), "{:?}", answer.items);
    let told = serde_json::to_string(&(&opened, &totals, &table, &answer)).unwrap();
    assert!(!told.contains("19900101") && !told.contains("张三"), "{told}");
    let (_, written) = ask::file(&mut desk, FileKind::Text);
    let written = String::from_utf8(written).unwrap();
    assert!(LIST.lines().zip(written.lines()).all(|(before, after)| after.starts_with(before)), "{written}");
}
