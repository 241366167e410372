// The commands that README.md gives a newcomer.

import { readFileSync } from "node:fs";

const readme = readFileSync(new URL("../../README.md", import.meta.url), "utf8");

/** The two commands of the section 两条命令, without their comments. */
export const [SERVE, TEST] = (() => {
  const block = /^## 两条命令\n[^]*?^```sh\n([^]*?)^```$/m.exec(readme)?.[1] ?? "";
  const commands = block.trim().split("\n").map((line) => line.replace(/\s+#.*$/, ""));
  if (commands.length !== 2) throw new Error(`README.md has other commands than two: ${commands.join("; ")}`);
  return commands;
})();
