// The ways in which the page is shown: 长辈版 for assistive technology, the reader's own colours, in another page's frame.

import assert from "node:assert/strict";
import { test } from "node:test";
import { complaints, contrast } from "../support/axe.mjs";
import { can, needing } from "../support/engines.mjs";
import { typeRefund } from "../support/forms.mjs";
import { hosts } from "../support/hosts.mjs";
import { DESKTOP, PHONE, calculator } from "../support/page.mjs";
import { FORMS, PAGES, withWay } from "../support/screens.mjs";

const visit = calculator();
const host = hosts();

const AAA = "color-contrast-enhanced";

/** Asserts that axe has nothing to say, of the contrast at AAA either, on a light screen and a dark one. */
async function isLegible(page) {
  await page.isAccessible();
  assert.deepEqual(await contrast(page.window, AAA), [], "light");
  if (!can("turn-dark")) return;
  await page.window.scheme("dark");
  assert.deepEqual(await contrast(page.window, AAA), [], "dark");
  await page.window.scheme(null);
}

for (const address of PAGES) {
  test(`in 长辈版 ${address || "the first screen"} is legible at AAA`, () => visit(PHONE, async (page) => {
    await page.open(withWay(address, "elder=1"));
    if (address === "?c=guide") await page.reads("guide-count", /^一共 \d+ 条$/);
    if (address === "?c=entitled") await page.click("who-enterprise");
    await isLegible(page);
  }));
}

for (const [name, type, request] of FORMS) {
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

test("a campaign's form, its code and its poster are accessible", () => visit(DESKTOP, async (page) => {
  await page.open("?c=promote");
  await page.click("promote-measure-refund");
  await page.click("poster-make");
  await page.attribute("poster-image", "src");
  await page.isAccessible();
}));

test("in another page's frame the calculator is accessible", async (t) => {
  const other = await host(t, (address) => `<!DOCTYPE html><html lang="zh-CN"><title>县政府</title>
    <script src="notes.js"></script><script async src="${address}" data-calculator="refund"></script>`);
  const frame = await other.enter();
  assert.deepEqual(await complaints(frame.window), []);
});

/** What of the page tells a thing by a colour that the reader's own colours take away. */
const untold = (page) => page.window.run(() => {
  const found = [];
  const bare = document.createElement("div");
  document.body.append(bare);
  const ground = getComputedStyle(bare).backgroundColor;
  bare.remove();
  for (const one of document.querySelectorAll("button, .box, .mark-box")) {
    if (!one.checkVisibility()) continue;
    const { borderTopWidth, borderTopStyle, borderTopColor, textDecorationLine, backgroundColor } = getComputedStyle(one);
    const hasEdge = parseFloat(borderTopWidth) > 0 && borderTopStyle !== "none" && borderTopColor !== backgroundColor;
    const isUnderlined = textDecorationLine.includes("underline");
    if (!hasEdge && !isUnderlined && backgroundColor === ground) found.push(one.dataset.test ?? one.className);
  }
  return found;
});

needing("forced-colours", "in the reader's own colours buttons and boxes have edges, and what is chosen is told", () => visit({ ...DESKTOP, isForced: true }, async (page) => {
  assert.equal(await page.window.run(() => matchMedia("(forced-colors: active)").matches), true);
  const [, , request] = FORMS[0];
  await typeRefund(page, request);
  await page.reads("verdict", /./);
  assert.deepEqual(await untold(page), []);
  // The mark itself is the browser's, which draws it in the reader's colours.
  const drawn = await page.window.run(() => (
    [...document.querySelectorAll("input[type=radio], input[type=checkbox]")]
      .filter((mark) => getComputedStyle(mark).appearance === "none" && getComputedStyle(mark).forcedColorAdjust !== "none")
      .map((mark) => mark.id)
  ));
  assert.deepEqual(drawn, []);
  await page.screenshot("forced-colours");
}));

test("nothing moves by itself, so that nobody need ask for less of it", () => visit(PHONE, async (page) => {
  await typeRefund(page, FORMS[0][2]);
  await page.reads("verdict", /./);
  const moving = await page.window.run(() => (
    [...document.querySelectorAll("*")].filter((one) => {
      const { animationName, transitionDuration, scrollBehavior } = getComputedStyle(one);
      return animationName !== "none" || /[1-9]/.test(transitionDuration) || scrollBehavior !== "auto";
    }).map((one) => one.className)
  ));
  assert.deepEqual(moving, []);
}));
