// Every case of the contract typed into the real page, and the answer read back from the screen: the verdict, the amount,
// each condition and each line of the calculation, in each of the page's builds.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { nativeAnswers } from "../package/native.mjs";
import { needing } from "./engines.mjs";
import { eventually } from "./eventually.mjs";
import { typePremium, typeRefund, typeSizeClass, typeSkillSubsidy, typeUnemploymentBenefit } from "./forms.mjs";
import { DESKTOP, PHONE, calculator } from "./page.mjs";

const visit = calculator();
const cases = JSON.parse(readFileSync(new URL("../cases/open.json", import.meta.url), "utf8"));

const HEADLINES = {
  eligible: "可以申请",
  ineligible: "暂不符合",
  undetermined: /还差一点信息|要请经办机构认定/,
  closed: /本年度已截止|未收录该年度政策/,
};
const SIZES = { large: "大型企业", medium: "中型企业", small: "小型企业", micro: "微型企业" };

const headline = {
  refund: ({ outcome }) => HEADLINES[outcome],
  "skill-subsidy": ({ outcome }) => HEADLINES[outcome],
  premium: ({ outcome }) => (outcome === "eligible" ? "算出来了" : "这个月的费率没有查到"),
  "unemployment-benefit": ({ outcome }) => HEADLINES[outcome],
  "size-class": ({ size }) => SIZES[size],
};

const grouped = (amount) => amount.replace(/\B(?=(\d{3})+(?!\d))/g, ",");

/** What stands on the screen for an amount. */
const printed = ({ min, max, value }) => (max ? `${grouped(min)} – ${grouped(max)} 元` : `${grouped(value)} 元`);

async function showsAmount(page, amount) {
  if (amount === null) await page.lacks("amount");
  else await page.reads("amount", new RegExp(`${printed(amount).replace(/[.]/g, "\\.")}$`));
}

/** The verdict of each condition on the screen, by its hook. */
const verdictsOn = (page) => page.window.run(() => Object.fromEntries(
  [...document.querySelectorAll("[data-verdict]")].map((row) => [row.dataset.test, row.dataset.verdict]),
));

function verdictsOf({ conditions, items = [] }) {
  const rows = (hook, list = []) => list.map(({ id, verdict }) => [`${hook}condition-${id}`, verdict]);
  return Object.fromEntries([...rows("", conditions), ...items.flatMap((item, index) => rows(`item-${index}-`, item.conditions))]);
}

/** The lines of the calculation on the screen: the line above the value is left out where nothing is computed. */
const stepsOn = (page) => page.window.run(() => (
  [...document.querySelectorAll(".steps .step")].map((step) => {
    const read = (css) => step.querySelector(css)?.textContent ?? null;
    return { formula: read(".formula"), value: read(".value") };
  })
));

/** A step's numbers and signs: an earlier line stands as its value, and brackets, bounds and rounding are said in words. */
function stepsOf({ steps }) {
  const values = new Map(steps.map(({ id, value }) => [id, value]));
  return steps.map(({ formula, value, unit }) => ({
    formula: formula === value ? null : signsIn(formula.replace(/[a-z][a-z0-9-]*/g, (word) => values.get(word) ?? "")),
    value: unit === "元" ? `= ${grouped(value)} 元` : `= ${value}${unit}`,
  }));
}

const signsIn = (formula) => formula.match(/[\d.]+|[+−×÷]/g).join(" ");

/** Asserts that the screen shows the conditions and the calculation of the native program's answer. */
async function showsReasons(page, answer) {
  await eventually(async () => {
    assert.deepEqual(await verdictsOn(page), verdictsOf(answer));
    const steps = await stepsOn(page);
    assert.deepEqual(steps.map(({ formula, value }) => ({ formula: formula && signsIn(formula), value })), stepsOf(answer));
  });
}

/** What else a calculator shows. */
const shows = {
  async refund() {},
  async "skill-subsidy"(page, { planSize }) {
    for (let place = 0; place < planSize; place += 1) assert.ok(await page.shows(`plan-${place}`));
    assert.ok(!await page.shows(`plan-${planSize}`));
  },
  async premium(page, { result }) {
    if (!result) return;
    for (const part of ["employer", "employee", "total", "statutory", "saved"]) {
      await page.reads(`monthly-${part}`, `${grouped(result[`${part}Monthly`])} 元`);
    }
  },
  async "unemployment-benefit"(page, { months, items }) {
    if (months === null) return page.lacks("months");
    await page.reads("months", `${months} 个月`);
    const rows = await page.window.run(() => (
      [...document.querySelectorAll("[data-test=schedule] tr")]
        // The sheet for the printer has it too.
        .filter((row) => !row.closest(".sheet"))
        .map((row) => [...row.children].map((cell) => cell.textContent.trim()))
    ));
    const words = ({ month, amount }) => [`${month.slice(0, 4)}年${Number(month.slice(5))}月`, `${grouped(amount)} 元`];
    assert.deepEqual(rows.map(([month, amount]) => [month, amount.replace(/\s*未确认$/, "")]), items.map(words));
  },
  async "size-class"() {},
};

const type = {
  refund: typeRefund,
  "skill-subsidy": typeSkillSubsidy,
  premium: typePremium,
  "unemployment-benefit": typeUnemploymentBenefit,
  "size-class": typeSizeClass,
};

const SCREENS = { "skill-subsidy": DESKTOP, "size-class": DESKTOP };

const native = (request) => JSON.parse(nativeAnswers([JSON.stringify(request)])[0]);

/** What stands in the way of a certificate that lacks nothing: the page asks for none then, and shows only this. */
function ruledOut({ asOf, ...request }, facts) {
  const certificates = [{ occupation: "-", level: 5, kind: "skill-level", issuedOn: asOf }];
  const { items: [{ conditions }] } = native({ ...request, asOf, facts: { ...facts, certificates } });
  return { conditions: conditions.filter(({ verdict }) => verdict === "unmet"), steps: [] };
}

/** Types a case and reads its answer. */
async function comesOut(page, { request, expect }) {
  const { calculator: name } = request;
  // What can no longer matter is not asked: the page's answer is that to what it was told.
  const facts = await type[name](page, request);
  const isRuledOut = facts.certificates?.length < request.facts.certificates?.length;
  const answer = isRuledOut ? ruledOut(request, facts) : native({ ...request, facts });
  await page.reads("verdict", headline[name](expect));
  const amount = "total" in expect ? expect.total && { value: expect.total } : expect.amount;
  await showsAmount(page, amount ?? null);
  await showsReasons(page, answer);
  await shows[name](page, expect);
}

for (const found of cases) {
  const { id, why, request } = found;
  const screen = SCREENS[request.calculator] ?? PHONE;
  test(`${id}: ${why}`, () => visit(screen, (page) => comesOut(page, found)));
  needing("cases-as-script", `${id} by the program as a script`, () => (
    visit({ ...screen, first: "delete window.WebAssembly;" }, async (page) => {
      await comesOut(page, found);
      assert.ok(page.host.asked.some(({ url }) => /\/fallback-/.test(url)));
    })
  ));
}
