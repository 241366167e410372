// The time zone of the machine changes no answer: neither of the package nor of the native program.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { test } from "node:test";
import { cases } from "./package.mjs";

/** Time zones from half a day and more east of UTC to as far west. */
const ZONES = ["Asia/Shanghai", "UTC", "America/New_York", "Pacific/Kiritimati"];

/** Every case on the first and the last day of each month of two years, where days turn; some are refused on some days. */
const requests = cases.flatMap(({ request }) => {
  const months = Array.from({ length: 24 }, (_, month) => `${2024 + Math.floor(month / 12)}-${String(month % 12 + 1).padStart(2, "0")}`);
  return [request, ...months.flatMap((month) => [`${month}-01`, `${month}-28`].map((asOf) => ({ ...request, asOf })))];
});
const input = requests.map((request) => JSON.stringify(request)).join("\n");

const PROGRAM = `
  import { readFileSync } from "node:fs";
  import { assessMany, initSync } from ${JSON.stringify(new URL("../../dist-package/wengang.js", import.meta.url).href)};
  initSync({ module: readFileSync(new URL(${JSON.stringify(new URL("../../dist-package/wengang_bg.wasm", import.meta.url).href)})) });
  const lines = readFileSync(0, "utf8").split("\\n");
  const answers = assessMany(lines.map((line) => JSON.parse(line)));
  process.stdout.write(answers.map((answer) => JSON.stringify(answer)).join("\\n") + "\\n");
`;

function answersIn(zone, command, args) {
  const { status, stdout, stderr } = spawnSync(command, args, {
    input, encoding: "utf8", env: { ...process.env, TZ: zone }, maxBuffer: 1 << 28,
  });
  assert.equal(status, 0, stderr);
  assert.equal(stdout.split("\n").length, requests.length + 1);
  return stdout;
}

const PROGRAMS = [
  ["the package", process.execPath, ["--input-type=module", "--eval", PROGRAM]],
  ["the native program", process.env.WENGANG_ASSESS, []],
];

for (const [name, command, args] of PROGRAMS) {
  test(`${name} gives the same answers in every time zone`, () => {
    const [first, ...others] = ZONES.map((zone) => answersIn(zone, command, args));
    for (const [index, other] of others.entries()) assert.equal(other === first, true, ZONES[index + 1]);
  });
}
