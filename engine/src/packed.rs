//! Packs as bytes: what the compiler writes into a file and the product reads from one.
//!
//! | bytes | what |
//! | --- | --- |
//! | 0…3 | `WGPK` |
//! | 4 | the version of the form |
//! | 5…36 | SHA-256 of all that follows |
//! | 37…46 | the day on which every measure had been checked, `2026-11-25` |
//! | 47… | the [`Pack`], field by field |
//!
//! Reading is total: any bytes give a pack or an error. What is allocated is bounded by the length of the bytes, what
//! nests by a limit, and a pack that refers to what it does not hold is refused by [`Pack::validate`].

mod form;
mod forms;

use sha2::{Digest as _, Sha256};

use crate::date::Date;
use crate::pack::{Invalid, Pack};
use form::{Form as _, Input};

pub use form::Damage;

/// The version of the form; another one is refused.
pub const FORM: u8 = 7;

/// How long a pack may be: the measures of a province take a tenth of it.
pub const LONGEST: usize = 1 << 20;

/// The length of the header that [`seal`] writes before the content.
pub const HEADER: usize = SIGNATURE.len() + 1 + HASH;

const SIGNATURE: [u8; 4] = *b"WGPK";
/// How many bytes the SHA-256 in the header has.
pub const HASH: usize = 32;
const DAY: usize = 10;

/// The header of a pack.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Header {
    /// SHA-256 of the day and the pack, which names them.
    pub sha256: [u8; HASH],
    /// The day on which every measure had been checked for new rounds.
    pub checked_on: Date,
}

impl Header {
    /// The hash in hexadecimal digits.
    #[must_use]
    pub fn digest(&self) -> String {
        use std::fmt::Write as _;
        self.sha256.iter().fold(String::new(), |mut digits, byte| {
            let _ = write!(digits, "{byte:02x}");
            digits
        })
    }
}

/// Why bytes are not a pack, or a pack cannot be written.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
pub enum PackedError {
    /// Too short for a header, or with another beginning.
    #[error("not a pack")]
    NotAPack,
    /// Longer than any pack.
    #[error("longer than any pack")]
    TooLong,
    /// Written by a version of the compiler that this one does not know.
    #[error("a pack of form {0}, and only form {FORM} is known")]
    OtherForm(u8),
    /// Not the bytes that were written.
    #[error("the bytes are not those that were written")]
    WrongHash,
    /// The content is not of the form.
    #[error("the content is damaged: {0}")]
    Content(#[from] Damage),
    /// The header has no day, or another one than the pack.
    #[error("the header has another day than the pack")]
    OtherDay,
    /// A pack without a measure has no day on which it was checked.
    #[error("a pack without a measure")]
    Empty,
    /// The pack refers to what it does not hold, or could not be evaluated.
    #[error(transparent)]
    Invalid(#[from] Invalid),
}

/// Writes a pack.
///
/// # Errors
/// [`PackedError::Invalid`] for a pack that no compiler makes; [`PackedError::Empty`], [`PackedError::TooLong`].
pub fn write(pack: &Pack) -> Result<Vec<u8>, PackedError> {
    pack.validate()?;
    let bytes = seal(&content(pack)?);
    if bytes.len() > LONGEST { Err(PackedError::TooLong) } else { Ok(bytes) }
}

/// The day and the pack as bytes, without validation.
///
/// # Errors
/// [`PackedError::Empty`].
pub fn content(pack: &Pack) -> Result<Vec<u8>, PackedError> {
    let mut content = checked_on(pack)?.to_string().into_bytes();
    pack.write(&mut content);
    Ok(content)
}

/// Writes the header before any content.
#[must_use]
pub fn seal(content: &[u8]) -> Vec<u8> {
    let hash = Sha256::digest(content);
    [SIGNATURE.as_slice(), &[FORM], hash.as_slice(), content].concat()
}

/// Reads the header, without reading the pack.
///
/// # Errors
/// [`PackedError`] where the bytes are not those that were written.
pub fn header(bytes: &[u8]) -> Result<Header, PackedError> {
    parts(bytes).map(|(header, _)| header)
}

/// Reads a pack.
///
/// # Errors
/// [`PackedError`]: any bytes give a pack that can be evaluated, or the reason why not.
pub fn read(bytes: &[u8]) -> Result<Pack, PackedError> {
    let (header, content) = parts(bytes)?;
    let pack = unpacked(content)?;
    pack.validate()?;
    if checked_on(&pack)? != header.checked_on { Err(PackedError::OtherDay) } else { Ok(pack) }
}

/// Reads a pack that stays in memory, by its hash and its form: its references are not looked up, which takes a tenth of the
/// program. What refers to what is not there is answered as [`NoValue::DamagedPack`](crate::NoValue::DamagedPack).
///
/// # Errors
/// As [`read`], but for [`PackedError::Invalid`]. What was read of a pack that is refused stays in memory too.
pub fn read_by_hash(bytes: &[u8]) -> Result<(Header, &'static Pack), PackedError> {
    let (header, content) = parts(bytes)?;
    let pack = leaked(content)?;
    if checked_on(pack)? != header.checked_on { Err(PackedError::OtherDay) } else { Ok((header, pack)) }
}

/// Reads a pack that was read and checked where it was built in, and that stays in memory.
///
/// # Errors
/// [`PackedError::Content`].
pub fn read_built_in(bytes: &[u8]) -> Result<&'static Pack, PackedError> {
    let content = bytes.get(HEADER.saturating_add(DAY)..).ok_or(PackedError::NotAPack)?;
    Ok(leaked(content)?)
}

/// Leaked, because code to drop a pack would be long.
fn leaked(content: &[u8]) -> Result<&'static Pack, Damage> {
    let (pack, damage) = decode(content);
    let pack = Box::leak(Box::new(pack));
    damage.map_or(Ok(pack), Err)
}

fn unpacked(content: &[u8]) -> Result<Pack, Damage> {
    let (pack, damage) = decode(content);
    damage.map_or(Ok(pack), Err)
}

/// A pack, and what is wrong with its bytes. Written once for all who read one: it is long.
#[inline(never)]
fn decode(content: &[u8]) -> (Pack, Option<Damage>) {
    let mut input = Input::new(content);
    let pack = Pack::read(&mut input);
    let damage = input.damage();
    (pack, damage)
}

fn parts(bytes: &[u8]) -> Result<(Header, &[u8]), PackedError> {
    if bytes.len() > LONGEST {
        return Err(PackedError::TooLong);
    }
    let rest = bytes.strip_prefix(SIGNATURE.as_slice()).ok_or(PackedError::NotAPack)?;
    let (form, rest) = rest.split_first().ok_or(PackedError::NotAPack)?;
    if *form != FORM {
        return Err(PackedError::OtherForm(*form));
    }
    let (sha256, content) = rest.split_first_chunk::<HASH>().ok_or(PackedError::NotAPack)?;
    if Sha256::digest(content).as_slice() != sha256 {
        return Err(PackedError::WrongHash);
    }
    let (day, pack) = content.split_first_chunk::<DAY>().ok_or(PackedError::NotAPack)?;
    let day = std::str::from_utf8(day).ok().and_then(|day| Date::parse(day).ok());
    let checked_on = day.ok_or(PackedError::OtherDay)?;
    Ok((Header { sha256: *sha256, checked_on }, pack))
}

/// The earliest of the days on which the measures were checked: on it, all were.
fn checked_on(pack: &Pack) -> Result<Date, PackedError> {
    pack.measures.iter().map(|measure| measure.checked_on).min().ok_or(PackedError::Empty)
}
