// The policy officer's workbench: the invented notice of 2027 from paste to pack, put into a site that then answers by it.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { setTimeout as pause } from "node:timers/promises";
import { wengang } from "../../package/package.mjs";
import { sample } from "../../tier.mjs";
import { HEADLINES } from "../support/cases.mjs";
import { can, test } from "../support/engines.mjs";
import { eventually } from "../support/eventually.mjs";
import { KEYS, focused, tabTo } from "../support/keyboard.mjs";
import { choose } from "../support/office.mjs";
import { PHONE } from "../support/page.mjs";
import { NOTICE, Officer, PICKED, begins, walks, workbench } from "../support/workbench.mjs";

/** Everything from the empty page to the pack. */
const MOST_ACTIONS = 60;

const bench = workbench();

/** What a small employer of fifty says, and what is another one's. */
const firm = (other) => ({
  applicant: "enterprise", size: "small", averageInsured: 50, benefitDrawers: 2, fullyPaidMonths: 12,
  premiumPaid: "100000.00", creditListings: [], zombie: false, ...other,
});
const lawyers = (averageInsured) => firm({ applicant: "law-firm", size: null, averageInsured, benefitDrawers: 0 });
const certificate = (occupation, level) => ({ occupation, level, kind: "skill-level", issuedOn: "2027-01-10", urgentShortage: false });
const worker = (certificates) => ({ person: "enterprise-employee", insuredMonths: 20, certificates, received: [] });

/** The answers that the notice is published with: what is asked, and what the site shows of it. */
const EXPECTED = [
  [{ facts: firm() }, { amount: /55,000\.00 元$/, "last-day": /最后一天：2027年12月31日/ }],
  [{ facts: firm({ size: "large" }) }, { amount: /25,000\.00 元$/ }],
  [{ facts: lawyers(300) }, { amount: /25,000\.00 元$/ }],
  [{ facts: lawyers(299) }, { amount: /55,000\.00 元$/ }],
  [{ facts: firm({ averageInsured: 1000, benefitDrawers: 53 }) }, { amount: /55,000\.00 元$/ }],
  [{ facts: firm({ averageInsured: 1000, benefitDrawers: 54 }) }, { verdict: HEADLINES.ineligible }],
  [{ asOf: "2027-03-31", facts: firm() }, { verdict: /2027年这一轮要到2027年4月1日才开始/ }],
  [
    { calculator: "skill-subsidy", facts: worker([certificate("电工", 3)]) },
    { amount: /2,200\.00 元$/, "last-day": /2027年12月31日/ },
  ],
  [
    { calculator: "skill-subsidy", facts: worker([certificate("电工", 4), certificate("焊工", 3)]) },
    { amount: /2,200\.00 元$/ },
  ],
  [
    { calculator: "premium", asOf: "2027-06-01", facts: { monthlyWage: "3000", month: "2027-06", months: 1 } },
    { "monthly-employer": "29.05 元", "monthly-employee": "12.45 元" },
  ],
  [
    {
      calculator: "unemployment-benefit", asOf: "2027-08-01",
      facts: { region: "shijiazhuang/changan", firstMonth: "2027-08", insuredMonths: 75, separation: "dismissed", registered: true },
    },
    { schedule: /2027年8月\s+2,250\.00 元/ },
  ],
];

test("the notice of 2027 becomes a pack in at most sixty actions, and a site answers by it", async (t) => {
  const shelf = {};
  const page = await bench(t, shelf);
  await begins(page);
  await page.screenshot("workbench-walk");
  await walks(page, async () => {
    const [top, bottom, height] = await page.window.run(() => {
      const { top: above, bottom: below } = document.querySelector("#marked").getBoundingClientRect();
      return [above, below, innerHeight];
    });
    assert.ok(top >= 0 && bottom <= height, `the marked words are at ${top}–${bottom} of ${height}`);
  });
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
  for (const [request, says] of sample(EXPECTED.filter((_, place) => place % 4 === 0), EXPECTED)) {
    const { calculator, asOf, facts } = { calculator: "refund", asOf: "2027-05-01", ...request };
    await visitor.open(wengang.encodeLink({ calculator, asOf, facts }, { includeNumbers: true }));
    // No text goes from a link into the page, and the only certificate is asked for none.
    for (const [place, { occupation }] of (facts.certificates ?? []).entries()) {
      if (facts.certificates.length > 1) await visitor.fill(`certificates-${place}-occupation-input`, occupation);
    }
    for (const [hook, words] of Object.entries(says)) await visitor.reads(hook, words);
    await visitor.reads("law-origin", new RegExp(`校验值 ${sha256.slice(0, 12)}`));
  }
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
  // The round's last day is missing.
  const days = "from = 2027-04-01\nto = 2027-12-31\n";
  assert.equal(text.split(days).length, 2);
  await page.window.run((whole) => { document.querySelector("[data-test=text]").type(whole); }, text.replace(days, "from = 2027-04-01\n"));
  const round = text.slice(0, text.indexOf(days)).split("\n").lastIndexOf("[[round]]") + 1;
  await page.reads("faults", new RegExp(`hebei/refund\\.toml:${round} .*缺少“to”`, "s"));
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
  await page.tap("[data-test=changes] .place:not([data-test=case])");
  await eventually(async () => assert.match(await page.value("file"), /^(hebei|cn)\//));
  // And one from what was put in: the case is tried beside, and comes out as the table says.
  await page.does("tab-changes");
  const [name, outcome] = await page.window.run(() => {
    const group = [...document.querySelectorAll("[data-test=changes] .group")].at(-1);
    group.open = true;
    const row = group.querySelector("tbody tr");
    row.querySelector("[data-test=case]").dataset.test = "chosen-case";
    return [...row.cells].filter((cell, place) => place === 0 || place === 3).map((cell) => cell.textContent);
  });
  await page.does("chosen-case");
  await page.reads("said", `右边是“${name}”：按改过的和原来的各算一遍`);
  await page.reads("outcome", outcome);
});

test("a case is tried by the edited law beside the law as it was", async (t) => {
  const page = await bench(t);
  await page.does("tab-texts");
  await page.does("side-calculator");
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
  // What cannot be read is named at its box, and stays as it was typed.
  for (const [box, typed, says] of [["premiumPaid", "3,000", /^请填金额，例如 12345\.67/], ["averageInsured", "五十", /^请填数字，例如 12/]]) {
    const before = await page.value(`fact-${box}`);
    await page.writes(`fact-${box}`, typed);
    await page.reads(`fact-${box}-wrong`, says);
    assert.equal(await page.value(`fact-${box}`), typed);
    await page.expectHidden("outcome");
    await page.writes(`fact-${box}`, before);
    await page.expectHidden(`fact-${box}-wrong`);
  }
  await page.reads("outcome", "可以申请 600.00 元");
  // It stays beside the other screens, goes by each edit, and by the last law that had no fault.
  await page.does("tab-check");
  await page.reads("outcome", "可以申请 600.00 元");
  await page.does("tab-texts");
  const types = (change) => page.window.run((from, to) => {
    const editor = document.querySelector("[data-test=text]");
    editor.type(editor.text.replace(from, to));
  }, ...change);
  const text = await page.window.run(() => document.querySelector("[data-test=text]").text);
  const round = text.slice(text.indexOf("id = \"2024\""), text.indexOf("id = \"2025\""));
  const row = "is = \"60 %\"\nquote = \"中小微企业按60%返还\"";
  assert.equal(round.split(row).length, 2);
  await types([round, round.replace(row, "is = \"50 %\"\nnot_quoted = \"试一试\"")]);
  await page.reads("outcome", "可以申请 500.00 元");
  await page.reads("before", "可以申请 600.00 元");
  await types(["\"50 %\"", "\"50 元\""]);
  await page.reads("last-law", "政策文件还有要改的地方：下面照没有出错以前的算。");
  await page.reads("outcome", "可以申请 500.00 元");
});

test("an officer without the text edits a source, a row, a note, a sentence and a period, and the sheet has old and new", async (t) => {
  const page = await bench(t);
  await page.does("tab-walk");
  await page.does("all-periods");
  const row = "返还比例（适用对象 = 企业）";
  const place = await page.window.run((title) => {
    const period = [...document.querySelectorAll(".period")].find((one) => one.querySelector("summary").textContent === title);
    return period.dataset.test.split("-").at(-1);
  }, "失业保险稳岗返还 2026年度");
  await page.does(`open-period-${place}`);
  const looksAt = async (figure) => {
    await page.window.run((css, name) => {
      [...document.querySelectorAll(css)].find((button) => button.textContent === name).click();
    }, `[data-test=period-${place}] button.link`, figure);
    await page.reads("current", `失业保险稳岗返还 2026年度：${figure}`);
    await page.does("by-hand");
  };
  await looksAt(row);
  await choose(page, "grade", "C");
  await page.does("fill");
  await looksAt(row);
  await page.does("add-row");
  await page.does("tab-check");
  await page.reads("faults", /hebei\/refund\.toml:\d+ /);
  await page.does("undo");
  await page.reads("verdict", /没有要改的了/);
  await page.does("tab-walk");
  await page.does("all-periods");
  await page.does(`open-period-${place}`);
  await looksAt(row);
  await page.does("remove-row");
  await page.does("undo");
  await page.does(`edit-period-${place}`);
  await page.writes(`add-note-${place}`, "先问经办机构");
  await page.does(`put-note-${place}`);
  await page.reads(`period-${place}`, /先问经办机构/);
  await page.does("tab-sentences");
  const box = await page.window.run(() => (
    [...document.querySelectorAll("[data-test^=sentence-]")].find((one) => one.textContent.includes("use-of-funds")).dataset.test
  ));
  await page.window.run((css) => {
    const area = document.querySelector(css);
    area.value = "钱可以用于稳定岗位";
    area.dispatchEvent(new Event("change", { bubbles: true }));
  }, `[data-test="${box}"] textarea`);
  await page.does("tab-sheet");
  await page.reads("figures", /返还比例（适用对象 = 企业）.*60 %\s+60 %.*\sC\s/s);
  await page.reads("others", /use-of-funds · 说的话.*钱可以用于职工生活补助.*钱可以用于稳定岗位/s);
  await page.reads("others", /说明.*先问经办机构/s);
  // The whole round goes, and the days it was for are then without law.
  await page.does("tab-walk");
  await page.does("all-periods");
  await page.does(`open-period-${place}`);
  await page.does(`edit-period-${place}`);
  await page.does(`remove-period-${place}`);
  await page.does("tab-check");
  await page.reads("verdict", /还有 \d+ 处要改/);
});

test("the text has its words coloured, completes the names of the law, and marks the line at fault while one types", async (t) => {
  const page = await bench(t);
  await page.does("tab-texts");
  const inside = (css) => page.window.run((selector) => (
    [...document.querySelector("[data-test=text]").shadowRoot.querySelectorAll(selector)].map((one) => [one.textContent, getComputedStyle(one).color])
  ), css);
  const colours = new Set((await inside(".cm-line span")).map(([, colour]) => colour));
  assert.ok(colours.size >= 3, `${[...colours]}`);
  await page.window.run(() => document.querySelector("[data-test=text]").show(1));
  // Before the first line, so that what is typed is no part of a comment.
  await page.window.press(KEYS.home);
  await page.window.type("not_q");
  await eventually(async () => assert.deepEqual((await inside(".cm-completionLabel")).map(([label]) => label), ["not_quoted"]));
  // The editor takes no key for the list in its first 75 ms: it may have been meant for the text.
  await pause(150);
  await page.window.press(KEYS.enter);
  await page.reads("faults", /hebei\/refund\.toml:1 /);
  await eventually(async () => assert.match((await inside(".cm-lintRange-error"))[0]?.[0] ?? "", /^not_quoted/));
  assert.equal((await inside(".cm-lint-marker-error")).length, 1);
});

test("a calculator requests nothing of the workbench", async (t) => {
  const page = await bench(t);
  const visitor = new Officer(page.window, PHONE, page.host);
  page.host.asked.length = 0;
  await visitor.open("refund.html");
  await visitor.waitForIdle();
  const paths = page.host.asked.map(({ url }) => url);
  assert.ok(paths.length > 3, `${paths}`);
  assert.deepEqual(paths.filter((path) => /workbench|office|load-program/.test(path)), []);
});

test("every screen is accessible and fits a screen of 1366 px", async (t) => {
  const page = await bench(t);
  await begins(page);
  for (const name of ["notice", "copy", "walk", "check", "sentences", "texts", "changes", "sheet"]) {
    await page.does(`tab-${name}`);
    if (name === "check") await page.does("side-calculator");
    if (name === "walk") await page.does("by-hand");
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
  await page.isCached();
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
