// Cases of the contract typed into the calculator, and the answer read back from the screen.

import assert from "node:assert/strict";
import { HEADLINES, caseOf, showsAmount, showsVerdicts } from "../support/cases.mjs";
import { test } from "../support/engines.mjs";
import { typeSkillSubsidy } from "../support/forms.mjs";
import { DESKTOP, calculator } from "../support/page.mjs";

const visit = calculator();

for (const id of ["S01", "S03", "S04", "S06", "S07", "S09", "S13", "S16", "S17", "S19"]) {
  const { why, request, expect } = caseOf(id);
  test(`${id}: ${why}`, () => visit(DESKTOP, async (page) => {
    await typeSkillSubsidy(page, request);
    await page.reads("verdict", HEADLINES[expect.outcome]);
    await showsAmount(page, expect.total);
    await page.unfoldCertificates();
    for (const [index, item] of expect.items.entries()) {
      await showsVerdicts(page, `item-${index}-condition`, item.verdicts);
    }
    // The sheet for the printer has the plan too.
    await page.waitForIdle();
    for (let place = 0; place < expect.planSize; place += 1) assert.ok(await page.shows(`plan-${place}`));
    assert.ok(!await page.shows(`plan-${expect.planSize}`));
  }));
}
