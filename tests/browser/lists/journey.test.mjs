// A list goes in, and what comes out is what the native command writes, byte by byte.

import assert from "node:assert/strict";
import { test } from "../support/engines.mjs";
import { eventually } from "../support/eventually.mjs";
import { AS_OF, asText, command, drop, madeUp, openLists, paste, reached } from "../support/lists.mjs";
import { OFFICE, choose, saved } from "../support/office.mjs";
import { calculator } from "../support/page.mjs";
import { sample } from "../../tier.mjs";

const visit = calculator();

const REFUND = ["--calculator", "refund"];

/** The rows of the table on the screen, each as its cells. */
const rows = (page) => page.window.run(() => (
  [...document.querySelectorAll("table[data-test=rows] tbody tr")].map((row) => [...row.cells].map((cell) => cell.textContent))
));

test("a list goes from drop to download, as the native command writes it", () => visit(OFFICE, async (page) => {
  const list = madeUp(2_000);
  const native = command("名单.csv", list, "结果.csv", REFUND);
  await openLists(page);
  await drop(page, "名单.csv", list);
  await reached(page, "judge");
  assert.match(await page.text("found"), /“名单\.csv”：列名在第 3 行，下面 \d+ 行，认出 8 列/);
  await page.click("judge");
  await reached(page, "totals", 60_000);
  const text = await saved(page, "save-text");
  assert.equal(text.name, "名单-结果.csv");
  assert.ok(text.bytes.equals(native.result), "not the native command's file");
  const report = await saved(page, "save-report");
  assert.ok(report.bytes.equals(native.report), "not the native command's list of unread cells");
  const book = await saved(page, "save-book");
  assert.equal(book.name, "名单-结果.xlsx");
  const nativeBook = command("名单.csv", list, "结果.xlsx", REFUND).result;
  assert.equal(asText(book.bytes, REFUND), asText(nativeBook, REFUND));
  // The totals are those that the command prints.
  for (const [, conclusion, count] of native.said.matchAll(/^(\S+) (\d+) 个/gm)) {
    if (conclusion.startsWith("原因") || conclusion === "一共" || conclusion.startsWith("读不懂")) continue;
    const row = await page.window.run((name) => document.querySelector(`[data-test="verdict-${name}"]`)?.closest("tr").textContent, conclusion);
    assert.ok(row?.includes(count), `${conclusion} ${count}: ${row}`);
  }
}));

test("a workbook and what is pasted give the same as the native command", () => visit(OFFICE, async (page) => {
  const list = madeUp(300);
  // The command makes a workbook of the list: with five columns more, which nobody reads.
  const book = command("名单.csv", list, "名单.xlsx", REFUND).result;
  const native = command("名单.xlsx", book, "结果.xlsx", [...REFUND, "--sheet", "结果"]).result;
  await openLists(page);
  await drop(page, "名单.xlsx", book);
  await reached(page, "judge");
  await page.click("judge");
  await reached(page, "totals");
  const found = await saved(page, "save-book");
  assert.equal(asText(found.bytes, REFUND), asText(native, REFUND));
  await page.click("another");
  const text = "单位类型\t企业划型\t月均人数\t缴费金额\n企业\t小型\t30\t109,207.30\n";
  await paste(page, text);
  await reached(page, "judge");
  await page.click("judge");
  await reached(page, "totals");
  const pasted = await saved(page, "save-text");
  assert.equal(pasted.name, "粘贴的名单-结果.tsv");
  assert.ok(pasted.bytes.equals(command("a.tsv", text, "b.tsv", REFUND).result));
}));

test("a column that is assigned another role is read so, and what is the same for all rows too", () => visit(OFFICE, async (page) => {
  await openLists(page);
  await paste(page, "甲\t企业划型\t丙\n30\t小型\t1\n20\t小型\t9\n");
  await reached(page, "map-A");
  assert.equal(await page.value("map-A"), "不用");
  await choose(page, "map-A", "averageInsured");
  await eventually(async () => assert.match(await page.text("column-A"), /30、20/));
  await choose(page, "map-C", "benefitDrawers");
  await page.click("same");
  await choose(page, "set-applicant", "企业");
  await choose(page, "blank-B", "大型");
  await page.click("judge");
  await reached(page, "totals");
  const options = [...REFUND, "--map", "甲=averageInsured", "--map", "丙=benefitDrawers", "--set", "applicant=企业", "--blank", "企业划型=大型"];
  const native = command("a.tsv", "甲\t企业划型\t丙\n30\t小型\t1\n20\t小型\t9\n", "b.tsv", options).result;
  assert.ok((await saved(page, "save-text")).bytes.equals(native));
  // What was said is there again, to be changed.
  await page.click("back");
  await reached(page, "map-A");
  assert.equal(await page.value("map-A"), "averageInsured");
  assert.equal(await page.value("blank-B"), "大型");
}));

test("a list that cannot be judged says what to do, and the button waits", () => visit(OFFICE, async (page) => {
  await openLists(page);
  await drop(page, "名单.pdf", "%PDF-1.7");
  await page.reads("problem", /不是表格/);
  await paste(page, "月均人数\t平均参保人数\n30\t31\n");
  await reached(page, "judge");
  await page.reads("not-yet", /只能用一列/);
  assert.equal(await (await page.find("judge")).property("disabled"), true);
  await choose(page, "map-A", "不用");
  await eventually(async () => assert.equal(await (await page.find("judge")).property("disabled"), false));
}));

test("a row opens to its answer, and filters show the rows that they name", () => visit(OFFICE, async (page) => {
  await openLists(page);
  await drop(page, "名单.csv", madeUp(400));
  await reached(page, "judge");
  await page.click("judge");
  await reached(page, "totals");
  assert.equal((await rows(page)).length, 25);
  await page.click("rows-after");
  await page.reads("rows-shown", /^第 26—50 行/);
  await page.click("verdict-不符合");
  await eventually(async () => assert.ok((await rows(page)).every((cells) => cells[1].includes("不符合"))));
  const [[first, , , reason]] = await rows(page);
  await page.click(`row-${first.replace(/\D/g, "")}`);
  await page.reads("row-conditions", /不符合/);
  assert.ok((await page.text("row-conditions")).includes(reason.split("；")[0]));
  assert.ok((await page.text("row-answer")).includes("依据和说明"));
  await page.click("close-row");
  await page.expectHidden("row-answer");
  await choose(page, "by-verdict", "");
  await page.click("by-unread");
  await eventually(async () => assert.ok((await rows(page)).every((cells) => /读不懂|没有算/.test(cells.join()))));
}));

test("what is judged can be cancelled, and goes on from the columns", () => visit(OFFICE, async (page) => {
  await openLists(page);
  await drop(page, "名单.csv", madeUp(sample(20_000, 100_000)));
  await reached(page, "judge");
  await page.click("judge");
  await reached(page, "progress");
  await page.click("cancel");
  await reached(page, "judge");
  await page.expectHidden("totals");
  await page.click("judge");
  await reached(page, "totals", 120_000);
}));

test("the tab answers while a long list is read and judged, and names and numbers of people never show", () => visit(OFFICE, async (page) => {
  await openLists(page);
  await drop(page, "名单.csv", madeUp(sample(20_000, 100_000)));
  // From here on: how the list came into the page is the test's own work.
  await page.window.run(() => {
    window.longest = 0;
    let last = performance.now();
    const tick = () => {
      const now = performance.now();
      window.longest = Math.max(window.longest, now - last);
      last = now;
      setTimeout(tick, 10);
    };
    tick();
    window.shown = new Set();
    const look = () => { for (const [found] of document.documentElement.outerHTML.matchAll(/石家庄市某某\d+|9113010\dMA/g)) window.shown.add(found); };
    new MutationObserver(look).observe(document, { subtree: true, childList: true, characterData: true, attributes: true });
  });
  await reached(page, "judge");
  await page.click("judge");
  await reached(page, "totals", 120_000);
  const [longest, shown] = await page.window.run(() => [window.longest, [...window.shown]]);
  assert.deepEqual(shown, []);
  console.log(`  the tab stood still for ${Math.round(longest)} ms at most`);
  assert.ok(longest < 1_000, `${longest} ms`);
  assert.equal(await page.value("as-of").catch(() => AS_OF), AS_OF);
}));
