// The page of docs/miniprogram.md, in a realm that has what a mini-program is sure to have: the language, `require`, `Page`.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import vm from "node:vm";
import { npm } from "../browser/support/npm.mjs";
import { folder } from "./package.mjs";

const { parse } = npm("acorn");
const guide = readFileSync(new URL("../../docs/miniprogram.md", import.meta.url), "utf8");
const program = readFileSync(new URL("asm.cjs", folder), "utf8");

test("the guide's page of a mini-program shows the amount", () => {
  const [, page] = /^```js\n(.*?)^```$/ms.exec(guide);
  const context = vm.createContext({}, { codeGeneration: { strings: false, wasm: false } });
  vm.runInContext("for (const name of ['WebAssembly', 'BigInt', 'FinalizationRegistry', 'WeakRef', 'SharedArrayBuffer', 'Atomics']) delete globalThis[name]", context);
  const shown = [];
  context.Page = (own) => own.onLoad.call({ setData: (data) => shown.push({ ...data }) });
  context.require = (path) => {
    assert.equal(path, "./wengang.js");
    const module = { exports: {} };
    vm.runInContext(`(function (module, exports, require) {${program}\n})`, context)(module, module.exports);
    return module.exports;
  };
  vm.runInContext(page, context);
  assert.deepEqual(shown, [{ amount: "1200.00" }]);
});

test("the file's size is as the guide says", () => {
  const [, kilobytes] = /约 (\d+) KB；微信限制/.exec(guide);
  assert.ok(Math.abs(program.length / 1000 - kilobytes) < 30, String(program.length));
});

test("the script build is written in no newer words than the guide says", () => {
  parse(program, { ecmaVersion: 2017, sourceType: "script" });
});
