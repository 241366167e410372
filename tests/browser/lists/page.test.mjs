// The page for lists as a document: from home, under a strict policy, with a keyboard, without a network.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { startBrowser, test } from "../support/engines.mjs";
import { after, before } from "node:test";
import { eventually } from "../support/eventually.mjs";
import { asText, command, drop, openLists, paste, reached } from "../support/lists.mjs";
import { OFFICE, SAVING, choose, saved } from "../support/office.mjs";
import { PHONE, calculator, dist, opened } from "../support/page.mjs";
import { filesOf } from "../support/server.mjs";

const visit = calculator();
let browser;
before(async () => { browser = await startBrowser(); });
after(() => browser?.stop());

const LIST = "单位名称\t单位性质\t企业划型\t月均人数\t领金人数\t足额缴费月数\t缴费金额\t是否失信\t僵尸企业\t对公账户\t区县\n"
  + "甲公司\t企业\t小型\t30\t0\t12\t109207.30\t无\t否\t有\t长安区\n"
  + "乙公司\t企业\t小型\t30\t9\t12\t1000\t无\t否\t有\t桥西区\n"
  + "丙公司\t企业\t大型\t300\t#N/A\t12\t20万\t无\t否\t有\t长安区\n";

const PHONE_SAVING = { ...PHONE, first: SAVING };

for (const size of [OFFICE, PHONE_SAVING]) {
  test(`every step is accessible and fits at ${size.width}×${size.height}`, () => visit(size, async (page) => {
    await openLists(page);
    await page.isAccessible();
    await page.fitsWidth();
    await page.screenshot("lists-begin");
    await paste(page, LIST);
    await reached(page, "judge");
    await page.isAccessible();
    await page.fitsWidth();
    await page.screenshot("lists-confirm");
    await page.click("judge");
    await reached(page, "totals");
    await choose(page, "group", "10");
    await page.find("groups");
    await page.click("row-3");
    await page.find("row-answer");
    await page.isAccessible();
    await page.fitsWidth();
    await page.screenshot("lists-result");
  }));
}

test("home leads to the page, and the page leads home", () => visit({ ...PHONE, first: SAVING }, async (page) => {
  await page.click("lists");
  await reached(page, "drop");
  await page.isReady();
  await page.click("home");
  await reached(page, "task-refund");
}));

test("every measure has a template that the page reads", () => visit(OFFICE, async (page) => {
  await openLists(page);
  const measures = await page.window.run(() => [...document.querySelectorAll("#calculator option")].map(({ value }) => value));
  assert.ok(measures.length >= 6, `${measures}`);
  for (const measure of measures) {
    await choose(page, "calculator", measure);
    const { name, bytes } = await saved(page, "template");
    assert.match(name, /-名单模板\.xlsx$/);
    await drop(page, name, bytes);
    await reached(page, "judge");
    await page.reads("not-yet", /列名下面没有要算的行/);
    await page.click("another");
    await reached(page, "drop");
  }
}));

test("a workbook of Excel 97 is read in the browser as by the native command", () => visit(OFFICE, async (page) => {
  const list = readFileSync(new URL("../../fixtures/lists/certificates.xls", import.meta.url));
  const options = ["--calculator", "skill-subsidy"];
  await openLists(page);
  await choose(page, "calculator", "skill-subsidy");
  await drop(page, "名单.xls", list);
  await reached(page, "judge");
  await page.click("judge");
  await reached(page, "totals");
  const { bytes } = await saved(page, "save-book");
  assert.equal(asText(bytes, options), asText(command("名单.xls", list, "结果.xlsx", options).result, options));
  assert.match(asText(bytes, options), /1500\.00/);
}));

test("a list that was put away comes back with its columns and its result, until another one is opened", () => visit(OFFICE, async (page) => {
  const list = "甲\t企业划型\n30\t小型\n20\t小型\n";
  await openLists(page);
  await paste(page, list);
  await reached(page, "map-A");
  await choose(page, "map-A", "averageInsured");
  await page.click("another");
  await reached(page, "drop");
  await page.reads("undo", "撤销，回到“粘贴的名单”");
  await page.click("undo");
  await reached(page, "map-A");
  assert.equal(await page.value("map-A"), "averageInsured");
  await page.click("judge");
  await reached(page, "totals");
  const { bytes } = await saved(page, "save-text");
  await page.click("another");
  await reached(page, "drop");
  await choose(page, "calculator", "premium");
  await page.click("undo");
  await reached(page, "totals");
  assert.match(await page.text("judged-by"), /^粘贴的名单：失业保险稳岗返还/);
  await page.expectHidden("undo");
  // The worker still has it.
  assert.ok((await saved(page, "save-text")).bytes.equals(bytes));
  await page.click("row-2");
  await page.find("row-answer");
  await page.click("back");
  await reached(page, "map-A");
  assert.equal(await page.value("map-A"), "averageInsured");
  await page.click("another");
  await reached(page, "drop");
  await drop(page, "名单.pdf", "%PDF-1.7");
  await page.reads("problem", /不是表格/);
  await page.expectHidden("undo");
}));

test("the focus follows the steps, and what cannot be read is announced", () => visit(OFFICE, async (page) => {
  const focused = () => page.window.run(() => document.activeElement.textContent);
  await openLists(page);
  await paste(page, LIST);
  await reached(page, "judge");
  await eventually(async () => assert.equal(await focused(), "核对每一列是什么"));
  await page.click("judge");
  await reached(page, "totals");
  await eventually(async () => assert.match(await focused(), /^算完了，一共 3 个$/));
  await page.click("another");
  await eventually(async () => assert.equal(await focused(), "选名单"));
  assert.equal(await page.attribute("problem", "role"), "alert");
}));

test("another place's law judges where the address asks for it", () => visit(OFFICE, async (page) => {
  await openLists(page, "batch.html?p=gansu");
  await page.reads("place", "按甘肃省的政策算");
  await paste(page, LIST);
  await reached(page, "judge");
  await page.click("judge");
  await reached(page, "totals");
  const here = (await saved(page, "save-text")).bytes.toString("utf8");
  assert.notEqual(here, command("a.tsv", LIST, "b.tsv", ["--calculator", "refund"]).result.toString("utf8"));
}));

test("a host that sends no worker says what to do", async (t) => {
  const files = filesOf(dist);
  const page = await opened(t, browser, "batch.html", { read: (name) => (/lists-worker.*\.js$/.test(name) ? null : files(name)) });
  await page.reads("problem", /打不开批量测算/);
});

test("after a visit the page works without a network", async (t) => {
  const page = await opened(t, browser, "batch.html", { first: SAVING });
  await page.isReady();
  await page.isCached();
  await page.window.open("about:blank");
  page.host.stop();
  await page.open("batch.html");
  await paste(page, LIST);
  await reached(page, "judge");
  await page.click("judge");
  await reached(page, "totals");
});
