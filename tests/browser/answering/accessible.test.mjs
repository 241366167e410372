// The page for the reader's own colours, without motion, and for assistive technology.

import assert from "node:assert/strict";
import { needing, test } from "../support/engines.mjs";
import { typeRefund } from "../support/forms.mjs";
import { DESKTOP, PHONE, calculator } from "../support/page.mjs";
import { FORMS } from "../support/screens.mjs";

const visit = calculator();

/** The elements that are marked only by a colour which forced colours remove. */
const unmarked = (page) => page.window.run(() => {
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

needing("forced-colours", "in the reader's own colours buttons and boxes have edges, and the selection is visible", () => visit({ ...DESKTOP, isForced: true }, async (page) => {
  assert.equal(await page.window.run(() => matchMedia("(forced-colors: active)").matches), true);
  const [, , request] = FORMS[0];
  await typeRefund(page, request);
  await page.reads("verdict", /./);
  assert.deepEqual(await unmarked(page), []);
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

test("a campaign's form, its code and its poster are accessible", () => visit(DESKTOP, async (page) => {
  await page.open("?c=promote");
  await page.click("promote-measure-refund");
  await page.click("poster-make");
  await page.attribute("poster-image", "src");
  await page.isAccessible();
}));
