// Sizes: every target is large enough for a finger, every text for old eyes, and nothing is cut off where text is scaled.

import assert from "node:assert/strict";
import { test } from "../support/engines.mjs";
import { PHONE, calculator } from "../support/page.mjs";
import { PAGES, SAMPLED_FORMS, withMode } from "../support/screens.mjs";

const visit = calculator();

/** The least of both ways of showing the page, in px. */
const NORMAL = { target: 48, text: 16 };
const ELDER = { target: 60, text: 24 };

/** The elements below the minimum size. A link within a sentence is as tall as its line (WCAG 2.5.8, inline). */
const tooSmall = (page, least) => page.window.run(({ target, text }) => {
  const found = new Set();
  const name = (element) => `${element.tagName.toLowerCase()} ${element.dataset.test ?? element.getAttribute("class") ?? ""} “${element.textContent.slice(0, 12)}”`;
  const isShown = (element) => element.checkVisibility({ visibilityProperty: true }) && element.getBoundingClientRect().width > 1;
  for (const control of document.querySelectorAll("a[href], button, input, summary, label.mark-box")) {
    // A mark is pressed by the box around it.
    const pressed = control.matches("input") ? control.closest("label.mark-box, .box") ?? control : control;
    const box = pressed.getBoundingClientRect();
    const isInSentence = control.matches("p a, li a") && getComputedStyle(control).display === "inline";
    if (isShown(control) && !isInSentence && !control.matches(".skip") && (box.height < target - 0.5 || box.width < target - 0.5)) {
      found.add(`${name(control)}: ${box.width}×${box.height}`);
    }
  }
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const element = texts.currentNode.parentElement;
    if (!texts.currentNode.data.trim() || !isShown(element)) continue;
    const drawing = element.closest("svg");
    const scale = drawing ? drawing.getBoundingClientRect().width / drawing.viewBox.baseVal.width : 1;
    const size = parseFloat(getComputedStyle(element).fontSize) * scale;
    if (size < text - 0.05) found.add(`${name(element)}: ${size} px`);
  }
  return [...found];
}, least);

/** Opens everything that can be opened, and sets the text size. */
const unfold = (page) => page.window.run(() => document.querySelectorAll("details").forEach((one) => { one.open = true; }));
const scale = (page, factor) => page.window.run((size) => { document.documentElement.style.fontSize = `${size}px`; }, 16 * factor);

/** Asserts that nothing is too small, and that scaled text neither widens the page nor is cut off. */
async function isRight(page, least) {
  await unfold(page);
  assert.deepEqual(await tooSmall(page, least), []);
  for (const factor of [1, 1.5, 2]) {
    await scale(page, factor);
    try {
      await page.fitsWidth();
    } catch (error) {
      error.message = `text ×${factor}: ${error.message}`;
      throw error;
    }
  }
  await scale(page, 1);
}

for (const address of PAGES) {
  for (const [way, least] of [["", NORMAL], ["elder=1", ELDER]]) {
    const full = withMode(address, way);
    test(`sizes are right at ${full || "the first screen"}`, () => visit(PHONE, async (page) => {
      await page.open(full);
      if (address === "?c=guide") await page.reads("guide-count", /^一共 \d+ 条$/);
      if (address === "?c=entitled") await page.click("who-enterprise");
      await isRight(page, least);
      await page.screenshot(`sizes-${(address || "?c=home").slice(3)}${way && "-elder"}`);
    }));
  }
}

for (const [name, type, request] of SAMPLED_FORMS) {
  test(`sizes are right in the form and answer of ${name}, and question by question`, () => visit(PHONE, async (page) => {
    await type(page, request);
    await page.reads("verdict", /./);
    await isRight(page, NORMAL);
    await page.click("elder");
    while (await page.shows("step-on")) await page.click("step-on");
    await isRight(page, ELDER);
    while (await page.shows("step-back")) {
      await page.click("step-back");
      await isRight(page, ELDER);
    }
  }));
}
