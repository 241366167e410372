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

#![forbid(unsafe_code)]

mod check;
mod documents;
mod measure;
mod message;
mod place;
mod sources;
mod suggest;
mod syntax;
mod toml_file;

pub use message::{File, Message, Report};
pub use place::compile;
pub use wengang_engine::Pack;
