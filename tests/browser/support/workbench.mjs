// The policy officer at the workbench: pastes the invented notice of 2027, walks through it, saves.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before } from "node:test";
import { startBrowser } from "./engines.mjs";
import { eventually } from "./eventually.mjs";
import { OFFICE, saved } from "./office.mjs";
import { Page, dist, serveCollecting } from "./page.mjs";
import { STRICT_CSP, filesOf } from "./server.mjs";

export const NOTICE = readFileSync(new URL("../../../workbench/tests/notice/2027.txt", import.meta.url), "utf8");

const files = filesOf(dist);

/** The officer at the workbench, who counts what they do. */
export class Officer extends Page {
  actions = 0;

  async does(name) {
    this.actions += 1;
    await this.click(name);
  }

  async writes(name, text) {
    this.actions += 1;
    await this.fill(name, text);
  }

  /** Clicks a button that saves, and returns the bytes of the file, which has that name. */
  async saves(button, name) {
    this.actions += 1;
    const file = await saved(this, button);
    assert.equal(file.name, name);
    return file.bytes;
  }

  /** Pastes a text into the box of the notice. */
  async pastes(text) {
    this.actions += 1;
    const box = await this.find("notice");
    await this.window.run((area) => { area.focus(); area.select(); }, box.reference);
    await this.window.insert(text);
    await this.waitForPaint();
  }

  /** Takes the place of the notice with this figure, or the first that is offered. */
  async takes(value) {
    this.actions += 1;
    await this.tap(value ? `[data-test^="candidate-"][data-value="${value}"]` : '[data-test="candidate-0"]');
    await this.waitForPaint();
  }

  /** A larger program than the calculator's: on a busy machine it takes its time. */
  async isReady() {
    await eventually(async () => assert.equal(await this.window.run(() => document.documentElement.dataset.state), "ready"), 60_000);
  }

  /** What is looked at. */
  async current() {
    return await this.shows("current") ? this.text("current") : null;
  }
}

/** Returns a function that opens the workbench, on a strict host that serves what lies on the shelf too. */
export function workbench() {
  let browser;
  before(async () => { browser = await startBrowser(); });
  after(() => browser?.stop());
  return async (t, shelf = {}) => {
    const read = (name) => (name in shelf ? shelf[name] : files(name));
    const host = await serveCollecting(read, { headers: { "Content-Security-Policy": STRICT_CSP } });
    host.first += OFFICE.first;
    t.after(() => host.stop());
    const window = await browser.window(OFFICE);
    t.after(() => window.close());
    const page = new Officer(window, OFFICE, host);
    await page.open("workbench.html");
    return page;
  };
}

/** Takes the notice up to the walk. */
export async function begins(page, notice = NOTICE) {
  await page.pastes(notice);
  await page.reads("said", "");
  assert.equal(await page.value("number"), "冀人社发〔2027〕9号");
  await page.does("register");
  await page.does("copy");
}

/** Where the first place that is offered is not the one. */
export const PICKED = [
  [/普通次数/, "1"],
  [/本月的档次 = 一档/, "2500 元"],
  [/本月的档次 = 二档/, "2350 元"],
  [/本月的档次 = 三档/, "2200 元"],
];

/** Goes through every figure; at each the officer looks first. */
export async function walks(page, looks = () => {}) {
  for (;;) {
    const title = await page.current();
    if (title === null) return;
    await looks();
    await page.takes(PICKED.find(([name]) => name.test(title))?.[1]);
    await eventually(async () => assert.notEqual(await page.current(), title));
  }
}
