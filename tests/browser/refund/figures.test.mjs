// Figures that the form helps with: the premium by an estimate, the average by twelve headcounts.

import assert from "node:assert/strict";
import { requestOf } from "../support/cases.mjs";
import { test } from "../support/engines.mjs";
import { typeRefund } from "../support/forms.mjs";
import { PHONE, calculator } from "../support/page.mjs";

const visit = calculator();

test("a premium that is not known is estimated from the wage, and marked wherever it goes", () => visit(PHONE, async (page) => {
  const { premiumPaid, ...facts } = requestOf("R01").facts;
  await typeRefund(page, { asOf: "2024-09-01", facts: { ...facts, averageInsured: 20 } });
  await page.click("premium-paid-unknown");
  await page.click("premium-estimate");
  // The refund's average and base year come along.
  await page.reads("verdict", "还差一点信息");
  assert.equal(await page.value("headcount-input"), "20");
  assert.equal(await page.value("month-input"), "2023-01");
  await page.fill("monthly-wage-input", "5000");
  await page.click("use-estimate");
  await page.reads("premium-estimated", /不是实际缴纳数/);
  assert.equal(await page.value("premium-paid-input"), "12000.00");
  await page.reads("estimated", /保险费是按工资估算的/);
  await page.reads("amount", /7,200\.00 元$/);
  await page.screenshot("refund-estimated");
  // Another figure is no estimate any more.
  await page.fill("premium-paid-input", "11000");
  await page.expectHidden("estimated");
}));

test("twelve monthly headcounts make an exact average", () => visit(PHONE, async (page) => {
  await page.click("task-refund");
  await page.fill("as-of-input", "2024-9-1");
  await page.click("size-not-large");
  await page.click("average-insured-by-month");
  for (let month = 1; month <= 12; month += 1) {
    await page.fill(`average-insured-month-${month}-input`, month === 1 ? "36" : "30");
  }
  await page.reads("average-insured-message", /30\.5/);
}));

test("twelve months in full are one tap, fewer are typed", () => visit(PHONE, async (page) => {
  await page.open("?c=refund");
  await page.click("applicant-enterprise");
  await page.click("size-not-large");
  await page.fill("average-insured-input", "26");
  await page.fill("benefit-drawers-input", "4");
  await page.click("fully-paid-months-full");
  assert.equal(await page.value("fully-paid-months-input"), "12");
  await page.reads("fully-paid-months-message", "已理解为 12 个月");
  await page.fill("fully-paid-months-input", "十一个月");
  await page.reads("fully-paid-months-message", "已理解为 11 个月");
  assert.equal(await page.isChecked("fully-paid-months-full"), false);
  await page.reads("verdict", "暂不符合");
  // 不清楚 takes the number back, and the tap after it puts it in again.
  await page.click("fully-paid-months-unknown");
  await page.click("fully-paid-months-full");
  assert.equal(await page.isChecked("fully-paid-months-unknown"), false);
  await page.click("fully-paid-months-full");
  assert.equal(await page.value("fully-paid-months-input"), "");
}));

test("an older class stays what it was, and the form shows it among the smaller ones", () => visit(PHONE, async (page) => {
  await page.open("?c=refund&y=2024#1.pe.ss.N120.B0.F12.y3025_14.c.z0.t20240901.XpR");
  await page.reads("amount", /1,815\.08 元$/);
  assert.equal(await page.isChecked("size-not-large"), true);
  assert.equal(await page.shows("size-small"), false);
  await page.click("size-large");
  await page.reads("amount", /907\.54 元$/);
  await page.click("size-not-large");
  await page.reads("amount", /1,815\.08 元$/);
}));
