// 长辈版: one question at a time, nothing lost on the way in, out, back and over a refresh; read aloud.

import assert from "node:assert/strict";
import { requestOf } from "../support/cases.mjs";
import { can, test } from "../support/engines.mjs";
import { eventually } from "../support/eventually.mjs";
import { sizeMark, typeRefund } from "../support/forms.mjs";
import { PHONE, calculator, dist } from "../support/page.mjs";
import { filesOf } from "../support/server.mjs";

const visit = calculator();
const search = (page) => page.window.run(() => location.search);
const shown = (page) => page.window.run(() => [...document.querySelectorAll(".step .question")].map((one) => one.dataset.test));

/** Goes on from question to question to the answer, and gives answers by their name; the others are passed over. */
async function walk(page, answers) {
  while (await page.shows("step-on")) {
    const questions = await shown(page);
    assert.equal(questions.length, 1, questions.join());
    await answers[questions[0]]?.();
    const progress = await page.text("progress");
    await page.click("step-on");
    await eventually(async () => assert.ok(!await page.shows("progress") || await page.text("progress") !== progress));
  }
}

test("a refund is answered one question at a time, with the same answer as the form", () => visit(PHONE, async (page) => {
  const { asOf, facts } = requestOf("R01");
  await page.open("?elder=1");
  await page.click("task-refund");
  await eventually(async () => assert.equal(await search(page), "?c=refund&elder=1"));
  await page.reads("progress", "第1题，后面最多还有9题");
  await walk(page, {
    "as-of": () => page.fill("as-of-input", asOf),
    applicant: () => page.click(`applicant-${facts.applicant}`),
    size: () => page.click(`size-${sizeMark(facts.size)}`),
    "average-insured": () => page.fill("average-insured-input", String(facts.averageInsured)),
    "benefit-drawers": () => page.fill("benefit-drawers-input", String(facts.benefitDrawers)),
    // One tap, before a number is typed.
    "fully-paid-months": async () => {
      await page.click("fully-paid-months-full");
      await page.reads("fully-paid-months-message", "已理解为 12 个月");
    },
    "premium-paid": () => page.fill("premium-paid-input", facts.premiumPaid),
    "credit-listings": () => page.click("credit-listings-none"),
  });
  await page.reads("verdict", "可以申请");
  await page.reads("amount", /1,815\.08 元$/);
  await page.screenshot("elder-answer");
  // Everything else is behind one 为什么.
  const inSight = () => page.window.run(() => (
    [...document.querySelectorAll(".answer .condition, .answer .step, .answer .notes")].filter((one) => one.checkVisibility()).length
  ));
  assert.equal(await inSight(), 0);
  await page.click("elder-why");
  assert.ok(await inSight() > 6);
  await page.screenshot("elder-why");
}));

test("the switch preserves every answer, stays in the address, and adds no history entry", () => visit(PHONE, async (page) => {
  await typeRefund(page, requestOf("R01"));
  const entries = await page.window.run(() => history.length);
  await page.click("elder");
  await eventually(async () => assert.equal(await search(page), "?c=refund&elder=1"));
  assert.equal(await page.window.run(() => history.length), entries);
  // The first question that is still open.
  assert.deepEqual(await shown(page), ["labour-dispatch"]);
  await page.click("step-back");
  assert.deepEqual(await shown(page), ["credit-listings"]);
  assert.equal(await page.isChecked("credit-listings-none"), true);
  await page.click("elder");
  await eventually(async () => assert.equal(await search(page), "?c=refund"));
  assert.equal(await page.value("premium-paid-input"), "3025.14");
  await page.reads("amount", /1,815\.08 元$/);
  assert.equal(await page.window.run(() => document.documentElement.hasAttribute("data-elder")), false);
}));

test("Back is the question before, and a refresh preserves question and answers", () => visit(PHONE, async (page) => {
  await page.open("?elder=1");
  await page.click("task-unemployment-benefit");
  await page.click("region-shijiazhuang/changan");
  await page.click("step-on");
  await page.fill("insured-months-input", "60");
  await page.click("step-on");
  assert.deepEqual(await shown(page), ["separation"]);
  await page.back();
  await eventually(async () => assert.deepEqual(await shown(page), ["insured-months"]));
  assert.equal(await page.value("insured-months-input"), "60");
  await page.reload();
  await page.reads("progress", /^第2题/);
  assert.equal(await page.value("insured-months-input"), "60");
  await page.click("step-back");
  await eventually(async () => assert.deepEqual(await shown(page), ["region"]));
  assert.equal(await page.isChecked("region-shijiazhuang/changan"), true);
  // From the first question Back leads to where one came from.
  await page.back();
  await eventually(async () => assert.equal(await search(page), "?elder=1"));
}));

test("what cannot be read is not passed over, and what is left empty is 不清楚", () => visit(PHONE, async (page) => {
  await page.open("?c=premium&elder=1");
  assert.equal(await page.text("step-on"), "不清楚，下一题");
  await page.fill("monthly-wage-input", "1.2.3");
  assert.equal(await page.text("step-on"), "下一题");
  await page.click("step-on");
  assert.deepEqual(await shown(page), ["monthly-wage"]);
  assert.match(await page.text("monthly-wage-message"), /./);
  assert.equal(await page.window.run(() => document.activeElement.dataset.test), "monthly-wage-input");
  await page.fill("monthly-wage-input", "\uE003");
  await page.click("step-on");
  assert.deepEqual(await shown(page), ["month"]);
  await page.click("step-back");
  await eventually(async () => assert.equal(await page.isChecked("monthly-wage-unknown"), true));
  // The answer leads back to what it needs.
  await page.click("step-on");
  while (await page.shows("step-on")) await page.click("step-on");
  await page.reads("verdict", "还差一点信息");
  await page.reads("call", /12333/);
}));

test("there is one certificate per screen", () => visit(PHONE, async (page) => {
  await page.open("?c=skill-subsidy&elder=1");
  await page.fill("as-of-input", "2024-9-1");
  await page.click("step-on");
  await page.click("person-enterprise-employee");
  await page.click("step-on");
  await page.fill("insured-months-input", "14");
  await page.click("step-on");
  await page.find("certificates-0");
  await page.expectHidden("certificates-0-occupation-input");
  for (const place of [0, 1]) {
    const row = `certificates-${place}`;
    if (place > 0) await page.fill(`${row}-occupation-input`, "焊工");
    await page.click(`${row}-level-4`);
    await page.click(`${row}-kind-either`);
    await page.fill(`${row}-issued-on-input`, "2024-3-10");
    if (place === 0) {
      await page.click("certificates-add");
      await page.reads("progress", /^第5题/);
      await page.expectHidden(row);
    }
  }
  await page.screenshot("elder-certificate");
  await page.fitsWidth();
  await page.click("step-on");
  // Now that there are two, the first is asked what tells it from the other.
  await page.fill("certificates-0-occupation-input", "电工");
  await page.click("step-on");
  await page.find("certificates-1");
  await page.click("step-on");
  await page.click("received-no");
  await page.click("step-on");
  await page.reads("amount", /3,000\.00 元$/);
}));

test("links of the page open in the same way in another window", () => visit(PHONE, async (page) => {
  await page.open("?c=premium&elder=1");
  const links = await page.window.run(() => (
    [...document.querySelectorAll("a[href]")].map((link) => link.getAttribute("href")).filter((href) => !/^(#|tel:|https:)/.test(href))
  ));
  assert.deepEqual(links, ["?elder=1", "?c=guide&elder=1"]);
  await page.click("home");
  await eventually(async () => assert.equal(await search(page), "?elder=1"));
}));

test("where the lazy chunk loads late, a refresh preserves the question nevertheless", async () => {
  const files = filesOf(dist);
  let isSlow = false;
  const read = async (name) => {
    if (isSlow && name.endsWith("_chunk.wasm")) await new Promise((resolve) => { setTimeout(resolve, 800); });
    return files(name);
  };
  await visit(PHONE, async (page) => {
    await page.open("?c=premium&elder=1");
    await page.fill("monthly-wage-input", "5000");
    await page.click("step-on");
    await page.reads("progress", /^第2题/);
    isSlow = true;
    await page.reload();
    await page.reads("progress", /^第2题/);
  }, read);
});

test("no pop-up, and nothing that a phone's own text size cannot reach", () => visit(PHONE, async (page) => {
  await page.open("?c=refund&elder=1");
  const held = await page.window.run(() => (
    [document.documentElement, document.body].map((element) => getComputedStyle(element).textSizeAdjust)
  ));
  if (can("phone")) assert.deepEqual(held, ["auto", "auto"]);
  const viewport = await page.window.run(() => document.querySelector("meta[name=viewport]").content);
  assert.doesNotMatch(viewport, /user-scalable|maximum-scale/);
  assert.equal(await page.window.run(() => document.querySelectorAll("dialog, [role=dialog], [role=alertdialog]").length), 0);
}));

/** A browser with these voices, which says what it reads: from the next document on. */
const stub = (page, voices) => {
  page.host.first += `
    window.said = [];
    window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };
    const synthesis = new EventTarget();
    let voices = [];
    synthesis.getVoices = () => voices;
    synthesis.speak = (utterance) => window.said.push(utterance);
    synthesis.cancel = () => { window.cancelled = (window.cancelled ?? 0) + 1; };
    Object.defineProperty(window, "speechSynthesis", { value: synthesis });
    window.bringVoices = () => { voices = ${JSON.stringify(voices)}; synthesis.dispatchEvent(new Event("voiceschanged")); };
  `;
};

/** Opens the premium's answer. */
async function answered(page) {
  await page.open("?c=premium&elder=1");
  await page.fill("monthly-wage-input", "5000");
  while (await page.shows("step-on")) await page.click("step-on");
  await page.reads("amount", /元/);
}

test("the answer is read aloud by a voice of the device, and falls silent with a tap or another screen", () => visit(PHONE, async (page) => {
  stub(page, [
    { name: "Cloud", lang: "zh-CN", localService: false }, { name: "English", lang: "en-US", localService: true },
    { name: "Own", lang: "zh_CN", localService: true },
  ]);
  await answered(page);
  await page.expectHidden("read-aloud");
  await page.window.run(() => window.bringVoices());
  await page.click("read-aloud");
  const said = await page.window.run(() => window.said.map(({ text, voice, lang }) => [text, voice.name, lang]));
  assert.match(said[0][0], /。$/);
  assert.ok(said.some(([text]) => /少缴.*元/.test(text)), JSON.stringify(said));
  assert.ok(said.every(([, voice, lang]) => voice === "Own" && lang === "zh-CN"));
  assert.ok(said.every(([text]) => !/[,\d]{5}/.test(text)), "amounts are spoken in words");
  const cancelled = () => page.window.run(() => window.cancelled ?? 0);
  const before = await cancelled();
  await page.click("stop-reading");
  assert.equal(await cancelled(), before + 1);
  await page.click("read-aloud");
  await page.window.run(() => window.said.at(-1).onend());
  await page.reads("read-aloud", "读给我听");
  await page.click("read-aloud");
  const reading = await cancelled();
  await page.click("step-back");
  await eventually(async () => assert.equal(await cancelled(), reading + 1));
}));

test("without a voice of the device there is no button to read aloud", () => visit(PHONE, async (page) => {
  stub(page, [
    { name: "Cloud", lang: "zh-CN", localService: false }, { name: "English", lang: "en-US", localService: true },
    { name: "Cantonese", lang: "zh-HK", localService: true },
  ]);
  await answered(page);
  await page.window.run(() => window.bringVoices());
  await page.click("elder-why");
  await page.expectHidden("read-aloud");
}));
