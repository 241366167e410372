// Pages of others that embed the calculator: plain HTML, Vue and React in its strict mode, each built with Vite from the
// components of the integrator's guide.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { requestOf } from "../browser/support/cases.mjs";
import { eventually } from "../browser/support/eventually.mjs";
import { fillRefund } from "../browser/support/forms.mjs";
import { hosts } from "../browser/support/hosts.mjs";
import { filesOf } from "../browser/support/server.mjs";
import { NAMES, built } from "./build.mjs";

const host = hosts();
const R01 = requestOf("R01");

/** Where the pages look for the calculator: the name that the guide uses. */
const SITE = "https://wengang.example.gov.cn/";

/**
 * Runs before all other scripts: counts the listeners of the window and the document, and notes the events of the frames.
 * React must find its developer tools, or it recommends them in the console.
 */
const COUNTING = `window.__REACT_DEVTOOLS_GLOBAL_HOOK__ = { isDisabled: true };
window.listeners = {};
for (const target of [window, document]) {
  for (const [name, step] of [["addEventListener", 1], ["removeEventListener", -1]]) {
    const own = target[name].bind(target);
    target[name] = (type, ...rest) => {
      listeners[type] = (listeners[type] ?? 0) + step;
      return own(type, ...rest);
    };
  }
}
window.events = [];
for (const type of ["ready", "result", "error"]) {
  document.addEventListener("wengang-" + type, (event) => events.push({ type, code: event.detail.code, composed: event.composed, of: event.target.localName }));
}`;

for (const name of NAMES) {
  const folder = built(name);
  const index = readFileSync(new URL("index.html", folder), "utf8");

  /** Opens the page with the calculators of these names. */
  async function opened(t, calculators) {
    const html = (_, site) => index.replaceAll(SITE, site).replace("<head>", '<head><script src="notes.js"></script><script src="counting.js"></script>');
    const files = filesOf(folder);
    const other = await host(t, html, { files: (path) => (path === "counting.js" ? COUNTING : files(path)) });
    await eventually(async () => assert.ok(await other.run(() => Boolean(window.WengangEmbed && window.show))));
    // The script waits for the page's load.
    await eventually(async () => assert.equal(await other.run(() => document.readyState), "complete"));
    const before = await other.run(() => ({ ...listeners }));
    await show(other, calculators);
    return { other, before };
  }

  const show = (other, calculators) => other.run((list) => { window.show(list); }, calculators);
  const frames = (other) => other.run(() => [...document.querySelectorAll("iframe")].map(({ src, title }) => ({
    calculator: new URL(src).searchParams.get("c"), id: new URL(src).searchParams.get("embed"), title,
  })));
  const shows = (other, ...calculators) => eventually(async () => (
    assert.deepEqual((await frames(other)).map(({ calculator }) => calculator), calculators)
  ));
  const isReady = (other, times) => eventually(async () => (
    assert.equal((await other.run(() => events)).filter(({ type }) => type === "ready").length, times)
  ));

  test(`${name}: there is one frame, and a calculation in it reaches the page as an event`, async (t) => {
    const { other } = await opened(t, ["refund"]);
    await isReady(other, 1);
    await shows(other, "refund");
    const frame = await other.enter();
    await frame.fitsHeight();
    await fillRefund(frame, R01);
    await frame.reads("amount", /1,815\.08 元$/);
    await eventually(async () => assert.equal((await other.run(() => results)).at(-1)?.outcome, "eligible"));
    const events = await other.run(() => window.events);
    assert.ok(events.every(({ composed, of }) => composed && of === "iframe"), JSON.stringify(events));
    assert.equal(events.filter(({ type }) => type === "ready").length, 1);
    await other.expectNoUnexpectedTraffic();
  });

  test(`${name}: the frame follows the page, which has one as before`, async (t) => {
    const { other } = await opened(t, ["refund"]);
    await isReady(other, 1);
    await show(other, ["premium"]);
    await isReady(other, 2);
    await shows(other, "premium");
    const frame = await other.enter();
    assert.ok(await frame.shows("monthly-wage"));
    await frame.fitsHeight();
    await other.window.leave();
    assert.deepEqual(await other.complaints(), []);
  });

  test(`${name}: of two frames each has a name, a title and a height of its own`, async (t) => {
    const { other } = await opened(t, ["refund", "size-class"]);
    await eventually(async () => assert.equal((await frames(other)).length, 2));
    for (const nth of [0, 1]) {
      await other.run((index) => { document.querySelectorAll("iframe")[index].id = `frame-${index}`; }, nth);
      await (await other.enter(`#frame-${nth}`)).fitsHeight();
    }
    await isReady(other, 2);
    const found = await frames(other);
    assert.equal(new Set(found.map(({ id }) => id)).size, 2);
    assert.deepEqual(found.map(({ title }) => title), ["稳岗返还 - 稳岗算", "企业划型 - 稳岗算"]);
  });

  const written = (other) => other.run(() => document.querySelector("wengang-calculator").innerText.trim());

  test(`${name}: what the page wrote into the tag is shown until the frame is`, async (t) => {
    const { other } = await opened(t, ["refund"]);
    await isReady(other, 1);
    await eventually(async () => assert.equal(await written(other), ""));
    // Of another calculator there is nothing yet.
    other.calculator.stop();
    await show(other, ["premium"]);
    await shows(other, "premium");
    assert.equal(await written(other), "请拨打 12333");
  });

  test(`${name}: a frame that is removed leaves no listener and no line in the console`, async (t) => {
    const { other, before } = await opened(t, ["refund", "premium"]);
    await isReady(other, 2);
    await show(other, ["refund"]);
    await shows(other, "refund");
    await show(other, []);
    await eventually(async () => assert.deepEqual(await frames(other), []));
    const after = await other.run(() => ({ ...listeners }));
    assert.deepEqual(after, before);
    // Nor does it come back, or complain later.
    await new Promise((resolve) => { setTimeout(resolve, 300); });
    assert.deepEqual(await frames(other), []);
    assert.deepEqual(await other.complaints(), []);
    // And there is room for another.
    await show(other, ["size-class"]);
    await isReady(other, 3);
    await shows(other, "size-class");
  });

  test(`${name}: what was answered is there again when the page shows the calculator again`, async (t) => {
    const { other } = await opened(t, ["refund"]);
    await isReady(other, 1);
    const frame = await other.enter();
    await fillRefund(frame, R01);
    await frame.reads("amount", /1,815\.08 元$/);
    await frame.waitForIdle();
    await show(other, []);
    await eventually(async () => assert.deepEqual(await frames(other), []));
    await show(other, ["refund"]);
    await isReady(other, 2);
    await (await other.enter()).reads("amount", /1,815\.08 元$/);
    await other.window.leave();
    assert.deepEqual(await other.complaints(), []);
  });

  test(`${name}: a calculator that there is not is an error event`, async (t) => {
    const { other } = await opened(t, ["pension"]);
    await eventually(async () => assert.deepEqual((await other.run(() => events)).map(({ type, code }) => code ?? type), ["ready", "unknown-calculator"]));
    assert.ok(await (await other.enter()).shows("task-refund"));
  });

  if (name === "react") {
    test("react: an effect of its strict mode, which mounts twice, has one frame", async (t) => {
      const { other } = await opened(t, []);
      await other.run(() => { window.mount("refund"); });
      await isReady(other, 1);
      assert.deepEqual([await other.run(() => window.effects), (await frames(other)).length], [2, 1]);
      await other.run(() => { window.mount("premium"); });
      await isReady(other, 2);
      await shows(other, "premium");
      await other.run(() => { window.mount(null); });
      await eventually(async () => assert.deepEqual(await frames(other), []));
      assert.deepEqual(await other.complaints(), []);
    });
  }
}
