//! Cases in an officer's words (`tests/cases/<place>/<measure>.toml`): the law as data answers them, each sentence and
//! row of the law is needed by one, and every sentence they say is under a golden file.
//!
//! `cargo xtask golden` writes the golden files again; what changed is read in `git diff`.

mod coverage;
mod reader;

pub use coverage::survivors;

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::path::Path;

use wengang_compiler::Pack;
use wengang_engine::Value;
use wengang_engine::assess;
use wengang_engine::assessment::{
    AmountFound, Assessment, BoundFound, FigureFound, Need, Outcome, PlannedItem, Reason, Verdict,
};
use wengang_engine::pack::{FactKind, Measure};

use crate::HEBEI;
use reader::{Example, Expected};

/// The text of a file of cases.
pub fn text_of(name: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("..").join(name);
    std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{name}: {error}"))
}

/// The cases of a file.
fn examples(name: &str, measure: &Measure) -> Vec<Example> {
    reader::read(name, &text_of(name), measure).unwrap_or_else(|wrong| panic!("{wrong}"))
}

/// What one case is answered, in words.
struct Said {
    outcome: &'static str,
    amount: String,
    conditions: Vec<(String, &'static str)>,
    /// What is planned, in order: `第1本 1,500.00`.
    plan: Vec<String>,
    needs: Vec<String>,
    /// Every sentence, with its position.
    sentences: Vec<(String, String)>,
    steps: Vec<String>,
    result: Vec<(String, String)>,
}

fn said(pack: &Pack, measure: &Measure, example: &Example) -> Result<Said, String> {
    let found = assess(pack, &measure.id, &example.case, example.day).map_err(|error| error.to_string())?;
    Ok(Said {
        outcome: match found.outcome {
            Outcome::Eligible => "符合",
            Outcome::Ineligible => "不符合",
            Outcome::Undetermined => "未定",
            Outcome::Closed => "没有政策",
        },
        amount: match found.amount {
            Some(AmountFound::Exact(amount)) => amount.grouped().unwrap(),
            Some(AmountFound::Range { min, max }) => {
                format!("{} 到 {}", min.grouped().unwrap(), max.grouped().unwrap())
            }
            None => "没有".to_owned(),
        },
        conditions: conditions(measure, &found),
        plan: plan(measure, &found),
        needs: found.needs.iter().map(|need| called(measure, *need)).collect(),
        sentences: sentences(measure, &found),
        steps: found.steps.iter().map(|step| format!("{} = {}", step.formula, step.value)).collect(),
        result: found
            .results
            .iter()
            .flatten()
            .map(|(id, figure)| (id.clone(), figure_in_words(measure, figure)))
            .collect(),
    })
}

/// What is missing; a field of an item with its number before it: `第2人 缴满月数`.
fn called(measure: &Measure, need: Need) -> String {
    match need {
        Need::Fact(fact) => measure.facts[fact.index()].name.clone(),
        Need::Field { list, element, field } => {
            let FactKind::List(id) = measure.facts[list.index()].kind else { panic!("a field of what is no list") };
            format!("{} {}", numbered(measure, element), measure.fields(id)[usize::from(field)].name)
        }
    }
}

/// An item by its number: `第2本`.
fn numbered(measure: &Measure, element: usize) -> String {
    let list = measure.facts.iter().find(|fact| measure.is_judged(fact)).map(|fact| fact.kind);
    let Some(FactKind::List(id)) = list else { panic!("an item where there is none") };
    format!("第{}{}", element + 1, measure.lists[id.index()].unit)
}

/// The verdicts by the ids of conditions; of an item with its number before it: `第2本 yearly-limit`.
fn conditions(measure: &Measure, found: &Assessment) -> Vec<(String, &'static str)> {
    let mut all: Vec<_> = found.conditions.iter().map(|found| (found.id.clone(), verdict(found.verdict))).collect();
    let items = found.items.iter().flat_map(|(items, _)| items);
    for (index, item) in items.enumerate() {
        let number = numbered(measure, index);
        let of_item = item.conditions.iter();
        all.extend(of_item.map(|found| (format!("{number} {}", found.id), verdict(found.verdict))));
    }
    all
}

fn plan(measure: &Measure, found: &Assessment) -> Vec<String> {
    let planned = found.items.iter().flat_map(|(_, plan)| plan).flat_map(|plan| &plan.items);
    let line =
        |planned: &PlannedItem| format!("{} {}", numbered(measure, planned.item), planned.amount.grouped().unwrap());
    planned.map(line).collect()
}

fn verdict(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Met => "符合",
        Verdict::Unmet => "不符合",
        Verdict::Unknown(Reason::Missing) => "不清楚",
        Verdict::Unknown(Reason::Agency) => "由经办机构认定",
    }
}

fn figure_in_words(measure: &Measure, figure: &FigureFound) -> String {
    match figure {
        FigureFound::Decimal(decimal) => decimal.clone(),
        FigureFound::Fraction { numerator, denominator, percent } => format!("{numerator}/{denominator} {percent}%"),
        FigureFound::Whole(whole) => whole.to_string(),
        FigureFound::Word(word) => word.clone(),
        FigureFound::Bounds(bounds) => {
            bounds.iter().map(|found| bound_in_words(measure, found)).collect::<Vec<_>>().join("、")
        }
    }
}

/// `从业人员 1000 到了`.
fn bound_in_words(measure: &Measure, found: &BoundFound) -> String {
    let bound = match &found.bound {
        Value::Money(amount) => amount.grouped().unwrap(),
        Value::Count(count) => count.shown().unwrap(),
        other => panic!("{other:?}"),
    };
    let met = match found.met {
        Some(true) => "到了",
        Some(false) => "没到",
        None => "不清楚",
    };
    format!("{} {bound} {met}", measure.facts[found.fact.index()].name)
}

fn sentences(measure: &Measure, found: &Assessment) -> Vec<(String, String)> {
    let mut sentences = Vec::new();
    let mut say = |place: String, text: &str| sentences.push((place, text.to_owned()));
    let round = found.rule_status.round.map(|round| &measure.rounds[round.index()]);
    for note in found
        .rule_status
        .reason
        .iter()
        .chain(round.iter().flat_map(|round| &round.notes))
        .chain(&found.notes)
        .chain(&found.assumed)
    {
        say("说明".to_owned(), note);
    }
    for reading in measure.readings.iter().filter(|reading| round.is_some() && reading.days.contains(found.day)) {
        say("说明".to_owned(), &reading.text);
    }
    let of_items = found.items.iter().flat_map(|(items, _)| items).flat_map(|item| &item.conditions);
    for condition in found.conditions.iter().chain(of_items) {
        say(format!("条件 {}（名称）", condition.id), &condition.title);
        say(format!("条件 {}", condition.id), &condition.detail);
    }
    for left in found.items.iter().flat_map(|(_, plan)| plan).flat_map(|plan| &plan.left_over) {
        say(format!("没有办 {}", left.id), &left.text);
        if let Some((from, to)) = left.later {
            say(format!("没有办 {}（以后）", left.id), &format!("{from} 到 {to} 可以再办"));
        }
    }
    for step in &found.steps {
        say(format!("步骤 {}", step.id), &step.title);
    }
    for insight in &found.insights {
        say(format!("还有 {}", insight.id), &insight.text);
    }
    for next in &found.next_steps {
        say(format!("下一步 {}", next.id), &next.text);
    }
    sentences
}

/// Everything in which the answer differs from what the case expects, in Chinese.
fn differences(pack: &Pack, measure: &Measure, example: &Example) -> Vec<String> {
    let Expected { outcome, amount, conditions, plan, needs, says, silent, steps, result, refused } = &example.expected;
    let mut wrong = Vec::new();
    let mut differ = |what: &str, written: &str, computed: &str| {
        if written != computed {
            wrong.push(format!("{what}：案例写的是“{written}”，算出来是“{computed}”"));
        }
    };
    let contradiction = example.case.contradiction(pack, measure, example.day).map(|found| found.say.to_owned());
    differ("能不能一起填", refused.as_deref().unwrap_or("可以"), contradiction.as_deref().unwrap_or("可以"));
    if contradiction.is_some() {
        return wrong;
    }
    let said = match said(pack, measure, example) {
        Ok(said) => said,
        Err(error) => {
            wrong.push(format!("没有答案：{error}"));
            return wrong;
        }
    };
    outcome.iter().for_each(|outcome| differ("结果", outcome, said.outcome));
    amount.iter().for_each(|amount| differ("金额", amount.trim_end_matches(" 元"), &said.amount));
    needs.iter().for_each(|needs| differ("还要知道", &needs.join("、"), &said.needs.join("、")));
    plan.iter().for_each(|plan| differ("计划", &plan.join("、"), &said.plan.join("、")));
    let of = |list: &[(String, String)], key: &str| {
        list.iter().find(|(known, _)| known == key).map_or("没有这一项".to_owned(), |(_, value)| value.clone())
    };
    let found: Vec<_> = said.conditions.iter().map(|(id, verdict)| (id.clone(), (*verdict).to_owned())).collect();
    conditions.iter().for_each(|(id, verdict)| differ(&format!("条件 {id}"), verdict, &of(&found, id)));
    result.iter().for_each(|(id, figure)| differ(&format!("result {id}"), figure, &of(&said.result, id)));
    for step in steps.iter().filter(|step| !said.steps.contains(step)) {
        wrong.push(format!("“怎么算的”里没有“{step}”；有 {}", said.steps.join("；")));
    }
    for sentence in says.iter().filter(|sentence| said.sentences.iter().all(|(_, text)| text != *sentence)) {
        wrong.push(format!("没有说“{sentence}”；最接近的是“{}”", nearest(sentence, &said.sentences)));
    }
    for sentence in silent.iter().filter(|sentence| said.sentences.iter().any(|(_, text)| text == *sentence)) {
        wrong.push(format!("不该说“{sentence}”"));
    }
    wrong
}

/// The sentence that shares most pairs of characters.
fn nearest<'s>(sentence: &str, all: &'s [(String, String)]) -> &'s str {
    let pairs = |text: &str| {
        let characters: Vec<char> = text.chars().collect();
        characters.windows(2).map(|pair| (pair[0], pair[1])).collect::<BTreeSet<_>>()
    };
    let wanted = pairs(sentence);
    let shared = |text: &str| pairs(text).intersection(&wanted).count();
    all.iter().max_by_key(|(_, text)| shared(text)).map_or("", |(_, text)| text)
}

/// Everything that is wrong with a file of cases, each with its line.
pub fn faults(pack: &Pack, measure: &str, name: &str) -> Vec<String> {
    let measure = pack.measure(measure).unwrap();
    let mut faults = Vec::new();
    for example in examples(name, measure) {
        let differences = differences(pack, measure, &example).into_iter();
        faults.extend(differences.map(|wrong| format!("{name}:{}: “{}”：{wrong}", example.line, example.name)));
    }
    faults
}

/// Every sentence in the answers to the cases, by its position, in the order of first use.
pub fn golden(pack: &Pack, measure: &str, name: &str) -> String {
    let measure = pack.measure(measure).unwrap();
    let mut places: Vec<(String, Vec<String>)> = Vec::new();
    for example in examples(name, measure) {
        for (place, sentence) in said(pack, measure, &example).map(|said| said.sentences).unwrap_or_default() {
            let at = places.iter().position(|(known, _)| *known == place).unwrap_or_else(|| {
                places.push((place, Vec::new()));
                places.len() - 1
            });
            if !places[at].1.contains(&sentence) {
                places[at].1.push(sentence);
            }
        }
    }
    places.sort();
    let mut golden = String::new();
    for (place, sentences) in places {
        writeln!(golden, "{place}").unwrap();
        sentences.iter().for_each(|sentence| writeln!(golden, "  {sentence}").unwrap());
    }
    golden
}

const REFUND: &str = "tests/cases/hebei/refund.toml";

#[test]
fn the_refund_of_hebei_answers_its_cases() {
    let faults = faults(&HEBEI, "refund", REFUND);
    assert!(faults.is_empty(), "\n{}", faults.join("\n"));
}

/// The other measures, with their cases and the golden file of their sentences.
const OTHERS: [(&str, &str, &str); 5] = [
    ("skill-subsidy", "tests/cases/hebei/skill-subsidy.toml", "hebei-skill-subsidy"),
    ("unemployment-benefit", "tests/cases/hebei/unemployment-benefit.toml", "hebei-unemployment-benefit"),
    ("premium", "tests/cases/hebei/premium.toml", "hebei-premium"),
    ("size-class", "tests/cases/cn/size-class.toml", "cn-size-class"),
    ("hiring-subsidy", "tests/cases/cn/hiring-subsidy.toml", "cn-hiring-subsidy"),
];

#[test]
fn the_other_measures_answer_their_cases() {
    for (measure, name, _) in OTHERS {
        let faults = faults(&HEBEI, measure, name);
        assert!(faults.is_empty(), "\n{}", faults.join("\n"));
    }
}

#[test]
fn every_sentence_of_the_cases_of_the_other_measures_was_reviewed() {
    for (measure, name, snapshot) in OTHERS {
        insta::with_settings!({ snapshot_path => "golden", prepend_module_to_snapshot => false, omit_expression => true }, {
            insta::assert_snapshot!(snapshot, golden(&HEBEI, measure, name));
        });
    }
}

#[test]
fn every_sentence_of_the_cases_of_hebei_was_reviewed() {
    insta::with_settings!({ snapshot_path => "golden", prepend_module_to_snapshot => false, omit_expression => true }, {
        insta::assert_snapshot!("hebei-refund", golden(&HEBEI, "refund", REFUND));
    });
}

#[test]
fn every_row_figure_and_sentence_of_the_refund_is_needed_by_a_case() {
    let mut survivors = coverage::survivors(&HEBEI, "refund", REFUND);
    // Every round of today fills its year, so that no day is before or after one.
    let unreachable = ["/measures/0/window/closed: ", "/measures/0/window/upcoming: "];
    survivors.retain(|survivor| unreachable.iter().all(|start| !survivor.starts_with(start)));
    assert!(survivors.is_empty(), "没有案例用到：\n{}", survivors.join("\n"));
}

#[test]
fn a_case_that_differs_is_named_with_its_line_and_both_answers() {
    let measure = HEBEI.measure("refund").unwrap();
    let case = |rest: &str| {
        let text = format!("# 案例\n\n[[case]]\nname = \"甲\"\nday = 2024-09-01\n{rest}");
        match reader::read("refund.toml", &text, measure) {
            Err(wrong) => wrong,
            Ok(examples) => differences(&HEBEI, measure, &examples[0]).join("\n"),
        }
    };
    for (rest, expected) in [
        ("outcome = \"符合\"", "结果：案例写的是“符合”，算出来是“未定”"),
        ("needs = [\"划型\"]", "还要知道：案例写的是“划型”，算出来是“单位类别、"),
        ("conditions = { \"layoff-rate\" = \"符合\" }", "条件 layoff-rate：案例写的是“符合”，算出来是“不清楚”"),
        ("conditions = { \"layoff\" = \"符合\" }", "条件 layoff：案例写的是“符合”，算出来是“没有这一项”"),
        ("says = [\"还不知道是哪一种单位\"]", "没有说“还不知道是哪一种单位”；最接近的是“还不知道是哪一类单位”"),
        ("facts = { \"单位\" = \"企业\" }", "refund.toml:4: “甲”：“单位”：没有这一项，有 单位类别、划型、"),
        ("facts = { \"划型\" = \"大形\" }", "refund.toml:4: “甲”：“划型”：“\"大形\"”不对，要写大型、中型、小型、微型"),
        ("facts = { \"领金人数\" = \"几个\" }", "refund.toml:4: “甲”：“领金人数”：“\"几个\"”不对，要写数"),
        ("facts = { \"领金人数\" = \"1.5\" }", "refund.toml:4: “甲”：“领金人数”：不能填这个"),
        ("like = \"乙\"", "refund.toml:4: “甲”：没有叫“乙”的 [[base]]"),
        ("say = [\"x\"]", "refund.toml:4: “甲”：不认识“say”；可以写 name、like、day、facts、"),
        (
            "facts = { \"月均参保人数\" = 0, \"领金人数\" = 1 }",
            "能不能一起填：案例写的是“可以”，算出来是“有人领失业保险金，",
        ),
    ] {
        assert!(case(rest).starts_with(expected), "{rest}: {}", case(rest));
    }
}
