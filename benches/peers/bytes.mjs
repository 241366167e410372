// What has to be downloaded before the first answer: one minified script with the rule, and what it loads.

import { createRequire } from "node:module";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import { library } from "./library.mjs";

const { buildSync } = createRequire(join(process.env.WENGANG_NPM, "node_modules/"))("esbuild");
const PACKAGE = fileURLToPath(new URL("../../dist-package/", import.meta.url));

/** More than this is compressed by gzip alone: brotli at its best would take minutes. */
const BROTLI_MOST = 1_000_000;

/** The bytes of each peer's download; OpenFisca's is what pip installs, on a server. */
export function bytes(rules) {
  const folder = fileURLToPath(rules);
  const rule = (file) => JSON.stringify(join(folder, file));
  const ours = `export { default as init, assess } from ${JSON.stringify(join(PACKAGE, "wengang.js"))};`;
  const publicodes = `import Engine from "publicodes"; import rules from ${rule("publicodes.json")};
    export const engine = new Engine(rules);`;
  const jsonRules = `import { Engine } from "json-rules-engine"; import rule from ${rule("json-rules-engine.json")};
    export const engine = new Engine([rule]);`;
  const zen = `import { ZenEngine } from "@gorules/zen-engine"; import rule from ${rule("zen.json")};
    export const decision = new ZenEngine().createDecision(rule);`;
  return {
    ours: weigh([bundle(ours), readFileSync(join(PACKAGE, "wengang_bg.wasm"))]),
    publicodes: weigh([bundle(publicodes)]),
    zen: weigh([bundle(zen, "node"), readFileSync(library.resolve(`@gorules/zen-engine-${nativeName()}`))]),
    "json-rules-engine": weigh([bundle(jsonRules)]),
    lemma: weigh([join(folder, "refund.lemma"), process.env.WENGANG_LEMMA].map((file) => readFileSync(file))),
    openfisca: weigh(filesUnder(process.env.PYTHONPATH).map((file) => readFileSync(file))),
  };
}

function bundle(contents, platform = "browser") {
  const stdin = { contents, resolveDir: process.env.WENGANG_PEERS };
  const options = { bundle: true, minify: true, format: "esm", write: false, logLevel: "error" };
  return Buffer.from(buildSync({ ...options, stdin, platform, external: ["*.node", "@gorules/zen-engine-*"] }).outputFiles[0].contents);
}

/** The native package that this machine's zen loads. */
function nativeName() {
  const { optionalDependencies } = library("@gorules/zen-engine/package.json");
  const names = Object.keys(optionalDependencies).map((name) => name.replace("@gorules/zen-engine-", ""));
  return names.find((name) => {
    try {
      return name !== "wasm32-wasi" && library.resolve(`@gorules/zen-engine-${name}`);
    } catch {
      return false;
    }
  });
}

/** What pip installed for OpenFisca, without what Python compiles of it. */
function filesUnder(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => !file.includes("__pycache__"));
}

function weigh(files) {
  const sum = (weight) => files.reduce((bytes, file) => bytes + weight(file), 0);
  const raw = sum((file) => file.length);
  const brotli = (file) => brotliCompressSync(file, { params: { [constants.BROTLI_PARAM_SIZE_HINT]: file.length } }).length;
  return {
    raw,
    gzip: sum((file) => gzipSync(file, { level: constants.Z_BEST_COMPRESSION }).length),
    brotli: raw > BROTLI_MOST ? null : sum(brotli),
  };
}
