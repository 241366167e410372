// On paper: everything that the answer is based on, on one or two sheets of A4, black on white.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { sample } from "../../tier.mjs";
import { HIRES, requestOf } from "../support/cases.mjs";
import { can, needing, test } from "../support/engines.mjs";
import {
  typeHiringSubsidy, typePremium, typeRefund, typeSizeClass, typeSkillSubsidy, typeUnemploymentBenefit,
} from "../support/forms.mjs";
import { DESKTOP, PHONE, calculator } from "../support/page.mjs";

const visit = calculator();
const printed = new URL("../../../target/printed/", import.meta.url);
const TYPES = {
  refund: typeRefund,
  "skill-subsidy": typeSkillSubsidy,
  premium: typePremium,
  "unemployment-benefit": typeUnemploymentBenefit,
  "size-class": typeSizeClass,
  "hiring-subsidy": typeHiringSubsidy,
};

const bare = (text) => text.replace(/\s/g, "");

/** Prints the page as a user does, stores it as target/printed/NAME.pdf, and returns its file and the texts of its pages. */
async function print(page, name) {
  await page.waitForIdle();
  const pdf = await page.window.print();
  mkdirSync(printed, { recursive: true });
  const file = new URL(`${name}.pdf`, printed).pathname;
  writeFileSync(file, pdf);
  assert.match(execFileSync("pdfinfo", [file], { encoding: "utf8" }), /Page size: .*A4/);
  const text = execFileSync("pdftotext", ["-raw", file, "-"], { encoding: "utf8" });
  return { file, pages: text.split("\f").slice(0, -1) };
}

/** The lines of a class on the sheet, or the elements of a selector there. */
const onSheet = (page, css) => page.window.run((selector) => (
  [...document.querySelectorAll(`.sheet ${selector}`)].map((element) => element.textContent)
), css);

/** Asserts that the sheet is complete on its pages, and no heading is at the end of one. */
async function isWhole(page, pages) {
  assert.ok(pages.length >= 1 && pages.length <= 2, `${pages.length} pages`);
  if (!can("printed-words")) return;
  const text = bare(pages.join(""));
  for (const line of await onSheet(page, ":not(.basis *):is(li, dt, dd, .sheet-head, .sheet-title, .sheet-table tr > *)")) {
    assert.ok(text.includes(bare(line)), `not on paper: ${line}`);
  }
  const headings = (await onSheet(page, ".sheet-head")).map(bare);
  for (const one of pages.slice(0, -1)) {
    const last = bare(one.trimEnd().split("\n").at(-1));
    assert.ok(!headings.includes(last), `alone at the end of a page: ${last}`);
  }
}

/** The colours of the first page, a sample of its pixels. */
function pixels(file) {
  const ppm = execFileSync("pdftoppm", ["-r", "40", "-f", "1", "-l", "1", file], { maxBuffer: 1 << 26 });
  const head = /^P6\n(\d+) (\d+)\n255\n/.exec(ppm.subarray(0, 32).toString("latin1"))[0].length;
  return Array.from({ length: (ppm.length - head) / 3 }, (_, index) => [...ppm.subarray(head + 3 * index, head + 3 * index + 3)]);
}

// Of all the shared cases those whose sheets are longest: every measure, all that can be met or not, several certificates.
const LONG = ["R01", "R06", "R12", "R16", "S09", "S13", "S16", "S20", "U03", "U07", "P02", "Z01", "several hires"];
for (const id of sample(["R01", "S16", "U07", "P02", "Z01", "several hires"], LONG)) {
  const request = id === "several hires" ? HIRES : requestOf(id);
  needing("print", `${id} prints whole on one or two sheets`, () => visit(DESKTOP, async (page) => {
    await TYPES[request.calculator](page, request);
    await page.reads("verdict", /./);
    const { pages } = await print(page, id);
    await isWhole(page, pages);
  }));
}

test("a page that was only opened has its sheet, once it is drawn", () => visit(PHONE, async (page) => {
  await page.open("?c=size-class");
  await page.isReady();
  await page.waitForIdle();
  assert.match((await onSheet(page, ".sheet-title")).join(), /企业划型/);
}));

test("what is typed last is on the sheet", () => visit(PHONE, async (page) => {
  await typeRefund(page, requestOf("R01"));
  await page.fill("premium-paid-input", "1000");
  await page.waitForIdle();
  assert.match((await onSheet(page, ".sheet-verdict")).join(), /600\.00/);
}));

needing("printed-words", "the sheet says what was asked, how it was judged and computed, by which rules, and where to go on", () => visit(PHONE, async (page) => {
  await typeRefund(page, requestOf("R01"));
  await page.reads("amount", /1,815\.08/);
  const text = bare((await print(page, "refund-phone")).pages.join(""));
  const today = new Date(Date.now() + 8 * 3600 * 1000).toISOString().slice(0, 10).split("-").map(Number);
  for (const line of [
    "稳岗返还测算结果", `打印日期：${today[0]}年${today[1]}月${today[2]}日`, "您正在查看2024年度（已截止）",
    "可以申请，预计1,815.08元", "人民币壹仟捌佰壹拾伍元零捌分", "最后一天：2024年12月31日",
    "2023年平均每月有多少人参加失业保险120人", "您的单位是哪一类企业", "单位在这些名单里吗都没有",
    "2023年12个月都足额缴了", "冀人社发〔2024〕14号·二", "3025.14×0.60", "以经办机构核定为准",
    "规则核对日期：2026年11月25日", "申请时间：2024年1月1日至2024年12月31日", "规则版本2026-11-29",
    `再算一次：${bare(page.url)}?c=refund&y=2024#`,
  ]) assert.ok(text.includes(line), `not on paper: ${line}`);
  // No buttons, and no number in the link unless the user ticked it.
  assert.ok(!text.includes("清空重填") && !text.includes("复制链接"), text);
  const [choices] = await onSheet(page, ".sheet-link");
  await page.click("share-numbers");
  const numbers = bare((await print(page, "refund-numbers")).pages.join(""));
  const [link] = await onSheet(page, ".sheet-link");
  assert.ok(link.length > choices.length && numbers.includes(bare(link)), link);
}));

needing("print", "paper is white and ink is black, independent of the screen", () => visit({ ...DESKTOP, scheme: "dark" }, async (page) => {
  for (const address of ["?c=premium", "?c=premium&elder=1"]) {
    await page.open(address);
    await page.fill("monthly-wage-input", "5000");
    if (address.includes("elder")) {
      while (await page.shows("step-on")) await page.click("step-on");
    }
    await page.reads("verdict", /./);
    const { file, pages } = await print(page, "premium-dark");
    await isWhole(page, pages);
    const seen = pixels(file);
    const white = seen.filter((pixel) => pixel.every((value) => value > 250)).length;
    // So small, letters are grey: a full sheet has a quarter of them. No area is dark.
    assert.ok(white > 0.7 * seen.length, `${white} of ${seen.length} are white`);
    const dark = seen.filter((pixel) => pixel.every((value) => value < 120)).length;
    assert.ok(dark < 0.15 * seen.length, `${dark} of ${seen.length} are dark`);
    const coloured = seen.filter((pixel) => Math.max(...pixel) - Math.min(...pixel) > 8);
    assert.equal(coloured.length, 0);
    assert.ok(seen.some((pixel) => pixel.every((value) => value < 120)));
  }
}));

/** Opens the premium calculator again, with an answer. */
async function answered(page) {
  await page.window.open("about:blank");
  await page.open("?c=premium");
  await page.fill("monthly-wage-input", "5000");
  await page.reads("amount", /元/);
}

test("the button prints where printing works", () => visit(DESKTOP, async (page) => {
  await answered(page);
  await page.window.run(() => { window.print = () => { window.printed = true; }; });
  await page.click("print");
  assert.equal(await page.window.run(() => window.printed), true);
}));

for (const [where, userAgent] of [
  ["WeChat for Windows", "Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/116.0 Safari/537.36 MicroMessenger/7.0.20 WindowsWechat"],
  ["another program's window", "Mozilla/5.0 (Linux; Android 12; wv) AppleWebKit/537.36 Version/4.0 Chrome/107.0 Mobile Safari/537.36"],
]) {
  test(`in ${where}, where printing does nothing, there is no button`, () => visit({ ...DESKTOP, userAgent }, async (page) => {
    await answered(page);
    await page.expectHidden("print");
  }));
}

needing("finger", "a finger is no mouse: phones print from their own menu, if at all", () => visit(PHONE, async (page) => {
  await answered(page);
  await page.expectHidden("print");
}));
