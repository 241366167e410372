#![no_main]

#[path = "../../tests/native/fuzzed/packs.rs"]
mod packs;

libfuzzer_sys::fuzz_target!(|data: &[u8]| packs::check(data));
