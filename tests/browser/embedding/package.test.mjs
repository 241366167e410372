// The package in a browser: the README's pages, unchanged.

import assert from "node:assert/strict";
import { after, before } from "node:test";
import { example } from "../../package/readme.mjs";
import { startBrowser, test } from "../support/engines.mjs";
import { eventually } from "../support/eventually.mjs";
import { DESKTOP } from "../support/page.mjs";
import { filesOf, serve } from "../support/server.mjs";

const files = filesOf(new URL("../../../dist-package/", import.meta.url));
/** By a script tag, by a separate wasm file, and by the program as a script. */
const pages = [1, 2, 3].map((place) => example(`网页 html ${place}`));

let browser;
let host;
before(async () => {
  host = await serve((name) => pages[/^page-(\d).html$/.exec(name)?.[1] - 1] ?? files(name));
  browser = await startBrowser();
});
after(async () => {
  host?.stop();
  await browser?.stop();
});

for (const [index, page] of pages.entries()) {
  const source = /"\.\/(.*?)"/.exec(page)[1];
  test(`the README's page of ${source} shows the amount saved`, async () => {
    const window = await browser.window(DESKTOP);
    await window.open(`${host.url}page-${index + 1}.html`);
    await eventually(async () => assert.equal(await (await window.find("output")).text(), "1200.00"));
    await window.close();
  });
}
