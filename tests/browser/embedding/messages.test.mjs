// What the calculator and the page around it say to each other, and whom they do not listen to.

import assert from "node:assert/strict";
import { test } from "../support/engines.mjs";
import { eventually } from "../support/eventually.mjs";
import { APART, hosts } from "../support/hosts.mjs";
import { DESKTOP, dist } from "../support/page.mjs";
import { filesOf } from "../support/server.mjs";

const host = hosts(APART);
const page = (body) => `<!DOCTYPE html><html lang="zh-CN"><head><meta charset="utf-8"><title>host</title>
<meta name="viewport" content="width=device-width"><script src="notes.js"></script></head><body>${body}</body></html>`;
const tag = (address, attributes = "") => `<script async src="${address}" data-calculator="refund" ${attributes}></script>`;
/** The page itself is dark on a dark device: some engines show a frame in a light page as on a light device. */
const SCHEMES = '<meta name="color-scheme" content="light dark">';
const pause = () => new Promise((resolve) => { setTimeout(resolve, 400); });

/** A page of a third kind: a frame that posts what it is asked to, to the page and to its neighbour. */
const FORGER = `addEventListener("message", ({ data }) => {
  if (!data.forge) return;
  for (const target of [parent, ...Array.from({ length: parent.length }, (_, index) => parent.frames[index])]) target.postMessage(data.forge, "*");
});`;

/** Serves, in addition to the calculator, a frame that forges messages from the calculator's own origin. */
const withForger = (name) => {
  if (name === "forger.html") return `<!DOCTYPE html><script src="forger.js"></script>`;
  return name === "forger.js" ? FORGER : filesOf(dist)(name);
};
const forge = (other, message) => other.run((forged) => {
  document.querySelector("#forger").contentWindow.postMessage({ forge: forged }, "*");
}, message);

const message = (fields) => ({ ns: "wengang", v: 1, id: "w0", ...fields });

test("the page listens to its frame alone", async (t) => {
  const other = await host(t, (address, site) => page(`${tag(address)}<iframe id="forger" src="${site}forger.html"></iframe>`), { read: withForger });
  await eventually(async () => assert.equal(await other.run(() => document.querySelectorAll("iframe").length), 2));
  const frame = await other.enter("div > iframe");
  await frame.fitsHeight();
  const before = await frame.heights();
  const received = await other.run(() => window.received.length);
  for (const forged of [{ type: "height", height: 5000 }, { type: "result", outcome: "eligible" }, { type: "scroll-into-view", top: 3000 }]) {
    await forge(other, message(forged));
    // The page's own messages are none of its frame's either.
    await other.run((data) => postMessage(data, "*"), message(forged));
  }
  await eventually(async () => assert.equal((await other.posted("height")).filter(({ height }) => height === 5000).length, 2));
  assert.equal(await other.run(() => window.received.length), received);
  assert.equal(await other.run(() => scrollY), 0);
  assert.deepEqual(await (await other.enter("div > iframe")).heights(), before);
});

test("the page listens to its frame only in its own tongue", async (t) => {
  const speaker = `addEventListener("message", ({ data }) => { if (data.say) parent.postMessage(data.say, "*"); });
parent.postMessage(${JSON.stringify(message({ type: "ready" }))}, "*");`;
  const read = (name) => ({ "embed.js": filesOf(dist)(name), "index.html": `<!DOCTYPE html><script src="speaker.js"></script>`, "speaker.js": speaker }[name] ?? null);
  const other = await host(t, (address) => page(tag(address)), { read });
  await eventually(async () => assert.deepEqual(await other.run(() => received.map(({ type }) => type)), ["ready"]));
  const says = async (data) => {
    await other.run((say) => document.querySelector("iframe").contentWindow.postMessage({ say }, "*"), data);
    await pause();
    return other.run(() => document.querySelector("iframe").clientHeight);
  };
  assert.equal(await says(message({ type: "height", height: 700.2 })), 701);
  for (const wrong of [
    { ns: "other", v: 1, type: "height", height: 800 }, { ...message({ type: "height", height: 800 }), v: 2 }, "height", null, 800,
    message({ type: "heights", height: 800 }), message({ type: "height" }), message({ type: "height", height: -5 }),
    message({ type: "height", height: "tall" }), message({ type: "height", height: NaN }),
  ]) assert.equal(await says(wrong), 701, JSON.stringify(wrong));
  assert.equal(await says(message({ type: "height", height: 1 })), 120);
  assert.equal(await says(message({ type: "height", height: 1e9 })), 20000);
});

test("a frame that grows without end is stopped", async (t) => {
  const grower = `parent.postMessage(${JSON.stringify(message({ type: "ready" }))}, "*");
let height = 300; setInterval(() => parent.postMessage({ ns: "wengang", v: 1, type: "height", height: height += 40 }, "*"), 20);`;
  const read = (name) => ({ "embed.js": filesOf(dist)(name), "index.html": `<!DOCTYPE html><script src="grower.js"></script>`, "grower.js": grower }[name] ?? null);
  const other = await host(t, (address) => page(tag(address)), { read });
  await eventually(async () => assert.deepEqual(await other.run(() => received.map(({ type, code }) => code ?? type)), ["ready", "height-loop"]));
  const height = await other.run(() => document.querySelector("iframe").clientHeight);
  assert.ok(height <= 300 + 22 * 40, height);
  await pause();
  assert.equal(await other.run(() => document.querySelector("iframe").clientHeight), height);
  assert.equal(await other.run(() => received.length), 2);
});

test("the calculator listens to the page that frames it alone, and under one origin", async (t) => {
  const html = (_, site) => page(`<iframe id="calculator" src="${site}?c=refund&amp;embed=w0&amp;result=1" height="600"></iframe><iframe id="forger" src="${site}forger.html"></iframe>`);
  const other = await host(t, html, { read: withForger });
  await other.enter("#calculator");
  await forge(other, message({ type: "hello" }));
  await pause();
  assert.deepEqual((await other.run(() => posted)).filter(({ type }) => type !== "hello").map(({ type }) => type), ["ready"]);
  const hello = (fields) => other.run((data) => document.querySelector("#calculator").contentWindow.postMessage(data, "*"), message({ type: "hello", ...fields }));
  for (const wrong of [{ v: 2 }, { ns: "other" }, { type: "hallo" }]) await hello(wrong);
  await pause();
  assert.deepEqual(await other.posted("height"), []);
  await hello({});
  await eventually(async () => assert.equal((await other.posted("height")).length, 1));
  const [{ height, origin, id, v }] = await other.posted("height");
  assert.ok(height > 300);
  assert.deepEqual({ origin, id, v }, { origin: new URL(other.site).origin, id: "w0", v: 1 });
});

const colour = (frame) => frame.window.run(() => getComputedStyle(document.documentElement).getPropertyValue("--action").trim());

test("a colour is taken where it can be read, and refused with a reason where it cannot", async (t) => {
  const cases = [
    ["#8a1f1f", "#8a1f1f", []], ["#0b6", "#0b4a8f", ["accent-too-faint"]], ["red", "#0b4a8f", ["accent-not-a-colour"]],
  ];
  for (const [accent, expected, codes] of cases) {
    const other = await host(t, (address) => page(tag(address, `data-accent="${accent}"`)));
    const frame = await other.enter();
    await frame.fitsHeight();
    assert.equal(await colour(frame), expected);
    const link = await frame.window.run(() => getComputedStyle(document.querySelector("[data-test=foot-hotline]")).color);
    if (codes.length === 0) assert.equal(link, "rgb(138, 31, 31)");
    assert.deepEqual(await other.run(() => received.filter(({ type }) => type === "error").map(({ code }) => code)), codes);
    await other.expectNoUnexpectedTraffic();
  }
});

test("on a dark device the calculator is light, unless the page follows the device too", async (t) => {
  const cases = [
    ["", "rgb(255, 255, 255)", "#0b4a8f", []],
    ['data-scheme="auto"', "rgb(23, 29, 36)", "#8fc0f5", []],
    ['data-scheme="auto" data-accent="#8a1f1f" data-accent-dark="#f5b08f"', "rgb(23, 29, 36)", "#f5b08f", []],
    ['data-scheme="auto" data-accent-dark="#8a1f1f"', "rgb(23, 29, 36)", "#8fc0f5", ["accent-dark-too-faint"]],
  ];
  for (const [attributes, paper, action, codes] of cases) {
    const other = await host(t, (address) => page(SCHEMES + tag(address, attributes)), { size: { ...DESKTOP, scheme: "dark" } });
    const frame = await other.enter();
    await frame.fitsHeight();
    assert.equal(await frame.window.run(() => getComputedStyle(document.body).backgroundColor), paper, attributes);
    assert.equal(await colour(frame), action, attributes);
    assert.deepEqual(await other.run(() => received.filter(({ type }) => type === "error").map(({ code }) => code)), codes);
  }
});
