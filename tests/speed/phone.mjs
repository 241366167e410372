// A slow phone on a weak network, as Chromium plays it, and what is measured on it.

import { gzipSync } from "node:zlib";
import { PHONE } from "../browser/support/page.mjs";

/** 1.6 Mbit/s down, half of it up, 150 ms to the host and back: a weak mobile network. */
const NETWORK = { offline: false, latency: 150, downloadThroughput: 1_600_000 / 8, uploadThroughput: 800_000 / 8 };

/**
 * Runs before the page's own scripts: notes down when the page can be used, every task that holds it up, and of every key
 * how long it took to be seen, and to be answered where it changed the answer.
 */
const NOTES = `
window.notes = { tasks: [], inputs: [], answers: new Map() };
new PerformanceObserver((list) => notes.tasks.push(...list.getEntries().map(({ duration }) => duration)))
  .observe({ type: "longtask", buffered: true });
new MutationObserver(() => {
  if (document.documentElement.dataset.state === "ready") notes.usable ??= performance.now();
}).observe(document, { subtree: true, attributes: true, attributeFilter: ["data-state"] });
// The next task after a frame: by then it is painted.
const painted = (call) => requestAnimationFrame(() => {
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = () => call(performance.now());
  port2.postMessage(null);
});
addEventListener("input", ({ timeStamp }) => {
  // Not sooner: noting down what the page draws as it opens would be part of its tasks.
  if (!notes.key) answers.observe(document, { subtree: true, childList: true, characterData: true });
  notes.key = timeStamp;
  painted((now) => notes.inputs.push(now - timeStamp));
}, true);
const isOfAnswer = ({ target }) => {
  const element = target.parentElement ?? target;
  return element.closest("#answer") !== null && element.closest(".sheet") === null;
};
const answers = new MutationObserver((changes) => {
  const { key } = notes;
  if (changes.some(isOfAnswer)) painted((now) => notes.answers.set(key, now - key));
});
`;

/** Compresses what a host answers, once: plain HTTP gets no better than gzip. */
export function compressed(read) {
  const known = new Map();
  return async (name) => {
    if (!known.has(name)) known.set(name, gzipSync(await read(name) ?? ""));
    return known.get(name);
  };
}

/** Opens a window on a phone that is `slowness` times slower than this machine, with these `options`. */
export async function slowPhone(browser, slowness, options) {
  const window = await browser.window({ ...PHONE, ...options });
  await window.cdp("Page.addScriptToEvaluateOnNewDocument", { source: NOTES });
  await window.cdp("Network.enable");
  await window.cdp("Network.emulateNetworkConditions", NETWORK);
  await slowDown(window, slowness);
  return window;
}

export const slowDown = (window, rate) => window.cdp("Emulation.setCPUThrottlingRate", { rate });

/** Returns when the first text was there and when the page could be used, in ms, and the longest task so far. */
export const times = (window) => window.run(() => ({
  text: performance.getEntriesByName("first-contentful-paint")[0]?.startTime,
  usable: notes.usable,
  task: Math.max(0, ...notes.tasks),
}));

/** Between two keys, in ms: five a second, faster than people type on a phone. */
const PACE_MS = 200;

/** Types a text key by key into the field that has the focus; returns how long each took to be seen and to be answered, in ms. */
export async function typed(window, text) {
  await window.run(() => Object.assign(notes, { tasks: [], inputs: [], answers: new Map() }));
  for (const key of text) {
    // Before the first too: nobody types into a box that they do not see yet.
    await new Promise((resolve) => { setTimeout(resolve, PACE_MS); });
    await window.cdp("Input.dispatchKeyEvent", { type: "keyDown", text: key, key });
    await window.cdp("Input.dispatchKeyEvent", { type: "keyUp", key });
  }
  return window.run(async () => {
    // After the idle time, in which the page stores the answers and draws the sheet for the printer.
    await new Promise((resolve) => { setTimeout(resolve, 1000); });
    return { inputs: notes.inputs, answers: [...notes.answers.values()], task: Math.max(0, ...notes.tasks) };
  });
}

export const median = (figures) => quantile(figures, 0.5);

export function quantile(figures, share) {
  const sorted = [...figures].sort((one, other) => one - other);
  return sorted[Math.ceil(share * sorted.length) - 1];
}
