// Every build gives the native program's answers, byte for byte: to the case table, to what is refused, and to random
// requests.

import assert from "node:assert/strict";
import { test } from "node:test";
import { sample } from "../tier.mjs";
import { builds } from "./builds.mjs";
import { linesOf, nativeAnswers } from "./native.mjs";
import { cases } from "./package.mjs";
import { refusals } from "./refusals.mjs";

const COUNT = sample(2_000, 20_000);
/** The size of a batch: an answer is five kilobytes. */
const BATCH = 1_000;
/** How often the random requests must see each kind of answer that the tables have. */
const OFTEN = COUNT / 400;

/** What is seen in an answer: which calculator decides how, each verdict of each condition, or why it was refused. */
function kindsOf(answer) {
  if (answer.error) return [answer.error.code];
  const conditions = [...answer.conditions, ...(answer.items ?? []).flatMap((item) => item.conditions ?? [])];
  const kinds = [answer.outcome, answer.amount?.kind ?? "no amount", ...conditions.map(({ id, verdict }) => `${id} ${verdict}`)];
  return kinds.map((kind) => `${answer.calculator}: ${kind}`);
}

/** Asks all builds; `hear` gets the native answers. Returns the first difference of each build. */
function compare(lines, hear) {
  const differences = new Map();
  for (let start = 0; start < lines.length; start += BATCH) {
    const batch = lines.slice(start, start + BATCH);
    const right = nativeAnswers(batch);
    assert.equal(right.length, batch.length);
    right.forEach((answer) => hear(JSON.parse(answer)));
    for (const [name, { assessMany }] of builds) {
      const answers = assessMany(batch.map((line) => JSON.parse(line))).map((answer) => JSON.stringify(answer));
      const index = answers.findIndex((answer, place) => answer !== right[place]);
      if (index >= 0 && !differences.has(name)) {
        differences.set(name, { request: batch[index], native: right[index], answer: answers[index] });
      }
    }
  }
  return differences;
}

/** So long that the memory grows, which a script has to notice: later answers are read from the larger memory. */
const LONG = { calculator: "refund", asOf: "2024".repeat(1_000_000), facts: {} };

const tables = [LONG, ...[...cases, ...refusals].map(({ request }) => request)].map((request) => JSON.stringify(request));
const wanted = new Set();
const inTables = compare(tables, (answer) => kindsOf(answer).forEach((kind) => wanted.add(kind)));

const seen = new Map();
const random = linesOf(process.env.WENGANG_REQUESTS, [String(COUNT)]);
const inRandom = compare(random, (answer) => kindsOf(answer).forEach((kind) => seen.set(kind, (seen.get(kind) ?? 0) + 1)));

for (const [name] of builds) {
  test(`${name} answers as the native program, byte for byte`, () => {
    assert.equal(inTables.get(name), undefined);
    assert.equal(inRandom.get(name), undefined);
  });
}

test(`${COUNT} random requests see every verdict and every refusal of the tables, and often`, () => {
  assert.equal(random.length, COUNT);
  assert.ok(wanted.size > 50, String(wanted.size));
  const rare = [...wanted].filter((kind) => (seen.get(kind) ?? 0) < OFTEN);
  assert.deepEqual(rare.map((kind) => [kind, seen.get(kind)]), []);
});
