// The package's files as they are, in a browser: a page on a disk, strict hosts, a worker, a host that is forbidden wasm.

import assert from "node:assert/strict";
import { cpSync } from "node:fs";
import { after, test } from "node:test";
import { pathToFileURL } from "node:url";
import { example } from "../package/readme.mjs";
import { EARLY, MISUSE, REPORTED, REPORTED_EARLY, lines, pageOf, project, stopBrowser } from "./support.mjs";

after(stopBrowser);

/** Reports what a page shows, because the README's pages write nothing to the console. */
const TELLING = `<script>
  const output = document.querySelector("output");
  const tell = () => output.textContent && console.log(output.textContent);
  tell();
  new MutationObserver(tell).observe(output, { childList: true });
</script>`;
const module = (source, more = "") => `import init, * as wengang from "./${source}";\n${more}\n${MISUSE}`;

const { file, root } = project("page", {
  "tag.html": example("网页 html 1") + TELLING,
  "init.html": example("网页 html 2") + TELLING,
  "asm.html": example("网页 html 3") + TELLING,
  "misuse-tag.html": `<!DOCTYPE html><meta charset="utf-8"><link rel="icon" href="data:,"><script src="./wengang.iife.js"></script><script>${MISUSE}</script>`,
  "misuse-init.html": pageOf("./misuse-init.js"),
  "misuse-init.js": module("wengang.js", `${EARLY}\nawait init();`),
  "misuse-asm.html": pageOf("./misuse-asm.js"),
  "misuse-asm.js": module("asm.js"),
  "forbidden.html": pageOf("./forbidden.js"),
  "forbidden.js": `import { init, version } from "./inline.js";
    try { version(); } catch ({ code, message }) { console.log(code + " " + message); }
    init().catch(({ code }) => console.log(code));`,
  "batch.html": pageOf("./batch-page.js"),
  "batch-page.js": `import { assessTable } from "./batch.js";
    const columns = { averageInsured: Array(20_001).fill(30) };
    const table = { calculator: "refund", asOf: "2024-09-01", columns };
    const heard = [];
    const { outcome } = await assessTable(table, { onProgress: (done) => heard.push(done) });
    console.log([outcome.length, ...heard].join());
    const stop = new AbortController();
    await assessTable(table, { signal: stop.signal, onProgress: () => stop.abort() }).catch(({ name }) => console.log(name));
    await assessTable({ ...table, columns: new Map() }).catch(({ name, field }) => console.log(name + " " + field));`,
});
cpSync(file("node_modules/wengang"), file("."), { recursive: true });

const open = (page, count = 1, csp) => lines(root, count, { page: `${page}.html`, headers: csp && { "Content-Security-Policy": csp } });
const WASM = "default-src 'none'; img-src data:; connect-src 'self'; script-src 'self' 'wasm-unsafe-eval'";
const NO_WASM = "default-src 'none'; img-src data:; script-src 'self'";

test("the README's pages show the amount, from a host and, by a script tag, from a disk", async () => {
  for (const page of ["tag", "init", "asm"]) assert.deepEqual(await open(page), ["1200.00"], page);
  assert.deepEqual(await lines(pathToFileURL(file("tag.html")).href, 1), ["1200.00"]);
});

test("misuse is reported in each", async () => {
  assert.deepEqual(await open("misuse-tag"), [REPORTED]);
  const [early, reported] = await open("misuse-init", 2, WASM);
  assert.match(early, REPORTED_EARLY);
  assert.equal(reported, REPORTED);
});

test("where the host's CSP forbids wasm the script build answers, and the other entry names it", async () => {
  assert.deepEqual(await open("misuse-asm", 1, NO_WASM), [REPORTED]);
  const said = (await open("forbidden", 2, NO_WASM)).filter((line) => line.startsWith("notStarted"));
  assert.match(said[0], /^notStarted 没有启动：这里用不了 WebAssembly（.*wengang\/asm/);
  assert.equal(said.at(-1), "notStarted");
});

test("a table goes to a worker, with progress, and a signal ends it", async () => {
  assert.deepEqual(await open("batch", 3, `${WASM}; worker-src 'self'`), ["20001,5000,10000,15000,20000,20001", "AbortError", "PolicyError columns"]);
});
