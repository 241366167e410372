// The package as a project gets it: what npm packs, and the README's example for Node as it stands there.

import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { folder } from "./package.mjs";
import { example } from "./readme.mjs";

const PACKED = ["LICENSE-APACHE", "LICENSE-MIT", "README.md", "package.json", "wengang.d.ts", "wengang.js", "wengang_bg.wasm"];

/** A project that has the packed package installed, and where. */
const project = mkdtempSync(join(tmpdir(), "wengang-packed-"));
const installed = join(project, "node_modules/wengang");
before(() => {
  mkdirSync(installed, { recursive: true });
  const pack = ["pack", "--silent", "--ignore-scripts", "--pack-destination", project];
  const archive = execFileSync("npm", pack, { cwd: fileURLToPath(folder), encoding: "utf8" }).trim();
  execFileSync("tar", ["-xzf", join(project, archive), "--strip-components=1", "-C", installed]);
});
after(() => rmSync(project, { recursive: true }));

test("npm packs the program, its declarations, the README and the licences, and nothing else", () => {
  assert.deepEqual(readdirSync(installed).sort(), PACKED);
  for (const name of PACKED) assert.ok(readFileSync(new URL(name, folder)).equals(readFileSync(join(installed, name))), name);
});

test("the README's example for Node prints the amount it says, from the package as npm packs it", () => {
  writeFileSync(join(project, "example.mjs"), example("js"));
  const { stdout, stderr } = spawnSync(process.execPath, ["example.mjs"], { cwd: project, encoding: "utf8" });
  assert.equal(stdout, "eligible\n1815.08\n", stderr);
});
