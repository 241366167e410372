#![no_main]

#[path = "../../tests/native/fuzzed/entry.rs"]
mod entry;

libfuzzer_sys::fuzz_target!(|data: &[u8]| entry::check(data));
