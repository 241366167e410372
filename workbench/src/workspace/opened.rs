//! Files that were opened: a folder of law, or a draft that was put away.

use std::sync::Arc;

use serde_json::{Value as Json, json};
use wengang_compiler::Pack;
use wengang_engine::{Date, packed};

use super::{SOURCES, Workspace};
use crate::notice::Notice;
use crate::quotes;
use crate::release::Signed;

/// A pack that was opened: compiled, so that it can be compared with, but not edited.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct OpenedPack {
    /// The place that it is of.
    pub place: String,
    /// Its digest, in lower-case hexadecimal digits.
    pub sha256: String,
    /// The law.
    pub pack: Pack,
}

/// What a draft says beside its files.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Draft {
    /// The place that is worked on.
    pub place: String,
    /// Which document the notice is, where it is registered.
    pub document: Option<String>,
    /// Who made the change, who looked it over, and when.
    pub signed: Signed,
    /// The case that is tried, as a request of the API.
    pub trial: Json,
}

/// The file of a draft that holds it.
pub(crate) const DRAFT: &str = "draft.json";

/// The pack of a draft that its edits are compared with.
pub(crate) const BESIDE: &str = "compared-with.pack";

impl Draft {
    /// As the text of its file.
    pub(crate) fn write(&self) -> String {
        let Signed { by, reviewed_by, on } = &self.signed;
        let on = on.map(|day| day.to_string());
        let (place, document, trial) = (&self.place, &self.document, &self.trial);
        json!({ "place": place, "document": document, "by": by, "reviewedBy": reviewed_by, "on": on, "trial": trial })
            .to_string()
    }

    fn read(bytes: &[u8]) -> Option<Self> {
        let read: Json = serde_json::from_slice(bytes).ok()?;
        let given = |key: &str| read.get(key).and_then(Json::as_str).map(str::to_owned);
        let word = |key: &str| given(key).unwrap_or_default();
        let on = given("on").and_then(|day| Date::parse(&day).ok());
        let signed = Signed { by: word("by"), reviewed_by: word("reviewedBy"), on };
        let trial = read.get("trial").cloned().unwrap_or_default();
        Some(Self { place: word("place"), document: given("document"), signed, trial })
    }
}

impl Workspace {
    /// Takes a pack: it is compared with the files, and the edits with it.
    ///
    /// # Errors
    /// A sentence: the bytes are no pack of a place that there is, or files of it are missing.
    pub fn open_pack(&mut self, bytes: &[u8]) -> Result<String, String> {
        let broken = |error: packed::PackedError| format!("这个政策包读不了，或者没有传完整：{error}");
        let pack = packed::read(bytes).map_err(broken)?;
        let sha256 = packed::header(bytes).map_err(broken)?.digest();
        let place = pack.place.id.clone();
        if !self.places().iter().any(|(id, _)| *id == place) {
            return Err(format!("这是{}的政策包，这里没有那个地方的政策文件：请打开它的压缩包", pack.place.name));
        }
        self.choose(&place);
        let is_same = self.compile().is_ok_and(|own| own == pack);
        let short: String = sha256.chars().take(12).collect();
        let name = pack.place.name.clone();
        self.pack = Some(Arc::new(OpenedPack { place, sha256, pack }));
        Ok(if is_same {
            format!("{name}的政策包（校验值 {short}）和这里的政策文件一样：直接改，改动和它比")
        } else {
            format!(
                "{name}的政策包（校验值 {short}）和这里的政策文件不一样，不同的数看“改动的影响”。政策包是编译好的，\
                 要在它上面接着改，请再打开和它一起存下的压缩包"
            )
        })
    }

    /// Compares with the files again, no longer with a pack.
    pub fn put_pack_away(&mut self) {
        self.pack = None;
    }

    /// Takes files that were opened, by their names below `policies/`; what they lack is the built-in law's. Returns how
    /// many there are, and what a draft says beside them.
    ///
    /// # Errors
    /// A sentence: there is no law among them.
    pub fn open(&mut self, opened: &[(String, Vec<u8>)]) -> Result<(usize, Option<Draft>), String> {
        let mut files = Vec::new();
        let (mut pasted, mut draft, mut beside) = (None, None, None);
        for (name, bytes) in opened {
            if name == PASTED {
                pasted = String::from_utf8(bytes.clone()).ok();
            }
            if name == BESIDE {
                beside = Some(bytes);
            }
            if name == DRAFT {
                draft = Draft::read(bytes);
            }
            let Some(name) = below_policies(name) else { continue };
            let Ok(text) = String::from_utf8(bytes.clone()) else {
                return Err(format!("{name} 不是 UTF-8 编码，请用记事本打开，另存为 UTF-8"));
            };
            files.push((name, text.trim_start_matches('\u{FEFF}').replace("\r\n", "\n")));
        }
        if !files.iter().any(|(name, _)| name.ends_with(".toml")) {
            return Err("里面没有政策文件（.toml）：请选 policies 文件夹，或者工作台存下的压缩包".to_owned());
        }
        let count = files.len();
        // A draft brings the notice that it was begun with.
        let is_new = |name: &str| name.starts_with(SOURCES) && !self.base.contains_key(name);
        let registered = draft.as_ref().and_then(|draft| draft.document.as_ref());
        let source = |(name, text): &(String, String)| {
            let key = name.strip_prefix(SOURCES)?.strip_suffix(".md")?;
            let is_it = registered.map_or_else(|| is_new(name), |registered| registered == key);
            Some((key.to_owned(), quotes::body(text)?)).filter(|_| is_it)
        };
        let notice = files.iter().find_map(source);
        if let Some((key, text)) = notice {
            self.notice = Notice::new(text.trim());
            self.document = Some(key);
        }
        if let Some(text) = pasted {
            self.paste(&text);
        }
        self.change(files);
        if let Some(bytes) = beside {
            self.open_pack(bytes)?;
        }
        if let Some(draft) = &draft {
            self.choose(&draft.place);
        }
        Ok((count, draft))
    }
}

/// The notice of a draft that is not registered yet.
pub(crate) const PASTED: &str = "notice.txt";

/// A file's name below `policies/`: the last folders of where it was opened from.
fn below_policies(name: &str) -> Option<String> {
    let name = name.replace('\\', "/");
    let parts: Vec<&str> = name.split('/').filter(|part| !part.is_empty()).collect();
    let file = *parts.last()?;
    let folder = parts.len().checked_sub(2).and_then(|place| parts.get(place)).copied();
    let is_top = ["documents.toml", "guide.toml"].contains(&file);
    match folder {
        _ if is_top => Some(file.to_owned()),
        Some("sources") if file.ends_with(".md") => Some(format!("{SOURCES}{file}")),
        Some(folder) if file.ends_with(".toml") => Some(format!("{folder}/{file}")),
        _ => None,
    }
}
