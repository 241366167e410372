// Prints the files of the browser tests that have a test of this run, one a line; how many have none goes to standard error.
//
// WENGANG_ENGINE=webkit node tests/browser/support/files.mjs

import { readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { isWhole, journeysOf } from "./journeys.mjs";

const folder = new URL("../", import.meta.url);
const files = readdirSync(folder, { recursive: true }).filter((name) => name.endsWith(".test.mjs")).sort();
const run = files.filter((name) => isWhole || journeysOf(fileURLToPath(new URL(name, folder))).length > 0);
for (const name of run) console.log(`tests/browser/${name}`);
if (run.length < files.length) console.error(`留给 cargo xtask test all：${files.length - run.length} 个文件`);
