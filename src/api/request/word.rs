//! Words of the law, as requests choose them.

use crate::api::request::error::{ErrorCode, PolicyError};
use crate::api::request::reader::{Read, Reader};
use crate::policy::case::{Applicant, CertificateKind, CreditListing, Person, Separation, SizeClass};

macro_rules! words {
    ($($name:ty),+ $(,)?) => {
        $(impl Read for $name {
            fn read(from: &Reader<'_>) -> Result<Self, PolicyError> {
                let index = from.word(Self::CODES)?;
                // There are as many codes as words.
                Self::ALL.get(index).copied().ok_or_else(|| from.error(ErrorCode::InvalidValue, ""))
            }
        })+
    };
}

words!(Applicant, CertificateKind, CreditListing, Person, Separation, SizeClass);
