// The shared cases of the contract, and how the page shows their answers.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";

/** All cases whose answers are published with them. */
export const cases = JSON.parse(readFileSync(new URL("../../cases/open.json", import.meta.url), "utf8"));

export const caseOf = (id) => cases.find((found) => found.id === id);
export const requestOf = (id) => caseOf(id).request;

/** The verdict in words, by the outcome. */
export const HEADLINES = {
  eligible: "可以申请",
  ineligible: "暂不符合",
  undetermined: /还差一点信息|要请经办机构认定/,
  closed: /本年度已截止|未收录该年度政策/,
};

export const SIZES = { large: "大型企业", medium: "中型企业", small: "小型企业", micro: "微型企业" };

export const grouped = (amount) => amount.replace(/\B(?=(\d{3})+(?!\d))/g, ",");

/** An amount as the page shows it. */
function printed(amount) {
  if (amount === null) return undefined;
  const { min = amount, max } = typeof amount === "object" ? { min: amount.min ?? amount.value, max: amount.max } : {};
  return max ? `${grouped(min)} – ${grouped(max)} 元` : `${grouped(min)} 元`;
}

/** Asserts that the page shows this amount, or none. */
export async function showsAmount(page, amount) {
  if (printed(amount) === undefined) await page.expectHidden("amount");
  else await page.reads("amount", new RegExp(`${printed(amount).replace(/[.]/g, "\\.")}$`));
}

/** Asserts the verdicts of the conditions whose names begin with `prefix`. */
export async function showsVerdicts(page, prefix, verdicts) {
  for (const [id, verdict] of Object.entries(verdicts)) {
    assert.equal(await page.attribute(`${prefix}-${id}`, "data-verdict"), verdict, id);
  }
}

/** The verdicts that decide a case: the page asks nothing more once one is not met, so the others are unknown to it. */
export const decided = ({ outcome, verdicts }) => (
  Object.fromEntries(Object.entries(verdicts).filter(([, verdict]) => outcome !== "ineligible" || verdict === "unmet"))
);

/** Several hires: two that are paid, and one of whom something is not known. The shared cases have none. */
export const HIRES = {
  calculator: "hiring-subsidy",
  asOf: "2026-11-29",
  facts: {
    applicant: "enterprise",
    hires: [
      { kind: "graduate-this-year", hiredOn: "2026-07-01", contract: true, paidMonths: 4, stillInsured: true, usedBefore: false },
      { kind: "registered-youth", hiredOn: "2026-03-02", contract: true, paidMonths: 8, stillInsured: true, usedBefore: false },
      { kind: "registered-youth", hiredOn: "2026-05-06", contract: true, stillInsured: true },
    ],
  },
};
