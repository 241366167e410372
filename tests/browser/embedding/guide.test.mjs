// The integrator's guide: its blocks, unchanged, in an empty page of another site; a calculation ends in each.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before } from "node:test";
import { requestOf } from "../support/cases.mjs";
import { can, startBrowser, test } from "../support/engines.mjs";
import { eventually } from "../support/eventually.mjs";
import { fillRefund } from "../support/forms.mjs";
import { Frame, TOGETHER } from "../support/hosts.mjs";
import { DESKTOP, dist } from "../support/page.mjs";
import { startProxy } from "../support/proxy.mjs";
import { filesOf, serve } from "../support/server.mjs";

const guide = readFileSync(new URL("../../../docs/embedding.md", import.meta.url), "utf8");
const R01 = requestOf("R01");
/** The names that the guide uses, and a key for them that is worth nothing. */
const SITE = "wengang.example.gov.cn";
const OTHER = "www.example.gov.cn";
const [cert, key] = ["cert", "key"].map((name) => readFileSync(new URL(`../../fixtures/tls/${name}.pem`, import.meta.url)));

const blocks = (language) => [...guide.matchAll(new RegExp(`^\`\`\`${language}\\n(.*?)^\`\`\``, "gms"))].map(([, block]) => block);
const html = blocks("html");
const [http] = blocks("http");
const [nginx] = blocks("nginx");
const [iis, tomcat] = blocks("xml");

/** The headers that a block makes a server send. */
const headersOf = (found) => Object.fromEntries([...found].map(([, name, value]) => [name, value]));
const NGINX = headersOf(nginx.matchAll(/^\s*add_header (\S+) "([^"]*)" always;$/gm));
const IIS = headersOf(iis.matchAll(/<add name="([^"]+)" value="([^"]+)" \/>/g));
const TOMCAT = { "Access-Control-Allow-Origin": /<param-name>cors\.allowed\.origins<\/param-name>\s*<param-value>(.+)<\/param-value>/.exec(tomcat)[1] };
const [, POLICY] = /^Content-Security-Policy: (.+)$/m.exec(http);

const servers = new Map();
let names;
let browser;
before(async () => {
  names = await startProxy(servers);
  browser = await startBrowser({ ...TOGETHER, proxy: names.address });
});
after(async () => {
  await browser?.stop();
  names?.stop();
});

/** Opens a block unchanged as the page of the other site; returns the window and the calculator's host. */
async function opened(t, block, { headers = {}, policy } = {}) {
  // A name is another server in every test.
  const fresh = { "Cache-Control": "no-store" };
  const site = await serve(filesOf(dist), { headers: { ...fresh, ...headers }, tls: { cert, key } });
  t.after(() => site.stop());
  const pages = { "index.html": block };
  const other = await serve((name) => pages[name] ?? null, { headers: policy ? { ...fresh, "Content-Security-Policy": policy } : fresh, tls: { cert, key } });
  t.after(() => other.stop());
  servers.set(SITE, site.server).set(OTHER, other.server);
  names.hangUp();
  const window = await browser.window(DESKTOP);
  t.after(() => window.close());
  await window.open(`https://${OTHER}/`);
  return { window, site };
}

/** Asserts that the calculator was blocked: what was requested of it, what was not, and what the console shows. */
async function isShutOut({ window, site }, asked, neverAsked, complaint) {
  await eventually(() => assert.ok(site.asked.some(({ url }) => asked.test(url)), `${asked} was not asked for`));
  if (can("own-console")) await eventually(async () => assert.match((await window.console()).join(), complaint));
  await new Promise((resolve) => { setTimeout(resolve, 500); });
  assert.deepEqual(site.asked.map(({ url }) => url).filter((url) => neverAsked.test(url)), []);
}

/** Types R01 inside the frame and reads the amount. */
async function calculates({ window, site }) {
  await window.leave();
  await (await window.find("iframe")).enter();
  const frame = new Frame(window, DESKTOP, site);
  await frame.isReady();
  assert.equal(await window.run(() => location.host), SITE);
  await fillRefund(frame, R01);
  await frame.reads("amount", /1,815\.08 元$/);
  return frame;
}

test("the guide has the blocks that these tests copy", () => {
  assert.deepEqual([html.length, blocks("http").length, blocks("nginx").length, blocks("xml").length], [9, 1, 1, 2]);
  // What a framework compiles is tested in tests/hosts.
  assert.deepEqual([blocks("js").length, blocks("vue").length, blocks("jsx").length], [1, 1, 1]);
  const all = [...guide.matchAll(/^```(\w*)$/gm)].map(([, language]) => language).filter(Boolean);
  assert.equal(all.length, 16, "a block of another kind is not tested");
});

for (const [index, block] of html.entries()) {
  test(`a calculation ends in block ${index + 1}: ${block.split("\n")[0]}`, async (t) => {
    // One asks for a sandbox, for which the site's server must be set up.
    const { window, site } = await opened(t, block, { headers: NGINX });
    const frame = await calculates({ window, site });
    if (!block.includes('height="900"')) await frame.fitsHeight();
    await window.leave();
    if (block.includes('id="answer"')) {
      await eventually(async () => assert.equal(await (await window.find("#answer")).text(), "eligible 1815.08"));
    }
    if (block.includes("data-accent")) {
      assert.equal(await (await window.find("#here > iframe")).attribute("title"), "稳岗返还测算");
    }
  });
}

test("the policy of the guide lets the script and the frame in, and is needed", async (t) => {
  await calculates(await opened(t, html[0], { policy: POLICY }));
  const shut = await opened(t, html[0], { policy: POLICY.replace(/frame-src .*/, "frame-src 'none'") });
  await isShutOut(shut, /\/embed\.js$/, /\/(\?.*)?$/, /frame-src/);
});

const sandboxed = html.find((block) => block.includes("data-sandbox"));
for (const [server, headers] of [["nginx", NGINX], ["IIS", IIS], ["Tomcat", TOMCAT]]) {
  test(`with the headers of the block for ${server} a sandboxed frame calculates`, async (t) => {
    assert.equal(headers["Access-Control-Allow-Origin"], "*");
    if (server !== "Tomcat") assert.match(headers["Content-Security-Policy"], /^frame-ancestors /);
    await calculates(await opened(t, sandboxed, { headers }));
  });
}

test("without those headers it does not start, and another site than the one named is shut out", async (t) => {
  const silent = await opened(t, sandboxed);
  // Its files are asked for and may not be read: the part that comes after them never is.
  await isShutOut(silent, /\/(\?.*)?$/, /_chunk\.wasm$/, /CORS|Cross-Origin|Access-Control-Allow-Origin/);
  const named = NGINX["Content-Security-Policy"].replace(OTHER, "elsewhere.example.gov.cn");
  const shut = await opened(t, html[0], { headers: { ...NGINX, "Content-Security-Policy": named } });
  await isShutOut(shut, /\/(\?.*)?$/, /\.wasm$/, /frame-ancestors/);
});

test("the blocks for servers know the files of the page by their types", () => {
  for (const block of [iis, tomcat]) assert.match(block, /application\/wasm/);
  for (const block of [iis, tomcat]) assert.equal((block.match(/<\w[^>]*[^/?]>/g) ?? []).length, (block.match(/<\/\w+[^>]*>/g) ?? []).length);
  assert.equal((nginx.match(/{/g) ?? []).length, (nginx.match(/}/g) ?? []).length);
});
