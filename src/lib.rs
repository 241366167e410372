//! 稳岗算: what the unemployment-insurance measures of a place mean for a case.
//!
//! | layer | what it is | may import |
//! | --- | --- | --- |
//! | `policy` | CORE: values, and which rule a day falls under; pure and total | the engine's days and months |
//! | `heads` | what the first screen needs of the law | engine, policy |
//! | `law` | the law in use, and the measure of each calculator | engine, heads, the names of `api` |
//! | `text` | the words people read | engine, policy, the types of `api` |
//! | `api` | requests and answers as types, links, posters, what people type | engine, heads, law, policy, text |
//! | `state` | the page's state, actions, reduce | engine, heads, law, policy, api |
//! | `view` | state → Html (Yew); what it needs of the browser is the trait `Browser` | the layers above |
//! | `web` | the browser's facilities; `bin/app/window.rs` gives them to the view | the layers above but view |
//! | `bin` | the page, the package, the native command, the prerendered pages, the TypeScript declarations | all |
//!
//! The flow of an answer through them is in docs/architecture.md.

pub mod api;
pub mod heads;
pub mod law;
pub mod policy;
pub mod state;
pub mod text;
#[cfg(feature = "page")]
pub mod view;
#[cfg(any(feature = "page", feature = "package"))]
pub mod web;
