// The list of certificates: adding, removing, and an identity number pasted into one.

import assert from "node:assert/strict";
import { test } from "../support/engines.mjs";
import { eventually } from "../support/eventually.mjs";
import { PHONE, calculator } from "../support/page.mjs";

const visit = calculator();

test("an identity number is thrown away from a certificate's box as often as it is pasted", () => visit(PHONE, async (page) => {
  await page.click("task-skill-subsidy");
  await page.fill("as-of-input", "2024-9-1");
  await page.click("person-enterprise-employee");
  await page.fill("insured-months-input", "14");
  for (let time = 0; time < 2; time += 1) {
    await page.click("certificates-0-occupation-input");
    await page.window.insert("13010219900101123X");
    await eventually(async () => assert.equal(await page.value("certificates-0-occupation-input"), "", `time ${time}`));
    await page.reads("certificates-0-occupation-message", /身份证号/);
  }
}));

test("a certificate is added, edited and removed, and the others are unchanged", () => visit(PHONE, async (page) => {
  await page.click("task-skill-subsidy");
  await page.fill("as-of-input", "2024-9-1");
  await page.click("person-enterprise-employee");
  await page.fill("insured-months-input", "14");
  for (const [place, occupation] of ["电工", "焊工", "茶艺师"].entries()) {
    if (place > 0) await page.click("certificates-add");
    await page.fill(`certificates-${place}-occupation-input`, occupation);
  }
  await page.click("certificates-1-remove");
  await page.expectHidden("certificates-2");
  assert.equal(await page.value("certificates-0-occupation-input"), "电工");
  assert.equal(await page.value("certificates-1-occupation-input"), "茶艺师");
}));

test("what most leave as it is assumed is folded, and stays open once it is answered", () => visit(PHONE, async (page) => {
  await page.click("task-skill-subsidy");
  await page.fill("insured-months-input", "40");
  await page.find("certificates-0");
  const isOpen = () => page.window.run(() => document.querySelector("[data-test=certificates-0-others]").open);
  assert.equal(await isOpen(), false);
  await page.click("certificates-0-training-subsidy-received-yes");
  await page.waitForPaint();
  assert.equal(await isOpen(), true);
  await page.click("certificates-add");
  assert.equal(await page.window.run(() => document.querySelector("[data-test=certificates-1-others]").open), false);
  assert.equal(await isOpen(), true);
}));
