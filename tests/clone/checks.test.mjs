// A newcomer's second command, word for word as README.md has it, in this tree: for what needs neither page nor browser.
//
// `cargo xtask test clone-checks` runs it in a copy of the files that git tracks, where nothing was built.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { test } from "node:test";
import { TEST } from "./readme.mjs";

const SUITES = ["lint", "native"];

test("the second command passes in a tree where nothing was built", () => {
  const line = `exec 2>&1; ${TEST} ${SUITES.join(" ")}`;
  const cwd = fileURLToPath(new URL("../../", import.meta.url));
  const { status, stdout } = spawnSync("sh", ["-c", line], { cwd, encoding: "utf8", maxBuffer: 2 ** 28 });
  assert.equal(status, 0, stdout.slice(-5000));
  assert.match(stdout, /^\d+ passed, 0 failed$/m);
});
