//! The notices clause by clause: what is known of them, what is looked for, and the clause that was asked for.

mod text;

use std::rc::Rc;

use crate::api::answer::Citation;
use crate::state::{Field, Screen, State};

pub use text::{AskedOften, Clause, NoticePart, Notices, Ready};

/// The guide to the notices.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Guide {
    /// The text, as far as it is there.
    pub load: Load,
    /// What is typed to find a clause.
    pub search: Field,
    /// The place that was asked for.
    pub target: Target,
}

/// How far the text is.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub enum Load {
    /// Nobody asked for it yet.
    #[default]
    NotBegun,
    /// On its way.
    Loading,
    /// It did not come, or is not what it should be.
    Failed,
    /// There.
    Loaded(Rc<Notices>),
}

/// A place in the guide.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub enum Target {
    /// Its head.
    #[default]
    Top,
    /// The clause or part with that anchor; the head where there is none.
    Anchor(String),
    /// The clause that is cited; the head where it is in none of the notices.
    Cited(Citation),
}

impl Guide {
    /// The text, once it is there.
    #[must_use]
    pub fn notices(&self) -> Option<&Notices> {
        match &self.load {
            Load::Loaded(notices) => Some(notices),
            Load::NotBegun | Load::Loading | Load::Failed => None,
        }
    }

    /// The anchor of the clause or part that was asked for, once the text is there.
    #[must_use]
    pub fn target(&self) -> Option<&str> {
        let notices = self.notices()?;
        match &self.target {
            Target::Top => None,
            Target::Anchor(anchor) => notices.anchors().find(|known| known == anchor),
            Target::Cited(citation) => notices.clause_of(citation).map(|clause| clause.anchor.as_str()),
        }
    }

    /// The parts with the clauses that hold every word that is looked for; a part without one is left out.
    #[must_use]
    pub fn found(&self) -> Vec<(&NoticePart, Vec<&Clause>)> {
        let words = self.words();
        let holds = |clause: &&Clause| is_found(&words, &[&clause.title, &clause.text, &clause.who, &clause.quote]);
        let parts = self.notices().map(|notices| notices.parts.as_slice()).unwrap_or_default();
        let found = parts.iter().map(|part| (part, part.clauses.iter().filter(holds).collect::<Vec<_>>()));
        found.filter(|(_, clauses)| !clauses.is_empty()).collect()
    }

    /// The questions that hold every word that is looked for.
    #[must_use]
    pub fn questions(&self) -> Vec<&AskedOften> {
        let words = self.words();
        let questions = self.notices().map(|notices| notices.questions.as_slice()).unwrap_or_default();
        questions.iter().filter(|one| is_found(&words, &[&one.title, &one.text, &one.words])).collect()
    }

    /// The words that are looked for.
    fn words(&self) -> Vec<String> {
        let typed = self.search.text.split(|letter: char| letter.is_whitespace() || "，、,；".contains(letter));
        typed.map(plain).collect()
    }

    /// Asks for a place: the text is fetched where it is not there, and a search that hides the place is over.
    pub(super) fn seek(&mut self, target: Target) {
        self.target = target;
        if matches!(self.load, Load::NotBegun | Load::Failed) {
            self.load = Load::Loading;
        }
        if self.target().is_some_and(|anchor| !self.shows(anchor)) {
            self.search = Field::default();
        }
    }

    /// Whether a clause or part is among what is found.
    fn shows(&self, anchor: &str) -> bool {
        let is_it = |(part, clauses): &(&NoticePart, Vec<&Clause>)| {
            part.anchor == anchor || clauses.iter().any(|clause| clause.anchor == anchor)
        };
        self.found().iter().any(is_it) || self.questions().iter().any(|one| one.anchor == anchor)
    }

    /// Takes the text, or hears that it does not come.
    pub(super) fn take(&mut self, text: Option<&str>) {
        let notices = text.and_then(Notices::parse);
        self.load = notices.map_or(Load::Failed, |notices| Load::Loaded(Rc::new(notices)));
    }
}

impl Notices {
    /// The clause that a citation is of: with its words, or among its words, in the cited section before all others;
    /// else the first of the section. `None` where the document is none of the notices.
    #[must_use]
    pub fn clause_of(&self, citation: &Citation) -> Option<&Clause> {
        let parts = |is_cited: bool| {
            let of_document = self.parts.iter().filter(|part| part.document == citation.document);
            of_document.filter(move |part| (part.section == citation.clause) == is_cited)
        };
        let quote = plain(citation.quote.unwrap_or_default());
        let is_quoted = |clause: &&Clause| {
            let own = plain(&clause.quote);
            !quote.is_empty() && (own.contains(&quote) || quote.contains(&own))
        };
        let mut clauses = parts(true).chain(parts(false)).flat_map(|part| &part.clauses);
        clauses.find(is_quoted).or_else(|| parts(true).flat_map(|part| &part.clauses).next())
    }

    pub(super) fn anchors(&self) -> impl Iterator<Item = &str> {
        let clauses = self.parts.iter().flat_map(|part| {
            [part.anchor.as_str()].into_iter().chain(part.clauses.iter().map(|clause| clause.anchor.as_str()))
        });
        clauses.chain(self.questions.iter().map(|one| one.anchor.as_str()))
    }
}

/// Whether every word is somewhere in the texts.
fn is_found(words: &[String], texts: &[&str]) -> bool {
    let all = plain(&texts.join("\n"));
    words.iter().all(|word| all.contains(word.as_str()))
}

/// A text for comparing: without white space, its letters of one width and one case.
fn plain(text: &str) -> String {
    let narrow = |letter: char| match letter {
        // The wide forms are in the order of ASCII.
        '！'..='～' => char::from_u32(u32::from(letter).saturating_sub(0xfee0)).unwrap_or(letter),
        _ => letter,
    };
    text.chars().filter(|letter| !letter.is_whitespace()).map(|letter| narrow(letter).to_ascii_lowercase()).collect()
}

impl State {
    /// The state with the guide closed: the screen under it.
    #[must_use]
    pub fn beneath(&self) -> Self {
        Self { screen: self.screen_beneath(), ..self.clone() }
    }

    /// The screen behind the guide; elsewhere the screen itself.
    #[must_use]
    pub const fn screen_beneath(&self) -> Screen {
        match self.screen {
            Screen::Guide => self.behind,
            _ => self.screen,
        }
    }
}
