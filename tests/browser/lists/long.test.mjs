// How long a long list takes from drop to table, and how much memory: printed, and held to the promise of 15 seconds and 700 MB.

import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { engine, test } from "../support/engines.mjs";
import { command, drop, madeUp, openLists, reached } from "../support/lists.mjs";
import { OFFICE, saved } from "../support/office.mjs";
import { calculator } from "../support/page.mjs";
import { sample } from "../../tier.mjs";

// A process of its own: the most memory that one has had stays what the page before it took.
const visit = calculator({ isCold: true });

const ROWS = sample(20_000, 100_000);
const PROMISED_MS = 15_000;
const PROMISED_MB = 700;
const REFUND = ["--calculator", "refund"];

/** The most memory that a process of this test's browsers which shows pages has had, in MB; 0 where that cannot be seen. */
function most() {
  let peak = 0;
  for (const pid of readdirSync("/proc").filter((name) => /^\d+$/.test(name))) {
    try {
      if (!readFileSync(`/proc/${pid}/cmdline`, "utf8").includes("--type=renderer")) continue;
      const [, kilobytes] = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, "utf8"));
      peak = Math.max(peak, Number(kilobytes) / 1024);
    } catch {
      // It has ended meanwhile.
    }
  }
  return Math.round(peak);
}

for (const [name, make] of [
  ["csv", () => madeUp(ROWS)],
  ["xlsx", () => command("a.csv", madeUp(ROWS), "b.xlsx", REFUND).result],
]) {
  test(`a list of ${ROWS} rows as ${name} is on the screen within ${PROMISED_MS / 1000} s`, () => visit(OFFICE, async (page) => {
    const list = make();
    await openLists(page);
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
    const before = Date.now();
    const { bytes } = await saved(page, "save-book", 60_000);
    console.log(`  ${bytes.length} bytes of xlsx written in ${Date.now() - before} ms, ${engine.name === "chromium" ? most() : 0} MB at most`);
  }));
}
