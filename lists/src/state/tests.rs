//! How the page goes from step to step.

use super::*;
use crate::message::{Measure, Opened, Ready, Totals};

fn replied(state: &mut State, reply: Reply) -> Vec<Effect> {
    state.reduce(Action::Replied(Box::new(reply), 1_000))
}

/// The page once the worker has answered.
fn ready() -> State {
    let mut state = State::default();
    assert_eq!(state.reduce(Action::Begin(None)), [Effect::Ask(Ask::Begin(None))]);
    let refund = Measure { code: "refund".to_owned(), ..Measure::default() };
    let premium = Measure { code: "premium".to_owned(), ..Measure::default() };
    replied(&mut state, Reply::Ready(Ready { calculators: vec![refund, premium], ..Ready::default() }));
    state
}

/// The page with a list of three rows.
fn opened() -> State {
    let mut state = ready();
    state.reduce(Action::Open("名单.csv".to_owned()));
    assert_eq!(state.stage, Stage::Reading);
    replied(&mut state, Reply::Opened(Box::new(Opened { rows: 3, ..Opened::default() })));
    state
}

#[test]
fn a_list_goes_from_file_to_result() {
    let mut state = opened();
    assert_eq!((state.settings.calculator.as_str(), state.stage.name()), ("refund", "confirm"));
    assert_eq!(state.reduce(Action::Confirm), [Effect::Ask(Ask::Judge(state.settings.clone()))]);
    assert_eq!(replied(&mut state, Reply::Progress { done: 1, all: 3 }), [Effect::Ask(Ask::More)]);
    let effects = replied(&mut state, Reply::Judged(Box::new(Totals { faults: 2, ..Totals::default() })));
    assert_eq!(effects, [Effect::Ask(Ask::Table(Window::default())), Effect::Ask(Ask::Faults { from: 0 })]);
    assert_eq!(state.stage.name(), "judged");
    state.reduce(Action::Back);
    assert_eq!(state.stage.name(), "confirm");
    state.reduce(Action::Restart);
    assert_eq!((state.stage.name(), state.settings.calculator.as_str()), ("begin", "refund"));
}

#[test]
fn what_is_cancelled_is_asked_for_no_more() {
    let mut state = opened();
    state.reduce(Action::Confirm);
    state.reduce(Action::Cancel);
    assert_eq!(state.stage.name(), "confirm");
    // The pending answer arrives too late.
    assert_eq!(replied(&mut state, Reply::Progress { done: 1, all: 3 }), []);
    assert_eq!(replied(&mut state, Reply::Judged(Box::default())), []);
    assert_eq!(state.stage.name(), "confirm");
    // A worker that reads a file is terminated.
    state.reduce(Action::Open("b.xlsx".to_owned()));
    assert_eq!(state.reduce(Action::Cancel), [Effect::RestartWorker, Effect::Ask(Ask::Begin(None))]);
    assert_eq!((state.stage.name(), state.source.as_str()), ("begin", ""));
}

#[test]
fn what_was_said_of_columns_is_recognised_again_and_another_measure_voids_it() {
    let mut state = opened();
    let asked = |effects: Vec<Effect>, state: &State| effects == [Effect::Ask(Ask::Sketch(state.settings.clone()))];
    for action in [
        Action::Map("甲".to_owned(), "size".to_owned()),
        Action::Blank("甲".to_owned(), "小型".to_owned()),
        Action::Set("zombie".to_owned(), "否".to_owned()),
        Action::Day("2024-09-01".to_owned()),
    ] {
        let effects = state.reduce(action);
        assert!(asked(effects, &state));
    }
    assert_eq!((state.settings.map.len(), state.settings.blank.len(), state.settings.set.len()), (1, 1, 1));
    let effects = state.reduce(Action::Map("甲".to_owned(), String::new()));
    assert!(asked(effects, &state) && state.settings.map.is_empty());
    let effects = state.reduce(Action::Choose("premium".to_owned()));
    assert!(asked(effects, &state) && state.settings.set.is_empty() && state.settings.as_of == "2024-09-01");
    assert_eq!(state.reduce(Action::Choose("premium".to_owned())), []);
}

#[test]
fn a_failure_goes_back_a_step_and_says_what_to_do() {
    let mut state = ready();
    state.reduce(Action::Paste("x".to_owned()));
    replied(&mut state, Reply::Failed("请另存为 xlsx".to_owned()));
    assert_eq!((state.stage.name(), state.problem.as_str()), ("begin", "请另存为 xlsx"));
    let mut state = opened();
    state.reduce(Action::Confirm);
    replied(&mut state, Reply::Failed("请换一天".to_owned()));
    assert_eq!((state.stage.name(), state.problem.as_str()), ("confirm", "请换一天"));
    state.reduce(Action::Confirm);
    assert_eq!(state.problem, "");
}

#[test]
fn a_worker_that_breaks_off_is_renewed_but_not_one_that_never_was() {
    let mut state = opened();
    assert_eq!(state.reduce(Action::WorkerFailed), [Effect::RestartWorker, Effect::Ask(Ask::Begin(None))]);
    assert!(state.problem.contains("中断") && state.stage == Stage::Begin && state.ready.is_none());
    assert_eq!(state.reduce(Action::WorkerFailed), []);
    assert!(state.problem.contains("打不开"));
}

#[test]
fn seconds_left_follow_from_the_pace_so_far() {
    let progress = Progress { done: 3_000, all: 10_000, since: Some((1_000, 500)), now: 1_500 };
    assert_eq!(progress.seconds_left(), Some(4));
    assert_eq!(Progress { done: 1_000, ..progress }.seconds_left(), None);
    assert_eq!(Progress { since: None, ..progress }.seconds_left(), None);
}

fn date_changed(state: &mut State, today: &str) -> Vec<Effect> {
    state.reduce(Action::DateChanged(today.to_owned()))
}

/// The page with a list that was judged on the last day of 2026.
fn judged() -> State {
    let mut state = opened();
    date_changed(&mut state, "2026-12-31");
    state.reduce(Action::Confirm);
    replied(&mut state, Reply::Judged(Box::default()));
    state
}

#[test]
fn the_day_is_today_until_the_user_sets_one() {
    let mut state = ready();
    assert_eq!(date_changed(&mut state, "2026-12-31"), []);
    assert_eq!(state.settings.as_of, "2026-12-31");
    date_changed(&mut state, "2027-01-01");
    assert_eq!(state.settings.as_of, "2027-01-01");
    // The headings may mean something else on that day.
    let mut state = opened();
    assert_eq!(date_changed(&mut state, "2027-01-01"), [Effect::Ask(Ask::Sketch(state.settings.clone()))]);
    assert_eq!(state.settings.as_of, "2027-01-01");
    state.reduce(Action::Day("2024-09-01".to_owned()));
    assert_eq!(date_changed(&mut state, "2027-01-02"), []);
    state.reduce(Action::Restart);
    assert_eq!(state.settings.as_of, "2024-09-01");
    state.reduce(Action::WorkerFailed);
    date_changed(&mut state, "2027-01-03");
    assert_eq!(state.settings.as_of, "2024-09-01");
}

#[test]
fn another_day_leaves_the_error_of_the_last_action_to_be_read() {
    let mut state = ready();
    state.reduce(Action::Paste("x".to_owned()));
    replied(&mut state, Reply::Failed("请另存为 xlsx".to_owned()));
    date_changed(&mut state, "2027-01-01");
    assert_eq!(state.problem, "请另存为 xlsx");
}

#[test]
fn a_result_of_an_earlier_day_is_named_so_and_judged_again_by_the_new_one() {
    let mut state = judged();
    assert_eq!(state.later_day(), None);
    assert_eq!(date_changed(&mut state, "2027-01-01"), []);
    assert_eq!((state.later_day(), state.settings.as_of.as_str()), (Some("2027-01-01"), "2026-12-31"));
    let effects = state.reduce(Action::JudgeAgain);
    let settings = Settings { as_of: "2027-01-01".to_owned(), ..state.settings.clone() };
    assert_eq!(effects, [Effect::Ask(Ask::Sketch(settings.clone())), Effect::Ask(Ask::Judge(settings))]);
    // The columns by which it is judged are those that the user goes back to.
    let columns = Opened { rows: 3, heading_row: 7, ..Opened::default() };
    replied(&mut state, Reply::Opened(Box::new(columns.clone())));
    replied(&mut state, Reply::Judged(Box::default()));
    assert_eq!((state.later_day(), state.opened()), (None, Some(&columns)));
}

#[test]
fn what_begins_before_midnight_keeps_its_day_and_says_so_at_the_end() {
    let mut state = ready();
    date_changed(&mut state, "2026-12-31");
    state.reduce(Action::Open("名单.csv".to_owned()));
    assert_eq!(date_changed(&mut state, "2027-01-01"), []);
    // Once it is read, the day can be seen and is today.
    let effects = replied(&mut state, Reply::Opened(Box::default()));
    assert_eq!(effects, [Effect::Ask(Ask::Sketch(state.settings.clone()))]);
    assert_eq!(state.settings.as_of, "2027-01-01");
    state.reduce(Action::Confirm);
    assert_eq!(date_changed(&mut state, "2027-01-02"), []);
    replied(&mut state, Reply::Judged(Box::default()));
    assert_eq!((state.later_day(), state.settings.as_of.as_str()), (Some("2027-01-02"), "2027-01-01"));
    assert_eq!(state.reduce(Action::Back), [Effect::Ask(Ask::Sketch(state.settings.clone()))]);
    assert_eq!(state.settings.as_of, "2027-01-02");
}

#[test]
fn a_list_that_was_put_away_comes_back_until_another_one_is_opened() {
    let mut state = judged();
    state.reduce(Action::Save(FileKind::Book));
    let before = State { is_writing: false, ..state.clone() };
    state.reduce(Action::Restart);
    assert_eq!((state.stage.name(), state.source.as_str()), ("begin", ""));
    state.reduce(Action::Choose("premium".to_owned()));
    assert_eq!(state.reduce(Action::Undo), []);
    assert_eq!(state, before);
    // Columns that were being recognised are recognised again, by the day that it is now.
    state.reduce(Action::Back);
    state.reduce(Action::Map("甲".to_owned(), "size".to_owned()));
    state.reduce(Action::Restart);
    date_changed(&mut state, "2027-01-01");
    let effects = state.reduce(Action::Undo);
    assert_eq!(effects.last(), Some(&Effect::Ask(Ask::Sketch(state.settings.clone()))));
    assert_eq!((state.settings.map.len(), state.settings.as_of.as_str()), (1, "2027-01-01"));
    state.reduce(Action::Restart);
    state.reduce(Action::Open("另一份.csv".to_owned()));
    assert_eq!(state.before_restart, None);
    assert_eq!(state.reduce(Action::Undo), []);
    assert_eq!(state.stage, Stage::Reading);
}
