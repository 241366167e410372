// What a tap leads to is on the screen and has the focus: the top of an answer, a question's first box, a clause.

import assert from "node:assert/strict";
import { test } from "../support/engines.mjs";
import { PHONE, calculator } from "../support/page.mjs";
import { SAMPLED_FORMS } from "../support/screens.mjs";

const visit = calculator();

/** Asserts that an element has the focus and is on the screen, whole where it fits and under nothing. */
async function isShown(page, css) {
  const found = await page.window.run((wanted) => {
    const element = document.querySelector(wanted);
    const { top, bottom, left, width } = element.getBoundingClientRect();
    const over = document.elementFromPoint(left + Math.min(width, 200) / 2, Math.max(top, 0) + 4);
    return { hasFocus: document.activeElement === element, top, bottom, height: innerHeight, isSeen: element.contains(over) || over.contains(element) };
  }, css);
  assert.ok(found.hasFocus, `${css} has no focus: ${JSON.stringify(found)}`);
  assert.ok(found.top >= 0 && found.top < found.height / 2, `${css} is not in sight: ${JSON.stringify(found)}`);
  assert.ok(found.isSeen, `something covers ${css}`);
}

for (const [name, type, request] of SAMPLED_FORMS) {
  test(`the bar of ${name} leads to the verdict`, () => visit(PHONE, async (page) => {
    await type(page, request);
    const verdict = await page.text("verdict");
    await page.click("bar");
    await isShown(page, ".verdict");
    assert.equal(await page.window.run(() => document.activeElement.matches("h2")), true);
    assert.ok((await page.window.run(() => document.activeElement.textContent)).includes(verdict));
  }));

  test(`in 长辈版 the last step of ${name} shows the verdict`, () => visit(PHONE, async (page) => {
    await type(page, request);
    await page.click("elder");
    while (await page.shows("step-on")) await page.click("step-on");
    const { top, bottom, height } = await page.window.run(() => {
      const box = document.querySelector(".verdict").getBoundingClientRect();
      return { top: box.top, bottom: box.bottom, height: innerHeight };
    });
    assert.ok(top >= 0 && bottom <= height, `${top} – ${bottom} of ${height}`);
    assert.equal(await page.window.run(() => document.activeElement.id), "step");
  }));
}

test("an answer that cannot be computed is led to as well", () => visit(PHONE, async (page) => {
  await page.open("?c=premium");
  await page.fill("monthly-wage-input", "5000");
  await page.fill("month-input", "什么");
  await page.window.run(() => document.querySelector("[data-test=month-input]").blur());
  await page.reads("verdict", /./);
  await page.click("wrong-0");
  await isShown(page, "[data-test=month-input]");
}));

test("what is missing leads to its question's first box", () => visit(PHONE, async (page) => {
  await page.open("?c=refund");
  await page.click("applicant-enterprise");
  for (const name of await page.window.run(() => [...document.querySelectorAll(".needs .jump")].map((one) => one.dataset.test))) {
    await page.click(name);
    const first = await page.window.run(() => {
      const { activeElement } = document;
      const question = activeElement.closest(".question");
      const { top } = question.getBoundingClientRect();
      return { isFirst: question.querySelector("input") === activeElement, isSeen: top >= 0 && top < innerHeight / 2 };
    });
    assert.deepEqual(first, { isFirst: true, isSeen: true }, name);
  }
}));

test("what is wrong is led to in 长辈版 too, from the answer", () => visit(PHONE, async (page) => {
  await page.open("?c=premium");
  await page.fill("monthly-wage-input", "5000");
  await page.fill("month-input", "什么");
  await page.waitForIdle();
  const snapshot = await page.window.run(() => history.state);
  await page.open("?c=premium&elder=1");
  // A history entry that is returned to: the answer was shown there.
  await page.window.run((state) => history.replaceState(`${state}\nstep\tanswer`, ""), snapshot);
  await page.window.refresh();
  await page.isReady();
  await page.click("wrong-0");
  await page.waitForPaint();
  assert.equal(await page.value("month-input"), "什么");
}));
