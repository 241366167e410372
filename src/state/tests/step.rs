//! 长辈版: one question at a time, over every path.

use std::collections::HashMap;

use super::paths::{benefit, found, premium, refund, size, skill};
use super::*;

type Alternatives = fn(&Page, Question) -> Vec<Vec<Action>>;

impl Page {
    fn elder(screen: Screen) -> Self {
        Self(State { is_elder: true, ..State::new(IN_2024) }).then(Action::Navigate(screen))
    }

    fn at(&self) -> StepPosition {
        self.0.at(&self.answer())
    }

    fn onward(self) -> Self {
        self.then(Action::NavigateStep(Move::On))
    }
}

/// Goes through a form one step at a time, with each answer to each question and with none.
struct Journey {
    /// How many questions come at most after a state that was seen.
    seen: HashMap<String, usize>,
    alternatives: Alternatives,
}

impl Journey {
    /// Returns how many questions a form has at most, the answer not counted.
    fn over(calculator: Calculator, alternatives: Alternatives) -> usize {
        let page = Page::elder(Screen::Of(calculator));
        let answer = page.answer();
        Self { seen: HashMap::new(), alternatives }.go(&page, answer)
    }

    /// Of a page and its answer, which is the dear part.
    fn go(&mut self, page: &Page, answer: Answer) -> usize {
        let at = page.0.at(&answer);
        if at.step == Step::Answer {
            self.end(page, &answer);
            return 0;
        }
        let key = format!("{:?}{}", at, found(page, answer, &[]));
        if let Some(left) = self.seen.get(&key) {
            return *left;
        }
        let mut most = 0;
        for actions in self.answers(page, at.step) {
            let answered = actions.into_iter().fold(Page(page.0.clone()), Page::then);
            assert_eq!(answered.at().step, at.step, "another question is on the screen before 下一题");
            let next = answered.onward();
            let answer = next.answer();
            let came = next.0.at(&answer);
            let is_next = came.number == at.number + 1;
            // An answer can open questions before its own: the first of them comes next.
            assert!(is_next || next.0.is_skipped(came.step), "{came:?} comes after {at:?}");
            if is_next {
                assert_eq!(next.clone_with(Action::NavigateStep(Move::Back)).at().step, at.step);
            }
            // This question comes again then, and does not count twice.
            most = most.max(self.go(&next, answer) - usize::from(!is_next));
        }
        assert!(most <= at.remaining, "{most} questions come after {at:?}");
        self.seen.insert(key, most + 1);
        most + 1
    }

    /// Each answer that a step can have, and none.
    fn answers(&self, page: &Page, step: Step) -> Vec<Vec<Action>> {
        let question = match step {
            Step::Ask(question) => question,
            Step::Row(question, _) if !question.asks_whether() => question,
            Step::Day | Step::Row(..) | Step::Answer => return vec![vec![]],
        };
        let mut all = (self.alternatives)(page, question);
        // One certificate at a time.
        all.retain(|actions| !actions.contains(&add("skill-subsidy.certificates")));
        all.push(vec![]);
        all
    }

    /// The answer is the form's; every missing fact is 不清楚, or the one fact without that answer.
    fn end(&self, page: &Page, answer: &Answer) {
        assert_eq!(Some(answer), reduce(&page.0, Action::Elder(false)).answer(fold).as_ref());
        for need in &answer.needs {
            let is_rows = need.question.list().is_some();
            assert!(is_rows || page.0.is_done(need.question), "{need:?}");
        }
    }
}

/// The day of application, and all questions of the form, one by one to the form's answer.
#[test]
fn every_path_leads_through_the_refund() {
    assert_eq!(Journey::over(Calculator::REFUND, refund), 10);
}

#[test]
fn every_path_leads_through_the_skill_subsidy() {
    assert_eq!(Journey::over(Calculator::SKILL_SUBSIDY, skill), 6);
}

#[test]
fn every_path_leads_through_the_premium() {
    assert_eq!(Journey::over(Calculator::PREMIUM, premium), 4);
}

#[test]
fn every_path_leads_through_the_benefit() {
    assert_eq!(Journey::over(Calculator::UNEMPLOYMENT_BENEFIT, benefit), 8);
}

#[test]
fn every_path_leads_through_the_size_class() {
    assert_eq!(Journey::over(Calculator::SIZE_CLASS, size), 4);
}

#[test]
fn questions_that_an_answer_opens_before_its_own_are_asked() {
    let page = Page::elder(Screen::Of(Calculator::UNEMPLOYMENT_BENEFIT))
        .onward()
        .typed(i("unemployment-benefit.insuredMonths"), "3")
        .onward();
    assert_eq!(page.at().step, Step::Ask(q("unemployment-benefit.unusedMonths")));
    let page = page.typed(i("unemployment-benefit.unusedMonths"), "2").onward();
    assert_eq!(page.at().step, Step::Ask(q("unemployment-benefit.separation")));
}

#[test]
fn what_is_passed_over_is_answered_with_not_knowing() {
    let page = Page::elder(Screen::Of(Calculator::REFUND)).onward();
    assert_eq!(page.at().step, Step::Ask(q("refund.applicant")));
    assert!(page.0.is_skipped(Step::Ask(q("refund.applicant"))));
    let page = page.onward();
    assert!(page.0.picked(q("refund.applicant").into()).is_unknown());
    // Nothing to know is nothing to be unsure of.
    let page = Page::elder(Screen::Of(Calculator::PREMIUM)).onward().onward();
    let is_unknown = |name| page.0.field(i(name)).unwrap().unknown;
    assert!(is_unknown("premium.monthlyWage") && !is_unknown("premium.month"));
}

#[test]
fn what_cannot_be_read_is_not_passed_over() {
    let page = Page::elder(Screen::Of(Calculator::REFUND)).typed(Input::AsOf, "昨天").onward();
    assert_eq!(page.at().step, Step::Day);
    let page = page.typed(Input::AsOf, "2024-9-1").onward();
    assert_eq!(page.at().step, Step::Ask(q("refund.applicant")));
    let page = Page::elder(Screen::Of(Calculator::PREMIUM)).typed(i("premium.monthlyWage"), "1.2.3").onward();
    assert_eq!(page.at().step, Step::Ask(q("premium.monthlyWage")));
    let page = page.then(Action::DontKnow(i("premium.monthlyWage"), true)).onward();
    assert_eq!(page.at().step, Step::Ask(q("premium.month")));
}

#[test]
fn in_the_middle_of_a_form_every_answer_stays_and_the_first_open_question_is_shown() {
    let page = Page::employer();
    let snapshot = page.0.to_snapshot();
    let page = page.then(Action::Elder(true));
    assert_eq!(page.at().step, Step::Ask(q("refund.creditListings")));
    assert_eq!(Page(page.0.clone()).then(Action::Elder(false)).0.to_snapshot(), snapshot);
    // An empty form begins at its beginning, a full one with its answer.
    assert_eq!(Page::open(Screen::Of(Calculator::REFUND)).then(Action::Elder(true)).at().step, Step::Day);
    let all = Page::employer()
        .then(none("refund.creditListings"))
        .then(pick("refund.zombie", "no"))
        .then(pick("refund.labourDispatch", "no"))
        .then(pick("refund.corporateAccount", "yes"))
        .then(Action::Elder(true));
    assert_eq!(all.at().step, Step::Answer);
    // A day that cannot be read comes first.
    let wrong = Page::employer().typed(Input::AsOf, "昨天").then(Action::Elder(true));
    assert_eq!(wrong.at().step, Step::Day);
}

#[test]
fn there_is_one_certificate_per_screen() {
    let page = Page::elder(Screen::Of(Calculator::SKILL_SUBSIDY))
        .then(pick("skill-subsidy.person", "enterprise-employee"))
        .typed(i("skill-subsidy.insuredMonths"), "14")
        .onward()
        .onward()
        .onward();
    let first = page.certificates()[0].key;
    assert_eq!(page.at().step, Step::Row(q("skill-subsidy.certificates"), first));
    let page = page.certificate(first, "电工").then(add("skill-subsidy.certificates"));
    let second = page.certificates()[1].key;
    assert_eq!(page.at().step, Step::Row(q("skill-subsidy.certificates"), second));
    assert_eq!(
        Page(page.0.clone()).then(Action::NavigateStep(Move::Back)).at().step,
        Step::Row(q("skill-subsidy.certificates"), first)
    );
    assert_eq!(
        Page(page.0.clone()).then(remove("skill-subsidy.certificates", second)).at().step,
        Step::Row(q("skill-subsidy.certificates"), first)
    );
    let page = page.onward().then(pick("skill-subsidy.received", "yes")).onward();
    assert_eq!(page.at().step, Step::Row(q("skill-subsidy.received"), page.received()[0].key));
    // What the answer still needs is the certificate that was left empty.
    assert_eq!(
        page.then(Action::NavigateStep(Move::To(q("skill-subsidy.certificates")))).at().step,
        Step::Row(q("skill-subsidy.certificates"), second)
    );
}

#[test]
fn a_calculator_that_sends_back_an_answer_leads_to_its_question() {
    let page = Page::elder(Screen::Of(Calculator::REFUND))
        .onward()
        .onward()
        .then(Action::Navigate(Screen::Of(Calculator::SIZE_CLASS)));
    assert_eq!(page.at().number, 1);
    let page = page.then(Action::SuggestSize(SizeClass::Small));
    assert_eq!(page.at().step, Step::Ask(q("refund.size")));
}

#[test]
fn the_history_entry_stores_the_step() {
    for step in [
        Step::Day,
        Step::Ask(q("refund.size")),
        Step::Row(q("skill-subsidy.certificates"), 3),
        Step::Row(q("skill-subsidy.received"), 4),
        Step::Answer,
    ] {
        let page = Page::elder(Screen::Of(Calculator::REFUND)).then(Action::SetStep(Some(step)));
        assert_eq!(step_in(&page.0.to_snapshot()), Some(step));
        assert_eq!(State::from_snapshot(IN_2024, &page.0.to_snapshot()).step, Some(step));
    }
    assert_eq!(step_in("step\tnone\nwho\tstudent"), None);
    // Without 长辈版 there are none.
    assert_eq!(Page::employer().then(Action::SetStep(Some(Step::Answer))).0.step, None);
}

#[test]
fn reading_aloud_ends_with_what_is_read() {
    let page = Page::elder(Screen::Of(Calculator::PREMIUM)).then(Action::SetStep(Some(Step::Answer)));
    let page = page.then(Action::ReadAloud("可以申请。".to_owned()));
    assert!(page.0.is_reading);
    for action in [
        Action::StopSpeech,
        Action::NavigateStep(Move::Back),
        Action::Navigate(Screen::Home),
        Action::Elder(false),
        Action::Restart,
    ] {
        assert!(!Page(page.0.clone()).then(action.clone()).0.is_reading, "{action:?}");
    }
    assert!(page.then(Action::ShareNumbers(true)).0.is_reading);
}
