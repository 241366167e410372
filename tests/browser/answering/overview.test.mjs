// From one calculator into another: the estimate, the size class, the way to all measures, the reminder.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { typeRefund } from "../support/forms.mjs";
import { DESKTOP, PHONE, calculator } from "../support/page.mjs";

const visit = calculator();
const open = JSON.parse(readFileSync(new URL("../../cases/open.json", import.meta.url), "utf8"));
const requestOf = (id) => open.find((found) => found.id === id).request;

test("a premium that is not known is estimated from the wage, and marked wherever it goes", () => visit(PHONE, async (page) => {
  const { premiumPaid, ...facts } = requestOf("R01").facts;
  await typeRefund(page, { asOf: "2024-09-01", facts: { ...facts, averageInsured: 20 } });
  await page.click("premium-paid-unknown");
  await page.click("premium-estimate");
  // The refund's average and base year come along.
  await page.reads("verdict", "还差一点信息");
  assert.equal(await page.value("headcount-input"), "20");
  assert.equal(await page.value("month-input"), "2023-05");
  await page.fill("monthly-wage-input", "5000");
  await page.click("use-estimate");
  await page.reads("premium-estimated", /不是实际缴纳数/);
  assert.equal(await page.value("premium-paid-input"), "12000.00");
  await page.reads("estimated", /保险费是按工资估算的/);
  await page.reads("amount", /7,200\.00 元$/);
  await page.screenshot("refund-estimated");
  // Another figure is no estimate any more.
  await page.fill("premium-paid-input", "11000");
  await page.lacks("estimated");
}));

test("where the year's rate is not known, no estimate is offered", () => visit(PHONE, async (page) => {
  const { premiumPaid, ...facts } = requestOf("R01").facts;
  await typeRefund(page, { asOf: "2023-09-01", facts });
  assert.ok(await page.shows("premium-paid"));
  await page.lacks("premium-estimate");
}));

test("the industry is found in everyday words, and the class counts once it is confirmed", () => visit(PHONE, async (page) => {
  await page.click("role-enterprise");
  await page.click("size-check");
  await page.fill("industry-search-input", "外卖");
  await page.click("industry-catering");
  for (const [word, id] of [["快递", "postal"], ["物业", "property-management"], ["我开理发店", "other"], ["银行", "finance"]]) {
    await page.fill("industry-search-input", word);
    assert.ok(await page.shows(`industry-${id}`), word);
    assert.ok(!await page.shows("industry-agriculture"), word);
    // What was chosen stays in sight.
    assert.ok(await page.shows("industry-catering"), word);
  }
  await page.fill("industry-search-input", "没有这一行");
  await page.fill("employees-input", "99");
  await page.fill("revenue-input", "3000万");
  await page.reads("verdict", "小型企业");
  await page.reads("decided-2", /中型要从业人员不少于100人.*没达到/s);
  await page.click("use-size");
  await page.reads("size-suggested", /自测结果是小型.*书面承诺.*法律责任/s);
  assert.equal(await page.isChecked("size-small"), false);
  await page.click("size-confirm");
  await page.lacks("size-suggested");
  assert.equal(await page.isChecked("size-small"), true);
}));

test("finance, education and health are told what to do instead", () => visit(PHONE, async (page) => {
  await page.click("size-class");
  for (const id of ["finance", "education", "health"]) {
    await page.click(`industry-${id}`);
    await page.reads("verdict", "这一行不能自测");
    await page.reads("insight-outside-the-table", /不在这张划型表里.*12333/);
    await page.lacks("use-size");
  }
}));

test("the short path lists all measures, and their calculators know the answers", () => visit(DESKTOP, async (page) => {
  await page.click("entitled");
  await page.click("who-unemployed");
  await page.click("region-shijiazhuang/zanhuang");
  await page.fill("benefit-insured-months-input", "60");
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
  await page.reads("months", "13 个月");
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

test("a reminder of the last day is saved", () => visit(PHONE, async (page) => {
  await page.click("role-enterprise");
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
  await page.reads("last-day", /还有\d+天/);
  await page.lacks("remind");
}));

test("a rule that was checked long ago warns", () => visit(PHONE, async (page) => {
  await page.click("role-enterprise");
  await page.lacks("stale");
  // A year on, by the browser's own clock.
  page.host.first += "const now = Date.now; Date.now = () => now() + 200 * 86400000;";
  await page.open("?c=unemployment-benefit");
  await page.reads("stale", /规则核对日期是.*已经过去半年多/);
}));

test("a refresh keeps every answer, back and forward too, and the address holds none", () => visit(PHONE, async (page) => {
  await typeRefund(page, requestOf("R01"));
  await page.reads("amount", /1,815\.08 元$/);
  const address = await page.window.run(() => location.href);
  assert.ok(!/3025|120/.test(address), address);
  await page.reload();
  await page.reads("amount", /1,815\.08 元$/);
  assert.equal(await page.value("premium-paid-input"), "3025.14");
  assert.equal(await page.isChecked("zombie-no"), true);
  // One answer changed: the others stay.
  await page.fill("premium-paid-input", "6050.28");
  await page.click("home");
  await page.back();
  await page.reads("amount", /3,630\.17 元$/);
  assert.deepEqual(await page.window.run(() => [localStorage.length, sessionStorage.length, document.cookie]), [0, 0, ""]);
}));
