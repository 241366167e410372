//! The edits of the walk: a period copied, a figure filled in, doubts put away.

use wengang_engine::Date;

use super::Workspace;
use crate::copy::{self, Copying};
use crate::fill::{self, Filling};
use crate::outline::Entry;
use crate::path::Step;
use crate::period::{Period, Slot, Sort};

impl Workspace {
    /// Copies a period of the law as it was, for the year of the notice.
    ///
    /// # Errors
    /// A sentence: no notice is registered, or the file has the year already.
    pub fn copy(&mut self, period: &Period, year: u16, today: Date) -> Result<(), String> {
        let document = self.document.clone().ok_or("请先登记通知")?;
        let how = Copying {
            today,
            basis: Some(copy::Basis { document, clause: "一".to_owned(), grade: "A".to_owned() }),
            head: format!("# ---- {year} 年度 ----\n"),
        };
        let text = self.text(&period.file).ok_or("没有这个文件")?;
        let text = match period.sort {
            Sort::Round => {
                let from = period.days.0.map(Date::year).ok_or("这个年度缺少 from")?;
                let signed = |year: u16| i16::try_from(year).map_err(|_| "年份不对");
                copy::round(text, signed(year)?, signed(from)?, &how)?.ok_or("没有可以照抄的年度")?
            }
            Sort::Rule => copy::rule(text, Date::new(year, 1, 1).map_err(|error| error.to_string())?, &how)?,
            Sort::Row => copy::row(text, period.value_name(), year, &how)?,
            Sort::Standing => return Err("长期规定不分年度，请在文件里改".to_owned()),
        };
        self.write(&period.file, text);
        Ok(())
    }

    /// Fills a figure in.
    ///
    /// # Errors
    /// A sentence, as [`fill::fill`].
    pub fn fill(&mut self, period: &Period, slot: &Slot, with: &Filling) -> Result<(), String> {
        let text = self.text(&period.file).ok_or("没有这个文件")?;
        let text = fill::fill(text, period, slot, with, &self.notice)?;
        self.write(&period.file, text);
        Ok(())
    }

    /// Adds a row like it after a row of a table; its words are still to be found.
    ///
    /// # Errors
    /// A sentence, as [`fill::add_row`].
    pub fn add_row(&mut self, period: &Period, slot: &Slot) -> Result<(), String> {
        self.rewrite(&period.file, |text| fill::add_row(text, slot))
    }

    /// Takes a row of a table or a whole period away.
    ///
    /// # Errors
    /// A sentence, as [`fill::remove`].
    pub fn remove(&mut self, file: &str, way: &[Step]) -> Result<(), String> {
        self.rewrite(file, |text| fill::remove(text, way))
    }

    /// Puts another sentence at a place of a file.
    ///
    /// # Errors
    /// A sentence, as [`fill::put_sentence`].
    pub fn put_sentence(&mut self, file: &str, entry: &Entry, sentence: &str) -> Result<(), String> {
        self.rewrite(file, |text| fill::put_sentence(text, entry, sentence))
    }

    /// Puts other doubts in the place of a period's.
    ///
    /// # Errors
    /// A sentence, as [`fill::fill`].
    pub fn put_notes(&mut self, period: &Period, notes: &[String], is_ceiling: bool) -> Result<(), String> {
        self.rewrite(&period.file, |text| fill::put_notes(text, period, notes, is_ceiling))
    }

    /// Adds a year to what is only in some years, or takes it away.
    ///
    /// # Errors
    /// A sentence, as [`fill::fill`].
    pub fn put_only(&mut self, file: &str, way: &[Step], year: &str, is_in: bool) -> Result<(), String> {
        self.rewrite(file, |text| fill::put_only(text, way, year, is_in))
    }

    fn rewrite(&mut self, file: &str, edit: impl FnOnce(&str) -> Result<String, String>) -> Result<(), String> {
        let text = edit(self.text(file).ok_or("没有这个文件")?)?;
        self.write(file, text);
        Ok(())
    }

    /// Words that the files use, for completion: what they name, and the keys they are written with.
    #[must_use]
    pub fn words(&self) -> Vec<String> {
        let mut words = std::collections::BTreeSet::new();
        for text in self.names().into_iter().filter_map(|name| self.text(name)) {
            for mark in ["name = \"", "key = \""] {
                let parts = text.split(mark).skip(1);
                words.extend(parts.filter_map(|part| part.split('"').next()).map(str::to_owned));
            }
            let keys = text.lines().filter_map(|line| line.split_once(" = ")).map(|(key, _)| key);
            words.extend(keys.filter(|key| key.chars().all(|c| c.is_ascii_lowercase() || c == '_')).map(str::to_owned));
        }
        words.into_iter().filter(|word| !word.is_empty()).collect()
    }
}
