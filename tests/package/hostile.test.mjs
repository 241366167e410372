// Values that no honest caller sends: each is refused or answered, and none kills the module.

import assert from "node:assert/strict";
import { test } from "node:test";
import { goodAmount, goodRequest, wengang } from "./package.mjs";

const cyclic = { calculator: "refund", asOf: "2024-09-01", facts: {} };
cyclic.facts.applicant = cyclic;

const nested = (depth) => {
  let value = [];
  for (let i = 0; i < depth; i += 1) value = [value];
  return value;
};

const trap = new Proxy({}, {
  get() { throw new Error("get"); },
  has() { throw new Error("has"); },
  ownKeys() { throw new Error("ownKeys"); },
});

const values = {
  "undefined": undefined,
  "null": null,
  "a number": 1,
  "a text": "refund",
  "an array": [goodRequest],
  "a function": () => goodRequest,
  "a symbol": Symbol("refund"),
  "a BigInt": 1n,
  "1e308": 1e308,
  "-0": -0,
  "NaN": NaN,
  "Infinity": Infinity,
  "a date": new Date(0),
  "a Map": new Map([["applicant", "enterprise"]]),
  "a Set": new Set(["applicant"]),
  "bytes": new Uint8Array(16),
  "a cyclic object": cyclic,
  "ten thousand arrays in each other": nested(10_000),
  "a proxy that throws": trap,
  "a getter that throws": { get applicant() { throw new Error("get"); } },
  "a lone surrogate": "\uD800",
  "a long text": "九".repeat(1_000_000),
  "a key from the prototype": JSON.parse('{"__proto__": {"applicant": "enterprise"}}'),
};

/** The places of values. */
const places = {
  "the request": (value) => value,
  "the calculator": (value) => ({ ...goodRequest, calculator: value }),
  "the day": (value) => ({ ...goodRequest, asOf: value }),
  "the facts": (value) => ({ ...goodRequest, facts: value }),
  "a fact": (value) => ({ ...goodRequest, facts: { ...goodRequest.facts, premiumPaid: value } }),
  "a list": (value) => ({ ...goodRequest, facts: { ...goodRequest.facts, creditListings: value } }),
  "a certificate": (value) => ({ calculator: "skill-subsidy", asOf: "2024-09-01", facts: { certificates: [value] } }),
};

function assessQuietly(request) {
  try {
    wengang.assess(request);
  } catch (error) {
    assert.ok(!(error instanceof WebAssembly.RuntimeError), String(error));
  }
}

for (const [what, value] of Object.entries(values)) {
  test(`${what} in any place leaves the module alive`, () => {
    for (const [place, put] of Object.entries(places)) {
      assessQuietly(put(value));
      assert.deepEqual(wengang.assess(goodRequest).amount, goodAmount, `after ${what} as ${place}`);
    }
  });
}

test("assessMany refuses what is no list, and stays alive", () => {
  for (const [what, value] of Object.entries(values)) {
    try {
      wengang.assessMany(value);
    } catch (error) {
      assert.ok(!(error instanceof WebAssembly.RuntimeError), `${what}: ${error}`);
    }
    assert.deepEqual(wengang.assess(goodRequest).amount, goodAmount, what);
  }
});

test("a hundred thousand throwing requests leave the module alive", () => {
  // An exception that passes through wasm frames must not eat up the module's stack.
  const request = places["a fact"](values["a getter that throws"]);
  for (let i = 0; i < 100_000; i += 1) assessQuietly(request);
  assert.deepEqual(wengang.assess(goodRequest).amount, goodAmount);
});
