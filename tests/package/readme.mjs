// The examples of the package's README, unchanged.

import { readFileSync } from "node:fs";

const readme = readFileSync(new URL("../../dist-package/README.md", import.meta.url), "utf8");

/** The blocks of code: the heading above each, its language, its index among those of that language there. */
export const blocks = readme.split(/^## /m).slice(1).flatMap((section) => {
  const [heading] = section.split("\n", 1);
  const counts = {};
  return [...section.matchAll(/^```(\w+)\n(.*?)^```$/gms)].map(([, language, text]) => {
    counts[language] = (counts[language] ?? 0) + 1;
    return { name: `${heading} ${language} ${counts[language]}`, text };
  });
});

/** Returns the block of that name: the heading, the language, the place. */
export function example(name) {
  const found = blocks.find((block) => block.name === name);
  if (!found) throw new Error(`README: no block “${name}”, but ${blocks.map((block) => block.name).join("、")}`);
  return found.text;
}
