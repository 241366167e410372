// Links through the package: every case there and back, and what a chat programme does to them.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { cases, wengang } from "./package.mjs";

for (const { id, request } of cases) {
  test(`${id} comes back out of its link`, () => {
    const link = wengang.encodeLink(request, { includeNumbers: true });
    assert.deepEqual(wengang.decodeLink(link), { request, lost: [] });
    const choices = wengang.encodeLink(request);
    assert.ok(choices.split("#")[1].length <= 60);
    assert.ok(!("asOf" in wengang.decodeLink(choices).request));
  });
}

test("every link ever released opens", () => {
  const released = JSON.parse(readFileSync(new URL("../links/released.json", import.meta.url), "utf8"));
  assert.ok(released.length >= 80);
  for (const { link, request, lost } of released) assert.deepEqual(wengang.decodeLink(link), { request, lost });
});

test("a damaged link is a PolicyError", () => {
  for (const link of ["", "?c=refund#1.pe.XXX", "?c=pension", "?c=refund#9.pe.abc"]) {
    assert.throws(() => wengang.decodeLink(link), { name: "PolicyError", code: "invalidValue", field: "link" });
  }
  assert.throws(() => wengang.encodeLink({ calculator: "refund", facts: {} }), { name: "PolicyError", code: "missingField" });
});

test("a lost fragment is reported", () => {
  assert.deepEqual(wengang.decodeLink("?c=refund&y=2024"), { request: { calculator: "refund", facts: {} }, lost: ["facts"] });
});
