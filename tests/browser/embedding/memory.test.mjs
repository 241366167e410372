// Answers outlive the frame in the memory of the other page's script, and nowhere else: a tag that is taken out and put in
// again, a calculator that is changed for another and back.

import assert from "node:assert/strict";
import { requestOf } from "../support/cases.mjs";
import { test } from "../support/engines.mjs";
import { eventually } from "../support/eventually.mjs";
import { fillRefund } from "../support/forms.mjs";
import { hosts } from "../support/hosts.mjs";
import { dist } from "../support/page.mjs";
import { filesOf } from "../support/server.mjs";

const host = hosts();
const R01 = requestOf("R01");
const AMOUNT = /1,815\.08 元$/;
const page = (body) => (address) => `<!DOCTYPE html><html lang="zh-CN"><head><meta charset="utf-8"><title>host</title><meta name="viewport" content="width=device-width">
<script src="notes.js"></script><script async src="${address}"></script></head><body>${body}</body></html>`;
const TAG = page('<div id="root"><wengang-calculator calculator="refund"></wengang-calculator></div>');

const readyTimes = (other, times) => eventually(async () => (
  assert.equal((await other.run(() => received)).filter(({ type }) => type === "ready").length, times)
));

/** Fills in R01 in the frame of that selector, and waits until it is answered and stored. */
async function answered(other, css) {
  const frame = await other.enter(css);
  await fillRefund(frame, R01);
  await frame.reads("amount", AMOUNT);
  await frame.waitForIdle();
  await other.window.leave();
}

test("a tag that is taken out and put in again has its answers, and the next page none", async (t) => {
  const other = await host(t, TAG);
  await readyTimes(other, 1);
  await answered(other);
  await other.run(() => {
    window.tag = document.querySelector("wengang-calculator");
    tag.remove();
  });
  assert.equal(await other.run(() => document.querySelectorAll("iframe").length), 0);
  await other.run(() => { document.getElementById("root").append(tag); });
  await readyTimes(other, 2);
  let frame = await other.enter();
  await frame.reads("amount", AMOUNT);
  await frame.fitsHeight();
  // A tag of the same settings, as a framework makes one when it shows a part of its page again.
  await other.run(() => {
    tag.remove();
    document.getElementById("root").innerHTML = '<wengang-calculator calculator="refund"></wengang-calculator>';
  });
  await readyTimes(other, 3);
  frame = await other.enter();
  await frame.reads("amount", AMOUNT);
  // What is typed is in no message that the page's scripts hear, no address and no attribute.
  const everything = await other.run(() => JSON.stringify(posted) + JSON.stringify(received) + document.documentElement.outerHTML + location.href);
  assert.deepEqual(await other.run(() => [...document.querySelectorAll("wengang-calculator, iframe")].filter((one) => /3025/.test(JSON.stringify(Object.assign({}, one)))).length), 0);
  assert.doesNotMatch(everything, /3025\.14|premiumPaid|averageInsured/);
  assert.doesNotMatch(await (await other.enter()).window.run(() => location.href), /3025\.14|premiumPaid|averageInsured/);
  await other.expectNoUnexpectedTraffic();
  // The memory is the page's: it ends with it.
  await other.window.leave();
  await other.window.open(other.url);
  await readyTimes(other, 1);
  assert.equal(await (await other.enter()).isChecked("applicant-enterprise"), false);
});

test("what was typed last, an answer that was given a moment ago, comes back too", async (t) => {
  const other = await host(t, page('<wengang-calculator calculator="premium"></wengang-calculator>'));
  await readyTimes(other, 1);
  let frame = await other.enter();
  await frame.fill("monthly-wage-input", "6000");
  // As long as it takes to reach for a button of the page.
  await new Promise((resolve) => { setTimeout(resolve, 1000); });
  await other.run(() => {
    const tag = document.querySelector("wengang-calculator");
    tag.remove();
    document.body.append(tag);
  });
  await readyTimes(other, 2);
  frame = await other.enter();
  assert.equal(await frame.value("monthly-wage-input"), "6000");
});

test("another calculator in the same tag, other colours, and back: the answers stay", async (t) => {
  const other = await host(t, TAG);
  await readyTimes(other, 1);
  await answered(other);
  const set = (name, value) => other.run((attribute, text) => document.querySelector("wengang-calculator").setAttribute(attribute, text), name, value);
  await set("calculator", "premium");
  await readyTimes(other, 2);
  await set("calculator", "refund");
  await readyTimes(other, 3);
  await set("accent", "#8a1f1f");
  await readyTimes(other, 4);
  await (await other.enter()).reads("amount", AMOUNT);
});

test("two calculators that are taken out and put in again have each its own answers", async (t) => {
  const tag = (name) => `<wengang-calculator calculator="${name}"></wengang-calculator>`;
  const other = await host(t, page(`<div id="root">${tag("refund")}${tag("premium")}</div>`));
  await readyTimes(other, 2);
  await answered(other, "wengang-calculator:first-child > iframe");
  await other.run(() => {
    const root = document.getElementById("root");
    const tags = [...root.children];
    root.replaceChildren();
    root.append(...tags.reverse());
  });
  await readyTimes(other, 4);
  await (await other.enter("[calculator=refund] > iframe")).reads("amount", AMOUNT);
  assert.equal(await (await other.enter("[calculator=premium] > iframe")).value("monthly-wage-input"), "");
});

test("what a program destroys and mounts again has its answers, unless others are to be filled in", async (t) => {
  const other = await host(t, page('<div id="here"></div>'));
  await eventually(async () => assert.ok(await other.run(() => Boolean(window.WengangEmbed))));
  const mount = (link) => other.run((text) => {
    window.mounted = WengangEmbed.mount(document.getElementById("here"), { calculator: "refund", link: text });
  }, link ?? null);
  await mount();
  await readyTimes(other, 1);
  await answered(other);
  await other.run(() => { mounted.destroy(); });
  await mount();
  await readyTimes(other, 2);
  await (await other.enter()).reads("amount", AMOUNT);
  await other.run(() => { mounted.update({ link: "?c=refund&y=2024#1.pe.H_I" }); });
  await readyTimes(other, 3);
  assert.equal(await (await other.enter()).isChecked("applicant-enterprise"), false);
});

test("in a sandbox without an origin nothing is remembered: it is not known who is there", async (t) => {
  const sandboxed = page('<wengang-calculator calculator="refund" sandbox="allow-scripts"></wengang-calculator>');
  const headers = { "Access-Control-Allow-Origin": "*", "Content-Security-Policy": "frame-ancestors *" };
  const other = await host(t, sandboxed, { headers });
  await readyTimes(other, 1);
  await answered(other);
  await other.run(() => {
    const tag = document.querySelector("wengang-calculator");
    tag.remove();
    document.body.append(tag);
  });
  await readyTimes(other, 2);
  assert.equal(await (await other.enter()).isChecked("applicant-enterprise"), false);
  assert.deepEqual(await other.complaints(), []);
});

test("another frame gets nothing, whatever it asks for, and one that nobody answers opens", async (t) => {
  // On the calculator's own site: it may speak under its origin.
  const thief = `addEventListener("message", ({ data }) => { if (data.type === "fill" || data.answers) parent.postMessage({ stolen: true }, "*"); });
setInterval(() => parent.postMessage({ ns: "wengang", v: 1, id: "w0", type: "fill" }, "*"), 50);`;
  const read = (name) => ({ "thief.html": '<!DOCTYPE html><script src="thief.js"></script>', "thief.js": thief }[name] ?? filesOf(dist)(name));
  const html = (address, site) => TAG(address).replace("</body>", `<iframe id="thief" src="${site}thief.html"></iframe><iframe id="alone" src="${site}?c=premium&amp;embed=1&amp;fill=1" height="600"></iframe></body>`);
  const other = await host(t, html, { read });
  await readyTimes(other, 1);
  await answered(other, "wengang-calculator > iframe");
  await other.run(() => {
    const tag = document.querySelector("wengang-calculator");
    tag.remove();
    document.body.append(tag);
  });
  await readyTimes(other, 2);
  await (await other.enter("wengang-calculator > iframe")).reads("amount", AMOUNT);
  assert.ok((await other.posted("fill")).length > 2);
  assert.deepEqual(await other.run(() => posted.filter(({ stolen }) => stolen)), []);
  assert.equal(await (await other.enter("#alone")).value("monthly-wage-input"), "");
});
