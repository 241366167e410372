//! The page as a link opens it.

use super::*;
use crate::api::Request;
use crate::api::link::{self, LinkError};
use crate::policy::money::Money;
use crate::policy::month::Month;
use crate::policy::ratio::AverageInsured;
use wengang_engine::Case;

/// What a link of the page's answers opens again.
fn through_a_link(page: &Page, with_numbers: bool) -> State {
    let request = page.answer().request.unwrap();
    opened(Screen::Home, &link::of(&request).address(with_numbers))
}

/// The page as an address opens it that names this screen.
fn opened(named: Screen, address: &str) -> State {
    reduce(&State::new(IN_2024), Action::OpenLink(named, address.to_owned()))
}

fn refund_of(state: &State) -> Case {
    let request = state.answer(fold).unwrap().request.unwrap();
    assert_eq!(request.calculator, Calculator::REFUND);
    request.case
}

#[test]
fn a_link_with_numbers_opens_the_same_case() {
    let page = Page::employer().then(pick("refund.creditListings", "wage-arrears")).then(pick("refund.zombie", "no"));
    let state = through_a_link(&page, true);
    assert_eq!(refund_of(&state), refund_of(&page.0));
    assert_eq!((state.screen, state.link), (Screen::Of(Calculator::REFUND), None));
}

#[test]
fn a_link_without_numbers_opens_the_choices() {
    let state = through_a_link(&Page::employer(), false);
    assert_eq!(picked(&state, "refund.size"), Some("small"));
    assert_eq!(state.left_out, [LeftOut::Numbers]);
    assert_eq!(reduce(&state, Action::Navigate(Screen::Rounds)).left_out, []);
    let is_blank = |name| state.field(i(name)).unwrap().is_blank();
    assert!(is_blank("refund.premiumPaid") && is_blank("refund.averageInsured") && state.as_of.is_blank());
}

#[test]
fn a_class_that_is_one_of_several_goes_through_a_link() {
    let page = Page::employer().then(pick("refund.size", "not-large"));
    for with_numbers in [true, false] {
        let state = through_a_link(&page, with_numbers);
        assert_eq!(picked(&state, "refund.size"), Some("not-large"));
    }
    assert_eq!(refund_of(&through_a_link(&page, true)), refund_of(&page.0));
}

#[test]
fn certificates_come_back_with_the_names_that_are_the_pages_own() {
    let page = Page::worker().certificate(1, "电工").then(pick("skill-subsidy.received", "yes"));
    let page = page
        .typed(had(1, "occupation"), "<b>快来领钱</b>")
        .then(pick_in(had(1, "level"), &5.to_string()))
        .typed(had(1, "receivedOn"), "2024-02-01");
    let state = through_a_link(&page, true);
    let state = Page(state);
    let level = |input| match input {
        Input::Of(subject) => state.0.picked(subject).one(),
        _ => None,
    };
    assert_eq!((level(held(1, "level")), state.text(held(1, "occupation"))), (Some("4"), "电工"));
    assert_eq!(state.text(held(1, "issuedOn")), "2024-03-10");
    assert_eq!((level(had(1, "level")), state.text(had(1, "occupation"))), (Some("5"), ""));
    assert_eq!(picked(&state.0, "skill-subsidy.received"), Some("yes"));
    let state = state.0;
    // A text of a link is never shown: the receiver gets a note of what to fill in.
    assert_eq!(state.left_out, [LeftOut::Occupations]);
    assert!(!format!("{state:?}").contains("快来"));
}

#[test]
fn a_required_month_that_is_missing_is_the_month_of_the_links_day() {
    let day = Date::new(2023, 12, 8);
    let premium = ("monthlyWage", Some(FactValue::Money(Money::from_fen(500_000))));
    let benefit = ("insuredMonths", Some(FactValue::Count(14)));
    for (calculator, fact) in [(Calculator::PREMIUM, premium), (Calculator::UNEMPLOYMENT_BENEFIT, benefit)] {
        let asked = Request::of(calculator, day, vec![fact]).unwrap();
        let state = opened(Screen::Home, &link::of(&asked).address(true));
        let month = match calculator {
            Calculator::PREMIUM => i("premium.month"),
            _ => i("unemployment-benefit.firstMonth"),
        };
        assert_eq!(state.field(month).unwrap().text, "2023-12");
        let choices = opened(Screen::Home, &link::of(&asked).address(false));
        assert!(choices.field(month).unwrap().is_blank());
    }
    let month = ("month", Some(FactValue::Month(Month::of(Date::new(2024, 5, 1)))));
    let asked = Request::of(Calculator::PREMIUM, day, vec![month]).unwrap();
    let state = opened(Screen::Home, &link::of(&asked).address(true));
    assert_eq!(state.field(i("premium.month")).unwrap().text, "2024-05");
}

#[test]
fn a_twelfth_goes_as_the_sum_of_its_months() {
    let of = |sum: u64| {
        let average = AverageInsured::from_person_months(sum).unwrap();
        let facts = vec![("averageInsured", Some(FactValue::Average(average)))];
        link::of(&Request::of(Calculator::REFUND, IN_2024, facts).unwrap()).address(true)
    };
    for (sum, token) in [(365, ".M365."), (364, ".M364."), (366, ".n30_5."), (360, ".N30.")] {
        assert!(of(sum).contains(token), "{}", of(sum));
    }
}

#[test]
fn twelve_headcounts_come_back_for_every_sum() {
    for last in ["120", "121", "122", "123"] {
        let mut page = Page::employer().then(by_month(true));
        for month in 1..=12 {
            page = page.typed(self::month(month), if month == 12 { last } else { "120" });
        }
        let state = through_a_link(&page, true);
        assert_eq!(refund_of(&state), refund_of(&page.0), "{last}");
        assert!(state.reading(i("refund.averageInsured")).understood().is_some(), "{last}");
        assert_eq!(state.left_out, []);
    }
}

#[test]
fn an_estimate_stays_one_through_a_link() {
    let page = Page::employer().then(Action::UseEstimate(Money::from_fen(1_200_000)));
    let address = page.answer().link().unwrap().address(true);
    let state = opened(Screen::Home, &address);
    assert!(state.is_estimated() && state.answer(fold).unwrap().notice.estimated, "{address}");
    // Without the amount there is no estimate either.
    assert!(!page.answer().link().unwrap().address(false).contains(".a."));
    assert!(!opened(Screen::Home, &Page::employer().answer().link().unwrap().address(true)).is_estimated());
}

#[test]
fn a_campaigns_link_left_nothing_out() {
    let region = crate::api::policies::regions().first().unwrap();
    for region in [None, Some(region)] {
        let address = link::promotion::address(Calculator::UNEMPLOYMENT_BENEFIT, region, "sms-01", IN_2024);
        assert_eq!(opened(Screen::Of(Calculator::UNEMPLOYMENT_BENEFIT), &address).left_out, [], "{address}");
    }
}

#[test]
fn messages_about_a_link_are_on_the_screen_that_it_opens() {
    let state = opened(Screen::Of(Calculator::REFUND), "?c=refund&y=2024");
    assert_eq!((state.screen, state.link), (Screen::Of(Calculator::REFUND), Some(LinkNote::Cut)));
    let state = opened(Screen::Of(Calculator::REFUND), "?c=refund&y=2024#1.pe.XXX");
    assert_eq!(
        (state.screen, state.link),
        (Screen::Of(Calculator::REFUND), Some(LinkNote::Damaged(LinkError::Corrupt)))
    );
    let old = link::of(&Page::on(Date::new(2023, 5, 1), Screen::Of(Calculator::REFUND)).answer().request.unwrap())
        .address(false);
    let state = opened(Screen::Of(Calculator::REFUND), &old);
    assert_eq!(state.link, Some(LinkNote::OtherYear(2023)));
    assert_eq!(reduce(&state, Action::Navigate(Screen::Home)).link, None);
}

/// What chat programmes, mail readers, portals and people append to an address: to its query, or as a fragment.
const TAILS: [&str; 34] = [
    "",
    "&from=singlemessage&isappinstalled=0",
    "&from=groupmessage",
    "&from=timeline&scene=2&clicktime=1732860000&enterid=1732860000",
    "&nsukey=a%2Bb%2F%3D",
    "&city=1",
    "&my=2024",
    "&utm_source=weixin&utm_medium=%E7%9F%AD%E4%BF%A1",
    "&spm=a2c6h.12873639.article-detail.7",
    "&wxfrom=5&wx_lazy=1",
    "&_t=1732860000000",
    "&share_token=6f1c-8a&tt_from=weixin",
    "&code=0813aB&state=STATE",
    "&redirect=%23%2Fhome",
    "&fbclid=IwAR0&gclid=x.y",
    "&tdsourcetag=s_pctim_aiomsg",
    "&ADUIN=1&ADSESSION=2&ADTAG=CLIENT.QQ",
    "&amp;from=timeline",
    "#",
    "#/",
    "#!/",
    "#rd",
    "#wechat_redirect",
    "#mp.weixin.qq.com",
    "#?from=timeline",
    "#main",
    "#:~:text=%E7%A8%B3%E5%B2%97",
    "，快来",
    "。",
    "%EF%BC%8C%E5%BF%AB%E6%9D%A5#",
    "）看看",
    " 点开算一算",
    "&from=singlemessage#wechat_redirect",
    "&nsukey=a%2Bb#rd",
];

#[test]
fn an_appended_fragment_opens_the_calculator_empty_without_a_message() {
    for calculator in Calculator::all() {
        let screen = screen_of(calculator);
        let empty = opened(screen, "");
        assert_eq!((empty.screen, empty.link), (screen, None));
        for tail in TAILS {
            // By the query and, where nothing is glued to its name, by the calculator's own document.
            let by_query = ["?c=", calculator.code(), tail].concat();
            let by_document = tail.starts_with(['&', '#']).then(|| tail.replacen('&', "?", 1));
            for address in [Some(by_query), by_document].into_iter().flatten() {
                assert_eq!(opened(screen, &address), empty, "{calculator:?} {address}");
            }
        }
    }
}

#[test]
fn what_others_append_to_a_link_leaves_its_answers() {
    let request = Page::employer().answer().request.unwrap();
    let address = link::of(&request).address(true);
    let plain = opened(Screen::Of(Calculator::REFUND), &address);
    let (query, fragment) = address.split_once('#').unwrap();
    for tail in TAILS {
        let (of_query, of_fragment) = tail.split_once('#').unwrap_or((tail, ""));
        let changed = match tail.split_once('#') {
            Some(_) => format!("{query}{of_query}#{fragment}#{of_fragment}"),
            None => format!("{query}{tail}#{fragment}{tail}"),
        };
        assert_eq!(opened(Screen::Of(Calculator::REFUND), &changed), plain, "{changed}");
        // The document names the calculator where the query was lost.
        let document = format!("?{}#{fragment}{of_fragment}", of_query.trim_start_matches('&'));
        assert_eq!(opened(Screen::Of(Calculator::REFUND), &document), plain, "{document}");
    }
}

#[test]
fn a_damaged_link_is_reported_with_any_appended_text() {
    let request = Page::employer().answer().request.unwrap();
    let address = link::of(&request).address(true);
    let start = address.find('#').unwrap();
    for tail in ["", "&from=timeline", "#rd", "，快来", "?nsukey=a%2Bb"] {
        for end in start + 2..address.len() {
            let cut = [&address[..end], tail].concat();
            assert_eq!(
                opened(Screen::Of(Calculator::REFUND), &cut).link,
                Some(LinkNote::Damaged(LinkError::Corrupt)),
                "{cut}"
            );
        }
        for lost in [&address[..start], &address[..=start]] {
            let cut = [lost, tail].concat();
            assert_eq!(opened(Screen::Of(Calculator::REFUND), &cut).link, Some(LinkNote::Cut), "{cut}");
        }
    }
}

#[test]
fn a_query_that_is_no_link_opens_what_it_names() {
    let state = opened(Screen::Home, "?from=%E5%BE%AE%E4%BF%A1");
    assert_eq!((state.screen, state.link), (Screen::Home, None));
}
