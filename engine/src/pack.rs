//! Packs: the law of a place as plain data, written by the compiler.
//!
//! References are places in lists. A pack of the compiler never refers to what is not there; one from elsewhere may, and
//! is then answered with [`NoValue::DamagedPack`](crate::NoValue::DamagedPack) instead of a panic.

mod citation;
mod compare;
mod days;
mod fact;
mod item;
mod measure;
mod param;
mod place;
mod round;
mod schedule;
mod sentence;
mod validate;

use serde::{Deserialize, Serialize};

pub use citation::{DaysOff, Document, Evidence, Grade, Source};
pub use compare::{Column, Compare};
pub use days::{Days, Reading};
pub use fact::{Assumed, Check, Domain, Fact, FactKind, Field, Instead, List, OptionName, Question};
pub use item::{Item, ItemDayOff, LeftOver, Paid, Plan, PlanStep};
pub(crate) use measure::is_part_of;
pub use measure::{
    Amount, AmountStep, BoundRow, Condition, Define, DefineStep, Each, EachElement, Insight, Measure, NextStep, Note,
    Perpetual, ResultField, ResultForm, RoleAnswer, Shown, Task, WindowTexts,
};
pub use param::{Dated, Param, ParamRow};
pub use place::{NotRecorded, Place, Platform};
pub use round::{Cited, Figure, Gap, GapOf, Goal, Is, Round, Row, Table, Window, Years};
pub use schedule::{Schedule, ScheduleStep};
pub use sentence::{Piece, Says, SaysRow, Style, Text};
pub(crate) use validate::DEEPEST;
pub use validate::Invalid;

/// Declares the type of a place in a list of the pack.
macro_rules! ids {
    ($($(#[$meta:meta])* $name:ident,)+) => {
        $(
            $(#[$meta])*
            #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
            pub struct $name(pub u16);

            impl $name {
                /// The place in its list.
                #[must_use]
                pub fn index(self) -> usize {
                    usize::from(self.0)
                }
            }
        )+
    };
}

ids! {
    /// A document of [`Pack::documents`].
    DocumentId,
    /// A source of [`Pack::sources`]; their order is the order of the file.
    SourceId,
    /// A domain of [`Measure::domains`].
    DomainId,
    /// A fact of [`Measure::facts`].
    FactId,
    /// A list of [`Measure::lists`].
    ListId,
    /// A value that each round fills in, of [`Measure::values`].
    ValueId,
    /// A table of [`Measure::tables`].
    TableId,
    /// A definition of [`Measure::defines`].
    DefineId,
    /// A dated value of [`Measure::params`].
    ParamId,
    /// A round of [`Measure::rounds`].
    RoundId,
}

/// The law of a place.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub struct Pack {
    /// The place.
    pub place: Place,
    /// The documents that sources cite.
    pub documents: Vec<Document>,
    /// Every source, in the order of the files.
    pub sources: Vec<Source>,
    /// The rule for a last day on a weekend.
    pub days_off: Option<DaysOff>,
    /// The measures, in the order of the place's file.
    pub measures: Vec<Measure>,
    /// The ids of those that are a task of their own, in the order in which people look for them.
    pub home: Vec<String>,
}

impl Pack {
    /// The measure with that id.
    #[must_use]
    pub fn measure(&self, id: &str) -> Option<&Measure> {
        self.measures.iter().find(|measure| measure.id == id)
    }

    /// The options of a measure's fact; none where it has no such fact, or one of another kind.
    #[must_use]
    pub fn options_of(&self, measure: &str, fact: &str) -> &[OptionName] {
        let Some(measure) = self.measure(measure) else { return &[] };
        match measure.fact(fact).map(|(_, fact)| fact.kind) {
            Some(FactKind::Choice(id)) => measure.options(id),
            _ => &[],
        }
    }

    /// The source, and the document that it cites.
    #[must_use]
    pub fn cited(&self, id: SourceId) -> Option<(&Source, &Document)> {
        let source = self.sources.get(id.index())?;
        Some((source, self.documents.get(source.document.index())?))
    }

    /// The documents of these sources and of the ones given in addition, without repetition.
    #[must_use]
    pub fn documents_of(&self, sources: &[SourceId], also: &[DocumentId]) -> Vec<&Document> {
        let of_sources = sources.iter().filter_map(|id| self.sources.get(id.index())).map(|source| source.document);
        let mut ids: Vec<DocumentId> = Vec::new();
        for id in of_sources.chain(also.iter().copied()) {
            if !ids.contains(&id) {
                ids.push(id);
            }
        }
        ids.into_iter().filter_map(|id| self.documents.get(id.index())).collect()
    }

    /// How sure a result is that draws on these sources: the lowest grade decides.
    #[must_use]
    pub fn evidence(&self, sources: &[SourceId]) -> Evidence {
        let grades = sources.iter().filter_map(|id| self.sources.get(id.index())).map(|source| source.grade);
        grades.max().unwrap_or(Grade::A).evidence()
    }
}
