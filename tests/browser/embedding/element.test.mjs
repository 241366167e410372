// What programs and frameworks do with the calculator: settings that change, a tag in a shadow tree, one that is moved
// or removed, and its content before the calculator is loaded.

import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { requestOf } from "../support/cases.mjs";
import { test } from "../support/engines.mjs";
import { eventually } from "../support/eventually.mjs";
import { fillRefund } from "../support/forms.mjs";
import { hosts } from "../support/hosts.mjs";
import { dist } from "../support/page.mjs";

const host = hosts();
const R01 = requestOf("R01");
const page = (body, head = "") => `<!DOCTYPE html><html lang="zh-CN"><head><meta charset="utf-8"><title>host</title><meta name="viewport" content="width=device-width">
<script src="notes.js"></script>${head}</head><body><p>above</p>${body}<p>below</p></body></html>`;
const script = (address) => `<script async src="${address}"></script>`;
const tagged = (attributes, inside = "") => (address) => page(`<wengang-calculator ${attributes}>${inside}</wengang-calculator>`, script(address));

const frames = (other) => other.run(() => [...document.querySelectorAll("iframe")].map(({ src, title }) => ({ src, title })));
const codes = (other) => other.run(() => received.map(({ type, code }) => code ?? type));
const isReady = (other, times = 1) => eventually(async () => (
  assert.equal((await codes(other)).filter((code) => code === "ready").length, times)
));

test("a tag whose settings change shows the new settings, in one frame", async (t) => {
  const other = await host(t, tagged('calculator="refund"'));
  await isReady(other);
  await other.run(() => {
    const tag = document.querySelector("wengang-calculator");
    tag.setAttribute("calculator", "premium");
    tag.setAttribute("accent", "#8a1f1f");
  });
  await isReady(other, 2);
  assert.equal((await frames(other)).length, 1);
  let frame = await other.enter();
  assert.ok(await frame.shows("monthly-wage"));
  await frame.fitsHeight();
  await other.window.leave();
  // Another name leaves the frame, and what was filled in, as it is.
  const [before] = await frames(other);
  await other.run(() => document.querySelector("wengang-calculator").setAttribute("title", "算保险费"));
  await eventually(async () => assert.deepEqual(await frames(other), [{ src: before.src, title: "算保险费" }]));
  frame = await other.enter();
  assert.ok(await frame.shows("monthly-wage"));
});

test("in a narrow column a compact frame asks one question at a time", async (t) => {
  const narrow = '<div style="width:300px"><wengang-calculator calculator="refund" compact></wengang-calculator></div>';
  const other = await host(t, (address) => page(narrow, script(address)));
  await isReady(other);
  const frame = await other.enter();
  await eventually(async () => assert.ok(await frame.shows("step-on")));
  assert.equal(await frame.shows("size"), false);
  assert.deepEqual(await frame.window.run(() => [document.documentElement.hasAttribute("data-elder"), location.search.includes("elder")]), [false, false]);
  assert.ok(await frame.window.run(() => document.documentElement.scrollHeight) < 1000);
  await frame.fitsHeight();
  await frame.click("step-on");
  await eventually(async () => assert.match(await frame.text("progress"), /2/));
  await frame.fitsHeight();
});

test("a program mounts the calculator, updates and removes it, and nothing is left", async (t) => {
  const other = await host(t, (address) => page('<div id="here"></div>', script(address)));
  await eventually(async () => assert.ok(await other.run(() => Boolean(window.WengangEmbed))));
  await other.run(() => { window.calculator = WengangEmbed.mount(document.getElementById("here"), { calculator: "refund", accentDark: "#8fc0f5", result: true }); });
  await isReady(other);
  const [{ src }] = await frames(other);
  assert.match(src, /[?&]c=refund&embed=w[0-9a-z]+&result=1&accent-dark=8fc0f5$/);
  await eventually(async () => assert.equal((await frames(other))[0].title, "稳岗返还 - 稳岗算"));
  await other.run(() => calculator.update({ calculator: "size-class", result: null }));
  await isReady(other, 2);
  assert.match((await frames(other))[0].src, /[?&]c=size-class&embed=w[0-9a-z]+&accent-dark=8fc0f5$/);
  await other.run(() => calculator.destroy());
  assert.deepEqual(await frames(other), []);
  assert.equal(await other.run(() => document.getElementById("here").childNodes.length), 0);
});

test("what is filled in before comes in the frame's own address, and not in the page's", async (t) => {
  const other = await host(t, (address) => page('<div id="here"></div>', script(address)));
  await eventually(async () => assert.ok(await other.run(() => Boolean(window.WengangEmbed))));
  const link = "?c=refund&y=2024#1.pe.ss.n30_25.B6.F12.y3025_14.c.z0.t20240901.";
  // As the package's encodeLink() writes it; a wrong checksum is reported, like every damaged link.
  await other.run((text) => { WengangEmbed.mount(document.getElementById("here"), { calculator: "refund", link: text }); }, link);
  const frame = await other.enter();
  await frame.reads("link-note", /不完整或者被改过/);
  assert.ok(!(await other.window.run(() => location.hash)).includes("pe"), "it does not stay there");
  await other.window.leave();
  assert.equal(await other.run(() => location.href.includes("refund")), false);
});

test("another place, and 长辈版, are settings like any other", async (t) => {
  const other = await host(t, tagged('calculator="refund" place="gansu" elder'));
  const frame = await other.enter();
  await eventually(async () => assert.equal(await other.window.run(() => document.documentElement.hasAttribute("data-elder")), true));
  await frame.expectHidden("law-note");
  assert.equal(await other.window.run(() => new URLSearchParams(location.search).get("p")), "gansu");
});

test("in a shadow tree the tag has its height, and its events are heard outside", async (t) => {
  const other = await host(t, (address) => page('<div id="shadow"></div>', script(address)));
  await other.run(() => {
    const root = document.getElementById("shadow").attachShadow({ mode: "open" });
    root.innerHTML = '<wengang-calculator calculator="refund"></wengang-calculator>';
  });
  await isReady(other);
  await eventually(async () => {
    const [height] = await other.run(() => [document.getElementById("shadow").shadowRoot.querySelector("iframe").clientHeight]);
    assert.ok(height > 620, `${height}`);
  });
});

test("a tag that is put in, taken out and put in again at once brings one frame, and one that is taken out leaves none", async (t) => {
  const other = await host(t, (address) => page('<div id="root"></div>', script(address)));
  await eventually(async () => assert.ok(await other.run(() => customElements.get("wengang-calculator") !== undefined)));
  // As React does in its strict mode.
  await other.run(() => {
    const root = document.getElementById("root");
    const tag = document.createElement("wengang-calculator");
    tag.setAttribute("calculator", "refund");
    root.append(tag);
    tag.remove();
    root.append(tag);
  });
  await isReady(other);
  assert.equal((await frames(other)).length, 1);
  await other.run(() => document.querySelector("wengang-calculator").remove());
  assert.deepEqual(await frames(other), []);
  assert.deepEqual(await other.complaints(), []);
});

test("the content of the tag is shown until the calculator is loaded, and not after", async (t) => {
  const other = await host(t, tagged('calculator="refund"', '<p id="before">请拨打 12333</p>'));
  await isReady(other);
  await eventually(async () => assert.equal(await other.run(() => document.getElementById("before").hidden), true));
  assert.equal(await other.run(() => document.querySelector("iframe").hidden), false);
});

test("an unknown calculator is reported to the page, which shows the first screen", async (t) => {
  const other = await host(t, tagged('calculator="pension"'));
  await eventually(async () => assert.deepEqual(await codes(other), ["ready", "unknown-calculator"]));
  const frame = await other.enter();
  assert.ok(await frame.shows("task-refund"));
});

test("from the first screen in a frame there is a way to a task and back, and a clause is shown alone", async (t) => {
  const other = await host(t, tagged('calculator="home"'));
  const frame = await other.enter();
  await frame.expectHidden("embed-home");
  await frame.click("task-refund");
  await fillRefund(frame, R01);
  await frame.reads("amount", /1,815\.08 元$/);
  const name = "condition-fully-paid-12-months";
  await frame.click(name);
  await frame.tap(`[data-test="${name}"] [data-test="read-clause"]`);
  await frame.reads("guide-all", "看全部条款");
  assert.equal(await frame.window.run(() => document.querySelectorAll(".clause").length), 1);
  await frame.fitsHeight();
  await frame.click("guide-back");
  await frame.reads("amount", /1,815\.08 元$/);
  await frame.click("embed-home");
  assert.ok(await frame.shows("task-skill-subsidy"));
  await frame.fitsHeight();
});

for (const way of ["", " elder"]) {
  test(`the guide in a frame is a list of headings, and each of them is shown alone${way}`, async (t) => {
    const other = await host(t, tagged(`calculator="guide"${way}`));
    await isReady(other);
    const frame = await other.enter();
    const clauses = () => frame.window.run(() => document.querySelectorAll(".clause").length);
    await frame.reads("guide-count", /^一共 \d+ 条$/);
    assert.equal(await clauses(), 0);
    await frame.fitsHeight();
    await frame.click("to-14-2-1");
    await frame.reads("guide-all", "看全部条款");
    assert.equal(await clauses(), 1);
    await frame.fitsHeight();
    await frame.click("guide-all");
    await frame.fill("guide-search-input", "裁员");
    await frame.reads("guide-count", /^找到 [1-9]\d? 条/);
    assert.equal(await clauses(), 0);
    await frame.tap("ul.points a[href^='?c=guide']");
    await frame.reads("guide-all", "看全部条款");
    assert.equal(await clauses(), 1);
    // And what was looked for is found again.
    await frame.click("guide-all");
    await frame.reads("guide-count", /^找到 [1-9]\d? 条/);
  });
}

test("another place is chosen in a frame without one more way back in the page", async (t) => {
  const other = await host(t, tagged('calculator="home"'));
  await isReady(other);
  const before = await other.run(() => history.length);
  const frame = await other.enter();
  await frame.window.run(() => {
    for (const details of document.querySelectorAll("details")) details.open = true;
  });
  await frame.click("place-gansu");
  await eventually(async () => assert.match(await frame.window.run(() => location.search + document.body.innerText), /p=gansu[^]*甘肃/));
  await frame.isReady();
  await other.window.leave();
  assert.equal(await other.run(() => history.length), before);
  assert.equal((await codes(other)).filter((code) => code === "ready").length, 2);
});

test("frames of one calculator have different titles", async (t) => {
  const tag = '<wengang-calculator calculator="refund"></wengang-calculator>';
  const other = await host(t, (address) => page(tag + tag, script(address)));
  await isReady(other, 2);
  await eventually(async () => assert.deepEqual((await frames(other)).map(({ title }) => title).sort(), ["稳岗返还 - 稳岗算", "稳岗返还 - 稳岗算（2）"]));
});

test("what was destroyed stays away", async (t) => {
  const other = await host(t, (address) => page('<div id="here"></div>', script(address)));
  await eventually(async () => assert.ok(await other.run(() => Boolean(window.WengangEmbed))));
  await other.run(() => {
    window.mounted = WengangEmbed.mount(document.querySelector("#here"), { calculator: "refund" });
  });
  await isReady(other);
  await other.run(() => {
    mounted.destroy();
    mounted.update({ calculator: "premium" });
  });
  assert.deepEqual(await frames(other), []);
});

test("a page whose body is replaced, as Turbo and Turbolinks do, has one frame", async (t) => {
  const other = await host(t, tagged('calculator="refund"'));
  await isReady(other);
  for (let visits = 2; visits <= 4; visits += 1) {
    await other.run(() => {
      const next = document.createElement("body");
      next.innerHTML = '<p>above</p><wengang-calculator calculator="premium"></wengang-calculator><p>below</p>';
      document.body.replaceWith(next);
    });
    await isReady(other, visits);
    assert.equal((await frames(other)).length, 1);
  }
});

const OPEN = { "Access-Control-Allow-Origin": "*" };
const { file, integrity } = JSON.parse(readFileSync(new URL("embed.json", dist), "utf8"));
const exactly = (digest) => (_, site) => page(`<script async src="${site}${file}" integrity="${digest}" crossorigin="anonymous" data-calculator="refund"></script>`);

test("a page that wants exactly one version gets it, and no other", async (t) => {
  assert.equal(integrity, `sha384-${createHash("sha384").update(readFileSync(new URL("embed.js", dist))).digest("base64")}`);
  const other = await host(t, exactly(integrity), { headers: OPEN });
  await isReady(other);
  const wrong = `sha384-${createHash("sha384").update("another").digest("base64")}`;
  const refusing = await host(t, exactly(wrong), { headers: OPEN });
  await eventually(async () => assert.equal(await refusing.run(() => document.readyState), "complete"));
  assert.deepEqual(await frames(refusing), []);
  assert.equal(await refusing.run(() => typeof window.WengangEmbed), "undefined");
});

test("a page that isolates itself shows the calculator, where its server allows that", async (t) => {
  const headers = { ...OPEN, "Cross-Origin-Embedder-Policy": "require-corp", "Cross-Origin-Resource-Policy": "cross-origin" };
  const other = await host(t, tagged('calculator="refund"'), { headers, own: { "Cross-Origin-Embedder-Policy": "require-corp" } });
  await isReady(other);
});
