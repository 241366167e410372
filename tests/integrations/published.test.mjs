// What publint and “are the types wrong” say of the package: nothing.

import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { test } from "node:test";
import { project } from "./support.mjs";

const { root, run } = project("published", {});
const archive = readdirSync(root).find((name) => name.endsWith(".tgz"));

test("publint finds nothing", () => {
  const said = run("publint", [archive, "--strict"]);
  assert.match(said, /All good!/);
});

test("are the types wrong finds nothing, in any way to find a module", () => {
  // The worker is a file for `new Worker`: nobody requires it.
  const { analysis } = JSON.parse(run("attw", [archive, "--format", "json", "--exclude-entrypoints", "batch-worker"]));
  assert.deepEqual(analysis.problems, []);
  assert.ok(Object.keys(analysis.entrypoints).length >= 5, Object.keys(analysis.entrypoints).join());
});
