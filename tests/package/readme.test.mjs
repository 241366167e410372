// The package as a project gets it: what npm packs, and the README's example for Node as it stands there.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { folder } from "./package.mjs";
import { projectWithPackage } from "./packed.mjs";
import { example } from "./readme.mjs";

const PACKED = ["LICENSE-APACHE", "LICENSE-MIT", "README.md", "package.json", "wengang.d.ts", "wengang.js", "wengang_bg.wasm"];

test("npm packs the program, its declarations, the README and the licences, and nothing else", (t) => {
  const { installed } = projectWithPackage(t);
  assert.deepEqual(readdirSync(installed).sort(), PACKED);
  for (const name of PACKED) assert.ok(readFileSync(new URL(name, folder)).equals(readFileSync(join(installed, name))), name);
});

test("the README's example for Node prints the amount it says, from the package as npm packs it", (t) => {
  const { project } = projectWithPackage(t);
  writeFileSync(join(project, "example.mjs"), example("js"));
  const { stdout, stderr } = spawnSync(process.execPath, ["example.mjs"], { cwd: project, encoding: "utf8" });
  assert.equal(stdout, "eligible\n1815.08\n", stderr);
});
