// The other page on paper: the frame has the room that its sheet needs, and no empty page comes after it.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { requestOf } from "../support/cases.mjs";
import { can, needing, test } from "../support/engines.mjs";
import { eventually } from "../support/eventually.mjs";
import { fillRefund } from "../support/forms.mjs";
import { hosts } from "../support/hosts.mjs";

const host = hosts();
const R01 = requestOf("R01");
const printed = new URL("../../../target/printed/", import.meta.url);
const page = (address) => `<!DOCTYPE html><html lang="zh-CN"><head><meta charset="utf-8"><title>县政府</title><meta name="viewport" content="width=device-width">
<link rel="stylesheet" href="paper.css"><script src="notes.js"></script></head><body><h1>办事指南</h1><script async src="${address}" data-calculator="refund"></script><p>本页由县人社局制作</p></body></html>`;

/** The paper of the page around the frame. */
const PAPER = { files: (name) => (name === "paper.css" ? "@page { size: A4; margin: 12mm; }" : null), policy: "; style-src 'self'" };

const bare = (text) => text.replace(/\s/g, "");
const frameHeight = (other) => other.run(() => document.querySelector("iframe").clientHeight);
/** What the browser does before it lays out for the printer, and after. */
const dispatch = (other, type) => other.run((name) => { dispatchEvent(new Event(name)); }, type);

/** Prints the page, stores it as target/printed/NAME.pdf, and returns how many pages it has, and their texts if they can be read. */
async function print(other, name) {
  await other.window.leave();
  const pdf = await other.window.print();
  mkdirSync(printed, { recursive: true });
  const file = new URL(`${name}.pdf`, printed).pathname;
  writeFileSync(file, pdf);
  const pages = Number(/^Pages:\s+(\d+)$/m.exec(execFileSync("pdfinfo", [file], { encoding: "utf8" }))[1]);
  if (!can("printed-words")) return { pages, texts: null };
  const texts = execFileSync("pdftotext", ["-raw", file, "-"], { encoding: "utf8" }).split("\f").slice(0, -1);
  assert.equal(texts.length, pages);
  return { pages, texts };
}

/** The height that the frame gets for the printer, once that is another than `before`. */
async function onPaper(other, before) {
  return eventually(async () => {
    await dispatch(other, "beforeprint");
    const height = await frameHeight(other);
    await dispatch(other, "afterprint");
    assert.notEqual(height, before);
    return height;
  });
}

test("the frame has its height on paper while the page is printed, and the one on the screen again", async (t) => {
  const other = await host(t, page, PAPER);
  let frame = await other.enter();
  await frame.fitsHeight();
  const empty = await onPaper(other, await frameHeight(other));
  frame = await other.enter();
  await fillRefund(frame, R01);
  await frame.reads("amount", /1,815\.08 元$/);
  await frame.waitForIdle();
  await frame.fitsHeight();
  const onScreen = await frameHeight(other);
  // An answer has more on paper than a form that is empty.
  const answered = await eventually(async () => {
    const height = await onPaper(other, onScreen);
    assert.ok(height > empty + 200, `${height}, empty ${empty}`);
    return height;
  });
  assert.ok(answered < 1600, `${answered}`);
  assert.equal(await frameHeight(other), onScreen);
  // The measuring left nothing on the screen.
  frame = await other.enter();
  await frame.fitsHeight();
  assert.equal(await frame.window.run(() => getComputedStyle(document.querySelector(".sheet")).display), "none");
  assert.equal(await frame.window.run(() => document.body.getAttribute("style") || ""), "");
  await other.expectNoUnexpectedTraffic();
});

/** Asserts that there is no empty page, that the page around the frame is at both ends, and these lines between. */
function isFilled({ pages, texts }, most, lines) {
  assert.ok(pages <= most, `${pages} pages`);
  if (!texts) return;
  for (const one of texts) assert.ok(bare(one) !== "", "an empty page");
  const text = bare(texts.join(""));
  assert.ok(text.startsWith("办事指南") && text.endsWith("本页由县人社局制作"), text);
  for (const line of lines) assert.ok(text.includes(bare(line)), `not on paper: ${line}`);
}

test("whoever types goes on typing while the paper is measured", async (t) => {
  const other = await host(t, (address) => page(address).replace("refund", "premium"), PAPER);
  const frame = await other.enter();
  await frame.fitsHeight();
  await frame.fill("monthly-wage-input", "6000");
  const box = () => frame.window.run(() => {
    const { activeElement } = document;
    return [activeElement.dataset.test, activeElement.value, activeElement.selectionStart, window.blurs];
  });
  await frame.window.run(() => {
    const input = document.querySelector("[data-test=monthly-wage-input]");
    input.focus();
    input.setSelectionRange(2, 2);
    window.blurs = 0;
    input.addEventListener("blur", () => { window.blurs += 1; });
  });
  const before = await box();
  if (can("hand-in-frame")) assert.deepEqual(before, ["monthly-wage-input", "6000", 2, 0]);
  await frame.window.run(() => { document.dispatchEvent(new Event("wengang-render-end")); });
  await new Promise((resolve) => { setTimeout(resolve, 1200); });
  assert.deepEqual(await box(), before);
});

needing("print", "the page is printed with all that the sheet says, and no empty page", async (t) => {
  const other = await host(t, page, PAPER);
  let frame = await other.enter();
  await frame.fitsHeight();
  const empty = await onPaper(other, await frameHeight(other));
  isFilled(await print(other, "embed-empty"), 1, ["稳岗返还测算结果"]);
  frame = await other.enter();
  await fillRefund(frame, R01);
  await frame.reads("amount", /1,815\.08 元$/);
  await frame.waitForIdle();
  const lines = await frame.window.run(() => [...document.querySelectorAll(".sheet :not(.basis *):is(li, dt, dd, .sheet-head, .sheet-title)")].map(({ textContent }) => textContent));
  assert.ok(lines.length > 20, `${lines.length} lines`);
  await eventually(async () => assert.ok(await onPaper(other, empty) > empty));
  // The browser begins a frame that is taller than what is left of a page on the next one.
  isFilled(await print(other, "embed-R01"), 3, lines);
});
