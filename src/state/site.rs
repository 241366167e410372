//! The settings of the office that publishes the page, in `site.json` next to it: the region, its name and telephone,
//! its record numbers, its colour. A wrong setting is refused with a reason, and the default is used.

use crate::api::policies::regions;
use crate::policy::list::CollectSmall;
use crate::policy::pack::Region;
use crate::state::accent::{Accent, AccentError, Scheme};
use crate::state::place::{PLACES, Places};
use crate::state::{Embed, State};

/// The file as the browser read it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum SiteFile {
    /// It did not come.
    Missing,
    /// It is not a JSON object.
    Broken,
    /// Its settings.
    Read(Vec<Setting>),
}

/// A line of the file.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Setting {
    /// Its name, after the name of its group: `agency.name`.
    pub name: String,
    /// Its text; `None` for other values.
    pub text: Option<String>,
}

/// The settings of the office, with the valid ones only.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Site {
    /// The places whose law can be chosen.
    pub places: Places,
    /// The region that is chosen at first.
    pub region: Option<&'static Region>,
    /// The office's name.
    pub agency: String,
    /// The office's telephone.
    pub phone: String,
    /// ICP备案号.
    pub icp: String,
    /// 网站标识码.
    pub code: String,
    /// The colours of buttons and links, one per scheme.
    pub colours: Vec<(Scheme, Accent)>,
    /// What is wrong with the file.
    pub faults: Vec<Fault>,
}

/// What is wrong with the file: where, and what.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Fault {
    /// The setting; empty for the file itself.
    pub name: String,
    /// What is wrong with it.
    pub why: SettingError,
}

/// What is wrong.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum SettingError {
    /// The file did not come.
    Missing,
    /// The file cannot be read.
    Broken,
    /// Its characters were lost: it was not saved as UTF-8.
    Encoding,
    /// The setting is unknown.
    NoSetting,
    /// It is not a text.
    NoText,
    /// It is too long.
    TooLong,
    /// It has invisible characters.
    Hidden,
    /// No such region is built in.
    NoRegion,
    /// It is not a telephone number.
    NoPhone,
    /// It is not an ICP备案号.
    NoIcp,
    /// It is not a 网站标识码.
    NoCode,
    /// It is not a colour.
    NoColour,
    /// The colour would be hard to read.
    TooFaint,
    /// A place without an id or a name.
    NoPlace,
    /// It is not an id of a place.
    NoId,
    /// A place that is not built in, without a pack.
    NoPack,
    /// It is not a name of a pack.
    NotAPack,
    /// It is not a SHA-256.
    NoHash,
    /// The place is offered twice.
    PlaceTwice,
}

/// The longest text of any setting, in characters.
const LONGEST: usize = 40;
/// The digits of a 网站标识码.
const CODE_DIGITS: usize = 10;

impl Site {
    /// Takes the file as it came.
    #[must_use]
    pub fn of(file: &SiteFile) -> Self {
        let mut site = Self::default();
        match file {
            SiteFile::Missing => site.refuse("", SettingError::Missing),
            SiteFile::Broken => site.refuse("", SettingError::Broken),
            // In the wrong encoding every Chinese word is lost: that is reported once.
            SiteFile::Read(settings) if settings.iter().any(is_garbled) => site.refuse("", SettingError::Encoding),
            SiteFile::Read(settings) => {
                site.take_places(file);
                for setting in settings.iter().filter(|setting| !setting.name.starts_with(PLACES)) {
                    if let Err(why) = site.set(setting) {
                        site.refuse(&setting.name, why);
                    }
                }
            }
        }
        site
    }

    /// Its colours for the schemes for which the page that frames this one has none.
    #[must_use]
    pub fn colours_but(&self, embed: Option<&Embed>) -> Vec<(Scheme, Accent)> {
        let taken = embed.map(Embed::colours).unwrap_or_default();
        let is_free = |(scheme, _): &&(Scheme, Accent)| !taken.iter().any(|(other, _)| other == scheme);
        self.colours.iter().filter(is_free).copied().collect_small()
    }

    fn refuse(&mut self, name: &str, why: SettingError) {
        // An unknown name may be any text.
        let name = if why == SettingError::NoSetting { shown(name) } else { name.to_owned() };
        self.faults.push(Fault { name, why });
    }

    fn set(&mut self, setting: &Setting) -> Result<(), SettingError> {
        let name = setting.name.as_str();
        if !NAMES.contains(&name) {
            return Err(SettingError::NoSetting);
        }
        let text = setting.text.as_deref().ok_or(SettingError::NoText)?.trim();
        if text.is_empty() {
            return Ok(());
        }
        let text = plain(text)?;
        let text = text.as_str();
        match name {
            REGION => self.region = Some(region(text).ok_or(SettingError::NoRegion)?),
            AGENCY => text.clone_into(&mut self.agency),
            PHONE => self.phone = checked(text, is_phone, SettingError::NoPhone)?,
            ICP => self.icp = checked(text, is_icp, SettingError::NoIcp)?,
            CODE => self.code = checked(text, is_code, SettingError::NoCode)?,
            ACCENT => self.colours.push((Scheme::Light, colour(text, Scheme::Light)?)),
            _ => self.colours.push((Scheme::Dark, colour(text, Scheme::Dark)?)),
        }
        Ok(())
    }
}

const REGION: &str = "region";
const AGENCY: &str = "agency.name";
const PHONE: &str = "agency.phone";
const ICP: &str = "footer.icp";
const CODE: &str = "footer.siteCode";
const ACCENT: &str = "theme.accent";
const ACCENT_DARK: &str = "theme.accentDark";
const NAMES: [&str; 7] = [REGION, AGENCY, PHONE, ICP, CODE, ACCENT, ACCENT_DARK];

impl State {
    /// Takes the office's settings.
    pub(super) fn settle(&mut self, site: Site) {
        self.site = site;
        self.preselect();
    }
}

/// By its name, as an office writes it, or by its name in the API.
fn region(text: &str) -> Option<&'static Region> {
    regions().iter().find(|region| region.name == text || region.slug == text)
}

/// A text that is shown as it is.
pub(super) fn plain(text: &str) -> Result<String, SettingError> {
    if text.chars().count() > LONGEST {
        return Err(SettingError::TooLong);
    }
    if text.chars().any(is_hidden) { Err(SettingError::Hidden) } else { Ok(text.to_owned()) }
}

fn checked(text: &str, is_right: fn(&str) -> bool, why: SettingError) -> Result<String, SettingError> {
    if is_right(text) { Ok(text.to_owned()) } else { Err(why) }
}

fn colour(text: &str, scheme: Scheme) -> Result<Accent, SettingError> {
    Accent::read(text, scheme).map_err(|error| match error {
        AccentError::NotAColour => SettingError::NoColour,
        AccentError::TooFaint => SettingError::TooFaint,
    })
}

/// `0311-87654321`, `12333`, `400-123-4567`: digits in groups.
fn is_phone(text: &str) -> bool {
    let is_group = |group: &str| !group.is_empty() && group.chars().all(|digit| digit.is_ascii_digit());
    let digits = text.chars().filter(char::is_ascii_digit).count();
    text.split('-').all(is_group) && (3..=16).contains(&digits)
}

/// `冀ICP备12345678号` or `冀ICP备12345678号-1`.
fn is_icp(text: &str) -> bool {
    let Some((place, rest)) = text.split_once("ICP备") else { return false };
    let Some((number, part)) = rest.split_once('号') else { return false };
    let is_place = place.chars().count() == 1 && !place.is_ascii();
    let digits = |text: &str| !text.is_empty() && text.chars().all(|digit| digit.is_ascii_digit());
    is_place && digits(number) && (part.is_empty() || part.strip_prefix('-').is_some_and(digits))
}

fn is_code(text: &str) -> bool {
    text.len() == CODE_DIGITS && text.chars().all(|digit| digit.is_ascii_digit())
}

/// A replacement character for one that was lost.
fn is_garbled(setting: &Setting) -> bool {
    setting.text.iter().chain([&setting.name]).any(|text| text.contains('\u{fffd}'))
}

/// Characters that change the writing direction, join or separate letters, or move the pen.
fn is_hidden(sign: char) -> bool {
    sign.is_control()
        || matches!(sign,
            '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e007f}')
}

/// As much of a name as may be shown.
fn shown(name: &str) -> String {
    name.chars().filter(|sign| !is_hidden(*sign)).take(LONGEST).collect()
}
