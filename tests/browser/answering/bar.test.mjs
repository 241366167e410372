// The bar with the verdict: it comes without moving what is read, leaves the page its room, and hides nothing in focus.

import assert from "node:assert/strict";
import { test } from "../support/engines.mjs";
import { PHONE, calculator } from "../support/page.mjs";
import { SAMPLED_FORMS } from "../support/screens.mjs";

const visit = calculator();

/** Screens, and how large the text is set. */
const SCREENS = [
  [{ width: 320, height: 256, mobile: true }, 2],
  [{ width: 320, height: 480, mobile: true }, 2],
  [{ width: 360, height: 740, mobile: true }, 1],
  [{ width: 360, height: 740, mobile: true }, 2],
  [{ width: 1366, height: 650, mobile: false }, 1],
];

/** What a browser rounds, in px. */
const BY = 0.5;

for (const [name, type, request] of SAMPLED_FORMS) {
  test(`on every screen and with large text the bar of ${name} leaves room, and hides no box in focus`, () => visit(PHONE, async (page) => {
    await type(page, request);
    for (const [size, factor] of SCREENS) {
      await page.resize(size);
      await page.window.run((px) => { document.documentElement.style.fontSize = `${px}px`; }, 16 * factor);
      await page.waitForPaint();
      const found = await page.window.run(async () => {
        const bar = document.querySelector(".bar");
        const wrong = [];
        const task = () => new Promise((done) => { setTimeout(done); });
        const frame = () => new Promise((drawn) => { requestAnimationFrame(() => setTimeout(drawn)); });
        for (const stop of document.querySelectorAll("main a[href], main button, main input, main summary")) {
          // In a closed row there are boxes too, which nothing focuses.
          if (stop === bar || !stop.checkVisibility()) continue;
          stop.focus();
          const places = () => [stop.getBoundingClientRect(), bar.getBoundingClientRect()];
          const isOver = ([box, over]) => over.height > 0 && box.bottom > over.top + 1 && box.top < over.bottom - 1 && box.right > over.left && box.left < over.right;
          // What the browser scrolls may come in a task of its own, what the page scrolls then comes with a picture.
          await task();
          if (isOver(places())) {
            await frame();
            await frame();
          }
          const [box, over] = places();
          if (isOver([box, over])) wrong.push(`${stop.dataset.test || stop.textContent.slice(0, 12)}: ${box.top}–${box.bottom} under ${over.top}–${over.bottom}`);
        }
        const isSticky = getComputedStyle(bar.parentElement).position.endsWith("sticky");
        return { wrong, share: isSticky ? bar.getBoundingClientRect().height / innerHeight : 0 };
      });
      const where = `${size.width}×${size.height} with text ×${factor}`;
      assert.deepEqual(found.wrong, [], where);
      assert.ok(found.share <= 1 / 3, `${found.share} of the height at ${where}`);
    }
  }));
}

test("the bar comes without moving what is pressed", () => visit({ width: 360, height: 740, mobile: true }, async (page) => {
  for (const [address, mark] of [["?c=refund", "applicant-enterprise"], ["?c=skill-subsidy", "person-enterprise-employee"], ["?c=unemployment-benefit", "region-unknown"]]) {
    await page.open(address);
    const place = () => page.window.run((css) => {
      const { top } = document.querySelector(css).getBoundingClientRect();
      return { top, scrolled: scrollY, hasBar: document.querySelector(".bar") !== null };
    }, `[data-test="${mark}"]`);
    await page.window.run((css) => document.querySelector(css).scrollIntoView({ block: "center" }), `[data-test="${mark}"]`);
    const before = await place();
    await page.window.run((css) => document.querySelector(css).click(), `[data-test="${mark}"]`);
    await page.waitForPaint();
    const after = await place();
    assert.deepEqual([before.hasBar, after.hasBar], [false, true]);
    assert.ok(Math.abs(after.top - before.top) <= BY && after.scrolled === before.scrolled, `${address}: ${before.top} → ${after.top}`);
  }
}));

test("nothing moves under a pointer that goes down on a box half under the bar", () => visit({ width: 360, height: 740, mobile: false }, async (page) => {
  await page.open("?c=skill-subsidy");
  await page.click("person-enterprise-employee");
  await page.waitForPaint();
  const place = () => page.window.run((css) => {
    const [box, bar] = [css, ".bar"].map((one) => document.querySelector(one).getBoundingClientRect());
    return { x: Math.round(box.left + 20), y: Math.round(bar.top - 5), top: box.top, bottom: box.bottom, edge: bar.top };
  }, "[data-test=insured-months-input]");
  // So that ten of its pixels are to be seen.
  await page.window.run((by) => scrollBy(0, by), (await place()).top - (await place()).edge + 10);
  const before = await place();
  assert.ok(before.top < before.y && before.bottom > before.edge, JSON.stringify(before));
  const { driver } = page.window;
  await driver.actions().move({ x: before.x, y: before.y, duration: 0 }).press().perform();
  await page.waitForPaint();
  const after = await place();
  await driver.actions().release().perform();
  assert.equal(await page.window.run(() => document.activeElement.dataset.test), "insured-months-input");
  assert.ok(Math.abs(after.top - before.top) <= BY, `${before.top} → ${after.top}`);
}));
