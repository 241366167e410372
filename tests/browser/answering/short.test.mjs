// The height of the page on a phone before and after answering, and the number of taps and keys: the budgets of
// page.md.

import assert from "node:assert/strict";
import { test } from "../support/engines.mjs";
import { PHONE, calculator } from "../support/page.mjs";

const visit = calculator();

/** The height of the whole page, and of the part that is named. */
const heights = (page, css = "#app") => page.window.run((found) => (
  [document.documentElement.scrollHeight, document.querySelector(found).getBoundingClientRect().height]
), css);

/** Uses the page as a person does, and counts. */
function counted(page) {
  const count = { taps: 0, keys: 0 };
  return {
    count,
    async tap(name) { count.taps += 1; await page.click(name); },
    async type(name, text) { count.taps += 1; count.keys += text.length; await page.fill(name, text); },
  };
}

test("home is one screen", () => visit(PHONE, async (page) => {
  const [whole] = await heights(page);
  assert.ok(whole <= 800, `${whole} px`);
}));

for (const role of ["task-skill-subsidy", "task-refund", "task-unemployment-benefit"]) {
  test(`before anything is answered after ${role} there is one line, and nothing else`, () => visit(PHONE, async (page) => {
    await page.click(role);
    await page.reads("verdict", "答几题就有结果");
    assert.equal(await page.window.run(() => document.querySelectorAll("#answer .row, #answer .notice, #answer .primary").length), 0);
    const [, card] = await heights(page, "#answer");
    assert.ok(card <= 130, `the card takes ${card} px`);
  }));
}

test("a worker who chose the role at home is asked neither the role nor the day", () => visit(PHONE, async (page) => {
  await page.click("task-skill-subsidy");
  await page.reads("basis-change", /^按企业在职职工、今天（\d+月\d+日）算 · 改$/);
  await page.expectHidden("person-enterprise-employee");
  await page.expectHidden("as-of-input");
  const [whole] = await heights(page);
  assert.ok(whole <= 1.3 * PHONE.height, `${whole} px`);
}));

test("a worker with one certificate gets the amount", () => visit(PHONE, async (page) => {
  const { tap, type, count } = counted(page);
  await tap("task-skill-subsidy");
  await type("insured-months-input", "40");
  await page.find("certificates");
  await page.expectHidden("certificates-0-occupation-input");
  await tap("certificates-0-level-4");
  await tap("certificates-0-kind-either");
  const { today } = await page.window.run(() => ({ today: new Date().toISOString().slice(0, 10).replaceAll("-", "") }));
  await type("certificates-0-issued-on-input", today);
  await page.reads("amount", /1,500\.00 元$/);
  assert.ok(count.taps <= 5 && count.keys <= 10, JSON.stringify(count));
  const [, card] = await heights(page, "#answer");
  assert.ok(card <= 700, `the answer takes ${card} px`);
  // Everything that is not visible at once is in rows, each with its summary.
  const rows = await page.window.run(() => [...document.querySelectorAll("#answer .row")].map((row) => row.dataset.test));
  assert.deepEqual(rows, ["row-items", "row-how", "row-also", "row-next", "row-share", "row-notes"]);
  await page.reads("gist-items", /^\d+ 条都符合$/);
}));

test("the condition that fails is open", () => visit(PHONE, async (page) => {
  await page.open("?c=refund");
  await page.click("applicant-public-institution");
  await page.reads("gist-why", /^1 条不符合$/);
  assert.equal(await page.window.run(() => document.querySelector("[data-test=row-why]").open), true);
}));

test("an enterprise gets the amount", () => visit(PHONE, async (page) => {
  const { tap, type, count } = counted(page);
  await tap("task-refund");
  await tap("size-not-large");
  await type("average-insured-input", "26");
  await type("benefit-drawers-input", "4");
  await tap("fully-paid-months-full");
  await type("premium-paid-input", "38412.6");
  await tap("credit-listings-none");
  await page.reads("verdict", "可以申请");
  await page.reads("gist-why", /^\d+ 条都符合$/);
  assert.ok(count.taps <= 7 && count.keys <= 10, JSON.stringify(count));
  const [, card] = await heights(page, "#answer");
  assert.ok(card <= 700, `the answer takes ${card} px`);
  // Facts that only change the next steps are not asked among the others.
  assert.equal(await page.window.run(() => document.querySelector("#labour-dispatch").closest("details").dataset.test), "row-next");
}));

test("next to the form the whole answer is visible, and has no scroll box of its own", () => visit({ width: 1366, height: 768, mobile: false }, async (page) => {
  await page.click("task-refund");
  await page.click("size-not-large");
  await page.fill("average-insured-input", "26");
  const tops = await page.window.run(() => (
    ["average-insured-input", "benefit-drawers-input"].map((name) => document.querySelector(`[data-test=${name}]`).closest(".one").getBoundingClientRect().top)
  ));
  assert.equal(tops[0], tops[1], "fields stand in two columns");
  await page.fill("benefit-drawers-input", "4");
  await page.fill("fully-paid-months-input", "12");
  await page.fill("premium-paid-input", "38412.6");
  await page.click("credit-listings-none");
  await page.reads("verdict", "可以申请");
  const [content, height] = await page.window.run(() => {
    const card = document.querySelector(".answer-column");
    return [card.scrollHeight, card.clientHeight];
  });
  assert.ok(content <= height, `${content} px in ${height}`);
}));
