// The declarations fit a strict TypeScript program, and refuse what the package refuses.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { test } from "node:test";

const here = fileURLToPath(new URL(".", import.meta.url));
const tsc = join(process.env.WENGANG_NPM, "node_modules/typescript/bin/tsc");

const compiled = (...options) => spawnSync(
  process.execPath, [tsc, "--noEmit", "--strict", "--module", "nodenext", ...options, join(here, "consumer.mts")], { encoding: "utf8" },
);

test("a strict TypeScript program compiles against the declarations", () => {
  // Each wrong use in the program is marked with `@ts-expect-error`, so that a laxer type fails here too.
  const { status, stdout } = compiled("--target", "es2022");
  assert.equal(status, 0, stdout);
});

test("the declarations need nothing of the DOM, nor of Node", () => {
  const { status, stdout } = compiled("--target", "es2020", "--lib", "es2020");
  // The program's own use of a console.
  const own = stdout.split("\n").filter((line) => line && !/TS2584.*'console'/.test(line));
  assert.deepEqual([status, own], [2, []]);
});
