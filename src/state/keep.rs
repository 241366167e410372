//! The answers as one text, for the browser to keep beside an entry of its history (api.md: in `history.state` alone),
//! so that a refresh loses nothing.
//!
//! One line an answer that was given: its name, a tab, what was answered.

mod slot;

use std::collections::BTreeMap;

use crate::policy::date::Date;
use crate::policy::money::Money;
use crate::state::row::{CertificateForm, ReceivedForm};
use crate::state::{RefundForm, SkillForm, State, Step};
use slot::Slot;

/// The name of the line that tells which rows there are.
const ROWS: &str = "rows";
/// The name of the line that tells by which day's rules is asked, while what is typed is no day.
const ASKED: &str = "asked";
/// The name of the line that tells which step stands on the screen.
const STEP: &str = "step";
/// The name of the line that tells that the home screen said who somebody is.
const SAID: &str = "said";
/// The name of the line that tells that the day, and who somebody is, stand open.
const OPEN: &str = "open";

impl State {
    /// The answers as a text; empty where nothing was answered.
    #[must_use]
    pub fn kept(&self) -> String {
        let mut lines = Vec::new();
        let mut state = self.clone();
        walk(&mut state, &mut |name, slot| {
            if let Some(told) = slot.told() {
                lines.push([name, "\t", &escaped(&told)].concat());
            }
        });
        let rows_now = rows(&self.skill);
        if rows_now != rows(&SkillForm::default()) {
            lines.push([ROWS, "\t", &rows_now].concat());
        }
        if self.as_of_day().is_err() && self.asked_as_of != self.today {
            lines.push([ASKED, "\t", &self.asked_as_of.to_string()].concat());
        }
        let marks = [(SAID, self.is_role_said), (OPEN, self.is_basis_open)];
        lines.extend(marks.into_iter().filter(|(_, is_set)| *is_set).map(|(name, _)| [name, "\t1"].concat()));
        lines.join("\n")
    }

    /// The page as it opens, with the answers of a text; what the text does not tell, or tells wrongly, is unanswered.
    #[must_use]
    pub fn with_kept(today: Date, text: &str) -> Self {
        let mut state = Self::new(today);
        let lines: BTreeMap<&str, &str> = text.lines().filter_map(|line| line.split_once('\t')).collect();
        if let Some(rows) = lines.get(ROWS) {
            set_rows(&mut state.skill, rows);
        }
        walk(&mut state, &mut |name, slot| {
            if let Some(told) = lines.get(name) {
                slot.tell(&plain(told));
            }
        });
        (state.is_role_said, state.is_basis_open) = (lines.contains_key(SAID), lines.contains_key(OPEN));
        let asked = lines.get(ASKED).and_then(|told| Date::parse(told).ok());
        state.asked_as_of = state.as_of_day().ok().or(asked).unwrap_or(today);
        state
    }
}

/// The step that stood on the screen when a text was kept.
#[must_use]
pub fn step_in(text: &str) -> Option<Step> {
    text.lines()
        .filter_map(|line| line.split_once('\t'))
        .find(|(name, _)| *name == STEP)
        .and_then(|(_, code)| Step::of(code))
}

/// What the names of a certificate's answers begin with.
pub(super) const CERTIFICATE: &str = "certificate";
/// What the names of a received subsidy's answers begin with.
pub(super) const RECEIVED: &str = "received";

/// The line of rows that are numbered through: so many certificates, then so many subsidies received.
pub(super) fn rows_of(certificates: u32, received: u32) -> String {
    let keys = |from: u32, count: u32| (from..from + count).map(|key| key.to_string()).collect::<Vec<_>>().join(" ");
    let next = 1 + certificates + received;
    format!("{ROWS}\t{}|{}|{next}", keys(1, certificates), keys(1 + certificates, received))
}

/// The keys of the certificates, of the subsidies received, and the next: `1 3|2|4`.
fn rows(form: &SkillForm) -> String {
    let keys = |keys: Vec<u32>| keys.iter().map(u32::to_string).collect::<Vec<_>>().join(" ");
    let certificates = keys(form.certificates.iter().map(|row| row.key).collect());
    let received = keys(form.received.iter().map(|row| row.key).collect());
    format!("{certificates}|{received}|{}", form.next_key)
}

/// Makes the rows; a text that is not ours leaves them as they open.
fn set_rows(form: &mut SkillForm, text: &str) {
    let mut lists = text.split('|').map(|list| list.split(' ').map(str::parse::<u32>).collect::<Result<Vec<_>, _>>());
    let (Some(Ok(certificates)), Some(Ok(received)), Some(Ok(next))) = (lists.next(), lists.next(), lists.next())
    else {
        return;
    };
    let mut all = [certificates.as_slice(), received.as_slice()].concat();
    all.sort_unstable();
    all.dedup();
    let next = next.first().copied().unwrap_or(0);
    let are_ours = all.len() == certificates.len() + received.len() && all.last().is_some_and(|last| *last < next);
    if are_ours && certificates.len() <= crate::api::entry::MAX_CERTIFICATES {
        form.certificates = certificates.into_iter().map(CertificateForm::new).collect();
        form.received = received.into_iter().map(ReceivedForm::new).collect();
        form.next_key = next;
    }
}

/// Line ends and the mark itself are written as marks.
fn escaped(text: &str) -> String {
    text.replace('\\', "\\\\").replace('\n', "\\n").replace('\r', "\\r")
}

fn plain(text: &str) -> String {
    let mut plain = String::new();
    let mut characters = text.chars();
    while let Some(character) = characters.next() {
        plain.push(match character {
            '\\' => match characters.next() {
                Some('n') => '\n',
                Some('r') => '\r',
                Some(other) => other,
                None => '\\',
            },
            other => other,
        });
    }
    plain
}

/// Everything that can be answered, by name.
fn walk(state: &mut State, visit: &mut dyn FnMut(&str, Slot<'_>)) {
    visit("asOf", Slot::Field(&mut state.as_of));
    refund(&mut state.refund, visit);
    skill(&mut state.skill, visit);
    let premium = &mut state.premium;
    visit("premium.monthlyWage", Slot::Field(&mut premium.wage));
    visit("premium.month", Slot::Field(&mut premium.month));
    visit("premium.headcount", Slot::Field(&mut premium.headcount));
    visit("premium.months", Slot::Field(&mut premium.months));
    visit("premium.forRefund", Slot::Year(&mut premium.for_refund));
    let benefit = &mut state.benefit;
    visit("benefit.region", Slot::Choice(&mut benefit.region));
    visit("benefit.firstMonth", Slot::Field(&mut benefit.first_month));
    visit("benefit.insuredMonths", Slot::Field(&mut benefit.insured));
    visit("benefit.separation", Slot::Choice(&mut benefit.separation));
    visit("benefit.registered", Slot::Choice(&mut benefit.registered));
    visit("benefit.unusedMonths", Slot::Field(&mut benefit.unused));
    visit("benefit.reemployedUnderOneYear", Slot::Choice(&mut benefit.reemployed));
    let size = &mut state.size;
    visit("size.industry", Slot::Choice(&mut size.industry));
    visit("size.employees", Slot::Field(&mut size.employees));
    visit("size.revenue", Slot::Field(&mut size.revenue));
    visit("size.assets", Slot::Field(&mut size.assets));
    let promote = &mut state.promote;
    visit("promote.measure", Slot::Choice(&mut promote.measure));
    visit("promote.region", Slot::Choice(&mut promote.region));
    visit("promote.tag", Slot::Field(&mut promote.tag));
    visit("promote.headline", Slot::Field(&mut promote.headline));
    visit("who", Slot::Role(&mut state.who));
    visit(STEP, Slot::Step(&mut state.step));
}

fn refund(form: &mut RefundForm, visit: &mut dyn FnMut(&str, Slot<'_>)) {
    visit("refund.applicant", Slot::Choice(&mut form.applicant));
    visit("refund.size", Slot::Choice(&mut form.size));
    visit("refund.averageInsured", Slot::Field(&mut form.average));
    visit("refund.byMonth", Slot::Flag(&mut form.by_month));
    for (index, month) in form.months.iter_mut().enumerate() {
        visit(&format!("refund.month.{index}"), Slot::Field(month));
    }
    visit("refund.benefitDrawers", Slot::Field(&mut form.drawers));
    visit("refund.fullyPaidMonths", Slot::Field(&mut form.fully_paid));
    visit("refund.premiumPaid", Slot::Field(&mut form.premium));
    visit("refund.creditListings", Slot::Choice(&mut form.credit));
    visit("refund.zombie", Slot::Choice(&mut form.zombie));
    visit("refund.labourDispatch", Slot::Choice(&mut form.labour_dispatch));
    visit("refund.corporateAccount", Slot::Choice(&mut form.corporate_account));
    // An estimate is told by the amount it came to, which must still stand in the box.
    let mut estimate = form.is_estimated();
    visit("refund.isEstimated", Slot::Flag(&mut estimate));
    form.mark_estimated(estimate);
}

fn skill(form: &mut SkillForm, visit: &mut dyn FnMut(&str, Slot<'_>)) {
    visit("skill.person", Slot::Choice(&mut form.person));
    visit("skill.insuredMonths", Slot::Field(&mut form.insured_months));
    visit("skill.hasReceived", Slot::Choice(&mut form.has_received));
    for row in &mut form.certificates {
        let mut visit = |name: &str, slot: Slot<'_>| visit(&format!("{CERTIFICATE}.{}.{name}", row.key), slot);
        visit("occupation", Slot::Field(&mut row.occupation));
        visit("level", Slot::Choice(&mut row.level));
        visit("kind", Slot::Choice(&mut row.kind));
        visit("issuedOn", Slot::Field(&mut row.issued_on));
        visit("trainingSubsidyReceived", Slot::Choice(&mut row.training_subsidy));
        visit("urgentShortage", Slot::Choice(&mut row.urgent));
    }
    for row in &mut form.received {
        let mut visit = |name: &str, slot: Slot<'_>| visit(&format!("{RECEIVED}.{}.{name}", row.key), slot);
        visit("occupation", Slot::Field(&mut row.occupation));
        visit("level", Slot::Choice(&mut row.level));
        visit("receivedOn", Slot::Field(&mut row.received_on));
        visit("urgentShortage", Slot::Choice(&mut row.urgent));
    }
}

impl RefundForm {
    /// Marks what stands in the premium's box as an estimate.
    fn mark_estimated(&mut self, is_estimated: bool) {
        let amount: Option<Money> = self.premium_paid().filter(|_| is_estimated);
        self.estimate = amount.or(self.estimate);
    }
}
