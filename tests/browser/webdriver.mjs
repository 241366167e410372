// A client of the W3C WebDriver protocol: as much of it as the tests need.
// What is Chromium's own stands in `Chromium` alone, so that another browser is another class.

import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";

/** The key of an element's reference in the protocol. */
const ELEMENT = "element-6066-11e4-a52e-4f735466cecf";

async function send(address, method, path, body) {
  const response = await fetch(address + path, { method, body: body && JSON.stringify(body) });
  const { value } = await response.json();
  if (!response.ok) throw new Error(`${method} ${path}: ${value.error}: ${value.message}`);
  return value;
}

/** An element of the page. */
class Element {
  constructor(session, id) {
    this.session = session;
    this.reference = { [ELEMENT]: id };
    this.path = `/element/${id}`;
  }

  /** Uses the document inside the element, a frame, from now on. */
  enter() {
    return this.session.send("POST", "/frame", { id: this.reference });
  }

  click() {
    return this.session.send("POST", `${this.path}/click`, {});
  }

  clear() {
    return this.session.send("POST", `${this.path}/clear`, {});
  }

  type(text) {
    return this.session.send("POST", `${this.path}/value`, { text });
  }

  /** Returns what a person reads in the element. */
  text() {
    return this.session.send("GET", `${this.path}/text`);
  }

  attribute(name) {
    return this.session.send("GET", `${this.path}/attribute/${name}`);
  }

  property(name) {
    return this.session.send("GET", `${this.path}/property/${name}`);
  }
}

/** A browser window with a profile of its own. */
class Session {
  constructor(address, id) {
    this.address = `${address}/session/${id}`;
  }

  send(method, path, body) {
    return send(this.address, method, path, body);
  }

  close() {
    return this.send("DELETE", "");
  }

  open(url) {
    return this.send("POST", "/url", { url });
  }

  async find(css) {
    const found = await this.send("POST", "/element", { using: "css selector", value: css });
    return new Element(this, found[ELEMENT]);
  }

  /** Uses the document of the whole window again. */
  leave() {
    return this.send("POST", "/frame", { id: null });
  }

  /** Runs a function in the page and returns what it returns or resolves to. */
  run(code, ...args) {
    return this.send("POST", "/execute/sync", { script: `return (${code}).apply(null, arguments)`, args });
  }
}

const CHROMIUM_FLAGS = [
  "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
  "--disable-background-networking", "--disable-component-update", "--disable-sync",
];

/** A mouse: a browser without a screen has none, and a desk always does. */
const MOUSE = "--blink-settings=availablePointerTypes=4,primaryPointerType=4";

/** Chromium, through its driver. */
export class Chromium {
  /** Starts the driver on a port that is free, with a folder of its own for all that a browser leaves behind. */
  static async start() {
    const litter = mkdtempSync(join(tmpdir(), "wengang-browser-"));
    const env = { ...process.env, TMPDIR: litter };
    const driver = spawn("chromedriver", ["--port=0"], { stdio: ["ignore", "pipe", "inherit"], env });
    const port = await new Promise((resolve, reject) => {
      driver.once("error", reject);
      driver.once("exit", (code) => reject(new Error(`chromedriver ended with ${code}`)));
      createInterface({ input: driver.stdout }).on("line", (line) => {
        const started = /successfully on port (\d+)/.exec(line);
        if (started) resolve(started[1]);
      });
    });
    return new Chromium(driver, litter, `http://127.0.0.1:${port}`);
  }

  constructor(driver, litter, address) {
    this.driver = driver;
    this.litter = litter;
    this.address = address;
  }

  async stop() {
    this.driver.kill();
    await once(this.driver, "exit");
    rmSync(this.litter, { recursive: true, force: true, maxRetries: 5 });
  }

  /** Opens a window of exactly this size, with a new profile, in a browser with more flags. */
  async window({ width, height, mobile }, flags = []) {
    const { sessionId } = await send(this.address, "POST", "/session", {
      capabilities: {
        alwaysMatch: {
          browserName: "chrome",
          "goog:chromeOptions": { args: [...CHROMIUM_FLAGS, ...(mobile ? [] : [MOUSE]), ...flags] },
          "goog:loggingPrefs": { browser: "ALL", performance: "ALL" },
          timeouts: { implicit: 5000 },
        },
      },
    });
    const window = new ChromiumWindow(this.address, sessionId);
    await window.cdp("Emulation.setDeviceMetricsOverride", { width, height, mobile, deviceScaleFactor: mobile ? 2 : 1 });
    return window;
  }
}

/** A window with what only Chromium's own protocol tells. */
class ChromiumWindow extends Session {
  cdp(cmd, params = {}) {
    return this.send("POST", "/goog/cdp/execute", { cmd, params });
  }

  /** Returns what has been written to the console since the last call. */
  console() {
    return this.send("POST", "/se/log", { type: "browser" });
  }

  /** Returns the requests made since the last call. */
  async requests() {
    const entries = await this.send("POST", "/se/log", { type: "performance" });
    return entries
      .map(({ message }) => JSON.parse(message).message)
      .filter(({ method }) => method === "Network.requestWillBeSent")
      .map(({ params: { type, request } }) => ({ type, url: request.url, method: request.method, body: request.hasPostData ?? false }));
  }

  /** Makes the browser believe in media features: `[{ name: "prefers-color-scheme", value: "dark" }]`. */
  media(features) {
    return this.cdp("Emulation.setEmulatedMedia", { features });
  }

  /** Returns the whole page, however long, as a PNG. */
  async picture() {
    const { data } = await this.cdp("Page.captureScreenshot", { captureBeyondViewport: true });
    return Buffer.from(data, "base64");
  }
}
