// Browsers with two engines are asked for the new one; in an old engine www/preboot.js says what to do, and nothing else runs.

import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { createContext, runInContext } from "node:vm";
import { test } from "../support/engines.mjs";
import { dist } from "../support/page.mjs";

const built = (pattern) => readFileSync(new URL(readdirSync(dist).find((name) => pattern.test(name)), dist), "utf8");
const PREBOOT = built(/^preboot-.*\.js$/);

const documents = readdirSync(dist).filter((name) => name.endsWith(".html"));

test("every document asks for the new engine, before anything that an old one would run", () => {
  assert.ok(documents.includes("embed-demo.html") && documents.length >= 7, documents.join());
  for (const name of documents) {
    const html = readFileSync(new URL(name, dist), "utf8");
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

/** Runs preboot.js in such an engine; returns the text of the line once the page has loaded and after the patience time. */
function run({ documentMode, hasListeners = true, hasModules = false, whole, began, search = "" }) {
  const [root, line] = [element(), element()];
  const listeners = {};
  const timers = [];
  const hear = (event, call) => { (listeners[event] = listeners[event] || []).push(call); };
  const listening = hasListeners ? { addEventListener: hear } : { attachEvent: (event, call) => hear(event.slice(2), call) };
  const document = {
    documentElement: root,
    documentMode,
    getElementById: (id) => (id === "boot" ? line : null),
    createElement: () => Object.assign(element(), hasModules ? { noModule: false } : {}),
    createTextNode: (text) => ({ text }),
    ...listening,
  };
  const window = { document, location: { search, pathname: "/refund.html" }, setTimeout: (call) => timers.push(call), ...listening };
  window.window = window;
  runInContext(PREBOOT, createContext(window));
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
    const { loaded, waited } = run(engine);
    assert.match(loaded, OLD);
    assert.doesNotMatch(loaded, /刷新/);
    assert.equal(waited, loaded);
  });
}

test("an engine without modules that runs the program as a script gets no advice to change", () => {
  const { loaded, waited } = run({ whole: "yes" });
  assert.equal(loaded, "");
  assert.match(waited, /有点慢/);
});

test("an engine of today gets the same messages as before", () => {
  assert.equal(run({ hasModules: true, began: "yes" }).loaded, "");
  assert.match(run({ hasModules: true, began: "yes" }).waited, /有点慢.*\[刷新\]/);
  assert.match(run({ hasModules: true }).loaded, /没有取到.*12333/);
});
