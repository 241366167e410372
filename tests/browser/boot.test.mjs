// Where the calculator cannot start, the page says so in words, with a number to call.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { startBrowser } from "./engines.mjs";
import { eventually } from "./eventually.mjs";
import { PHONE, dist } from "./page.mjs";
import { STRICT_CSP, filesOf, serve } from "./server.mjs";

let browser;
before(async () => { browser = await startBrowser(); });
after(() => browser?.stop());

const files = filesOf(dist);
const never = new Promise(() => {});

const SLOW = /有点慢/;
const BROKEN = /打不开.*12333/;

const faults = [
  ["the wasm is missing", (name) => (name.endsWith(".wasm") ? null : files(name)), STRICT_CSP, BROKEN],
  ["the app's script is missing", (name) => (name.startsWith("app-") && name.endsWith(".js") ? null : files(name)), STRICT_CSP, BROKEN],
  ["the host forbids wasm", files, STRICT_CSP.replace("'wasm-unsafe-eval'", ""), BROKEN],
  ["the wasm does not come", (name) => (name.endsWith(".wasm") ? never : files(name)), STRICT_CSP, SLOW],
];

for (const [fault, read, policy, sentence] of faults) {
  test(`where ${fault} the page says what to do`, async (t) => {
    const host = await serve(read, { headers: { "Content-Security-Policy": policy } });
    t.after(() => host.stop());
    const window = await browser.window(PHONE);
    t.after(() => window.close());
    await window.open(host.url);
    await eventually(async () => assert.match(await (await window.find("#boot")).text(), sentence), 12_000);
    assert.equal(await (await window.find("a[href='tel:12333']")).text(), "12333");
  });
}

/** Opens the page in a window of its own, on a host that answers by `read`. */
async function opened(t, read) {
  const host = await serve(read, { headers: { "Content-Security-Policy": STRICT_CSP } });
  t.after(() => host.stop());
  const window = await browser.window(PHONE);
  t.after(() => window.close());
  await window.open(host.url);
  await eventually(async () => {
    assert.equal(await window.run(() => document.documentElement.dataset.state), "ready");
  });
  return { window, host };
}

const isRest = (url) => url.endsWith("_rest.wasm");

test("the first screens stand without the second part, which comes once somebody begins", async (t) => {
  const { window, host } = await opened(t, files);
  assert.ok(host.asked.length >= 5 && !host.asked.some(({ url }) => isRest(url)));
  await (await window.find("[data-test=role-student]")).click();
  await window.find("[data-test=elsewhere]");
  await (await window.find("[data-test=home]")).click();
  await (await window.find("[data-test=role-enterprise]")).click();
  await window.find("[data-test=verdict]");
  assert.equal(host.asked.filter(({ url }) => isRest(url)).length, 1);
});

test("where the second part does not come the page says so, and a second try works", async (t) => {
  let isDown = true;
  const { window } = await opened(t, (name) => (isDown && isRest(name) ? null : files(name)));
  await (await window.find("[data-test=role-enterprise]")).click();
  await eventually(async () => assert.match(await (await window.find("[data-test=opening]")).text(), /没有打开.*12333/));
  // The first screen still stands, and its address is its own.
  await window.find("[data-test=role-employee]");
  assert.equal(await window.run(() => location.search), "");
  isDown = false;
  await (await window.find("[data-test=role-enterprise]")).click();
  await window.find("[data-test=verdict]");
  assert.equal(await (await window.find("[data-test=opening]")).text(), "");
});
