#![no_main]

#[path = "../../tests/native/fuzzed/request.rs"]
mod request;

libfuzzer_sys::fuzz_target!(|data: &[u8]| request::check(data));
