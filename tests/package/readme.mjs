// The examples of the package's README, as they stand there.

import { readFileSync } from "node:fs";

const readme = readFileSync(new URL("../../dist-package/README.md", import.meta.url), "utf8");

/** Returns the README's one block of code in a language. */
export function example(language) {
  const blocks = [...readme.matchAll(/^```(\w+)\n(.*?)^```$/gms)].filter((block) => block[1] === language);
  if (blocks.length !== 1) throw new Error(`README: ${blocks.length} blocks of ${language}`);
  return blocks[0][2];
}
