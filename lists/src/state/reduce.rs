//! Applies actions to the state.

use super::{Action, Ask, Effect, Progress, Stage, State};
use crate::message::{Faults, Filter, Reply, Settings, Table, Totals, Window};
use crate::text::page as words;

impl State {
    /// Applies an action; returns its side effects.
    pub fn reduce(&mut self, action: Action) -> Vec<Effect> {
        let mut effects = self.apply(action);
        effects.extend(self.follow_day());
        effects
    }

    /// The day that the user did not set is today while it can be seen and changed. What is being read or judged keeps the
    /// day that it began with, and so does a result ([`State::later_day`]).
    fn follow_day(&mut self) -> Vec<Effect> {
        if !self.is_day_late() || !matches!(self.stage, Stage::Begin | Stage::Confirm(_)) {
            return Vec::new();
        }
        self.settings.as_of.clone_from(&self.today);
        self.sketch()
    }

    fn apply(&mut self, action: Action) -> Vec<Effect> {
        if !matches!(action, Action::Replied(..) | Action::DateChanged(_)) {
            self.problem = String::new();
        }
        match action {
            Action::Begin(law) => {
                self.law = law;
                self.begin()
            }
            Action::Choose(code) => self.choose(code),
            Action::Day(day) => {
                (self.settings.as_of, self.is_day_set) = (day, true);
                self.sketch()
            }
            Action::DateChanged(today) => {
                self.today = today;
                Vec::new()
            }
            Action::Open(name) => self.open(name.clone(), |settings| Ask::Open { name, settings }),
            Action::Paste(text) => self.open(words::PASTED.to_owned(), |settings| Ask::Paste { text, settings }),
            Action::Sheet(sheet) => {
                self.settings = Settings { sheet, map: Vec::new(), blank: Vec::new(), ..self.settings.clone() };
                self.sketch()
            }
            Action::Map(heading, choice) => {
                put(&mut self.settings.map, heading, choice);
                self.sketch()
            }
            Action::Blank(heading, value) => {
                put(&mut self.settings.blank, heading, value);
                self.sketch()
            }
            Action::Set(fact, value) => {
                put(&mut self.settings.set, fact, value);
                self.sketch()
            }
            Action::Confirm => self.confirm(),
            Action::Cancel => self.cancel(),
            Action::Back => {
                if let Stage::Judged(opened, _) = &self.stage {
                    self.stage = Stage::Confirm(opened.clone());
                }
                Vec::new()
            }
            Action::JudgeAgain => self.judge_again(),
            Action::Restart => self.restart(),
            Action::Undo => self.undo(),
            Action::Filter(filter) => self.show(Window { filter, from: 0 }),
            Action::Turn(from) => self.show(Window { from, ..self.window.clone() }),
            Action::OpenRow(number) => {
                self.opened_row = number;
                vec![Effect::Ask(Ask::Row { number })]
            }
            Action::CloseRow => {
                self.row = None;
                Vec::new()
            }
            Action::TurnFaults(from) => vec![Effect::Ask(Ask::Faults { from })],
            Action::Group(column) => {
                self.groups = None;
                column.map(|column| Effect::Ask(Ask::Groups { column })).into_iter().collect()
            }
            Action::Save(kind) => {
                self.is_writing = true;
                vec![Effect::Ask(Ask::Write(kind))]
            }
            Action::Template => vec![Effect::Ask(Ask::Template { calculator: self.settings.calculator.clone() })],
            Action::Replied(reply, now) => self.replied(*reply, now),
            Action::WorkerFailed => self.broke(),
        }
    }

    fn begin(&self) -> Vec<Effect> {
        vec![Effect::Ask(Ask::Begin(self.law.clone()))]
    }

    /// Another measure needs other columns: the settings of the columns are reset.
    fn choose(&mut self, code: String) -> Vec<Effect> {
        if code == self.settings.calculator {
            return Vec::new();
        }
        let Settings { as_of, sheet, .. } = self.settings.clone();
        self.settings = Settings { calculator: code, as_of, sheet, ..Settings::default() };
        self.sketch()
    }

    fn open(&mut self, name: String, ask: impl FnOnce(Settings) -> Ask) -> Vec<Effect> {
        self.settings = self.blank_settings();
        (self.source, self.stage) = (name, Stage::Reading);
        self.forget_result();
        // The worker forgets the last list.
        self.before_restart = None;
        vec![Effect::Ask(ask(self.settings.clone()))]
    }

    /// The settings that do not depend on the list.
    fn blank_settings(&self) -> Settings {
        let Settings { calculator, as_of, .. } = self.settings.clone();
        Settings { calculator, as_of, ..Settings::default() }
    }

    fn restart(&mut self) -> Vec<Effect> {
        let before = std::mem::take(self);
        *self = Self {
            ready: before.ready.clone(),
            law: before.law.clone(),
            today: before.today.clone(),
            is_day_set: before.is_day_set,
            settings: before.blank_settings(),
            // The answer to what is being written comes before it is back.
            before_restart: Some(Box::new(Self { is_writing: false, ..before })),
            ..Self::default()
        };
        Vec::new()
    }

    fn undo(&mut self) -> Vec<Effect> {
        let Some(before) = self.before_restart.take() else { return Vec::new() };
        *self = Self { today: std::mem::take(&mut self.today), ..*before };
        // What was being recognised may have been answered meanwhile.
        self.sketch()
    }

    fn forget_result(&mut self) {
        (self.table, self.window, self.row) = (Table::default(), Window::default(), None);
        (self.faults, self.groups, self.is_writing) = (Faults::default(), None, false);
    }

    /// Requests that the columns are recognised again, where a list is open.
    fn sketch(&self) -> Vec<Effect> {
        match self.stage {
            Stage::Confirm(_) => vec![Effect::Ask(Ask::Sketch(self.settings.clone()))],
            Stage::Begin | Stage::Reading | Stage::Judging(..) | Stage::Judged(..) => Vec::new(),
        }
    }

    fn confirm(&mut self) -> Vec<Effect> {
        let Stage::Confirm(opened) = &self.stage else { return Vec::new() };
        let all = opened.rows;
        self.stage = Stage::Judging(opened.clone(), Progress { all, ..Progress::default() });
        self.forget_result();
        vec![Effect::Ask(Ask::Judge(self.settings.clone()))]
    }

    /// The columns are recognised again too: what their headings mean may depend on the day.
    fn judge_again(&mut self) -> Vec<Effect> {
        let Stage::Judged(opened, _) = &self.stage else { return Vec::new() };
        self.stage = Stage::Confirm(opened.clone());
        let mut effects = self.follow_day();
        effects.extend(self.confirm());
        effects
    }

    /// A worker that reads a file receives no messages until it has finished, so it is terminated. One that judges gets no
    /// further requests.
    fn cancel(&mut self) -> Vec<Effect> {
        match std::mem::take(&mut self.stage) {
            Stage::Reading => {
                (self.source, self.ready) = (String::new(), None);
                std::iter::once(Effect::RestartWorker).chain(self.begin()).collect()
            }
            Stage::Judging(opened, _) => {
                self.stage = Stage::Confirm(opened);
                Vec::new()
            }
            other @ (Stage::Begin | Stage::Confirm(_) | Stage::Judged(..)) => {
                self.stage = other;
                Vec::new()
            }
        }
    }

    /// The list is lost with the worker.
    fn broke(&mut self) -> Vec<Effect> {
        let was_there = self.ready.is_some();
        let (settings, law) = (self.blank_settings(), self.law.take());
        let (today, is_day_set) = (std::mem::take(&mut self.today), self.is_day_set);
        let problem = if was_there { words::BROKE } else { words::NOT_STARTED }.to_owned();
        *self = Self { law, today, is_day_set, settings, problem, ..Self::default() };
        // One that did not start would not start the next time either.
        if was_there { std::iter::once(Effect::RestartWorker).chain(self.begin()).collect() } else { Vec::new() }
    }

    fn show(&mut self, window: Window) -> Vec<Effect> {
        (self.window, self.row) = (window.clone(), None);
        vec![Effect::Ask(Ask::Table(window))]
    }

    fn replied(&mut self, reply: Reply, now: u64) -> Vec<Effect> {
        match reply {
            Reply::Ready(ready) => {
                if self.settings.calculator.is_empty() {
                    let first = ready.calculators.first();
                    self.settings.calculator = first.map(|known| known.code.clone()).unwrap_or_default();
                }
                self.ready = Some(ready);
            }
            Reply::Opened(opened) => match &mut self.stage {
                Stage::Reading | Stage::Confirm(_) => {
                    self.settings.sheet.clone_from(&opened.sheet);
                    self.stage = Stage::Confirm(opened);
                }
                // Asked for before the list was judged: these are the columns that it is judged by.
                Stage::Judging(known, _) => *known = opened,
                Stage::Begin | Stage::Judged(..) => {}
            },
            Reply::Progress { done, all } => return self.progressed(done, all, now),
            Reply::Judged(totals) => return self.judged(totals),
            Reply::Table(table) => self.table = table,
            Reply::Faults(faults) => self.faults = faults,
            Reply::Groups(groups) => self.groups = Some(groups),
            Reply::Row(row) => self.row = Some(*row),
            Reply::File { .. } => self.is_writing = false,
            Reply::Failed(sentence) => self.failed(sentence),
        }
        Vec::new()
    }

    fn failed(&mut self, sentence: String) {
        (self.problem, self.is_writing) = (sentence, false);
        self.stage = match std::mem::take(&mut self.stage) {
            Stage::Reading => {
                self.source = String::new();
                Stage::Begin
            }
            Stage::Judging(opened, _) => Stage::Confirm(opened),
            other @ (Stage::Begin | Stage::Confirm(_) | Stage::Judged(..)) => other,
        };
    }

    /// Requests the next part, unless the run was cancelled.
    fn progressed(&mut self, done: usize, all: usize, now: u64) -> Vec<Effect> {
        let Stage::Judging(_, progress) = &mut self.stage else { return Vec::new() };
        let since = progress.since.or_else(|| (done > 0).then_some((done, now)));
        *progress = Progress { done, all, since, now };
        vec![Effect::Ask(Ask::More)]
    }

    fn judged(&mut self, totals: Box<Totals>) -> Vec<Effect> {
        let Stage::Judging(opened, _) = &self.stage else { return Vec::new() };
        let has_faults = totals.faults > 0;
        self.stage = Stage::Judged(opened.clone(), totals);
        let mut effects = self.show(Window { filter: Filter::default(), from: 0 });
        if has_faults {
            effects.push(Effect::Ask(Ask::Faults { from: 0 }));
        }
        effects
    }
}

/// Sets a value by its name; an empty one removes it.
fn put(all: &mut Vec<(String, String)>, name: String, value: String) {
    all.retain(|(known, _)| *known != name);
    if !value.is_empty() {
        all.push((name, value));
    }
}
