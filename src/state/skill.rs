//! The answers for 技能提升补贴.

use crate::api::case::{FactValue, Named};
use crate::api::entry;
use crate::policy::case::{Fold, Person};
use crate::policy::list::Listed;
use crate::state::field::{Choice, Field, Input};
use crate::state::question::Question;
use crate::state::row::{AS_WRITTEN, Certificate, CertificateForm, Incomplete, Received, ReceivedForm, Row};

/// The answers for 技能提升补贴, as typed and chosen.
///
/// INVARIANT: between one and [`entry::MAX_CERTIFICATES`] rows of certificates, keys are never used twice.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct SkillForm {
    /// Who applies.
    pub person: Choice<Person>,
    /// 累计缴费月数.
    pub insured_months: Field,
    /// The certificates.
    pub certificates: Vec<CertificateForm>,
    /// Whether a subsidy was received before.
    pub has_received: Choice<bool>,
    /// The subsidies received; asked where `has_received` is yes.
    pub received: Vec<ReceivedForm>,
    pub(super) next_key: u32,
}

impl Default for SkillForm {
    fn default() -> Self {
        Self {
            person: Choice::Unanswered,
            insured_months: Field::default(),
            certificates: vec![CertificateForm::new(1)],
            has_received: Choice::Unanswered,
            received: vec![ReceivedForm::new(2)],
            next_key: 3,
        }
    }
}

impl SkillForm {
    /// Whether one more certificate may be added.
    #[must_use]
    pub const fn has_room(&self) -> bool {
        self.certificates.len() < entry::MAX_CERTIFICATES
    }

    pub(super) fn field(&self, input: Input) -> Option<&Field> {
        let certificate = |key| self.certificates.iter().find(|row| row.key == key);
        let received = |key| self.received.iter().find(|row| row.key == key);
        match input {
            Input::InsuredMonths => Some(&self.insured_months),
            Input::Occupation(key) => certificate(key).map(|row| &row.occupation),
            Input::IssuedOn(key) => certificate(key).map(|row| &row.issued_on),
            Input::ReceivedOccupation(key) => received(key).map(|row| &row.occupation),
            Input::ReceivedOn(key) => received(key).map(|row| &row.received_on),
            _ => None,
        }
    }

    pub(super) fn field_mut(&mut self, input: Input) -> Option<&mut Field> {
        match input {
            Input::InsuredMonths => Some(&mut self.insured_months),
            Input::Occupation(key) => self.certificate_mut(key).map(|row| &mut row.occupation),
            Input::IssuedOn(key) => self.certificate_mut(key).map(|row| &mut row.issued_on),
            Input::ReceivedOccupation(key) => self.received_mut(key).map(|row| &mut row.occupation),
            Input::ReceivedOn(key) => self.received_mut(key).map(|row| &mut row.received_on),
            _ => None,
        }
    }

    pub(super) fn certificate_mut(&mut self, key: u32) -> Option<&mut CertificateForm> {
        self.certificates.iter_mut().find(|row| row.key == key)
    }

    pub(super) fn received_mut(&mut self, key: u32) -> Option<&mut ReceivedForm> {
        self.received.iter_mut().find(|row| row.key == key)
    }

    /// Whether the certificates are told: at least one, and whatever a row lacks is 不清楚.
    pub(super) fn are_certificates_done(&self) -> bool {
        let rows: Vec<_> = self.certificates.iter().map(|row| row.read(AS_WRITTEN)).listed();
        rows.iter().any(Row::is_settled) && !rows.iter().any(Row::is_open)
    }

    /// Whether it is told what was received before.
    pub(super) fn is_received_done(&self) -> bool {
        match self.has_received {
            Choice::Unanswered => false,
            Choice::Unknown | Choice::Is(false) => true,
            Choice::Is(true) => {
                let rows: Vec<_> = self.received.iter().map(|row| row.read(AS_WRITTEN)).listed();
                rows.iter().any(Row::is_settled) && !rows.iter().any(Row::is_open)
            }
        }
    }

    /// The rows that are left out of the case because something is missing in them.
    pub(super) fn incomplete(&self) -> Vec<Incomplete> {
        let mut incomplete = Vec::new();
        for (index, row) in self.certificates.iter().enumerate() {
            incomplete.extend(row.read(AS_WRITTEN).incomplete(Question::Certificates, row.key, index + 1));
        }
        if self.has_received == Choice::Is(true) {
            // Somebody received one: with nothing else said, the first row is what is missing.
            let are_blank = !self.received.iter().any(ReceivedForm::is_touched);
            for (index, row) in self.received.iter().enumerate() {
                let row_read = row.read_as_begun(are_blank && index == 0, AS_WRITTEN);
                incomplete.extend(row_read.incomplete(Question::Received, row.key, index + 1));
            }
        }
        incomplete
    }

    /// The case as far as it is known; rows that are half filled are left out.
    pub(super) fn facts(&self, fold: Fold) -> Vec<Named> {
        let insured = self.insured_months.value(|text| entry::months(text, entry::MAX_INSURED_MONTHS));
        let certificates = self.complete(fold).iter().map(Certificate::facts).listed();
        let received = self.received_facts(fold).map(|rows| rows.iter().map(Received::facts).listed());
        vec![
            ("person", self.person.known().map(|person| FactValue::Word(person.code()))),
            ("insuredMonths", insured.map(FactValue::Count)),
            ("certificates", Some(FactValue::Elements(certificates))),
            ("received", received.map(FactValue::Elements)),
        ]
    }

    /// The names of the certificates in the answer: their keys.
    pub(super) fn names(&self, fold: Fold) -> Vec<String> {
        self.complete(fold).iter().map(|certificate| certificate.key.to_string()).listed()
    }

    fn complete(&self, fold: Fold) -> Vec<Certificate> {
        self.certificates.iter().filter_map(|row| row.read(fold).complete()).listed()
    }

    /// Where somebody received one but did not yet say which, what was received is not known.
    fn received_facts(&self, fold: Fold) -> Option<Vec<Received>> {
        match self.has_received {
            Choice::Unanswered | Choice::Unknown => None,
            Choice::Is(false) => Some(Vec::new()),
            Choice::Is(true) => {
                let rows: Vec<_> = self.received.iter().filter_map(|row| row.read(fold).complete()).listed();
                (!rows.is_empty()).then_some(rows)
            }
        }
    }
}
