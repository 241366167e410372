//! What an officer edits without the text: a figure's source, rows of a table, periods, sentences.

use wengang_workbench::Workspace;
use wengang_workbench::fill::Filling;
use wengang_workbench::outline::{Entry, outline};
use wengang_workbench::walk::{Leg, Stop};

use super::reopened;

const REFUND: &str = "hebei/refund.toml";
const ROW: &str = "返还比例（适用对象 = 企业）";

fn found(work: &Workspace, period: &str, figure: &str) -> (Leg, Stop) {
    let leg = work.walk().into_iter().find(|leg| leg.period.title == period).unwrap();
    let stop = leg.stops.iter().find(|stop| stop.slot.title() == figure).unwrap().clone();
    (leg, stop)
}

fn sentence(work: &Workspace, file: &str, title: &str) -> Entry {
    outline(work.text(file).unwrap()).into_iter().find(|entry| entry.title == title).unwrap()
}

fn as_it_is(leg: &Leg, stop: &Stop) -> Filling {
    let word = |word: &Option<String>| word.clone().unwrap_or_default();
    Filling {
        value: stop.slot.value.clone(),
        quote: word(&stop.slot.words.quote),
        not_quoted: word(&stop.slot.words.not_quoted),
        source: leg.period.cited(&stop.slot.words).map(|word| word.map(str::to_owned)),
        when: stop.slot.when.clone(),
    }
}

/// What is filled in as it was leaves the law as it was; every figure is tried.
#[test]
fn a_figure_that_is_filled_in_as_it_was_changes_nothing() {
    let mut work = Workspace::new();
    let mut count = 0;
    for leg in work.walk() {
        for stop in leg.stops.iter().filter(|stop| stop.slot.kind != wengang_workbench::Kind::Days) {
            work.fill(&leg.period, &stop.slot, &as_it_is(&leg, stop)).unwrap();
            count += 1;
        }
    }
    assert_eq!(work.compile(), Workspace::new().compile());
    assert!(count > 60, "{count}");
}

#[test]
fn the_grade_of_one_figure_is_another_one_and_the_sheet_says_so() {
    let mut work = Workspace::new();
    let (leg, stop) = found(&work, "失业保险稳岗返还 2026年度", ROW);
    let mut with = as_it_is(&leg, &stop);
    with.source[2] = Some("C".to_owned());
    work.fill(&leg.period, &stop.slot, &with).unwrap();
    let sheet = work.sheet();
    let rows: Vec<(&str, &str)> = sheet.rows.iter().map(|row| (row.title.as_str(), row.grade.as_str())).collect();
    assert_eq!(rows, [("失业保险稳岗返还 2026年度：返还比例（适用对象 = 企业）", "C")]);
    assert_eq!(sheet.others, []);
    // The same as the round's: written there alone.
    let (leg, stop) = found(&work, "失业保险稳岗返还 2026年度", ROW);
    with.source[2].clone_from(&leg.period.source[2]);
    work.fill(&leg.period, &stop.slot, &with).unwrap();
    assert_eq!(work.edited(), [""; 0]);
}

/// The grade of a whole round is that of every figure that has none of its own.
#[test]
fn the_grade_of_a_round_is_on_the_sheet_with_every_figure_it_holds_for() {
    let mut work = Workspace::new();
    let (leg, stop) = found(&work, "失业保险稳岗返还 2024年度", "起止日期");
    let mut with = as_it_is(&leg, &stop);
    with.source[2] = Some("D".to_owned());
    work.fill(&leg.period, &stop.slot, &with).unwrap();
    let sheet = work.sheet();
    assert!(sheet.rows.len() > 1 && sheet.rows.iter().all(|row| row.grade == "D"), "{:#?}", sheet.rows);
}

#[test]
fn a_row_is_added_like_another_gets_its_case_and_goes_again() {
    let mut work = Workspace::new();
    let (leg, stop) = found(&work, "失业保险稳岗返还 2026年度", ROW);
    let count = leg.stops.len();
    work.add_row(&leg.period, &stop.slot).unwrap();
    let (leg, _) = found(&work, "失业保险稳岗返还 2026年度", ROW);
    assert_eq!(leg.stops.len(), count + 1);
    // It has no words yet, and can never be reached as long as its case is the same.
    let new = leg.stops.iter().filter(|stop| stop.slot.title() == ROW).nth(1).unwrap();
    assert!(!new.is_done);
    assert!(
        work.faults().iter().any(|fault| fault.file == REFUND && fault.line.abs_diff(new.slot.line) <= 1),
        "{:#?}",
        work.faults()
    );
    let mut with = as_it_is(&leg, new);
    (with.when, with.not_quoted) = (Some("适用对象 = 企业 且 月均参保人数 > 100".to_owned()), "试一试".to_owned());
    work.fill(&leg.period, &new.slot, &with).unwrap();
    let (leg, stop) = found(&work, "失业保险稳岗返还 2026年度", "返还比例（适用对象 = 企业 且 月均参保人数 > 100）");
    work.remove(&leg.period.file, &stop.slot.way).unwrap();
    assert_eq!(work.edited(), [""; 0]);
}

#[test]
fn a_round_that_is_taken_away_leaves_days_without_law_and_that_is_said() {
    let mut work = Workspace::new();
    let (leg, _) = found(&work, "失业保险稳岗返还 2026年度", ROW);
    work.remove(&leg.period.file, &leg.period.way).unwrap();
    assert!(!work.walk().iter().any(|leg| leg.period.title == "失业保险稳岗返还 2026年度"));
    assert!(work.faults().iter().any(|fault| fault.file == REFUND), "{:#?}", work.faults());
    // A figure alone stays: it is declared.
    let (leg, stop) = found(&work, "失业保险稳岗返还 2024年度", "控制目标");
    assert_eq!(work.remove(&leg.period.file, &stop.slot.way).unwrap_err(), "这一处只能在文件里删");
    assert_eq!(work.add_row(&leg.period, &stop.slot).unwrap_err(), "这个数不在表里，不能再加一行");
}

#[test]
fn a_sentence_is_another_one_on_the_sheet_and_in_the_answer() {
    let mut work = Workspace::new();
    let title = "下一步 · use-of-funds · 说的话";
    let entry = sentence(&work, REFUND, title);
    work.put_sentence(REFUND, &entry, "钱可以用于稳定岗位").unwrap();
    let sheet = work.sheet();
    let [other] = sheet.others.as_slice() else { panic!("{:#?}", sheet.others) };
    assert_eq!((other.title.as_str(), other.new.as_deref()), (title, Some("钱可以用于稳定岗位")));
    assert_eq!(other.old.as_ref(), Some(&entry.text));
    assert!(other.place.starts_with("hebei/refund.toml:"));
    assert!(work.compile().is_ok());
    // One of several sentences of a list.
    let entry = sentence(&work, "cn/refund.toml", "我们的理解 2");
    work.put_sentence("cn/refund.toml", &entry, "按上年度月均参保人数判断。").unwrap();
    assert_eq!(sentence(&work, "cn/refund.toml", "我们的理解 2").text, "按上年度月均参保人数判断。");
    assert_eq!(
        sentence(&work, "cn/refund.toml", "我们的理解 3"),
        outline(wengang_workbench::workspace::built_in()["cn/refund.toml"].as_str())
            .into_iter()
            .find(|entry| entry.title == "我们的理解 3")
            .unwrap()
    );
}

/// A pack cannot be edited, but be compared with: the files it was made of are the same, others are not.
#[test]
fn a_pack_is_opened_to_be_compared_with() {
    let bytes = |work: &Workspace| wengang_engine::packed::write(&work.compile().unwrap()).unwrap();
    let mut edited = Workspace::new();
    let (leg, stop) = found(&edited, "失业保险稳岗返还 2026年度", ROW);
    let mut with = as_it_is(&leg, &stop);
    (with.value, with.quote, with.not_quoted) =
        (wengang_workbench::Value::Share("50".to_owned()), String::new(), "试一试".to_owned());
    edited.fill(&leg.period, &stop.slot, &with).unwrap();

    let mut work = Workspace::new();
    assert!(work.open_pack(&bytes(&Workspace::new())).unwrap().contains("和这里的政策文件一样"));
    let said = work.open_pack(&bytes(&edited)).unwrap();
    assert!(said.contains("和这里的政策文件不一样"), "{said}");
    let mut comparison = wengang_workbench::changes::Comparison::new(&work, 200).unwrap();
    while comparison.go_on(100) {}
    let found = comparison.found();
    assert_eq!(
        found.edits.iter().map(|edit| edit.title.as_str()).collect::<Vec<_>>(),
        ["失业保险稳岗返还 2026年度：返还比例（适用对象 = 企业）"]
    );
    assert!(found.groups.iter().any(|group| group.edit == found.edits[0]), "{:#?}", found.groups);
    // A draft has it too; another place has its own law.
    let draft = wengang_workbench::workspace::Draft { place: "hebei".to_owned(), ..Default::default() };
    let again = reopened(&work, &draft);
    assert_eq!(again.pack(), work.pack());
    work.choose("gansu");
    assert_eq!(work.pack(), None);
    let broken = [&bytes(&edited)[..], b"x"].concat();
    assert!(work.open_pack(&broken).unwrap_err().starts_with("这个政策包读不了，或者没有传完整"));
    assert!(work.open_pack(b"WGPK").unwrap_err().starts_with("这个政策包读不了，或者没有传完整"));
}

/// The first row, and the first sentence, that holds counts: another order is another law.
#[test]
fn another_order_is_on_the_sheet() {
    let mut work = Workspace::new();
    let text = work.text(REFUND).unwrap().to_owned();
    let begin = text.find("id = \"2024\"").unwrap();
    let block = |when: &str| {
        let row = format!("[[round.\"返还比例\"]]\nwhen = \"{when}\"\n");
        let from = begin + text[begin..].find(&row).unwrap();
        from..from + text[from..].find("\n\n").unwrap() + 2
    };
    let (first, second) = (block("适用对象 = 企业"), block("适用对象 = 六类单位"));
    let between = &text[first.end..second.start];
    let parts = [&text[..first.start], &text[second.clone()], between, &text[first], &text[second.end..]];
    work.edit(REFUND, parts.concat());
    let sheet = work.sheet();
    assert_eq!(sheet.rows, []);
    let [other] = sheet.others.as_slice() else { panic!("{:#?}", sheet.others) };
    assert_eq!(other.title, "年度 · 2024 · 返还比例 · 次序");
    assert_ne!(other.old, other.new);
}

/// Each edit of a condition has its own line, in whichever file it is.
#[test]
fn conditions_that_were_edited_are_told_apart() {
    let mut work = Workspace::new();
    let name = "cn/refund.toml";
    let titles = ["条件 · fully-paid-12-months · 什么时候成立", "条件 · not-zombie · 什么时候成立"];
    for title in titles {
        let entry = sentence(&work, name, title);
        work.put_sentence(name, &entry, &format!("非 ({})", entry.text)).unwrap();
    }
    let mut comparison = wengang_workbench::changes::Comparison::new(&work, 300).unwrap();
    while comparison.go_on(100) {}
    let found = comparison.found();
    for title in titles {
        let edits: Vec<_> = found.groups.iter().map(|group| &group.edit).collect();
        let edit = edits.iter().find(|edit| edit.title.ends_with(title)).unwrap_or_else(|| panic!("{edits:#?}"));
        assert_eq!((edit.file.as_str(), edit.line), (name, sentence(&work, name, title).line));
    }
}

/// A draft goes on with its own notice, its place, both names and the day.
#[test]
fn a_draft_has_what_belongs_to_it_beside_its_files() {
    use wengang_workbench::release::Signed;
    use wengang_workbench::workspace::Draft;
    let mut work = super::copied();
    work.paste(&super::notice().replace("9号", "11号"));
    work.register(&work.registration()).unwrap();
    assert_eq!(work.document(), Some("hebei-2027-11"));
    let on = wengang_engine::Date::new(2027, 3, 20).ok();
    let signed = Signed { by: "甲".to_owned(), reviewed_by: "乙".to_owned(), on };
    let document = work.document().map(str::to_owned);
    let draft = Draft { place: "gansu".to_owned(), document, signed, trial: serde_json::Value::Null };
    let again = reopened(&work, &draft);
    assert_eq!((again.place(), again.document()), ("gansu", Some("hebei-2027-11")));
    // What is registered is shown as it was registered.
    assert_eq!(again.registration().number, "冀人社发〔2027〕11号");
}
