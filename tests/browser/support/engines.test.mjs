// What an engine cannot do is listed in one table, and the table lists nothing else.

import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { CANNOT, engine, test } from "./engines.mjs";
import { JOURNEYS } from "./journeys.mjs";

const folder = new URL("../", import.meta.url);
const names = readdirSync(folder, { recursive: true }).filter((name) => name.endsWith(".mjs"));
const sources = names.map((name) => readFileSync(new URL(name, folder), "utf8"));
const tests = sources.filter((_, index) => names[index].endsWith(".test.mjs"));

test("what a test needs is in the table, and what is in the table is needed", () => {
  const needed = new Set(sources.flatMap((source) => (
    [...source.matchAll(/\b(?:needing|can)\("([\w-]+)"/g)].map(([, what]) => what)
  )));
  const listed = new Set(Object.values(CANNOT).flatMap((cannot) => Object.keys(cannot)));
  assert.deepEqual([...needed].sort(), [...listed].sort());
});

test("no test is skipped but by the table", () => {
  for (const source of sources) assert.doesNotMatch(source, /\b(?:skip|todo)\s*[:(]/);
});

test("every test is registered by engines.mjs, which knows which are journeys", () => {
  for (const source of tests) assert.doesNotMatch(source, /import \{[^}]*\btest\b[^}]*\} from "node:test"/);
});

test("every file that journeys.mjs names is there", () => {
  for (const file of Object.keys(JOURNEYS)) assert.ok(names.includes(file), file);
});

for (const why of Object.values(engine.cannot)) console.log(`${engine.title} 不能做：${why}`);
