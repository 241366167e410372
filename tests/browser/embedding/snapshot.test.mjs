// A host's page that is saved with what was put into it and comes back as a text, and scripts that do not know their own
// element: there is one calculator where one is wanted, and it works; where it cannot, the page says so.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { can, test } from "../support/engines.mjs";
import { eventually } from "../support/eventually.mjs";
import { hosts } from "../support/hosts.mjs";
import { dist } from "../support/page.mjs";

const host = hosts();
const page = (body, head = "") => `<!DOCTYPE html><html lang="zh-CN"><head><meta charset="utf-8"><title>host</title><meta name="viewport" content="width=device-width">
<script src="notes.js"></script>${head}</head><body><p>above</p>${body}<p>below</p></body></html>`;
const tag = (address, attributes = 'data-calculator="refund"') => `<script async src="${address}" ${attributes}></script>`;
const embed = readFileSync(new URL("embed.js", dist), "utf8");

const frames = (other) => other.run(() => document.querySelectorAll("iframe").length);
const ready = (other) => other.run(() => received.filter(({ type }) => type === "ready").length);

/** Waits until there are as many frames, each as tall as its content, and each has announced itself once. */
async function works(other, count = 1) {
  await eventually(async () => assert.equal(await frames(other), count));
  const frame = await other.enter();
  await frame.fitsHeight();
  await other.window.leave();
  assert.equal(await frames(other), count);
}

const WAYS = {
  "a script": (address) => page(tag(address)),
  "a script in the head": (address) => page("", tag(address)),
  "a script for an element": (address) => page('<div id="here"></div>', tag(address, 'data-calculator="refund" data-target="#here"')),
  "a custom element": (address) => page('<wengang-calculator calculator="refund"></wengang-calculator>', tag(address, "")),
};

for (const [what, html] of Object.entries(WAYS)) {
  test(`${what} in a page that is saved whole and opened again, three times, brings one calculator`, async (t) => {
    const other = await host(t, html);
    await works(other);
    for (let time = 0; time < 3; time += 1) {
      other.pages["index.html"] = await other.run(() => `<!DOCTYPE html>${document.documentElement.outerHTML}`);
      await other.window.open(other.url);
      await works(other);
      await eventually(async () => assert.equal(await ready(other), 1));
    }
  });

  test(`${what} in a page whose content is put back as a text, three times, brings one calculator`, async (t) => {
    const other = await host(t, html);
    await works(other);
    for (let time = 0; time < 3; time += 1) {
      await other.run(() => {
        received.length = 0;
        document.body.innerHTML = `${document.body.innerHTML}`;
      });
      await works(other);
      await eventually(async () => assert.equal(await ready(other), 1));
    }
  });
}

test("a module brings the calculator of every script that asks for one, in its place", async (t) => {
  const module = (address, calculator) => `<script type="module" src="${address}" data-calculator="${calculator}"></script>`;
  const other = await host(t, (address) => page(`${module(address, "refund")}<hr>${module(address, "premium")}`), { headers: { "Access-Control-Allow-Origin": "*" } });
  await works(other, 2);
  const order = await other.run(() => [...document.querySelectorAll("iframe, hr")].map((one) => one.tagName + (one.src ? new URL(one.src).searchParams.get("c") : "")));
  assert.deepEqual(order, ["IFRAMErefund", "HR", "IFRAMEpremium"]);
});

test("a script that is copied into the page works where it has the address", async (t) => {
  // As the page's own file: a strict page allows no script within it.
  const other = await host(t, (_, site) => page(`<script src="inlined.js" data-calculator="refund" data-base="${site.slice(0, -1)}"></script>`));
  other.pages["inlined.js"] = embed;
  await other.window.open(other.url);
  await works(other);
});

test("a script that is added without an address shows what to do, in the page and in the console", async (t) => {
  const other = await host(t, () => page('<wengang-calculator calculator="refund"></wengang-calculator>'));
  other.pages["bundle.js"] = embed;
  const heard = await other.run(() => {
    const lines = [];
    console.error = (line) => { lines.push(line); };
    // As a bundler does it: no element of its own, no address.
    const script = document.createElement("script");
    script.dataset.calculator = "refund";
    document.body.append(script);
    Object.defineProperty(document, "currentScript", { value: null, configurable: true });
    const run = document.createElement("script");
    run.src = "bundle.js";
    document.head.append(run);
    return new Promise((done) => {
      run.onload = () => setTimeout(() => done(lines), 300);
    });
  });
  assert.equal(heard.length, 2, heard.join("\n"));
  assert.match(heard[0], /data-base=/);
  assert.deepEqual(await other.run(() => [document.querySelectorAll("iframe").length, document.querySelectorAll("[data-wengang] ~ p, p[data-wengang]").length > 0]), [0, true]);
  assert.match(await other.run(() => document.querySelector("p[data-wengang]").textContent), /没有显示.*12333/);
});

test("a page that works prints nothing to the console", async (t) => {
  const other = await host(t, (address) => page(tag(address)));
  await works(other);
  if (can("own-console")) assert.deepEqual(await other.complaints(), []);
});
