// The built page in a browser: opened from a sub-path of a strict host, used as a person uses it.

import assert from "node:assert/strict";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { after, before } from "node:test";
import { isAll } from "../../tier.mjs";
import { complaints, contrast } from "./axe.mjs";
import { can, engine, startBrowser } from "./engines.mjs";
import { eventually } from "./eventually.mjs";
import { STRICT_CSP, filesOf, serve } from "./server.mjs";

export const PHONE = { width: 360, height: 740, mobile: true };
export const DESKTOP = { width: 1280, height: 900, mobile: false };

/** Runs before the page's own scripts: lets it copy into a variable, as a browser copies. */
export const CLIPBOARD = `Object.defineProperty(navigator, "clipboard", {
  configurable: true, value: { writeText: async (text) => { window.copied = text; } },
});`;

/** How long the page may take until it is cached. */
const CACHED_MS = 15_000;

export const dist = new URL("../../../dist/", import.meta.url);
const screenshots = new URL("../../../target/screenshots/", import.meta.url);

/** A visit. Elements are named by their `data-test`. */
export class Page {
  constructor(window, size, host) {
    this.window = window;
    this.size = size;
    this.host = host;
    this.url = host.url;
  }

  /** Opens an address below the page's own, and waits until the page says that it is ready. */
  async open(address = "") {
    await this.window.open(this.url + address);
    await this.isReady();
  }

  /** Reloads the page, like a user who refreshes it. */
  async reload() {
    await this.waitForIdle();
    await this.window.refresh();
    await this.isReady();
  }

  /**
   * Waits until the page has stored its state in the history, with the answers, and has drawn the sheet for the
   * printer: it does so once the input is idle. A timer set later and due later ends after it.
   */
  async waitForIdle() {
    await this.waitForPaint();
    await this.window.run(() => new Promise((resolve) => { setTimeout(resolve, 400); }));
  }

  /** Goes back, as the browser's own button does. */
  async back() {
    await this.waitForIdle();
    await this.window.run(() => history.back());
  }

  async isReady() {
    await eventually(async () => {
      assert.equal(await this.window.run(() => document.documentElement.dataset.state), "ready");
    });
  }

  /** Waits until what the page needs without a network is cached. It looks itself: it has enough to do meanwhile. */
  async isCached() {
    assert.ok(await this.window.run(async (patience) => {
      for (const end = Date.now() + patience; Date.now() < end;) {
        if ((await navigator.serviceWorker.getRegistration())?.active) return true;
        await new Promise((later) => { setTimeout(later, 50); });
      }
      return false;
    }, CACHED_MS), "not cached");
  }

  /** Opens every certificate on the answer card: only then its conditions are drawn. */
  async unfoldCertificates() {
    await this.window.run(() => {
      for (const details of document.querySelectorAll(".item")) details.open = true;
    });
    await eventually(async () => assert.ok(await this.window.run(() => (
      [...document.querySelectorAll(".item")].every((details) => details.querySelector(".conditions"))
    ))));
  }

  /** Makes the screen another one, as by turning a phone or dragging a window's corner. */
  async resize(size) {
    await this.window.resize(size);
    this.size = size;
    await this.waitForPaint();
  }

  /** Finds an element by its hook. It is returned after so many waits of `waitForStableDom`. */
  find(name, times) {
    return this.element(`[data-test="${name}"]`, times);
  }

  /**
   * Finds an element like a user: the day, or the role, behind 改 next to the line that shows it; an element in
   * a closed row of the answer in that row. It is returned after so many waits of `waitForStableDom`.
   */
  async element(css, times = 0) {
    return await this.reached(css, times) ?? this.awaited(css, times);
  }

  /** The element if it is there now, as it nearly always is: one script. */
  async reached(css, times) {
    const reference = await this.waitForStableDom(css, { times });
    return reference && this.window.elementOf(reference);
  }

  /** The element once it is there. */
  async awaited(css, times) {
    if (/="(as-of|person-|applicant-)/.test(css)) {
      await eventually(async () => assert.ok(await this.window.run((wanted) => {
        if (document.querySelector(wanted)) return true;
        document.querySelector("[data-test=basis-change]")?.click();
        return false;
      }, css), `${css} is not asked`));
    }
    const found = await this.window.find(css);
    return await this.reached(css, times) ?? found;
  }

  /** Clicks an element in the middle of the screen, where a person scrolls it to. */
  click(name) {
    return this.tap(`[data-test="${name}"]`);
  }

  async tap(css) {
    await this.press(await this.element(css, 1));
  }

  /** Clicks an element that does not move. */
  press(element) {
    return element.click();
  }

  /** Types a text into a field over its content. */
  async fill(name, text) {
    await (await this.find(name)).typeOver(text);
    await this.waitForPaint();
  }

  /** Waits until what was typed is seen, which the page lets go first, and is read and drawn. */
  waitForPaint() {
    return this.waitForStableDom(null, { most: 400, times: 2 });
  }

  /**
   * Waits for a frame in which nothing changes, with an element in the middle of the screen if one is named: a moving
   * element is missed by a click. A frame out of sight draws none: there the wait is limited to some milliseconds.
   * The row that the element is in is opened before; the element is returned.
   */
  waitForStableDom(css, { most = 100, times = 1 } = {}) {
    return this.window.run(async (wanted, limit, rounds) => {
      const find = () => wanted && document.querySelector(wanted);
      const element = find();
      if (wanted && !element) return null;
      const row = element?.closest("summary") ? null : element?.closest("details.row:not([open])");
      if (row) row.open = true;
      if (rounds === 0) return element;
      let changes = 0;
      const observer = new MutationObserver(() => { changes += 1; });
      observer.observe(document, { subtree: true, childList: true, characterData: true, attributes: true });
      for (let round = 0; round < rounds; round += 1) {
        for (let before = -1; before !== changes;) {
          before = changes;
          find()?.scrollIntoView({ block: "center" });
          await new Promise((drawn) => {
            requestAnimationFrame(() => setTimeout(drawn));
            setTimeout(drawn, limit);
          });
        }
      }
      observer.disconnect();
      return find();
    }, css, most, times);
  }

  async text(name) {
    return (await this.find(name)).text();
  }

  async value(name) {
    return (await this.settled(name)).property("value");
  }

  async attribute(name, attribute) {
    return (await this.find(name)).attribute(attribute);
  }

  /** Returns whether a mark is on. */
  async isChecked(name) {
    return (await this.settled(name)).property("checked");
  }

  /** An element once what was typed or tapped before is read and drawn: a box has no text of which one could wait for another. */
  settled(name) {
    return this.find(name, 2);
  }

  /** Returns whether an element is there by this name now. */
  shows(name) {
    return this.window.run((css) => document.querySelector(css) !== null, `[data-test="${name}"]`);
  }

  /** Waits until an element reads so. */
  async reads(name, expected) {
    await eventually(async () => {
      const text = await this.text(name);
      if (expected instanceof RegExp) assert.match(text, expected);
      else assert.equal(text, expected);
    });
  }

  /** Asserts that nothing is shown by this name. */
  async expectHidden(name) {
    await eventually(async () => {
      const count = await this.window.run((css) => document.querySelectorAll(css).length, `[data-test="${name}"]`);
      assert.equal(count, 0, name);
    });
  }

  /**
   * Asserts that the page is no wider than the screen, and no element is cut off at its side. A box that scrolls is
   * asserted itself; its content is reached by scrolling.
   */
  async fitsWidth() {
    const wide = await this.window.run((limit) => (
      [...document.body.querySelectorAll("*")]
        .filter((element) => element.getClientRects().length > 0 && !element.parentElement.closest(".scroll"))
        .filter((element) => element.getBoundingClientRect().right > limit + 0.5)
        .map((element) => `${element.tagName} ${element.dataset.test ?? element.className}`)
    ), this.size.width);
    assert.deepEqual(wide, []);
    assert.ok(await this.window.run(() => document.documentElement.scrollWidth) <= this.size.width);
  }

  /** Asserts that axe has nothing to say, of the contrast on a dark screen either. */
  async isAccessible() {
    await this.isOperable();
    if (!can("turn-dark")) return;
    await this.window.scheme("dark");
    assert.deepEqual(await contrast(this.window), [], "dark");
    await this.window.scheme(null);
  }

  /** Asserts that axe has nothing to say on a screen of this colour. */
  async isOperable() {
    assert.deepEqual(await complaints(this.window), []);
  }

  /** Asserts that an element's text is not cut off. */
  async showsWhole(name) {
    const [end, edge] = await this.window.run((css) => {
      const element = document.querySelector(css);
      const text = document.createRange();
      text.selectNodeContents(element);
      // No box around it may end before the text does; an element within a line has no width of its own to ask for.
      const edges = [];
      for (let box = element; box !== document.documentElement; box = box.parentElement) edges.push(box.getBoundingClientRect().right);
      return [text.getBoundingClientRect().right, Math.min(...edges)];
    }, `[data-test="${name}"]`);
    assert.ok(end > 0 && end <= edge + 0.5, `${name} ends at ${end} px, its place at ${edge}`);
  }

  /**
   * Writes target/screenshots/NAME-360x740.png for people to look at, where everything is tried; what is not Chromium's has a
   * folder of its own.
   */
  async screenshot(name) {
    if (!isAll) return;
    const folder = engine.name === "chromium" ? screenshots : new URL(`${engine.name}/`, screenshots);
    mkdirSync(folder, { recursive: true });
    const { width, height } = this.size;
    const extent = can("whole-picture") ? "" : "-top";
    writeFileSync(new URL(`${name}-${width}x${height}${extent}.png`, folder), await this.window.picture());
  }

  /** Asserts what holds of every visit: a silent console, and no request but a GET of a file in the manifest. */
  async expectNoUnexpectedTraffic() {
    const complaints = can("own-console") ? await this.window.console() : [];
    assert.deepEqual([...complaints, ...this.host.complaints], []);
    const { files } = JSON.parse(readFileSync(new URL("build-manifest.json", dist), "utf8"));
    const allowed = new Set(["", this.host.first && "first.js", ...files.map(({ path }) => path)].map((path) => this.url + path));
    const requests = [...this.host.asked, ...this.host.askedByWorker, ...await this.window.requests?.() ?? []];
    assert.ok(requests.length > 0);
    for (const { url, method, body } of requests) {
      // An image in a data URL: nothing is requested.
      if (url.startsWith("data:image/")) continue;
      // A document's address may carry a link's query: it is asked for before the page is there.
      const [bare] = url.split(/[?#]/);
      const file = bare === this.url || bare.endsWith(".html") ? bare : url;
      assert.ok(allowed.has(file), `not in the manifest: ${url}`);
      assert.deepEqual({ method, body }, { method: "GET", body: false }, url);
    }
  }
}

/** Serves as `serve`, and collects the pages' errors where the engine does not report them. */
export async function serveCollecting(read, options) {
  const host = await serve(read, options);
  if (!can("plain-page")) host.collectErrors();
  return host;
}

/**
 * Opens an address of the page for one test, on a host of its own that answers by `read` under a `policy`; `first` runs
 * before the page's own scripts. Both end with the test. The page need not be ready, or ever be.
 */
export async function opened(t, browser, address, { read = filesOf(dist), policy = STRICT_CSP, first = "" } = {}) {
  const host = await serve(read, { headers: { "Content-Security-Policy": policy } });
  host.first = first;
  t.after(() => host.stop());
  const window = await browser.window(PHONE);
  t.after(() => window.close());
  await window.open(host.url + address);
  return new Page(window, PHONE, host);
}

/** The content of a window, for the message of a failed test. */
export async function describeWindow(window) {
  try {
    return await window.run(() => {
      const answers = [...document.querySelectorAll("input")].filter(({ type, checked, value }) => checked || (type === "text" && value));
      // Of a program that broke off, what it was: the report is folded.
      const report = document.querySelector(".broken .report")?.textContent;
      return [location.href, report, ...answers.map(({ id, dataset, value }) => `${id || dataset.test}: ${value}`), document.body.innerText.slice(0, 1500)]
        .filter(Boolean).join("\n");
    });
  } catch (error) {
    return `not to be seen: ${error.message}`;
  }
}

/** Starts a browser and a host for one test file; returns `visit(size, body)`. */
export function calculator(options) {
  const files = filesOf(dist);
  let browser;
  before(async () => { browser = await startBrowser(options); });
  after(() => browser?.stop());

  /**
   * Opens the page in a window of its own, uses it by `body`, and asserts that the visit was quiet.
   * Besides its size a window may have a `timezone`, a `userAgent` and a colour `scheme`; what is `first` runs
   * before the page's own scripts. The host answers with the built files, or by `read`.
   */
  return async function visit(size, body, read = files) {
    const host = await serveCollecting(read, { path: "/some/sub/path/", headers: { "Content-Security-Policy": STRICT_CSP } });
    host.first += size.first ?? "";
    let window;
    try {
      window = await browser.window(size);
      const page = new Page(window, size, host);
      await page.open();
      await body(page);
      await page.expectNoUnexpectedTraffic();
      await window.close();
    } catch (error) {
      const seen = window ? await describeWindow(window) : "no window";
      // A browser that broke down cannot close: what it is about is the first error.
      await window?.close().catch(() => {});
      throw new Error(`${error.message}\n${seen}`, { cause: error });
    } finally {
      host.stop();
    }
  };
}
