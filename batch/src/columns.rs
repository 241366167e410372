//! What each column of a list is, by its heading.

use wengang_engine::pack::{FactId, FactKind, Field, Measure, Years};

use crate::cell::Cell;
use crate::dictionary::{Dictionary, fields_of, is_person, is_private};
use crate::error::OpenError;
use crate::heading::Heading;
use crate::options::Options;
use crate::words;

/// What a column is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Role {
    /// A fact.
    Fact(FactId),
    /// The sum that may be given instead of an average.
    Sum(FactId),
    /// One of the twelve months that such a sum is made of.
    Month(FactId, u8),
    /// A field of the list that is judged one by one.
    Field(FactId, u16),
    /// The day on which an office paid the row.
    PaidOn,
    /// What it paid.
    PaidAmount,
    /// What distinguishes one person from another. Read only to group rows.
    Person,
    /// Names, codes and numbers of people and employers: not read.
    Private,
    /// Nothing that is asked: not read.
    Unused,
}

impl Role {
    /// What a cell of the column can be; `None`: the column is not read.
    #[must_use]
    pub fn kind(self, measure: &Measure) -> Option<FactKind> {
        match self {
            Self::Fact(id) | Self::Sum(id) | Self::Month(id, _) => measure.facts.get(id.index()).map(|fact| fact.kind),
            Self::Field(..) => self.field(measure).map(|field| field.kind),
            Self::PaidOn => Some(FactKind::Date),
            Self::PaidAmount => Some(FactKind::Money(u64::MAX)),
            Self::Person | Self::Private | Self::Unused => None,
        }
    }

    /// The field of the list.
    pub(crate) fn field(self, measure: &Measure) -> Option<&Field> {
        let Self::Field(list, place) = self else { return None };
        fields_of(measure, list)?.get(usize::from(place))
    }

    /// Whether its cells are read.
    #[must_use]
    pub const fn is_read(self) -> bool {
        matches!(self, Self::Fact(_) | Self::Sum(_) | Self::Month(..) | Self::Field(..)) || self.is_payment()
    }

    /// Whether it says what an office paid; no verdict depends on it.
    #[must_use]
    pub const fn is_payment(self) -> bool {
        matches!(self, Self::PaidOn | Self::PaidAmount)
    }
}

/// A column.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Column {
    /// Its heading as it is written.
    pub heading: String,
    /// What it is.
    pub role: Role,
    /// Whether its amounts are in 万元.
    pub in_wan: bool,
    /// The year that its heading names, where that is not the year whose figures count.
    pub other_year: Option<u16>,
}

impl Column {
    /// What the column is, for people.
    #[must_use]
    pub fn label(&self, measure: &Measure) -> String {
        words::role(self, measure)
    }
}

/// How columns are recognised.
pub(crate) struct Recogniser<'o> {
    pub options: &'o Options,
    pub measure: &'static Measure,
    pub dictionary: &'o Dictionary,
    /// The years of the day of application.
    pub years: Option<Years>,
    /// Whether the list's amounts are in 万元 where a heading does not say it.
    pub in_wan: bool,
}

impl Recogniser<'_> {
    /// The columns of a row of headings.
    pub fn columns(&self, headings: &[String]) -> Vec<Column> {
        let mut columns: Vec<Column> = headings.iter().map(|heading| self.column(heading)).collect();
        // A role assigned by the user takes precedence over a recognised one.
        let assigned: Vec<Role> =
            columns.iter().filter(|column| self.assigned(&column.heading).is_some()).map(|c| c.role).collect();
        for column in &mut columns {
            if column.role.is_read() && assigned.contains(&column.role) && self.assigned(&column.heading).is_none() {
                column.role = Role::Unused;
            }
        }
        // An amount without a day says nothing of when it was paid.
        if !self.has_days(&columns) {
            let is_recognised = |column: &&mut Column| self.assigned(&column.heading).is_none();
            let amounts = columns.iter_mut().filter(|column| column.role == Role::PaidAmount);
            amounts.filter(is_recognised).for_each(|column| column.role = Role::Unused);
        }
        columns
    }

    /// Whether a column says on which day rows were paid, or the user says it of all.
    pub fn has_days(&self, columns: &[Column]) -> bool {
        let is_set = |(name, _): &(String, String)| self.named(name) == Some(Role::PaidOn);
        columns.iter().any(|column| column.role == Role::PaidOn) || self.options.set.iter().any(is_set)
    }

    fn column(&self, heading: &str) -> Column {
        let parsed = Heading::parse(heading, self.options.fold);
        let role = match self.assigned(heading) {
            Some(role) => role,
            None => self.role(&parsed),
        };
        // Payments are of the year of application, facts of the year before.
        let counts = self.years.map(|years| if role.is_payment() { years.application } else { years.base });
        let other_year = parsed.year.filter(|year| counts.is_some_and(|counts| counts != *year));
        let other_year = other_year.filter(|_| role.is_read() && self.assigned(heading).is_none());
        let role = if other_year.is_some() { Role::Unused } else { role };
        Column { heading: heading.to_owned(), role, in_wan: parsed.in_wan || self.in_wan, other_year }
    }

    /// The role that the user assigned to the column.
    fn assigned(&self, heading: &str) -> Option<Role> {
        let is_it = |name: &str| name.trim() == heading.trim();
        let (_, name) = self.options.map.iter().find(|(column, _)| is_it(column))?;
        self.named(name)
    }

    /// A role by its name.
    pub fn named(&self, name: &str) -> Option<Role> {
        if words::UNUSED.contains(&name.trim()) {
            return Some(Role::Unused);
        }
        let heading = Heading::parse(name, self.options.fold);
        let known = match heading.month {
            Some(month) => self.month(&heading, month),
            None => self.dictionary.named(name),
        };
        // A measure may have a fact of that name.
        known.or_else(|| words::PERSON.contains(&name.trim()).then_some(Role::Person))
    }

    fn role(&self, heading: &Heading) -> Role {
        let known = match heading.month {
            Some(month) => self.month(heading, month),
            None => self.dictionary.of_key(&heading.key),
        };
        match known {
            Some(role) => role,
            None if heading.key.is_empty() => Role::Unused,
            None if self.has_persons() && is_person(&heading.key) => Role::Person,
            None if is_private(&heading.key) => Role::Private,
            None => Role::Unused,
        }
    }

    /// Whether rows of one person belong together: where a plan is made over what a person has.
    fn has_persons(&self) -> bool {
        self.measure.items.as_ref().is_some_and(|(_, paid)| matches!(paid, wengang_engine::pack::Paid::Plan(_)))
    }

    /// The month of the fact that the heading names besides, or of the only fact that is made of months.
    fn month(&self, heading: &Heading, month: u8) -> Option<Role> {
        let of_months = |id: FactId| {
            let instead = self.measure.facts.get(id.index())?.instead.as_ref()?;
            (instead.divided_by == words::MONTHS_OF_A_YEAR).then_some(Role::Month(id, month))
        };
        if heading.key.is_empty() {
            return (0..self.measure.facts.len()).find_map(|place| of_months(FactId(u16::try_from(place).ok()?)));
        }
        match self.dictionary.of_key(&heading.key)? {
            Role::Fact(id) | Role::Sum(id) => of_months(id),
            _ => None,
        }
    }

    /// Refuses columns that say the same, and months of which some are missing.
    pub fn check(&self, columns: &[Column]) -> Result<(), OpenError> {
        for (column, name) in &self.options.map {
            if self.named(name).is_none() {
                return Err(OpenError::new(words::no_such_fact(name, self.measure)));
            }
            if !columns.iter().any(|known| known.heading.trim() == column.trim()) {
                return Err(OpenError::new(words::no_such_column(column)));
            }
        }
        for (place, column) in columns.iter().enumerate().filter(|(_, column)| column.role.is_read()) {
            let is_same = |other: &&Column| same(other.role, column.role);
            if let Some(before) = columns.iter().take(place).find(is_same) {
                return Err(OpenError::new(words::twice(before, column, self.measure)));
            }
        }
        let headed = |role: Role| columns.iter().find(|column| column.role == role);
        if let Some(amount) = headed(Role::PaidAmount).filter(|_| !self.has_days(columns)) {
            return Err(OpenError::new(words::paid_without_days(&amount.heading)));
        }
        if let (Some(person), true) = (headed(Role::Person), self.has_days(columns)) {
            return Err(OpenError::new(words::paid_in_groups(&person.heading)));
        }
        let months = columns.iter().filter(|column| matches!(column.role, Role::Month(..))).count();
        if months > 0 && months != words::MONTHS_OF_A_YEAR as usize {
            return Err(OpenError::new(words::months_missing(months)));
        }
        Ok(())
    }
}

/// Whether two columns say the same, so that only one can be read.
fn same(one: Role, other: Role) -> bool {
    match (one, other) {
        (Role::Month(a, month), Role::Month(b, other)) => a == b && month == other,
        (Role::Fact(a) | Role::Sum(a) | Role::Month(a, _), Role::Fact(b) | Role::Sum(b) | Role::Month(b, _)) => a == b,
        (one, other) => one == other,
    }
}

/// The text of the cell of a heading.
pub(crate) fn heading_text(cell: Cell<'_>, options: &Options) -> String {
    match cell {
        // A month that the spreadsheet read as a day.
        Cell::Serial(number) => match crate::serial::day(number, options.epoch) {
            Some(day) => format!("{}年{}月", day.year(), day.month()),
            None => number.to_owned(),
        },
        cell => cell.text().trim().to_owned(),
    }
}
