// Tables, and rows without sentences: they decide as `assess` does, row by row.

import assert from "node:assert/strict";
import { test } from "node:test";
import { sample } from "../tier.mjs";
import { linesOf } from "./native.mjs";
import { cases, goodRequest, wengang } from "./package.mjs";
import { refusals } from "./refusals.mjs";

const COUNT = sample(3_000, 40_000);
const random = linesOf(process.env.WENGANG_REQUESTS, [String(COUNT)]).map((line) => JSON.parse(line));
const isCase = (request) => request?.facts && Object.getPrototypeOf(request.facts) === Object.prototype;
const requests = [...cases, ...refusals].map(({ request }) => request).concat(random).filter(isCase);

const CALCULATORS = ["refund", "skill-subsidy", "premium", "unemployment-benefit", "size-class", "hiring-subsidy"];
const BEYOND = "超出范围，日期或数字太大，算不出来，请核对这些数字和日期";
const fen = (money) => Number(money.replace(".", ""));

/** The answer of `assess` to a request, reduced to what a table has. */
function decided(request) {
  try {
    const { outcome, amount, conditions, needs } = wengang.assess(request);
    const bounds = amount && (amount.kind === "exact" ? [amount.value, amount.value] : [amount.min, amount.max]).map(fen);
    // A table refuses what its numbers do not hold exactly.
    if (bounds && bounds[1] > Number.MAX_SAFE_INTEGER) return { error: { code: "outOfRange", field: "facts", message: BEYOND } };
    const of = (verdict) => conditions.filter((one) => one.verdict === verdict).map(({ id }) => id);
    const facts = [...new Set(needs.map((need) => need.replace(/^facts\./, "").replace(/\[.*/, "")))];
    return { outcome, amount: bounds, unmet: of("unmet"), unknown: of("unknown"), needs: facts };
  } catch ({ code, field, message }) {
    return { error: { code, field, message } };
  }
}

/** A row of a table's answer in the same words. */
function rowOf(answer, row, errors) {
  if (answer.outcome[row] === 255) {
    const { code, field, message } = errors.get(row);
    return { error: { code, field, message } };
  }
  const named = (bits, names) => names.filter((_, place) => (bits >>> place) & 1);
  const bounds = [answer.amountMin[row], answer.amountMax[row]];
  return {
    outcome: answer.outcomes[answer.outcome[row]],
    amount: Number.isNaN(bounds[0]) ? null : bounds,
    unmet: named(answer.unmet[row], answer.conditions),
    unknown: named(answer.unknown[row], answer.conditions),
    needs: named(answer.needs[row], answer.facts),
  };
}

/** The facts that some of the requests name and that a table can have as a column. */
function columnsOf(rows, facts) {
  const columns = { asOf: rows.map(({ asOf }) => asOf) };
  for (const fact of facts) columns[fact] = rows.map((row) => row.facts[fact]);
  return columns;
}

for (const calculator of CALCULATORS) {
  test(`a table of ${calculator} decides every row as assess does`, () => {
    const { facts } = wengang.assessTable({ calculator, asOf: "2024-09-01", columns: {} });
    const known = calculator === "refund" ? [...facts, "insuredPersonMonths"] : facts;
    const rows = requests.filter((request) => (
      request.calculator === calculator && Object.keys(request).length === 3 && Object.keys(request.facts).every((name) => known.includes(name))
    ));
    assert.ok(rows.length > COUNT / 40, String(rows.length));
    const answer = wengang.assessTable({ calculator, columns: columnsOf(rows, known) });
    const errors = new Map(answer.errors.map((error) => [error.row, error]));
    for (const [row, request] of rows.entries()) {
      // In a table the columns are in one order; which of several faults is named first is not.
      const [found, right] = [rowOf(answer, row, errors), decided(request)];
      if (right.error && Object.keys(request.facts).length > 1) assert.ok(found.error, JSON.stringify(request));
      else assert.deepEqual(found, right, JSON.stringify(request));
    }
  });
}

test("rows without sentences decide as whole answers do, and carry their own names", () => {
  const rows = requests.map((request, id) => ({ ...request, id }));
  const whole = wengang.assessMany(rows);
  const brief = wengang.assessMany(rows, { detail: "summary" });
  for (const [row, answer] of whole.entries()) {
    const expected = answer.error ? { error: answer.error } : {
      outcome: answer.outcome,
      amount: answer.amount,
      conditions: answer.conditions.map(({ id, verdict, reason }) => ({ id, verdict, ...(reason && { reason }) })),
      needs: answer.needs,
    };
    assert.deepEqual(brief[row], { ...expected, id: row });
    assert.equal(answer.id, row);
  }
});

const REFUND = { applicant: ["enterprise", "enterprise"], size: ["small", "large"] };

test("columns are arrays or typed arrays, and what is not a number is not known", () => {
  const drawers = [0, 7];
  const columns = (benefitDrawers) => ({ ...REFUND, averageInsured: [30, 30], benefitDrawers });
  const judged = (column) => wengang.assessTable({ calculator: "refund", asOf: "2024-09-01", columns: columns(column) });
  const right = judged(drawers);
  assert.deepEqual([...right.unmet], [0, 1 << right.conditions.indexOf("layoff-rate")]);
  for (const column of [Int32Array.from(drawers), Float64Array.from(drawers), BigInt64Array.from(drawers.map(BigInt))]) {
    assert.deepEqual(judged(column), right);
  }
  assert.deepEqual(judged(Float64Array.from([0, NaN])), judged([0, null]));
  assert.deepEqual(judged(Float64Array.from([0, 1.5])).errors.map(({ row, code, field }) => [row, code, field]), [[1, "invalidValue", "facts.benefitDrawers"]]);
});

test("amounts are whole 分, exact up to the largest", () => {
  const columns = { ...REFUND, averageInsured: [30, 30], benefitDrawers: [0, 0], fullyPaidMonths: [12, 12], creditListings: [[], []], zombie: [false, false], premiumPaid: ["1000000000000", "0.05"] };
  const { amountMin, amountMax, outcome } = wengang.assessTable({ calculator: "refund", asOf: "2024-09-01", columns });
  assert.deepEqual([...amountMin], [60_000_000_000_000, 2]);
  assert.deepEqual([amountMax, [...outcome]], [amountMin, [0, 0]]);
  const huge = wengang.assessTable({
    calculator: "premium", asOf: "2019-01-01", columns: { monthlyWage: ["1000000000000"], headcount: [10_000_000], month: ["2018-06"] },
  });
  assert.deepEqual(huge.errors.map(({ row, code }) => [row, code]), [[0, "outOfRange"]]);
});

test("a batch judges what a table does, piece by piece, and ids travel through", () => {
  const columns = { ...REFUND, benefitDrawers: [0, "x"] };
  const whole = wengang.assessTable({ calculator: "refund", asOf: "2024-09-01", columns, id: ["甲", "乙"] });
  const batch = new wengang.Batch("refund", { asOf: "2024-09-01" });
  assert.deepEqual(batch.push({ columns, id: ["甲", "乙"] }), whole);
  const second = Object.fromEntries(Object.entries(columns).map(([name, column]) => [name, column.slice(1)]));
  assert.deepEqual(batch.push({ columns: second, id: ["乙"] }).errors, [{ ...whole.errors[0], row: 0 }]);
  batch.free();
  assert.deepEqual([whole.id, whole.errors[0].id, whole.errors[0].row], [["甲", "乙"], "乙", 1]);
  assert.equal(new wengang.Batch("refund").push({ columns: { asOf: ["2024-09-01"] } }).outcome[0], 2);
});

const table = (more) => () => wengang.assessTable({ calculator: "refund", asOf: "2024-09-01", columns: REFUND, ...more });
const withFacts = (facts) => () => wengang.assess({ ...goodRequest, facts });
class Facts { constructor() { this.applicant = "enterprise"; } }

/** What is misused: the call, the code and the field. */
const MISUSED = {
  "a table of no calculator": [table({ calculator: "pension" }), "invalidValue", "calculator"],
  "a table without a day": [table({ asOf: undefined }), "missingField", "asOf"],
  "a table of 30 February": [table({ asOf: "2024-02-30" }), "invalidValue", "asOf"],
  "a day twice": [table({ columns: { ...REFUND, asOf: ["2024-09-01", "2024-09-01"] } }), "invalidValue", "asOf"],
  "a column that is no fact": [table({ columns: { aplicant: [] } }), "unknownField", "columns.aplicant"],
  "a column that is none": [table({ columns: { applicant: "enterprise" } }), "invalidValue", "columns.applicant"],
  "a DataView as a column": [table({ columns: { applicant: new DataView(new ArrayBuffer(8)) } }), "invalidValue", "columns.applicant"],
  "columns of two lengths": [table({ columns: { ...REFUND, zombie: [false] } }), "invalidValue", "columns.zombie"],
  "ids of another length": [table({ id: ["甲"] }), "invalidValue", "id"],
  "columns that are a list": [table({ columns: [REFUND] }), "invalidValue", "columns"],
  "a misspelled part of a table": [table({ column: REFUND }), "unknownField", "column"],
  "a detail that there is not": [() => wengang.assessTable({ calculator: "refund", asOf: "2024-09-01", columns: {} }, { detail: "all" }), "invalidValue", "options.detail"],
  "an option that there is not": [() => wengang.assessMany([], { details: "summary" }), "unknownField", "options.details"],
  "assessMany of an object": [() => wengang.assessMany({}), "invalidValue", "requests"],
  "assessMany of a Set": [() => wengang.assessMany(new Set([goodRequest])), "invalidValue", "requests"],
  "onProgress that is none": [() => wengang.assessMany([], { onProgress: 1 }), "invalidValue", "options.onProgress"],
  "a batch of no calculator": [() => new wengang.Batch("pension"), "invalidValue", "calculator"],
  "facts that are a Map": [withFacts(new Map([["applicant", "enterprise"]])), "invalidValue", "facts"],
  "facts of a class": [withFacts(new Facts()), "invalidValue", "facts"],
  "a list that is a Set": [withFacts({ creditListings: new Set() }), "invalidValue", "facts.creditListings"],
  "a day that is a Date": [() => wengang.assess({ ...goodRequest, asOf: new Date(0) }), "invalidValue", "asOf"],
  "a day that is a serial number": [() => wengang.assess({ ...goodRequest, asOf: 45_536 }), "invalidValue", "asOf"],
  "a certificate of a class": [() => wengang.assess({ calculator: "skill-subsidy", asOf: "2024-09-01", facts: { certificates: [{}, new Facts()] } }), "invalidValue", "facts.certificates[1]"],
  "a link that is a URL": [() => wengang.decodeLink(new URL("https://a.cn/?c=refund")), "invalidValue", "href"],
  "a link that is missing": [() => wengang.decodeLink(), "invalidValue", "href"],
  "a name with a space that has no width": [withFacts({ "zombie\u200b": true }), "unknownField", "facts.zombie\\u200b"],
};

for (const [what, [call, code, field]] of Object.entries(MISUSED)) {
  test(`${what} is refused with a sentence`, () => {
    assert.throws(call, (error) => {
      assert.deepEqual([error.name, error.code, error.field], ["PolicyError", code, field]);
      assert.match(error.message, /\p{Script=Han}/u);
      return true;
    });
  });
}

test("an object without a prototype is plain", () => {
  const facts = Object.assign(Object.create(null), goodRequest.facts);
  assert.deepEqual(wengang.assess({ ...goodRequest, facts }), wengang.assess(goodRequest));
});
