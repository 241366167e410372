// The settings for other servers: they say what those for nginx say.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, test } from "node:test";
import { startBrowser } from "../browser/support/engines.mjs";
import { PHONE, dist } from "../browser/support/page.mjs";
import { STRICT_CSP } from "../browser/support/server.mjs";
import { SETTINGS } from "./nginx.mjs";

const settings = (name) => readFileSync(new URL(`../../deploy/${name}`, import.meta.url), "utf8");
const IIS = settings("iis/web.config");
const TOMCAT = settings("tomcat/web.xml");

let browser;
before(async () => { browser = await startBrowser(); });
after(() => browser?.stop());

test("the policy is the one that was promised, to the letter", () => {
  assert.equal(
    STRICT_CSP,
    "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
    + "worker-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types wengang",
  );
});

test("IIS sends the same headers as nginx", () => {
  const [whole, demo] = IIS.split('<location path="embed-demo.html">');
  const headers = (text) => [...text.matchAll(/<add name="([^"]+)" value="([^"]+)" \/>/g)].map(([, name, value]) => [name, value]);
  const ofNginx = [...SETTINGS.matchAll(/^ {4}add_header (\S+) "([^"$]*)(?:\$wengang_frames)?" always;$/gm)].map(([, name, value]) => [name, value]);
  assert.equal(ofNginx.length, 4);
  assert.deepEqual(headers(whole), ofNginx);
  assert.deepEqual(headers(demo), [["Content-Security-Policy", `${STRICT_CSP}; frame-src 'self'`]]);
});

test("every server knows the type of every file", () => {
  const { files } = JSON.parse(readFileSync(new URL("build-manifest.json", dist), "utf8"));
  const endings = new Set(files.map(({ path }) => path.split(".").pop()));
  assert.ok(endings.has("wasm") && endings.has("js"));
  for (const ending of endings) assert.match(SETTINGS, new RegExp(`^ {8}\\S+ +${ending};$`, "m"), ending);
  // What these servers know by default is listed nowhere.
  const known = { IIS: ["html", "css", "txt"], Tomcat: ["html", "css", "txt", "json", "svg"] };
  for (const ending of endings) {
    if (!known.IIS.includes(ending)) assert.ok(IIS.includes(`<mimeMap fileExtension=".${ending}" `), ending);
    if (!known.Tomcat.includes(ending)) assert.ok(TOMCAT.includes(`<extension>${ending}</extension>`), ending);
  }
});

test("the settings in XML are XML", async (t) => {
  const window = await browser.window(PHONE);
  t.after(() => window.close());
  await window.open("about:blank");
  for (const [text, name] of [[IIS, "configuration"], [TOMCAT, "web-app"]]) {
    const found = await window.run((xml) => new DOMParser().parseFromString(xml, "application/xml").documentElement.tagName, text);
    assert.equal(found, name);
  }
});
