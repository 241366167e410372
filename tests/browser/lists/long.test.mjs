// How long a long list takes from drop to table, and how much memory: printed, and held to the promise of 15 seconds and 700 MB.

import assert from "node:assert/strict";
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { engine, test } from "../support/engines.mjs";
import { command, drop, madeUp, openLists, reached } from "../support/lists.mjs";
import { OFFICE, saved } from "../support/office.mjs";
import { calculator } from "../support/page.mjs";
import { sample } from "../../tier.mjs";

// A process of its own: a shared one still holds what the pages before took.
const visit = calculator({ isCold: true });

const ROWS = sample(20_000, 100_000);
const PROMISED_MS = 15_000;
const PROMISED_MB = 700;
const REFUND = ["--calculator", "refund"];

/** The line of that name of what is known of a process; nothing once it has ended. */
function statusOf(pid, name) {
  try {
    return new RegExp(`^${name}:\\s+(\\d+)`, "m").exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1];
  } catch {
    return undefined;
  }
}

/** Whether a process was started by this one, or by one that was. */
function isOurs(pid) {
  const parent = statusOf(pid, "PPid");
  return Number(parent) === process.pid || (Number(parent) > 1 && isOurs(parent));
}

/** The processes of this file's browsers that show pages. */
function renderers() {
  return readdirSync("/proc").filter((name) => {
    try {
      return /^\d+$/.test(name) && readFileSync(`/proc/${name}/cmdline`, "utf8").includes("--type=renderer") && isOurs(name);
    } catch {
      return false;
    }
  });
}

/** Forgets how much memory these processes have had so far. */
function forget() {
  for (const pid of renderers()) writeFileSync(`/proc/${pid}/clear_refs`, "5");
}

/** The most memory that one of them has had since, in MB. */
function most() {
  const peaks = renderers().map((pid) => Number(statusOf(pid, "VmHWM") ?? 0) / 1024);
  assert.ok(peaks.length > 0, "no process shows a page");
  return Math.round(Math.max(...peaks));
}

for (const [name, make] of [
  ["csv", () => madeUp(ROWS)],
  ["xlsx", () => command("a.csv", madeUp(ROWS), "b.xlsx", REFUND).result],
]) {
  test(`a list of ${ROWS} rows as ${name} is on the screen within ${PROMISED_MS / 1000} s`, () => visit(OFFICE, async (page) => {
    const list = make();
    await openLists(page);
    if (engine.name === "chromium") forget();
    const begun = Date.now();
    await drop(page, `名单.${name}`, list);
    await reached(page, "judge", 60_000);
    const opened = Date.now();
    await page.click("judge");
    await reached(page, "totals", 60_000);
    const took = Date.now() - begun;
    const memory = engine.name === "chromium" ? most() : 0;
    console.log(`  ${ROWS} rows as ${name} in ${engine.title}: read in ${opened - begun} ms, on the screen after ${took} ms, ${memory} MB at most`);
    assert.ok(took < PROMISED_MS, `${took} ms`);
    assert.ok(memory < PROMISED_MB, `${memory} MB`);
    const asked = Date.now();
    const { bytes } = await saved(page, "save-book", 60_000);
    console.log(`  ${bytes.length} bytes of xlsx written in ${Date.now() - asked} ms`);
  }));
}
