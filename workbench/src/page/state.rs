//! The state of the workbench, its actions, and what follows from them.

use std::collections::BTreeMap;
use std::rc::Rc;

use wengang_engine::Date;
use yew::Reducible;

use crate::check::Fault;
use crate::fill::Filling;
use crate::notice::Candidate;
use crate::path::Step;
use crate::period::{Period, Slot};
use crate::release::Signed;
use crate::walk::Leg;
use crate::workspace::{Registration, Workspace};

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
    /// The files as texts.
    Texts,
    /// A case by the edited law.
    Calculator,
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
        (Self::Texts, "texts", "文件"),
        (Self::Calculator, "calculator", "试算"),
        (Self::Changes, "changes", "改动的影响"),
        (Self::Sheet, "sheet", "审核单"),
    ];
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
}

/// What can be done.
pub enum Action {
    /// Shows something.
    Show(Tab),
    /// Shows a line of a file.
    ShowLine(String, usize),
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
    /// Takes the doubts of a period away.
    PutNotes(Box<Period>, Vec<String>, bool),
    /// Adds a year to what is only in some years, or takes it away.
    Only(String, Vec<Step>, String, bool),
    /// Puts another text into a file.
    Edit(String, String),
    /// Takes files that were opened.
    Open(Vec<(String, Vec<u8>)>),
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
        Self { work, revision: 0, tab: Tab::default(), said: None, at: None, open, signed: Signed::default() }
    }
}

impl Reducible for Bench {
    type Action = Action;

    fn reduce(self: Rc<Self>, action: Action) -> Rc<Self> {
        let mut next = (*self).clone();
        next.said = None;
        match next.take(action) {
            Ok(said) => next.said = said.map(|sentence| (sentence, false)).or(next.said),
            Err(sentence) => next.said = Some((sentence, true)),
        }
        if next.work != self.work {
            next.revision = next.revision.wrapping_add(1);
        }
        Rc::new(next)
    }
}

impl Bench {
    fn take(&mut self, action: Action) -> Result<Option<String>, String> {
        match action {
            Action::Show(tab) => self.tab = tab,
            Action::ShowLine(file, line) => {
                self.open = (file, line);
                self.tab = Tab::Texts;
            }
            Action::Look(leg, stop) => self.at = Some((leg, stop)),
            Action::Paste(text) => self.work.paste(&text),
            Action::Register(registration) => {
                self.work.register(&registration)?;
                self.tab = Tab::Copy;
                return Ok(Some(format!("已登记 {}，全文收进了文件", registration.number)));
            }
            Action::Copy(periods, year, today) => {
                for period in &periods {
                    self.work.copy(period, year, today)?;
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
            Action::Open(files) => {
                let files = match files.as_slice() {
                    [(name, bytes)] if name.ends_with(".zip") => crate::release::unpack(bytes)?,
                    _ => files,
                };
                let count = self.work.open(&files)?;
                return Ok(Some(format!("打开了 {count} 个文件")));
            }
            Action::Choose(place) => {
                self.work.choose(&place);
                // The file of another place is not in the list, and would be edited unseen.
                let folder = format!("{}/", self.work.place());
                if let Some(own) = self.work.names().into_iter().find(|name| name.starts_with(&folder)) {
                    self.open = (own.to_owned(), 1);
                }
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
}

impl Derived {
    /// Works it out.
    #[must_use]
    pub fn of(work: &Workspace) -> Self {
        Self { places: work.places(), numbers: work.numbers(), legs: work.walk(), faults: work.faults() }
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
