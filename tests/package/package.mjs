// The built package, loaded as a Node program loads it, and the golden cases.

import { readFileSync } from "node:fs";
import * as wengang from "../../dist-package/wengang.js";

export const folder = new URL("../../dist-package/", import.meta.url);

wengang.initSync({ module: readFileSync(new URL("wengang_bg.wasm", folder)) });

export { wengang };

/** The contract's cases, and those from what people really asked. */
export const cases = ["open", "real"].flatMap((name) =>
  JSON.parse(readFileSync(new URL(`../cases/${name}.json`, import.meta.url), "utf8")));

/** A request that is answered: tests ask it to see that the module is still alive. */
export const goodRequest = cases.find(({ id }) => id === "R01").request;
export const goodAmount = { kind: "exact", value: "1815.08" };
