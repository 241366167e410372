//! Any bytes as `site.json`.

use serde_json::Value as Json;
use wengang::policy::date::Date;
use wengang::state::{Action, Setting, Site, SiteFile, State, reduce};

/// For any content, nothing long and nothing hidden gets onto the page, and every doubt is reported.
pub fn check(data: &[u8]) {
    let file = match serde_json::from_slice::<Json>(data) {
        Ok(Json::Object(groups)) => SiteFile::Read(groups.into_iter().flat_map(settings).collect()),
        _ => SiteFile::Broken,
    };
    let site = Site::of(&file);
    assert_eq!(site, Site::of(&file));
    for text in [&site.agency, &site.phone, &site.icp, &site.code] {
        assert!(text.chars().count() <= 40 && !text.contains(is_unseen), "{text:?}");
    }
    if let SiteFile::Read(settings) = &file {
        assert!(site.faults.len() + site.colours.len() <= settings.len().max(1));
    }
    for (scheme, accent) in &site.colours {
        assert!(accent.properties(*scheme).iter().all(|(_, value)| value.len() == "#0b4a8f".len()));
    }
    let state = reduce(&State::new(Date::new(2026, 11, 25)), Action::Site(file));
    assert_eq!((state.is_site_region(), state.site), (site.region.is_some(), site));
}

/// Control characters, those that have no width, and those that turn the direction of writing.
fn is_unseen(sign: char) -> bool {
    sign.is_control()
        || matches!(u32::from(sign), 0xad | 0x61c | 0x180e | 0x200b..=0x200f | 0x2028..=0x202e | 0x2060..=0x206f | 0xfeff)
}

/// The settings of a group, as `src/web/site.rs` reads them with the browser's own JSON.
fn settings((name, value): (String, Json)) -> Vec<Setting> {
    let text = |value: &Json| value.as_str().map(ToOwned::to_owned);
    match &value {
        Json::Object(group) => {
            group.iter().map(|(end, value)| Setting { name: format!("{name}.{end}"), text: text(value) }).collect()
        }
        _ => vec![Setting { name, text: text(&value) }],
    }
}
