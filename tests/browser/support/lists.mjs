// The page for lists as a person uses it: drops a file, pastes, takes what is saved; and the native command beside it.

import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { eventually } from "./eventually.mjs";

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

/** Waits until a step is reached, by what it shows. */
export const reached = (page, name, patience = 20_000) => eventually(async () => {
  assert.ok(await page.shows(name), `${name} is not there: ${await page.window.run(() => document.body.innerText.slice(0, 800))}`);
}, patience);

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
