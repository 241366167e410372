//! The page inside another site's page: what it says to that page, and when.
//!
//! The frame posts `ready` to any parent. Once that page answers `hello`, the frame knows its origin, and posts all
//! further messages to that origin only. Nothing is posted that was not requested: no answer without `result`, no
//! amount without `result=amount`.

use crate::api::answer::Calculator;
use crate::policy::assessment::Evidence;
use crate::policy::assessment::{Amount, Status};
use crate::policy::list::CollectSmall;
use crate::policy::verdict::Outcome;
use crate::state::Answer;
use crate::state::accent::{Accent, AccentError, Scheme};

/// The version of the messages.
pub const VERSION: u32 = 1;

/// How much of an answer the host page requests.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Wanted {
    /// Nothing.
    #[default]
    Nothing,
    /// How it came out.
    Outcome,
    /// The amount too.
    Amount,
}

/// How the page is embedded, as its address says.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Embed {
    /// The frame's name in messages.
    pub id: String,
    /// What is posted of an answer.
    pub wanted: Wanted,
    /// Whether the page follows the device's dark scheme; else it is light, as most sites are.
    pub is_auto: bool,
    /// Whether the address names a screen that there is not.
    pub is_unknown: bool,
    /// The host page's colours, one per scheme, or why they are refused.
    pub accents: Vec<(Scheme, Result<Accent, AccentError>)>,
}

/// The code of an address that names a screen that there is not.
const UNKNOWN: &str = "unknown-calculator";
/// The longest name of a frame.
const LONGEST_ID: usize = 16;

impl Embed {
    /// Reads the pairs of a query; `None` where the page is not embedded.
    pub fn read<'a>(pairs: impl Iterator<Item = (&'a str, &'a str)>) -> Option<Self> {
        let (mut embed, mut is_embedded) = (Self::default(), false);
        for (key, value) in pairs {
            match key {
                "embed" => {
                    is_embedded = true;
                    let known = |letter: &char| letter.is_ascii_alphanumeric() || *letter == '-';
                    embed.id = value.chars().filter(known).take(LONGEST_ID).collect();
                }
                "result" => {
                    embed.wanted = match value {
                        "amount" => Wanted::Amount,
                        "0" => Wanted::Nothing,
                        _ => Wanted::Outcome,
                    };
                }
                "scheme" => embed.is_auto = value == "auto",
                "accent" => embed.accents.push((Scheme::Light, Accent::read(value, Scheme::Light))),
                "accent-dark" => embed.accents.push((Scheme::Dark, Accent::read(value, Scheme::Dark))),
                _ => {}
            }
        }
        is_embedded.then_some(embed)
    }

    /// The colours that are taken.
    #[must_use]
    pub fn colours(&self) -> Vec<(Scheme, Accent)> {
        self.accents.iter().filter_map(|(scheme, accent)| Some((*scheme, accent.ok()?))).collect()
    }
}

/// How an answer came out.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Summary {
    calculator: Calculator,
    outcome: Outcome,
    policy: String,
    status: Status,
    /// How sure the rule and its figures are.
    evidence: Evidence,
    /// The least and the most, 元, as texts.
    amount: Option<(String, String)>,
}

impl Summary {
    /// Sums an answer up; `None` where there is none, because a box cannot be read.
    #[must_use]
    #[inline(never)] // An entry of the lazy chunk (xtask/src/split.rs).
    pub fn of(answer: &Answer) -> Option<Self> {
        let assessment = answer.assessment.as_ref()?;
        Some(Self {
            calculator: assessment.calculator,
            outcome: answer.outcome()?,
            policy: assessment.policy.id.clone(),
            status: assessment.policy.status,
            // An estimated premium makes the amount an estimate, however sure the rule is.
            evidence: if answer.notice.estimated { Evidence::Provisional } else { assessment.policy.evidence },
            amount: assessment.amount.map(|amount| match amount {
                Amount::Exact { value } => (value.to_string(), value.to_string()),
                Amount::Range { min, max } => (min.to_string(), max.to_string()),
            }),
        })
    }
}

/// The messages to the host page.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Message {
    /// The first screen is shown, with that title.
    Ready(String),
    /// How tall the content is, in CSS pixels.
    Height(u32),
    /// How the answer on the screen came out.
    Result(Summary),
    /// Something that the other site's developer should know, as a code.
    Error(&'static str),
    /// What is looked at now: how far below the frame's top it begins.
    ScrollIntoView(u32),
}

/// A value in a message.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Part {
    /// A text.
    Text(String),
    /// A whole number.
    Number(u32),
}

/// The pending messages, and their timing.
#[derive(Default, Debug)]
pub struct Port {
    embed: Embed,
    /// Whether the other page has answered.
    is_open: bool,
    /// The height that was said last.
    height: Option<u32>,
    /// Whether a height was said so lately that the next has to wait.
    is_pausing: bool,
    /// The answer on the screen.
    result: Option<Summary>,
    /// The answer that was said last.
    posted: Option<Summary>,
}

impl Port {
    /// A port that nobody listens to yet.
    #[must_use]
    pub fn new(embed: Embed) -> Self {
        Self { embed, ..Self::default() }
    }

    /// The other page answered: what it has missed.
    pub fn opened(&mut self) -> Vec<Message> {
        let is_first = !std::mem::replace(&mut self.is_open, true);
        self.height = None;
        self.posted = None;
        let codes = self.embed.accents.iter().filter_map(|(scheme, accent)| Some(code(*scheme, accent.err()?)));
        let codes = self.embed.is_unknown.then_some(UNKNOWN).into_iter().chain(codes);
        let mut messages: Vec<Message> = if is_first { codes.map(Message::Error).collect() } else { Vec::new() };
        messages.extend(self.next_answer());
        messages
    }

    /// The content was measured, in pixels, rounded up.
    pub fn measured(&mut self, height: u32) -> Option<Message> {
        // Nothing is measured while nothing is shown.
        if !self.is_open || self.is_pausing || height == 0 || self.height == Some(height) {
            return None;
        }
        self.height = Some(height);
        self.is_pausing = true;
        Some(Message::Height(height))
    }

    /// The pause after a height is over.
    pub const fn pause_over(&mut self) {
        self.is_pausing = false;
    }

    /// The answer on the screen changed.
    pub fn answered(&mut self, result: Option<Summary>) -> Option<Message> {
        self.result = result;
        self.next_answer()
    }

    /// Something came into view or took the focus, so far below the frame's top. The other page must make room first.
    pub fn revealed(&mut self, top: u32, height: u32) -> Vec<Message> {
        if !self.is_open {
            return Vec::new();
        }
        let is_new = height != 0 && self.height.replace(height) != Some(height);
        let grown = Some(Message::Height(height)).filter(|_| is_new);
        grown.into_iter().chain([Message::ScrollIntoView(top)]).collect_small()
    }

    /// The message about the answer, where it is requested and new.
    fn next_answer(&mut self) -> Option<Message> {
        let with_requested = |mut summary: Summary| {
            if self.embed.wanted != Wanted::Amount {
                summary.amount = None;
            }
            summary
        };
        let result =
            self.result.clone().filter(|_| self.is_open && self.embed.wanted != Wanted::Nothing).map(with_requested)?;
        if self.posted.as_ref() == Some(&result) {
            return None;
        }
        self.posted = Some(result.clone());
        Some(Message::Result(result))
    }

    /// A message as it is sent: its fields in order.
    #[must_use]
    pub fn written(&self, message: &Message) -> Vec<(&'static str, Part)> {
        let text = |text: &str| Part::Text(text.to_owned());
        let mut fields = vec![("ns", text("wengang")), ("v", Part::Number(VERSION)), ("id", text(&self.embed.id))];
        match message {
            Message::Ready(title) => fields.extend([("type", text("ready")), ("title", text(title))]),
            Message::Height(height) => fields.extend([("type", text("height")), ("height", Part::Number(*height))]),
            Message::Error(code) => fields.extend([("type", text("error")), ("code", text(code))]),
            Message::ScrollIntoView(top) => {
                fields.extend([("type", text("scroll-into-view")), ("top", Part::Number(*top))]);
            }
            Message::Result(summary) => {
                fields.extend([
                    ("type", text("result")),
                    ("calculator", text(summary.calculator.code())),
                    ("outcome", text(summary.outcome.code())),
                    ("policy", text(&summary.policy)),
                    ("status", text(status(summary.status))),
                    ("evidence", text(evidence(summary.evidence))),
                ]);
                if let Some((min, max)) = &summary.amount {
                    fields.extend([("min", text(min)), ("max", text(max))]);
                }
            }
        }
        fields
    }
}

const fn code(scheme: Scheme, error: AccentError) -> &'static str {
    match (scheme, error) {
        (Scheme::Light, AccentError::NotAColour) => "accent-not-a-colour",
        (Scheme::Light, AccentError::TooFaint) => "accent-too-faint",
        (Scheme::Dark, AccentError::NotAColour) => "accent-dark-not-a-colour",
        (Scheme::Dark, AccentError::TooFaint) => "accent-dark-too-faint",
    }
}

const fn evidence(evidence: Evidence) -> &'static str {
    match evidence {
        Evidence::Official => "official",
        Evidence::Provisional => "provisional",
    }
}

const fn status(status: Status) -> &'static str {
    match status {
        Status::Open => "open",
        Status::Upcoming => "upcoming",
        Status::Closed => "closed",
        Status::NotRecorded => "not-recorded",
    }
}

#[cfg(test)]
mod tests;
