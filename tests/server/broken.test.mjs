// The page on servers that are set up badly, behind proxies that meddle, and after half an update: it answers all the
// same, or it says in words what to do; it is never an empty screen.

import assert from "node:assert/strict";
import { readFileSync, readdirSync, rmSync, truncateSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { startBrowser } from "../browser/support/engines.mjs";
import { eventually } from "../browser/support/eventually.mjs";
import { typePremium } from "../browser/support/forms.mjs";
import { PHONE, Page } from "../browser/support/page.mjs";
import { startNginx } from "./nginx.mjs";

const open = JSON.parse(readFileSync(new URL("../cases/open.json", import.meta.url), "utf8"));
const { request, expect } = open.find(({ id }) => id === "P01");

let browser;
let window;
before(async () => {
  browser = await startBrowser();
  // One for all: every server is a host of its own.
  window = await browser.window(PHONE);
});
after(async () => {
  await window?.close();
  await browser?.stop();
});

/** Does something with each file of a site whose name is so; what was compressed before goes. */
function each(site, ending, act) {
  const names = readdirSync(site).filter((name) => ending.test(name));
  assert.ok(names.length > 0, ending);
  for (const name of names) {
    for (const packed of ["gz", "br"]) rmSync(join(site, `${name}.${packed}`), { force: true });
    act(join(site, name));
  }
}

const rewrite = (ending, change) => (site) => each(site, ending, (file) => {
  const text = readFileSync(file, "utf8");
  assert.notEqual(change(text), text, file);
  writeFileSync(file, change(text));
});
const remove = (ending) => (site) => each(site, ending, (file) => rmSync(file));
const halve = (ending) => (site) => each(site, ending, (file) => truncateSync(file, readFileSync(file).length >> 1));
const typed = (ending, type) => (settings) => settings.replace(new RegExp(`^ +\\S+ +${ending};$`, "m"), `        ${type} ${ending};`);
const without = (...lines) => (settings) => lines.reduce((text, line) => {
  assert.ok(text.includes(line), line);
  return text.replace(line, "");
}, settings);

const SNIFFING = 'add_header X-Content-Type-Options "nosniff" always;';
const POLICY = /^ {4}add_header Content-Security-Policy "default-src.*$/m;
const OCTETS = "application/octet-stream";
const WASM = /\.wasm$/;
const SCRIPT = /\.js$/;
const BOOT = /^boot-.*\.js$/;
const same = (settings) => settings;
const nothing = () => {};

/** Opens the page on such a server. */
async function opened(t, { settings = same, site = nothing }, address = "") {
  const server = await startNginx({ settings });
  t.after(() => server.stop());
  site(server.site);
  await window.open(server.url + address);
  return Object.assign(new Page(window, PHONE, server), { server });
}

/** Where the page answers all the same. */
const overcome = [
  ["compresses nothing", { settings: without("gzip_static on;", "brotli_static on;") }],
  ["sends wasm as octets", { settings: typed("wasm", OCTETS) }],
  ["sends wasm as text", { settings: typed("wasm", "text/plain") }],
  ["has no wasm", { site: remove(WASM) }],
  ["has wasm that was cut", { site: halve(WASM) }],
  ["sends the page for every missing file", {
    settings: (text) => text.replace("index index.html;", "index index.html; error_page 404 =200 /wengang/index.html;"), site: remove(WASM),
  }],
  ["has a proxy before it that puts a line into every script", { site: rewrite(SCRIPT, (text) => `var injected = 1; // proxy\n${text}`) }],
  ["has a proxy before it that rewrites the program's script", { site: rewrite(/^app-.*\.js$/, (text) => text.replaceAll("=>", "=&gt;")) }],
  ["has a proxy before it that puts a script into the page", {
    site: rewrite(/^index\.html$/, (text) => text.replace("<head>", "<head><script>document.write('<plaintext>')</script>").replace("</body>", "<script src=\"http://192.0.2.1/ad.js\"></script></body>")),
  }],
];

for (const [fault, server] of overcome) {
  test(`where a server ${fault} the answer is the same`, async (t) => {
    const page = await opened(t, server);
    await eventually(() => page.isReady(), 15_000);
    await typePremium(page, request);
    await page.reads("amount", new RegExp(`${expect.amount.value.replace(/\B(?=(\d{3})+(?!\d))/g, ",")} 元$`));
  });
}

/** Asserts that there is something to read, and a number to call. */
async function isReadable() {
  assert.match(await (await window.find("body")).text(), /稳岗返还/);
  assert.equal(await (await window.find("a[href='tel:12333']")).text(), "12333");
}

const OLD = (text) => text.replaceAll(/\b(boot|app)-[0-9a-f]{16}/g, "$1-0123456789abcdef");
const ESCAPED = (text) => text.replaceAll("=>", "=&gt;");

/** Where it cannot begin, and says so. */
const faults = [
  ["sends scripts as octets", { settings: (text) => typed("js", OCTETS)(without(SNIFFING)(text)) }],
  ["has a page of an older version", { site: rewrite(/^(index|refund)\.html$/, OLD) }],
  ["has lost the program", { site: (site) => { remove(WASM)(site); remove(/^fallback-.*\.js$/)(site); } }],
  ["has a proxy before it that cuts the script that begins", { site: halve(BOOT) }],
  ["has a proxy before it that rewrites the script that begins", { site: rewrite(BOOT, ESCAPED) }],
  ["has a proxy before it that answers the script with a page", { site: rewrite(BOOT, () => "<!DOCTYPE html><title>登录</title>") }],
];

for (const [fault, server] of faults) {
  test(`where a server ${fault} the page shows what to do`, async (t) => {
    const page = await opened(t, server);
    for (const address of ["", "?c=refund"]) {
      await window.open(page.url + address);
      await eventually(async () => assert.match(await (await window.find("#boot")).text(), /请刷新.*12333.*刷新$/s), 12_000);
      await isReadable();
      await page.fitsWidth();
    }
  });
}

test("after half an update a tap reloads the page, and it answers", async (t) => {
  const server = { site: rewrite(/^index\.html$/, OLD) };
  const page = await opened(t, server, "?c=premium");
  const again = await window.find("#boot button");
  await page.screenshot("half-an-update");
  const index = join(page.server.site, "index.html");
  writeFileSync(index, readFileSync(new URL("../../dist/index.html", import.meta.url)));
  // nginx distinguishes files by the second and the size, and nobody updates half within a second.
  const later = new Date(Date.now() + 60_000);
  utimesSync(index, later, later);
  await again.click();
  await page.isReady();
  await page.reads("verdict", /./);
});

/** Where no script of ours runs at all. */
const dumb = [
  ["forbids scripts", { settings: (text) => text.replace(POLICY, (line) => line.replace("script-src 'self' 'wasm-unsafe-eval'", "script-src 'none'")) }],
  ["sends scripts as octets that nobody may guess", { settings: typed("js", OCTETS) }],
  ["has lost every script and sheet", { site: (site) => { remove(SCRIPT)(site); remove(/\.css$/)(site); } }],
  ["has a proxy before it that breaks every script", { site: rewrite(SCRIPT, (text) => `<p>${text}`) }],
];

for (const [fault, server] of dumb) {
  test(`where a server ${fault} the rules can be read`, async (t) => {
    const page = await opened(t, server);
    for (const address of ["", "?c=refund"]) {
      await window.open(page.url + address);
      await isReadable();
    }
  });
}
