//! Everything that a measure's file declares is asked, stored and linked: an added fact or option needs no Rust.

use wengang_engine::pack::FactKind;

use super::*;
use crate::law;

/// Every fact of every measure.
pub(super) fn questions() -> Vec<Question> {
    let of = |of: Calculator| {
        let facts = law::measure(of).unwrap().facts.iter();
        facts.map(move |fact| Question::named(of, &fact.id).unwrap())
    };
    Calculator::all().flat_map(of).collect()
}

/// Every answer that can be picked, or one that can be typed.
fn answers(subject: Subject) -> Vec<Action> {
    let declared = subject.declared().unwrap();
    let text = match declared.kind {
        FactKind::Count(_) => declared.min.max(1).to_string(),
        FactKind::Average(_) => "30.5".to_owned(),
        FactKind::Money(_) => "1000".to_owned(),
        FactKind::Date => "2024-03-10".to_owned(),
        FactKind::Month => "2024-08".to_owned(),
        // No other text of a link is shown.
        FactKind::Text => "电工".to_owned(),
        FactKind::Choice(_) | FactKind::Choices(_) | FactKind::YesNo | FactKind::List(_) => {
            let words = declared.words_of(["是", "不是"]);
            return words.iter().map(|(id, _)| Action::pick(subject, id)).collect();
        }
    };
    vec![Action::Type(Input::Of(subject), text)]
}

/// Every answer to a question; of a list, a row with every answer in turn.
fn all_answers(question: Question) -> Vec<Vec<Action>> {
    if question.list().is_none() {
        return answers(question.into()).into_iter().map(|action| vec![action]).collect();
    }
    let fields = question.fields().map(|(place, _)| answers(question.cell(1, place)));
    let fields: Vec<_> = fields.collect();
    let most = fields.iter().map(Vec::len).max().unwrap();
    let row = |turn: usize| fields.iter().map(move |all| all[turn.min(all.len() - 1)].clone());
    let yes = question.asks_whether().then(|| Action::pick(question, "yes"));
    (0..most).map(|turn| yes.clone().into_iter().chain(row(turn)).collect()).collect()
}

#[test]
fn every_declared_fact_is_asked_stored_and_linked() {
    for question in questions() {
        let screen = screen_of(question.of);
        let declared = question.declared().unwrap();
        assert!(!declared.ask(IN_2024).is_empty() && !question.id().is_empty(), "{}", question.name());
        for actions in all_answers(question) {
            let page = actions.iter().cloned().fold(Page::open(screen), Page::then);
            let of = format!("{} {actions:?}", question.name());
            assert!(page.0.is_touched(question) && page.0.is_done(question), "{of}");
            assert!(page.on_screen().contains(&question), "{of}");
            let answer = page.answer();
            let request = answer.request.as_ref().unwrap();
            assert!(request.case.get(question.place).is_some(), "{of}");
            // Over a refresh.
            let again = State { screen, ..State::from_snapshot(IN_2024, &page.0.to_snapshot()) };
            assert_eq!(again.answers, page.0.answers, "{of}");
            // Through a link.
            let link = answer.link().unwrap().address(true);
            let opened = reduce(&State::new(IN_2024), Action::OpenLink(Screen::Home, link));
            let case = opened.answer(fold).unwrap().request.unwrap().case;
            assert_eq!(case.get(question.place), request.case.get(question.place), "{of}");
        }
    }
}
