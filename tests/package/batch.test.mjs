// Tables in a thread: the same results as without, with progress, and stopped on request.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { after, test } from "node:test";
import { Worker } from "node:worker_threads";
import * as esm from "../../dist-package/batch-node.js";
import { folder, wengang } from "./package.mjs";

const require = createRequire(import.meta.url);
const asOf = "2024-09-01";
const ROWS = 12_001;

/** Rows that are met, not met, unknown and wrong. */
const columns = {
  applicant: Array.from({ length: ROWS }, (_, row) => ["enterprise", "other", null, "company"][row % 4]),
  averageInsured: Float64Array.from({ length: ROWS }, (_, row) => row % 250),
  benefitDrawers: Uint8Array.from({ length: ROWS }, (_, row) => row % 7),
  premiumPaid: Array.from({ length: ROWS }, (_, row) => `${row}.25`),
};
const id = Array.from({ length: ROWS }, (_, row) => `第${row}家`);
const table = { calculator: "refund", asOf, columns, id };

const batches = [];
const batchOf = (...given) => {
  batches.push(new esm.Batch(...given));
  return batches.at(-1);
};
after(() => batches.forEach((batch) => batch.close()));

for (const [name, entry] of [["ES modules", esm], ["CommonJS", require("../../dist-package/batch-node.cjs")]]) {
  test(`a table in a thread, from ${name}, is judged as at once, and progress comes in order`, async () => {
    const heard = [];
    const answer = await entry.assessTable(table, { onProgress: (...progress) => heard.push(progress) });
    assert.deepEqual(answer, wengang.assessTable(table));
    assert.ok(answer.errors.length > 1_000);
    assert.deepEqual(heard, [[5_000, ROWS], [10_000, ROWS], [ROWS, ROWS]]);
  });
}

test("a batch judges what is pushed, one after the other, and again after it was closed", async () => {
  const batch = batchOf("refund", { asOf });
  const rows = { columns: { averageInsured: [30, 120] } };
  const direct = wengang.assessTable({ calculator: "refund", asOf, ...rows });
  assert.deepEqual(await Promise.all([batch.push(rows), batch.push(rows)]), [direct, direct]);
  batch.close();
  assert.deepEqual(await batch.push(rows), direct);
  assert.deepEqual(await batch.push({ columns: {} }), wengang.assessTable({ calculator: "refund", asOf, columns: {} }));
});

test("a signal ends the thread at once, with its own reason; the batch goes on with the next rows", async () => {
  const batch = batchOf("refund", { asOf });
  const stop = new AbortController();
  const heard = [];
  const onProgress = (done) => {
    heard.push(done);
    stop.abort(new Error("the user left"));
  };
  await assert.rejects(batch.push({ columns }, { signal: stop.signal, onProgress }), /the user left/);
  assert.deepEqual(heard, [5_000]);
  await assert.rejects(batch.push({ columns }, { signal: stop.signal }), /the user left/);
  await assert.rejects(batch.push({ columns }, { signal: AbortSignal.abort() }), { name: "AbortError" });
  assert.equal((await batch.push({ columns: { averageInsured: [30] } })).outcome.length, 1);
});

test("an abort while the thread works is not late", async () => {
  const stop = new AbortController();
  const judged = batchOf("refund", { asOf }).push({ columns }, { signal: stop.signal });
  setTimeout(() => stop.abort(), 1);
  await assert.rejects(judged, { name: "AbortError" });
});

test("close ends what runs", async () => {
  const batch = batchOf("refund", { asOf });
  const judged = batch.push({ columns });
  setTimeout(() => batch.close(), 1);
  await assert.rejects(judged, { name: "PolicyError", code: "notStarted", field: "close" });
});

test("what waits for its turn is stopped at once too, by its signal and by close", async () => {
  const closed = { name: "PolicyError", code: "notStarted", field: "close" };
  const batch = batchOf("refund", { asOf });
  const order = [];
  const noted = (name, judged) => judged.then(() => order.push(name), (error) => {
    order.push(name);
    throw error;
  });
  const stop = new AbortController();
  const first = noted("first", batch.push({ columns }));
  const second = noted("second", batch.push({ columns }, { signal: stop.signal }));
  stop.abort(new Error("the user left"));
  await assert.rejects(second, /the user left/);
  assert.equal((await first, order.length), 2);
  assert.deepEqual(order, ["second", "first"]);
  const both = [batch.push({ columns }), batch.push({ columns })];
  setTimeout(() => batch.close(), 1);
  for (const judged of both) await assert.rejects(judged, closed);
  const never = batch.push({ columns });
  batch.close();
  await assert.rejects(never, closed);
  assert.equal((await batch.push({ columns: { averageInsured: [30] } })).outcome.length, 1);
});

test("what onProgress throws reaches the caller, and harms nothing", async () => {
  const batch = batchOf("refund", { asOf });
  const stop = new Error("stop");
  await assert.rejects(batch.push({ columns }, { onProgress() { throw stop; } }), stop);
  assert.equal((await batch.push({ columns: { averageInsured: [30] } })).outcome.length, 1);
});

test("misuse is a PolicyError with its field", async () => {
  const given = { calculator: "refund", asOf, columns: { averageInsured: [1] } };
  const misuse = [
    [() => esm.assessTable(new Map()), "invalidValue", "table"],
    [() => esm.assessTable({ ...given, calculator: "pension" }), "invalidValue", "calculator"],
    [() => esm.assessTable({ ...given, asOf: new Date(0) }), "invalidValue", "asOf"],
    [() => esm.assessTable({ ...given, asOf: 45_536 }), "invalidValue", "asOf"],
    [() => esm.assessTable({ ...given, rows: [] }), "unknownField", "rows"],
    [() => esm.assessTable({ calculator: "refund", asOf }), "missingField", "columns"],
    [() => esm.assessTable({ ...given, columns: new Map() }), "invalidValue", "columns"],
    [() => esm.assessTable({ ...given, columns: { averageInsured: new Set([1]) } }), "invalidValue", "columns.averageInsured"],
    [() => esm.assessTable({ ...given, columns: { averageInsured: [1], benefitDrawers: [1, 2] } }), "invalidValue", "columns.benefitDrawers"],
    [() => esm.assessTable({ ...given, columns: { averageInsured: [() => 1] } }), "invalidValue", "rows"],
    [() => esm.assessTable(given, { onprogress() {} }), "unknownField", "options.onprogress"],
    [() => esm.assessTable(given, new Map()), "invalidValue", "options"],
    [() => esm.assessTable(given, { signal: 5 }), "invalidValue", "options.signal"],
    [() => esm.assessTable(given, { onProgress: 5 }), "invalidValue", "options.onProgress"],
    [() => esm.assessTable(given, { packs: [new Uint8Array(8)] }), "invalidValue", "bytes"],
    [() => batchOf("refund", { asof: asOf }).push({ columns: {} }), "unknownField", "options.asof"],
    [() => batchOf("refund", { asOf }).push(), "missingField", "columns"],
    [() => batchOf("refund", { asOf }).push(new Map()), "invalidValue", "rows"],
    [() => batchOf("refund", { asOf }).push({ columns: {} }, { onProgres() {} }), "unknownField", "options.onProgres"],
    [async () => new esm.Batch("refund", new Map()), "invalidValue", "options"],
  ];
  for (const [call, code, field] of misuse) {
    await assert.rejects(call(), (error) => {
      assert.deepEqual([error.name, error.code, error.field], ["PolicyError", code, field], `${call}: ${error}`);
      assert.match(error.message, /\p{Script=Han}/u);
      return true;
    });
  }
});

test("a row that cannot be judged is reported with its index in the table and its own name", async () => {
  const { errors } = await esm.assessTable(table);
  const { row, id: own } = errors.findLast(({ field }) => field === "facts.applicant");
  assert.deepEqual([own, row % 4], [id[row], 3]);
  assert.ok(row > 10_000, String(row));
});

test("the caller's worker is used, and one that does not start throws with the option to give", async () => {
  const given = { calculator: "refund", asOf, columns: { averageInsured: [1] } };
  let started = 0;
  const worker = () => {
    started += 1;
    return new Worker(new URL("batch-worker-node.js", folder));
  };
  assert.deepEqual(await esm.assessTable(given, { worker }), wengang.assessTable(given));
  assert.equal(started, 1);
  for (const wrong of [() => new Worker(new URL("no-such-file.js", folder)), () => { throw new Error("no workers here"); }]) {
    await assert.rejects(esm.assessTable(given, { worker: wrong }), ({ name, code, field, message }) => {
      assert.deepEqual([name, code, field], ["PolicyError", "notStarted", "worker"]);
      return /batch-worker\.js.*worker/.test(message);
    });
  }
});

test("a batch that nobody closed does not prevent a program from ending", () => {
  const program = `
    import { Batch } from ${JSON.stringify(new URL("batch-node.js", folder).href)};
    const answer = await new Batch("premium", { asOf: "${asOf}" }).push({ columns: { monthlyWage: ["5000"] } });
    console.log(answer.amountMin[0]);`;
  const { status, stdout, stderr } = spawnSync(process.execPath, ["--input-type=module", "--eval", program], { encoding: "utf8", timeout: 20_000 });
  assert.deepEqual([status, stdout, stderr], [0, "120000\n", ""]);
});

test("the thread of browsers imports the entry that starts by itself, and nothing else", () => {
  const text = readFileSync(new URL("batch-worker.js", folder), "utf8");
  assert.deepEqual([...text.matchAll(/from "(.+?)"/g)].map(([, name]) => name), ["./inline.js"]);
});
