#![no_main]

#[path = "../../tests/native/fuzzed/link.rs"]
mod link;

libfuzzer_sys::fuzz_target!(|data: &[u8]| link::check(data));
