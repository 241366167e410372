// 稳岗算 without JavaScript: the same rule in loops inside wasm (benches/inside.rs), judged or also worded.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

/** How many evaluations per call, so that the call itself is negligible. */
const LOOPS = 100;

const FOLDER = pathToFileURL(join(process.env.WENGANG_BENCH, "inside/"));

/** `method`: `evaluate` (judge), `assess` (judge and word), or `wrong` (count the wrong 分 of every premium). */
export async function open(_rules, method) {
  const { initSync, Inside } = await import(new URL("inside.js", FOLDER));
  initSync({ module: readFileSync(new URL("inside_bg.wasm", FOLDER)) });
  const read = ({ asOf, ...facts }) => new Inside({ calculator: "refund", asOf, facts });
  if (method === "wrong") {
    return {
      prepare: ({ facts, ...limits }) => ({ inside: read(facts), ...limits }),
      evaluate: ({ inside, most, milliPercent }) => inside.wrong(most, milliPercent),
      read: (amount) => ({ amount }),
    };
  }
  return { loops: LOOPS, prepare: read, evaluate: (inside) => inside[method](LOOPS) };
}
