//! What an office paid: the columns of it, which payments count, and the goals of the notice, a day and a 分 either side.

use wengang::api::answer::Calculator;
use wengang::api::fold::fold;
use wengang::policy::date::Date;
use wengang_batch::{Cell, GoalState, Judge, List, Options, Progress, Row, RowRead, Tally};

const HEADINGS: &str = "单位类型,企业划型,月均人数,领金人数,足额缴费月数,缴费金额,失信名单,僵尸企业,发放日期,实发金额";
/// What comes before the payment in a row that can get 600.00 元.
const CAN: &str = "企业,小型,30,0,12,1000,无,否";

fn cells(line: &str) -> Vec<Cell<'_>> {
    line.split(',').map(Cell::of_text).collect()
}

fn on(as_of: &str) -> Options {
    Options::new(Calculator::REFUND, Date::parse(as_of).unwrap(), fold)
}

fn opened(options: &Options, headings: &str) -> Result<List, String> {
    List::open(options, &[cells(headings)]).map_err(|error| error.sentence().to_owned())
}

/// A list, judged: its totals, and what is to be checked by row and heading.
fn judged(options: &Options, headings: &str, rows: &[String]) -> (Tally, Vec<(u32, String, String)>) {
    let list = opened(options, headings).unwrap();
    let judge = Judge::of(&list).unwrap();
    let (mut tally, mut all) = (Tally::of(&list), Vec::new());
    for (number, line) in (2..).zip(rows) {
        let RowRead::Case(read) = list.read(&Row { number, cells: &cells(line), merged: &[] }) else {
            panic!("{line}: no case")
        };
        let (found, faults) = judge.row(number, read);
        tally.add(&found);
        tally.faults += u64::try_from(faults.len()).unwrap();
        let heading = |place: usize| list.columns()[place].heading.clone();
        all.extend(
            faults.into_iter().map(|fault| (number, fault.column.map_or(String::new(), heading), fault.sentence)),
        );
    }
    (tally, all)
}

/// How far a list is of which each row can get 600.00 元, by the ends of the rows; nothing is to be checked.
fn progress(as_of: &str, ends: &[&str]) -> Progress {
    let rows: Vec<String> = ends.iter().map(|end| format!("{CAN},{end}")).collect();
    let (tally, faults) = judged(&on(as_of), HEADINGS, &rows);
    assert_eq!(faults, []);
    tally.progress().unwrap()
}

fn states(progress: &Progress) -> Vec<GoalState> {
    progress.goals.iter().map(|goal| goal.state).collect()
}

#[test]
fn the_first_payment_counts_up_to_the_20th_of_june() {
    for (day, state) in [("2024-06-20", GoalState::Met), ("2024-06-21", GoalState::NotMet)] {
        let progress = progress("2024-09-30", &[&format!("{day},600"), ","]);
        assert_eq!(states(&progress)[0], state, "{day}");
        assert_eq!(progress.goals[0].first.unwrap().to_string(), day);
        let until = progress.goals[0].detail(wengang_batch::yuan);
        let rows = if state == GoalState::Met { "发了 1 个，600.00 元" } else { "发了 0 个" };
        assert_eq!(until, format!("到 2024-06-20（当天也算）{rows}，最早 {day}"));
    }
}

#[test]
fn payments_count_up_to_the_end_of_august() {
    let nine = |last: &str| {
        let mut ends = vec!["2024-06-20,600"; 8];
        ends.extend([last, ","]);
        progress("2024-09-30", &ends)
    };
    assert_eq!(states(&nine("2024-08-31,600")), [GoalState::Met, GoalState::Met]);
    let late = nine("2024-09-01,600");
    assert_eq!(states(&late), [GoalState::Met, GoalState::NotMet]);
    assert_eq!(late.goals[1].missing, Some((60_000, 60_000)));
    let detail = late.goals[1].detail(wengang_batch::yuan);
    assert_eq!(detail, "到 2024-08-31（当天也算）发了 8 个，4800.00 元，占 80.00%，到 90% 还差 600.00 元");
    // What was paid later is paid all the same.
    assert_eq!(late.rows[1].amount, Some((540_000, 540_000)));
    assert_eq!(late.rows[1].share, Some((9_000, 9_000)));
}

#[test]
fn exactly_nine_tenths_reach_the_goal_and_a_fen_less_does_not() {
    for (last, state, missing) in
        [("599.99", GoalState::NotMet, Some((1, 1))), ("600", GoalState::Met, None), ("600.01", GoalState::Met, None)]
    {
        let mut rows = vec![format!("{CAN},2024-06-20,600"); 8];
        rows.extend([format!("{CAN},2024-08-31,{last}"), format!("{CAN},,")]);
        let (tally, faults) = judged(&on("2024-08-31"), HEADINGS, &rows);
        let progress = tally.progress().unwrap();
        assert_eq!((progress.goals[1].state, progress.goals[1].missing), (state, missing), "{last}");
        let differs = format!(
            "实发 {}.{} 元，算出来是 600.00 元，不一样：按实发的算作已发，请核对",
            &last[..3],
            last.get(4..).unwrap_or("00")
        );
        let expected = if last == "600" { vec![] } else { vec![(10, "实发金额".to_owned(), differs)] };
        assert_eq!(faults, expected);
        assert_eq!(tally.payments.unwrap().doubts, u64::from(last != "600"));
    }
}

#[test]
fn a_goal_whose_day_is_to_come_is_not_missed() {
    let early = progress("2024-06-19", &[",", ","]);
    assert_eq!(states(&early), [GoalState::NotYet, GoalState::NotYet]);
    assert_eq!(
        early.goals[0].detail(wengang_batch::yuan),
        "到 2024-06-19（当天也算）发了 0 个，还没有一笔算得进来的发放"
    );
    assert_eq!(states(&progress("2024-06-20", &[",", ","])), [GoalState::NotMet, GoalState::NotYet]);
    assert_eq!(states(&progress("2024-08-30", &["2024-05-01,600", ","])), [GoalState::Met, GoalState::NotYet]);
    assert_eq!(states(&progress("2024-08-31", &["2024-05-01,600", ","])), [GoalState::Met, GoalState::NotMet]);
}

#[test]
fn what_was_computed_counts_where_no_amount_is_written() {
    let progress = progress("2024-09-30", &["2024-06-01,", "2024-06-02,600", ",", "未发放,"]);
    let [need, paid, left] = &progress.rows;
    assert_eq!((need.cases, need.amount), (4, Some((240_000, 240_000))));
    assert_eq!((paid.cases, paid.amount, paid.share), (2, Some((120_000, 120_000)), Some((5_000, 5_000))));
    assert_eq!((left.cases, left.amount), (2, Some((120_000, 120_000))));
    let notes: Vec<String> = progress.notes.iter().map(|note| note.text(wengang_batch::yuan)).collect();
    assert_eq!(notes[0], "已经发了的里面，有 1 个没有写实发金额，按算出来的金额算作已发。");
    assert_eq!(notes.len(), 2, "{notes:?}");
}

#[test]
fn a_payment_that_does_not_add_up_is_listed_and_does_not_count() {
    let can = |end: &str| format!("{CAN},{end}");
    let rows = [
        can("2024-09-01,600"),
        can("2024-09-02,600"),
        can("2024-01-01,600"),
        can("2023-12-31,600"),
        can("六月中旬,600"),
        can("2024-06-18,六百左右"),
        can(",600"),
        can(",0"),
        can("2024-06-18,0"),
        "企业,小型,30,0,11,1000,无,否,2024-06-18,600".to_owned(),
        "企业,小型,30,0,,1000,无,否,2024-06-18,600".to_owned(),
        "企业,小型,30,31,12,1000,无,否,2024-06-18,600".to_owned(),
        "企业,小型,30,0,12,,无,否,2024-06-18,".to_owned(),
    ];
    let (tally, faults) = judged(&on("2024-09-01"), HEADINGS, &rows);
    let found: Vec<(u32, &str, &str)> =
        faults.iter().map(|(row, heading, sentence)| (*row, heading.as_str(), sentence.as_str())).collect();
    let day = "发放日期";
    assert_eq!(
        found.iter().filter(|(row, ..)| ![6, 7].contains(row)).copied().collect::<Vec<_>>(),
        [
            (3, day, "这一天在 2024-09-01 之后，名单只算到那一天：没有算作已发，请核对，或者改“按哪天申请算”"),
            (5, day, "这一天早于 2024-01-01，这一年还没有开始：没有算作已发，请核对"),
            (8, "实发金额", "写了实发金额，没有写发放日期：没有算作已发，请补上日期"),
            (10, "实发金额", "写了发放日期，金额却是 0：没有算作已发，请核对"),
            (11, day, "这一行不符合，却写了发放日期：没有算作已发，请核对"),
            (12, day, "这一行的结论是“还差信息”，还不能定能不能领，却写了发放日期：没有算作已发，请核对"),
            (13, day, "这一行不符合，却写了发放日期：没有算作已发，请核对"),
            (14, "实发金额", "没有写实发金额，也算不出金额：没有算作已发，请填实发金额"),
        ]
    );
    // The two that cannot be read are listed as any other cell, once each.
    let unread: Vec<&str> =
        found.iter().filter(|(row, ..)| [6, 7].contains(row)).map(|(_, heading, _)| *heading).collect();
    assert_eq!(unread, [day, "实发金额"]);
    let payments = tally.payments.as_ref().unwrap();
    assert_eq!((payments.left, payments.doubts), (10, 8));
    let progress = tally.progress().unwrap();
    assert_eq!((progress.rows[1].cases, progress.rows[1].amount), (2, Some((120_000, 120_000))));
    // One that can has no amount: what is needed is open, and no share is said.
    assert_eq!((progress.rows[1].share, progress.rows[2].amount), (None, None));
    assert_eq!(states(&progress), [GoalState::Met, GoalState::NotMet]);
    assert!(tally.lines().contains(&"读不懂的格 2 个".to_owned()), "{:?}", tally.lines());
}

#[test]
fn amounts_that_are_not_settled_leave_a_goal_open_only_where_they_decide() {
    // 大型 or not: 300.00 to 600.00.
    let open = |end: &str| format!("企业,,300,0,12,1000,无,否,{end}");
    let can = |end: &str| format!("{CAN},{end}");
    let of = |rows: &[String]| judged(&on("2024-09-30"), HEADINGS, rows).0.progress().unwrap();
    // Paid or not paid, the same open amount: nine tenths are paid in any case.
    let mut rows = vec![can("2024-06-01,600"); 18];
    rows.push(open("2024-06-01,"));
    rows.push(can(","));
    let found = of(&rows);
    assert_eq!((found.goals[1].state, found.goals[1].missing), (GoalState::Met, None));
    assert_eq!(found.rows[0].amount, Some((1_170_000, 1_200_000)));
    // 5400 of 5700 or of 6000; a row less, and it depends: 4800 of 5100 are more than nine tenths, of 5400 less.
    let mut rows = vec![can("2024-06-01,600"); 8];
    rows.push(open(","));
    let found = of(&rows);
    assert_eq!((found.goals[1].state, found.goals[1].missing), (GoalState::Open, Some((0, 6_000))));
    assert_eq!(found.goals[1].share, Some((8_888, 9_411)));
    let found = of(&[can("2024-06-01,600"), open(",")]);
    assert_eq!(found.goals[1].state, GoalState::NotMet);
}

#[test]
fn a_year_whose_notice_sets_no_goals_has_its_amounts_alone() {
    let progress = progress("2025-09-01", &["2025-06-01,", ","]);
    assert_eq!(progress.goals, []);
    assert_eq!(progress.rows[0].label, "全年要发（未确认）");
    assert!(progress.lines().iter().any(|line| line.starts_with("没有收录这一年的通知定的发放进度")));
    // No round: nothing is needed, and nothing is to be checked.
    let (tally, faults) = judged(&on("2021-09-01"), HEADINGS, &[format!("{CAN},2021-06-01,600")]);
    assert_eq!((tally.progress(), faults), (None, vec![]));
}

#[test]
fn parts_of_a_list_add_up() {
    let rows = [format!("{CAN},2024-06-01,600"), format!("{CAN},2024-10-01,600"), format!("{CAN},2024-07-01,500")];
    let whole = judged(&on("2024-09-01"), HEADINGS, &rows).0;
    let mut parts = Tally::default();
    rows.iter().for_each(|row| parts.merge(&judged(&on("2024-09-01"), HEADINGS, std::slice::from_ref(row)).0));
    assert_eq!(parts, whole);
}

#[test]
fn the_columns_of_payments_are_known_by_their_headings() {
    let labels = |headings: &str| {
        let list = opened(&on("2024-09-01"), headings).unwrap();
        list.columns().iter().map(|column| column.label(list.law().1)).collect::<Vec<_>>()
    };
    for heading in ["发放日期", "到账时间", "拨付日期", "2024年资金拨付日期", "发放日期（年月日）"]
    {
        assert_eq!(labels(&format!("企业划型,{heading}")), ["单位划型", "发放日期"], "{heading}");
    }
    assert_eq!(labels("企业划型,发放日期,已发金额（万元）"), ["单位划型", "发放日期", "实发金额（万元）"]);
    assert_eq!(labels("企业划型,2023年发放日期"), ["单位划型", "没有用：写的是2023年的"]);
    // An amount without a day says nothing, unless the user says what it is.
    assert_eq!(labels("企业划型,实发金额"), ["单位划型", "没有用"]);
    let map = |column: &str, is: &str| Options { map: vec![(column.to_owned(), is.to_owned())], ..on("2024-09-01") };
    let refused = |options: &Options, headings: &str| opened(options, headings).err().unwrap();
    let error = refused(&map("甲", "实发金额"), "企业划型,甲");
    assert!(error.contains("--map 某列=发放日期"), "{error}");
    let error = refused(&map("甲", "人"), "企业划型,甲,发放日期");
    assert!(error.contains("一行一个单位"), "{error}");
    let error = refused(&on("2024-09-01"), "企业划型,发放日期,到账日期");
    assert!(error.contains("两列都像是“发放日期”"), "{error}");
    let other = Options::new(Calculator::SKILL_SUBSIDY, Date::new(2024, 9, 1), fold);
    let list = opened(&other, "累计缴费月数,发放日期").unwrap();
    assert_eq!(list.columns()[1].label(list.law().1), "没有用");
}

#[test]
fn one_day_of_payment_can_be_said_of_all_rows() {
    let set = vec![("发放日期".to_owned(), "2024-06-18".to_owned())];
    let options = Options { set, ..on("2024-09-01") };
    let headings = "单位类型,企业划型,月均人数,领金人数,足额缴费月数,缴费金额,失信名单,僵尸企业,实发金额";
    let (tally, faults) = judged(&options, headings, &[format!("{CAN},600"), format!("{CAN},")]);
    assert_eq!(faults, []);
    let progress = tally.progress().unwrap();
    assert_eq!((progress.rows[1].cases, progress.rows[1].amount), (2, Some((120_000, 120_000))));
    assert_eq!(states(&progress), [GoalState::Met, GoalState::Met]);
}
