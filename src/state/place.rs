//! The law that the page uses: the places that the office's settings offer, and the origin of the law in use.

use crate::heads::HEADS;
use crate::policy::date::Date;
use crate::state::site::{Fault, Setting, SettingError, Site, SiteFile};

/// A place that can be chosen on the page.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Offer {
    /// Its id, as addresses name it: `gansu`.
    pub id: String,
    /// Its name: 甘肃省.
    pub name: String,
    /// The file with its law; `None`: it is built in.
    pub pack: Option<String>,
    /// What the file must hash to, where the office has written that down.
    pub sha256: Option<String>,
}

/// The places of a site, the first of them first.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Places(Vec<Offer>);

/// Where the law in use comes from.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub enum Origin {
    /// It is built in.
    #[default]
    BuiltIn,
    /// A file next to the page.
    Pack {
        /// Its name.
        file: String,
        /// Its SHA-256 in hexadecimal digits.
        sha256: String,
        /// The day on which every measure in it had been checked.
        checked_on: Date,
    },
}

/// Why the page does not go by the law that was asked for.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum LawNote {
    /// The site does not offer the place.
    NotOffered,
    /// The file with the law of the place of that name did not come.
    NotLoaded(String),
    /// The file with the law of the place of that name was refused, and why.
    Refused(String, String),
}

/// The law that the page uses.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct InUse {
    /// Where it comes from.
    pub origin: Origin,
    /// Why it is not the one that was asked for.
    pub note: Option<LawNote>,
}

/// How the names of the settings of places begin.
pub(super) const PLACES: &str = "places.";
/// The folder of packs, and how their names end.
const FOLDER: &str = "packs/";
const ENDING: &str = ".pack";
/// The longest id of a place, and the digits of a hash.
const LONGEST_ID: usize = 40;
const DIGITS: usize = 64;

impl Places {
    /// The places that the settings offer; without any, the one that is built in.
    #[must_use]
    pub fn of(file: &SiteFile) -> Self {
        Self::offered(read(file).0)
    }

    fn offered(offers: Vec<Offer>) -> Self {
        if offers.is_empty() { Self::default() } else { Self(offers) }
    }

    /// The place that an address asks for, by its id; the first where it asks for none, or for one that is not offered.
    #[must_use]
    pub fn choose(&self, asked: Option<&str>) -> (Offer, Option<LawNote>) {
        let found = asked.and_then(|asked| self.0.iter().find(|offer| offer.id == asked));
        let note = asked.filter(|_| found.is_none()).map(|_| LawNote::NotOffered);
        (found.or(self.0.first()).cloned().unwrap_or_else(built_in), note)
    }

    /// Whether there are several to choose from.
    #[must_use]
    pub fn others(&self, chosen: &str) -> Vec<&Offer> {
        self.0.iter().filter(|offer| offer.id != chosen).collect()
    }

    /// Whether it is the one that the page opens with.
    #[must_use]
    pub fn is_first(&self, id: &str) -> bool {
        self.0.first().is_some_and(|first| first.id == id)
    }
}

impl Default for Places {
    fn default() -> Self {
        Self(vec![built_in()])
    }
}

fn built_in() -> Offer {
    Offer { id: HEADS.place.id.to_owned(), name: HEADS.place.name.to_owned(), pack: None, sha256: None }
}

impl Site {
    /// Takes the places of a file, and notes what is wrong with them.
    pub(super) fn take_places(&mut self, file: &SiteFile) {
        let (offers, faults) = read(file);
        self.faults.extend(faults);
        self.places = Places::offered(offers);
    }
}

/// The places of a file, without those that something is wrong with.
fn read(file: &SiteFile) -> (Vec<Offer>, Vec<Fault>) {
    let SiteFile::Read(settings) = file else { return (Vec::new(), Vec::new()) };
    let mut written: Vec<(&str, Offer)> = Vec::new();
    let mut faults = Vec::new();
    for setting in settings {
        let Some((number, key)) = setting.name.strip_prefix(PLACES).and_then(|rest| rest.split_once('.')) else {
            continue;
        };
        let place = written.iter().position(|(known, _)| *known == number).unwrap_or_else(|| {
            written.push((number, Offer::default()));
            written.len() - 1
        });
        let Some((_, offer)) = written.get_mut(place) else { continue };
        if let Err(why) = set(offer, key, setting) {
            faults.push(Fault { name: setting.name.clone(), why });
        }
    }
    let mut offers: Vec<Offer> = Vec::new();
    for (number, offer) in written {
        let why = match &offer {
            Offer { id, name, .. } if id.is_empty() || name.is_empty() => Some(SettingError::NoPlace),
            Offer { id, pack: None, .. } if id != HEADS.place.id => Some(SettingError::NoPack),
            Offer { id, .. } if offers.iter().any(|known| known.id == *id) => Some(SettingError::PlaceTwice),
            _ => None,
        };
        let own = [PLACES, number, "."].concat();
        match why {
            // Its missing setting was already reported.
            Some(_) if faults.iter().any(|fault| fault.name.starts_with(&own)) => {}
            Some(why) => faults.push(Fault { name: [PLACES, number].concat(), why }),
            None => offers.push(offer),
        }
    }
    (offers, faults)
}

fn set(offer: &mut Offer, key: &str, setting: &Setting) -> Result<(), SettingError> {
    let text = setting.text.as_deref().ok_or(SettingError::NoText)?.trim();
    let is_id = |text: &str| {
        let known = |letter: char| letter.is_ascii_lowercase() || letter.is_ascii_digit() || letter == '-';
        !text.is_empty() && text.len() <= LONGEST_ID && text.chars().all(known)
    };
    match key {
        "id" if is_id(text) => text.clone_into(&mut offer.id),
        "id" => return Err(SettingError::NoId),
        "name" => offer.name = super::site::plain(text)?,
        "pack" if text.is_empty() => {}
        "pack" => {
            let name = text.strip_prefix(FOLDER).and_then(|name| name.strip_suffix(ENDING));
            offer.pack = Some(name.filter(|name| is_id(name)).map(|_| text.to_owned()).ok_or(SettingError::NotAPack)?);
        }
        "sha256" if text.is_empty() => {}
        "sha256" => {
            let is_hash = text.len() == DIGITS && text.chars().all(|digit| digit.is_ascii_hexdigit());
            offer.sha256 = Some(is_hash.then(|| text.to_ascii_lowercase()).ok_or(SettingError::NoHash)?);
        }
        _ => return Err(SettingError::NoSetting),
    }
    Ok(())
}
