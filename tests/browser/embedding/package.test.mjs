// The package in a browser: the README's page, as it stands there.

import assert from "node:assert/strict";
import { after, before } from "node:test";
import { example } from "../../package/readme.mjs";
import { startBrowser, test } from "../support/engines.mjs";
import { eventually } from "../support/eventually.mjs";
import { DESKTOP } from "../support/page.mjs";
import { filesOf, serve } from "../support/server.mjs";

const files = filesOf(new URL("../../../dist-package/", import.meta.url));
const page = example("html");

let browser;
let host;
before(async () => {
  host = await serve((name) => (name === "index.html" ? page : files(name)));
  browser = await startBrowser();
});
after(async () => {
  host?.stop();
  await browser?.stop();
});

test("the README's page shows the amount of the subsidy", async () => {
  const window = await browser.window(DESKTOP);
  await window.open(host.url);
  await eventually(async () => assert.equal(await (await window.find("output")).text(), "1500.00"));
  await window.close();
});
