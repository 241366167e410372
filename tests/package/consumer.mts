// A program of another site, in TypeScript. It is compiled, never run.

import init, { assess, assessMany, decodeLink, encodeLink, initSync, policies, usePack, version } from "../../dist-package/wengang.js";
import { Batch, assessTable } from "../../dist-package/batch.js";
import type { Assessment, AssessmentOf, Calculator, PolicyError, Request, RequestOf, TableAnswer } from "../../dist-package/wengang.js";

await init();
await init({ module_or_path: "wengang_bg.wasm" });
await init({ module_or_path: Promise.resolve({ ok: true }) });
initSync({ module: new Uint8Array() });
initSync();
// @ts-expect-error: an address is for `init`.
initSync({ module: "wengang_bg.wasm" });

const request: Request = {
  calculator: "refund",
  asOf: "2024-09-01",
  facts: { applicant: "enterprise", size: "small", averageInsured: "120.5", premiumPaid: 3025, creditListings: [] },
};

const answer: Assessment = assess(request);
const outcome: "eligible" | "ineligible" | "undetermined" | "closed" = answer.outcome;

function amountOf({ amount }: Assessment): string {
  if (amount === null) return outcome;
  return amount.kind === "exact" ? amount.value : `${amount.min}–${amount.max}`;
}

for (const row of assessMany([request, request], (done) => console.log(done))) {
  console.log("error" in row ? row.error.code : amountOf(row));
}

for (const { verdict, citations } of answer.conditions) {
  console.log(verdict, citations.map(({ document, clause, quote }) => `${document} ${clause} ${quote ?? ""}`));
}

const used = usePack(new Uint8Array());
console.log(used.place, used.calculators.length, policies().filter(({ place }) => place === used.place).length);
assess({ calculator: "refund", place: "hebei", asOf: "2024-09-01", facts: {} });

console.log(policies().map(({ id, documents }) => `${id} ${documents.length}`), version().rules);

assess({
  calculator: "skill-subsidy",
  asOf: "2024-09-01",
  facts: { certificates: [{ occupation: "电工", level: 4, kind: "skill-level", issuedOn: "2024-03-10" }] },
});

assess({ calculator: "premium", asOf: "2024-09-01", facts: { monthlyWage: "5000", month: "2024-08" } });
assess({ calculator: "unemployment-benefit", asOf: "2024-09-01", facts: { region: "shijiazhuang/changan", separation: "dismissed" } });
assess({ calculator: "size-class", asOf: "2024-09-01", facts: { industry: "catering", employees: 9, revenue: 1000000 } });

const { items = [], result } = answer;
for (const item of items) {
  if ("month" in item) console.log(`${item.month} ${item.amount}`);
  else if ("from" in item) console.log(`${item.from} ${item.months} ${item.savedMonthly}`);
  else console.log(item.lastDay);
}
if (result !== undefined && "savedTotal" in result) console.log(result.savedTotal, result.clamped);
if (result !== undefined && "decidedBy" in result) console.log(result.size, result.decidedBy.map(({ met }) => met));

const link: string = encodeLink(request, { includeNumbers: true });
const { request: decoded, lost } = decodeLink(link);
console.log(decoded.calculator, decoded.asOf ?? "today", lost.join());

// @ts-expect-error: there is no such calculator.
assess({ calculator: "pension", asOf: "2024-09-01", facts: {} });
// @ts-expect-error: there is no such fact.
assess({ calculator: "refund", asOf: "2024-09-01", facts: { premiumPayed: "1" } });
// @ts-expect-error: there is no such size.
assess({ calculator: "refund", asOf: "2024-09-01", facts: { size: "huge" } });
// @ts-expect-error: certificates have a date.
assess({ calculator: "skill-subsidy", asOf: "2024-09-01", facts: { certificates: [{ occupation: "电工", level: 4, kind: "skill-level" }] } });

// An answer is typed by its calculator.
const saved: string | undefined = assess({ calculator: "premium", asOf: "2024-09-01", facts: { monthlyWage: "5000" } }).result?.savedTotal;
const hired = assess({ calculator: "hiring-subsidy", asOf: "2026-11-29", facts: { hires: [{ kind: "registered-youth", hiredOn: "2026-07-01" }] } });
console.log(saved, hired.result?.eligible, hired.items?.map(({ id, lastDay, amount }) => `${id} ${lastDay} ${amount ?? ""}`));
// In a function of one's own too; and of any measure, once it is asked which.
const own = <C extends Calculator>(asked: RequestOf<C>): AssessmentOf<C> => assess(asked);
const plan = own<"skill-subsidy">({ calculator: "skill-subsidy", asOf: "2024-09-01", facts: { certificates: [] } }).result?.plan;
const any = assess(request as Request);
if (any.calculator === "premium") console.log(any.result?.savedTotal, plan?.length);
const [first] = assessMany([{ calculator: "premium", asOf: "2024-09-01", facts: { monthlyWage: "5000" }, id: "张三" }]);
if (first !== undefined && !("error" in first)) console.log(first.result?.savedTotal, first.id);
// @ts-expect-error: a premium has no plan.
assess({ calculator: "premium", asOf: "2024-09-01", facts: { monthlyWage: "5000" } }).result?.plan;
// @ts-expect-error: a hire has a day.
assess({ calculator: "hiring-subsidy", asOf: "2024-09-01", facts: { hires: [{ kind: "registered-youth" }] } });

// In a worker.
const stop = { aborted: false, addEventListener() {}, removeEventListener() {} };
const columns = { averageInsured: [1, "2.5", null], benefitDrawers: new Uint8Array(3) };
const judged: TableAnswer = await assessTable({ calculator: "refund", asOf: "2024-09-01", columns }, { signal: stop, onProgress: (done, total) => console.log(done / total) });
const batch = new Batch("premium", { asOf: "2024-09-01", packs: [new Uint8Array()], worker: () => ({}) });
console.log(judged.outcome.length, (await batch.push({ columns: { monthlyWage: [1] } }, { signal: stop })).errors.length);
batch.close();
// @ts-expect-error: a premium asks no average.
await batch.push({ columns: { averageInsured: [1] } });
// @ts-expect-error: there is no such calculator.
new Batch("pension");

const code: PolicyError["code"] = "notStarted";
console.log(code);
