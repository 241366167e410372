// The year that an answer is of, and a reminder of its last day.

import assert from "node:assert/strict";
import { requestOf } from "../support/cases.mjs";
import { test } from "../support/engines.mjs";
import { typeRefund } from "../support/forms.mjs";
import { PHONE, calculator } from "../support/page.mjs";

const visit = calculator();

test("a closed or other year is shown before the amount", () => visit(PHONE, async (page) => {
  await typeRefund(page, requestOf("R01"));
  await page.reads("notice", /您正在查看2024年度（已截止）/);
  const [notice, amount] = await page.window.run(() => (
    ["notice", "amount"].map((name) => document.querySelector(`[data-test=${name}]`).getBoundingClientRect().top)
  ));
  assert.ok(notice < amount);
}));

test("a reminder of the last day is saved", () => visit(PHONE, async (page) => {
  await page.click("task-refund");
  await page.click("size-not-large");
  await page.window.run(() => {
    // What the page would save is read instead: the file itself is the browser's.
    const create = URL.createObjectURL.bind(URL);
    URL.createObjectURL = (blob) => { window.saved = blob.text(); return create(blob); };
    HTMLAnchorElement.prototype.click = function click() { window.savedAs = this.download; };
  });
  await page.click("remind");
  const [name, text] = await page.window.run(async () => [window.savedAs, await window.saved]);
  assert.match(name, /^wengang-\d{4}1231\.ics$/);
  assert.match(text, /^BEGIN:VCALENDAR\r\n.*DTSTART;VALUE=DATE:\d{4}1231\r\n.*END:VCALENDAR\r\n$/s);
}));

const WECHAT = "Mozilla/5.0 (Linux; Android 10) AppleWebKit/537.36 Chrome/86.0 Mobile Safari/537.36 MicroMessenger/8.0";

test("a reminder is not offered in WeChat, which saves no file", () => visit({ ...PHONE, userAgent: WECHAT }, async (page) => {
  assert.equal(await page.window.run(() => navigator.userAgent), WECHAT);
  await page.open("?c=refund");
  await page.click("applicant-enterprise");
  await page.reads("last-day", /还有\d+天/);
  await page.expectHidden("remind");
}));
