// Chromium, through its driver, with what only its own protocol provides.

import { Browser, Window, throughProxy } from "./driver.mjs";
import { npm } from "./npm.mjs";

const { Driver, ServiceBuilder } = npm("selenium-webdriver/chrome");

/** A mouse: a browser without a screen has none, and a desk always does. */
const MOUSE = "--blink-settings=availablePointerTypes=4,primaryPointerType=4";

/** The engine without a window around it, which takes half the processor time of one that draws it. */
const SHELL = "/usr/lib/chromium/chromium-headless-shell";

const FLAGS = [
  "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
  "--disable-background-networking", "--disable-component-update", "--disable-sync", MOUSE,
];

/**
 * As few processes as there can be: starting one for every page took as long as the page itself. Pages of other sites
 * are still apart.
 */
const FEW = ["--renderer-process-limit=1", "--in-process-gpu", "--enable-features=NetworkServiceInProcess2"];

/** Frames in the page's own process: what they write to the console is heard then. */
const TOGETHER = ["--disable-site-isolation-trials", "--disable-features=IsolateOrigins,site-per-process,IsolateSandboxedIframes"];

/** The limit for changes of the history: by default the browser drops those over twenty per second. */
const TIRELESS = "--disable-ipc-flooding-protection";

/** The longest picture, in CSS pixels: a phone's has twice as many, and the browser refuses one much longer. */
const LONGEST = 12_000;

/**
 * Brings an element into view, and returns what lies over its middle, if something does; if nothing does, a click on it is
 * noticed. Runs in the page.
 */
function coverOf(element) {
  const middle = () => {
    const [box] = element.getClientRects();
    return box && [(Math.max(box.left, 0) + Math.min(box.right, innerWidth)) / 2, (Math.max(box.top, 0) + Math.min(box.bottom, innerHeight)) / 2];
  };
  const box = element.getBoundingClientRect();
  if (box.top < 0 || box.bottom > innerHeight) element.scrollIntoView({ block: "center", behavior: "instant" });
  const place = middle();
  if (!place) return "nothing: the element is not drawn";
  const found = document.elementFromPoint(...place);
  if (!element.contains(found)) return found?.cloneNode().outerHTML ?? "nothing: the middle is out of sight";
  window.clicked = new Promise((end) => { window.addEventListener("mouseup", () => end(), { capture: true, once: true }); });
  return null;
}

/** Waits for the click, unless it has already led to another document. Runs in the page. */
const clicked = () => window.clicked;

export class Chromium extends Browser {
  constructor({ isTogether = false, isTireless = false, isCold = false, proxy } = {}) {
    super();
    this.args = [...FLAGS, ...(isCold ? [] : FEW), ...(isTogether ? TOGETHER : []), ...(isTireless ? [TIRELESS] : [])];
    this.proxy = throughProxy(proxy);
  }

  /** The program is named, so that Selenium searches and downloads nothing. */
  prepare() {
    return { builder: new ServiceBuilder("chromedriver") };
  }

  connect(executor, capabilities) {
    return Driver.createSession(capabilities, executor);
  }

  /** Opens a tab of exactly this size; commands to an impatient one do not wait until the page has loaded. */
  async window({ width, height, mobile, timezone, userAgent, scheme, isForced, isImpatient }) {
    const window = new ChromiumWindow(await this.session({
      browserName: "chrome",
      "goog:chromeOptions": { binary: SHELL, args: this.args },
      "goog:loggingPrefs": { browser: "ALL", performance: "ALL" },
      pageLoadStrategy: isImpatient ? "none" : "normal",
      ...this.proxy,
    }));
    await window.begin();
    await window.forget();
    await window.resize({ width, height, mobile });
    if (timezone) await window.cdp("Emulation.setTimezoneOverride", { timezoneId: timezone });
    if (userAgent) await window.cdp("Network.setUserAgentOverride", { userAgent });
    if (scheme) await window.scheme(scheme);
    if (isForced) await window.media([{ name: "forced-colors", value: "active" }]);
    return window;
  }
}

class ChromiumWindow extends Window {
  cdp(command, params) {
    return this.driver.sendAndGetDevToolsCommand(command, params);
  }

  /** Makes the page exactly this large, and the screen a phone's or a desk's. */
  async resize({ width, height, mobile }) {
    await this.cdp("Emulation.setDeviceMetricsOverride", { width, height, mobile, deviceScaleFactor: mobile ? 2 : 1 });
    await this.cdp("Emulation.setTouchEmulationEnabled", { enabled: mobile });
  }

  /**
   * Clicks the middle of an element, unless something else covers it. The driver's own click queries the page a dozen
   * times for what one script returns; its actions end before a busy page has heard of them.
   */
  async click(reference) {
    const cover = await this.run(coverOf, reference);
    if (cover) throw new Error(`the click would meet ${cover}`);
    await this.driver.actions().move({ origin: reference, duration: 0 }).click().perform();
    await this.run(clicked);
  }

  /** Selects the content of an element by a script, and types over it key by key. */
  async typeOver(reference, text) {
    await this.run((box) => {
      box.focus();
      box.select();
    }, reference);
    await this.type(text);
  }

  /** Returns the messages of a log since the last call. */
  async log(type) {
    const entries = await this.driver.manage().logs().get(type);
    return entries.map(({ message }) => message);
  }

  /** Returns the events of this name since the last call of this or any other name. */
  async events(name) {
    const events = (await this.log("performance")).map((message) => JSON.parse(message).message);
    return events.filter(({ method }) => method === name).map(({ params }) => params);
  }

  /** Drops what the tab before this one left in the logs, which belong to the whole browser. */
  async forget() {
    await this.log("browser");
    await this.log("performance");
  }

  /** Returns what has been written to the console since the last call. */
  console() {
    return this.log("browser");
  }

  /** Returns the requests made since the last call, those included that no host ever gets. */
  async requests() {
    const sent = await this.events("Network.requestWillBeSent");
    return sent.map(({ request: { url, method, hasPostData } }) => ({ url, method, body: hasPostData ?? false }));
  }

  /** Films what is shown from now on. */
  film() {
    return this.cdp("Page.startScreencast", { format: "jpeg" });
  }

  /** Returns the pictures shown since the last call: when each was, in ms as `Date.now()` has them, and its JPEG. */
  async pictures() {
    const pictures = await this.events("Page.screencastFrame");
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

  /** Returns the accessibility tree. */
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
