// The page for lists follows the calendar, as the calculators do: a result of yesterday says so, and is judged again.

import assert from "node:assert/strict";
import { test } from "../support/engines.mjs";
import { eventually } from "../support/eventually.mjs";
import { paste, reached } from "../support/lists.mjs";
import { OFFICE } from "../support/office.mjs";
import { calculator } from "../support/page.mjs";

const visit = calculator();

/** The device's clock: `window.now` where it is set, else 23:59 on 31 December in China. */
const LAST_EVENING = { ...OFFICE, first: `${OFFICE.first}
Date.now = () => Number(window.now ?? Date.parse("2026-12-31T23:59:00+08:00"));` };
const newYear = (page) => page.window.run(() => { window.now = Date.parse("2027-01-01T00:05:00+08:00"); });

/** An employer that may have the refund of 2026 until its last day. */
const LIST = "单位性质\t企业划型\t月均人数\t领金人数\t足额缴费月数\t缴费金额\t是否失信\t僵尸企业\n企业\t小型\t120\t0\t12\t200000\t无\t否\n";

const isDay = (page, day) => eventually(async () => assert.equal(await page.value("as-of"), day));

async function opened(page) {
  await page.open("batch.html");
  await isDay(page, "2026-12-31");
}

async function judged(page) {
  await opened(page);
  await paste(page, LIST);
  await reached(page, "judge");
  await page.click("judge");
  await page.reads("judged-by", /2026-12-31/);
  assert.match(await page.text("rows"), /可以.*120,?000\.00/s);
}

/** How a page learns that it is looked at again. */
const WAKINGS = {
  "it becomes visible": () => document.dispatchEvent(new Event("visibilitychange")),
  "the browser brings it back as it was": () => window.dispatchEvent(new PageTransitionEvent("pageshow", { persisted: true })),
  "its window gets the focus": () => window.dispatchEvent(new Event("focus")),
};

for (const [what, wake] of Object.entries(WAKINGS)) {
  test(`the day of application is the new year's once ${what}`, () => visit(LAST_EVENING, async (page) => {
    await opened(page);
    await newYear(page);
    await page.window.run(wake);
    await isDay(page, "2027-01-01");
  }));

  test(`a result of the last evening says so in the new year once ${what}, and is judged again`, () => visit(LAST_EVENING, async (page) => {
    await judged(page);
    await page.expectHidden("later-day");
    await newYear(page);
    await page.window.run(wake);
    await page.reads("later-day", "今天已经是 2027-01-01，下面的结果还是按 2026-12-31 算的");
    await page.isAccessible();
    await page.click("judge-again");
    await page.reads("judged-by", /2027-01-01/);
    assert.doesNotMatch(await page.text("rows"), /可以/);
    await page.expectHidden("later-day");
  }));
}

test("a list that is opened in the new year is judged by it", () => visit(LAST_EVENING, async (page) => {
  await opened(page);
  await newYear(page);
  await paste(page, LIST);
  await reached(page, "judge");
  await isDay(page, "2027-01-01");
  await page.click("judge");
  await page.reads("judged-by", /2027-01-01/);
}));

test("a day that the user typed stays, and its result needs no word", () => visit(LAST_EVENING, async (page) => {
  await opened(page);
  await page.fill("as-of", "2024-09-01");
  await paste(page, LIST);
  await reached(page, "judge");
  await page.click("judge");
  await page.reads("judged-by", /2024-09-01/);
  await newYear(page);
  await page.window.run(WAKINGS["its window gets the focus"]);
  await page.waitForPaint();
  await page.expectHidden("later-day");
  await page.click("back");
  await isDay(page, "2024-09-01");
}));

test("a clock out of all reason changes nothing", () => visit(LAST_EVENING, async (page) => {
  await judged(page);
  await page.window.run(() => { window.now = 8e15; });
  await page.window.run(WAKINGS["its window gets the focus"]);
  await page.waitForPaint();
  await page.expectHidden("later-day");
}));
