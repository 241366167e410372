// Every entry has the same calls and gives the same answers, starts as it says, and says so where it cannot.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { test } from "node:test";
import vm from "node:vm";
import * as asm from "../../dist-package/asm.js";
import * as inline from "../../dist-package/inline.js";
import { cases, folder, goodAmount, goodRequest, wengang } from "./package.mjs";

const require = createRequire(import.meta.url);
const read = (name) => readFileSync(new URL(name, folder), "utf8");
const declared = [...read("wengang.d.ts").matchAll(/^export (?:function|class) (\w+)/gm)].map(([, name]) => name);

/** A realm that has nothing but the language, and what is given. */
function realm(given = {}) {
  const context = vm.createContext({ ...given });
  // Node gives every realm its WebAssembly, and newer words of the language than every host has.
  if (!("WebAssembly" in given)) vm.runInContext("delete globalThis.WebAssembly; delete globalThis.BigInt", context);
  return context;
}

/** What a CommonJS file exports in a realm. */
function exported(name, context) {
  const module = { exports: {} };
  vm.runInContext(`(function (module, exports) {${read(name)}\n})`, context)(module, module.exports);
  return module.exports;
}

/** The global of the file for script tags in a realm. */
const ofTag = (context) => vm.runInContext(`${read("wengang.iife.js")};wengang`, context);

const withWasm = { WebAssembly, atob, TextEncoder, TextDecoder };
const entries = {
  "inline.js": inline,
  "inline.cjs": require("../../dist-package/inline.cjs"),
  "asm.js": asm,
  "asm.cjs": require("../../dist-package/asm.cjs"),
  "wengang.iife.js": ofTag(realm(withWasm)),
  "inline.cjs without UTF-8, as in Jest's jsdom": exported("inline.cjs", realm({ WebAssembly, atob })),
  "asm.cjs in a host with nothing but the language": exported("asm.cjs", realm()),
};
const plain = (answer) => JSON.parse(JSON.stringify(answer));

/** What a call throws, in the words of `PolicyError`. */
function refusal(call) {
  try {
    call();
  } catch ({ name, code, field, message }) {
    return { name, code, field, message };
  }
  throw new Error("it did not throw");
}

test("the entry for browsers exports what is declared", () => {
  assert.deepEqual(Object.keys(wengang).sort(), [...new Set([...declared, "default"])].sort());
});

for (const [name, entry] of Object.entries(entries)) {
  test(`${name} exports what is declared, starts by itself and answers every case as the wasm does`, () => {
    assert.deepEqual(Object.keys(entry).sort(), Object.keys(wengang).sort());
    for (const { id, request } of cases) assert.deepEqual(plain(entry.assess(request)), plain(wengang.assess(request)), id);
    const table = { calculator: "refund", asOf: "2024-09-01", columns: { averageInsured: [30, 120] } };
    assert.deepEqual(plain(entry.assessTable(table)), plain(wengang.assessTable(table)));
    assert.equal(new entry.Batch("premium", { asOf: "2024-09-01" }).push({ columns: { monthlyWage: ["5000"] } }).amountMin[0], 120_000);
  });

  test(`${name} takes the text of the whole world in and out`, () => {
    const request = (occupation) => ({
      calculator: "skill-subsidy", asOf: "2024-09-01", facts: { certificates: [{ id: `证书·é·𠮷·${occupation}`, occupation, level: 9, kind: "skill-level", issuedOn: "2024-03-10" }] },
    });
    const request2 = { ...request("\uD800焊工"), facts: { certificates: [{ ...request("焊工😀").facts.certificates[0], level: 4 }, { ...request("\uD800焊工").facts.certificates[0], level: 4 }] } };
    assert.deepEqual(plain(entry.assess(request2)), plain(wengang.assess(request2)));
    assert.equal(refusal(() => entry.assess(request("é"))).field, "facts.certificates[0].level");
    assert.equal(refusal(() => entry.assess({ ...goodRequest, facts: { "é\u200b𠮷": 1 } })).message, refusal(() => wengang.assess({ ...goodRequest, facts: { "é\u200b𠮷": 1 } })).message);
  });

  test(`${name} takes init and initSync, before and after the first call`, async () => {
    await entry.init();
    await entry.default();
    entry.initSync();
    entry.initSync({ module: readFileSync(new URL("wengang_bg.wasm", folder)) });
    assert.deepEqual(plain(entry.assess(goodRequest).amount), goodAmount);
  });
}

let copies = 0;
/** The entry for browsers that nobody started yet. */
const unstarted = () => import(new URL(`wengang.js?unstarted-${copies += 1}`, folder));

test("a call before init throws with what to call, and works after it", async () => {
  const fresh = await unstarted();
  const calls = {
    assess: () => fresh.assess(goodRequest),
    assessMany: () => fresh.assessMany([goodRequest]),
    assessTable: () => fresh.assessTable({ calculator: "refund", asOf: "2024-09-01", columns: {} }),
    Batch: () => new fresh.Batch("refund", { asOf: "2024-09-01" }),
    encodeLink: () => fresh.encodeLink(goodRequest),
    decodeLink: () => fresh.decodeLink("?c=refund"),
    usePack: () => fresh.usePack(new Uint8Array()),
    policies: () => fresh.policies(),
    version: () => fresh.version(),
  };
  assert.deepEqual(Object.keys(calls).sort(), declared.filter((name) => !name.startsWith("init")).filter((name, place, all) => all.indexOf(name) === place).sort());
  for (const [name, call] of Object.entries(calls)) {
    const { message, ...found } = refusal(call);
    assert.deepEqual(found, { name: "PolicyError", code: "notStarted", field: "init" }, name);
    assert.match(message, /await init\(\).*initSync\(\{ module \}\).*wengang\/inline/);
  }
  await fresh.init({ module_or_path: readFileSync(new URL("wengang_bg.wasm", folder)) });
  assert.deepEqual(fresh.assess(goodRequest).amount, goodAmount);
});

test("init that cannot load throws, and may be called again", async () => {
  const fresh = await unstarted();
  // Node fetches no files, and Vite's server answers with a page of HTML.
  for (const input of [undefined, { module_or_path: new TextEncoder().encode("<!doctype html>") }]) {
    await assert.rejects(fresh.init(input), ({ name, code, field, message, cause }) => {
      assert.deepEqual([name, code, field], ["PolicyError", "notStarted", "init"]);
      assert.match(message, /wengang_bg\.wasm.*wengang\/inline.*wengang\/asm/);
      return message.includes(cause.message);
    });
  }
  for (const input of [undefined, {}, { module: "wengang_bg.wasm" }]) {
    const { name, code, field, message } = refusal(() => fresh.initSync(input));
    assert.deepEqual([name, code, field], ["PolicyError", "notStarted", "initSync"]);
    assert.match(message, /initSync\(\{ module \}\)/);
  }
  await fresh.init({ module_or_path: readFileSync(new URL("wengang_bg.wasm", folder)) });
  assert.deepEqual(fresh.assess(goodRequest).amount, goodAmount);
});

/** WebAssembly that compiles nothing at once. */
const refusing = (compiles) => ({
  ...Object.fromEntries(Object.getOwnPropertyNames(WebAssembly).map((name) => [name, WebAssembly[name]])),
  Module: class { constructor() { throw new WebAssembly.CompileError("disallowed by the host"); } },
  instantiate: compiles ? WebAssembly.instantiate : () => Promise.reject(new WebAssembly.CompileError("disallowed by the host")),
});

test("where the host forbids WebAssembly the inlined entry names the script build", async () => {
  const entry = ofTag(realm({ ...withWasm, WebAssembly: refusing(false) }));
  const { message, ...found } = refusal(() => entry.assess(goodRequest));
  assert.deepEqual(found, { name: "PolicyError", code: "notStarted", field: "init" });
  assert.match(message, /disallowed by the host.*wengang\/asm.*await init\(\)/);
  await assert.rejects(entry.init(), { name: "PolicyError", code: "notStarted", field: "init" });
});

test("where wasm of this size is not compiled at once, as in Chrome before 114, init starts the inlined entry", async () => {
  const entry = ofTag(realm({ ...withWasm, WebAssembly: refusing(true) }));
  assert.equal(refusal(() => entry.assess(goodRequest)).code, "notStarted");
  await entry.init();
  assert.deepEqual(plain(entry.assess(goodRequest).amount), goodAmount);
});

test("the script build leaves the host as it was", () => {
  const context = realm();
  exported("asm.cjs", context).version();
  assert.deepEqual(vm.runInContext("Object.keys(globalThis)", context).length, 0);
});
