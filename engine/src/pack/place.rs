//! The place whose law a pack is.

use serde::{Deserialize, Serialize};

/// A place, and what is called differently in every place.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub struct Place {
    /// Its id, as rules are named by it: `hebei`.
    pub id: String,
    /// Its name: 河北省.
    pub name: String,
    /// Its name within a sentence: 河北.
    pub short: String,
    /// Where applications are made online, if that is known.
    pub platform: Option<Platform>,
    /// Measures of other places whose law is not recorded for this one.
    pub not_recorded: Vec<NotRecorded>,
}

/// A site on which applications are made.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Platform {
    /// Its name.
    pub name: String,
    /// Its name on a button.
    pub short: String,
    /// Its address.
    pub address: String,
}

/// A measure whose law is not recorded.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct NotRecorded {
    /// Its id.
    pub measure: String,
    /// Its name.
    pub title: String,
    /// The sentence shown instead of an answer.
    pub text: String,
}
