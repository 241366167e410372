// What holds before any question is answered: the page opens, and asks for nothing but its own files.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { requestOf } from "../support/cases.mjs";
import { engine, needing, test } from "../support/engines.mjs";
import { typeRefund, typeSkillSubsidy } from "../support/forms.mjs";
import { DESKTOP, PHONE, calculator, dist } from "../support/page.mjs";

const CASES = [["R01", typeRefund, /1,815\.08 元$/], ["S09", typeSkillSubsidy, /5,500\.00 元$/]];

/**
 * In WebKit also with wasm compiled in the background, as its users have it, and then to the end of two cases: webkit.mjs
 * says why the other tests do without.
 */
const WAYS = [["", {}, []]];
if (engine.name === "webkit") WAYS.push([", compiled in the background", { compiling: "inBackground" }, CASES]);

for (const [way, options, cases] of WAYS) {
  const visit = calculator(options);

  for (const size of [PHONE, DESKTOP]) {
    test(`the page opens from a sub-path of a strict host at ${size.width}×${size.height}${way}`, () => visit(size, async (page) => {
      assert.deepEqual(
        await page.window.run(() => [innerWidth, innerHeight]),
        [size.width, size.height],
      );
      await page.fitsWidth();
      await page.screenshot("home");
    }));
  }

  needing("phone", `a phone lays the page out at its own width, as the viewport tag says${way}`, () => visit(PHONE, async (page) => {
    assert.deepEqual(await page.window.run(() => [innerWidth, devicePixelRatio]), [PHONE.width, 2]);
  }));

  test(`the page loads each file once${way}`, () => visit(PHONE, async (page) => {
    const urls = page.host.asked.map(({ url }) => url);
    assert.ok(urls.length >= 5, urls.join());
    assert.deepEqual(urls, [...new Set(urls)]);
  }));

  for (const [id, type, amount] of cases) {
    const request = requestOf(id);
    test(`a visit ends in the amount of ${id}${way}`, () => visit(PHONE, async (page) => {
      await type(page, request);
      await page.reads("amount", amount);
      await page.reload();
      await page.reads("amount", amount);
    }));
  }
}

test("no document has an inline script, a style attribute or a foreign address", () => {
  const { files } = JSON.parse(readFileSync(new URL("build-manifest.json", dist), "utf8"));
  const documents = files.map(({ path }) => path).filter((path) => path.endsWith(".html"));
  assert.ok(documents.length >= 6);
  for (const name of documents) {
    const html = readFileSync(new URL(name, dist), "utf8");
    assert.doesNotMatch(html, /<script(?![^>]*\bsrc=)/, name);
    assert.doesNotMatch(html, /<style|\sstyle=|\son\w+=|javascript:/, name);
    // What is loaded is the page's own; what is followed may lead to the platform that the notices name.
    const loaded = [...html.matchAll(/<(?:script|link|img|iframe)\b[^>]*\b(?:src|href)="([^"?]*)/g)].map(([, address]) => address);
    assert.ok(loaded.length >= 2, name);
    for (const address of loaded) assert.ok(["", "data:,", ...files.map(({ path }) => path)].includes(address.replace(/^\.\//, "")), `${name}: ${address}`);
    for (const [, address] of html.matchAll(/<a\b[^>]*\bhref="([^"]*)"/g)) {
      assert.match(address, /^(\.\/|#|\?|tel:|https:\/\/he\.12333\.gov\.cn(\/|$))/, name);
    }
  }
});
