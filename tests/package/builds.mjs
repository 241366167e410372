// What answers beside the native program: the published wasm, which is made for the oldest engines promised, the published
// wasm as a script, and where everything is tried the same sources as rustc compiles them for the engines of today.

import { readFileSync } from "node:fs";
import program from "../../target/package/script/program.js";
import * as script from "../../target/package/script/wengang.js";
import { isAll } from "../tier.mjs";
import { wengang } from "./package.mjs";

async function ofToday() {
  const folder = new URL("../../target/package/today/", import.meta.url);
  const today = await import(new URL("wengang.js", folder));
  today.initSync({ module: readFileSync(new URL("wengang_bg.wasm", folder)) });
  return today;
}

/** Starts the script where there is no WebAssembly. */
function startScript() {
  const { WebAssembly } = globalThis;
  globalThis.WebAssembly = {
    Module: function Module() {},
    Instance: function Instance(module, imports) { this.exports = program(imports); },
  };
  script.initSync({ module: new ArrayBuffer(0) });
  globalThis.WebAssembly = WebAssembly;
}

startScript();

export const builds = [
  ["the published wasm", wengang],
  ["the published wasm as a script", script],
  ...isAll ? [["the wasm for the engines of today", await ofToday()]] : [],
];
