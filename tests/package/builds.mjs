// The builds that are compared with the native program: the published wasm, which is made for the oldest engines
// promised, the published wasm as a script, and in the full tier the same sources as rustc compiles them for current
// engines.

import { readFileSync } from "node:fs";
import * as script from "../../dist-package/asm.js";
import { isAll } from "../tier.mjs";
import { wengang } from "./package.mjs";

async function ofToday() {
  const folder = new URL("../../target/package/today/", import.meta.url);
  const today = await import(new URL("wengang.js", folder));
  today.initSync({ module: readFileSync(new URL("wengang_bg.wasm", folder)) });
  return today;
}

export const builds = [
  ["the published wasm", wengang],
  ["the published wasm as a script", script],
  ...isAll ? [["the wasm for the engines of today", await ofToday()]] : [],
];
