// WebKit: the MiniBrowser of WebKitGTK, on a screen that nobody sees.

import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { eventually } from "./eventually.mjs";
import { freePort } from "./port.mjs";
import { Driver, Tab, send } from "./webdriver.mjs";

const FOLDERS = ["x86_64", "aarch64"].flatMap((machine) => (
  ["4.1", "6.0", "4.0"].map((version) => `/usr/lib/${machine}-linux-gnu/webkit2gtk-${version}`)
));

/** MiniBrowser's own bar is wider than a phone: nothing of it needs room. */
const NARROW = "* { min-width: 0; min-height: 0; padding: 0; margin: 0; border: 0; font-size: 1px; }\n";

/**
 * What is compiled is compiled where it is called, and not beside it: what runs when does not depend on how busy the
 * machine is. Beside it, the program broke off twice in some 1,800 visits, once where it has nothing that could (docs/trust.md).
 */
const ONE_THING_AT_A_TIME = { JSC_useConcurrentJIT: "false" };

export class WebKit {
  static async start(options) {
    const screen = spawn("Xvfb", ["-displayfd", "1", "-screen", "0", "1920x1400x24", "-nolisten", "tcp"], {
      stdio: ["ignore", "pipe", "ignore"],
    });
    const number = await new Promise((resolve, reject) => {
      screen.once("error", reject);
      screen.once("exit", (code) => reject(new Error(`Xvfb ended with ${code}`)));
      createInterface({ input: screen.stdout }).once("line", resolve);
    });
    const port = await freePort();
    const prepare = (litter) => {
      mkdirSync(join(litter, "gtk-3.0"));
      writeFileSync(join(litter, "gtk-3.0/gtk.css"), NARROW);
      const folders = { XDG_CONFIG_HOME: litter, XDG_CACHE_HOME: litter, XDG_DATA_HOME: litter };
      return { DISPLAY: `:${number}`, GDK_BACKEND: "x11", ...folders, ...ONE_THING_AT_A_TIME };
    };
    const driver = new Driver("WebKitWebDriver", [`--port=${port}`], { prepare, chatty: true });
    const address = `http://127.0.0.1:${port}`;
    try {
      await eventually(() => send(address, "GET", "/status"));
    } catch (error) {
      screen.kill();
      await driver.stop();
      throw error;
    }
    return new WebKit(driver, address, screen, options);
  }

  constructor(driver, address, screen, { proxy } = {}) {
    this.driver = driver;
    this.address = address;
    this.screen = screen;
    this.args = ["--automation", ...(proxy ? [`--proxy=http://${proxy}`, "--ignore-tls-errors"] : [])];
  }

  async stop() {
    try {
      await this.quit();
    } finally {
      // Whatever went wrong, nothing stays behind: a screen that runs on keeps the tests from ending.
      this.screen.kill();
      await this.driver.stop();
    }
  }

  async quit() {
    if (this.session) await send(this.address, "DELETE", `/session/${this.session}`);
    this.session = undefined;
  }

  /** Whether a browser runs: one that broke down fails the test that it ran, and not those after it. */
  async lives() {
    if (!this.session) return false;
    try {
      await send(this.address, "GET", `/session/${this.session}/timeouts`);
    } catch {
      this.session = undefined;
    }
    return this.session !== undefined;
  }

  /** Starts a browser with these arguments where it is not the one that runs: the driver runs one at a time. */
  async begin(args) {
    if (await this.lives() && this.running === args.join(" ")) return;
    await this.quit();
    const binary = FOLDERS.map((folder) => `${folder}/MiniBrowser`).find(existsSync);
    if (!binary) throw new Error("there is no MiniBrowser: install webkit2gtk-driver");
    const { sessionId } = await send(this.address, "POST", "/session", {
      capabilities: {
        alwaysMatch: { "webkitgtk:browserOptions": { binary, args }, timeouts: { implicit: 5000 } },
      },
    });
    this.session = sessionId;
    this.running = args.join(" ");
  }

  /** Opens a tab whose page has exactly this size. */
  async window({ width, height, timezone, userAgent, scheme }) {
    const args = [...this.args];
    if (timezone) args.push(`--time-zone=${timezone}`);
    if (userAgent) args.push(`--user-agent=${userAgent}`);
    if (scheme === "dark") args.push("--dark-mode");
    await this.begin(args);
    const window = new WebKitWindow(this.address, this.session);
    await window.begin();
    const [besides, above] = await window.run(() => [outerWidth - innerWidth, outerHeight - innerHeight]);
    await window.send("POST", "/window/rect", { width: width + besides, height: height + above });
    await eventually(async () => assert.deepEqual(await window.run(() => [innerWidth, innerHeight]), [width, height]));
    return window;
  }
}

class WebKitWindow extends Tab {
  /** Returns what is in sight as a PNG, once it is drawn. */
  async picture() {
    await this.run(() => new Promise((drawn) => { requestAnimationFrame(() => requestAnimationFrame(drawn)); }));
    return super.picture();
  }
}
