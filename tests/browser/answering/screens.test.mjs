// What a person sees: nothing cut off, nothing to scroll sideways, the verdict near the last answer.

import assert from "node:assert/strict";
import { isAll, sample } from "../../tier.mjs";
import { HIRES, requestOf } from "../support/cases.mjs";
import { can, test } from "../support/engines.mjs";
import {
  typeHiringSubsidy, typePremium, typeRefund, typeSizeClass, typeSkillSubsidy, typeUnemploymentBenefit,
} from "../support/forms.mjs";
import { DESKTOP, PHONE, calculator } from "../support/page.mjs";

const visit = calculator();
const request = (id, facts = {}) => {
  const found = requestOf(id);
  return { ...found, facts: { ...found.facts, ...facts } };
};

/** Asserts that the verdict is at most one screen below the last answer. */
async function verdictIsNear(page) {
  const [answered, verdict] = await page.window.run(() => {
    const bottoms = [...document.querySelectorAll(".one")].map((question) => question.getBoundingClientRect().bottom);
    const { top } = document.querySelector("[data-test=verdict]").getBoundingClientRect();
    return [Math.max(...bottoms), top];
  });
  assert.ok(verdict - answered <= page.size.height, `the verdict is ${verdict - answered} px below the last answer`);
}

/** Asserts that no answer is wider than the place its question gives it. */
async function answersStayInside(page) {
  const outside = await page.window.run(() => (
    [...document.querySelectorAll(".marks > *")]
      .filter((mark) => mark.getBoundingClientRect().right > mark.parentElement.getBoundingClientRect().right + 0.5)
      .map((mark) => mark.textContent)
  ));
  assert.deepEqual(outside, []);
}

const SCREENS = [
  ["refund-eligible", typeRefund, request("R02"), "amount"],
  ["refund-ineligible", typeRefund, request("R04")],
  ["refund-unknown-size", typeRefund, request("R12"), "amount"],
  ["refund-closed", typeRefund, request("R17")],
  ["refund-provisional", typeRefund, { ...request("R01"), asOf: "2026-09-01" }, "amount"],
  ["refund-largest", typeRefund, request("R01", { premiumPaid: "1000000000000", size: undefined }), "amount"],
  ["skill-plan", typeSkillSubsidy, request("S09"), "amount"],
  ["skill-ineligible", typeSkillSubsidy, request("S03")],
  ["refund-recipients", typeRefund, request("R01", { averageInsured: 200, benefitDrawers: 11 })],
  ["premium", typePremium, request("P02")],
  ["premium-many", typePremium, request("P02", { headcount: 120, months: 12 })],
  ["premium-rate-unknown", typePremium, { ...request("P02"), asOf: "2020-03-01" }],
  ["benefit-eligible", typeUnemploymentBenefit, request("U03"), "amount"],
  ["benefit-too-few-months", typeUnemploymentBenefit, request("U05")],
  ["benefit-not-registered", typeUnemploymentBenefit, request("U03", { registered: false })],
  ["size-class", typeSizeClass, request("Z01")],
  ["hiring", typeHiringSubsidy, HIRES, "amount"],
];

/** Those of the gate: of each measure the one with most to show. */
const FULLEST = ["refund-largest", "refund-recipients", "skill-plan", "premium-many", "benefit-eligible", "size-class", "hiring"];

/** The screens without a calculator: how they are reached, and what a user does there. */
const PAGES = [
  ["home", "", async () => {}],
  ["rounds", "?c=rounds", async () => {}],
  ["student", "?c=student", async () => {}],
  ["guide", "?c=guide", (page) => page.reads("guide-count", /^一共 \d+ 条$/)],
  ["entitled-enterprise", "?c=entitled", async (page) => {
    await page.click("who-enterprise");
    await page.click("size-not-large");
    await page.fill("benefit-drawers-input", "0");
    await page.fill("premium-paid-input", "50000");
    await page.reads("claim-verdict-refund", /可/);
  }],
  ["entitled-unemployed", "?c=entitled", async (page) => {
    await page.click("who-unemployed");
    await page.click("region-shijiazhuang/zanhuang");
    await page.fill("insured-months-input", "60");
    await page.click("separation-dismissed");
    await page.click("registered-no");
    await page.reads("claim-verdict-unemployment-benefit", /可能/);
  }],
];

/** Asserts that axe has nothing to say; in the gate, of the contrast on a dark screen on a phone alone. */
async function isAccessible(page) {
  if (can("axe-of-every-look")) await (page.size === PHONE || isAll ? page.isAccessible() : page.isOperable());
}

for (const [name, type, asked, amount] of sample(SCREENS.filter(([name]) => FULLEST.includes(name)), SCREENS)) {
  test(`${name} looks right on a phone and on a desk`, () => visit(PHONE, async (page) => {
    await type(page, asked);
    await page.reads("verdict", /./);
    for (const size of [PHONE, DESKTOP]) {
      await page.resize(size);
      await page.screenshot(name);
      await page.fitsWidth();
      await isAccessible(page);
      await answersStayInside(page);
      await verdictIsNear(page);
      await page.showsWhole("verdict");
      if (amount) await page.showsWhole(amount);
    }
  }));
}

for (const [name, address, use] of PAGES) {
  test(`${name} looks right on a phone and on a desk`, () => visit(PHONE, async (page) => {
    await page.open(address);
    await use(page);
    for (const size of [PHONE, DESKTOP]) {
      await page.resize(size);
      await page.screenshot(name);
      await page.fitsWidth();
      await isAccessible(page);
      await answersStayInside(page);
    }
  }));
}

