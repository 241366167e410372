// One file with an unexpected response does not prevent the other files from being cached for offline use; wrong
// content is never cached, and without a file that the page needs, nothing is.

import assert from "node:assert/strict";
import { createServer } from "node:http";
import { readdirSync } from "node:fs";
import { extname } from "node:path";
import { after, before } from "node:test";
import { sample } from "../../tier.mjs";
import { startBrowser, test } from "../support/engines.mjs";
import { eventually } from "../support/eventually.mjs";
import { PHONE, Page, dist } from "../support/page.mjs";
import { filesOf, listen } from "../support/server.mjs";

let browser;
before(async () => { browser = await startBrowser(); });
after(() => browser?.stop());

const files = filesOf(dist);
/** How long the page may take until it is cached. */
const SOON_MS = 20_000;
const TYPES = { ".css": "text/css", ".html": "text/html; charset=utf-8", ".js": "text/javascript", ".json": "application/json", ".svg": "image/svg+xml", ".wasm": "application/wasm" };

const named = (pattern) => readdirSync(dist).find((name) => pattern.test(name));
const GUIDE = named(/^guide-/);
const WASM = named(/_chunk\.wasm$/);
const STYLE = named(/^style-.*\.css$/);
const ICON = named(/^icon-/);

/** A host that sends one file in a way of its own. */
async function host(t, odd, way) {
  const asked = [];
  const server = createServer(async (request, response) => {
    const name = new URL(request.url, "http://host").pathname.slice(1) || "index.html";
    asked.push(name);
    const moved = name.replace(/^moved\//, "");
    const content = await files(moved);
    const headers = { "Content-Type": TYPES[extname(moved)] ?? "text/plain" };
    const answer = name === odd ? way({ content, headers }) : { status: content ? 200 : 404, content, headers };
    response.writeHead(answer.status ?? 200, answer.headers ?? headers);
    response.end(answer.content ?? undefined);
  });
  const port = await listen(server);
  const stop = () => { server.closeAllConnections(); server.close(); };
  t.after(stop);
  return { url: `http://127.0.0.1:${port}/`, asked, stop };
}

const MOVED = "by way of another address";
const WAYS = {
  "with Vary: *": ({ content, headers }) => ({ content, headers: { ...headers, Vary: "*" } }),
  "with Vary: Cookie": ({ content, headers }) => ({ content, headers: { ...headers, Vary: "Cookie" } }),
  "with no-store": ({ content, headers }) => ({ content, headers: { ...headers, "Cache-Control": "no-store" } }),
  [MOVED]: ({ headers }, name) => ({ status: 302, headers: { ...headers, Location: `/moved/${name}` } }),
};

/** What comes in the place of a file. */
const WRONG = {
  "a part of it": ({ content, headers }) => ({ status: 206, content: content.subarray(0, 100), headers: { ...headers, "Content-Range": `bytes 0-99/${content.length}` } }),
  "a login page": () => ({ content: "<!DOCTYPE html><title>login</title>", headers: { "Content-Type": "text/html" } }),
  "nothing": () => ({ status: 404 }),
};

const visited = async (t, site) => {
  const window = await browser.window(PHONE);
  t.after(() => window.close());
  const page = new Page(window, PHONE, site);
  await page.open();
  return page;
};
const state = (page) => page.window.run(async () => {
  const registration = await navigator.serviceWorker.getRegistration();
  const all = await Promise.all((await caches.keys()).map(async (name) => (await caches.open(name)).keys()));
  return { isActive: Boolean(registration && registration.active), cached: all.flat().map(({ url }) => url.slice(location.origin.length + 1)) };
});

for (const odd of ["index.html", STYLE, WASM, GUIDE]) {
  for (const [what, way] of Object.entries(WAYS)) {
    // A redirected document has another address: the visitor's browser goes there, and the page is cached there.
    if (odd === "index.html" && what === MOVED) continue;
    test(`where ${odd.replace(/-[0-9a-f]+/, "")} comes ${what}, the page works without a network`, async (t) => {
      const site = await host(t, odd, (file) => way(file, odd));
      const page = await visited(t, site);
      await page.isCached();
      await page.window.open("about:blank");
      site.stop();
      await page.open("?c=premium");
      await page.fill("monthly-wage-input", "5000");
      await page.reads("amount", /元/);
      await page.open("?c=guide");
      await page.reads("guide-count", /一共 \d+ 条/);
    });
  }
}

for (const [what, way] of Object.entries(WRONG)) {
  test(`where ${what} comes for a file that the page can do without, all others are cached`, async (t) => {
    for (const odd of sample([GUIDE], [GUIDE, ICON, "site.json"])) {
      const site = await host(t, odd, way);
      const page = await visited(t, site);
      await page.isCached();
      const { cached } = await state(page);
      assert.ok(!cached.includes(odd), `${odd}: ${cached}`);
      await page.window.open("about:blank");
      site.stop();
      await page.open("?c=premium");
      await page.fill("monthly-wage-input", "5000");
      await page.reads("amount", /元/);
    }
  });

  test(`where ${what} comes for the lazy chunk, the page does not claim to work offline`, async (t) => {
    const site = await host(t, WASM, way);
    const page = await visited(t, site);
    await eventually(() => assert.ok(site.asked.includes(WASM), "not asked for"), SOON_MS);
    await new Promise((resolve) => { setTimeout(resolve, 2000); });
    assert.equal((await state(page)).isActive, false);
  });
}
