// Firefox, through geckodriver, with what only its own privileged code tells.

import { Driver, Tab, send } from "./webdriver.mjs";

/** Nothing asks the network by itself, and nothing of the browser's own covers the page. */
const PREFERENCES = {
  "app.normandy.enabled": false,
  "app.update.disabledForTesting": true,
  "browser.safebrowsing.downloads.enabled": false,
  "browser.safebrowsing.malware.enabled": false,
  "browser.safebrowsing.phishing.enabled": false,
  "browser.shell.checkDefaultBrowser": false,
  "browser.startup.page": 0,
  "browser.translations.enable": false,
  "datareporting.policy.dataSubmissionEnabled": false,
  "extensions.getAddons.cache.enabled": false,
  "network.captive-portal-service.enabled": false,
  "network.connectivity-service.enabled": false,
  "network.dns.disablePrefetch": true,
  "network.prefetch-next": false,
  "services.settings.server": "data:,#remote-settings-dummy/v1",
  "toolkit.telemetry.enabled": false,
};

export class Firefox {
  static async start() {
    const driver = new Driver("geckodriver", ["--port=0", "--allow-system-access"], { chatty: true });
    return new Firefox(driver, await driver.listening(/Listening on [\d.]+:(\d+)/));
  }

  constructor(driver, address) {
    this.driver = driver;
    this.address = address;
  }

  async stop() {
    if (this.session) await send(this.address, "DELETE", `/session/${this.session}`);
    await this.driver.stop();
  }

  /** Returns the session of the one browser, with a profile of its own. */
  async begin() {
    if (!this.session) {
      const { sessionId } = await send(this.address, "POST", "/session", {
        capabilities: {
          alwaysMatch: {
            browserName: "firefox",
            "moz:firefoxOptions": { args: ["-headless"], prefs: PREFERENCES },
            timeouts: { implicit: 5000 },
          },
        },
      });
      this.session = sessionId;
    }
    return this.session;
  }

  /** Opens a tab whose page has exactly this size. */
  async window({ width, height, timezone, userAgent }) {
    const window = new FirefoxWindow(this.address, await this.begin());
    await window.begin();
    await window.send("POST", "/window/rect", { width: width + 300, height: height + 300 });
    // The window itself cannot be as narrow as a phone; what it shows the page in can.
    await window.privileged((inner, zone, agent) => {
      Services.console.reset();
      const { selectedBrowser } = window.gBrowser;
      for (const [side, length] of Object.entries(inner)) {
        selectedBrowser.style.setProperty(`min-${side}`, `${length}px`);
        selectedBrowser.style.setProperty(`max-${side}`, `${length}px`);
      }
      if (zone) selectedBrowser.browsingContext.timezoneOverride = zone;
      if (agent) selectedBrowser.browsingContext.customUserAgent = agent;
    }, { width, height }, timezone, userAgent);
    return window;
  }
}

class FirefoxWindow extends Tab {
  /** Runs a function in the browser itself. */
  async privileged(code, ...args) {
    await this.send("POST", "/moz/context", { context: "chrome" });
    try {
      return await this.run(code, ...args);
    } finally {
      await this.send("POST", "/moz/context", { context: "content" });
    }
  }

  /** Returns what the browser has written to the page's console since the last call; what the page wrote, it does not hold. */
  console() {
    return this.privileged(() => {
      const lines = Services.console.getMessageArray();
      Services.console.reset();
      return lines.filter((line) => line instanceof Ci.nsIScriptError && line.sourceName.startsWith("http"))
        .map(({ errorMessage }) => errorMessage);
    });
  }

  /** Shows a text that an input method has not finished. */
  compose(text) {
    return this.privileged((whole) => {
      if (!window.inputMethod?.hasComposition) {
        window.inputMethod = Cc["@mozilla.org/text-input-processor;1"].createInstance(Ci.nsITextInputProcessor);
        window.inputMethod.beginInputTransactionForTests(window, () => true);
      }
      window.inputMethod.setPendingCompositionString(whole);
      window.inputMethod.appendClauseToPendingComposition(whole.length, window.inputMethod.ATTR_RAW_CLAUSE);
      window.inputMethod.setCaretInPendingComposition(whole.length);
      window.inputMethod.flushPendingComposition();
    }, text);
  }

  /** Ends what an input method composes. */
  commit(text) {
    return this.privileged((whole) => { window.inputMethod.commitCompositionWith(whole); }, text);
  }

  /** Returns the whole page, however long, as a PNG. */
  async picture() {
    return Buffer.from(await this.send("GET", "/moz/screenshot/full"), "base64");
  }
}
