// What people do to a form: odd numbers, an input method, a pasted identity number, going back.

import assert from "node:assert/strict";
import { needing, test } from "../support/engines.mjs";
import { eventually } from "../support/eventually.mjs";
import { PHONE, calculator } from "../support/page.mjs";

const visit = calculator();

/** Opens the refund form as far as the premium. */
async function atPremium(page) {
  await page.click("task-refund");
  await page.fill("as-of-input", "2024-9-1");
  await page.click("size-not-large");
  await page.fill("average-insured-input", "120");
  await page.fill("benefit-drawers-input", "0");
  await page.fill("fully-paid-months-input", "12");
}

test("a number is understood as people write it, and stays as typed", () => visit(PHONE, async (page) => {
  await atPremium(page);
  for (const [typed, understood] of [
    ["１２３４５．６７", "12,345.67 元"],
    ["￥1,234.50 元", "1,234.50 元"],
    ["1，234", "1,234.00 元"],
    ["1.2万", "12,000.00 元"],
    [" 12 ", "12.00 元"],
  ]) {
    await page.fill("premium-paid-input", typed);
    await page.reads("premium-paid-message", new RegExp(understood.replace(/[.]/g, "\\.")));
    assert.equal(await page.value("premium-paid-input"), typed);
  }
}));

test("what cannot be understood gets a sentence and stays in the box", () => visit(PHONE, async (page) => {
  await atPremium(page);
  for (const typed of ["一千", "1.2.3", "-5", "12abc", "0.005"]) {
    await page.fill("premium-paid-input", typed);
    await page.reads("premium-paid-message", /\p{Script=Han}/u);
    assert.equal(await page.attribute("premium-paid-input", "aria-invalid"), "true", typed);
    assert.equal(await page.value("premium-paid-input"), typed);
    await page.expectHidden("amount");
  }
}));

needing("composition", "an input method composes in peace", () => visit(PHONE, async (page) => {
  await atPremium(page);
  await page.click("premium-paid-input");
  for (const text of ["yi", "yi w", "１２３"]) {
    await page.window.compose(text);
    await eventually(async () => assert.equal(await page.value("premium-paid-input"), text));
  }
  await page.window.commit("１２３");
  await eventually(async () => assert.equal(await page.value("premium-paid-input"), "１２３"));
  await page.reads("premium-paid-message", /123\.00 元/);
}));

test("a key that comes between what was read and its drawing stays in the box", () => visit(PHONE, async (page) => {
  await atPremium(page);
  const state = await page.window.run(async () => {
    // The page's own clock: in Firefox this script has another one.
    const { setTimeout: later, Date: clock } = window;
    const held = [];
    let isHolding = true;
    let time = clock.now();
    // Yew takes a break once the clock says that it worked for long, and goes on by a timer: here when it is let go.
    clock.now = () => { time += 20; return time; };
    window.setTimeout = (call, ms, ...rest) => (isHolding && ms === 0 ? held.push(call) : later(call, ms, ...rest));
    const box = document.querySelector("[data-test=premium-paid-input]");
    const press = (key) => {
      // As a key does it: appended to the text.
      box.value += key;
      box.dispatchEvent(new InputEvent("input", { bubbles: true }));
    };
    press("1");
    // Nothing but what the page does at once.
    for (let step = 0; step < 50; step += 1) await null;
    isHolding = false;
    // Meanwhile the key is painted, and the page is notified of that.
    await new Promise((painted) => { requestAnimationFrame(() => later(painted, 100)); });
    press("2");
    held.forEach((call) => call());
    return [held.length, box.value];
  });
  assert.deepEqual(state, [1, "12"]);
}));

test("an identity number is refused, explained and stored nowhere", () => visit(PHONE, async (page) => {
  await atPremium(page);
  const identity = "13010219900101123X";
  await page.click("premium-paid-input");
  await page.window.insert(identity);
  await page.reads("premium-paid-message", /身份证号/);
  assert.equal(await page.value("premium-paid-input"), "");
  const stored = await page.window.run(() => JSON.stringify([
    document.documentElement.outerHTML, location.href, history.state, { ...localStorage }, { ...sessionStorage },
    [...document.querySelectorAll("input")].map((input) => input.value),
  ]));
  assert.ok(!stored.includes(identity.slice(0, 17)));
}));

