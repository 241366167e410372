// 长辈版 is legible: contrast at AAA on every screen, light and dark.

import assert from "node:assert/strict";
import { AAA, complaints, contrast } from "../support/axe.mjs";
import { can, needing, test } from "../support/engines.mjs";
import { PHONE, calculator } from "../support/page.mjs";
import { SAMPLED_FORMS, PAGES, withMode } from "../support/screens.mjs";

const visit = calculator();

/** Asserts that axe has nothing to say, of the contrast at AAA either, on a light screen and a dark one. */
async function isLegible(page) {
  assert.deepEqual(await complaints(page.window, AAA), [], "light");
  if (!can("turn-dark")) return;
  await page.window.scheme("dark");
  assert.deepEqual(await contrast(page.window, "color-contrast-enhanced"), [], "dark");
  await page.window.scheme(null);
}

for (const address of PAGES) {
  test(`in 长辈版 ${address || "the first screen"} is legible at AAA`, () => visit(PHONE, async (page) => {
    await page.open(withMode(address, "elder=1"));
    if (address === "?c=guide") await page.reads("guide-count", /^一共 \d+ 条$/);
    if (address === "?c=entitled") await page.click("who-enterprise");
    await isLegible(page);
  }));
}

for (const [name, type, request] of SAMPLED_FORMS) {
  needing("every-question", `in 长辈版 every question and the answer of ${name} are legible at AAA`, () => visit(PHONE, async (page) => {
    await type(page, request);
    await page.reads("verdict", /./);
    await page.click("elder");
    while (await page.shows("step-on")) await page.click("step-on");
    await isLegible(page);
    while (await page.shows("step-back")) {
      await page.click("step-back");
      await isLegible(page);
    }
  }));
}

test("what is wrong in a box is legible in 长辈版 too", () => visit(PHONE, async (page) => {
  await page.open("?c=premium&elder=1");
  await page.fill("monthly-wage-input", "五千多");
  await page.click("step-on");
  await page.reads("monthly-wage-message", /./);
  await isLegible(page);
}));

