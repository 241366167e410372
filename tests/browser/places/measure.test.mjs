// One more measure is one more file of the law: form, answer, link, paper and 长辈版 are drawn from what it declares.

import assert from "node:assert/strict";
import { after, before } from "node:test";
import { pack } from "../../packs.mjs";
import { startBrowser, test } from "../support/engines.mjs";
import { eventually } from "../support/eventually.mjs";
import { CLIPBOARD, PHONE, Page, dist, serveCollecting } from "../support/page.mjs";
import { STRICT_CSP, filesOf } from "../support/server.mjs";

const PACK = pack("measure");

const files = filesOf(dist);
let browser;
before(async () => { browser = await startBrowser(); });
after(() => browser?.stop());

const MADE_UP = "?c=summer-allowance";

/** A visit to a site whose office put the pack with the measure of tests/fixtures/measure beside it. */
async function visit(t, size = PHONE) {
  const site = JSON.stringify({ places: [{ id: "hebei", name: "河北省", pack: "packs/hebei.pack" }] });
  const read = (name) => (name === "site.json" ? site : name === "packs/hebei.pack" ? PACK : files(name));
  const host = await serveCollecting(read, { headers: { "Content-Security-Policy": STRICT_CSP } });
  host.first += size.first ?? "";
  t.after(() => host.stop());
  const window = await browser.window(size);
  t.after(() => window.close());
  return new Page(window, size, host);
}

/** Seven people outdoors on a building site with a shelter, in the only round there is. */
async function fill(page, { workers = "7", shelter = "yes" } = {}) {
  await page.fill("as-of-input", "2026-07-01");
  await page.click("trade-building");
  await page.click(`has-shelter-${shelter}`);
  // The next group is asked once the one before is answered.
  await page.fill("outdoor-workers-input", workers);
}

test("a measure that is only a file of the law is asked, answered and explained", async (t) => {
  const page = await visit(t);
  await page.open(MADE_UP);
  await page.reads("verdict", "答几题就有结果");
  await fill(page);
  await page.reads("verdict", /可以申请/);
  await page.reads("amount", /2,100\.00 元$/);
  await page.reads("last-day", /2026年12月31日/);
  const card = await page.window.run(() => document.querySelector("#answer").textContent);
  assert.match(card, /未确认.*有7个人在室外，至少要5个.*测试用的文件/s);
  await fill(page, { workers: "4" });
  await page.reads("verdict", /暂不符合/);
  assert.match(await page.window.run(() => document.querySelector("#answer").textContent), /至少要5个人在室外，现在是4个/);
  await page.fitsWidth();
});

test("what is not known of it leaves the answer open", async (t) => {
  const page = await visit(t);
  await page.open(MADE_UP);
  await page.fill("as-of-input", "2026-07-01");
  await page.click("trade-unknown");
  await page.click("has-shelter-yes");
  await page.fill("outdoor-workers-input", "7");
  await page.reads("verdict", /还差一点信息/);
  await page.reads("amount", /1,400\.00 – 2,100\.00/);
});

test("its link opens the same answer, and its sheet and overview are drawn", async (t) => {
  const page = await visit(t, { ...PHONE, first: CLIPBOARD });
  await page.open(MADE_UP);
  await fill(page);
  await page.click("share-numbers");
  await page.click("copy-link");
  await page.reads("copied", /已复制/);
  const link = await page.window.run(() => window.copied);
  // No document of that name is published: the page's own address shows it.
  assert.ok(link.startsWith(`${page.url}${MADE_UP}&y=2026#`), link);
  await page.waitForIdle();
  const sheet = await page.window.run(() => document.querySelector(".sheet").textContent);
  assert.match(sheet, /高温补助.*有几个人在室外干活7.*2,100\.00 元/s);

  await page.window.open("about:blank");
  await page.open(link.replace(page.url, ""));
  await page.reads("amount", /2,100\.00 元$/);

  await page.open("?c=rounds");
  const rounds = await page.window.run(() => document.querySelector("main").textContent);
  assert.match(rounds, /高温补助.*建筑，每人.*300\.00元/s);
});

test("长辈版 asks it one question at a time", async (t) => {
  const page = await visit(t);
  await page.open(`${MADE_UP}&elder=1`);
  const asked = [];
  for (const answer of [
    () => page.fill("as-of-input", "2026-07-01"),
    () => page.click("trade-cleaning"),
    () => page.click("has-shelter-yes"),
    () => page.fill("outdoor-workers-input", "10"),
  ]) {
    await eventually(async () => assert.ok(await page.shows("step")));
    asked.push(await page.text("progress"));
    await answer();
    await page.click("step-on");
  }
  assert.equal(new Set(asked).size, 4, asked.join());
  await page.reads("verdict", /可以申请/);
  await page.reads("amount", /2,000\.00 元$/);
});
