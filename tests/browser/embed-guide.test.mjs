// The integrator's guide: its blocks, unchanged, in an empty page of another site; a calculation ends in each.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, test } from "node:test";
import { eventually } from "./eventually.mjs";
import { fillRefund } from "./forms.mjs";
import { Frame, TOGETHER } from "./hosts.mjs";
import { DESKTOP, dist } from "./page.mjs";
import { filesOf, serve } from "./server.mjs";
import { Chromium } from "./webdriver.mjs";

const guide = readFileSync(new URL("../../docs/embedding.md", import.meta.url), "utf8");
const open = JSON.parse(readFileSync(new URL("../cases/open.json", import.meta.url), "utf8"));
const R01 = open.find((found) => found.id === "R01").request;
/** The names that the guide uses, and a key for them that is worth nothing. */
const SITE = "wengang.example.gov.cn";
const OTHER = "www.example.gov.cn";
const [cert, key] = ["cert", "key"].map((name) => readFileSync(new URL(`../fixtures/tls/${name}.pem`, import.meta.url)));

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

let browser;
before(async () => { browser = await Chromium.start(); });
after(() => browser?.stop());

/** Opens a block as it stands, as all that a page of the other site has, and returns the window. */
async function opened(t, block, { headers = {}, policy } = {}) {
  const site = await serve(filesOf(dist), { headers, tls: { cert, key } });
  t.after(() => site.stop());
  const pages = { "index.html": block };
  const other = await serve((name) => pages[name] ?? null, { headers: policy ? { "Content-Security-Policy": policy } : {}, tls: { cert, key } });
  t.after(() => other.stop());
  const places = [[SITE, site], [OTHER, other]].map(([name, { url }]) => `MAP ${name}:443 ${new URL(url).host}`);
  const flags = [...TOGETHER, `--host-resolver-rules=${places.join(",")}`, "--ignore-certificate-errors"];
  const window = await browser.window(DESKTOP, flags);
  t.after(() => window.close());
  await window.open(`https://${OTHER}/`);
  return window;
}

/** Types R01 inside the frame and reads the amount. */
async function calculates(window) {
  await window.leave();
  await (await window.find("iframe")).enter();
  const frame = new Frame(window, DESKTOP, `https://${SITE}/`);
  await frame.isReady();
  assert.equal(await window.run(() => location.host), SITE);
  await fillRefund(frame, R01);
  await frame.reads("amount", /1,815\.08 元$/);
  return frame;
}

test("the guide has the blocks that these tests copy", () => {
  assert.deepEqual([html.length, blocks("http").length, blocks("nginx").length, blocks("xml").length], [7, 1, 1, 2]);
  const all = [...guide.matchAll(/^```(\w*)$/gm)].map(([, language]) => language).filter(Boolean);
  assert.equal(all.length, 11, "a block of another kind is not tested");
});

for (const [index, block] of html.entries()) {
  test(`a calculation ends in block ${index + 1}: ${block.split("\n")[0]}`, async (t) => {
    // One asks for a sandbox, for which the site's server must be set up.
    const window = await opened(t, block, { headers: NGINX });
    const frame = await calculates(window);
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
  await eventually(async () => assert.match((await shut.console()).map(({ message }) => message).join(), /frame-src/));
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
  await eventually(async () => assert.match((await silent.console()).map(({ message }) => message).join(), /CORS|Access-Control-Allow-Origin/));
  const named = NGINX["Content-Security-Policy"].replace(OTHER, "elsewhere.example.gov.cn");
  const shut = await opened(t, html[0], { headers: { ...NGINX, "Content-Security-Policy": named } });
  await eventually(async () => assert.match((await shut.console()).map(({ message }) => message).join(), /frame-ancestors/));
});

test("the blocks for servers know the files of the page by their types", () => {
  for (const block of [iis, tomcat]) assert.match(block, /application\/wasm/);
  for (const block of [iis, tomcat]) assert.equal((block.match(/<\w[^>]*[^/?]>/g) ?? []).length, (block.match(/<\/\w+[^>]*>/g) ?? []).length);
  assert.equal((nginx.match(/{/g) ?? []).length, (nginx.match(/}/g) ?? []).length);
});
