//! Prints random requests, one per line: always the same ones, since the seed is always the same.

#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test that meets what it did not expect must stop"
)]

use std::io::{self, BufWriter, Write};

use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};
use serde_json::Value as Json;

use requests::{
    arbitrary_json, benefit_request, hiring_request, nearly_right_request, premium_request, refund_request,
    size_request, skill_request,
};

#[path = "mod.rs"]
#[allow(dead_code, reason = "the tests ask more of it")]
mod requests;

const SEED: [u8; 32] = *b"the same requests in every build";

/// Any request: most can be answered, some are wrong in one place, few are no requests at all.
fn any_request() -> impl Strategy<Value = Json> {
    prop_oneof![
        4 => refund_request(),
        4 => skill_request(12),
        3 => premium_request(),
        5 => benefit_request(),
        3 => size_request(),
        3 => hiring_request(8),
        11 => nearly_right_request(),
        1 => arbitrary_json(),
    ]
}

fn main() -> io::Result<()> {
    let count: u32 = std::env::args().nth(1).and_then(|word| word.parse().ok()).expect("how many requests?");
    let rng = TestRng::from_seed(RngAlgorithm::ChaCha, &SEED);
    let mut runner = TestRunner::new_with_rng(Config::default(), rng);
    let requests = any_request();
    let mut out = BufWriter::new(io::stdout().lock());
    for _ in 0..count {
        writeln!(out, "{}", requests.new_tree(&mut runner).unwrap().current())?;
    }
    Ok(())
}
