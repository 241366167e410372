// A page that lies open follows the calendar: the day is read again whenever it becomes visible or is used.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "../support/engines.mjs";
import { typeRefund } from "../support/forms.mjs";
import { PHONE, calculator } from "../support/page.mjs";

const visit = calculator();
const open = JSON.parse(readFileSync(new URL("../../cases/open.json", import.meta.url), "utf8"));
const { facts } = open.find((found) => found.id === "R01").request;

/** The device's clock: `window.now` where it is set, preserved over a refresh; else 23:59 on 31 December in China. */
const CLOCK = `Date.now = () => Number(window.now ?? Date.parse("2026-12-31T23:59:00+08:00"));`;
const set = (page, moment) => page.window.run((iso) => { window.now = Date.parse(iso); }, moment);

const LAST_EVENING = { ...PHONE, first: CLOCK };
const NEW_YEAR = "2027-01-01T00:05:00+08:00";

/** Answers a refund that can be applied for until today, by the device's date. */
async function lastEvening(page) {
  await page.click("task-refund");
  await page.click("size-not-large");
  for (const [question, text] of [["average-insured", "120"], ["benefit-drawers", "0"], ["fully-paid-months", "12"], ["premium-paid", "200000"]]) {
    await page.fill(`${question}-input`, text);
  }
  await page.click("credit-listings-none");
  await page.reads("verdict", "可以申请");
  await page.reads("amount", /120,000\.00 元$/);
  await page.reads("last-day", /12月31日.*就是今天/s);
}

/** Asserts that nothing of the year before is on the screen, and that what was typed still is. */
async function isOver(page, premium = "200000") {
  await page.expectHidden("last-day");
  assert.doesNotMatch(await page.text("verdict"), /可以申请/);
  assert.doesNotMatch(await page.window.run(() => document.querySelector("main").innerText), /120,000\.00|就是今天/);
  assert.equal(await page.value("premium-paid-input").catch(() => premium), premium);
}

/** How a page learns that it is looked at again. */
const WAKINGS = {
  "it becomes visible": () => document.dispatchEvent(new Event("visibilitychange")),
  "the browser brings it back as it was": () => window.dispatchEvent(new PageTransitionEvent("pageshow", { persisted: true })),
  "its window gets the focus": () => window.dispatchEvent(new Event("focus")),
};

for (const [what, wake] of Object.entries(WAKINGS)) {
  test(`a refund of the last evening is over in the new year once ${what}`, () => visit(LAST_EVENING, async (page) => {
    await lastEvening(page);
    await set(page, NEW_YEAR);
    await page.window.run(wake);
    await isOver(page);
  }));
}

/** What a user does on the page. */
const ACTIONS = {
  types: (page) => page.fill("premium-paid-input", "300000"),
  chooses: (page) => page.click("size-large"),
  "ticks a box of the answer": (page) => page.click("share-numbers"),
};

for (const [what, act] of Object.entries(ACTIONS)) {
  test(`a refund of the last evening is over in the new year once the user ${what}`, () => visit(LAST_EVENING, async (page) => {
    await lastEvening(page);
    await set(page, NEW_YEAR);
    await act(page);
    await isOver(page, what === "types" ? "300000" : "200000");
  }));
}

test("a clock that was set back is followed too", () => visit(LAST_EVENING, async (page) => {
  await lastEvening(page);
  await set(page, "2026-12-21T09:00:00+08:00");
  await page.window.run(WAKINGS["its window gets the focus"]);
  await page.reads("last-day", /还有10天/);
}));

test("a clock out of all reason changes nothing", () => visit(LAST_EVENING, async (page) => {
  await lastEvening(page);
  await page.window.run(() => { window.now = 8e15; });
  await page.window.run(WAKINGS["its window gets the focus"]);
  await page.waitForPaint();
  await page.reads("last-day", /就是今天/);
}));

test("a day of application that was typed stays, with its answer", () => visit(LAST_EVENING, async (page) => {
  await typeRefund(page, { asOf: "2024-09-01", facts });
  await page.reads("amount", /1,815\.08 元$/);
  await set(page, NEW_YEAR);
  await page.window.run(WAKINGS["its window gets the focus"]);
  await page.waitForPaint();
  assert.equal(await page.value("as-of-input"), "2024-09-01");
  await page.reads("amount", /1,815\.08 元$/);
}));

test("a copied text of the day before is not shown any more", () => visit(LAST_EVENING, async (page) => {
  await lastEvening(page);
  await page.window.run(() => { Object.defineProperty(navigator, "clipboard", { configurable: true, value: undefined }); });
  await page.click("copy-text");
  assert.match(await page.value("copy-by-hand"), /可以申请|还差/);
  await set(page, NEW_YEAR);
  await page.window.run(WAKINGS["its window gets the focus"]);
  await page.expectHidden("copy-by-hand");
}));

test("on the same day nothing is drawn again", () => visit(LAST_EVENING, async (page) => {
  await lastEvening(page);
  await page.waitForIdle();
  const changes = await page.window.run(async () => {
    let count = 0;
    const observer = new MutationObserver((records) => { count += records.length; });
    observer.observe(document.body, { subtree: true, childList: true, characterData: true, attributes: true });
    document.dispatchEvent(new Event("visibilitychange"));
    window.dispatchEvent(new Event("focus"));
    await new Promise((done) => { setTimeout(done, 300); });
    observer.disconnect();
    return count;
  });
  assert.equal(changes, 0);
}));
