// The declarations fit a strict TypeScript program, and refuse what the package refuses.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { test } from "node:test";

const here = fileURLToPath(new URL(".", import.meta.url));
const tsc = join(process.env.WENGANG_NPM, "node_modules/typescript/bin/tsc");

test("a strict TypeScript program compiles against the declarations", () => {
  // Each wrong use in the program stands under `@ts-expect-error`, so that a laxer type fails here too.
  const options = ["--noEmit", "--strict", "--target", "es2022", "--module", "nodenext"];
  const { status, stdout } = spawnSync(process.execPath, [tsc, ...options, join(here, "consumer.mts")], { encoding: "utf8" });
  assert.equal(status, 0, stdout);
});
