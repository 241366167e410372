// The day on which an answer is given: Beijing's, and how long ago the rules were checked.

import assert from "node:assert/strict";
import { test } from "../support/engines.mjs";
import { PHONE, calculator } from "../support/page.mjs";

const visit = calculator();

for (const timezone of ["Pacific/Kiritimati", "America/New_York", "Asia/Shanghai"]) {
  test(`today is Beijing's day on a device in ${timezone}`, () => visit({ ...PHONE, timezone }, async (page) => {
    assert.equal(await page.window.run(() => Intl.DateTimeFormat().resolvedOptions().timeZone), timezone);
    await page.open("?c=refund");
    const today = new Date(Date.now() + 8 * 3600 * 1000).toISOString().slice(0, 10).split("-").map(Number);
    const shown = await page.attribute("as-of-input", "placeholder");
    assert.match(shown, new RegExp(`${today[0]}年${today[1]}月${today[2]}日`));
  }));
}

test("a rule that was checked long ago warns", () => visit(PHONE, async (page) => {
  await page.click("task-refund");
  await page.expectHidden("stale");
  // A year on, by the browser's own clock.
  page.host.first += "const now = Date.now; Date.now = () => now() + 200 * 86400000;";
  await page.open("?c=unemployment-benefit");
  await page.reads("stale", /规则核对日期是.*已经过去半年多/);
}));
