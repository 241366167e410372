// What an engine cannot do is listed in one table, and the table lists nothing else.

import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { test } from "node:test";
import { CANNOT, engine } from "./engines.mjs";

const folder = new URL("../", import.meta.url);
const sources = readdirSync(folder, { recursive: true }).filter((name) => name.endsWith(".mjs")).map((name) => readFileSync(new URL(name, folder), "utf8"));

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

for (const why of Object.values(engine.cannot)) console.log(`${engine.title} 不能做：${why}`);
