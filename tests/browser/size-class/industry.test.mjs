// The size class: the industry found by everyday words, and the message for an industry without classes.

import assert from "node:assert/strict";
import { test } from "../support/engines.mjs";
import { PHONE, calculator } from "../support/page.mjs";

const visit = calculator();

test("the industry is found in everyday words, and the class counts once it is confirmed", () => visit(PHONE, async (page) => {
  await page.click("task-refund");
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
  assert.equal(await page.isChecked("size-not-large"), false);
  await page.click("size-confirm");
  await page.expectHidden("size-suggested");
  assert.equal(await page.isChecked("size-not-large"), true);
}));

test("finance, education and health get an alternative", () => visit(PHONE, async (page) => {
  await page.open("?c=size-class");
  for (const id of ["finance", "education", "health"]) {
    await page.click(`industry-${id}`);
    await page.reads("verdict", "这一行不能自测");
    await page.reads("insight-outside-the-table", /不在这张划型表里.*12333/);
    await page.expectHidden("use-size");
  }
}));
