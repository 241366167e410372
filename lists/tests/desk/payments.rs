//! The list of an office with the days of its payments, as the page shows it. The native command's tests expect the same.

use wengang_lists::message::{GoalView, PaidView, Tone};

use super::ask;

const LIST: &str = include_str!("../../../tests/batch/office.csv");

fn paid(list: &str, as_of: &str) -> Option<PaidView> {
    let (mut desk, settings) = (ask::desk(), ask::settings("refund", as_of));
    let opened = ask::open(&mut desk, "台账.csv", list.as_bytes(), &settings).unwrap();
    assert_eq!(opened.problem, "");
    ask::judge(&mut desk, &settings).unwrap().paid
}

#[test]
fn an_office_sees_what_it_paid_and_what_is_out() {
    let paid = paid(LIST, "2024-09-30").unwrap();
    let rows: Vec<(&str, u64, &str, &str)> =
        paid.rows.iter().map(|row| (row.label.as_str(), row.cases, row.amount.as_str(), row.share.as_str())).collect();
    assert_eq!(
        rows,
        [
            ("全年要发", 11, "585,000.00 至 588,000.00", ""),
            ("已经发了", 6, "539,000.00", "91.66% 至 92.13%"),
            ("还没有发", 5, "46,000.00 至 49,000.00", ""),
        ]
    );
    let [first, most] = paid.goals.as_slice() else { panic!("{:?}", paid.goals) };
    assert_eq!(
        *first,
        GoalView {
            title: "6月20日前有实际发放".to_owned(),
            tone: Tone::Yes,
            verdict: "做到了".to_owned(),
            detail: "到 2024-06-20（当天也算）发了 1 个，60,000.00 元，最早 2024-06-20".to_owned(),
            basis: "冀人社发〔2024〕14号 · 七：“确保稳岗返还资金在6月20日前有实际发放”".to_owned(),
        }
    );
    assert_eq!((most.tone, most.verdict.as_str()), (Tone::No, "没有做到"));
    assert!(most.detail.ends_with("占 86.56% 至 87.00%，到 90% 还差 17,500.00 至 20,200.00 元"), "{}", most.detail);
    assert_eq!(paid.doubts, 4);
    assert!(paid.notes[0].ends_with("最多再要 6,000.00 元"), "{:?}", paid.notes);
}

#[test]
fn a_list_without_days_has_no_part_about_payments() {
    assert_eq!(paid(&LIST.replace("资金拨付日期", "科室"), "2024-09-30"), None);
    let later = paid(&LIST.replace("2024", "2025"), "2025-09-30").unwrap();
    assert_eq!((later.rows[0].label.as_str(), later.goals.len()), ("全年要发（未确认）", 0));
}

/// The columns can be assigned by hand, and are offered where rows are paid once.
#[test]
fn the_columns_of_payments_are_offered_where_a_row_is_paid_once() {
    let offered = |calculator: &str, text: &str| {
        let opened = ask::paste(&mut ask::desk(), text, &ask::settings(calculator, "2024-09-01")).unwrap();
        opened.choices.iter().any(|choice| choice.label == "发放日期" && !choice.is_fact)
    };
    assert!(offered("refund", "企业划型\t甲\n小型\t1\n"));
    assert!(!offered("skill-subsidy", "累计缴费月数\t甲\n36\t1\n"));
    assert!(!offered("premium", "月工资\t甲\n3600\t1\n"));
}
