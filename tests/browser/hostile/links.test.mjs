// Malicious links and messages: none of their content becomes markup, text or a request of the page.

import assert from "node:assert/strict";
import { test } from "../support/engines.mjs";
import { DESKTOP, PHONE, calculator } from "../support/page.mjs";

const visit = calculator();

/** Content of an address that must not appear in the page. */
const BAIT = "点这里领钱";
const MARKUP = `<img src=x onerror=window.harmed=1><script>window.harmed=1</script>${BAIT}`;
const TURNED = `\u202e\u2066${BAIT}\u200f`;
const CONTROLS = `\u0000\u0007\u001b[31m\r\nSet-Cookie: a=b\r\n\r\n${BAIT}\u0085\u2028`;
/** An address with it in every place has 100 KB. */
const LONG = BAIT.repeat(260);
const TEXTS = [MARKUP, TURNED, CONTROLS, LONG, "__proto__", "javascript:window.harmed=1"];

const addresses = TEXTS.map(encodeURIComponent).map((word) => (
  `?c=refund&y=${word}&k=${word}&accent=${word}&scheme=${word}&${word}=${word}#1.${word}.${word}.${word}`
)).concat([
  `?c=${encodeURIComponent(MARKUP)}#${encodeURIComponent(MARKUP)}`,
  `?c=refund&k=${"%20".repeat(33_334)}`,
  `?c=refund#1.pe.${"A".repeat(100_000)}`,
  "?c=%E0%A4%A&k=%&y=%ZZ#%",
]);

/** What there is of the page: the kinds of elements that could run, load or lead away, and the text. */
const look = () => ({
  harmed: window.harmed,
  text: document.body.innerText,
  active: [...document.querySelectorAll("script, iframe, object, embed, base, form, meta[http-equiv]")].map((element) => element.outerHTML),
  led: [...document.querySelectorAll("a")].map((link) => link.protocol),
  handlers: [...document.querySelectorAll("*")].flatMap((element) => [...element.attributes].map(({ name }) => name)).filter((name) => /^(on|style$)/.test(name)),
});

test("a link made to do harm does nothing", () => visit(PHONE, async (page) => {
  const plain = await page.window.run(look);
  assert.ok(plain.active.length >= 2);
  for (const address of addresses) {
    await page.window.open("about:blank");
    await page.open(address);
    const { harmed, text, active, led, handlers } = await page.window.run(look);
    const name = address.slice(0, 80);
    assert.equal(harmed, null, name);
    assert.ok(![BAIT, "\u202e", "\u2066", "\u0007", "<img", "__proto__"].some((bait) => text.includes(bait)), name);
    assert.deepEqual(active, plain.active, name);
    assert.ok(led.every((protocol) => /^(https?|tel):$/.test(protocol)), `${name}: ${led}`);
    assert.deepEqual(handlers, [], name);
  }
}));

/** Messages that any page can post. */
const messages = [
  ...["hello", "ready", "height", "result", "error", "scroll-into-view", "__proto__"].map((type) => ({ ns: "wengang", v: 1, id: MARKUP, type, height: 9e9, top: 9e9, outcome: MARKUP })),
  { ns: "wengang", v: 1, type: "hello", id: LONG.repeat(80) }, { ns: { toString: null } }, MARKUP, LONG.repeat(80), null, 1, [], [[]],
];

test("forged messages change nothing and are not answered", () => visit(DESKTOP, async (page) => {
  for (const address of ["?c=refund", "?c=refund&embed=w0&result=amount"]) {
    await page.window.open("about:blank");
    await page.open(address);
    await page.reads("verdict", /./);
    await page.waitForIdle();
    const [before, after, heard] = await page.window.run(async (forged) => {
      const drawn = document.body.innerHTML;
      const answers = [];
      addEventListener("message", ({ data }) => answers.push(data));
      for (const data of forged) postMessage(data, "*");
      await new Promise((resolve) => { setTimeout(resolve, 300); });
      return [drawn, document.body.innerHTML, answers.length];
    }, messages);
    assert.equal(after, before, address);
    assert.equal(heard, messages.length, address);
    assert.equal(await page.window.run(() => [scrollY, innerWidth].join()), `0,${DESKTOP.width}`);
  }
}));
