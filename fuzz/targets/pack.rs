#![no_main]

#[path = "../../build/compile/mod.rs"]
#[expect(dead_code, reason = "files are read by the build script alone")]
mod compile;
#[path = "../../tests/native/fuzzed/pack.rs"]
mod pack;

libfuzzer_sys::fuzz_target!(|data: &[u8]| pack::check(data));
