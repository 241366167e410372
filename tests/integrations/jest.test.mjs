// Jest in CommonJS, in Node and with jsdom, whose pages have no TextEncoder.

import { test } from "node:test";
import { example } from "../package/readme.mjs";
import { MISUSE, REPORTED, installed, project } from "./support.mjs";

const inATest = (entry) => `
const wengang = require("${entry}");

test("misuse is reported", async () => {
  await wengang.init();
  const console = { log: (reported) => expect(reported).toBe(${JSON.stringify(REPORTED)}) };
  ${MISUSE}
  expect.assertions(1);
});
`;

const { run } = project("jest", {
  "readme.test.js": example("Vitest、Jest cjs 1"),
  "misuse.test.js": inATest("wengang"),
  "inline.test.js": inATest("wengang/inline"),
  "asm.test.js": inATest("wengang/asm"),
});

for (const environment of ["node", "jsdom"]) {
  test(`Jest with ${environment} runs the README's test and reports misuse`, () => {
    const path = environment === "node" ? "jest-environment-node" : "jest-environment-jsdom";
    run("jest", ["--env", installed(path), "--silent", "--no-cache"]);
  });
}
