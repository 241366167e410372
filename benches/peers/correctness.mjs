// Whether the answers are right; nothing is timed, so the peers run side by side.

import { blankedCases, daysAfter, halfFenPremiums, plainCase, shareOf, yuan } from "./cases.mjs";
import { askOnce } from "./process.mjs";

/** How many premiums per rate, each as near to half a 分 as possible. */
const PREMIUMS = 20_000;

/** How many of them for the second way to write the rule. */
const PREMIUMS_IN_FEN = 2_000;

/** The greatest premium, in 分. */
const MOST = 20_000_000;

/** The rates with a size that has each, in thousandths of a per cent. */
export const ratesOf = (figures) => [["large", figures.large], ["small", figures.smaller]]
  .map(([size, percent]) => ({ size, percent, milliPercent: Math.round(percent * 1000) }));

/** Counts a peer's wrong 分 at each rate; `inFen`: it is given, and answers, whole 分. */
export function wrongFen(name, rules, figures, inFen = false) {
  return Promise.all(ratesOf(figures).map(async ({ size, milliPercent }) => {
    const premiums = halfFenPremiums(milliPercent, inFen ? PREMIUMS_IN_FEN : PREMIUMS, MOST);
    const cases = premiums.map((fen) => plainCase(figures, size, inFen ? String(fen) : yuan(fen)));
    const { answers } = await askOnce(name, rules, "answers", { cases });
    const units = inFen ? 1 : 100;
    const isRight = ({ amount }, index) => Math.round(Number(amount) * units) === shareOf(premiums[index], milliPercent);
    return answers.filter((answer, index) => !isRight(answer, index)).length;
  }));
}

/** Counts our wrong 分 over every premium of 0…`MOST`, inside wasm. */
export function wrongOfAll(figures) {
  return Promise.all(ratesOf(figures).map(async ({ size, milliPercent }) => {
    const facts = plainCase(figures, size);
    return (await askOnce("inside:wrong", "", "answers", { cases: [{ facts, most: MOST, milliPercent }] })).answers[0].amount;
  }));
}

/** Counts "eligible" where facts that decide are missing, and the other outcomes. */
export async function blanked(name, rules, figures) {
  const all = blankedCases(figures);
  const { answers } = await askOnce(name, rules, "answers", { cases: all.map(({ facts }) => facts) });
  const undecided = answers.filter((_, index) => !all[index].mayBeEligible);
  const count = (outcome) => undecided.filter((answer) => answer.outcome === outcome).length;
  return {
    cases: undecided.length,
    eligible: count("eligible"),
    ineligible: count("ineligible"),
    undetermined: count("undetermined"),
    error: count("error"),
  };
}

/** Counts the days after the rule's last on which it is applied without a word. */
export async function reused(name, rules, figures) {
  const { answers } = await askOnce(name, rules, "answers", { cases: daysAfter(figures) });
  return answers.filter(({ outcome }) => outcome === "eligible").length;
}
