//! Links on their way through chat programmes.

use super::*;

fn refund() -> Link {
    let number = |digits: &str, is_whole| LinkValue::Number { digits: digits.to_owned(), is_whole };
    let fact = |name, value| Fact { name, value };
    Link {
        calculator: Calculator::REFUND,
        year: Some(2024),
        as_of: Some(Date::new(2024, 9, 1)),
        facts: vec![
            fact("applicant", LinkValue::Word("enterprise")),
            fact("size", LinkValue::Word("small")),
            fact("averageInsured", number("30.5", false)),
            fact("benefitDrawers", number("6", true)),
            fact("premiumPaid", number("109207.30", false)),
            fact("creditListings", LinkValue::Words(vec![])),
            fact("zombie", LinkValue::Flag(false)),
        ],
        is_estimated: false,
        is_cut: false,
    }
}

#[test]
fn a_link_with_numbers_brings_everything_back() {
    let address = refund().address(true);
    assert!(address.starts_with("?c=refund&y=2024#1.pe.ss.n30_5.B6.y109207_30.c.z0.t20240901."), "{address}");
    assert_eq!(read(&address), Ok(refund()));
}

#[test]
fn a_link_without_numbers_holds_choices_alone() {
    let address = refund().address(false);
    assert!(address.starts_with("?c=refund&y=2024#1.pe.ss.c.z0."), "{address}");
    let link = read(&address).unwrap();
    assert_eq!(link.as_of, None);
    let names: Vec<_> = link.facts.iter().map(|fact| fact.name).collect();
    assert_eq!(names, ["applicant", "size", "creditListings", "zombie"]);
}

#[test]
fn chat_programmes_may_do_this_to_a_link() {
    let address = refund().address(true);
    let (query, fragment) = address.split_once('#').unwrap();
    for changed in [
        format!("https://example.gov.cn/a/b/{address}"),
        format!("{query}&from=singlemessage&isappinstalled=0#{fragment}"),
        format!("?utm_source=x&{}#{fragment}", &query[1..]),
        format!("{address}?from=timeline"),
        format!("{address}&isappinstalled=0"),
        format!("{address}#wechat_redirect"),
        format!("{address}.from_timeline"),
        format!("{query}%23{fragment}"),
        format!("{}%2523{fragment}", query.replace('&', "%26").replace('=', "%3D")),
        address.replace('?', "%3F").replace('=', "%3D").replace('&', "%26").replace('#', "%23"),
    ] {
        assert_eq!(read(&changed), Ok(refund()), "{changed}");
    }
}

#[test]
fn a_lost_fragment_is_reported_and_opens_the_calculator() {
    for address in ["?c=refund&y=2024", "?c=refund&y=2024#", "?c=refund&y=2024#/"] {
        let link = read(address).unwrap();
        assert!(link.is_cut && link.facts.is_empty(), "{address}");
        assert_eq!((link.calculator, link.year), (Calculator::REFUND, Some(2024)));
    }
}

#[test]
fn kinds_of_damage_are_distinguished() {
    let address = refund().address(true);
    assert_eq!(read(""), Err(LinkError::NoCalculator));
    assert_eq!(read("?c=pension#1.AAA"), Err(LinkError::NoCalculator));
    assert_eq!(read(&address.replace("#1.", "#3.")), Err(LinkError::NewerVersion));
    assert_eq!(read(&address.replace("ss", "sl")), Err(LinkError::Corrupt));
    assert_eq!(read(&address.replace("c=refund", "c=premium")), Err(LinkError::Corrupt));
    assert_eq!(read(&"x".repeat(100_000)), Err(LinkError::Corrupt));
    let (longest, longer) = ("x".repeat(32_000), "x".repeat(32_001));
    assert_eq!((read(&longest), read(&longer)), (Err(LinkError::NoCalculator), Err(LinkError::Corrupt)));
    // Cut anywhere, it is never another case.
    let start = address.find('#').unwrap() + 2;
    for end in start..address.len() {
        assert_eq!(read(&address[..end]), Err(LinkError::Corrupt), "{}", &address[..end]);
    }
}

#[test]
fn every_kind_of_damage_has_an_instruction() {
    for (damage, wanted) in [
        (LinkError::NoCalculator, "请从首页重新选"),
        (LinkError::NewerVersion, "请刷新页面"),
        (LinkError::Corrupt, "请重新填"),
    ] {
        assert!(damage.user_message().contains(wanted), "{damage:?}");
    }
}

#[test]
fn the_first_format_is_of_the_place_that_is_built_in() {
    let address = refund().address(true);
    assert_eq!(read(&address.replace("&y=", "&p=hebei&y=")), Ok(refund()), "named all the same");
    assert_eq!(read(&address.replace("&y=", "&p=gansu&y=")), Err(LinkError::OtherPlace), "no such law is in use");
    assert_eq!(read(&address.replace("#1.", "#2.")), Err(LinkError::Corrupt), "the second names another");
}

#[test]
fn an_address_asks_for_a_place_before_it_is_read() {
    let asked = |query: &str, fragment: &str| place_asked(query, fragment);
    assert_eq!(asked("?c=refund&p=gansu", ""), Some("gansu".to_owned()));
    assert_eq!(asked("?c=refund%26p%3Dgansu", ""), Some("gansu".to_owned()));
    assert_eq!(asked("?c=refund&y=2024", "1.pe.XXX"), Some("hebei".to_owned()), "a link of the first format");
    assert_eq!(asked("?c=refund", "1.pe.XXX"), Some("hebei".to_owned()), "its year is lost");
    for (query, fragment) in
        [("", ""), ("?c=refund", ""), ("?p=12", ""), ("?p=1a", "rd"), ("?p=", ""), ("?from=p", "title")]
    {
        assert_eq!(asked(query, fragment), None, "{query}#{fragment}");
    }
}

#[test]
fn no_letter_names_two_facts() {
    for calculator in Calculator::all() {
        let mut letters = vec![AS_OF, ESTIMATED];
        for field in fields(calculator) {
            letters.push(field.letter);
            if let Kind::Rows(inner) = &field.kind {
                let inner: Vec<_> = inner.iter().map(|field| field.letter).collect();
                let outer: Vec<_> =
                    fields(calculator).iter().map(|field| field.letter).chain([AS_OF, ESTIMATED]).collect();
                assert!(inner.iter().all(|letter| !outer.contains(letter)), "{calculator:?}");
                let mut unique = inner.clone();
                unique.sort_unstable();
                unique.dedup();
                assert_eq!(unique.len(), inner.len());
            }
        }
        let count = letters.len();
        letters.sort_unstable();
        letters.dedup();
        assert_eq!(letters.len(), count, "{calculator:?}");
    }
}
