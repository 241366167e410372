// json-rules-engine: eligibility only, since it computes no amounts; the results carry every condition with its value.

import { readFileSync } from "node:fs";
import { library } from "./library.mjs";

export function open(rules) {
  const { Engine } = library("json-rules-engine");
  const rule = JSON.parse(readFileSync(new URL("json-rules-engine.json", rules)));
  const build = () => {
    const engine = new Engine([rule]);
    engine.addFact("layoffPercent", async (_, facts) => {
      const counts = [facts.factValue("benefitDrawers"), facts.factValue("averageInsured")];
      const [drawers, average] = await Promise.all(counts);
      return drawers * 100 / average;
    });
    return engine;
  };
  let engine = build();
  return {
    prepare: ({ asOf, averageInsured, ...facts }) => ({
      ...facts,
      asOf: Number(asOf.replaceAll("-", "")),
      ...(averageInsured && { averageInsured: Number(averageInsured) }),
    }),
    async evaluate(facts) {
      try {
        return await engine.run(facts);
      } catch (error) {
        // An engine that has thrown answers the next case wrong: it is stopped half-way.
        engine = build();
        throw error;
      }
    },
    read: ({ events }) => ({ outcome: events.length > 0 ? "eligible" : "ineligible", amount: null }),
  };
}
