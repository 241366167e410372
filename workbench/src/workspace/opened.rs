//! Files that were opened: a folder of law, or a draft that was put away.

use super::{SOURCES, Workspace};
use crate::notice::Notice;
use crate::quotes;

impl Workspace {
    /// Takes files that were opened, by their names below `policies/`; what they lack is the built-in law's.
    ///
    /// # Errors
    /// A sentence: there is no law among them, or only a pack.
    pub fn open(&mut self, opened: &[(String, Vec<u8>)]) -> Result<usize, String> {
        let mut files = Vec::new();
        let mut pasted = None;
        for (name, bytes) in opened {
            if name == PASTED {
                pasted = String::from_utf8(bytes.clone()).ok();
            }
            if name.ends_with(".pack") && opened.len() == 1 {
                return Err("政策包（.pack）是编译好的，不能改：请打开它的政策文件（TOML 文件夹或压缩包）".to_owned());
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
        let notice = files.iter().find(|(name, _)| is_new(name)).and_then(|(name, text)| {
            let key = name.strip_prefix(SOURCES)?.strip_suffix(".md")?;
            Some((key.to_owned(), quotes::body(text)?))
        });
        if let Some((key, text)) = notice {
            self.notice = Notice::new(text.trim());
            self.document = Some(key);
        }
        if let Some(text) = pasted {
            self.paste(&text);
        }
        self.change(files);
        Ok(count)
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
