//! How much is tried: a sample in the gate, everything in `cargo xtask test all`.

/// Whether everything is tried; the only place where the tests of Rust ask.
pub fn is_all() -> bool {
    std::env::var("WENGANG_TESTS").is_ok_and(|tests| tests == "all")
}

/// The first in the gate, the second where everything is tried.
pub fn sample<T>(gate: T, all: T) -> T {
    if is_all() { all } else { gate }
}
