//! Turns the law in `policies/` into a checked pack.
