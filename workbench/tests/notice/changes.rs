//! What the notice changes, the sheet of it, and the way back.

use wengang_engine::Fraction;
use wengang_workbench::Workspace;
use wengang_workbench::changes::{Changes, Comparison, Edit, MADE_UP, VARIATIONS};
use wengang_workbench::release::Signed;
use wengang_workbench::trial;
use wengang_workbench::workspace::{Draft, Registration};

use super::{finished, line_of, pack, reopened};

#[test]
fn each_change_has_the_edit_that_causes_it_and_its_line() {
    let work = finished();
    let mut comparison = Comparison::new(&work, VARIATIONS).unwrap();
    while comparison.go_on(100) {}
    let found = comparison.found();
    // Of the published cases none asks for a hiring subsidy.
    assert_eq!(found.tried, VARIATIONS + 87 + MADE_UP);
    let counts: Vec<usize> = found.groups.iter().map(|group| group.count).collect();
    assert!(counts.is_sorted_by(|one, other| one >= other), "{counts:?}");
    let of =
        |title: &str| found.groups.iter().find(|group| group.edit.title == title).unwrap_or_else(|| panic!("{title}"));
    let small = of("失业保险稳岗返还 2027年度：返还比例（适用对象 = 企业）");
    assert_eq!(small.edit.line, line_of(&work, "hebei/refund.toml", "quote = \"中小微企业按55%返还\"") - 1);
    assert!(!small.changes.is_empty());
    for change in &small.changes {
        let amount = |result: &wengang_workbench::changes::Result| result.amount.unwrap().1;
        let times = |amount: Fraction, factor: i64| amount.times(Fraction::whole(factor)).unwrap();
        // 55 of 60, each rounded to 分.
        let (was, is) = (times(amount(&change.before), 55), times(amount(&change.after), 60));
        let (less, more) = if was < is { (was, is) } else { (is, was) };
        assert!(more.minus(less).unwrap() < Fraction::whole(1), "{} {}", change.before.say(), change.after.say());
    }
    assert!(
        of("新增河北省2027年度失业保险稳岗返还，照抄上一年的数").count
            > of("失业保险稳岗返还 2027年度：控制目标").count
    );
    assert!(found.groups.iter().any(|group| group.edit.title == "基数上下限 2027-01-01起"));
    // A round that is as it was causes nothing.
    assert!(!found.groups.iter().any(|group| group.edit.title.contains("2026年度：")), "{:#?}", found.groups);
    covered(&work, &found);
}

/// What no case reaches is said with its line, so that a case can be written: figures and rows of every year, conditions,
/// sentences; and nothing else is.
fn covered(work: &Workspace, found: &Changes) {
    let line = |edit: &Edit| work.text(&edit.file).unwrap().lines().nth(edit.line - 1).unwrap().to_owned();
    let named = |edits: &[Edit], words: &str| edits.iter().find(|edit| edit.title.contains(words)).cloned();
    // Nobody of 三档 asks so late.
    let third = named(&found.unreached, "失业保险金标准 2027-07起：最低工资（本月的档次 = 三档）").unwrap();
    assert!(line(&third).contains("\"2200 元\""), "{third:?}");
    let old = named(&found.unreached, "基数上下限 2019-05-01起：基数下限").unwrap();
    assert!(line(&old).starts_with("\"基数下限\" = "), "{old:?}");
    assert_eq!(named(&found.unreached, "失业保险稳岗返还 2027年度"), None);
    assert_eq!(named(&found.conditions, "失业保险稳岗返还"), None);
    assert_eq!(named(&found.conditions, "一次性扩岗补助 签了劳动合同"), None);
    // Who has too few months can still reach them: nobody fails.
    let months = named(&found.conditions, "一次性扩岗补助 三项保险缴满…个月：没有一个案例不符合").unwrap();
    let about = work.text(&months.file).unwrap().lines().skip(months.line - 1).take(3).collect::<String>();
    assert!(about.contains("title = \"三项保险缴满{应缴月数}个月\""), "{months:?} {about}");
    for edit in &found.silent {
        assert!(line(edit).starts_with("id = \""), "{edit:?}");
    }
    assert!(named(&found.silent, "人即符合；经办机构有这个数").is_some(), "{:#?}", found.silent);
}

/// A measure of which no case is published: made-up ones see what an edit of it changes.
#[test]
fn an_edit_of_a_measure_without_an_open_case_is_seen_too() {
    let mut work = Workspace::new();
    let name = "cn/hiring-subsidy.toml";
    assert!(!trial::open().iter().any(|trial| trial.measure == "hiring-subsidy"));
    let text = work.text(name).unwrap().to_owned();
    let edited = text.replacen("1500 元", "1400 元", 1);
    assert_ne!(edited, text);
    work.edit(name, edited);
    let mut comparison = Comparison::new(&work, VARIATIONS).unwrap();
    while comparison.go_on(100) {}
    let found = comparison.found();
    let titles: Vec<&str> = found.groups.iter().map(|group| group.edit.title.as_str()).collect();
    assert_eq!(titles, ["一次性扩岗补助 2024年度：每人补助"]);
    let edit = &found.groups[0].edit;
    assert_eq!((edit.file.as_str(), edit.line), (name, line_of(&work, name, "value = \"1400 元\"")));
}

/// What a draft deletes, a reviewer sees: a row of a table, a sentence, and a round.
#[test]
fn the_sheet_has_what_was_deleted() {
    let mut work = Workspace::new();
    let name = "hebei/refund.toml";
    let text = work.text(name).unwrap().to_owned();
    let from = text.find("[[next]]\nid = \"use-of-funds\"").unwrap();
    let to = from + text[from + 1..].find("\n[[").unwrap() + 2;
    work.edit(name, [&text[..from], &text[to..]].concat());
    let sheet = work.sheet();
    let gone = sheet.others.iter().find(|other| other.title == "下一步 · use-of-funds · 说的话").unwrap();
    assert!(gone.old.as_ref().unwrap().contains("钱可以用于职工生活补助"), "{gone:#?}");
    assert_eq!((gone.new.as_ref(), gone.place.as_str()), (None, name));
    // Every key of the section, and nothing else.
    assert!(
        sheet.others.iter().all(|other| other.title.starts_with("下一步 · use-of-funds · ")),
        "{:#?}",
        sheet.others
    );
    assert_eq!(sheet.rows, []);
    // A whole round.
    let periods = work.base_periods();
    let round = periods.iter().find(|period| period.file == name && period.id == "2026").unwrap();
    let lines: Vec<&str> = text.lines().collect();
    let begin = round.line - 1;
    let end = lines
        .iter()
        .enumerate()
        .skip(begin + 1)
        .find(|(_, line)| line.starts_with("[[round]]") || line.starts_with("[[condition]]"));
    let end = end.map_or(lines.len(), |(place, _)| place);
    work.edit(name, [&lines[..begin], &lines[end..]].concat().join("\n"));
    let gone: Vec<_> = work.sheet().rows.into_iter().filter(|row| row.new == "（删去了）").collect();
    assert!(gone.len() >= 3 && gone.iter().all(|row| row.title.contains("2026年度")), "{gone:#?}");
}

#[test]
fn what_is_not_registered_yet_is_in_the_draft_too() {
    let mut work = Workspace::new();
    work.paste("关于延续实施失业保险政策的通知\n冀人社发〔2027〕9号\n2027年3月15日\n");
    let again = reopened(&work, &Draft::default());
    assert_eq!(again.notice().text(), work.notice().text());
    assert_eq!(again.document(), None);
}

/// A slip in the notice is seen after it was registered.
#[test]
fn a_registered_notice_can_be_corrected_and_taken_back() {
    let mut work = Workspace::new();
    let text = "关于延续实施失业保险政策的通知\n冀人社发〔2027〕9号\n2027年3月15日\n一、费率为1%。\n";
    work.paste(text);
    let registration = work.registration();
    work.register(&registration).unwrap();
    work.paste(&text.replace("1%", "2%"));
    work.register(&registration).unwrap();
    assert!(work.notice().text().contains("2%"));
    // Another document of that key, and one that is built in, stay.
    work.paste(text);
    let other = Registration { number: "冀人社发〔2027〕10号".to_owned(), ..registration.clone() };
    assert!(work.register(&other).unwrap_err().contains("请换一个代号"));
    let built_in = Registration { key: "hebei-2024-14".to_owned(), ..registration };
    assert!(work.register(&built_in).unwrap_err().contains("请换一个代号"));
    while work.undo() {}
    assert_eq!(work.document(), None);
}

#[test]
fn the_sheet_has_every_figure_with_its_words() {
    let work = finished();
    let sheet = work.sheet();
    assert_eq!(sheet.notice, "冀人社发〔2027〕9号 关于延续实施失业保险稳岗惠民政策有关事项的通知");
    // The figures of the notice, and the days on which what held before ends.
    assert!(sheet.rows.len() >= 31, "{}", sheet.rows.len());
    let row = sheet.rows.iter().find(|row| row.title == "失业保险稳岗返还 2027年度：控制目标").unwrap();
    assert_eq!((row.old.as_str(), row.new.as_str()), ("5.5 %", "5.3 %"));
    assert_eq!((row.clause.as_str(), row.quote.as_str()), ("二", "2026年度未裁员或裁员率不高于5.3%"));
    assert_eq!(row.grade, "A");
    assert!(row.place.starts_with("hebei/refund.toml:"));
    assert_eq!(sheet.doubts, []);
    let signed = Signed { by: "甲".to_owned(), reviewed_by: "乙".to_owned(), on: None };
    let release = work.release(&signed).unwrap();
    assert_eq!(release.name, "hebei-2027-9.pack");
    assert_eq!(wengang_engine::packed::read(&release.pack).unwrap(), pack(&work));
}

#[test]
fn without_an_edit_nothing_changes() {
    let mut comparison = Comparison::new(&Workspace::new(), 500).unwrap();
    while comparison.go_on(100) {}
    let found = comparison.found();
    assert_eq!((found.tried, found.changed, found.groups.len()), (500 + 87 + MADE_UP, 0, 0));
}

#[test]
fn every_edit_can_be_taken_back() {
    let mut work = finished();
    let end: Vec<(String, String)> = work.files().map(|(name, text)| (name.to_owned(), text.to_owned())).collect();
    let mut steps = 0;
    while work.undo() {
        steps += 1;
    }
    assert!(steps >= 36, "{steps}");
    assert!(work.edited().is_empty());
    while work.redo() {}
    let again: Vec<(String, String)> = work.files().map(|(name, text)| (name.to_owned(), text.to_owned())).collect();
    assert_eq!(again, end);
}

#[test]
fn a_draft_is_gone_on_with_where_it_was_left() {
    let work = finished();
    let again = reopened(&work, &Draft::default());
    assert!(again.files().eq(work.files()));
    assert_eq!(again.document(), work.document());
    assert_eq!(again.notice().text(), work.notice().text().trim());
    assert_eq!(again.sheet().rows, work.sheet().rows);
}
