// The page for lists as a person uses it: drops a file, pastes, takes what is saved; and the native command beside it.

import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
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

/** The day of application of every list here. */
export const AS_OF = "2024-09-01";

/** Opens the page for lists. */
export async function openLists(page, address = "batch.html") {
  await page.open(address);
  await page.fill("as-of", AS_OF);
}

/** Drops a file on the page, in the browser's own words. */
export const drop = (page, name, bytes) => page.window.run((file, base64) => {
  const content = Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0));
  const dataTransfer = new DataTransfer();
  dataTransfer.items.add(new File([content], file));
  const target = document.querySelector("[data-test=drop]");
  for (const kind of ["dragover", "drop"]) target.dispatchEvent(new DragEvent(kind, { dataTransfer, bubbles: true, cancelable: true }));
}, name, Buffer.from(bytes).toString("base64"));

/** Pastes a text into the box for it. */
export const paste = (page, text) => page.window.run((pasted) => {
  const clipboardData = new DataTransfer();
  clipboardData.setData("text/plain", pasted);
  const box = document.querySelector("[data-test=paste]");
  box.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
}, text);

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

/** Waits until a step is reached, by what it shows. */
export const reached = (page, name, patience = 20_000) => eventually(async () => {
  assert.ok(await page.shows(name), `${name} is not there: ${await page.window.run(() => document.body.innerText.slice(0, 800))}`);
}, patience);

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

/** A made-up list with every oddity, as csv: always the same for a number of rows. */
export const madeUp = (rows) => execFileSync(process.env.WENGANG_MADE_UP, [String(rows)], { maxBuffer: 1 << 28 });

/** Runs the native command on a list in a folder of its own; returns what it wrote by their names. */
export function command(name, bytes, result, options) {
  const folder = mkdtempSync(join(tmpdir(), "wengang-lists-"));
  try {
    writeFileSync(join(folder, name), bytes);
    const run = spawnSync(process.env.WENGANG_COMMAND, ["batch", name, result, "--as-of", AS_OF, ...options], { cwd: folder, encoding: "utf8" });
    assert.ok(run.status === 0 || run.status === 1, run.stderr);
    const report = result.replace(/\.\w+$/, "-读不懂.csv");
    const read = (file) => { try { return readFileSync(join(folder, file)); } catch { return null; } };
    return { result: read(result), report: read(report), said: run.stderr };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** A workbook as text, by the native command, so that two can be compared cell by cell. */
export const asText = (book, options) => command("book.xlsx", book, "text.csv", options).result.toString("utf8");
