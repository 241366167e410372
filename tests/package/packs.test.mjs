// Packs that were not built in: next year's notice in the stead of the law that is built in, and the law of other places.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { pack } from "../packs.mjs";
import { cases, folder, goodAmount, goodRequest, wengang } from "./package.mjs";

let instances = 0;
/** A module of its own: a pack stays in use for as long as the module lives. */
async function fresh() {
  const module = await import(new URL(`wengang.js?${instances += 1}`, folder));
  module.initSync({ module: readFileSync(new URL("wengang_bg.wasm", folder)) });
  return module;
}

const in2027 = {
  calculator: "refund",
  asOf: "2027-06-01",
  facts: {
    applicant: "enterprise", size: "small", averageInsured: 100, benefitDrawers: 0, fullyPaidMonths: 10,
    premiumPaid: "10000.00", creditListings: [], zombie: false,
  },
};
const inNingxia = {
  calculator: "refund",
  place: "ningxia",
  asOf: "2025-09-01",
  facts: {
    applicant: "enterprise", size: "small", staffBefore: 200, staffAfter: 200, fullyPaidMonths: 12,
    premiumPaid: "10000.00", creditListings: [], zombie: false,
  },
};

/** What is thrown, as programs see it. */
function refusal(run) {
  try {
    run();
  } catch (error) {
    assert.equal(error.name, "PolicyError", String(error));
    return { code: error.code, field: error.field, message: error.message };
  }
  return assert.fail("nothing was thrown");
}

test("a pack of the place that is built in takes the place of its law", async () => {
  const module = await fresh();
  assert.equal(module.assess(in2027).policy.status, "not-recorded");
  const used = module.usePack(pack("2027"));
  assert.deepEqual(Object.keys(used), ["place", "name", "checkedOn", "sha256", "calculators"]);
  assert.equal(used.place, "hebei");
  assert.match(used.sha256, /^[0-9a-f]{64}$/);

  const answer = module.assess(in2027);
  assert.equal(answer.outcome, "eligible");
  assert.deepEqual(answer.amount, { kind: "exact", value: "7500.00" });
  assert.equal(answer.policy.id, "hebei-2027");
  assert.deepEqual(answer.policy.window, { from: "2027-03-01", to: "2027-11-30" });
  assert.deepEqual(module.assess({ ...in2027, place: "hebei" }), answer);
  assert.ok(module.policies().some(({ place, id }) => place === "hebei" && id === "hebei-2027"));
  assert.ok(!wengang.policies().some(({ id }) => id === "hebei-2027"), "another module has its own law");
});

test("what a new pack does not change is answered as before", async () => {
  const module = await fresh();
  module.usePack(pack("2027"));
  const before2027 = cases.map(({ request }) => request).filter(({ asOf }) => asOf < "2026-12-31");
  assert.ok(before2027.length > 50);
  const answers = (of) => of.assessMany(before2027).map(({ outcome, amount, result, error }) => ({ outcome, amount, result, error }));
  assert.deepEqual(answers(module), answers(wengang));
});

test("links are made and read under the pack in use", async () => {
  const module = await fresh();
  // Read once before: nothing of the old law is cached.
  module.decodeLink(module.encodeLink(goodRequest, { includeNumbers: true }));
  module.usePack(pack("2027"));
  const { request, lost } = module.decodeLink(module.encodeLink(in2027, { includeNumbers: true }));
  assert.deepEqual(lost, []);
  assert.deepEqual(module.assess(request), module.assess(in2027));
});

test("a pack of another place is in use in addition to the built-in law", async () => {
  const module = await fresh();
  const unknown = refusal(() => module.assess(inNingxia));
  assert.deepEqual([unknown.code, unknown.field], ["unsupported", "place"]);
  assert.match(unknown.message, /没有收录这个地方的政策，可以填 hebei；别的地方请先用 usePack 载入它的政策包/);

  assert.equal(module.usePack(pack("ningxia")).place, "ningxia");
  assert.deepEqual(module.usePack(pack("henan")).calculators.toSorted(), ["refund", "skill-subsidy"]);
  const answer = module.assess(inNingxia);
  assert.equal(answer.outcome, "eligible");
  assert.deepEqual(answer.amount, { kind: "exact", value: "6000.00" });
  assert.equal(answer.policy.id, "ningxia-2025");
  assert.deepEqual(module.assess(goodRequest).amount, goodAmount);
  assert.deepEqual(module.assess({ ...goodRequest, place: "hebei" }), module.assess(goodRequest));

  // Facts are those of the place.
  const other = refusal(() => module.assess({ ...goodRequest, place: "ningxia" }));
  assert.equal(other.code, "unknownField");
  const none = refusal(() => module.assess({ ...inNingxia, calculator: "premium" }));
  assert.deepEqual([none.code, none.field], ["invalidValue", "calculator"]);
  assert.match(none.message, /可以填 (refund、skill-subsidy|skill-subsidy、refund)$/);

  const places = new Set(module.policies().map(({ place }) => place));
  assert.deepEqual([...places], ["hebei", "ningxia", "henan"]);
});

test("Gansu answers by its own law, and its links name it", async () => {
  const module = await fresh();
  // The one that comes with the package is the one that the law's files make.
  assert.deepEqual(readFileSync(new URL("packs/gansu.pack", folder)), pack("gansu"));
  module.usePack(pack("gansu"));
  const request = {
    calculator: "refund",
    place: "gansu",
    asOf: "2025-09-01",
    facts: {
      applicant: "law-firm", averageInsured: 340, benefitDrawers: 0, fullyPaidMonths: 12, premiumPaid: "10000.00",
      creditListings: [], zombie: false,
    },
  };
  assert.deepEqual(module.assess(request).amount, { kind: "exact", value: "6000.00" });
  assert.deepEqual(module.assess({ ...request, place: "hebei" }).amount, { kind: "exact", value: "3000.00" });
  const link = module.encodeLink(request, { includeNumbers: true });
  assert.match(link, /^\?c=refund&p=gansu&y=2025#2\./);
  assert.deepEqual(module.decodeLink(link), { request, lost: [] });
  // Where its law is not in use, the link says whose it is.
  assert.match(refusal(() => wengang.decodeLink(link)).message, /别的地方的/);
  const none = refusal(() => module.assess({ calculator: "premium", place: "gansu", asOf: "2025-09-01", facts: {} }));
  assert.deepEqual([none.code, none.field], ["unsupported", "calculator"]);
  assert.match(none.message, /甘肃省的缴费基数上下限.*没有收录/);
});

test("many cases and tables name their place", async () => {
  const module = await fresh();
  module.usePack(pack("ningxia"));
  const [there, here] = module.assessMany([inNingxia, goodRequest], { detail: "summary" });
  assert.deepEqual(there.amount, { kind: "exact", value: "6000.00" });
  assert.deepEqual(here.amount, goodAmount);
  const columns = Object.fromEntries(Object.entries(inNingxia.facts).map(([name, value]) => [name, [value, value]]));
  const { calculator, place, asOf } = inNingxia;
  assert.deepEqual([...module.assessTable({ calculator, place, asOf, columns }).amountMin], [600_000, 600_000]);
  assert.deepEqual([...new module.Batch(calculator, { asOf, place }).push({ columns }).amountMin], [600_000, 600_000]);
  const nowhere = refusal(() => module.assessTable({ calculator, place: "gansu", asOf, columns }));
  assert.deepEqual([nowhere.code, nowhere.field], ["unsupported", "place"]);
});

test("no link opens under another place's law", async () => {
  const module = await fresh();
  module.usePack(pack("ningxia"));
  // With facts that only that place asks for.
  const link = module.encodeLink(inNingxia, { includeNumbers: true });
  assert.deepEqual(module.decodeLink(link), { request: inNingxia, lost: [] });
  const { code, message } = refusal(() => wengang.decodeLink(link));
  assert.deepEqual([code, /别的地方的/.test(message)], ["invalidValue", true], message);
  // Nor when the place is removed from it.
  const without = link.replace("&p=ningxia", "");
  assert.equal(refusal(() => wengang.decodeLink(without)).code, "invalidValue");
  assert.equal(refusal(() => module.decodeLink(without)).code, "invalidValue");
});

test("a place is a text, and left out it is the one that is built in", () => {
  for (const place of [null, undefined]) assert.deepEqual(wengang.assess({ ...goodRequest, place }).amount, goodAmount);
  for (const place of [1, true, [], {}]) {
    const { code, field } = refusal(() => wengang.assess({ ...goodRequest, place }));
    assert.deepEqual([code, field], ["invalidValue", "place"]);
  }
  for (const place of ["", "Hebei", " hebei", "__proto__"]) {
    assert.equal(refusal(() => wengang.assess({ ...goodRequest, place })).code, "unsupported", place);
  }
});

test("a pack given again is not read into memory again", async () => {
  const module = await fresh();
  const bytes = pack("2027");
  const first = module.usePack(bytes);
  // What a module exports has short names; one that has begun gives its exports again.
  const exported = Object.values(module.initSync({ module: new Uint8Array() }));
  const memory = () => exported.find((value) => value instanceof WebAssembly.Memory).buffer.byteLength;
  for (let i = 0; i < 20; i += 1) assert.deepEqual(module.usePack(bytes), first);
  const before = memory();
  for (let i = 0; i < 200; i += 1) module.usePack(bytes);
  assert.equal(memory(), before);
});

test("an ArrayBuffer is as good as its bytes", async () => {
  const module = await fresh();
  const bytes = new Uint8Array(pack("ningxia"));
  assert.equal(module.usePack(bytes.buffer).place, "ningxia");
});

/** The bytes with one of them changed. */
const changed = (bytes, place, value) => Object.assign(Uint8Array.from(bytes), { [place]: value });
const good = pack("2027");
const damaged = [
  ["no bytes", new Uint8Array(), "这不是政策包，请用 cargo xtask pack 写出来的 .pack 文件"],
  ["a page", new TextEncoder().encode(`<!doctype html>${"<p>404</p>".repeat(100)}`), "这不是政策包，请用 cargo xtask pack 写出来的 .pack 文件"],
  ["half a pack", good.subarray(0, good.length / 2), "这个政策包的内容和校验值对不上，可能没有下载完整，请重新下载"],
  ["a pack without its last byte", good.subarray(0, -1), "这个政策包的内容和校验值对不上，可能没有下载完整，请重新下载"],
  ["another byte in the middle", changed(good, 5000, good[5000] ^ 1), "这个政策包的内容和校验值对不上，可能没有下载完整，请重新下载"],
  ["a newer form", changed(good, 4, good[4] + 1), `这个政策包的格式（第 ${good[4] + 1} 版）比这里认得的（第 ${good[4]} 版）新，请先更新稳岗算`],
  ["an older form", changed(good, 4, 1), `这个政策包的格式（第 1 版）太旧，这里要第 ${good[4]} 版，请用新的 cargo xtask pack 再写一次`],
  ["more than any pack", new Uint8Array((1 << 20) + 1), "这个文件太大，政策包最多 1024 KB"],
  ["as much as a pack may have", new Uint8Array(1 << 20), "这不是政策包，请用 cargo xtask pack 写出来的 .pack 文件"],
];
for (const [name, bytes, message] of damaged) {
  test(`refused, and nothing changes: ${name}`, async () => {
    const module = await fresh();
    assert.deepEqual(refusal(() => module.usePack(bytes)), { code: "invalidValue", field: "bytes", message });
    assert.deepEqual(module.assess(goodRequest), wengang.assess(goodRequest));
    assert.equal(module.assess(in2027).policy.status, "not-recorded");
    assert.equal(module.usePack(good).place, "hebei");
  });
}

test("refused: what is no bytes", () => {
  for (const bytes of [undefined, null, "hebei.pack", 1, [1, 2], {}, new Uint16Array(4), new DataView(new ArrayBuffer(4))]) {
    const { code, field, message } = refusal(() => wengang.usePack(bytes));
    assert.deepEqual([code, field], ["invalidValue", "bytes"]);
    assert.equal(message, "请给政策包的内容：Uint8Array 或者 ArrayBuffer");
  }
});
