//! The messages to the page that frames this one, and their timing.

use super::*;

fn read(query: &str) -> Option<Embed> {
    Embed::read(query.split('&').filter_map(|pair| pair.split_once('=')))
}

fn port(query: &str) -> Port {
    Port::new(read(query).unwrap())
}

fn summary(yuan: &str) -> Summary {
    Summary {
        calculator: Calculator::REFUND,
        outcome: Outcome::Eligible,
        policy: "hebei-2024".to_owned(),
        status: Status::Open,
        evidence: Evidence::Official,
        amount: Some((yuan.to_owned(), yuan.to_owned())),
    }
}

fn names(port: &Port, message: &Message) -> Vec<&'static str> {
    port.written(message).into_iter().map(|(name, _)| name).collect()
}

#[test]
fn warnings_are_posted_once_the_host_answered() {
    let embed = Embed { is_unknown: true, ..read("embed=w1&accent=ff0").unwrap() };
    let mut port = Port::new(embed);
    assert_eq!(port.opened(), [Message::Error("unknown-calculator"), Message::Error("accent-too-faint")]);
    assert_eq!(names(&port, &Message::Ready("稳岗返还测算".to_owned())), ["ns", "v", "id", "type", "title"]);
}

#[test]
fn an_address_names_the_mode_of_embedding() {
    assert_eq!(read("c=refund"), None);
    let embed = read("c=refund&embed=w1&result=amount&scheme=auto&accent=0b4a8f&accent-dark=0b4a8f").unwrap();
    assert_eq!((embed.id.as_str(), embed.wanted, embed.is_auto), ("w1", Wanted::Amount, true));
    assert_eq!(embed.colours().len(), 1);
    assert_eq!(read("embed=1").unwrap().wanted, Wanted::Nothing);
    assert_eq!(read("embed=1&result=1").unwrap().wanted, Wanted::Outcome);
    assert_eq!(read("embed=1&result=0").unwrap().wanted, Wanted::Nothing);
    assert_eq!(read("embed=%3Cb%3E-0123456789abcdefgh").unwrap().id, "3Cb3E-0123456789");
}

#[test]
fn only_ready_is_posted_before_the_host_answers() {
    let mut port = port("embed=1&result=amount&accent=ff0");
    assert_eq!(port.measured(500), None);
    assert_eq!(port.answered(Some(summary("1.00"))), None);
    assert_eq!(port.revealed(10, 500), []);
    assert_eq!(port.opened(), [Message::Error("accent-too-faint"), Message::Result(summary("1.00"))]);
    assert_eq!(port.measured(500), Some(Message::Height(500)));
    assert_eq!(port.revealed(10, 500), [Message::ScrollIntoView(10)]);
    // Even during the pause.
    assert_eq!(port.revealed(700, 900), [Message::Height(900), Message::ScrollIntoView(700)]);
}

#[test]
fn a_height_is_posted_when_it_changed_and_after_a_pause() {
    let mut port = port("embed=1");
    port.opened();
    assert_eq!(port.measured(0), None);
    assert_eq!(port.measured(500), Some(Message::Height(500)));
    assert_eq!(port.measured(501), None);
    port.pause_over();
    assert_eq!(port.measured(500), None);
    assert_eq!(port.measured(400), Some(Message::Height(400)));
    // Asked again, it is posted again.
    port.opened();
    port.pause_over();
    assert_eq!(port.measured(400), Some(Message::Height(400)));
}

#[test]
fn an_answer_is_posted_once_and_only_with_what_was_requested() {
    let mut silent = port("embed=1");
    silent.opened();
    assert_eq!(silent.answered(Some(summary("1.00"))), None);

    let mut plain = port("embed=1&result=1");
    plain.opened();
    let message = plain.answered(Some(summary("1.00"))).unwrap();
    assert_eq!(
        names(&plain, &message),
        ["ns", "v", "id", "type", "calculator", "outcome", "policy", "status", "evidence"]
    );
    // Another amount is no change for a host that gets no amounts.
    assert_eq!(plain.answered(Some(summary("2.00"))), None);
    assert_eq!(plain.answered(None), None);

    let mut whole = port("embed=1&result=amount");
    whole.opened();
    let message = whole.answered(Some(summary("1815.08"))).unwrap();
    let last = whole.written(&message).pop();
    assert_eq!(last, Some(("max", Part::Text("1815.08".to_owned()))));
    assert!(whole.answered(Some(summary("2.00"))).is_some());
}
