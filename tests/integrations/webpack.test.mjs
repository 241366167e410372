// webpack 5 and esbuild.

import assert from "node:assert/strict";
import { after, test } from "node:test";
import { example } from "../package/readme.mjs";
import { EARLY, MISUSE, REPORTED, REPORTED_EARLY, lines, pageOf, project, promised, stopBrowser } from "./support.mjs";

after(stopBrowser);

const inline = example("打包工具 js 1");
const byInit = example("打包工具 js 2");
const batch = example("一大批 js 1");
const scripts = {
  "inline.js": inline,
  "init.js": byInit,
  "batch.js": batch,
  "misuse.js": `import * as wengang from "wengang/inline";\n${MISUSE}`,
  "early.js": `import init, * as wengang from "wengang";\n${EARLY}\nawait init();\n${MISUSE}`,
};
const names = Object.keys(scripts).map((name) => name.replace(".js", ""));
const pages = (type) => Object.fromEntries(names.map((name) => [`dist/${name}.html`, pageOf(`./${name}.js`, type)]));

for (const mode of ["production", "development"]) {
  test(`webpack builds the README's examples for ${mode}, and misuse is reported in the page`, async () => {
    const { file, run, write } = project(`webpack-${mode}`, {
      ...scripts,
      "webpack.config.js": `export default {
        mode: "${mode}", stats: "errors-warnings", performance: { hints: false }, output: { publicPath: "auto" },
        entry: ${JSON.stringify(Object.fromEntries(names.map((name) => [name, `./${name}.js`])))},
      };`,
    }, { type: "module" });
    assert.match(run("webpack"), /^webpack [\d. ]*compiled successfully/);
    for (const [path, text] of Object.entries(pages("text/javascript"))) write(path, text);
    const said = (page, count) => lines(file("dist"), count, { page: `${page}.html` });
    assert.deepEqual(await said("inline", 1), promised(inline));
    assert.deepEqual(await said("init", 1), promised(byInit));
    assert.deepEqual(await said("batch", 2), promised(batch));
    assert.deepEqual(await said("misuse", 1), [REPORTED]);
    const [early, reported] = await said("early", 2);
    assert.match(early, REPORTED_EARLY);
    assert.equal(reported, REPORTED);
  });
}

test("webpack builds the README's example for Node", () => {
  const { run } = project("webpack-node", {
    "example.js": example("Node cjs 1"),
    "webpack.config.js": 'module.exports = { mode: "production", target: "node", stats: "errors-warnings", entry: "./example.js" };',
  });
  run("webpack");
  assert.deepEqual(run(process.execPath, ["dist/main.js"]).trim().split("\n"), promised(example("Node cjs 1")));
});

test("esbuild bundles the README's example for browsers and for Node, and misuse is reported", async () => {
  const { file, run, write } = project("esbuild", { ...scripts, "example.mjs": example("Node js 1"), "example.cjs": example("Node cjs 1") });
  const options = ["--bundle", "--minify", "--log-level=warning"];
  run("esbuild", [...options, "--format=iife", "--outdir=dist", "inline.js", "misuse.js"]);
  for (const [path, text] of Object.entries(pages("text/javascript"))) write(path, text);
  assert.deepEqual(await lines(file("dist"), 1, { page: "inline.html" }), promised(inline));
  assert.deepEqual(await lines(file("dist"), 1, { page: "misuse.html" }), [REPORTED]);
  for (const [from, format] of [["example.mjs", "esm"], ["example.cjs", "cjs"]]) {
    const to = from.replace("example", "bundle");
    run("esbuild", [...options, "--platform=node", `--format=${format}`, `--outfile=${to}`, from]);
    assert.deepEqual(run(process.execPath, [to]).trim().split("\n"), promised(example("Node js 1")));
  }
});
