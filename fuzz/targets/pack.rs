#![no_main]

#[path = "../../tests/native/fuzzed/pack.rs"]
mod pack;

libfuzzer_sys::fuzz_target!(|data: &[u8]| pack::check(data));
