// Jest in CommonJS, in Node and with jsdom, whose pages lack TextEncoder.

import { test } from "node:test";
import { example } from "../package/readme.mjs";
import { MISUSE, TOLD, installed, project } from "./support.mjs";

const inATest = (entry) => `
const wengang = require("${entry}");

test("misuse is told", async () => {
  await wengang.init();
  const console = { log: (told) => expect(told).toBe(${JSON.stringify(TOLD)}) };
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
  test(`Jest with ${environment} runs the README's test and is told of misuse`, () => {
    const path = environment === "node" ? "jest-environment-node" : "jest-environment-jsdom";
    run("jest", ["--env", installed(path), "--silent", "--no-cache"]);
  });
}
