// What an office does on its pages, the one for lists and the workbench: chooses from a list, takes what is saved.

import assert from "node:assert/strict";
import { eventually } from "./eventually.mjs";

/** Runs before the page's own scripts: what is saved stays in the page, by its name. */
export const SAVING = `{
  window.saved = [];
  const create = URL.createObjectURL.bind(URL);
  URL.createObjectURL = (blob) => { window.lastBlob = blob; return create(blob); };
  HTMLAnchorElement.prototype.click = function click() { window.saved.push({ name: this.download, blob: window.lastBlob }); };
}`;

/** What an office's desk shows. */
export const OFFICE = { width: 1366, height: 768, mobile: false, first: SAVING };

/** Chooses an option of a list by its value, as the browser does when a person chooses it. */
export async function choose(page, name, value) {
  await page.find(name);
  await page.window.run((css, chosen) => {
    const select = document.querySelector(css);
    select.value = chosen;
    select.dispatchEvent(new Event("change", { bubbles: true }));
  }, `[data-test="${name}"]`, value);
  await page.waitForStableDom();
}

/** Clicks a button that saves, and returns the name and the bytes of the file. */
export async function saved(page, name, patience = 20_000) {
  const before = await page.window.run(() => window.saved.length);
  await page.click(name);
  await eventually(async () => assert.equal(await page.window.run(() => window.saved.length), before + 1, `${name} saved nothing`), patience);
  const [file, base64] = await page.window.run(async (place) => {
    const { name: called, blob } = window.saved[place];
    const bytes = new Uint8Array(await blob.arrayBuffer());
    let binary = "";
    for (let at = 0; at < bytes.length; at += 0x8000) binary += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
    return [called, btoa(binary)];
  }, before);
  return { name: file, bytes: Buffer.from(base64, "base64") };
}
