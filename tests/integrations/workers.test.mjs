// Cloudflare's runtime, which compiles no wasm by itself: a module is given.

import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { createRequire } from "node:module";
import { test } from "node:test";
import { example } from "../package/readme.mjs";
import { EARLY, MISUSE, REPORTED, REPORTED_EARLY, installed, project } from "./support.mjs";

const { Miniflare } = createRequire(installed("miniflare/"))("miniflare");

/** A worker that answers with what a program prints. */
const printing = (before, program) => `
${before}
const said = [];
const console = { log: (text) => said.push(text) };
${program}
export default { fetch: () => Response.json(said) };
`;
const starts = 'import * as wengang from "wengang";\nimport module from "wengang/wengang_bg.wasm";\n';

const { file, run } = project("workers", {
  "readme.js": example("Cloudflare Workers js 1"),
  "misuse.js": printing(starts, `${EARLY}\nwengang.initSync({ module });\n${MISUSE}`),
  "asm.js": printing('import * as wengang from "wengang/asm";', MISUSE),
});

/** What a worker answers, bundled as wrangler does it. */
async function answerOf(name) {
  const out = `dist-${name}`;
  run("esbuild", ["--bundle", "--format=esm", "--conditions=workerd,worker,browser", "--loader:.wasm=copy", "--log-level=warning", `--outdir=${out}`, `${name}.js`]);
  const modules = readdirSync(file(out)).map((path) => ({
    type: path.endsWith(".wasm") ? "CompiledWasm" : "ESModule", path, contents: readFileSync(file(`${out}/${path}`)),
  }));
  modules.sort((one) => (one.type === "ESModule" ? -1 : 1));
  const host = new Miniflare({ modules, modulesRoot: "/", compatibilityDate: "2025-10-01" });
  try {
    return await (await host.dispatchFetch("http://localhost/")).json();
  } finally {
    await host.dispose();
  }
}

test("miniflare answers by the README's worker", async () => {
  assert.deepEqual(await answerOf("readme"), { kind: "exact", value: "1200.00" });
});

test("miniflare reports misuse, of the wasm and of the script build", async () => {
  const [early, reported] = await answerOf("misuse");
  assert.match(early, REPORTED_EARLY);
  assert.equal(reported, REPORTED);
  assert.deepEqual(await answerOf("asm"), [REPORTED]);
});
