// The native program.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";

/** What a program prints, line by line. */
export function linesOf(command, args, input) {
  const { status, stdout, stderr } = spawnSync(command, args, { input, encoding: "utf8", maxBuffer: 1 << 28 });
  assert.equal(status, 0, stderr);
  return stdout.trimEnd().split("\n");
}

/** The native program's answers as text, one to each line of JSON. */
export const nativeAnswers = (lines) => linesOf(process.env.WENGANG_ASSESS, [], lines.join("\n"));
