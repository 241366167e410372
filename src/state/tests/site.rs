//! The office's settings.

use super::*;

fn read(settings: &[(&str, &str)]) -> Site {
    let setting = |(name, text): &(&str, &str)| Setting { name: (*name).to_owned(), text: Some((*text).to_owned()) };
    Site::of(&SiteFile::Read(settings.iter().map(setting).collect()))
}

fn refused(name: &str, text: &str) -> Why {
    let site = read(&[(name, text)]);
    let [fault] = site.faults.as_slice() else { panic!("{name} {text}: {:?}", site.faults) };
    assert_eq!(fault.name, name);
    // The default stands.
    assert_eq!(Site { faults: Vec::new(), ..site.clone() }, Site::default());
    fault.why
}

#[test]
fn every_setting_is_taken() {
    let site = read(&[
        ("region", "正定县"),
        ("agency.name", " 正定县就业服务中心 "),
        ("agency.phone", "0311-88012333"),
        ("footer.icp", "冀ICP备12345678号-1"),
        ("footer.siteCode", "1301230001"),
        ("theme.accent", "#a11"),
        ("theme.accentDark", "#8fc0f5"),
    ]);
    assert_eq!(site.faults, []);
    assert_eq!(site.region.unwrap().slug, "shijiazhuang/zhengding");
    assert_eq!((site.agency.as_str(), site.phone.as_str()), ("正定县就业服务中心", "0311-88012333"));
    assert_eq!((site.icp.as_str(), site.code.as_str()), ("冀ICP备12345678号-1", "1301230001"));
    assert_eq!(site.colours.len(), 2);
    assert_eq!(read(&[("region", "shijiazhuang/changan")]).region.unwrap().name, "长安区");
}

#[test]
fn what_is_left_empty_is_the_default() {
    let shipped = ["region", "agency.name", "agency.phone", "footer.icp", "footer.siteCode", "theme.accent"];
    assert_eq!(read(&shipped.map(|name| (name, ""))), Site::default());
    assert_eq!(read(&[("agency.name", "  ")]), Site::default());
}

#[test]
fn the_file_that_is_shipped_changes_nothing() {
    let text = include_str!("../../../www/site.json");
    let file: serde_json::Value = serde_json::from_str(text).unwrap();
    let mut names = Vec::new();
    for (name, value) in file.as_object().unwrap() {
        match value.as_object() {
            None => names.push((name.clone(), value.as_str().unwrap())),
            Some(group) => {
                names.extend(group.iter().map(|(end, value)| (format!("{name}.{end}"), value.as_str().unwrap())))
            }
        }
    }
    let settings: Vec<_> = names.iter().map(|(name, text)| (name.as_str(), *text)).collect();
    assert_eq!(settings.len(), 7);
    assert_eq!(read(&settings), Site::default());
}

#[test]
fn every_wrong_setting_is_refused_with_its_reason() {
    for text in ["石家庄", "shijiazhuang", "长安"] {
        assert_eq!(refused("region", text), Why::NoRegion);
    }
    for text in
        ["12", "0311 88012333", "0311--88012333", "-12333", "12333-", "０３１１-88012333", "12345678901234567", "电话"]
    {
        assert_eq!(refused("agency.phone", text), Why::NoPhone, "{text}");
    }
    for text in [
        "冀ICP备号",
        "ICP备12345678号",
        "冀ICP备1234567",
        "河北ICP备12345678号",
        "冀ICP备12345678号-",
        "冀ICP证12345678号",
        "<b>ICP备1号",
    ] {
        assert_eq!(refused("footer.icp", text), Why::NoIcp, "{text}");
    }
    for text in ["130123000", "13012300011", "13o1230001", "１３０１２３０００１"] {
        assert_eq!(refused("footer.siteCode", text), Why::NoCode, "{text}");
    }
    for (name, faint) in [("theme.accent", "#ff0"), ("theme.accentDark", "#004")] {
        assert_eq!(refused(name, "红色"), Why::NoColour);
        assert_eq!(refused(name, faint), Why::TooFaint);
    }
    assert_eq!(refused("agency.name", &"长".repeat(41)), Why::TooLong);
    for sign in ['\u{202e}', '\u{200b}', '\u{2066}', '\u{7}', '\u{feff}', '\u{2028}', '\n'] {
        assert_eq!(refused("agency.name", &format!("正定{sign}就业")), Why::Hidden, "{sign:?}");
    }
    for name in ["Region", "agency", "agency.tel", "", "__proto__"] {
        assert_eq!(refused(name, "长安区"), Why::NoSetting);
    }
    let setting = Setting { name: "agency.phone".to_owned(), text: None };
    let site = Site::of(&SiteFile::Read(vec![setting]));
    assert_eq!(site.faults, [Fault { name: "agency.phone".to_owned(), why: Why::NoText }]);
}

#[test]
fn a_wrong_setting_leaves_the_others() {
    let site = read(&[("region", "月球"), ("agency.phone", "12333")]);
    assert_eq!((site.region, site.phone.as_str(), site.faults.len()), (None, "12333", 1));
}

#[test]
fn a_file_in_another_encoding_is_said_once() {
    let site = read(&[("agency.name", "\u{fffd}\u{fffd}"), ("region", "\u{fffd}"), ("agency.phone", "12333")]);
    assert_eq!(site.faults, [Fault { name: String::new(), why: Why::Encoding }]);
    assert_eq!(site.phone, "");
    assert_eq!(Site::of(&SiteFile::Missing).faults.first().unwrap().why, Why::Missing);
    assert_eq!(Site::of(&SiteFile::Broken).faults.first().unwrap().why, Why::Broken);
}

#[test]
fn a_name_that_is_no_setting_is_shown_without_tricks() {
    let site = read(&[(&format!("\u{202e}{}", "x".repeat(99)), "")]);
    assert_eq!(site.faults.first().unwrap().name, "x".repeat(40));
}

fn settled(page: Page) -> Page {
    let setting = Setting { name: "region".to_owned(), text: Some("正定县".to_owned()) };
    page.then(Action::Site(SiteFile::Read(vec![setting])))
}

fn region(page: &Page) -> Option<&'static str> {
    let slug = picked(&page.0, "unemployment-benefit.region")?;
    crate::api::policies::regions().iter().find(|region| region.slug == slug).map(|region| region.name)
}

#[test]
fn the_offices_region_is_chosen_where_nothing_is_answered() {
    let page = settled(Page::open(Screen::Of(Calculator::UNEMPLOYMENT_BENEFIT)));
    assert_eq!(region(&page), Some("正定县"));
    assert!(page.0.is_site_region());
    let page = page.then(unsure("unemployment-benefit.region"));
    assert_eq!(region(&page), None);
    assert!(!page.0.is_site_region());
    assert_eq!(region(&page.then(Action::Restart)), Some("正定县"));
}

#[test]
fn the_offices_region_takes_nothing_back_that_somebody_answered() {
    let answered =
        Page::open(Screen::Of(Calculator::UNEMPLOYMENT_BENEFIT)).typed(i("unemployment-benefit.insuredMonths"), "60");
    assert_eq!(region(&settled(answered)), None);
}

#[test]
fn a_link_opens_the_same_answer_whatever_the_offices_region_is() {
    let answered = Page::open(Screen::Of(Calculator::UNEMPLOYMENT_BENEFIT))
        .then(pick("unemployment-benefit.separation", "dismissed"));
    let address = crate::api::link::of(&answered.answer().request.unwrap()).address(false);
    let benefit = Action::OpenLink(Screen::Of(Calculator::UNEMPLOYMENT_BENEFIT), address);
    let other = Action::OpenLink(Screen::Of(Calculator::REFUND), "?c=refund&y=2024".to_owned());
    for early in [true, false] {
        let open = |action: &Action| {
            let page = Page::open(Screen::Home);
            if early { settled(page).then(action.clone()) } else { settled(page.then(action.clone())) }
        };
        let opened = open(&other);
        assert_eq!((opened.0.screen, region(&opened)), (Screen::Of(Calculator::REFUND), Some("正定县")));
        let opened = open(&benefit);
        assert_eq!(opened.0.screen, Screen::Of(Calculator::UNEMPLOYMENT_BENEFIT));
        assert_eq!(picked(&opened.0, "unemployment-benefit.separation"), Some("dismissed"));
        assert_eq!(region(&opened), None);
    }
}
