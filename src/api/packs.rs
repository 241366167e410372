//! Packs of the law that were not built in: next year's notice, or another place's.

use wengang_engine::packed::{self, PackedError};

use crate::api::request::{ErrorCode, PolicyError};
use crate::law;
use crate::policy::date::Date;
use crate::text::page::law as words;

/// The longest pack, in bytes.
pub const LONGEST: usize = packed::LONGEST;

/// A pack that is in use from now on.
#[derive(Clone, PartialEq, Eq, Debug, serde::Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
#[cfg_attr(feature = "types", ts(rename_all = "camelCase"))]
pub struct UsedPack {
    /// The place, as requests name it: `hebei`.
    pub place: &'static str,
    /// Its name.
    pub name: &'static str,
    /// The day on which every measure had been compared with its sources.
    #[cfg_attr(feature = "types", ts(type = "DateText"))]
    pub checked_on: Date,
    /// SHA-256 of its content, 64 hexadecimal digits.
    pub sha256: String,
    /// Its measures.
    pub calculators: Vec<&'static str>,
}

/// Takes a pack into use: in the stead of its place's law, or as the law of one more place.
///
/// # Errors
/// A [`PolicyError`] at `bytes` that says what is wrong with them; everything stays as it was.
pub fn take(bytes: &[u8]) -> Result<UsedPack, PolicyError> {
    let (header, pack) = law::take(bytes).map_err(refused)?;
    Ok(UsedPack {
        place: &pack.place.id,
        name: &pack.place.name,
        checked_on: Date::of(header.checked_on),
        sha256: header.digest(),
        calculators: pack.measures.iter().map(|measure| measure.id.as_str()).collect(),
    })
}

/// The error for bytes that are longer than any pack, without reading them.
#[must_use]
pub fn too_long() -> PolicyError {
    refused(PackedError::TooLong)
}

fn refused(error: PackedError) -> PolicyError {
    PolicyError::new(ErrorCode::InvalidValue, "bytes", words::refused(error))
}
