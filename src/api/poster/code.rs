//! The QR code of an address: level M, so that it can be read with a seventh of it lost, and no finer than version 10,
//! so that a cheap phone reads it from a poster.

use qrcodegen::{QrCode, QrCodeEcc, QrSegment, Version};

/// The longest address: what version 10 holds at level M (ISO/IEC 18004, table 7).
pub const MOST: usize = 213;
/// The quiet zone around a code, in modules.
pub const QUIET: i32 = 4;

/// A coarser code would leave too little of a phone's width next to its quiet zone.
const LEAST_VERSION: u8 = 3;
const MOST_VERSION: u8 = 10;

/// The code of an address.
pub struct Code(QrCode);

impl Code {
    /// The code of an address; `None` where it is too long.
    #[must_use]
    pub fn of(address: &str) -> Option<Self> {
        let bytes = [QrSegment::make_bytes(address.as_bytes())];
        let (least, most) = (Version::new(LEAST_VERSION), Version::new(MOST_VERSION));
        let code = QrCode::encode_segments_advanced(&bytes, QrCodeEcc::Medium, least, most, None, false);
        code.ok().map(Self)
    }

    /// The number of modules per side, without the quiet zone.
    #[must_use]
    pub fn side(&self) -> i32 {
        self.0.size()
    }

    /// Whether a module is dark, counted from the upper left corner.
    #[must_use]
    pub fn is_dark(&self, column: i32, row: i32) -> bool {
        self.0.get_module(column, row)
    }
}

/// Which part of an address is too long for a code.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum TooLong {
    /// The site's own address.
    Site,
    /// The numbers that the user adds to the link.
    Numbers,
    /// The tag of a campaign.
    Tag,
}

impl TooLong {
    /// What to do, for people to read.
    #[must_use]
    pub const fn sentence(self) -> &'static str {
        use crate::text::page::poster as words;
        match self {
            Self::Site => words::SITE_TOO_LONG,
            Self::Numbers => words::NUMBERS_TOO_LONG,
            Self::Tag => words::TAG_TOO_LONG,
        }
    }
}

/// Whether an address fits a code.
///
/// # Errors
/// Says that `part` is too long where the address `without` it would fit; else it is the site's own address.
pub fn fits(address: &str, without: &str, part: TooLong) -> Result<(), TooLong> {
    match (address.len() <= MOST, without.len() <= MOST) {
        (true, _) => Ok(()),
        (false, true) => Err(part),
        (false, false) => Err(TooLong::Site),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn address(bytes: usize) -> String {
        let address = "https://rsj.example.gov.cn/wengang/?c=refund&y=2026#1.".to_owned();
        let rest = "a".repeat(bytes - address.len());
        address + &rest
    }

    #[test]
    fn an_address_of_213_bytes_fits_and_one_of_214_does_not() {
        let code = Code::of(&address(MOST)).unwrap();
        // Version 10 has 57 modules a side.
        assert_eq!(code.side(), 57);
        assert!(Code::of(&address(MOST + 1)).is_none());
        assert_eq!(fits(&address(MOST), "", TooLong::Numbers), Ok(()));
        assert_eq!(fits(&address(MOST + 1), &address(MOST), TooLong::Numbers), Err(TooLong::Numbers));
        assert_eq!(fits(&address(MOST + 1), &address(MOST), TooLong::Tag), Err(TooLong::Tag));
        assert_eq!(fits(&address(MOST + 2), &address(MOST + 1), TooLong::Numbers), Err(TooLong::Site));
    }

    #[test]
    fn a_short_address_has_a_code_of_version_3_at_least() {
        assert_eq!(Code::of("http://a.cn/").unwrap().side(), 29);
    }
}
