//! 稳岗算: what the unemployment-insurance measures of Hebei mean for a case.
//!
//! | layer | what it is | may import |
//! | --- | --- | --- |
//! | `policy` | CORE: the law, pure and total | nothing |
//! | `packs` | the policies built in | policy |
//! | `text` | the words people read | policy |
//! | `api` | requests and answers as types, what people type | policy, packs, text |
//! | `state` | the page's state, actions, reduce | policy, packs, api |
//! | `view` | state → Html (Yew) | state, text, policy, api |
//! | `web` | the browser's facilities | state, api |
//! | `bin` | the page, the package, the native command | all |

pub mod api;
pub mod packs;
pub mod policy;
pub mod state;
pub mod text;
#[cfg(feature = "page")]
pub mod view;
#[cfg(any(feature = "page", feature = "package"))]
pub mod web;
