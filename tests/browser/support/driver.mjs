// What the three engines have in common: selenium-webdriver's driver service, one browser under it, and a tab per test.

import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { eventually } from "./eventually.mjs";
import { npm } from "./npm.mjs";

const { By, Capabilities } = npm("selenium-webdriver");
const { Executor, HttpClient } = npm("selenium-webdriver/http");

/** How long an element may take to appear. */
const IMPLICIT_MS = 5000;

/** Control and A, then all keys released. */
const SELECT_ALL = "\uE009a\uE000";

/** A driver that hangs fails its test; without a limit the run would never end. */
const COMMAND_MS = 60_000;

class LimitedExecutor extends Executor {
  execute(command) {
    let timer;
    const limit = new Promise((_, reject) => {
      timer = setTimeout(() => reject(new Error(`${command.getName()}: no response in ${COMMAND_MS} ms`)), COMMAND_MS);
    });
    return Promise.race([super.execute(command), limit]).finally(() => clearTimeout(timer));
  }
}

/** An element of the page. */
class Element {
  constructor(reference, window) {
    /** Selenium's element: what `Window.run` takes as an argument. */
    this.reference = reference;
    this.window = window;
  }

  /** Switches to the document inside the element, a frame. */
  enter() {
    return this.reference.getDriver().switchTo().frame(this.reference);
  }

  click() {
    return this.window.click(this.reference);
  }

  type(text) {
    return this.reference.sendKeys(text);
  }

  /** Types a text over the content of the element. */
  typeOver(text) {
    return this.window.typeOver(this.reference, text);
  }

  /** Returns the text that is visible. */
  text() {
    return this.reference.getText();
  }

  attribute(name) {
    return this.reference.getDomAttribute(name);
  }

  property(name) {
    return this.reference.getProperty(name);
  }

  /** Returns the computed role and name, as a screen reader gets them. */
  async spoken() {
    return { role: await this.reference.getAriaRole(), name: await this.reference.getAccessibleName() };
  }
}

/**
 * A tab of a browser that runs on after the test: starting a browser takes longer than most tests. Storage, caches and
 * workers belong to an origin, and every visit has an origin of its own; so tests do not affect each other.
 */
export class Window {
  constructor(driver) {
    this.driver = driver;
  }

  /** Opens the tab and closes all others: a tab in the background is not painted. */
  async begin() {
    const others = await this.driver.getAllWindowHandles();
    await this.driver.switchTo().newWindow("tab");
    const own = await this.driver.getWindowHandle();
    for (const other of others) {
      await this.driver.switchTo().window(other);
      await this.driver.close();
    }
    await this.driver.switchTo().window(own);
  }

  /** Ends the page. The tab is closed when the next one opens: a browser without any would quit. */
  close() {
    return this.open("about:blank");
  }

  open(url) {
    return this.driver.get(url);
  }

  refresh() {
    return this.driver.navigate().refresh();
  }

  /** Finds an element, and waits for it a while. */
  async find(css) {
    return this.elementOf(await this.driver.findElement(By.css(css)));
  }

  /** The element that a script returned. */
  elementOf(reference) {
    return new Element(reference, this);
  }

  /** Clicks an element. */
  click(reference) {
    return reference.click();
  }

  /** Types a text over the content of an element. */
  async typeOver(reference, text) {
    await reference.sendKeys(SELECT_ALL);
    await reference.sendKeys(text);
  }

  /** Switches back to the document of the whole tab. */
  leave() {
    return this.driver.switchTo().defaultContent();
  }

  /** Runs a function in the page and returns what it returns or resolves to. */
  run(code, ...args) {
    return this.driver.executeScript(code, ...args);
  }

  /** Runs a function in the page and returns the elements that it returns. */
  async elements(code, ...args) {
    return (await this.run(code, ...args)).map((reference) => this.elementOf(reference));
  }

  /** Presses a key with the focus where it is, with another one held down if one is named. */
  press(key, held) {
    const actions = this.driver.actions();
    if (held) actions.keyDown(held);
    actions.keyDown(key).keyUp(key);
    if (held) actions.keyUp(held);
    return actions.perform();
  }

  /** Types a text key by key into the field that has the focus. */
  type(text) {
    return this.driver.actions().sendKeys(text).perform();
  }

  /** Inserts a text at once into the field that has the focus, as pasting does. */
  insert(text) {
    return this.run((whole) => { document.execCommand("insertText", false, whole); }, text);
  }

  /** Prints the page on A4, as its own style sheet wants it, and returns the PDF. */
  async print() {
    return Buffer.from(await this.driver.printPage({ width: 21, height: 29.7, background: true, shrinkToFit: false }), "base64");
  }

  /** Returns the visible part of the page as a PNG. */
  async picture() {
    return Buffer.from(await this.driver.takeScreenshot(), "base64");
  }
}

/**
 * A driver, a program that runs until it is stopped, and the browser it runs. Both start with the first window: a file of
 * which no test runs starts none.
 */
export class Browser {
  /** Starts the driver and resolves to its address. */
  async serve() {
    if (!this.service) {
      /** For all that a browser leaves behind. */
      this.folder = mkdtempSync(join(tmpdir(), "wengang-browser-"));
      const { builder, env, isChatty } = await this.prepare(this.folder);
      this.service = builder
        .setLoopback(true)
        // What a chatty driver writes to standard error says nothing about a test.
        .setStdio(["ignore", "ignore", isChatty ? "ignore" : "inherit"])
        .setEnvironment({ ...process.env, TMPDIR: this.folder, ...env })
        .build();
    }
    return this.service.start();
  }

  /**
   * Returns selenium's driver of the browser with these capabilities. A running one is used again, unless it needs other
   * capabilities or has crashed: that fails the test in which it does, and not the ones after it.
   */
  async session(capabilities) {
    const wanted = JSON.stringify(capabilities);
    if (!await this.isRunning(wanted)) {
      await this.quit();
      const executor = new LimitedExecutor(new HttpClient(await this.serve()));
      const all = new Capabilities({ ...capabilities, timeouts: { implicit: IMPLICIT_MS } });
      this.driver = this.connect(executor, all);
      await this.driver.getSession();
      this.capabilities = wanted;
    }
    return this.driver;
  }

  async isRunning(capabilities) {
    if (!this.driver) return false;
    try {
      await this.driver.manage().getTimeouts();
    } catch {
      this.driver = undefined;
    }
    return this.driver !== undefined && this.capabilities === capabilities;
  }

  async quit() {
    const { driver } = this;
    this.driver = undefined;
    await driver?.quit();
  }

  async stop() {
    try {
      await this.quit();
    } finally {
      await this.service?.kill();
      // Processes of the browser may write for a moment longer.
      if (this.folder) await eventually(() => rmSync(this.folder, { recursive: true, force: true }), 20_000);
    }
  }
}

/** The capabilities of a browser that reaches secure hosts through a proxy, if any, and accepts their certificates. */
export const throughProxy = (address) => (
  address ? { acceptInsecureCerts: true, proxy: { proxyType: "manual", sslProxy: address } } : {}
);
