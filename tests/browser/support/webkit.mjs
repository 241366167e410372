// WebKit: the MiniBrowser of WebKitGTK, on a screen that nobody sees.

import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { Browser, Window } from "./driver.mjs";
import { eventually } from "./eventually.mjs";
import { npm } from "./npm.mjs";

const { WebDriver } = npm("selenium-webdriver");
const { DriverService } = npm("selenium-webdriver/remote");

const FOLDERS = ["x86_64", "aarch64"].flatMap((machine) => (
  ["4.1", "6.0", "4.0"].map((version) => `/usr/lib/${machine}-linux-gnu/webkit2gtk-${version}`)
));

/** MiniBrowser's own bar is wider than a phone: nothing of it needs room. */
const NARROW = "* { min-width: 0; min-height: 0; padding: 0; margin: 0; border: 0; font-size: 1px; }\n";

/**
 * How JavaScriptCore compiles. On x86-64 Linux its wasm interpreter can lose its place when a compiler thread interrupts it
 * just after a call with seven or more parameters; the page then stops with “Unreachable code should not be executed”, or
 * the process crashes. It is a defect of the engine, and one of Linux: iPhones suspend threads in another way. So
 * nothing is compiled in the background here, except where a test asks for it; there the older interpreter runs, which
 * does not have the defect.
 */
const COMPILING = {
  inForeground: { JSC_useConcurrentJIT: "false" },
  inBackground: { JSC_useWasmIPInt: "false" },
};

/** Starts a screen that nobody sees; returns its process and its number. */
async function startScreen() {
  const screen = spawn("Xvfb", ["-displayfd", "1", "-screen", "0", "1920x1400x24", "-nolisten", "tcp"], {
    stdio: ["ignore", "pipe", "ignore"],
  });
  const number = await new Promise((resolve, reject) => {
    screen.once("error", reject);
    screen.once("exit", (code) => reject(new Error(`Xvfb ended with ${code}`)));
    createInterface({ input: screen.stdout }).once("line", resolve);
  });
  return { screen, number };
}

export class WebKit extends Browser {
  constructor({ proxy, compiling = "inForeground" } = {}) {
    super();
    this.compiling = COMPILING[compiling];
    this.args = ["--automation", ...(proxy ? [`--proxy=http://${proxy}`, "--ignore-tls-errors"] : [])];
  }

  async prepare(folder) {
    const { screen, number } = await startScreen();
    this.screen = screen;
    mkdirSync(join(folder, "gtk-3.0"));
    writeFileSync(join(folder, "gtk-3.0/gtk.css"), NARROW);
    const folders = { XDG_CONFIG_HOME: folder, XDG_CACHE_HOME: folder, XDG_DATA_HOME: folder };
    const env = { DISPLAY: `:${number}`, GDK_BACKEND: "x11", ...folders, ...this.compiling };
    return { builder: new DriverService.Builder("WebKitWebDriver"), env, isChatty: true };
  }

  connect(executor, capabilities) {
    return WebDriver.createSession(executor, capabilities);
  }

  async stop() {
    try {
      await super.stop();
    } finally {
      // A screen that is left running prevents the tests from ending.
      this.screen?.kill();
    }
  }

  /** Opens a tab whose page has exactly this size. */
  async window({ width, height, timezone, userAgent, scheme }) {
    const binary = FOLDERS.map((folder) => `${folder}/MiniBrowser`).find(existsSync);
    if (!binary) throw new Error("there is no MiniBrowser: install webkit2gtk-driver");
    const args = [...this.args];
    if (timezone) args.push(`--time-zone=${timezone}`);
    if (userAgent) args.push(`--user-agent=${userAgent}`);
    if (scheme === "dark") args.push("--dark-mode");
    const window = new WebKitWindow(await this.session({ "webkitgtk:browserOptions": { binary, args } }));
    await window.begin();
    await window.resize({ width, height });
    return window;
  }
}

class WebKitWindow extends Window {
  /** Makes the page exactly this large. */
  async resize({ width, height }) {
    const [besides, above] = await this.run(() => [outerWidth - innerWidth, outerHeight - innerHeight]);
    await this.driver.manage().window().setRect({ width: width + besides, height: height + above });
    await eventually(async () => assert.deepEqual(await this.run(() => [innerWidth, innerHeight]), [width, height]));
  }

  /** Returns the visible part of the page as a PNG, once it is painted. */
  async picture() {
    await this.run(() => new Promise((drawn) => { requestAnimationFrame(() => requestAnimationFrame(drawn)); }));
    return super.picture();
  }
}
