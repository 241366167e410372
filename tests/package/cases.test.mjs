// The golden cases through the package.

import assert from "node:assert/strict";
import { test } from "node:test";
import { cases, wengang } from "./package.mjs";

const verdictsOf = (conditions = []) => Object.fromEntries(conditions.map(({ id, verdict }) => [id, verdict]));

/** How each key of a case's `expect` is read from an answer. */
const readers = {
  outcome: (answer) => answer.outcome,
  amount: (answer) => answer.amount,
  verdicts: (answer) => verdictsOf(answer.conditions),
  drawersAllowed: (answer) => answer.result?.drawersAllowed,
  total: (answer) => answer.amount?.value,
  planSize: (answer) => answer.result?.plan.length,
  items: (answer) => answer.items?.map(({ outcome, lastDay, conditions, month, amount }) => (
    month ? { month, amount } : { outcome, lastDay, verdicts: verdictsOf(conditions) }
  )),
  months: (answer) => answer.result?.months,
  result: (answer) => answer.result,
  size: (answer) => answer.result?.size,
  evidence: (answer) => answer.policy.evidence,
};

/** `null`, `[]` and absent are equal. */
function withoutNothing(value) {
  if (value === null || value === undefined || (Array.isArray(value) && value.length === 0)) return undefined;
  if (Array.isArray(value)) return value.map(withoutNothing);
  if (typeof value !== "object") return value;
  const entries = Object.entries(value).map(([key, inner]) => [key, withoutNothing(inner)]);
  return Object.fromEntries(entries.filter(([, inner]) => inner !== undefined));
}

for (const { id, why, request, expect } of cases) {
  test(`${id}: ${why}`, () => {
    const answer = wengang.assess(request);
    for (const [key, expected] of Object.entries(expect)) {
      assert.deepEqual(withoutNothing(readers[key](answer)), withoutNothing(expected), key);
    }
  });
}
