#![no_main]

#[path = "../../tests/native/fuzzed/site.rs"]
mod site;

libfuzzer_sys::fuzz_target!(|data: &[u8]| site::check(data));
