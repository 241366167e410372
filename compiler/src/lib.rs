//! Turns the law in `policies/` into a checked pack.
//!
//! [`compile`] reads the files of a place and gives a [`Pack`] for `wengang-engine`, or a [`Report`]: everything that is
//! wrong, each with file, line, the words at fault, what is wrong and what to write instead, in Chinese, for the officer
//! who writes the files. After a fault its consequences are not reported.
//!
//! ```
//! use wengang_compiler::{File, compile};
//! let report = compile("hebei", &[File { name: "documents.toml".to_owned(), text: "document = 1\n".to_owned() }]);
//! assert!(report.unwrap_err().to_string().starts_with("documents.toml:1:12: “1”：“document”写法不对"));
//! ```
//!
//! What comes out is evaluated by the engine:
//!
//! ```
//! use wengang_compiler::{File, compile};
//! use wengang_engine::{Case, Date, Outcome, assess};
//!
//! let small = |name: &str| {
//!     let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/law/small");
//!     std::fs::read_to_string(format!("{folder}/{name}")).unwrap()
//! };
//! let file = |name: &str, text: String| File { name: name.to_owned(), text };
//! let files = [
//!     file("documents.toml", small("documents.toml")),
//!     file("hebei/place.toml", "name = \"河北省\"".to_owned()),
//!     file("hebei/refund.toml", small("refund.toml")),
//! ];
//! let pack = compile("hebei", &files).unwrap();
//! let nothing_known = Case::new(pack.measure("refund").unwrap());
//! let answer = assess(&pack, "refund", &nothing_known, Date::new(2024, 9, 1).unwrap()).unwrap();
//! assert_eq!(answer.outcome, Outcome::Undetermined);
//! assert_eq!(answer.conditions[1].detail, "还不知道缴了几个月");
//! ```

#![forbid(unsafe_code)]

mod check;
mod documents;
mod extends;
mod folder;
mod format;
mod guide;
mod measure;
mod message;
mod place;
mod sources;
mod suggest;
mod syntax;
mod toml_file;
mod words;

pub use folder::{FolderError, read_folder};
pub use format::format;
pub use guide::{guide, guide_file};
pub use message::{File, Message, Report};
pub use place::{built_in, compile, of_place, places, unneeded};
pub use wengang_engine::Pack;
