// Types a case of the contract into the page as a person would, question by question.

import assert from "node:assert/strict";
import { eventually } from "./eventually.mjs";

/** Answers the radio buttons and boxes of a question. */
async function choose(page, question, codes) {
  for (const code of [codes].flat()) await page.click(`${question}-${code}`);
}

const yesNo = (value) => (value ? "yes" : "no");

/** Answers the questions that are asked now: one that can no longer matter is not. Returns the facts that were told. */
async function answer(page, facts, questions) {
  const told = {};
  for (const [question, fact, type] of questions) {
    if (!await page.shows(question)) continue;
    await type();
    if (facts[fact] !== undefined) told[fact] = facts[fact];
  }
  return told;
}

/** Opens the refund calculator as of a day and types the facts; what is left out is answered 不清楚. */
export async function typeRefund(page, { asOf, facts }) {
  await page.click("role-other");
  return fillRefund(page, { asOf, facts });
}

/** Types the facts into the refund calculator that is open. */
export async function fillRefund(page, { asOf, facts }) {
  await page.fill("as-of-input", asOf);
  const number = (question, value) => typeOrUnknown(page, question, value);
  return answer(page, facts, [
    ["applicant", "applicant", () => choose(page, "applicant", facts.applicant ?? "unknown")],
    ["size", "size", () => choose(page, "size", facts.size ?? "unknown")],
    ["average-insured", "averageInsured", () => number("average-insured", facts.averageInsured)],
    ["benefit-drawers", "benefitDrawers", () => number("benefit-drawers", facts.benefitDrawers)],
    ["fully-paid-months", "fullyPaidMonths", () => number("fully-paid-months", facts.fullyPaidMonths)],
    ["premium-paid", "premiumPaid", () => number("premium-paid", facts.premiumPaid)],
    ["credit-listings", "creditListings", () => choose(page, "credit-listings", facts.creditListings?.length ? facts.creditListings : "none")],
    ["zombie", "zombie", () => choose(page, "zombie", yesNo(facts.zombie))],
  ]);
}

async function typeCertificate(page, place, certificate) {
  const row = `certificate-${place}`;
  await page.fill(`${row}-occupation-input`, certificate.occupation);
  await page.click(`${row}-level-${certificate.level}`);
  await page.click(`${row}-kind-${certificate.kind}`);
  await page.fill(`${row}-issued-on-input`, certificate.issuedOn);
  if (certificate.urgentShortage) await page.click(`${row}-urgent-yes`);
}

async function typeReceived(page, place, received) {
  const row = `received-${place}`;
  await page.fill(`${row}-occupation-input`, received.occupation);
  await page.click(`${row}-level-${received.level}`);
  await page.fill(`${row}-received-on-input`, received.receivedOn);
}

/** Opens the skill-subsidy calculator as of a day and types the facts. Returns those that were asked. */
export async function typeSkillSubsidy(page, { asOf, facts }) {
  await page.click("role-employee");
  await page.fill("as-of-input", asOf);
  await page.click(`person-${facts.person}`);
  await page.fill("insured-months-input", String(facts.insuredMonths));
  // Whom the rule does not reach is asked for no certificate.
  const isAsked = await eventually(async () => {
    if (await page.shows("certificates")) return true;
    assert.doesNotMatch(await page.text("verdict"), /还差一点信息/);
    return false;
  });
  const { person, insuredMonths, certificates, received } = facts;
  if (!isAsked) return { person, insuredMonths, certificates: [] };
  for (const [place, certificate] of certificates.entries()) {
    if (place > 0) await page.click("certificate-add");
    await typeCertificate(page, place, certificate);
  }
  if (!received?.length) return { person, insuredMonths, certificates };
  await page.click("received-yes");
  for (const [place, one] of received.entries()) {
    if (place > 0) await page.click("received-add");
    await typeReceived(page, place, one);
  }
  return { person, insuredMonths, certificates, received };
}

/** Types a text into a box, or says 不清楚 where the case leaves it out. */
async function typeOrUnknown(page, question, value) {
  if (value === undefined) await page.click(`${question}-unknown`);
  else await page.fill(`${question}-input`, String(value));
}

/** Types a number into its box, which is not always asked. */
const typed = (page, question, fact, facts) => [question, fact, () => page.fill(`${question}-input`, String(facts[fact]))];

/** Opens the premium calculator and types the facts; the month is the day's where the case leaves it out. */
export async function typePremium(page, { asOf, facts }) {
  await page.click("premium");
  const told = { month: asOf.slice(0, 7), ...facts };
  await page.fill("month-input", told.month);
  return {
    month: told.month,
    // Where the month's rate is not known, the wage is not asked.
    ...await answer(page, told, [
      ["monthly-wage", "monthlyWage", () => typeOrUnknown(page, "monthly-wage", facts.monthlyWage)],
      ...["headcount", "months"].filter((fact) => fact in facts).map((fact) => typed(page, fact, fact, facts)),
    ]),
  };
}

/** Opens the benefit calculator and types the facts. */
export async function typeUnemploymentBenefit(page, { asOf, facts }) {
  await page.click("unemployment-benefit");
  const told = { firstMonth: asOf.slice(0, 7), ...facts };
  const unused = facts.unusedMonths === undefined ? [] : [typed(page, "unused-months", "unusedMonths", facts)];
  const before = await answer(page, told, [
    ["region", "region", () => choose(page, "region", facts.region ?? "unknown")],
    ["benefit-insured-months", "insuredMonths", () => typeOrUnknown(page, "benefit-insured-months", facts.insuredMonths)],
  ]);
  // With too few months insured only the unused months are asked; they open the rest again.
  const early = facts.unusedMonths && !await page.shows("separation") ? await answer(page, told, unused) : {};
  return { ...before, ...early, ...await answer(page, told, [
    ["separation", "separation", () => choose(page, "separation", facts.separation ?? "unknown")],
    ["registered", "registered", () => choose(page, "registered", yesNo(facts.registered))],
    ...unused,
    ...("reemployedUnderOneYear" in facts
      ? [["reemployed", "reemployedUnderOneYear", () => choose(page, "reemployed", yesNo(facts.reemployedUnderOneYear))]] : []),
    ["first-month", "firstMonth", () => page.fill("first-month-input", told.firstMonth)],
  ]) };
}

/** Opens the size class's check and types the facts. */
export async function typeSizeClass(page, { facts }) {
  await page.click("size-class");
  await choose(page, "industry", facts.industry ?? "unknown");
  for (const indicator of ["employees", "revenue", "assets"]) {
    if (facts[indicator] !== undefined) await page.fill(`${indicator}-input`, String(facts[indicator]));
  }
  return facts;
}
