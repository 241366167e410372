//! The invented notice of 2027, from its text to a pack that answers by it.

#![expect(clippy::unwrap_used, clippy::panic, reason = "a test that meets what it did not expect must stop")]

mod changes;
mod figures;
mod forms;
mod slips;

use std::path::Path;
use std::sync::OnceLock;

use serde_json::{Value as Json, json};
use wengang_compiler::Pack;
use wengang_engine::assessment::AmountFound;
use wengang_engine::{Assessment, Date, Outcome};
use wengang_workbench::Workspace;
use wengang_workbench::release::unpack;
use wengang_workbench::trial::Trial;
use wengang_workbench::workspace::Draft;

/// How a case comes out.
#[derive(PartialEq, Eq, Debug)]
struct Found {
    outcome: Outcome,
    amount: Option<String>,
}

fn assessed(pack: &Pack, measure: &str, day: &str, facts: &Json) -> Assessment {
    let request = json!({"calculator": measure, "asOf": day, "facts": facts});
    Trial::of("", &request).unwrap().judge(pack).unwrap_or_else(|| panic!("{request}"))
}

fn came_out(answer: &Assessment) -> Found {
    let amount = answer.amount.as_ref().map(|amount| match amount {
        AmountFound::Exact(money) => money.get().to_decimal(2).unwrap(),
        other => panic!("{other:?}"),
    });
    Found { outcome: answer.outcome, amount }
}

fn notice() -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/notice/2027.txt");
    std::fs::read_to_string(path).unwrap()
}

/// The notice registered, and last year's periods copied: everything that can be copied and that it speaks of.
fn copied() -> Workspace {
    let mut work = Workspace::new();
    work.paste(&notice());
    let registration = work.registration();
    assert_eq!((registration.key.as_str(), registration.number.as_str()), ("hebei-2027-9", "冀人社发〔2027〕9号"));
    work.register(&registration).unwrap();
    let spoken_of = [
        "失业保险稳岗返还 2026年度",
        "技能提升补贴 2026年度",
        "失业保险费率 2026-01起",
        "基数上下限 2026-01-01起",
        "失业保险金标准 2025-12起",
    ];
    let periods = work.to_copy();
    for title in spoken_of {
        let period = periods.iter().find(|period| period.title == title).unwrap();
        work.copy(period, 2027, Date::new(2027, 3, 20).unwrap()).unwrap();
    }
    work
}

/// The words of the notice for a figure, where the first place that is offered is not the one.
const PICKED: [(&str, &str); 4] = [
    ("普通次数", "1"),
    ("最低工资（本月的档次 = 一档）", "2500 元"),
    ("最低工资（本月的档次 = 二档）", "2350 元"),
    ("最低工资（本月的档次 = 三档）", "2200 元"),
];

/// Goes through every figure of the new periods as an officer who reads the notice does; returns how many there were.
fn walked(work: &mut Workspace) -> usize {
    let mut count = 0;
    loop {
        let legs = work.walk();
        let mut open =
            legs.iter().filter(|leg| leg.is_new).flat_map(|leg| leg.stops.iter().map(move |stop| (leg, stop)));
        let Some((leg, stop)) = open.find(|(_, stop)| !stop.is_done) else { return count };
        let (leg, stop) = (leg.clone(), stop.clone());
        let candidates = work.candidates(&leg, &stop);
        let picked = PICKED.iter().find(|(name, _)| *name == stop.slot.title()).map(|(_, value)| *value);
        let candidate = candidates.iter().find(|found| picked.is_none_or(|value| found.value.to_string() == value));
        let candidate = candidate.unwrap_or_else(|| panic!("{}: {candidates:#?}", stop.slot.title()));
        work.take(&leg.period, &stop.slot, candidate).unwrap();
        count += 1;
        assert!(count < 60, "{}", stop.slot.title());
    }
}

/// Takes away what is said of the year before, and lets the block on lower levels hold again.
fn looked_over(work: &mut Workspace) {
    for leg in work.walk().into_iter().filter(|leg| leg.is_new) {
        work.put_notes(&leg.period, &[], false).unwrap();
    }
    let only = work.only().into_iter().find(|only| only.title.starts_with("没有被更高等级挡住")).unwrap();
    work.put_only(&only.file, &only.way, "2027", true).unwrap();
}

fn finished() -> Workspace {
    static FINISHED: OnceLock<Workspace> = OnceLock::new();
    let work = FINISHED.get_or_init(|| {
        let mut work = copied();
        assert_eq!(walked(&mut work), 31);
        looked_over(&mut work);
        work
    });
    work.clone()
}

fn pack(work: &Workspace) -> Pack {
    work.compile().unwrap_or_else(|report| panic!("{report}"))
}

/// A new workspace that goes on with a draft.
fn reopened(work: &Workspace, draft: &Draft) -> Workspace {
    let mut again = Workspace::new();
    let (_, opened) = again.open(&unpack(&work.archive(draft).unwrap()).unwrap()).unwrap();
    assert_eq!(opened.as_ref(), Some(draft));
    again
}

fn line_of(work: &Workspace, file: &str, words: &str) -> usize {
    work.text(file).unwrap().lines().position(|line| line.contains(words)).unwrap() + 1
}
