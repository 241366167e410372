// Answers survive a refresh and Back, and are stored nowhere else.

import assert from "node:assert/strict";
import { requestOf } from "../support/cases.mjs";
import { test } from "../support/engines.mjs";
import { eventually } from "../support/eventually.mjs";
import { typeRefund } from "../support/forms.mjs";
import { PHONE, calculator } from "../support/page.mjs";

const visit = calculator();

test("a refresh preserves every answer, back and forward too, and the address holds none", () => visit(PHONE, async (page) => {
  await typeRefund(page, requestOf("R01"));
  await page.reads("amount", /1,815\.08 元$/);
  const address = await page.window.run(() => location.href);
  assert.ok(!/3025|120/.test(address), address);
  await page.reload();
  await page.reads("amount", /1,815\.08 元$/);
  assert.equal(await page.value("premium-paid-input"), "3025.14");
  assert.equal(await page.isChecked("credit-listings-none"), true);
  // One answer changed: the others stay.
  await page.fill("premium-paid-input", "6050.28");
  await page.click("home");
  await page.back();
  await page.reads("amount", /3,630\.17 元$/);
  assert.deepEqual(await page.window.run(() => [localStorage.length, sessionStorage.length, document.cookie]), [0, 0, ""]);
}));

test("going back preserves the answers", () => visit(PHONE, async (page) => {
  await page.click("task-refund");
  await page.fill("as-of-input", "2024-9-1");
  await page.click("size-not-large");
  await page.fill("average-insured-input", "120");
  await page.back();
  await eventually(async () => assert.ok(await page.shows("task-refund")));
  await page.window.run(() => history.forward());
  await eventually(async () => assert.equal(await page.value("average-insured-input"), "120"));
}));
