// Only the name of another program announces an update: no other answer of a host, a proxy or a login page does.

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
const OTHER = "app-0123456789abcdef_bg.wasm";

const NOTHING_NEW = {
  "an empty object": "{}",
  "nothing": " ",
  "a login page": "<!DOCTYPE html><title>login</title>",
  null: "null",
  "a list": `["${OTHER}"]`,
  "a text": `"${OTHER}"`,
  "a number for a name": '{"wasm":1}',
  "no name": '{"wasm":null}',
  "an empty name": '{"wasm":""}',
  "a list for a name": `{"wasm":["${OTHER}"]}`,
  "another file's name": '{"wasm":"other.wasm"}',
  "a name with more in it": `{"wasm":"x/${OTHER}?y"}`,
  "a half file": '{"wasm":"app-01',
};

test("only another program's name announces an update", async (t) => {
  const published = {};
  const page = await opened(t, browser, "?c=premium", {
    read: (name) => (name === "version.json" && published.now ? published.now : files(name)),
  });
  await page.isReady();
  const looked = () => page.host.asked.filter(({ url }) => url.endsWith("/version.json")).length;
  const comeBack = async () => {
    const before = looked();
    await page.window.run(() => document.dispatchEvent(new Event("visibilitychange")));
    await eventually(() => assert.notEqual(looked(), before, "it did not look"));
    await page.window.run(() => new Promise((done) => { setTimeout(done, 200); }));
  };
  for (const [what, answer] of Object.entries(NOTHING_NEW)) {
    published.now = answer;
    await comeBack();
    assert.ok(!await page.shows("newer"), what);
  }
  for (const status of [404, 500, 503]) {
    published.now = status;
    await comeBack();
    assert.ok(!await page.shows("newer"), String(status));
  }
  published.now = `{"wasm":"${OTHER}"}`;
  await comeBack();
  await page.reads("newer", /有更新/);
});
