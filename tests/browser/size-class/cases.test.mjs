// Cases of the contract typed into the calculator, and the answer read back from the screen.

import { SIZES, cases } from "../support/cases.mjs";
import { test } from "../support/engines.mjs";
import { typeSizeClass } from "../support/forms.mjs";
import { DESKTOP, calculator } from "../support/page.mjs";

const visit = calculator();

for (const { id, why, request, expect } of cases.filter((one) => one.id.startsWith("Z"))) {
  test(`${id}: ${why}`, () => visit(DESKTOP, async (page) => {
    await typeSizeClass(page, request);
    await page.reads("verdict", SIZES[expect.size]);
  }));
}
