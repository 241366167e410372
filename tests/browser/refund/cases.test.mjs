// Cases of the contract typed into the calculator, and the answer read back from the screen.

import { HEADLINES, caseOf, decided, showsAmount, showsVerdicts } from "../support/cases.mjs";
import { test } from "../support/engines.mjs";
import { typeRefund } from "../support/forms.mjs";
import { PHONE, calculator } from "../support/page.mjs";

const visit = calculator();

for (const id of ["R01", "R02", "R04", "R06", "R08", "R11", "R12", "R14", "R17", "R19", "R20"]) {
  const { why, request, expect } = caseOf(id);
  test(`${id}: ${why}`, () => visit(PHONE, async (page) => {
    await typeRefund(page, request);
    await page.reads("verdict", HEADLINES[expect.outcome]);
    await showsAmount(page, expect.amount);
    await showsVerdicts(page, "condition", decided(expect));
  }));
}
