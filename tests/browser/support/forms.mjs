// Types a case of the contract into the page as a person would, question by question.

import assert from "node:assert/strict";
import { eventually } from "./eventually.mjs";

/** Answers the radio buttons and boxes of a question. */
async function choose(page, question, codes) {
  for (const code of [codes].flat()) await page.click(`${question}-${code}`);
}

const yesNo = (value) => (value ? "yes" : "no");

/** The answer by which a class is picked: which of the smaller ones it is does not matter, and is not asked. */
export const sizeMark = (size) => (["medium", "small", "micro"].includes(size) ? "not-large" : size ?? "unknown");

/** The answer by which a certificate's kind is picked: whether it is one of the two that count. */
const kindMark = (kind) => (["vocational-qualification", "skill-level", "either"].includes(kind) ? "either" : "neither");

/** The marks of the lists that an employer is in. */
function creditMarks({ creditListings = [], zombie }) {
  const marks = [...creditListings, ...(zombie ? ["zombie"] : [])];
  return marks.length > 0 ? marks : "none";
}

/** Opens the refund calculator as of a day and types the facts; what is left out is answered 不清楚. */
export async function typeRefund(page, { asOf, facts }) {
  await page.click("task-refund");
  await fillRefund(page, { asOf, facts });
}

/** Types the facts into the refund calculator that is open. */
export async function fillRefund(page, { asOf, facts }) {
  await page.fill("as-of-input", asOf);
  const number = (question, value) => (
    value === undefined ? page.click(`${question}-unknown`) : page.fill(`${question}-input`, String(value))
  );
  const questions = [
    ["applicant", () => choose(page, "applicant", facts.applicant ?? "unknown")],
    ["size", () => choose(page, "size", sizeMark(facts.size))],
    ["average-insured", () => number("average-insured", facts.averageInsured)],
    ["benefit-drawers", () => number("benefit-drawers", facts.benefitDrawers)],
    ["fully-paid-months", () => number("fully-paid-months", facts.fullyPaidMonths)],
    ["premium-paid", () => number("premium-paid", facts.premiumPaid)],
    ["credit-listings", () => choose(page, "credit-listings", creditMarks(facts))],
  ];
  // A question that can no longer matter is not asked.
  for (const [question, answer] of questions) if (await page.shows(question)) await answer();
}

/** The only certificate is not asked for it. */
async function typeOccupation(page, place, { occupation }) {
  const box = `certificates-${place}-occupation-input`;
  if (await page.shows(box)) await page.fill(box, occupation);
}

async function typeCertificate(page, place, certificate) {
  const row = `certificates-${place}`;
  await typeOccupation(page, place, certificate);
  await page.click(`${row}-level-${certificate.level}`);
  await page.click(`${row}-kind-${kindMark(certificate.kind)}`);
  await page.fill(`${row}-issued-on-input`, certificate.issuedOn);
  if (certificate.urgentShortage) await page.click(`${row}-urgent-shortage-yes`);
}

async function typeReceived(page, place, received) {
  const row = `received-${place}`;
  await page.fill(`${row}-occupation-input`, received.occupation);
  await page.click(`${row}-level-${received.level}`);
  await page.fill(`${row}-received-on-input`, received.receivedOn);
}

/** Opens the skill-subsidy calculator as of a day and types the facts. */
export async function typeSkillSubsidy(page, { asOf, facts }) {
  await page.click("task-skill-subsidy");
  await page.fill("as-of-input", asOf);
  await page.click(`person-${facts.person}`);
  await page.fill("insured-months-input", String(facts.insuredMonths));
  // Whom the rule does not reach is asked for no certificate.
  const isAsked = await eventually(async () => {
    if (await page.shows("certificates")) return true;
    assert.doesNotMatch(await page.text("verdict"), /还差一点信息/);
    return false;
  });
  if (!isAsked) return;
  for (const place of facts.certificates.keys()) if (place > 0) await page.click("certificates-add");
  for (const [place, certificate] of facts.certificates.entries()) await typeCertificate(page, place, certificate);
  if (!facts.received?.length) return;
  await page.click("received-yes");
  await page.find("received-0");
  await typeOccupation(page, 0, facts.certificates[0]);
  for (const [place, received] of facts.received.entries()) {
    if (place > 0) await page.click("received-add");
    await typeReceived(page, place, received);
  }
}

/** Types a text into a box, or says 不清楚 where the case leaves it out. */
async function typeOrUnknown(page, question, value) {
  if (value === undefined) await page.click(`${question}-unknown`);
  else await page.fill(`${question}-input`, String(value));
}

/** Opens the premium calculator and types the facts; the month is the day's where the case leaves it out. */
export async function typePremium(page, { asOf, facts }) {
  await page.click("task-premium");
  await page.fill("month-input", facts.month ?? asOf.slice(0, 7));
  // Where the month's rate is not known, the wage is not asked.
  if (await page.shows("monthly-wage")) await typeOrUnknown(page, "monthly-wage", facts.monthlyWage);
  if (facts.headcount !== undefined) await page.fill("headcount-input", String(facts.headcount));
  if (facts.months !== undefined) await page.fill("months-input", String(facts.months));
}

/** Opens the benefit calculator and types the facts. */
export async function typeUnemploymentBenefit(page, { asOf, facts }) {
  await page.click("task-unemployment-benefit");
  await choose(page, "region", facts.region ?? "unknown");
  await typeOrUnknown(page, "insured-months", facts.insuredMonths);
  // With too few months insured only the unused months are asked; they open the other questions again.
  if (facts.unusedMonths && !await page.shows("separation")) await page.fill("unused-months-input", String(facts.unusedMonths));
  if (await page.shows("separation")) await choose(page, "separation", facts.separation ?? "unknown");
  if (await page.shows("registered")) await choose(page, "registered", yesNo(facts.registered));
  if (facts.unusedMonths !== undefined && await page.shows("unused-months")) {
    await page.fill("unused-months-input", String(facts.unusedMonths));
  }
  if (facts.reemployedUnderOneYear !== undefined && await page.shows("reemployed-under-one-year")) {
    await choose(page, "reemployed-under-one-year", yesNo(facts.reemployedUnderOneYear));
  }
  if (await page.shows("first-month")) await page.fill("first-month-input", facts.firstMonth ?? asOf.slice(0, 7));
}

/** Opens the size class's check and types the facts. */
export async function typeSizeClass(page, { facts }) {
  await page.open("?c=size-class");
  await choose(page, "industry", facts.industry ?? "unknown");
  for (const indicator of ["employees", "revenue", "assets"]) {
    if (facts[indicator] !== undefined) await page.fill(`${indicator}-input`, String(facts[indicator]));
  }
}

async function typeHire(page, place, hire) {
  const row = `hires-${place}`;
  await page.click(`${row}-kind-${hire.kind}`);
  await page.fill(`${row}-hired-on-input`, hire.hiredOn);
  const flag = (field, value) => page.click(`${row}-${field}-${value === undefined ? "unknown" : yesNo(value)}`);
  await flag("contract", hire.contract);
  if (hire.paidMonths === undefined) await page.click(`${row}-paid-months-unknown`);
  else await page.fill(`${row}-paid-months-input`, String(hire.paidMonths));
  await flag("still-insured", hire.stillInsured);
  await flag("used-before", hire.usedBefore);
}

/** Opens the hiring subsidy's calculator as of a day and types the facts. */
export async function typeHiringSubsidy(page, { asOf, facts }) {
  await page.open("?c=hiring-subsidy");
  await page.click("basis-change");
  await page.fill("as-of-input", asOf);
  await choose(page, "applicant", facts.applicant ?? "unknown");
  for (const [place, hire] of facts.hires.entries()) {
    if (place > 0) await page.click("hires-add");
    await typeHire(page, place, hire);
  }
}
