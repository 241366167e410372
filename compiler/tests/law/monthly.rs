//! `[schedule]`: the amount of each month, from when it is computed differently, and what keeps it open.

use wengang_compiler::{File, Pack, compile};
use wengang_engine::assessment::{AmountFound, Assessment, ByMonth, FigureFound, MonthFound, Need, Status};
use wengang_engine::pack::{Evidence, FactId};
use wengang_engine::{Case, Count, Date, Error, Fraction, Month, OptionId, Outcome, Value, assess};

const REGION: FactId = FactId(0);
const MONTHS: FactId = FactId(2);

pub fn pack() -> Pack {
    pack_of(include_str!("small/monthly.toml"))
}

fn pack_of(text: &str) -> Pack {
    let file = |name: &str, text: &str| File { name: name.to_owned(), text: text.to_owned() };
    let files = [
        file("documents.toml", include_str!("small/documents.toml")),
        file("hebei/place.toml", "name = \"河北省\"\n"),
        file("hebei/monthly.toml", text),
    ];
    compile("hebei", &files).unwrap_or_else(|report| panic!("{report}"))
}

/// The region, the first month and the number of months of a case; what is `None` is left out.
fn judge(region: Option<u16>, first: &str, months: Option<i64>) -> Result<Assessment, Error> {
    judge_by(&pack(), region, first, months)
}

fn judge_by(pack: &Pack, region: Option<u16>, first: &str, months: Option<i64>) -> Result<Assessment, Error> {
    let measure = &pack.measures[0];
    let mut case = Case::new(measure);
    let facts = [
        region.map(|region| Value::Choice(OptionId(region))),
        Some(Value::Month(Month::parse(first).unwrap())),
        months.map(|months| Value::Count(Count::new(Fraction::whole(months)))),
    ];
    for (id, value) in (0_u16..).zip(facts) {
        if let Some(value) = value {
            case.set(measure, FactId(id), value).unwrap();
        }
    }
    assess(pack, "monthly", &case, Date::new(2024, 8, 1).unwrap())
}

fn each(answer: &Assessment) -> Vec<MonthFound> {
    match &answer.months {
        Some(ByMonth::Each(months)) => months.clone(),
        other => panic!("{other:?}"),
    }
}

fn lines(answer: &Assessment) -> Vec<[String; 3]> {
    answer.steps.iter().map(|step| [step.id.clone(), step.formula.clone(), step.value.clone()]).collect()
}

fn said(answer: &Assessment) -> Vec<(String, Option<String>)> {
    answer.insights.iter().map(|insight| (insight.text.clone(), insight.value.clone())).collect()
}

#[test]
fn each_month_is_paid_by_its_own_standard_and_rounded_by_itself() {
    let answer = judge(Some(0), "2024-09", Some(6)).unwrap();
    assert_eq!(
        lines(&answer),
        [
            ["standard-2024-07", "round2(1000.005 × 0.50)", "500.00"],
            ["standard-2024-10", "round2(1000.005 × 0.60)", "600.00"],
            ["standard-2025-01", "round2(1200.00 × 0.60)", "720.00"],
            ["total", "standard-2024-07 × 1 + standard-2024-10 × 3 + standard-2025-01 × 2", "3740.00"],
        ]
        .map(|line| line.map(str::to_owned))
    );
    assert_eq!(answer.steps[1].title, "2024年10月起每月领 = 标准 × 比例");
    let evidence: Vec<_> = answer.steps.iter().map(|step| step.evidence).collect();
    let (official, provisional) = (Evidence::Official, Evidence::Provisional);
    assert_eq!(evidence, [official, official, provisional, provisional]);
    let months: Vec<_> = each(&answer).into_iter().map(|found| (found.month.to_string(), found.evidence)).collect();
    assert_eq!(months[3], ("2024-12".to_owned(), official));
    assert_eq!(months[4..], ["2025-01", "2025-02"].map(|month| (month.to_owned(), provisional)));
    assert!(matches!(answer.amount, Some(AmountFound::Exact(sum)) if sum.to_string() == "3740.00"));
}

#[test]
fn each_month_from_which_the_computation_changes_has_one_insight() {
    let insight = |text: &str, value: &str| (text.to_owned(), Some(value.to_owned()));
    let answer = judge(Some(1), "2024-09", Some(6)).unwrap();
    assert_eq!(
        said(&answer),
        [
            insight("一共2,920.00元（未确认）", "2920.00"),
            insight("2024年10月起每月480.00元", "480.00"),
            insight("2025年1月起每月540.00元（未确认）", "540.00"),
        ]
    );
    // A schedule that ends one month before a change, or begins with it, has no insight about the change.
    assert_eq!(said(&judge(Some(1), "2024-09", Some(1)).unwrap()), [insight("一共400.00元", "400.00")]);
    assert_eq!(said(&judge(Some(1), "2024-10", Some(3)).unwrap()), [insight("一共1,440.00元", "1440.00")]);
}

#[test]
fn while_the_number_of_months_is_open_the_first_month_shows_what_else_is_missing() {
    let answer = judge(None, "2024-09", None).unwrap();
    assert_eq!(
        (answer.outcome, answer.needs.clone()),
        (Outcome::Undetermined, [REGION, MONTHS].map(Need::Fact).to_vec())
    );
    assert_eq!((answer.amount, answer.months, answer.steps), (None, None, vec![]));
    let answer = judge(None, "2024-09", Some(2)).unwrap();
    assert_eq!((answer.amount, answer.needs), (None, vec![Need::Fact(REGION)]));
}

#[test]
fn a_month_without_a_standard_leaves_no_amount_and_no_region_to_ask_for() {
    for region in [None, Some(0)] {
        let answer = judge(region, "2024-06", Some(2)).unwrap();
        assert_eq!((answer.amount, answer.months.clone(), answer.needs.clone()), (None, None, vec![]), "{region:?}");
        assert_eq!(said(&answer), [("2024年6月的标准没有收录".to_owned(), None)]);
        assert_eq!(answer.outcome, Outcome::Eligible, "that no figure was found is no condition");
    }
}

#[test]
fn the_rule_is_that_of_the_first_month_and_the_status_that_of_the_day_of_the_claim() {
    let found = |first: &str, months: i64| judge(Some(0), first, Some(months)).unwrap();
    let title =
        |answer: &Assessment| answer.rule_status.round.map(|id| pack().measures[0].rounds[id.index()].title.clone());
    let doubt = vec!["2025年的标准没有确认。".to_owned()];
    // A later rule adds its notes; that of the first month has them in the rule itself.
    let answer = found("2024-12", 1);
    assert_eq!((title(&answer).as_deref(), answer.notes), (Some("河北省补助标准（2024年1月起）"), vec![]));
    assert_eq!(found("2024-12", 2).notes, doubt);
    let answer = found("2025-01", 2);
    assert_eq!((title(&answer).as_deref(), answer.notes), (Some("河北省补助标准（2025年1月起）"), vec![]));
    // Claimed on a day of 2024, in whichever month it begins.
    assert_eq!(answer.rule_status.status, Status::Open);
    let answer = found("2023-12", 1);
    assert_eq!((answer.rule_status.status, answer.rule_status.reason.as_deref()), (Status::Open, Some("没有收录。")));
    assert_eq!((answer.rule_status.round, answer.amount), (None, None));
}

#[test]
fn without_a_month_there_is_no_amount_and_too_many_are_an_error() {
    let answer = judge(Some(0), "2024-09", Some(0)).unwrap();
    assert_eq!((answer.amount, answer.months), (None, None));
    assert!(judge(Some(0), "2024-09", Some(600)).is_ok());
    assert!(judge(Some(0), "2024-09", Some(601)).is_err());
    assert!(judge(Some(0), "2199-12", Some(1)).is_ok());
    assert!(judge(Some(0), "2199-12", Some(2)).is_err(), "no month after the last one");
}

/// The same with the figures of a month, a line of each for every run, and a second sum.
fn with_figures() -> Pack {
    let text = include_str!("small/monthly.toml");
    let each = "value = \"在(标准, 本月) × 在(比例, 本月)\"\n";
    let line = "step = { id = \"each\", title = \"{本月}每月领\", unit = \"元\", monthly = true }\n\n";
    let sum = "[[define]]\nname = \"两份\"\nvalue = \"合计 各月 的 (每月金额 × 2)\"\nstep = { id = \"twice\", title = \"两份\", unit = \"元\" }\n";
    let text = text.replacen(each, &[each, line, sum].concat(), 1);
    let step = "[schedule.step]\nid = \"standard\"\ntitle = \"{本月}起每月领 = 标准 × 比例\"\nunit = \"元\"\n";
    let column = "[[schedule.column]]\nid = \"share\"\nvalue = \"在(比例, 本月)\"\nas = \"decimal\"\n";
    assert!(text.contains(step));
    pack_of(&text.replacen(step, column, 1))
}

#[test]
fn months_with_the_same_figures_are_one_run_even_from_different_rows() {
    let answer = judge_by(&with_figures(), Some(0), "2024-09", Some(6)).unwrap();
    let Some(ByMonth::Runs(runs)) = &answer.months else { panic!("{:?}", answer.months) };
    let runs: Vec<_> = runs.iter().map(|run| (run.from.to_string(), run.months, run.evidence)).collect();
    let run = |from: &str, months, evidence| (from.to_owned(), months, evidence);
    let (official, provisional) = (Evidence::Official, Evidence::Provisional);
    assert_eq!(
        runs,
        [run("2024-09", 1, official), run("2024-10", 3, official), run("2025-01", 2, provisional)],
        "how sure it is ends a run too"
    );
    assert_eq!(
        lines(&answer),
        [
            ["each", "round2(1000.005 × 0.50)", "500.00"],
            ["each-2024-10", "round2(1000.005 × 0.60)", "600.00"],
            ["each-2025-01", "round2(1200.00 × 0.60)", "720.00"],
            ["twice", "round2(500.0025 × 2) × 1 + round2(600.003 × 2) × 3 + each-2025-01 × 2 × 2", "7480.04"],
            ["total", "round2(500.0025) × 1 + round2(600.003) × 3 + each-2025-01 × 2", "3740.00"],
        ]
        .map(|line| line.map(str::to_owned))
    );
    let titles: Vec<_> = answer.steps.iter().map(|step| step.title.as_str()).collect();
    assert_eq!(titles[..3], ["2024年9月每月领", "2024年10月每月领", "2025年1月每月领"]);
}

#[test]
fn outside_a_month_the_month_is_the_first_one() {
    let answer = judge_by(&with_figures(), Some(1), "2024-12", Some(2)).unwrap();
    assert_eq!(answer.steps[0].title, "2024年12月每月领");
    let Some(ByMonth::Runs(runs)) = &answer.months else { panic!("{:?}", answer.months) };
    assert_eq!(runs[0].figures, [("share".to_owned(), FigureFound::Decimal("0.60".to_owned()))]);
}

#[test]
fn the_source_of_a_table_applies_to_each_of_its_rows() {
    let table = "[[table]]\nname = \"倍数\"\ntype = \"number\"\ndocument = \"report\"\nclause = \"倍数\"\ngrade = \"C\"\nrows = [\n  { when = \"区县 = 北区\", is = \"2\" },\n  { is = \"3\", clause = \"另一条\", grade = \"B\" },\n]\n\n[[define]]\nname = \"每月金额\"";
    let text = include_str!("small/monthly.toml").replacen("[[define]]\nname = \"每月金额\"", table, 1);
    let pack = pack_of(&text.replacen("× 在(比例, 本月)", "× 在(比例, 本月) × 倍数", 1));
    let rows = pack.measures[0].tables[0].rows.as_ref().unwrap();
    let clauses = rows.iter().map(|row| pack.sources[row.source.unwrap().index()].clause.as_str());
    assert_eq!(clauses.collect::<Vec<_>>(), ["倍数", "另一条"]);
}
