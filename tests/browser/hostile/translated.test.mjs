// Third parties change the nodes that the page has drawn: translators wrap texts, extensions and reading modes move and
// remove nodes. The next figure on the screen is still correct, and nothing crashes.

import assert from "node:assert/strict";
import { after, before } from "node:test";
import { startBrowser, test } from "../support/engines.mjs";
import { PHONE, calculator, opened } from "../support/page.mjs";
import { SAMPLED_FORMS } from "../support/screens.mjs";

const visit = calculator();
let browser;
before(async () => { browser = await startBrowser(); });
after(() => browser?.stop());

/** What others do to every text of the calculator, or to the nodes around the answer. */
const OTHERS = {
  "wraps every text as a translator does": () => {
    const texts = document.createTreeWalker(document.getElementById("app"), NodeFilter.SHOW_TEXT);
    const all = [];
    while (texts.nextNode()) all.push(texts.currentNode);
    for (const text of all) {
      const outer = document.createElement("font");
      const inner = outer.appendChild(document.createElement("font"));
      inner.textContent = `${text.data} `;
      text.replaceWith(outer);
    }
  },
  "wraps every text without changing it": () => {
    const texts = document.createTreeWalker(document.getElementById("app"), NodeFilter.SHOW_TEXT);
    const all = [];
    while (texts.nextNode()) all.push(texts.currentNode);
    for (const text of all) {
      const font = document.createElement("font");
      text.replaceWith(font);
      font.append(text);
    }
  },
  "removes every text": () => {
    const texts = document.createTreeWalker(document.getElementById("app"), NodeFilter.SHOW_TEXT);
    const all = [];
    while (texts.nextNode()) all.push(texts.currentNode);
    for (const text of all) text.remove();
  },
  "joins adjacent texts": () => document.getElementById("app").normalize(),
  "removes the containers of the answer and the form": () => {
    for (const element of [...document.querySelectorAll(".answer > *, .groups > *, .bar-place > *, .now > *, .conditions > *")]) element.remove();
  },
  "moves the answer into a box of its own": () => {
    const box = document.body.appendChild(document.createElement("div"));
    box.append(...document.querySelector(".answer-column").childNodes);
  },
  "reverses the order of the answer's nodes": () => {
    for (const part of document.querySelectorAll(".answer, .form, .groups")) [...part.childNodes].reverse().forEach((node) => part.append(node));
  },
  "adds an icon next to every box": () => {
    for (const box of document.querySelectorAll("#app input")) box.after(document.createElement("i"));
  },
};

/** What can be read of the calculator, without what others put there, and without 撤销, which a reload takes away. */
const words = (page) => page.window.run(() => [...document.querySelectorAll("#app main, #app .aloud")].map((part) => {
  const copy = part.cloneNode(true);
  copy.querySelector("#undo")?.remove();
  return copy.textContent;
}).join("\n"));

for (const [name, type, request] of SAMPLED_FORMS) {
  test(`after third parties changed the nodes of ${name}, the next answer is drawn right`, () => visit(PHONE, async (page) => {
    await page.open(`?c=${request.calculator}`);
    await page.waitForIdle();
    const undisturbed = await words(page);
    await page.open();
    await type(page, request);
    await page.waitForIdle();
    const filled = await page.window.run(() => history.state);
    for (const [what, change] of Object.entries(OTHERS)) {
      assert.notEqual(await words(page), undisturbed, what);
      await page.window.run(() => { window.restart = document.querySelector("[data-test=restart]"); });
      await page.window.run(change);
      // Another verdict, and nearly all that is drawn with it.
      await page.window.run(() => { window.restart.click(); });
      await page.waitForIdle();
      assert.equal(await words(page), undisturbed, what);
      assert.equal(await page.window.run(() => document.querySelector(".broken")), null, what);
      await page.window.run((state) => { history.replaceState(state, ""); }, filled);
      await page.window.refresh();
      await page.isReady();
      await page.waitForIdle();
    }
  }));
}

test("a box retains its text and the focus while a translator wraps what is around it", () => visit(PHONE, async (page) => {
  await page.open("?c=premium");
  await page.fill("monthly-wage-input", "5000");
  await page.reads("amount", /元/);
  const before = await page.text("amount");
  await page.window.run(OTHERS["wraps every text as a translator does"]);
  await (await page.find("monthly-wage-input")).type("0");
  await page.waitForPaint();
  assert.equal(await page.value("monthly-wage-input"), "50000");
  assert.equal(await page.window.run(() => document.activeElement.dataset.test), "monthly-wage-input");
  assert.notEqual(await page.text("amount"), before);
}));

test("what an extension adds next to the boxes stays", () => visit(PHONE, async (page) => {
  await page.open("?c=premium");
  await page.fill("monthly-wage-input", "5000");
  await page.window.run(OTHERS["adds an icon next to every box"]);
  const icons = await page.window.run(() => document.querySelectorAll("#app i").length);
  await page.fill("monthly-wage-input", "6000");
  assert.ok(icons > 0);
  assert.equal(await page.window.run(() => document.querySelectorAll("#app i").length), icons);
}));

test("every document asks translators to leave it alone", () => visit(PHONE, async (page) => {
  for (const address of ["", "refund.html", "premium.html"]) {
    await page.open(address);
    assert.deepEqual(await page.window.run(() => [
      document.documentElement.translate, document.documentElement.classList.contains("notranslate"),
      document.querySelector("meta[name=google]").content,
    ]), [false, true, "notranslate"], address);
  }
}));

test("where the program breaks all the same, no answer stays on the screen", async (t) => {
  // By a script of the page's own: an error that the driver made would be of another kind in Firefox.
  const first = `addEventListener("break", () => dispatchEvent(new ErrorEvent("error", { error: new WebAssembly.RuntimeError("unreachable") })));`;
  const page = await opened(t, browser, "?c=premium", { first });
  await page.isReady();
  await page.fill("monthly-wage-input", "5000");
  await page.reads("amount", /元/);
  await page.window.run(() => window.dispatchEvent(new Event("break")));
  await page.window.find(".broken");
  const left = await page.window.run(() => document.body.innerText);
  assert.match(left, /出错了.*12333/s);
  assert.doesNotMatch(left, /\d元|\d 元|可以申请|每月/);
});
