// After a first visit the page works without a network; what it shows is the host's newest wherever that answers.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before } from "node:test";
import { needing, startBrowser, test } from "../support/engines.mjs";
import { eventually } from "../support/eventually.mjs";
import { PHONE, dist, opened } from "../support/page.mjs";
import { STRICT_CSP, filesOf, serve } from "../support/server.mjs";

let browser;
before(async () => { browser = await startBrowser(); });
after(() => browser?.stop());

const files = filesOf(dist);
const never = new Promise(() => {});
/** How long the page may take until it is cached. */
const SOON_MS = 15_000;

/** A first visit to an address, and what the host answers from then on where `host.now` says. */
async function visited(t, address = "") {
  const host = {};
  const read = (name) => (host.now ?? files)(name);
  const page = await opened(t, browser, address, { read });
  await page.isReady();
  await page.isCached();
  return { page, answerBy: (now) => { host.now = now; } };
}

/** Leaves the page, like a user who comes back later. */
const leave = (page) => page.window.open("about:blank");

/** Leaves the page until the browser has seen that nobody looks at it: that takes its time. */
async function leaveForAWhile(page) {
  await leave(page);
  await new Promise((resolve) => { setTimeout(resolve, 1000); });
}

test("without a network the page opens, computes, shows the guide and comes back with what was typed", async (t) => {
  const { page } = await visited(t);
  await leave(page);
  page.host.stop();
  await page.open("?c=premium");
  await page.fill("monthly-wage-input", "5000");
  await page.reads("amount", /元/);
  const amount = await page.text("amount");
  await page.waitForIdle();
  // By the page itself: Firefox's driver asks the network alone.
  await page.window.run(() => {
    window.isBefore = true;
    location.reload();
  });
  await eventually(async () => assert.ok(await page.window.run(() => !window.isBefore)));
  await page.isReady();
  await page.reads("amount", amount);
  assert.equal(await page.value("monthly-wage-input"), "5000");
  await page.open("?c=guide");
  await page.reads("guide-count", /一共 \d+ 条/);
  for (const address of ["refund.html", "index.html", "?c=refund&y=2024&from=timeline#v=1"]) await page.open(address);
});

test("the guide comes without a network on the first visit too", async (t) => {
  const { page } = await visited(t);
  await eventually(async () => assert.ok(await page.window.run(() => navigator.serviceWorker.controller !== null)));
  page.host.stop();
  await page.click("open-guide");
  await page.reads("guide-count", /一共 \d+ 条/);
});

test("only the page's own files are cached, and no address that was opened", async (t) => {
  const { page } = await visited(t, "?c=refund&y=2024&k=sms-01");
  await page.open("?c=premium");
  const cached = await page.window.run(async () => {
    const all = await Promise.all((await caches.keys()).map(async (name) => (await caches.open(name)).keys()));
    return all.flat().map(({ url }) => url);
  });
  const { files: listed } = JSON.parse(readFileSync(new URL("build-manifest.json", dist), "utf8"));
  const own = new Set(["", ...listed.map(({ path }) => path)].map((path) => page.url + path));
  assert.ok(cached.length >= 14, cached.join());
  assert.deepEqual(cached.filter((url) => !own.has(url)), []);
  // What only other sites or browsers without WebAssembly need does not weigh on the network.
  assert.deepEqual(cached.filter((url) => /embed|fallback|version/.test(url)), []);
  assert.deepEqual(await page.window.run(() => [localStorage.length, sessionStorage.length, document.cookie]), [0, 0, ""]);
});

const newer = async (name) => (name === "index.html" ? String(await files(name)).replace("<html ", '<html data-newer="yes" ') : files(name));

test("with a network the host's newest document is shown", async (t) => {
  const { page, answerBy } = await visited(t);
  answerBy(newer);
  await page.reload();
  assert.equal(await page.window.run(() => document.documentElement.dataset.newer), "yes", "an old document");
});

for (const [what, answer] of [["never answers", () => never], ["is out of order", () => 503]]) {
  test(`where the host ${what} the cached page is shown`, async (t) => {
    const { page, answerBy } = await visited(t);
    await leave(page);
    answerBy(answer);
    await page.window.open(page.url);
    await eventually(() => page.isReady(), SOON_MS);
    await page.click("task-refund");
    await page.reads("verdict", /./);
  });
}

test("where the host took the page away nothing old is shown", async (t) => {
  const { page, answerBy } = await visited(t);
  answerBy(() => null);
  await page.window.open(page.url);
  await new Promise((resolve) => { setTimeout(resolve, 500); });
  assert.ok(!await page.window.run(() => document.getElementById("app")), "the old page");
});

test("an old document whose files are gone finds them on the device", async (t) => {
  const { page, answerBy } = await visited(t);
  answerBy((name) => (name.endsWith(".html") || name === "sw.js" ? files(name) : null));
  await page.open("?c=premium");
  await page.fill("monthly-wage-input", "5000");
  await page.reads("amount", /元/);
});

needing("sees-new-worker", "once another build is cached, the previous one is deleted", async (t) => {
  const { page, answerBy } = await visited(t);
  const names = () => page.window.run(() => caches.keys());
  const [first, ...others] = await names();
  assert.deepEqual(others, []);
  answerBy(async (name) => (name === "sw.js" ? String(await files(name)).replace(/id:"[0-9a-f]+"/, 'id:"another"') : files(name)));
  await page.reload();
  // The one before goes with the last page that it serves.
  await eventually(async () => assert.equal((await names()).length, 2), SOON_MS);
  await eventually(async () => {
    await leaveForAWhile(page);
    await page.open();
    const [now, ...rest] = await names();
    assert.deepEqual(rest, []);
    assert.notEqual(now, first);
  }, SOON_MS);
});

needing("sees-new-worker", "a host that removed the page can have the cached files deleted, as its manual says", async (t) => {
  const manual = readFileSync(new URL("../../../docs/deployment.md", import.meta.url), "utf8");
  const [, retired] = /^```js\n(.+?)^```$/ms.exec(manual);
  const { page, answerBy } = await visited(t);
  const workerState = () => page.window.run(async () => {
    const registration = await navigator.serviceWorker.getRegistration();
    return { isRegistered: Boolean(registration), isNewer: Boolean(registration?.waiting), cached: (await caches.keys()).length };
  });
  const instead = { "sw.js": retired, "index.html": "<!DOCTYPE html><p>moved</p>" };
  answerBy((name) => instead[name] ?? null);
  await page.window.open(page.url);
  await eventually(async () => assert.deepEqual(await workerState(), { isRegistered: true, isNewer: true, cached: 1 }), SOON_MS);
  await eventually(async () => {
    await leaveForAWhile(page);
    await page.window.open(page.url);
    assert.deepEqual(await workerState(), { isRegistered: false, isNewer: false, cached: 0 });
  }, SOON_MS);
});

/** Opens a page of another host with the calculator of `site` in a frame, and waits longer than a page takes to be cached. */
async function framed(t, page, site) {
  const frame = `<!DOCTYPE html><iframe src="${site.url}?c=premium&embed=a"></iframe>`;
  const host = await serve((name) => (name === "index.html" ? frame : null));
  t.after(() => host.stop());
  await page.window.open(host.url);
  await new Promise((resolve) => { setTimeout(resolve, 5000); });
}

test("a page in another one's frame is not cached", async (t) => {
  const { page } = await visited(t);
  const site = await serve(files, { headers: { "Content-Security-Policy": STRICT_CSP } });
  t.after(() => site.stop());
  await framed(t, page, site);
  assert.ok(site.asked.some(({ url }) => url.endsWith("_chunk.wasm")), "it does not run");
  assert.deepEqual(site.askedByWorker, []);
});

needing("asks-again", "a page in another one's frame comes from its host, even if it is cached", async (t) => {
  const { page } = await visited(t);
  const before = page.host.asked.length;
  await framed(t, page, page.host);
  const asked = page.host.asked.slice(before).map(({ url }) => url);
  for (const end of ["embed=a", "_bg.wasm", "_chunk.wasm"]) assert.ok(asked.some((url) => url.endsWith(end)), `${end} came from the device`);
});
