// Chromium, through its driver, with what only its own protocol tells.

import { Driver, Session, send, throughProxy } from "./webdriver.mjs";

const FLAGS = [
  "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
  "--disable-background-networking", "--disable-component-update", "--disable-sync",
];

/** A mouse: a browser without a screen has none, and a desk always does. */
const MOUSE = "--blink-settings=availablePointerTypes=4,primaryPointerType=4";

/** Frames in the page's own process: what they write to the console is heard then. */
const TOGETHER = ["--disable-site-isolation-trials", "--disable-features=IsolateOrigins,site-per-process,IsolateSandboxedIframes"];

/** As many changes of the history as somebody can make who never tires: else the browser drops what is over twenty a second. */
const TIRELESS = "--disable-ipc-flooding-protection";

/** The longest picture, in CSS pixels: a phone's has twice as many, and the browser refuses one much longer. */
const LONGEST = 12_000;

export class Chromium {
  static async start(options) {
    const driver = new Driver("chromedriver", ["--port=0"]);
    return new Chromium(driver, await driver.listening(/successfully on port (\d+)/), options);
  }

  constructor(driver, address, { isTogether = false, isTireless = false, proxy } = {}) {
    this.driver = driver;
    this.address = address;
    this.flags = [...FLAGS, ...(isTogether ? TOGETHER : []), ...(isTireless ? [TIRELESS] : [])];
    this.capabilities = throughProxy(proxy);
  }

  stop() {
    return this.driver.stop();
  }

  /** Opens a window of exactly this size, with a new profile; an impatient one can be asked while a page still loads. */
  async window({ width, height, mobile, timezone, userAgent, scheme, isForced, isImpatient }) {
    const { sessionId } = await send(this.address, "POST", "/session", {
      capabilities: {
        alwaysMatch: {
          browserName: "chrome",
          "goog:chromeOptions": { args: mobile ? this.flags : [...this.flags, MOUSE] },
          "goog:loggingPrefs": { browser: "ALL", performance: "ALL" },
          timeouts: { implicit: 5000 },
          pageLoadStrategy: isImpatient ? "none" : "normal",
          ...this.capabilities,
        },
      },
    });
    const window = new ChromiumWindow(this.address, sessionId);
    await window.cdp("Emulation.setDeviceMetricsOverride", { width, height, mobile, deviceScaleFactor: mobile ? 2 : 1 });
    if (timezone) await window.cdp("Emulation.setTimezoneOverride", { timezoneId: timezone });
    if (userAgent) await window.cdp("Network.setUserAgentOverride", { userAgent });
    if (scheme) await window.scheme(scheme);
    if (isForced) await window.media([{ name: "forced-colors", value: "active" }]);
    return window;
  }
}

class ChromiumWindow extends Session {
  cdp(cmd, params = {}) {
    return this.send("POST", "/goog/cdp/execute", { cmd, params });
  }

  /** Returns what has been written to the console since the last call. */
  async console() {
    const lines = await this.send("POST", "/se/log", { type: "browser" });
    return lines.map(({ message }) => message);
  }

  /** Returns the requests made since the last call, those included that no host ever gets. */
  async requests() {
    const entries = await this.send("POST", "/se/log", { type: "performance" });
    return entries
      .map(({ message }) => JSON.parse(message).message)
      .filter(({ method }) => method === "Network.requestWillBeSent")
      .map(({ params: { request } }) => ({ url: request.url, method: request.method, body: request.hasPostData ?? false }));
  }

  /** Films what is shown from now on. */
  film() {
    return this.cdp("Page.startScreencast", { format: "jpeg" });
  }

  /** Returns the pictures shown since the last call: when each was, in ms as `Date.now()` has them, and its JPEG. */
  async pictures() {
    const entries = await this.send("POST", "/se/log", { type: "performance" });
    const pictures = entries
      .map(({ message }) => JSON.parse(message).message)
      .filter(({ method }) => method === "Page.screencastFrame")
      .map(({ params }) => params);
    // Without that there are no more.
    for (const { sessionId } of pictures) await this.cdp("Page.screencastFrameAck", { sessionId });
    return pictures.map(({ data, metadata }) => ({ time: metadata.timestamp * 1000, jpeg: Buffer.from(data, "base64") }));
  }

  /** Makes the device a dark or a light one, or what it was. */
  scheme(value) {
    return this.media(value ? [{ name: "prefers-color-scheme", value }] : []);
  }

  media(features) {
    return this.cdp("Emulation.setEmulatedMedia", { features });
  }

  /** Prints the page on the paper that its style sheet names, and returns the PDF. */
  async print() {
    const { data } = await this.cdp("Page.printToPDF", { preferCSSPageSize: true, printBackground: true });
    return Buffer.from(data, "base64");
  }

  /** Returns the tree that a screen reader walks. */
  async tree() {
    return (await this.cdp("Accessibility.getFullAXTree")).nodes;
  }

  /** Shows a text that an input method has not finished. */
  compose(text) {
    return this.cdp("Input.imeSetComposition", { text, selectionStart: text.length, selectionEnd: text.length });
  }

  /** Ends what an input method composes. */
  commit(text) {
    return this.cdp("Input.insertText", { text });
  }

  /** Returns the whole page as a PNG, down to where the browser draws no further. */
  async picture() {
    const [width, height] = await this.run(() => [innerWidth, Math.max(innerHeight, document.documentElement.scrollHeight)]);
    const clip = { x: 0, y: 0, width, height: Math.min(height, LONGEST), scale: 1 };
    const { data } = await this.cdp("Page.captureScreenshot", { captureBeyondViewport: true, clip });
    return Buffer.from(data, "base64");
  }
}
