// `cargo xtask bench`: asks every peer the same, prints what came out and writes it to docs/benchmarks.md.

import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { cpus, loadavg, totalmem } from "node:os";
import { join } from "node:path";
import { bytes } from "./bytes.mjs";
import { blanked, ratesOf, reused, wrongFen, wrongOfAll } from "./correctness.mjs";
import { goalsOf, report } from "./report.mjs";
import { writeRules } from "./rules.mjs";
import { cold, one, rows } from "./timing.mjs";

const PEERS = ["publicodes", "zen", "json-rules-engine", "openfisca", "lemma"];
const ALL = ["ours", ...PEERS];

/** json-rules-engine computes no amounts. */
const WITH_AMOUNTS = ALL.filter((name) => name !== "json-rules-engine");

/** Those whose numbers are binary have a second way to write the rule. */
const IN_BINARY = ["publicodes", "openfisca"];

/** Does something for each name side by side. */
async function forEach(names, does) {
  return Object.fromEntries(await Promise.all(names.map(async (name) => [name, await does(name)])));
}

const figures = JSON.parse(readFileSync(join(process.env.WENGANG_BENCH, "figures.json"), "utf8"));
const rules = writeRules(join(process.env.WENGANG_BENCH, "rules"), figures);

console.log("正在核对结果（约 3 分钟）…");
const [wrongAll, wrong, wrongInFen, blank, reuse, reuseEndless] = await Promise.all([
  wrongOfAll(figures),
  forEach(WITH_AMOUNTS, (name) => wrongFen(name, rules.written, figures)),
  forEach(IN_BINARY, (name) => wrongFen(name, rules.fen, figures, true)),
  forEach(ALL, (name) => blanked(name, rules.written, figures)),
  forEach(ALL, (name) => reused(name, rules.written, figures)),
  forEach(PEERS, (name) => reused(name, rules.endless, figures)),
]);

console.log("正在计时（约 5 分钟，请不要让电脑做别的事）…");
const load = [loadavg()[0]];
const measured = {
  figures, rates: ratesOf(figures), wrongAll, wrong, wrongInFen, blank, reuse, reuseEndless,
  one: await one([...ALL, "inside:evaluate", "inside:assess"], rules.written, figures),
  rows: await rows(ALL, ["ours", "openfisca"], rules.written, figures),
  cold: await cold(ALL, rules.written, figures),
  bytes: bytes(rules.written),
};
load.push(loadavg()[0]);

const { dependencies } = JSON.parse(readFileSync(new URL("package.json", import.meta.url), "utf8"));
const requirements = readFileSync(new URL("requirements.txt", import.meta.url), "utf8");
const machine = {
  date: new Date().toISOString().slice(0, 10),
  processor: `${cpus()[0].model} × ${cpus().length}`,
  memory: `${Math.round(totalmem() / 2 ** 30)} GiB`,
  load: load.map((value) => value.toFixed(1)).join("、"),
  versions: {
    ...dependencies,
    "lemma-engine": /^lemma-engine = "=(.+)"$/mu.exec(readFileSync(new URL("lemma/Cargo.toml", import.meta.url), "utf8"))[1],
    "OpenFisca-Core": /^OpenFisca-Core==(.+)$/mu.exec(requirements)[1],
    node: process.versions.node,
    python: execFileSync(process.env.WENGANG_PYTHON, ["--version"], { encoding: "utf8" }).trim().replace("Python ", ""),
    rustc: execFileSync("rustc", ["--version"], { encoding: "utf8" }).split(" ")[1],
  },
};

const written = report(machine, measured);
writeFileSync(new URL("../../docs/benchmarks.md", import.meta.url), written);
console.log(`\n${written}\n已写到 docs/benchmarks.md`);
if (goalsOf(measured).some(({ met }) => !met)) {
  console.error("有目标没有达到");
  process.exitCode = 1;
}
