// Deals the files of the browser tests that have a test of this run out to a few processes, and prints the programs that
// run them, one a line; how many files have none goes to standard error.
//
// WENGANG_ENGINE=webkit node tests/browser/support/files.mjs

import { mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { ENGINE, isWhole, journeysOf } from "./journeys.mjs";

/** A process starts its browser once; but the last processes should end at about the same time: the more tests, the more. */
const PROCESSES = isWhole ? 12 : 3;

const folder = new URL("../", import.meta.url);
const programs = new URL("../../../target/tests/", import.meta.url);
const files = readdirSync(folder, { recursive: true }).filter((name) => name.endsWith(".test.mjs")).sort();
const run = files.map((name) => fileURLToPath(new URL(name, folder))).filter((path) => isWhole || journeysOf(path).length > 0);

mkdirSync(programs, { recursive: true });
for (let first = 0; first < Math.min(PROCESSES, run.length); first += 1) {
  const own = run.filter((_, place) => place % PROCESSES === first);
  const program = new URL(`${ENGINE}-${first + 1}.mjs`, programs);
  const engines = new URL("engines.mjs", import.meta.url);
  const lines = [`import { runFiles } from ${JSON.stringify(engines)};`, "", `await runFiles(${JSON.stringify(own, null, 2)});`, ""];
  writeFileSync(program, lines.join("\n"));
  console.log(fileURLToPath(program));
}
if (run.length < files.length) console.error(`留给 cargo xtask test all：${files.length - run.length} 个文件`);
