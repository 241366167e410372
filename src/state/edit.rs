//! From one state to the next.

use crate::api::policies::estimate_month;
use crate::policy::case::{Applicant, CreditListing, Person, SkillFacts};
use crate::policy::list::Listed;
use crate::state::action::{Action, BenefitEdit, RefundEdit, Role, SkillEdit};
use crate::state::field::{Choice, Field, Input};
use crate::state::guide::Target;
use crate::state::monthly::{BenefitForm, PremiumForm, SizeForm};
use crate::state::promote::PromoteForm;
use crate::state::refund::RefundForm;
use crate::state::row::{CertificateForm, ReceivedForm};
use crate::state::site::Site;
use crate::state::skill::SkillForm;
use crate::state::{Screen, Share, State};

/// Makes the next state. Pure: what an action does not name stays as it was.
#[must_use]
pub fn reduce(state: &State, action: Action) -> State {
    let mut next = state.clone();
    let done = action.clone();
    match action {
        Action::Enter(role) => enter(&mut next, role),
        Action::Go(screen) => go(&mut next, screen),
        Action::Today(today) => next.today = today,
        Action::Type(input, text) => edit_field(&mut next, input, |field| field.type_text(text)),
        Action::Leave(input) => edit_field(&mut next, input, Field::leave),
        // The day of application is never unknown: it is today.
        Action::DontKnow(Input::AsOf, _) => {}
        Action::DontKnow(input, unknown) => edit_field(&mut next, input, |field| field.set_unknown(unknown)),
        Action::Refund(edit) => edit_refund(&mut next.refund, edit),
        Action::Skill(edit) => edit_skill(&mut next.skill, edit),
        Action::Benefit(edit) => edit_benefit(&mut next.benefit, edit),
        Action::Industry(choice) => next.size.industry = choice,
        Action::Who(role) => who(&mut next, role),
        Action::Estimate(base_year) => estimate(&mut next, base_year),
        Action::UseEstimate(amount) => {
            next.screen = Screen::Refund;
            next.refund.take_estimate(amount);
        }
        Action::SuggestSize(size) => {
            next.screen = Screen::Refund;
            next.refund.suggested_size = Some(size);
        }
        Action::Read(target) => read(&mut next, target),
        Action::Fetched(text) => next.guide.take(text.as_deref()),
        Action::OpenLink(screen, address) => {
            let opened = State::with_link(state.today, screen, &address);
            let State { is_elder, is_embedded, site, .. } = next;
            next = State { is_elder, is_embedded, site, ..opened };
            next.preselect();
            next.find_step();
        }
        Action::ShareNumbers(with_numbers) => next.share = Share { with_numbers, ..Share::default() },
        Action::Copied(text, is_copied) => next.share.copied = Some((text, is_copied)),
        Action::Promote(edit) => next.promote.edit(edit),
        Action::Drawn(drawn) => next.share.drawn = Some(drawn),
        Action::Elder(is_elder) => {
            next.is_elder = is_elder;
            next.find_step();
        }
        Action::Walk(to) => next.walk(to),
        Action::Stand(step) => next.step = step,
        Action::ReadAloud(_) => next.is_reading = true,
        Action::Hush => next.is_reading = false,
        Action::Site(file) => next.settle(Site::of(&file)),
        Action::Restart => restart(&mut next),
    }
    next.follow(state, &done);
    next.asked_as_of = next.as_of_day().unwrap_or(next.asked_as_of);
    next
}

/// Goes where the role leads and answers what it says of itself; an answer that fits the role stays.
fn enter(state: &mut State, role: Role) {
    state.screen = match role {
        Role::Enterprise | Role::OtherBody => Screen::Refund,
        Role::Employee | Role::BenefitRecipient => Screen::SkillSubsidy,
        Role::Unemployed => Screen::Unemployed,
        Role::Elsewhere(person) => Screen::Elsewhere(person),
    };
    let (applicant, person) = (&mut state.refund.applicant, &mut state.skill.person);
    match role {
        Role::Enterprise => *applicant = Choice::Is(Applicant::Enterprise),
        Role::OtherBody if applicant.is(&Applicant::Enterprise) => *applicant = Choice::Unanswered,
        Role::Employee if !person.known().is_some_and(is_employee) => *person = Choice::Unanswered,
        Role::BenefitRecipient => *person = Choice::Is(Person::BenefitRecipient),
        Role::OtherBody | Role::Employee | Role::Unemployed | Role::Elsewhere(_) => {}
    }
}

const fn is_employee(person: &Person) -> bool {
    match person {
        Person::EnterpriseEmployee | Person::OtherInsured | Person::PublicInstitution => true,
        Person::BenefitRecipient | Person::Flexible | Person::Student | Person::Retired => false,
    }
}

pub(super) fn edit_field(state: &mut State, input: Input, edit: impl FnOnce(&mut Field)) {
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
        Screen::Home | Screen::Rounds | Screen::Guide | Screen::Unemployed | Screen::Elsewhere(_) => {}
    }
}

/// Another screen. From the way to all measures the months insured go along: since the last claim they are no more than
/// all together.
fn go(state: &mut State, screen: Screen) {
    if screen == Screen::Guide {
        return read(state, Target::Top);
    }
    // What was copied on another screen is not said here.
    state.share.copied = None;
    // What was said of a link belongs to the screen that it opened.
    state.link = state.link.filter(|_| [screen, Screen::Home].contains(&state.screen));
    if state.screen == Screen::Entitled && screen == Screen::SkillSubsidy {
        state.share_insured_months();
    }
    state.screen = screen;
}

/// The notices, over the screen that stands there: it keeps its place behind them.
fn read(state: &mut State, target: Target) {
    state.behind = state.screen_beneath();
    state.screen = Screen::Guide;
    state.guide.seek(target);
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
        Role::Enterprise | Role::OtherBody | Role::BenefitRecipient => {}
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
    if rows.len() < SkillFacts::MAX_CERTIFICATES {
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
