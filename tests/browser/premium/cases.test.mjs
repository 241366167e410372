// Cases of the contract typed into the calculator, and the answer read back from the screen.

import { cases, grouped, showsAmount } from "../support/cases.mjs";
import { test } from "../support/engines.mjs";
import { typePremium } from "../support/forms.mjs";
import { PHONE, calculator } from "../support/page.mjs";

const visit = calculator();

for (const { id, why, request, expect } of cases.filter((one) => one.id.startsWith("P"))) {
  test(`${id}: ${why}`, () => visit(PHONE, async (page) => {
    await typePremium(page, request);
    await page.reads("verdict", expect.outcome === "eligible" ? "算出来了" : "这个月的费率没有查到");
    await showsAmount(page, expect.amount);
    if (!expect.result) return;
    for (const part of ["employer", "employee", "total", "statutory", "saved"]) {
      await page.reads(`monthly-${part}`, `${grouped(expect.result[`${part}Monthly`])} 元`);
    }
  }));
}
