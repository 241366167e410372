// @gorules/zen-engine: its native engine in Node, with the trace on; it computes in decimals.

import { readFileSync } from "node:fs";
import { library } from "./library.mjs";

export function open(rules) {
  const { ZenEngine } = library("@gorules/zen-engine");
  const decision = new ZenEngine().createDecision(readFileSync(new URL("zen.json", rules)));
  const evaluate = (facts) => decision.evaluate(facts, { trace: true });
  return {
    prepare({ averageInsured, premiumPaid, ...facts }) {
      const numbers = { averageInsured, premiumPaid };
      for (const name in numbers) if (numbers[name] !== undefined) facts[name] = Number(numbers[name]);
      return facts;
    },
    evaluate,
    // All at once: its threads share them out.
    many: (rows) => Promise.all(rows.map(evaluate)),
    read: ({ result }) => ({ outcome: result.eligible ? "eligible" : "ineligible", amount: result.refund ?? null }),
  };
}
