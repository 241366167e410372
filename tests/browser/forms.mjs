// Types a case of the contract into the page as a person would, question by question.

/** Answers the radio buttons and boxes of a question. */
async function choose(page, question, codes) {
  for (const code of [codes].flat()) await page.click(`${question}-${code}`);
}

const yesNo = (value) => (value ? "yes" : "no");

/** Opens the refund calculator as of a day and types the facts; what is left out is answered 不清楚. */
export async function typeRefund(page, { asOf, facts }) {
  await page.click("role-other");
  await page.fill("as-of-input", asOf);
  const number = (question, value) => (
    value === undefined ? page.click(`${question}-unknown`) : page.fill(`${question}-input`, String(value))
  );
  const questions = [
    ["applicant", () => choose(page, "applicant", facts.applicant ?? "unknown")],
    ["size", () => choose(page, "size", facts.size ?? "unknown")],
    ["average-insured", () => number("average-insured", facts.averageInsured)],
    ["benefit-drawers", () => number("benefit-drawers", facts.benefitDrawers)],
    ["fully-paid-months", () => number("fully-paid-months", facts.fullyPaidMonths)],
    ["premium-paid", () => number("premium-paid", facts.premiumPaid)],
    ["credit-listings", () => choose(page, "credit-listings", facts.creditListings?.length ? facts.creditListings : "none")],
    ["zombie", () => choose(page, "zombie", yesNo(facts.zombie))],
  ];
  // A question that can no longer matter is not asked.
  for (const [question, answer] of questions) if (await page.shows(question)) await answer();
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

/** Opens the skill-subsidy calculator as of a day and types the facts. */
export async function typeSkillSubsidy(page, { asOf, facts }) {
  await page.click("role-employee");
  await page.fill("as-of-input", asOf);
  await page.click(`person-${facts.person}`);
  await page.fill("insured-months-input", String(facts.insuredMonths));
  if (!await page.shows("certificates")) return;
  for (const [place, certificate] of facts.certificates.entries()) {
    if (place > 0) await page.click("certificate-add");
    await typeCertificate(page, place, certificate);
  }
  if (!facts.received?.length) return;
  await page.click("received-yes");
  for (const [place, received] of facts.received.entries()) {
    if (place > 0) await page.click("received-add");
    await typeReceived(page, place, received);
  }
}
