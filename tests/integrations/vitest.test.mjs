// Vitest, in Node and with jsdom: the README's test, a component that calls init, and misuse.

import { test } from "node:test";
import { example } from "../package/readme.mjs";
import { MISUSE, REPORTED, project } from "./support.mjs";

const REPORTED_IN_A_TEST = `
import { expect, test } from "vitest";
import * as wengang from "ENTRY";

test("misuse is reported", async () => {
  await wengang.init();
  const console = { log: (reported) => expect(reported).toBe(${JSON.stringify(REPORTED)}) };
  ${MISUSE}
  expect.assertions(1);
});
`;

const { run } = project("vitest", {
  "readme.test.js": example("Vitest、Jest js 1"),
  "misuse.test.js": REPORTED_IN_A_TEST.replace("ENTRY", "wengang"),
  "inline.test.js": REPORTED_IN_A_TEST.replace("ENTRY", "wengang/inline"),
  "asm.test.js": REPORTED_IN_A_TEST.replace("ENTRY", "wengang/asm"),
  "batch.test.js": `
    import { expect, test } from "vitest";
    import { assessTable } from "wengang/batch";
    test("in a thread", async () => {
      const answer = await assessTable({ calculator: "premium", asOf: "2024-09-01", columns: { monthlyWage: ["5000"] } });
      expect([...answer.amountMin]).toEqual([120000]);
    });`,
}, { type: "module" });

for (const environment of ["node", "jsdom"]) {
  test(`Vitest with ${environment} runs the README's test and reports misuse`, () => {
    run("vitest", ["run", "--environment", environment, "--reporter", "dot"]);
  });
}
