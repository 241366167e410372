// The answer to every open case, opened by its link and read back from the screen: the verdict, the amount, each condition
// and each line of the calculation, in each of the page's builds.

import assert from "node:assert/strict";
import { after, before } from "node:test";
import { cases, wengang } from "../../package/package.mjs";
import { sample } from "../../tier.mjs";
import { needing, startBrowser, test } from "../support/engines.mjs";
import { eventually } from "../support/eventually.mjs";
import { DESKTOP, calculator, opened } from "../support/page.mjs";

const visit = calculator();

let browser;
before(async () => { browser = await startBrowser(); });
after(() => browser?.stop());

const CALCULATORS = [...new Set(cases.map(({ request }) => request.calculator))];

const HEADLINES = {
  eligible: "可以申请|算出来了",
  ineligible: "暂不符合|先办失业登记",
  undetermined: "还差一点信息|要请经办机构认定|这个月的费率没有查到",
  closed: "本年度已截止|未收录该年度政策",
};

const SIZES = { large: "大型企业", medium: "中型企业", small: "小型企业", micro: "微型企业" };
const grouped = (amount) => amount.replace(/\B(?=(\d{3})+(?!\d))/g, ",");

/** An amount as the screen shows it. */
function printed(amount) {
  if (amount === null) return undefined;
  const figures = amount.kind === "range" ? [amount.min, amount.max] : [amount.value];
  return `${figures.map(grouped).join(" – ")} 元`;
}

/** A formula's numbers and operators: brackets, bounds and rounding are written in words. */
const signsIn = (formula) => formula?.match(/[\d.]+|[+−×÷]/g).join(" ");

/** A step as the screen shows it: earlier lines are given as their values, and a line without computation has no formula. */
function stepsOf({ steps }) {
  const values = new Map(steps.map(({ id, value }) => [id, value]));
  const filledIn = (formula) => formula.replace(/[a-z][a-z0-9-]*/g, (word) => values.get(word) ?? "");
  return steps.map(({ id, formula, value, unit }) => ({
    id: `step-${id}`,
    signs: formula === value ? undefined : signsIn(filledIn(formula)),
    value: unit === "元" ? `= ${grouped(value)} 元` : `= ${value}${unit}`,
  }));
}

function verdictsOf({ conditions, items = [] }) {
  const rows = (hook, list = []) => list.map(({ id, verdict }) => [`${hook}condition-${id}`, verdict]);
  return Object.fromEntries([...rows("", conditions), ...items.flatMap((item, place) => rows(`item-${place}-`, item.conditions))]);
}

/** What the answer is on the screen. */
const expected = (answer) => ({
  amount: printed(answer.amount),
  verdicts: verdictsOf(answer),
  steps: stepsOf(answer),
});

/** What is read from the screen. */
async function read(page) {
  await page.unfoldCertificates();
  const seen = await page.window.run(() => {
    const card = document.querySelector("#answer");
    const shown = (css) => [...card.querySelectorAll(css)].filter((element) => !element.closest(".sheet"));
    const text = (element) => element?.textContent.replaceAll("\u00a0", " ");
    return {
      amount: text(card.querySelector("[data-test=amount]")) ?? null,
      verdicts: Object.fromEntries(shown("[data-verdict]").map((row) => [row.dataset.test, row.dataset.verdict])),
      steps: shown(".step").map((step) => ({
        id: step.dataset.test,
        formula: text(step.querySelector(".formula")) ?? null,
        value: text(step.querySelector(".value")),
      })),
    };
  });
  const steps = seen.steps.map(({ id, formula, value }) => ({ id, signs: signsIn(formula ?? undefined), value }));
  // After the words that introduce the amount.
  const amount = seen.amount?.match(/[\d,.]+(?: – [\d,.]+)? 元$/)?.[0];
  return { amount, verdicts: seen.verdicts, steps };
}

async function comesOut(page, { id, request }) {
  const answer = wengang.assess(request);
  await page.window.open("about:blank");
  await page.open(wengang.encodeLink(request, { includeNumbers: true }));
  // No text goes from a link into the page.
  for (const rows of ["certificates", "received"]) {
    for (const [place, { occupation }] of (request.facts[rows] ?? []).entries()) {
      const box = `${rows}-${place}-occupation-input`;
      if (await page.shows(box)) await page.fill(box, occupation);
    }
  }
  await eventually(async () => assert.deepEqual(await read(page), expected(answer), id));
  const verdict = await page.text("verdict");
  const headline = request.calculator === "size-class" && answer.result?.size ? SIZES[answer.result.size] : HEADLINES[answer.outcome];
  assert.match(verdict, new RegExp(headline), id);
}

for (const name of CALCULATORS) {
  const of = cases.filter(({ request }) => request.calculator === name);
  test(`${name}: ${of.length} cases read from the screen`, () => visit(DESKTOP, async (page) => {
    for (const found of of) await comesOut(page, found);
  }));
  // The script is made from the same program: what could differ is how it computes, not what.
  const ofScript = of.slice(0, sample(2, of.length));
  needing("answers-of-script", `${name}: ${ofScript.length} cases read from the screen of the program as a script`, async (t) => {
    const page = await opened(t, browser, "", { first: "delete window.WebAssembly;" });
    await page.isReady();
    for (const found of ofScript) await comesOut(page, found);
    assert.ok(page.host.asked.some(({ url }) => /\/fallback-/.test(url)));
  });
}
