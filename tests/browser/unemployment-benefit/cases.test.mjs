// Cases of the contract typed into the calculator, and the answer read back from the screen.

import assert from "node:assert/strict";
import { HEADLINES, cases, decided, grouped, showsAmount, showsVerdicts } from "../support/cases.mjs";
import { test } from "../support/engines.mjs";
import { typeUnemploymentBenefit } from "../support/forms.mjs";
import { PHONE, calculator } from "../support/page.mjs";

const visit = calculator();

for (const { id, why, request, expect } of cases.filter((one) => one.id.startsWith("U"))) {
  test(`${id}: ${why}`, () => visit(PHONE, async (page) => {
    await typeUnemploymentBenefit(page, request);
    await page.reads("verdict", HEADLINES[expect.outcome]);
    await showsAmount(page, expect.amount);
    await showsVerdicts(page, "condition", decided(expect));
    if (expect.months === null) return page.expectHidden("gist-months");
    await page.reads("gist-months", `${expect.months} 个月`);
    const rows = await page.window.run(() => (
      [...document.querySelectorAll("[data-test=schedule] tr")]
        // The sheet for the printer has it too.
        .filter((row) => !row.closest(".sheet"))
        .map((row) => [...row.children].map((cell) => cell.textContent.trim()))
    ));
    const words = ({ month, amount }) => [`${month.slice(0, 4)}年${Number(month.slice(5))}月`, `${grouped(amount)} 元`];
    assert.deepEqual(rows.map(([month, amount]) => [month, amount.replace(/\s*未确认$/, "")]), expect.items.map(words));
  }));
}
