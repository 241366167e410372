// Links: copied, opened again, damaged on the way.

import assert from "node:assert/strict";
import { requestOf } from "../support/cases.mjs";
import { test } from "../support/engines.mjs";
import { typeRefund } from "../support/forms.mjs";
import { CLIPBOARD, PHONE, calculator } from "../support/page.mjs";

const visit = calculator();
const request = requestOf("R01");

/** A phone that copies into a variable, as a browser copies. */
const COPYING = { ...PHONE, first: CLIPBOARD };

const copied = async (page, button) => {
  await page.click(button);
  await page.reads("copied", /已复制/);
  return page.window.run(() => window.copied);
};

test("a link has no number unless the user ticks it, and opens the same answer", () => visit(COPYING, async (page) => {
  await typeRefund(page, request);
  const choices = await copied(page, "copy-link");
  assert.ok(!/3025|120/.test(choices), choices);
  // The calculator's own document: a chat shows its title with the link.
  assert.ok(choices.startsWith(`${page.url}refund.html?c=refund&y=2024#1.`), choices);
  const message = await copied(page, "copy-text");
  assert.ok(message.includes(choices) && !message.includes("1,815.08"), message);
  await page.click("share-numbers");
  const numbers = await copied(page, "copy-link");
  assert.ok((await copied(page, "copy-text")).includes("1,815.08"));

  await page.window.open("about:blank");
  await page.open(numbers.replace(page.url, ""));
  await page.reads("amount", /1,815\.08 元$/);
  assert.equal(await page.value("premium-paid-input"), "3025.14");
  // What came in the address does not stay there.
  assert.equal(await page.window.run(() => location.hash + location.search), "?c=refund");

  await page.window.open("about:blank");
  await page.open(choices.replace(page.url, ""));
  await page.reads("link-note", "此链接制作于2024年度，以下按今天测算");
  assert.equal(await page.isChecked("size-not-large"), true);
  await page.expectHidden("amount");
}));

test("a link that was damaged or cut opens its calculator empty, with a message", () => visit(PHONE, async (page) => {
  for (const [link, sentence] of [
    ["?c=refund&y=2024#1.pe.ss.XXX", /不完整或者被改过/],
    ["?c=refund&y=2024#<script>alert(1)</script>", /不完整或者被改过|路上丢了/],
    ["?c=refund&y=2024", /路上丢了/],
    ["?c=refund#9.pe.abc", /更新的版本/],
  ]) {
    await page.window.open("about:blank");
    await page.open(link);
    await page.reads("link-note", sentence);
    assert.equal(await page.isChecked("applicant-enterprise"), false);
  }
}));

test("what apps and people append to an address opens the calculator empty, without a message", () => visit(PHONE, async (page) => {
  for (const address of ["refund.html#rd", "refund.html?city=1", "refund.html?nsukey=a%2Bb", "?c=refund#wechat_redirect", "?c=refund，快来"]) {
    await page.window.open("about:blank");
    await page.open(address);
    await page.reads("verdict", "答几题就有结果");
    assert.equal(await page.shows("link-note"), false, address);
    assert.match(await page.window.run(() => document.querySelector("h1").textContent), /稳岗返还/, address);
  }
}));

test("the skip link is no answer link: after it a refresh opens the same calculator, without a message", () => visit(PHONE, async (page) => {
  await page.open("?c=refund");
  await page.window.run(() => document.querySelector(".skip").click());
  assert.equal(await page.window.run(() => location.hash), "#title");
  await page.reload();
  await page.reads("verdict", "答几题就有结果");
  assert.equal(await page.shows("link-note"), false);
}));

test("where the browser does not copy, the text is shown to be copied by hand", () => visit(PHONE, async (page) => {
  await page.click("task-refund");
  await page.click("size-not-large");
  await page.window.run(() => { Object.defineProperty(navigator, "clipboard", { configurable: true, value: undefined }); });
  await page.click("copy-link");
  await page.reads("copied", /长按/);
  assert.match(await page.value("copy-by-hand"), /\?c=refund&y=\d{4}#1\./);
}));
