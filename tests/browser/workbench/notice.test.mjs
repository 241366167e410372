// The policy officer's workbench: the invented notice of 2027 from paste to pack, put into a site that then answers by it.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { can, test } from "../support/engines.mjs";
import { eventually } from "../support/eventually.mjs";
import { fillRefund } from "../support/forms.mjs";
import { KEYS, focused, tabTo } from "../support/keyboard.mjs";
import { choose, isStored } from "../support/office.mjs";
import { PHONE } from "../support/page.mjs";
import { NOTICE, Officer, PICKED, begins, walks, workbench } from "../support/workbench.mjs";

/** Everything from the empty page to the pack. */
const MOST_ACTIONS = 60;

const bench = workbench();

test("the notice of 2027 becomes a pack in at most sixty actions, and a site answers by it", async (t) => {
  const shelf = {};
  const page = await bench(t, shelf);
  await begins(page);
  await page.screenshot("workbench-walk");
  await walks(page);
  for (const name of await page.window.run(() => (
    [...document.querySelectorAll("[data-test^=drop-notes-]")].map((button) => button.dataset.test)
  ))) await page.does(name);
  await page.window.run(() => { document.querySelector("[data-test=only]").open = true; });
  page.actions += 1;
  await page.tap(await page.window.run(() => {
    const label = [...document.querySelectorAll("[data-test=only] label")].find((one) => one.textContent.includes("没有被更高等级挡住"));
    return `[data-test="${label.querySelector("input").dataset.test}"]`;
  }));
  await page.does("tab-check");
  await page.reads("verdict", "没有要改的了。");
  await page.writes("signed-by", "张三");
  await page.does("release");
  await page.reads("said", "要两个人：请填经办人和复核人的姓名");
  await page.writes("reviewed-by", "李四");
  const pack = await page.saves("release", "hebei-2027-9.pack");
  await page.reads("said", /^政策包 hebei-2027-9\.pack 在下载文件夹里/);
  await page.screenshot("workbench-released");
  assert.ok(page.actions <= MOST_ACTIONS, `${page.actions} actions`);
  const sha256 = await page.text("sha256");
  assert.equal(pack.subarray(0, 4).toString(), "WGPK");
  assert.deepEqual(page.host.complaints, []);

  // The office puts it into its site.
  shelf["packs/hebei-2027-9.pack"] = pack;
  shelf["site.json"] = JSON.stringify({ places: [{ id: "hebei", name: "河北省", pack: "packs/hebei-2027-9.pack", sha256 }] });
  await page.window.run(() => { window.workbench.askBeforeLeaving(false); });
  const visitor = new Officer(page.window, PHONE, page.host);
  await visitor.open("refund.html");
  const facts = {
    applicant: "enterprise", size: "small", averageInsured: 50, benefitDrawers: 2, fullyPaidMonths: 12,
    premiumPaid: "100000.00", creditListings: [], zombie: false,
  };
  await fillRefund(visitor, { asOf: "2027-05-01", facts });
  await visitor.reads("amount", /55,000\.00 元$/);
  await visitor.reads("last-day", /最后一天：2027年12月31日/);
  await visitor.reads("law-origin", new RegExp(`校验值 ${sha256.slice(0, 12)}`));
});

test("what is wrong is told at its place: a slip of the hand, a quote that is not there, swapped amounts", async (t) => {
  const page = await bench(t);
  await page.pastes("扫描件");
  await page.reads("troubles", /通知的文字太少/);
  await begins(page);
  await walks(page);
  await page.does("tab-texts");
  const text = await page.window.run(() => document.querySelector("[data-test=text]").text);
  // The two rates of the new round the wrong way round, and a quote with a word less.
  const rate = (number, words) => `is = "${number} %"\nquote = "${words}`;
  const wrong = [[rate(25, "大型"), rate(55, "大型")], [rate(55, "中小微"), rate(25, "中小微")], ["300人以下的按55%返还", "300人以下按55%返还"]];
  const spoiled = wrong.reduce((whole, [words, instead]) => {
    assert.equal(whole.split(words).length, 2, words);
    return whole.replace(words, instead);
  }, text);
  await page.window.run((whole) => { document.querySelector("[data-test=text]").type(whole); }, spoiled);
  const lineOf = (words) => spoiled.slice(0, spoiled.indexOf(words)).split("\n").length;
  await page.reads("faults", new RegExp(`hebei/refund\\.toml:${lineOf(rate(55, "大型"))} .*引的原话里没有“55 %”这个数`, "s"));
  await page.reads("faults", new RegExp(`hebei/refund\\.toml:${lineOf(rate(25, "中小微"))} .*引的原话里没有“25 %”这个数`, "s"));
  await page.reads("faults", new RegExp(`hebei/refund\\.toml:${lineOf("300人以下按55%")} .*原文里没有这句话：“300人以下按55%返还”`, "s"));
  await page.does("undo");
  await eventually(async () => assert.doesNotMatch(await page.text("faults"), /要改/));
});

test("a figure that is written by hand is refused where it is no such figure, or its words are not in the notice", async (t) => {
  const page = await bench(t);
  await begins(page);
  await eventually(async () => assert.match(await page.current(), /起止日期/));
  await page.takes();
  await eventually(async () => assert.match(await page.current(), /单位费率/));
  await page.window.run(() => { document.querySelector("[data-test=card] details").open = true; });
  await page.writes("value", "0.007");
  await page.reads("value-wrong", "比例要写百分数：“0.007”请写成 0.7 %");
  await page.writes("value", "０.７％");
  await page.reads("value-wrong", "“０.７％”里有全角数字，请写成 0.7%");
  await page.writes("value", "0.7 %");
  await page.expectHidden("value-wrong");
  await page.writes("quote", "单位是0.7%");
  await page.does("fill");
  await page.reads("said", "通知里没有这句话：“单位是0.7%”，请逐字摘录");
  await page.writes("quote", "单位0.7%");
  await page.does("fill");
  await page.reads("said", "单位费率：0.7 %");
  // Its words, its document, its clause and its grade are beside it.
  await page.reads("period-0", /单位费率\s+0\.7 %\s+0\.7 %\s+单位0\.7%\s+冀人社发〔2027〕9号 一 A/);
});

test("the changes are grouped by the edit that causes them, while the tab stays alive", async (t) => {
  const page = await bench(t);
  await begins(page);
  await walks(page);
  await page.does("tab-changes");
  await page.does("compare");
  await eventually(async () => assert.ok(await page.shows("changes")), 120_000);
  await page.reads("changed", /^算了 2\d{3} 个案例，\d+ 个变了。$/);
  await page.reads("changes", /个案例：失业保险稳岗返还 2027年度：返还比例（适用对象 = 企业）/);
  await page.screenshot("workbench-changes");
  // One click from its line.
  await page.tap("[data-test=changes] .place");
  await eventually(async () => assert.match(await page.value("file"), /^(hebei|cn)\//));
});

test("a case is tried by the edited law beside the law as it was", async (t) => {
  const page = await bench(t);
  await page.does("tab-calculator");
  await page.writes("day", "2024-09-01");
  await choose(page, "fact-applicant", "enterprise");
  await choose(page, "fact-size", "small");
  for (const [name, value] of Object.entries({ averageInsured: "50", benefitDrawers: "0", fullyPaidMonths: "12", premiumPaid: "1000" })) {
    await page.writes(`fact-${name}`, value);
  }
  await choose(page, "fact-zombie", "no");
  await page.tap('[data-test="fact-creditListings"] label');
  await page.reads("outcome", "可以申请 600.00 元");
  await page.reads("before", "可以申请 600.00 元");
});

test("every screen is accessible and fits a screen of 1366 px", async (t) => {
  const page = await bench(t);
  await begins(page);
  for (const name of ["notice", "copy", "walk", "check", "texts", "calculator", "changes", "sheet"]) {
    await page.does(`tab-${name}`);
    await page.isOperable();
    await page.fitsWidth();
    // Nothing that the sheets for the calculators say hides a whole screen.
    assert.ok((await (await page.find("panel")).text()).length > 10, name);
    await page.screenshot(`workbench-${name}`);
  }
});

test("the review sheet has every figure to tick, on the screen and on paper", async (t) => {
  const page = await bench(t);
  await begins(page);
  await walks(page);
  await page.does("tab-check");
  await page.does("to-sheet");
  const rows = await page.window.run(() => document.querySelectorAll("[data-test=sheet] tbody tr").length);
  assert.ok(rows >= 31, `${rows} rows`);
  const text = await page.text("sheet");
  for (const words of ["冀人社发〔2027〕9号", "55 %", "按55%返还", "4150.20 元", "□", "经办人"]) assert.ok(text.includes(words), `${words}: ${text.slice(0, 300)}`);
  if (!can("printed-words")) return;
  const paper = execFileSync("pdftotext", ["-raw", "-", "-"], { input: await page.window.print(), encoding: "utf8" }).replace(/\s/g, "");
  for (const words of ["冀人社发〔2027〕9号", "按55%返还", "4150.20", "复核人"]) assert.ok(paper.includes(words), words);
  assert.ok(!paper.includes("打开压缩包"));
});

test("undoing in the text stays in its file, and another place has its own", async (t) => {
  const page = await bench(t);
  await page.does("tab-texts");
  const text = () => page.window.run(() => document.querySelector("[data-test=text]").text);
  const undoes = async () => {
    await page.window.run(() => document.querySelector("[data-test=text]").show(1));
    await page.window.press("z", KEYS.control);
    await page.waitForPaint();
  };
  const refund = await text();
  assert.ok(refund.length > 1000);
  await undoes();
  assert.equal(await text(), refund);
  await choose(page, "file", "hebei/premium.toml");
  await eventually(async () => assert.notEqual(await text(), refund));
  const premium = await text();
  await undoes();
  assert.equal(await text(), premium);
  await choose(page, "place", "gansu");
  await eventually(async () => assert.match(await page.value("file"), /^gansu\//));
  assert.notEqual(await text(), premium);
});

test("after a visit the workbench opens without a network", async (t) => {
  const page = await bench(t);
  await isStored(page);
  await page.window.open("about:blank");
  page.host.stop();
  await page.open("workbench.html");
  await begins(page);
});

test("what last year's notes say goes sentence by sentence", async (t) => {
  const page = await bench(t);
  await begins(page);
  const notes = () => page.window.run(() => [...document.querySelectorAll("[data-test^=drop-note-]")].map((button) => button.dataset.test));
  const before = await notes();
  assert.ok(before.length > 1, `${before}`);
  await page.does(before[0]);
  await eventually(async () => assert.equal((await notes()).length, before.length - 1));
  await page.does("undo");
  await eventually(async () => assert.deepEqual(await notes(), before));
});

test("the notice goes from paste to pack by the keyboard alone, and one always sees where one is", async (t) => {
  const page = await bench(t);
  const { window } = page;
  const presses = async (hook, key = KEYS.enter) => {
    await tabTo(page, hook, { most: 200 });
    await window.press(key);
  };
  await tabTo(page, "notice");
  await window.insert(NOTICE);
  await eventually(async () => assert.equal(await page.value("number"), "冀人社发〔2027〕9号"));
  await presses("register");
  await eventually(async () => assert.equal((await focused(page)).hook, "panel"));
  await presses("copy");
  for (;;) {
    // After each figure the focus is on the next.
    await eventually(async () => assert.ok(["current", "walked"].includes((await focused(page)).hook)));
    const title = await page.current();
    if (title === null) break;
    const value = PICKED.find(([name]) => name.test(title))?.[1];
    const offered = await window.run((figure) => (
      [...document.querySelectorAll("[data-test^=candidate-]")].find((one) => !figure || one.dataset.value === figure).dataset.test
    ), value);
    await presses(offered);
    await eventually(async () => assert.notEqual(await page.current(), title));
  }
  await presses("only-open");
  const higher = await window.run(() => (
    [...document.querySelectorAll("[data-test=only] label")].find((one) => one.textContent.includes("没有被更高等级挡住")).querySelector("input").dataset.test
  ));
  await presses(higher, KEYS.space);
  await eventually(async () => assert.ok(await page.isChecked(higher)));
  for (;;) {
    const next = await window.run(() => document.querySelector("[data-test^=drop-notes-]")?.dataset.test);
    if (!next) break;
    await presses(next);
    await page.expectHidden(next);
  }
  await tabTo(page, "tab-check", { most: 200, back: true });
  await window.press(KEYS.enter);
  await page.reads("verdict", "没有要改的了。");
  await tabTo(page, "signed-by", { most: 200 });
  await window.type("张三");
  await tabTo(page, "reviewed-by");
  await window.type("李四");
  await presses("release");
  await page.reads("said", /^政策包 hebei-2027-9\.pack 在下载文件夹里/);
});
