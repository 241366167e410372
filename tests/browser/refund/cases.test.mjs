// Cases of the contract typed into the real page, and the answer read back from the screen.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { typePremium, typeRefund, typeSizeClass, typeSkillSubsidy, typeUnemploymentBenefit } from "../support/forms.mjs";
import { DESKTOP, PHONE, calculator } from "../support/page.mjs";

const visit = calculator();
const open = JSON.parse(readFileSync(new URL("../../cases/open.json", import.meta.url), "utf8"));
const byId = (id) => open.find((found) => found.id === id);

const HEADLINES = {
  eligible: "可以申请",
  ineligible: "暂不符合",
  undetermined: /还差一点信息|要请经办机构认定/,
  closed: /本年度已截止|未收录该年度政策/,
};

const grouped = (amount) => amount.replace(/\B(?=(\d{3})+(?!\d))/g, ",");

/** What stands on the screen for an amount. */
function printed(amount) {
  if (amount === null) return undefined;
  const { min = amount, max } = typeof amount === "object" ? { min: amount.min ?? amount.value, max: amount.max } : {};
  return max ? `${grouped(min)} – ${grouped(max)} 元` : `${grouped(min)} 元`;
}

async function showsAmount(page, amount) {
  if (printed(amount) === undefined) await page.lacks("amount");
  else await page.reads("amount", new RegExp(`${printed(amount).replace(/[.]/g, "\\.")}$`));
}

async function showsVerdicts(page, prefix, verdicts) {
  for (const [id, verdict] of Object.entries(verdicts)) {
    assert.equal(await page.attribute(`${prefix}-${id}`, "data-verdict"), verdict, id);
  }
}

for (const id of ["R01", "R02", "R04", "R06", "R08", "R11", "R12", "R14", "R17", "R19", "R20"]) {
  const { why, request, expect } = byId(id);
  test(`${id}: ${why}`, () => visit(PHONE, async (page) => {
    await typeRefund(page, request);
    await page.reads("verdict", HEADLINES[expect.outcome]);
    await showsAmount(page, expect.amount);
    // What was not asked any more is unknown on the screen, so only the deciding verdicts are the case's.
    const decided = Object.entries(expect.verdicts).filter(([, verdict]) => expect.outcome !== "ineligible" || verdict === "unmet");
    await showsVerdicts(page, "condition", Object.fromEntries(decided));
  }));
}

for (const id of ["S01", "S03", "S04", "S06", "S07", "S09", "S13", "S16", "S17", "S19"]) {
  const { why, request, expect } = byId(id);
  test(`${id}: ${why}`, () => visit(DESKTOP, async (page) => {
    await typeSkillSubsidy(page, request);
    await page.reads("verdict", HEADLINES[expect.outcome]);
    await showsAmount(page, expect.total);
    await page.unfoldCertificates();
    for (const [index, item] of expect.items.entries()) {
      await showsVerdicts(page, `item-${index}-condition`, item.verdicts);
    }
    // The sheet for the printer has the plan too.
    await page.told();
    for (let place = 0; place < expect.planSize; place += 1) assert.ok(await page.shows(`plan-${place}`));
    assert.ok(!await page.shows(`plan-${expect.planSize}`));
  }));
}

const SIZES = { large: "大型企业", medium: "中型企业", small: "小型企业", micro: "微型企业" };

const startingWith = (letter) => open.filter(({ id }) => id.startsWith(letter));

for (const { id, why, request, expect } of startingWith("P")) {
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

for (const { id, why, request, expect } of startingWith("U")) {
  test(`${id}: ${why}`, () => visit(PHONE, async (page) => {
    await typeUnemploymentBenefit(page, request);
    await page.reads("verdict", HEADLINES[expect.outcome]);
    await showsAmount(page, expect.amount);
    const decided = Object.entries(expect.verdicts).filter(([, verdict]) => expect.outcome !== "ineligible" || verdict === "unmet");
    await showsVerdicts(page, "condition", Object.fromEntries(decided));
    if (expect.months === null) return page.lacks("months");
    await page.reads("months", `${expect.months} 个月`);
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

for (const { id, why, request, expect } of startingWith("Z")) {
  test(`${id}: ${why}`, () => visit(DESKTOP, async (page) => {
    await typeSizeClass(page, request);
    await page.reads("verdict", SIZES[expect.size]);
  }));
}
