// A newcomer's first command, word for word as README.md has it, run in this tree: until a browser shows an amount.
//
// `cargo xtask test clone` runs it in a copy of the files that git tracks, where nothing was built.

import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { after, before, test } from "node:test";
import { startBrowser } from "../browser/support/engines.mjs";
import { eventually } from "../browser/support/eventually.mjs";
import { npm } from "../browser/support/npm.mjs";
import { PHONE } from "../browser/support/page.mjs";
import { SERVE } from "./readme.mjs";

const { findFreePort } = npm("selenium-webdriver/net/portprober");
const root = fileURLToPath(new URL("../../", import.meta.url));
const released = JSON.parse(readFileSync(new URL("../links/released.json", import.meta.url), "utf8"));

/** A link that was handed out, and the amount that it opens with: 60 % of 3,025.14. */
const REFUND = released.find(({ link }) => link.includes(".y3025_14.")).link;
const AMOUNT = /1,815\.08\s元$/;
const RELEASED = new Set(released.map(({ request }) => request.calculator));

/** Far more than compiling everything takes: only a build that hangs is stopped. */
const BUILD_MS = 45 * 60_000;
/** A page compiled for development is large. */
const PAGE_MS = 60_000;
const END_MS = 10_000;

/** Runs the command until it says that the page is ready. Returns the address, and how to press Ctrl-C. */
async function serving() {
  const port = await findFreePort("127.0.0.1");
  const url = `http://127.0.0.1:${port}/`;
  // A group of its own, as a terminal gives it: Ctrl-C reaches all of it.
  const command = spawn("sh", ["-c", `exec 2>&1; ${SERVE} --port ${port}`], { cwd: root, detached: true, stdio: ["ignore", "pipe", "inherit"] });
  const ended = once(command, "exit");
  let said = "";
  const ready = new Promise((resolve) => {
    command.stdout.on("data", (text) => {
      said += text;
      if (said.includes(url)) resolve();
    });
  });
  const late = new Promise((resolve, reject) => { setTimeout(reject, BUILD_MS, new Error("too slow")).unref(); });
  const interrupt = async () => {
    process.kill(-command.pid, "SIGINT");
    const slow = new Promise((resolve, reject) => { setTimeout(reject, END_MS, new Error("Ctrl-C did not end it")).unref(); });
    await Promise.race([ended, slow]);
  };
  try {
    await Promise.race([ready, late, ended.then(([code]) => { throw new Error(`ended with ${code}`); })]);
  } catch (error) {
    if (command.exitCode === null) process.kill(-command.pid, "SIGKILL");
    throw new Error(`${SERVE}: ${error.message}\n${said.slice(-3000)}`, { cause: error });
  }
  return { url, interrupt, said: () => said };
}

let served;
let browser;
before(async () => {
  served = await serving();
  browser = await startBrowser();
}, { timeout: BUILD_MS });
after(async () => {
  await browser?.stop();
  await served?.interrupt();
});

/** Opens an address in a window of its own and waits until an element reads so. */
async function reads(t, address, name, expected) {
  const window = await browser.window(PHONE);
  t.after(() => window.close());
  await window.open(served.url + address);
  await eventually(async () => {
    const text = await window.run((css) => document.querySelector(css)?.innerText, name);
    assert.match(text ?? "", expected);
  }, PAGE_MS);
}

test("the first command shows a calculator that answers, at the root", (t) => reads(t, REFUND, "[data-test=amount]", AMOUNT));

test("it answers at the calculator's own address too", (t) => reads(t, `refund.html${REFUND}`, "[data-test=amount]", AMOUNT));

test("every calculator has a document of its own, with its own title", async () => {
  // As the build writes them down for other pages.
  const { builtIn, places } = await (await fetch(`${served.url}facts.json`)).json();
  const calculators = Object.keys(places[builtIn]);
  assert.deepEqual([...RELEASED].filter((name) => !calculators.includes(name)), []);
  const titles = await Promise.all(["", ...calculators.map((name) => `${name}.html`)].map(async (address) => {
    const response = await fetch(served.url + address);
    assert.equal(response.status, 200, address);
    return /<title>(.+)<\/title>/.exec(await response.text())[1];
  }));
  assert.equal(new Set(titles).size, titles.length, titles.join("; "));
});

test("one line in Chinese reports that the page is ready, with its address", () => {
  const lines = served.said().split("\n").filter((line) => line.includes(served.url));
  assert.equal(lines.length, 1, lines.join("\n"));
  assert.match(lines[0], /可以用了.*Ctrl-C/);
});

test("Ctrl-C ends it, and nothing answers any more", async () => {
  const { url, interrupt } = served;
  await interrupt();
  served = undefined;
  await assert.rejects(fetch(url));
});
