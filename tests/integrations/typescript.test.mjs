// TypeScript without the DOM's library and without Node's types, in every way to find a module.

import assert from "node:assert/strict";
import { test } from "node:test";
import { example } from "../package/readme.mjs";
import { project } from "./support.mjs";

const ENTRIES = `
import * as inline from "wengang/inline";
import init, { initSync } from "wengang/asm";
import { Batch, assessTable } from "wengang/batch";

export const all = [inline.assess, init(), initSync(), assessTable];
export const batch = new Batch("premium", { asOf: "2024-09-01" }).push({ columns: { monthlyWage: [1] } });
// @ts-expect-error: there is no such calculator.
inline.assess({ calculator: "pension", asOf: "2024-09-01", facts: {} });
// @ts-expect-error: there is no such fact.
inline.assess({ calculator: "premium", asOf: "2024-09-01", facts: { wage: "1" } });
// @ts-expect-error: an address is text.
inline.decodeLink(new Date());
// @ts-expect-error: rows are a list.
inline.assessMany({});
`;
const WASM = `
import wasm from "wengang/wengang_bg.wasm";
import { initSync } from "wengang";

initSync({ module: wasm });
`;
/** A script that uses `wengang.iife.js`: no module. */
const SCRIPT = `/// <reference types="wengang" />
const amount: string | undefined = wengang.assess({ calculator: "premium", asOf: "2024-09-01", facts: {} }).result?.savedTotal;
// @ts-expect-error: there is no such call.
wengang.judge();
`;

/** The options of tsc, and the files that are compiled by them. */
const WAYS = {
  "ES modules of Node": [{ module: "nodenext" }, ["example.mts", "entries.mts", "wasm.mts"]],
  "CommonJS of Node": [{ module: "nodenext" }, ["example.cts", "entries.cts"]],
  "a bundler": [{ module: "esnext", moduleResolution: "bundler" }, ["example.mts", "entries.mts", "wasm.mts"]],
  "a script": [{ module: "esnext", moduleResolution: "bundler" }, ["script.ts"]],
  "the classic way of Node": [{ module: "commonjs", moduleResolution: "node10", esModuleInterop: true }, ["example.cts", "entries.cts"]],
};

const { run, write } = project("typescript", Object.fromEntries([["script.ts", SCRIPT], ...["mts", "cts"].flatMap((end) => [
  [`example.${end}`, example("TypeScript ts 1")], [`entries.${end}`, ENTRIES], [`wasm.${end}`, WASM],
])]));

for (const [name, [options, files]] of Object.entries(WAYS)) {
  test(`${name}: what is right compiles, and wrong uses do not`, () => {
    const compilerOptions = { noEmit: true, strict: true, target: "es2020", lib: ["es2020"], types: [], ...options };
    write("tsconfig.json", JSON.stringify({ compilerOptions, files }));
    assert.equal(run("tsc"), "");
  });
}
