// The prerendered page: it can be read before any script runs and without scripts, and the calculator replaces it.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before } from "node:test";
import { needing, startBrowser, test } from "../support/engines.mjs";
import { eventually } from "../support/eventually.mjs";
import { dist, opened } from "../support/page.mjs";
import { STRICT_CSP, filesOf } from "../support/server.mjs";

let browser;
before(async () => { browser = await startBrowser(); });
after(() => browser?.stop());

const files = filesOf(dist);

/** The documents, and what each says: its heading, and words of its table or of its list. */
const DOCUMENTS = [
  ["index.html", "能领多少，算一算", ["稳岗返还", "到12月31日", "这是2026年11月29日的情况", "各项政策的条件和标准"]],
  ["refund.html", "稳岗返还测算", ["稳岗返还", "60%", "30%", "5.5%", "2024年1月1日至2024年12月31日"]],
  ["skill-subsidy.html", "技能提升补贴测算", ["技能提升补贴", "1,000.00元", "2,000.00元", "12个月内"]],
  ["premium.html", "失业保险费测算", ["0.7%", "0.3%"]],
  ["unemployment-benefit.html", "失业保险金测算", ["1,980.00元"]],
  ["size-class.html", "企业划型测算", ["划型"]],
  ["hiring-subsidy.html", "一次性扩岗补助测算", ["最高1,500.00元", "未确认"]],
];

/** A host that delays the wasm until it is released. */
function delayedHost() {
  let release;
  const released = new Promise((resolve) => { release = resolve; });
  const read = async (name) => {
    if (name.endsWith(".wasm")) await released;
    return files(name);
  };
  return { read, release };
}

for (const [name, heading, words] of DOCUMENTS) {
  test(`${name} describes itself without any script`, async (t) => {
    const page = await opened(t, browser, name, { policy: STRICT_CSP.replace("script-src 'self'", "script-src") });
    const text = await page.window.run(() => document.body.innerText);
    assert.equal(await page.window.run(() => document.querySelector("h1").innerText), heading);
    for (const word of [...words, "12333", "规则核对日期"]) assert.ok(text.includes(word), `${word}\n${text}`);
    assert.match(await (await page.window.find("a[href='tel:12333']")).text(), /12333/);
    await page.fitsWidth();
    await page.screenshot(`prerendered-${name.replace(".html", "")}`);
  });
}

test("each document has a title, a description and what a chat shows of a link, all its own", () => {
  const seen = DOCUMENTS.map(([name, heading]) => {
    const html = readFileSync(new URL(name, dist), "utf8");
    const said = (mark) => new RegExp(mark).exec(html)?.[1];
    const title = said("<title>([^<]+)</title>");
    const description = said('<meta name="description" content="([^"]+)">');
    assert.ok(title.includes(heading), title);
    assert.equal(said('<meta property="og:title" content="([^"]+)">'), title);
    assert.equal(said('<meta property="og:description" content="([^"]+)">'), description);
    assert.match(html, /<noscript>.*JavaScript.*12333.*<\/noscript>/);
    return [title, description];
  });
  for (const place of [0, 1]) assert.equal(new Set(seen.map((one) => one[place])).size, DOCUMENTS.length);
});

/** Opens an address while the wasm is delayed, releases it, and returns how far the elements jumped. */
async function jumps(t, address) {
  const { read, release } = delayedHost();
  const page = await opened(t, browser, address, { read });
  await page.window.run(() => {
    window.shifted = [];
    new PerformanceObserver((list) => window.shifted.push(...list.getEntries().map(({ value }) => value)))
      .observe({ type: "layout-shift", buffered: true });
  });
  // It is drawn.
  await page.window.run(() => new Promise((drawn) => { requestAnimationFrame(() => requestAnimationFrame(drawn)); }));
  release();
  await page.isReady();
  await page.window.run(() => new Promise((drawn) => { setTimeout(drawn, 300); }));
  return page.window.run(() => window.shifted.reduce((sum, value) => sum + value, 0));
}

for (const address of ["", "refund.html", "skill-subsidy.html", "refund.html?c=refund", "?c=refund", "?c=premium&elder=1", "?elder=1"]) {
  needing("layout-shift", `the calculator takes its place without a jump at ${address || "the first screen"}`, async (t) => {
    const shift = await jumps(t, address);
    assert.ok(shift < 0.02, `layout shift ${shift}`);
  });
}

/** The positions of all named elements, and of the heading, on the first screenful. */
const places = (page) => page.window.run(() => Object.fromEntries(
  [...document.querySelectorAll("h1, [data-test]")]
    .map((one) => [one.dataset.test ?? "h1", one.getBoundingClientRect()])
    .filter(([, { top, width }]) => width > 0 && top < innerHeight)
    .map(([name, { left, top, width, height }]) => [name, [left, top, width, height].map(Math.round)]),
));

for (const [address, least] of [["", 8], ["?elder=1", 6], ["refund.html", 3], ["refund.html?c=refund", 3], ["unemployment-benefit.html", 3]]) {
  test(`the prerendered page stays in its place at ${address || "the first screen"}`, async (t) => {
    const { read, release } = delayedHost();
    const page = await opened(t, browser, address, { read });
    const before = await places(page);
    assert.ok(Object.keys(before).length >= least, Object.keys(before).join());
    release();
    await page.isReady();
    const after = await places(page);
    const stayed = Object.keys(before).filter((name) => name in after);
    assert.ok(stayed.length >= least, stayed.join());
    for (const name of stayed) assert.deepEqual(after[name], before[name], name);
  });
}

test("a calculator is not visible until it is completely drawn", async (t) => {
  const { read, release } = delayedHost();
  const page = await opened(t, browser, "refund.html?c=refund", { read });
  await page.window.run(() => {
    const app = document.getElementById("app");
    window.drawn = [];
    new MutationObserver(() => {
      if (document.documentElement.dataset.state === "ready") return;
      window.drawn.push([app.getAttribute("aria-hidden"), app.clientHeight, getComputedStyle(app).overflow]);
    }).observe(app, { childList: true, subtree: true });
  });
  release();
  await page.isReady();
  const drawn = await page.window.run(() => window.drawn);
  assert.ok(drawn.length > 1, "it is drawn in one step");
  for (const step of drawn) assert.deepEqual(step, ["true", 0, "hidden"]);
});

test("a calculator's document becomes that calculator, and the way home leads to the first screen", async (t) => {
  const page = await opened(t, browser, "refund.html");
  await page.isReady();
  await page.reads("verdict", /./);
  assert.match(await page.window.run(() => document.title), /稳岗返还/);
  await page.click("home");
  await page.find("task-refund");
  await eventually(async () => assert.equal(await page.window.run(() => location.pathname), "/"));
});

test("a tap before the calculator runs is not lost", async (t) => {
  const { read, release } = delayedHost();
  const page = await opened(t, browser, "", { read });
  await page.click("task-refund");
  release();
  await page.reads("verdict", /./);
});

test("an address of one screen never shows another", async (t) => {
  const { read, release } = delayedHost();
  const page = await opened(t, browser, "?c=refund", { read });
  assert.equal(await page.window.run(() => document.body.innerText.trim()), "正在打开…");
  release();
  await page.isReady();
  assert.equal(await page.shows("task-refund"), false);
  await page.reads("verdict", /./);
});

test("where that screen is long in coming, what there is can be read", async (t) => {
  const { read } = delayedHost();
  const page = await opened(t, browser, "?c=refund", { read });
  await eventually(async () => {
    assert.match(await page.window.run(() => document.body.innerText), /有点慢[\s\S]*稳岗返还[\s\S]*12333/);
  }, 12_000);
});

test("where no other script comes, nobody looks at an empty page for long", async (t) => {
  const page = await opened(t, browser, "?c=refund", { read: (name) => (/^(boot|app|fallback)-.*\.js$/.test(name) ? null : files(name)) });
  await eventually(async () => {
    assert.match(await page.window.run(() => document.body.innerText), /稳岗返还[\s\S]*12333/);
  }, 12_000);
});
