// Browsers with two engines are asked for the new one; in an old engine www/preboot.js says what to do, and nothing else runs.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createContext, runInContext } from "node:vm";
import { DOCUMENTS, STARTING } from "../support/documents.mjs";
import { test } from "../support/engines.mjs";
import { dist } from "../support/page.mjs";

test("every document asks for the new engine, before anything that an old one would run", () => {
  assert.ok(DOCUMENTS.has("embed-demo.html") && DOCUMENTS.size >= 7, [...DOCUMENTS.keys()].join());
  for (const [name, html] of DOCUMENTS) {
    const [head] = html.split("<script");
    assert.match(head, /<meta http-equiv="X-UA-Compatible" content="IE=edge,chrome=1">/, name);
    for (const way of ["renderer", "force-rendering"]) assert.match(head, new RegExp(`<meta name="${way}" content="webkit">`), name);
  }
});

/** An element as the engines of 1999 have it: no textContent, no classList, no dataset. */
function element() {
  const attributes = {};
  const made = {
    childNodes: [],
    get firstChild() { return made.childNodes[0] || null; },
    appendChild: (child) => { made.childNodes.push(child); return child; },
    removeChild: (child) => { made.childNodes.splice(made.childNodes.indexOf(child), 1); },
    setAttribute: (name, value) => { attributes[name] = value; },
    getAttribute: (name) => (name in attributes ? attributes[name] : null),
    removeAttribute: (name) => { delete attributes[name]; },
  };
  return made;
}

/** The script that a document runs first, unless that is a module, which an old engine does not run. */
function firstScript(html) {
  const [, attributes] = /<script\b([^>]*)>/.exec(html);
  const [, name] = /^ src="(?:\.\/)?([^"]+)"$/.exec(attributes) ?? [];
  return name ? readFileSync(new URL(name, dist), "utf8") : "";
}

/**
 * Opens a document in such an engine, which runs no other script of it; returns the text of its line once it has loaded and
 * after the patience time.
 */
function run(html, { documentMode, hasListeners = true, hasModules = false, whole, began, search = "" }) {
  const [root, line] = [element(), element()];
  const listeners = {};
  const timers = [];
  const hear = (event, call) => { (listeners[event] = listeners[event] || []).push(call); };
  const listening = hasListeners ? { addEventListener: hear } : { attachEvent: (event, call) => hear(event.slice(2), call) };
  const document = {
    documentElement: root,
    documentMode,
    getElementById: (id) => (html.includes(` id="${id}"`) ? line : null),
    createElement: () => Object.assign(element(), hasModules ? { noModule: false } : {}),
    createTextNode: (text) => ({ text }),
    ...listening,
  };
  const window = { document, location: { search, pathname: "/refund.html" }, setTimeout: (call) => timers.push(call), ...listening };
  window.window = window;
  runInContext(firstScript(html), createContext(window));
  if (whole) root.setAttribute("data-chunk", whole);
  if (began) root.setAttribute("data-booted", began);
  const said = () => line.childNodes.map((node) => node.text || `[${node.childNodes[0].text}]`).join("");
  for (const call of listeners.load || []) call();
  const loaded = said();
  for (const call of timers) call();
  return { loaded, waited: said() };
}

const OLD = /极速模式.*换一个浏览器.*12333/;

for (const [what, engine] of [
  ["Internet Explorer 7's way", { documentMode: 7, hasListeners: false }],
  ["Internet Explorer 6", { hasListeners: false }],
  ["Internet Explorer 8", { documentMode: 8, hasListeners: false }],
  ["Internet Explorer 9", { documentMode: 9 }],
  ["Internet Explorer 11", { documentMode: 11 }],
  ["an engine without modules that cannot run the program as a script", {}],
]) {
  test(`${what} shows the advice to change to 极速模式, and nothing else, however long it waits`, () => {
    for (const [name, html] of STARTING) {
      const { loaded, waited } = run(html, engine);
      assert.match(loaded, OLD, name);
      assert.doesNotMatch(loaded, /刷新/, name);
      assert.equal(waited, loaded, name);
    }
  });
}

test("an engine without modules that runs the program as a script gets no advice to change", () => {
  const { loaded, waited } = run(STARTING.get("index.html"), { whole: "yes" });
  assert.equal(loaded, "");
  assert.match(waited, /有点慢/);
});

test("an engine of today hears that a document is slow, or that its script did not come", () => {
  for (const [name, html] of STARTING) {
    assert.equal(run(html, { hasModules: true, began: "yes" }).loaded, "", name);
    assert.match(run(html, { hasModules: true, began: "yes" }).waited, /有点慢.*\[刷新\]/, name);
    assert.match(run(html, { hasModules: true }).loaded, /没有取到.*12333/, name);
  }
});
