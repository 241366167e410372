// Packs next to the page: an office adds one and names it in site.json. The page answers by it, shows where it comes
// from, and uses the built-in law where the pack is invalid.

import assert from "node:assert/strict";
import { after, before } from "node:test";
import { pack } from "../../packs.mjs";
import { startBrowser, test } from "../support/engines.mjs";
import { eventually } from "../support/eventually.mjs";
import { fillRefund } from "../support/forms.mjs";
import { PHONE, Page, dist, serveCollecting } from "../support/page.mjs";
import { STRICT_CSP, filesOf } from "../support/server.mjs";

const NEXT_YEAR = pack("2027");
const NINGXIA = pack("ningxia");

const files = filesOf(dist);
let browser;
before(async () => { browser = await startBrowser(); });
after(() => browser?.stop());

const OF_2027 = { id: "hebei", name: "河北省", pack: "packs/hebei-2027.pack" };

/** A host whose settings and packs change as an office changes them. */
async function site(t, { places = [OF_2027], pack = NEXT_YEAR } = {}) {
  const shelf = { places, pack };
  const read = (name) => {
    if (name === "site.json") return JSON.stringify({ places: shelf.places });
    return name === "packs/hebei-2027.pack" ? shelf.pack : files(name);
  };
  const host = await serveCollecting(read, { headers: { "Content-Security-Policy": STRICT_CSP } });
  t.after(() => host.stop());
  const window = await browser.window(PHONE);
  t.after(() => window.close());
  return { shelf, page: new Page(window, PHONE, host), host };
}

/** An enterprise that applies in the invented round of 2027: ten months paid, 5 of 100 drew the benefit. */
const IN_2027 = {
  asOf: "2027-06-01",
  facts: {
    applicant: "enterprise", size: "small", averageInsured: 100, benefitDrawers: 5, fullyPaidMonths: 10, premiumPaid: "10000",
    creditListings: [], zombie: false,
  },
};

test("a pack of next year's notice brings its amounts, its last day and its documents, and taking it away brings back the built-in law", async (t) => {
  const { shelf, page, host } = await site(t);
  await page.open("refund.html");
  await fillRefund(page, IN_2027);
  await page.reads("amount", /7,500\.00 元$/);
  await page.reads("last-day", /最后一天：2027年11月30日/);
  const card = () => page.window.run(() => document.querySelector("#answer").textContent);
  assert.match(await card(), /河北省2027年度失业保险稳岗返还.*河北省2025年通知/s);
  await page.reads("law-origin", /packs\/hebei-2027\.pack 算，核对到\d+年\d+月\d+日，校验值 [0-9a-f]{12}/);
  assert.deepEqual(host.complaints, []);

  shelf.places = [{ id: "hebei", name: "河北省" }];
  await page.reload();
  await page.reads("verdict", /未收录该年度政策/);
  await page.expectHidden("law-origin");
});

const damaged = (bytes, at, byte) => {
  const copy = Buffer.from(bytes);
  copy[at] = byte ?? copy[at] ^ 1;
  return copy;
};

for (const [what, pack, sentence] of [
  ["that is no pack", Buffer.from("<!doctype html>"), /这不是政策包/],
  ["of which a byte is another one", damaged(NEXT_YEAR, 5000), /和校验值对不上/],
  ["that was cut off", NEXT_YEAR.subarray(0, 4000), /和校验值对不上/],
  ["of a later form", damaged(NEXT_YEAR, 4, 99), /格式（第 99 版）比这里认得的（第 \d+ 版）新/],
  ["that is longer than any", Buffer.alloc((1 << 20) + 1), /太大，政策包最多 1024 KB/],
  ["of another place", NINGXIA, /这个政策包是 ningxia 的/],
  ["that is not there", null, /河北省的政策没有取到/],
]) {
  test(`a pack ${what} is refused in a sentence, and the built-in law goes on`, async (t) => {
    const { page } = await site(t, { pack });
    await page.open("refund.html");
    await page.reads("law-note", sentence);
    assert.equal(await page.attribute("law-note", "role"), "alert");
    await fillRefund(page, { ...IN_2027, asOf: "2024-09-01", facts: { ...IN_2027.facts, fullyPaidMonths: 12 } });
    await page.reads("amount", /6,000\.00 元$/);
    await page.expectHidden("law-origin");
    await page.fitsWidth();
  });
}

test("a pack that is not the one whose hash the settings name is refused", async (t) => {
  const { page } = await site(t, { places: [{ ...OF_2027, sha256: "0".repeat(64) }] });
  await page.open();
  await page.reads("law-note", /校验值和 site\.json 里写的不一样/);
});

test("the pack in use is cached for offline use", async (t) => {
  const { page, host } = await site(t);
  await page.open();
  await eventually(async () => assert.ok(await page.window.run(async () => (
    (await navigator.serviceWorker.getRegistration())?.active && (await caches.keys()).length > 0
  ))), 20_000);
  // It is cached when it is used.
  await page.reload();
  await page.window.open("about:blank");
  host.stop();
  await page.open("refund.html");
  await fillRefund(page, IN_2027);
  await page.reads("amount", /7,500\.00 元$/);
});
