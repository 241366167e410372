// The calculator in a page of another site: the place of its script, the height of its frame, the messages between the
// two.

import assert from "node:assert/strict";
import { complaints } from "../support/axe.mjs";
import { requestOf } from "../support/cases.mjs";
import { can, test } from "../support/engines.mjs";
import { eventually } from "../support/eventually.mjs";
import { fillRefund } from "../support/forms.mjs";
import { APART, hosts } from "../support/hosts.mjs";
import { PHONE, dist } from "../support/page.mjs";
import { STRICT_CSP, filesOf } from "../support/server.mjs";

const host = hosts();
const hostApart = hosts(APART);
const R01 = requestOf("R01");

const page = (body, head = "") => `<!DOCTYPE html><html lang="zh-CN"><head><meta charset="utf-8"><title>host</title><meta name="viewport" content="width=device-width">
<script src="notes.js"></script>${head}</head><body><p>above</p>${body}<p>below</p></body></html>`;
const tag = (address, attributes = 'data-calculator="refund"') => `<script async src="${address}" ${attributes}></script>`;
const ANY_ORIGIN = { "Access-Control-Allow-Origin": "*" };

/** Clicks a button, or the line that opens and closes a part. */
async function click(frame, name) {
  const css = `[data-test="${name}"]`;
  const isPart = await frame.window.run((part) => document.querySelector(part).querySelector("summary") !== null, css);
  await frame.tap(isPart ? `${css} > summary` : css);
}

/** Opens a condition and follows its citation into the guide. */
async function readClause(frame) {
  const name = "condition-fully-paid-12-months";
  await frame.click(name);
  await frame.tap(`[data-test="${name}"] [data-test="read-clause"]`);
  // In a frame it is shown alone.
  await frame.reads("guide-all", "看全部条款");
}

const PLACES = {
  "in the body": (address) => page(tag(address)),
  "in the head": (address) => page("", tag(address)),
  "in the head, for an element": (address) => page('<div id="here"></div>', tag(address, 'data-calculator="refund" data-target="#here"')),
  deferred: (address) => page("", tag(address).replace("async", "defer")),
  "without async": (address) => page(tag(address).replace("async", "")),
  "as a custom element": (address) => page('<wengang-calculator calculator="refund"></wengang-calculator>', tag(address, "")),
};

for (const [place, html] of Object.entries(PLACES)) {
  test(`a script ${place} brings the calculator, and a calculation ends in it`, async (t) => {
    const other = await host(t, html);
    const frame = await other.enter();
    await frame.fitsHeight();
    await fillRefund(frame, R01);
    await frame.reads("amount", /1,815\.08 元$/);
    await frame.fitsHeight();
    await frame.expectHidden("home");
    await frame.expectHidden("foot-guide");
    assert.match(await frame.text("foot-hotline"), /12333/);
    const [above, top, below] = await other.run(() => ["p", "iframe", "p:last-of-type"]
      .map((css) => document.querySelector(css).getBoundingClientRect().top));
    assert.ok(above < top);
    assert.equal(top < below, place !== "in the head" && place !== "deferred", "in its place");
    await other.expectNoUnexpectedTraffic();
  });
}

test("a script that is added late, twice, brings two calculators", async (t) => {
  const other = await host(t, () => page(""));
  await other.run((address) => {
    for (const calculator of ["refund", "premium"]) {
      const script = document.createElement("script");
      script.src = address;
      script.dataset.calculator = calculator;
      document.body.append(script);
    }
  }, `${other.site}embed.js`);
  for (const [nth, question] of [[0, "applicant"], [1, "monthly-wage"]]) {
    await eventually(async () => assert.equal(await other.run(() => document.querySelectorAll("iframe").length), 2));
    const frame = await other.enter(`div:nth-of-type(${nth + 1}) > iframe`);
    assert.ok(await frame.shows(question));
    await frame.fitsHeight();
  }
  await other.expectNoUnexpectedTraffic();
});

test("two scripts in one page bring two calculators, each with its own height", async (t) => {
  const other = await host(t, (address) => page(tag(address) + tag(address, 'data-calculator="size-class"')));
  const heights = [];
  for (const nth of [1, 2]) {
    await eventually(async () => assert.equal(await other.run(() => document.querySelectorAll("iframe").length), 2));
    const frame = await other.enter(`div:nth-of-type(${nth}) > iframe`);
    await frame.fitsHeight();
    heights.push((await frame.heights())[1]);
  }
  assert.notEqual(heights[0], heights[1]);
  await other.expectNoUnexpectedTraffic();
});

test("a frame without any script works, and scrolls in itself", async (t) => {
  const other = await host(t, (_, site) => page(`<iframe src="${site}?c=refund&amp;embed=1" height="700"></iframe>`));
  const frame = await other.enter();
  await fillRefund(frame, R01);
  await frame.reads("amount", /1,815\.08 元$/);
  assert.equal((await frame.heights())[1], 700);
  // Nobody answered: nothing but this was said.
  assert.deepEqual((await other.run(() => posted)).map(({ type }) => type), ["ready"]);
  await other.expectNoUnexpectedTraffic();
});

test("the frame's height follows the content up and down, without oscillating", async (t) => {
  const other = await hostApart(t, (address) => page(tag(address)), { size: PHONE });
  let frame = await other.enter();
  await frame.fitsHeight();
  // No part may be measured by the frame's own height.
  const opening = (await other.posted("height")).map(({ height }) => height);
  assert.ok(opening.length <= 3, `at the beginning: ${opening}`);
  frame = await other.enter();
  await fillRefund(frame, R01);
  await frame.fitsHeight();
  // A row opens, and closes; a whole form is emptied.
  for (const [hook, isUp] of [["gist-why", true], ["gist-why", false], ["restart", false]]) {
    const said = (await other.posted("height")).length;
    frame = await other.enter();
    const [before] = await frame.heights();
    await click(frame, hook);
    await eventually(async () => assert.notEqual((await frame.heights())[0], before));
    // Long enough for a loop to show.
    await new Promise((resolve) => { setTimeout(resolve, 500); });
    await frame.fitsHeight();
    const [after] = await frame.heights();
    assert.equal(after > before, isUp, `${hook}: ${before} to ${after}`);
    const heights = (await other.posted("height")).slice(said).map(({ height }) => height);
    assert.ok(heights.length >= 1 && heights.length <= 3, `${hook}: ${heights}`);
    assert.equal(heights.at(-1), after);
  }
  await other.expectNoUnexpectedTraffic();
});

test("a narrow column holds the calculator without scrolling sideways", async (t) => {
  const other = await host(t, (address) => page(`<table width="300"><tr><td width="300">${tag(address)}</td></tr></table>`), { size: PHONE });
  const frame = await other.enter();
  assert.ok(frame.size.width <= 300);
  await fillRefund(frame, R01);
  await frame.reads("amount", /1,815\.08 元$/);
  await frame.fitsWidth();
  await frame.fitsHeight();
  await other.window.leave();
  await frame.screenshot("embed-narrow");
});

test("in a tab that is shown later the frame has the right height", async (t) => {
  const other = await host(t, (address) => page(`<div hidden id="tab">${tag(address)}</div>`));
  await eventually(async () => assert.equal(await other.run(() => document.querySelectorAll("iframe").length), 1));
  // An engine that does not know lazy frames loads it while it is hidden.
  await other.run(() => { document.querySelector("iframe").loading = "eager"; });
  await eventually(async () => assert.deepEqual(await other.run(() => received.map(({ type }) => type)), ["ready"]));
  await new Promise((resolve) => { setTimeout(resolve, 300); });
  assert.deepEqual(await other.posted("height"), []);
  await other.run(() => { document.getElementById("tab").hidden = false; });
  let frame = await other.enter();
  await frame.fitsHeight();
  const [height] = await frame.heights();
  assert.ok(height > 300);
  // Hidden again, filled by nobody, shown again: as before.
  for (const hidden of [true, false]) await other.run((is) => { document.getElementById("tab").hidden = is; }, hidden);
  frame = await other.enter();
  await frame.fitsHeight();
  assert.ok((await other.posted("height")).every((message) => message.height > 300));
  await other.expectNoUnexpectedTraffic();
});

for (const [how, attribute] of [["allow-scripts alone", "data-sandbox"], ["more allowed", 'data-sandbox="allow-scripts allow-same-origin"']]) {
  test(`in a sandbox with ${how} a calculation ends, and going through the page breaks nothing`, async (t) => {
    const policy = `${can("self-in-sandbox") ? STRICT_CSP : STRICT_CSP.replaceAll("'self'", "http://127.0.0.1:*")}; frame-ancestors *`;
    const headers = { ...ANY_ORIGIN, "Content-Security-Policy": policy };
    const other = await host(t, (address) => page(tag(address, `data-calculator="refund" data-result ${attribute}`)), { headers });
    const frame = await other.enter();
    const isNameless = attribute === "data-sandbox";
    assert.equal(await other.window.run(() => origin === "null"), isNameless);
    if (isNameless) {
      assert.equal(await other.window.run(() => { try { return typeof localStorage; } catch (error) { return error.name; } }), "SecurityError");
    }
    await fillRefund(frame, R01);
    await frame.reads("amount", /1,815\.08 元$/);
    await frame.fitsHeight();
    await readClause(frame);
    await frame.click("guide-back");
    await frame.reads("amount", /1,815\.08 元$/);
    await frame.fitsHeight();
    const results = await other.posted("result");
    assert.equal(results.at(-1).outcome, "eligible");
    assert.equal(results.at(-1).origin, isNameless ? "null" : new URL(other.site).origin);
    await other.expectNoUnexpectedTraffic();
  });
}

test("the answer is posted only where it is requested, and numbers only where they are", async (t) => {
  const wanted = [["", null], ["data-result", false], ['data-result="amount"', true]];
  for (const [attribute, withAmount] of wanted) {
    const other = await host(t, (address) => page(tag(address, `data-calculator="refund" ${attribute}`)));
    const frame = await other.enter();
    await fillRefund(frame, R01);
    await frame.reads("amount", /1,815\.08 元$/);
    await frame.fitsHeight();
    // The message about an answer follows it.
    const results = await eventually(async () => {
      const sent = await other.posted("result");
      if (withAmount !== null) assert.equal(sent.at(-1)?.outcome, "eligible");
      return sent;
    });
    assert.deepEqual(results.length > 0, withAmount !== null);
    const received = await other.run(() => received.filter(({ type }) => type === "result"));
    assert.equal(received.length, results.length);
    const last = results.at(-1);
    if (last) {
      assert.deepEqual({ outcome: last.outcome, policy: last.policy, status: last.status }, { outcome: "eligible", policy: "hebei-2024", status: "open" });
      assert.deepEqual([last.min, last.max], withAmount ? ["1815.08", "1815.08"] : [undefined, undefined]);
    }
    const everything = JSON.stringify(await other.run(() => posted));
    assert.equal(everything.includes("1815"), withAmount === true);
    assert.ok(!everything.includes("3025"), "what was typed is posted to nobody");
    await other.expectNoUnexpectedTraffic();
  }
});

test("what the page moves to comes into view, and the focus is not taken at the beginning", async (t) => {
  const other = await hostApart(t, (address) => page(`<input id="own"><table height="1500"><tr><td>tall</td></tr></table>${tag(address)}`));
  await eventually(async () => assert.equal(await other.run(() => document.querySelectorAll("iframe").length), 1));
  // Without that, WebKit brings what has the focus back into sight later, and the frame out of it.
  await other.run(() => document.getElementById("own").focus({ preventScroll: true }));
  let frame = await other.enter();
  await frame.fitsHeight();
  assert.equal(await other.run(() => document.activeElement.id), "own");
  frame = await other.enter();
  await fillRefund(frame, R01);
  await frame.reads("amount", /1,815\.08 元$/);
  await frame.fitsHeight();
  await readClause(frame);
  await eventually(async () => {
    const [at, tall] = await other.run(() => [posted.filter(({ type }) => type === "scroll-into-view").at(-1).top, innerHeight]);
    const top = await other.run(() => document.querySelector("iframe").getBoundingClientRect().top);
    assert.ok(top + at >= 0 && top + at < tall, `${top} + ${at}`);
  });
  await other.expectNoUnexpectedTraffic();
});

test("going through the calculator leaves the other page's history alone", async (t) => {
  const other = await hostApart(t, (address) => page(tag(address)));
  const frame = await other.enter();
  const before = await other.run(() => history.length);
  await other.enter();
  await fillRefund(frame, R01);
  await readClause(frame);
  await frame.click("guide-back");
  await frame.reads("amount", /1,815\.08 元$/);
  assert.equal(await other.run(() => history.length), before);
  await other.window.run(() => history.back());
  await eventually(async () => assert.equal(await other.run(() => document.title), "before"));
});

test("the other page's load does not wait for the frame, and nothing of ours stays in it", async (t) => {
  const never = new Promise(() => {});
  const files = filesOf(dist);
  const other = await host(t, (address) => page(tag(address)), { read: (name) => (name === "embed.js" ? files(name) : never) });
  await eventually(async () => assert.equal(await other.run(() => document.readyState), "complete"));
  await eventually(async () => assert.equal(await other.run(() => document.querySelectorAll("iframe").length), 1));
  const left = await other.run(() => Object.getOwnPropertyNames(window).filter((name) => !knownNames.includes(name) && !/^\d+$/.test(name) && !/^(cdc_|ret_nodes)/.test(name)));
  assert.deepEqual(left.sort(), ["WengangEmbed", "knownNames"]);
  assert.equal(await other.run(() => document.querySelector("iframe").loading), "lazy");
});

test("where the calculator cannot start the host page gets an error", async (t) => {
  const files = filesOf(dist);
  const other = await host(t, (address) => page(tag(address)), { read: (name) => (/\.wasm$|^fallback-/.test(name) ? null : files(name)) });
  await eventually(async () => assert.deepEqual(await other.run(() => received.map(({ code }) => code)), ["not-started"]));
  // What frames write to the console is heard, so that the other tests know that they write nothing.
  assert.match((await other.complaints()).join("\n"), /_bg\.wasm/);
});

test("where nothing answers the host page gets an error", async (t) => {
  const other = await host(t, (address) => page(tag(address, 'data-calculator="refund" data-sandbox')));
  await eventually(async () => assert.deepEqual(await other.run(() => received.map(({ code }) => code)), ["no-answer"]), 20_000);
});

test("the demo page shows the three ways", async (t) => {
  const headers = { "Content-Security-Policy": `${STRICT_CSP}; frame-src 'self'` };
  const other = await host(t, () => page(""), { headers });
  await other.window.open(`${other.site}embed-demo.html`);
  await eventually(async () => assert.equal(await other.run(() => document.querySelectorAll("iframe").length), 3));
  for (const [nth, question] of [[1, "applicant"], [2, "insured-months"], [3, "region"]]) {
    await other.run((index) => { document.querySelectorAll("iframe")[index].id = `frame-${index}`; }, nth - 1);
    const frame = await other.enter(`#frame-${nth - 1}`);
    assert.ok(await frame.shows(question), question);
  }
  await eventually(async () => assert.match(await other.run(() => document.getElementById("messages").textContent), /"ready".*"result"/s));
  await other.window.leave();
  assert.deepEqual(await other.complaints(), []);
});

test("in another page's frame the calculator is accessible", async (t) => {
  const other = await host(t, (address) => `<!DOCTYPE html><html lang="zh-CN"><title>县政府</title>
    <script src="notes.js"></script><script async src="${address}" data-calculator="refund"></script>`);
  const frame = await other.enter();
  assert.deepEqual(await complaints(frame.window), []);
});
