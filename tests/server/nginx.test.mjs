// The page behind a real nginx with the settings that are shipped: every file's headers and bytes, and a whole journey.

import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { get } from "node:http";
import { after, before, test } from "node:test";
import { buffer } from "node:stream/consumers";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { startBrowser } from "../browser/support/engines.mjs";
import { typeRefund } from "../browser/support/forms.mjs";
import { CLIPBOARD, PHONE, Page, dist } from "../browser/support/page.mjs";
import { STRICT_CSP } from "../browser/support/server.mjs";
import { startNginx } from "./nginx.mjs";

const { files } = JSON.parse(readFileSync(new URL("build-manifest.json", dist), "utf8"));
const paths = files.map(({ path }) => path);
const open = JSON.parse(readFileSync(new URL("../cases/open.json", import.meta.url), "utf8"));

/** An office edits it: a compressed older copy would be sent instead. */
const isEdited = (path) => path === "site.json" || path.startsWith("packs/");
/** The name holds a digest: what it names never changes. */
const isCachedForever = (path) => /-[0-9a-f]{8,16}[._]/.test(path);
const TYPES = {
  css: "text/css; charset=utf-8",
  html: "text/html; charset=utf-8",
  js: "text/javascript; charset=utf-8",
  json: "application/json; charset=utf-8",
  svg: "image/svg+xml",
  txt: "text/plain; charset=utf-8",
  pack: "application/octet-stream",
  wasm: "application/wasm",
};
/** What every answer has, that of an error too. */
const ALWAYS = {
  "content-security-policy": STRICT_CSP,
  "access-control-allow-origin": "*",
  "x-content-type-options": "nosniff",
  "referrer-policy": "no-referrer",
};

let browser;
let server;
before(async () => { [browser, server] = await Promise.all([startBrowser(), startNginx()]); });
after(() => Promise.all([browser?.stop(), server?.stop()]));

/** Asks for a file as it comes over the wire. */
const ask = (path, headers = {}, host = server) => new Promise((resolve, reject) => {
  get(host.url + path, { headers, agent: false }, async (response) => {
    resolve({ status: response.statusCode, headers: response.headers, bytes: await buffer(response) });
  }).on("error", reject);
});

const picked = (headers, names) => Object.fromEntries(Object.keys(names).map((name) => [name, headers[name]]));

test("every file has its type, its cache lifetime, and the policy", async () => {
  assert.ok(paths.some(isCachedForever) && !paths.every(isCachedForever));
  for (const path of paths) {
    const { status, headers, bytes } = await ask(path);
    const expected = {
      ...ALWAYS,
      // The demo alone has frames.
      ...(path === "embed-demo.html" && { "content-security-policy": `${STRICT_CSP}; frame-src 'self'` }),
      "content-type": TYPES[path.split(".").pop()],
      "cache-control": isCachedForever(path) ? "public, max-age=31536000, immutable" : "no-cache",
    };
    assert.deepEqual({ status, ...picked(headers, expected) }, { status: 200, ...expected }, path);
    assert.equal(headers["content-encoding"], undefined, path);
    assert.ok(bytes.equals(readFileSync(new URL(path, dist))), path);
  }
  const folder = await ask("");
  assert.deepEqual([folder.status, folder.headers["content-type"], folder.headers["cache-control"]], [200, TYPES.html, "no-cache"]);
});

/** Asserts that a host sends each file in a compression that was built, and that it is the file. */
async function sends(host, accepted, encoding, unpack) {
  let sum = 0;
  for (const path of paths) {
    const { headers, bytes } = await ask(path, { "Accept-Encoding": accepted }, host);
    sum += bytes.length;
    const whole = readFileSync(new URL(path, dist));
    if (whole.length < 1000 || isEdited(path)) continue;
    assert.deepEqual([headers["content-encoding"], headers.vary], [encoding, "Accept-Encoding"], path);
    assert.equal(headers["content-type"], TYPES[path.split(".").pop()], path);
    assert.ok(unpack(bytes).equals(whole), path);
  }
  return sum;
}

test("files go out as they were compressed when they were built", async () => {
  const br = await sends(server, "gzip, deflate, br", "br", brotliDecompressSync);
  const gz = await sends(server, "gzip", "gzip", gunzipSync);
  assert.ok(br < gz, `${br} ${gz}`);
  // Files that an office edits have no compressed copies, which would be outdated.
  const edited = paths.filter(isEdited);
  assert.deepEqual(edited.sort(), ["packs/gansu.pack", "site.json"]);
  for (const path of edited) {
    for (const ending of ["gz", "br"]) assert.ok(!existsSync(new URL(`${path}.${ending}`, dist)));
  }
});

test("without the module for brotli, and without the line, gzip is left", async () => {
  const line = "    brotli_static on;\n";
  const host = await startNginx({ settings: (text) => {
    assert.ok(text.includes(line));
    return text.replace(line, "");
  } });
  try {
    await sends(host, "gzip, deflate, br", "gzip", gunzipSync);
  } finally {
    await host.stop();
  }
});

test("a missing file is a 404 that is not cached, and not the first screen", async () => {
  for (const path of ["app-0123456789abcdef_bg.wasm", "boot-0123456789abcdef.js", "refund", "wp-login.php"]) {
    const { status, headers, bytes } = await ask(path);
    assert.equal(status, 404, path);
    assert.doesNotMatch(bytes.toString(), /稳岗|nginx\/\d/, path);
    const expected = { ...ALWAYS, "cache-control": "no-store" };
    assert.deepEqual(picked(headers, expected), expected, path);
  }
});

test("what may have changed is requested again, and costs nothing where it has not", async () => {
  for (const path of paths.filter((name) => !isCachedForever(name))) {
    const { headers } = await ask(path, { "Accept-Encoding": "br" });
    const again = await ask(path, { "Accept-Encoding": "br", "If-None-Match": headers.etag });
    assert.deepEqual([again.status, again.bytes.length, again.headers["cache-control"]], [304, 0, "no-cache"], path);
  }
});

test("what is cached for ever is named by its content", () => {
  for (const stem of ["app", "boot", "icon", "preboot", "style"]) {
    const found = paths.filter((path) => new RegExp(`^${stem}-[0-9a-f]{16}[._]`).test(path)).sort();
    assert.ok(found.length >= 1, stem);
    const digest = createHash("sha256");
    for (const path of found) digest.update(readFileSync(new URL(path, dist)));
    assert.equal(found[0].slice(stem.length + 1).slice(0, 16), digest.digest("hex").slice(0, 16), stem);
  }
});

/** Opens a window on the page behind a host. */
async function opened(t, { host = server, first = "" } = {}) {
  const window = await browser.window(PHONE);
  t.after(() => window.close());
  if (first) await window.cdp("Page.addScriptToEvaluateOnNewDocument", { source: first });
  return new Page(window, PHONE, host);
}

/** Every screen, and an element on it. */
const SCREENS = [
  ["skill-subsidy.html", "verdict"], ["?c=unemployment-benefit", "verdict"], ["?c=premium", "verdict"], ["?c=size-class", "verdict"],
  ["?c=guide", "guide-search-input"], ["?c=rounds", "home"], ["?c=entitled", "home"], ["?c=refund&elder=1", "step-on"],
];

test("a whole journey breaks no rule of the policy and asks for nothing but the page's own files", async (t) => {
  // Its own, whose log holds nothing else.
  const host = await startNginx();
  t.after(() => host.stop());
  const page = await opened(t, { host, first: CLIPBOARD });
  await page.open();
  await typeRefund(page, open.find(({ id }) => id === "R01").request);
  await page.reads("amount", /1,815\.08 元$/);
  await page.click("share-numbers");
  await page.click("copy-link");
  await page.reads("copied", /已复制/);
  await page.click("poster-make");
  assert.match(await page.attribute("poster-image", "src"), /^data:image\/png;base64,/);
  const link = await page.window.run(() => window.copied);
  assert.ok(link.startsWith(host.url), link);
  await page.window.print();
  await page.window.open("about:blank");
  await page.open(link.replace(host.url, ""));
  await page.reads("amount", /1,815\.08 元$/);
  for (const [address, hook] of SCREENS) {
    await page.open(address);
    assert.ok(await page.find(hook), address);
  }
  await page.expectNoUnexpectedTraffic();
  assert.equal(host.log(), "");
  // The link was opened with the numbers in it, and the server has not seen them.
  const asked = host.log("access").trim().split("\n");
  assert.ok(asked.length >= 10, asked.length);
  assert.deepEqual(asked.filter((line) => /3025\.?14|#/.test(line)), []);
});

test("the demo shows its frames", async (t) => {
  const page = await opened(t);
  await page.window.open(`${server.url}embed-demo.html`);
  await (await page.window.find("iframe")).enter();
  await page.isReady();
  assert.deepEqual(await page.window.console(), []);
});

test("a second visit gets every file that may be cached from the browser", async (t) => {
  const page = await opened(t);
  await page.open();
  await page.window.open("about:blank");
  await page.open();
  const loaded = await page.window.run(() => (
    performance.getEntriesByType("resource").map(({ name, transferSize }) => [name.split("/").pop(), transferSize])
  ));
  assert.ok(loaded.filter(([name]) => isCachedForever(name)).length >= 5, JSON.stringify(loaded));
  for (const [name, bytes] of loaded) if (isCachedForever(name)) assert.equal(bytes, 0, name);
});

test("a script that gets in makes no script, no markup and no policy of its own", async (t) => {
  const page = await opened(t);
  await page.open();
  const tried = await page.window.run(() => {
    const attempt = (go) => {
      try {
        go();
        return "allowed";
      } catch (error) {
        return error.name;
      }
    };
    return {
      source: attempt(() => { document.createElement("script").src = "./embed.js"; }),
      text: attempt(() => { document.createElement("script").text = "window.inside = 1"; }),
      markup: attempt(() => { document.body.innerHTML = "<img src=x>"; }),
      handler: attempt(() => { document.body.setAttribute("onclick", "window.inside = 1"); }),
      frame: attempt(() => { document.createElement("iframe").srcdoc = "<p>"; }),
      another: attempt(() => trustedTypes.createPolicy("another", {})),
      ours: attempt(() => trustedTypes.createPolicy("wengang", {})),
    };
  });
  assert.deepEqual(new Set(Object.values(tried)), new Set(["TypeError"]), JSON.stringify(tried));
});

/** Runs before the page's own scripts: records the policy that they create. */
const KEEPING = `
const create = TrustedTypePolicyFactory.prototype.createPolicy;
TrustedTypePolicyFactory.prototype.createPolicy = function (...words) {
  return window.policy = create.apply(this, words);
};`;

test("our policy passes the literal names of our own files and nothing else", async (t) => {
  const page = await opened(t, { first: KEEPING });
  await page.open();
  const passed = (name) => page.window.run((word) => {
    try {
      return String(window.policy.createScriptURL(word));
    } catch (error) {
      return error.name;
    }
  }, name);
  const own = paths.find((path) => path.startsWith("fallback-"));
  assert.equal(await passed(own), own);
  const others = ["", "embed.js", `./${own}`, `${own}?`, `//192.0.2.1/${own}`, "data:text/javascript,1", "https://192.0.2.1/x.js", own.toUpperCase()];
  for (const other of others) assert.equal(await passed(other), "TypeError", other);
  const kinds = await page.window.run(() => ["createHTML", "createScript"].map((make) => {
    try {
      return String(window.policy[make]("1"));
    } catch (error) {
      return error.name;
    }
  }));
  assert.deepEqual(kinds, ["TypeError", "TypeError"]);
});
