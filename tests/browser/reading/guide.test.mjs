// The notices clause by clause: from everywhere and back, with nothing lost; found, linked, complete.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before } from "node:test";
import { startBrowser, test } from "../support/engines.mjs";
import { eventually } from "../support/eventually.mjs";
import { DESKTOP, PHONE, Page, calculator, dist } from "../support/page.mjs";
import { STRICT_CSP, filesOf, serve } from "../support/server.mjs";

const visit = calculator();

/** Reads the checklist: only the keys that are needed, each in a line of its own. */
function checklist() {
  const text = readFileSync(new URL("../../cases/notice.toml", import.meta.url), "utf8");
  return text.split("[[entry]]").slice(1).map((entry) => ({
    anchor: /^anchor = "(.+)"$/m.exec(entry)[1],
    words: JSON.parse(/^words = (\[.+\])$/m.exec(entry)[1]),
  }));
}

/** Waits until a clause is marked, in sight, and its heading has the focus. */
async function reached(page, anchor) {
  await eventually(async () => {
    const seen = await page.window.run((id) => {
      const clause = document.getElementById(id);
      const { top, bottom } = clause?.querySelector("h3").getBoundingClientRect() ?? {};
      return {
        isMarked: clause?.classList.contains("is-target"),
        isInSight: top >= 0 && bottom <= innerHeight,
        focus: document.activeElement?.id,
        hash: location.hash,
      };
    }, anchor);
    assert.deepEqual(seen, { isMarked: true, isInSight: true, focus: `${anchor}-title`, hash: `#${anchor}` });
  });
}

const address = (page) => page.window.run(() => location.search + location.hash);

/** The scroll positions of the page and of what scrolls in it; the open details; the typed texts; the focus. */
const position = (page) => page.window.run(() => ({
  page: Math.round(scrollY),
  card: Math.round(document.querySelector(".answer-column").scrollTop),
  open: [...document.querySelectorAll("main details[open]")].map((details) => details.dataset.test ?? details.className),
  typed: [...document.querySelectorAll("main .form input")].map((input) => `${input.value} ${input.checked}`),
  focus: document.activeElement.dataset.test,
}));

/** Half fills the refund's form, opens a condition, and follows its citation. */
async function readFromRefund(page) {
  await page.click("task-refund");
  await page.fill("as-of-input", "2024-9-1");
  await page.click("size-not-large");
  await page.fill("average-insured-input", "120");
  await page.fill("benefit-drawers-input", "3");
  await page.click("condition-fully-paid-12-months");
  const link = '[data-test="condition-fully-paid-12-months"] [data-test="read-clause"]';
  await page.window.run((css) => {
    const found = document.querySelector(css);
    found.scrollIntoView({ block: "center" });
    found.focus({ preventScroll: true });
  }, link);
  const before = await position(page);
  await (await page.window.find(link)).click();
  await reached(page, "14-2-1");
  return before;
}

for (const size of [PHONE, DESKTOP]) {
  test(`the guide opens from home at ${size.width}×${size.height}`, () => visit(size, async (page) => {
    await page.click("open-guide");
    await page.reads("guide-count", /^一共 \d+ 条$/);
    await page.fitsWidth();
    await page.screenshot("guide");
    assert.equal(await address(page), "?c=guide");
    assert.equal(await page.window.run(() => document.title), "通知逐条看 - 稳岗算");
    await page.click("to-14-5-8");
    await reached(page, "14-5-8");
    await page.screenshot("guide-clause");
    await page.fitsWidth();
    await page.click("guide-contents");
    await page.click("to-14-5");
    await eventually(async () => assert.equal(await page.window.run(() => document.activeElement.id), "14-5-title"));
    // However many clauses were read: one step back is where one came from.
    await page.click("guide-back");
    await page.expectHidden("guide-back");
    await eventually(async () => assert.equal(await page.window.run(() => location.search), ""));
    assert.ok(await page.window.run(() => document.querySelector("[data-test=open-guide]").offsetHeight > 0));
  }));

  test(`a citation opens its clause, and back nothing is lost, at ${size.width}×${size.height}`, () => visit(size, async (page) => {
    const before = await readFromRefund(page);
    assert.ok(before.page > 0 || before.card > 0, JSON.stringify(before));
    assert.ok(before.open.includes("condition-fully-paid-12-months"));
    await page.screenshot("guide-from-refund");
    await page.click("guide-back");
    await eventually(async () => assert.deepEqual(await position(page), before));
    assert.equal(await address(page), "?c=refund");
    // The browser's own way back does the same, and forward is the clause again.
    await page.window.run(() => history.forward());
    await reached(page, "14-2-1");
    await page.back();
    await eventually(async () => assert.deepEqual(await position(page), before));
    await page.reads("verdict", "还差一点信息");
  }));
}

test("a clause leads to its calculator, which is as it was left", () => visit(PHONE, async (page) => {
  await readFromRefund(page);
  await page.click("calculate-14-2-4");
  assert.equal(await page.value("average-insured-input"), "120");
  await page.click("foot-guide");
  await page.click("calculate-14-4-2");
  await eventually(async () => assert.equal(await address(page), "?c=unemployment-benefit"));
  await page.expectHidden("guide-back");
}));

test("a search finds clauses by their words and counts them", () => visit(PHONE, async (page) => {
  await page.click("foot-guide");
  await page.fill("guide-search-input", "劳务派遣");
  await page.reads("guide-count", "找到 3 条");
  assert.equal(await page.attribute("guide-count", "role"), "status");
  assert.ok(await page.shows("clause-14-5-5"));
  // What people ask is found too, in their own words.
  assert.ok(await page.shows("clause-0-12"));
  assert.ok(!await page.shows("clause-14-2-1"));
  await page.screenshot("guide-search");
  await page.fill("guide-search-input", "没有这样的词");
  await page.reads("guide-count", /没有找到/);
  await page.expectHidden("clause-14-5-5");
  await page.fill("guide-search-input", "12个月 证书");
  await page.reads("guide-count", /找到/);
  assert.ok(await page.shows("clause-14-3-8"));
  await page.click("guide-search-input");
  await page.window.insert("13010219900101123X");
  await page.reads("guide-count", /身份证号/);
}));

test("an address with an anchor opens at its clause, one without at the head", () => visit(PHONE, async (page) => {
  await page.open("?c=guide#14-3-11");
  await reached(page, "14-3-11");
  await page.click("guide-back");
  await page.expectHidden("guide-back");
  assert.ok(await page.shows("task-refund"));
  await page.open("?from=singlemessage&c=guide");
  await page.reads("guide-count", /一共/);
  // Another anchor typed into the address, and one that is nowhere.
  await page.window.run(() => { location.hash = "#14-2-9"; });
  await reached(page, "14-2-9");
  await page.window.run(() => { location.hash = "#14-99"; });
  await eventually(async () => assert.equal(await page.window.run(() => document.activeElement.id), "guide-title"));
}));

test("every sentence of the notices is on the screen, each in its clause", () => visit(PHONE, async (page) => {
  await page.click("open-guide");
  await page.reads("guide-count", /一共/);
  const shown = await page.window.run(() => (
    Object.fromEntries([...document.querySelectorAll("article")].map((clause) => [clause.id, clause.innerText]))
  ));
  const list = checklist();
  assert.ok(list.length >= 70);
  for (const { anchor, words } of list) {
    for (const word of words) assert.ok(shown[anchor]?.includes(word), `${anchor}: ${word}`);
  }
  // No two elements share an id, the screen behind included.
  const twice = await page.window.run(() => {
    const ids = [...document.querySelectorAll("[id]")].map(({ id }) => id);
    return ids.filter((id, place) => ids.indexOf(id) !== place);
  });
  assert.deepEqual(twice, []);
}));

test("the text is fetched on tap, once", () => visit(PHONE, async (page) => {
  const asked = () => page.host.asked.filter(({ url }) => url.includes("guide-")).length;
  assert.equal(asked(), 0);
  for (let time = 0; time < 2; time += 1) {
    await page.click("open-guide");
    await page.reads("guide-count", /一共/);
    await page.click("guide-back");
    await page.expectHidden("guide-back");
  }
  assert.equal(asked(), 1);
}));

let browser;
before(async () => { browser = await startBrowser(); });
after(() => browser?.stop());

for (const [what, broken] of [["is missing", () => null], ["is another", () => "<!DOCTYPE html>"]]) {
  test(`where the text ${what}, there is a message, and a second try helps`, async () => {
    const read = filesOf(dist);
    let isBroken = true;
    const host = await serve(
      (name) => (isBroken && name.startsWith("guide-") ? broken() : read(name)),
      { headers: { "Content-Security-Policy": STRICT_CSP } },
    );
    const window = await browser.window(PHONE);
    try {
      const page = new Page(window, PHONE, host);
      await page.open("?c=guide#14-2-5");
      await page.reads("guide-failed", /12333/);
      assert.equal(await page.attribute("guide-hotline", "href"), "tel:12333");
      await page.screenshot("guide-failed");
      await page.click("guide-retry");
      await page.reads("guide-failed", /12333/);
      isBroken = false;
      await page.click("guide-retry");
      await reached(page, "14-2-5");
    } finally {
      await window.close();
      host.stop();
    }
  });
}
