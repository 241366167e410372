// Pasting out of a sheet: a text box would run its cells together before the page reads them.

import assert from "node:assert/strict";
import { test } from "../support/engines.mjs";
import { PHONE, calculator } from "../support/page.mjs";

const visit = calculator();

/** Puts the focus into a box and pastes a text there; the box does by itself what the page does not prevent. */
const paste = (page, hook, text) => page.window.run((name, cells) => {
  const box = document.querySelector(`[data-test=${name}]`);
  box.focus();
  const data = new DataTransfer();
  data.setData("text/plain", cells);
  const event = new ClipboardEvent("paste", { bubbles: true, cancelable: true, composed: true });
  Object.defineProperty(event, "clipboardData", { value: data });
  return box.dispatchEvent(event);
}, hook, text);

test("a column of twelve headcounts fills the twelve boxes", () => visit(PHONE, async (page) => {
  await page.click("task-refund");
  await page.click("size-not-large");
  await page.click("average-insured-by-month");
  const column = Array.from({ length: 12 }, (_, month) => String(110 + month)).join("\r\n") + "\r\n";
  assert.equal(await paste(page, "average-insured-month-1-input", column), false);
  await page.reads("average-insured-message", /合计 1,386 人/);
  assert.equal(await page.value("average-insured-month-12-input"), "121");
}));

test("two cells in a box for one number are refused and stay in it", () => visit(PHONE, async (page) => {
  await page.click("task-refund");
  await page.click("size-not-large");
  await page.fill("average-insured-input", "120");
  assert.equal(await paste(page, "benefit-drawers-input", "120\n118"), false);
  await page.reads("benefit-drawers-message", /这里只填一个数/);
  assert.equal(await page.value("benefit-drawers-input"), "120、118");
  assert.equal(await paste(page, "benefit-drawers-input", "120\n"), true);
}));
