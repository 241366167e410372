//! The state of the workbench, its actions, and what follows from them.

use std::collections::BTreeMap;
use std::rc::Rc;

use serde_json::{Map, Value as Json, json};
use wengang_engine::{Date, Pack};
use yew::Reducible;

use crate::check::Fault;
use crate::fill::Filling;
use crate::notice::Candidate;
use crate::outline::Entry;
use crate::path::Step;
use crate::period::{Period, Slot};
use crate::release::Signed;
use crate::trial::Trial;
use crate::walk::Leg;
use crate::workspace::{Draft, Registration, Workspace};

/// What is shown.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Tab {
    /// Step 1: the notice.
    #[default]
    Notice,
    /// Step 2: last year's periods.
    Copy,
    /// Step 3: figure by figure.
    Walk,
    /// Step 4: what is wrong, and the pack.
    Check,
    /// The sentences of a file, each in its box.
    Sentences,
    /// The files as texts.
    Texts,
    /// What the edits change.
    Changes,
    /// The review sheet.
    Sheet,
}

impl Tab {
    /// All of them, with what they are called: the steps first.
    pub const ALL: [(Self, &str, &str); 8] = [
        (Self::Notice, "notice", "1 通知"),
        (Self::Copy, "copy", "2 照抄上一年"),
        (Self::Walk, "walk", "3 逐项核对"),
        (Self::Check, "check", "4 检查和发布"),
        (Self::Sentences, "sentences", "句子"),
        (Self::Texts, "texts", "文件"),
        (Self::Changes, "changes", "改动的影响"),
        (Self::Sheet, "sheet", "审核单"),
    ];

    /// Its name.
    #[must_use]
    pub fn name(self) -> &'static str {
        Self::ALL.iter().find(|(tab, ..)| *tab == self).map_or("", |(_, name, _)| name)
    }

    /// The one of that name; the first where there is none.
    #[must_use]
    pub fn of_name(name: &str) -> Self {
        Self::ALL.iter().find(|(_, known, _)| *known == name).map_or_else(Self::default, |(tab, ..)| *tab)
    }
}

/// What is shown beside the law that is edited.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Side {
    /// The words of the notice.
    Notice,
    /// What is wrong or to be looked at again.
    Faults,
    /// A case by the edited law.
    Calculator,
}

impl Side {
    /// All of them, with what they are called.
    pub const ALL: [(Self, &str, &str); 3] = [
        (Self::Notice, "original", "通知原文"),
        (Self::Faults, "faults", "要看的"),
        (Self::Calculator, "calculator", "试算"),
    ];
}

/// The case that is tried, as a request of the API.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Tried {
    /// The measure; the first where none was chosen.
    pub measure: Option<String>,
    /// The day of application, as it is typed; today where nothing was typed.
    pub day: Option<String>,
    /// The facts.
    pub facts: Map<String, Json>,
}

impl Tried {
    fn to_json(&self) -> Json {
        json!({ "calculator": self.measure, "asOf": self.day, "facts": self.facts })
    }

    fn of_json(json: &Json) -> Self {
        let word = |key: &str| json.get(key).and_then(Json::as_str).map(str::to_owned);
        let facts = json.get("facts").and_then(Json::as_object).cloned().unwrap_or_default();
        Self { measure: word("calculator"), day: word("asOf"), facts }
    }
}

/// The state.
#[derive(Clone, PartialEq, Debug)]
pub struct Bench {
    /// The files.
    pub work: Workspace,
    /// Counts the edits, so that what follows from them is worked out once.
    pub revision: u32,
    /// What is shown.
    pub tab: Tab,
    /// What is said of the last action: a sentence, and whether something went wrong.
    pub said: Option<(String, bool)>,
    /// Which figure is looked at: the place of its period, and its own.
    pub at: Option<(usize, usize)>,
    /// Which file is shown as a text, and on which line.
    pub open: (String, usize),
    /// Who made the change and who looked it over.
    pub signed: Signed,
    /// What is shown beside; `None`: what suits the tab.
    pub side: Option<Side>,
    /// The case that is tried.
    pub tried: Tried,
}

/// What can be done.
pub enum Action {
    /// Shows something.
    Show(Tab),
    /// Shows a line of a file.
    ShowLine(String, usize),
    /// Chooses a file.
    ShowFile(String),
    /// Looks at a figure.
    Look(usize, usize),
    /// Takes the text of a notice.
    Paste(String),
    /// Enters the notice into the list of documents.
    Register(Registration),
    /// Copies periods for a year.
    Copy(Vec<Period>, u16, Date),
    /// Takes a place of the notice for a figure.
    Take(Box<(Period, Slot, Candidate)>),
    /// Fills a figure in by hand.
    Fill(Box<(Period, Slot, Filling)>),
    /// Adds a row like it to a table.
    AddRow(Box<(Period, Slot)>),
    /// Takes a row or a period away, from that file.
    Remove(String, Vec<Step>),
    /// Puts another sentence at a place of a file.
    PutSentence(String, Box<Entry>, String),
    /// Shows something beside the law.
    ShowSide(Side),
    /// Tries another case.
    Try(Tried),
    /// Shows a case of a comparison as the one that is tried.
    ShowCase(Box<Trial>),
    /// Puts other doubts in the place of a period's.
    PutNotes(Box<Period>, Vec<String>, bool),
    /// Adds a year to what is only in some years, or takes it away.
    Only(String, Vec<Step>, String, bool),
    /// Puts another text into a file.
    Edit(String, String),
    /// Takes files that were opened.
    Open(Vec<(String, Vec<u8>)>),
    /// Goes on where it was before a reload; whether there can be a file that the draft is saved to, which a reload forgets.
    Restore(Vec<u8>, bool),
    /// Compares with the files again, no longer with the pack that was opened.
    PutPackAway,
    /// Works on another place.
    Choose(String),
    /// Takes the last edit back.
    Undo,
    /// Makes it again.
    Redo,
    /// Says who made the change and who looked it over.
    Sign(Signed),
    /// Says something.
    Say(String, bool),
}

impl Default for Bench {
    fn default() -> Self {
        let work = Workspace::new();
        let open = (format!("{}/refund.toml", work.place()), 1);
        Self {
            work,
            revision: 0,
            tab: Tab::default(),
            said: None,
            at: None,
            open,
            signed: Signed::default(),
            side: None,
            tried: Tried::default(),
        }
    }
}

impl Reducible for Bench {
    type Action = Action;

    fn reduce(self: Rc<Self>, action: Action) -> Rc<Self> {
        let mut next = (*self).clone();
        next.said = None;
        match next.take(action) {
            Ok(said) => next.said = said.map(|sentence| (sentence, false)).or(next.said),
            // What was done of it so far is not done.
            Err(sentence) => next = Self { said: Some((sentence, true)), ..(*self).clone() },
        }
        if next.work != self.work {
            next.revision = next.revision.wrapping_add(1);
        }
        Rc::new(next)
    }
}

impl Bench {
    /// What is shown beside the law.
    #[must_use]
    pub fn side(&self) -> Side {
        self.side.unwrap_or(match self.tab {
            Tab::Walk => Side::Notice,
            Tab::Check => Side::Calculator,
            _ => Side::Faults,
        })
    }

    /// Whether there is anything to lose.
    #[must_use]
    pub fn is_begun(&self) -> bool {
        self.revision > 0 || self.signed != Signed::default() || self.tried != Tried::default()
    }

    /// Everything as an archive, with which the work goes on elsewhere.
    ///
    /// # Errors
    /// As [`Workspace::archive`].
    pub fn archive(&self) -> Result<Vec<u8>, String> {
        self.work.archive(&Draft {
            place: self.work.place().to_owned(),
            document: self.work.document().map(str::to_owned),
            signed: self.signed.clone(),
            trial: self.tried.to_json(),
        })
    }

    fn open(&mut self, files: &[(String, Vec<u8>)]) -> Result<String, String> {
        if let [(name, bytes)] = files
            && name.ends_with(".pack")
        {
            let said = self.work.open_pack(bytes)?;
            self.tab = Tab::Changes;
            return Ok(said);
        }
        if let [(name, bytes)] = files
            && name.ends_with(".zip")
        {
            return self.open_files(&crate::release::unpack(bytes)?);
        }
        self.open_files(files)
    }

    fn open_files(&mut self, files: &[(String, Vec<u8>)]) -> Result<String, String> {
        let (count, draft) = self.work.open(files)?;
        if let Some(draft) = draft {
            self.signed = draft.signed;
            self.tried = Tried::of_json(&draft.trial);
        }
        self.show_own_file();
        Ok(format!("打开了 {count} 个文件"))
    }

    /// The file of another place is not in the list, and would be edited unseen.
    fn show_own_file(&mut self) {
        if self.work.names().contains(&self.open.0.as_str()) {
            return;
        }
        let folder = format!("{}/", self.work.place());
        if let Some(own) = self.work.names().into_iter().find(|name| name.starts_with(&folder)) {
            self.open = (own.to_owned(), 1);
        }
    }

    fn take(&mut self, action: Action) -> Result<Option<String>, String> {
        match action {
            Action::Show(tab) => self.tab = tab,
            Action::ShowLine(file, line) => {
                self.open = (file, line);
                self.tab = Tab::Texts;
            }
            Action::ShowFile(file) => self.open = (file, 1),
            Action::Look(leg, stop) => self.at = Some((leg, stop)),
            Action::Paste(text) => self.work.paste(&text),
            Action::Register(registration) => {
                self.work.register(&registration)?;
                self.tab = Tab::Copy;
                return Ok(Some(format!("已登记 {}，全文收进了文件", registration.number)));
            }
            Action::Copy(periods, year, today) => {
                for period in &periods {
                    self.work.copy(period, year, today).map_err(|wrong| format!("{}：{wrong}", period.title))?;
                }
                self.at = None;
                self.tab = Tab::Walk;
                return Ok(Some(format!("照抄了 {} 段，请逐项核对", periods.len())));
            }
            Action::Take(taken) => {
                let (period, slot, candidate) = *taken;
                self.work.take(&period, &slot, &candidate)?;
                self.at = None;
                return Ok(Some(format!("{}：{}", slot.title(), candidate.value)));
            }
            Action::Fill(filled) => {
                let (period, slot, filling) = *filled;
                self.work.fill(&period, &slot, &filling)?;
                self.at = None;
                return Ok(Some(format!("{}：{}", slot.title(), filling.value)));
            }
            Action::PutNotes(period, notes, is_ceiling) => self.work.put_notes(&period, &notes, is_ceiling)?,
            Action::Only(file, way, year, is_in) => self.work.put_only(&file, &way, &year, is_in)?,
            Action::Edit(file, text) => self.work.edit(&file, text),
            Action::Open(files) => return self.open(&files).map(Some),
            Action::Restore(bytes, has_file) => {
                self.open_files(&crate::release::unpack(&bytes)?)?;
                // One step back would be all of it.
                self.work.forget_steps();
                let file = if has_file { "选过“自动存到…”的，请再选一次；" } else { "" };
                return Ok(Some(format!("接着刷新以前的做；{file}要从头开始，关掉这个标签页再打开")));
            }
            Action::PutPackAway => self.work.put_pack_away(),
            Action::Choose(place) => {
                self.work.choose(&place);
                self.show_own_file();
            }
            Action::AddRow(row) => {
                let (period, slot) = *row;
                self.work.add_row(&period, &slot)?;
                self.at = None;
                return Ok(Some(format!("加了一行，和“{}”一样：请改它的情况和数", slot.title())));
            }
            Action::Remove(file, way) => {
                self.work.remove(&file, &way)?;
                self.at = None;
                return Ok(Some("删去了；删错了点“撤销”".to_owned()));
            }
            Action::PutSentence(file, entry, sentence) => self.work.put_sentence(&file, &entry, &sentence)?,
            Action::ShowSide(side) => self.side = Some(side),
            Action::Try(tried) => self.tried = tried,
            Action::ShowCase(trial) => {
                let Trial { measure, day, facts, name } = *trial;
                let facts = facts.as_object().cloned().unwrap_or_default();
                self.tried = Tried { measure: Some(measure), day: Some(day.to_string()), facts };
                self.side = Some(Side::Calculator);
                self.tab = Tab::Check;
                return Ok(Some(format!("右边是“{name}”：按改过的和原来的各算一遍")));
            }
            Action::Undo => {
                return if self.work.undo() { Ok(None) } else { Err("没有可以撤销的了".to_owned()) };
            }
            Action::Redo => {
                return if self.work.redo() { Ok(None) } else { Err("没有可以重做的了".to_owned()) };
            }
            Action::Sign(signed) => self.signed = signed,
            Action::Say(sentence, is_wrong) => self.said = Some((sentence, is_wrong)),
        }
        Ok(None)
    }
}

/// What follows from the files, worked out once per edit.
#[derive(Clone, PartialEq, Debug)]
pub struct Derived {
    /// The places there are: the id of each, and what it is called.
    pub places: Vec<(String, String)>,
    /// The numbers of the documents, by their keys.
    pub numbers: BTreeMap<String, String>,
    /// The periods with their figures.
    pub legs: Vec<Leg>,
    /// What is wrong or to be looked at again.
    pub faults: Vec<Fault>,
    /// The edited law, where nothing is wrong with it.
    pub law: Option<Rc<Pack>>,
}

impl Derived {
    /// Works it out.
    #[must_use]
    pub fn of(work: &Workspace) -> Self {
        let compiled = work.compile();
        let faults = work.faults_of(compiled.as_ref().err());
        let law = compiled.ok().map(Rc::new);
        Self { places: work.places(), numbers: work.numbers(), legs: work.walk(), faults, law }
    }

    /// The figure that is looked at, or the first that is to be done.
    #[must_use]
    pub fn current(&self, at: Option<(usize, usize)>) -> Option<(usize, usize)> {
        let is_there = |(leg, stop): &(usize, usize)| self.legs.get(*leg).is_some_and(|leg| *stop < leg.stops.len());
        at.filter(is_there).or_else(|| {
            let mut new = self.legs.iter().enumerate().filter(|(_, leg)| leg.is_new);
            new.find_map(|(place, leg)| Some((place, leg.stops.iter().position(|stop| !stop.is_done)?)))
        })
    }

    /// How many figures of the new periods are done, and how many there are.
    #[must_use]
    pub fn progress(&self) -> (usize, usize) {
        let stops = || self.legs.iter().filter(|leg| leg.is_new).flat_map(|leg| &leg.stops);
        (stops().filter(|stop| stop.is_done).count(), stops().count())
    }
}
