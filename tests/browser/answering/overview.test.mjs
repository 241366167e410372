// Which measures a user can have: the short path that lists them all, and who is covered by none.

import assert from "node:assert/strict";
import { test } from "../support/engines.mjs";
import { typeRefund } from "../support/forms.mjs";
import { DESKTOP, PHONE, calculator } from "../support/page.mjs";

const visit = calculator();

test("the short path lists all measures, and their calculators know the answers", () => visit(DESKTOP, async (page) => {
  await page.click("entitled");
  await page.click("who-unemployed");
  await page.click("region-shijiazhuang/zanhuang");
  await page.fill("insured-months-input", "60");
  await page.click("separation-resigned");
  await page.reads("claim-verdict-unemployment-benefit", /不可以/);
  await page.click("separation-dismissed");
  await page.click("registered-no");
  // Registering cures it.
  await page.reads("claim-verdict-unemployment-benefit", /可能/);
  await page.click("registered-yes");
  await page.reads("claim-verdict-unemployment-benefit", /可以/);
  await page.reads("claim-verdict-refund", /不可以/);
  await page.click("claim-open-skill-subsidy");
  assert.equal(await page.value("insured-months-input"), "60");
  assert.equal(await page.isChecked("person-benefit-recipient"), true);
  await page.back();
  await page.click("claim-open-unemployment-benefit");
  await page.reads("gist-months", "13 个月");
}));

test("an enterprise's short path ends in a range", () => visit(PHONE, async (page) => {
  await page.click("entitled");
  await page.click("who-enterprise");
  await page.click("size-unknown");
  await page.fill("benefit-drawers-input", "0");
  await page.fill("premium-paid-input", "50000");
  await page.reads("claim-verdict-refund", /可能/);
  await page.reads("claim-amount-refund", /15,000\.00 – 30,000\.00 元$/);
  await page.screenshot("entitled");
}));

for (const [who, verdict] of [["student", /不可以/], ["retired", /不可以/], ["flexible", /不可以/], ["public-institution", /不可以/]]) {
  test(`the short path of ${who} ends in a list`, () => visit(PHONE, async (page) => {
    await page.click("entitled");
    await page.click(`who-${who}`);
    await page.reads("claim-verdict-skill-subsidy", verdict);
    await page.reads("claim-verdict-refund", verdict);
  }));
}

test("who is not covered gets a clear sentence", () => visit(PHONE, async (page) => {
  for (const person of ["flexible", "student", "retired"]) {
    await page.click(`role-${person}`);
    await page.reads("elsewhere", /\p{Script=Han}{6}/u);
    await page.click("home");
  }
}));
