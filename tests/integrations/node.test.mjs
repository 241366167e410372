// Node of every line supported, its oldest too, and Bun and Deno, which run the same programs.

import assert from "node:assert/strict";
import { test } from "node:test";
import { example } from "../package/readme.mjs";
import { MISUSE, REPORTED, installed, project, promised } from "./support.mjs";

const { run } = project("node", {
  "example.mjs": example("Node js 1"),
  "example.cjs": example("Node cjs 1"),
  "batch.mjs": example("一大批 js 1"),
  "misuse.mjs": `import * as wengang from "wengang";\n${MISUSE}`,
  "misuse.cjs": `const wengang = require("wengang");\n${MISUSE}`,
  "asm.mjs": `import * as wengang from "wengang/asm";\n${MISUSE}`,
  "asm.cjs": `const wengang = require("wengang/asm");\n${MISUSE}`,
  "init.mjs": `import init, * as wengang from "wengang";\nawait init();\n${MISUSE}`,
});

const RUNTIMES = {
  "this Node": [process.execPath],
  "Node 20.0": [installed("node-20.0/bin/node")],
  "Node 22.0": [installed("node-22.0/bin/node")],
  "Node 24": [installed("node-24/bin/node")],
  "Bun": [installed("@oven/bun-linux-x64/bin/bun"), "run"],
  "Deno": [installed("@deno/linux-x64-glibc/deno"), "run", "--no-remote", "--node-modules-dir=manual", "--allow-all"],
};

for (const [name, [program, ...words]] of Object.entries(RUNTIMES)) {
  const said = (file) => run(program, [...words, file]).trim().split("\n");

  test(`${name} runs the README's examples and reports misuse`, () => {
    assert.deepEqual(said("example.mjs"), promised(example("Node js 1")));
    assert.deepEqual(said("example.cjs"), promised(example("Node cjs 1")));
    assert.deepEqual(said("batch.mjs"), promised(example("一大批 js 1")));
    for (const file of ["misuse.mjs", "misuse.cjs", "asm.mjs", "asm.cjs", "init.mjs"]) assert.deepEqual(said(file), [REPORTED], file);
  });
}
