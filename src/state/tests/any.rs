//! Any sequence of actions on the page.

use proptest::prelude::*;

use super::declared::questions;
use super::*;
use crate::api::policies::regions;
use crate::policy::money::Money;

/// Every fact, and every field of the first rows, gone ones among them.
fn subjects() -> Vec<Subject> {
    let cells = |question: Question| {
        let places: Vec<u16> = question.fields().map(|(place, _)| place).collect();
        (0..=8_u32).flat_map(move |key| places.clone().into_iter().map(move |place| question.cell(key, place)))
    };
    questions().into_iter().flat_map(|q| [q.into()].into_iter().chain(cells(q))).collect()
}

fn subject() -> impl Strategy<Value = Subject> {
    prop::sample::select(subjects())
}

/// The boxes that belong neither to a fact nor to a month.
fn other_inputs() -> Vec<Input> {
    let search = Input::Search(q("size-class.industry"));
    vec![Input::AsOf, Input::GuideSearch, search, Input::Tag, Input::Headline]
}

fn input() -> impl Strategy<Value = Input> {
    prop_oneof![
        1 => prop::sample::select(other_inputs()),
        1 => (0..=14_u8).prop_map(month),
        8 => subject().prop_map(Input::Of),
    ]
}

/// What can be picked, and what cannot.
fn pick_any(subject: Subject) -> impl Strategy<Value = Action> {
    let words = subject.declared().map(|declared| declared.words_of(["是", "不是"])).unwrap_or_default();
    let mut picked: Vec<Picked> = words.iter().map(|(id, _)| Choice::Is(vec![(*id).to_owned()])).collect();
    picked.extend([Choice::Unanswered, Choice::Unknown, Choice::Is(vec![]), Choice::Is(vec!["none".to_owned()])]);
    prop::sample::select(picked).prop_map(move |picked| Action::Answer(subject, Edit::Pick(picked)))
}

fn answer() -> impl Strategy<Value = Action> {
    let row = (prop::sample::select(vec!["skill-subsidy.certificates", "skill-subsidy.received"]), 0..=8_u32);
    let listing = prop::sample::select(vec!["serious-dishonesty", "judgment-defaulter", "wage-arrears"]);
    prop_oneof![
        12 => subject().prop_flat_map(pick_any),
        2 => any::<bool>().prop_map(by_month),
        2 => (listing, any::<bool>()).prop_map(|(l, on)| edit(i("refund.creditListings"), Edit::Tick(l, on))),
        2 => row.clone().prop_map(|(list, _)| add(list)),
        2 => row.prop_map(|(list, key)| remove(list, key)),
    ]
}

fn promote_edit() -> impl Strategy<Value = PromoteEdit> {
    let places: Vec<_> = regions().iter().map(Some).chain([None]).collect();
    prop_oneof![
        prop::sample::select(Calculator::all().collect::<Vec<_>>()).prop_map(PromoteEdit::Measure),
        prop::sample::select(places).prop_map(PromoteEdit::Region),
    ]
}

fn action() -> impl Strategy<Value = Action> {
    let text = prop_oneof![
        Just("2024-03-10".to_owned()),
        Just("2025-03-10".to_owned()),
        Just("130102199001011234".to_owned()),
        Just("0".to_owned()),
        Just("2024-08".to_owned()),
        "[0-9]{1,4}",
        any::<String>(),
    ];
    let screens = [
        Screen::Home,
        Screen::Of(Calculator::REFUND),
        Screen::Of(Calculator::SKILL_SUBSIDY),
        Screen::Of(Calculator::PREMIUM),
        Screen::Of(Calculator::UNEMPLOYMENT_BENEFIT),
        Screen::Of(Calculator::SIZE_CLASS),
        Screen::Entitled,
        Screen::Promote,
        Screen::Guide,
    ];
    prop_oneof![
        6 => (input(), text).prop_map(|(input, text)| Action::Type(input, text)),
        18 => answer(),
        2 => promote_edit().prop_map(Action::Promote),
        1 => prop::sample::select(SizeClass::ALL).prop_map(Action::SuggestSize),
        1 => (2020_u16..2028).prop_map(Action::Estimate),
        1 => (0_u64..1_000_000_000).prop_map(|fen| Action::UseEstimate(Money::from_fen(fen))),
        1 => prop::sample::select(vec![Role::Enterprise, Role::Employee, Role::Unemployed]).prop_map(Action::SelectOverviewRole),
        2 => (input(), any::<bool>()).prop_map(|(input, unknown)| Action::DontKnow(input, unknown)),
        1 => input().prop_map(Action::Blur),
        1 => prop::sample::select(screens.to_vec()).prop_map(Action::Navigate),
        1 => prop::sample::select(vec![Target::Top, Target::Anchor("14-2-1".to_owned())]).prop_map(Action::Read),
        1 => prop_oneof![Just(None), Just(Some(guide::TEXT.to_owned())), any::<Option<String>>()]
            .prop_map(Action::Fetched),
        1 => prop::sample::select(vec![Role::Enterprise, Role::OtherBody, Role::Employee])
            .prop_map(Action::SelectRole),
    ]
}

proptest! {
    #[test]
    fn no_run_of_actions_breaks_the_page(actions in prop::collection::vec(action(), 0..60)) {
        let mut state = State::new(IN_2024);
        for action in actions {
            state = reduce(&state, action);
            let printed = format!("{state:?}");
            prop_assert!(!printed.contains("130102199001011234"));
            let all = Calculator::all().filter(|calculator| !calculator.head().roles.is_empty()).count();
            prop_assert!([0, all].contains(&state.claims(fold).len()));
            // The snapshot restores every answer.
            let again = State { screen: state.screen, ..State::from_snapshot(state.today, &state.to_snapshot()) };
            prop_assert_eq!(again.to_snapshot(), state.to_snapshot());
            prop_assert_eq!(again.asked(fold, IN_2024), state.asked(fold, IN_2024));
            // For any typed text, the boxes take only what the measure takes.
            prop_assert_eq!(state.asked(fold, IN_2024).is_some(), state.calculator().is_some());
            if state.screen_beneath().asks_day() {
                prop_assert_eq!(again.asked_as_of, state.asked_as_of);
            }
            // For any typed text, a campaign's link has only plain characters.
            if let Some(Ok(promotion)) = state.promotion() {
                prop_assert!(promotion.link.bytes().all(|sign| sign.is_ascii_alphanumeric() || b"?=&#-_.".contains(&sign)));
            }
            prop_assert_eq!(again.promotion(), state.promotion());
            let is_short = state.screen == Screen::Entitled;
            let answer = if is_short { state.short_path(fold) } else { state.answer(fold) };
            let Some(answer) = answer else { continue };
            if !is_short {
                prop_assert_eq!(answer.assessment.is_some(), state.unreadable().is_none());
            }
            let questions: Vec<_> = answer.groups.iter().flat_map(|group| &group.questions).collect();
            prop_assert!(answer.groups.iter().all(|group| !group.questions.is_empty()));
            // Every need leads somewhere: to a question on the screen.
            for need in answer.needs.iter().filter(|_| state.screen != Screen::Entitled) {
                prop_assert!(questions.contains(&&need.jump_to), "{:?}", need);
            }
        }
    }

    /// The form, the messages below its boxes, and the answer are unchanged.
    #[test]
    fn a_refresh_restores_the_screen(actions in prop::collection::vec(action(), 0..60), is_elder in any::<bool>()) {
        let mut state = State { is_elder, ..State::new(IN_2024) };
        for action in actions {
            state = reduce(&state, action);
            let opened = State { is_elder, ..State::from_snapshot(state.today, &state.to_snapshot()) };
            let again = reduce(&opened, Action::Navigate(state.screen));
            prop_assert!(again.answer(fold) == state.answer(fold), "{}", state.to_snapshot());
            prop_assert!(again.short_path(fold) == state.short_path(fold), "{}", state.to_snapshot());
            prop_assert!(again.claims(fold) == state.claims(fold), "{}", state.to_snapshot());
            // The guide lies over the form.
            prop_assert!(state.screen == Screen::Guide || again.is_basis_folded() == state.is_basis_folded());
            for question in questions() {
                prop_assert_eq!(again.is_answered_by_role(question), state.is_answered_by_role(question), "{:?}", question);
            }
            // What is looked for belongs to the moment.
            let of_moment = |input: &Input| matches!(input, Input::GuideSearch | Input::Search(_));
            let all = subjects().into_iter().map(Input::Of).chain((0..=14_u8).map(month)).chain(other_inputs());
            for input in all.filter(|input| !of_moment(input)) {
                let shown = |state: &State| (state.field(input).map(|field| field.text.clone()), state.reading(input));
                prop_assert_eq!(shown(&again), shown(&state), "{:?}", input);
            }
        }
    }

    /// The receiver of a link sees the sender's answer, or a note of what was left out.
    #[test]
    fn a_link_brings_the_same_answer_or_names_what_it_left_out(
        actions in prop::collection::vec(action(), 0..60),
        rows in prop::collection::vec((prop::sample::select(vec!["电工", "焊工", "无人机驾驶员"]), 1..=5_u8, 1..=12_u8), 0..4),
        months in prop::collection::vec(0..500_u32, 12),
        screen in prop::sample::select(Calculator::all().collect::<Vec<_>>()).prop_map(screen_of),
    ) {
        let mut state = State::new(IN_2024);
        for action in actions {
            state = reduce(&state, action);
        }
        let mut page = Page(state).then(Action::Navigate(screen));
        for (place, count) in months.iter().enumerate() {
            page = page.typed(month(u8::try_from(place).unwrap() + 1), &count.to_string());
        }
        for (occupation, number, month) in rows {
            page = page.then(add("skill-subsidy.certificates"));
            let key = page.certificates().last().unwrap().key;
            page = page.certificate(key, occupation).then(pick_in(held(key, "level"), &number.to_string()));
            page = page.typed(held(key, "issuedOn"), &format!("2024-{month:02}-10"));
        }
        let answer = page.0.answer(fold).unwrap();
        let Some(link) = answer.link() else { return Ok(()) };
        let opened = reduce(&State::new(IN_2024), Action::OpenLink(Screen::Home, link.address(true)));
        prop_assert_eq!((opened.screen, opened.link), (screen, None));
        let names: Vec<_> = page.certificates().iter().map(|row| page.text(held(row.key, "occupation")).to_owned()).collect();
        if opened.left_out.is_empty() {
            let said = |answer: &Answer| answer.assessment.as_ref().map(|one| {
                let items: Vec<_> = one.judged().iter().map(|item| (item.outcome, item.amount, item.last_day())).collect();
                let steps: Vec<_> = one.steps.iter().map(|step| (step.formula.clone(), step.value.clone())).collect();
                (one.outcome, one.amount, one.needs.clone(), items, steps)
            });
            let again = opened.answer(fold).unwrap();
            prop_assert_eq!(said(&again), said(&answer), "{}", link.address(true));
            prop_assert_eq!(again.headline(), answer.headline());
            prop_assert_eq!(again.notice, answer.notice);
        } else {
            prop_assert_eq!(screen, Screen::Of(Calculator::SKILL_SUBSIDY));
            prop_assert!(names.iter().any(|name| !["电工", "焊工", ""].contains(&name.as_str())), "{:?}", names);
        }
    }

    #[test]
    fn no_stored_text_breaks_the_page(text in "([a-zA-Z.]{0,24}\t[?=01-9| ]{0,12}\n?){0,8}", any in any::<String>()) {
        let rows = |keys: &str| format!("skill-subsidy.certificates[]\t{keys}");
        for text in [text, any, rows("1 1|9"), rows("|9"), rows("9|3"), "refund.size\t=1".to_owned()] {
            let state = State { screen: Screen::Of(Calculator::SKILL_SUBSIDY), ..State::from_snapshot(IN_2024, &text) };
            prop_assert!(state.answer(fold).is_some());
            prop_assert!(!state.rows(q("skill-subsidy.certificates")).rows.is_empty());
        }
    }
}
