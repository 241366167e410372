// The lists of bad credit and 破产清算或注销: one question on the page, two facts behind it.

import assert from "node:assert/strict";
import { wengang } from "../../package/package.mjs";
import { requestOf } from "../support/cases.mjs";
import { test } from "../support/engines.mjs";
import { typeRefund } from "../support/forms.mjs";
import { PHONE, calculator } from "../support/page.mjs";

const visit = calculator();
const { asOf, facts } = requestOf("R01");

/** The marks that are ticked. */
const ticked = (page) => page.window.run(() => (
  [...document.querySelectorAll("[data-test=credit-listings] input")].filter((mark) => mark.checked).map((mark) => mark.dataset.test.replace("credit-listings-", ""))
));

test("the three lists and the one of bankruptcies are one question", () => visit(PHONE, async (page) => {
  await typeRefund(page, { asOf, facts });
  await page.expectHidden("zombie");
  assert.deepEqual(await ticked(page), ["none"]);
  await page.reads("amount", /1,815\.08 元$/);
  await page.screenshot("refund-credit");
  await page.click("credit-listings-zombie");
  await page.reads("verdict", "暂不符合");
  const answer = await page.window.run(() => document.querySelector("#answer").textContent);
  assert.match(answer, /被列入破产清算或注销名单的，不发放稳岗返还/);
  assert.deepEqual(await ticked(page), ["zombie"]);
  await page.click("credit-listings-wage-arrears");
  assert.deepEqual(await ticked(page), ["wage-arrears", "zombie"]);
  await page.reload();
  await page.reads("verdict", "暂不符合");
  assert.deepEqual(await ticked(page), ["wage-arrears", "zombie"]);
  await page.click("credit-listings-unknown");
  await page.reads("verdict", "还差一点信息");
  assert.deepEqual(await ticked(page), ["unknown"]);
  await page.click("credit-listings-none");
  await page.reads("amount", /1,815\.08 元$/);
  await page.fitsWidth();
}));

test("a link that knows one of the two alone asks each, and both again once both are known", () => visit(PHONE, async (page) => {
  const { zombie, ...known } = facts;
  await page.open(wengang.encodeLink({ calculator: "refund", asOf, facts: known }, { includeNumbers: true }));
  await page.reads("verdict", "还差一点信息");
  assert.deepEqual(await ticked(page), ["none"]);
  await page.expectHidden("credit-listings-zombie");
  await page.click("zombie-no");
  await page.reads("amount", /1,815\.08 元$/);
  await page.expectHidden("zombie");
  assert.deepEqual(await ticked(page), ["none"]);
}));
