//! 稳岗算: what the unemployment-insurance measures of a place mean for a case.
//!
//! | layer | what it is | may import |
//! | --- | --- | --- |
//! | `policy` | CORE: values, and which rule a day falls under; pure and total | nothing |
//! | `heads` | what the first screen needs of the law | policy |
//! | `law` | the pack that is built in, for the engine | the engine, `api` for the calculators' names |
//! | `text` | the words people read | policy |
//! | `api` | requests and answers as types, what people type | the engine, policy, heads, law, text |
//! | `state` | the page's state, actions, reduce | policy, law, api |
//! | `view` | state → Html (Yew) | state, text, policy, api |
//! | `web` | the browser's facilities | state, api |
//! | `bin` | the page, the package, the native command | all |

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
