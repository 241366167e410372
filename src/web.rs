//! The browser: the only home of its facilities. Each call says whether it went well; nothing here decides anything.

#[cfg(feature = "page")]
pub mod address;
#[cfg(feature = "page")]
pub mod chunk;
#[cfg(feature = "page")]
pub mod clock;
#[cfg(feature = "page")]
pub mod copy;
#[cfg(feature = "page")]
pub mod debounce;
#[cfg(feature = "page")]
pub mod embed;
#[cfg(feature = "page")]
pub mod event;
#[cfg(feature = "page")]
pub mod fetch;
pub mod fold;
#[cfg(all(target_arch = "wasm32", feature = "small-heap"))]
mod heap;
#[cfg(feature = "page")]
pub mod inside;
#[cfg(feature = "page")]
pub mod law;
#[cfg(feature = "page")]
pub mod page;
#[cfg(feature = "page")]
pub mod poster;
#[cfg(feature = "page")]
pub mod print;
#[cfg(feature = "page")]
pub mod save;
#[cfg(feature = "page")]
pub mod site;
#[cfg(feature = "page")]
pub mod speech;
#[cfg(feature = "package")]
pub mod value;
