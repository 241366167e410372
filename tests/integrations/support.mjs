// Projects that have the packed package installed, and what runs in them.

import assert from "node:assert/strict";
import { execFileSync, spawn, spawnSync } from "node:child_process";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { Chromium } from "../browser/support/chromium.mjs";
import { eventually } from "../browser/support/eventually.mjs";
import { filesOf, serve } from "../browser/support/server.mjs";

const folder = process.env.WENGANG_INTEGRATIONS;
if (!folder) throw new Error("WENGANG_INTEGRATIONS names the folder of the projects: run the tests by cargo xtask test integrations");

const packageFolder = fileURLToPath(new URL("../../dist-package/", import.meta.url));

/** A program of a package of `package.json`, installed here. */
export const installed = (path) => join(folder, "node_modules", path);
const pathOf = (program) => (program.includes("/") ? program : installed(`.bin/${program}`));

/**
 * Makes a new project of these files, with the package as npm packs it, or as a link to its folder. `description` is more of
 * its package.json.
 */
export function project(name, files, { isLinked = false, ...description } = {}) {
  const root = join(folder, name);
  rmSync(root, { recursive: true, force: true });
  mkdirSync(root, { recursive: true });
  const quiet = ["--silent", "--ignore-scripts", "--no-audit", "--no-fund"];
  const packed = execFileSync("npm", ["pack", ...quiet, "--pack-destination", root], { cwd: packageFolder, encoding: "utf8" }).trim();
  const own = { name, private: true, dependencies: { wengang: `file:${isLinked ? packageFolder : `./${packed}`}` }, ...description };
  const write = (path, text) => {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  };
  write("package.json", JSON.stringify(own));
  execFileSync("npm", ["install", ...quiet, "--offline", "--no-package-lock"], { cwd: root });
  for (const [path, text] of Object.entries(files)) write(path, text);
  return {
    root,
    file: (path) => join(root, path),
    write,
    /** Runs a program to its end, which must be a good one, and returns what it printed. */
    run(program, args = [], env = {}) {
      const { status, stdout, stderr, error } = spawnSync(pathOf(program), args, { cwd: root, encoding: "utf8", env: { ...process.env, NODE_OPTIONS: "", NO_COLOR: "1", ...env }, timeout: 300_000 });
      assert.ok(status === 0 && !error, `${program} ${args.join(" ")}: ${error ?? status}\n${stdout}\n${stderr}`);
      return stdout;
    },
    /** Starts a program that goes on, and returns what stops it once `isReady` finds the address in what it printed. */
    async start(program, args, isReady) {
      const child = spawn(pathOf(program), args, { cwd: root, env: { ...process.env, NO_COLOR: "1" }, stdio: ["ignore", "pipe", "pipe"] });
      let printed = "";
      const hear = (chunk) => { printed += chunk; };
      child.stdout.on("data", hear);
      child.stderr.on("data", hear);
      const ended = new Promise((resolve) => { child.on("exit", resolve); });
      const stop = async () => {
        child.kill();
        await ended;
      };
      try {
        const [address] = await eventually(() => isReady.exec(printed) ?? assert.fail(`${program}: ${printed}`), 60_000);
        return { address, stop, printed: () => printed };
      } catch (error) {
        await stop();
        throw error;
      }
    },
  };
}

/** What an example says that it prints: the words after `//` behind `console.log(…)`. */
export const promised = (text) => [...text.matchAll(/^.*console\.log\(.*\/\/ (.+)$/gm)].map(([, words]) => words);

let browser;
/** Ends the browser of this file, if it has one. */
export const stopBrowser = () => browser?.stop();

/** A page that runs one module. */
export const pageOf = (script, type = "module") => `<!DOCTYPE html>
<html lang="zh-CN"><head><meta charset="utf-8"><link rel="icon" href="data:,"><title>一页</title></head>
<body><script type="${type}" src="${script}"></script></body></html>`;

/** Messages of Vite's client, and a missing icon. */
const NOISE = /^\[vite\]|favicon\.ico/;

/** A line of the console without the place that wrote it. */
function wordsOf(line) {
  const words = /^\S+ \d+:\d+ (.*)$/s.exec(line)?.[1] ?? line;
  return words.startsWith('"') ? JSON.parse(words) : words;
}

/**
 * Opens a page in Chromium and returns what it wrote to the console, once it has written as many lines. `at` is an
 * address, or the path of a folder that holds the `page`.
 */
export async function lines(at, count, { page = "index.html", headers } = {}) {
  browser ??= new Chromium();
  const window = await browser.window({ width: 1280, height: 900, mobile: false });
  const host = /^\w+:/.test(at) ? null : await serve(filesOf(pathToFileURL(`${at}/`)), { headers });
  try {
    await window.log("browser");
    await window.open(host ? `${host.url}${page}` : at);
    const heard = [];
    await eventually(async () => {
      heard.push(...(await window.log("browser")).map(wordsOf).filter((line) => !NOISE.test(line)));
      assert.ok(heard.length >= count, `${heard.length} of ${count} lines: ${heard.join("\n")}`);
    }, 20_000);
    return heard;
  } finally {
    host?.stop();
    await window.close();
  }
}

/** Wrong calls of every kind; `wengang` is what the program calls the package. Prints what became of each. */
export const MISUSE = String.raw`
const day = "2024-09-01";
const refund = (facts) => wengang.assess({ calculator: "refund", asOf: day, facts });
const skill = (issuedOn) => wengang.assess({
  calculator: "skill-subsidy", asOf: day, facts: { certificates: [{ occupation: "电工", level: 4, kind: "skill-level", issuedOn }] },
});
const misuse = {
  url: () => wengang.decodeLink(new URL("https://example.com/?c=refund")),
  rows: () => wengang.assessMany({}),
  set: () => refund({ creditListings: new Set() }),
  map: () => refund(new Map([["applicant", "enterprise"]])),
  date: () => skill(new Date(0)),
  serial: () => skill(45361),
  invisible: () => refund({ "applicant\u200b": "enterprise" }),
  table: () => wengang.assessTable({ calculator: "refund", asOf: day, columns: new Map() }),
};
const reported = Object.entries(misuse).map(([name, call]) => {
  try {
    call();
    return name + ": nothing";
  } catch (error) {
    return [name, error instanceof Error, error.name, error.code, error.field, /[\u4e00-\u9fff]/.test(error.message)].join(" ");
  }
});
console.log(reported.join("; "));
`;
export const REPORTED = [
  "url true PolicyError invalidValue href true",
  "rows true PolicyError invalidValue requests true",
  "set true PolicyError invalidValue facts.creditListings true",
  "map true PolicyError invalidValue facts true",
  "date true PolicyError invalidValue facts.certificates[0].issuedOn true",
  "serial true PolicyError invalidValue facts.certificates[0].issuedOn true",
  "invisible true PolicyError unknownField facts.applicant\\u200b true",
  "table true PolicyError invalidValue columns true",
].join("; ");

/** A call before init, in the entry that needs it. */
export const EARLY = `
try {
  wengang.assess({ calculator: "premium", asOf: "2024-09-01", facts: {} });
  console.log("nothing");
} catch (error) {
  console.log([error.name, error.code, error.field, error.message].join(" "));
}
`;
export const REPORTED_EARLY = /^PolicyError notStarted init 还没有启动：请先 await init\(\)/;
