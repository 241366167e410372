// The list of a county office with the days of its payments: what the year takes, what was paid, the days of the notice.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "../support/engines.mjs";
import { command, drop, openLists, reached } from "../support/lists.mjs";
import { OFFICE, SAVING, choose, saved } from "../support/office.mjs";
import { PHONE, calculator } from "../support/page.mjs";

const visit = calculator();

const LIST = readFileSync(new URL("../../batch/office.csv", import.meta.url));
const DAY = "2024-09-30";

/** The cells of the amounts on the screen, row by row. */
const amounts = (page) => page.window.run(() => (
  [...document.querySelectorAll("[data-test=paid-rows] tbody tr")].map((row) => [...row.cells].map((cell) => cell.textContent.trim()))
));

/** Opens the list and judges it by a day. */
async function judged(page, list = LIST, day = DAY) {
  await openLists(page);
  await page.fill("as-of", day);
  await drop(page, "台账.csv", list);
  await reached(page, "judge");
  await page.click("judge");
  await reached(page, "totals");
}

for (const size of [OFFICE, { ...PHONE, first: SAVING }]) {
  test(`an office sees what is out by the days of the notice at ${size.width}×${size.height}`, () => visit(size, async (page) => {
    await judged(page);
    assert.deepEqual(await amounts(page), [
      ["全年要发", "11", "585,000.00 至 588,000.00", ""],
      ["已经发了", "6", "539,000.00", "91.66% 至 92.13%"],
      ["还没有发", "5", "46,000.00 至 49,000.00", ""],
    ]);
    const goals = await page.text("goals");
    assert.match(goals, /6月20日前有实际发放：做到了/);
    assert.match(goals, /最早 2024-06-20/);
    assert.match(goals, /8月底前发到全年预计目标的90%以上：没有做到/);
    assert.match(goals, /到 90% 还差 17,500\.00 至 20,200\.00 元/);
    assert.match(goals, /“8月底前，稳岗返还资金发放量达到全年预计目标的90%以上”/);
    assert.match(await page.text("paid"), /算到 2024-09-30.*不是对哪一家单位的承诺/s);
    assert.equal(await page.text("faults-title"), "读不懂的格 1 处，发放要核对的 4 处");
    assert.match(await page.text("faults"), /这一行不符合，却写了发放日期：没有算作已发，请核对/);
    await page.isAccessible();
    await page.fitsWidth();
    await page.screenshot("lists-payments");
  }));
}

test("the downloads are the native command's, and have the list's own columns", () => visit(OFFICE, async (page) => {
  await judged(page);
  const native = command("台账.csv", LIST, "结果.csv", ["--calculator", "refund", "--as-of", DAY]);
  assert.ok((await saved(page, "save-text")).bytes.equals(native.result), "not the native command's file");
  assert.ok((await saved(page, "save-report")).bytes.equals(native.report), "not the native command's list");
  // What the command says is on the screen too, but for the commas of the amounts.
  const shown = (await page.text("paid")).replaceAll(",", "");
  for (const line of ["最早 2024-06-20", "到 90% 还差 17500.00 至 20200.00 元", "最多再要 6000.00 元"]) {
    assert.ok(native.said.includes(line) && shown.includes(line), line);
  }
}));

test("the columns can be assigned, and a list without days has no such part", () => visit(OFFICE, async (page) => {
  await openLists(page);
  const head = "单位性质\t企业划型\t月均人数\t领金人数\t足额缴费月数\t缴费金额\t是否失信\t僵尸企业\t甲\t乙\n";
  await drop(page, "台账.tsv", `${head}企业\t小型\t30\t0\t12\t1000\t无\t否\t2024-06-20\t600\n`);
  await reached(page, "judge");
  await page.click("judge");
  await reached(page, "totals");
  await page.expectHidden("paid");
  await page.click("back");
  await reached(page, "map-I");
  await choose(page, "map-I", "发放日期");
  await choose(page, "map-J", "实发金额");
  await page.click("judge");
  await reached(page, "paid");
  assert.deepEqual((await amounts(page))[1], ["已经发了", "1", "600.00", "100.00%"]);
}));

test("a year whose notice sets no days shows the amounts alone, and says so", () => visit(OFFICE, async (page) => {
  await judged(page, Buffer.from(LIST.toString("utf8").replaceAll("2024", "2025")), "2025-09-30");
  assert.deepEqual((await amounts(page)).map(([label]) => label), ["全年要发（未确认）", "已经发了", "还没有发"]);
  await page.expectHidden("goals");
  assert.match(await page.text("paid"), /没有收录这一年的通知定的发放进度/);
}));
