// More than one place: each has its own law, chosen once and preserved in the address, in links, on paper and on
// posters.

import assert from "node:assert/strict";
import { after, before } from "node:test";
import { startBrowser, test } from "../support/engines.mjs";
import { fillRefund } from "../support/forms.mjs";
import { CLIPBOARD, PHONE, Page, calculator, dist, serveCollecting } from "../support/page.mjs";
import { STRICT_CSP, filesOf } from "../support/server.mjs";

const visit = calculator();
const files = filesOf(dist);

/** A law firm of 340 in the year whose notice is recorded for Gansu: there the six kinds of bodies get 60 % at any size. */
const LAW_FIRM = {
  asOf: "2025-09-01",
  facts: {
    applicant: "law-firm", averageInsured: 340, benefitDrawers: 0, fullyPaidMonths: 12, premiumPaid: "10000",
    creditListings: [], zombie: false,
  },
};

const textOf = (page, css) => page.window.run((selector) => document.querySelector(selector)?.textContent ?? "", css);

test("another place is chosen from home, and what is not recorded there is listed", () => visit(PHONE, async (page) => {
  assert.match(await textOf(page, ".head .place"), /^河北省/);
  await page.click("place-gansu");
  await page.isReady();
  await page.reads("place-hebei", "河北省");
  assert.match(await textOf(page, ".head .place"), /^甘肃省/);
  await page.expectHidden("task-premium");
  await page.expectHidden("task-unemployment-benefit");
  assert.match(await textOf(page, "main"), /失业保险金：甘肃省的失业保险金标准.*没有收录.*12333/s);
  assert.ok(!/河北人社|冀人社/.test(await textOf(page, "#app")), "another place's office");
  // The notices clause by clause are another place's.
  await page.expectHidden("open-guide");
  await page.expectHidden("foot-guide");
  await page.screenshot("gansu-home");
  await page.isAccessible();
  await page.click("place-hebei");
  await page.isReady();
  await page.reads("task-premium", /保险费/);
}));

test("the place answers by its own law, with its origin, on every screen and after a refresh", () => visit(PHONE, async (page) => {
  await page.open("?p=gansu");
  await page.click("task-refund");
  assert.equal(await page.window.run(() => location.search), "?c=refund&p=gansu");
  await fillRefund(page, LAW_FIRM);
  await page.reads("amount", /6,000\.00 元$/);
  await page.reads("law-origin", /^按本站的政策包 packs\/gansu\.pack 算，核对到\d+年\d+月\d+日，校验值 [0-9a-f]{12}$/);
  assert.match(await textOf(page, ".sheet"), /甘肃省 · 失业保险.*甘人社通〔2025〕166号.*packs\/gansu\.pack/s);
  await page.expectHidden("read-clause");
  await page.reload();
  await page.reads("amount", /6,000\.00 元$/);
  await page.screenshot("gansu-refund");
  await page.isAccessible();
  // The same firm under the law of the built-in place: 340 are 300 and more.
  await page.open("refund.html");
  await fillRefund(page, LAW_FIRM);
  await page.reads("amount", /3,000\.00 元$/);
  await page.expectHidden("law-origin");
}));

test("a link names its place and opens the same answer; one without opens as ever", () => visit({ ...PHONE, first: CLIPBOARD }, async (page) => {
  await page.open("refund.html?p=gansu");
  await fillRefund(page, LAW_FIRM);
  await page.click("share-numbers");
  await page.click("copy-link");
  await page.reads("copied", /已复制/);
  const link = await page.window.run(() => window.copied);
  assert.ok(link.startsWith(`${page.url}refund.html?c=refund&p=gansu&y=2025#2.`), link);
  await page.window.open("about:blank");
  await page.open(link.replace(page.url, ""));
  await page.reads("amount", /6,000\.00 元$/);
  assert.equal(await page.window.run(() => location.search + location.hash), "?c=refund&p=gansu");
  // With the place gone on the way, its answers are no other place's.
  await page.window.open("about:blank");
  await page.open(link.replace(page.url, "").replace("&p=gansu", ""));
  await page.reads("link-note", /不完整或者被改过/);
  await page.expectHidden("amount");
}));

/** Opens the page on a site whose settings have these places. */
async function site(t, places, { address = "", read = files } = {}) {
  const settings = JSON.stringify({ places });
  const host = await serveCollecting((name) => (name === "site.json" ? settings : read(name)), { headers: { "Content-Security-Policy": STRICT_CSP } });
  t.after(() => host.stop());
  const window = await browser.window(PHONE);
  t.after(() => window.close());
  const page = new Page(window, PHONE, host);
  await page.open(address);
  return page;
}

let browser;
before(async () => { browser = await startBrowser(); });
after(() => browser?.stop());

const HEBEI = { id: "hebei", name: "河北省" };
const GANSU = { id: "gansu", name: "甘肃省", pack: "packs/gansu.pack" };

test("the first place of the settings is the one that the page opens with, and old links open as Hebei's", async (t) => {
  const page = await site(t, [GANSU, HEBEI]);
  assert.match(await textOf(page, ".head .place"), /^甘肃省/);
  await page.click("task-refund");
  await page.expectHidden("labour-dispatch");
  // A link of the first format names no place: it is Hebei's.
  await page.window.open("about:blank");
  await page.open("?c=refund&y=2024#1.pe.ss.n30_25.B6.F12.y3025_14.c.z0.t20240901.tf1");
  assert.match(await textOf(page, ".head .place"), /^河北省/);
  await page.expectNoUnexpectedTraffic();
});

test("a site of one place offers no other, with a message where an address asks for one", async (t) => {
  const page = await site(t, [HEBEI], { address: "?p=gansu" });
  await page.expectHidden("places");
  await page.reads("law-note", /本站没有收录您要的那个地方的政策，下面是河北省的/);
  // In the column of what it is about, not from edge to edge.
  const [note, title] = await page.window.run(() => ["[data-test=law-note]", "h1"].map((css) => document.querySelector(css).getBoundingClientRect().left));
  assert.equal(note, title);
  assert.match(await textOf(page, ".head .place"), /^河北省/);
  // What others append under that name is nothing of ours.
  await page.open("?p=12");
  await page.expectHidden("law-note");
});

for (const [how, places, sentence] of [
  ["without a name", [HEBEI, { id: "gansu" }], /places\.1：每个地方要写 id 和 name/],
  ["that is not built in and has no pack", [HEBEI, { id: "gansu", name: "甘肃省" }], /places\.1：这个地方没有编进程序，要写 pack/],
  ["with a file of another site", [HEBEI, { ...GANSU, pack: "https://example.com/a.pack" }], /places\.1\.pack：要写 packs\/ 里的文件/],
  ["with a file outside its folder", [HEBEI, { ...GANSU, pack: "packs/../a.pack" }], /places\.1\.pack：要写 packs\/ 里的文件/],
  ["twice", [HEBEI, GANSU, { ...GANSU, name: "甘肃" }], /places\.2：这个地方写了两次/],
  ["with a hash that is none", [HEBEI, { ...GANSU, sha256: "abc" }], /places\.1\.sha256：不是校验值/],
]) {
  test(`a place ${how} is refused in a sentence for the office`, async (t) => {
    const page = await site(t, places);
    await page.reads("site-faults", sentence);
    await page.reads("task-refund", /稳岗返还/);
  });
}
