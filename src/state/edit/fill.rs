//! What somebody fills in on a screen of the page's second part.

use super::enter;
use crate::api::{entry, policies::estimate_month};
use crate::policy::case::{CreditListing, Person};
use crate::policy::list::Listed;
use crate::state::action::{Action, BenefitEdit, RefundEdit, Role, SkillEdit};
use crate::state::field::{Choice, Field, Input};
use crate::state::monthly::{BenefitForm, PremiumForm, SizeForm};
use crate::state::paste;
use crate::state::promote::PromoteForm;
use crate::state::refund::RefundForm;
use crate::state::row::{CertificateForm, ReceivedForm};
use crate::state::skill::SkillForm;
use crate::state::{Screen, Share, State};

/// Does what an action asks for that is none of those between the screens.
#[inline(never)] // The page's second part begins here (xtask/src/split.rs).
pub(super) fn fill(state: &mut State, action: Action) {
    match action {
        Action::Type(input, text) => edit_field(state, input, |field| field.type_text(text)),
        Action::Paste(input, pasted, shown) => {
            if !paste::into_months(&mut state.refund.months, input, &pasted) {
                edit_field(state, input, |field| field.type_text(shown));
            }
        }
        Action::Leave(input) => edit_field(state, input, Field::leave),
        // The day of application is never unknown: it is today.
        Action::DontKnow(Input::AsOf, _) => {}
        Action::DontKnow(input, unknown) => edit_field(state, input, |field| field.set_unknown(unknown)),
        Action::Refund(edit) => edit_refund(&mut state.refund, edit),
        Action::Skill(edit) => edit_skill(&mut state.skill, edit),
        Action::Benefit(edit) => edit_benefit(&mut state.benefit, edit),
        Action::Industry(choice) => state.size.industry = choice,
        Action::Who(role) => who(state, role),
        Action::Estimate(base_year) => estimate(state, base_year),
        Action::UseEstimate(amount) => {
            state.screen = Screen::Refund;
            state.refund.take_estimate(amount);
        }
        Action::SuggestSize(size) => {
            state.screen = Screen::Refund;
            state.refund.suggested_size = Some(size);
        }
        Action::ShareNumbers(with_numbers) => state.share = Share { with_numbers, ..Share::default() },
        Action::Copied(text, is_copied) => state.share.copied = Some((text, is_copied)),
        Action::Promote(edit) => state.promote.edit(edit),
        Action::Drawn(drawn) => state.share.drawn = Some(drawn),
        Action::Walk(to) => state.walk(to),
        Action::ReadAloud(_) => state.is_reading = true,
        Action::Restart => restart(state),
        Action::Undo => state.take_back(),
        // Between the screens: `reduce`.
        Action::Enter(_)
        | Action::Go(_)
        | Action::Today(_)
        | Action::Read(_)
        | Action::Fetched(_)
        | Action::OpenLink(..)
        | Action::Elder(_)
        | Action::Stand(_)
        | Action::Hush
        | Action::ChangeBasis
        | Action::Site(_) => {}
    }
}

pub(in crate::state) fn edit_field(state: &mut State, input: Input, edit: impl FnOnce(&mut Field)) {
    let field = match input {
        Input::AsOf => Some(&mut state.as_of),
        Input::GuideSearch => Some(&mut state.guide.search),
        Input::Average | Input::Month(_) | Input::Drawers | Input::FullyPaid | Input::Premium => {
            state.refund.field_mut(input)
        }
        Input::InsuredMonths
        | Input::Occupation(_)
        | Input::IssuedOn(_)
        | Input::ReceivedOccupation(_)
        | Input::ReceivedOn(_) => state.skill.field_mut(input),
        Input::Wage | Input::WageMonth | Input::Headcount | Input::WageMonths => state.premium.field_mut(input),
        Input::FirstMonth | Input::BenefitInsured | Input::Unused => state.benefit.field_mut(input),
        Input::IndustrySearch | Input::Employees | Input::Revenue | Input::Assets => state.size.field_mut(input),
        Input::Tag | Input::Headline => state.promote.field_mut(input),
    };
    if let Some(field) = field {
        edit(field);
    }
}

fn restart(state: &mut State) {
    state.as_of = Field::default();
    state.is_role_said = false;
    state.is_basis_open = false;
    state.link = None;
    state.left_out.clear();
    match state.screen {
        Screen::Refund => state.refund = RefundForm::default(),
        Screen::SkillSubsidy => state.skill = SkillForm::default(),
        Screen::Premium => state.premium = PremiumForm::default(),
        Screen::UnemploymentBenefit => {
            state.benefit = BenefitForm::default();
            state.preselect();
        }
        Screen::SizeClass => state.size = SizeForm::default(),
        Screen::Entitled => state.who = None,
        Screen::Promote => state.promote = PromoteForm::default(),
        Screen::Home | Screen::Rounds | Screen::Guide | Screen::Elsewhere(_) => {}
    }
}

/// Answers what the role says of itself, without leaving the way to all measures.
fn who(state: &mut State, role: Role) {
    let screen = state.screen;
    enter(state, role);
    state.screen = screen;
    state.who = Some(role);
    match role {
        Role::Employee => state.skill.person = Choice::Is(Person::EnterpriseEmployee),
        Role::Unemployed => state.skill.person = Choice::Is(Person::BenefitRecipient),
        Role::Elsewhere(person) => state.skill.person = Choice::Is(person),
        Role::Enterprise | Role::OtherBody => {}
    }
}

/// Opens the premium calculator for a year's estimate: its month, twelve months, and as many persons as the refund's
/// average where that is whole.
fn estimate(state: &mut State, base_year: u16) {
    state.screen = Screen::Premium;
    let form = &mut state.premium;
    form.for_refund = Some(base_year);
    if let Some(month) = estimate_month(base_year) {
        form.month.type_text(month.to_string());
        form.months.type_text("12".to_owned());
    }
    if form.headcount.is_blank()
        && let Some(persons) = state.refund.whole_average()
    {
        form.headcount.type_text(persons);
    }
}

fn edit_benefit(form: &mut BenefitForm, edit: BenefitEdit) {
    match edit {
        BenefitEdit::Region(choice) => form.region = choice,
        BenefitEdit::Separation(choice) => form.separation = choice,
        BenefitEdit::Registered(choice) => form.registered = choice,
        BenefitEdit::Reemployed(choice) => form.reemployed = choice,
    }
}

fn edit_refund(form: &mut RefundForm, edit: RefundEdit) {
    match edit {
        RefundEdit::Applicant(choice) => form.applicant = choice,
        RefundEdit::Size(choice) => {
            form.size = choice;
            form.suggested_size = None;
        }
        RefundEdit::ByMonth(by_month) => form.by_month = by_month,
        RefundEdit::Credit(choice) => form.credit = choice,
        RefundEdit::Listing(listing, ticked) => form.credit = tick(&form.credit, listing, ticked),
        RefundEdit::Zombie(choice) => form.zombie = choice,
        RefundEdit::LabourDispatch(choice) => form.labour_dispatch = choice,
        RefundEdit::CorporateAccount(choice) => form.corporate_account = choice,
    }
}

/// One listing more or less, in the order of the API.
fn tick(credit: &Choice<Vec<CreditListing>>, listing: CreditListing, ticked: bool) -> Choice<Vec<CreditListing>> {
    let before = credit.known().map(Vec::as_slice).unwrap_or_default();
    let is_ticked = |other: &CreditListing| if *other == listing { ticked } else { before.contains(other) };
    let listings: Vec<_> = CreditListing::ALL.iter().copied().filter(is_ticked).listed();
    if listings.is_empty() { Choice::Unanswered } else { Choice::Is(listings) }
}

fn edit_skill(form: &mut SkillForm, edit: SkillEdit) {
    match edit {
        SkillEdit::Person(choice) => form.person = choice,
        SkillEdit::HasReceived(choice) => form.has_received = choice,
        SkillEdit::AddCertificate => add(&mut form.certificates, &mut form.next_key, CertificateForm::new),
        SkillEdit::AddReceived => add(&mut form.received, &mut form.next_key, ReceivedForm::new),
        SkillEdit::RemoveCertificate(key) => {
            form.certificates.retain(|row| row.key != key);
            if form.certificates.is_empty() {
                add(&mut form.certificates, &mut form.next_key, CertificateForm::new);
            }
        }
        SkillEdit::RemoveReceived(key) => {
            form.received.retain(|row| row.key != key);
            if form.received.is_empty() {
                add(&mut form.received, &mut form.next_key, ReceivedForm::new);
            }
        }
        SkillEdit::Level(key, choice) => edit_certificate(form, key, |row| row.level = choice),
        SkillEdit::Kind(key, choice) => edit_certificate(form, key, |row| row.kind = choice),
        SkillEdit::TrainingSubsidy(key, choice) => edit_certificate(form, key, |row| row.training_subsidy = choice),
        SkillEdit::Urgent(key, choice) => edit_certificate(form, key, |row| row.urgent = choice),
        SkillEdit::ReceivedLevel(key, choice) => edit_received(form, key, |row| row.level = choice),
        SkillEdit::ReceivedUrgent(key, choice) => edit_received(form, key, |row| row.urgent = choice),
    }
}

/// Adds an empty row under a key that was never used, up to the most a case may have.
fn add<T>(rows: &mut Vec<T>, next_key: &mut u32, row: impl FnOnce(u32) -> T) {
    if rows.len() < entry::MAX_CERTIFICATES {
        rows.push(row(*next_key));
        *next_key = next_key.saturating_add(1);
    }
}

fn edit_certificate(form: &mut SkillForm, key: u32, edit: impl FnOnce(&mut CertificateForm)) {
    if let Some(row) = form.certificate_mut(key) {
        edit(row);
    }
}

fn edit_received(form: &mut SkillForm, key: u32, edit: impl FnOnce(&mut ReceivedForm)) {
    if let Some(row) = form.received_mut(key) {
        edit(row);
    }
}
