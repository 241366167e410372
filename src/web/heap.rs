//! The memory of the wasm.

/// Rust's own is faster with megabytes; here a few hundred texts are alive at a time.
#[global_allocator]
static HEAP: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();
