// A page of another site with the calculator in it: two servers of different sites, each under a strict policy.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before } from "node:test";
import { can, startBrowser } from "./engines.mjs";
import { eventually } from "./eventually.mjs";
import { DESKTOP, Page, dist, serveCollecting, describeWindow } from "./page.mjs";
import { STRICT_CSP, filesOf } from "./server.mjs";

const PATH = "/some/sub/path/";

/** The log of the other site's page: what was posted to it, and the events of its frames. */
const NOTES = `
window.posted = [];
window.received = [];
window.knownNames = Object.getOwnPropertyNames(window);
addEventListener("message", ({ data, origin }) => posted.push({ ...data, origin }));
for (const type of ["ready", "result", "error"]) document.addEventListener("wengang-" + type, ({ detail }) => received.push(detail));
`;

const manifest = () => new Set(JSON.parse(readFileSync(new URL("build-manifest.json", dist), "utf8")).files.map(({ path }) => path));

/** The calculator in the frame that was entered, as a page of that width. */
export class Frame extends Page {
  /** Waits as on a page, and on failure shows the content instead. */
  async awaited(css, times) {
    try {
      return await super.awaited(css, times);
    } catch (error) {
      throw new Error(`${error.message} ${css}\n${await describeWindow(this.window)}`, { cause: error });
    }
  }

  /**
   * Clicks by the driver, whose pointer does not reach below the window's edge in a tall frame; where the driver
   * misses an element in a frame, the frame clicks itself.
   */
  press(element) {
    if (can("hand-in-frame")) return element.reference.click();
    return this.window.run((found) => {
      found.focus({ preventScroll: true });
      found.click();
    }, element.reference);
  }

  async fill(name, text) {
    await this.click(name);
    if (can("hand-in-frame")) return super.fill(name, text);
    await this.window.run((css, whole) => {
      const box = document.querySelector(css);
      box.value = whole;
      box.dispatchEvent(new Event("input", { bubbles: true }));
    }, `[data-test="${name}"]`, text);
    return this.waitForPaint();
  }

  /** The height of the frame's content, and of the frame. */
  heights() {
    return this.window.run(() => [Math.ceil(document.getElementById("app").getBoundingClientRect().height), innerHeight]);
  }

  /** Waits until the frame is exactly as tall as its content. */
  async fitsHeight() {
    await eventually(async () => {
      const [content, frame] = await this.heights();
      assert.equal(frame, content);
    });
    const [scroll, inner] = await this.window.run(() => [document.documentElement.scrollHeight, innerHeight]);
    assert.ok(scroll <= inner, `${scroll} > ${inner}`);
    // Nothing in it scrolls by itself either.
    const scrolled = await this.window.run(() => [...document.querySelectorAll("main *")]
      .filter((element) => /auto|scroll/.test(getComputedStyle(element).overflowY) && element.scrollHeight > element.clientHeight)
      .map((element) => element.className));
    assert.deepEqual(scrolled, []);
  }
}

/** Frames in the page's own process, as on a phone with little memory: what they write to the console is heard then. */
export const TOGETHER = { isTogether: true };
/** Frames in processes of their own, as on a desktop. */
export const APART = { isTogether: false };

/** Starts a browser for one test file; returns `host(t, html, options)`. */
export function hosts(way = TOGETHER) {
  let browser;
  before(async () => { browser = await startBrowser(way); });
  after(() => browser?.stop());

  /**
   * Opens a page with `html(address of embed.js, address of the calculator)`, by default on another site. The calculator's
   * site sends `headers` too and answers by `read`; the other site sends `own`, and `files` are what its page loads.
   */
  return async function host(t, html, { headers = {}, own = {}, read = filesOf(dist), files = () => null, policy = "", size = DESKTOP } = {}) {
    const site = await serveCollecting(read, { path: PATH, headers: { "Content-Security-Policy": `${STRICT_CSP}; frame-ancestors *`, ...headers } });
    t.after(() => site.stop());
    const { origin } = new URL(site.url);
    const text = html(`${site.url}embed.js`, site.url);
    const pages = { "index.html": text, "notes.js": NOTES, "before.html": "<!DOCTYPE html><title>before</title>" };
    // Pages that report their own errors must be able to; the icon of a tab is requested by the browser.
    const reports = can("plain-page") ? "" : "connect-src 'self'; img-src 'self';";
    const csp = `default-src 'none'; script-src 'self' ${origin}; ${reports} frame-src ${origin} ${policy}; base-uri 'none'`;
    const server = await serveCollecting((name) => pages[name] ?? files(name), { headers: { "Content-Security-Policy": csp, ...own } });
    t.after(() => server.stop());
    const window = await browser.window(size);
    t.after(() => window.close());
    const url = server.url.replace("127.0.0.1", "localhost");
    await window.open(`${url}before.html`);
    await window.open(url);
    return new Host(window, size, { url, pages, calculator: site, server });
  };
}

/** A page of another site. */
class Host {
  constructor(window, size, { url, pages, calculator, server }) {
    Object.assign(this, { window, size, url, pages, calculator, server, site: calculator.url });
  }

  /**
   * Enters a frame of the page, the first by default, like a user who scrolls to it, and waits until the calculator is
   * shown in it. Out of sight a frame is loaded late, and the browser delays its timers: a test would look too early.
   */
  async enter(css = "iframe") {
    await this.window.leave();
    const element = await this.window.find(css);
    const width = await this.window.run((name) => {
      const frame = document.querySelector(name);
      const { top, bottom } = frame.getBoundingClientRect();
      if (top >= innerHeight || bottom <= 0) frame.scrollIntoView();
      return frame.clientWidth;
    }, css);
    await element.enter();
    const frame = new Frame(this.window, { ...this.size, width }, this.calculator);
    await frame.isReady();
    return frame;
  }

  /** Runs a function in the page itself; the frame that was entered is left. */
  async run(code, ...args) {
    await this.window.leave();
    return this.window.run(code, ...args);
  }

  /** What was posted to the page since the last call, by type. */
  posted(type) {
    return this.run((wanted) => posted.filter((message) => message.type === wanted), type);
  }

  /** What the page and the frames in it have complained of. */
  async complaints() {
    const heard = can("own-console") ? await this.window.console() : [];
    return [...heard, ...this.calculator.complaints, ...this.server.complaints];
  }

  /** Asserts a silent console, and that only files of the calculator were asked for. */
  async expectNoUnexpectedTraffic() {
    assert.deepEqual(await this.complaints(), []);
    const known = new Set([...manifest()].map((path) => this.site + path));
    const { asked } = this.calculator;
    assert.ok(asked.length > 0);
    for (const { url } of asked) assert.ok(known.has(url.replace(/[?#].*/, "")) || url.replace(/[?#].*/, "") === this.site, `not in the manifest: ${url}`);
    for (const { url, method, body } of [...asked, ...await this.window.requests?.() ?? []]) {
      assert.ok(url.startsWith(this.site) || url.startsWith(this.url), url);
      assert.deepEqual({ method, body }, { method: "GET", body: false }, url);
    }
  }
}
