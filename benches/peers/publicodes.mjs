// publicodes: two evaluations per answer, as its documentation suggests for a verdict and an amount; each has its
// explanation.

import { readFileSync } from "node:fs";
import { library } from "./library.mjs";

const APPLICATION_DAY = /^(\d+)-(\d+)-(\d+)$/u;

export function open(rules) {
  const { default: Engine } = library("publicodes");
  const engine = new Engine(JSON.parse(readFileSync(new URL("publicodes.json", rules))), {
    logger: { log() {}, warn() {}, error() {} },
  });
  return {
    prepare: situation,
    evaluate(facts) {
      engine.setSituation(facts);
      return { eligible: engine.evaluate("refund . eligible"), amount: engine.evaluate("refund . amount") };
    },
    read({ eligible, amount }) {
      const outcome = { true: "eligible", false: "ineligible", null: "ineligible" }[eligible.nodeValue];
      return { outcome: outcome ?? "undetermined", amount: amount.nodeValue ?? null };
    },
  };
}

function situation(facts) {
  const yes = (value) => value === undefined ? undefined : value ? "oui" : "non";
  const word = (value) => value === undefined ? undefined : `'${value}'`;
  const all = {
    "employer . applicant": word(facts.applicant),
    "employer . size": word(facts.size),
    "employer . day of application": facts.asOf?.replace(APPLICATION_DAY, "$3/$2/$1"),
    "employer . average insured": facts.averageInsured && Number(facts.averageInsured),
    "employer . benefit drawers": facts.benefitDrawers,
    "employer . months paid": facts.fullyPaidMonths,
    "employer . premium": facts.premiumPaid && Number(facts.premiumPaid),
    "employer . on a credit list": yes(facts.creditListings && facts.creditListings.length > 0),
    "employer . zombie": yes(facts.zombie),
  };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined));
}
