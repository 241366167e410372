// 长辈版: one question at a time, everything large, nothing lost on the way in and out.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { typeRefund } from "./forms.mjs";
import { PHONE, calculator } from "./page.mjs";

const visit = calculator();
const open = JSON.parse(readFileSync(new URL("../cases/open.json", import.meta.url), "utf8"));
const requestOf = (id) => open.find((found) => found.id === id).request;

/** Answers the questions of a refund, one on a screen, with the given answers; the others are passed over. */
async function walkRefund(page, { asOf, facts }) {
  const numbers = {
    "average-insured": facts.averageInsured, "benefit-drawers": facts.benefitDrawers,
    "fully-paid-months": facts.fullyPaidMonths, "premium-paid": facts.premiumPaid,
  };
  const choices = { applicant: facts.applicant, size: facts.size, "credit-listings": "none", zombie: "no" };
  await page.fill("as-of-input", asOf);
  for (;;) {
    const shown = await page.window.run(() => [...document.querySelectorAll(".step .question")].map((one) => one.dataset.test));
    if (shown.length === 0) return;
    assert.equal(shown.length, 1);
    const [question] = shown;
    if (numbers[question] !== undefined) await page.fill(`${question}-input`, String(numbers[question]));
    if (choices[question] !== undefined) await page.click(`${question}-${choices[question]}`);
    await page.click("step-on");
  }
}

test("a refund is answered one question at a time, with the same answer as the form", () => visit(PHONE, async (page) => {
  await page.open("?elder=1");
  await page.screenshot("elder-home");
  await page.click("role-other");
  await page.screenshot("elder-day");
  await walkRefund(page, requestOf("R01"));
  await page.reads("amount", /1,815\.08 元$/);
  await page.screenshot("elder-answer");
  assert.equal(await page.window.run(() => location.search), "?c=refund&elder=1");
  await page.click("elder-why");
  await page.screenshot("elder-why");
}));
