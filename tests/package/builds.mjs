// What answers beside the native program: the published wasm, which is made for the oldest engines promised, the same
// sources as rustc compiles them for the engines of today, and the published wasm as a script.

import { readFileSync } from "node:fs";
import program from "../../target/package/script/program.js";
import * as script from "../../target/package/script/wengang.js";
import * as today from "../../target/package/today/wengang.js";
import { wengang } from "./package.mjs";

today.initSync({ module: readFileSync(new URL("../../target/package/today/wengang_bg.wasm", import.meta.url)) });

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
  ["the wasm for the engines of today", today],
  ["the published wasm as a script", script],
];
