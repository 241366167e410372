// Vite, this one and the one before: what it builds, its server while one develops, what it renders on a server.

import assert from "node:assert/strict";
import { after, test } from "node:test";
import { example } from "../package/readme.mjs";
import { EARLY, MISUSE, REPORTED, REPORTED_EARLY, installed, lines, pageOf, project, promised, stopBrowser } from "./support.mjs";

after(stopBrowser);

const inline = example("打包工具 js 1");
const byInit = example("打包工具 js 2");
const batch = example("一大批 js 1");
const batchByHand = example("一大批 js 2");

const scripts = {
  "inline.js": inline,
  "init.js": byInit,
  "batch.js": batch,
  "batch-by-hand.js": batchByHand,
  "misuse.js": `import * as wengang from "wengang/inline";\n${MISUSE}`,
  "early.js": `import init, * as wengang from "wengang";\n${EARLY}\nawait init();\n${MISUSE}`,
  "failing.js": 'import init from "wengang";\ninit().then(() => console.log("started"), ({ code, message }) => console.log(`${code} ${message}`));',
};

/** What `init` says where the wasm is not found. */
const NOT_FOUND = /^notStarted 没有启动：取不到或者用不了 wengang_bg\.wasm（.*wengang\/inline/;

/** A page for each script, and what renders on a server. */
const files = {
  ...scripts,
  ...Object.fromEntries(Object.keys(scripts).map((name) => [name.replace(".js", ".html"), pageOf(`./${name}`)])),
  "server.js": `${example("Node js 1")}export const value = answer.amount.value;\n`,
  "serve.mjs": `
    import { createServer } from "vite";
    const server = await createServer({ server: { middlewareMode: true }, appType: "custom", logLevel: "error" });
    await server.ssrLoadModule("/server.js");
    await server.close();`,
  "vite.config.js": `export default {
    build: { target: "esnext", rollupOptions: { input: ${JSON.stringify(Object.keys(scripts).map((name) => name.replace(".js", ".html")))} } },
    worker: { format: "es" },
  };`,
};

for (const name of ["vite", "vite-7"]) {
  const vite = installed(`${name}/bin/vite.js`);
  const { file, run, start } = project(name, files, { type: "module" });

  test(`${name} builds the README's examples, and misuse is reported in the page`, async () => {
    run(vite, ["build", "--logLevel", "error"]);
    const said = (page, count) => lines(file("dist"), count, { page: `${page}.html` });
    assert.deepEqual(await said("inline", 1), promised(inline));
    assert.deepEqual(await said("init", 1), promised(byInit));
    assert.deepEqual(await said("batch", 2), promised(batch));
    assert.deepEqual(await said("batch-by-hand", 1), promised(batchByHand));
    assert.deepEqual(await said("misuse", 1), [REPORTED]);
    const [early, reported] = await said("early", 2);
    assert.match(early, REPORTED_EARLY);
    assert.equal(reported, REPORTED);
  });

  test(`${name}'s server shows the README's examples`, async () => {
    const server = await start(vite, ["--host", "127.0.0.1", "--port", "0"], /http:\/\/127\.0\.0\.1:\d+/);
    const said = (page, count) => lines(`${server.address}/${page}.html`, count);
    try {
      assert.deepEqual(await said("inline", 1), promised(inline));
      assert.deepEqual(await said("misuse", 1), [REPORTED]);
      assert.deepEqual(await said("batch-by-hand", 1), promised(batchByHand));
      if (name === "vite") {
        assert.deepEqual(await said("init", 1), promised(byInit));
        assert.deepEqual(await said("batch", 2), promised(batch));
      } else {
        // That server finds no file next to a script of a package, and the error says what to take instead.
        assert.match((await said("failing", 1)).at(-1), NOT_FOUND);
      }
    } finally {
      await server.stop();
    }
  });

  test(`${name}'s server shows the README's examples where the package is a link to its folder`, async () => {
    const linked = project(`${name}-linked`, files, { type: "module", isLinked: true });
    const server = await linked.start(vite, ["--host", "127.0.0.1", "--port", "0"], /http:\/\/127\.0\.0\.1:\d+/);
    try {
      assert.deepEqual(await lines(`${server.address}/inline.html`, 1), promised(inline));
      assert.deepEqual(await lines(`${server.address}/batch-by-hand.html`, 1), promised(batchByHand));
      assert.deepEqual(await lines(`${server.address}/misuse.html`, 1), [REPORTED]);
      // The server gives out no file from outside of the project, and the error says what to take instead.
      assert.match((await lines(`${server.address}/failing.html`, 2)).at(-1), NOT_FOUND);
    } finally {
      await server.stop();
    }
  });

  test(`${name} runs the README's example on a server, built and while one develops`, async () => {
    run(vite, ["build", "--ssr", "server.js", "--outDir", "server", "--logLevel", "error"]);
    assert.deepEqual(run(process.execPath, ["server/server.js"]).trim().split("\n"), promised(example("Node js 1")));
    if (name === "vite") assert.deepEqual(run(process.execPath, ["serve.mjs"]).trim().split("\n"), promised(example("Node js 1")));
  });
}
