// What another page fills in: by a program, by attributes; never in an address. What cannot be filled in is an error event
// with the field and a sentence.

import assert from "node:assert/strict";
import { sample } from "../../tier.mjs";
import { caseOf, cases, requestOf } from "../support/cases.mjs";
import { test } from "../support/engines.mjs";
import { eventually } from "../support/eventually.mjs";
import { hosts } from "../support/hosts.mjs";
import { dist } from "../support/page.mjs";
import { filesOf } from "../support/server.mjs";

const host = hosts();
const R01 = requestOf("R01");
const page = (body) => (address) => `<!DOCTYPE html><html lang="zh-CN"><head><meta charset="utf-8"><title>host</title><meta name="viewport" content="width=device-width">
<script src="notes.js"></script></head><body>${body.replace("SCRIPT", `async src="${address}"`)}</body></html>`;
const HERE = page('<script SCRIPT></script><div id="here"></div>');
const quoted = (value) => JSON.stringify(value).replaceAll('"', "&quot;");

async function opened(t, html = HERE, options = {}) {
  const other = await host(t, html, options);
  await eventually(async () => assert.ok(await other.run(() => Boolean(window.WengangEmbed))));
  return other;
}
const mount = (other, options) => other.run((given) => {
  window.mounted?.destroy();
  window.received.length = 0;
  window.mounted = WengangEmbed.mount(document.getElementById("here"), given);
}, options);
const receivedOf = async (other, type) => (await other.run(() => received)).filter((message) => message.type === type);
const errors = async (other) => (await receivedOf(other, "error")).map(({ code, field, message }) => ({ code, field, message }));
const isReady = (other) => eventually(async () => assert.equal((await receivedOf(other, "ready")).length, 1));

test("what a program fills in is answered at once, and in no address", async (t) => {
  const other = await opened(t);
  await mount(other, R01);
  await isReady(other);
  const frame = await other.enter();
  await frame.reads("amount", /1,815\.08 元$/);
  await frame.fitsHeight();
  const addresses = [await frame.window.run(() => location.href), ...await other.run(() => [location.href, document.querySelector("iframe").src])];
  for (const address of addresses) assert.doesNotMatch(decodeURIComponent(address), /3025\.14|enterprise|2024/);
  assert.doesNotMatch(await other.run(() => JSON.stringify(posted) + document.documentElement.outerHTML), /3025\.14/);
  assert.deepEqual(await errors(other), []);
  await other.expectNoUnexpectedTraffic();
});

test("a tag and a script fill in by their attributes", async (t) => {
  const facts = quoted(R01.facts);
  for (const body of [
    `<script SCRIPT></script><wengang-calculator calculator="refund" as-of="2024-09-01" facts="${facts}"></wengang-calculator>`,
    `<script SCRIPT data-calculator="refund" data-as-of="2024-09-01" data-facts="${facts}"></script>`,
  ]) {
    const other = await opened(t, page(body));
    await (await other.enter()).reads("amount", /1,815\.08 元$/);
    assert.deepEqual(await errors(other), []);
  }
});

test("a region is filled in alone, and the visitor sees it picked", async (t) => {
  const other = await opened(t);
  await mount(other, { calculator: "unemployment-benefit", region: "shijiazhuang/changan" });
  await isReady(other);
  assert.equal(await (await other.enter()).isChecked("region-shijiazhuang/changan"), true);
  assert.deepEqual(await errors(other), []);
});

test("under another place's law its facts are filled in, and its options are its own", async (t) => {
  const other = await opened(t);
  await mount(other, { ...R01, place: "gansu" });
  await isReady(other);
  const frame = await other.enter();
  assert.equal(await frame.isChecked("applicant-enterprise"), true);
  await frame.expectHidden("law-note");
  assert.deepEqual(await errors(other), []);
  // Gansu's file has no unemployment benefit.
  await mount(other, { calculator: "unemployment-benefit", place: "gansu", facts: { registered: true } });
  await eventually(async () => assert.match((await errors(other))[0]?.message ?? "", /^先写 calculator，可以填 hiring-subsidy、refund、size-class、skill-subsidy$/));
});

test("the shared cases are answered as they are elsewhere when they are filled in", async (t) => {
  const other = await opened(t);
  for (const { id, request, expect } of cases.filter((one, place) => !one.request.place && place % sample(4, 1) === 0)) {
    await mount(other, { ...request, result: "amount" });
    const { outcome, min, max } = await eventually(async () => {
      const [result] = (await receivedOf(other, "result")).slice(-1);
      assert.ok(result, `${id}: no result`);
      assert.equal(result.outcome, expect.outcome, id);
      return result;
    });
    assert.deepEqual(await errors(other), [], id);
    if (expect.amount?.kind === "exact" && outcome === "eligible") assert.deepEqual([min, max], [expect.amount.value, expect.amount.value], id);
  }
});

test("what cannot be filled in is an error event with its field and a sentence, and the rest is filled in", async (t) => {
  const other = await opened(t);
  await mount(other, {
    calculator: "refund",
    asOf: "2024-02-30",
    facts: { ...R01.facts, size: "tiny", averageInsured: "many", premiumPaid: 3025.14, zombie: "no", benefitDrawers: -1, preimumPaid: "1", creditListings: "none", fullyPaidMonths: null },
  });
  await isReady(other);
  const found = await eventually(async () => {
    const all = await errors(other);
    assert.equal(all.length, 8, JSON.stringify(all));
    return all;
  });
  assert.deepEqual([...new Set(found.map(({ code }) => code))], ["not-filled"]);
  const sentences = Object.fromEntries(found.map(({ field, message }) => [field, message]));
  assert.equal(sentences.asOf, '请填真实存在的日期，格式 YYYY-MM-DD，例如 "2024-03-10"');
  assert.match(sentences["facts.size"], /^没有这个选项，可以填 large、/);
  assert.match(sentences["facts.averageInsured"], /^请填数字，加引号/);
  assert.match(sentences["facts.premiumPaid"], /^请填数字，加引号/);
  assert.equal(sentences["facts.zombie"], "请填 true 或 false");
  assert.match(sentences["facts.benefitDrawers"], /^请填整数/);
  assert.match(sentences["facts.preimumPaid"], /^没有这个名称，请检查拼写；可以填 applicant、/);
  assert.match(sentences["facts.creditListings"], /^没有这个选项，可以填 /);
  assert.equal(await (await other.enter()).isChecked("applicant-enterprise"), true);
});

test("rows are filled in too, and what is wrong in one is named by its place", async (t) => {
  const other = await opened(t);
  const [{ facts }] = [caseOf("S09").request];
  const certificates = [...facts.certificates.slice(0, 2), { ...facts.certificates[2], level: 9, issuedOn: "2024-13-01" }];
  await mount(other, { calculator: "skill-subsidy", asOf: "2024-09-01", facts: { ...facts, certificates, received: [1] } });
  // A driver may sort the names.
  await eventually(async () => assert.deepEqual((await errors(other)).map(({ field }) => field).sort(), [
    "facts.certificates[2].issuedOn", "facts.certificates[2].level", "facts.received",
  ]));
  const frame = await other.enter();
  assert.equal(await frame.isChecked("certificates-1-level-4"), true);
});

test("twelve headcounts as their sum are filled in as their average", async (t) => {
  const other = await opened(t);
  const { averageInsured, ...facts } = R01.facts;
  await mount(other, { ...R01, facts: { ...facts, insuredPersonMonths: averageInsured * 12 } });
  await (await other.enter()).reads("amount", /1,815\.08 元$/);
  assert.deepEqual(await errors(other), []);
});

test("facts that are no object, of no calculator, or of a region that there is not are errors", async (t) => {
  const other = await opened(t);
  for (const [options, field, sentence] of [
    [{ calculator: "refund", facts: "{applicant}" }, "facts", /请填一个对象/],
    [{ calculator: "refund", facts: [1] }, "facts", /请填一个对象/],
    [{ calculator: "home", facts: { applicant: "enterprise" } }, "facts", /先写 calculator，可以填 .*refund/],
    [{ calculator: "unemployment-benefit", region: "beijing" }, "region", /^没有这个选项，可以填 /],
    [{ calculator: "refund", asOf: "tomorrow" }, "asOf", /^请填真实存在的日期/],
    [{ calculator: "refund", facts: { averageInsured: "10000000.1" } }, "facts.averageInsured", /不超过 10000000，/],
    [{ calculator: "refund", facts: { premiumPaid: "1.234" } }, "facts.premiumPaid", /最多 2 位小数/],
    [{ calculator: "refund", facts: { benefitDrawers: 10000001 } }, "facts.benefitDrawers", /不超过 10000000，/],
  ]) {
    await mount(other, options);
    await eventually(async () => {
      const [error, ...more] = await errors(other);
      assert.deepEqual([error?.code, error?.field, more.length], ["not-filled", field, 0]);
      assert.match(error.message, sentence);
    });
  }
});

test("what the visitor answered stays over what was filled in, until the page fills in something else", async (t) => {
  const other = await opened(t);
  await mount(other, R01);
  await isReady(other);
  let frame = await other.enter();
  await frame.fill("premium-paid-input", "1000");
  await frame.reads("amount", /600\.00 元$/);
  await frame.waitForIdle();
  await mount(other, R01);
  await isReady(other);
  await (await other.enter()).reads("amount", /600\.00 元$/);
  await other.run((facts) => {
    window.received.length = 0;
    window.mounted.update({ facts });
  }, { ...R01.facts, premiumPaid: "2000" });
  await isReady(other);
  frame = await other.enter();
  await frame.reads("amount", /1,200\.00 元$/);
});

test("where the files for it do not come the page opens without, and says so", async (t) => {
  const files = filesOf(dist);
  const other = await opened(t, HERE, { read: (name) => (name === "facts.json" ? null : files(name)) });
  await mount(other, R01);
  await isReady(other);
  await eventually(async () => assert.deepEqual((await errors(other)).map(({ code, field }) => [code, field]), [["not-filled", "facts"]]));
  assert.equal(await (await other.enter()).isChecked("applicant-enterprise"), false);
});
