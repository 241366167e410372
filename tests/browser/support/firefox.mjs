// Firefox, through geckodriver, with what only its own privileged code provides.

import { Browser, Window, throughProxy } from "./driver.mjs";
import { npm } from "./npm.mjs";

const { Context, Driver, ServiceBuilder } = npm("selenium-webdriver/firefox");

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
  // What is still drawn while a test leaves the page is not broken off: Firefox would report that as an error of the page.
  "dom.ipc.cancel_content_js_when_navigating": false,
  // Neither is what the process that is left still runs when Firefox ends it.
  "dom.abort_script_on_child_shutdown": false,
  // A phone's page is as wide as the phone.
  "ui.useOverlayScrollbars": 1,
};

/** What points on a phone and on a desk, in Firefox's own numbers: exact or not, and what can hover. */
const FINGER = 1;
const MOUSE = 6;

/** Firefox's own numbers for what a device's colours are. */
const DARK = 0;
const LIGHT = 1;

/** Firefox's own numbers for whose colours a page has. */
const PAGES = 1;
const READERS = 2;

/** Messages of Firefox itself: about a frame's tag, a long address, a test that looks early or whose listener sends. */
const OWN_WORDS = /^(Feature Policy: Skipping unsupported feature name “clipboard-write”|HTTP Referrer header: Length is over|Layout was forced before the page was fully loaded|Synchronous XMLHttpRequest on the main thread)/;

export class Firefox extends Browser {
  constructor({ isTogether = false, proxy } = {}) {
    super();
    this.preferences = { ...PREFERENCES, "fission.autostart": !isTogether };
    this.proxy = throughProxy(proxy);
  }

  prepare() {
    return { builder: new ServiceBuilder("geckodriver").addArguments("--allow-system-access"), isChatty: true };
  }

  connect(executor, capabilities) {
    return Driver.createSession(capabilities, executor);
  }

  /** Opens a tab whose page has exactly this size. */
  async window({ width, height, mobile, timezone, userAgent, scheme, isForced = false }) {
    const window = new FirefoxWindow(await this.session({
      browserName: "firefox",
      "moz:firefoxOptions": { args: ["-headless"], prefs: this.preferences },
      ...this.proxy,
    }));
    await window.begin();
    await window.resize({ width, height, mobile });
    await window.privileged((whose, zone, agent) => {
      Services.console.reset();
      Services.prefs.setIntPref("browser.display.document_color_use", whose);
      const { selectedBrowser } = window.gBrowser;
      if (zone) selectedBrowser.browsingContext.timezoneOverride = zone;
      if (agent) selectedBrowser.browsingContext.customUserAgent = agent;
    }, isForced ? READERS : PAGES, timezone, userAgent);
    await window.scheme(scheme);
    return window;
  }
}

class FirefoxWindow extends Window {
  /**
   * Makes the page exactly this large, and what points a finger or a mouse. The window itself cannot be as narrow as a
   * phone; what it shows the page in can.
   */
  async resize({ width, height, mobile }) {
    await this.driver.manage().window().setRect({ width: width + 300, height: height + 300 });
    await this.privileged((inner, pointer) => {
      for (const kind of ["primary", "all"]) Services.prefs.setIntPref(`ui.${kind}PointerCapabilities`, pointer);
      const { style } = window.gBrowser.selectedBrowser;
      for (const [side, length] of Object.entries(inner)) {
        style.setProperty(`min-${side}`, `${length}px`);
        style.setProperty(`max-${side}`, `${length}px`);
      }
    }, { width, height }, mobile ? FINGER : MOUSE);
  }

  /** Runs a function in the browser itself. */
  async privileged(code, ...args) {
    await this.driver.setContext(Context.CHROME);
    try {
      return await this.run(code, ...args);
    } finally {
      await this.driver.setContext(Context.CONTENT);
    }
  }

  /** Returns what the browser has written to the page's console since the last call; what the page wrote, it does not hold. */
  async console() {
    const lines = await this.privileged(() => {
      const lines = Services.console.getMessageArray();
      Services.console.reset();
      const isOfPage = ({ sourceName, category }) => sourceName.startsWith("http") || category.startsWith("CORS");
      return lines.filter((line) => line instanceof Ci.nsIScriptError && isOfPage(line))
        .map(({ errorMessage }) => errorMessage);
    });
    return lines.filter((line) => !OWN_WORDS.test(line));
  }

  /** Makes the device a dark or a light one, or what it was. */
  scheme(value) {
    return this.privileged((wanted) => {
      Services.prefs.setIntPref("layout.css.prefers-color-scheme.content-override", wanted);
    }, value === "dark" ? DARK : LIGHT);
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
    return Buffer.from(await this.driver.takeFullPageScreenshot(), "base64");
  }
}
