// What is refused, and with which message.

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

const day = "2024-09-01";
const batch = (options = { asOf: day }) => new wengang.Batch("refund", options);
const misuse = [
  ["decodeLink with a URL", () => wengang.decodeLink(new URL("https://example.com/?c=refund")), "invalidValue", "href"],
  ["decodeLink with nothing", () => wengang.decodeLink(), "invalidValue", "href"],
  ["encodeLink with a URL", () => wengang.encodeLink(new URL("https://example.com/")), "invalidValue", ""],
  ["encodeLink with a misspelled option", () => wengang.encodeLink(goodRequest, { includeNumber: true }), "unknownField", "options.includeNumber"],
  ...["false", "no", 0, 1, {}, []].map((value) => [
    `encodeLink with ${JSON.stringify(value)} for yes or no`, () => wengang.encodeLink(goodRequest, { includeNumbers: value }), "invalidValue", "options.includeNumbers",
  ]),
  ["encodeLink with options in a Map", () => wengang.encodeLink(goodRequest, new Map()), "invalidValue", "options"],
  ["assessMany with an object", () => wengang.assessMany({}), "invalidValue", "requests"],
  ["assessMany with a Set", () => wengang.assessMany(new Set([goodRequest])), "invalidValue", "requests"],
  ["assessMany with options in a Map", () => wengang.assessMany([], new Map([["detail", "summary"]])), "invalidValue", "options"],
  ["assessMany with a word for options", () => wengang.assessMany([], "summary"), "invalidValue", "options"],
  ["assessTable with a Map", () => wengang.assessTable(new Map()), "invalidValue", "table"],
  ["assessTable without columns", () => wengang.assessTable({ calculator: "refund", asOf: day }), "missingField", "columns"],
  ["assessTable with columns in a Map", () => wengang.assessTable({ calculator: "refund", asOf: day, columns: new Map() }), "invalidValue", "columns"],
  ["assessTable with a Set for a column", () => wengang.assessTable({ calculator: "refund", asOf: day, columns: { applicant: new Set() } }), "invalidValue", "columns.applicant"],
  ["Batch with options in a Map", () => batch(new Map([["asOf", day]])), "invalidValue", "options"],
  ["push without rows", () => batch().push(), "missingField", "columns"],
  ["push with a Map", () => batch().push(new Map()), "invalidValue", "rows"],
  ["usePack with a text", () => wengang.usePack("pack"), "invalidValue", "bytes"],
];

for (const [what, call, code, field] of misuse) {
  test(`${what} is ${code}`, () => {
    assert.throws(call, (error) => {
      assert.ok(error instanceof Error);
      assert.deepEqual([error.name, error.code, error.field], ["PolicyError", code, field]);
      assert.match(error.message, /\p{Script=Han}/u);
      return true;
    });
  });
}

test("a Date in a row of a table is reported with its row and field, and stops none", () => {
  const { errors, outcome } = wengang.assessTable({ calculator: "refund", columns: { asOf: [new Date(0), day] } });
  assert.deepEqual(errors.map(({ row, code, field }) => [row, code, field]), [[0, "invalidValue", "asOf"]]);
  assert.deepEqual([...outcome], [255, 2]);
});

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

test("a row has its own name where it cannot be read", () => {
  const rows = [{ ...goodRequest, id: 7, asOf: new Date(0) }, { ...goodRequest, id: "8", facts: new Map() }, { ...goodRequest, asOf: new Date(0) }, new Map([["id", 9]])];
  const reported = (answers) => answers.map((answer) => [answer.id, answer.error.code, answer.error.field]);
  const right = [[7, "invalidValue", "asOf"], ["8", "invalidValue", "facts"], [undefined, "invalidValue", "asOf"], [undefined, "invalidValue", ""]];
  assert.deepEqual(reported(wengang.assessMany(rows)), right);
  assert.deepEqual(reported(wengang.assessMany(rows, { detail: "summary" })), right);
});

test("a row has its own name where it is answered, as it was given", () => {
  const rows = [7, "8", 0.5, "第一家", undefined].map((id) => ({ ...goodRequest, id }));
  for (const options of [undefined, { detail: "summary" }]) {
    assert.deepEqual(wengang.assessMany(rows, options).map(({ id, outcome }) => [id, outcome]), rows.map(({ id }) => [id, "eligible"]));
  }
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
