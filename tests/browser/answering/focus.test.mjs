// After every button the focus is defined: on the button, on what replaced it, or on what follows it.

import assert from "node:assert/strict";
import { isAll } from "../../tier.mjs";
import { test } from "../support/engines.mjs";
import { CLIPBOARD, PHONE, calculator } from "../support/page.mjs";
import { SAMPLED_FORMS, PAGES } from "../support/screens.mjs";

/**
 * Runs before the page's own scripts: knows whether the page is between the two ends of a drawing. On a slow machine Yew
 * draws in several tasks, and the focus goes on in the last.
 */
const DRAWING = `
window.isDrawing = false;
document.addEventListener("wengang-render-start", () => { window.isDrawing = true; });
document.addEventListener("wengang-render-end", () => { window.isDrawing = false; });`;

const visitPlain = calculator();
const visit = (size, body) => visitPlain({ ...size, first: CLIPBOARD + DRAWING }, body);

/** What loads the page again, or leaves it. */
const LEAVES = /^(newer-reload|home)$/;

/** The buttons that can be pressed now, by their hooks: in the gate, of each kind that is numbered, the first and the last. */
async function buttons(page) {
  const names = await page.window.run(() => [...document.querySelectorAll("#app button[data-test]")]
    .filter((button) => button.getClientRects().length > 0)
    .map((button) => button.dataset.test));
  if (isAll) return names;
  const kindOf = (name) => name.replace(/\d+/g, "#");
  const kinds = names.map(kindOf);
  return names.filter((name, place) => kinds.indexOf(kinds[place]) === place || kinds.lastIndexOf(kinds[place]) === place);
}

/** The focused element, once nothing is being drawn and no screen waits for the lazy chunk. */
const focused = (page) => page.window.run(async () => {
  const isOpening = () => document.querySelector("[data-test=opening]")?.textContent;
  while (window.isDrawing || isOpening()) await new Promise((later) => { setTimeout(later, 20); });
  const { activeElement } = document;
  if (!activeElement || activeElement === document.body) return null;
  return activeElement.dataset.test || activeElement.id || activeElement.tagName;
});

/** Presses a button as the keyboard does, in its row once that is open, and returns what has the focus once all is drawn. */
async function press(page, name) {
  await page.window.run((css) => {
    const button = document.querySelector(css);
    const row = button.closest("details.row");
    if (row) row.open = true;
    button.focus();
    button.click();
  }, `[data-test="${name}"]`);
  await page.waitForStableDom();
  await page.waitForPaint();
  return focused(page);
}

/** The screen, and its answers. */
const place = (page) => page.window.run(() => [location.href, history.state, document.querySelectorAll("#app button").length].join());

/** Presses every button on the screen; where one led elsewhere, the next is pressed from the beginning. */
async function pressAll(page, begin) {
  await begin();
  const from = await place(page);
  for (const name of (await buttons(page)).filter((one) => !LEAVES.test(one))) {
    assert.notEqual(await press(page, name), null, name);
    if (await place(page) !== from) await begin();
  }
}

for (const address of PAGES) {
  test(`the focus is never lost at ${address || "the first screen"}`, () => visit(PHONE, (page) => pressAll(page, async () => {
    await page.open(address);
    if (address === "?c=guide") await page.reads("guide-count", /^一共 \d+ 条$/);
  })));
}

for (const [name, type, request] of SAMPLED_FORMS) {
  test(`the focus is never lost in ${name}, in 长辈版 either`, () => visit(PHONE, async (page) => {
    await type(page, request);
    await page.waitForIdle();
    const [address, state] = await page.window.run(() => [location.search, history.state]);
    for (const way of ["", "&elder=1"]) {
      await page.open(address + way);
      await pressAll(page, async () => {
        await page.window.run((snapshot, search) => history.replaceState(snapshot, "", search), state, address + way);
        await page.window.refresh();
        await page.isReady();
        await page.waitForIdle();
      });
    }
  }));
}

test("after a certificate is removed the way back has the focus, and after that its certificates again", () => visit(PHONE, async (page) => {
  await page.open("?c=skill-subsidy");
  await page.click("person-enterprise-employee");
  await page.fill("insured-months-input", "60");
  await page.click("certificates-add");
  await page.click("certificates-add");
  await page.waitForPaint();
  assert.equal(await focused(page), "certificates-2-occupation-input");
  assert.equal(await press(page, "certificates-1-remove"), "undo");
  assert.notEqual(await press(page, "undo"), null);
  assert.ok(await page.window.run(() => document.getElementById("certificates").contains(document.activeElement)));
}));

test("after a size is confirmed its question has the focus", () => visit(PHONE, async (page) => {
  await page.open("?c=size-class");
  await page.click("industry-catering");
  await page.fill("employees-input", "26");
  await page.fill("revenue-input", "3800000");
  await page.click("use-size");
  // Another screen takes the focus to its heading after the first paint.
  await page.waitForPaint();
  assert.equal(await press(page, "size-confirm"), "size");
}));
