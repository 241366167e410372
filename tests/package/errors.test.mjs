// What is refused, and how it is said.

import assert from "node:assert/strict";
import { test } from "node:test";
import { cases, goodAmount, goodRequest, wengang } from "./package.mjs";
import { refusals } from "./refusals.mjs";

for (const { what, request, code, field } of refusals) {
  test(`${what} is ${code}`, () => {
    assert.throws(() => wengang.assess(request), (error) => {
      assert.ok(error instanceof Error);
      assert.deepEqual([error.name, error.code, error.field], ["PolicyError", code, field]);
      assert.match(error.message, /\p{Script=Han}/u);
      return true;
    });
  });
}

test("assessMany answers every row in order; a bad one stops none", () => {
  const progress = [];
  const { request: badRequest, code, field } = refusals[0];
  const rows = [goodRequest, badRequest, goodRequest];
  const answers = wengang.assessMany(rows, (...heard) => progress.push(heard));
  assert.equal(answers.length, 3);
  assert.deepEqual(answers[0].amount, goodAmount);
  assert.deepEqual(answers[2], answers[0]);
  assert.deepEqual([answers[1].error.code, answers[1].error.field], [code, field]);
  assert.ok(progress.length > 0, "onProgress is called");
});

test("assessMany works without onProgress and with no rows", () => {
  assert.deepEqual(wengang.assessMany([]), []);
  assert.equal(wengang.assessMany(cases.map(({ request }) => request)).length, cases.length);
});

test("a throwing onProgress reaches the caller and harms nothing", () => {
  const stop = new Error("stop");
  assert.throws(() => wengang.assessMany([goodRequest], () => { throw stop; }), stop);
  assert.deepEqual(wengang.assess(goodRequest).amount, goodAmount);
});

test("policies() lists every pack with its documents, windows and evidence", () => {
  const policies = wengang.policies();
  const ids = policies.map(({ id }) => id);
  assert.ok(ids.includes("hebei-2024"), ids.join());
  for (const { documents } of policies) assert.ok(Array.isArray(documents));
});

test("version() names package, rules and links", () => {
  assert.deepEqual(Object.keys(wengang.version()), ["package", "rules", "links"]);
});
