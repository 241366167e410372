//! The letters of facts in links, as the law's files declare them. Letters may be added, never changed: old links use
//! them, and a frozen list of links must open (`tests/links/`).

use std::cell::RefCell;

use wengang_engine::pack::{Fact, FactKind, Measure, OptionName};

use crate::api::answer::Calculator;
use crate::law;

/// A fact that a link can hold.
pub struct Field {
    /// Its name in the API.
    pub name: &'static str,
    /// Its letter, small; a number that was written as a number has the capital.
    pub letter: char,
    /// What it is.
    pub kind: Kind,
}

/// The words of the API and their letters.
pub type Letters = Vec<(&'static str, char)>;

/// What a fact is.
pub enum Kind {
    /// One of these words.
    Word(Letters),
    /// One of these words by its own name, without what all of them begin with: a region, an industry.
    Name {
        /// What all of them begin with.
        prefix: &'static str,
        /// The whole names.
        words: Vec<&'static str>,
    },
    /// Any of these words.
    Words(Letters),
    /// Yes or no.
    Flag,
    /// A number.
    Number,
    /// A day.
    Day,
    /// A month.
    Month,
    /// Free text.
    Text,
    /// Rows of facts.
    Rows(Vec<Field>),
}

impl Kind {
    /// Whether it is part of a link without numbers: no amount, wage, headcount, month, day or free text.
    #[must_use]
    pub const fn is_choice(&self) -> bool {
        match self {
            Self::Word(_) | Self::Name { .. } | Self::Words(_) | Self::Flag => true,
            Self::Number | Self::Day | Self::Month | Self::Text | Self::Rows(_) => false,
        }
    }
}

/// What the caller calls a row, in lists whose rows are judged one by one; the compiler gives no fact this letter.
pub const CALLED: (&str, char) = ("id", 'i');

thread_local! {
    // Not `LazyLock`, for the reason in src/law.rs.
    static FIELDS: RefCell<Vec<OfMeasure>> = const { RefCell::new(Vec::new()) };
}

/// The fields of a measure that was asked for.
#[derive(Clone, Copy)]
struct OfMeasure {
    measure: &'static Measure,
    fields: &'static [Field],
}

/// The facts of a calculator, in the order of the API.
#[must_use]
pub fn fields(calculator: Calculator) -> &'static [Field] {
    let Some(measure) = law::measure(calculator) else { return &[] };
    FIELDS.with_borrow_mut(|all| {
        // By its place in memory: a pack that is taken into use later has measures of its own.
        if let Some(known) = all.iter().find(|known| std::ptr::eq(known.measure, measure)) {
            return known.fields;
        }
        let fields: &'static [Field] = of_measure(measure).leak();
        all.push(OfMeasure { measure, fields });
        fields
    })
}

fn of_measure(measure: &'static Measure) -> Vec<Field> {
    let mut fields = Vec::new();
    for fact in &measure.facts {
        fields.push(Field { name: &fact.id, letter: fact.letter, kind: kind_of_fact(measure, fact) });
        let instead = fact.instead.as_ref();
        fields.extend(instead.map(|instead| Field { name: &instead.id, letter: instead.letter, kind: Kind::Number }));
    }
    fields
}

fn kind_of_fact(measure: &'static Measure, fact: &'static Fact) -> Kind {
    match kind(measure, fact.kind) {
        Kind::Name { words, .. } => Kind::Name { prefix: fact.prefix.as_deref().unwrap_or_default(), words },
        Kind::Rows(mut rows) if measure.is_judged(fact) => {
            rows.insert(0, Field { name: CALLED.0, letter: CALLED.1, kind: Kind::Text });
            Kind::Rows(rows)
        }
        other => other,
    }
}

fn kind(measure: &'static Measure, kind: FactKind) -> Kind {
    match kind {
        FactKind::Choice(id) if measure.options(id).iter().any(|option| option.is_number) => Kind::Number,
        FactKind::Choice(id) if measure.options(id).iter().all(|option| option.letter.is_none()) => {
            Kind::Name { prefix: "", words: measure.options(id).iter().map(|option| option.id.as_str()).collect() }
        }
        FactKind::Choice(id) => Kind::Word(letters(measure.options(id))),
        FactKind::Choices(id) => Kind::Words(letters(measure.options(id))),
        FactKind::YesNo => Kind::Flag,
        FactKind::Count(_) | FactKind::Average(_) | FactKind::Money(_) => Kind::Number,
        FactKind::Date => Kind::Day,
        FactKind::Month => Kind::Month,
        FactKind::Text => Kind::Text,
        FactKind::List(id) => {
            let of_field = measure.fields(id).iter().map(|field| Field {
                name: &field.id,
                letter: field.letter,
                kind: self::kind(measure, field.kind),
            });
            Kind::Rows(of_field.collect())
        }
    }
}

fn letters(options: &'static [OptionName]) -> Letters {
    options.iter().filter_map(|option| Some((option.id.as_str(), option.letter?))).collect()
}
