//! The numbers and days of a notice, however they are written: 60 %, ６０％, 百分之六十, 1,000元, 十二个月, 2027年4月1日.

use std::ops::Range;

use wengang_engine::Date;

use super::numeral;

/// What a number of a text counts.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Unit {
    /// 60 %.
    Percent,
    /// 1000 元.
    Yuan,
    /// 30 人.
    Persons,
    /// 12 个月.
    Months,
    /// 1 年: twelve months where months are asked for.
    Years,
    /// 三次.
    Times,
}

/// What it is.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Figure {
    /// A number, in ASCII digits without thousands separators, and what it counts.
    Number(String, Unit),
    /// A day.
    Day(Date),
    /// A year as a whole: 2027年, without a month.
    Year(u16),
}

/// A number or a day, and which bytes of the text it is.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Found {
    /// The bytes, with the unit.
    pub span: Range<usize>,
    /// What it says.
    pub figure: Figure,
}

/// Returns the numbers and days of a text, in order.
#[must_use]
pub fn figures(text: &str) -> Vec<Found> {
    let mut found = Vec::new();
    let mut rest = Rest { text, at: 0 };
    while let Some(character) = rest.first() {
        let start = rest.at;
        let figure = rest.day().or_else(|| rest.number());
        match figure {
            Some(figure) => found.push(Found { span: start..rest.at, figure }),
            None if rest.at == start => rest.at = start.saturating_add(character.len_utf8()),
            None => {}
        }
    }
    found
}

/// Returns a full-width digit, point, comma or sign as the ASCII one.
#[must_use]
pub fn narrow(character: char) -> char {
    match character {
        '！'..='～' => {
            char::from_u32(u32::from(character).saturating_sub(0xFEE0)).filter(char::is_ascii).unwrap_or(character)
        }
        other => other,
    }
}

/// What of a text is still to be read.
struct Rest<'t> {
    text: &'t str,
    at: usize,
}

impl<'t> Rest<'t> {
    fn left(&self) -> &'t str {
        self.text.get(self.at..).unwrap_or_default()
    }

    fn first(&self) -> Option<char> {
        self.left().chars().next()
    }

    /// Goes on behind these words, if they come next.
    fn take(&mut self, words: &str) -> bool {
        let is_next = self.left().starts_with(words);
        if is_next {
            self.at = self.at.saturating_add(words.len());
        }
        is_next
    }

    fn skip_space(&mut self) {
        let left = self.left();
        self.at = self.at.saturating_add(left.len().saturating_sub(left.trim_start_matches([' ', '　']).len()));
    }

    /// Reads digits of either width.
    fn digits(&mut self) -> String {
        let mut digits = String::new();
        while let Some(character) = self.first().filter(|c| narrow(*c).is_ascii_digit()) {
            digits.push(narrow(character));
            self.at = self.at.saturating_add(character.len_utf8());
        }
        digits
    }

    /// Reads 2027年4月1日, 2027年, 2027-04-01 or 2027.4.1.
    fn day(&mut self) -> Option<Figure> {
        let start = self.at;
        let figure = self.read_day();
        if figure.is_none() {
            self.at = start;
        }
        figure
    }

    fn read_day(&mut self) -> Option<Figure> {
        let year: u16 = self.digits().parse().ok().filter(|year| (1900..=2199).contains(year))?;
        self.skip_space();
        if self.take("年") {
            let after_year = self.at;
            self.skip_space();
            if let Some(day) = self.month_and_day(year, "月", Some("日")) {
                return Some(Figure::Day(day));
            }
            self.at = after_year;
            return Some(Figure::Year(year));
        }
        let mark = self.first().filter(|c| ['-', '.', '/', '－'].contains(c))?;
        self.at = self.at.saturating_add(mark.len_utf8());
        self.month_and_day(year, mark.encode_utf8(&mut [0; 4]), None).map(Figure::Day)
    }

    fn month_and_day(&mut self, year: u16, between: &str, behind: Option<&str>) -> Option<Date> {
        let month: u8 = self.digits().parse().ok()?;
        self.skip_space();
        if !self.take(between) {
            return None;
        }
        self.skip_space();
        let day: u8 = self.digits().parse().ok()?;
        self.skip_space();
        if behind.is_some_and(|behind| !self.take(behind)) {
            return None;
        }
        Date::new(year, month, day).ok()
    }

    /// Reads a number with what it counts; one that counts nothing is passed over.
    fn number(&mut self) -> Option<Figure> {
        if let Some(percent) = self.spelled_percent() {
            return Some(Figure::Number(percent, Unit::Percent));
        }
        let start = self.at;
        let spelled = self.first().is_some_and(numeral::is_numeral);
        let digits = if spelled { self.spelled()? } else { self.decimal() };
        if digits.is_empty() {
            return None;
        }
        let after_digits = self.at;
        self.skip_space();
        let (factor, unit) = self.unit().or_else(|| {
            // Behind a numeral that counts nothing the next one may count.
            self.at = if spelled { start.saturating_add(3) } else { after_digits };
            None
        })?;
        Some(Figure::Number(times_ten_to(&digits, factor), unit))
    }

    /// Reads 1,000.50.
    fn decimal(&mut self) -> String {
        let mut digits = self.digits();
        loop {
            let at = self.at;
            let is_group = !digits.is_empty() && (self.take(",") || self.take("，"));
            let group = if is_group { self.digits() } else { String::new() };
            if group.len() != 3 {
                self.at = at;
                break;
            }
            digits.push_str(&group);
        }
        let at = self.at;
        if !digits.is_empty() && (self.take(".") || self.take("．")) {
            let decimals = self.digits();
            if decimals.is_empty() {
                self.at = at;
            } else {
                digits = format!("{digits}.{decimals}");
            }
        }
        digits
    }

    /// Reads 百分之六十, 百分之五点三.
    fn spelled_percent(&mut self) -> Option<String> {
        let start = self.at;
        if !self.take("百分之") {
            return None;
        }
        let number = self.spelled();
        if number.is_none() {
            self.at = start;
        }
        number
    }

    fn spelled(&mut self) -> Option<String> {
        let (number, length) = numeral::read(self.left())?;
        self.at = self.at.saturating_add(length);
        Some(number)
    }

    /// Reads what is counted, and by how many tens the number is to be multiplied.
    fn unit(&mut self) -> Option<(usize, Unit)> {
        const UNITS: [(&str, usize, Unit); 9] = [
            ("%", 0, Unit::Percent),
            ("％", 0, Unit::Percent),
            ("万元", 4, Unit::Yuan),
            ("元", 0, Unit::Yuan),
            ("人", 0, Unit::Persons),
            ("个月", 0, Unit::Months),
            ("年", 0, Unit::Years),
            ("次", 0, Unit::Times),
            ("个百分点", 0, Unit::Percent),
        ];
        UNITS.iter().find(|(words, ..)| self.take(words)).map(|(_, factor, unit)| (*factor, *unit))
    }
}

/// Moves the point of a decimal to the right.
fn times_ten_to(digits: &str, places: usize) -> String {
    if places == 0 {
        return digits.to_owned();
    }
    let (whole, decimals) = digits.split_once('.').unwrap_or((digits, ""));
    let moved: String = decimals.chars().chain(std::iter::repeat('0')).take(places).collect();
    let left: String = decimals.chars().skip(places).collect();
    let whole = format!("{whole}{moved}").trim_start_matches('0').to_owned();
    if left.is_empty() { whole } else { format!("{whole}.{left}") }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(text: &str) -> Vec<String> {
        let say = |found: Found| match found.figure {
            Figure::Number(digits, unit) => format!("{digits} {unit:?}"),
            Figure::Day(day) => day.to_string(),
            Figure::Year(year) => format!("{year}"),
        };
        figures(text).into_iter().map(say).collect()
    }

    #[test]
    fn a_number_is_found_however_it_is_written() {
        for text in ["按60%返还", "按 60 ％返还", "按６０％返还", "按百分之六十返还"] {
            assert_eq!(said(text), ["60 Percent"], "{text}");
        }
        for text in ["1000元", "1,000元", "１０００ 元", "一千元", "1，000元", "0.1万元"] {
            assert_eq!(said(text), ["1000 Yuan"], "{text}");
        }
        assert_eq!(said("百分之五点三、4150.20元"), ["5.3 Percent", "4150.20 Yuan"]);
        assert_eq!(
            said("连续十二个月，最多三次，其中两次，30人（含），满1年"),
            ["12 Months", "3 Times", "2 Times", "30 Persons", "1 Years"]
        );
        assert_eq!(said("1.5万元"), ["15000 Yuan"]);
    }

    #[test]
    fn days_and_years_are_no_numbers_of_anything() {
        assert_eq!(
            said("自2027年4月1日至2027-12-31，2026年度，２０２７年７月１日"),
            ["2027-04-01", "2027-12-31", "2026", "2027-07-01"]
        );
    }

    #[test]
    fn what_counts_nothing_is_passed_over() {
        assert!(said("冀人社发〔2027〕9号，第一条，统一、五级").is_empty());
        assert_eq!(said("初级（五级）1200元"), ["1200 Yuan"]);
    }
}
