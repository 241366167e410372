//! The office's settings.

use super::*;

fn read(settings: &[(&str, &str)]) -> Site {
    let setting = |(name, text): &(&str, &str)| Setting { name: (*name).to_owned(), text: Some((*text).to_owned()) };
    Site::of(&SiteFile::Read(settings.iter().map(setting).collect()))
}

fn refused(name: &str, text: &str) -> SettingError {
    let site = read(&[(name, text)]);
    let [fault] = site.faults.as_slice() else { panic!("{name} {text}: {:?}", site.faults) };
    assert_eq!(fault.name, name);
    // The default is used.
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

/// The settings of a file, as `web::site` flattens them.
fn flattened(name: &str, value: &serde_json::Value, settings: &mut Vec<Setting>) {
    let below = |key: &str| if name.is_empty() { key.to_owned() } else { format!("{name}.{key}") };
    match value {
        serde_json::Value::Object(group) => {
            group.iter().for_each(|(key, value)| flattened(&below(key), value, settings))
        }
        serde_json::Value::Array(list) => {
            (0..).zip(list).for_each(|(at, value): (usize, _)| flattened(&below(&at.to_string()), value, settings));
        }
        other => settings.push(Setting { name: name.to_owned(), text: other.as_str().map(str::to_owned) }),
    }
}

fn of_json(text: &str) -> Site {
    let mut settings = Vec::new();
    flattened("", &serde_json::from_str(text).unwrap(), &mut settings);
    Site::of(&SiteFile::Read(settings))
}

#[test]
fn the_file_that_is_shipped_offers_the_places_and_changes_nothing_else() {
    let site = of_json(include_str!("../../../www/site.json"));
    assert_eq!(site.others_than("hebei"), ["gansu"]);
    assert!(site.places.is_first("hebei"));
    assert_eq!(Site { places: Site::default().places, ..site }, Site::default());
}

impl Site {
    fn others_than(&self, id: &str) -> Vec<&str> {
        self.places.others(id).into_iter().map(|offer| offer.id.as_str()).collect()
    }
}

#[test]
fn a_place_is_chosen_by_the_address_else_the_first_one_is() {
    let places = of_json(
        r#"{ "places": [{ "id": "gansu", "name": "甘肃省", "pack": "packs/gansu.pack" }, { "id": "hebei", "name": "河北省" }] }"#,
    )
    .places;
    let choose = |asked: Option<&str>| {
        let (offer, note) = places.choose(asked);
        (offer.id, note)
    };
    assert_eq!(choose(None), ("gansu".to_owned(), None));
    assert_eq!(choose(Some("hebei")), ("hebei".to_owned(), None));
    assert_eq!(choose(Some("ningxia")), ("gansu".to_owned(), Some(LawNote::NotOffered)));
    // Without any, the one that is built in.
    let (offer, note) = Site::default().places.choose(None);
    assert_eq!((offer.id.as_str(), offer.pack, note), (crate::heads::HEADS.place.id, None, None));
}

#[test]
fn a_place_that_is_written_wrongly_is_refused_and_the_others_are_offered() {
    for (place, name, why) in [
        (r#"{ "id": "gansu" }"#, "places.1", SettingError::NoPlace),
        (r#"{ "name": "甘肃省" }"#, "places.1", SettingError::NoPlace),
        (r#"{ "id": "甘肃", "name": "甘肃省" }"#, "places.1.id", SettingError::NoId),
        (r#"{ "id": "gansu", "name": "甘肃省" }"#, "places.1", SettingError::NoPack),
        (r#"{ "id": "gansu", "name": "甘肃省", "pack": "gansu.pack" }"#, "places.1.pack", SettingError::NotAPack),
        (r#"{ "id": "gansu", "name": "甘肃省", "pack": "packs/a/b.pack" }"#, "places.1.pack", SettingError::NotAPack),
        (r#"{ "id": "gansu", "name": "甘肃省", "pack": "packs/Gansu.pack" }"#, "places.1.pack", SettingError::NotAPack),
        (r#"{ "id": "hebei", "name": "河北省" }"#, "places.1", SettingError::PlaceTwice),
        (
            r#"{ "id": "gansu", "name": "甘肃省", "pack": "packs/g.pack", "sha256": "12" }"#,
            "places.1.sha256",
            SettingError::NoHash,
        ),
        (
            r#"{ "id": "gansu", "name": "甘肃省", "pack": "packs/g.pack", "color": "" }"#,
            "places.1.color",
            SettingError::NoSetting,
        ),
        (r#"{ "id": "gansu", "name": 1, "pack": "packs/g.pack" }"#, "places.1.name", SettingError::NoText),
        (r#"{ "id": "gansu", "name": "\u202e甘肃", "pack": "packs/g.pack" }"#, "places.1.name", SettingError::Hidden),
    ] {
        let site = of_json(&format!(r#"{{ "places": [{{ "id": "hebei", "name": "河北省" }}, {place}] }}"#));
        let first = site.faults.first().unwrap();
        assert_eq!((first.name.as_str(), first.why), (name, why), "{place}");
        assert!(site.places.is_first("hebei"), "{place}");
    }
}

#[test]
fn every_wrong_setting_is_refused_with_its_reason() {
    for text in ["石家庄", "shijiazhuang", "长安"] {
        assert_eq!(refused("region", text), SettingError::NoRegion);
    }
    for text in
        ["12", "0311 88012333", "0311--88012333", "-12333", "12333-", "０３１１-88012333", "12345678901234567", "电话"]
    {
        assert_eq!(refused("agency.phone", text), SettingError::NoPhone, "{text}");
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
        assert_eq!(refused("footer.icp", text), SettingError::NoIcp, "{text}");
    }
    for text in ["130123000", "13012300011", "13o1230001", "１３０１２３０００１"] {
        assert_eq!(refused("footer.siteCode", text), SettingError::NoCode, "{text}");
    }
    for (name, faint) in [("theme.accent", "#ff0"), ("theme.accentDark", "#004")] {
        assert_eq!(refused(name, "红色"), SettingError::NoColour);
        assert_eq!(refused(name, faint), SettingError::TooFaint);
    }
    assert_eq!(refused("agency.name", &"长".repeat(41)), SettingError::TooLong);
    for sign in ['\u{202e}', '\u{200b}', '\u{2066}', '\u{7}', '\u{feff}', '\u{2028}', '\n'] {
        assert_eq!(refused("agency.name", &format!("正定{sign}就业")), SettingError::Hidden, "{sign:?}");
    }
    for name in ["Region", "agency", "agency.tel", "", "__proto__", "place", "Places.0.id"] {
        assert_eq!(refused(name, "长安区"), SettingError::NoSetting);
    }
    let setting = Setting { name: "agency.phone".to_owned(), text: None };
    let site = Site::of(&SiteFile::Read(vec![setting]));
    assert_eq!(site.faults, [Fault { name: "agency.phone".to_owned(), why: SettingError::NoText }]);
}

#[test]
fn a_wrong_setting_leaves_the_others() {
    let site = read(&[("region", "月球"), ("agency.phone", "12333")]);
    assert_eq!((site.region, site.phone.as_str(), site.faults.len()), (None, "12333", 1));
}

#[test]
fn a_file_in_another_encoding_is_reported_once() {
    let site = read(&[("agency.name", "\u{fffd}\u{fffd}"), ("region", "\u{fffd}"), ("agency.phone", "12333")]);
    assert_eq!(site.faults, [Fault { name: String::new(), why: SettingError::Encoding }]);
    assert_eq!(site.phone, "");
    assert_eq!(Site::of(&SiteFile::Missing).faults.first().unwrap().why, SettingError::Missing);
    assert_eq!(Site::of(&SiteFile::Broken).faults.first().unwrap().why, SettingError::Broken);
}

#[test]
fn a_name_that_is_no_setting_is_shown_without_tricks() {
    let site = read(&[(&format!("\u{202e}{}", "x".repeat(99)), "")]);
    assert_eq!(site.faults.first().unwrap().name, "x".repeat(40));
}

fn with_site(page: Page) -> Page {
    let setting = Setting { name: "region".to_owned(), text: Some("正定县".to_owned()) };
    page.then(Action::Site(SiteFile::Read(vec![setting])))
}

fn region(page: &Page) -> Option<&'static str> {
    let slug = picked(&page.0, "unemployment-benefit.region")?;
    crate::api::policies::regions().iter().find(|region| region.slug == slug).map(|region| region.name)
}

#[test]
fn the_offices_region_is_chosen_where_nothing_is_answered() {
    let page = with_site(Page::open(Screen::Of(Calculator::UNEMPLOYMENT_BENEFIT)));
    assert_eq!(region(&page), Some("正定县"));
    assert!(page.0.is_site_region());
    let page = page.then(unsure("unemployment-benefit.region"));
    assert_eq!(region(&page), None);
    assert!(!page.0.is_site_region());
    assert_eq!(region(&page.then(Action::Restart)), Some("正定县"));
}

#[test]
fn the_offices_region_overwrites_no_answer() {
    let answered =
        Page::open(Screen::Of(Calculator::UNEMPLOYMENT_BENEFIT)).typed(i("unemployment-benefit.insuredMonths"), "60");
    assert_eq!(region(&with_site(answered)), None);
}

#[test]
fn a_link_opens_the_same_answer_for_every_region_of_the_office() {
    let answered = Page::open(Screen::Of(Calculator::UNEMPLOYMENT_BENEFIT))
        .then(pick("unemployment-benefit.separation", "dismissed"));
    let address = crate::api::link::of(&answered.answer().request.unwrap()).address(false);
    let benefit = Action::OpenLink(Screen::Of(Calculator::UNEMPLOYMENT_BENEFIT), address);
    let other = Action::OpenLink(Screen::Of(Calculator::REFUND), "?c=refund&y=2024".to_owned());
    for early in [true, false] {
        let open = |action: &Action| {
            let page = Page::open(Screen::Home);
            if early { with_site(page).then(action.clone()) } else { with_site(page.then(action.clone())) }
        };
        let opened = open(&other);
        assert_eq!((opened.0.screen, region(&opened)), (Screen::Of(Calculator::REFUND), Some("正定县")));
        let opened = open(&benefit);
        assert_eq!(opened.0.screen, Screen::Of(Calculator::UNEMPLOYMENT_BENEFIT));
        assert_eq!(picked(&opened.0, "unemployment-benefit.separation"), Some("dismissed"));
        assert_eq!(region(&opened), None);
    }
}
