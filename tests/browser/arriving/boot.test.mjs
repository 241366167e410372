// Where the calculator cannot start, the page says so in words, with a number to call.

import assert from "node:assert/strict";
import { after, before } from "node:test";
import { sample } from "../../tier.mjs";
import { caseOf } from "../support/cases.mjs";
import { STARTING, starterOf } from "../support/documents.mjs";
import { startBrowser, test } from "../support/engines.mjs";
import { eventually } from "../support/eventually.mjs";
import { typeRefund, typeSkillSubsidy, typeUnemploymentBenefit } from "../support/forms.mjs";
import { PHONE, Page, dist, opened } from "../support/page.mjs";
import { STRICT_CSP, filesOf, serve } from "../support/server.mjs";

let browser;
before(async () => { browser = await startBrowser(); });
after(() => browser?.stop());

const files = filesOf(dist);
const never = new Promise(() => {});

const SLOW = /有点慢/;
const BROKEN = /打不开.*12333/;

const without = (isMissing) => (name) => (isMissing(name) ? null : files(name));
const isFallback = (name) => name.startsWith("fallback-");
const isWasm = (name) => name.endsWith(".wasm");
const isApp = (name) => name.startsWith("app-") && name.endsWith(".js");
const NO_WASM = STRICT_CSP.replace("'wasm-unsafe-eval'", "");

const faults = [
  ["the wasm and the program as a script are missing", without((name) => isWasm(name) || isFallback(name)), STRICT_CSP, BROKEN],
  ["the app's script and the program as a script are missing", without((name) => isApp(name) || isFallback(name)), STRICT_CSP, BROKEN],
  ["the host forbids wasm and the program as a script is missing", without(isFallback), NO_WASM, BROKEN],
  ["the wasm does not come", (name) => (isWasm(name) ? never : files(name)), STRICT_CSP, SLOW],
];

for (const [fault, read, policy, sentence] of faults) {
  test(`where ${fault} the page shows what to do`, async (t) => {
    const host = await serve(read, { headers: { "Content-Security-Policy": policy } });
    t.after(() => host.stop());
    const window = await browser.window(PHONE);
    t.after(() => window.close());
    await window.open(host.url);
    await eventually(async () => assert.match(await (await window.find("#boot")).text(), sentence), 12_000);
    assert.equal(await (await window.find("a[href='tel:12333']")).text(), "12333");
  });
}

for (const [name, html] of STARTING) {
  test(`where the script of ${name} is missing it shows what to do`, async (t) => {
    const host = await serve(without((file) => file === starterOf(html)), { headers: { "Content-Security-Policy": STRICT_CSP } });
    t.after(() => host.stop());
    const window = await browser.window(PHONE);
    t.after(() => window.close());
    await window.open(host.url + name);
    await eventually(async () => assert.match(await (await window.find("#boot")).text(), /没有取到.*12333/), 12_000);
  });
}

const cut = async (name) => {
  const content = await files(name);
  return isWasm(name) ? content?.subarray(0, content.length / 2) : content;
};

const CASES = [["R01", typeRefund], ["S09", typeSkillSubsidy], ["U03", typeUnemploymentBenefit]];
/** The program is the same in every case, and every-case.test.mjs reads what it computes: one answer shows that it runs. */
const ONE = CASES.slice(0, 1);
const ALL = sample(ONE, CASES);

/** Obstacles for WebAssembly: files, a host's policy, missing features; the program must compute nevertheless. */
const obstacles = [
  ["the browser has no WebAssembly", files, STRICT_CSP, ALL, "delete window.WebAssembly"],
  ["the host forbids wasm", files, NO_WASM, ONE],
  ["the wasm is missing", without(isWasm), STRICT_CSP, ONE],
  ["the wasm is cut", cut, STRICT_CSP, ONE],
  ["the app's script is missing", without(isApp), STRICT_CSP, ONE],
];

for (const [obstacle, read, policy, cases, script] of obstacles) {
  test(`where ${obstacle} the program as a script gives the same answer`, async (t) => {
    const host = await serve(read, { headers: { "Content-Security-Policy": policy } });
    t.after(() => host.stop());
    host.first = script ?? "";
    const window = await browser.window(PHONE);
    t.after(() => window.close());
    for (const [id, type] of cases) {
      const { request, expect } = caseOf(id);
      const page = new Page(window, PHONE, host);
      await page.open();
      await type(page, request);
      const [yuan, fen] = (expect.total ?? expect.amount.value).split(".");
      await page.reads("amount", new RegExp(`${yuan.replace(/\B(?=(\d{3})+$)/g, ",")}\\.${fen}\\s元`));
    }
    assert.ok(host.asked.some(({ url }) => /\/fallback-/.test(url)));
  });
}

const isChunk = (url) => url.endsWith("_chunk.wasm");

test("the first screens work without the lazy chunk, which is loaded on first use", async (t) => {
  const page = await opened(t, browser, "");
  const { window, host } = page;
  await page.isReady();
  assert.ok(host.asked.length >= 5 && !host.asked.some(({ url }) => isChunk(url)));
  await (await window.find("[data-test=role-student]")).click();
  await window.find("[data-test=elsewhere]");
  await (await window.find("[data-test=home]")).click();
  await (await window.find("[data-test=task-refund]")).click();
  await window.find("[data-test=verdict]");
  assert.equal(host.asked.filter(({ url }) => isChunk(url)).length, 1);
});

test("where the lazy chunk does not load the page shows a message, and a second try works", async (t) => {
  let isDown = true;
  const page = await opened(t, browser, "", { read: (name) => (isDown && isChunk(name) ? null : files(name)) });
  const { window } = page;
  await page.isReady();
  await (await window.find("[data-test=task-refund]")).click();
  await eventually(async () => assert.match(await (await window.find("[data-test=opening]")).text(), /没有打开.*12333/));
  // The first screen is still shown, with its own address.
  await window.find("[data-test=task-skill-subsidy]");
  assert.equal(await window.run(() => location.search), "");
  isDown = false;
  await (await window.find("[data-test=task-refund]")).click();
  await window.find("[data-test=verdict]");
  assert.equal(await (await window.find("[data-test=opening]")).text(), "");
});
