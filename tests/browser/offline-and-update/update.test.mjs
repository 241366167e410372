// A page that was left open learns that another was published since.

import assert from "node:assert/strict";
import { after, before } from "node:test";
import { startBrowser, test } from "../support/engines.mjs";
import { eventually } from "../support/eventually.mjs";
import { dist, opened } from "../support/page.mjs";
import { filesOf } from "../support/server.mjs";

let browser;
before(async () => { browser = await startBrowser(); });
after(() => browser?.stop());

const files = filesOf(dist);

/** Opens the premium calculator with a wage typed, on a host whose `version.json` is what `published` holds then. */
async function typed(t, published) {
  const read = (name) => (name === "version.json" && "now" in published ? published.now : files(name));
  const page = await opened(t, browser, "?c=premium", { read });
  await page.isReady();
  await page.fill("monthly-wage-input", "5000");
  return page;
}

/** Comes back to the page, and waits until it has looked. */
async function comeBack(page) {
  const looked = () => page.host.asked.filter(({ url }) => url.endsWith("/version.json")).length;
  const before = looked();
  await page.window.run(() => document.dispatchEvent(new Event("visibilitychange")));
  await eventually(() => assert.notEqual(looked(), before, "it did not look"));
  await page.window.run(() => new Promise((drawn) => { setTimeout(drawn, 300); }));
}

test("a newer version is offered, and a refresh preserves what was typed", async (t) => {
  const published = {};
  const page = await typed(t, published);
  await comeBack(page);
  await page.expectHidden("newer");
  published.now = JSON.stringify({ wasm: "app-0123456789abcdef_bg.wasm" });
  await comeBack(page);
  await page.reads("newer", /有更新.*刷新/s);
  await page.fitsWidth();
  await page.screenshot("newer");
  delete published.now;
  await page.click("newer-reload");
  await page.expectHidden("newer");
  await page.reads("amount", /元/);
  assert.equal(await page.value("monthly-wage-input"), "5000");
});

for (const [what, now] of [["nothing comes", null], ["something else comes", "<!DOCTYPE html><title>登录</title>"]]) {
  test(`where ${what} the page works on`, async (t) => {
    const page = await typed(t, { now });
    await comeBack(page);
    await page.expectHidden("newer");
    await page.reads("amount", /元/);
  });
}
