// The package as a project gets it: what npm packs, and the README's examples for Node, unchanged.

import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { folder, goodAmount, goodRequest } from "./package.mjs";
import { blocks, example } from "./readme.mjs";

const both = (name) => [`${name}.d.cts`, `${name}.d.ts`];
const PACKED = [
  "LICENSE-APACHE", "LICENSE-MIT", "README.md", "package.json", "packs", "wengang_bg.wasm", ...both("wengang_bg.wasm"),
  ...both("wengang"), "wengang.js", "wengang.iife.js", ...both("inline"), "inline.cjs", "inline.js", ...both("asm"), "asm.cjs", "asm.js",
  ...both("batch"), "batch.js", "batch-node.cjs", "batch-node.js",
  "batch-worker.d.ts", "batch-worker.js", "batch-worker-node.js",
].sort();

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
  assert.deepEqual(readdirSync(join(installed, "packs")), ["gansu.pack"]);
  const files = [...PACKED.filter((name) => name !== "packs"), "packs/gansu.pack"];
  for (const name of files) assert.ok(readFileSync(new URL(name, folder)).equals(readFileSync(join(installed, name))), name);
});

/** What a program prints that has the package installed. */
function printed(name, text) {
  writeFileSync(join(project, name), text);
  const { stdout, stderr } = spawnSync(process.execPath, [name], { cwd: project, encoding: "utf8" });
  assert.equal(stderr, "");
  return stdout;
}

/** What an example says that it prints. */
const promised = (text) => [...text.matchAll(/^.*console\.log\(.*\/\/ (.+)$/gm)].map(([, words]) => `${words}\n`).join("");

for (const [block, file] of [["Node js 1", "example.mjs"], ["Node cjs 1", "example.cjs"], ["一大批 js 1", "batch.mjs"]]) {
  test(`the README's example “${block}” prints what it says, from the package as npm packs it`, () => {
    assert.ok(promised(example(block)));
    assert.equal(printed(file, example(block)), promised(example(block)));
  });
}

test("what starts the program by hand in Node goes on working", () => {
  const ways = {
    "initSync, as the README of 0.1 had it": `
      import { readFileSync } from "node:fs";
      import { assess, initSync } from "wengang";
      const wasm = new URL(import.meta.resolve("wengang/wengang_bg.wasm"));
      initSync({ module: readFileSync(wasm) });`,
    "init": `
      import init, { assess } from "wengang";
      await init();`,
    "the file for browsers": `
      import { readFileSync } from "node:fs";
      import { assess, initSync } from "./node_modules/wengang/wengang.js";
      initSync({ module: readFileSync("node_modules/wengang/wengang_bg.wasm") });`,
  };
  for (const [way, start] of Object.entries(ways)) {
    const text = `${start}\nconsole.log(assess(${JSON.stringify(goodRequest)}).amount.value);\n`;
    assert.equal(printed("start.mjs", text), `${goodAmount.value}\n`, way);
  }
});

test("every block of the README is at most ten lines, and a test runs it", () => {
  const folders = [new URL("./", import.meta.url), new URL("../integrations/", import.meta.url)];
  const files = folders.flatMap((tests) => readdirSync(tests).filter((name) => name.endsWith(".mjs")).map((name) => new URL(name, tests)));
  const tests = files.map((file) => readFileSync(file, "utf8")).join("\n");
  assert.ok(blocks.length > 10);
  for (const { name, text } of blocks) {
    assert.ok(text.split("\n").length - 1 <= 10, name);
    assert.ok(tests.includes(`example("${name}")`) || tests.includes(`["${name}", "`), name);
  }
});
