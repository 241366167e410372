// The README's example for Node runs as it stands there, in a project that has the package installed.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { test } from "node:test";
import { folder } from "./package.mjs";
import { example } from "./readme.mjs";

test("the README's example for Node prints the amount it says", (t) => {
  const project = mkdtempSync(join(tmpdir(), "wengang-readme-"));
  t.after(() => rmSync(project, { recursive: true }));
  mkdirSync(join(project, "node_modules"));
  symlinkSync(fileURLToPath(folder), join(project, "node_modules/wengang"));
  writeFileSync(join(project, "example.mjs"), example("js"));
  const { stdout, stderr } = spawnSync(process.execPath, ["example.mjs"], { cwd: project, encoding: "utf8" });
  assert.equal(stdout, "eligible\n1815.08\n", stderr);
});
