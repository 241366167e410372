//! What leaves the workbench: the pack with its digest, the files, and the sheet that a second person signs.

use std::io::{Cursor, Read, Write};

use wengang_compiler::Pack;
use wengang_engine::{Date, packed};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipArchive, ZipWriter};

use crate::check::{Fault, Weight};
use crate::outline::{Entry, orders, outline};
use crate::period::{Period, Slot};
use crate::workspace::{BESIDE, DRAFT, Draft, PASTED, Workspace};

/// The longest archive that is opened, and the longest file in it.
const LONGEST: u64 = 32 << 20;

/// Who made a change, and who looked it over.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Signed {
    /// Who made it.
    pub by: String,
    /// Who looked it over.
    pub reviewed_by: String,
    /// On which day.
    pub on: Option<Date>,
}

/// A line of the review sheet: a figure that is another one.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Row {
    /// Its period and its name.
    pub title: String,
    /// What it was.
    pub old: String,
    /// What it is.
    pub new: String,
    /// Its clause.
    pub clause: String,
    /// Its words, or why there are none.
    pub quote: String,
    /// How sure it is.
    pub grade: String,
    /// File and line.
    pub place: String,
}

/// The review sheet.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Sheet {
    /// The document: number and title.
    pub notice: String,
    /// The figures, by their periods.
    pub rows: Vec<Row>,
    /// What else is written otherwise: a condition, a sentence, a document.
    pub others: Vec<Other>,
    /// What should be looked at again.
    pub doubts: Vec<Fault>,
}

/// Something other than a figure that is written otherwise.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Other {
    /// Its section, and what it is in it.
    pub title: String,
    /// What was written.
    pub old: Option<String>,
    /// What is written now.
    pub new: Option<String>,
    /// File and line; the file alone where it is written no longer.
    pub place: String,
}

/// What is published.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Release {
    /// The pack.
    pub pack: Vec<u8>,
    /// Its digest, in lower-case hexadecimal digits.
    pub sha256: String,
    /// Its name: hebei-2027-9.pack.
    pub name: String,
    /// What the place is called.
    pub place: String,
}

impl Workspace {
    /// Returns the review sheet.
    #[must_use]
    pub fn sheet(&self) -> Sheet {
        let mut rows = Vec::new();
        let own = self.document();
        // The notice's own clauses; those of others with their numbers.
        let numbers = self.numbers();
        let in_document = |document: Option<&str>, clause: Option<&str>| {
            let other = document.filter(|key| Some(*key) != own).and_then(|key| numbers.get(key));
            [other.map(String::as_str), clause].into_iter().flatten().collect::<Vec<_>>().join(" ")
        };
        for leg in self.walk() {
            for stop in &leg.stops {
                let old = stop.old.as_ref();
                let words = &stop.slot.words;
                let cited = leg.period.cited(words);
                let is_same = old.zip(leg.old.as_ref()).is_some_and(|(old, period)| {
                    old.value == stop.slot.value && old.words == *words && period.cited(&old.words) == cited
                });
                if is_same && !leg.is_new {
                    continue;
                }
                let [document, clause, grade] = cited;
                rows.push(Row {
                    title: format!("{}：{}", leg.period.title, stop.slot.title()),
                    old: old.map_or_else(|| "（没有）".to_owned(), |old| old.value.to_string()),
                    new: stop.slot.value.to_string(),
                    clause: in_document(document, clause),
                    quote: match (&words.quote, &words.not_quoted) {
                        (Some(quote), Some(why)) => format!("{quote}（{why}）"),
                        (Some(words), None) | (None, Some(words)) => words.clone(),
                        (None, None) => String::new(),
                    },
                    grade: grade.unwrap_or_default().to_owned(),
                    place: format!("{}:{}", leg.period.file, stop.slot.line),
                });
            }
        }
        rows.extend(self.gone(&in_document));
        let document = self.document().unwrap_or_default();
        let number = self.sources().into_iter().find(|source| source.key == document).map(|source| source.number);
        let title = self.notice().title().unwrap_or_default();
        Sheet {
            notice: format!("{} {title}", number.unwrap_or_default()).trim().to_owned(),
            rows,
            others: self.others(),
            doubts: self.faults().into_iter().filter(|fault| fault.weight == Weight::Doubt).collect(),
        }
    }

    /// What is written otherwise than before, but for the figures and their words.
    fn others(&self) -> Vec<Other> {
        let (now, before) = (self.periods(), self.base_periods());
        let mut others = Vec::new();
        for name in self.edited() {
            let (base, text) = (self.base_text(name), self.text(name).unwrap_or_default());
            if !name.ends_with(".toml") {
                let count = |text: &str| format!("全文 {} 字", text.chars().filter(|c| !c.is_whitespace()).count());
                let title = "收录的原文".to_owned();
                others.push(Other { title, old: base.map(count), new: Some(count(text)), place: name.to_owned() });
                continue;
            }
            let shown = |periods: &[Period], entry: &Entry| {
                let mut slots = periods.iter().filter(|period| period.file == name).flat_map(|period| &period.slots);
                slots.any(|slot| slot.holds(entry))
            };
            let old = outline(base.unwrap_or_default());
            let new = outline(text);
            for entry in new.iter().filter(|entry| !shown(&now, entry)) {
                let was = old.iter().find(|was| was.title == entry.title).map(|was| was.text.clone());
                if was.as_ref() != Some(&entry.text) {
                    let place = format!("{name}:{}", entry.line);
                    others.push(Other { title: entry.title.clone(), old: was, new: Some(entry.text.clone()), place });
                }
            }
            others.extend(reordered(name, base.unwrap_or_default(), text));
            for was in old.iter().filter(|was| !shown(&before, was)) {
                if !new.iter().any(|entry| entry.title == was.title) {
                    let (title, old) = (was.title.clone(), Some(was.text.clone()));
                    others.push(Other { title, old, new: None, place: name.to_owned() });
                }
            }
        }
        others
    }

    /// The figures that there are no longer.
    fn gone(&self, in_document: &dyn Fn(Option<&str>, Option<&str>) -> String) -> Vec<Row> {
        let now = self.periods();
        let mut rows = Vec::new();
        for old in self.base_periods() {
            let period = now.iter().find(|period| period.is_same(&old));
            let is_gone = |slot: &&Slot| !period.is_some_and(|one| one.slots.iter().any(|known| known.is_same(slot)));
            for slot in old.slots.iter().filter(is_gone) {
                let [document, clause, grade] = old.cited(&slot.words);
                rows.push(Row {
                    title: format!("{}：{}", old.title, slot.title()),
                    old: slot.value.to_string(),
                    new: "（删去了）".to_owned(),
                    clause: in_document(document, clause),
                    quote: slot.words.quote.clone().unwrap_or_default(),
                    grade: grade.unwrap_or_default().to_owned(),
                    place: old.file.clone(),
                });
            }
        }
        rows
    }

    /// Makes the pack.
    ///
    /// # Errors
    /// A sentence: something is still wrong, or there are not two people.
    pub fn release(&self, signed: &Signed) -> Result<Release, String> {
        let (by, reviewed_by) = (signed.by.trim(), signed.reviewed_by.trim());
        if by.is_empty() || reviewed_by.is_empty() {
            return Err("要两个人：请填经办人和复核人的姓名".to_owned());
        }
        let bare = |name: &str| name.chars().filter(|c| !c.is_whitespace()).collect::<String>();
        if bare(by) == bare(reviewed_by) {
            return Err("经办人和复核人不能是同一个人".to_owned());
        }
        let wrong = self.faults().into_iter().filter(|fault| fault.weight == Weight::Wrong).count();
        if wrong > 0 {
            return Err(format!("还有 {wrong} 处要改，改完才能生成政策包"));
        }
        let pack = self.compile().map_err(|report| report.to_string())?;
        self.seal(&pack)
    }

    fn seal(&self, pack: &Pack) -> Result<Release, String> {
        let bytes = packed::write(pack).map_err(|error| error.to_string())?;
        // What is published can be read again.
        packed::read(&bytes).map_err(|error| error.to_string())?;
        let sha256 = packed::header(&bytes).map_err(|error| error.to_string())?.digest();
        let name = self.document().unwrap_or_else(|| self.place());
        Ok(Release { pack: bytes, sha256, name: format!("{name}.pack"), place: pack.place.name.clone() })
    }

    /// Returns all files as one archive, as they are: with it the work goes on elsewhere, and a developer can take it over.
    ///
    /// # Errors
    /// Where the archive cannot be written.
    pub fn archive(&self, draft: &Draft) -> Result<Vec<u8>, String> {
        let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
        let options = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated);
        for (name, text) in self.files() {
            archive.start_file(format!("policies/{name}"), options).map_err(|error| error.to_string())?;
            archive.write_all(text.as_bytes()).map_err(|error| error.to_string())?;
        }
        if self.document().is_none() && !self.notice().text().trim().is_empty() {
            archive.start_file(PASTED, options).map_err(|error| error.to_string())?;
            archive.write_all(self.notice().text().as_bytes()).map_err(|error| error.to_string())?;
        }
        if let Some(opened) = self.pack() {
            let bytes = packed::write(&opened.pack).map_err(|error| error.to_string())?;
            archive.start_file(BESIDE, options).map_err(|error| error.to_string())?;
            archive.write_all(&bytes).map_err(|error| error.to_string())?;
        }
        archive.start_file(DRAFT, options).map_err(|error| error.to_string())?;
        archive.write_all(draft.write().as_bytes()).map_err(|error| error.to_string())?;
        Ok(archive.finish().map_err(|error| error.to_string())?.into_inner())
    }
}

/// The lists of a file whose sections are in another order: as rows and as conditions, the first that holds counts.
fn reordered(file: &str, base: &str, text: &str) -> Vec<Other> {
    let before = orders(base);
    let other = |(title, now): (String, Vec<String>)| {
        let (_, then) = before.iter().find(|(known, _)| *known == title)?;
        let both = |one: &[String], other: &[String]| -> Vec<String> {
            one.iter().filter(|name| other.contains(name)).cloned().collect()
        };
        let (old, new) = (both(then, &now), both(&now, then));
        let said = |names: &[String]| {
            let name = |name: &String| name.strip_prefix(&format!("{title} · ")).unwrap_or(name).to_owned();
            Some(names.iter().map(name).collect::<Vec<_>>().join("，"))
        };
        let title_of = || format!("{title} · 次序");
        (old != new).then(|| Other { title: title_of(), old: said(&old), new: said(&new), place: file.to_owned() })
    };
    orders(text).into_iter().filter_map(other).collect()
}

/// Reads the files of an archive.
///
/// # Errors
/// A sentence: it is no archive, or too large.
pub fn unpack(bytes: &[u8]) -> Result<Vec<(String, Vec<u8>)>, String> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| "这不是压缩包（.zip），或者没有传完整")?;
    let mut files = Vec::new();
    let mut whole = 0_u64;
    for place in 0..archive.len() {
        let mut file = archive.by_index(place).map_err(|_| "压缩包里有读不了的文件（加了密码的先解开）")?;
        if file.is_dir() {
            continue;
        }
        let name = file.name().map_err(|_| "压缩包里有读不了的文件名")?.into_owned();
        let mut content = Vec::new();
        let left = LONGEST.saturating_sub(whole);
        let read = file.by_ref().take(left).read_to_end(&mut content).map_err(|_| "压缩包里有读不了的文件")?;
        whole = whole.saturating_add(u64::try_from(read).unwrap_or(LONGEST));
        if whole >= LONGEST {
            return Err("压缩包太大，只要政策文件就可以了".to_owned());
        }
        files.push((name, content));
    }
    Ok(files)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_put_away_is_opened_again() {
        let mut work = Workspace::new();
        work.edit("hebei/refund.toml", format!("{}# 一行\n", work.text("hebei/refund.toml").unwrap()));
        let archive = work.archive(&Draft::default()).unwrap();
        let mut again = Workspace::new();
        again.open(&unpack(&archive).unwrap()).unwrap();
        assert_eq!(again.edited(), ["hebei/refund.toml"]);
        assert!(again.files().eq(work.files()));
        assert!(again.undo() && again.edited().is_empty());
    }

    #[test]
    fn what_is_no_law_is_refused_in_a_sentence() {
        let mut work = Workspace::new();
        assert_eq!(unpack(b"PK").unwrap_err(), "这不是压缩包（.zip），或者没有传完整");
        let said = |work: &mut Workspace, name: &str, bytes: &[u8]| {
            work.open(&[(name.to_owned(), bytes.to_vec())]).unwrap_err()
        };
        assert!(said(&mut work, "a.docx", b"").starts_with("里面没有政策文件"));
        assert!(said(&mut work, "policies/hebei/refund.toml", b"\xFF").contains("不是 UTF-8 编码"));
    }

    #[test]
    fn a_release_takes_two_people_and_nothing_wrong() {
        let mut work = Workspace::new();
        let signed =
            |by: &str, reviewed_by: &str| Signed { by: by.to_owned(), reviewed_by: reviewed_by.to_owned(), on: None };
        assert_eq!(work.release(&signed("甲", "")).unwrap_err(), "要两个人：请填经办人和复核人的姓名");
        for same in [" 甲 乙", "甲　乙 "] {
            assert_eq!(work.release(&signed("甲乙", same)).unwrap_err(), "经办人和复核人不能是同一个人");
        }
        let release = work.release(&signed("甲", "乙")).unwrap();
        assert_eq!((release.name.as_str(), release.sha256.len()), ("hebei.pack", 64));
        assert!(packed::read(&release.pack).is_ok());
        let text = work.text("hebei/refund.toml").unwrap().replacen("value = \"20 %\"", "value = \"120 %\"", 1);
        work.edit("hebei/refund.toml", text);
        assert_eq!(work.release(&signed("甲", "乙")).unwrap_err(), "还有 1 处要改，改完才能生成政策包");
    }
}
